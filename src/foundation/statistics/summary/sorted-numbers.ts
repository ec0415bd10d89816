import { contained, demandNumbers } from "../../guard/index.js";

/** Below this many numbers the engine's own sort is the faster one. */
const RADIX_FROM = 12_000;
/** What a digit of sixteen bits can be. */
const BUCKETS = 65_536;
/** Neighbours with the same upper word are put in order by insertion up to this many. */
const INSERTED = 24;

/**
 * Numbers in rising order.
 *
 * @param values - numbers, in any order; not changed
 * @returns a new list; zeros have no sign
 * @throws DomainError `invalid-input` when elements are no finite numbers, one issue per fault
 * @throws DomainError `too-many` above 10 000 000 numbers
 * @source Knuth, The Art of Computer Programming, volume 3, second edition, section 5.2.5
 *
 * @example
 * ```ts
 * import { sortedNumbers } from "golive-kit/statistics";
 *
 * [...sortedNumbers([3, -1, 2])]; // => [-1, 2, 3]
 * ```
 */
export function sortedNumbers(values: ArrayLike<number>): Float64Array {
  return contained("sortedNumbers", () => sortInPlace(demandNumbers(values, "values")));
}

/**
 * Sorts finite numbers where they stand.
 *
 * A radix sort on the upper words of the doubles, two passes of sixteen bits, after which only numbers that agree in
 * sign, exponent and twenty bits of the fraction can be out of order; those few neighbours are put right where they
 * stand. It is fast because it compares next to nothing, so that hardly a branch is guessed wrong.
 */
export function sortInPlace(numbers: Float64Array): Float64Array {
  const n = numbers.length;
  if (n < RADIX_FROM) return numbers.sort();
  const spare = new Float64Array(n);
  const [low, high] = digitStarts(numbers);
  if (low === undefined) spare.set(numbers);
  else scatter(numbers, spare, low, 0);
  if (high === undefined) numbers.set(spare);
  else scatter(spare, numbers, high, 16);
  turnNegative(numbers, spare);
  orderNeighbours(numbers);
  return numbers;
}

/** Where the upper word of a double stands: second, where the low byte comes first, as almost everywhere. */
const upperWord = (): 0 | 1 => (new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 1 : 0);

const wordsOf = (numbers: Float64Array): Int32Array =>
  new Int32Array(numbers.buffer, numbers.byteOffset, 2 * numbers.length);

/** Where the numbers with each digit begin, for both digits of the upper word; nothing for a digit that all share. */
function digitStarts(numbers: Float64Array): readonly [Uint32Array | undefined, Uint32Array | undefined] {
  const words = wordsOf(numbers);
  const low = new Uint32Array(BUCKETS);
  const high = new Uint32Array(BUCKETS);
  for (let i = upperWord(); i < words.length; i += 2) {
    const word = words[i] as number;
    low[word & 0xffff] = (low[word & 0xffff] as number) + 1;
    high[word >>> 16] = (high[word >>> 16] as number) + 1;
  }
  return [startsOf(low, numbers.length), startsOf(high, numbers.length)];
}

/** Makes counts to the places where each begins. */
function startsOf(counts: Uint32Array, total: number): Uint32Array | undefined {
  let start = 0;
  for (let digit = 0; digit < BUCKETS; digit++) {
    const count = counts[digit] as number;
    if (count === total) return undefined;
    counts[digit] = start;
    start += count;
  }
  return counts;
}

/** Moves all numbers to where their digit belongs, those with the same digit in the order they have. */
function scatter(from: Float64Array, to: Float64Array, starts: Uint32Array, shift: 0 | 16): void {
  const words = wordsOf(from);
  const upper = upperWord();
  for (let i = 0; i < from.length; i++) {
    const digit = ((words[2 * i + upper] as number) >>> shift) & 0xffff;
    const at = starts[digit] as number;
    starts[digit] = at + 1;
    to[at] = from[i] as number;
  }
}

/** By their bits the negative numbers came out behind the others, largest size last: they are turned round and put in front. */
function turnNegative(numbers: Float64Array, spare: Float64Array): void {
  const n = numbers.length;
  let negative = 0;
  while (negative < n && (numbers[n - 1 - negative] as number) < 0) negative++;
  if (negative === 0) return;
  spare.set(numbers);
  for (let i = 0; i < negative; i++) numbers[i] = spare[n - 1 - i] as number;
  numbers.set(spare.subarray(0, n - negative), negative);
}

/** Sorts each run of numbers with the same upper word. */
function orderNeighbours(numbers: Float64Array): void {
  const words = wordsOf(numbers);
  const upper = upperWord();
  for (let start = 0; start < numbers.length; ) {
    const word = words[2 * start + upper] as number;
    let end = start + 1;
    while (end < numbers.length && words[2 * end + upper] === word) end++;
    if (end - start > INSERTED) numbers.subarray(start, end).sort();
    else if (end - start > 1) insertInOrder(numbers, start, end);
    start = end;
  }
}

function insertInOrder(numbers: Float64Array, start: number, end: number): void {
  for (let i = start + 1; i < end; i++) {
    const value = numbers[i] as number;
    let at = i;
    for (; at > start && (numbers[at - 1] as number) > value; at--) numbers[at] = numbers[at - 1] as number;
    numbers[at] = value;
  }
}
