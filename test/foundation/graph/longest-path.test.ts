import { describe, expect, it } from "vitest";

import { longestBackward, longestForward, prepareNetwork } from "../../../src/foundation/graph/index.js";

/** a → b → d and a → c → d, with d listed first. */
const network = prepareNetwork(
  [
    { id: "d", from: ["b", "c"] },
    { id: "a", from: [] },
    { id: "b", from: ["a"] },
    { id: "c", from: ["a", "a"] },
  ],
  {
    subject: "nodes",
    linkSubject: "from",
    idOf: ({ id }) => id,
    linksOf: ({ from }) => from,
    sourceOf: (id: string) => id,
    pathOf: (node) => [node],
  },
);
/** b → d, c → d, a → b, a → c, a → c again. */
const weight = Float64Array.of(2, 3, 4, 1, 6);

describe("longestForward", () => {
  it("takes the longest way, and the longer of two links", () => {
    expect([...longestForward(network, weight, new Float64Array(4))]).toEqual([9, 0, 4, 6]);
  });

  it("keeps a floor that is above all ways", () => {
    expect([...longestForward(network, weight, Float64Array.of(0, 1, 8, 0))]).toEqual([10, 1, 8, 7]);
  });

  it("lets a negative weight reach below zero only where the floor does", () => {
    const lead = Float64Array.of(-20, -20, 0, 0, 0);
    expect([...longestForward(network, lead, Float64Array.of(-30, 0, 0, 0))]).toEqual([-20, 0, 0, 0]);
  });

  it("leaves the floors as they are", () => {
    const floor = new Float64Array(4);
    longestForward(network, weight, floor);
    expect([...floor]).toEqual([0, 0, 0, 0]);
  });

  it("takes no notice of a link of minus infinity", () => {
    const free = Float64Array.of(-Infinity, 3, 4, 1, -Infinity);
    expect([...longestForward(network, free, new Float64Array(4))]).toEqual([4, 0, 4, 1]);
  });
});

describe("longestBackward", () => {
  it("takes the tightest way back", () => {
    expect([...longestBackward(network, weight, new Float64Array(4).fill(9))]).toEqual([9, 0, 7, 6]);
  });

  it("keeps a ceiling that is below all ways", () => {
    expect([...longestBackward(network, weight, Float64Array.of(9, 9, 5, 9))]).toEqual([9, 0, 5, 6]);
  });

  it("leaves the ceilings as they are", () => {
    const ceiling = new Float64Array(4).fill(9);
    longestBackward(network, weight, ceiling);
    expect([...ceiling]).toEqual([9, 9, 9, 9]);
  });

  it("takes no notice of a link of minus infinity", () => {
    const free = Float64Array.of(-Infinity, 3, 4, 1, -Infinity);
    expect([...longestBackward(network, free, new Float64Array(4).fill(9))]).toEqual([9, 5, 9, 6]);
  });
});
