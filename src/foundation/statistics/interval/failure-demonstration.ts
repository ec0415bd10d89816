import { type NoAnswer, noAnswer } from "../../errors/index.js";
import { broken, contained, demandCount } from "../../guard/index.js";
import { binomialCdf, exp, log1p } from "../../math/index.js";
import { exactHigh } from "./clopper-pearson.js";
import { type ConfidenceOptions, demandConfidence, demandInside } from "./confidence.js";

const MOST_FAILURES = 1_000_000_000;
const MOST_TRIALS = 1_000_000_000_000;
/** A chance this little above the one that is left is meant to be equal: 1 − 0.19 is 0.9² but for rounding. */
const FUZZ = 1e-12;

/** Units that were tried, and those that failed. */
export interface FailureCount {
  /** Units that failed; at most `trials`. */
  readonly failures: number;
  /** Units that were tried. */
  readonly trials: number;
}

/** How bad things may still be; see {@link failureRateBound}. */
export interface FailureRateBound {
  /** The rate is at most this, one-sided, 0 to 1. */
  readonly bound: number;
  /** 3 ÷ trials, the rule of thumb for 95 %; only there when nothing failed. */
  readonly ruleOfThree?: number;
}

/** What a trial run is to show. */
export interface FailureDemonstration extends ConfidenceOptions {
  /** The failure rate to be excluded, above 0 and below 1. */
  readonly maxFailureRate: number;
  /** Failures that the run may have, a whole number of at most 1,000,000,000; 0 when left out. */
  readonly failures?: number;
}

/**
 * How large the failure rate may still be after a run: the exact upper bound, one-sided.
 *
 * Fifty go-lives without a failure do not show that there are none: the rate may be 5.8 %.
 *
 * @param run - `failures` and `trials`, whole numbers
 * @param options - `confidence`, above 0 and below 1; 0.95 when left out
 * @returns `bound` as a plain ratio, and `ruleOfThree` when nothing failed; NoAnswer `no-trials` when nothing was tried
 * @throws DomainError `out-of-range` when a count is no whole number of at least 0, or the confidence is not between 0 and 1
 * @throws DomainError `inconsistent` when there are more failures than trials
 * @source Clopper and Pearson (1934), one-sided; Hanley and Lippman-Hand, If nothing goes wrong, is everything all right?, JAMA 249 (1983), pages 1743 to 1745
 *
 * @example
 * ```ts
 * import { failureRateBound } from "golive-kit/statistics";
 *
 * failureRateBound({ failures: 0, trials: 50 }); // => { bound: 0.058155079116972236, ruleOfThree: 0.06 }
 * ```
 */
export function failureRateBound(
  run: FailureCount,
  options: ConfidenceOptions = {},
): FailureRateBound | NoAnswer<"no-trials"> {
  return contained("failureRateBound", () => {
    const tail = 1 - demandConfidence(options);
    const trials = demandCount(run.trials, "trials");
    const failures = demandCount(run.failures, "failures");
    if (failures > trials) throw broken("inconsistent", "failures", "at most trials", failures);
    if (trials === 0) return noAnswer("no-trials");
    const bound = exactHigh(failures, trials, tail);
    return failures === 0 ? { bound, ruleOfThree: 3 / trials } : { bound };
  });
}

/**
 * How many units must be tried to show that the failure rate is below a limit:
 * the smallest number with which a rate at the limit would be this lucky with a
 * probability of at most 1 − confidence.
 *
 * @param wanted - `maxFailureRate`, above 0 and below 1; `failures` that the run may have, 0 when left out; `confidence`, 0.95 when left out
 * @returns a whole number of units; NoAnswer `beyond-range` when it is above 1,000,000,000,000
 * @throws DomainError `out-of-range` when a number is outside its range
 * @source NIST/SEMATECH e-Handbook of Statistical Methods, section 7.2.4; for no failures (1 − p)^n ≤ 1 − confidence
 *
 * @example
 * ```ts
 * import { demonstrationTrials } from "golive-kit/statistics";
 *
 * demonstrationTrials({ maxFailureRate: 0.01 }); // => 299
 * demonstrationTrials({ maxFailureRate: 0.01, failures: 1 }); // => 473
 * ```
 */
export function demonstrationTrials(wanted: FailureDemonstration): number | NoAnswer<"beyond-range"> {
  return contained("demonstrationTrials", () => {
    const left = (1 - demandConfidence(wanted)) * (1 + FUZZ);
    const rate = demandInside(wanted.maxFailureRate, "maxFailureRate");
    const failures = wanted.failures === undefined ? 0 : demandCount(wanted.failures, "failures");
    if (failures > MOST_FAILURES) {
      throw broken("out-of-range", "failures", `at most ${String(MOST_FAILURES)}`, failures);
    }
    /** How likely a rate at the limit shows so few failures; without any, the direct formula keeps more digits. */
    const luck = (n: number): number => (failures === 0 ? exp(n * log1p(-rate)) : binomialCdf(failures, n, rate));
    let few = failures;
    let enough = failures + 1;
    while (luck(enough) > left) {
      if (enough >= MOST_TRIALS) return noAnswer("beyond-range");
      few = enough;
      enough *= 2;
    }
    while (enough - few > 1) {
      const middle = few + Math.floor((enough - few) / 2);
      if (luck(middle) > left) few = middle;
      else enough = middle;
    }
    return enough > MOST_TRIALS ? noAnswer("beyond-range") : enough;
  });
}
