/** The largest number below 1. */
export const ALMOST_ONE = 0.9999999999999999;

/** Writes the quantiles of the first `count` of `uniforms` to `out`, which may be the same array. */
export type Transform = (uniforms: Float64Array, out: Float64Array, count: number) => void;

/**
 * A distribution ready to be asked, with everything that does not depend on the question worked out. Where a level is
 * asked for, both sides of it are given, as the smaller one alone has all its digits.
 */
export interface Shape {
  /** Smallest value; −Infinity where there is none. */
  readonly lowest: number;
  /** Largest value; Infinity where there is none. */
  readonly highest: number;
  readonly mean: number;
  readonly variance: number;
  /** Third central moment in cubes of the standard deviation; 0 where the variance is 0. */
  readonly skewness: number;
  /** How likely the variable is exactly `x`: 0 everywhere when it has a density. */
  readonly massAt: (x: number) => number;
  /** How likely the variable is at most `x`. */
  readonly upTo: (x: number) => number;
  /** How likely the variable is above `x`, right to the last digits where it is tiny. */
  readonly above: (x: number) => number;
  /** The smallest value that is not passed with probability `u`; `v` is 1 − u, and both are above 0. */
  readonly quantile: (u: number, v: number) => number;
  /** The integral of the quantile from `u` to 1; `v` is 1 − u, and above 0. */
  readonly tail: (u: number, v: number) => number;
  /** The quantiles of many numbers strictly between 0 and 1, by the fastest way that is as good as a sample needs. */
  readonly transform: Transform;
}

/** The probability of a single value of a variable that has a density. */
export function noMass(): number {
  return 0;
}
