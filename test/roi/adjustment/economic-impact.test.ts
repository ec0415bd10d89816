import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { money, multiplyMoney, subtractMoney, sumMoney } from "../../../src/foundation/money/index.js";
import {
  assessEconomicImpact,
  parseEconomicImpactInput,
  payback,
  riskAdjustedBenefits,
  riskAdjustedCosts,
  separateFlows,
} from "../../../src/roi/index.js";
import { faults } from "../../kit/caught.js";
import { law } from "../../kit/laws.js";
import { euros, someFlows, someRate } from "../flows.js";

const dollars = (...amounts: readonly number[]) => amounts.map((amount) => money(amount, "USD"));
const texts = (amounts: readonly { readonly amount: string }[]) => amounts.map(({ amount }) => amount);

describe("assessEconomicImpact", () => {
  it("of a published study agrees with what it prints, after rounding", () => {
    const impact = assessEconomicImpact({
      rate: 0.1,
      costs: dollars(53_150, 666_715, 636_772, 647_783),
      benefits: dollars(0, 1_606_511, 3_061_331, 4_229_760),
    });
    expect(texts([impact.totalCosts, impact.totalBenefits, impact.totalNet])).toEqual([
      "2004420",
      "8897602",
      "6893182",
    ]);
    // The study prints 2,424,560 and 3,581,976: its rows were rounded each for itself.
    expect(texts(impact.net)).toEqual(["-53150", "939796", "2424559", "3581977"]);
    expect(
      texts([impact.presentCosts, impact.presentBenefits, impact.netPresentValue]).map((text) => text.slice(0, 7)),
    ).toEqual(["1672201", "7168371", "5496170"]);
    expect(impact.roi).toBeCloseTo(3.286_787_262_434_290_3, 13);
    expect(impact.payback).toBeCloseTo(0.056_554_826_792_197_456, 15);
  });

  it("takes lists of different lengths", () => {
    const impact = assessEconomicImpact({ rate: 0, costs: euros(10, 5), benefits: euros(1, 2, 3, 4) });
    expect(impact.net).toEqual(euros(-9, -3, 3, 4));
    expect(impact.payback).toEqual({ kind: "none", reason: "never-pays-back" });
    expect(assessEconomicImpact({ rate: 0, costs: euros(1, 2, 3), benefits: euros(9) }).net).toEqual(euros(8, -2, -3));
  });

  it("has no return without costs", () => {
    const impact = assessEconomicImpact({ rate: 0, costs: euros(0), benefits: euros(4) });
    expect(impact.roi).toEqual({ kind: "none", reason: "no-costs" });
    expect(impact.payback).toBe(0);
  });

  it.each([
    ["a rate of −1", { rate: -1 }, "out-of-range rate"],
    ["no costs at all", { costs: [] }, "empty costs"],
    ["no benefits at all", { benefits: [] }, "empty benefits"],
    ["a cost below zero", { costs: euros(1, -1) }, "out-of-range costs.1.amount"],
    ["another currency", { costs: dollars(1) }, "currency-mismatch costs.0.currency"],
  ])("refuses %s", (_, part, fault) => {
    const input = { rate: 0.1, costs: euros(1), benefits: euros(2), ...part };
    expect(faults(() => assessEconomicImpact(input))).toEqual([fault]);
    expect(faults(() => parseEconomicImpactInput(input))).toEqual([fault]);
  });

  it("reads what it answers", () => {
    const input = { rate: 0.1, benefits: euros(2), costs: euros(1) };
    expect(parseEconomicImpactInput(input)).toEqual(input);
  });
});

describe("riskAdjustedBenefits and riskAdjustedCosts", () => {
  it("lower the ones and raise the others", () => {
    expect(riskAdjustedBenefits(euros(0, 120_000, 240_000), 0.15)).toEqual(euros(0, 102_000, 204_000));
    expect(riskAdjustedCosts(euros(150_000, 30_000), 0.1)).toEqual(euros(165_000, 33_000));
    expect(riskAdjustedBenefits(euros(7), 1)).toEqual(euros(0));
    expect(riskAdjustedBenefits(euros(7), -1)).toEqual(euros(14));
    expect(riskAdjustedCosts(euros(7), -1)).toEqual(euros(0));
    expect(riskAdjustedCosts(euros(7), 2)).toEqual(euros(21));
  });

  it("count the share as a decimal", () => {
    expect(riskAdjustedBenefits(euros(1), 0.9)).toEqual(euros("0.1"));
    expect(riskAdjustedCosts(euros(1), 0.1)).toEqual(euros("1.1"));
  });

  it("refuse to take off more than all", () => {
    expect(faults(() => riskAdjustedBenefits(euros(7), 1.01))).toEqual(["out-of-range adjustment"]);
    expect(faults(() => riskAdjustedCosts(euros(7), -1.01))).toEqual(["out-of-range adjustment"]);
    expect(faults(() => riskAdjustedBenefits(euros(7), Number.NaN))).toEqual(["not-finite adjustment"]);
    expect(faults(() => riskAdjustedBenefits([], 0))).toEqual(["empty benefits"]);
    expect(faults(() => riskAdjustedCosts([], 0))).toEqual(["empty costs"]);
  });
});

describe("laws", () => {
  const sides = someFlows.map((flows) => {
    const { inflows, outflows } = separateFlows(flows);
    return { benefits: inflows, costs: outflows };
  });

  it("the columns add up to the totals", () => {
    law(fc.record({ rate: someRate, sides }), ({ rate, sides }) => {
      const { net, totalNet, totalBenefits, totalCosts, ...impact } = assessEconomicImpact({ rate, ...sides });
      expect(sumMoney(net)).toEqual(totalNet);
      expect(subtractMoney(totalBenefits, totalCosts)).toEqual(totalNet);
      expect(subtractMoney(impact.presentBenefits, impact.presentCosts)).toEqual(impact.netPresentValue);
      expect(impact.payback).toEqual(payback({ flows: net }));
    });
  });

  it("the adjustments move the present values in their own proportion", () => {
    const share = fc.integer({ min: 0, max: 100 }).map((hundredths) => hundredths / 100);
    law(fc.record({ sides, down: share, up: share }), ({ sides, down, up }) => {
      const plain = assessEconomicImpact({ rate: 0, ...sides });
      const adjusted = assessEconomicImpact({
        rate: 0,
        benefits: riskAdjustedBenefits(sides.benefits, down),
        costs: riskAdjustedCosts(sides.costs, up),
      });
      const taken = multiplyMoney(plain.presentBenefits, down);
      expect(adjusted.presentBenefits).toEqual(subtractMoney(plain.presentBenefits, taken));
      expect(adjusted.presentCosts).toEqual(sumMoney([plain.presentCosts, multiplyMoney(plain.presentCosts, up)]));
    });
  });
});
