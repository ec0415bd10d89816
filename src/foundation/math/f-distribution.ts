import { productError } from "./exact-product.js";
import { incompleteBetaOfParts } from "./incomplete-beta.js";
import { betaPoint } from "./inverse-incomplete-beta.js";

/** Above this the product with the degrees of freedom may be above the largest number. */
const MAX_FACTOR = 1e150;

/**
 * How much of the F distribution lies below x.
 *
 * @param x - zero or above
 * @param d1 - degrees of freedom above the line, from 2e-100 to 1e100
 * @param d2 - degrees of freedom below it, from 2e-100 to 1e100
 * @returns a probability, right to its last digits where it is tiny; NaN outside the domain
 * @source Abramowitz and Stegun, Handbook of Mathematical Functions (1964), 26.6.2
 */
export function fCdf(x: number, d1: number, d2: number): number {
  return shareOf(x, d1, d2, false);
}

/**
 * How much of the F distribution lies above x.
 *
 * @param x - zero or above
 * @param d1 - degrees of freedom above the line, from 2e-100 to 1e100
 * @param d2 - degrees of freedom below it, from 2e-100 to 1e100
 * @returns a probability, right to its last digits where it is tiny; NaN outside the domain
 */
export function fUpper(x: number, d1: number, d2: number): number {
  return shareOf(x, d1, d2, true);
}

/**
 * The x below which a share p of the F distribution lies.
 *
 * @param p - from 0 to 1
 * @param d1 - degrees of freedom above the line, from 2e-100 to 1e100
 * @param d2 - degrees of freedom below it, from 2e-100 to 1e100
 * @returns x; 0 for 0, infinity for 1, NaN outside the domain
 */
export function fQuantile(p: number, d1: number, d2: number): number {
  const [x, y] = betaPoint(p, 0.5 * d1, 0.5 * d2);
  return (x / y) * (d2 / d1);
}

function shareOf(x: number, d1: number, d2: number, isUpper: boolean): number {
  if (!(x >= 0 && d1 > 0 && d2 > 0)) return NaN;
  if (x === Infinity) return isUpper ? 0 : 1;
  const isFar = x > MAX_FACTOR;
  const part = isFar ? d1 : d1 * x;
  const rest = isFar ? 0 : productError(d1, x, part);
  return incompleteBetaOfParts(part, rest, isFar ? d2 / x : d2, 0.5 * d1, 0.5 * d2, isUpper);
}
