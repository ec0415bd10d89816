import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { nearWords } from "../../../src/foundation/schema/index.js";
import { law } from "../../kit/laws.js";

describe("nearWords", () => {
  it.each([
    ["a letter left out", "risk", ["plan", "risks"], ["risks"]],
    ["a letter too many", "riskss", ["plan", "risks"], ["risks"]],
    ["another letter", "risks", ["rinks", "plan"], ["rinks"]],
    ["two letters swapped", "nmae", ["name"], ["name"]],
    ["another case", "clientname", ["client", "clientName"], ["clientName"]],
    ["another way to join words", "client_name", ["client", "clientName"], ["clientName"]],
    ["a part of a word, after the slips", "cost", ["totalCost", "costs"], ["costs", "totalCost"]],
    ["too short a part", "id", ["identity", "wide"], []],
    ["a part of three letters", "tot", ["totalCost"], ["totalCost"]],
    ["as many slips as the longer word allows", "ab", ["abc"], ["abc"]],
    ["a beginning that was left out, and one slip more", "xget", ["budget"], []],
    ["three slips in six letters", "abcdef", ["abxyzf"], []],
    ["letters that only look swapped, the first", "apqdef", ["arpxef"], []],
    ["letters that only look swapped, the second", "aqpdef", ["aprxef"], []],
    ["two letters swapped and one slip", "nmaexe", ["nameye"], ["nameye"]],
    [
      "three slips before what holds the word",
      "milestone",
      ["milestoneDate", "mxlxstxne"],
      ["mxlxstxne", "milestoneDate"],
    ],
    ["a stranger", "colour", ["title", "client"], []],
    ["too many slips for the length", "cat", ["dog", "cut"], ["cut"]],
    ["no words", "a", [], []],
  ])("%s", (_, word, words, near) => {
    expect(nearWords(word, words, 3)).toEqual(near);
  });

  it("answers no more than it is asked for, and is quick with a word of any length", () => {
    expect(nearWords("task", ["task1", "task2", "task3"], 2)).toEqual(["task1", "task2"]);
    expect(nearWords("x".repeat(1_000_000), ["title"], 1)).toEqual([]);
  });
});

describe("laws", () => {
  it("finds a word of six letters again when one is replaced, whatever else is there", () => {
    const words = fc.constantFrom("budget", "phases", "expected", "milestones", "businessCase");
    law(fc.tuple(words, fc.nat(), fc.constantFrom("#", "$", "%")), ([word, place, letter]) => {
      const at = place % word.length;
      const wrong = `${word.slice(0, at)}${letter}${word.slice(at + 1)}`;
      expect(nearWords(wrong, ["title", word, "kind"], 1)).toEqual([word]);
    });
  });
});
