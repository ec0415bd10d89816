import { type NoAnswer, noAnswer } from "../../errors/index.js";
import { contained } from "../../guard/index.js";
import { type ConfidenceOptions, demandConfidence, type Interval, normalDeviate } from "./confidence.js";
import { demandTrials, type Trials } from "./trials.js";

/**
 * The adjusted Wald interval of a share (Agresti-Coull): the textbook interval,
 * taken after half of z² successes and as many failures were added.
 *
 * Near 0 and 1 the formula itself reaches beyond them; the ends are cut to 0
 * and 1, as is usual. `wilsonInterval` has the same centre and needs no cutting.
 *
 * @param observed - `successes` and `trials`, whole numbers
 * @param options - `confidence`, above 0 and below 1; 0.95 when left out
 * @returns both ends as plain ratios, unrounded, cut to 0 to 1; NoAnswer `no-trials` when there are none
 * @throws DomainError `out-of-range` when a count is no whole number of at least 0, or the confidence is not between 0 and 1
 * @throws DomainError `inconsistent` when there are more successes than trials
 * @source Agresti and Coull, Approximate is better than "exact" for interval estimation of binomial proportions, The American Statistician 52 (1998), pages 119 to 126
 *
 * @example
 * ```ts
 * import { adjustedWaldInterval } from "golive-kit/statistics";
 *
 * adjustedWaldInterval({ successes: 15, trials: 148 }); // => { low: 0.061385974928797285, high: 0.16148766632524703 }
 * ```
 */
export function adjustedWaldInterval(
  observed: Trials,
  options: ConfidenceOptions = {},
): Interval | NoAnswer<"no-trials"> {
  return contained("adjustedWaldInterval", () => {
    const z = normalDeviate(demandConfidence(options));
    const { successes, trials } = demandTrials(observed);
    if (trials === 0) return noAnswer("no-trials");
    const enlarged = trials + z * z;
    const share = (successes + (z * z) / 2) / enlarged;
    const spread = z * Math.sqrt((share * (1 - share)) / enlarged);
    return { low: Math.max(0, share - spread), high: Math.min(1, share + spread) };
  });
}
