import * as z from "zod";

import type { NoAnswer } from "../../errors/index.js";
import { formula, type Formula } from "../../explain/index.js";
import { contained, demandCount } from "../../guard/index.js";
import { Count, parse, schema } from "../../schema/index.js";

/** Input of {@link netPromoterScore}. */
export interface NetPromoterScoreInput {
  /** Answers of 9 and 10. */
  readonly promoters: number;
  /** Answers of 7 and 8. */
  readonly passives: number;
  /** Answers of 0 to 6. */
  readonly detractors: number;
}

/** Reads a {@link NetPromoterScoreInput}. */
export const NetPromoterScoreInput: z.ZodType<NetPromoterScoreInput> = /* @__PURE__ */ schema(() =>
  z.strictObject({ promoters: Count, passives: Count, detractors: Count }),
);

/**
 * Net promoter score: the percentage of promoters less the percentage of detractors.
 *
 * It is worked out from the counts; percentages rounded first give a wrong
 * score. It is noisy in small groups: read it with the interval of `promoterSurvey`.
 *
 * @param input - `promoters`, `passives` and `detractors`, whole numbers of answers
 * @returns points from −100 to 100, unrounded; NoAnswer `nobody-answered` when all are zero
 * @throws DomainError `out-of-range` when a count is no whole number of at least 0
 * @source Reichheld, The One Number You Need to Grow, Harvard Business Review, December 2003
 *
 * @example
 * ```ts
 * import { netPromoterScore } from "golive-kit/statistics";
 *
 * netPromoterScore({ promoters: 6, passives: 3, detractors: 3 }); // => 25
 * ```
 *
 * @function
 */
export const netPromoterScore: Formula<NetPromoterScoreInput, number | NoAnswer<"nobody-answered">> =
  /* @__PURE__ */ formula({
    id: "statistics.net-promoter-score",
    title: "Net promoter score",
    unit: "score",
    units: { promoters: "count", passives: "count", detractors: "count" },
    outcomes: { "nobody-answered": "promoters + passives + detractors = 0" },
    source: [{ work: "Reichheld, The One Number You Need to Grow, Harvard Business Review", place: "December 2003" }],
    compute(input: NetPromoterScoreInput, note): number | NoAnswer<"nobody-answered"> {
      const promoters = demandCount(input.promoters, "promoters");
      const passives = demandCount(input.passives, "passives");
      const detractors = demandCount(input.detractors, "detractors");
      if (promoters + passives + detractors === 0) return note.none("nobody-answered");
      const answered = note("answered", "promoters + passives + detractors", promoters + passives + detractors);
      return note("score", "100 × (promoters − detractors) ÷ answered", (100 * (promoters - detractors)) / answered);
    },
  });

/**
 * Reads the input of {@link netPromoterScore} from outside data.
 *
 * @param data - `{ promoters, passives, detractors }`, whole numbers
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { netPromoterScore, parseNetPromoterScoreInput } from "golive-kit/statistics";
 *
 * netPromoterScore(parseNetPromoterScoreInput({ promoters: 3, passives: 0, detractors: 1 })); // => 50
 * ```
 */
export function parseNetPromoterScoreInput(data: unknown): NetPromoterScoreInput {
  return contained("net promoter score", () => parse(NetPromoterScoreInput, data, "net promoter score"));
}
