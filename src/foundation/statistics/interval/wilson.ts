import { type NoAnswer, noAnswer } from "../../errors/index.js";
import { broken, contained, demandCount } from "../../guard/index.js";

/**
 * The 97.5 % quantile of the standard normal distribution, so that 95 % lie
 * within this many standard deviations of the mean.
 * Source: NIST/SEMATECH e-Handbook of Statistical Methods, section 1.3.6.7.1, to 16 digits.
 */
export const Z_95 = 1.959963984540054;

/** Where the true value lies with 95 % confidence, both ends included. */
export interface Interval {
  /** Lower end. */
  readonly low: number;
  /** Upper end. */
  readonly high: number;
}

/** How often something came out one way. */
export interface Trials {
  /** How often it did; at most `trials`. */
  readonly successes: number;
  /** How often it was tried. */
  readonly trials: number;
}

/**
 * The Wilson score interval of a share at 95 % confidence, without continuity
 * correction: which true shares are in keeping with what was seen.
 *
 * It never leaves 0 to 1, and it does not shrink to a point when all or none
 * succeed: one success of one is 21 % to 100 %. It speaks of chance only, not of who answered.
 *
 * @param observed - `successes` and `trials`, whole numbers
 * @returns both ends as plain ratios from 0 to 1, unrounded; NoAnswer `no-trials` when there are none
 * @throws DomainError `out-of-range` when a count is no whole number of at least 0
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
export function wilsonInterval(observed: Trials): Interval | NoAnswer<"no-trials"> {
  return contained("wilsonInterval", () => {
    const trials = demandCount(observed.trials, "trials");
    const successes = demandCount(observed.successes, "successes");
    if (successes > trials) throw broken("inconsistent", "successes", "at most trials", successes);
    if (trials === 0) return noAnswer("no-trials");
    const share = successes / trials;
    const square = Z_95 * Z_95;
    const centre = share + square / (2 * trials);
    const spread = Z_95 * Math.sqrt((share * (1 - share)) / trials + square / (4 * trials * trials));
    const scale = 1 + square / trials;
    // At the edges both terms are equal in exact arithmetic; rounding would leave a speck.
    return {
      low: successes === 0 ? 0 : (centre - spread) / scale,
      high: successes === trials ? 1 : (centre + spread) / scale,
    };
  });
}
