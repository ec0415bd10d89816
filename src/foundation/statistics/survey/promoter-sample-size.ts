import { type NoAnswer, noAnswer } from "../../errors/index.js";
import { broken, contained, demandAbove } from "../../guard/index.js";
import { type ConfidenceOptions, demandConfidence, normalDeviate } from "../interval/confidence.js";

/** How exactly a net promoter score is to be known; see {@link promoterSampleSize}. */
export interface PromoterPrecision extends ConfidenceOptions {
  /** Half the width of its interval, in points, above 0. */
  readonly halfWidth: number;
  /** Variance of one answer, above 0 and at most 1, which is the worst case and taken when left out. */
  readonly variance?: number;
}

/**
 * How many answers a net promoter score needs to be known within so many points.
 *
 * The variance of one answer is p + d − (p − d)², with the shares p of promoters
 * and d of detractors; of an earlier wave it is known.
 *
 * @param wanted - `halfWidth` in points; `confidence`, 0.95 when left out; `variance` of one answer, 1 when left out
 * @returns a whole number of answers; NoAnswer `beyond-range` when it is above 2^53 − 1
 * @throws DomainError `out-of-range` when a number is outside its range
 * @source Rocks, Interval Estimation for the "Net Promoter Score", The American Statistician 70 (2016): the Wald interval solved for the answers
 *
 * @example
 * ```ts
 * import { promoterSampleSize } from "golive-kit/statistics";
 *
 * promoterSampleSize({ halfWidth: 5, confidence: 0.9 }); // => 1083
 * promoterSampleSize({ halfWidth: 10 }); // => 385
 * ```
 */
export function promoterSampleSize(wanted: PromoterPrecision): number | NoAnswer<"beyond-range"> {
  return contained("promoterSampleSize", () => {
    const z = normalDeviate(demandConfidence(wanted));
    const halfWidth = demandAbove(wanted.halfWidth, 0, "halfWidth");
    const variance = wanted.variance === undefined ? 1 : demandAbove(wanted.variance, 0, "variance");
    if (variance > 1) throw broken("out-of-range", "variance", "at most 1", variance);
    const widths = (100 * z) / halfWidth;
    const answers = Math.ceil(variance * widths * widths);
    return answers <= Number.MAX_SAFE_INTEGER ? answers : noAnswer("beyond-range");
  });
}
