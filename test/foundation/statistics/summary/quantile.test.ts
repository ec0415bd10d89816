import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  quantile,
  quantileOfSorted,
  QUANTILE_TYPES,
  quantiles,
  sortedNumbers,
} from "../../../../src/foundation/statistics/index.js";
import { caught, faults } from "../../../kit/caught.js";
import { law } from "../../../kit/laws.js";
import { REFERENCE_QUANTILES } from "./reference-lists.js";

describe("quantiles, as published", () => {
  it("of the e-Handbook: the 90th percentile of twelve gauge readings", () => {
    // NIST/SEMATECH e-Handbook of Statistical Methods, section 7.2.6.2.
    const gauge = [
      95.1772, 95.1567, 95.1937, 95.1959, 95.1442, 95.061, 95.1591, 95.1195, 95.1065, 95.0925, 95.199, 95.1682,
    ];
    expect(quantile(gauge, { probability: 0.9, type: "weibull" })).toBeCloseTo(95.1981, 4);
  });

  it("of spreadsheets: PERCENTILE.INC and PERCENTILE.EXC in their documentation", () => {
    expect(quantile([1, 3, 2, 4], { probability: 0.3 })).toBeCloseTo(1.9, 14);
    const seven = [6, 7, 9, 15, 21];
    expect(quantile([1, 2, 3, 6, 6, 6, 7, 8, 9], { probability: 0.25, type: "weibull" })).toBe(2.5);
    expect(quantile(seven, { probability: 0.5 })).toBe(9);
  });
});

describe("quantiles", () => {
  it.each(QUANTILE_TYPES.map((type, i) => [type, i] as const))("%s, by exact fractions", (type, i) => {
    const wrong = REFERENCE_QUANTILES.flatMap(([values, probability, byType]) => {
      const expected = byType[i] as number;
      const answers = [
        quantile(values, { probability, type }),
        quantileOfSorted(sortedNumbers(values), { probability, type }),
        ...(quantiles(values, { probabilities: [0.5, probability], type }) as readonly number[]).slice(1),
        ...(
          quantiles(values, {
            probabilities: [probability, 0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 1],
            type,
          }) as readonly number[]
        ).slice(0, 1),
      ] as readonly number[];
      const slack = 1e-13 * Math.max(...values.map(Math.abs));
      return answers.every((answer) => Math.abs(answer - expected) <= slack && answer === answers[0])
        ? []
        : [[values.length, probability, expected, answers]];
    });
    expect(wrong).toEqual([]);
    expect(REFERENCE_QUANTILES.length).toBeGreaterThan(100);
  });

  it("are linear unless told otherwise, and the ends at 0 and 1", () => {
    expect(quantile([40, 10, 30, 20], { probability: 0.25 })).toBe(17.5);
    expect(quantiles([40, 10, 30, 20], { probabilities: [0.25] })).toEqual([17.5]);
    expect(quantileOfSorted([10, 20, 30, 40], { probability: 0.25 })).toBe(17.5);
    for (const type of QUANTILE_TYPES) {
      const at = (probability: number): unknown => quantile([3, 1, 2], { probability, type });
      expect([type, at(0), at(1)]).toEqual([type, 1, 3]);
    }
  });

  it("are in the order asked for, also twice and of an empty list", () => {
    expect(quantiles([4, 1, 3, 2], { probabilities: [1, 0, 0.5, 1, 0.5] })).toEqual([4, 1, 2.5, 4, 2.5]);
    expect(quantiles([4, 1], { probabilities: [] })).toEqual([]);
  });

  it("take a rank that rounding moved for the whole one that was meant", () => {
    // 0.07 × 100 is 7.000000000000001 in doubles, 0.29 × 100 is 28.999999999999996.
    const hundred = Array.from({ length: 100 }, (_, i) => i + 1);
    const at = (probability: number, type: (typeof QUANTILE_TYPES)[number]): unknown =>
      quantile(hundred, { probability, type });
    expect(at(0.07, "nearest-rank")).toBe(7);
    expect(at(0.07, "averaged-inverse-cdf")).toBe(7.5);
    expect(at(0.29, "interpolated-inverse-cdf")).toBe(29);
    expect(at(0.29, "averaged-inverse-cdf")).toBe(29.5);
    expect(at(0.065, "closest-observation")).toBe(6);
    expect(at(0.075, "closest-observation")).toBe(8);
    // The fuzz is narrow: the nearest other probability in reach is another rank.
    expect(at(0.07 + 1e-15, "nearest-rank")).toBe(8);
    expect(at(0.07 - 1e-15, "nearest-rank")).toBe(7);
    expect(at(0.07 - 1e-15, "averaged-inverse-cdf")).toBe(7);
  });

  it("do not overflow, nor leave the numbers", () => {
    expect(quantile([1.7e308, -1.7e308], { probability: 0.5 })).toBe(0);
    expect((quantile([1.7e308, -1.7e308], { probability: 0.25 }) as number) / -8.5e307).toBeCloseTo(1, 14);
    expect(quantile([1.7e308, 1.5e308], { probability: 0.5 })).toBe(1.6e308);
    expect(quantile([0.1, 0.1, 0.1], { probability: 0.3 })).toBe(0.1);
    expect(quantile([5e-324, 5e-324], { probability: 0.5 })).toBe(5e-324);
    expect(quantile([5e-324, 2.5e-323], { probability: 0.5 })).toBe(1.5e-323);
    // In exact arithmetic on these doubles: 0.39999999999999998057.
    expect(quantile([0.1, 0.7], { probability: 0.5 })).toBe(0.39999999999999997);
  });

  it("have no signed zero", () => {
    expect(quantileOfSorted([-0], { probability: 0.5 })).toBe(0);
    expect(quantile([-5e-324, 0], { probability: 0.5 })).toBe(0);
  });

  it("have no answer of nothing", () => {
    const none = { kind: "none", reason: "no-data" };
    expect(quantile([], { probability: 0.5 })).toEqual(none);
    expect(quantiles([], { probabilities: [] })).toEqual(none);
    expect(quantileOfSorted([], { probability: 1 })).toEqual(none);
  });

  it("refuse what is none, with the place", () => {
    expect(faults(() => quantile([1, 2], { probability: 1.01 }))).toEqual(["out-of-range probability"]);
    expect(faults(() => quantile([1, 2], { probability: -0.01 }))).toEqual(["out-of-range probability"]);
    expect(faults(() => quantile([1, 2], { probability: NaN }))).toEqual(["not-finite probability"]);
    expect(faults(() => quantile([1, 2], { probability: "0.5" as never }))).toEqual(["wrong-type probability"]);
    expect(faults(() => quantiles([1, 2], { probabilities: [0.5, -1] }))).toEqual(["out-of-range probabilities.1"]);
    expect(faults(() => quantiles([1, 2], { probabilities: 0.5 as never }))).toEqual(["wrong-type probabilities"]);
    expect(faults(() => quantile([1], { probability: 0.5, type: "excel" as never }))).toEqual(["out-of-range type"]);
    expect(faults(() => quantileOfSorted([NaN], { probability: 0.5 }))).toEqual(["not-finite sorted"]);
    expect(faults(() => quantileOfSorted(["1"] as never, { probability: 0.5 }))).toEqual(["not-finite sorted"]);
    expect(faults(() => quantileOfSorted("12" as never, { probability: 0.5 }))).toEqual(["wrong-type sorted"]);
    expect(faults(() => quantileOfSorted([1], { probability: 2 }))).toEqual(["out-of-range probability"]);
    expect(faults(() => quantile("12" as never, { probability: 0.5 }))).toEqual(["wrong-type values"]);
    expect(faults(() => quantile([1, , NaN, "3"] as never, { probability: 0.5 }))).toEqual([
      "missing values.1",
      "not-finite values.2",
      "wrong-type values.3",
    ]);
    expect(caught(() => quantile([1], undefined as never)).code).toBe("invalid-input");
  });
});

