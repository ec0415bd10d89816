import { incompleteBetaOf, inverseIncompleteBetaPair } from "./incomplete-beta.js";

/**
 * How much of Student's distribution lies below `t`.
 *
 * @param degrees - of freedom, above 0
 * @source NIST Digital Library of Mathematical Functions, section 8.17; Abramowitz and Stegun, 26.7.1
 */
export function studentCdf(t: number, degrees: number): number {
  if (!(degrees > 0) || t !== t) return NaN;
  if (Math.abs(t) === Infinity) return t > 0 ? 1 : 0;
  const square = t * t;
  const x = degrees / (degrees + square);
  const y = square / (degrees + square);
  const tail = 0.5 * incompleteBetaOf(x, y, degrees / 2, 0.5);
  return t > 0 ? 1 - tail : tail;
}

/** The t below which a share `p` of Student's distribution lies; infinite at 0 and 1. */
export function studentQuantile(p: number, degrees: number): number {
  if (!(degrees > 0 && p >= 0 && p <= 1)) return NaN;
  if (p === 0.5) return 0;
  const tail = p < 0.5 ? p : 1 - p;
  if (tail === 0) return p === 0 ? -Infinity : Infinity;
  const [x, y] = inverseIncompleteBetaPair(2 * tail, degrees / 2, 0.5);
  const t = Math.sqrt((degrees * y) / x);
  return p < 0.5 ? -t : t;
}
