import { noAnswer } from "../../errors/index.js";
import { broken, contained, demandCount, demandList } from "../../guard/index.js";
import type { NobodyAnswered } from "./survey-scores.js";

/** What the answers to an item on an ordered scale come to. Categories are numbered from 1, the lowest. */
export interface LikertSummary {
  /** How many answered. */
  readonly answered: number;
  /** The category of the answer in the middle; of an even count the lower one of the two. */
  readonly lowMedian: number;
  /** Half way between both. */
  readonly median: number;
  /** The higher one of the two. */
  readonly highMedian: number;
  /** The categories with the most answers, in rising order. */
  readonly modes: readonly number[];
  /** Mean of the category numbers; it takes the categories for equally far apart. */
  readonly mean: number;
  /** Share of the two highest categories: 0.67 is 67 %. */
  readonly topTwo: number;
  /** Share of the two lowest. */
  readonly bottomTwo: number;
  /** The highest two less the lowest two, from −1 to 1. */
  readonly net: number;
}

/**
 * Sums up the answers to one item on an ordered scale, such as "strongly disagree" to "strongly agree".
 *
 * With fewer than four categories the highest two and the lowest two overlap.
 *
 * @param counts - how many answered each category, from the lowest to the highest; at least two categories
 * @returns medians, modes, mean and shares; NoAnswer `nobody-answered` when all counts are 0
 * @throws DomainError `wrong-type` when it is no list, or a count no number
 * @throws DomainError `not-finite` or `out-of-range` when a count is no whole number of at least 0, there are fewer than two, or they add up to more than 2^53 − 1
 * @source Likert, A technique for the measurement of attitudes, Archives of Psychology 22 (1932), number 140
 *
 * @example
 * ```ts
 * import { likertSummary } from "golive-kit/statistics";
 *
 * const summary = likertSummary([4, 6, 10, 25, 15]);
 *
 * "net" in summary && [summary.median, summary.modes, summary.net]; // => [4, [4], 0.5]
 * ```
 */
export function likertSummary(counts: readonly number[]): LikertSummary | NobodyAnswered {
  return contained("likertSummary", () => {
    const list = Array.from(demandList(counts, "counts"), (count, i) => demandCount(count, "count", ["counts", i]));
    if (list.length < 2) throw broken("out-of-range", "counts", "at least two", list.length);
    const answered = list.reduce((sum, count) => sum + count, 0);
    if (!Number.isSafeInteger(answered)) throw broken("out-of-range", "counts", "at most 2^53 − 1 in all", answered);
    if (answered === 0) return noAnswer("nobody-answered");
    const most = list.reduce((a, b) => (a > b ? a : b));
    const lowMedian = categoryAt(list, Math.ceil(answered / 2));
    const highMedian = categoryAt(list, Math.floor(answered / 2) + 1);
    const [top, bottom] = [list.slice(-2), list.slice(0, 2)].map(([a = 0, b = 0]) => a + b) as [number, number];
    return {
      answered,
      lowMedian,
      median: (lowMedian + highMedian) / 2,
      highMedian,
      modes: list.flatMap((count, i) => (count === most ? [i + 1] : [])),
      mean: list.reduce((sum, count, i) => sum + (i + 1) * count, 0) / answered,
      topTwo: top / answered,
      bottomTwo: bottom / answered,
      net: (top - bottom) / answered,
    };
  });
}

/** The category of the answer of a rank, from 1, in rising order of the answers. */
function categoryAt(counts: readonly number[], rank: number): number {
  let passed = 0;
  return counts.findIndex((count) => (passed += count) >= rank) + 1;
}
