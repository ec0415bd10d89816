import * as z from "zod";

import { type NoAnswer, noAnswer } from "../../errors/index.js";
import { broken, contained, demandBetween, demandList, demandNumbers } from "../../guard/index.js";
import { Count, list, parse, rule, schema } from "../../schema/index.js";
import { sortInPlace } from "./sorted-numbers.js";

/** Numbers that are kept one by one; beyond it they are counted in buckets. */
const KEPT = 1000;
/** Bits of the fraction that the upper word of a double holds: no bucket is narrower. */
const MAX_BITS = 20;

/** How many numbers fell into one bucket. */
export interface SketchBucket {
  /** Sign, exponent and leading bits of the fraction: a whole number that rises with the numbers of the bucket. */
  readonly bucket: number;
  /** How many. */
  readonly count: number;
}

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
      rule(({ count, values, buckets, ends }: QuantileSketch, report) => {
        const isSmall = count <= KEPT;
        const held = isSmall ? values.length : buckets.reduce((sum, one) => sum + one.count, 0);
        if (held !== count) report("inconsistent", ["count"], `expected the count of what it holds, ${String(held)}`);
        if (isSmall ? buckets.length + ends.length > 0 : values.length > 0 || ends.length !== 2) {
          report("inconsistent", [], "expected values up to a count of 1000, buckets and both ends beyond");
        }
        const rises = (numbers: readonly number[]): boolean =>
          numbers.every((x, i) => i === 0 || (numbers[i - 1] as number) <= x);
        if (!rises(values) || !rises(ends)) report("inconsistent", ["values"], "expected rising order");
        if (!rises(buckets.map(({ bucket }) => bucket))) report("inconsistent", ["buckets"], "expected rising order");
      }),
    ),
);

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
 * @throws DomainError `out-of-range` when `relativeError` is not from 1e-6 to 0.25
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
 * Puts sketches together, as if all numbers had been counted at once.
 *
 * @param sketches - at least one, all of the same precision
 * @returns the sketch of all
 * @throws DomainError `empty` without a sketch
 * @throws DomainError `invalid-input` when a sketch is none
 * @throws DomainError `inconsistent` when they differ in precision
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
    const all = Array.from(demandList(sketches, "sketches"), (one) => parse(QuantileSketch, one, "quantile sketch"));
    const bits = all[0]?.bits;
    if (bits === undefined) throw broken("empty", "sketches", "at least one sketch", sketches);
    all.forEach((one, i) => {
      if (one.bits !== bits)
        throw broken("inconsistent", "bits", `those of the first, ${String(bits)}`, one.bits, ["sketches", i, "bits"]);
    });
    const count = all.reduce((sum, one) => sum + one.count, 0);
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
    const rank = Math.floor(probability * (count - 1) * (1 + 1e-15));
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

/** Half a bucket's width as a share of its lower edge, where that share is largest. */
const halfWidth = (bits: number): number => 0.5 / (1 << bits);

/** The fewest bits that keep an error. */
function bitsFor(relativeError: number): number {
  let bits = 1;
  while (halfWidth(bits) > relativeError) bits++;
  return bits;
}

/** Numbers in rising order, counted. */
function bucketsOf(sorted: Float64Array, bits: number): SketchBucket[] {
  const view = new DataView(new ArrayBuffer(8));
  const found: { bucket: number; count: number }[] = [];
  for (const value of sorted) {
    view.setFloat64(0, Math.abs(value));
    // The bucket of the smallest sizes is 1, so that 0 stays apart.
    const size = value === 0 ? 0 : (view.getUint32(0) >>> (MAX_BITS - bits)) + 1;
    const bucket = value < 0 ? -size : size;
    const last = found[found.length - 1];
    if (last?.bucket === bucket) last.count++;
    else found.push({ bucket, count: 1 });
  }
  return found;
}

/** The number in the middle of a bucket. */
function middleOf(bucket: number, bits: number): number {
  if (bucket === 0) return 0;
  const edge = (size: number): number => {
    const view = new DataView(new ArrayBuffer(8));
    view.setUint32(0, size * (1 << (MAX_BITS - bits)));
    return view.getFloat64(0);
  };
  const size = Math.abs(bucket) - 1;
  const [low, high] = [edge(size), edge(size + 1)];
  const middle = Number.isFinite(high) ? low / 2 + high / 2 : low * (1 + halfWidth(bits));
  return bucket < 0 ? -middle : middle;
}

/** A sketch of buckets in any order, some of them more than once. */
function counted(bits: number, buckets: readonly SketchBucket[], ends: readonly number[]): QuantileSketch {
  const counts = new Map<number, number>();
  for (const { bucket, count } of buckets) counts.set(bucket, (counts.get(bucket) ?? 0) + count);
  const sorted = [...counts].sort(([a], [b]) => a - b).map(([bucket, count]) => ({ bucket, count }));
  return { bits, count: sorted.reduce((sum, one) => sum + one.count, 0), values: [], buckets: sorted, ends };
}
