import { exp, expOfSum } from "./exponential.js";
import { firstTermPoint } from "./first-term.js";
import { gammaPower, incompleteGamma, incompleteGammaUpper } from "./incomplete-gamma.js";
import { log } from "./logarithm.js";
import { logGamma } from "./log-gamma.js";
import { logGammaOnePlus } from "./log-gamma-one-plus.js";
import { normalQuantile } from "./normal-quantile.js";
import { isParameter } from "./parameter.js";
import { tailRoot } from "./tail-root.js";

/** A point below e to the power of this is so small that the first term of the series is all there is. */
const TINY = -40;

/**
 * The x below which a share p of a gamma distribution lies: P(a, x) = p.
 *
 * @param a - from 1e-100 to 1e100
 * @param p - from 0 to 1
 * @returns x; 0 for 0, infinity for 1, NaN outside the domain
 */
export function inverseIncompleteGamma(a: number, p: number): number {
  if (!(isParameter(a) && p >= 0 && p <= 1)) return NaN;
  if (p === 0) return 0;
  if (p === 1) return Infinity;
  return p > 0.5 ? gammaPoint(a, 1 - p, true) : gammaPoint(a, p, false);
}

/**
 * The x above which a share q of a gamma distribution lies: Q(a, x) = q.
 *
 * @param a - from 1e-100 to 1e100
 * @param q - from 0 to 1
 * @returns x; infinity for 0, 0 for 1, NaN outside the domain
 */
export function inverseIncompleteGammaUpper(a: number, q: number): number {
  if (!(isParameter(a) && q >= 0 && q <= 1)) return NaN;
  if (q === 0) return Infinity;
  if (q === 1) return 0;
  return q > 0.5 ? gammaPoint(a, 1 - q, false) : gammaPoint(a, q, true);
}

/** Solved on the logarithm of x, of which the density is log-concave for every shape. */
function gammaPoint(a: number, tail: number, isUpper: boolean): number {
  const p = isUpper ? 1 - tail : tail;
  const first = firstTermPoint(p, isUpper ? 1 - p - tail : 0, a < 2 ? logGammaOnePlus(a) : logGamma(a + 1), a);
  if (first.point < TINY) return expOfSum(first.point, first.rest);
  const start = exp(guess(a, tail, isUpper, first.point));
  const distance = tailRoot(!isUpper, (t) => {
    const x = start * exp(t);
    const share = isUpper ? incompleteGammaUpper(a, x) : incompleteGamma(a, x);
    const slope = (gammaPower(a, x) * a) / share;
    return { excess: log(share / tail), slope: isUpper ? -slope : slope, lean: a - x };
  });
  return start * exp(distance);
}

/** By the cube root of x, which is nearly normal (Wilson and Hilferty, 1931), else by the ends of the distribution. */
function guess(a: number, tail: number, isUpper: boolean, first: number): number {
  const z = isUpper ? -normalQuantile(tail) : normalQuantile(tail);
  const root = 1 - 1 / (9 * a) + z / (3 * Math.sqrt(a));
  if (a >= 0.5 && root > 0.25) return log(a) + 3 * log(root);
  if (!isUpper) return first;
  // Q(a, x) is at most e^-x / Γ(a) for x from 1 on.
  const far = -log(tail) - logGamma(a);
  return far > 1 ? log(far) : first;
}
