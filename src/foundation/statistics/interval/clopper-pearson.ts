import { type NoAnswer, noAnswer } from "../../errors/index.js";
import { contained } from "../../guard/index.js";
import { inverseIncompleteBeta, inverseIncompleteBetaUpper } from "../../math/index.js";
import { type ConfidenceOptions, demandConfidence, type Interval } from "./confidence.js";
import { demandTrials, type Trials } from "./trials.js";

/**
 * The Clopper-Pearson interval of a share, also called exact: it holds the true
 * share at least as often as the confidence says, whatever that share is.
 *
 * The price is width. Where being right on average is enough, as in a report,
 * `wilsonInterval` is the better choice; this one is for proofs and contracts.
 *
 * @param observed - `successes` and `trials`, whole numbers
 * @param options - `confidence`, above 0 and below 1; 0.95 when left out
 * @returns both ends as plain ratios from 0 to 1, unrounded; NoAnswer `no-trials` when there are none
 * @throws DomainError `out-of-range` when a count is no whole number of at least 0, or the confidence is not between 0 and 1
 * @throws DomainError `inconsistent` when there are more successes than trials
 * @source Clopper and Pearson, The use of confidence or fiducial limits illustrated in the case of the binomial, Biometrika 26 (1934), pages 404 to 413
 *
 * @example
 * ```ts
 * import { clopperPearsonInterval } from "golive-kit/statistics";
 *
 * clopperPearsonInterval({ successes: 0, trials: 20 }); // => { low: 0, high: 0.1684334709830853 }
 * ```
 */
export function clopperPearsonInterval(
  observed: Trials,
  options: ConfidenceOptions = {},
): Interval | NoAnswer<"no-trials"> {
  return contained("clopperPearsonInterval", () => {
    const tail = (1 - demandConfidence(options)) / 2;
    const { successes, trials } = demandTrials(observed);
    if (trials === 0) return noAnswer("no-trials");
    return { low: exactLow(successes, trials, tail), high: exactHigh(successes, trials, tail) };
  });
}

/** The share with which so many successes or more come about with the probability `tail`. */
export function exactLow(successes: number, trials: number, tail: number): number {
  return successes === 0 ? 0 : inverseIncompleteBeta(tail, successes, trials - successes + 1);
}

/** The share with which so few successes or fewer come about with the probability `tail`. */
export function exactHigh(successes: number, trials: number, tail: number): number {
  return successes === trials ? 1 : inverseIncompleteBetaUpper(tail, successes + 1, trials - successes);
}