describe("laws", () => {
  const list = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 60 });
  const anyList = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), {
    minLength: 1,
    maxLength: 1200,
    size: "max",
  });
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const type = fc.constantFrom(...QUANTILE_TYPES);

  it("a quantile lies among the numbers, and never falls as the probability rises", () => {
    law(fc.tuple(list, share, share, type), ([values, p, q, how]) => {
      const probabilities = p < q ? [p, q] : [q, p];
      const [low, high] = quantiles(values, { probabilities, type: how }) as readonly [number, number];
      // Halfway is rounded by itself: beside it the last digit may turn.
      expect(low).toBeLessThanOrEqual(high + Math.abs(high) * 2 ** -52);
      expect(low).toBeGreaterThanOrEqual(Math.min(...values));
      expect(high).toBeLessThanOrEqual(Math.max(...values));
    });
  });

  it("a quantile of the mirrored numbers is the mirrored quantile, for the types that treat both ends alike", () => {
    const even = fc.constantFrom("hazen", "weibull", "linear", "median-unbiased", "normal-unbiased" as const);
    law(fc.tuple(list, share, even), ([values, p, how]) => {
      const mirrored = values.map((x) => -x);
      const one = quantile(values, { probability: p, type: how }) as number;
      const other = quantile(mirrored, { probability: 1 - p, type: how }) as number;
      expect(one).toBeCloseTo(-other, 6);
    });
  });

  it("quantiles by selection are those by sorting", () => {
    law(
      fc.tuple(anyList, fc.array(share, { minLength: 1, maxLength: 10 }), type),
      ([values, probabilities, how]) => {
        const sorted = sortedNumbers(values);
        const bySorting = probabilities.map((probability) => quantileOfSorted(sorted, { probability, type: how }));
        expect(quantiles(values, { probabilities, type: how })).toEqual(bySorting);
        expect(quantile(values, { probability: probabilities[0] as number, type: how })).toBe(bySorting[0]);
      },
      100,
    );
  });
});
