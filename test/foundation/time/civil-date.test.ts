import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { FIRST_DAY, civilDateOf, LAST_DAY } from "../../../src/foundation/guard/index.js";
import {
  addDays,
  addMonths,
  type CivilDate,
  daysBetween,
  monthOf,
  monthsBetween,
  parseCivilDate,
  parsePeriod,
  repeatDates,
  weekdayOf,
  WEEKDAYS,
} from "../../../src/foundation/time/index.js";
import { faults } from "../../kit/caught.js";
import { law } from "../../kit/laws.js";

const MS_A_DAY = 86_400_000;
const dates = fc.integer({ min: FIRST_DAY, max: LAST_DAY }).map((day) => civilDateOf(day));
const utc = (date: string): Date => new Date(`${date}T00:00:00Z`);

describe("days", () => {
  it.each([
    ["2026-03-28", 2, "2026-03-30"],
    ["2011-12-29", 2, "2011-12-31"],
    ["2028-02-28", 1, "2028-02-29"],
    ["2100-02-28", 1, "2100-03-01"],
    ["2026-01-01", -1, "2025-12-31"],
    ["2026-01-01", 0, "2026-01-01"],
  ] as const)("%s and %i days is %s", (date, days, then) => {
    expect(addDays(date, days)).toBe(then);
    expect(daysBetween(date, then)).toBe(days);
  });

  it("weekdays are those of ISO 8601", () => {
    expect(weekdayOf("2026-03-30")).toBe(1);
    expect(weekdayOf("2026-04-05")).toBe(7);
    expect(WEEKDAYS[weekdayOf("2026-03-31") - 1]).toBe("tuesday");
    expect([weekdayOf("0000-01-01"), weekdayOf("9999-12-31")]).toEqual([6, 5]);
  });

  it.each([
    ["days, fraction", () => addDays("2026-01-01", 0.5), "out-of-range days"],
    ["days, infinite", () => addDays("2026-01-01", Number.POSITIVE_INFINITY), "not-finite days"],
    ["days, text", () => addDays("2026-01-01", "1" as unknown as number), "wrong-type days"],
    ["a day that is none", () => addDays("2026-02-30", 1), "invalid-date date"],
    ["a day after the last", () => addDays("9999-12-31", 1), "out-of-range date"],
    ["from", () => daysBetween("2026-13-01", "2026-01-01"), "invalid-date from"],
    ["to", () => daysBetween("2026-01-01", "2026-00-01"), "invalid-date to"],
    ["a time", () => parseCivilDate("2026-02-03T00:00:00Z"), "invalid-date"],
    ["no text", () => parseCivilDate(20260203), "wrong-type"],
  ])("%s is refused", (_, run, fault) => {
    expect(faults(run)).toEqual([fault]);
  });
});

describe("months", () => {
  it.each([
    ["2026-01-31", 1, "2026-02-28"],
    ["2024-01-31", 1, "2024-02-29"],
    ["2026-01-31", 2, "2026-03-31"],
    ["2024-02-29", 12, "2025-02-28"],
    ["2024-02-29", 48, "2028-02-29"],
    ["2026-03-31", -1, "2026-02-28"],
    ["2026-01-15", -13, "2024-12-15"],
    ["0099-12-31", 2, "0100-02-28"],
    ["2011-11-30", 1, "2011-12-30"],
  ] as const)("%s and %i months is %s", (date, months, then) => {
    expect(addMonths(date, months)).toBe(then);
  });

  it.each([
    ["2026-01-31", "2026-03-30", 1, 30],
    ["2026-01-31", "2026-02-28", 1, 0],
    ["2026-01-15", "2027-01-15", 12, 0],
    ["2026-03-15", "2026-01-10", -2, -5],
    ["2026-03-31", "2026-02-28", -1, 0],
    ["2026-03-31", "2026-03-31", 0, 0],
  ] as const)("from %s to %s are %i months and %i days", (from, to, months, days) => {
    expect(monthsBetween(from, to)).toEqual({ months, days });
  });

  it("repeat from the anchor, so that the 31st comes back", () => {
    expect(repeatDates("2026-01-31", { every: 1, unit: "months" }, 3)).toEqual([
      "2026-02-28",
      "2026-03-31",
      "2026-04-30",
    ]);
    expect(repeatDates("2026-03-28", { every: 7, unit: "days" }, 2)).toEqual(["2026-04-04", "2026-04-11"]);
    expect(repeatDates("2026-03-28", { every: 7, unit: "days" }, 0)).toEqual([]);
    expect(repeatDates("2026-01-31", { every: 3, unit: "months" }, 2)).toEqual(["2026-04-30", "2026-07-31"]);
  });

  it.each([
    ["months, fraction", () => addMonths("2026-01-01", 1.5), "out-of-range months"],
    ["months, NaN", () => addMonths("2026-01-01", Number.NaN), "not-finite months"],
    ["beyond the years", () => addMonths("9999-12-01", 1), "out-of-range date"],
    ["beyond the engine's dates", () => addMonths("2026-12-01", 2 ** 53 - 1), "out-of-range date"],
    ["every zero", () => repeatDates("2026-01-01", { every: 0, unit: "days" }, 1), "out-of-range every"],
    ["another unit", () => repeatDates("2026-01-01", { every: 1, unit: "weeks" as "days" }, 1), "out-of-range unit"],
    ["too often", () => repeatDates("2026-01-01", { every: 1, unit: "days" }, 2 ** 53 - 1), "out-of-range date"],
  ])("%s is refused", (_, run, fault) => {
    expect(faults(run)).toEqual([fault]);
  });
});

