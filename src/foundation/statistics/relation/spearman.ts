import { type NoAnswer, noAnswer } from "../../errors/index.js";
import { contained } from "../../guard/index.js";
import { correlationTail, cosine } from "./pearson.js";
import { demandPoints, isConstant, type Points } from "./points.js";
import { doubledRanks } from "./ranks.js";

/** Up to so many points all orders are counted. */
const MOST_EXACT = 9;

/** Whether two numbers rise together, on a line or a curve; see {@link spearmanCorrelation}. */
export interface SpearmanCorrelation {
  /** How many points. */
  readonly count: number;
  /** Spearman's rho, −1 to 1: the correlation of the ranks. */
  readonly correlation: number;
  /** Two-sided: how likely so large a correlation either way, had x and y nothing to do with each other. */
  readonly p: number;
  /** How the p value was found. */
  readonly method: "exact" | "student";
}

/**
 * Spearman's rank correlation: Pearson's of the ranks, equal numbers sharing the mean of theirs.
 *
 * Up to nine points all orders are counted, ties included; beyond, p is that of
 * Student's test, which is good to about two digits.
 *
 * @param points - `x` and `y`, lists of numbers of the same length
 * @returns rho with its p and the method; NoAnswer `too-few-values` of fewer than two points, `no-spread` when all x or all y are equal
 * @throws DomainError `inconsistent` when `y` has not as many numbers as `x`
 * @throws DomainError `invalid-input` when elements are no finite numbers, one issue per fault
 * @throws DomainError `too-many` above 10,000,000 numbers
 * @source Kendall, Rank Correlation Methods, 4th edition (1970), sections 1.14, 4.12 and 5.8
 *
 * @example
 * ```ts
 * import { spearmanCorrelation } from "golive-kit/statistics";
 *
 * const found = spearmanCorrelation({ x: [1, 2, 3, 4, 5], y: [1, 4, 9, 16, 25] });
 *
 * found; // => { count: 5, correlation: 1, p: 2 / 120, method: "exact" }
 * ```
 */
export function spearmanCorrelation(points: Points): SpearmanCorrelation | NoAnswer<"too-few-values" | "no-spread"> {
  return contained("spearmanCorrelation", () => {
    const { x, y } = demandPoints(points);
    const count = x.length;
    if (count < 2) return noAnswer("too-few-values");
    if (isConstant(x) || isConstant(y)) return noAnswer("no-spread");
    const [a, b] = [doubledRanks(x), doubledRanks(y)];
    const middle = count + 1;
    const correlation = cosine(
      a.map((rank) => rank - middle),
      b.map((rank) => rank - middle),
    );
    return count <= MOST_EXACT
      ? { count, correlation, p: orderTail(a, b), method: "exact" }
      : { count, correlation, p: correlationTail(correlation, count), method: "student" };
  });
}

/**
 * The share of all orders of b in which the sum of products with a is at least as far from its mean as it is.
 *
 * The orders are counted by which of b have been given out to the first of a, and by the sum that they make: 2^n sets
 * instead of n! orders.
 */
function orderTail(a: Float64Array, b: Float64Array): number {
  const n = a.length;
  const sets = 1 << n;
  const most = sumOfProducts(a.slice().sort(), b.slice().sort());
  const orders = Array.from({ length: sets }, () => new Float64Array(0));
  orders[0] = new Float64Array(most + 1);
  orders[0][0] = 1;
  for (let set = 1; set < sets; set++) {
    const given = bitsOf(set);
    const counts = new Float64Array(most + 1);
    for (let j = 0; j < n; j++) {
      if ((set & (1 << j)) === 0) continue;
      const before = orders[set ^ (1 << j)] as Float64Array;
      const product = (a[given - 1] as number) * (b[j] as number);
      for (let sum = product; sum <= most; sum++)
        counts[sum] = (counts[sum] as number) + (before[sum - product] as number);
    }
    orders[set] = counts;
  }
  // The mean over all orders: both lists of doubled ranks add up to n(n + 1).
  const mean = n * (n + 1) * (n + 1);
  const far = Math.abs(sumOfProducts(a, b) - mean);
  let [extreme, all] = [0, 0];
  (orders[sets - 1] as Float64Array).forEach((count, sum) => {
    all += count;
    if (Math.abs(sum - mean) >= far) extreme += count;
  });
  return extreme / all;
}

const sumOfProducts = (a: Float64Array, b: Float64Array): number =>
  a.reduce((sum, value, i) => sum + value * (b[i] as number), 0);

function bitsOf(set: number): number {
  let count = 0;
  for (let rest = set; rest > 0; rest &= rest - 1) count++;
  return count;
}
