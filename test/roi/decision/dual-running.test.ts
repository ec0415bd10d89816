import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { isNoAnswer } from "../../../src/foundation/errors/index.js";
import { explain, renderExplanation } from "../../../src/foundation/explain/index.js";
import { money } from "../../../src/foundation/money/index.js";
import {
  avoidedLoss,
  breakEvenDualRunning,
  dualRunningCost,
  dualRunningNetBenefit,
  parseAvoidedLossInput,
  parseBreakEvenDualRunningInput,
  parseDualRunningCostInput,
  parseDualRunningNetBenefitInput,
} from "../../../src/roi/index.js";
import { faults } from "../../kit/caught.js";
import { keepsFormulaLaws } from "../../kit/formula-laws.js";
import { law } from "../../kit/laws.js";

const euro = (amount: string | number) => money(amount, "EUR");
const rates = { oldRunCost: euro(4000), extraStaffCost: euro(2500) };
const loss = { failureProbability: 0.15, residualProbability: 0.02, loss: euro(600_000) };

describe("dual running", () => {
  it("costs both systems and the staff, of which only the old and the staff are its price", () => {
    expect(dualRunningCost({ ...rates, periods: 6, newRunCost: euro(1500) }).amount).toBe("48000");
    expect(dualRunningNetBenefit({ ...rates, ...loss, periods: 6 }).amount).toBe("39000");
    expect(dualRunningNetBenefit({ ...rates, ...loss, periods: 0 }).amount).toBe("78000");
    expect(dualRunningNetBenefit({ ...rates, ...loss, periods: 13.5 }).amount).toBe("-9750");
  });

  it("avoids the part of the expected loss that it takes away", () => {
    expect(avoidedLoss(loss).amount).toBe("78000");
    expect(avoidedLoss({ ...loss, residualProbability: 0.2 }).amount).toBe("-30000");
    expect(avoidedLoss({ failureProbability: 0.3, residualProbability: 0.1, loss: euro(0.1) }).amount).toBe("0.02");
  });

  it.each([
    [{}, 12],
    [{ oldRunCost: euro(0) }, 31.2],
    [{ residualProbability: 0.15 }, { kind: "none", reason: "nothing-avoided" }],
    [{ residualProbability: 0.2 }, { kind: "none", reason: "nothing-avoided" }],
    [{ loss: euro(0) }, { kind: "none", reason: "nothing-avoided" }],
    [
      { oldRunCost: euro(0), extraStaffCost: euro(0) },
      { kind: "none", reason: "no-cost" },
    ],
  ])("with %j breaks even after %j", (part, periods) => {
    expect(breakEvenDualRunning({ ...rates, ...loss, ...part })).toEqual(periods);
  });

  it("shows its working", () => {
    expect(
      renderExplanation(explain(dualRunningNetBenefit, { ...rates, ...loss, periods: 6 }))
        .split("\n")
        .slice(-3),
    ).toEqual([
      "    extraCost = periods × (oldRunCost + extraStaffCost) = 6 × (4000 EUR + 2500 EUR) = 39000 EUR",
      "    netBenefit = avoidedLoss − extraCost = 78000 EUR − 39000 EUR = 39000 EUR",
      "  source: Boehm, Software Risk Management: Principles and Practices (1991), risk reduction leverage",
    ]);
  });

  it.each([
    ["periods below zero", { periods: -1 }, "out-of-range periods"],
    ["a cost below zero", { oldRunCost: euro(-1) }, "out-of-range oldRunCost.amount"],
    ["staff below zero", { extraStaffCost: euro(-1) }, "out-of-range extraStaffCost.amount"],
    ["a probability above 1", { failureProbability: 1.1 }, "out-of-range failureProbability"],
    ["a residual one below 0", { residualProbability: -0.1 }, "out-of-range residualProbability"],
    ["a loss below zero", { loss: euro(-1) }, "out-of-range loss.amount"],
    ["another currency", { loss: money(1, "USD") }, "currency-mismatch loss.currency"],
  ])("refuses %s", (_, part, fault) => {
    const given = { ...rates, ...loss, periods: 6, ...part };
    for (const figure of [dualRunningNetBenefit, parseDualRunningNetBenefitInput]) {
      expect(faults(() => figure(given))).toEqual([fault]);
    }
    const { periods, ...lasting } = given;
    if (periods >= 0) {
      for (const figure of [breakEvenDualRunning, parseBreakEvenDualRunningInput]) {
        expect(faults(() => figure(lasting))).toEqual([fault]);
      }
    }
  });

  it("refuses for the other figures too", () => {
    const cost = { ...rates, periods: 6, newRunCost: money(1, "USD") };
    for (const figure of [dualRunningCost, parseDualRunningCostInput]) {
      expect(faults(() => figure(cost))).toEqual(["currency-mismatch newRunCost.currency"]);
    }
    const unlikely = { ...loss, failureProbability: 2 };
    for (const figure of [avoidedLoss, parseAvoidedLossInput]) {
      expect(faults(() => figure(unlikely))).toEqual(["out-of-range failureProbability"]);
    }
  });
});

describe("laws", () => {
  const cents = fc.integer({ min: 0, max: 10_000_000 }).map((amount) => euro(amount / 100));
  const chance = fc.integer({ min: 0, max: 100 }).map((hundredths) => hundredths / 100);
  const periods = fc.integer({ min: 0, max: 104 }).map((quarters) => quarters / 4);
  const someRates = { oldRunCost: cents, extraStaffCost: cents };
  const someLoss = { failureProbability: chance, residualProbability: chance, loss: cents };

  it("words and code agree", () => {
    keepsFormulaLaws(dualRunningCost, fc.record({ ...someRates, periods, newRunCost: cents }));
    keepsFormulaLaws(avoidedLoss, fc.record(someLoss));
    keepsFormulaLaws(dualRunningNetBenefit, fc.record({ ...someRates, ...someLoss, periods }));
    keepsFormulaLaws(breakEvenDualRunning, fc.record({ ...someRates, ...someLoss }));
  });

  it("at the break-even the net benefit is zero", () => {
    law(fc.record({ ...someRates, ...someLoss }), (given) => {
      const periods = breakEvenDualRunning(given);
      if (isNoAnswer(periods)) return;
      const net = Number(dualRunningNetBenefit({ ...given, periods }).amount);
      expect(Math.abs(net)).toBeLessThanOrEqual(1e-12 * (1 + Number(given.loss.amount)));
    });
  });
});
