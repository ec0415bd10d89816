import { deviance } from "./deviance.js";
import { exp } from "./exponential.js";
import { incompleteBeta, incompleteBetaUpper } from "./incomplete-beta.js";
import { incompleteGamma, incompleteGammaUpper } from "./incomplete-gamma.js";
import { stirlingError } from "./log-gamma.js";
import { log, log1p } from "./logarithm.js";

const TWO_PI = 6.283185307179586;

/**
 * How likely exactly `k` of `n` tries succeed, each with probability `p`.
 *
 * @source Loader, Fast and accurate computation of binomial probabilities (2000)
 */
export function binomialMass(k: number, n: number, p: number): number {
  if (k < 0 || k > n) return 0;
  if (p === 0) return k === 0 ? 1 : 0;
  if (p === 1) return k === n ? 1 : 0;
  if (k === 0) return exp(n * log1p(-p));
  if (k === n) return exp(n * log(p));
  const exponent =
    stirlingError(n) - stirlingError(k) - stirlingError(n - k) - deviance(k, n * p) - deviance(n - k, n * (1 - p));
  return exp(exponent) * Math.sqrt(n / (TWO_PI * k * (n - k)));
}

/** How likely at most `k` of `n` tries succeed. */
export function binomialCdf(k: number, n: number, p: number): number {
  if (k < 0) return 0;
  return k >= n ? 1 : incompleteBetaUpper(p, k + 1, n - k);
}

/** How likely more than `k` of `n` tries succeed. */
export function binomialUpper(k: number, n: number, p: number): number {
  if (k < 0) return 1;
  return k >= n ? 0 : incompleteBeta(p, k + 1, n - k);
}

/** How likely a Poisson count of the given mean is exactly `k`. */
export function poissonMass(k: number, mean: number): number {
  if (k < 0) return 0;
  if (mean === 0) return k === 0 ? 1 : 0;
  if (k === 0) return exp(-mean);
  return exp(-stirlingError(k) - deviance(k, mean)) / Math.sqrt(TWO_PI * k);
}

/** How likely a Poisson count is at most `k`. */
export function poissonCdf(k: number, mean: number): number {
  return k < 0 ? 0 : incompleteGammaUpper(k + 1, mean);
}

/** How likely a Poisson count is above `k`. */
export function poissonUpper(k: number, mean: number): number {
  return k < 0 ? 1 : incompleteGamma(k + 1, mean);
}
