import { mergeOrder } from "./merge-order.js";

/** What ties take away from figures of rank. */
export interface TieSums {
  /** Pairs of equal numbers. */
  readonly pairs: number;
  /** Σ t(t − 1)(2t + 5) over the groups of t equal numbers. */
  readonly variance: number;
  /** Σ t(t − 1)(t − 2). */
  readonly triples: number;
}

/** How many numbers of a sorted list are equal, group by group. */
export function groupSizes(sorted: Float64Array): Uint32Array {
  const sizes = new Uint32Array(sorted.length);
  let group = -1;
  for (let i = 0; i < sorted.length; i++) {
    if (i === 0 || sorted[i] !== sorted[i - 1]) group++;
    sizes[group] = (sizes[group] as number) + 1;
  }
  return sizes.subarray(0, group + 1);
}

/** Twice the rank of each number, so that it is whole: equal ones have the mean of their ranks, which begin at 1. */
export function doubledRanks(numbers: Float64Array): Float64Array {
  const { sorted, order } = mergeOrder(numbers);
  const ranks = new Float64Array(numbers.length);
  let before = 0;
  for (const size of groupSizes(sorted)) {
    for (let i = before; i < before + size; i++) ranks[order[i] as number] = 2 * before + size + 1;
    before += size;
  }
  return ranks;
}

/** Sums over the groups of equal numbers. */
export function tieSums(sizes: Uint32Array): TieSums {
  let [pairs, variance, triples] = [0, 0, 0];
  for (const t of sizes) {
    const twice = t * (t - 1);
    pairs += twice / 2;
    variance += twice * (2 * t + 5);
    triples += twice * (t - 2);
  }
  return { pairs, variance, triples };
}