describe("periods", () => {
  it("are half-open, and may be empty", () => {
    expect(parsePeriod({ from: "2026-03-01", to: "2026-03-01" })).toEqual({ from: "2026-03-01", to: "2026-03-01" });
    expect(monthOf("2028-02-10")).toEqual({ from: "2028-02-01", to: "2028-03-01" });
    expect(monthOf("2026-12-31")).toEqual({ from: "2026-12-01", to: "2027-01-01" });
  });

  it.each([
    [{ from: "2026-03-02", to: "2026-03-01" }, ["inconsistent to"]],
    [{ from: "2026-02-30", to: "x" }, ["invalid-date from", "invalid-date to"]],
    [{ from: "2026-02-01", to: "2026-02-02", end: "2026-02-02" }, ["unknown-key end"]],
  ])("%j is refused", (data, found) => {
    expect(faults(() => parsePeriod(data))).toEqual(found);
  });

  it("no month ends after the last day", () => {
    expect(faults(() => monthOf("9999-12-01"))).toEqual(["out-of-range date"]);
  });
});

describe("laws", () => {
  it("adding days and counting them undo each other, as the engine counts them in UTC", () => {
    law(fc.tuple(dates, dates), ([from, to]) => {
      const days = daysBetween(from, to);
      expect(days).toBe((utc(to).getTime() - utc(from).getTime()) / MS_A_DAY);
      expect(addDays(from, days)).toBe(to);
      expect(daysBetween(to, from)).toBe(days === 0 ? 0 : -days);
      expect(weekdayOf(from)).toBe(utc(from).getUTCDay() || 7);
    });
  });

  it("months are those of the calendar on the wall: month by month, the day cut to the month's length", () => {
    law(fc.tuple(dates, fc.integer({ min: -2400, max: 2400 })), ([date, months]) => {
      const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
      const count = year * 12 + month - 1 + months;
      if (count < 0 || count >= 120_000) {
        expect(faults(() => addMonths(date, months))).toEqual(["out-of-range date"]);
        return;
      }
      const [y, m] = [Math.floor(count / 12), (count % 12) + 1];
      const leap = y % 4 === 0 && (y % 100 !== 0 || y % 400 === 0);
      const length = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][m - 1] ?? 0;
      const text = [
        String(y).padStart(4, "0"),
        String(m).padStart(2, "0"),
        String(Math.min(day, length)).padStart(2, "0"),
      ];
      expect(addMonths(date, months)).toBe(text.join("-"));
    });
  });

  it("months and the days left lead from one date to the other, and never over it", () => {
    law(fc.tuple(dates, dates), ([from, to]) => {
      const { months, days } = monthsBetween(from, to);
      expect(addDays(addMonths(from, months), days)).toBe(to);
      expect(Math.abs(days)).toBeLessThanOrEqual(30);
      expect(to < from ? months <= 0 && days <= 0 : months >= 0 && days >= 0).toBe(true);
      const further = tried(() => addMonths(from, months + (to < from ? -1 : 1)));
      if (further !== undefined && to !== from) expect(to < from ? further < to : further > to).toBe(true);
    });
  });
});

function tried(run: () => CivilDate): CivilDate | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}
