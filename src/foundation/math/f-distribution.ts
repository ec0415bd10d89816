import { incompleteBetaOf, inverseIncompleteBetaPair } from "./incomplete-beta.js";

/** How much of the F distribution lies below `x`; both degrees of freedom above 0. */
export function fCdf(x: number, d1: number, d2: number): number {
  if (x === Infinity) return 1;
  return incompleteBetaOf((d1 * x) / (d1 * x + d2), d2 / (d1 * x + d2), d1 / 2, d2 / 2);
}

/** How much of the F distribution lies above `x`. */
export function fUpper(x: number, d1: number, d2: number): number {
  if (x === Infinity) return 0;
  return incompleteBetaOf(d2 / (d1 * x + d2), (d1 * x) / (d1 * x + d2), d2 / 2, d1 / 2);
}

/** The x below which a share `p` of the F distribution lies. */
export function fQuantile(p: number, d1: number, d2: number): number {
  const [x, y] = inverseIncompleteBetaPair(p, d1 / 2, d2 / 2);
  return y === 0 ? Infinity : (d2 * x) / (d1 * y);
}
