import { sortInPlace } from "./sorted-numbers.js";

/** Below this many numbers no sample is drawn to choose a pivot from. */
const SAMPLE_FROM = 600;

/**
 * Moves the number that would stand at place `k` in rising order there: none before it is larger, none behind it
 * smaller. The rest stays in some order.
 *
 * A sample of about n^⅔ numbers tells where the wanted one must lie (Floyd and Rivest), so that about two passes are
 * enough. Should the numbers be arranged to mislead it, what is left is sorted: no arrangement takes quadratic time.
 *
 * @param numbers - finite; rearranged
 * @param k - from 0 to below their count
 * @param rounds - how often a pass may narrow them down before what is left is sorted
 * @source Floyd and Rivest, Algorithm 489: the algorithm SELECT, Communications of the ACM 18 (1975), page 173
 */
export function selectInPlace(numbers: Float64Array, k: number, rounds = roundsFor(numbers.length)): number {
  if (k === 0) bringLeastForward(numbers);
  else narrow(numbers, k, 0, numbers.length - 1, rounds);
  return numbers[k] as number;
}

/** Twice the number of halvings, and some: random numbers take about five rounds, whatever their count. */
function roundsFor(count: number): number {
  return 4 + 2 * (32 - Math.clz32(count));
}

function bringLeastForward(a: Float64Array): void {
  let at = 0;
  for (let i = 1; i < a.length; i++) if ((a[i] as number) < (a[at] as number)) at = i;
  swap(a, at, 0);
}

function swap(a: Float64Array, i: number, j: number): void {
  const held = a[i] as number;
  a[i] = a[j] as number;
  a[j] = held;
}

function narrow(a: Float64Array, k: number, first: number, last: number, allowance: number): void {
  let left = first;
  let right = last;
  for (let rounds = 0; right > left; rounds++) {
    if (rounds === allowance) {
      sortInPlace(a.subarray(left, right + 1));
      return;
    }
    const n = right - left + 1;
    if (n > SAMPLE_FROM) {
      // The sample around k, wide enough that the wanted number is in it nearly always.
      const z = 0.7 * (32 - Math.clz32(n));
      const size = 0.5 * cubeRootSquare(n);
      const spread = 0.5 * Math.sqrt((z * size * (n - size)) / n) * (k - left < n / 2 ? -1 : 1);
      const low = Math.max(left, Math.floor(k - ((k - left + 1) * size) / n + spread));
      const high = Math.min(right, Math.floor(k + ((right - k) * size) / n + spread));
      // Spread over the whole, so that a list that rises, falls or does both in turn does not mislead it.
      const stride = Math.floor(n / (high - low + 1));
      for (let i = low, other = left; i <= high; i++, other += stride) swap(a, i, other);
      narrow(a, k, low, high, allowance);
    }
    const pivot = a[k] as number;
    let i = left;
    let j = right;
    while (i <= j) {
      while ((a[i] as number) < pivot) i++;
      while ((a[j] as number) > pivot) j--;
      if (i > j) break;
      swap(a, i, j);
      i++;
      j--;
    }
    if (k <= j) right = j;
    else if (k >= i) left = i;
    else return;
  }
}

/** About n^⅔, by halving the exponent of n in steps. */
function cubeRootSquare(n: number): number {
  let root = 1;
  while (root * root * root < n) root *= 2;
  for (let step = 0; step < 4; step++) root -= (root - n / (root * root)) / 3;
  return root * root;
}
