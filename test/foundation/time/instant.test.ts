import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  durationMinutes,
  epochMilliseconds,
  instantOf,
  parseDuration,
  parseInstant,
} from "../../../src/foundation/time/index.js";
import { faults } from "../../kit/caught.js";
import { law } from "../../kit/laws.js";

const MOMENTS = fc.integer({ min: -62_167_219_200_000, max: 253_402_300_799_999 });

describe("instants", () => {
  it.each([
    ["2026-01-01T00:15:00+05:45", "2025-12-31T18:30:00.000Z"],
    ["2026-03-31T09:00Z", "2026-03-31T09:00:00.000Z"],
    ["2026-03-31T09:00:00.5-03:30", "2026-03-31T12:30:00.500Z"],
    ["2026-03-31T09:00:00.123456789Z", "2026-03-31T09:00:00.123Z"],
    ["1969-12-31T23:59:59.999Z", "1969-12-31T23:59:59.999Z"],
    ["2026-03-31T23:59:59-23:59", "2026-04-01T23:58:59.000Z"],
    ["2026-03-31T09:00:00.123456789+02:00", "2026-03-31T07:00:00.123Z"],
    ["0000-01-01T00:00Z", "0000-01-01T00:00:00.000Z"],
    ["9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z"],
  ])("%s is %s", (text, utc) => {
    expect(parseInstant(text)).toBe(text);
    expect(instantOf(epochMilliseconds(text))).toBe(utc);
  });

  it.each([
    ["2026-01-01T10:00:00", "invalid-format"],
    ["2026-01-01", "invalid-format"],
    ["2026-01-01 10:00:00Z", "invalid-format"],
    ["2020-10-21T15:10:55.688Zgarbage", "invalid-format"],
    ["2020-10-21T15:10:55.1234567890Z", "invalid-format"],
    ["2020-10-21T15:10:55+0200", "invalid-format"],
    ["", "invalid-format"],
    ["2026-06-30T23:59:60Z", "invalid-date"],
    ["2026-06-30T24:00:00Z", "invalid-date"],
    ["2026-06-30T23:60:00Z", "invalid-date"],
    ["2026-06-31T23:00:00Z", "invalid-date"],
    ["20x6-06-30T23:00:00Z", "invalid-date"],
    ["2026-01-01T00:00:00+24:00", "invalid-date"],
    ["2026-01-01T00:00:00+99:00", "invalid-date"],
    ["2026-01-01T00:00:00+01:60", "invalid-date"],
    ["9999-12-31T23:59:59-00:01", "invalid-date"],
    ["9999-12-31T23:59:00-00:01", "invalid-date"],
    ["0000-01-01T00:00:00+00:01", "invalid-date"],
    ["(".repeat(9000), "invalid-format"],
  ])("%s is refused: %s", (text, code) => {
    expect(faults(() => parseInstant(text))).toEqual([code]);
    expect(faults(() => epochMilliseconds(text))).toEqual([`${code} instant`]);
  });

  it.each([
    ["a number", () => parseInstant(0), "wrong-type"],
    ["a fraction of a millisecond", () => instantOf(0.5), "out-of-range milliseconds"],
    ["no number", () => instantOf(Number.NaN), "not-finite milliseconds"],
    ["after the last day", () => instantOf(253_402_300_800_000), "out-of-range instant"],
  ])("%s is refused", (_, run, fault) => {
    expect(faults(run)).toEqual([fault]);
  });
});

describe("durations", () => {
  it.each([
    ["P1DT12H", 2160],
    ["PT45M", 45],
    ["P2D", 2880],
    ["P1DT1H1M", 1501],
    ["PT0M", 0],
    ["P999999999DT999999999H999999999M", 1_500_999_998_499 + 0],
  ])("%s is %i minutes", (text, minutes) => {
    expect(parseDuration(text)).toBe(text);
    expect(durationMinutes(text)).toBe(minutes);
  });

  it.each([
    "P1M",
    "P1Y",
    "P1W",
    "PT1S",
    "P",
    "PT",
    "P1DT",
    "P1.5D",
    "-P1D",
    "1D",
    "p1d",
    "PT1M1H",
    `P${"1".repeat(9000)}D`,
  ])("%s is refused", (text) => {
    expect(faults(() => parseDuration(text))).toEqual(["invalid-format"]);
    expect(faults(() => durationMinutes(text))).toEqual(["invalid-format duration"]);
  });
});

describe("laws", () => {
  it("text and milliseconds undo each other, as the engine writes them", () => {
    law(MOMENTS, (moment) => {
      expect(epochMilliseconds(instantOf(moment))).toBe(moment);
      expect(instantOf(moment)).toBe(new Date(moment).toISOString());
    });
  });

  it("an offset moves the text and not the moment", () => {
    const inside = MOMENTS.filter((moment) => Math.abs(moment) < 6e13);
    law(fc.tuple(inside, fc.integer({ min: -1439, max: 1439 })), ([moment, minutes]) => {
      const size = Math.abs(minutes);
      const offset = [Math.floor(size / 60), size % 60].map((part) => String(part).padStart(2, "0")).join(":");
      const local = instantOf(moment + minutes * 60_000).replace("Z", `${minutes < 0 ? "-" : "+"}${offset}`);
      expect(epochMilliseconds(local)).toBe(moment);
    });
  });
});
