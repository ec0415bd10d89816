import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { explain, renderExplanation } from "../../../src/foundation/explain/index.js";
import { type Money, money, subtractMoney, sumMoney } from "../../../src/foundation/money/index.js";
import {
  adoptedBenefit,
  adoptedBenefits,
  assessAdoptionRamp,
  linearAdoption,
  logisticAdoption,
  parseAdoptedBenefitInput,
  parseAdoptionRamp,
  parseLinearRamp,
  parseLogisticRamp,
  parseValueLostToRampInput,
  TIMINGS,
  valueLostToRamp,
} from "../../../src/roi/index.js";
import { faults } from "../../kit/caught.js";
import { keepsFormulaLaws } from "../../kit/formula-laws.js";
import { law } from "../../kit/laws.js";
import { euros, someAmount } from "../flows.js";

describe("linearAdoption", () => {
  it("grows by the same step, and stays", () => {
    expect(linearAdoption({ rampPeriods: 6, periods: 8 })).toEqual([1 / 6, 2 / 6, 3 / 6, 4 / 6, 5 / 6, 1, 1, 1]);
    expect(linearAdoption({ rampPeriods: 0.5, periods: 1 })).toEqual([1]);
    expect(linearAdoption({ rampPeriods: 2.5, periods: 3 })).toEqual([0.4, 0.8, 1]);
  });
});

describe("logisticAdoption", () => {
  it("grows along an S", () => {
    const shares = logisticAdoption({ midpoint: 3, steepness: Math.LN2, periods: 5 });
    expect(shares.map((share) => share.toFixed(12))).toEqual([
      "0.200000000000",
      "0.333333333333",
      "0.500000000000",
      "0.666666666667",
      "0.800000000000",
    ]);
  });

  it("is pinned to the last bit", () => {
    expect(logisticAdoption({ midpoint: 6, steepness: 0.8, ceiling: 0.9, periods: 3 })).toEqual([
      0.0161875889658824, 0.03524915051708792, 0.0748554268445301,
    ]);
  });

  it("ends in 0 and in the ceiling where powers of e end", () => {
    expect(logisticAdoption({ midpoint: 2, steepness: 1e308, ceiling: 0.75, periods: 3 })).toEqual([0, 0.375, 0.75]);
    expect(logisticAdoption({ midpoint: -1.7e308, steepness: 1.7e308, periods: 1 })).toEqual([1]);
    expect(logisticAdoption({ midpoint: 1.7e308, steepness: 1.7e308, periods: 1 })).toEqual([0]);
  });

  it.each([
    ["no steepness", { midpoint: 1, steepness: 0, periods: 2 }, "out-of-range steepness"],
    ["a midpoint without end", { midpoint: Infinity, steepness: 1, periods: 2 }, "not-finite midpoint"],
    ["a ceiling above 1", { midpoint: 1, steepness: 1, ceiling: 1.1, periods: 2 }, "out-of-range ceiling"],
    ["no periods", { midpoint: 1, steepness: 1, periods: 0 }, "out-of-range periods"],
    ["too many periods", { midpoint: 1, steepness: 1, periods: 1_000_001 }, "too-many periods"],
  ])("refuses %s", (_, ramp, fault) => {
    expect(faults(() => logisticAdoption(ramp))).toEqual([fault]);
    expect(faults(() => parseLogisticRamp(ramp))).toHaveLength(1);
  });

  it("gives up to a million periods", () => {
    expect(linearAdoption({ rampPeriods: 1_000_000, periods: 1_000_000 }).at(-2)).toBe(0.999_999);
  });

  it("refuses a linear ramp that takes no time", () => {
    expect(faults(() => linearAdoption({ rampPeriods: 0, periods: 2 }))).toEqual(["out-of-range rampPeriods"]);
    expect(faults(() => parseLinearRamp({ rampPeriods: 0, periods: 2 }))).toEqual(["out-of-range rampPeriods"]);
  });
});

const ramp = {
  rate: 0.25,
  costs: euros(1000),
  fullBenefits: euros(0, 1000, 1000),
  adoption: [0, 0.5, 0.8],
  timing: "start" as const,
};

