import { DomainError, type NoAnswer, noAnswer } from "../../errors/index.js";
import { contained, demandNumbers } from "../../guard/index.js";
import { type ConfidenceOptions, demandConfidence, normalDeviate } from "../interval/confidence.js";
import { medianInPlace } from "../summary/summary.js";
import { kendallScore } from "./kendall-score.js";
import { type CheckedPoints, demandAsMany } from "./points.js";
import { slopesAt } from "./slope-ranks.js";

/** So many points have twelve and a half million slopes. */
const MOST_POINTS = 5000;

/** Points of a line; see {@link theilSenLine}. */
export interface SeriesPoints {
  /** Where, or when; 0, 1, 2, … when left out. */
  readonly x?: ArrayLike<number>;
  /** What was measured there, in the same order; at most 5,000 numbers. */
  readonly y: ArrayLike<number>;
}

/** A line that outliers do not move; see {@link theilSenLine}. */
export interface TheilSenLine {
  /** How many points. */
  readonly count: number;
  /** Median of the slopes of all pairs of points, in units of y per unit of x. */
  readonly slope: number;
  /** Median of y − slope × x, in the unit of y. */
  readonly intercept: number;
  /** Lower end of the slope's interval: one of the slopes. */
  readonly low: number | NoAnswer<"too-few-values" | "beyond-range">;
  /** Upper end of the slope's interval: one of the slopes. */
  readonly high: number | NoAnswer<"too-few-values" | "beyond-range">;
  /** How many pairs of points have a slope: those with the same x have none. */
  readonly slopes: number;
}

/**
 * A line through points that outliers do not move (Theil-Sen): its slope is the
 * median of the slopes of all pairs of points. Up to 29 % of the points may be wild.
 *
 * It goes with `mannKendallTest` as a size goes with a p value.
 *
 * @param points - `y`, and `x` unless the points are equally spaced from 0 on; at most 5,000
 * @param options - `confidence` of the slope's interval, above 0 and below 1; 0.95 when left out
 * @returns slope, intercept and the ends of the slope's interval; NoAnswer `too-few-values` of fewer than two points, `no-spread` when all x are equal, `beyond-range` when a difference or the line is above the largest number
 * @throws DomainError `inconsistent` when `y` has not as many numbers as `x`
 * @throws DomainError `invalid-input` when elements are no finite numbers, one issue per fault
 * @throws DomainError `too-many` above 5,000 points
 * @throws DomainError `out-of-range` when the confidence is not between 0 and 1
 * @source Sen, Estimates of the regression coefficient based on Kendall's tau, Journal of the American Statistical Association 63 (1968), pages 1379 to 1389
 *
 * @example
 * ```ts
 * import { theilSenLine } from "golive-kit/statistics";
 *
 * const line = theilSenLine({ x: [0, 1, 4, 9, 10], y: [1, 2, 3, 8, 7] });
 *
 * "slope" in line && [line.slope, line.intercept, line.slopes]; // => [0.6333333333333333, 1, 10]
 * ```
 */
export function theilSenLine(
  points: SeriesPoints,
  options: ConfidenceOptions = {},
): TheilSenLine | NoAnswer<"too-few-values" | "no-spread" | "beyond-range"> {
  return contained("theilSenLine", () => {
    const confidence = demandConfidence(options);
    const { x, y } = demandSeries(points);
    const count = y.length;
    if (count < 2) return noAnswer("too-few-values");
    if (!Number.isFinite(rangeOf(x)) || !Number.isFinite(rangeOf(y))) return noAnswer("beyond-range");
    const { variance, untiedX: slopes } = kendallScore(x, y);
    if (slopes === 0) return noAnswer("no-spread");
    const outside = Math.floor((slopes - normalDeviate(confidence) * Math.sqrt(variance)) / 2);
    const lowRank = Math.max(1, outside);
    const ranks = [lowRank, Math.floor((slopes + 1) / 2), Math.floor(slopes / 2) + 1, slopes + 1 - lowRank];
    const [low = 0, lower = 0, upper = 0, high = 0] = slopesAt({ x, y }, slopes, ranks);
    const slope = lower === upper ? lower : lower / 2 + upper / 2;
    if (!Number.isFinite(slope)) return noAnswer("beyond-range");
    const intercept = medianInPlace(y.map((value, i) => value - slope * (x[i] as number)));
    if (!Number.isFinite(intercept)) return noAnswer("beyond-range");
    const end = (value: number): TheilSenLine["low"] =>
      outside < 1 ? noAnswer("too-few-values") : Number.isFinite(value) ? value : noAnswer("beyond-range");
    return { count, slope, intercept, low: end(low), high: end(high), slopes };
  });
}

function demandSeries({ x, y }: SeriesPoints): CheckedPoints {
  const where = x === undefined ? undefined : demandNumbers(x, "x");
  const values = where === undefined ? demandNumbers(y, "y") : demandAsMany(y, where.length);
  if (values.length > MOST_POINTS) {
    throw new DomainError("too-many", { subject: "y", path: ["y"], limit: MOST_POINTS, received: values.length });
  }
  return { x: where ?? Float64Array.from(values.keys()), y: values };
}

function rangeOf(numbers: Float64Array): number {
  let [low, high] = [Infinity, -Infinity];
  for (const value of numbers) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return high - low;
}
