import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  fencedOutliers,
  mean,
  medianOutliers,
  mergeMoments,
  mergeQuantileSketches,
  momentFigures,
  moments,
  type QuantileSketch,
  quantileSketch,
  sketchQuantile,
  sum,
  summary,
} from "../../../../src/foundation/statistics/index.js";
import { caught } from "../../../kit/caught.js";
import { law } from "../../../kit/laws.js";

const none = (reason: string): object => ({ kind: "none", reason });
const list = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { maxLength: 40 });

describe("sum and mean", () => {
  it("lose nothing that matters", () => {
    expect(sum([1e16, 1, -1e16])).toBe(1);
    expect(sum([1, 1e100, 1, -1e100])).toBe(2);
    expect(sum(new Array<number>(10).fill(0.1))).toBe(1);
    expect(sum([])).toBe(0);
    expect(mean([3, 5, 10])).toBe(6);
    expect(mean([5e-324, 5e-324])).toBe(5e-324);
  });

  it("do not overflow on the way", () => {
    expect(sum([1e308, 1e308, -1e308])).toBe(1e308);
    expect(mean([1.7e308, 1.7e308])).toBe(1.7e308);
    expect(sum([1.7e308, 1.7e308])).toEqual(none("beyond-range"));
    expect(sum([-1.7e308, -1.7e308])).toEqual(none("beyond-range"));
  });

  it("say why there is none", () => {
    expect(mean([])).toEqual(none("no-data"));
    expect(caught(() => mean([1, NaN])).code).toBe("invalid-input");
    expect(caught(() => sum([Infinity])).code).toBe("invalid-input");
  });

  it("are exact for whole numbers", () => {
    law(fc.array(fc.maxSafeInteger(), { maxLength: 50 }), (values) => {
      const exact = values.reduce((total, x) => total + BigInt(x), 0n);
      expect(sum(values)).toBe(Number(exact));
    });
  });
});

describe("summary", () => {
  it("of large numbers close together", () => {
    const standardDeviation = Math.sqrt(30);
    expect(summary([1_000_000_004, 1_000_000_007, 1_000_000_013, 1_000_000_016])).toEqual({
      count: 4,
      sum: 4_000_000_040,
      mean: 1_000_000_010,
      median: 1_000_000_010,
      variance: 30,
      standardDeviation,
      minimum: 1_000_000_004,
      maximum: 1_000_000_016,
    });
  });

  it("of one, of none, of equal ones and of the largest", () => {
    expect(summary([7])).toEqual({
      count: 1,
      sum: 7,
      mean: 7,
      median: 7,
      variance: none("too-few-values"),
      standardDeviation: none("too-few-values"),
      minimum: 7,
      maximum: 7,
    });
    expect(summary([])).toEqual({
      count: 0,
      sum: 0,
      mean: none("no-data"),
      median: none("no-data"),
      variance: none("too-few-values"),
      standardDeviation: none("too-few-values"),
      minimum: none("no-data"),
      maximum: none("no-data"),
    });
    expect(summary([0.1, 0.1, 0.1])).toMatchObject({ variance: 0, standardDeviation: 0, median: 0.1 });
    expect(summary([1.7e308, -1.7e308])).toMatchObject({
      sum: 0,
      mean: 0,
      median: 0,
      variance: none("beyond-range"),
      standardDeviation: none("beyond-range"),
    });
    expect(summary([3, 1, 2]).median).toBe(2);
    expect(summary([9, 1, 5, 2]).median).toBe(3.5);
  });

  it("moves with the numbers", () => {
    law(
      fc.tuple(
        fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 40 }),
        fc.integer({ min: -1000, max: 1000 }),
      ),
      ([values, by]) => {
        const [a, b] = [summary(values), summary(values.map((x) => x + by))];
        expect(b.mean as number).toBeCloseTo((a.mean as number) + by, 9);
        expect(b.variance as number).toBeCloseTo(a.variance as number, 6);
        expect(b.median).toBe((a.median as number) + by);
        expect([b.minimum, b.maximum]).toEqual([Math.min(...values) + by, Math.max(...values) + by]);
      },
    );
  });
});

