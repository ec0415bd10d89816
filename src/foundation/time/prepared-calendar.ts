import { broken, contained, demandFinite } from "../guard/index.js";
import { type CalendarNumbers, dayReaching, type DayTable, dayTable, neverWorks, totalBefore } from "./day-table.js";
import { NO_WORK, readCalendar, type WorkingCalendar } from "./working-calendar.js";
import type { ZoneOffsets } from "./zone-offsets.js";

/**
 * A working calendar laid out for fast answers. Make it once with
 * {@link prepareCalendar} and hand it to any number of calls; what is in it is
 * for the library alone, and it is no data to be stored.
 */
export interface PreparedCalendar {
  readonly kind: "prepared-calendar";
  /** The calendar in numbers. */
  readonly numbers: CalendarNumbers;
  /** Its days with running totals. */
  readonly table: DayTable;
  /** What was worked out once about the clock changes of its zone. */
  readonly memo: { totals?: ClockTotals };
}

/** How working time adds up over the clock changes of a zone. */
export interface ClockTotals {
  /** The zone's offsets. */
  readonly offsets: ZoneOffsets;
  /** By offset: what has to be added to the total by local time, so that moments add up. */
  readonly excess: Float64Array;
}

/** A working calendar, as data or prepared. */
export type AnyCalendar = WorkingCalendar | PreparedCalendar;

/**
 * Lays a calendar out so that counting days costs the same for every number of
 * days. Every function also takes the plain calendar and prepares it for that
 * one call; prepare it yourself when there is more than one.
 *
 * @param calendar - the calendar
 * @returns the calendar, prepared; a later change of `calendar` does not reach it
 * @throws DomainError with the path of the first fault, as {@link parseWorkingCalendar} tells them
 * @throws DomainError `no-working-time` when no day is ever worked
 *
 * @example
 * ```ts
 * import { addWorkingDays, prepareCalendar, STANDARD_WEEK } from "golive-kit/time";
 *
 * const calendar = prepareCalendar(STANDARD_WEEK);
 *
 * addWorkingDays("2026-03-27", 3, calendar); // => "2026-04-01"
 * ```
 */
export function prepareCalendar(calendar: AnyCalendar): PreparedCalendar {
  return contained("prepareCalendar", () => prepared(calendar));
}

/**
 * How many working days lie before a day: the place of a working day in the row
 * of all working days, counted from the year 0000. Meant for engines that
 * reckon in whole numbers.
 *
 * @param day - a day number, days since 1970-01-01; at most one beyond 9999-12-31
 * @param calendar - prepared
 * @returns a whole number of zero or above
 *
 * @example
 * ```ts
 * import { dayOf, ordinalOf, prepareCalendar, STANDARD_WEEK } from "golive-kit/time";
 *
 * const calendar = prepareCalendar(STANDARD_WEEK);
 *
 * ordinalOf(8, calendar) - ordinalOf(0, calendar); // => 6
 * dayOf(ordinalOf(2, calendar), calendar); // => 4
 * ```
 */
export function ordinalOf(day: number, calendar: PreparedCalendar): number {
  return contained("ordinalOf", () => totalBefore(calendar.table, calendar.table.days, demandFinite(day, "day")));
}

/**
 * The working day with so many working days before it; undoes {@link ordinalOf},
 * which gives a day off the ordinal of the next working day.
 *
 * @param ordinal - a whole number of zero or above
 * @param calendar - prepared
 * @returns a day number, days since 1970-01-01
 * @throws DomainError `no-working-time` when the calendar ends before, `out-of-range` when the years do
 *
 * @example
 * ```ts
 * import { dayOf, ordinalOf, prepareCalendar, STANDARD_WEEK } from "golive-kit/time";
 *
 * const calendar = prepareCalendar(STANDARD_WEEK);
 *
 * dayOf(ordinalOf(0, calendar) + 5, calendar); // => 7
 * ```
 */
export function dayOf(ordinal: number, calendar: PreparedCalendar): number {
  return contained("dayOf", () => dayReaching(calendar.table, calendar.table.days, ordinal + 1));
}

/**
 * The prepared form of a calendar.
 *
 * @param calendar - as data or prepared
 * @returns it, prepared
 */
export function prepared(calendar: AnyCalendar): PreparedCalendar {
  if ("kind" in calendar) return calendar;
  const numbers = readCalendar(calendar, ["calendar"]);
  const table = dayTable(numbers);
  if (neverWorks(table))
    throw broken(NO_WORK.code, "calendar", NO_WORK.expected, calendar, ["calendar", ...NO_WORK.path]);
  return { kind: "prepared-calendar", numbers, table, memo: {} };
}
