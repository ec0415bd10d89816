import { isNoAnswer, type NoAnswer, noAnswer } from "../../errors/index.js";
import { contained } from "../../guard/index.js";
import { twoSidedNormal } from "../hypothesis/normal-tail.js";
import { demandInside } from "../interval/confidence.js";
import { demandPromoters, type PromoterCounts, promoterCounts } from "./promoter-survey.js";

const USUAL_LEVEL = 0.05;

/** Two waves of a survey on recommendation. */
export interface PromoterWaves {
  /** The earlier wave. */
  readonly before: PromoterCounts;
  /** The later wave. */
  readonly after: PromoterCounts;
}

/** Whether the net promoter score changed; see {@link promoterChange}. */
export interface PromoterChange {
  /** Later score less earlier score, in points. */
  readonly change: number;
  /** Standard error of the change, in points. */
  readonly standardError: number;
  /** The change in standard errors. */
  readonly z: number | NoAnswer<"no-spread">;
  /** Two-sided: how likely so large a change either way, had nothing changed. */
  readonly p: number | NoAnswer<"no-spread">;
  /** Whether p is below the level. */
  readonly significant: boolean | NoAnswer<"no-spread">;
}

/**
 * Tells whether the net promoter score changed between two waves, or whether
 * the difference is noise.
 *
 * The waves must have asked different people, or at least not the same few:
 * answers of the same person hang together.
 *
 * @param waves - `before` and `after`, each as for `promoterCounts`
 * @param options - `level` below which p counts as significant, above 0 and below 1; 0.05 when left out
 * @returns the change and its standard error in points, z, p and the verdict; NoAnswer `nobody-answered` when a wave has no answer; z, p and the verdict are `no-spread` when all answer alike in both
 * @throws DomainError `out-of-range` when a count is no whole number of at least 0, or the level is not between 0 and 1
 * @throws DomainError `inconsistent` at `answered` when counts do not add up to it
 * @source Rocks, Interval Estimation for the "Net Promoter Score", The American Statistician 70 (2016), the variance of one answer; the difference of two independent means
 *
 * @example
 * ```ts
 * import { promoterChange } from "golive-kit/statistics";
 *
 * const found = promoterChange({
 *   before: { promoters: 50, detractors: 25, answered: 100 },
 *   after: { promoters: 60, detractors: 20, answered: 100 },
 * });
 *
 * "change" in found && [found.change, found.significant]; // => [15, false]
 * ```
 */
export function promoterChange(
  waves: PromoterWaves,
  options: { readonly level?: number } = {},
): PromoterChange | NoAnswer<"nobody-answered"> {
  return contained("promoterChange", () => {
    const level = options.level === undefined ? USUAL_LEVEL : demandInside(options.level, "level");
    const before = promoterCounts(demandPromoters(waves.before, ["before"]));
    const after = promoterCounts(demandPromoters(waves.after, ["after"]));
    const parts = [before.score, before.standardError, after.score, after.standardError];
    if (parts.some(isNoAnswer)) return noAnswer("nobody-answered");
    const [score1, error1, score2, error2] = parts as [number, number, number, number];
    const change = score2 - score1;
    const standardError = Math.sqrt(error1 * error1 + error2 * error2);
    const none = noAnswer("no-spread");
    if (standardError === 0) return { change, standardError, z: none, p: none, significant: none };
    const z = change / standardError;
    const p = twoSidedNormal(z);
    return { change, standardError, z, p, significant: p < level };
  });
}
