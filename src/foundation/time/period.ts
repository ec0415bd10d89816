import * as z from "zod";

import { civilDateOf, civilParts, contained, dayNumber, daysInMonth, demandDay } from "../guard/index.js";
import { parse, rule, schema } from "../schema/index.js";
import { CivilDate } from "./civil-date.js";

/** A stretch of civil days, half-open: `from` is its first day, `to` the day after its last. */
export interface Period {
  /** First day. */
  readonly from: CivilDate;
  /** Day after the last; the same as `from` for no day at all. */
  readonly to: CivilDate;
}

/** Reads a {@link Period}. */
export const Period: z.ZodType<Period> = /* @__PURE__ */ schema(() =>
  z.strictObject({ from: CivilDate, to: CivilDate }).check(
    rule(({ from, to }: Period, report) => {
      if (to < from) report("inconsistent", ["to"], `expected ${from} or later, received "${to}"`);
    }),
  ),
);

/**
 * Reads a period from outside data.
 *
 * @param data - `{ from, to }`, dates, `to` being the day after the last
 * @returns the period
 * @throws DomainError `invalid-input` with the path of each fault; `inconsistent` when `to` is before `from`
 *
 * @example
 * ```ts
 * import { daysBetween, parsePeriod } from "golive-kit/time";
 *
 * const { from, to } = parsePeriod({ from: "2026-03-01", to: "2026-04-01" });
 *
 * daysBetween(from, to); // => 31
 * ```
 */
export function parsePeriod(data: unknown): Period {
  return contained("period", () => parse(Period, data, "period"));
}

/**
 * The calendar month that a date lies in.
 *
 * @param date - any day of the month
 * @returns from the first of the month to the first of the next
 * @throws DomainError `invalid-date` when it is no day; `out-of-range` for December 9999, whose end has no date
 *
 * @example
 * ```ts
 * import { monthOf } from "golive-kit/time";
 *
 * monthOf("2028-02-10"); // => { from: "2028-02-01", to: "2028-03-01" }
 * ```
 */
export function monthOf(date: CivilDate): Period {
  return contained("monthOf", () => {
    const { year, month } = civilParts(demandDay(date, "date"));
    const first = dayNumber(year, month, 1);
    return { from: civilDateOf(first), to: civilDateOf(first + daysInMonth(year, month)) };
  });
}
