import { contained, demandText } from "../guard/index.js";
import { type RandomWords, type SignedWords, threefryBlock } from "./threefry-block.js";

/**
 * Sixty-four bits of a text, to name it by. No secret: who wants two texts of one hash can find them.
 *
 * Blocks of four UTF-16 code units, the first in the low half of the first word, the last one filled up with zeros, are
 * taken in by h ← threefry(h; block) xor block, from h = (length, 0).
 *
 * @param text - any text
 * @returns two words, each from 0 to 2^32 − 1, the same for ever
 * @throws DomainError `wrong-type` when it is no text
 * @source Menezes, van Oorschot, Vanstone: Handbook of Applied Cryptography (1996), section 9.4.1, Matyas-Meyer-Oseas
 *
 * @example
 * ```ts
 * import { textHash } from "golive-kit/random";
 *
 * textHash("R-1"); // => { word0: 2082062173, word1: 1994554466 }
 * ```
 */
export function textHash(text: string): RandomWords {
  return contained("textHash", () => {
    const { word0, word1 } = hashOf(demandText(text, "text"));
    return { word0: word0 >>> 0, word1: word1 >>> 0 };
  });
}

/**
 * {@link textHash} as the bit operators give it.
 *
 * @param text - any text
 * @returns two signed words
 */
export function hashOf(text: string): SignedWords {
  // The length comes first, so that zeros at the end are told from those that fill up.
  let word0 = text.length;
  let word1 = 0;
  for (let i = 0; i < text.length; i += 4) {
    const low = codeUnits(text, i);
    const high = codeUnits(text, i + 2);
    const block = threefryBlock(word0, word1, low, high);
    word0 = block.word0 ^ low;
    word1 = block.word1 ^ high;
  }
  return { word0, word1 };
}

/** Two code units as a word. Behind the end there is no number, which the bit operators take for 0. */
function codeUnits(text: string, from: number): number {
  return text.charCodeAt(from) | (text.charCodeAt(from + 1) << 16);
}
