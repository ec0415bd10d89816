import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { isNoAnswer } from "../../../src/foundation/errors/index.js";
import { explain, renderExplanation } from "../../../src/foundation/explain/index.js";
import { money } from "../../../src/foundation/money/index.js";
import {
  breakEvenPoint,
  breakEvenRevenue,
  breakEvenUnits,
  contributionProfit,
  parseBreakEvenUnitsInput,
  parseContributionProfitInput,
} from "../../../src/roi/index.js";
import { faults } from "../../kit/caught.js";
import { keepsFormulaLaws } from "../../kit/formula-laws.js";
import { law } from "../../kit/laws.js";

const prices = (fixedCost: string, pricePerUnit: string, variableCostPerUnit: string) => ({
  fixedCost: money(fixedCost, "EUR"),
  pricePerUnit: money(pricePerUnit, "EUR"),
  variableCostPerUnit: money(variableCostPerUnit, "EUR"),
});

describe("breakEvenPoint", () => {
  it.each([
    ["48000", "25.50", "9.50", 3000, 3000, "76500"],
    ["1000", "10", "3", 1000 / 7, 143, "1428.571428571429"],
    ["0", "10", "3", 0, 0, "0"],
    ["1", "1", "0", 1, 1, "1"],
    // 1e16 and a little more, of which no double tells: 3 × 10^15 units and one for the last cent.
    ["3000000000000000.000000000001", "1", "0", 3e15, 3_000_000_000_000_001, "3000000000000000.000000000001"],
  ])("of %s at %s less %s a unit", (fixed, price, variable, units, wholeUnits, revenue) => {
    const input = prices(fixed, price, variable);
    expect(breakEvenPoint(input)).toEqual({ units, wholeUnits, revenue: money(revenue, "EUR") });
    expect(breakEvenUnits(input)).toBe(units);
    expect(breakEvenRevenue(input)).toEqual(money(revenue, "EUR"));
  });

  it.each([
    ["5", "5"],
    ["5", "6"],
  ])("has no answer at %s less %s a unit", (price, variable) => {
    const none = { kind: "none", reason: "no-margin" };
    const input = prices("100", price, variable);
    expect([breakEvenPoint(input), breakEvenUnits(input), breakEvenRevenue(input)]).toEqual([none, none, none]);
  });

  it("shows its working", () => {
    expect(
      renderExplanation(explain(breakEvenRevenue, prices("1000", "10", "2")))
        .split("\n")
        .slice(5, 8),
    ).toEqual([
      "  worked out",
      "    margin = pricePerUnit − variableCostPerUnit = 10 EUR − 2 EUR = 8 EUR",
      "    revenue = fixedCost × pricePerUnit ÷ margin = 1000 EUR × 10 EUR ÷ 8 EUR = 1250 EUR",
    ]);
  });

  it.each([
    ["a price below zero", { pricePerUnit: money("-1", "EUR") }, "out-of-range pricePerUnit.amount"],
    ["a fixed cost below zero", { fixedCost: money("-1", "EUR") }, "out-of-range fixedCost.amount"],
    ["another currency", { variableCostPerUnit: money("1", "USD") }, "currency-mismatch variableCostPerUnit.currency"],
  ])("refuses %s", (_, part, fault) => {
    const input = { ...prices("1", "2", "1"), ...part };
    for (const figure of [breakEvenPoint, breakEvenUnits, breakEvenRevenue, parseBreakEvenUnitsInput]) {
      expect(faults(() => figure(input))).toEqual([fault]);
    }
    expect(faults(() => contributionProfit({ ...input, units: 1 }))).toEqual([fault]);
    expect(faults(() => parseContributionProfitInput({ ...input, units: 1 }))).toEqual([fault]);
  });

  it("refuses more whole units than can be counted", () => {
    const input = prices("9007199254740992", "1", "0");
    expect(faults(() => breakEvenPoint(input))).toEqual(["out-of-range wholeUnits"]);
    expect(breakEvenUnits(input)).toBe(2 ** 53);
  });
});

describe("contributionProfit", () => {
  it.each([
    [1000, "2500"],
    [375, "0"],
    [0, "-1500"],
    [0.5, "-1498"],
  ])("of %s units is %s", (units, profit) => {
    expect(contributionProfit({ ...prices("1500", "10", "6"), units })).toEqual(money(profit, "EUR"));
  });

  it("refuses units below zero", () => {
    expect(faults(() => contributionProfit({ ...prices("1", "1", "0"), units: -1 }))).toEqual(["out-of-range units"]);
  });
});

describe("laws", () => {
  const cents = (max: number) => fc.integer({ min: 0, max }).map((amount) => money(amount / 100, "EUR"));
  const input = fc.record({
    fixedCost: cents(100_000_000),
    pricePerUnit: cents(10_000),
    variableCostPerUnit: cents(10_000),
  });

  it("words and code agree", () => {
    keepsFormulaLaws(breakEvenUnits, input);
    keepsFormulaLaws(breakEvenRevenue, input);
    keepsFormulaLaws(
      contributionProfit,
      fc.tuple(input, fc.integer({ min: 0, max: 100_000 })).map(([one, units]) => ({ ...one, units: units / 8 })),
    );
  });

  it("the whole units pay, and one unit less does not", () => {
    law(input, (given) => {
      const point = breakEvenPoint(given);
      if (isNoAnswer(point)) return;
      const profit = (units: number): number => Number(contributionProfit({ ...given, units }).amount);
      expect(profit(point.wholeUnits)).toBeGreaterThanOrEqual(0);
      if (point.wholeUnits > 0) expect(profit(point.wholeUnits - 1)).toBeLessThan(0);
    });
  });
});
