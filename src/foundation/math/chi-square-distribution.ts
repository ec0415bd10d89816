import { incompleteGamma, incompleteGammaUpper, inverseIncompleteGamma } from "./incomplete-gamma.js";

/** How much of the chi-square distribution lies below `x`; `degrees` of freedom above 0. */
export function chiSquareCdf(x: number, degrees: number): number {
  return incompleteGamma(degrees / 2, x / 2);
}

/** How much of the chi-square distribution lies above `x`. */
export function chiSquareUpper(x: number, degrees: number): number {
  return incompleteGammaUpper(degrees / 2, x / 2);
}

/** The x below which a share `p` of the chi-square distribution lies. */
export function chiSquareQuantile(p: number, degrees: number): number {
  return 2 * inverseIncompleteGamma(degrees / 2, p);
}
