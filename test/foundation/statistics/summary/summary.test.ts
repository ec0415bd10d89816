import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { mean, quantile, sum, summary } from "../../../../src/foundation/statistics/index.js";
import { faults } from "../../../kit/caught.js";
import { law } from "../../../kit/laws.js";
import { NIST_LISTS, REFERENCE_LISTS, relativeError } from "./reference-lists.js";

const none = (reason: string): object => ({ kind: "none", reason });

describe("summary", () => {
  it.each(NIST_LISTS)("of $name, as certified", ({ values, mean: certifiedMean, standardDeviation }) => {
    const { mean: middle, standardDeviation: spread } = summary(values);
    expect(relativeError(middle, certifiedMean)).toBeLessThan(1e-15);
    // The tenths of the data are not among the doubles: beside 10 million their error is 2e-9.
    expect(relativeError(spread, standardDeviation)).toBeLessThan(Math.max(1e-14, (1e-15 * certifiedMean) / 0.1));
  });

  it.each(REFERENCE_LISTS)("of $name, by exact fractions", (list) => {
    const found = summary(list.values);
    expect(found.sum).toBe(list.sum);
    expect(found.mean).toBe(list.mean);
    expect(relativeError(found.variance, list.variance)).toBeLessThan(1e-14);
    expect(relativeError(found.standardDeviation, list.standardDeviation)).toBeLessThan(1e-14);
  });

  it("of large numbers close together", () => {
    const values = [1_000_000_016, 1_000_000_004, 1_000_000_013, 1_000_000_007];
    expect(summary(values)).toEqual({
      count: 4,
      sum: 4_000_000_040,
      mean: 1_000_000_010,
      median: 1_000_000_010,
      variance: 30,
      standardDeviation: Math.sqrt(30),
      minimum: 1_000_000_004,
      maximum: 1_000_000_016,
    });
    expect(values).toEqual([1_000_000_016, 1_000_000_004, 1_000_000_013, 1_000_000_007]);
  });

  it("of none and of one", () => {
    const few = none("too-few-values");
    expect(summary([])).toEqual({
      count: 0,
      sum: 0,
      mean: none("no-data"),
      median: none("no-data"),
      variance: few,
      standardDeviation: few,
      minimum: none("no-data"),
      maximum: none("no-data"),
    });
    expect(summary([7])).toEqual({
      count: 1,
      sum: 7,
      mean: 7,
      median: 7,
      variance: few,
      standardDeviation: few,
      minimum: 7,
      maximum: 7,
    });
  });

  it("of equal ones has no spread", () => {
    expect(summary([0.1, 0.1, 0.1])).toMatchObject({ mean: 0.1, variance: 0, standardDeviation: 0, median: 0.1 });
  });

  it("takes back what rounding left in the mean", () => {
    // The mean of two neighbours is no double: each is half a step away from it.
    const step = 2 ** -52;
    expect(summary([1, 1 + step])).toMatchObject({ variance: (step * step) / 2 });
  });

  it.each([2 ** 479, 2 ** 480, 2 ** 481, 2 ** 500, 2 ** 510, 2 ** -479, 2 ** -480, 2 ** -481, 2 ** -500])(
    "of distances of %d squares them without loss",
    (size) => {
      const found = summary([size, 2 * size, 3 * size, 6 * size]);
      expect(relativeError(found.standardDeviation, Math.sqrt(14 / 3) * size)).toBeLessThan(4e-16);
      expect(relativeError(found.variance, (14 / 3) * size * size)).toBeLessThan(4e-16);
    },
  );

  it("has a spread where its square is not among the doubles", () => {
    expect(summary([0, 1e200])).toMatchObject({
      variance: none("beyond-range"),
      standardDeviation: expect.closeTo(1e200 * Math.SQRT1_2, -186) as number,
    });
    const { variance, standardDeviation } = summary([0, 1e-200]);
    expect(variance).toBe(0);
    expect(relativeError(standardDeviation, 1e-200 * Math.SQRT1_2)).toBeLessThan(1e-15);
    expect(relativeError(summary([1e308, -1e308]).standardDeviation, 1e308 * Math.SQRT2)).toBeLessThan(1e-15);
    expect(summary([5e-324, 0, 0])).toMatchObject({ variance: 0, standardDeviation: 5e-324 });
  });

  it("has none where the spread is above the largest double itself", () => {
    expect(summary([1.7e308, -1.7e308])).toMatchObject({
      sum: 0,
      mean: 0,
      median: 0,
      variance: none("beyond-range"),
      standardDeviation: none("beyond-range"),
    });
    expect(summary([1.7e308, 1.7e308])).toMatchObject({
      sum: none("beyond-range"),
      mean: 1.7e308,
      median: 1.7e308,
      variance: 0,
    });
  });

  it("refuses what is none", () => {
    expect(faults(() => summary([1, NaN, "2" as never]))).toEqual(["not-finite values.1", "wrong-type values.2"]);
    expect(faults(() => summary(null as never))).toEqual(["wrong-type values"]);
  });

  it("moves with the numbers", () => {
    const numbers = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 40 });
    law(fc.tuple(numbers, fc.integer({ min: -1000, max: 1000 })), ([values, by]) => {
      const [a, b] = [summary(values), summary(values.map((x) => x + by))];
      expect(b.mean as number).toBeCloseTo((a.mean as number) + by, 9);
      expect(b.variance as number).toBeCloseTo(a.variance as number, 6);
      expect(b.median).toBe((a.median as number) + by);
      expect([b.minimum, b.maximum]).toEqual([Math.min(...values) + by, Math.max(...values) + by]);
    });
  });

  it("says what the single functions say, in any order of the numbers", () => {
    law(fc.array(fc.double({ min: -1e300, max: 1e300, noNaN: true }), { minLength: 1, maxLength: 60 }), (values) => {
      const found = summary(values);
      expect(found.sum).toEqual(sum(values));
      expect(found.mean).toBe(mean(values));
      expect(found.median).toBe(quantile(values, { probability: 0.5 }));
      const turned = summary([...values].reverse());
      expect([turned.median, turned.minimum, turned.maximum]).toEqual([found.median, found.minimum, found.maximum]);
    });
  });
});
