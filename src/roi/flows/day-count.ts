import * as z from "zod";

import { Decimal, numberOf } from "../../foundation/decimal/index.js";
import { civilParts, contained, dayNumber, demandDay, demandOneOf } from "../../foundation/guard/index.js";
import { schema } from "../../foundation/schema/index.js";
import type { CivilDate } from "../../foundation/time/index.js";

/** How the days between two dates make years. */
export type DayCount = (typeof DAY_COUNTS)[number];

/** The ways to count years: what spreadsheets use first, then those of contracts. */
export const DAY_COUNTS = ["actual-365-fixed", "actual-360", "thirty-360", "actual-actual-isda"] as const;

/** Reads a {@link DayCount}. */
export const DayCount: z.ZodType<DayCount> = /* @__PURE__ */ schema(() => z.enum(DAY_COUNTS));

/** Parts that a year has under each convention, so that every distance is a whole number of them. */
const TICKS_PER_YEAR: Readonly<Record<DayCount, number>> = {
  "actual-365-fixed": 365,
  "actual-360": 360,
  "thirty-360": 360,
  "actual-actual-isda": 365 * 366,
};

/** From when to when, and how it is counted; see {@link yearFraction}. */
export interface YearFractionInput {
  /** The first day. */
  readonly from: CivilDate;
  /** The last day; it may be the earlier one, and the answer is then below zero. */
  readonly to: CivilDate;
  /** How days make years. */
  readonly dayCount: DayCount;
}

/**
 * The time between two dates in years.
 *
 * @param input - `from` and `to`, civil dates; `dayCount`: `"actual-365-fixed"` is days ÷ 365; `"actual-360"` days ÷ 360;
 *   `"thirty-360"` counts months of 30 days, a 31st as the 30th where the first day is one of the two;
 *   `"actual-actual-isda"` days in leap years ÷ 366 and other days ÷ 365
 * @returns years; below zero where `to` is before `from`
 * @throws DomainError `invalid-date` for a day that does not exist, `out-of-range` for another convention
 * @source International Swaps and Derivatives Association, 2006 ISDA Definitions, section 4.16
 *
 * @example
 * ```ts
 * import { yearFraction } from "golive-kit/roi";
 *
 * yearFraction({ from: "2026-01-31", to: "2026-07-31", dayCount: "thirty-360" }); // => 0.5
 * yearFraction({ from: "2028-01-01", to: "2029-01-01", dayCount: "actual-actual-isda" }); // => 1
 * ```
 */
export function yearFraction(input: YearFractionInput): number {
  return contained("yearFraction", () => {
    const { from, to, dayCount } = input;
    const first = demandDay(from, "from");
    const last = demandDay(to, "to");
    const perYear = ticksPerYear(dayCount);
    const ticks = first <= last ? ticksBetween(first, last, dayCount) : -ticksBetween(last, first, dayCount);
    return numberOf(new Decimal(ticks).div(perYear), "years");
  });
}

/** Ticks of a year; asks for a convention that there is. */
export function ticksPerYear(dayCount: DayCount): number {
  return TICKS_PER_YEAR[demandOneOf(dayCount, DAY_COUNTS, "dayCount")];
}

/**
 * The whole ticks from a day to a later one or the same.
 *
 * @param first - day number
 * @param last - day number, not before `first`
 * @param dayCount - the convention
 */
export function ticksBetween(first: number, last: number, dayCount: DayCount): number {
  switch (dayCount) {
    case "actual-365-fixed":
    case "actual-360":
      return last - first;
    case "thirty-360":
      return thirties(first, last);
    case "actual-actual-isda":
      return yearParts(last) - yearParts(first);
  }
}

/** Days between two dates where each month has 30: a first 31st counts as the 30th, and then a second one too. */
function thirties(first: number, last: number): number {
  const from = civilParts(first);
  const to = civilParts(last);
  const startDay = Math.min(from.day, 30);
  const endDay = startDay === 30 ? Math.min(to.day, 30) : to.day;
  return 360 * (to.year - from.year) + 30 * (to.month - from.month) + endDay - startDay;
}

/** Ticks from the start of year 0: a day of a leap year has 365 of them, another 366. */
function yearParts(day: number): number {
  const { year } = civilParts(day);
  const start = dayNumber(year, 1, 1);
  const length = dayNumber(year + 1, 1, 1) - start;
  return year * 365 * 366 + (day - start) * (length === 366 ? 365 : 366);
}
