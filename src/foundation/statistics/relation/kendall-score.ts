import { splitCounts } from "../hypothesis/split-counts.js";
import { mergeOrder } from "./merge-order.js";
import { groupSizes, tieSums } from "./ranks.js";

/** How far two rankings of the same things agree, counted in pairs. */
export interface KendallScore {
  /** Pairs that both rankings put in the same order, less those they put in opposite orders. */
  readonly score: number;
  /** The variance of the score when the rankings have nothing to do with each other, ties considered. */
  readonly variance: number;
  /** Pairs that are not tied in the first ranking. */
  readonly untiedX: number;
  /** Pairs that are not tied in the second. */
  readonly untiedY: number;
  /** How many share each place of the first ranking. */
  readonly sizesX: Uint32Array;
  /** How many share each place of the second. */
  readonly sizesY: Uint32Array;
}

/**
 * Kendall's score of two rankings, in time n log n: the first puts the things in order, the second is then sorted by
 * merging, and each pair that stands in falling order is one in opposite orders.
 *
 * @source Knight, A computer method for calculating Kendall's tau with ungrouped data, Journal of the American Statistical Association 61 (1966), pages 436 to 439; the variance: Kendall, Rank Correlation Methods, 4th edition (1970), section 4.4
 */
export function kendallScore(x: Float64Array, y: Float64Array): KendallScore {
  const byY = mergeOrder(y);
  const byX = mergeOrder(picked(x, byY.order));
  // Things with the same x stand in the order of y, so that none of their pairs counts as falling.
  const values = picked(byY.sorted, byX.order);
  return scored(mergeOrder(values).inversions, byX.sorted, byY.sorted, pairsTiedInBoth(byX.sorted, values));
}

/** Kendall's score of a series against time. */
export function trendScore(series: Float64Array): KendallScore {
  const { sorted, inversions } = mergeOrder(series);
  return scored(inversions, Float64Array.from(series.keys()), sorted, 0);
}

function scored(opposite: number, sortedX: Float64Array, sortedY: Float64Array, tiedInBoth: number): KendallScore {
  const n = sortedX.length;
  const all = (n * (n - 1)) / 2;
  const [sizesX, sizesY] = [groupSizes(sortedX), groupSizes(sortedY)];
  const [x, y] = [tieSums(sizesX), tieSums(sizesY)];
  return {
    score: all - x.pairs - y.pairs + tiedInBoth - 2 * opposite,
    variance:
      (n * (n - 1) * (2 * n + 5) - x.variance - y.variance) / 18 +
      (n < 2 ? 0 : (2 * x.pairs * y.pairs) / (n * (n - 1))) +
      (n < 3 ? 0 : (x.triples * y.triples) / (9 * n * (n - 1) * (n - 2))),
    untiedX: all - x.pairs,
    untiedY: all - y.pairs,
    sizesX,
    sizesY,
  };
}

/**
 * How likely a score at least this far from 0 is, either way, over all orders of one ranking while the other has no
 * ties: counted, not approximated.
 *
 * @param sizes - how many things share each place of the ranking with ties
 * @param score - Kendall's score
 * @source Kendall, Rank Correlation Methods, 4th edition (1970), section 5.2
 */
export function kendallTail(sizes: Uint32Array, score: number): number {
  // Orders by their number of inversions: each group of equal things is dealt into those that are there already.
  let orders = Float64Array.of(1);
  let there = 0;
  for (const size of sizes) {
    const ways = splitCounts(size, new Uint32Array(there + size).fill(1));
    const next = new Float64Array(orders.length + size * there);
    orders.forEach((count, i) => {
      // No two places are tied, so that only whole numbers of inversions come up: every second one of the list.
      for (let k = 0; k <= size * there; k++) next[i + k] = (next[i + k] as number) + count * (ways[2 * k] as number);
    });
    orders = next;
    there += size;
  }
  const untied = orders.length - 1;
  let [far, total] = [0, 0];
  orders.forEach((count, inverted) => {
    total += count;
    if (Math.abs(untied - 2 * inverted) >= Math.abs(score)) far += count;
  });
  return far / total;
}

/** The numbers at some places, in the order of the places. */
function picked(numbers: Float64Array, places: Uint32Array): Float64Array {
  const found = new Float64Array(places.length);
  for (let i = 0; i < places.length; i++) found[i] = numbers[places[i] as number] as number;
  return found;
}

/** Pairs that are tied in both rankings; equal things stand side by side. */
function pairsTiedInBoth(x: Float64Array, y: Float64Array): number {
  let pairs = 0;
  let run = 0;
  for (let i = 1; i < x.length; i++) {
    run = x[i] === x[i - 1] && y[i] === y[i - 1] ? run + 1 : 0;
    pairs += run;
  }
  return pairs;
}
