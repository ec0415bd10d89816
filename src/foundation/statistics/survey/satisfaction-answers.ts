import * as z from "zod";

import { Count, list, optional, rule, schema } from "../../schema/index.js";
import { SurveyScale } from "./survey-scale.js";

/** Answers to a question on satisfaction. */
export interface SatisfactionAnswers {
  /** One answer a person, whole numbers on the scale; `null` is a blank one. */
  readonly scores: readonly (number | null)[];
  /** The scale of the question. */
  readonly scale: SurveyScale;
  /** The lowest answer that counts as satisfied: 4 on a scale of 1 to 5. */
  readonly satisfiedFrom: number;
  /** How many were asked, where it is known; not fewer than answered. */
  readonly invited?: number;
}

/** Reads {@link SatisfactionAnswers}. */
export const SatisfactionAnswers: z.ZodType<SatisfactionAnswers> = /* @__PURE__ */ schema(() =>
  z
    .strictObject({
      scores: list(z.nullable(z.int())),
      scale: SurveyScale,
      satisfiedFrom: z.int(),
      invited: optional(Count),
    })
    .check(
      rule(({ scores, scale: { low, high }, satisfiedFrom, invited }: SatisfactionAnswers, report) => {
        const range = `from ${String(low)} to ${String(high)}`;
        let answered = 0;
        scores.forEach((score, i) => {
          if (score === null) return;
          answered++;
          if (score < low || score > high) report("out-of-range", ["scores", i], `expected ${range}`);
        });
        if (satisfiedFrom < low || satisfiedFrom > high) report("out-of-range", ["satisfiedFrom"], `expected ${range}`);
        if (invited !== undefined && invited < answered) {
          report("inconsistent", ["invited"], "expected no fewer than answered");
        }
      }),
    ),
);
