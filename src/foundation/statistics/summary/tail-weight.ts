import { type NoAnswer, noAnswer } from "../../errors/index.js";
import { contained, demandCount, demandFinite, demandNumbers } from "../../guard/index.js";
import { log } from "../../math/index.js";
import { sortInPlace } from "./sorted-numbers.js";
import { meanOf } from "./sum.js";

/** Which values make the tail. */
export interface TailWeightOptions {
  /** What counts as excess: all above this; 1 for ratios of actual to planned. */
  readonly threshold: number;
  /** How many of the largest values the index looks at, at least 1. */
  readonly largest: number;
}

/** How much the largest values weigh; see {@link tailWeight}. */
export interface TailWeight {
  /** How many values. */
  readonly count: number;
  /** Their mean. */
  readonly mean: number | NoAnswer<"no-data">;
  /** Their median. */
  readonly median: number | NoAnswer<"no-data">;
  /** The largest excess over the threshold as a share of all excess, 0 to 1. */
  readonly shareOfLargest: number | NoAnswer<"no-excess" | "beyond-range">;
  /** Hill's index of the tail: below 2 the variance means nothing, below 1 not even the mean. */
  readonly index: number | NoAnswer<"too-few-values" | "not-positive" | "no-spread" | "beyond-range">;
}

/**
 * How much the largest values weigh: whether one project rules the mean of all.
 *
 * The index looks at the largest values as if they followed a power law; it is
 * rough below twenty of them, and says nothing on whether they do.
 *
 * @param values - numbers, in any order
 * @param options - `threshold`, and how many of the `largest` values make the tail
 * @returns mean and median in the unit of the values, the share as a plain ratio, and the index; what does not exist says why: `no-data`, `no-excess` when no value is above the threshold, `too-few-values` when there are no more values than `largest`, `not-positive` when the value below them is 0 or less, `no-spread` when they are all equal to it
 * @throws DomainError `invalid-input` when elements are no finite numbers, one issue per fault
 * @throws DomainError `out-of-range` when `largest` is no whole number of at least 1
 * @source Hill, A simple general approach to inference about the tail of a distribution, Annals of Statistics 3 (1975), pages 1163 to 1174
 *
 * @example
 * ```ts
 * import { tailWeight } from "golive-kit/statistics";
 *
 * const ratios = [1, 1.05, 0.95, 1.1, 1, 1.2, 0.9, 1, 1.15, 9];
 * const { median, shareOfLargest } = tailWeight(ratios, { threshold: 1, largest: 4 });
 *
 * median; // => 1.025
 * typeof shareOfLargest === "number" && shareOfLargest.toFixed(2); // => "0.94"
 * ```
 */
export function tailWeight(values: ArrayLike<number>, options: TailWeightOptions): TailWeight {
  return contained("tailWeight", () => {
    const threshold = demandFinite(options.threshold, "threshold");
    const largest = demandCount(options.largest, "largest", undefined, 1);
    const sorted = sortInPlace(demandNumbers(values, "values"));
    const count = sorted.length;
    const none = noAnswer("no-data");
    const [lower, upper] = [sorted[(count - 1) >> 1], sorted[count >> 1]];
    return {
      count,
      mean: count === 0 ? none : meanOf(sorted),
      median: lower === undefined || upper === undefined ? none : lower === upper ? lower : lower / 2 + upper / 2,
      shareOfLargest: shareOfLargest(sorted, threshold),
      index: hillIndex(sorted, largest),
    };
  });
}

function shareOfLargest(sorted: Float64Array, threshold: number): TailWeight["shareOfLargest"] {
  const most = (sorted[sorted.length - 1] ?? threshold) - threshold;
  if (!(most > 0)) return noAnswer("no-excess");
  if (most === Infinity) return noAnswer("beyond-range");
  // As shares of the largest, so that their sum cannot be too large.
  return 1 / sorted.reduce((sum, value) => (value > threshold ? sum + (value - threshold) / most : sum), 0);
}

function hillIndex(sorted: Float64Array, largest: number): TailWeight["index"] {
  const below = sorted[sorted.length - 1 - largest];
  if (below === undefined) return noAnswer("too-few-values");
  if (below <= 0) return noAnswer("not-positive");
  const sum = sorted.subarray(sorted.length - largest).reduce((total, value) => total + log(value / below), 0);
  if (sum === 0) return noAnswer("no-spread");
  return Number.isFinite(sum) ? largest / sum : noAnswer("beyond-range");
}
