import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { parse } from "../../../src/foundation/schema/index.js";
import {
  addDays,
  type CivilDate,
  elapsedSeconds,
  endOfDay,
  epochMilliseconds,
  instantAt,
  instantOf,
  localDateOf,
  LocalTime,
  localTimeOf,
  monthOf,
  parseTimeZone,
  startOfDay,
  weekdayOf,
} from "../../../src/foundation/time/index.js";
import { caught, faults } from "../../kit/caught.js";
import { law, RUNS } from "../../kit/laws.js";

/** Zones with rules that are easily got wrong. */
const ODD = [
  "Europe/Berlin",
  "America/New_York",
  "Australia/Lord_Howe",
  "Pacific/Apia",
  "Asia/Kathmandu",
  "America/St_Johns",
  "Africa/Casablanca",
  "Pacific/Kwajalein",
  "Asia/Gaza",
  "America/Boa_Vista",
  "Africa/Monrovia",
  "Asia/Beirut",
  "Antarctica/Troll",
  "Etc/GMT+12",
  "UTC",
];
/** The long runs look at every zone. */
const ZONES = RUNS > 1000 ? Intl.supportedValuesOf("timeZone") : ODD;

const clocks = new Map<string, Intl.DateTimeFormat>();

/** The wall clock by asking the engine each time. */
function shown(zone: string, moment: number): string {
  let clock = clocks.get(zone);
  if (clock === undefined) {
    const two = "2-digit";
    const parts = { year: "numeric", month: two, day: two, hour: two, minute: two, second: two } as const;
    clock = new Intl.DateTimeFormat("en-US", { timeZone: zone, hourCycle: "h23", ...parts });
    clocks.set(zone, clock);
  }
  const [month = "", day = "", year = "", ...time] = clock.format(moment).split(/\D+/);
  return `${year.padStart(4, "0")}-${month}-${day}T${time.join(":")}`;
}

const ours = (zone: string, moment: number): string => {
  const instant = instantOf(moment);
  return `${localDateOf(instant, zone)}T${localTimeOf(instant, zone)}`;
};

