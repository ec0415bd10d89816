import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { isDomainError } from "../../../src/foundation/errors/index.js";
import {
  civilDateOf,
  civilParts,
  contained,
  dayNumber,
  daysInMonth,
  demandAbove,
  demandAtLeast,
  demandBetween,
  demandCount,
  demandDay,
  demandFinite,
  demandList,
  demandOneOf,
  demandText,
  FIRST_DAY,
  LAST_DAY,
  readDayNumber,
} from "../../../src/foundation/guard/index.js";
import { caught, faults } from "../../kit/caught.js";
import { law } from "../../kit/laws.js";

const MS_A_DAY = 86_400_000;

describe("demands", () => {
  it.each([
    ["a number", () => demandFinite("5", "x"), "wrong-type x"],
    ["a finite number", () => demandFinite(Number.NaN, "x"), "not-finite x"],
    ["at least", () => demandAtLeast(-0.1, 0, "x"), "out-of-range x"],
    ["above", () => demandAbove(0, 0, "x"), "out-of-range x"],
    ["between, below", () => demandBetween(-0.1, 0, 1, "x"), "out-of-range x"],
    ["between, above", () => demandBetween(1.0000000000000002, 0, 1, "x"), "out-of-range x"],
    ["a count, fraction", () => demandCount(1.5, "x"), "out-of-range x"],
    ["a count, below", () => demandCount(0, "x", ["deep", 1], 1), "out-of-range deep.1"],
    ["a count, unsafe", () => demandCount(2 ** 53, "x"), "out-of-range x"],
    ["text", () => demandText(5, "x"), "wrong-type x"],
    ["one of", () => demandOneOf("c", ["a", "b"], "x"), "out-of-range x"],
    ["a list", () => demandList({ length: 0 } as unknown as [], "x"), "wrong-type x"],
    ["a day, number", () => demandDay(1, "x"), "wrong-type x"],
    ["a day", () => demandDay("2026-02-29", "x"), "invalid-date x"],
    ["a day in range", () => civilDateOf(LAST_DAY + 1, "x"), "out-of-range x"],
  ])("%s", (_, run, fault) => {
    expect(faults(run)).toEqual([fault]);
  });

  it("hand back what they asked for, -0 as 0", () => {
    expect(Object.is(demandFinite(-0, "x"), 0)).toBe(true);
    expect([demandAtLeast(0, 0, "x"), demandBetween(1, 0, 1, "x"), demandCount(7, "x")]).toEqual([0, 1, 7]);
    expect([demandText("a", "x"), demandOneOf("b", ["a", "b"], "x")]).toEqual(["a", "b"]);
    expect(demandList([1, 2], "x")).toEqual([1, 2]);
  });

  it("say the rule and what came", () => {
    expect(caught(() => demandAbove(-3, 0, "years")).message).toBe("years must be above 0, received -3");
  });
});

describe("contained", () => {
  it("turns a foreign error into the library's, and keeps it as the cause", () => {
    const foreign = new TypeError("boom");
    const error = caught(() =>
      contained("criticalPath", () => {
        throw foreign;
      }),
    );
    expect(isDomainError(error, "invalid-input") && error.details.issues.map(({ code }) => code)).toEqual([
      "unreadable",
    ]);
    expect(error.cause).toBe(foreign);
    expect(error.message).toContain("criticalPath");
  });

  it("lets the library's own errors through", () => {
    expect(caught(() => contained("x", () => demandAbove(0, 0, "rate"))).code).toBe("out-of-range");
  });
});

describe("civil dates", () => {
  it.each([
    "2026-02-30",
    "2026-02-29",
    "1900-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-01-00",
    "10000-01-01",
    "26",
    "2026-1-1",
    "2026-01-01 ",
    "20260101",
  ])("%s is no day", (text) => {
    expect(readDayNumber(text)).toBeUndefined();
  });

  it.each([
    ["1970-01-01", 0],
    ["1969-12-31", -1],
    ["2000-02-29", 11_016],
    ["0000-01-01", FIRST_DAY],
    ["9999-12-31", LAST_DAY],
  ])("%s is day %i", (text, day) => {
    expect(readDayNumber(text)).toBe(day);
    expect(civilDateOf(day)).toBe(text);
  });

  it("agrees with the engine's calendar on every day of four hundred years, and at random before and after", () => {
    for (let day = -140_000; day < 10_000; day += 1) {
      expect(civilDateOf(day)).toBe(new Date(day * MS_A_DAY).toISOString().slice(0, 10));
    }
    law(fc.integer({ min: FIRST_DAY, max: LAST_DAY }), (day) => {
      const date = new Date(day * MS_A_DAY);
      const [year, month, dayOfMonth] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
      expect(civilParts(day)).toEqual({ year, month, day: dayOfMonth });
      expect(dayNumber(year, month, dayOfMonth)).toBe(day);
      expect(readDayNumber(civilDateOf(day))).toBe(day);
    });
  });

  it("knows the length of months", () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((month) => daysInMonth(2026, month))).toEqual([
      31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31,
    ]);
    expect([1900, 2000, 2024, 2100].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 29, 28]);
  });
});
