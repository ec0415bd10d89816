import * as z from "zod";

import type { NoAnswer } from "../../errors/index.js";
import { formula, type Formula } from "../../explain/index.js";
import { broken, contained, demandCount } from "../../guard/index.js";
import { Count, parse, rule, schema } from "../../schema/index.js";

/** Input of {@link responseRate}. */
export interface ResponseRateInput {
  /** People who answered; at most `invited`. */
  readonly answered: number;
  /** People who were asked. */
  readonly invited: number;
}

/** Reads a {@link ResponseRateInput}. */
export const ResponseRateInput: z.ZodType<ResponseRateInput> = /* @__PURE__ */ schema(() =>
  z.strictObject({ answered: Count, invited: Count }).check(
    rule(({ answered, invited }: ResponseRateInput, report) => {
      if (answered > invited) report("inconsistent", ["answered"], "expected at most as many as invited");
    }),
  ),
);

/**
 * Response rate: the share of those asked who answered.
 *
 * @param input - `answered` and `invited`, whole numbers of people
 * @returns a ratio from 0 to 1, unrounded; NoAnswer `nobody-invited` when nobody was asked
 * @throws DomainError `out-of-range` when a count is no whole number of at least 0
 * @throws DomainError `inconsistent` when more answered than were invited
 * @source AAPOR, Standard Definitions, 10th edition, response rate 1 with every invitation as an eligible case
 *
 * @example
 * ```ts
 * import { responseRate } from "golive-kit/statistics";
 *
 * responseRate({ answered: 17, invited: 40 }); // => 0.425
 * ```
 *
 * @function
 */
export const responseRate: Formula<ResponseRateInput, number | NoAnswer<"nobody-invited">> = /* @__PURE__ */ formula({
  id: "statistics.response-rate",
  title: "Response rate",
  unit: "ratio",
  units: { answered: "count", invited: "count" },
  outcomes: { "nobody-invited": "invited = 0" },
  source: [{ work: "AAPOR, Standard Definitions, 10th edition", place: "Response rate 1" }],
  compute(input: ResponseRateInput, note): number | NoAnswer<"nobody-invited"> {
    const invited = demandCount(input.invited, "invited");
    const answered = demandCount(input.answered, "answered");
    if (answered > invited) throw broken("inconsistent", "answered", "at most invited", answered);
    if (invited === 0) return note.none("nobody-invited");
    return note("responseRate", "answered ÷ invited", answered / invited);
  },
});

/**
 * Reads the input of {@link responseRate} from outside data.
 *
 * @param data - `{ answered, invited }`, whole numbers
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { parseResponseRateInput, responseRate } from "golive-kit/statistics";
 *
 * responseRate(parseResponseRateInput({ answered: 1, invited: 4 })); // => 0.25
 * ```
 */
export function parseResponseRateInput(data: unknown): ResponseRateInput {
  return contained("response rate", () => parse(ResponseRateInput, data, "response rate"));
}
