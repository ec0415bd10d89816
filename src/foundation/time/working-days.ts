import { broken, civilDateOf, contained, demandDay, demandFinite } from "../guard/index.js";
import { type CivilDate, demandWhole } from "./civil-date.js";
import { dayReaching, totalBefore } from "./day-table.js";
import { type AnyCalendar, prepared, type PreparedCalendar } from "./prepared-calendar.js";
import { UNITS_A_DAY } from "./working-day.js";

/** When a piece of work is done; see {@link finishDate}. */
export interface WorkSpan {
  /** First working day. */
  readonly start: CivilDate;
  /** Last working day, included. */
  readonly finish: CivilDate;
  /** Work done on the last day, as a share of a full day's work: above 0 to 1. */
  readonly finishShare: number;
}

/**
 * Whether a day is worked.
 *
 * @param date - a day
 * @param calendar - as data or prepared
 * @returns `true` when it is, be it for a part of the day
 * @throws DomainError `invalid-date` when it is no day
 *
 * @example
 * ```ts
 * import { isWorkingDay, STANDARD_WEEK } from "golive-kit/time";
 *
 * isWorkingDay("2026-03-28", STANDARD_WEEK); // => false
 * ```
 */
export function isWorkingDay(date: CivilDate, calendar: AnyCalendar): boolean {
  return contained("isWorkingDay", () => {
    const day = demandDay(date, "date");
    const ready = prepared(calendar);
    return before(ready, day + 1) > before(ready, day);
  });
}

/**
 * The n-th working day after a date, or before it; the date itself never counts.
 * It costs the same for every number of days.
 *
 * @param date - where to count from, a working day or not
 * @param days - a whole number; negative for earlier, 0 gives `date` back
 * @param calendar - as data or prepared
 * @returns a working day, or `date` itself for 0
 * @throws DomainError `not-finite` or `out-of-range` when `days` is no whole number
 * @throws DomainError `no-working-time` when the calendar has too few working days on that side of the date
 * @throws DomainError `invalid-date` when `date` is no day; `out-of-range` when the result leaves the years 0000 to 9999
 *
 * @example
 * ```ts
 * import { addWorkingDays, STANDARD_WEEK } from "golive-kit/time";
 *
 * addWorkingDays("2026-03-27", 3, STANDARD_WEEK); // => "2026-04-01"
 * addWorkingDays("2026-03-28", -1, STANDARD_WEEK); // => "2026-03-27"
 * addWorkingDays("2026-03-28", 0, STANDARD_WEEK); // => "2026-03-28"
 * ```
 */
export function addWorkingDays(date: CivilDate, days: number, calendar: AnyCalendar): CivilDate {
  return contained("addWorkingDays", () => {
    const day = demandDay(date, "date");
    const count = demandWhole(days, "days");
    const ready = prepared(calendar);
    if (count === 0) return civilDateOf(day);
    const counted = count > 0 ? before(ready, day + 1) + count : before(ready, day) + count + 1;
    return civilDateOf(workingDayAt(ready, counted));
  });
}

/**
 * Working days from one date to another, the last one not counted.
 *
 * @param from - first day
 * @param to - day after the last
 * @param calendar - as data or prepared
 * @returns a whole number of days; negative when `to` is earlier
 * @throws DomainError `invalid-date` when one is no day
 *
 * @example
 * ```ts
 * import { STANDARD_WEEK, workingDaysBetween } from "golive-kit/time";
 *
 * workingDaysBetween("2026-03-27", "2026-03-30", STANDARD_WEEK); // => 1
 * ```
 */
export function workingDaysBetween(from: CivilDate, to: CivilDate, calendar: AnyCalendar): number {
  return contained("workingDaysBetween", () => {
    const [first, last] = [demandDay(from, "from"), demandDay(to, "to")];
    const ready = prepared(calendar);
    return before(ready, last) - before(ready, first);
  });
}

/**
 * Working days from one date to another, both counted, as spreadsheets do.
 *
 * @param from - first day
 * @param to - last day
 * @param calendar - as data or prepared
 * @returns a whole number of days; negative when `to` is before `from`
 * @throws DomainError `invalid-date` when one is no day
 *
 * @example
 * ```ts
 * import { countWorkingDays, STANDARD_WEEK } from "golive-kit/time";
 *
 * countWorkingDays("2026-03-27", "2026-03-30", STANDARD_WEEK); // => 2
 * countWorkingDays("2026-03-30", "2026-03-27", STANDARD_WEEK); // => -2
 * ```
 */
