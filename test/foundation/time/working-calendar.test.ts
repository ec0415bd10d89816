import { describe, expect, it } from "vitest";

import {
  addWorkingDays,
  addWorkingMinutes,
  parseWorkingCalendar,
  prepareCalendar,
  STANDARD_WEEK,
  type WorkingCalendar,
  workingMinutesBetween,
} from "../../../src/foundation/time/index.js";
import { faults } from "../../kit/caught.js";

const nine = { shifts: [{ from: "09:00", to: "17:00" }] };
const full = {
  week: { monday: nine, friday: { shifts: [{ from: "09:00", to: "13:00" }], share: 0.5 } },
  holidays: [{ date: "2026-12-25", name: "Christmas Day" }, { date: "2026-12-25" }],
  closures: [{ from: "2026-08-03", to: "2026-08-21", name: "Summer" }],
  exceptions: [{ date: "2026-05-09", shifts: [{ from: "20:00", to: "24:00" }], share: 0.25, name: "Cut-over" }],
  timeZone: "Europe/Berlin",
};

/** Each is refused by the parser at the path, and by whatever prepares the plain calendar at `calendar` and the path. */
const WRONG: readonly (readonly [what: string, data: unknown, found: readonly string[]])[] = [
  ["no working day", { week: {} }, ["no-working-time week"]],
  ["an unknown zone", { week: { monday: {} }, timeZone: "Mars/Base" }, ["out-of-range timeZone"]],
  ["a member of every object as zone", { week: { monday: {} }, timeZone: "constructor" }, ["out-of-range timeZone"]],
  ["an offset as zone", { week: { monday: {} }, timeZone: "+01:00" }, ["out-of-range timeZone"]],
  [
    "a shift that runs backwards",
    { week: { monday: { shifts: [{ from: "17:00", to: "09:00" }] } } },
    ["inconsistent week.monday.shifts.0.to"],
  ],
  [
    "a shift of no length",
    { week: { monday: { shifts: [{ from: "09:00", to: "09:00" }] } } },
    ["inconsistent week.monday.shifts.0.to"],
  ],
  [
    "shifts that overlap",
    {
      week: {
        monday: {
          shifts: [
            { from: "09:00", to: "12:00" },
            { from: "11:00", to: "17:00" },
          ],
        },
      },
    },
    ["inconsistent week.monday.shifts.1"],
  ],
  [
    "shifts that overlap out of order",
    {
      week: {
        monday: {
          shifts: [
            { from: "11:00", to: "17:00" },
            { from: "09:00", to: "12:00" },
          ],
        },
      },
    },
    ["inconsistent week.monday.shifts.1"],
  ],
  ["no shift in the list", { week: { monday: { shifts: [] } } }, ["empty week.monday.shifts"]],
  [
    "a time that is none",
    { week: { monday: { shifts: [{ from: "9:00", to: "24:01" }] } } },
    ["invalid-format week.monday.shifts.0.from", "invalid-format week.monday.shifts.0.to"],
  ],
  ["a share of nothing", { week: { monday: { share: 0 } } }, ["out-of-range week.monday.share"]],
  ["a share above one", { week: { monday: { share: 1.5 } } }, ["out-of-range week.monday.share"]],
  ["a share of ten decimals", { week: { monday: { share: 0.1234567891 } } }, ["out-of-range week.monday.share"]],
  [
    "an impossible holiday",
    { week: { monday: {} }, holidays: [{ date: "2026-02-30" }] },
    ["invalid-date holidays.0.date"],
  ],
  [
    "a closure that ends before it begins",
    { week: { monday: {} }, closures: [{ from: "2026-08-21", to: "2026-08-03" }] },
    ["inconsistent closures.0.to"],
  ],
  [
    "two exceptions on one date",
    { week: { monday: {} }, exceptions: [{ date: "2026-05-09" }, { date: "2026-05-09", share: 0.5 }] },
    ["inconsistent exceptions.1.date"],
  ],
  [
    "hours on some days only",
    { week: { monday: nine, tuesday: {} }, exceptions: [{ date: "2026-05-09" }] },
    ["inconsistent week.tuesday.shifts", "inconsistent exceptions.0.shifts"],
  ],
  [
    "an exception with hours where the week has none",
    { week: { monday: {} }, exceptions: [{ date: "2026-05-09", ...nine }] },
    ["inconsistent exceptions.0.shifts"],
  ],
];

