import * as z from "zod";

import { broken, demandFinite, demandList } from "../../guard/index.js";
import { rule, schema } from "../../schema/index.js";

/** The scale that a question is answered on: whole numbers, both ends included. */
export interface SurveyScale {
  /** Lowest answer, a whole number. */
  readonly low: number;
  /** Highest answer, a whole number above `low`. */
  readonly high: number;
}

/** Reads a {@link SurveyScale}. */
export const SurveyScale: z.ZodType<SurveyScale> = /* @__PURE__ */ schema(() =>
  z.strictObject({ low: z.int(), high: z.int() }).check(
    rule(({ low, high }: SurveyScale, report) => {
      if (high <= low) report("inconsistent", ["high"], "expected a highest answer above the lowest");
    }),
  ),
);

/** Asks for a scale. */
export function demandScale(value: SurveyScale): SurveyScale {
  const low = demandWhole(value.low, "scale.low", ["scale", "low"]);
  const high = demandWhole(value.high, "scale.high", ["scale", "high"]);
  if (high <= low) throw broken("inconsistent", "scale.high", "above scale.low", high, ["scale", "high"]);
  return { low, high };
}

/** Asks for a threshold within a scale. */
export function demandThreshold(value: number, scale: SurveyScale, subject: string): number {
  const threshold = demandWhole(value, subject, [subject]);
  if (threshold < scale.low || threshold > scale.high) {
    throw broken("out-of-range", subject, `from ${String(scale.low)} to ${String(scale.high)}`, value);
  }
  return threshold;
}

/** Asks for answers on a scale, and leaves out the blank ones. */
export function demandScores(scores: readonly (number | null)[], { low, high }: SurveyScale): number[] {
  const given: number[] = [];
  demandList(scores, "scores").forEach((score, i) => {
    if (score === null) return;
    const number = demandWhole(score, "score", ["scores", i]);
    if (number < low || number > high) {
      throw broken("out-of-range", "score", `from ${String(low)} to ${String(high)}`, score, ["scores", i]);
    }
    given.push(number);
  });
  return given;
}

function demandWhole(value: unknown, subject: string, path: readonly (string | number)[]): number {
  const number = demandFinite(value, subject, path);
  if (!Number.isSafeInteger(number)) throw broken("out-of-range", subject, "a whole number", value, path);
  return number;
}
