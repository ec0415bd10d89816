import { productError } from "./exact-product.js";
import { expOfSum } from "./exponential.js";
import { LOG_REST, logOfSum } from "./logarithm.js";

/** With an exponent beyond this, every base but 1 gives 0 or infinity: no logarithm but 0 is nearer to 0 than 2^-53. */
const FAR = 36893488147419103232;

/**
 * x raised to the power y: e^(y ln x), with the logarithm and the product in two doubles each, since the
 * exponential turns an error of the product, however small beside it, into an error of the result.
 *
 * @param x - the base, any double
 * @param y - the exponent, any double
 * @returns x^y, within 0.52 units in the last place (0.77 below 2^-1022), and exact where it is a double; special
 *   values as `Math.pow` has them
 */
export function pow(x: number, y: number): number {
  if (x > 0 && x < Infinity && y - y === 0) return powOfSum(x, 0, y);
  if (y === 0) return 1;
  if (x !== x || y !== y) return NaN;
  const size = Math.abs(x);
  if (y === Infinity || y === -Infinity) return size === 1 ? NaN : size > 1 === y > 0 ? Infinity : 0;
  const isOdd = Math.abs(y) < 9007199254740992 && Math.abs(y % 2) === 1;
  if (size === 0 || size === Infinity) {
    const limit = (size === 0) === y > 0 ? 0 : Infinity;
    return isOdd && 1 / x + x < 0 ? -limit : limit;
  }
  if (Math.floor(y) !== y) return NaN;
  return isOdd ? -powOfSum(size, 0, y) : powOfSum(size, 0, y);
}

/**
 * A power of a sum that is known to more bits than a double holds.
 *
 * @param x - the leading part of the base, above zero and finite
 * @param rest - a small part, at most half a unit in the last place of `x`; 0 where `x` is below 2^-1022
 * @param y - the exponent, finite
 * @returns (x + rest)^y
 */
export function powOfSum(x: number, rest: number, y: number): number {
  const near = y > FAR ? FAR : y < -FAR ? -FAR : y;
  const logarithm = logOfSum(x, rest);
  const logarithmRest = LOG_REST[0] as number;
  const product = near * logarithm;
  return expOfSum(product, productError(near, logarithm, product) + near * logarithmRest);
}
