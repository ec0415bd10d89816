import * as z from "zod";

import type { Path } from "../errors/index.js";
import { broken, contained, demandDay, demandList } from "../guard/index.js";
import { list, optional, parse, rule, schema, Text } from "../schema/index.js";
import { CivilDate, type Weekday, WEEKDAYS } from "./civil-date.js";
import { type CalendarNumbers, dayTable, neverWorks } from "./day-table.js";
import type { Stretch } from "./stretches.js";
import { demandZone, TimeZone } from "./time-zone.js";
import { readWorkingDay, type RuleFault, WorkingDay, workingDayKeys } from "./working-day.js";

/** The fault of a calendar without working time. */
export const NO_WORK: RuleFault = {
  code: "no-working-time",
  path: ["week"],
  expected: "a calendar with a day that is worked",
};

/** A day off. */
export interface Holiday {
  /** The day. */
  readonly date: CivilDate;
  /** What it is called. */
  readonly name?: string;
}

/** Days off in a row. */
export interface Closure {
  /** First day off. */
  readonly from: CivilDate;
  /** Last day off, included. */
  readonly to: CivilDate;
  /** What it is called. */
  readonly name?: string;
}

/** A date that is worked whatever week, holidays and closures say. */
export interface WorkingException extends WorkingDay {
  /** The day, once in the list. */
  readonly date: CivilDate;
  /** What it is called. */
  readonly name?: string;
}

/**
 * When work is done: a week, what is off, what is worked all the same. An
 * exception beats a closure, a holiday and the week.
 */
export interface WorkingCalendar {
  /** The days of an ordinary week that are worked; a day left out is off. */
  readonly week: Readonly<Partial<Record<Weekday, WorkingDay>>>;
  /** Days off. One that falls on a day off moves nothing. */
  readonly holidays?: readonly Holiday[];
  /** Ranges off. */
  readonly closures?: readonly Closure[];
  /** Dates that are worked all the same, and dates with hours or a share of their own. */
  readonly exceptions?: readonly WorkingException[];
  /** Zone of the shifts; UTC when left out. */
  readonly timeZone?: TimeZone;
}

/** Reads a {@link WorkingCalendar}. */
export const WorkingCalendar: z.ZodType<WorkingCalendar> = /* @__PURE__ */ schema(() => {
  const day = optional(WorkingDay);
  const name = optional(Text);
  const closure = z.strictObject({ from: CivilDate, to: CivilDate, name }).check(
    rule(({ from, to }: Closure, report) => {
      if (to < from) report("inconsistent", ["to"], `expected ${from} or later, received "${to}"`);
    }),
  );
  return z
    .strictObject({
      week: z.strictObject({
        monday: day,
        tuesday: day,
        wednesday: day,
        thursday: day,
        friday: day,
        saturday: day,
        sunday: day,
      }),
      holidays: optional(list(z.strictObject({ date: CivilDate, name }))),
      closures: optional(list(closure)),
      exceptions: optional(list(z.strictObject({ date: CivilDate, ...workingDayKeys(), name }))),
      timeZone: optional(TimeZone),
    })
    .check(
      rule((calendar: WorkingCalendar, report) => {
        const found: RuleFault[] = [];
        findCalendarFaults(calendar, (fault) => found.push(fault));
        // Closures can cover all that the week has; only the table of days tells.
        if (found.length === 0 && neverWorks(dayTable(readCalendar(calendar, [])))) found.push(NO_WORK);
        for (const { code, path, expected } of found) report(code, path, `expected ${expected}`);
      }),
    );
});

/** Monday to Friday, 09:00 to 17:00, no holidays, in UTC. */
export const STANDARD_WEEK: WorkingCalendar = {
  week: {
    monday: { shifts: [{ from: "09:00", to: "17:00" }] },
    tuesday: { shifts: [{ from: "09:00", to: "17:00" }] },
    wednesday: { shifts: [{ from: "09:00", to: "17:00" }] },
    thursday: { shifts: [{ from: "09:00", to: "17:00" }] },
    friday: { shifts: [{ from: "09:00", to: "17:00" }] },
  },
};

