import { readFileSync } from "node:fs";
import { join } from "node:path";

import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  addDays,
  addWorkingDays,
  type CivilDate,
  countWorkingDays,
  daysBetween,
  dayOf,
  finishDate,
  isWorkingDay,
  nextWorkingDay,
  ordinalOf,
  prepareCalendar,
  previousWorkingDay,
  STANDARD_WEEK,
  WEEKDAYS,
  weekdayOf,
  type WorkingCalendar,
  type WorkingDay,
  workingDaysBetween,
} from "../../../src/foundation/time/index.js";
import { faults } from "../../kit/caught.js";
import { law } from "../../kit/laws.js";

const EPOCH: CivilDate = "1970-01-01";
const MIDDLE: CivilDate = "2026-06-01";
const dates = fc.integer({ min: -90, max: 90 }).map((days) => addDays(MIDDLE, days));
const shares = fc.constantFrom(1, 1, 0.5, 0.25, 0.05, 0.35);

/** Calendars of days with a working day in their week, and exceptions of all kinds around {@link MIDDLE}. */
const calendars: fc.Arbitrary<WorkingCalendar> = fc.record({
  week: fc
    .array(fc.option(shares), { minLength: 7, maxLength: 7 })
    .filter((days) => days.some((share) => share !== null))
    .map((days) => {
      const entries = days.map((share, i): [string, WorkingDay | undefined] => [
        WEEKDAYS[i] ?? "",
        share === null ? undefined : { share },
      ]);
      return Object.fromEntries(entries.filter(([, day]) => day !== undefined)) as WorkingCalendar["week"];
    }),
  holidays: fc.array(fc.record({ date: dates }), { maxLength: 12 }),
  closures: fc.array(
    fc.tuple(dates, fc.nat(12)).map(([from, days]) => ({ from, to: addDays(from, days) })),
    { maxLength: 4 },
  ),
  exceptions: fc.uniqueArray(fc.record({ date: dates, share: shares }), { maxLength: 8, selector: ({ date }) => date }),
});

/** What a day gives, in hundredths of a day's work, by reading the calendar's lists; nothing when it is off. */
function hundredths(date: CivilDate, { week, holidays = [], closures = [], exceptions = [] }: WorkingCalendar): number {
  const exception = exceptions.find((one) => one.date === date);
  if (exception !== undefined) return Math.round((exception.share ?? 1) * 100);
  if (holidays.some((holiday) => holiday.date === date)) return 0;
  if (closures.some(({ from, to }) => from <= date && date <= to)) return 0;
  const day = week[WEEKDAYS[weekdayOf(date) - 1] ?? "monday"];
  return day === undefined ? 0 : Math.round((day.share ?? 1) * 100);
}

const works = (date: CivilDate, calendar: WorkingCalendar): boolean => hundredths(date, calendar) > 0;

function steppedFrom(date: CivilDate, days: number, calendar: WorkingCalendar): CivilDate {
  let at = date;
  for (let left = Math.abs(days); left > 0; ) {
    at = addDays(at, days < 0 ? -1 : 1);
    if (works(at, calendar)) left--;
  }
  return at;
}

