import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { isNoAnswer } from "../../../src/foundation/errors/index.js";
import { explain, renderExplanation } from "../../../src/foundation/explain/index.js";
import { money, sumMoney } from "../../../src/foundation/money/index.js";
import {
  parseReforecastInput,
  parseToGoRoiInput,
  reforecast,
  returnOnInvestment,
  toGoRoi,
  wholeLifeRoi,
} from "../../../src/roi/index.js";
import { faults } from "../../kit/caught.js";
import { keepsFormulaLaws } from "../../kit/formula-laws.js";
import { law } from "../../kit/laws.js";
import { someAmount } from "../flows.js";

const euro = (amount: string | number) => money(amount, "EUR");
const input = {
  spentToDate: euro(250_000),
  costToComplete: euro(150_000),
  realisedBenefits: euro(0),
  remainingBenefits: euro(320_000),
};

describe("reforecast", () => {
  it("keeps what is sunk apart from what is to be decided", () => {
    expect(reforecast(input)).toEqual({
      wholeLifeRoi: -0.2,
      toGoRoi: 17 / 15,
      wholeLifeNetBenefit: euro(-80_000),
      toGoNetBenefit: euro(170_000),
      sunkCost: euro(250_000),
    });
  });

  it("has no return on nothing", () => {
    const done = { ...input, costToComplete: euro(0) };
    expect(reforecast(done)).toMatchObject({
      wholeLifeRoi: 0.28,
      toGoRoi: { kind: "none", reason: "nothing-to-spend" },
      toGoNetBenefit: euro(320_000),
    });
    expect(reforecast({ ...done, spentToDate: euro(0) }).wholeLifeRoi).toEqual({ kind: "none", reason: "no-costs" });
  });

  it("shows its working", () => {
    expect(renderExplanation(explain(wholeLifeRoi, input)).split("\n").slice(6, -1)).toEqual([
      "  worked out",
      "    totalCost = spentToDate + costToComplete = 250000 EUR + 150000 EUR = 400000 EUR",
      "    totalBenefit = realisedBenefits + remainingBenefits = 0 EUR + 320000 EUR = 320000 EUR",
      "    roi = (totalBenefit − totalCost) ÷ totalCost = (320000 EUR − 400000 EUR) ÷ 400000 EUR = -0.2",
    ]);
  });

  it.each([
    ["money spent below zero", { spentToDate: euro(-1) }, "out-of-range spentToDate.amount"],
    ["a cost to come below zero", { costToComplete: euro(-1) }, "out-of-range costToComplete.amount"],
    ["another currency", { realisedBenefits: money(1, "USD") }, "currency-mismatch realisedBenefits.currency"],
    [
      "another currency to come",
      { remainingBenefits: money(1, "USD") },
      "currency-mismatch remainingBenefits.currency",
    ],
  ])("refuses %s", (_, part, fault) => {
    const given = { ...input, ...part };
    for (const figure of [reforecast, wholeLifeRoi, parseReforecastInput]) {
      expect(faults(() => figure(given))).toEqual([fault]);
    }
    if ("spentToDate" in part || "realisedBenefits" in part) return;
    const { costToComplete, remainingBenefits } = given;
    for (const figure of [toGoRoi, parseToGoRoiInput]) {
      expect(faults(() => figure({ costToComplete, remainingBenefits }))).toEqual([fault]);
    }
  });
});

describe("laws", () => {
  const cost = fc.integer({ min: 0, max: 1_000_000 }).map((cents) => euro(cents / 100));
  const toGo = fc.record({ costToComplete: cost, remainingBenefits: someAmount });
  const some = fc.record({
    costToComplete: cost,
    remainingBenefits: someAmount,
    spentToDate: cost,
    realisedBenefits: someAmount,
  });

  it("words and code agree", () => {
    keepsFormulaLaws(toGoRoi, toGo);
    keepsFormulaLaws(wholeLifeRoi, some);
  });

  it("what was spent changes the whole and not what is to go", () => {
    law(fc.tuple(some, cost), ([given, more]) => {
      const before = reforecast(given);
      const after = reforecast({ ...given, spentToDate: sumMoney([given.spentToDate, more]) });
      expect(after.toGoRoi).toEqual(before.toGoRoi);
      expect(after.toGoNetBenefit).toEqual(before.toGoNetBenefit);
      expect(sumMoney([after.wholeLifeNetBenefit, more])).toEqual(before.wholeLifeNetBenefit);
    });
  });

  it("before the first spending the two are one, and the return on investment", () => {
    law(toGo, (given) => {
      const { toGoRoi, wholeLifeRoi } = reforecast({ ...given, spentToDate: euro(0), realisedBenefits: euro(0) });
      if (isNoAnswer(toGoRoi)) return;
      expect(wholeLifeRoi).toBe(toGoRoi);
      const { costToComplete: totalCost, remainingBenefits: totalBenefit } = given;
      expect(returnOnInvestment({ totalBenefit, totalCost })).toBe(toGoRoi);
    });
  });
});
