import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { partsOfDay, denominatorOf } from "../../src/schedule/day-parts.js";
import { law } from "../kit/laws.js";

describe("partsOfDay", () => {
  it.each([
    { title: "whole days", days: [1, 20, 300], scale: 1 },
    { title: "tenths", days: [0.1, 0.2, 0.3], scale: 10 },
    { title: "quarters and thirds", days: [0.25, 1 / 3], scale: 12 },
    { title: "leads", days: [-0.5, 3], scale: 2 },
    { title: "six decimals", days: [0.000001, 12.345678], scale: 1_000_000 },
    { title: "minutes of an eight-hour day", days: [1 / 480, 7 / 480], scale: 480 },
    { title: "nothing", days: [], scale: 1 },
    { title: "a number without a fraction: the finest power of two", days: [Math.SQRT2, 1], scale: 2 ** 29 },
    { title: "a sum that leaves less room", days: [Math.SQRT2, 2 ** 40], scale: 2 ** 11 },
    { title: "a sum that leaves no room for tenths", days: [0.1, 2 ** 51], scale: 2 },
  ])("cuts a day for $title", ({ days, scale }) => {
    expect(partsOfDay([Float64Array.from(days)])).toBe(scale);
  });

  it("looks at all lists together", () => {
    expect(partsOfDay([Float64Array.of(0.5), Float64Array.of(0.2)])).toBe(10);
  });
});

describe("denominatorOf", () => {
  it.each([
    [0, 1],
    [7, 1],
    [0.35, 20],
    [-2.75, 4],
    [2 / 3, 3],
    [Math.PI, 0],
    [5e-324, 0],
  ])("of %d is %d", (value, denominator) => {
    expect(denominatorOf(value)).toBe(denominator);
  });
});

describe("laws", () => {
  it("finds a part of which every fraction is a whole number", () => {
    const fraction = fc
      .tuple(fc.integer({ min: -5000, max: 5000 }), fc.integer({ min: 1, max: 60 }))
      .map(([a, b]) => a / b);
    law(fc.array(fraction, { maxLength: 3 }), (days) => {
      const scale = partsOfDay([Float64Array.from(days)]);
      for (const value of days) expect(Math.round(value * scale) / scale).toBeCloseTo(value, 15);
    });
  });

  it("keeps all sums within what a double counts exactly, and numbers close where they have no fraction", () => {
    law(fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 5 }), (days) => {
      const scale = partsOfDay([Float64Array.from(days)]);
      const total = days.reduce((sum, value) => sum + Math.abs(value), 0);
      expect(total * scale).toBeLessThanOrEqual(2 ** 52);
      for (const value of days) {
        const off = Math.abs(Math.round(value * scale) / scale - value);
        expect(off).toBeLessThanOrEqual(Math.max(2 ** -29, total * 2 ** -51));
      }
    });
  });
});
