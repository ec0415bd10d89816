import * as z from "zod";

import { DomainError, type NoAnswer, noAnswer } from "../../errors/index.js";
import { broken, contained, demandBetween, demandNumbers } from "../../guard/index.js";
import { Count, list, MAX_LIST, parse, rule, schema } from "../../schema/index.js";
import { bitsFor, bucketsOf, halfWidth, MAX_BITS, middleOf, type SketchBucket } from "./sketch-buckets.js";
import { sortInPlace } from "./sorted-numbers.js";

/** Numbers that are kept one by one; beyond it they are counted in buckets. */
const KEPT = 1000;
/**
 * Numbers that were counted, so that quantiles of millions fit into a few kilobytes and sketches of parts can be merged.
 * Plain data; the same whatever the order in which the numbers came and the sketches were merged.
 */
export interface QuantileSketch {
  /** Leading bits of the fraction that make a bucket: each doubling of size is cut into 2^bits buckets of one width. */
  readonly bits: number;
  /** How many numbers. */
  readonly count: number;
  /** The numbers in rising order, as long as there are no more than 1000; empty beyond. */
  readonly values: readonly number[];
  /** Where the numbers fell, in rising order, once there are more than 1000. */
  readonly buckets: readonly SketchBucket[];
  /** Smallest and largest number, once there are more than 1000; empty before. */
  readonly ends: readonly number[];
}

/** Reads a {@link QuantileSketch}. */
export const QuantileSketch: z.ZodType<QuantileSketch> = /* @__PURE__ */ schema(() =>
  z
    .strictObject({
      bits: z.int().min(1).max(MAX_BITS),
      count: Count,
      values: list(z.number()),
      buckets: list(z.strictObject({ bucket: z.int(), count: z.int().min(1) })),
      ends: list(z.number()),
    })
    .check(
      rule(({ bits, count, values, buckets, ends }: QuantileSketch, report) => {
        const isSmall = count <= KEPT;
        const held = isSmall ? values.length : countOf(buckets);
        if (held !== count) report("inconsistent", ["count"], `expected the count of what it holds, ${String(held)}`);
        if (isSmall ? buckets.length + ends.length > 0 : values.length > 0 || ends.length !== 2) {
          report("inconsistent", [], "expected values up to a count of 1000, buckets and both ends beyond");
          return;
        }
        if (!values.every((x, i) => i === 0 || (values[i - 1] as number) <= x))
          report("inconsistent", ["values"], "expected rising order");
        if (!buckets.every((one, i) => i === 0 || (buckets[i - 1] as SketchBucket).bucket < one.bucket))
          report("inconsistent", ["buckets"], "expected rising order, each bucket once");
        if (isSmall) return;
        const [first, last] = ends as readonly [number, number];
        const [lowest, highest] = [buckets[0], buckets[buckets.length - 1]].map((one) => one?.bucket);
        const isAt = (end: number, bucket?: number): boolean =>
          bucketsOf(Float64Array.of(end), bits)[0]?.bucket === bucket;
        if (!isAt(first, lowest) || !isAt(last, highest) || first > last)
          report("inconsistent", ["ends"], "expected a number of the first bucket and one of the last");
      }),
    ),
);

const Sketches: z.ZodType<readonly QuantileSketch[]> = /* @__PURE__ */ schema(() => list(QuantileSketch));

/** How precise a sketch is to be. */
export interface QuantileSketchOptions {
  /** Largest error of a quantile as a share of it, from 1e-6 to 0.25; 0.01 when left out. */
  readonly relativeError?: number;
}

/** A quantile from a sketch. */
export interface SketchedQuantile {
  /** The number of 0-based rank ⌊p (n − 1)⌋, or one near it. */
  readonly value: number;
  /** Whether it is that number itself. */
  readonly isExact: boolean;
  /** How far it can be off, as a share of it; 0 when exact. Numbers below 2.3e-308 in size are not held to it. */
  readonly relativeError: number;
}

/**
 * Counts numbers for quantiles.
 *
 * @param values - numbers, in any order; may be empty
 * @param options - `relativeError`
 * @returns the sketch, as plain data
 * @throws DomainError `invalid-input` when elements are no finite numbers, one issue per fault
 * @throws DomainError `wrong-type` when it is no list
 * @throws DomainError `too-many` above 10 000 000 numbers, or when they fall into more than 1 000 000 buckets
 * @throws DomainError `wrong-type`, `not-finite` or `out-of-range` when `relativeError` is no number from 1e-6 to 0.25
 * @source Masson, Rim and Lee, DDSketch: a fast and fully-mergeable quantile sketch with relative-error guarantees, Proceedings of the VLDB Endowment 12 (2019), section 2; buckets of equal width within a doubling, so that no logarithm is rounded
 *
 * @example
 * ```ts
 * import { quantileSketch, sketchQuantile } from "golive-kit/statistics";
 *
 * const sketch = quantileSketch([250, 90, 120, 4000]);
 *
 * sketchQuantile(sketch, { probability: 0.5 }); // => { value: 120, isExact: true, relativeError: 0 }
 * ```
 */
export function quantileSketch(values: ArrayLike<number>, options: QuantileSketchOptions = {}): QuantileSketch {
  return contained("quantileSketch", () => {
    const bits = bitsFor(demandBetween(options.relativeError ?? 0.01, 1e-6, 0.25, "relativeError"));
    const numbers = sortInPlace(demandNumbers(values, "values"));
    return numbers.length <= KEPT
      ? { bits, count: numbers.length, values: [...numbers], buckets: [], ends: [] }
      : counted(bits, bucketsOf(numbers, bits), [numbers[0] as number, numbers[numbers.length - 1] as number]);
  });
}

