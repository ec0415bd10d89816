import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  effectiveAnnualRate,
  effectivePeriodRate,
  nominalAnnualRate,
  parseEffectiveAnnualRateInput,
  parseEffectivePeriodRateInput,
} from "../../../src/roi/index.js";
import { faults } from "../../kit/caught.js";
import { keepsFormulaLaws } from "../../kit/formula-laws.js";
import { law } from "../../kit/laws.js";

describe("rates of periods and years", () => {
  it("a month's rate is the twelfth root, not the twelfth part", () => {
    expect(effectivePeriodRate({ annualRate: 0.1, periodsPerYear: 12 })).toBe(0.007_974_140_428_903_742);
    expect(effectivePeriodRate({ annualRate: 0.1, periodsPerYear: 1 })).toBe(0.1);
    expect(effectiveAnnualRate({ periodRate: 0.005, periodsPerYear: 12 })).toBe(0.06167781186449957);
    expect(nominalAnnualRate({ periodRate: 0.005, periodsPerYear: 12 })).toBe(0.06);
  });

  it("refuses rates of −1 and below, and years without periods", () => {
    expect(faults(() => effectivePeriodRate({ annualRate: -1, periodsPerYear: 12 }))).toEqual([
      "out-of-range annualRate",
    ]);
    expect(faults(() => effectivePeriodRate({ annualRate: 0.1, periodsPerYear: 0 }))).toEqual([
      "out-of-range periodsPerYear",
    ]);
    expect(faults(() => effectiveAnnualRate({ periodRate: -2, periodsPerYear: 12 }))).toEqual([
      "out-of-range periodRate",
    ]);
    expect(faults(() => effectiveAnnualRate({ periodRate: 1e300, periodsPerYear: 12 }))).toEqual([
      "out-of-range annualRate",
    ]);
    expect(faults(() => nominalAnnualRate({ periodRate: Number.NaN, periodsPerYear: 12 }))).toEqual([
      "not-finite periodRate",
    ]);
  });

  it("reads outside data", () => {
    expect(faults(() => parseEffectivePeriodRateInput({ annualRate: -1, periodsPerYear: 0 }))).toEqual([
      "out-of-range annualRate",
      "out-of-range periodsPerYear",
    ]);
    expect(faults(() => parseEffectiveAnnualRateInput({ periodRate: "5%", periodsPerYear: 12 }))).toEqual([
      "wrong-type periodRate",
    ]);
  });
});

describe("laws", () => {
  const rate = fc.integer({ min: -900, max: 3000 }).map((thousandths) => thousandths / 1000);
  const periodsPerYear = fc.constantFrom(1, 2, 4, 12, 52);

  it("words and code agree", () => {
    keepsFormulaLaws(effectivePeriodRate, fc.record({ annualRate: rate, periodsPerYear }), 60);
    const small = fc.record({ periodRate: rate.map((value) => value / 10), periodsPerYear });
    keepsFormulaLaws(effectiveAnnualRate, small);
    keepsFormulaLaws(nominalAnnualRate, small);
  });

  it("there and back again", () => {
    law(fc.record({ annualRate: rate, periodsPerYear }), ({ annualRate, periodsPerYear }) => {
      const periodRate = effectivePeriodRate({ annualRate, periodsPerYear });
      expect(effectiveAnnualRate({ periodRate, periodsPerYear })).toBeCloseTo(annualRate, 12);
    });
  });
});
