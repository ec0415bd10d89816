import * as z from "zod";

import { broken, contained, demandDay } from "../../foundation/guard/index.js";
import { parse, rule, schema } from "../../foundation/schema/index.js";
import { CivilDate, daysBetween, monthsBetween, type MonthSpan } from "../../foundation/time/index.js";

/** The dates that a payback is counted between; see {@link paybackOrigin}. */
export interface PaybackDates {
  /** The day the first money is spent. */
  readonly firstSpend: CivilDate;
  /** The day the system goes live; `firstSpend` or later. */
  readonly goLive: CivilDate;
  /** The day the money is back; `firstSpend` or later. */
  readonly paybackDate: CivilDate;
}

/** Reads {@link PaybackDates}. */
export const PaybackDates: z.ZodType<PaybackDates> = /* @__PURE__ */ schema(() =>
  z.strictObject({ firstSpend: CivilDate, goLive: CivilDate, paybackDate: CivilDate }).check(
    rule((dates: PaybackDates, report) => {
      for (const name of ["goLive", "paybackDate"] as const) {
        if (dates[name] < dates.firstSpend) report("inconsistent", [name], "expected firstSpend or later");
      }
    }),
  ),
);

/** The time to payback from one origin; see {@link paybackOrigin}. */
export interface PaybackSpan extends MonthSpan {
  /** The same in days alone. */
  readonly totalDays: number;
}

/** The time to payback, by where the clock starts; see {@link paybackOrigin}. */
export interface PaybackFromOrigins {
  /** From the day the first money is spent: what those who pay ask for. */
  readonly fromFirstSpend: PaybackSpan;
  /** From go-live: what those who sell like to quote. Below zero when the money is back before go-live. */
  readonly fromGoLive: PaybackSpan;
}

/**
 * The time to payback from both origins in use, so that no one has to guess which was meant.
 *
 * @param dates - `firstSpend`, `goLive` and `paybackDate`; the last two not before the first
 * @returns for each origin the full calendar `months`, the `days` left after them, and the `totalDays`
 * @throws DomainError `invalid-date` when one is no day, `inconsistent` when go-live or payback comes before the first
 *   spending
 *
 * @example
 * ```ts
 * import { paybackOrigin } from "golive-kit/roi";
 *
 * const { fromFirstSpend, fromGoLive } = paybackOrigin({
 *   firstSpend: "2025-01-15",
 *   goLive: "2025-07-01",
 *   paybackDate: "2026-12-31",
 * });
 *
 * fromFirstSpend; // => { months: 23, days: 16, totalDays: 715 }
 * fromGoLive; // => { months: 17, days: 30, totalDays: 548 }
 * ```
 */
export function paybackOrigin(dates: PaybackDates): PaybackFromOrigins {
  return contained("paybackOrigin", () => {
    const { firstSpend, goLive, paybackDate } = dates;
    const first = demandDay(firstSpend, "firstSpend");
    for (const name of ["goLive", "paybackDate"] as const) {
      if (demandDay(dates[name], name) < first) {
        throw broken("inconsistent", name, `on or after firstSpend, ${firstSpend}`, dates[name]);
      }
    }
    return { fromFirstSpend: spanOf(firstSpend, paybackDate), fromGoLive: spanOf(goLive, paybackDate) };
  });
}

/**
 * Reads the dates of {@link paybackOrigin} from outside data.
 *
 * @param data - `{ firstSpend, goLive, paybackDate }`, each `YYYY-MM-DD`
 * @returns the dates, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { parsePaybackDates, paybackOrigin } from "golive-kit/roi";
 *
 * const dates = parsePaybackDates({ firstSpend: "2026-01-31", goLive: "2026-02-28", paybackDate: "2026-03-30" });
 *
 * paybackOrigin(dates).fromFirstSpend; // => { months: 1, days: 30, totalDays: 58 }
 * ```
 */
export function parsePaybackDates(data: unknown): PaybackDates {
  return contained("payback dates", () => parse(PaybackDates, data, "payback dates"));
}

function spanOf(from: CivilDate, to: CivilDate): PaybackSpan {
  return { ...monthsBetween(from, to), totalDays: daysBetween(from, to) };
}
