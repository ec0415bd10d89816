import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { isNoAnswer } from "../../../src/foundation/errors/index.js";
import { explain, renderExplanation } from "../../../src/foundation/explain/index.js";
import {
  benefitCostRatio,
  discountedReturnOnInvestment,
  netPresentValue,
  returnOnInvestment,
  separateFlows,
  TIMINGS,
} from "../../../src/roi/index.js";
import { sumMoney } from "../../../src/foundation/money/index.js";
import { faults } from "../../kit/caught.js";
import { keepsFormulaLaws } from "../../kit/formula-laws.js";
import { law } from "../../kit/laws.js";
import { euros, someFlows, someRate } from "../flows.js";

describe("discountedReturnOnInvestment", () => {
  it("of a published study is 329 %", () => {
    const costs = euros(53_150, 666_715, 636_772, 647_783);
    const benefits = euros(0, 1_606_511, 3_061_331, 4_229_760);
    const roi = discountedReturnOnInvestment({ rate: 0.1, costs, benefits, timing: "start" });
    expect(roi).toBeCloseTo(3.286_787_262_434_290_3, 13);
  });

  it("is the plain return at rate 0, and less when benefits wait", () => {
    const input = { costs: euros(100), benefits: euros(0, 150), timing: "start" as const };
    expect(discountedReturnOnInvestment({ ...input, rate: 0 })).toBe(0.5);
    expect(discountedReturnOnInvestment({ ...input, rate: 0.25 })).toBe(0.2);
    expect(discountedReturnOnInvestment({ ...input, rate: 0.25, benefits: euros(0) })).toBe(-1);
  });

  it("has no answer without costs", () => {
    const input = { rate: 0.1, costs: euros(0), benefits: euros(5), timing: "end" as const };
    expect(discountedReturnOnInvestment(input)).toEqual({ kind: "none", reason: "no-costs" });
  });

  it("shows its working", () => {
    const input = { rate: 0.25, costs: euros(100), benefits: euros(0, 150), timing: "start" as const };
    expect(renderExplanation(explain(discountedReturnOnInvestment, input)).split("\n").at(-2)).toBe(
      "    roi = (presentBenefits − presentCosts) ÷ presentCosts = (120 EUR − 100 EUR) ÷ 100 EUR = 0.2",
    );
  });

  it("refuses a cost below zero, and a rate of −1", () => {
    const input = { rate: 0.1, costs: euros(-1), benefits: euros(1), timing: "start" as const };
    expect(faults(() => discountedReturnOnInvestment(input))).toEqual(["out-of-range costs.0.amount"]);
    expect(faults(() => discountedReturnOnInvestment({ ...input, costs: euros(1), rate: -1 }))).toEqual([
      "out-of-range rate",
    ]);
  });
});

describe("laws", () => {
  const input = fc
    .record({ rate: someRate, flows: someFlows, timing: fc.constantFrom(...TIMINGS) })
    .map(({ flows, ...rest }) => {
      const { inflows, outflows } = separateFlows(flows);
      return { ...rest, benefits: inflows, costs: outflows };
    });

  it("words and code agree", () => {
    keepsFormulaLaws(discountedReturnOnInvestment, input, 100);
  });

  it("is one less than the benefit-cost ratio", () => {
    law(input, (given) => {
      const roi = discountedReturnOnInvestment(given);
      const ratio = benefitCostRatio(given);
      if (isNoAnswer(roi) || isNoAnswer(ratio)) return expect(roi).toEqual(ratio);
      expect(Math.abs(roi - ratio + 1)).toBeLessThan(1e-15 * (2 + ratio));
    });
  });

  it("times the present costs it is the net present value", () => {
    law(input, (given) => {
      const roi = discountedReturnOnInvestment(given);
      if (isNoAnswer(roi)) return;
      const [spent, gained] = [given.costs, given.benefits].map((flows) =>
        Number(netPresentValue({ rate: given.rate, flows, timing: given.timing }).amount),
      ) as [number, number];
      expect(Math.abs(roi * spent - (gained - spent))).toBeLessThan(1e-12 * (spent + gained));
    });
  });

  it("at rate 0 it is the return on investment", () => {
    law(input, (given) => {
      const roi = discountedReturnOnInvestment({ ...given, rate: 0 });
      if (isNoAnswer(roi)) return;
      const sums = { totalBenefit: sumMoney(given.benefits), totalCost: sumMoney(given.costs) };
      expect(roi).toBe(returnOnInvestment(sums));
    });
  });
});