/**
 * Reads a working calendar from outside data.
 *
 * @param data - `{ week, holidays, closures, exceptions, timeZone }`; all but `week` may be left out
 * @returns the calendar
 * @throws DomainError `invalid-input` with the path of each fault: `inconsistent` for a shift that ends before it
 *   begins or overlaps another, for a closure that ends before it begins, for a date with two exceptions, and where
 *   some working days have shifts and others have none; `no-working-time` when nothing is ever worked
 *
 * @example
 * ```ts
 * import { addWorkingDays, parseWorkingCalendar } from "golive-kit/time";
 *
 * const calendar = parseWorkingCalendar({
 *   week: { monday: {}, tuesday: {}, wednesday: {}, thursday: {}, friday: { share: 0.5 } },
 *   holidays: [{ date: "2026-04-03", name: "Good Friday" }, { date: "2026-04-06", name: "Easter Monday" }],
 *   exceptions: [{ date: "2026-04-11", name: "Cut-over Saturday" }],
 * });
 *
 * addWorkingDays("2026-04-02", 5, calendar); // => "2026-04-11"
 * ```
 */
export function parseWorkingCalendar(data: unknown): WorkingCalendar {
  return contained("working calendar", () => parse(WorkingCalendar, data, "working calendar"));
}

/**
 * Reads a calendar into numbers.
 *
 * @param calendar - as typed; what is not is refused
 * @param path - where it stands
 * @returns the numbers
 * @throws DomainError with the path of the first fault
 */
export function readCalendar(calendar: WorkingCalendar, path: Path): CalendarNumbers {
  const { week: days, holidays = [], closures = [], exceptions: dated = [], timeZone = "UTC" } = calendar;
  const week = WEEKDAYS.map((weekday) => {
    const day = days[weekday];
    return day === undefined ? undefined : readWorkingDay(day, [...path, "week", weekday]);
  });
  const off = demandList(holidays, "holidays", [...path, "holidays"]).map(({ date }, i): Stretch => {
    const day = demandDay(date, "date", [...path, "holidays", i, "date"]);
    return [day, day + 1];
  });
  demandList(closures, "closures", [...path, "closures"]).forEach(({ from, to }, i) => {
    const at = [...path, "closures", i];
    const [first, last] = [demandDay(from, "from", [...at, "from"]), demandDay(to, "to", [...at, "to"])];
    if (last < first) throw broken("inconsistent", "to", `${from} or later`, to, [...at, "to"]);
    off.push([first, last + 1]);
  });
  const exceptions = demandList(dated, "exceptions", [...path, "exceptions"]).map((exception, i) => {
    const at = [...path, "exceptions", i];
    return [demandDay(exception.date, "date", [...at, "date"]), readWorkingDay(exception, at)] as const;
  });
  findCalendarFaults(calendar, (fault) => {
    throw broken(fault.code, "calendar", fault.expected, calendar, [...path, ...fault.path]);
  });
  exceptions.sort((a, b) => a[0] - b[0]);
  const hasHours = (week.find((day) => day !== undefined) ?? exceptions[0]?.[1])?.shifts !== undefined;
  return { week, off, exceptions, hasHours, timeZone: demandZone(timeZone, "timeZone", [...path, "timeZone"]) };
}

/** Reports what is wrong between the parts of a calendar. */
function findCalendarFaults({ week, exceptions = [] }: WorkingCalendar, report: (fault: RuleFault) => void): void {
  const days: (readonly [path: Path, day: WorkingDay])[] = [];
  for (const weekday of WEEKDAYS) {
    const day = week[weekday];
    if (day !== undefined) days.push([["week", weekday], day]);
  }
  const dates = new Set<string>();
  exceptions.forEach((exception, i) => {
    if (dates.has(exception.date)) {
      report({ code: "inconsistent", path: ["exceptions", i, "date"], expected: "one exception a date" });
    }
    dates.add(exception.date);
    days.push([["exceptions", i], exception]);
  });
  const hasHours = days[0]?.[1].shifts !== undefined;
  for (const [path, { shifts }] of days) {
    if ((shifts !== undefined) !== hasHours) {
      const expected = hasHours ? "shifts, as the other working days have" : "no shifts, as on the other working days";
      report({ code: "inconsistent", path: [...path, "shifts"], expected });
    }
  }
}
