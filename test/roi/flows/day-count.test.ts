import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { addDays } from "../../../src/foundation/time/index.js";
import { DAY_COUNTS, type YearFractionInput, yearFraction } from "../../../src/roi/index.js";
import { faults } from "../../kit/caught.js";
import { law } from "../../kit/laws.js";

describe("yearFraction", () => {
  it.each([
    ["actual-365-fixed", "2024-01-01", "2025-01-01", 366 / 365],
    ["actual-360", "2025-01-01", "2026-01-01", 365 / 360],
    ["thirty-360", "2025-01-31", "2025-02-28", 28 / 360],
    ["thirty-360", "2025-01-30", "2025-03-31", 60 / 360],
    ["thirty-360", "2025-01-15", "2025-03-31", 76 / 360],
    ["thirty-360", "2024-02-29", "2025-02-28", 359 / 360],
    ["actual-actual-isda", "2023-07-01", "2024-07-01", 184 / 365 + 182 / 366],
    ["actual-actual-isda", "2024-12-31", "2025-01-01", 1 / 366],
    ["actual-actual-isda", "1999-12-31", "2001-01-01", 1 + 1 / 365],
  ] as const)("%s from %s to %s", (dayCount, from, to, years) => {
    expect(yearFraction({ from, to, dayCount })).toBeCloseTo(years, 15);
    expect(yearFraction({ from: to, to: from, dayCount })).toBeCloseTo(-years, 15);
  });

  it("refuses what is no date and no convention", () => {
    const refused = (input: unknown) => faults(() => yearFraction(input as YearFractionInput));
    expect(refused({ from: "2025-02-29", to: "2025-03-01", dayCount: "actual-360" })).toEqual(["invalid-date from"]);
    expect(refused({ from: "2025-02-28", to: "1 March", dayCount: "actual-360" })).toEqual(["invalid-date to"]);
    expect(refused({ from: "2025-02-28", to: "2025-03-01", dayCount: "30E/360" })).toEqual(["out-of-range dayCount"]);
  });

  it("of a day is never below zero, and parts add up where days are counted", () => {
    const someDay = fc.integer({ min: 0, max: 20_000 });
    law(fc.tuple(someDay, someDay, someDay), (days) => {
      const [a = "2000-01-01", b = a, c = a] = [...days].sort((x, y) => x - y).map((day) => addDays("1990-01-01", day));
      for (const dayCount of DAY_COUNTS) {
        expect(yearFraction({ from: a, to: b, dayCount })).toBeGreaterThanOrEqual(0);
        if (dayCount === "thirty-360") continue;
        const parts = yearFraction({ from: a, to: b, dayCount }) + yearFraction({ from: b, to: c, dayCount });
        expect(parts).toBeCloseTo(yearFraction({ from: a, to: c, dayCount }), 12);
      }
    });
  });
});
