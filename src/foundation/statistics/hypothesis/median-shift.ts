import { type NoAnswer, noAnswer } from "../../errors/index.js";
import { contained } from "../../guard/index.js";
import { type ConfidenceOptions, demandConfidence, normalDeviate } from "../interval/confidence.js";
import { sortInPlace } from "../summary/sorted-numbers.js";
import { splitCounts } from "./split-counts.js";
import { demandSamples, type SortedSamples, type TwoSamples } from "./two-samples.js";

/** Up to so many values in each group the ranks of the ends are counted. */
const MOST_EXACT = 50;
/** So many differences, and as many as there are values, are written down to be sorted. */
const WRITTEN_DOWN = 10_000;
/** A tail this little above the one allowed is meant to be equal. */
const FUZZ = 1 + 1e-12;

/** By how much the values of one group are larger; see {@link medianShift}. */
export interface MedianShift {
  /** Median of all differences, sample less baseline, in the unit of the values. */
  readonly shift: number | NoAnswer<"beyond-range">;
  /** Lower end of its interval: one of the differences. */
  readonly low: number | NoAnswer<"too-few-values" | "beyond-range">;
  /** Upper end of its interval: one of the differences. */
  readonly high: number | NoAnswer<"too-few-values" | "beyond-range">;
  /** How the ends were found. */
  readonly method: "exact" | "normal";
}

/**
 * By how much the values of one group are larger than those of another: the
 * median of all differences between them (Hodges-Lehmann), with its interval.
 *
 * It goes with `mannWhitneyTest` as a size goes with a p value. Outliers do not
 * move it. The interval takes both groups to have the same shape and no ties; with ties it is somewhat too wide.
 *
 * @param samples - `sample` and `baseline`, lists of numbers in any order
 * @param options - `confidence`, above 0 and below 1; 0.95 when left out
 * @returns the shift and both ends, in the unit of the values; NoAnswer `too-few-values` for ends that so few values cannot have, `beyond-range` for differences above the largest number
 * @throws DomainError `empty` when a group has no value
 * @throws DomainError `invalid-input` when elements are no finite numbers, one issue per fault
 * @throws DomainError `too-many` above 10,000,000 numbers
 * @throws DomainError `out-of-range` when the confidence is not between 0 and 1
 * @source Hodges and Lehmann, Estimates of location based on rank tests, Annals of Mathematical Statistics 34 (1963), pages 598 to 611; Hollander, Wolfe and Chicken, Nonparametric Statistical Methods, 3rd edition (2014), sections 4.2 and 4.3
 *
 * @example
 * ```ts
 * import { medianShift } from "golive-kit/statistics";
 *
 * const minutes = medianShift({ sample: [12, 15, 11, 19, 14], baseline: [10, 9, 12, 8, 13] });
 *
 * minutes; // => { shift: 3, low: -1, high: 9, method: "exact" }
 * ```
 */
export function medianShift(samples: TwoSamples, options: ConfidenceOptions = {}): MedianShift {
  return contained("medianShift", () => {
    const confidence = demandConfidence(options);
    const sorted = demandSamples(samples);
    const [m, n] = [sorted.sample.length, sorted.baseline.length];
    const isExact = m <= MOST_EXACT && n <= MOST_EXACT;
    const outside = isExact ? exactRank(m, n, confidence) : normalRank(m, n, confidence);
    const pairs = m * n;
    const at = (rank: number): number | NoAnswer<"beyond-range"> => {
      const difference = differenceAt(sorted, rank);
      return Number.isFinite(difference) ? difference : noAnswer("beyond-range");
    };
    const lower = differenceAt(sorted, Math.floor((pairs + 1) / 2));
    const upper = pairs % 2 === 1 ? lower : differenceAt(sorted, pairs / 2 + 1);
    const shift = lower === upper ? lower : lower / 2 + upper / 2;
    const few = noAnswer("too-few-values");
    return {
      shift: Number.isFinite(shift) ? shift : noAnswer("beyond-range"),
      low: outside < 1 ? few : at(outside),
      high: outside < 1 ? few : at(pairs + 1 - outside),
      method: isExact ? "exact" : "normal",
    };
  });
}

/** The largest rank below which u lies with at most half of what confidence leaves. */
function exactRank(m: number, n: number, confidence: number): number {
  const ways = splitCounts(m, new Uint32Array(m + n).fill(1));
  const allowed = ((1 - confidence) / 2) * FUZZ * ways.reduce((total, count) => total + count, 0);
  let rank = 0;
  // Without ties u is whole: every second place of the list.
  for (let below = ways[0] as number; below <= allowed; below += ways[2 * rank] as number) rank++;
  return rank;
}

function normalRank(m: number, n: number, confidence: number): number {
  const spread = normalDeviate(confidence) * Math.sqrt((m * n * (m + n + 1)) / 12);
  return Math.floor((m * n) / 2 - spread);
}

/**
 * The difference at a rank among all differences of the sample's values less the baseline's, of which there are far too
 * many to write down.
 *
 * A range that holds it is narrowed until few enough are in it: how many differences are at most some number is counted
 * by going through both sorted groups once. A difference of doubles rises with the first and falls with the second,
 * rounding included, so that the count is exact. Halves by value are quick, halves by the doubles in between make sure
 * that it ends.
 */
function differenceAt(sorted: SortedSamples, rank: number): number {
  const { sample, baseline } = sorted;
  let low = (sample[0] as number) - (baseline[baseline.length - 1] as number);
  let high = (sample[sample.length - 1] as number) - (baseline[0] as number);
  let below = countAtMost(sorted, low);
  let atMost = sample.length * baseline.length;
  if (below >= rank) return low;
  for (let step = 0; atMost - below > WRITTEN_DOWN + sample.length + baseline.length; step++) {
    const middle = step % 2 === 0 ? low / 2 + high / 2 : numberOf((keyOf(low) + keyOf(high)) >> 1n);
    if (!(middle > low && middle < high)) {
      if (keyOf(high) - keyOf(low) <= 1n) return high;
      continue;
    }
    const count = countAtMost(sorted, middle);
    if (count < rank) [low, below] = [middle, count];
    else [high, atMost] = [middle, count];
  }
  return sortInPlace(differencesWithin(sorted, low, high, atMost - below))[rank - below - 1] as number;
}

function countAtMost({ sample, baseline }: SortedSamples, limit: number): number {
  let count = 0;
  let j = 0;
  for (const value of sample) {
    while (j < baseline.length && value - (baseline[j] as number) > limit) j++;
    count += baseline.length - j;
  }
  return count;
}

/** The differences above `low` and not above `high`, as many as there are. */
function differencesWithin(
  { sample, baseline }: SortedSamples,
  low: number,
  high: number,
  count: number,
): Float64Array {
  const found = new Float64Array(count);
  let [at, first] = [0, 0];
  for (const value of sample) {
    while (first < baseline.length && value - (baseline[first] as number) > high) first++;
    for (let j = first; j < baseline.length; j++) {
      const difference = value - (baseline[j] as number);
      if (difference <= low) break;
      found[at++] = difference;
    }
  }
  return found;
}

const SIZE_BITS = 0x7fffffffffffffffn;

/** Whole numbers in the order of the doubles: neighbours are neighbours. */
function keyOf(number: number): bigint {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, number);
  const bits = view.getBigInt64(0);
  return bits < 0n ? -(bits & SIZE_BITS) : bits;
}

function numberOf(key: bigint): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigInt64(0, key < 0n ? BigInt.asIntN(64, -key | (1n << 63n)) : key);
  return view.getFloat64(0);
}
