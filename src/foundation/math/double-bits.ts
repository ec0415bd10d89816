/**
 * One number, seen as its two words. The pair is scratch space that keeps nothing between calls: writing it and
 * reading it back is how the bits of a double are reached without a call into the engine.
 */
const NUMBER = /* @__PURE__ */ new Float64Array(1);
const WORDS = /* @__PURE__ */ new Int32Array(NUMBER.buffer);
/** Place of the word with sign and exponent: 1 where the low byte comes first, as almost everywhere. */
const HIGH = /* @__PURE__ */ placeOfHighWord();

function placeOfHighWord(): 0 | 1 {
  NUMBER[0] = 1;
  return WORDS[1] === 0 ? 0 : 1;
}

/** The upper word of a number: its sign, eleven bits of exponent, twenty bits of fraction. */
export function highWord(x: number): number {
  NUMBER[0] = x;
  return WORDS[HIGH] as number;
}

/** 2^−1074 to 2^1023. Read from a table, as a number put together from two words stalls the processor. */
const POWERS = /* @__PURE__ */ powers();

function powers(): Float64Array {
  const table = new Float64Array(2098);
  for (let x = 1, k = 1074; k < 2098; k++, x *= 2) table[k] = x;
  for (let x = 1, k = 1074; k >= 0; k--, x /= 2) table[k] = x;
  return table;
}

/**
 * A power of two.
 *
 * @param exponent - a whole number from −1074 to 1023
 */
export function powerOfTwo(exponent: number): number {
  return POWERS[exponent + 1074] as number;
}

/**
 * A number times a power of two, rounded once.
 *
 * @param x - any number
 * @param exponent - a whole number; far out of range gives zero or an infinity
 */
export function scaled(x: number, exponent: number): number {
  if (exponent >= -1022 && exponent <= 1023) return x * powerOfTwo(exponent);
  if (exponent > 1023) return exponent > 2100 ? x * Infinity : x * powerOfTwo(1023) * scaled(1, exponent - 1023);
  // The first factor takes the number down without rounding as long as it stays above the subnormal ones.
  return exponent < -2200 ? x * 0 : x * powerOfTwo(-969) * scaled(1, exponent + 969);
}