describe("a working calendar", () => {
  it("is plain data and comes back as it went in", () => {
    const calendar = parseWorkingCalendar(full);
    expect(calendar).toEqual(full);
    expect(parseWorkingCalendar(JSON.parse(JSON.stringify(calendar)))).toEqual(full);
    expect(parseWorkingCalendar(STANDARD_WEEK)).toEqual(STANDARD_WEEK);
  });

  it("may have shifts that touch, in any order, up to midnight", () => {
    const shifts = [
      { from: "12:00", to: "24:00" },
      { from: "09:00", to: "12:00" },
    ] as const;
    const calendar = parseWorkingCalendar({ week: { monday: { shifts } } });
    expect(workingMinutesBetween("2026-03-30T00:00Z", "2026-03-31T00:00Z", calendar)).toBe(900);
    expect(addWorkingMinutes("2026-03-30T00:00Z", 60, calendar)).toBe("2026-03-30T10:00:00.000Z");
  });

  it("may be closed for one day", () => {
    const closures = [{ from: "2026-03-30", to: "2026-03-30" }];
    const calendar = parseWorkingCalendar({ ...STANDARD_WEEK, closures });
    expect(addWorkingDays("2026-03-27", 1, calendar)).toBe("2026-03-31");
  });

  it("may be nothing but dates", () => {
    const calendar = parseWorkingCalendar({ week: {}, exceptions: [{ date: "2026-05-09" }] });
    expect(addWorkingDays("2026-01-01", 1, calendar)).toBe("2026-05-09");
  });

  it.each(WRONG)("is refused with %s", (_, data, found) => {
    expect(faults(() => parseWorkingCalendar(data))).toEqual(found);
    expect(faults(() => prepareCalendar(data as WorkingCalendar))).toEqual(
      found.slice(0, 1).map((fault) => fault.replace(" ", " calendar.")),
    );
  });

  it("is refused where a closure covers everything that is worked", () => {
    const closures = [{ from: "0000-01-01", to: "9999-12-31" }] as const;
    const calendar: WorkingCalendar = { week: { monday: {} }, closures };
    expect(faults(() => parseWorkingCalendar(calendar))).toEqual(["no-working-time week"]);
    expect(faults(() => prepareCalendar(calendar))).toEqual(["no-working-time calendar.week"]);
  });

  it("is refused when it is none at all", () => {
    expect(faults(() => parseWorkingCalendar(null))).toEqual(["wrong-type"]);
    expect(faults(() => addWorkingDays("2026-01-01", 1, null as unknown as WorkingCalendar))).toEqual(["unreadable"]);
    expect(faults(() => addWorkingDays("2026-01-01", 1, {} as unknown as WorkingCalendar))).toEqual(["unreadable"]);
  });

  it("is laid out once and not changed by what happens to it later", () => {
    const holidays = [{ date: "2026-03-30" }] as { date: "2026-03-30" | "2026-03-31" }[];
    const calendar = { ...STANDARD_WEEK, holidays };
    const ready = prepareCalendar(calendar);
    holidays.push({ date: "2026-03-31" });
    expect(addWorkingDays("2026-03-27", 1, ready)).toBe("2026-03-31");
    expect(addWorkingDays("2026-03-27", 1, calendar)).toBe("2026-04-01");
    expect(prepareCalendar(ready)).toBe(ready);
    expect(ready.kind).toBe("prepared-calendar");
  });
});
