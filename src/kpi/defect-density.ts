import * as z from "zod";

import { formula, type Formula } from "../foundation/explain/index.js";
import { broken, contained, demandAbove, demandCount } from "../foundation/guard/index.js";
import { Count, parse, Positive, schema } from "../foundation/schema/index.js";

/** Input of {@link defectDensity}. */
export interface DefectDensityInput {
  /** Defects found, before and after the go-live. */
  readonly defects: number;
  /** Size of what was delivered, in units of your choice, above zero. */
  readonly size: number;
}

/** Reads a {@link DefectDensityInput}. */
export const DefectDensityInput: z.ZodType<DefectDensityInput> = /* @__PURE__ */ schema(() =>
  z.strictObject({ defects: Count, size: Positive }),
);

/**
 * Defect density: defects for each thousand units of size.
 *
 * The unit is yours: lines of code, function points, configured screens. Only
 * densities in one unit can be compared.
 *
 * @param input - `defects`, a whole number, and `size`, above zero
 * @returns defects per thousand units of size, of zero or above, unrounded
 * @throws DomainError `out-of-range` when `defects` is no whole number of at least 0 or `size` is not above zero
 * @source Fenton and Bieman, Software Metrics, 3rd edition, section 10.1.2
 *
 * @example
 * ```ts
 * import { defectDensity } from "golive-kit/kpi";
 *
 * defectDensity({ defects: 6, size: 12_500 }); // => 0.48
 * ```
 *
 * @function
 */
export const defectDensity: Formula<DefectDensityInput, number> = /* @__PURE__ */ formula({
  id: "kpi.defect-density",
  title: "Defect density",
  unit: "count",
  units: { defects: "count", size: "count" },
  source: [{ work: "Fenton and Bieman, Software Metrics, 3rd edition", place: "defect density" }],
  compute(input: DefectDensityInput, note) {
    const defects = demandCount(input.defects, "defects");
    const size = demandAbove(input.size, 0, "size");
    const density = (1000 * defects) / size;
    if (!Number.isFinite(density)) throw broken("out-of-range", "size", "large enough for a density", size);
    return note("density", "1000 × defects ÷ size", density);
  },
});

/**
 * Reads the input of {@link defectDensity} from outside data.
 *
 * @param data - `{ defects, size }`
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { defectDensity, parseDefectDensityInput } from "golive-kit/kpi";
 *
 * defectDensity(parseDefectDensityInput({ defects: 1, size: 500 })); // => 2
 * ```
 */
export function parseDefectDensityInput(data: unknown): DefectDensityInput {
  return contained("defect density", () => parse(DefectDensityInput, data, "defect density"));
}
