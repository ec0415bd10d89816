import { productError } from "./exact-product.js";
import { pow } from "./power.js";
import { roundedPower } from "./rounded-power.js";

/** Error of the sum of two doubles, for each unit of the exponent: 2^-100 of the value, several times what it can be. */
const ERROR = 7.888609052210118e-31;

/**
 * x raised to a whole power, correctly rounded.
 *
 * It squares and multiplies in sums of two doubles, whose error is known: each product adds less than
 * 2^-103 of its value, and a value raised to n carries that n times. Where the answer would be the same
 * at both ends of that error, it is the right one. Elsewhere - about once in 10^11 with exponents in
 * the hundreds - and where parts would overflow or underflow, whole numbers of many digits settle it.
 *
 * @param x - the base, any double
 * @param n - the exponent, a whole number; a fraction gives NaN
 * @returns x^n, the double nearest to it; special values as `Math.pow` has them
 */
export function powInt(x: number, n: number): number {
  const power = n < 0 ? -n : n;
  let count = power | 0;
  if (count !== power || x === 0 || x - x !== 0) return powOfUnusual(x, n);
  let high = 1;
  let low = 0;
  let base = x;
  let baseLow = 0;
  for (;;) {
    if ((count & 1) === 1) {
      const product = high * base;
      const rest = productError(high, base, product) + (high * baseLow + low * base);
      high = product + rest;
      low = rest - (high - product);
    }
    count >>= 1;
    if (count === 0) break;
    const product = base * base;
    const rest = productError(base, base, product) + 2 * base * baseLow;
    base = product + rest;
    baseLow = rest - (base - product);
  }
  // The last product is the farthest from 1; what overflowed on the way is NaN here.
  if (!(high < 1e270 && high > -1e270) || (high < 1e-270 && high > -1e-270)) return roundedPower(x, n);
  if (n < 0) {
    const inverse = 1 / high;
    const product = inverse * high;
    low = (1 - product - productError(inverse, high, product) - inverse * low) * inverse;
    high = inverse;
  }
  const error = high * power * ERROR;
  const rounded = high + (low + error);
  return rounded === high + (low - error) ? rounded : roundedPower(x, n);
}

function powOfUnusual(x: number, n: number): number {
  if (Math.floor(n) !== n) return NaN;
  return x === 0 || x - x !== 0 || n - n !== 0 ? pow(x, n) : roundedPower(x, n);
}
