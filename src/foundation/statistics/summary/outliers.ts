import { type NoAnswer, noAnswer } from "../../errors/index.js";
import { broken, contained, demandAbove, demandNumbers } from "../../guard/index.js";
import { selectedQuantiles } from "./quantile.js";
import { meanOf } from "./sum.js";
import { medianInPlace } from "./summary.js";

/** Makes the median absolute deviation of normal numbers their standard deviation. */
const MAD_TO_DEVIATION = 1.4826;
/** Does so for the mean absolute deviation about the median: √(π ÷ 2). */
const MEAN_TO_DEVIATION = 1.253314;
/** How many such deviations from the median are usual. */
const USUAL_CUTOFF = 3.5;

/** Numbers that stand apart, by the median absolute deviation. */
export interface MedianOutliers {
  /** Middle of the numbers. */
  readonly median: number;
  /** Median of their distances from it. */
  readonly medianAbsoluteDeviation: number;
  /** Mean of their distances from it. */
  readonly meanAbsoluteDeviation: number;
  /** What a standard deviation would be, were they normal: 1.4826 median deviations, or 1.253314 mean ones where the median one is 0. */
  readonly scale: number;
  /** Distance of each number from the median, in scales; 0 when all are equal. */
  readonly scores: readonly number[];
  /** Places of the numbers whose score is beyond the cut-off. */
  readonly outliers: readonly number[];
}

/** Numbers that stand apart, by Tukey's fences. */
export interface FencedOutliers {
  /** A quarter lies below, by linear interpolation. */
  readonly lowerQuartile: number;
  /** A quarter lies above. */
  readonly upperQuartile: number;
  /** Lower quartile less 1.5 times the distance of the quartiles. */
  readonly lowerFence: number;
  /** Upper quartile and 1.5 times that distance. */
  readonly upperFence: number;
  /** Places of the numbers outside the fences. */
  readonly outliers: readonly number[];
}

/**
 * Which numbers stand apart from the others, measured by medians, which the ones that stand apart cannot move.
 *
 * @param values - numbers, in any order
 * @param options - `cutoff`, in scales, above 0; 3.5 when left out
 * @returns the scores and the places; NoAnswer `no-data` of nothing
 * @throws DomainError `invalid-input` when elements are no finite numbers, one issue per fault
 * @throws DomainError `out-of-range` when `cutoff` is not above 0, or distances are above the largest double
 * @source Iglewicz and Hoaglin, How to detect and handle outliers (1993), section 3.3
 *
 * @example
 * ```ts
 * import { medianOutliers } from "golive-kit/statistics";
 *
 * const found = medianOutliers([1, 3, 3, 6, 8, 10, 10, 1000]);
 *
 * "outliers" in found && found.outliers; // => [7]
 * ```
 */
export function medianOutliers(
  values: ArrayLike<number>,
  options: { readonly cutoff?: number } = {},
): MedianOutliers | NoAnswer<"no-data"> {
  return contained("medianOutliers", () => {
    const cutoff = demandAbove(options.cutoff ?? USUAL_CUTOFF, 0, "cutoff");
    const numbers = demandNumbers(values, "values");
    if (numbers.length === 0) return noAnswer("no-data");
    const median = medianInPlace(numbers.slice());
    const distances = numbers.map((value) => Math.abs(value - median));
    demandNear(largestOf(distances), values);
    const meanAbsoluteDeviation = meanOf(distances);
    const medianAbsoluteDeviation = medianInPlace(distances);
    const scale =
      medianAbsoluteDeviation === 0
        ? MEAN_TO_DEVIATION * meanAbsoluteDeviation
        : MAD_TO_DEVIATION * medianAbsoluteDeviation;
    demandNear(scale, values);
    const scores = Array.from(numbers, (value) => (scale === 0 ? 0 : (value - median) / scale + 0));
    demandNear(largestOf(scores), values);
    const outliers = scores.flatMap((score, i) => (Math.abs(score) > cutoff ? [i] : []));
    return { median, medianAbsoluteDeviation, meanAbsoluteDeviation, scale, scores, outliers };
  });
}

/**
 * Which numbers lie outside Tukey's fences.
 *
 * @param values - numbers, in any order
 * @returns quartiles, fences and places; NoAnswer `no-data` of nothing
 * @throws DomainError `invalid-input` when elements are no finite numbers, one issue per fault
 * @throws DomainError `out-of-range` when the fences are above the largest double
 * @source Tukey, Exploratory Data Analysis (1977), section 2D
 *
 * @example
 * ```ts
 * import { fencedOutliers } from "golive-kit/statistics";
 *
 * const found = fencedOutliers([3, 6, 7, 8, 8, 10, 13, 15, 16, 20, 60]);
 *
 * "outliers" in found && [found.lowerFence, found.upperFence, found.outliers]; // => [-4.5, 27.5, [10]]
 * ```
 */
export function fencedOutliers(values: ArrayLike<number>): FencedOutliers | NoAnswer<"no-data"> {
  return contained("fencedOutliers", () => {
    const numbers = demandNumbers(values, "values");
    if (numbers.length === 0) return noAnswer("no-data");
    const quartiles = selectedQuantiles(numbers.slice(), [0.25, 0.75], "linear");
    const [lowerQuartile, upperQuartile] = quartiles as readonly [number, number];
    const reach = 1.5 * (upperQuartile - lowerQuartile);
    demandNear(Math.max(Math.abs(lowerQuartile), Math.abs(upperQuartile)) + reach, values);
    const [lowerFence, upperFence] = [lowerQuartile - reach, upperQuartile + reach];
    const outliers = Array.from(numbers).flatMap((value, i) => (value < lowerFence || value > upperFence ? [i] : []));
    return { lowerQuartile, upperQuartile, lowerFence, upperFence, outliers };
  });
}

/** The largest size of numbers. */
function largestOf(numbers: Iterable<number>): number {
  let largest = 0;
  for (const value of numbers) largest = Math.max(largest, Math.abs(value));
  return largest;
}

/** Refuses numbers so far apart that the figures of their distances would be above the largest double. */
function demandNear(size: number, values: ArrayLike<number>): void {
  if (Number.isFinite(size)) return;
  throw broken("out-of-range", "values", "close enough together that their distances are finite", values);
}