describe("moments", () => {
  it("of some numbers", () => {
    expect(moments([3, 7, 7, 19])).toEqual({
      count: 4,
      mean: 9,
      squares: 144,
      cubes: 768,
      fourths: 11_328,
      minimum: 3,
      maximum: 19,
    });
    expect(moments([])).toEqual({ count: 0, mean: 0, squares: 0, cubes: 0, fourths: 0 });
    expect(momentFigures(moments([3, 7, 7, 19]))).toEqual({
      count: 4,
      mean: 9,
      variance: 48,
      standardDeviation: Math.sqrt(48),
      skewness: 192 / 216,
      excessKurtosis: 2832 / 1296 - 3,
      minimum: 3,
      maximum: 19,
    });
  });

  it("say why a figure is missing", () => {
    expect(momentFigures(moments([]))).toMatchObject({
      count: 0,
      mean: none("no-data"),
      variance: none("too-few-values"),
      skewness: none("too-few-values"),
      minimum: none("no-data"),
      maximum: none("no-data"),
    });
    expect(momentFigures(moments([4]))).toMatchObject({
      mean: 4,
      variance: none("too-few-values"),
      standardDeviation: none("too-few-values"),
      excessKurtosis: none("too-few-values"),
    });
    expect(momentFigures(moments([4, 4]))).toMatchObject({
      variance: 0,
      skewness: none("no-spread"),
      excessKurtosis: none("no-spread"),
    });
  });

  it("refuse what is none", () => {
    const endless = { ...moments([1, 2]) };
    Reflect.deleteProperty(endless, "minimum");
    expect(caught(() => momentFigures(endless))).toMatchObject({
      code: "invalid-input",
      details: { issues: [{ code: "inconsistent", path: [] }] },
    });
    expect(caught(() => momentFigures({ ...moments([]), minimum: 1, maximum: 2 }))).toMatchObject({
      details: { issues: [{ code: "inconsistent", path: [] }] },
    });
    expect(caught(() => momentFigures({ ...moments([1, 2]), minimum: 5 }))).toMatchObject({
      details: { issues: [{ code: "inconsistent", path: ["minimum"] }] },
    });
    expect(caught(() => mergeMoments([{ ...moments([1]), squares: -1 }])).code).toBe("invalid-input");
    expect(caught(() => moments([1e200, -1e200]))).toMatchObject({
      code: "out-of-range",
      details: { path: ["values"] },
    });
  });

  it("of parts are those of the whole, whatever the parts", () => {
    law(fc.tuple(list, list, list), ([a, b, c]) => {
      const whole = moments([...a, ...b, ...c]);
      const merged = mergeMoments([moments(a), moments(b), moments(c)]);
      expect(merged.count).toBe(whole.count);
      expect([merged.minimum, merged.maximum]).toEqual([whole.minimum, whole.maximum]);
      for (const [key, power] of [
        ["mean", 1],
        ["squares", 2],
        ["cubes", 3],
        ["fourths", 4],
      ] as const) {
        expect(Math.abs(merged[key] - whole[key])).toBeLessThanOrEqual(1e-11 * 2e6 ** power * Math.max(1, whole.count));
      }
      expect(JSON.parse(JSON.stringify(merged))).toEqual(merged);
    });
  });
});

describe("a quantile sketch", () => {
  const thousands = Array.from({ length: 10_007 }, (_, i) => ((i * 7919) % 10_007) + 1);

  it("is exact up to a thousand numbers", () => {
    const sketch = quantileSketch(thousands.slice(0, 1000));
    const sorted = thousands.slice(0, 1000).sort((a, b) => a - b);
    for (const probability of [0, 0.3, 0.5, 1]) {
      expect(sketchQuantile(sketch, { probability })).toEqual({
        value: sorted[Math.floor(probability * 999 + 1e-9)],
        isExact: true,
        relativeError: 0,
      });
    }
    expect(sketchQuantile(quantileSketch([]), { probability: 0.5 })).toEqual(none("no-data"));
  });

  it("keeps its error beyond, and is exact at the ends", () => {
    const sketch = quantileSketch(thousands);
    expect(sketchQuantile(sketch, { probability: 0 })).toEqual({ value: 1, isExact: true, relativeError: 0 });
    expect(sketchQuantile(sketch, { probability: 1 })).toEqual({ value: 10_007, isExact: true, relativeError: 0 });
    expect(sketchQuantile(sketch, { probability: 0.9 })).toEqual({
      value: 9024,
      isExact: false,
      relativeError: 0.0078125,
    });
    expect(sketch.buckets.length).toBeLessThan(1000);
  });

  it.each([
    [0.25, 1],
    [0.249, 2],
    [0.1, 3],
    [0.01, 6],
    [1e-6, 19],
  ])("of an error of %d has %i bits", (relativeError, bits) => {
    expect(quantileSketch([1], { relativeError }).bits).toBe(bits);
  });

  it("holds its error for numbers of any size and sign, and is the same however the parts are cut and ordered", () => {
    const numbers = fc.array(
      fc.oneof(
        fc.double({ min: -1e300, max: 1e300, noNaN: true }),
        fc.constant(0),
        fc.double({ min: 1, max: 100, noNaN: true }),
      ),
      { minLength: 1001, maxLength: 1400, size: "max" },
    );
    law(
      fc.tuple(numbers, fc.integer({ min: 2, max: 5 }), fc.double({ min: 0, max: 1, noNaN: true })),
      ([values, parts, probability]) => {
        const whole = quantileSketch(values);
        const cut = Array.from({ length: parts }, (_, k) =>
          quantileSketch(values.filter((_value, i) => i % parts === k)),
        );
        expect(mergeQuantileSketches(cut)).toEqual(whole);
        expect(mergeQuantileSketches(cut.reverse())).toEqual(whole);
        expect(JSON.parse(JSON.stringify(whole))).toEqual(whole);
        const sorted = values.map((x) => x + 0).sort((a, b) => a - b);
        const truth = sorted[Math.floor(probability * (values.length - 1) * (1 + 1e-15))] ?? NaN;
        const { value, relativeError } = sketchQuantile(whole, { probability }) as {
          value: number;
          relativeError: number;
        };
        expect(Math.abs(value - truth)).toBeLessThanOrEqual(
          relativeError * Math.abs(truth) + (Math.abs(truth) < 2.3e-308 ? 1e-308 : 0),
        );
      },
      40,
    );
  });

  it("refuses what contradicts itself", () => {
    const sketch = quantileSketch(thousands);
    const issues = (broken: QuantileSketch): unknown =>
      (
        caught(() => sketchQuantile(broken, { probability: 0.5 })).details as unknown as { issues: { path: unknown }[] }
      ).issues.map(({ path }) => path);
    expect(issues({ ...sketch, count: 5000 })).toEqual([["count"]]);
    expect(issues({ ...sketch, ends: [] })).toEqual([[]]);
    expect(issues({ ...sketch, values: [1] })).toEqual([[]]);
    expect(issues({ ...sketch, ends: [3, 1] })).toEqual([["values"]]);
    expect(issues({ ...sketch, buckets: [...sketch.buckets].reverse() })).toEqual([["buckets"]]);
    expect(issues({ ...quantileSketch([1, 2]), values: [2, 1] })).toEqual([["values"]]);
    expect(issues({ ...quantileSketch([1, 2]), ends: [1, 2] })).toEqual([[]]);
    expect(caught(() => mergeQuantileSketches([])).code).toBe("empty");
    expect(
      caught(() => mergeQuantileSketches([quantileSketch([1]), quantileSketch([1], { relativeError: 0.1 })])),
    ).toMatchObject({ code: "inconsistent", details: { path: ["sketches", 1, "bits"] } });
    expect(caught(() => quantileSketch([1], { relativeError: 0.3 }))).toMatchObject({
      code: "out-of-range",
      details: { path: ["relativeError"] },
    });
    expect(caught(() => sketchQuantile(sketch, { probability: 2 }))).toMatchObject({
      code: "out-of-range",
      details: { path: ["probability"] },
    });
  });
});

