import { type NoAnswer, noAnswer } from "../../errors/index.js";
import { contained } from "../../guard/index.js";
import { expm1, incompleteBeta, log1p } from "../../math/index.js";
import { type ConfidenceOptions, demandConfidence, type Interval, normalDeviate } from "../interval/confidence.js";
import { meanOf } from "../summary/sum.js";
import { demandPoints, isConstant, type Points, within } from "./points.js";

/** How closely points lie to a straight line; see {@link pearsonCorrelation}. */
export interface PearsonCorrelation {
  /** How many points. */
  readonly count: number;
  /** Pearson's r, −1 to 1. */
  readonly correlation: number;
  /** Its interval, by Fisher's transformation. */
  readonly interval: Interval | NoAnswer<"too-few-values">;
  /** Two-sided: how likely so large a correlation either way, had x and y nothing to do with each other. */
  readonly p: number | NoAnswer<"too-few-values">;
}

/**
 * Pearson's correlation: how closely points lie to a straight line that rises or falls.
 *
 * One point far out can make it anything; a curve can have none. Look at the
 * points, or use `spearmanCorrelation`, which sees order alone.
 *
 * @param points - `x` and `y`, lists of numbers of the same length
 * @param options - `confidence`, above 0 and below 1; 0.95 when left out
 * @returns r with its interval and p; NoAnswer `too-few-values` of fewer than two points (for p three, for the interval four), `no-spread` when all x or all y are equal, `beyond-range` when their distances are above the largest number
 * @throws DomainError `inconsistent` when `y` has not as many numbers as `x`
 * @throws DomainError `invalid-input` when elements are no finite numbers, one issue per fault
 * @throws DomainError `too-many` above 10,000,000 numbers
 * @throws DomainError `out-of-range` when the confidence is not between 0 and 1
 * @source Fisher, On the probable error of a coefficient of correlation deduced from a small sample, Metron 1 (1921), pages 3 to 32; the test: Student (1908) with n − 2 degrees of freedom
 *
 * @example
 * ```ts
 * import { pearsonCorrelation } from "golive-kit/statistics";
 *
 * const found = pearsonCorrelation({ x: [1, 2, 3, 4, 5], y: [2, 1, 4, 3, 5] });
 *
 * "correlation" in found && found.correlation; // => 0.8
 * ```
 */
export function pearsonCorrelation(
  points: Points,
  options: ConfidenceOptions = {},
): PearsonCorrelation | NoAnswer<"too-few-values" | "no-spread" | "beyond-range"> {
  return contained("pearsonCorrelation", () => {
    const confidence = demandConfidence(options);
    const { x, y } = demandPoints(points);
    const count = x.length;
    if (count < 2) return noAnswer("too-few-values");
    if (isConstant(x) || isConstant(y)) return noAnswer("no-spread");
    const correlation = cosine(distances(x), distances(y));
    if (!Number.isFinite(correlation)) return noAnswer("beyond-range");
    const few = noAnswer("too-few-values");
    return {
      count,
      correlation,
      interval: count < 4 ? few : fisherInterval(correlation, normalDeviate(confidence) / Math.sqrt(count - 3)),
      p: count < 3 ? few : correlationTail(correlation, count),
    };
  });
}

/** The cosine of the angle between two lists of distances from a mean: their correlation. */
export function cosine(a: Float64Array, b: Float64Array): number {
  let [xx, yy, xy] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    const [dx, dy] = [a[i] as number, b[i] as number];
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  }
  // The root of the product, so that a list has the correlation 1 with itself.
  return within(xy / Math.sqrt(xx * yy));
}

/** Student's test of a correlation, two-sided: t = r √((n − 2) ÷ (1 − r²)). */
export function correlationTail(correlation: number, count: number): number {
  // 1 − r² is what the beta function wants; taken apart, it keeps its digits near 1.
  return incompleteBeta((1 - correlation) * (1 + correlation), (count - 2) / 2, 0.5);
}

/** Distances from the mean in units of the largest, so that their squares neither overflow nor vanish. */
function distances(numbers: Float64Array): Float64Array {
  const mean = meanOf(numbers);
  const apart = numbers.map((value) => value - mean);
  const largest = apart.reduce((most, distance) => Math.max(most, Math.abs(distance)), 0);
  return apart.map((distance) => distance / largest);
}

/** Where the inverse hyperbolic tangent of r is `spread` away on either side. */
function fisherInterval(correlation: number, spread: number): Interval {
  const size = Math.abs(correlation);
  const centre = (Math.sign(correlation) * log1p((2 * size) / (1 - size))) / 2;
  return { low: hyperbolicTangent(centre - spread), high: hyperbolicTangent(centre + spread) };
}

function hyperbolicTangent(x: number): number {
  if (Math.abs(x) > 20) return Math.sign(x);
  const grown = expm1(2 * x);
  return grown / (grown + 2);
}
