import { DEVIANCE_REST, deviance } from "./deviance.js";
import { exp, expm1, expOfSum } from "./exponential.js";
import { LARGE_FROM, shareOfLarge } from "./large-parameters.js";
import { log } from "./logarithm.js";
import { logGammaOnePlus } from "./log-gamma-one-plus.js";
import { isParameter, LARGEST } from "./parameter.js";
import { stirlingError } from "./stirling-error.js";

const TWO_PI = 6.283185307179586;
/** A term this much smaller than the sum no longer changes it. */
const NEGLIGIBLE = 1e-17;
/** A factor this near to 1 differs from it by its own rounding. */
const NEAR_ONE = 4.5e-16;

/**
 * The regularised lower incomplete gamma function P(a, x): how much of a gamma distribution of shape a and scale 1 lies
 * below x.
 *
 * @param a - from 1e-100 to 1e100
 * @param x - zero or above
 * @returns the share, right to its last digits where it is tiny; NaN outside the domain
 * @source NIST Digital Library of Mathematical Functions, sections 8.7 and 8.9
 */
export function incompleteGamma(a: number, x: number): number {
  if (!(isParameter(a) && x >= 0)) return NaN;
  if (x === 0) return 0;
  if (x > 10 * LARGEST) return 1;
  if (a >= LARGE_FROM) return largeShare(a, x, false);
  // Where nearly all lies below, rounding may take the sum above 1.
  return x < a + 1 ? Math.min(lowerSeries(a, x), 1) : 1 - upperFraction(a, x);
}

/**
 * The regularised upper incomplete gamma function Q(a, x) = 1 - P(a, x).
 *
 * @param a - from 1e-100 to 1e100
 * @param x - zero or above
 * @returns the share, right to its last digits where it is tiny; NaN outside the domain
 */
export function incompleteGammaUpper(a: number, x: number): number {
  if (!(isParameter(a) && x >= 0)) return NaN;
  if (x === 0) return 1;
  if (x > 10 * LARGEST) return 0;
  if (a >= LARGE_FROM) return largeShare(a, x, true);
  if (a < 1 && x < 1.5) return upperNearZero(a, x);
  return x < a + 1 ? 1 - lowerSeries(a, x) : upperFraction(a, x);
}

/**
 * x^a e^-x / Γ(a + 1), without the loss of its large parts. Times a it is the density of the logarithm.
 *
 * @param a - from 1e-100 to 1e100
 * @param x - above 0
 * @returns the power
 */
export function gammaPower(a: number, x: number): number {
  const far = deviance(a, x, 0);
  return expOfSum(-far, -(DEVIANCE_REST[0] as number)) * (exp(-stirlingError(a)) / Math.sqrt(TWO_PI * a));
}

function largeShare(a: number, x: number, isUpper: boolean): number {
  const far = deviance(a, x, 0);
  return shareOfLarge(
    {
      size: a,
      skew: 1,
      spread: 0,
      deviance: far,
      devianceRest: DEVIANCE_REST[0] as number,
      isAbove: x > a,
      correction: -stirlingError(a),
    },
    isUpper,
  );
}

/** The lower share as the power × Σ xⁿ / ((a + 1)…(a + n)); all terms are positive. */
function lowerSeries(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 1; term > sum * NEGLIGIBLE; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return gammaPower(a, x) * sum;
}

/** The upper share as a continued fraction, by Lentz's rule; for x from a + 1 on no part of it comes near zero. */
function upperFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let d = 1 / b;
  let c = Infinity;
  let fraction = d;
  for (let n = 1; ; n++) {
    const numerator = n * (a - n);
    b += 2;
    d = 1 / (b + numerator * d);
    c = b + numerator / c;
    const step = c * d;
    fraction *= step;
    if (!(Math.abs(step - 1) > NEAR_ONE)) break;
  }
  return gammaPower(a, x) * a * fraction;
}

/**
 * The upper share where a < 1 and x is small: 1 - x^a / Γ(a + 1) (1 - …). Its two parts are small
 * with a, and are worked out as such.
 */
function upperNearZero(a: number, x: number): number {
  const u = a * log(x) - logGammaOnePlus(a);
  let term = 1;
  let sum = 0;
  for (let n = 1; n < 30; n++) {
    term *= -x / n;
    sum += term / (a + n);
  }
  return -expm1(u) - exp(u) * a * sum;
}
