import { deviance } from "./deviance.js";
import { exp } from "./exponential.js";
import { logBeta, stirlingError } from "./log-gamma.js";
import { log, log1p } from "./logarithm.js";
import { solvedMonotone } from "./monotone-solver.js";

const TWO_PI = 6.283185307179586;
const TINY = 1e-300;

/** x^a y^b ÷ B(a, b), where y = 1 − x, without the loss of its large parts. */
function prefactor(x: number, y: number, a: number, b: number): number {
  if (a < 1 || b < 1)
    return exp(a * (x < 0.5 ? log(x) : log1p(-y)) + b * (y < 0.5 ? log(y) : log1p(-x)) - logBeta(a, b));
  const n = a + b;
  const exponent = stirlingError(n) - stirlingError(a) - stirlingError(b) - deviance(a, n * x) - deviance(b, n * y);
  return exp(exponent) * Math.sqrt((a * b) / (TWO_PI * n));
}

/** I_x(a, b) by its continued fraction, which is quick for x below the mean. */
function lowerFraction(x: number, y: number, a: number, b: number): number {
  let c = 1;
  let d = 1 - ((a + b) * x) / (a + 1);
  if (Math.abs(d) < TINY) d = TINY;
  d = 1 / d;
  let h = d;
  for (let m = 1; ; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 + even * d;
    if (Math.abs(d) < TINY) d = TINY;
    c = 1 + even / c;
    if (Math.abs(c) < TINY) c = TINY;
    d = 1 / d;
    h *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 + odd * d;
    if (Math.abs(d) < TINY) d = TINY;
    c = 1 + odd / c;
    if (Math.abs(c) < TINY) c = TINY;
    d = 1 / d;
    const step = d * c;
    h *= step;
    if (Math.abs(step - 1) < 1e-16) break;
  }
  return (prefactor(x, y, a, b) * h) / a;
}

/**
 * The regularised incomplete beta function I_x(a, b) from x and its complement y = 1 − x, each as exact as it is known:
 * how much of a beta distribution lies below x.
 *
 * @source NIST Digital Library of Mathematical Functions, section 8.17.22
 */
function share(x: number, y: number, a: number, b: number): number {
  if (x === 0) return 0;
  if (y === 0) return 1;
  if (x < (a + 1) / (a + b + 2)) return lowerFraction(x, y, a, b);
  const above = lowerFraction(y, x, b, a);
  // Where nearly all lies above, as with a tiny b, the slow fraction keeps the digits that the difference loses.
  return above < 0.9 ? 1 - above : lowerFraction(x, y, a, b);
}

/**
 * The regularised incomplete beta function I_x(a, b).
 *
 * @param x - from 0 to 1
 * @param a - above 0
 * @param b - above 0
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  return x >= 0 && x <= 1 && a > 0 && b > 0 ? share(x, 1 - x, a, b) : NaN;
}

/** 1 − I_x(a, b), right to the last digits where it is tiny. */
export function incompleteBetaUpper(x: number, a: number, b: number): number {
  return x >= 0 && x <= 1 && a > 0 && b > 0 ? share(1 - x, x, b, a) : NaN;
}

/** I_x(a, b) where y = 1 − x is known better than x, or as well. */
export function incompleteBetaOf(x: number, y: number, a: number, b: number): number {
  return x >= 0 && y >= 0 && a > 0 && b > 0 ? share(x, y, a, b) : NaN;
}

/**
 * The x with I_x(a, b) = p, with its complement, each right to its own last digits.
 *
 * @param p - from 0 to 1
 */
export function inverseIncompleteBetaPair(p: number, a: number, b: number): readonly [x: number, y: number] {
  if (!(p >= 0 && p <= 1 && a > 0 && b > 0)) return [NaN, NaN];
  if (p === 0) return [0, 1];
  if (p === 1) return [1, 0];
  return pair(p, 1 - p, a, b);
}

/** The x with I_x(a, b) = p. */
export function inverseIncompleteBeta(p: number, a: number, b: number): number {
  return inverseIncompleteBetaPair(p, a, b)[0];
}

/** The x with 1 − I_x(a, b) = q. */
export function inverseIncompleteBetaUpper(q: number, a: number, b: number): number {
  return inverseIncompleteBetaPair(q, b, a)[1];
}

/** Solved on ln(x ÷ (1 − x)), where both ends are as far away as they are. */
function pair(p: number, q: number, a: number, b: number): readonly [number, number] {
  const lower = p <= q;
  const wanted = log(lower ? p : q);
  const mean = log(a / b);
  const start = lower
    ? Math.min(mean, (wanted + log(a) + logBeta(a, b)) / a)
    : Math.max(mean, -(wanted + log(b) + logBeta(a, b)) / b);
  const t = solvedMonotone(start, (point) => {
    const [x, y] = sides(point);
    const tail = lower ? share(x, y, a, b) : share(y, x, b, a);
    const slope = prefactor(x, y, a, b) / tail;
    return lower ? { value: log(tail) - wanted, slope } : { value: wanted - log(tail), slope };
  });
  return sides(t);
}

function sides(t: number): readonly [number, number] {
  if (t > 0) {
    const e = exp(-t);
    return [1 / (1 + e), e / (1 + e)];
  }
  const e = exp(t);
  return [e / (1 + e), 1 / (1 + e)];
}
