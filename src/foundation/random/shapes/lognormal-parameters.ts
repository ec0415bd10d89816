import { log1p } from "../../math/index.js";

/** The 90 % quantile of the standard normal distribution (NIST/SEMATECH e-Handbook, section 1.3.6.7.1, to 16 digits). */
export const Z_90 = 1.2815515655446004;
/** Its 95 % quantile. */
export const Z_95 = 1.6448536269514722;

/**
 * The standard deviation of the logarithm of a lognormal variable with a mean and a standard deviation.
 *
 * @source Johnson, Kotz, Balakrishnan: Continuous univariate distributions, volume 1 (1994), chapter 14
 */
export function sigmaOfSpread(mean: number, standardDeviation: number): number {
  const ratio = standardDeviation / mean;
  // A ratio whose square is out of range is far beyond any that is allowed.
  return ratio > 1e150 ? Infinity : Math.sqrt(log1p(ratio * ratio));
}

/** The standard deviation of the logarithm of a lognormal variable of which `low` and `high` are z standard deviations off the median. */
export function sigmaOfRange(low: number, high: number, z: number): number {
  return log1p((high - low) / low) / (2 * z);
}
