import { log, log1p } from "./logarithm.js";
import { logGammaOnePlus } from "./log-gamma-one-plus.js";
import { isParameter } from "./parameter.js";
import { HALF_LOG_TWO_PI, stirlingError, stirlingErrorChange } from "./stirling-error.js";

/**
 * The logarithm of the gamma function.
 *
 * @param x - above 0
 * @returns ln Γ(x); infinity at 0, NaN below
 */
export function logGamma(x: number): number {
  if (!(x > 0)) return x === 0 ? Infinity : NaN;
  if (x < 1) return logGammaOnePlus(x) - log(x);
  if (x <= 3) return logGammaOnePlus(x - 1);
  return (x - 0.5) * (log(x) - 1) + (HALF_LOG_TWO_PI - 0.5) + stirlingError(x);
}

/**
 * The change of {@link logGamma} from x to x + step, right to its own last digits however small the step.
 *
 * @param x - above 0
 * @param step - above 0; the smaller it is beside `x`, the more is gained
 * @returns ln Γ(x + step) - ln Γ(x)
 */
export function logGammaChange(x: number, step: number): number {
  // Below 2 by the rule Γ(x + 1) = x Γ(x).
  if (x < 2) return logGammaChange(x + 1, step) - log1p(step / x);
  return (x - 0.5) * log1p(step / x) + step * (log(x + step) - 1) + stirlingErrorChange(x, step);
}

/**
 * The logarithm of the beta function.
 *
 * @param a - from 1e-100 to 1e100
 * @param b - from 1e-100 to 1e100
 * @returns ln B(a, b); NaN outside the domain
 */
export function logBeta(a: number, b: number): number {
  if (!(isParameter(a) && isParameter(b))) return NaN;
  const least = a < b ? a : b;
  const most = a < b ? b : a;
  // The large parts of Γ(most) and Γ(most + least) cancel before they are rounded.
  return logGamma(least) - logGammaChange(most, least);
}
