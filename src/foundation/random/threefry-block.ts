/** Two words of 32 bits, as numbers from 0 to 2^32 − 1. */
export interface RandomWords {
  /** First word. */
  readonly word0: number;
  /** Second word. */
  readonly word1: number;
}

/** Two words of 32 bits, signed as the bit operators of the language give them. */
export interface SignedWords {
  /** The first word. */
  readonly word0: number;
  /** The second word. */
  readonly word1: number;
}

/** By how many bits the second word is turned in each round; the list is gone through again and again. */
const ROTATIONS = [13, 15, 26, 6, 17, 29, 16, 24] as const;
const ROUNDS = 20;
/** The third word of the key is this one, mixed with the other two. */
export const PARITY = 0x1bd11bda;

/**
 * Threefry-2x32-20 of one counter under one key, in the words of its definition. `fillUniforms` has the same rounds
 * written out, which is six times as fast.
 *
 * @param key0 - first word of the key
 * @param key1 - second word of the key
 * @param counter0 - first word of the counter
 * @param counter1 - second word of the counter
 * @returns the two words, signed
 * @source Salmon, Moraes, Dror, Shaw: Parallel random numbers: as easy as 1, 2, 3 (2011), section 3.2
 */
export function threefryBlock(key0: number, key1: number, counter0: number, counter1: number): SignedWords {
  const keys = [key0, key1, PARITY ^ key0 ^ key1] as const;
  let word0 = (counter0 + key0) | 0;
  let word1 = (counter1 + key1) | 0;
  for (let round = 0; round < ROUNDS; round++) {
    const bits = ROTATIONS[round % 8] as number;
    word0 = (word0 + word1) | 0;
    word1 = ((word1 << bits) | (word1 >>> (32 - bits))) ^ word0;
    if (round % 4 !== 3) continue;
    const turn = (round + 1) / 4;
    word0 = (word0 + (keys[turn % 3] as number)) | 0;
    word1 = (word1 + (keys[(turn + 1) % 3] as number) + turn) | 0;
  }
  return { word0, word1 };
}
