import * as z from "zod";

import type { NoAnswer } from "../foundation/errors/index.js";
import { formula, type Formula } from "../foundation/explain/index.js";
import { contained, demandCount } from "../foundation/guard/index.js";
import { Count, parse, schema } from "../foundation/schema/index.js";

/** Input of {@link defectRemovalEfficiency} and {@link defectEscapeRate}. */
export interface DefectRemovalInput {
  /** Defects found before the go-live. */
  readonly before: number;
  /** Defects found after it, within the window. */
  readonly after: number;
}

/** Reads a {@link DefectRemovalInput}. */
export const DefectRemovalInput: z.ZodType<DefectRemovalInput> = /* @__PURE__ */ schema(() =>
  z.strictObject({ before: Count, after: Count }),
);

const SOURCE = [
  { work: "Jones, Applied Software Measurement, 3rd edition", place: "Defect removal efficiency" },
] as const;

/**
 * Defect removal efficiency: the share of the defects that was found before the go-live.
 *
 * It looks better than it will be until the window after the go-live is over.
 *
 * @param input - `before` and `after`, whole numbers of defects
 * @returns a ratio from 0 to 1, unrounded; NoAnswer `no-defects` when none was found at all
 * @throws DomainError `out-of-range` when a count is no whole number of at least 0
 * @source Jones, Applied Software Measurement, 3rd edition, defect removal efficiency
 *
 * @example
 * ```ts
 * import { defectRemovalEfficiency } from "golive-kit/kpi";
 *
 * defectRemovalEfficiency({ before: 3, after: 1 }); // => 0.75
 * ```
 *
 * @function
 */
export const defectRemovalEfficiency: Formula<DefectRemovalInput, number | NoAnswer<"no-defects">> =
  /* @__PURE__ */ formula({
    id: "kpi.defect-removal-efficiency",
    title: "Defect removal efficiency",
    unit: "ratio",
    units: { before: "count", after: "count" },
    outcomes: { "no-defects": "before + after = 0" },
    source: SOURCE,
    compute(input: DefectRemovalInput, note): number | NoAnswer<"no-defects"> {
      const { before, after } = demandFound(input);
      if (before + after === 0) return note.none("no-defects");
      return note("efficiency", "before ÷ (before + after)", before / (before + after));
    },
  });

/**
 * Defect escape rate: the share of the defects that was found only after the go-live.
 *
 * @param input - `before` and `after`, whole numbers of defects
 * @returns a ratio from 0 to 1, unrounded; NoAnswer `no-defects` when none was found at all
 * @throws DomainError `out-of-range` when a count is no whole number of at least 0
 * @source Jones, Applied Software Measurement, 3rd edition, defect removal efficiency, whose complement it is
 *
 * @example
 * ```ts
 * import { defectEscapeRate } from "golive-kit/kpi";
 *
 * defectEscapeRate({ before: 3, after: 1 }); // => 0.25
 * ```
 *
 * @function
 */
export const defectEscapeRate: Formula<DefectRemovalInput, number | NoAnswer<"no-defects">> = /* @__PURE__ */ formula({
  id: "kpi.defect-escape-rate",
  title: "Defect escape rate",
  unit: "ratio",
  units: { before: "count", after: "count" },
  outcomes: { "no-defects": "before + after = 0" },
  source: SOURCE,
  compute(input: DefectRemovalInput, note): number | NoAnswer<"no-defects"> {
    const { before, after } = demandFound(input);
    if (before + after === 0) return note.none("no-defects");
    return note("escapeRate", "after ÷ (before + after)", after / (before + after));
  },
});

/**
 * Reads the input of {@link defectRemovalEfficiency} and {@link defectEscapeRate} from outside data.
 *
 * @param data - `{ before, after }`, whole numbers
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { defectEscapeRate, parseDefectRemovalInput } from "golive-kit/kpi";
 *
 * defectEscapeRate(parseDefectRemovalInput({ before: 9, after: 1 })); // => 0.1
 * ```
 */
export function parseDefectRemovalInput(data: unknown): DefectRemovalInput {
  return contained("defect removal", () => parse(DefectRemovalInput, data, "defect removal"));
}

function demandFound(input: DefectRemovalInput): DefectRemovalInput {
  return { before: demandCount(input.before, "before"), after: demandCount(input.after, "after") };
}