describe("a ramp of adoption", () => {
  it("scales benefits exactly", () => {
    const input = { fullBenefits: euros(60_000, 60_000, 0.1), adoption: [0.1, 0.95, 0.1] };
    expect(adoptedBenefits(input)).toEqual(euros(6000, 57_000, 0.01));
    expect(adoptedBenefit(input)).toEqual(money("63000.01", "EUR"));
  });

  it("lowers what a case is worth", () => {
    expect(assessAdoptionRamp(ramp)).toEqual({
      benefits: euros(0, 500, 800),
      totalBenefit: money(1300, "EUR"),
      netPresentValue: money(-88, "EUR"),
      netPresentValueAtFullAdoption: money(440, "EUR"),
      valueLostToRamp: money(528, "EUR"),
    });
  });

  it("shows its working", () => {
    const { rate, fullBenefits, adoption, timing } = ramp;
    const lines = renderExplanation(explain(valueLostToRamp, { rate, fullBenefits, adoption, timing })).split("\n");
    expect(lines.slice(6, 13)).toEqual([
      "  worked out",
      "    period     lost",
      "         0    0 EUR",
      "         1  500 EUR",
      "         2  200 EUR",
      "    each lost = fullBenefits[period] × (1 − adoption[period])",
      "    value = Net present value = 528 EUR",
    ]);
  });

  it.each([
    ["a share above 1", { adoption: [0, 0.5, 1.2] }, "out-of-range adoption.2"],
    ["a share below 0", { adoption: [0, -0.1, 1] }, "out-of-range adoption.1"],
    ["a share too few", { adoption: [0, 0.5] }, "inconsistent adoption"],
    ["no benefits", { fullBenefits: [], adoption: [] }, "empty fullBenefits"],
    ["a rate of −1", { rate: -1 }, "out-of-range rate"],
    ["another timing", { timing: "now" }, "out-of-range timing"],
    ["no costs", { costs: [] }, "empty costs"],
    ["a cost below zero", { costs: euros(-1) }, "out-of-range costs.0.amount"],
    ["another currency", { costs: [money(1, "USD")] }, "currency-mismatch costs.0.currency"],
  ])("refuses %s", (_, part, fault) => {
    const input = { ...ramp, ...part } as never;
    const { rate, fullBenefits, adoption, timing } = { ...ramp, ...part } as typeof ramp;
    expect(faults(() => assessAdoptionRamp(input))).toEqual([fault]);
    expect(faults(() => parseAdoptionRamp(input))).toHaveLength(1);
    if ("costs" in part) return;
    expect(faults(() => valueLostToRamp({ rate, fullBenefits, adoption, timing }))).toEqual([fault]);
    expect(faults(() => parseValueLostToRampInput({ rate, fullBenefits, adoption, timing }))).toHaveLength(1);
    if ("rate" in part || "timing" in part) return;
    expect(faults(() => adoptedBenefit({ fullBenefits, adoption }))).toEqual([fault]);
    expect(faults(() => adoptedBenefits({ fullBenefits, adoption }))).toEqual([fault]);
    expect(faults(() => parseAdoptedBenefitInput({ fullBenefits, adoption }))).toHaveLength(1);
  });
});

describe("laws", () => {
  const input = fc
    .array(fc.tuple(someAmount, fc.integer({ min: 0, max: 1000 })), { minLength: 1, maxLength: 10 })
    .map((rows) => ({
      fullBenefits: rows.map(([benefit]) => benefit),
      adoption: rows.map(([, thousandths]) => thousandths / 1000),
    }));
  const priced = fc
    .record({
      input,
      rate: fc.integer({ min: -20, max: 40 }).map((hundredths) => hundredths / 100),
      timing: fc.constantFrom(...TIMINGS),
    })
    .map(({ input, rate, timing }) => ({ ...input, rate, timing }));

  it("words and code agree", () => {
    keepsFormulaLaws(adoptedBenefit, input);
    keepsFormulaLaws(valueLostToRamp, priced);
  });

  it("what comes in and what is lost are the full benefit", () => {
    law(input, ({ fullBenefits, adoption }) => {
      const lost = valueLostToRamp({ rate: 0, timing: "start", fullBenefits, adoption });
      expect(sumMoney([adoptedBenefit({ fullBenefits, adoption }), lost])).toEqual(sumMoney(fullBenefits));
      expect(sumMoney(adoptedBenefits({ fullBenefits, adoption }))).toEqual(adoptedBenefit({ fullBenefits, adoption }));
    });
  });

  it("the value lost is the difference of the two values of the case", () => {
    law(priced, (given) => {
      const { netPresentValue, netPresentValueAtFullAdoption, valueLostToRamp } = assessAdoptionRamp({
        ...given,
        costs: euros(1, 2, 3),
      });
      const apart: Money = subtractMoney(netPresentValueAtFullAdoption, netPresentValue);
      const size = 1 + Math.abs(Number(apart.amount));
      expect(Math.abs(Number(apart.amount) - Number(valueLostToRamp.amount))).toBeLessThan(1e-11 * size);
    });
  });

  it("curves rise and stay between 0 and their ceiling", () => {
    const s = fc.record({
      midpoint: fc.integer({ min: -20, max: 60 }),
      steepness: fc.integer({ min: 1, max: 500 }).map((hundredths) => hundredths / 100),
      ceiling: fc.integer({ min: 0, max: 100 }).map((hundredths) => hundredths / 100),
      periods: fc.integer({ min: 1, max: 60 }),
    });
    law(s, (shape) => {
      const shares = logisticAdoption(shape);
      expect(shares).toHaveLength(shape.periods);
      shares.forEach((share, k) => {
        expect(share).toBeGreaterThanOrEqual(shares[k - 1] ?? 0);
        expect(share).toBeLessThanOrEqual(shape.ceiling);
      });
    });
  });

  it("an S is the same from both ends: what is missing at one side of the midpoint is reached at the other", () => {
    law(fc.record({ midpoint: fc.integer({ min: 2, max: 30 }), tenths: fc.integer({ min: 1, max: 50 }) }), (shape) => {
      const { midpoint } = shape;
      const shares = logisticAdoption({ midpoint, steepness: shape.tenths / 10, periods: 2 * midpoint });
      for (let t = 1; t < midpoint; t++) {
        expect((shares[midpoint - 1 - t] ?? 0) + (shares[midpoint - 1 + t] ?? 0)).toBeCloseTo(1, 14);
      }
    });
  });
});
