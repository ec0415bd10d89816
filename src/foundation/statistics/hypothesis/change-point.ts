import { type NoAnswer, noAnswer } from "../../errors/index.js";
import { contained, demandNumbers } from "../../guard/index.js";
import { exp } from "../../math/index.js";
import { doubledRanks } from "../relation/ranks.js";
import { meanOf } from "../summary/sum.js";

/** A split must be better than the one before it by more than rounding can make it. */
const BETTER = 1 + 1e-12;

/** Where a series changes its level, by ranks; see {@link pettittTest}. */
export interface PettittTest {
  /** How many values. */
  readonly count: number;
  /** The largest of the sums |U|: how far the ranks before a place are from what they would be without a change. */
  readonly statistic: number;
  /** Values before the change; where several places are as likely, before the first. */
  readonly after: number | NoAnswer<"no-spread">;
  /** Whether the values behind it tend to be larger or smaller. */
  readonly direction: "up" | "down" | NoAnswer<"no-spread">;
  /** How likely so large a statistic, were there no change; approximate, and somewhat too large where it is not small. */
  readonly p: number;
  /** How the p value was found. */
  readonly method: "approximate";
}

/** The one split of a series that fits best; see {@link meanShift}. */
export interface MeanShift {
  /** How many values. */
  readonly count: number;
  /** Values before the split; where several splits fit as well, before the first. */
  readonly after: number;
  /** Their mean. */
  readonly meanBefore: number;
  /** Mean of the values behind it. */
  readonly meanAfter: number;
  /** Squared distances of all values from the mean of their side, added up. */
  readonly squares: number;
}

/**
 * Finds where a series changes its level and tests whether it does (Pettitt),
 * by the ranks of its values.
 *
 * It looks for one change. A trend looks like a change in the middle: look at
 * the series, or at `mannKendallTest`, first.
 *
 * @param values - numbers in the order of time
 * @returns the place, its direction and p; NoAnswer `too-few-values` of fewer than two, and `no-spread` for the place when all are equal
 * @throws DomainError `invalid-input` when elements are no finite numbers, one issue per fault
 * @throws DomainError `too-many` above 10,000,000 numbers
 * @source Pettitt, A non-parametric approach to the change-point problem, Applied Statistics 28 (1979), pages 126 to 135
 *
 * @example
 * ```ts
 * import { pettittTest } from "golive-kit/statistics";
 *
 * const test = pettittTest([3, 1, 2, 3, 2, 9, 8, 9, 7, 8]);
 *
 * "after" in test && [test.after, test.direction, test.statistic]; // => [5, "up", 25]
 * ```
 */
export function pettittTest(values: ArrayLike<number>): PettittTest | NoAnswer<"too-few-values"> {
  return contained("pettittTest", () => {
    const numbers = demandNumbers(values, "values");
    const n = numbers.length;
    if (n < 2) return noAnswer("too-few-values");
    const ranks = doubledRanks(numbers);
    // U after t values: twice their ranks less t(n + 1); all whole numbers.
    let [sum, most, after] = [0, 0, 0];
    for (let i = 0; i < n; i++) {
      sum += (ranks[i] as number) - (n + 1);
      if (Math.abs(sum) > Math.abs(most)) [most, after] = [sum, i + 1];
    }
    const none = noAnswer("no-spread");
    return {
      count: n,
      statistic: Math.abs(most),
      after: most === 0 ? none : after,
      direction: most === 0 ? none : most < 0 ? "up" : "down",
      p: Math.min(1, 2 * exp((-6 * most * most) / (n * n * (n + 1)))),
      method: "approximate",
    };
  });
}

/**
 * Splits a series in two so that both sides lie as close to their means as
 * possible, by least squares.
 *
 * Every series has such a split; whether it means something, `pettittTest` says.
 *
 * @param values - numbers in the order of time
 * @returns the split, both means and the squares left, in the unit of the values and its square; NoAnswer `too-few-values` of fewer than two, `no-spread` when all are equal, `beyond-range` when a square is above the largest number
 * @throws DomainError `invalid-input` when elements are no finite numbers, one issue per fault
 * @throws DomainError `too-many` above 10,000,000 numbers
 * @source Hawkins, Testing a sequence of observations for a shift in location, Journal of the American Statistical Association 72 (1977), pages 180 to 186
 *
 * @example
 * ```ts
 * import { meanShift } from "golive-kit/statistics";
 *
 * meanShift([4, 6, 5, 11, 9]); // => { count: 5, after: 3, meanBefore: 5, meanAfter: 10, squares: 4 }
 * ```
 */
export function meanShift(
  values: ArrayLike<number>,
): MeanShift | NoAnswer<"too-few-values" | "no-spread" | "beyond-range"> {
  return contained("meanShift", () => {
    const numbers = demandNumbers(values, "values");
    const n = numbers.length;
    if (n < 2) return noAnswer("too-few-values");
    if (numbers.every((value) => value === numbers[0])) return noAnswer("no-spread");
    const mean = meanOf(numbers);
    const distances = numbers.map((value) => value - mean);
    const largest = distances.reduce((most, distance) => Math.max(most, Math.abs(distance)), 0);
    // What a split takes off the squares: (sum of the distances before it)² n ÷ (t (n − t)); as shares of the largest
    // distance, none of them is too small or too large to be squared.
    let [sum, most, after] = [0, 0, 1];
    for (let t = 1; t < n; t++) {
      sum += (distances[t - 1] as number) / largest;
      const taken = sum * sum * (n / (t * (n - t)));
      if (taken > most * BETTER) [most, after] = [taken, t];
    }
    const sides = [numbers.subarray(0, after), numbers.subarray(after)] as const;
    const [meanBefore, meanAfter] = [meanOf(sides[0]), meanOf(sides[1])];
    const squares = squaresAbout(sides[0], meanBefore) + squaresAbout(sides[1], meanAfter);
    return Number.isFinite(squares) ? { count: n, after, meanBefore, meanAfter, squares } : noAnswer("beyond-range");
  });
}

function squaresAbout(numbers: Float64Array, mean: number): number {
  let squares = 0;
  for (const value of numbers) squares += (value - mean) * (value - mean);
  return squares;
}
