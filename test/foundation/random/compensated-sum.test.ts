import { describe, expect, it } from "vitest";

import { compensatedSum, runningSum } from "../../../src/foundation/random/compensated-sum.js";

const sumOf = (terms: readonly number[]): number => compensatedSum(terms.length, (i) => terms[i] as number);

describe("compensatedSum", () => {
  it.each<[readonly number[], number]>([
    [[], 0],
    [[1, 1e100, 1, -1e100], 2],
    [[1e100, 1, -1e100, 1], 2],
    [[-1e100, 1, 1e100, 1], 2],
    [[-1, -1e100, -1, 1e100], -2],
    [new Array<number>(10).fill(0.1), 1],
    [[1, 2 ** -53, 2 ** -53, 2 ** -53, 2 ** -53], 1 + 2 ** -51],
  ])("of %o is %d", (terms, sum) => {
    expect(sumOf(terms)).toBe(sum);
  });

  it("can be looked at on the way", () => {
    const sum = runningSum();
    const terms = [0.1, 0.2, 0.3, 1e20, -1e20];
    expect(terms.map((term) => sum.add(term))).toEqual([0.1, 0.30000000000000004, 0.6, 1e20, 0.6]);
  });
});
