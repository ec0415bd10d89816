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
  demandNewId,
  demandOneOf,
  demandText,
  FIRST_DAY,
  LAST_DAY,
  readDayNumber,
} from "../../../src/foundation/guard/index.js";
import { caught, faults } from "../../kit/caught.js";
import { law } from "../../kit/laws.js";

const MS_A_DAY = 86_400_000;

const NO_NUMBER = 'x must be a number, received "5"';

describe("demands", () => {
  it.each([
    ["a number", () => demandFinite("5", "x"), "wrong-type x", NO_NUMBER],
    ["a finite number", () => demandFinite(Number.NaN, "x"), "not-finite x", "x must be finite, received NaN"],
    ["at least", () => demandAtLeast(-0.1, 0, "x"), "out-of-range x", "x must be at least 0, received -0.1"],
    ["at least, a number", () => demandAtLeast("5", 0, "x", ["a"]), "wrong-type a", NO_NUMBER],
    ["above", () => demandAbove(0, 0, "x"), "out-of-range x", "x must be above 0, received 0"],
    ["above, a number", () => demandAbove("5", 0, "x", ["a"]), "wrong-type a", NO_NUMBER],
    ["between, below", () => demandBetween(-0.1, 0, 1, "x"), "out-of-range x", "x must be from 0 to 1, received -0.1"],
    [
      "between, above",
      () => demandBetween(1.0000000000000002, 0, 1, "x"),
      "out-of-range x",
      "x must be from 0 to 1, received 1.0000000000000002",
    ],
    ["between, a number", () => demandBetween("5", 0, 1, "x", ["a"]), "wrong-type a", NO_NUMBER],
    [
      "a count, fraction",
      () => demandCount(1.5, "x"),
      "out-of-range x",
      "x must be a whole number of at least 0, received 1.5",
    ],
    [
      "a count, below",
      () => demandCount(0, "x", ["deep", 1], 1),
      "out-of-range deep.1",
      "x must be a whole number of at least 1, received 0",
    ],
    [
      "a count, unsafe",
      () => demandCount(2 ** 53, "x"),
      "out-of-range x",
      "x must be a whole number of at least 0, received 9007199254740992",
    ],
    ["a count, a number", () => demandCount("5", "x", ["a"]), "wrong-type a", NO_NUMBER],
    ["text", () => demandText(5, "x"), "wrong-type x", "x must be text, received 5"],
    ["one of", () => demandOneOf("c", ["a", "b"], "x"), "out-of-range x", 'x must be one of a, b, received "c"'],
    ["one of, text", () => demandOneOf(5, ["a"], "x", ["a"]), "wrong-type a", "x must be text, received 5"],
    [
      "a list",
      () => demandList({ length: 0 } as unknown as [], "x"),
      "wrong-type x",
      "x must be a list, received an object",
    ],
    ["a day, number", () => demandDay(1, "x"), "wrong-type x", "x must be a date as text, received 1"],
    [
      "a day",
      () => demandDay("2026-02-29", "x"),
      "invalid-date x",
      'x must be a day that exists, as YYYY-MM-DD, received "2026-02-29"',
    ],
    [
      "a day, late",
      () => civilDateOf(LAST_DAY + 1, "x"),
      "out-of-range x",
      "x must be in the years 0000 to 9999, received 2932897",
    ],
    [
      "a day, early",
      () => civilDateOf(FIRST_DAY - 1),
      "out-of-range date",
      "date must be in the years 0000 to 9999, received -719529",
    ],
    [
      "a day, none",
      () => civilDateOf(Number.NaN),
      "out-of-range date",
      "date must be in the years 0000 to 9999, received NaN",
    ],
  ])("%s", (_, run, fault, message) => {
    expect(faults(run)).toEqual([fault]);
    expect(caught(run).message).toBe(message);
  });

  it("hand back what they asked for, -0 as 0", () => {
    expect(Object.is(demandFinite(-0, "x"), 0)).toBe(true);
    expect([demandFinite(-2.5, "x"), demandAtLeast(0, 0, "x"), demandAbove(0.1, 0, "x")]).toEqual([-2.5, 0, 0.1]);
    expect([demandBetween(0, 0, 1, "x"), demandBetween(1, 0, 1, "x")]).toEqual([0, 1]);
    expect([demandCount(7, "x"), demandCount(0, "x"), demandCount(1, "x", undefined, 1)]).toEqual([7, 0, 1]);
    expect(demandCount(2 ** 53 - 1, "x")).toBe(9007199254740991);
    expect([demandText("a", "x"), demandOneOf("b", ["a", "b"], "x")]).toEqual(["a", "b"]);
    const given = [1, 2];
    expect(demandList(given, "x")).toBe(given);
    expect(demandDay("1970-01-02", "x")).toBe(1);
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
    expect(isDomainError(error, "invalid-input") && error.details).toEqual({
      subject: "criticalPath",
      issues: [
        {
          code: "unreadable",
          path: [],
          message: "expected a value as its type says, received one that could not be read",
        },
      ],
      total: 1,
    });
    expect(error.cause).toBe(foreign);
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
    "xx2026-01-01",
    "-2026-01-1",
    "2026-01-1a",
    "a026-01-01",
    "2026/01/01",
    "2026-0a-01",
    "2026-04-31",
    "2026-12-32",
    "",
  ])("%s is no day", (text) => {
    expect(readDayNumber(text)).toBeUndefined();
  });

  it.each([
    ["1970-01-01", 0],
    ["1969-12-31", -1],
    ["2000-02-29", 11_016],
    ["0000-01-01", FIRST_DAY],
    ["9999-12-31", LAST_DAY],
    ["0000-02-29", -719_469],
    ["0000-03-01", -719_468],
    ["1900-02-28", -25_509],
    ["1900-03-01", -25_508],
    ["2000-12-31", 11_322],
    ["2026-01-31", 20_484],
    ["2026-12-01", 20_788],
  ])("%s is day %i", (text, day) => {
    expect(readDayNumber(text)).toBe(day);
    expect(civilDateOf(day)).toBe(text);
  });

  it("reach from the first day to the last", () => {
    expect([FIRST_DAY, LAST_DAY]).toEqual([-719_528, 2_932_896]);
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

describe("demandNewId", () => {
  it("takes each id once, and says where it came again", () => {
    const seen = new Set<string>();
    expect(demandNewId(seen, "a", [0, "id"])).toBe("a");
    expect(demandNewId(seen, "__proto__", [1, "id"])).toBe("__proto__");
    expect([...seen]).toEqual(["a", "__proto__"]);
    expect(caught(() => demandNewId(seen, "a", ["lines", 2, "id"], "line")).details).toEqual({
      subject: "line",
      path: ["lines", 2, "id"],
      id: "a",
    });
    expect(caught(() => demandNewId(seen, "a", [2, "id"])).message).toContain("id");
    expect(faults(() => demandNewId(seen, 7, [3, "id"]))).toEqual(["wrong-type 3.id"]);
  });
});
