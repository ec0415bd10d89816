import { addMonths as addMonthsTo } from "date-fns/addMonths";

import { civilDateOf, civilParts, contained, demandCount, demandDay, demandOneOf } from "../guard/index.js";
import { type CivilDate, demandWhole } from "./civil-date.js";

const MS_A_DAY = 86_400_000;

/** Two dates apart, in calendar terms. */
export interface MonthSpan {
  /** Full months; negative when the second date is earlier. */
  readonly months: number;
  /** Days left after the full months, 0 to 30; zero or negative when the second date is earlier. */
  readonly days: number;
}

/** How often something comes round; see {@link repeatDates}. */
export interface Repetition {
  /** How many units lie between one date and the next; a whole number of at least 1. */
  readonly every: number;
  /** What is counted. */
  readonly unit: "days" | "months";
}

/**
 * The date some months later: the same day of the month, or the last day of a
 * month that is too short.
 *
 * Count from one anchor: 31 January and two months is 31 March, whereas one
 * month and then another is 28 March.
 *
 * @param date - where to count from
 * @param months - a whole number; negative for earlier
 * @returns the date
 * @throws DomainError `not-finite` or `out-of-range` when `months` is no whole number
 * @throws DomainError `invalid-date` when `date` is no day; `out-of-range` when the result leaves the years 0000 to 9999
 *
 * @example
 * ```ts
 * import { addMonths } from "golive-kit/time";
 *
 * addMonths("2026-01-31", 1); // => "2026-02-28"
 * addMonths("2026-03-31", -1); // => "2026-02-28"
 * ```
 */
export function addMonths(date: CivilDate, months: number): CivilDate {
  return contained("addMonths", () =>
    civilDateOf(monthsLater(demandDay(date, "date"), demandWhole(months, "months")), "date"),
  );
}

/**
 * Full months between two dates, and the days left over, so that
 * `addDays(addMonths(from, months), days)` is `to`.
 *
 * @param from - first day
 * @param to - day after the last
 * @returns `months` and `days`, both whole; both zero or negative when `to` is earlier
 * @throws DomainError `invalid-date` when one is no day
 *
 * @example
 * ```ts
 * import { monthsBetween } from "golive-kit/time";
 *
 * monthsBetween("2026-01-31", "2026-03-30"); // => { months: 1, days: 30 }
 * monthsBetween("2026-03-15", "2026-01-10"); // => { months: -2, days: -5 }
 * ```
 */
export function monthsBetween(from: CivilDate, to: CivilDate): MonthSpan {
  return contained("monthsBetween", () => {
    const first = demandDay(from, "from");
    const last = demandDay(to, "to");
    const [a, b] = [civilParts(first), civilParts(last)];
    let months = (b.year - a.year) * 12 + b.month - a.month;
    if (last > first && monthsLater(first, months) > last) months -= 1;
    if (last < first && monthsLater(first, months) < last) months += 1;
    return { months, days: last - monthsLater(first, months) };
  });
}

/**
 * The dates on which something comes round, such as the reviews of a risk. Each
 * is counted from the anchor, so the 31st comes back after a short month.
 *
 * @param anchor - the date to count from, itself not in the list
 * @param repetition - `every` so many `unit`s
 * @param occurrences - how many dates
 * @returns the dates in rising order
 * @throws DomainError `invalid-date` when `anchor` is no day
 * @throws DomainError `out-of-range` when `every` is no whole number of at least 1, `occurrences` is none of at least
 *   0, `unit` is another word, or a date leaves the years 0000 to 9999
 *
 * @example
 * ```ts
 * import { repeatDates } from "golive-kit/time";
 *
 * repeatDates("2026-01-31", { every: 1, unit: "months" }, 3); // => ["2026-02-28", "2026-03-31", "2026-04-30"]
 * ```
 */
export function repeatDates(anchor: CivilDate, repetition: Repetition, occurrences: number): readonly CivilDate[] {
  return contained("repeatDates", () => {
    const day = demandDay(anchor, "anchor");
    const every = demandCount(repetition.every, "every", ["every"], 1);
    const unit = demandOneOf(repetition.unit, ["days", "months"], "unit");
    const count = demandCount(occurrences, "occurrences");
    const dateAt = (i: number): CivilDate => {
      return civilDateOf(unit === "days" ? day + i * every : monthsLater(day, i * every), "date");
    };
    // The last one first: a list that leaves the years is refused before it is made.
    if (count > 0) dateAt(count);
    const dates: CivilDate[] = [];
    for (let i = 1; i <= count; i++) dates.push(dateAt(i));
    return dates;
  });
}

/** The day number `months` later; NaN far outside the years that exist. */
function monthsLater(day: number, months: number): number {
  return (
    addMonthsTo(new UtcDate(day * MS_A_DAY), months, { in: (value) => new UtcDate(Number(value)) }).getTime() / MS_A_DAY
  );
}

/**
 * The built-in date without local time: what date-fns asks of it is answered
 * in UTC. Always made from a number, so it never reads the clock.
 */
class UtcDate extends Date {
  override getDate(): number {
    return this.getUTCDate();
  }

  override getMonth(): number {
    return this.getUTCMonth();
  }

  override getFullYear(): number {
    return this.getUTCFullYear();
  }

  override setMonth(month: number, date: number): number {
    return this.setUTCMonth(month, date);
  }

  override setFullYear(year: number, month: number, date: number): number {
    return this.setUTCFullYear(year, month, date);
  }
}
