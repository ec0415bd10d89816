import { randomWordsAt } from "../../../src/foundation/random/index.js";
import {
  fillPermuted,
  type KeyedPermutation,
  PERMUTATION_KEYS,
} from "../../../src/foundation/simulation/keyed-permutation.js";

/** The keys of a permutation, from a seed. */
export const keysOf = (seed: number): Int32Array =>
  Int32Array.from(
    { length: PERMUTATION_KEYS },
    (_, i) => randomWordsAt({ key0: seed, key1: 7 }, { iteration: i }).word0,
  );

/** Where a permutation sends each number. */
export const placesOf = (permutation: KeyedPermutation): number[] => {
  const out = new Int32Array(permutation.size);
  fillPermuted(permutation, 0, permutation.size, out);
  return [...out];
};
