import { type NoAnswer, noAnswer } from "../errors/index.js";

/** A count of values this near to a whole number is one. */
const COUNT_ROUNDING = 1e-9;

/** Why a figure has no standard error: a single randomisation, too few numbers to tell, or only their moments left. */
export type NoStandardError = "one-replicate" | "too-few-iterations" | "values-not-kept";

/** A figure that a simulation estimates. */
export interface Estimate {
  /** The figure. */
  readonly value: number;
  /**
   * How far such figures scatter about the true one from seed to seed, as a standard deviation: from the iterations with
   * plain sampling, from the spread of the replicates otherwise.
   */
  readonly standardError: number | NoAnswer<NoStandardError>;
}

/**
 * The standard error of a figure that each replicate estimates on its own: their standard deviation, divided by the
 * root of how many there are.
 *
 * @param estimates - one for each replicate
 */
export function spreadError(estimates: readonly number[]): number | NoAnswer<NoStandardError> {
  const n = estimates.length;
  if (n < 2) return noAnswer("one-replicate");
  const mean = estimates.reduce((sum, x) => sum + x, 0) / n;
  const squares = estimates.reduce((sum, x) => sum + (x - mean) * (x - mean), 0);
  return Math.sqrt(squares / (n - 1) / n);
}

/**
 * The standard error of a percentile of independent numbers: half the distance between the percentiles one standard
 * deviation of the count to either side, so that no density has to be guessed.
 *
 * @param quantile - the percentiles of the same numbers
 * @param probability - which one
 * @param count - how many numbers
 * @source Woodruff, Confidence intervals for medians and other position measures, Journal of the American Statistical Association 47 (1952), pages 635 to 646
 */
export function percentileError(
  quantile: (probability: number) => number,
  probability: number,
  count: number,
): number | NoAnswer<NoStandardError> {
  const step = Math.sqrt((probability * (1 - probability)) / count);
  if (step === 0 || probability - step < 0 || probability + step > 1) return noAnswer("too-few-iterations");
  return (quantile(probability + step) - quantile(probability - step)) / 2;
}

/**
 * The mean of the worst: of all values beyond a percentile, where the value that the percentile falls on counts with
 * the share of it that lies beyond.
 *
 * @param sorted - in rising order
 * @param probability - from 0 up to 1, 1 left out
 * @source Rockafellar and Uryasev, Conditional value-at-risk for general loss distributions, Journal of Banking and Finance 26 (2002), proposition 8
 */
export function tailMean(sorted: ArrayLike<number>, probability: number): number {
  const n = sorted.length;
  const beyond = n * (1 - probability);
  const whole = Math.min(n, Math.floor(beyond + COUNT_ROUNDING));
  let sum = 0;
  let lost = 0;
  for (let i = n - whole; i < n; i++) {
    const y = (sorted[i] as number) - lost;
    const next = sum + y;
    lost = next - sum - y;
    sum = next;
  }
  // Less than a billionth of a value is the rounding of the probability.
  const rest = beyond - whole > COUNT_ROUNDING ? beyond - whole : 0;
  return rest === 0 ? sum / whole : (sum + rest * (sorted[n - whole - 1] as number)) / (whole + rest);
}

/**
 * The standard error of {@link tailMean} for independent numbers: the spread of what lies beyond, and how uncertain it
 * is how much lies beyond.
 *
 * @param sorted - in rising order
 * @param probability - from 0 up to 1, 1 left out
 * @param percentile - the percentile at that probability
 * @source Manistre and Hancock, Variance of the CTE estimator, North American Actuarial Journal 9 (2005), pages 129 to 156
 */
export function tailMeanError(
  sorted: ArrayLike<number>,
  probability: number,
  percentile: number,
): number | NoAnswer<NoStandardError> {
  const n = sorted.length;
  const from = n - Math.floor(n * (1 - probability) + COUNT_ROUNDING);
  const count = n - from;
  if (count < 2) return noAnswer("too-few-iterations");
  const mean = tailMean(sorted, probability);
  let squares = 0;
  for (let i = from; i < n; i++) squares += ((sorted[i] as number) - mean) * ((sorted[i] as number) - mean);
  const excess = mean - percentile;
  return Math.sqrt((squares / (count - 1) + probability * excess * excess) / count);
}

/** The standard error of the mean of independent numbers. */
export function meanError(variance: number, count: number): number | NoAnswer<NoStandardError> {
  return count < 2 ? noAnswer("too-few-iterations") : Math.sqrt(variance / count);
}

/**
 * The standard error of the standard deviation of independent numbers, from their fourth moment.
 *
 * @source Kendall and Stuart, The Advanced Theory of Statistics, volume 1, section 10.10
 */
export function deviationError(
  values: ArrayLike<number>,
  mean: number,
  variance: number,
): number | NoAnswer<NoStandardError> {
  const n = values.length;
  if (n < 4 || variance === 0) return n < 4 ? noAnswer("too-few-iterations") : 0;
  let fourth = 0;
  for (let i = 0; i < n; i++) {
    const square = ((values[i] as number) - mean) * ((values[i] as number) - mean);
    fourth += square * square;
  }
  const excess = fourth / n - (variance * variance * (n - 3)) / (n - 1);
  return Math.sqrt(Math.max(excess, 0) / n / (4 * variance));
}
