import { type NoAnswer, noAnswer } from "../../errors/index.js";
import { broken, contained } from "../../guard/index.js";
import { demandGroups, type Trials, type TwoGroups } from "../interval/trials.js";
import { type CountTails, countTails } from "./count-tails.js";
import { twoSidedNormal } from "./normal-tail.js";

/** Above this many trials in a group the exact test takes too long. */
const MOST_TRIALS = 1_000_000_000;

/** Whether two shares differ, by the normal approximation; see {@link pooledShareTest}. */
export interface PooledShareTest {
  /** Share of the sample less share of the baseline, −1 to 1. */
  readonly difference: number;
  /** The difference in standard errors, under one share for both groups. */
  readonly z: number | NoAnswer<"no-spread">;
  /** Two-sided: how likely so large a difference, were both shares the same. */
  readonly p: number;
  /** How the p value was found. */
  readonly method: "normal";
}

/** Whether two shares differ, exactly; see {@link fisherExactTest}. */
export interface FisherExactTest extends CountTails {
  /** How the p values were found. */
  readonly method: "exact";
}

/**
 * Tests whether two shares differ, by the pooled z test: quick, and good enough
 * when both groups have several successes and several failures.
 *
 * Few or none are a case for `fisherExactTest`. How large the difference may be
 * is what `newcombeInterval` says.
 *
 * @param groups - `sample` and `baseline`, each with `successes` and `trials`, whole numbers
 * @returns difference, `z` and two-sided `p`; `z` is NoAnswer `no-spread` when all or none succeed, and p is 1 then; NoAnswer `no-trials` when a group has none
 * @throws DomainError `out-of-range` when a count is no whole number of at least 0
 * @throws DomainError `inconsistent` when a group has more successes than trials
 * @source NIST/SEMATECH e-Handbook of Statistical Methods, section 7.3.3, without continuity correction
 *
 * @example
 * ```ts
 * import { pooledShareTest } from "golive-kit/statistics";
 *
 * const groups = { sample: { successes: 9, trials: 10 }, baseline: { successes: 3, trials: 10 } };
 * const test = pooledShareTest(groups);
 *
 * "z" in test && [test.z, test.p]; // => [2.738612787525831, 0.006169899320544148]
 * ```
 */
export function pooledShareTest(groups: TwoGroups): PooledShareTest | NoAnswer<"no-trials"> {
  return contained("pooledShareTest", () => {
    const { sample, baseline } = demandGroups(groups);
    if (sample.trials === 0 || baseline.trials === 0) return noAnswer("no-trials");
    const trials = sample.trials + baseline.trials;
    const pooled = (sample.successes + baseline.successes) / trials;
    const difference = sample.successes / sample.trials - baseline.successes / baseline.trials;
    if (pooled === 0 || pooled === 1) return { difference, z: noAnswer("no-spread"), p: 1, method: "normal" };
    const z = difference / Math.sqrt(pooled * (1 - pooled) * (1 / sample.trials + 1 / baseline.trials));
    return { difference, z, p: twoSidedNormal(z), method: "normal" };
  });
}

/**
 * Tests whether two shares differ, by Fisher's exact test: no approximation, however few there are.
 *
 * Two-sided, it adds up all splits of the successes that are as unlikely as the
 * one seen, or more so.
 *
 * @param groups - `sample` and `baseline`, each with `successes` and `trials`, whole numbers; at most 1,000,000,000 trials
 * @returns `p` two-sided, `pGreater` for a larger share in the sample, `pLess` for a smaller one; NoAnswer `no-trials` when a group has none
 * @throws DomainError `out-of-range` when a count is no whole number of at least 0, or there are more than 1,000,000,000 trials
 * @throws DomainError `inconsistent` when a group has more successes than trials
 * @source Fisher, Statistical Methods for Research Workers, 5th edition (1934), section 21.02
 *
 * @example
 * ```ts
 * import { fisherExactTest } from "golive-kit/statistics";
 *
 * const groups = { sample: { successes: 3, trials: 4 }, baseline: { successes: 1, trials: 4 } };
 * const test = fisherExactTest(groups);
 *
 * "p" in test && test.p; // => 0.48571428571428577
 * ```
 */
export function fisherExactTest(groups: TwoGroups): FisherExactTest | NoAnswer<"no-trials"> {
  return contained("fisherExactTest", () => {
    const { sample, baseline } = demandGroups(groups);
    demandFew(sample, "sample");
    demandFew(baseline, "baseline");
    if (sample.trials === 0 || baseline.trials === 0) return noAnswer("no-trials");
    const successes = sample.successes + baseline.successes;
    const [n1, n2] = [sample.trials, baseline.trials];
    // How many of all successes fall to the sample, when both shares are the same.
    const distribution = {
      from: Math.max(0, successes - n2),
      to: Math.min(n1, successes),
      mode: Math.floor(((successes + 1) / (n1 + n2 + 2)) * (n1 + 1)),
      ratio: (k: number) => ((n1 - k) / (k + 1)) * ((successes - k) / (n2 - successes + k + 1)),
    };
    return { ...countTails(distribution, sample.successes), method: "exact" };
  });
}

function demandFew({ trials }: Trials, group: "sample" | "baseline"): void {
  if (trials > MOST_TRIALS) {
    throw broken("out-of-range", "trials", `at most ${String(MOST_TRIALS)}`, trials, [group, "trials"]);
  }
}
