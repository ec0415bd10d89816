import { incompleteGamma, incompleteGammaUpper } from "./incomplete-gamma.js";
import { inverseIncompleteGamma } from "./inverse-incomplete-gamma.js";

/**
 * How much of the chi-square distribution lies below x.
 *
 * @param x - zero or above
 * @param degrees - of freedom, from 2e-100 to 1e100
 * @returns a probability, right to its last digits where it is tiny; NaN outside the domain
 */
export function chiSquareCdf(x: number, degrees: number): number {
  return incompleteGamma(0.5 * degrees, 0.5 * x);
}

/**
 * How much of the chi-square distribution lies above x.
 *
 * @param x - zero or above
 * @param degrees - of freedom, from 2e-100 to 1e100
 * @returns a probability, right to its last digits where it is tiny; NaN outside the domain
 */
export function chiSquareUpper(x: number, degrees: number): number {
  return incompleteGammaUpper(0.5 * degrees, 0.5 * x);
}

/**
 * The x below which a share p of the chi-square distribution lies.
 *
 * @param p - from 0 to 1
 * @param degrees - of freedom, from 2e-100 to 1e100
 * @returns x; 0 for 0, infinity for 1, NaN outside the domain
 */
export function chiSquareQuantile(p: number, degrees: number): number {
  return 2 * inverseIncompleteGamma(0.5 * degrees, p);
}
