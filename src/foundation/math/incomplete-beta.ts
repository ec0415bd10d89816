import { DEVIANCE_REST, deviance } from "./deviance.js";
import { productError } from "./exact-product.js";
import { exp, expm1, expOfSum } from "./exponential.js";
import { LARGE_FROM, shareOfLarge } from "./large-parameters.js";
import { log } from "./logarithm.js";
import { logGammaChange } from "./log-gamma.js";
import { logGammaOnePlus } from "./log-gamma-one-plus.js";
import { isParameter } from "./parameter.js";
import { stirlingError } from "./stirling-error.js";

const TWO_PI = 6.283185307179586;
/** A term this much smaller than the sum no longer changes it. */
const NEGLIGIBLE = 1e-17;
/** A factor this near to 1 differs from it by its own rounding. */
const NEAR_ONE = 4.5e-16;

/**
 * The regularised incomplete beta function I(x; a, b): how much of a beta distribution lies below x.
 *
 * @param x - from 0 to 1
 * @param a - from 1e-100 to 1e100
 * @param b - from 1e-100 to 1e100
 * @returns the share, right to its last digits where it is tiny; NaN outside the domain
 * @source NIST Digital Library of Mathematical Functions, section 8.17
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  return shareBelow(x, 0, 1 - x, 1 - (1 - x) - x, a, b);
}

/**
 * The upper share 1 - I(x; a, b).
 *
 * @param x - from 0 to 1
 * @param a - from 1e-100 to 1e100
 * @param b - from 1e-100 to 1e100
 * @returns the share, right to its last digits where it is tiny; NaN outside the domain
 */
export function incompleteBetaUpper(x: number, a: number, b: number): number {
  return shareBelow(1 - x, 1 - (1 - x) - x, x, 0, b, a);
}

/**
 * The two shares of a beta distribution beside a point that a double need not hold: x = part / (part + other).
 *
 * @param part - the leading part of it, zero or above
 * @param rest - what that lacks
 * @param other - zero or above; not both
 * @param a - from 1e-100 to 1e100
 * @param b - from 1e-100 to 1e100
 * @param isUpper - whether the share above is wanted
 * @returns the share
 */
export function incompleteBetaOfParts(
  part: number,
  rest: number,
  other: number,
  a: number,
  b: number,
  isUpper: boolean,
): number {
  const whole = part + other;
  const wholeRest = (part > other ? part - whole + other : other - whole + part) + rest;
  const x = part / whole;
  const y = other / whole;
  const back = x * whole;
  const left = y * whole;
  const xRest = (part - back - productError(x, whole, back) + (rest - x * wholeRest)) / whole;
  const yRest = (other - left - productError(y, whole, left) - y * wholeRest) / whole;
  return isUpper ? shareBelow(y, yRest, x, xRest, b, a) : shareBelow(x, xRest, y, yRest, a, b);
}

/**
 * How much of a beta distribution lies below x, where x and y = 1 - x are each known to more than a double holds.
 *
 * @param x - the leading part of x
 * @param xRest - the rest of it
 * @param y - the leading part of 1 - x
 * @param yRest - the rest of it
 * @param a - from 1e-100 to 1e100
 * @param b - from 1e-100 to 1e100
 * @returns the share
 */
export function shareBelow(x: number, xRest: number, y: number, yRest: number, a: number, b: number): number {
  if (!(x >= 0 && y >= 0 && isParameter(a) && isParameter(b))) return NaN;
  if (x === 0) return 0;
  if (y === 0) return 1;
  if ((a / (a + b)) * b >= LARGE_FROM) return largeShare(x, xRest, y, yRest, a, b);
  if (b < 1 && a * y <= 1.5 && y <= 0.7) return shareNearOne(y, a, b);
  // Where nearly all lies below, rounding may take the quotient above 1.
  // x below (a + 1) / (a + b + 2), in a form that large parameters leave whole.
  return a * y - b * x + 1 > 2 * x
    ? Math.min(lowerFraction(x, xRest, y, yRest, a, b), 1)
    : 1 - lowerFraction(y, yRest, x, xRest, b, a);
}

