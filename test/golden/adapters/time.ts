import {
  addWorkingDays,
  addWorkingMinutes,
  type CivilDate,
  countWorkingDays,
  finishDate,
  type Instant,
  localDateOf,
  localTimeOf,
  parseCivilDate,
  parseWorkingCalendar,
  type Pause,
  prepareCalendar,
  repeatDates,
  type Repetition,
  type Shift,
  type ShiftTime,
  type Weekday,
  WEEKDAYS,
  type WorkingCalendar,
  workingMinutesBetween,
} from "../../../src/foundation/time/index.js";
import { type Adapters, attempt } from "../harness.js";

/** A calendar of days, as the schedule cases have it; ISO weekdays count from 1. */
export interface CalendarCase {
  readonly weekend: readonly number[];
  readonly holidays?: readonly CivilDate[];
  readonly workingExceptions?: readonly CivilDate[];
  readonly nonWorkingRanges?: readonly { readonly from: CivilDate; readonly to: CivilDate }[];
  readonly dayFractions?: Readonly<Record<string, number>>;
  readonly dateFractions?: Readonly<Record<CivilDate, number>>;
}

/** The library's calendar for a calendar of days. */
export function calendarOfCase(calendar: CalendarCase): WorkingCalendar {
  const { weekend, holidays = [], workingExceptions = [], nonWorkingRanges = [] } = calendar;
  const { dayFractions = {}, dateFractions = {} } = calendar;
  const days = WEEKDAYS.map((weekday, i) => [weekday, { share: dayFractions[i + 1] ?? 1 }, i + 1] as const);
  return {
    week: Object.fromEntries(days.filter(([, , number]) => !weekend.includes(number))),
    holidays: holidays.map((date) => ({ date })),
    closures: nonWorkingRanges,
    exceptions: [...new Set([...workingExceptions, ...(Object.keys(dateFractions) as CivilDate[])])].map((date) => ({
      date,
      share: dateFractions[date] ?? 1,
    })),
  };
}

interface AddCase {
  readonly calendar: CalendarCase;
  readonly date: CivilDate;
  readonly days: number;
}

interface CountCase {
  readonly calendar: CalendarCase;
  readonly from: CivilDate;
  readonly to: CivilDate;
}

interface FinishCase {
  readonly calendar: CalendarCase;
  readonly notBefore: CivilDate;
  readonly durationWorkingDays: number;
}

/** A calendar of hours, as the risk cases have it. */
export interface HoursCase {
  readonly timeZone: string;
  readonly workingHours: Readonly<Record<string, readonly (readonly [from: ShiftTime, to: ShiftTime])[]>>;
  readonly holidays: readonly CivilDate[];
}

const SHORT: Readonly<Record<string, Weekday>> = {
  Mon: "monday",
  Tue: "tuesday",
  Wed: "wednesday",
  Thu: "thursday",
  Fri: "friday",
  Sat: "saturday",
  Sun: "sunday",
};

/** The library's calendar for a calendar of hours. */
export function hoursOfCase({ timeZone, workingHours, holidays }: HoursCase): WorkingCalendar {
  const shifts = (hours: HoursCase["workingHours"][string]): Shift[] => hours.map(([from, to]) => ({ from, to }));
  return {
    week: Object.fromEntries(
      Object.entries(workingHours).map(([day, hours]) => [SHORT[day], { shifts: shifts(hours) }]),
    ),
    holidays: holidays.map((date) => ({ date })),
    timeZone,
  };
}

interface ClockCase {
  readonly calendar: HoursCase | null;
  readonly startedAt: Instant;
  readonly targetMinutes: readonly number[];
  readonly endedAt: Instant | null;
  readonly pauses: readonly Pause[];
}

/** The cases write instants without milliseconds. */
const toSecond = (instant: Instant): string => instant.replace(/\.000Z$/, "Z");

interface ReviewCase extends Repetition {
  readonly anchor: CivilDate;
  readonly occurrences: number;
}

export const timeGolden: { readonly schedule: Adapters; readonly risk: Adapters } = {
  schedule: {
    "calendar:addWorkingDays": ({ calendar, date, days }: AddCase) =>
      addWorkingDays(date, days, calendarOfCase(calendar)),
    "calendar:countWorkingDays": ({ calendar, from, to }: CountCase) =>
      countWorkingDays(from, to, calendarOfCase(calendar)),
    "calendar:finishDate": ({ calendar, notBefore, durationWorkingDays }: FinishCase) => {
      const { start, finish, finishShare } = finishDate(notBefore, durationWorkingDays, calendarOfCase(calendar));
      return { start, finish, finishFractionOfDay: finishShare };
    },
    "calendar:validate": ({ dates }: { readonly dates: readonly string[] }) => ({
      valid: dates.map((date) => attempt(() => parseCivilDate(date)) === date),
    }),
  },
  risk: {
    clock: ({ calendar, startedAt, targetMinutes, endedAt, pauses }: ClockCase) => {
      const hours = calendar === null ? null : prepareCalendar(parseWorkingCalendar(hoursOfCase(calendar)));
      const zone = calendar?.timeZone ?? "UTC";
      return {
        due: targetMinutes.map((minutes) => {
          const at = addWorkingMinutes(startedAt, minutes, hours, { pauses });
          return { at: toSecond(at), local: `${localDateOf(at, zone)}T${localTimeOf(at, zone)}` };
        }),
        workingMinutes: endedAt && workingMinutesBetween(startedAt, endedAt, hours, { pauses }),
        wallMinutes: endedAt && workingMinutesBetween(startedAt, endedAt),
      };
    },
    "next-review": ({ cases }: { readonly cases: readonly ReviewCase[] }) => ({
      dates: cases.map(({ anchor, every, unit, occurrences }) => repeatDates(anchor, { every, unit }, occurrences)),
    }),
  },
};
