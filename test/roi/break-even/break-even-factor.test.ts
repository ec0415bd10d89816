import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { isNoAnswer } from "../../../src/foundation/errors/index.js";
import { explain, renderExplanation } from "../../../src/foundation/explain/index.js";
import { money, multiplyMoney } from "../../../src/foundation/money/index.js";
import {
  breakEvenBenefitFactor,
  breakEvenCostFactor,
  marginOfSafety,
  netPresentValue,
  separateFlows,
  TIMINGS,
} from "../../../src/roi/index.js";
import { faults } from "../../kit/caught.js";
import { keepsFormulaLaws } from "../../kit/formula-laws.js";
import { law } from "../../kit/laws.js";
import { euros, someFlows, someInvestment } from "../flows.js";

describe("break-even factors", () => {
  it.each([
    ["pays back twice", euros(0, 220), euros(100), 0.5, 2, 0.5],
    ["just pays back", euros(0, 110), euros(100), 1, 1, 0],
    ["loses", euros(0, 55), euros(100), 2, 0.5, -1],
    ["costs nothing", euros(0, 55), euros(0), 0, { kind: "none", reason: "no-costs" }, 1],
    [
      "brings nothing",
      euros(0, 0),
      euros(100),
      { kind: "none", reason: "no-benefits" },
      0,
      { kind: "none", reason: "no-benefits" },
    ],
    [
      "brings less than nothing",
      euros(0, -11),
      euros(100),
      { kind: "none", reason: "no-benefits" },
      -0.1,
      { kind: "none", reason: "no-benefits" },
    ],
  ])("of a case that %s", (_, benefits, costs, benefitFactor, costFactor, margin) => {
    const input = { rate: 0.1, benefits, costs, timing: "start" as const };
    expect(breakEvenBenefitFactor(input)).toEqual(benefitFactor);
    expect(breakEvenCostFactor(input)).toEqual(costFactor);
    expect(marginOfSafety(input)).toEqual(margin);
  });

  it("shows its working", () => {
    const input = { rate: 0, benefits: euros(0, 125), costs: euros(100), timing: "start" as const };
    const lines = renderExplanation(explain(marginOfSafety, input)).split("\n");
    expect(lines.at(-2)).toBe("    margin = 1 − presentCosts ÷ presentBenefits = 1 − 100 EUR ÷ 125 EUR = 0.2");
  });

  it.each([
    ["a cost below zero", { costs: euros(1, -1) }, "out-of-range costs.1.amount"],
    ["no costs at all", { costs: [] }, "empty costs"],
    ["costs that are no list", { costs: 5 }, "wrong-type costs"],
    ["a rate of −1", { rate: -1 }, "out-of-range rate"],
    ["another currency", { costs: [money(1, "USD")] }, "currency-mismatch costs.0.currency"],
  ])("refuse %s", (_, part, fault) => {
    const input = { rate: 0.1, benefits: euros(1), costs: euros(1), timing: "start", ...part } as never;
    for (const figure of [breakEvenBenefitFactor, breakEvenCostFactor, marginOfSafety]) {
      expect(faults(() => figure(input))).toEqual([fault]);
    }
  });
});

describe("laws", () => {
  const rate = fc.integer({ min: -20, max: 40 }).map((hundredths) => hundredths / 100);
  const input = fc
    .record({ rate, flows: fc.oneof(someFlows, someInvestment), timing: fc.constantFrom(...TIMINGS) })
    .map(({ rate, flows, timing }) => {
      const { inflows, outflows } = separateFlows(flows);
      return { rate, benefits: inflows, costs: outflows, timing };
    });

  it("words and code agree", () => {
    keepsFormulaLaws(breakEvenBenefitFactor, input, 100);
    keepsFormulaLaws(breakEvenCostFactor, input, 100);
    keepsFormulaLaws(marginOfSafety, input, 100);
  });

  it("the benefits times their factor are worth the costs, and the other way round", () => {
    law(input, ({ rate, benefits, costs, timing }) => {
      const given = { rate, benefits, costs, timing };
      const [b, c] = [breakEvenBenefitFactor(given), breakEvenCostFactor(given)];
      if (isNoAnswer(b) || isNoAnswer(c)) return;
      const worth = (flows: typeof costs): number => Number(netPresentValue({ rate, flows, timing }).amount);
      const scale = 1e-9 * (worth(benefits) + worth(costs));
      const fewer = benefits.map((benefit) => multiplyMoney(benefit, b));
      const more = costs.map((cost) => multiplyMoney(cost, c));
      expect(Math.abs(worth(fewer) - worth(costs))).toBeLessThan(scale);
      expect(Math.abs(worth(more) - worth(benefits))).toBeLessThan(scale);
    });
  });

  it("the margin is above zero exactly when the case gains", () => {
    law(input, (given) => {
      const margin = marginOfSafety(given);
      const cost = breakEvenCostFactor(given);
      if (isNoAnswer(margin) || isNoAnswer(cost)) return;
      expect(margin > 0).toBe(cost > 1);
    });
  });
});
