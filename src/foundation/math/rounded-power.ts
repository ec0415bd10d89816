import { POWERS_OF_TWO, UNIT } from "./float-bits.js";
import { log } from "./logarithm.js";

/** Bits that are kept. The powers that fit a double, or lie half-way between two, have at most 54 and lose none. */
const KEPT = 384;

/** `digits` × 2^`exponent`; `isCut` where digits behind these were cut off. */
interface Binary {
  readonly digits: bigint;
  readonly exponent: number;
  readonly isCut: boolean;
}

/**
 * x raised to a whole power in whole numbers of up to 384 bits, then rounded once. It takes some microseconds.
 *
 * @param x - the base, finite and not zero
 * @param n - the exponent, a whole number
 * @returns the double nearest to x^n, infinity or a zero beyond the ends
 */
export function roundedPower(x: number, n: number): number {
  const size = Math.abs(x);
  const sign = x < 0 && Math.abs(n % 2) === 1 ? -1 : 1;
  const logarithm = n * log(size);
  if (logarithm > 710) return sign * Infinity;
  if (logarithm < -746) return sign * 0;
  let base = binaryOf(size);
  let power: Binary = { digits: 1n, exponent: 0, isCut: false };
  for (let count = BigInt(Math.abs(n)); count > 0n; count >>= 1n) {
    if ((count & 1n) === 1n) power = times(power, base);
    if (count > 1n) base = times(base, base);
  }
  return sign * rounded(n < 0 ? inverseOf(power) : power);
}

/** A double as an odd number times a power of two. */
function binaryOf(value: number): Binary {
  let digits = value;
  let exponent = 0;
  for (; digits < 4503599627370496; digits *= 2) exponent--;
  for (; digits % 2 === 0; digits /= 2) exponent++;
  return { digits: BigInt(digits), exponent, isCut: false };
}

function times(a: Binary, b: Binary): Binary {
  const digits = a.digits * b.digits;
  const exponent = a.exponent + b.exponent;
  const surplus = Math.max(lengthOf(digits) - KEPT, 0);
  return {
    digits: digits >> BigInt(surplus),
    exponent: exponent + surplus,
    isCut: a.isCut || b.isCut || surplus > 0,
  };
}

function inverseOf({ digits, exponent, isCut }: Binary): Binary {
  const shift = lengthOf(digits) + KEPT;
  const one = 1n << BigInt(shift);
  return { digits: one / digits, exponent: -exponent - shift, isCut: isCut || one % digits !== 0n };
}

/** To 53 bits, fewer where the last of them would be below 2^-1074; half-way to the even side. */
function rounded({ digits, exponent, isCut }: Binary): number {
  const surplus = Math.max(lengthOf(digits) - 53, -1074 - exponent, 0);
  const cut = BigInt(surplus);
  const kept = digits >> cut;
  const twice = (digits - (kept << cut)) << 1n;
  const unit = 1n << cut;
  const isUp = surplus > 0 && (twice > unit || (twice === unit && (isCut || (kept & 1n) === 1n)));
  const scale = exponent + surplus;
  const value = Number(isUp ? kept + 1n : kept);
  return scale > 1023 ? Infinity : value * (POWERS_OF_TWO[scale + UNIT] as number);
}

function lengthOf(digits: bigint): number {
  return digits.toString(2).length;
}
