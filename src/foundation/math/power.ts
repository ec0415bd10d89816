import { highWord, powerOfTwo, scaled } from "./double-bits.js";
import { expWithTail, LN2_HIGH } from "./exponential.js";

const ROOT_TWO = 1.4142135623730951;
const SMALLEST_NORMAL = 2.2250738585072014e-308;
/** Splits a number in two halves of 26 bits (Dekker, A floating-point technique for extending the available precision, 1971). */
const SPLIT = 134217729;
/** Whole exponents up to this size go by multiplication, which is rounded correctly; doubles know no larger odd ones that matter. */
const BY_MULTIPLICATION = 4294967296;
/** ln 2 less {@link LN2_HIGH}, in two parts. */
const LN2_MIDDLE = 1.9082149292705877e-10;
const LN2_LOW = 1.1612227229362533e-26;

/** The rounding error of a product: what `product` is short of `a` × `b`. Both must be below 2^996 in size. */
function productTail(a: number, b: number, product: number): number {
  let t = SPLIT * a;
  const ah = t - (t - a);
  const al = a - ah;
  t = SPLIT * b;
  const bh = t - (t - b);
  const bl = b - bh;
  return ah * bh - product + ah * bl + al * bh + al * bl;
}

/** x as m·2^k with m from 1 up to 2; x is positive and finite. */
function exponentOf(x: number): number {
  return x < SMALLEST_NORMAL ? (highWord(x * powerOfTwo(54)) >>> 20) - 1023 - 54 : (highWord(x) >>> 20) - 1023;
}

/**
 * `x` to a whole power, by squaring and multiplying in pairs of numbers: the nearest double, save for the rare case
 * that the true value lies within 2^-100 of the middle between two.
 *
 * @param x - any number
 * @param n - a whole number
 */
export function powInt(x: number, n: number): number {
  if (n === 0) return 1;
  if (x !== x || n !== n) return NaN;
  const size = Math.abs(x);
  const negative = (x < 0 || Object.is(x, -0)) && Math.abs(n) % 2 === 1;
  if (size === 0 || size === Infinity) {
    const value = (size === 0) === n > 0 ? 0 : Infinity;
    return negative ? -value : value;
  }
  const k = exponentOf(size);
  const value = mantissaPower(scaled(size, -k), n, k * n);
  return negative ? -value : value;
}

/** m^|n| in two parts, its powers of two kept apart so that nothing overflows; then the reciprocal where n is negative. */
function mantissaPower(m: number, n: number, exponent: number): number {
  let rest = Math.abs(n);
  let rh = 1;
  let rl = 0;
  let re = 0;
  let bh = m;
  let bl = 0;
  let be = 0;
  for (;;) {
    if (rest % 2 === 1) {
      const p = rh * bh;
      const e = productTail(rh, bh, p) + (rh * bl + rl * bh);
      rh = p + e;
      rl = e - (rh - p);
      re += be;
      rest = (rest - 1) / 2;
    } else {
      rest /= 2;
    }
    if (rest === 0) break;
    const p = bh * bh;
    const e = productTail(bh, bh, p) + 2 * bh * bl;
    bh = p + e;
    bl = e - (bh - p);
    be *= 2;
    // Both stay below 4: a product of two stays far from the largest number, and the exponent is a whole number beside.
    if (bh >= 2) {
      bh *= 0.5;
      bl *= 0.5;
      be += 1;
    }
    if (rh >= 2) {
      rh *= 0.5;
      rl *= 0.5;
      re += 1;
    }
  }
  if (n > 0) return scaled(rh + rl, exponent + re);
  const q = 1 / rh;
  const p = q * rh;
  const reciprocal = q + (1 - p - productTail(q, rh, p) - q * rl) * q;
  return scaled(reciprocal, exponent - re);
}

/**
 * `x` to the power of `y`, within 0.8 ulp, the same bits on every engine; whole powers are the nearest double.
 * Special values as `Math.pow` has them.
 *
 * The logarithm is worked out in pairs of numbers where its size is decided, and in single ones where its tail is.
 */
export function pow(x: number, y: number): number {
  if (Number.isInteger(y) && Math.abs(y) <= BY_MULTIPLICATION) return powInt(x, y);
  if (x !== x || y !== y) return NaN;
  if (Math.abs(y) === Infinity) return Math.abs(x) === 1 ? NaN : Math.abs(x) > 1 === y > 0 ? Infinity : 0;
  const size = Math.abs(x);
  const sign = (x < 0 || Object.is(x, -0)) && Math.abs(y) % 2 === 1 ? -1 : 1;
  if (size === 0 || size === Infinity) return sign * ((size === 0) === y > 0 ? 0 : Infinity);
  if (x < 0 && !Number.isInteger(y)) return NaN;
  return size === 1 ? sign : sign * positivePower(size, y);
}

function positivePower(x: number, y: number): number {
  let k = exponentOf(x);
  let m = scaled(x, -k);
  if (m > ROOT_TWO) {
    m *= 0.5;
    k++;
  }
  // s = f ÷ (2 + f) in two parts.
  const f = m - 1;
  const d = 2 + f;
  const dTail = f - (d - 2);
  const s = f / d;
  const back = s * d;
  const sTail = (f - back - productTail(s, d, back) - s * dTail) / d;
  // z = s² in two parts, and z/3 + z²/5 + … : the first two terms in two parts, the rest in one.
  const z = s * s;
  const zTail = productTail(s, s, z) + 2 * s * sTail;
  const tail =
    z *
    z *
    z *
    (0.14285714285714285 +
      z *
        (0.1111111111111111 +
          z *
            (0.09090909090909091 +
              z *
                (0.07692307692307693 +
                  z *
                    (0.06666666666666667 +
                      z *
                        (0.058823529411764705 +
                          z *
                            (0.05263157894736842 +
                              z * (0.047619047619047616 + z * (0.043478260869565216 + z * 0.04)))))))));
  // z (1/3 + z/5) in two parts.
  const z5 = z * 0.2;
  const z5Tail = productTail(z, 0.2, z5) + zTail * 0.2 - z * 1.1102230246251566e-17;
  const c = 0.3333333333333333 + z5;
  const cTail = z5 - (c - 0.3333333333333333) + (z5Tail + 1.850371707708594e-17);
  const w = c * z;
  const wTail = productTail(c, z, w) + (c * zTail + cTail * z) + tail;
  // ln m = 2s + 2s·w.
  const two = 2 * s;
  const g = two * w;
  const gTail = productTail(two, w, g) + two * wTail + 2 * sTail * w;
  const lnm = two + g;
  const lnmTail = g - (lnm - two) + (gTail + 2 * sTail);
  // ln x = k ln 2 + ln m; the first product is exact.
  const kh = k * LN2_HIGH;
  const sum = kh + lnm;
  const part = sum - kh;
  const sumTail = kh - (sum - part) + (lnm - part) + (k * LN2_MIDDLE + lnmTail + k * LN2_LOW);
  const ln = sum + sumTail;
  const lnTail = sumTail - (ln - sum);
  const t = y * ln;
  if (Math.abs(t) > 800) return t > 0 ? Infinity : 0;
  const tTail = productTail(y, ln, t) + y * lnTail;
  const high = t + tTail;
  return expWithTail(high, tTail - (high - t));
}