/**
 * x^a y^b / B(a, b), without the loss of its large parts: the density of ln(x / y).
 *
 * @param x - the leading part of x, above 0
 * @param xRest - the rest of it
 * @param y - the leading part of 1 - x, above 0
 * @param yRest - the rest of it
 * @param a - from 1e-100 to 1e100
 * @param b - from 1e-100 to 1e100
 * @returns the power
 */
export function betaPower(x: number, xRest: number, y: number, yRest: number, a: number, b: number): number {
  const n = a + b;
  const far = devianceOf(x, xRest, y, yRest, a, b);
  const density = expOfSum(-far, -(DEVIANCE_REST[0] as number));
  return density * exp(stirlingError(n) - stirlingError(a) - stirlingError(b)) * Math.sqrt(((a / n) * b) / TWO_PI);
}

/** The deviances of a from n x and of b from n y, where n = a + b; the rest is in {@link DEVIANCE_REST}. */
function devianceOf(x: number, xRest: number, y: number, yRest: number, a: number, b: number): number {
  const n = a + b;
  const nRest = a > b ? a - n + b : b - n + a;
  const nx = n * x;
  const ny = n * y;
  const one = deviance(a, nx, productError(n, x, nx) + (n * xRest + nRest * x));
  const oneRest = DEVIANCE_REST[0] as number;
  const other = deviance(b, ny, productError(n, y, ny) + (n * yRest + nRest * y));
  const sum = one + other;
  const part = sum - one;
  const rest = one - (sum - part) + (other - part) + (oneRest + (DEVIANCE_REST[0] as number));
  // At the mean of huge parameters nothing is left but what rounding makes of it.
  DEVIANCE_REST[0] = sum > 0 ? rest : 0;
  return sum > 0 ? sum : 0;
}

function largeShare(x: number, xRest: number, y: number, yRest: number, a: number, b: number): number {
  const n = a + b;
  const far = devianceOf(x, xRest, y, yRest, a, b);
  return shareOfLarge(
    {
      size: (a / n) * b,
      skew: (b - a) / n,
      spread: (a / n) * (b / n),
      deviance: far,
      devianceRest: DEVIANCE_REST[0] as number,
      // x b > y a, without the large products.
      isAbove: x - a / n > 0,
      correction: stirlingError(n) - stirlingError(a) - stirlingError(b),
    },
    false,
  );
}

/**
 * The share as the power over a continued fraction, by Lentz's rule: that of section 8.17.22, two steps in one. So no
 * difference of near numbers is left in it but a y - b x, how far x is below the mean; for x below
 * (a + 1) / (a + b + 2) no part of it comes near 0.
 */
function lowerFraction(x: number, xRest: number, y: number, yRest: number, a: number, b: number): number {
  const below = a * y - b * x + 1;
  let c = Infinity;
  let d = 0;
  let fraction = 0;
  for (let m = 1; ; m++) {
    const middle = a + 2 * m - 1;
    const w = m * (b - m) * x;
    const numerator = ((a + (m - 1)) / middle) * ((a + b + (m - 1)) / middle) * x * w;
    const denominator = m + w / middle + ((a + m) / (middle + 2)) * (below + m * (1 + y));
    d = 1 / (denominator + numerator * d);
    if (m === 1) {
      fraction = numerator * d;
      continue;
    }
    c = denominator + numerator / c;
    const step = c * d;
    fraction *= step;
    if (!(Math.abs(step - 1) > NEAR_ONE)) break;
  }
  return betaPower(x, xRest, y, yRest, a, b) / ((a / (a + 1)) * below + fraction);
}

/**
 * The share below x where b < 1 and y = 1 - x is small beside 1/a: what the series of the upper share,
 * y^b Γ(a + b) / (Γ(a) Γ(b + 1)) (1 + b Σ (1 - a)…(n - a) yⁿ / (n! (b + n))), leaves of 1. Both its parts are small with b, and
 * are worked out as such.
 */
function shareNearOne(y: number, a: number, b: number): number {
  const u = b * log(y) + logGammaChange(a, b) - logGammaOnePlus(b);
  let term = 1;
  let sum = 0;
  for (let n = 1; Math.abs(term) > NEGLIGIBLE * Math.abs(sum); n++) {
    term *= ((n - a) / n) * y;
    sum += term / (b + n);
  }
  return -expm1(u) - exp(u) * b * sum;
}
