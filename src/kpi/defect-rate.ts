import * as z from "zod";

import type { NoAnswer } from "../foundation/errors/index.js";
import { formula, type Formula } from "../foundation/explain/index.js";
import { contained, demandCount } from "../foundation/guard/index.js";
import { Count, parse, schema } from "../foundation/schema/index.js";

/** Input of {@link defectRate}. */
export interface DefectRateInput {
  /** Defects found since the go-live, within the days watched. */
  readonly defects: number;
  /** Days watched since the go-live, whole. */
  readonly exposureDays: number;
}

/** Reads a {@link DefectRateInput}. */
export const DefectRateInput: z.ZodType<DefectRateInput> = /* @__PURE__ */ schema(() =>
  z.strictObject({ defects: Count, exposureDays: Count }),
);

/**
 * Defect rate: defects found after the go-live, per day that the system was live.
 *
 * The bare number of defects only grows; per day live, this week can be held
 * against last week and one release against another.
 *
 * @param input - `defects`, a whole number, and `exposureDays`, whole days live
 * @returns defects a day, of zero or above, unrounded; NoAnswer `not-released` before the first day live
 * @throws DomainError `out-of-range` when either is no whole number of at least 0
 * @source Implementation and Upgrade Services: A Deep Dive, "Key Performance Indicators (KPIs)"
 *
 * @example
 * ```ts
 * import { defectRate } from "golive-kit/kpi";
 *
 * defectRate({ defects: 45, exposureDays: 90 }); // => 0.5
 * ```
 *
 * @function
 */
export const defectRate: Formula<DefectRateInput, number | NoAnswer<"not-released">> = /* @__PURE__ */ formula({
  id: "kpi.defect-rate",
  title: "Defect rate",
  unit: "count",
  units: { defects: "count", exposureDays: "days" },
  outcomes: { "not-released": "exposureDays = 0" },
  source: [{ work: "Implementation and Upgrade Services: A Deep Dive", place: "Key Performance Indicators (KPIs)" }],
  compute(input: DefectRateInput, note): number | NoAnswer<"not-released"> {
    const defects = demandCount(input.defects, "defects");
    const exposureDays = demandCount(input.exposureDays, "exposureDays");
    if (exposureDays === 0) return note.none("not-released");
    return note("defectRate", "defects ÷ exposureDays", defects / exposureDays);
  },
});

/**
 * Reads the input of {@link defectRate} from outside data.
 *
 * @param data - `{ defects, exposureDays }`, whole numbers
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { defectRate, parseDefectRateInput } from "golive-kit/kpi";
 *
 * defectRate(parseDefectRateInput({ defects: 3, exposureDays: 30 })); // => 0.1
 * ```
 */
export function parseDefectRateInput(data: unknown): DefectRateInput {
  return contained("defect rate", () => parse(DefectRateInput, data, "defect rate"));
}
