import { exp } from "./exponential.js";

/** √(2π) */
const ROOT_TWO_PI = 2.5066282746310007;
/** π² ÷ 8 */
const PI_SQUARE_EIGHTH = 1.2337005501361697;

/**
 * How likely √n times the largest distance between a sample's distribution and the true one is above `x`, for large n.
 *
 * @source Marsaglia, Tsang and Wang, Evaluating Kolmogorov's distribution, Journal of Statistical Software 8 (2003), section 1
 */
export function kolmogorovUpper(x: number): number {
  if (!(x > 0)) return x <= 0 ? 1 : NaN;
  if (x < 1) {
    let sum = 0;
    for (let k = 1; k < 20; k += 2) sum += exp((-k * k * PI_SQUARE_EIGHTH) / (x * x));
    return 1 - (ROOT_TWO_PI / x) * sum;
  }
  let sum = 0;
  for (let k = 1; k < 10; k++) sum += (k % 2 === 1 ? 2 : -2) * exp(-2 * k * k * x * x);
  return sum;
}
