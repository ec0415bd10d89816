/** Random words that a permutation takes as its key: one to add and one to multiply by, for each half of each round. */
export const PERMUTATION_KEYS = 16;

/** A permutation of 0 to `size` − 1 that is computed where it is needed and never stored. */
export interface KeyedPermutation {
  /** How many numbers it permutes. */
  readonly size: number;
  /** Its key. */
  readonly keys: Int32Array;
}

/**
 * Prepares the permutation that belongs to a key.
 *
 * @param size - from 1 to 2^26
 * @param words - {@link PERMUTATION_KEYS} random words
 */
export function keyedPermutation(size: number, words: Int32Array): KeyedPermutation {
  // Multipliers are odd: an even one would throw the lowest bit away.
  return { size, keys: words.map((word, i) => (i % 2 === 0 ? word : word | 1)) };
}

/**
 * The places of consecutive numbers in the permutation. A Feistel network of eight half rounds permutes the numbers
 * below a power of two; what falls at or above `size` goes round again until it falls below, which keeps it a
 * permutation. Any number can be asked for alone, so that blocks need not know each other.
 *
 * The rounds are written out with their keys in registers: a loop over the keys takes three times as long.
 *
 * @param permutation - of {@link keyedPermutation}
 * @param first - the first number
 * @param count - how many numbers
 * @param out - gets their places
 * @source Black and Rogaway, Ciphers with arbitrary finite domains (2002), sections 4 and 5
 */
export function fillPermuted({ size, keys }: KeyedPermutation, first: number, count: number, out: Int32Array): void {
  // A network of fewer bits favours some orders of a few numbers; with eight, all 120 orders of five are equally likely.
  const bits = Math.max(8, 32 - Math.clz32(size - 1));
  const leftBits = bits >> 1;
  const rightBits = bits - leftBits;
  const mask = (1 << rightBits) - 1;
  // The upper bits of a product depend on all bits of its factors.
  const left = 32 - leftBits;
  const right = 32 - rightBits;
  const [a0, m0, a1, m1, a2, m2, a3, m3] = keys as unknown as Eight;
  const [a4, m4, a5, m5, a6, m6, a7, m7] = keys.subarray(8) as unknown as Eight;
  for (let i = 0; i < count; i++) {
    let x = first + i;
    do {
      let l = x >>> rightBits;
      let r = x & mask;
      l ^= Math.imul(r + a0, m0) >>> left;
      r ^= Math.imul(l + a1, m1) >>> right;
      l ^= Math.imul(r + a2, m2) >>> left;
      r ^= Math.imul(l + a3, m3) >>> right;
      l ^= Math.imul(r + a4, m4) >>> left;
      r ^= Math.imul(l + a5, m5) >>> right;
      l ^= Math.imul(r + a6, m6) >>> left;
      r ^= Math.imul(l + a7, m7) >>> right;
      x = (l << rightBits) | r;
    } while (x >= size);
    out[i] = x;
  }
}

type Eight = [number, number, number, number, number, number, number, number];
