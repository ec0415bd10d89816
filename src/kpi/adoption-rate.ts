import * as z from "zod";

import type { NoAnswer } from "../foundation/errors/index.js";
import { formula, type Formula } from "../foundation/explain/index.js";
import { broken, contained, demandCount } from "../foundation/guard/index.js";
import { Count, parse, rule, schema } from "../foundation/schema/index.js";

/** Input of {@link adoptionRate}. */
export interface AdoptionRateInput {
  /** Intended users who used the system; at most `intended`. */
  readonly active: number;
  /** People the system is meant for. */
  readonly intended: number;
}

/** Reads an {@link AdoptionRateInput}. */
export const AdoptionRateInput: z.ZodType<AdoptionRateInput> = /* @__PURE__ */ schema(() =>
  z.strictObject({ active: Count, intended: Count }).check(
    rule(({ active, intended }: AdoptionRateInput, report) => {
      if (active > intended) report("inconsistent", ["active"], "expected at most as many as intended");
    }),
  ),
);

/**
 * User adoption rate: the share of the intended users who use the system.
 *
 * Only intended users are counted, above and below the line. Someone who is
 * active without being meant to be does not lift the rate.
 *
 * @param input - `active` and `intended`, whole numbers of people
 * @returns a ratio from 0 to 1, unrounded; NoAnswer `nobody-intended` when the system is meant for no one
 * @throws DomainError `out-of-range` when a count is no whole number of at least 0
 * @throws DomainError `inconsistent` when more are active than intended
 * @source Implementation and Upgrade Services: A Deep Dive, "Key Performance Indicators (KPIs)"
 *
 * @example
 * ```ts
 * import { adoptionRate } from "golive-kit/kpi";
 *
 * adoptionRate({ active: 180, intended: 240 }); // => 0.75
 * ```
 *
 * @function
 */
export const adoptionRate: Formula<AdoptionRateInput, number | NoAnswer<"nobody-intended">> = /* @__PURE__ */ formula({
  id: "kpi.adoption-rate",
  title: "User adoption rate",
  unit: "ratio",
  units: { active: "count", intended: "count" },
  outcomes: { "nobody-intended": "intended = 0" },
  source: [{ work: "Implementation and Upgrade Services: A Deep Dive", place: "Key Performance Indicators (KPIs)" }],
  compute(input: AdoptionRateInput, note): number | NoAnswer<"nobody-intended"> {
    const intended = demandCount(input.intended, "intended");
    const active = demandCount(input.active, "active");
    if (active > intended) throw broken("inconsistent", "active", "at most intended", active);
    if (intended === 0) return note.none("nobody-intended");
    return note("adoptionRate", "active ÷ intended", active / intended);
  },
});

/**
 * Reads the input of {@link adoptionRate} from outside data.
 *
 * @param data - `{ active, intended }`, whole numbers
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { adoptionRate, parseAdoptionRateInput } from "golive-kit/kpi";
 *
 * adoptionRate(parseAdoptionRateInput({ active: 1, intended: 4 })); // => 0.25
 * ```
 */
export function parseAdoptionRateInput(data: unknown): AdoptionRateInput {
  return contained("adoption rate", () => parse(AdoptionRateInput, data, "adoption rate"));
}
