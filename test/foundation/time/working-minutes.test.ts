import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  addWorkingMinutes,
  type AnyCalendar,
  epochMilliseconds,
  instantOf,
  prepareCalendar,
  type ShiftTime,
  STANDARD_WEEK,
  WEEKDAYS,
  type WorkingCalendar,
  workingMinutesBetween,
} from "../../../src/foundation/time/index.js";
import { faults } from "../../kit/caught.js";
import { law } from "../../kit/laws.js";

const MINUTE = 60_000;
const around: WorkingCalendar = {
  week: { sunday: { shifts: [{ from: "00:00", to: "06:00" }] } },
  timeZone: "Europe/London",
};

describe("working minutes", () => {
  it("go on after the weekend, and stop at the end of a shift", () => {
    const due = (start: string, minutes: number): string => addWorkingMinutes(start, minutes, STANDARD_WEEK);
    expect(due("2026-01-30T16:30:00Z", 60)).toBe("2026-02-02T09:30:00.000Z");
    expect(due("2026-01-28T09:00:00Z", 480)).toBe("2026-01-28T17:00:00.000Z");
    expect(due("2026-01-28T17:00:00Z", 1)).toBe("2026-01-29T09:01:00.000Z");
    expect(due("2026-01-28T20:00:00Z", 0)).toBe("2026-01-28T20:00:00.000Z");
    expect(due("2026-01-28T16:18:44.250Z", 60)).toBe("2026-01-29T09:18:44.250Z");
    expect(workingMinutesBetween("2026-01-30T16:30:00Z", "2026-02-02T09:30:30Z", STANDARD_WEEK)).toBe(60.5);
    expect(workingMinutesBetween("2026-02-02T09:30:00Z", "2026-01-30T16:30:00Z", STANDARD_WEEK)).toBe(-60);
  });

  it("are real minutes on the nights when the clocks change", () => {
    expect(workingMinutesBetween("2026-03-29T00:00:00Z", "2026-03-29T05:00:00Z", around)).toBe(300);
    expect(workingMinutesBetween("2026-10-24T23:00:00Z", "2026-10-25T06:00:00Z", around)).toBe(420);
    expect(addWorkingMinutes("2026-10-24T23:00:00Z", 420, around)).toBe("2026-10-25T06:00:00.000Z");
    expect(addWorkingMinutes("2026-03-29T00:00:00Z", 300, around)).toBe("2026-03-29T05:00:00.000Z");
  });

  it("around the clock are all minutes", () => {
    expect(addWorkingMinutes("2026-01-30T16:00:00Z", 240, null)).toBe("2026-01-30T20:00:00.000Z");
    expect(addWorkingMinutes("2026-01-30T16:00:00Z", 0.5)).toBe("2026-01-30T16:00:30.000Z");
    expect(workingMinutesBetween("2026-01-30T16:00:00Z", "2026-01-31T16:00:00+01:00")).toBe(1380);
    expect(Object.is(workingMinutesBetween("2026-01-30T16:00:00Z", "2026-01-30T16:00:00Z"), 0)).toBe(true);
    expect(workingMinutesBetween("2026-01-30T16:00:00Z", "2026-01-30T17:00:00Z", null)).toBe(60);
    // A weekend, from its end to its beginning, has no minutes, and no sign.
    expect(Object.is(workingMinutesBetween("2026-02-01T16:00:00Z", "2026-01-31T16:00:00Z", STANDARD_WEEK), 0)).toBe(
      true,
    );
  });

  it("stand still in a pause, also where pauses overlap", () => {
    const pauses = [
      { from: "2026-01-28T11:00:00Z", to: "2026-01-29T10:00:00Z" },
      { from: "2026-01-28T12:00:00Z", to: "2026-01-29T14:00:00Z" },
    ];
    expect(addWorkingMinutes("2026-01-28T10:00:00Z", 240, STANDARD_WEEK, { pauses })).toBe("2026-01-29T17:00:00.000Z");
    const between = workingMinutesBetween("2026-01-28T10:00:00Z", "2026-01-29T17:00:00Z", STANDARD_WEEK, { pauses });
    expect(between).toBe(240);
    // What is used up exactly when a pause begins is due then.
    expect(addWorkingMinutes("2026-01-28T10:00:00Z", 60, STANDARD_WEEK, { pauses })).toBe("2026-01-28T11:00:00.000Z");
  });

  it("of an exception are its own, and those of a holiday none", () => {
    const calendar: WorkingCalendar = {
      ...STANDARD_WEEK,
      holidays: [{ date: "2026-05-08" }],
      exceptions: [{ date: "2026-05-09", shifts: [{ from: "20:00", to: "22:00" }] }],
    };
    expect(workingMinutesBetween("2026-05-08T00:00Z", "2026-05-09T21:00Z", calendar)).toBe(60);
    expect(addWorkingMinutes("2026-05-08T00:00Z", 150, calendar)).toBe("2026-05-11T09:30:00.000Z");
  });

  it("reach from the first day to the last", () => {
    expect(workingMinutesBetween("0000-01-01T00:00Z", "0000-01-03T10:00Z", STANDARD_WEEK)).toBe(60);
    expect(addWorkingMinutes("9999-12-31T16:00Z", 60, STANDARD_WEEK)).toBe("9999-12-31T17:00:00.000Z");
    // In New York, four hours 56 minutes and two seconds behind, the Friday before all days is not over yet.
    const york: WorkingCalendar = { ...STANDARD_WEEK, timeZone: "America/New_York" };
    expect(workingMinutesBetween("0000-01-01T00:00Z", "0000-01-03T14:56:02Z", york)).toBe(60);
  });

  it("cross the years that a zone's table begins with, to the last century", () => {
    const madrid: WorkingCalendar = { ...STANDARD_WEEK, timeZone: "Europe/Madrid" };
    const minutes = 480 * 26_000;
    // From a winter to a summer, so that the offset of the start would be an hour wrong.
    const due = addWorkingMinutes("1950-01-02T08:00:00Z", minutes, madrid);
    expect(due).toBe("2049-08-27T15:00:00.000Z");
    expect(workingMinutesBetween("1950-01-02T08:00:00Z", due, madrid)).toBe(minutes);
    const late = addWorkingMinutes("2026-07-01T07:00:00Z", 10 * minutes, madrid);
    expect(late.slice(0, 4)).toBe("3023");
    expect(workingMinutesBetween("2026-07-01T07:00:00Z", late, madrid)).toBe(10 * minutes);
  });

  it.each([
    ["minutes below zero", () => addWorkingMinutes("2026-01-01T00:00Z", -1, null), "out-of-range minutes"],
    ["endless minutes", () => addWorkingMinutes("2026-01-01T00:00Z", Infinity, null), "not-finite minutes"],
    [
      "minutes beyond the years",
      () => addWorkingMinutes("2026-01-01T00:00Z", 1e300, STANDARD_WEEK),
      "out-of-range date",
    ],
    ["a start without offset", () => addWorkingMinutes("2026-01-01T00:00", 1, null), "invalid-format instant"],
    [
      "days without hours",
      () => addWorkingMinutes("2026-01-01T00:00Z", 1, { week: { monday: {} } }),
      "no-working-time calendar.week",
    ],
    [
      "a calendar that ends",
      () =>
        addWorkingMinutes("2026-05-09T00:00Z", 61, {
          week: {},
          exceptions: [{ date: "2026-05-09", shifts: [{ from: "09:00", to: "10:00" }] }],
        }),
      "no-working-time calendar",
    ],
    [
      "a pause in reverse",
      () =>
        workingMinutesBetween("2026-01-01T00:00Z", "2026-01-02T00:00Z", null, {
          pauses: [{ from: "2026-01-01T02:00Z", to: "2026-01-01T01:00Z" }],
        }),
      "inconsistent pauses.0.to",
    ],
  ])("%s are refused", (_, run, fault) => {
    expect(faults(run)).toEqual([fault]);
  });
});

