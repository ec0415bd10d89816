import { DEVIANCE_REST, deviance } from "./deviance.js";
import { productError } from "./exact-product.js";
import { exp, expOfSum } from "./exponential.js";
import { incompleteBeta, incompleteBetaUpper } from "./incomplete-beta.js";
import { incompleteGamma, incompleteGammaUpper } from "./incomplete-gamma.js";
import { pow, powOfSum } from "./power.js";
import { stirlingError } from "./stirling-error.js";

const TWO_PI = 6.283185307179586;

/**
 * How likely exactly k of n tries succeed.
 *
 * @param k - a whole number
 * @param n - a whole number, zero or above
 * @param p - the probability of each try to succeed
 * @returns a probability, right to its last digits where it is tiny; NaN where `p` is none
 * @source Loader, Fast and accurate computation of binomial probabilities (2000)
 */
export function binomialMass(k: number, n: number, p: number): number {
  if (!(p >= 0 && p <= 1)) return NaN;
  if (k < 0 || k > n) return 0;
  const y = 1 - p;
  const yRest = 1 - y - p;
  if (k === 0) return p === 1 ? pow(0, n) : powOfSum(y, yRest, n);
  if (k === n) return pow(p, n);
  if (p === 0 || p === 1) return 0;
  const np = n * p;
  const ny = n * y;
  const one = deviance(k, np, productError(n, p, np));
  const oneRest = DEVIANCE_REST[0] as number;
  const other = deviance(n - k, ny, productError(n, y, ny) + n * yRest);
  const far = one + other;
  const part = far - one;
  const rest = one - (far - part) + (other - part) + (oneRest + (DEVIANCE_REST[0] as number));
  const correction = stirlingError(n) - stirlingError(k) - stirlingError(n - k);
  return (expOfSum(-far, -rest) * exp(correction)) / Math.sqrt(TWO_PI * k * ((n - k) / n));
}

/**
 * How likely at most k of n tries succeed.
 *
 * @param k - a whole number
 * @param n - a whole number, zero or above
 * @param p - the probability of each try to succeed
 * @returns a probability, right to its last digits where it is tiny
 */
export function binomialCdf(k: number, n: number, p: number): number {
  if (k < 0) return 0;
  return k >= n ? 1 : incompleteBetaUpper(p, k + 1, n - k);
}

/**
 * How likely more than k of n tries succeed.
 *
 * @param k - a whole number
 * @param n - a whole number, zero or above
 * @param p - the probability of each try to succeed
 * @returns a probability, right to its last digits where it is tiny
 */
export function binomialUpper(k: number, n: number, p: number): number {
  if (k < 0) return 1;
  return k >= n ? 0 : incompleteBeta(p, k + 1, n - k);
}

/**
 * How likely a Poisson count is exactly k.
 *
 * @param k - a whole number
 * @param mean - zero or above
 * @returns a probability, right to its last digits where it is tiny; NaN where `mean` is below zero
 * @source Loader, Fast and accurate computation of binomial probabilities (2000), section 5
 */
export function poissonMass(k: number, mean: number): number {
  if (!(mean >= 0)) return NaN;
  if (k < 0) return 0;
  if (k === 0) return exp(-mean);
  if (mean === 0) return 0;
  const far = deviance(k, mean, 0);
  return (expOfSum(-far, -(DEVIANCE_REST[0] as number)) * exp(-stirlingError(k))) / Math.sqrt(TWO_PI * k);
}

/**
 * How likely a Poisson count is at most k.
 *
 * @param k - a whole number
 * @param mean - zero or above
 * @returns a probability, right to its last digits where it is tiny
 */
export function poissonCdf(k: number, mean: number): number {
  return k < 0 ? 0 : incompleteGammaUpper(k + 1, mean);
}

/**
 * How likely a Poisson count is above k.
 *
 * @param k - a whole number
 * @param mean - zero or above
 * @returns a probability, right to its last digits where it is tiny
 */
export function poissonUpper(k: number, mean: number): number {
  return k < 0 ? 1 : incompleteGamma(k + 1, mean);
}
