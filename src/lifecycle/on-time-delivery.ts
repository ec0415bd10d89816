import * as z from "zod";

import type { NoAnswer } from "../foundation/errors/index.js";
import { formula, type Formula } from "../foundation/explain/index.js";
import { contained, demandCount } from "../foundation/guard/index.js";
import { Count, parse, schema } from "../foundation/schema/index.js";

/** Input of {@link onTimeDelivery}. */
export interface OnTimeDeliveryInput {
  /** Milestones reached by their limit. */
  readonly onTime: number;
  /** Milestones reached after their limit, or not yet although it has passed. */
  readonly late: number;
}

/** Reads an {@link OnTimeDeliveryInput}. */
export const OnTimeDeliveryInput: z.ZodType<OnTimeDeliveryInput> = /* @__PURE__ */ schema(() =>
  z.strictObject({ onTime: Count, late: Count }),
);

/**
 * On-time delivery: the share of the milestones that fell due which were reached in time.
 *
 * Milestones that are not due, are still within their tolerance, or were cancelled count on neither side;
 * `judgeMilestones` sorts them out.
 *
 * @param input - `onTime` and `late`, whole numbers of milestones
 * @returns a ratio from 0 to 1, unrounded; NoAnswer `nothing-due` when no milestone was judged
 * @throws DomainError `wrong-type`, `not-finite` or `out-of-range` when a count is no whole number of at least 0
 * @source Implementation and Upgrade Services: A Deep Dive, "Key Performance Indicators (KPIs)"
 *
 * @example
 * ```ts
 * import { onTimeDelivery } from "golive-kit/lifecycle";
 *
 * onTimeDelivery({ onTime: 3, late: 1 }); // => 0.75
 * onTimeDelivery({ onTime: 0, late: 0 }); // => { kind: "none", reason: "nothing-due" }
 * ```
 *
 * @function
 */
export const onTimeDelivery: Formula<OnTimeDeliveryInput, number | NoAnswer<"nothing-due">> = /* @__PURE__ */ formula({
  id: "lifecycle.on-time-delivery",
  title: "On-time delivery",
  unit: "ratio",
  units: { onTime: "count", late: "count" },
  outcomes: { "nothing-due": "onTime + late = 0" },
  source: [{ work: "Implementation and Upgrade Services: A Deep Dive", place: "Key Performance Indicators (KPIs)" }],
  compute(input: OnTimeDeliveryInput, note): number | NoAnswer<"nothing-due"> {
    const onTime = demandCount(input.onTime, "onTime");
    const late = demandCount(input.late, "late");
    if (onTime + late === 0) return note.none("nothing-due");
    return note("rate", "onTime ÷ (onTime + late)", onTime / (onTime + late));
  },
});

/**
 * Reads the input of {@link onTimeDelivery} from outside data.
 *
 * @param data - `{ onTime, late }`, whole numbers
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { onTimeDelivery, parseOnTimeDeliveryInput } from "golive-kit/lifecycle";
 *
 * onTimeDelivery(parseOnTimeDeliveryInput({ onTime: 1, late: 1 })); // => 0.5
 * ```
 */
export function parseOnTimeDeliveryInput(data: unknown): OnTimeDeliveryInput {
  return contained("on-time delivery", () => parse(OnTimeDeliveryInput, data, "on-time delivery"));
}
