import * as z from "zod";

import type { NoAnswer } from "../../errors/index.js";
import { formula, type Formula } from "../../explain/index.js";
import { broken, contained, demandCount } from "../../guard/index.js";
import { Count, parse, rule, schema } from "../../schema/index.js";

/** Input of {@link satisfaction}. */
export interface SatisfactionInput {
  /** Answers at or above the satisfied mark; at most `answered`. */
  readonly satisfied: number;
  /** Answers that are not blank. */
  readonly answered: number;
}

/** Reads a {@link SatisfactionInput}. */
export const SatisfactionInput: z.ZodType<SatisfactionInput> = /* @__PURE__ */ schema(() =>
  z.strictObject({ satisfied: Count, answered: Count }).check(
    rule(({ satisfied, answered }: SatisfactionInput, report) => {
      if (satisfied > answered) report("inconsistent", ["satisfied"], "expected at most as many as answered");
    }),
  ),
);

/**
 * Client satisfaction: the share of answers that are satisfied (CSAT).
 *
 * Blank answers count nowhere. Read it with its interval and with the response
 * rate: those who stayed silent may think otherwise.
 *
 * @param input - `satisfied` and `answered`, whole numbers of answers
 * @returns a ratio from 0 to 1, unrounded; NoAnswer `nobody-answered` when there is no answer
 * @throws DomainError `out-of-range` when a count is no whole number of at least 0
 * @throws DomainError `inconsistent` when more are satisfied than answered
 * @source Implementation and Upgrade Services: A Deep Dive, "Key Performance Indicators (KPIs)"
 *
 * @example
 * ```ts
 * import { satisfaction } from "golive-kit/statistics";
 *
 * satisfaction({ satisfied: 12, answered: 16 }); // => 0.75
 * satisfaction({ satisfied: 0, answered: 0 }); // => { kind: "none", reason: "nobody-answered" }
 * ```
 *
 * @function
 */
export const satisfaction: Formula<SatisfactionInput, number | NoAnswer<"nobody-answered">> = /* @__PURE__ */ formula({
  id: "statistics.satisfaction",
  title: "Client satisfaction",
  unit: "ratio",
  units: { satisfied: "count", answered: "count" },
  outcomes: { "nobody-answered": "answered = 0" },
  source: [{ work: "Implementation and Upgrade Services: A Deep Dive", place: "Key Performance Indicators (KPIs)" }],
  compute(input: SatisfactionInput, note): number | NoAnswer<"nobody-answered"> {
    const answered = demandCount(input.answered, "answered");
    const satisfied = demandCount(input.satisfied, "satisfied");
    if (satisfied > answered) throw broken("inconsistent", "satisfied", "at most answered", satisfied);
    if (answered === 0) return note.none("nobody-answered");
    return note("satisfaction", "satisfied ÷ answered", satisfied / answered);
  },
});

/**
 * Reads the input of {@link satisfaction} from outside data.
 *
 * @param data - `{ satisfied, answered }`, whole numbers
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { parseSatisfactionInput, satisfaction } from "golive-kit/statistics";
 *
 * satisfaction(parseSatisfactionInput({ satisfied: 3, answered: 4 })); // => 0.75
 * ```
 */
export function parseSatisfactionInput(data: unknown): SatisfactionInput {
  return contained("satisfaction", () => parse(SatisfactionInput, data, "satisfaction"));
}
