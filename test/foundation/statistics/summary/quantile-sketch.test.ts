import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  mergeQuantileSketches,
  type QuantileSketch,
  quantileSketch,
  sketchQuantile,
  type SketchedQuantile,
} from "../../../../src/foundation/statistics/index.js";
import { faults } from "../../../kit/caught.js";
import { law } from "../../../kit/laws.js";
import { noise } from "./arrangements.js";

const none = (reason: string): object => ({ kind: "none", reason });
/** 1 to 10 007, shuffled. */
const THOUSANDS = Array.from({ length: 10_007 }, (_, i) => ((i * 7919) % 10_007) + 1);
const at = (sketch: QuantileSketch, probability: number): SketchedQuantile =>
  sketchQuantile(sketch, { probability }) as SketchedQuantile;

describe("a quantile sketch", () => {
  it("is exact up to a thousand numbers", () => {
    const sketch = quantileSketch(THOUSANDS.slice(0, 1000));
    const sorted = THOUSANDS.slice(0, 1000).sort((a, b) => a - b);
    for (const [probability, rank] of [
      [0, 0],
      [0.3, 299],
      [0.5, 499],
      [0.9991, 998],
      [1, 999],
    ] as const) {
      expect(at(sketch, probability)).toEqual({ value: sorted[rank], isExact: true, relativeError: 0 });
    }
    expect(sketch).toEqual({ bits: 6, count: 1000, values: sorted, buckets: [], ends: [] });
    expect(sketchQuantile(quantileSketch([]), { probability: 0.5 })).toEqual(none("no-data"));
  });

  it("counts in buckets from a thousand and one on", () => {
    const sketch = quantileSketch(THOUSANDS.slice(0, 1001));
    expect([sketch.values, sketch.ends, sketch.count]).toEqual([
      [],
      [Math.min(...THOUSANDS.slice(0, 1001)), Math.max(...THOUSANDS.slice(0, 1001))],
      1001,
    ]);
    expect(at(sketch, 0.5).isExact).toBe(false);
  });

  it("keeps its error beyond, and is exact at the ends", () => {
    const sketch = quantileSketch(THOUSANDS);
    expect(at(sketch, 0)).toEqual({ value: 1, isExact: true, relativeError: 0 });
    expect(at(sketch, 1)).toEqual({ value: 10_007, isExact: true, relativeError: 0 });
    // The 9006th number is 9006, in the bucket from 8960 to 9088.
    expect(at(sketch, 0.9)).toEqual({ value: 9024, isExact: false, relativeError: 2 ** -7 });
    expect(sketch.buckets.length).toBeLessThan(1000);
  });

  it("takes a rank that rounding moved for the whole one that was meant", () => {
    // 0.29 × 1100 is 318.99999999999994 in doubles; all numbers have a bucket of their own.
    const sketch = quantileSketch(
      Array.from({ length: 1101 }, (_, i) => i + 1024),
      { relativeError: 2 ** -13 },
    );
    expect(at(sketch, 0.29).value).toBeCloseTo(1024 + 319, 0);
    expect(Math.floor(at(sketch, 0.29).value)).toBe(1024 + 319);
    expect(Math.floor(at(sketch, 0.289).value)).toBe(1024 + 317);
  });

  it("keeps zeros, signs and sizes apart", () => {
    const values = [-1e300, -1, -1e-300, 0, 1e-300, 1, 1e300];
    const sketch = quantileSketch(values.flatMap((x) => new Array<number>(200).fill(x)));
    expect(sketch.buckets.map(({ count }) => count)).toEqual(new Array<number>(7).fill(200));
    values.forEach((x, i) => {
      const { value, isExact, relativeError } = at(sketch, (200 * i + 100) / 1399);
      expect(Math.abs(value - x)).toBeLessThanOrEqual(relativeError * Math.abs(x));
      expect([isExact, relativeError]).toEqual(x === 0 ? [true, 0] : [false, 2 ** -7]);
    });
  });

  it("stays within its ends, also in the first and the last bucket there is", () => {
    const equal = (x: number): QuantileSketch => quantileSketch(new Array<number>(1001).fill(x));
    for (const x of [1.7976931348623157e308, -1.7976931348623157e308, 5e-324, -5e-324, 9000, -9000]) {
      expect(at(equal(x), 0.5).value).toBe(x);
    }
    // The last bucket reaches above the largest double: its middle is taken from its width.
    const largest = 1.7976931348623157e308;
    const top = quantileSketch([largest, ...Array.from({ length: 1001 }, (_, i) => 1.785e308 + i * 1e303)]);
    expect(at(top, 0.5).value).toBe((2 - 2 ** -6) * 2 ** 1023 * (1 + 2 ** -7));
    expect(at(top, 0.5).value).toBeLessThan(largest);
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

  it("has buckets of one width within a doubling", () => {
    const values = Array.from({ length: 1600 }, (_, i) => 1 + (i % 8) / 8);
    expect(quantileSketch(values, { relativeError: 0.0625 }).buckets).toEqual(
      Array.from({ length: 8 }, (_, i) => ({ bucket: 1023 * 8 + i + 1, count: 200 })),
    );
  });
});

describe("merged sketches", () => {
  it("are exact as long as there are few numbers in all", () => {
    const [a, b] = [THOUSANDS.slice(0, 600), THOUSANDS.slice(600, 1000)];
    expect(mergeQuantileSketches([quantileSketch(a), quantileSketch(b)])).toEqual(quantileSketch([...a, ...b]));
    expect(mergeQuantileSketches([quantileSketch(a), quantileSketch([...b, 7])]).values).toEqual([]);
  });

  it("are that of all numbers, small and large ones together", () => {
    const parts = [THOUSANDS.slice(0, 5), THOUSANDS.slice(5, 5000), [], THOUSANDS.slice(5000)];
    const sketches = parts.map((part) => quantileSketch(part));
    expect(mergeQuantileSketches(sketches)).toEqual(quantileSketch(THOUSANDS));
    expect(mergeQuantileSketches([sketches[1] as QuantileSketch])).toEqual(sketches[1]);
  });

  it("are refused when they do not fit", () => {
    expect(faults(() => mergeQuantileSketches([]))).toEqual(["empty sketches"]);
    const [one, other] = [quantileSketch([1]), quantileSketch([1], { relativeError: 0.1 })];
    expect(faults(() => mergeQuantileSketches([one, one, other]))).toEqual(["inconsistent sketches.2.bits"]);
    const most = {
      bits: 6,
      count: 2 ** 53 - 1,
      values: [],
      buckets: [{ bucket: 0, count: 2 ** 53 - 1 }],
      ends: [0, 0],
    };
    expect(at(most, 0.9999999999999999)).toEqual({ value: 0, isExact: true, relativeError: 0 });
    expect(faults(() => mergeQuantileSketches([most, one]))).toEqual(["out-of-range count"]);
    expect(faults(() => mergeQuantileSketches([one, { ...one, count: 2 }]))).toEqual(["inconsistent 1.count"]);
    expect(faults(() => mergeQuantileSketches(one as never))).toEqual(["wrong-type"]);
  });
});

describe("a sketch that contradicts itself", () => {
  it("is refused with the place", () => {
    const sketch = quantileSketch(THOUSANDS);
    const refused = (state: object): readonly string[] =>
      faults(() => sketchQuantile(state as QuantileSketch, { probability: 0.5 }));
    expect(refused({ ...sketch, count: 5000 })).toEqual(["inconsistent count"]);
    expect(refused({ ...sketch, ends: [] })).toEqual(["inconsistent"]);
    expect(refused({ ...sketch, values: [1] })).toEqual(["inconsistent"]);
    expect(refused({ ...sketch, ends: [3, 1] })).toEqual(["inconsistent ends"]);
    expect(refused({ ...sketch, ends: [2, 10_007] })).toEqual(["inconsistent ends"]);
    expect(refused({ ...sketch, ends: [1, 20_000] })).toEqual(["inconsistent ends"]);
    expect(refused({ ...sketch, buckets: [...sketch.buckets].reverse() })).toEqual([
      "inconsistent buckets",
      "inconsistent ends",
    ]);
    const flat = { bits: 6, count: 1001, values: [], buckets: [{ bucket: 1023 * 64 + 1, count: 1001 }] };
    expect(refused({ ...flat, ends: [1.01, 1] })).toEqual(["inconsistent ends"]);
    const twice = [
      { bucket: 1023 * 64 + 1, count: 1000 },
      { bucket: 1023 * 64 + 1, count: 1 },
    ];
    expect(refused({ ...flat, buckets: twice, ends: [1, 1.01] })).toEqual(["inconsistent buckets"]);
    expect(at({ ...flat, ends: [1, 1.01] }, 0.5).value).toBe(1 + 2 ** -7);
    expect(refused({ ...quantileSketch([1, 2]), values: [2, 1] })).toEqual(["inconsistent values"]);
    expect(refused({ ...quantileSketch([1, 2]), ends: [1, 2] })).toEqual(["inconsistent"]);
    expect(refused({ ...quantileSketch([1, 2]), count: 3 })).toEqual(["inconsistent count"]);
    expect(refused({ ...sketch, bits: 21 })).toEqual(["out-of-range bits"]);
    expect(refused({ ...sketch, bits: 0 })).toEqual(["out-of-range bits"]);
    expect(refused({ ...sketch, buckets: [{ bucket: 1, count: 0 }] })).toEqual(["out-of-range buckets.0.count"]);
    expect(refused({ ...sketch, note: 1 })).toEqual(["unknown-key note"]);
  });

  it("nor is any other input taken for one", () => {
    const sketch = quantileSketch([1, 2]);
    expect(faults(() => quantileSketch([1, NaN]))).toEqual(["not-finite values.1"]);
    expect(faults(() => quantileSketch([1], { relativeError: 0.3 }))).toEqual(["out-of-range relativeError"]);
    expect(faults(() => quantileSketch([1], { relativeError: 9e-7 }))).toEqual(["out-of-range relativeError"]);
    expect(faults(() => sketchQuantile(sketch, { probability: 2 }))).toEqual(["out-of-range probability"]);
    expect(faults(() => sketchQuantile([1, 2] as never, { probability: 0.5 }))).toEqual(["wrong-type"]);
  });
});

describe("laws", () => {
  // From a seed, so that a failure is made smaller in a few steps.
  const numbers = fc
    .tuple(fc.integer(), fc.integer({ min: 1001, max: 1400 }))
    .map(([seed, count]) =>
      [...noise(count, seed)].map((x, i) => [x * 1e290, 0, x * 1e-300, x, Math.abs(x) % 99][i % 5] ?? 0),
    );
  const share = fc.double({ min: 0, max: 1, noNaN: true });

  it("a sketch is the same however the numbers are cut up and the parts are ordered", () => {
    law(
      fc.tuple(numbers, fc.integer({ min: 2, max: 5 })),
      ([values, parts]) => {
        const whole = quantileSketch(values);
        const cut = Array.from({ length: parts }, (_, k) => quantileSketch(values.filter((_x, i) => i % parts === k)));
        const [first, ...others] = cut as [QuantileSketch, ...QuantileSketch[]];
        const found = [
          mergeQuantileSketches(cut),
          mergeQuantileSketches([...cut].reverse()),
          others.reduce((a, b) => mergeQuantileSketches([b, a]), first),
          JSON.parse(JSON.stringify(whole)) as QuantileSketch,
        ];
        // As text: a matcher would write out thousands of numbers for each try.
        expect(found.map((one) => JSON.stringify(one) === JSON.stringify(whole))).toEqual([true, true, true, true]);
      },
      40,
    );
  });

  it("a quantile is off by no more than the error it states, for numbers of any size and sign", () => {
    law(
      fc.tuple(numbers, share, fc.constantFrom(0.25, 0.01, 0.0001)),
      ([values, probability, asked]) => {
        const sorted = values.map((x) => x + 0).sort((a, b) => a - b);
        const truth = sorted[Math.floor(probability * (values.length - 1) * (1 + 1e-15))] as number;
        const { value, isExact, relativeError } = at(quantileSketch(values, { relativeError: asked }), probability);
        expect(relativeError).toBeLessThanOrEqual(asked);
        // Below the smallest normal double the buckets are no narrower than half of it.
        const slack = Math.abs(truth) < 2.3e-308 ? 1.2e-308 : 0;
        expect(Math.abs(value - truth)).toBeLessThanOrEqual(relativeError * Math.abs(truth) + slack);
        if (isExact) expect(value).toBe(truth);
      },
      60,
    );
  });
});
