import { describe, expect, it } from "vitest";

import { inOtherZones, offsetMinutes } from "../../kit/other-zones.js";

const ZONES = [
  "UTC",
  "Pacific/Apia",
  "America/Sao_Paulo",
  "Europe/Berlin",
  "Asia/Kathmandu",
  "Australia/Lord_Howe",
  "America/St_Johns",
  "Pacific/Kiritimati",
  "Etc/GMT+12",
];

/** What a process works out, and what must come of it in every zone. */
const CALLS: Readonly<Record<string, unknown>> = {
  'time.addDays("2011-12-29", 2)': "2011-12-31",
  'time.daysBetween("2026-03-28", "2026-03-30")': 2,
  'time.daysBetween("2011-12-29", "2011-12-31")': 2,
  'time.addMonths("2011-11-30", 1)': "2011-12-30",
  'time.addMonths("2026-01-31", 1)': "2026-02-28",
  'time.addMonths("2019-02-28", -3)': "2018-11-28",
  'time.addWorkingDays("2011-12-28", 2, time.STANDARD_WEEK)': "2011-12-30",
  'time.addWorkingDays("2026-03-27", 5, time.STANDARD_WEEK)': "2026-04-03",
  'time.workingDaysBetween("2026-10-23", "2026-10-27", time.STANDARD_WEEK)': 2,
  'time.weekdayOf("2011-12-30")': 5,
  'time.parseInstant("2026-03-29T02:30:00Z")': "2026-03-29T02:30:00Z",
  'time.instantOf(time.epochMilliseconds("2026-03-29T02:30:00+02:00"))': "2026-03-29T00:30:00.000Z",
  'time.instantAt("2026-03-31", "09:00", "Europe/Berlin")': "2026-03-31T07:00:00.000Z",
  'time.localDateOf("2011-12-30T09:59:59Z", "Pacific/Apia")': "2011-12-29",
  'time.addWorkingMinutes("2026-01-30T16:30:00Z", 60, time.STANDARD_WEEK)': "2026-02-02T09:30:00.000Z",
  'time.monthsBetween("2018-10-31", "2019-02-28")': { months: 4, days: 0 },
};

describe("the zone of the process", () => {
  const bundled = inOtherZones("src/foundation/time/index.ts", "time", Object.keys(CALLS));

  it.each(ZONES)("%s changes no answer, and nothing asks for the time", { timeout: 30_000 }, async (zone) => {
    const { offset, answers } = (await bundled)(zone);
    // The process does live in that zone.
    expect(offset).toBe(offsetMinutes(zone));
    expect(answers).toEqual(Object.values(CALLS));
  });
});
