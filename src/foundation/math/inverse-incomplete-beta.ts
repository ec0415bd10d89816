import { exp, expOfSum } from "./exponential.js";
import { firstTermPoint } from "./first-term.js";
import { betaPower, shareBelow } from "./incomplete-beta.js";
import { log } from "./logarithm.js";
import { logGamma, logGammaChange } from "./log-gamma.js";
import { logGammaOnePlus } from "./log-gamma-one-plus.js";
import { normalQuantile } from "./normal-quantile.js";
import { isParameter } from "./parameter.js";
import { tailRoot } from "./tail-root.js";

/** A point below e to the power of this is so small that the first term of the series is all there is. */
const TINY = -40;

/**
 * The x below which a share p of a beta distribution lies.
 *
 * @param p - from 0 to 1
 * @param a - from 1e-100 to 1e100
 * @param b - from 1e-100 to 1e100
 * @returns x, from 0 to 1; NaN outside the domain
 */
export function inverseIncompleteBeta(p: number, a: number, b: number): number {
  return betaPoint(p, a, b)[0];
}

/**
 * The x above which a share q of a beta distribution lies.
 *
 * @param q - from 0 to 1
 * @param a - from 1e-100 to 1e100
 * @param b - from 1e-100 to 1e100
 * @returns x, from 0 to 1; NaN outside the domain
 */
export function inverseIncompleteBetaUpper(q: number, a: number, b: number): number {
  return betaPoint(q, b, a)[1];
}

/**
 * The x below which a share p of a beta distribution lies, and 1 - x, each right to its own last digits.
 *
 * @param p - from 0 to 1
 * @param a - from 1e-100 to 1e100
 * @param b - from 1e-100 to 1e100
 * @returns both; NaN outside the domain
 */
export function betaPoint(p: number, a: number, b: number): readonly [x: number, y: number] {
  if (!(p >= 0 && p <= 1 && isParameter(a) && isParameter(b))) return [NaN, NaN];
  if (p === 0) return [0, 1];
  if (p === 1) return [1, 0];
  if (p <= 0.5) return lowerPoint(p, a, b);
  const [y, x] = lowerPoint(1 - p, b, a);
  return [x, y];
}

/** Solved on ln(x / y), of which the density is log-concave for all parameters. */
function lowerPoint(p: number, a: number, b: number): readonly [x: number, y: number] {
  // x^a / (a B) = p and y^b / (b B) = 1 - p: the first terms of both series.
  const first = firstTermPoint(p, 0, logScale(a, b), a);
  if (first.point + log(b + 1) < TINY) return [expOfSum(first.point, first.rest), 1];
  const q = 1 - p;
  const last = firstTermPoint(q, 1 - q - p, logScale(b, a), b);
  if (first.point > 0 && last.point + log(a + 1) < TINY) return [1, expOfSum(last.point, last.rest)];
  const end = first.point > 0 ? Math.max(-last.point, 0) : first.point;
  const [x0, y0] = sides(guess(p, a, b, end));
  const distance = tailRoot(true, (t) => {
    const [x, y, xRest, yRest] = moved(x0, y0, t);
    const share = shareBelow(x, xRest, y, yRest, a, b);
    return {
      excess: log(share / p),
      slope: betaPower(x, xRest, y, yRest, a, b) / share,
      lean: a * y - b * x,
    };
  });
  const [x, y] = moved(x0, y0, distance);
  return [x, y];
}

/** ln(a B(a, b)), right to its own last digits for small a. */
function logScale(a: number, b: number): number {
  return (a < 2 ? logGammaOnePlus(a) : logGamma(a + 1)) - logGammaChange(b, a);
}

/** x and y = 1 - x from ln(x / y). */
function sides(t: number): readonly [x: number, y: number] {
  const e = exp(t > 0 ? -t : t);
  const least = e / (1 + e);
  return t > 0 ? [1 / (1 + e), least] : [least, 1 / (1 + e)];
}

/** Both sides after a step of ln(x / y): the smaller one as a double, the other to twice as many digits. */
function moved(x: number, y: number, t: number): readonly [x: number, y: number, xRest: number, yRest: number] {
  const e = exp(t);
  const whole = x * e + y;
  const isLess = x * e < y;
  const least = isLess ? (x * e) / whole : y / whole;
  const most = 1 - least;
  const rest = 1 - most - least;
  return isLess ? [least, most, 0, rest] : [most, least, rest, 0];
}

/**
 * By the normal distribution, which half the logarithm of a ratio of variances is near to; else by an end.
 * Source: Abramowitz and Stegun, Handbook of Mathematical Functions (1964), 26.5.22.
 */
function guess(p: number, a: number, b: number, end: number): number {
  if (!(a > 1 && b > 1)) return end;
  const z = -normalQuantile(p);
  const one = 1 / (2 * a - 1);
  const other = 1 / (2 * b - 1);
  const h = 2 / (one + other);
  const bend = (z * z - 3) / 6;
  if (!(h + bend > 0)) return end;
  const w = (z * Math.sqrt(h + bend)) / h - (other - one) * (bend + 5 / 6 - 2 / (3 * h));
  return log(a / b) - 2 * w;
}
