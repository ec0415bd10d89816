import { erfBend, erfcx } from "./error-function.js";
import { productError } from "./exact-product.js";
import { expOfSum } from "./exponential.js";

const SQRT_HALF = 0.7071067811865476;
/** 1/√(2π), and what the double lacks of it. */
const PEAK = 0.3989422804014327;
const PEAK_REST = -2.49232720227773e-17;

/**
 * The density of the standard normal distribution.
 *
 * @param z - any double
 * @returns the density, at most 0.3989; NaN for NaN
 */
export function normalDensity(z: number): number {
  return PEAK * halfSquareExp(z);
}

/**
 * The standard normal distribution: the probability of a value of at most z. The upper tail is `normalCdf(-z)`.
 *
 * @param z - any double
 * @returns a probability, within 1e-15 of itself in the lower tail as well; NaN for NaN
 */
export function normalCdf(z: number): number {
  const size = Math.abs(z);
  const y = size * SQRT_HALF;
  if (y < 0.75) return middle(z);
  if (!(size < 39)) return z > 0 ? 1 : z < 0 ? 0 : NaN;
  const tail = 0.5 * erfcx(y) * halfSquareExp(z);
  return z > 0 ? 1 - tail : tail;
}

/** For |z| below 1.06: 1/2 and the line z/√(2π), exactly, and what bends away from it, which is at most a sixth. */
function middle(z: number): number {
  const line = z * PEAK;
  const sum = 0.5 + line;
  const lost = 0.5 - sum + line + (productError(z, PEAK, line) + z * PEAK_REST);
  const square = 0.5 * z * z;
  return sum + (lost + line * (square * erfBend(square)));
}

/** e^(-z²/2); the square keeps all its bits, since the exponential would multiply what it lost. */
function halfSquareExp(z: number): number {
  if (Math.abs(z) > 39) return 0;
  const square = z * z;
  return expOfSum(-0.5 * square, -0.5 * productError(z, z, square));
}
