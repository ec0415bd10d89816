/** What a digit of sixteen bits can be. */
const DIGITS = 65_536;
/** From this upper digit on numbers are negative. */
const NEGATIVE = 32_768;

/** Where the upper word of a double stands: second, where the low byte comes first, as almost everywhere. */
export function placeOfUpperWord(): 0 | 1 {
  return new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 1 : 0;
}

/** Numbers seen as pairs of words. */
export function wordsOf(numbers: Float64Array): Int32Array {
  return new Int32Array(numbers.buffer, numbers.byteOffset, 2 * numbers.length);
}

/**
 * Sorts numbers by their upper words, that is by sign, exponent and twenty bits of the fraction, in two passes of
 * sixteen bits. A pass is left out where it would move nothing. Numbers with the same upper word may be out of order
 * still.
 *
 * @param numbers - finite; rearranged
 * @source Knuth, The Art of Computer Programming, volume 3, second edition (1998), section 5.2.5
 */
export function radixPasses(numbers: Float64Array): void {
  const spare = new Float64Array(numbers.length);
  const [low, high] = digitCounts(numbers);
  const shared = high.indexOf(numbers.length);
  if (low.includes(numbers.length)) spare.set(numbers);
  else scatter(numbers, spare, low);
  if (shared >= 0 && shared < NEGATIVE) numbers.set(spare);
  else scatterSigned(spare, numbers, high);
}

/** How many numbers have each lower and each upper digit. */
function digitCounts(numbers: Float64Array): readonly [low: Uint32Array, high: Uint32Array] {
  const words = wordsOf(numbers);
  const low = new Uint32Array(DIGITS);
  const high = new Uint32Array(DIGITS);
  for (let i = placeOfUpperWord(); i < words.length; i += 2) {
    const word = words[i] as number;
    low[word & 0xffff] = (low[word & 0xffff] as number) + 1;
    high[word >>> 16] = (high[word >>> 16] as number) + 1;
  }
  return [low, high];
}

/** Makes the counts of the first digits the places where each begins. */
function startAt(counts: Uint32Array, digits: number, first: number): void {
  let start = first;
  for (let digit = 0; digit < digits; digit++) {
    const count = counts[digit] as number;
    counts[digit] = start;
    start += count;
  }
}

/** Moves all numbers to where their lower digit belongs, those with the same digit in the order they have. */
function scatter(from: Float64Array, to: Float64Array, counts: Uint32Array): void {
  startAt(counts, DIGITS, 0);
  const words = wordsOf(from);
  const upper = placeOfUpperWord();
  for (let i = 0; i < from.length; i++) {
    const digit = (words[2 * i + upper] as number) & 0xffff;
    const at = counts[digit] as number;
    counts[digit] = at + 1;
    to[at] = from[i] as number;
  }
}

/**
 * Does so for the upper digit. Among negative numbers the larger digit is the smaller number: the largest stands first,
 * and each digit is filled from its end, which turns the order of its numbers round.
 */
function scatterSigned(from: Float64Array, to: Float64Array, counts: Uint32Array): void {
  let start = 0;
  for (let digit = DIGITS - 1; digit >= NEGATIVE; digit--) {
    start += counts[digit] as number;
    counts[digit] = start - 1;
  }
  startAt(counts, NEGATIVE, start);
  const words = wordsOf(from);
  const upper = placeOfUpperWord();
  for (let i = 0; i < from.length; i++) {
    const digit = (words[2 * i + upper] as number) >>> 16;
    const at = counts[digit] as number;
    // One up, or one down for a negative digit, without a branch to guess.
    counts[digit] = at + 1 - ((digit >>> 15) << 1);
    to[at] = from[i] as number;
  }
}
