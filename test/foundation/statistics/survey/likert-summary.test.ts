import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { type LikertSummary, likertSummary } from "../../../../src/foundation/statistics/index.js";
import { faults } from "../../../kit/caught.js";
import { law } from "../../../kit/laws.js";

describe("likertSummary", () => {
  it("of sixty answers on five categories", () => {
    expect(likertSummary([4, 6, 10, 25, 15])).toEqual({
      answered: 60,
      lowMedian: 4,
      median: 4,
      highMedian: 4,
      modes: [4],
      mean: 221 / 60,
      topTwo: 40 / 60,
      bottomTwo: 10 / 60,
      net: 0.5,
    });
  });

  it("has two medians where the middle falls between categories, and all modes", () => {
    expect(likertSummary([3, 1, 0, 3, 1])).toMatchObject({ lowMedian: 2, median: 3, highMedian: 4, modes: [1, 4] });
    expect(likertSummary([3, 2, 0, 3, 1])).toMatchObject({ lowMedian: 2, median: 2, highMedian: 2 });
    expect(likertSummary([0, 0, 0, 0, 1])).toMatchObject({ median: 5, mean: 5, topTwo: 1, bottomTwo: 0, net: 1 });
    expect(likertSummary([1, 0, 0, 0, 0])).toMatchObject({ median: 1, mean: 1, topTwo: 0, bottomTwo: 1, net: -1 });
  });

  it("counts overlapping ends twice where there are fewer than four categories", () => {
    expect(likertSummary([1, 2, 5])).toMatchObject({ topTwo: 7 / 8, bottomTwo: 3 / 8, net: 0.5 });
    expect(likertSummary([1, 3])).toMatchObject({ topTwo: 1, bottomTwo: 1, net: 0, mean: 1.75 });
  });

  it("has no answer without answers", () => {
    expect(likertSummary([0, 0, 0])).toEqual({ kind: "none", reason: "nobody-answered" });
  });

  it("refuses what is none, with the place", () => {
    expect(faults(() => likertSummary([1, -1]))).toEqual(["out-of-range counts.1"]);
    expect(faults(() => likertSummary([1, 1.5]))).toEqual(["out-of-range counts.1"]);
    expect(faults(() => likertSummary([NaN, 1]))).toEqual(["not-finite counts.0"]);
    expect(faults(() => likertSummary([1, , 2] as never))).toEqual(["wrong-type counts.1"]);
    expect(faults(() => likertSummary([5]))).toEqual(["out-of-range counts"]);
    expect(faults(() => likertSummary({ 1: 5 } as never))).toEqual(["wrong-type counts"]);
    expect(faults(() => likertSummary([2 ** 53 - 1, 1]))).toEqual(["out-of-range counts"]);
    expect(likertSummary([2 ** 53 - 1, 0])).toMatchObject({ answered: 2 ** 53 - 1, median: 1 });
  });

  it("turned round, is the mirror of itself", () => {
    law(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 2, maxLength: 9 }), (counts) => {
      const [one, other] = [likertSummary(counts), likertSummary([...counts].reverse())];
      if ("kind" in one) {
        expect(other).toEqual(one);
        return;
      }
      const { lowMedian, median, highMedian, modes, mean, topTwo, bottomTwo, net } = other as LikertSummary;
      const end = counts.length + 1;
      expect([end - highMedian, end - median, end - lowMedian]).toEqual([one.lowMedian, one.median, one.highMedian]);
      expect(modes.map((mode) => end - mode).reverse()).toEqual(one.modes);
      expect(end - mean).toBeCloseTo(one.mean, 12);
      expect([bottomTwo, topTwo, 0 - net]).toEqual([one.topTwo, one.bottomTwo, one.net]);
    });
  });
});
