import { describe, expect, it } from "vitest";

import {
  addDays,
  addMonths,
  addWorkingDays,
  addWorkingMinutes,
  type AnyCalendar,
  type CivilDate,
  countWorkingDays,
  dayOf,
  daysBetween,
  durationMinutes,
  elapsedSeconds,
  endOfDay,
  epochMilliseconds,
  finishDate,
  instantAt,
  instantOf,
  isWorkingDay,
  localDateOf,
  localTimeOf,
  monthOf,
  monthsBetween,
  nextWorkingDay,
  ordinalOf,
  parseCivilDate,
  parseDuration,
  parseInstant,
  parsePeriod,
  parseTimeZone,
  parseWorkingCalendar,
  prepareCalendar,
  previousWorkingDay,
  repeatDates,
  type Shift,
  STANDARD_WEEK,
  startOfDay,
  weekdayOf,
  type WorkingCalendar,
  workingDaysBetween,
  workingMinutesBetween,
} from "../../../src/foundation/time/index.js";
import { caught, faults } from "../../kit/caught.js";
import { TRAP } from "../../kit/trap.js";

const none = 7 as never;
const trap = TRAP as never;
const day: CivilDate = "2026-03-31";
const moment = "2026-03-31T09:00Z";
const A_DAY = "a day that exists, as YYYY-MM-DD";
const AN_INSTANT = "an instant with its offset, such as 2026-03-31T09:00:00+02:00";
const A_TIME = "a time that exists: hours to 23, minutes and seconds to 59, an offset below 24 hours";
const A_DURATION = "an ISO 8601 duration of days, hours and minutes, such as P1DT12H30M";
const A_LOCAL_TIME = "a local time as HH:MM, HH:MM:SS or HH:MM:SS.mmm";
const A_ZONE = "the IANA name of a time zone";

const monday = (shifts: unknown): WorkingCalendar => ({ week: { monday: { shifts: shifts as readonly Shift[] } } });
const prepare = (calendar: unknown) => () => prepareCalendar(calendar as WorkingCalendar);
const pause = (from: string, to: string) => () =>
  workingMinutesBetween(moment, moment, null, {
    pauses: [
      { from: moment, to: moment },
      { from, to },
    ],
  });

