import type * as z from "zod";

import {
  broken,
  civilDateOf,
  contained,
  demandDay,
  demandFinite,
  type CivilDate as CivilDateText,
} from "../guard/index.js";
import { CivilDate as CivilDateSchema, parse } from "../schema/index.js";

/** A civil date as text: `2026-03-31`. The compiler checks the form of literals; parsing checks the day. */
export type CivilDate = CivilDateText;

/** Reads a civil date: exactly `YYYY-MM-DD`, a day that exists. */
export const CivilDate: z.ZodType<CivilDate> = CivilDateSchema;

/** Days of the week, Monday first, as the keys of a working week. */
export const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;

/** A day of the week by its name. */
export type Weekday = (typeof WEEKDAYS)[number];

/** A day of the week by its ISO 8601 number: 1 is Monday, 7 is Sunday. */
export type WeekdayNumber = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/**
 * Reads a civil date from outside data.
 *
 * @param data - text, exactly `YYYY-MM-DD`, years 0000 to 9999
 * @returns the date
 * @throws DomainError `invalid-input` when it is no day that exists
 *
 * @example
 * ```ts
 * import { parseCivilDate } from "golive-kit/time";
 *
 * parseCivilDate("2028-02-29"); // => "2028-02-29"
 * ```
 */
export function parseCivilDate(data: unknown): CivilDate {
  return contained("date", () => parse(CivilDate, data, "date"));
}

/**
 * The date some calendar days later.
 *
 * @param date - where to count from
 * @param days - a whole number; negative for earlier
 * @returns the date
 * @throws DomainError `not-finite` or `out-of-range` when `days` is no whole number
 * @throws DomainError `invalid-date` when `date` is no day; `out-of-range` when the result leaves the years 0000 to 9999
 *
 * @example
 * ```ts
 * import { addDays } from "golive-kit/time";
 *
 * addDays("2026-02-27", 3); // => "2026-03-02"
 * ```
 */
export function addDays(date: CivilDate, days: number): CivilDate {
  return contained("addDays", () => civilDateOf(demandDay(date, "date") + demandWhole(days, "days"), "date"));
}

/**
 * Calendar days from one date to another, the last one not counted.
 *
 * @param from - first day
 * @param to - day after the last
 * @returns a whole number of days; negative when `to` is earlier
 * @throws DomainError `invalid-date` when one is no day
 *
 * @example
 * ```ts
 * import { daysBetween } from "golive-kit/time";
 *
 * daysBetween("2026-03-28", "2026-03-30"); // => 2
 * daysBetween("2026-03-30", "2026-03-28"); // => -2
 * ```
 */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return contained("daysBetween", () => demandDay(to, "to") - demandDay(from, "from"));
}

/**
 * The day of the week of a date.
 *
 * @param date - a day
 * @returns its ISO 8601 number: 1 is Monday, 7 is Sunday
 * @throws DomainError `invalid-date` when it is no day
 *
 * @example
 * ```ts
 * import { weekdayOf } from "golive-kit/time";
 *
 * weekdayOf("2026-03-31"); // => 2
 * ```
 */
export function weekdayOf(date: CivilDate): WeekdayNumber {
  return contained("weekdayOf", () => ((mondaysOffset(demandDay(date, "date")) % 7) + 1) as WeekdayNumber);
}

/**
 * Days since a Monday that lies before every day the library knows.
 *
 * @param day - a day number
 * @returns a whole number of zero or above; modulo 7 it is 0 on Mondays
 */
export function mondaysOffset(day: number): number {
  // Day 0 is a Thursday, and 719 530 is the first multiple of 7 beyond the days before it.
  return day + 719_533;
}

/**
 * Asks for a whole number of either sign.
 *
 * @param value - what came
 * @param subject - its name
 * @returns the number
 * @throws DomainError `wrong-type`, `not-finite` or `out-of-range`
 */
export function demandWhole(value: unknown, subject: string): number {
  const number = demandFinite(value, subject);
  if (!Number.isSafeInteger(number)) throw broken("out-of-range", subject, "a whole number", value);
  return number;
}