describe("local times", () => {
  it.each([
    ["2026-03-31T22:30:00Z", "Europe/Berlin", "2026-04-01T00:30:00"],
    ["2026-04-04T14:59:59Z", "Australia/Lord_Howe", "2026-04-05T01:59:59"],
    ["2026-04-04T15:00:00Z", "Australia/Lord_Howe", "2026-04-05T01:30:00"],
    ["2011-12-30T09:59:59Z", "Pacific/Apia", "2011-12-29T23:59:59"],
    ["2011-12-30T10:00:00Z", "Pacific/Apia", "2011-12-31T00:00:00"],
    ["2026-03-31T00:00:00Z", "Asia/Kathmandu", "2026-03-31T05:45:00"],
    ["2006-10-29T02:30:59Z", "America/St_Johns", "2006-10-29T00:00:59"],
    ["2006-10-29T02:31:00Z", "America/St_Johns", "2006-10-28T23:01:00"],
    ["2024-03-10T01:59:59Z", "Africa/Casablanca", "2024-03-10T02:59:59"],
    ["2024-03-10T02:00:00Z", "Africa/Casablanca", "2024-03-10T02:00:00"],
    ["1970-01-01T00:00:00Z", "Africa/Monrovia", "1969-12-31T23:15:30"],
    ["2000-10-15T01:59:59Z", "America/Boa_Vista", "2000-10-14T22:59:59"],
    ["2000-10-15T03:00:00Z", "America/Boa_Vista", "2000-10-14T23:00:00"],
    ["2026-03-31T00:00:00.250Z", "UTC", "2026-03-31T00:00:00.250"],
  ])("at %s the clocks of %s show %s", (instant, zone, local) => {
    expect(`${localDateOf(instant, zone)}T${localTimeOf(instant, zone)}`).toBe(local);
  });

  it("a skipped time is refused, or read with one of the two offsets", () => {
    const at = (zone: string, skipped?: "later" | "earlier"): string =>
      instantAt("2026-03-29", "02:30", zone, skipped === undefined ? {} : { skipped });
    expect(faults(() => at("Europe/Berlin"))).toEqual(["skipped-time time"]);
    expect(localTimeOf(at("Europe/Berlin", "later"), "Europe/Berlin")).toBe("03:30:00");
    expect(localTimeOf(at("Europe/Berlin", "earlier"), "Europe/Berlin")).toBe("01:30:00");
    expect(instantAt("2011-12-30", "12:00", "Pacific/Apia", { skipped: "later" })).toBe("2011-12-30T22:00:00.000Z");
    expect(instantAt("2011-12-30", "12:00", "Pacific/Apia", { skipped: "earlier" })).toBe("2011-12-29T22:00:00.000Z");
  });

  it("a repeated time is refused, or the one that is asked for", () => {
    const at = (repeated?: "later" | "earlier"): string =>
      instantAt("2026-10-25", "02:30", "Europe/Berlin", repeated === undefined ? {} : { repeated });
    expect(faults(() => at())).toEqual(["repeated-time time"]);
    expect([at("earlier"), at("later")]).toEqual(["2026-10-25T00:30:00.000Z", "2026-10-25T01:30:00.000Z"]);
    // The edges come once: the first hour begins, the second one has ended.
    expect(instantAt("2026-10-25", "03:00", "Europe/Berlin")).toBe("2026-10-25T02:00:00.000Z");
    expect(instantAt("2026-03-29", "03:00", "Europe/Berlin")).toBe("2026-03-29T01:00:00.000Z");
  });

  it("a day begins at midnight or when the clocks jump over it", () => {
    expect(startOfDay("2026-03-29", "Asia/Beirut")).toBe("2026-03-28T22:00:00.000Z");
    expect(localTimeOf(startOfDay("2026-03-29", "Asia/Beirut"), "Asia/Beirut")).toBe("01:00:00");
    expect(startOfDay("2011-12-30", "Pacific/Apia")).toBe("2011-12-30T10:00:00.000Z");
    expect(endOfDay("2011-12-30", "Pacific/Apia")).toBe("2011-12-30T10:00:00.000Z");
    // Clocks that went from 00:01 back to 23:01 showed this midnight twice.
    expect(startOfDay("2006-10-29", "America/St_Johns")).toBe("2006-10-29T02:30:00.000Z");
    expect(endOfDay("2026-03-31", "UTC")).toBe("2026-04-01T00:00:00.000Z");
  });

  it("are written with seconds, and milliseconds where there are some", () => {
    expect(["09:30", "09:30:15", "23:59:59.999"].map((time) => parse(LocalTime, time, "time"))).toEqual([
      "09:30",
      "09:30:15",
      "23:59:59.999",
    ]);
    const rule = "time: expected a local time as HH:MM, HH:MM:SS or HH:MM:SS.mmm, received";
    expect(caught(() => parse(LocalTime, "24:00", "time")).message).toBe(`${rule} "24:00"`);
    expect(faults(() => parse(LocalTime, "09:30:00.0000", "time"))).toEqual(["too-long", "invalid-format"]);
    expect(instantAt("2026-03-31", "23:59:59.999", "UTC")).toBe("2026-03-31T23:59:59.999Z");
  });

  it("follow the last rule of a zone to the last year: summer time from the last Sunday of March to that of October", () => {
    const lastSunday = (year: number, month: "03" | "10"): CivilDate => {
      const last = `${String(year)}-${month}-31` as CivilDate;
      return addDays(last, -(weekdayOf(last) % 7));
    };
    const at = (date: CivilDate, time: string): string => localTimeOf(`${date}T${time}Z`, "Europe/Berlin");
    // Every calendar there is, twice: with 1 January on each weekday, with and without a leap day.
    const years = [...Array.from({ length: 64 }, (_, i) => 2100 + i), 5000, 5004, 9996, 9998, 9999];
    for (const year of years) {
      const [spring, autumn] = [lastSunday(year, "03"), lastSunday(year, "10")];
      expect([year, at(spring, "00:59:59"), at(spring, "01:00:00")]).toEqual([year, "01:59:59", "03:00:00"]);
      expect([year, at(autumn, "00:59:59"), at(autumn, "01:00:00")]).toEqual([year, "02:59:59", "02:00:00"]);
    }
    expect(localDateOf("9999-12-31T22:59:59Z", "Europe/Berlin")).toBe("9999-12-31");
  });

  it("months have the seconds of their zone", () => {
    const seconds = (date: `${number}-${number}-${number}`, zone: string): number =>
      elapsedSeconds(monthOf(date), zone);
    expect(seconds("2024-02-01", "UTC")).toBe(2_505_600);
    expect(seconds("2024-03-01", "America/New_York")).toBe(743 * 3600);
    expect(seconds("2024-11-01", "America/New_York")).toBe(721 * 3600);
    expect(seconds("2011-12-01", "Pacific/Apia")).toBe(30 * 86_400);
    expect(elapsedSeconds({ from: "2026-03-01", to: "2026-03-01" }, "UTC")).toBe(0);
  });

  it.each([
    ["an unknown zone", () => localDateOf("2026-01-01T00:00Z", "Mars/Base"), "out-of-range zone"],
    ["a member of every object", () => localTimeOf("2026-01-01T00:00Z", "toString"), "out-of-range zone"],
    ["an offset", () => startOfDay("2026-01-01", "+01:00"), "out-of-range zone"],
    ["a long name", () => startOfDay("2026-01-01", "A".repeat(65)), "out-of-range zone"],
    ["no text", () => startOfDay("2026-01-01", 1 as unknown as string), "wrong-type zone"],
    ["a zone from outside", () => parseTimeZone("Mars/Base"), "out-of-range"],
    ["24:00", () => instantAt("2026-01-01", "24:00", "UTC"), "invalid-format time"],
    ["9:00", () => instantAt("2026-01-01", "9:00", "UTC"), "invalid-format time"],
    ["no day", () => instantAt("2026-02-30", "09:00", "UTC"), "invalid-date date"],
    [
      "another word",
      () => instantAt("2026-02-03", "09:00", "UTC", { skipped: "x" as "later" }),
      "out-of-range skipped",
    ],
    ["a time before all days", () => instantAt("0000-01-01", "00:00", "Asia/Tokyo"), "out-of-range instant"],
    ["a period in reverse", () => elapsedSeconds({ from: "2026-01-02", to: "2026-01-01" }, "UTC"), "inconsistent to"],
  ])("%s is refused", (_, run, fault) => {
    expect(faults(run)).toEqual([fault]);
  });
});

