import { type NoAnswer, noAnswer } from "../../errors/index.js";
import { contained } from "../../guard/index.js";
import { type ConfidenceOptions, demandConfidence, type Interval, normalDeviate } from "./confidence.js";
import { demandGroups, type TwoGroups } from "./trials.js";
import { wilson } from "./wilson.js";

/** Two shares and how far apart they are; see {@link newcombeInterval}. */
export interface ShareDifference extends Interval {
  /** Share of the sample less share of the baseline, −1 to 1. */
  readonly difference: number;
  /** Share of the sample. */
  readonly sample: number;
  /** Share of the baseline. */
  readonly baseline: number;
}

/**
 * How far two shares are apart, with Newcombe's interval (hybrid score, method
 * 10): made of the Wilson intervals of both, it stays within −1 to 1 and keeps
 * its width when nothing happened in either group.
 *
 * Hold the interval against the margin that matters: a difference can be
 * certain and still too small to act on.
 *
 * @param groups - `sample` and `baseline`, each with `successes` and `trials`, whole numbers
 * @param options - `confidence`, above 0 and below 1; 0.95 when left out
 * @returns difference, ends and both shares as plain ratios, unrounded; NoAnswer `no-trials` when a group has none
 * @throws DomainError `out-of-range` when a count is no whole number of at least 0, or the confidence is not between 0 and 1
 * @throws DomainError `inconsistent` when a group has more successes than trials
 * @source Newcombe, Interval estimation for the difference between independent proportions, Statistics in Medicine 17 (1998), pages 873 to 890
 *
 * @example
 * ```ts
 * import { newcombeInterval } from "golive-kit/statistics";
 *
 * const failures = newcombeInterval({
 *   sample: { successes: 0, trials: 10 },
 *   baseline: { successes: 0, trials: 20 },
 * });
 *
 * failures;
 * // => { difference: 0, low: -0.16112515805281938, high: 0.2775327998628892, sample: 0, baseline: 0 }
 * ```
 */
export function newcombeInterval(
  groups: TwoGroups,
  options: ConfidenceOptions = {},
): ShareDifference | NoAnswer<"no-trials"> {
  return contained("newcombeInterval", () => {
    const z = normalDeviate(demandConfidence(options));
    const { sample, baseline } = demandGroups(groups);
    if (sample.trials === 0 || baseline.trials === 0) return noAnswer("no-trials");
    const [p1, p2] = [sample.successes / sample.trials, baseline.successes / baseline.trials];
    const [one, two] = [wilson(sample, z), wilson(baseline, z)];
    const difference = p1 - p2;
    return {
      difference,
      low: difference - length(p1 - one.low, two.high - p2),
      high: difference + length(one.high - p1, p2 - two.low),
      sample: p1,
      baseline: p2,
    };
  });
}

const length = (a: number, b: number): number => Math.sqrt(a * a + b * b);
