import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { isNoAnswer } from "../../../src/foundation/errors/index.js";
import { explain } from "../../../src/foundation/explain/index.js";
import { type Money, money, subtractMoney, sumMoney } from "../../../src/foundation/money/index.js";
import {
  benefitCostRatio,
  discountedReturnOnInvestment,
  netPresentValue,
  parseBenefitCostRatioInput,
  profitabilityIndex,
  returnOnInvestment,
  separateFlows,
  type Timing,
  TIMINGS,
} from "../../../src/roi/index.js";
import { faults } from "../../kit/caught.js";
import { keepsFormulaLaws } from "../../kit/formula-laws.js";
import { law } from "../../kit/laws.js";
import { euros, someFlows, someInvestment } from "../flows.js";

describe("profitabilityIndex", () => {
  it.each([
    [euros(-40_000, 18_000, 12_000, 10_000, 9000, 6000), 1.091_669_719_529_838_4],
    [euros(-100, 80, -20, 90), 1.238_166_791_885_800_1],
    [euros(-100, 110), 1],
    [euros(0, -100, 121), { kind: "none", reason: "no-first-outlay" }],
    [euros(5), { kind: "none", reason: "no-first-outlay" }],
  ])("of %j is %j", (flows, index) => {
    expect(profitabilityIndex({ rate: 0.1, flows })).toEqual(index);
  });

  it("explains the net present value within it", () => {
    const { steps } = explain(profitabilityIndex, { rate: 0.1, flows: euros(-100, 132) });
    expect(steps.map(({ kind }) => kind)).toEqual(["figure", "calculated"]);
    expect(steps[1]).toMatchObject({ substituted: "1 − 20 EUR ÷ flows[0]", value: 1.2 });
  });

  it("refuses rates and flows that are none", () => {
    expect(faults(() => profitabilityIndex({ rate: -1, flows: euros(-1) }))).toEqual(["out-of-range rate"]);
    expect(faults(() => profitabilityIndex({ rate: 0, flows: [] }))).toEqual(["empty flows"]);
  });
});

describe("benefitCostRatio", () => {
  const costs = euros(10, 20, 30, 30, 20, 10, 5, 5, 5, 5);
  const benefits = euros(0, 0, 5, 10, 30, 40, 40, 40, 40, 25);

  it("of the sample in Circular A-94 is 1.338", () => {
    expect(benefitCostRatio({ rate: 0.07, benefits, costs, timing: "end" })).toBeCloseTo(1.338_457_416_685_242_9, 13);
  });

  it("has no answer without costs", () => {
    const input = { rate: 0.1, benefits, costs: euros(0, 0), timing: "start" as const };
    expect(benefitCostRatio(input)).toEqual({ kind: "none", reason: "no-costs" });
    expect(explain(benefitCostRatio, input).steps.at(-1)).toMatchObject({ condition: "presentCosts = 0" });
  });

  it.each([
    ["a rate of −1", { rate: -1 }, "out-of-range rate"],
    ["no costs at all", { costs: [] }, "empty costs"],
    ["no benefits at all", { benefits: [] }, "empty benefits"],
    ["a cost below zero", { costs: euros(1, -1) }, "out-of-range costs.1.amount"],
    ["another currency", { costs: [money(1, "USD")] }, "currency-mismatch costs.0.currency"],
    ["another timing", { timing: "now" as Timing }, "out-of-range timing"],
  ])("refuses %s", (_, part, fault) => {
    const input = { rate: 0.1, benefits, costs, timing: "start" as const, ...part };
    expect(faults(() => benefitCostRatio(input as never))).toEqual([fault]);
    expect(faults(() => parseBenefitCostRatioInput(input))).toEqual([fault]);
  });
});

describe("parseBenefitCostRatioInput", () => {
  it("holds every amount against the first benefit", () => {
    const input = {
      rate: 0.1,
      benefits: euros(1),
      costs: [money(1, "EUR"), money(1, "USD")],
      timing: "start" as const,
    };
    expect(faults(() => parseBenefitCostRatioInput(input))).toEqual(["currency-mismatch costs.1.currency"]);
    const dollars = { ...input, costs: [money(1, "USD"), money(-1, "USD")] };
    expect(faults(() => parseBenefitCostRatioInput(dollars))).toEqual([
      "currency-mismatch costs.0.currency",
      "currency-mismatch costs.1.currency",
      "out-of-range costs.1.amount",
    ]);
  });
});

