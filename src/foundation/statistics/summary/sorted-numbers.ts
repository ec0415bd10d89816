import { contained, demandNumbers, demandOwnNumbers } from "../../guard/index.js";
import { placeOfUpperWord, radixPasses, wordsOf } from "./radix-passes.js";

/** Below this many numbers the engine's own sort is the faster one. */
const RADIX_FROM = 12_000;
/** Neighbours with the same digits are put in order by insertion up to this many. */
const INSERTED = 24;

/**
 * Numbers in rising order.
 *
 * @param values - numbers, in any order; not changed
 * @returns a new list; zeros have no sign
 * @throws DomainError `invalid-input` when elements are no finite numbers, one issue per fault
 * @throws DomainError `wrong-type` when it is no list, `too-many` above 10 000 000 numbers
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
 * Sorts numbers where they stand, for callers that own the array: the one function of this module that changes what it
 * is given. It needs as much memory again while it runs.
 *
 * @param numbers - numbers, in any order; in rising order afterwards, zeros without a sign
 * @returns the same array
 * @throws DomainError `invalid-input` when elements are no finite numbers, one issue per fault
 * @throws DomainError `wrong-type` when it is no Float64Array
 *
 * @example
 * ```ts
 * import { sortNumbersInPlace } from "golive-kit/statistics";
 *
 * const numbers = new Float64Array([3, -1, 2]);
 * sortNumbersInPlace(numbers);
 *
 * [...numbers]; // => [-1, 2, 3]
 * ```
 */
export function sortNumbersInPlace(numbers: Float64Array): Float64Array {
  return contained("sortNumbersInPlace", () => sortInPlace(demandOwnNumbers(numbers, "numbers")));
}

/**
 * Sorts finite numbers where they stand.
 *
 * A radix sort by sign, exponent and twenty bits of the fraction, after which only numbers that agree in all of them
 * can be out of order; those few neighbours are put right where they stand. It is fast because it compares next to
 * nothing, so that hardly a branch is guessed wrong. Numbers that lie close together, and would agree, are sorted by
 * their distance from the least. Numbers in rising or falling order already are left or turned.
 */
export function sortInPlace(numbers: Float64Array): Float64Array {
  if (rises(numbers)) return numbers;
  if (falls(numbers)) return numbers.reverse();
  if (numbers.length < RADIX_FROM) return numbers.sort();
  const least = leastOfClose(numbers);
  if (least !== 0) for (let i = 0; i < numbers.length; i++) numbers[i] = (numbers[i] as number) - least;
  radixPasses(numbers);
  orderNeighbours(numbers);
  if (least !== 0) for (let i = 0; i < numbers.length; i++) numbers[i] = (numbers[i] as number) + least;
  return numbers;
}

/**
 * The least of numbers that have one sign and lie within a factor of two of each other, so that their distances from it
 * are exact (Sterbenz); 0 where they do not, which is seen after a few.
 */
function leastOfClose(numbers: Float64Array): number {
  const count = numbers.length;
  let least = numbers[0] as number;
  let most = least;
  // By index: an iterator takes several times as long.
  for (let i = 1; i < count; i++) {
    const value = numbers[i] as number;
    if (value < least) least = value;
    else if (value > most) most = value;
    if (most > 0 ? most > 2 * least : least < 2 * most) return 0;
  }
  return least;
}

function rises(numbers: Float64Array): boolean {
  let i = 1;
  while (i < numbers.length && (numbers[i - 1] as number) <= (numbers[i] as number)) i++;
  return i >= numbers.length;
}

function falls(numbers: Float64Array): boolean {
  let i = 1;
  while (i < numbers.length && (numbers[i - 1] as number) >= (numbers[i] as number)) i++;
  return i >= numbers.length;
}

/** Sorts each run of numbers that agree in their upper words. */
function orderNeighbours(numbers: Float64Array): void {
  const words = wordsOf(numbers);
  const upper = placeOfUpperWord();
  for (let start = 0; start < numbers.length; ) {
    const word = words[2 * start + upper] as number;
    let end = start + 1;
    let isOrdered = true;
    while (words[2 * end + upper] === word) {
      if ((numbers[end] as number) < (numbers[end - 1] as number)) isOrdered = false;
      end++;
    }
    if (!isOrdered && end - start > INSERTED) orderRun(numbers.subarray(start, end));
    else if (!isOrdered) insertInOrder(numbers, start, end);
    start = end;
  }
}

/** Subnormal numbers are not told apart by their distances: many of them go to the engine. */
function orderRun(run: Float64Array): void {
  if (leastOfClose(run) === 0) run.sort();
  else sortInPlace(run);
}

function insertInOrder(numbers: Float64Array, start: number, end: number): void {
  for (let i = start + 1; i < end; i++) {
    const value = numbers[i] as number;
    let at = i;
    for (; at > start && (numbers[at - 1] as number) > value; at--) numbers[at] = numbers[at - 1] as number;
    numbers[at] = value;
  }
}
