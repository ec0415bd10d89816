import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { isNoAnswer } from "../../../src/foundation/errors/index.js";
import { explain, renderExplanation } from "../../../src/foundation/explain/index.js";
import { money, multiplyMoney } from "../../../src/foundation/money/index.js";
import {
  annuityNetPresentValue,
  breakEvenAdoption,
  fullAnnualBenefit,
  parseBreakEvenAdoptionInput,
  parseFullAnnualBenefitInput,
} from "../../../src/roi/index.js";
import { faults } from "../../kit/caught.js";
import { keepsFormulaLaws } from "../../kit/formula-laws.js";
import { law } from "../../kit/laws.js";

const input = {
  rate: 0.25,
  years: 2,
  initialCost: money("1440", "EUR"),
  annualCost: money("200", "EUR"),
  users: 10,
  hoursSavedPerUser: 8,
  valuePerHour: money("50", "EUR"),
};

describe("breakEvenAdoption", () => {
  it.each([
    [{}, 0.3],
    [{ users: 3 }, 1],
    [{ users: 1 }, 3],
    [{ initialCost: money("0", "EUR") }, 0.05],
    [{ users: 0 }, { kind: "none", reason: "no-benefit" }],
    [{ valuePerHour: money("0", "EUR") }, { kind: "none", reason: "no-benefit" }],
  ])("with %j is %j", (part, adoption) => {
    expect(breakEvenAdoption({ ...input, ...part })).toEqual(adoption);
  });

  it("shows its working", () => {
    const lines = renderExplanation(explain(breakEvenAdoption, input)).split("\n");
    expect(lines.at(-2)).toBe(
      "    adoption = (initialCost ÷ annuity + annualCost) ÷ fullAnnualBenefit = " +
        "(1440 EUR ÷ 1.44 + 200 EUR) ÷ 4000 EUR = 0.3",
    );
  });

  it.each([
    ["a rate of −1", { rate: -1 }, "out-of-range rate"],
    ["no years", { years: 0 }, "out-of-range years"],
    ["half a year", { years: 0.5 }, "out-of-range years"],
    ["more years than there are", { years: 10_001 }, "out-of-range years"],
    ["users below zero", { users: -1 }, "out-of-range users"],
    ["hours below zero", { hoursSavedPerUser: -1 }, "out-of-range hoursSavedPerUser"],
    ["a cost below zero", { annualCost: money("-1", "EUR") }, "out-of-range annualCost.amount"],
    ["another currency", { valuePerHour: money("1", "USD") }, "currency-mismatch valuePerHour.currency"],
  ])("refuses %s", (_, part, fault) => {
    expect(faults(() => breakEvenAdoption({ ...input, ...part }))).toEqual([fault]);
    expect(faults(() => parseBreakEvenAdoptionInput({ ...input, ...part }))).toHaveLength(1);
  });
});

describe("fullAnnualBenefit", () => {
  it("is exact", () => {
    const given = { users: 3, hoursSavedPerUser: 0.1, valuePerHour: money("0.1", "EUR") };
    expect(fullAnnualBenefit(given)).toEqual(money("0.03", "EUR"));
    expect(parseFullAnnualBenefitInput(given)).toEqual(given);
  });
});

describe("laws", () => {
  const cents = (max: number) => fc.integer({ min: 0, max }).map((amount) => money(amount / 100, "EUR"));
  const someInput = fc.record({
    rate: fc.integer({ min: -20, max: 40 }).map((hundredths) => hundredths / 100),
    years: fc.integer({ min: 1, max: 12 }),
    initialCost: cents(100_000_000),
    annualCost: cents(10_000_000),
    users: fc.integer({ min: 0, max: 1000 }),
    hoursSavedPerUser: fc.integer({ min: 0, max: 400 }).map((quarters) => quarters / 4),
    valuePerHour: cents(10_000),
  });

  it("words and code agree", () => {
    keepsFormulaLaws(breakEvenAdoption, someInput);
    keepsFormulaLaws(
      fullAnnualBenefit,
      someInput.map(({ users, hoursSavedPerUser, valuePerHour }) => ({ users, hoursSavedPerUser, valuePerHour })),
    );
  });

  it("at the break-even share the net present value is zero", () => {
    law(someInput, (given) => {
      const { rate, years, initialCost, annualCost } = given;
      const adoption = breakEvenAdoption(given);
      if (isNoAnswer(adoption)) return;
      const annualBenefit = multiplyMoney(fullAnnualBenefit(given), adoption);
      const npv = annuityNetPresentValue({ rate, years, initialCost, annualBenefit, annualCost });
      const size = Number(initialCost.amount) + Number(annualBenefit.amount) * years;
      expect(Math.abs(Number(npv.amount))).toBeLessThanOrEqual(2e-12 * (years + size));
    });
  });
});
