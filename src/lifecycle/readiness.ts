import * as z from "zod";

import { decimalOfNumber, numberOf } from "../foundation/decimal/index.js";
import type { NoAnswer } from "../foundation/errors/index.js";
import { formula, type Formula } from "../foundation/explain/index.js";
import { broken, contained, demandAtLeast } from "../foundation/guard/index.js";
import { NonNegative, parse, rule, schema } from "../foundation/schema/index.js";

/** Input of {@link readiness}. */
export interface ReadinessInput {
  /** Weight of the items that are done; at most `applicableWeight`. */
  readonly doneWeight: number;
  /** Weight of the items that apply, done or not. */
  readonly applicableWeight: number;
}

/** Reads a {@link ReadinessInput}. */
export const ReadinessInput: z.ZodType<ReadinessInput> = /* @__PURE__ */ schema(() =>
  z.strictObject({ doneWeight: NonNegative, applicableWeight: NonNegative }).check(
    rule(({ doneWeight, applicableWeight }: ReadinessInput, report) => {
      if (doneWeight > applicableWeight) report("inconsistent", ["doneWeight"], "expected at most applicableWeight");
    }),
  ),
);

/**
 * Readiness: the weight of what is done, per weight of what applies.
 *
 * It is no decision: a project that is 0.95 ready with one mandatory item open is not ready. `assessReadiness` answers
 * go, conditional or no-go.
 *
 * @param input - `doneWeight` and `applicableWeight`, zero or above, the first not above the second
 * @returns a ratio from 0 to 1, unrounded; NoAnswer `nothing-applies` when the weight of what applies is zero
 * @throws DomainError `wrong-type`, `not-finite` or `out-of-range` for a weight below zero
 * @throws DomainError `inconsistent` when more is done than applies
 * @source Implementation and Upgrade Services: A Deep Dive, "Preventative Measures Checklist"
 *
 * @example
 * ```ts
 * import { readiness } from "golive-kit/lifecycle";
 *
 * readiness({ doneWeight: 3, applicableWeight: 6 }); // => 0.5
 * readiness({ doneWeight: 0, applicableWeight: 0 }); // => { kind: "none", reason: "nothing-applies" }
 * ```
 *
 * @function
 */
export const readiness: Formula<ReadinessInput, number | NoAnswer<"nothing-applies">> = /* @__PURE__ */ formula({
  id: "lifecycle.readiness",
  title: "Readiness",
  unit: "ratio",
  units: { doneWeight: "score", applicableWeight: "score" },
  outcomes: { "nothing-applies": "applicableWeight = 0" },
  source: [{ work: "Implementation and Upgrade Services: A Deep Dive", place: "Preventative Measures Checklist" }],
  compute(input: ReadinessInput, note): number | NoAnswer<"nothing-applies"> {
    const done = demandAtLeast(input.doneWeight, 0, "doneWeight");
    const applicable = demandAtLeast(input.applicableWeight, 0, "applicableWeight");
    if (done > applicable) throw broken("inconsistent", "doneWeight", "at most applicableWeight", done);
    if (applicable === 0) return note.none("nothing-applies");
    const ratio = decimalOfNumber(done, "doneWeight").div(decimalOfNumber(applicable, "applicableWeight"));
    return note("readiness", "doneWeight ÷ applicableWeight", numberOf(ratio, "readiness"));
  },
});

/**
 * Reads the input of {@link readiness} from outside data.
 *
 * @param data - `{ doneWeight, applicableWeight }`
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { parseReadinessInput, readiness } from "golive-kit/lifecycle";
 *
 * readiness(parseReadinessInput({ doneWeight: 1, applicableWeight: 4 })); // => 0.25
 * ```
 */
export function parseReadinessInput(data: unknown): ReadinessInput {
  return contained("readiness", () => parse(ReadinessInput, data, "readiness"));
}