/** A clock change, and every minute of the days around it as the engine's clock shows it. */
interface Nights {
  readonly zone: string;
  readonly change: number;
  /** Weekday (0 is Monday), date and minute of the day, for each minute. */
  readonly minutes: readonly { readonly weekday: number; readonly date: string; readonly minute: number }[];
}

const DAYS = 3;

function nightsOf(zone: string, change: number): Nights {
  const two = "2-digit";
  const parts = { year: "numeric", month: two, day: two, hour: two, minute: two } as const;
  const clock = new Intl.DateTimeFormat("en-US", { timeZone: zone, hourCycle: "h23", ...parts });
  const minutes = Array.from({ length: DAYS * 2 * 1440 }, (_, i) => {
    const [month = "", day = "", year = "", hour, minute] = clock
      .format(change + (i - DAYS * 1440) * MINUTE)
      .split(/\D+/);
    const date = `${year}-${month}-${day}`;
    const weekday = (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
    return { weekday, date, minute: Number(hour) * 60 + Number(minute) };
  });
  return { zone, change, minutes };
}

describe("laws", () => {
  const nights = [
    nightsOf("Europe/London", Date.UTC(2026, 2, 29, 1)),
    nightsOf("Europe/London", Date.UTC(2026, 9, 25, 1)),
    nightsOf("Australia/Lord_Howe", Date.UTC(2026, 3, 4, 15)),
    nightsOf("Pacific/Apia", Date.UTC(2011, 11, 30, 10)),
    // From 00:01 back to 23:01: pieces of two dates come in turn.
    nightsOf("America/St_Johns", Date.UTC(2006, 9, 29, 2, 31)),
  ];
  const text = (minute: number): ShiftTime =>
    [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, "0")).join(":") as ShiftTime;
  const shiftLists = fc
    .uniqueArray(fc.constantFrom(0, 1, 30, 61, 90, 120, 180, 540, 1020, 1380, 1381, 1410, 1440), {
      minLength: 4,
      maxLength: 4,
    })
    .map((times) => times.sort((a, b) => a - b))
    .map(([a = 0, b = 0, c = 0, d = 0]) => [[a, b] as const, [c, d] as const]);
  const cases = fc.record({
    night: fc.constantFrom(...nights),
    week: fc.array(shiftLists, { minLength: 7, maxLength: 7 }),
    off: fc.integer({ min: -2, max: 2 }),
    start: fc.integer({ min: 0, max: DAYS * 1440 }),
    length: fc.integer({ min: 0, max: DAYS * 1440 - 1 }),
    pause: fc.tuple(fc.integer({ min: 0, max: DAYS * 2 * 1440 }), fc.integer({ min: 0, max: 600 })),
  });

  const built = ({
    night,
    week,
    off,
  }: {
    night: Nights;
    week: (readonly (readonly [number, number])[])[];
    off: number;
  }) => {
    const holiday = instantOf(night.change + off * 86_400_000).slice(0, 10);
    const calendar: WorkingCalendar = {
      week: Object.fromEntries(
        week.map((shifts, i) => [
          WEEKDAYS[i],
          { shifts: shifts.map(([from, to]) => ({ from: text(from), to: text(to) })) },
        ]),
      ),
      holidays: [{ date: holiday as `${number}-${number}-${number}` }],
      timeZone: night.zone,
    };
    const works = night.minutes.map(
      ({ weekday, date, minute }) =>
        date !== holiday && (week[weekday] ?? []).some(([from, to]) => from <= minute && minute < to),
    );
    return { calendar: prepareCalendar(calendar) as AnyCalendar, works };
  };

  it("agree with going through the night minute by minute on the engine's clock", () => {
    law(cases, ({ night, week, off, start, length, pause: [from, size] }) => {
      const { calendar, works } = built({ night, week, off });
      const at = (minute: number): string => instantOf(night.change + (minute - DAYS * 1440) * MINUTE);
      const pauses = [{ from: at(from), to: at(from + size) }];
      let count = 0;
      for (let minute = start; minute < start + length; minute++) {
        if (works[minute] && !(minute >= from && minute < from + size)) count++;
      }
      expect(workingMinutesBetween(at(start), at(start + length), calendar, { pauses })).toBe(count);

      // The first minute by whose end they are used up.
      let due = start;
      for (let left = count; left > 0; due++) if (works[due] && !(due >= from && due < from + size)) left--;
      expect(addWorkingMinutes(at(start), count, calendar, { pauses })).toBe(at(due));
    });
  });

  it("adding minutes and counting them undo each other", () => {
    law(fc.tuple(cases, fc.integer({ min: 0, max: 5_000_000 })), ([{ night, week, off, start }, seconds]) => {
      const { calendar } = built({ night, week, off });
      const from = instantOf(night.change + (start - DAYS * 1440) * MINUTE);
      const due = addWorkingMinutes(from, seconds / 60, calendar);
      expect(workingMinutesBetween(from, due, calendar)).toBe(seconds / 60);
      // A millisecond earlier they are not used up.
      if (seconds > 0) {
        const before = instantOf(epochMilliseconds(due) - 1);
        expect(workingMinutesBetween(from, before, calendar)).toBeLessThan(seconds / 60);
      }
    });
  });
});
