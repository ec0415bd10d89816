/**
 * One double seen as two 32-bit words. It is scratch paper: written and read
 * within one step of one function, so it holds nothing between calls.
 */
export const DOUBLE = /* @__PURE__ */ new Float64Array(1);
/** The two words of {@link DOUBLE}, in the order of the machine. */
export const WORDS = /* @__PURE__ */ new Int32Array(DOUBLE.buffer);
/** Which word holds sign, exponent and the first 20 bits of the fraction: 1 on little-endian machines. */
export const UPPER = /* @__PURE__ */ upperWord();

/** Index of 2^0 in {@link POWERS_OF_TWO}. */
export const UNIT = 1074;
/** 2^(i - UNIT) for every power that a double can hold, from 2^-1074 to 2^1023. */
export const POWERS_OF_TWO = /* @__PURE__ */ powersOfTwo();

function upperWord(): 0 | 1 {
  return new Int32Array(Float64Array.of(1).buffer)[1] === 0 ? 0 : 1;
}

/** Halving and doubling are exact, down to the last bit. */
function powersOfTwo(): Float64Array {
  const powers = new Float64Array(UNIT + 1024);
  for (let value = 1, i = UNIT; i < powers.length; i++, value *= 2) powers[i] = value;
  for (let value = 1, i = UNIT; i >= 0; i--, value /= 2) powers[i] = value;
  return powers;
}