export function countWorkingDays(from: CivilDate, to: CivilDate, calendar: AnyCalendar): number {
  return contained("countWorkingDays", () => {
    const [first, last] = [demandDay(from, "from"), demandDay(to, "to")];
    const ready = prepared(calendar);
    if (first <= last) return before(ready, last + 1) - before(ready, first);
    return before(ready, last) - before(ready, first + 1);
  });
}

/**
 * The first working day on or after a date.
 *
 * @param date - a day; it is the answer itself when it is worked
 * @param calendar - as data or prepared
 * @returns a working day
 * @throws DomainError `no-working-time` when the calendar has none from that date on
 * @throws DomainError `invalid-date` when `date` is no day
 *
 * @example
 * ```ts
 * import { nextWorkingDay, STANDARD_WEEK } from "golive-kit/time";
 *
 * nextWorkingDay("2026-03-28", STANDARD_WEEK); // => "2026-03-30"
 * nextWorkingDay("2026-03-30", STANDARD_WEEK); // => "2026-03-30"
 * ```
 */
export function nextWorkingDay(date: CivilDate, calendar: AnyCalendar): CivilDate {
  return contained("nextWorkingDay", () => {
    const day = demandDay(date, "date");
    const ready = prepared(calendar);
    return civilDateOf(workingDayAt(ready, before(ready, day) + 1));
  });
}

/**
 * The last working day on or before a date.
 *
 * @param date - a day; it is the answer itself when it is worked
 * @param calendar - as data or prepared
 * @returns a working day
 * @throws DomainError `no-working-time` when the calendar has none up to that date
 * @throws DomainError `invalid-date` when `date` is no day
 *
 * @example
 * ```ts
 * import { previousWorkingDay, STANDARD_WEEK } from "golive-kit/time";
 *
 * previousWorkingDay("2026-03-29", STANDARD_WEEK); // => "2026-03-27"
 * ```
 */
export function previousWorkingDay(date: CivilDate, calendar: AnyCalendar): CivilDate {
  return contained("previousWorkingDay", () => {
    const day = demandDay(date, "date");
    const ready = prepared(calendar);
    return civilDateOf(workingDayAt(ready, before(ready, day + 1)));
  });
}

/**
 * When work that takes so many working days is finished: it begins on the first
 * working day, and each day takes off its share of a full day.
 *
 * @param notBefore - the day from which the work may begin
 * @param durationDays - full days of work, above zero; fractions count, read as decimals of at most 9 places
 * @param calendar - as data or prepared
 * @returns first day, last day and the work done on the last day
 * @throws DomainError `not-finite` or `out-of-range` when the duration is not above zero
 * @throws DomainError `no-working-time` when the calendar has too few working days from that date on
 * @throws DomainError `invalid-date` when `notBefore` is no day; `out-of-range` when the finish leaves the years that
 *   exist
 *
 * @example
 * ```ts
 * import { finishDate, STANDARD_WEEK } from "golive-kit/time";
 *
 * finishDate("2026-03-28", 1.5, STANDARD_WEEK);
 * // => { start: "2026-03-30", finish: "2026-03-31", finishShare: 0.5 }
 * ```
 */
export function finishDate(notBefore: CivilDate, durationDays: number, calendar: AnyCalendar): WorkSpan {
  return contained("finishDate", () => {
    const day = demandDay(notBefore, "notBefore");
    const work = demandWork(durationDays);
    const ready = prepared(calendar);
    const { table } = ready;
    const start = workingDayAt(ready, before(ready, day) + 1);
    const done = totalBefore(table, table.units, start);
    const finish = dayReaching(table, table.units, done + work);
    return {
      start: civilDateOf(start),
      finish: civilDateOf(finish),
      finishShare: (work - (totalBefore(table, table.units, finish) - done)) / UNITS_A_DAY,
    };
  });
}

/** A duration in the units of shares: exact where it is a decimal of at most 9 places. */
function demandWork(durationDays: number): number {
  const days = demandFinite(durationDays, "durationDays");
  if (days <= 0) throw broken("out-of-range", "durationDays", "above zero", durationDays);
  const units = Math.round(days * UNITS_A_DAY);
  return units > 0 && units / UNITS_A_DAY === days ? units : days * UNITS_A_DAY;
}

/** The n-th working day of all, as a day number. */
function workingDayAt({ table }: PreparedCalendar, count: number): number {
  return dayReaching(table, table.days, count);
}

/** Working days before a day. */
function before({ table }: PreparedCalendar, day: number): number {
  return totalBefore(table, table.days, day);
}
