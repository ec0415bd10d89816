import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { explain, renderExplanation } from "../../../src/foundation/explain/index.js";
import { money, subtractMoney } from "../../../src/foundation/money/index.js";
import {
  annuityFactor,
  annuityNetPresentValue,
  netPresentValue,
  parseAnnuityFactorInput,
  parseAnnuityNetPresentValueInput,
} from "../../../src/roi/index.js";
import { faults } from "../../kit/caught.js";
import { keepsFormulaLaws } from "../../kit/formula-laws.js";
import { law } from "../../kit/laws.js";
import { someRate } from "../flows.js";

const input = {
  rate: 0.1,
  years: 5,
  initialCost: money("200000", "EUR"),
  annualBenefit: money("110000", "EUR"),
  annualCost: money("20000", "EUR"),
};

describe("annuityFactor", () => {
  it.each([
    [0.25, 2, 1.44],
    [0, 5, 5],
    [-0.5, 3, 14],
    [0.1, 1, 10 / 11],
    // Here the quotient of the textbook keeps no digit: 1 + 1e-30 to the power is 1 in 30 digits.
    [1e-30, 4, 4],
    [1e-45, 10_000, 10_000],
  ])("at %s for %s periods is %s", (rate, periods, factor) => {
    expect(annuityFactor({ rate, periods })).toBe(factor);
  });

  it("shows its working", () => {
    expect(renderExplanation(explain(annuityFactor, { rate: 1, periods: 2 })).split("\n")[5]).toBe(
      "    factor = if(rate = 0, periods, (1 − (1 + rate) ^ (0 − periods)) ÷ rate)" +
        " = if(1 = 0, 2, (1 − (1 + 1) ^ (0 − 2)) ÷ 1) = 0.75",
    );
  });

  it.each([
    [{ rate: -1, periods: 1 }, "out-of-range rate"],
    [{ rate: 0.1, periods: 0 }, "out-of-range periods"],
    [{ rate: 0.1, periods: 1.5 }, "out-of-range periods"],
    [{ rate: 0.1, periods: 10_001 }, "out-of-range periods"],
    [{ rate: "10%", periods: 1 }, "wrong-type rate"],
  ])("refuses %j", (given, fault) => {
    expect(faults(() => annuityFactor(given as never))).toEqual([fault]);
    expect(faults(() => parseAnnuityFactorInput(given))).toHaveLength(1);
  });
});

describe("annuityNetPresentValue", () => {
  it("discounts level amounts from the ends of the years", () => {
    expect(annuityNetPresentValue(input)).toEqual(money("141170.809246760343", "EUR"));
  });

  it.each([
    ["an outlay below zero", { initialCost: money("-1", "EUR") }, "out-of-range initialCost.amount"],
    ["a benefit below zero", { annualBenefit: money("-1", "EUR") }, "out-of-range annualBenefit.amount"],
    ["another currency", { annualCost: money("1", "USD") }, "currency-mismatch annualCost.currency"],
    ["a rate of −1", { rate: -1 }, "out-of-range rate"],
  ])("refuses %s", (_, part, fault) => {
    expect(faults(() => annuityNetPresentValue({ ...input, ...part }))).toEqual([fault]);
    expect(faults(() => parseAnnuityNetPresentValueInput({ ...input, ...part }))).toHaveLength(1);
  });
});

describe("laws", () => {
  const cents = fc.integer({ min: 0, max: 100_000_000 }).map((amount) => money(amount / 100, "EUR"));
  const some = fc.record({
    rate: someRate,
    years: fc.integer({ min: 1, max: 20 }),
    initialCost: cents,
    annualBenefit: cents,
    annualCost: cents,
  });

  it("words and code agree", () => {
    keepsFormulaLaws(annuityFactor, fc.record({ rate: someRate, periods: fc.integer({ min: 1, max: 60 }) }));
    keepsFormulaLaws(annuityNetPresentValue, some);
  });

  it("is the net present value of the same flows, listed", () => {
    law(some, (given) => {
      const level = subtractMoney(given.annualBenefit, given.annualCost);
      const outlay = subtractMoney(money("0", "EUR"), given.initialCost);
      const flows = [outlay, ...Array.from({ length: given.years }, () => level)];
      const listed = netPresentValue({ rate: given.rate, flows, timing: "start" });
      expect(annuityNetPresentValue(given)).toEqual(listed);
    });
  });
});
