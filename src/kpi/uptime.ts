import * as z from "zod";

import type { NoAnswer } from "../foundation/errors/index.js";
import { formula, type Formula } from "../foundation/explain/index.js";
import { broken, contained, demandAtLeast } from "../foundation/guard/index.js";
import { NonNegative, parse, rule, schema } from "../foundation/schema/index.js";

/** Input of {@link uptime}. */
export interface UptimeInput {
  /** Time that is judged, in seconds. */
  readonly measuredSeconds: number;
  /** Time of it in which the system was down, in seconds; at most `measuredSeconds`. */
  readonly downtimeSeconds: number;
}

/** Reads an {@link UptimeInput}. */
export const UptimeInput: z.ZodType<UptimeInput> = /* @__PURE__ */ schema(() =>
  z.strictObject({ measuredSeconds: NonNegative, downtimeSeconds: NonNegative }).check(
    rule(({ measuredSeconds, downtimeSeconds }: UptimeInput, report) => {
      if (downtimeSeconds > measuredSeconds) {
        report("inconsistent", ["downtimeSeconds"], "expected at most measuredSeconds");
      }
    }),
  ),
);

/**
 * System uptime: the share of the measured time in which the system was up.
 *
 * Outages that overlap count once, and only inside the period: `measureUptime`
 * works both times out from records. A downtime longer than the measured time
 * is refused, as it comes from outages that were added up.
 *
 * @param input - `measuredSeconds` and `downtimeSeconds`, both of zero or above
 * @returns a ratio from 0 to 1, unrounded; NoAnswer `nothing-measured` when no time was measured
 * @throws DomainError `out-of-range` when a time is below zero, `not-finite` or `wrong-type` when it is no number
 * @throws DomainError `inconsistent` when the downtime is longer than the measured time
 * @source Implementation and Upgrade Services: A Deep Dive, "Key Performance Indicators (KPIs)"
 *
 * @example
 * ```ts
 * import { uptime } from "golive-kit/kpi";
 *
 * uptime({ measuredSeconds: 86_400, downtimeSeconds: 5_616 }); // => 0.935
 * ```
 *
 * @function
 */
export const uptime: Formula<UptimeInput, number | NoAnswer<"nothing-measured">> = /* @__PURE__ */ formula({
  id: "kpi.uptime",
  title: "System uptime",
  unit: "ratio",
  units: { measuredSeconds: "seconds", downtimeSeconds: "seconds" },
  outcomes: { "nothing-measured": "measuredSeconds = 0" },
  source: [{ work: "Implementation and Upgrade Services: A Deep Dive", place: "Key Performance Indicators (KPIs)" }],
  compute(input: UptimeInput, note): number | NoAnswer<"nothing-measured"> {
    const measured = demandAtLeast(input.measuredSeconds, 0, "measuredSeconds");
    const down = demandAtLeast(input.downtimeSeconds, 0, "downtimeSeconds");
    if (down > measured) throw broken("inconsistent", "downtimeSeconds", "at most measuredSeconds", down);
    if (measured === 0) return note.none("nothing-measured");
    return note("uptime", "(measuredSeconds − downtimeSeconds) ÷ measuredSeconds", (measured - down) / measured);
  },
});

/**
 * Reads the input of {@link uptime} from outside data.
 *
 * @param data - `{ measuredSeconds, downtimeSeconds }`
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { parseUptimeInput, uptime } from "golive-kit/kpi";
 *
 * uptime(parseUptimeInput({ measuredSeconds: 3600, downtimeSeconds: 900 })); // => 0.75
 * ```
 */
export function parseUptimeInput(data: unknown): UptimeInput {
  return contained("uptime", () => parse(UptimeInput, data, "uptime"));
}
