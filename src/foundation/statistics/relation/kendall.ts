import { type NoAnswer, noAnswer } from "../../errors/index.js";
import { contained } from "../../guard/index.js";
import { twoSidedNormal } from "../hypothesis/normal-tail.js";
import { kendallScore, kendallTail } from "./kendall-score.js";
import { demandPoints, type Points, within } from "./points.js";

/** Up to so many points all orders are counted. */
const MOST_EXACT = 10;

/** Whether two numbers go together by their order; see {@link kendallCorrelation}. */
export interface KendallCorrelation {
  /** How many points. */
  readonly count: number;
  /** Pairs of points in the same order by x and y, less those in opposite orders. */
  readonly score: number;
  /** Kendall's tau-b, −1 to 1. */
  readonly correlation: number;
  /** The score, moved by 1 towards 0, in standard deviations. */
  readonly z: number;
  /** Two-sided: how likely so large a score either way, had x and y nothing to do with each other. */
  readonly p: number;
  /** How the p value was found. */
  readonly method: "exact" | "normal";
}

/**
 * Kendall's rank correlation (tau-b): how much more often two numbers rise
 * together than not, over all pairs of points. Outliers and curves do no harm.
 *
 * Up to ten points all orders are counted, as long as only one of x and y has
 * ties; beyond, the p value is approximate, with corrections for ties and continuity.
 *
 * @param points - `x` and `y`, lists of numbers of the same length
 * @returns score, tau-b, z, p and the method; NoAnswer `too-few-values` of fewer than two points, `no-spread` when all x or all y are equal
 * @throws DomainError `inconsistent` when `y` has not as many numbers as `x`
 * @throws DomainError `invalid-input` when elements are no finite numbers, one issue per fault
 * @throws DomainError `too-many` above 10,000,000 numbers
 * @source Kendall, Rank Correlation Methods, 4th edition (1970), chapters 3 to 5
 *
 * @example
 * ```ts
 * import { kendallCorrelation } from "golive-kit/statistics";
 *
 * const found = kendallCorrelation({ x: [1, 2, 3, 4, 5], y: [2, 1, 4, 3, 5] });
 *
 * "p" in found && [found.score, found.correlation, found.p]; // => [6, 0.6, 28 / 120]
 * ```
 */
export function kendallCorrelation(points: Points): KendallCorrelation | NoAnswer<"too-few-values" | "no-spread"> {
  return contained("kendallCorrelation", () => {
    const { x, y } = demandPoints(points);
    const count = x.length;
    if (count < 2) return noAnswer("too-few-values");
    const { score, variance, untiedX, untiedY, sizesX, sizesY } = kendallScore(x, y);
    if (untiedX === 0 || untiedY === 0) return noAnswer("no-spread");
    const correlation = within(score / Math.sqrt(untiedX * untiedY));
    const z = (score - Math.sign(score)) / Math.sqrt(variance);
    const tied = [sizesX, sizesY].filter((sizes) => sizes.length < count);
    const isExact = count <= MOST_EXACT && tied.length < 2;
    const p = isExact ? kendallTail(tied[0] ?? sizesX, score) : twoSidedNormal(z);
    return { count, score, correlation, z, p, method: isExact ? "exact" : "normal" };
  });
}
