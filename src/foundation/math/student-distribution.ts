import { productError } from "./exact-product.js";
import { incompleteBetaOfParts } from "./incomplete-beta.js";
import { betaPoint } from "./inverse-incomplete-beta.js";

/** Above this the square of a number is above the largest one. */
const MAX_ROOT = 1e150;

/**
 * How much of Student's distribution lies below t. The upper share is that below -t.
 *
 * @param t - any number
 * @param degrees - of freedom, from 2e-100 to 1e100
 * @returns a probability, right to its last digits in the lower tail; NaN outside the domain
 * @source Abramowitz and Stegun, Handbook of Mathematical Functions (1964), 26.7.1
 */
export function studentCdf(t: number, degrees: number): number {
  if (!(degrees > 0) || t !== t) return NaN;
  if (t === Infinity || t === -Infinity) return t > 0 ? 1 : 0;
  const size = Math.abs(t);
  const isFar = size > MAX_ROOT;
  const part = isFar ? 1 : t * t;
  const rest = isFar ? 0 : productError(t, t, part);
  const other = isFar ? degrees / size / size : degrees;
  const tail = 0.5 * incompleteBetaOfParts(part, rest, other, 0.5, 0.5 * degrees, true);
  return t > 0 ? 1 - tail : tail;
}

/**
 * The t below which a share p of Student's distribution lies.
 *
 * @param p - from 0 to 1
 * @param degrees - of freedom, from 2e-100 to 1e100
 * @returns t; infinite at 0 and 1, NaN outside the domain
 */
export function studentQuantile(p: number, degrees: number): number {
  if (!(degrees > 0 && p >= 0 && p <= 1)) return NaN;
  if (p === 0.5) return 0;
  const tail = p < 0.5 ? p : 1 - p;
  if (tail === 0) return p === 0 ? -Infinity : Infinity;
  const [x, y] = betaPoint(2 * tail, 0.5 * degrees, 0.5);
  const t = Math.sqrt(y / x) * Math.sqrt(degrees);
  return p < 0.5 ? -t : t;
}