describe("working days", () => {
  it("of the standard week go on after the weekend", () => {
    expect(addWorkingDays("2026-03-27", 3, STANDARD_WEEK)).toBe("2026-04-01");
    expect(workingDaysBetween("2026-03-27", "2026-04-01", STANDARD_WEEK)).toBe(3);
    expect(countWorkingDays("2026-03-27", "2026-04-01", STANDARD_WEEK)).toBe(4);
    expect(countWorkingDays("2026-04-01", "2026-03-27", STANDARD_WEEK)).toBe(-4);
  });

  it("from a day off: 0 stays, 1 is the next one, -1 the one before", () => {
    const from = (days: number): CivilDate => addWorkingDays("2026-03-28", days, STANDARD_WEEK);
    expect([from(0), from(1), from(-1)]).toEqual(["2026-03-28", "2026-03-30", "2026-03-27"]);
    expect(nextWorkingDay("2026-03-28", STANDARD_WEEK)).toBe("2026-03-30");
    expect(previousWorkingDay("2026-03-28", STANDARD_WEEK)).toBe("2026-03-27");
    expect(nextWorkingDay("2026-03-30", STANDARD_WEEK)).toBe("2026-03-30");
  });

  it("count over a century as others count them", () => {
    // numpy.busday_count of the same days.
    expect(workingDaysBetween("2000-01-01", "2100-01-01", STANDARD_WEEK)).toBe(26_089);
    expect(addWorkingDays("2000-01-01", 26_089, STANDARD_WEEK)).toBe("2099-12-31");
  });

  it("an exception beats the week, a holiday and a closure", () => {
    const calendar: WorkingCalendar = {
      week: STANDARD_WEEK.week,
      holidays: [{ date: "2026-05-05" }],
      closures: [{ from: "2026-05-04", to: "2026-05-08" }],
      exceptions: ["2026-05-05", "2026-05-06", "2026-05-09"].map((date) => ({
        date: date as CivilDate,
        shifts: [{ from: "09:00", to: "10:00" }],
      })),
    };
    const days = [1, 2, 3, 4].map((n) => addWorkingDays("2026-05-01", n, calendar));
    expect(days).toEqual(["2026-05-05", "2026-05-06", "2026-05-09", "2026-05-11"]);
    expect(isWorkingDay("2026-05-07", calendar)).toBe(false);
  });

  it("reach from the first day to the last", () => {
    const ends: WorkingCalendar = { week: {}, exceptions: [{ date: "9999-12-31" }, { date: "0000-01-01" }] };
    expect(addWorkingDays("0000-01-01", 1, ends)).toBe("9999-12-31");
    expect(addWorkingDays("9999-12-31", -1, ends)).toBe("0000-01-01");
    expect(countWorkingDays("0000-01-01", "9999-12-31", ends)).toBe(2);
    expect(isWorkingDay("9999-12-31", ends)).toBe(true);
    expect(addWorkingDays("9999-12-30", 1, STANDARD_WEEK)).toBe("9999-12-31");
    expect(previousWorkingDay("0000-01-03", STANDARD_WEEK)).toBe("0000-01-03");
  });

  it("finish when the shares of the days have used the work up, exactly", () => {
    const tenth: WorkingCalendar = { week: { monday: { share: 0.1 }, tuesday: { share: 0.2 } } };
    // In doubles 0.1 + 0.2 is more than 0.3, and ten times 0.1 less than 1.
    expect(finishDate("2026-03-30", 0.3, tenth)).toEqual({
      start: "2026-03-30",
      finish: "2026-03-31",
      finishShare: 0.2,
    });
    const days: WorkingCalendar = { week: Object.fromEntries(WEEKDAYS.map((day) => [day, { share: 0.1 }])) };
    expect(finishDate("2026-03-01", 1, days)).toEqual({ start: "2026-03-01", finish: "2026-03-10", finishShare: 0.1 });
    // 16.1 times a billion is no whole number in doubles.
    expect(finishDate("2026-03-01", 16.1, days)).toEqual({
      start: "2026-03-01",
      finish: "2026-08-08",
      finishShare: 0.1,
    });
    expect(finishDate("2026-03-01", 1 / 3, STANDARD_WEEK).finishShare).toBeCloseTo(1 / 3, 12);
  });

  it.each([
    ["infinite days", () => addWorkingDays("2026-01-01", Number.POSITIVE_INFINITY, STANDARD_WEEK), "not-finite days"],
    ["half a day", () => addWorkingDays("2026-01-01", 0.5, STANDARD_WEEK), "out-of-range days"],
    ["no day", () => addWorkingDays("2026-02-30", 1, STANDARD_WEEK), "invalid-date date"],
    ["beyond the years", () => addWorkingDays("2026-01-01", 2 ** 53 - 1, STANDARD_WEEK), "out-of-range date"],
    ["before the years", () => addWorkingDays("2026-01-01", -(2 ** 53 - 1), STANDARD_WEEK), "out-of-range date"],
    ["no duration", () => finishDate("2026-01-01", 0, STANDARD_WEEK), "out-of-range durationDays"],
    ["an endless duration", () => finishDate("2026-01-01", Infinity, STANDARD_WEEK), "not-finite durationDays"],
    ["a duration beyond the years", () => finishDate("2026-01-01", 1e300, STANDARD_WEEK), "out-of-range date"],
  ])("%s is refused", (_, run, fault) => {
    expect(faults(run)).toEqual([fault]);
  });

  it("are refused at once when the calendar has none left", () => {
    const dated: WorkingCalendar = { week: {}, exceptions: [{ date: "2026-05-09" }, { date: "2026-05-10" }] };
    const closed: WorkingCalendar = { week: { monday: {} }, closures: [{ from: "2026-01-01", to: "9999-12-31" }] };
    expect(addWorkingDays("2026-05-09", 1, dated)).toBe("2026-05-10");
    expect(faults(() => addWorkingDays("2026-05-10", 1, dated))).toEqual(["no-working-time calendar"]);
    expect(faults(() => addWorkingDays("2026-05-09", -1, dated))).toEqual(["no-working-time calendar"]);
    expect(faults(() => nextWorkingDay("2026-02-01", closed))).toEqual(["no-working-time calendar"]);
    expect(faults(() => finishDate("2026-05-09", 2.5, dated))).toEqual(["no-working-time calendar"]);
    expect(previousWorkingDay("2026-02-01", closed)).toBe("2025-12-29");
    const begun: WorkingCalendar = { week: { monday: {} }, closures: [{ from: "0000-01-01", to: "1999-12-31" }] };
    expect(faults(() => previousWorkingDay("2000-01-02", begun))).toEqual(["no-working-time calendar"]);
    expect(nextWorkingDay("1999-01-01", begun)).toBe("2000-01-03");
  });
});