describe("outliers", () => {
  it("by medians", () => {
    const found = medianOutliers([1, 3, 3, 6, 8, 10, 10, 1000], { cutoff: 3 });
    expect(found).toMatchObject({
      median: 7,
      medianAbsoluteDeviation: 3.5,
      meanAbsoluteDeviation: 126.875,
      outliers: [7],
    });
    expect((found as { scale: number }).scale).toBeCloseTo(5.1891, 12);
    expect((found as { scores: readonly number[] }).scores[0]).toBeCloseTo(-1.1562698733884489, 12);
  });

  it("by the mean distance where the median one is zero, and none where all are equal", () => {
    const found = medianOutliers([5, 5, 5, 5, 5, 5, 9]);
    expect(found).toMatchObject({ medianAbsoluteDeviation: 0, outliers: [6] });
    expect((found as { scores: readonly number[] }).scores[6]).toBeCloseTo(5.585192537544462, 9);
    expect(medianOutliers([4, 4, 4])).toMatchObject({ scale: 0, scores: [0, 0, 0], outliers: [] });
    expect(medianOutliers([])).toEqual(none("no-data"));
    expect(caught(() => medianOutliers([1], { cutoff: 0 }))).toMatchObject({
      code: "out-of-range",
      details: { path: ["cutoff"] },
    });
  });

  it("are refused where a distance is above the largest double", () => {
    for (const values of [
      [1e308, -1e308, 0],
      [1e-300, 2e-300, 3e-300, 4e-300, 1e300],
    ]) {
      expect(caught(() => medianOutliers(values))).toMatchObject({
        code: "out-of-range",
        details: { path: ["values"] },
      });
    }
    expect(caught(() => fencedOutliers([1e308, -1e308, 1e308, -1e308])).code).toBe("out-of-range");
  });

  it("by Tukey's fences, where the fence itself is inside", () => {
    expect(fencedOutliers([3, 6, 7, 8, 8, 10, 13, 15, 16, 20, 60])).toEqual({
      lowerQuartile: 7.5,
      upperQuartile: 15.5,
      lowerFence: -4.5,
      upperFence: 27.5,
      outliers: [10],
    });
    expect(fencedOutliers([0, 10, 20, 30, 40, 70, -30])).toMatchObject({
      lowerQuartile: 5,
      upperQuartile: 35,
      outliers: [],
    });
    expect(fencedOutliers([0, 10, 20, 30, 40, 81, -41])).toMatchObject({ outliers: [5, 6] });
    expect(fencedOutliers([])).toEqual(none("no-data"));
  });
});