describe("refusals, word for word", () => {
  it.each<readonly [string, () => unknown, string]>([
    ["wrong-type date", () => addDays(none, 1), "date must be a date as text, received 7"],
    ["out-of-range days", () => addDays(day, 0.5), "days must be a whole number, received 0.5"],
    ["out-of-range date", () => addDays(day, 1e7), "date must be in the years 0000 to 9999, received 10020543"],
    ["wrong-type to", () => daysBetween(day, none), "to must be a date as text, received 7"],
    ["wrong-type from", () => daysBetween(none, day), "from must be a date as text, received 7"],
    ["wrong-type date", () => weekdayOf(none), "date must be a date as text, received 7"],
    ["wrong-type date", () => monthOf(none), "date must be a date as text, received 7"],

    ["wrong-type date", () => addMonths(none, 1), "date must be a date as text, received 7"],
    ["out-of-range months", () => addMonths(day, 0.5), "months must be a whole number, received 0.5"],
    ["out-of-range date", () => addMonths(day, 1e9), "date must be in the years 0000 to 9999, received NaN"],
    ["wrong-type from", () => monthsBetween(none, day), "from must be a date as text, received 7"],
    ["wrong-type to", () => monthsBetween(day, none), "to must be a date as text, received 7"],
    [
      "wrong-type anchor",
      () => repeatDates(none, { every: 1, unit: "days" }, 1),
      "anchor must be a date as text, received 7",
    ],
    [
      "out-of-range every",
      () => repeatDates(day, { every: 0, unit: "days" }, 1),
      "every must be a whole number of at least 1, received 0",
    ],
    [
      "out-of-range unit",
      () => repeatDates(day, { every: 1, unit: "weeks" as "days" }, 1),
      'unit must be one of days, months, received "weeks"',
    ],
    [
      "out-of-range occurrences",
      () => repeatDates(day, { every: 1, unit: "days" }, -1),
      "occurrences must be a whole number of at least 0, received -1",
    ],
    [
      "out-of-range date",
      () => repeatDates("9999-12-30", { every: 1, unit: "days" }, 3),
      "date must be in the years 0000 to 9999, received 2932898",
    ],

    ["wrong-type duration", () => durationMinutes(none), "duration must be text, received 7"],
    ["invalid-format duration", () => durationMinutes("P1W"), `duration must be ${A_DURATION}, received "P1W"`],

    ["wrong-type instant", () => epochMilliseconds(none), "instant must be text, received 7"],
    ["invalid-format instant", () => epochMilliseconds(day), `instant must be ${AN_INSTANT}, received "2026-03-31"`],
    [
      "invalid-date instant",
      () => epochMilliseconds("2026-02-30T09:00Z"),
      `instant must be ${A_DAY}, received "2026-02-30T09:00Z"`,
    ],
    [
      "invalid-date instant",
      () => epochMilliseconds("2026-02-03T24:00Z"),
      `instant must be ${A_TIME}, received "2026-02-03T24:00Z"`,
    ],
    [
      "invalid-date instant",
      () => epochMilliseconds("0000-01-01T00:00+00:01"),
      'instant must be in the years 0000 to 9999 of UTC, received "0000-01-01T00:00+00:01"',
    ],
    ["out-of-range milliseconds", () => instantOf(0.5), "milliseconds must be a whole number, received 0.5"],
    [
      "out-of-range instant",
      () => instantOf(253_402_300_800_000),
      "instant must be in the years 0000 to 9999, received 2932897",
    ],

    ["wrong-type date", () => instantAt(none, "09:00", "UTC"), "date must be a date as text, received 7"],
    ["wrong-type time", () => instantAt(day, none, "UTC"), "time must be text, received 7"],
    ["invalid-format time", () => instantAt(day, "9:00", "UTC"), `time must be ${A_LOCAL_TIME}, received "9:00"`],
    [
      "invalid-format time",
      () => instantAt(day, "09:00:00.0000", "UTC"),
      `time must be ${A_LOCAL_TIME}, received "09:00:00.0000"`,
    ],
    ["out-of-range zone", () => instantAt(day, "09:00", "Mars/Base"), `zone must be ${A_ZONE}, received "Mars/Base"`],
    [
      "out-of-range skipped",
      () => instantAt(day, "09:00", "UTC", { skipped: "never" as "later" }),
      'skipped must be one of later, earlier, refuse, received "never"',
    ],
    [
      "out-of-range repeated",
      () => instantAt(day, "09:00", "UTC", { repeated: "never" as "later" }),
      'repeated must be one of earlier, later, refuse, received "never"',
    ],
    [
      "skipped-time time",
      () => instantAt("2026-03-29", "02:30", "Europe/Berlin", { skipped: "refuse" }),
      'time must be a time that exists on 2026-03-29 in Europe/Berlin, received "02:30"',
    ],
    [
      "repeated-time time",
      () => instantAt("2026-10-25", "02:30", "Europe/Berlin", { repeated: "refuse" }),
      'time must be a time that comes once on 2026-10-25 in Europe/Berlin, received "02:30"',
    ],
    ["wrong-type instant", () => localDateOf(none, "UTC"), "instant must be text, received 7"],
    ["wrong-type zone", () => localTimeOf(moment, none), "zone must be text, received 7"],
    [
      "out-of-range date",
      () => localDateOf("9999-12-31T23:00Z", "Asia/Tokyo"),
      "date must be in the years 0000 to 9999, received 2932897",
    ],
    ["wrong-type date", () => startOfDay(none, "UTC"), "date must be a date as text, received 7"],
    ["wrong-type zone", () => startOfDay(day, none), "zone must be text, received 7"],
    ["wrong-type date", () => endOfDay(none, "UTC"), "date must be a date as text, received 7"],
    ["wrong-type zone", () => endOfDay(day, none), "zone must be text, received 7"],
    [
      "wrong-type from",
      () => elapsedSeconds({ from: none, to: day }, "UTC"),
      "from must be a date as text, received 7",
    ],
    ["wrong-type to", () => elapsedSeconds({ from: day, to: none }, "UTC"), "to must be a date as text, received 7"],
    ["wrong-type zone", () => elapsedSeconds({ from: day, to: day }, none), "zone must be text, received 7"],
    [
      "inconsistent to",
      () => elapsedSeconds({ from: day, to: "2026-03-30" }, "UTC"),
      'to must be 2026-03-31 or later, received "2026-03-30"',
    ],

    [
      "no-working-time calendar.week",
      prepare({ week: {} }),
      "calendar must be a calendar with a day that is worked, received an object",
    ],
    [
      "no-working-time calendar.week",
      prepare({ week: { monday: {} }, closures: [{ from: "0000-01-01", to: "9999-12-31" }] }),
      "calendar must be a calendar with a day that is worked, received an object",
    ],
    ["wrong-type calendar.holidays", prepare({ ...STANDARD_WEEK, holidays: 7 }), "holidays must be a list, received 7"],
    ["wrong-type calendar.closures", prepare({ ...STANDARD_WEEK, closures: 7 }), "closures must be a list, received 7"],
    [
      "wrong-type calendar.exceptions",
      prepare({ ...STANDARD_WEEK, exceptions: 7 }),
      "exceptions must be a list, received 7",
    ],
    [
      "wrong-type calendar.holidays.0.date",
      prepare({ ...STANDARD_WEEK, holidays: [{ date: 7 }] }),
      "date must be a date as text, received 7",
    ],
    [
      "wrong-type calendar.closures.0.from",
      prepare({ ...STANDARD_WEEK, closures: [{ from: 7, to: day }] }),
      "from must be a date as text, received 7",
    ],
    [
      "wrong-type calendar.closures.0.to",
      prepare({ ...STANDARD_WEEK, closures: [{ from: day, to: 7 }] }),
      "to must be a date as text, received 7",
    ],
    [
      "inconsistent calendar.closures.0.to",
      prepare({ ...STANDARD_WEEK, closures: [{ from: day, to: "2026-03-30" }] }),
      'to must be 2026-03-31 or later, received "2026-03-30"',
    ],
    [
      "wrong-type calendar.exceptions.0.date",
      prepare({ ...STANDARD_WEEK, exceptions: [{ date: 7 }] }),
      "date must be a date as text, received 7",
    ],
    [
      "out-of-range calendar.exceptions.0.share",
      prepare({ ...STANDARD_WEEK, exceptions: [{ date: day, share: 2 }] }),
      "share must be above 0 to 1, with at most 9 decimals, received 2",
    ],
    [
      "inconsistent calendar.exceptions.1.date",
      prepare({ week: { monday: {} }, exceptions: [{ date: day }, { date: day }] }),
      "calendar must be one exception a date, received an object",
    ],
    [
      "inconsistent calendar.week.tuesday.shifts",
      prepare({ week: { monday: { shifts: [{ from: "09:00", to: "17:00" }] }, tuesday: {} } }),
      "calendar must be shifts, as the other working days have, received an object",
    ],
    [
      "inconsistent calendar.exceptions.0.shifts",
      prepare({ week: { monday: {} }, exceptions: [{ date: day, shifts: [{ from: "09:00", to: "17:00" }] }] }),
      "calendar must be no shifts, as on the other working days, received an object",
    ],
    ["wrong-type calendar.timeZone", prepare({ ...STANDARD_WEEK, timeZone: 7 }), "timeZone must be text, received 7"],
    [
      "out-of-range calendar.timeZone",
      prepare({ ...STANDARD_WEEK, timeZone: "Mars/Base" }),
      `timeZone must be ${A_ZONE}, received "Mars/Base"`,
    ],
    ["wrong-type calendar.week.monday.shifts", prepare(monday("x")), 'shifts must be a list, received "x"'],
    ["empty calendar.week.monday.shifts", prepare(monday([])), "shifts must be at least one shift, received a list"],
    [
      "wrong-type calendar.week.monday.shifts.0.from",
      prepare(monday([{ from: 7, to: "17:00" }])),
      "from must be text, received 7",
    ],
    [
      "invalid-format calendar.week.monday.shifts.0.to",
      prepare(monday([{ from: "09:00", to: "17" }])),
      'to must be a local time as HH:MM, received "17"',
    ],
    [
      "inconsistent calendar.week.monday.shifts.0.to",
      prepare(monday([{ from: "09:00", to: "09:00" }])),
      'to must be a time after 09:00, received "09:00"',
    ],
    [
      "inconsistent calendar.week.monday.shifts.1",
      prepare(
        monday([
          { from: "09:00", to: "12:00" },
          { from: "11:00", to: "17:00" },
        ]),
      ),
      "shifts must be shifts that do not overlap, received a list",
    ],
    [
      "wrong-type calendar.week.monday.share",
      prepare({ week: { monday: { share: "1" } } }),
      'share must be a number, received "1"',
    ],

    ["wrong-type date", () => isWorkingDay(none, STANDARD_WEEK), "date must be a date as text, received 7"],
    ["wrong-type date", () => addWorkingDays(none, 1, STANDARD_WEEK), "date must be a date as text, received 7"],
    ["out-of-range days", () => addWorkingDays(day, 0.5, STANDARD_WEEK), "days must be a whole number, received 0.5"],
    [
      "out-of-range date",
      () => addWorkingDays(day, 1e7, STANDARD_WEEK),
      'date must be in the years 0000 to 9999, received "after"',
    ],
    [
      "out-of-range date",
      () => addWorkingDays(day, -1e7, STANDARD_WEEK),
      'date must be in the years 0000 to 9999, received "before"',
    ],
    [
      "no-working-time calendar",
      () => addWorkingDays(day, 2, { week: {}, exceptions: [{ date: day }] }),
      'calendar must be one with enough working time after that moment, received "after"',
    ],
    [
      "no-working-time calendar",
      () => addWorkingDays(day, -2, { week: {}, exceptions: [{ date: day }] }),
      'calendar must be one with enough working time before that moment, received "before"',
    ],
    ["wrong-type from", () => workingDaysBetween(none, day, STANDARD_WEEK), "from must be a date as text, received 7"],
    ["wrong-type to", () => workingDaysBetween(day, none, STANDARD_WEEK), "to must be a date as text, received 7"],
    ["wrong-type from", () => countWorkingDays(none, day, STANDARD_WEEK), "from must be a date as text, received 7"],
    ["wrong-type to", () => countWorkingDays(day, none, STANDARD_WEEK), "to must be a date as text, received 7"],
    ["wrong-type date", () => nextWorkingDay(none, STANDARD_WEEK), "date must be a date as text, received 7"],
    ["wrong-type date", () => previousWorkingDay(none, STANDARD_WEEK), "date must be a date as text, received 7"],
    ["wrong-type notBefore", () => finishDate(none, 1, STANDARD_WEEK), "notBefore must be a date as text, received 7"],
    [
      "wrong-type durationDays",
      () => finishDate(day, "1" as never, STANDARD_WEEK),
      'durationDays must be a number, received "1"',
    ],
    [
      "out-of-range durationDays",
      () => finishDate(day, 0, STANDARD_WEEK),
      "durationDays must be above zero, received 0",
    ],
    ["not-finite day", () => ordinalOf(Number.NaN, prepareCalendar(STANDARD_WEEK)), "day must be finite, received NaN"],

    ["wrong-type instant", () => addWorkingMinutes(none, 1), "instant must be text, received 7"],
    ["out-of-range minutes", () => addWorkingMinutes(moment, -1), "minutes must be at least 0, received -1"],
    ["wrong-type from", () => workingMinutesBetween(none, moment), "from must be text, received 7"],
    ["wrong-type to", () => workingMinutesBetween(moment, none), "to must be text, received 7"],
    [
      "wrong-type pauses",
      () => workingMinutesBetween(moment, moment, null, { pauses: none }),
      "pauses must be a list, received 7",
    ],
    ["wrong-type pauses.1.from", pause(none, moment), "from must be text, received 7"],
    ["wrong-type pauses.1.to", pause(moment, none), "to must be text, received 7"],
    [
      "inconsistent pauses.1.to",
      pause(moment, "2026-03-31T08:00Z"),
      'to must be 2026-03-31T09:00Z or later, received "2026-03-31T08:00Z"',
    ],
    [
      "no-working-time calendar.week",
      () => addWorkingMinutes(moment, 1, { week: { monday: {} } }),
      "calendar must be a calendar with shifts, received an object",
    ],
  ])("%s", (fault, run, message) => {
    expect(faults(run)).toEqual([fault]);
    expect(caught(run).message).toBe(message);
  });

  it.each<readonly [string, () => unknown]>([
    ["repeatDates", () => repeatDates(day, trap, 1)],
    ["instantAt", () => instantAt(day, "09:00", "UTC", trap)],
    ["elapsedSeconds", () => elapsedSeconds(trap, "UTC")],
    ["prepareCalendar", () => prepareCalendar(trap)],
    ["ordinalOf", () => ordinalOf(0, trap)],
    ["dayOf", () => dayOf(0, trap)],
    ["isWorkingDay", () => isWorkingDay(day, trap)],
    ["addWorkingDays", () => addWorkingDays(day, 1, trap)],
    ["workingDaysBetween", () => workingDaysBetween(day, day, trap)],
    ["countWorkingDays", () => countWorkingDays(day, day, trap)],
    ["nextWorkingDay", () => nextWorkingDay(day, trap)],
    ["previousWorkingDay", () => previousWorkingDay(day, trap)],
    ["finishDate", () => finishDate(day, 1, trap)],
    ["addWorkingMinutes", () => addWorkingMinutes(moment, 1, trap as AnyCalendar)],
    ["workingMinutesBetween", () => workingMinutesBetween(moment, moment, trap as AnyCalendar)],
  ])("%s says its name where what it is given cannot be read", (subject, run) => {
    expect(caught(run)).toMatchObject({ code: "invalid-input", details: { subject, total: 1 } });
  });

  it.each<readonly [string, () => unknown]>([
    ["date: expected " + A_DAY + ', received "2026-02-30"', () => parseCivilDate("2026-02-30")],
    ["duration: expected " + A_DURATION, () => parseDuration("P1W")],
    ["instant: expected " + AN_INSTANT, () => parseInstant(day)],
    ["instant: expected " + A_DAY, () => parseInstant("2026-02-30T09:00Z")],
    ["time zone: expected " + A_ZONE + ', received "Mars/Base"', () => parseTimeZone("Mars/Base")],
    [
      'period: to: expected 2026-03-31 or later, received "2026-03-30"',
      () => parsePeriod({ from: day, to: "2026-03-30" }),
    ],
    ["working calendar: week: expected a calendar with a day that is worked", () => parseWorkingCalendar({ week: {} })],
    [
      "working calendar: week: expected a calendar with a day that is worked",
      () => parseWorkingCalendar({ week: { monday: {} }, closures: [{ from: "0000-01-01", to: "9999-12-31" }] }),
    ],
    [
      'working calendar: closures[0].to: expected 2026-03-31 or later, received "2026-03-30"',
      () => parseWorkingCalendar({ week: { monday: {} }, closures: [{ from: day, to: "2026-03-30" }] }),
    ],
    [
      'working calendar: week.monday.shifts[0].to: expected a time after 09:00, received "09:00"',
      () => parseWorkingCalendar(monday([{ from: "09:00", to: "09:00" }])),
    ],
    [
      'working calendar: week.monday.shifts[0].to: expected a time of day, such as 09:00, or 24:00, received "17"',
      () => parseWorkingCalendar(monday([{ from: "09:00", to: "17" }])),
    ],
    ["working calendar: week.monday.shifts: expected at least one shift", () => parseWorkingCalendar(monday([]))],
    [
      "working calendar: week.monday.share: expected a number above 0 to 1, with at most 9 decimals, received 2",
      () => parseWorkingCalendar({ week: { monday: { share: 2 } } }),
    ],
    [
      "working calendar: exceptions[1].date: expected one exception a date",
      () => parseWorkingCalendar({ week: { monday: {} }, exceptions: [{ date: day }, { date: day }] }),
    ],
  ])("%s", (message, run) => {
    expect(caught(run).message).toBe(message);
  });
});