describe("laws", () => {
  const zones = fc.constantFrom(...ZONES);

  it("the clocks show what the engine says, from 1800 to 9998", { timeout: 60_000 }, () => {
    const moments = fc.oneof(
      fc.integer({ min: Date.UTC(1800, 0), max: Date.UTC(9998, 0) }),
      fc.integer({ min: Date.UTC(1900, 0), max: Date.UTC(2100, 0) }),
    );
    law(fc.tuple(zones, moments), ([zone, moment]) => {
      const second = Math.floor(moment / 1000) * 1000;
      expect(ours(zone, second)).toBe(shown(zone, second));
    });
  });

  it("no change is missed in the years with the liveliest clocks", { timeout: 600_000 }, () => {
    for (const zone of ZONES) {
      for (const year of [1945, 2000, 2011, 2026, 2054]) {
        for (
          let moment = Date.UTC(year, 0);
          moment < Date.UTC(year + 1, 0);
          moment += 3 * 3_600_000 * (RUNS > 1000 ? 1 : 4)
        ) {
          if (ours(zone, moment) !== shown(zone, moment))
            expect([zone, ours(zone, moment)]).toEqual([zone, shown(zone, moment)]);
        }
      }
    }
  });

  it("a moment's date and time lead back to it", () => {
    law(fc.tuple(zones, fc.integer({ min: Date.UTC(1850, 0), max: Date.UTC(2090, 0) })), ([zone, moment]) => {
      const instant = instantOf(moment);
      const at = (repeated: "earlier" | "later"): string =>
        instantAt(localDateOf(instant, zone), localTimeOf(instant, zone), zone, { repeated });
      expect([at("earlier"), at("later")]).toContain(instant);
    });
  });

  it("skipped and repeated times are resolved as the options say", () => {
    // Minutes around the changes of these zones: hour, half an hour, a whole day, over midnight.
    const changes = fc.constantFrom(
      ["Europe/Berlin", Date.UTC(2026, 2, 29, 1)] as const,
      ["Europe/Berlin", Date.UTC(2026, 9, 25, 1)] as const,
      ["Australia/Lord_Howe", Date.UTC(2026, 3, 4, 15)] as const,
      ["America/St_Johns", Date.UTC(2006, 9, 29, 2, 31)] as const,
      ["Pacific/Apia", Date.UTC(2011, 11, 30, 10)] as const,
    );
    law(fc.tuple(changes, fc.integer({ min: -1600, max: 1600 })), ([[zone, change], minutes]) => {
      // A local time, as if the offset before the change had stayed.
      const stayed = ours("UTC", change + minutes * 60_000 + localShift(zone, change - 1000));
      const [date, time] = stayed.split("T") as [`${number}-${number}-${number}`, string];
      // All moments whose clocks show it, found by looking.
      const moments: number[] = [];
      for (let at = change - 3000 * 60_000; at <= change + 3000 * 60_000; at += 60_000) {
        if (shownFast(zone, change, at) === stayed) moments.push(at);
      }
      const resolved = (options: object): number => epochMilliseconds(instantAt(date, time, zone, options));
      if (moments.length === 0) {
        const gap = Math.abs(localShift(zone, change) - localShift(zone, change - 1000));
        expect(faults(() => instantAt(date, time, zone))).toEqual(["skipped-time time"]);
        expect(resolved({ skipped: "later" })).toBe(change + minutes * 60_000);
        expect(resolved({ skipped: "earlier" })).toBe(change + minutes * 60_000 - gap);
      } else {
        expect(resolved({ repeated: "earlier" })).toBe(moments[0]);
        expect(resolved({ repeated: "later" })).toBe(moments[moments.length - 1]);
        if (moments.length > 1) expect(faults(() => instantAt(date, time, zone))).toEqual(["repeated-time time"]);
        else expect(resolved({})).toBe(moments[0]);
      }
    });
  });
});

/** What the engine's clock is ahead of UTC, in milliseconds. */
function localShift(zone: string, moment: number): number {
  return Date.parse(`${shown(zone, moment)}Z`) - moment;
}

/** The clock near a change, by the engine's two offsets beside it. */
function shownFast(zone: string, change: number, moment: number): string {
  const key = `${zone} ${String(change)}`;
  const offsets = besides.get(key) ?? ([localShift(zone, change - 1000), localShift(zone, change)] as const);
  besides.set(key, offsets);
  return new Date(moment + offsets[moment < change ? 0 : 1]).toISOString().slice(0, 19);
}

const besides = new Map<string, readonly [number, number]>();
