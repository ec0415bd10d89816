import { productError } from "./exact-product.js";
import { exp, expOfSum } from "./exponential.js";

/** √(2π). */
const ROOT_TWO_PI = 2.5066282746310007;
/** π² / 8. */
const PI_SQUARE_EIGHTH = 1.2337005501361697;

/**
 * How likely √n times the largest distance between a sample's distribution and the true one is above x, for large n.
 *
 * @param x - any number
 * @returns a probability, right to its last digits where it is tiny; 1 for zero and below, NaN for NaN
 * @source Marsaglia, Tsang and Wang, Evaluating Kolmogorov's distribution, Journal of Statistical Software 8 (2003), section 1
 */
export function kolmogorovUpper(x: number): number {
  // Below this it is less than 1e-200 short of 1.
  if (!(x > 0.05)) return x <= 0.05 ? 1 : NaN;
  if (x > 20) return 0;
  const square = x * x;
  let sum = 0;
  if (x < 1) {
    const unit = -PI_SQUARE_EIGHTH / square;
    for (let k = 1; k <= 7; k += 2) sum += exp(k * k * unit);
    return 1 - (ROOT_TWO_PI / x) * sum;
  }
  const lost = productError(x, x, square);
  for (let k = 1; k <= 5; k++) {
    const factor = -2 * k * k;
    const term = expOfSum(factor * square, factor * lost);
    sum += k % 2 === 1 ? term : -term;
  }
  return 2 * sum;
}