describe("recorded lead times", () => {
  const rows = (file: string): readonly string[] =>
    readFileSync(join(import.meta.dirname, "../../data/kpi", file), "utf8")
      .trimEnd()
      .split("\n")
      .slice(1);
  const items = rows("kanban-items.csv").map((line) => line.split(","));
  const holidays = rows("england-wales-holidays.csv").map((date) => ({ date: date as CivilDate }));
  const matching = (calendar: WorkingCalendar): number => {
    const ready = prepareCalendar(calendar);
    return items.filter(([, , prioritised, , done, lead]) => {
      const days = countWorkingDays(prioritised as CivilDate, done as CivilDate, ready);
      return days === Number(lead);
    }).length;
  };

  it("of 3238 work items are working days less the bank holidays in 3185 cases", () => {
    expect(items).toHaveLength(3238);
    expect(matching({ ...STANDARD_WEEK, holidays })).toBe(3185);
    expect(matching(STANDARD_WEEK)).toBe(2807);
    expect(matching({ week: Object.fromEntries(WEEKDAYS.map((day) => [day, {}])) })).toBe(1436);
  });
});

describe("laws", () => {
  it("agree with going through the calendar day by day", () => {
    law(fc.tuple(calendars, dates, fc.integer({ min: -60, max: 60 })), ([calendar, date, days]) => {
      const ready = prepareCalendar(calendar);
      const then = addWorkingDays(date, days, ready);
      expect(then).toBe(steppedFrom(date, days, calendar));
      expect(isWorkingDay(date, ready)).toBe(works(date, calendar));
      let count = 0;
      const [first, last] = days < 0 ? [then, date] : [date, then];
      for (let at = first; at < last; at = addDays(at, 1)) if (works(at, calendar)) count++;
      expect(workingDaysBetween(first, last, ready)).toBe(count);
      expect(countWorkingDays(first, last, ready)).toBe(count + (works(last, calendar) ? 1 : 0));
    });
  });

  it("adding working days and counting them undo each other", () => {
    law(fc.tuple(calendars, dates, fc.integer({ min: -3000, max: 3000 })), ([calendar, date, days]) => {
      const ready = prepareCalendar(calendar);
      const start = nextWorkingDay(date, ready);
      const then = addWorkingDays(start, days, ready);
      expect(workingDaysBetween(start, then, ready)).toBe(days);
      expect(addWorkingDays(then, -days, ready)).toBe(start);
    });
  });

  it("ordinals and days undo each other", () => {
    law(fc.tuple(calendars, dates), ([calendar, date]) => {
      const ready = prepareCalendar(calendar);
      const day = daysBetween(EPOCH, date);
      const next = dayOf(ordinalOf(day, ready), ready);
      expect(addDays(EPOCH, next)).toBe(nextWorkingDay(date, ready));
      expect(ordinalOf(next, ready)).toBe(ordinalOf(day, ready));
    });
  });

  it("work is used up day by day", () => {
    law(fc.tuple(calendars, dates, fc.integer({ min: 1, max: 4000 })), ([calendar, date, work]) => {
      const { start, finish, finishShare } = finishDate(date, work / 100, calendar);
      expect(start).toBe(steppedFrom(addDays(date, -1), 1, calendar));
      let left = work;
      let at = start;
      while (left > hundredths(at, calendar)) {
        left -= hundredths(at, calendar);
        at = addDays(at, 1);
      }
      // A day off gives nothing and is never the last one.
      expect(finish).toBe(at);
      expect(Math.round(finishShare * 100)).toBe(left);
    });
  });

  it("without dated days a week more is a week more", () => {
    law(
      fc.tuple(calendars, dates, fc.integer({ min: -40, max: 40 }), fc.nat(2000)),
      ([{ week }, date, days, weeks]) => {
        const ready = prepareCalendar({ week });
        const perWeek = Object.keys(week).length;
        const moved = addWorkingDays(addDays(date, 7 * weeks), days, ready);
        expect(moved).toBe(addDays(addWorkingDays(date, days, ready), 7 * weeks));
        if (days > 0) expect(addWorkingDays(date, days + perWeek * weeks, ready)).toBe(moved);
      },
    );
  });
});
