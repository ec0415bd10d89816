/** Numbers put in order, with what that took. */
export interface MergedOrder {
  /** The numbers in rising order. */
  readonly sorted: Float64Array;
  /** Where each of them stood; equal ones as they stood. */
  readonly order: Uint32Array;
  /** Pairs that stood in falling order. */
  readonly inversions: number;
}

/**
 * Sorts numbers by merging: equal ones stay as they stood, and the pairs in falling order are counted on the way, all
 * those that a number is moved past at once.
 *
 * @param numbers - finite; not changed
 * @source Knight, A computer method for calculating Kendall's tau with ungrouped data, Journal of the American Statistical Association 61 (1966), pages 436 to 439
 */
export function mergeOrder(numbers: Float64Array): MergedOrder {
  const n = numbers.length;
  let from = numbers.slice();
  let to = new Float64Array(n);
  let places = Uint32Array.from(numbers.keys());
  let next = new Uint32Array(n);
  let inversions = 0;
  for (let width = 1; width < n; width *= 2) {
    for (let start = 0; start < n; start += 2 * width) {
      const middle = Math.min(start + width, n);
      const end = Math.min(middle + width, n);
      let left = start;
      let right = middle;
      for (let at = start; at < end; at++) {
        const isLeft = left < middle && (right === end || (from[left] as number) <= (from[right] as number));
        if (!isLeft) inversions += middle - left;
        const taken = isLeft ? left++ : right++;
        to[at] = from[taken] as number;
        next[at] = places[taken] as number;
      }
    }
    [from, to] = [to, from];
    [places, next] = [next, places];
  }
  return { sorted: from, order: places, inversions };
}