/**
 * Puts sketches together, as if all numbers had been counted at once: the same sketch, whatever the parts and their order.
 *
 * @param sketches - at least one, all of the same precision
 * @returns the sketch of all
 * @throws DomainError `empty` without a sketch
 * @throws DomainError `invalid-input` when a sketch is none, one issue per fault
 * @throws DomainError `inconsistent` when they differ in precision
 * @throws DomainError `out-of-range` when the count is above 2^53 − 1
 * @throws DomainError `too-many` when the numbers fall into more than 1 000 000 buckets
 *
 * @example
 * ```ts
 * import { mergeQuantileSketches, quantileSketch, sketchQuantile } from "golive-kit/statistics";
 *
 * const merged = mergeQuantileSketches([quantileSketch([1, 2, 3]), quantileSketch([4, 5])]);
 *
 * sketchQuantile(merged, { probability: 1 }); // => { value: 5, isExact: true, relativeError: 0 }
 * ```
 */
export function mergeQuantileSketches(sketches: readonly QuantileSketch[]): QuantileSketch {
  return contained("mergeQuantileSketches", () => {
    const all = parse(Sketches, sketches, "sketches");
    const bits = all[0]?.bits;
    if (bits === undefined) throw broken("empty", "sketches", "at least one sketch", sketches);
    all.forEach((one, i) => {
      if (one.bits !== bits)
        throw broken("inconsistent", "bits", `those of the first, ${String(bits)}`, one.bits, ["sketches", i, "bits"]);
    });
    const count = countOf(all);
    if (!Number.isSafeInteger(count)) throw broken("out-of-range", "count", "at most 2^53 − 1", count);
    const values = sortInPlace(Float64Array.from(all.flatMap((one) => one.values)));
    if (count <= KEPT) return { bits, count, values: [...values], buckets: [], ends: [] };
    const ends = sortInPlace(Float64Array.from(all.flatMap(({ ends: own, values: kept }) => [...own, ...kept])));
    const buckets = [...bucketsOf(values, bits), ...all.flatMap((one) => one.buckets)];
    return counted(bits, buckets, [ends[0] as number, ends[ends.length - 1] as number]);
  });
}

/**
 * A quantile of what was counted.
 *
 * @param sketch - from {@link quantileSketch} or {@link mergeQuantileSketches}
 * @param options - `probability`, from 0 to 1
 * @returns the number with its error; NoAnswer `no-data` of nothing
 * @throws DomainError `invalid-input` when the sketch is none
 * @throws DomainError `out-of-range` when `probability` is not from 0 to 1
 *
 * @example
 * ```ts
 * import { quantileSketch, sketchQuantile } from "golive-kit/statistics";
 *
 * const sketch = quantileSketch(Array.from({ length: 10_000 }, (_, i) => i + 1));
 *
 * sketchQuantile(sketch, { probability: 0.9 }); // => { value: 9024, isExact: false, relativeError: 0.0078125 }
 * ```
 */
export function sketchQuantile(
  sketch: QuantileSketch,
  options: { readonly probability: number },
): SketchedQuantile | NoAnswer<"no-data"> {
  return contained("sketchQuantile", () => {
    const { bits, count, values, buckets, ends } = parse(QuantileSketch, sketch, "quantile sketch");
    const probability = demandBetween(options.probability, 0, 1, "probability");
    if (count === 0) return noAnswer("no-data");
    // A rank that rounding left just below a whole one is meant to be it.
    const rank = Math.min(Math.floor(probability * (count - 1) * (1 + 1e-15)), count - 1);
    const [minimum = 0, maximum = 0] = ends;
    if (count <= KEPT) return { value: values[rank] as number, isExact: true, relativeError: 0 };
    if (rank === 0 || rank === count - 1)
      return { value: rank === 0 ? minimum : maximum, isExact: true, relativeError: 0 };
    let passed = 0;
    const found = buckets.find((one) => (passed += one.count) > rank) as SketchBucket;
    const middle = middleOf(found.bucket, bits);
    // The ends are known: nothing lies beyond them.
    return {
      value: Math.min(Math.max(middle, minimum), maximum),
      isExact: middle === 0,
      relativeError: middle === 0 ? 0 : halfWidth(bits),
    };
  });
}

/** How many numbers there are in all. */
function countOf(parts: readonly { readonly count: number }[]): number {
  return parts.reduce((sum, one) => sum + one.count, 0);
}

/** A sketch of buckets in any order, some of them more than once. */
function counted(bits: number, buckets: readonly SketchBucket[], ends: readonly number[]): QuantileSketch {
  const counts = new Map<number, number>();
  for (const { bucket, count } of buckets) counts.set(bucket, (counts.get(bucket) ?? 0) + count);
  if (counts.size > MAX_LIST) {
    const details = { subject: "buckets", path: ["buckets"], limit: MAX_LIST, received: counts.size };
    throw new DomainError("too-many", details);
  }
  const sorted = [...counts].sort(([a], [b]) => a - b).map(([bucket, count]) => ({ bucket, count }));
  return { bits, count: countOf(sorted), values: [], buckets: sorted, ends };
}
