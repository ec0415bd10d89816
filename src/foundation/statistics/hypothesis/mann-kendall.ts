import { DomainError, type NoAnswer, noAnswer } from "../../errors/index.js";
import { contained, demandNumbers, demandOneOf } from "../../guard/index.js";
import { kendallTail, trendScore } from "../relation/kendall-score.js";
import { within } from "../relation/points.js";
import { twoSidedNormal } from "./normal-tail.js";

/** Up to so many values all orders are counted when nothing is said. */
const USUALLY_EXACT = 10;
/** The exact method takes at most so many. */
const MOST_EXACT = 50;
const METHODS = ["exact", "normal"] as const;

/** Whether a series rises or falls; see {@link mannKendallTest}. */
export interface MannKendallTest {
  /** How many values. */
  readonly count: number;
  /** Pairs in which the later value is the larger, less those in which it is the smaller: S. */
  readonly score: number;
  /** The variance of the score when there is no trend, ties considered. */
  readonly variance: number;
  /** The score as a share of what it could be, −1 to 1: Kendall's tau-b against time. */
  readonly tau: number | NoAnswer<"too-few-values" | "no-spread">;
  /** The score, moved by 1 towards 0, in standard deviations; 0 when all values are equal. */
  readonly z: number;
  /** Two-sided: how likely so large a score either way, were there no trend. */
  readonly p: number | NoAnswer<"too-few-values">;
  /** How the p value was found. */
  readonly method: "exact" | "normal";
}

/**
 * Tests whether a series rises or falls over time (Mann-Kendall): only the
 * order of the values counts, so that outliers and the shape of the trend do not matter.
 *
 * Up to ten values it counts all orders, ties included; beyond, it approximates,
 * with the corrections for ties and continuity. Three values in perfect order
 * have p = 1/3: below four values no trend can be claimed.
 *
 * @param values - numbers in the order of time, equally spaced or not
 * @param options - `method`, `exact` (up to 50 values) or `normal`; by the number of values when left out
 * @returns score, variance, tau, z, p and the method; NoAnswer `too-few-values` for p and tau with fewer than two values, `no-spread` for tau when all are equal
 * @throws DomainError `invalid-input` when elements are no finite numbers, one issue per fault
 * @throws DomainError `too-many` for the exact method with more than 50 values, for any with more than 10,000,000
 * @throws DomainError `out-of-range` when `method` is none of the two
 * @source Mann, Nonparametric tests against trend, Econometrica 13 (1945), pages 245 to 259; Gilbert, Statistical Methods for Environmental Pollution Monitoring (1987), section 16.4
 *
 * @example
 * ```ts
 * import { mannKendallTest } from "golive-kit/statistics";
 *
 * const { score, p, method } = mannKendallTest([62, 64, 63, 66, 65, 67, 70, 69]);
 *
 * [score, p, method]; // => [22, 0.005505952380952381, "exact"]
 * ```
 */
export function mannKendallTest(
  values: ArrayLike<number>,
  options: { readonly method?: "exact" | "normal" } = {},
): MannKendallTest {
  return contained("mannKendallTest", () => {
    const method = options.method === undefined ? undefined : demandOneOf(options.method, METHODS, "method");
    const numbers = demandNumbers(values, "values");
    const count = numbers.length;
    if (method === "exact" && count > MOST_EXACT) {
      throw new DomainError("too-many", { subject: "values", path: ["values"], limit: MOST_EXACT, received: count });
    }
    const { score, variance, untiedX, untiedY, sizesY } = trendScore(numbers);
    const z = variance === 0 ? 0 : (score - Math.sign(score)) / Math.sqrt(variance);
    const isExact = method === undefined ? count <= USUALLY_EXACT : method === "exact";
    const few = noAnswer("too-few-values");
    const tau = untiedY === 0 ? noAnswer("no-spread") : within(score / Math.sqrt(untiedX * untiedY));
    return {
      count,
      score,
      variance,
      tau: count < 2 ? few : tau,
      z,
      p: count < 2 ? few : isExact ? kendallTail(sizesY, score) : twoSidedNormal(z),
      method: isExact ? "exact" : "normal",
    };
  });
}
