import { type NoAnswer, noAnswer } from "../../errors/index.js";
import { contained } from "../../guard/index.js";
import { type ConfidenceOptions, demandConfidence, type Interval, normalDeviate } from "./confidence.js";
import { demandTrials, type Trials } from "./trials.js";

/**
 * The Wilson score interval of a share, without continuity correction: which
 * true shares are in keeping with what was seen.
 *
 * It never leaves 0 to 1, and it does not shrink to a point when all or none
 * succeed: one success of one is 21 % to 100 %. It speaks of chance only, not of who answered.
 *
 * @param observed - `successes` and `trials`, whole numbers
 * @param options - `confidence`, above 0 and below 1; 0.95 when left out
 * @returns both ends as plain ratios from 0 to 1, unrounded; NoAnswer `no-trials` when there are none
 * @throws DomainError `out-of-range` when a count is no whole number of at least 0, or the confidence is not between 0 and 1
 * @throws DomainError `inconsistent` when there are more successes than trials
 * @source Wilson, Probable inference, the law of succession, and statistical inference (1927), pages 209 to 212
 *
 * @example
 * ```ts
 * import { wilsonInterval } from "golive-kit/statistics";
 *
 * wilsonInterval({ successes: 1, trials: 1 }); // => { low: 0.20654931437723742, high: 1 }
 * wilsonInterval({ successes: 0, trials: 0 }); // => { kind: "none", reason: "no-trials" }
 * ```
 */
export function wilsonInterval(observed: Trials, options: ConfidenceOptions = {}): Interval | NoAnswer<"no-trials"> {
  return contained("wilsonInterval", () => {
    const confidence = demandConfidence(options);
    const counted = demandTrials(observed);
    return counted.trials === 0 ? noAnswer("no-trials") : wilson(counted, normalDeviate(confidence));
  });
}

/** The Wilson interval of at least one trial, z standard deviations wide on either side. */
export function wilson({ successes, trials }: Trials, z: number): Interval {
  const share = successes / trials;
  const square = z * z;
  const centre = share + square / (2 * trials);
  const spread = z * Math.sqrt((share * (1 - share)) / trials + square / (4 * trials * trials));
  const scale = 1 + square / trials;
  // At the edges both terms are equal in exact arithmetic; rounding would leave a speck.
  return {
    low: successes === 0 ? 0 : (centre - spread) / scale,
    high: successes === trials ? 1 : (centre + spread) / scale,
  };
}
