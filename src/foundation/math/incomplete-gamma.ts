import { deviance } from "./deviance.js";
import { exp, expm1 } from "./exponential.js";
import { logGamma, logGammaOnePlus, stirlingError } from "./log-gamma.js";
import { log } from "./logarithm.js";
import { solvedMonotone } from "./monotone-solver.js";

const TWO_PI = 6.283185307179586;
/** A term this much smaller than the sum no longer changes it. */
const NEGLIGIBLE = 1e-17;
const TINY = 1e-300;

/** x^a e^−x ÷ Γ(a + 1), without the loss of its large parts. */
function prefactor(a: number, x: number): number {
  if (a < 1) return exp(a * log(x) - x - logGammaOnePlus(a));
  return exp(-stirlingError(a) - deviance(a, x)) / Math.sqrt(TWO_PI * a);
}

/** The lower share as prefactor × Σ xⁿ ÷ ((a + 1)…(a + n)); all terms are positive. */
function lowerSeries(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 1; term > sum * NEGLIGIBLE; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return prefactor(a, x) * sum;
}

/** The upper share as a continued fraction, by Lentz's rule. */
function upperFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let h = d;
  for (let n = 1; ; n++) {
    const an = -n * (n - a);
    b += 2;
    d = an * d + b;
    if (Math.abs(d) < TINY) d = TINY;
    c = b + an / c;
    if (Math.abs(c) < TINY) c = TINY;
    d = 1 / d;
    const step = d * c;
    h *= step;
    if (Math.abs(step - 1) < 1e-16) break;
  }
  return prefactor(a, x) * a * h;
}

/** The upper share for small a and x, where it is what 1 − x^a ÷ Γ(a + 1) leaves. */
function upperNearZero(a: number, x: number): number {
  const u = a * log(x) - logGammaOnePlus(a);
  let term = 1;
  let sum = 0;
  for (let n = 1; n < 60; n++) {
    term *= -x / n;
    sum += term / (a + n);
  }
  return -expm1(u) - exp(u) * a * sum;
}

/**
 * The regularised lower incomplete gamma function P(a, x): how much of a gamma distribution of shape `a` and scale 1 lies below `x`.
 *
 * @param a - above 0
 * @param x - zero or above
 * @source NIST Digital Library of Mathematical Functions, sections 8.7.1 and 8.9.2
 */
export function incompleteGamma(a: number, x: number): number {
  if (!(a > 0 && x >= 0)) return NaN;
  if (x === 0) return 0;
  if (x === Infinity) return 1;
  return x < a + 1 ? lowerSeries(a, x) : 1 - upperFraction(a, x);
}

/** The regularised upper incomplete gamma function Q(a, x) = 1 − P(a, x), right to the last digits where it is tiny. */
export function incompleteGammaUpper(a: number, x: number): number {
  if (!(a > 0 && x >= 0)) return NaN;
  if (x === 0) return 1;
  if (x === Infinity) return 0;
  if (x >= a + 1) return upperFraction(a, x);
  return a < 1 && x < 2 ? upperNearZero(a, x) : 1 - lowerSeries(a, x);
}

/** The x with P(a, x) = p; 0 and infinity at the ends. */
export function inverseIncompleteGamma(a: number, p: number): number {
  if (!(a > 0 && p >= 0 && p <= 1)) return NaN;
  if (p === 0) return 0;
  if (p === 1) return Infinity;
  return p > 0.5 ? gammaPoint(a, 1 - p, true) : gammaPoint(a, p, false);
}

/** The x with Q(a, x) = q; infinity and 0 at the ends. */
export function inverseIncompleteGammaUpper(a: number, q: number): number {
  if (!(a > 0 && q >= 0 && q <= 1)) return NaN;
  if (q === 0) return Infinity;
  if (q === 1) return 0;
  return q > 0.5 ? gammaPoint(a, 1 - q, false) : gammaPoint(a, q, true);
}

/** Solved on the logarithm of x, where tiny shapes are as easy as large ones. */
function gammaPoint(a: number, tail: number, upper: boolean): number {
  const wanted = log(tail);
  // ln x ≈ (ln p + ln Γ(a + 1)) ÷ a far down, ln(−ln q) far up.
  const low = (log(upper ? 1 - tail : tail) + logGamma(a + 1)) / a;
  const start = upper ? log(a + 1 - log(tail)) : Math.min(low, log(a + 1));
  const t = solvedMonotone(start, (point) => {
    const x = exp(point);
    const share = upper ? incompleteGammaUpper(a, x) : incompleteGamma(a, x);
    const slope = (prefactor(a, x) * a) / share;
    return upper ? { value: wanted - log(share), slope } : { value: log(share) - wanted, slope };
  });
  return exp(t);
}