describe("separateFlows", () => {
  it("parts what comes in from what goes out, period by period", () => {
    expect(separateFlows(euros(-100, 0, "40.5"))).toEqual({ inflows: euros(0, 0, 40.5), outflows: euros(100, 0, 0) });
  });

  it("refuses no flows", () => {
    expect(faults(() => separateFlows([]))).toEqual(["empty flows"]);
  });
});

describe("laws", () => {
  const rate = fc.integer({ min: -20, max: 40 }).map((hundredths) => hundredths / 100);
  const timing = fc.constantFrom(...TIMINGS);
  const sides = someFlows.map((flows) => separateFlows(flows));

  it("words and code agree", () => {
    keepsFormulaLaws(profitabilityIndex, fc.record({ rate, flows: fc.oneof(someFlows, someInvestment) }));
    keepsFormulaLaws(
      benefitCostRatio,
      fc
        .record({ rate, sides, timing })
        .map(({ rate, sides, timing }) => ({ rate, benefits: sides.inflows, costs: sides.outflows, timing })),
      100,
    );
  });

  it("the parts put together are the flows", () => {
    law(someFlows, (flows) => {
      const { inflows, outflows } = separateFlows(flows);
      expect(inflows.map((inflow, k) => subtractMoney(inflow, outflows[k] ?? inflow))).toEqual(flows);
    });
  });

  it("does not fade with the years: far off, 12 decimals of money are few", () => {
    for (const period of [250, 300, 350, 400]) {
      const at = (amount: number) => euros(...new Array<number>(period).fill(0), amount);
      const sides = { rate: 0.1, benefits: at(300), costs: at(200), timing: "start" as const };
      expect(benefitCostRatio(sides)).toBe(1.5);
      expect(discountedReturnOnInvestment(sides)).toBe(0.5);
    }
    expect(profitabilityIndex({ rate: 0.1, flows: euros("-0.000000000001", "0.000000000002") })).toBe(20 / 11);
  });

  it("the ratio is one more than the return on the present values", () => {
    law(fc.record({ rate, sides, timing }), ({ rate, sides, timing }) => {
      const ratio = benefitCostRatio({ rate, benefits: sides.inflows, costs: sides.outflows, timing });
      if (isNoAnswer(ratio)) return;
      const present = (flows: readonly Money[]): Money => netPresentValue({ rate, flows, timing });
      const totalCost = present(sides.outflows);
      const roi = returnOnInvestment({ totalBenefit: present(sides.inflows), totalCost });
      // Money is rounded to 12 decimals, which the ratio is not.
      const rounding = 1e-12 / Number(totalCost.amount);
      expect(Math.abs(ratio - 1 - roi)).toBeLessThan((1e-14 + rounding) * (1 + ratio));
    });
  });

  it("with one outlay, now, the index is the ratio", () => {
    law(fc.record({ rate, flows: someInvestment }), ({ rate, flows }) => {
      const { inflows, outflows } = separateFlows(flows);
      const ratio = benefitCostRatio({ rate, benefits: inflows, costs: outflows, timing: "start" });
      const index = profitabilityIndex({ rate, flows });
      expect(isNoAnswer(ratio) || isNoAnswer(index)).toBe(false);
      expect(Math.abs(Number(ratio) - Number(index))).toBeLessThan(1e-12 * Math.max(1, Number(index)));
    });
  });

  it("adding benefits never lowers it", () => {
    law(fc.record({ rate, sides, timing }), ({ rate, sides, timing }) => {
      const before = benefitCostRatio({ rate, benefits: sides.inflows, costs: sides.outflows, timing });
      const more = sides.inflows.map((inflow) => sumMoney([inflow, money(100, "EUR")]));
      const after = benefitCostRatio({ rate, benefits: more, costs: sides.outflows, timing });
      if (!isNoAnswer(before)) expect(Number(after)).toBeGreaterThan(before);
    });
  });
});
