import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { faults } from "../kit/caught.js";
import { law } from "../kit/laws.js";
import { csvNumber, csvText, writeCsv } from "../../src/interchange/index.js";

describe("csv", () => {
  it.each([
    ["plan", "plan"],
    ["=1+1", "'=1+1"],
    ["@SUM(1)", "'@SUM(1)"],
    ["-2+3", "'-2+3"],
    ["\uff1d1", "'\uff1d1"],
    ['=HYPERLINK("http://a.example","x")', '"\'=HYPERLINK(""http://a.example"",""x"")"'],
    ['He said "hi", ok\nnew', '"He said ""hi"", ok\nnew"'],
  ])("text %o", (text, cell) => {
    expect(csvText(text)).toBe(cell);
  });

  it("keeps numbers numbers, and refuses other text as one", () => {
    expect([csvNumber("-5"), csvNumber("1.50")]).toEqual(["-5", "1.5"]);
    expect(faults(() => csvNumber("=1"))).toEqual(["invalid-format number"]);
    expect(faults(() => csvText(5 as unknown as string))).toEqual(["wrong-type text"]);
  });

  it("writes a table that reads back, but for the apostrophes", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", '"', ",", "\n", "=", " ") });
    law(fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { maxLength: 5 }), (rows) => {
      const again = readCsv(writeCsv(["x", "y"], rows)).slice(1);
      expect(again.map((row) => row.map((text) => text.replace(/^'(?=[=\n])/, "")))).toEqual(rows);
    });
  });
});

/** A reader of RFC 4180 for the test. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i] ?? "";
    if (quoted) {
      if (c !== '"') cell += c;
      else if (text[i + 1] === '"') cell += text[++i] ?? "";
      else quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === ",") {
      row.push(cell);
      cell = "";
    } else if (c === "\r" && text[i + 1] === "\n") {
      rows.push([...row, cell]);
      row = [];
      cell = "";
      i++;
    } else cell += c;
  }
  return rows;
}
