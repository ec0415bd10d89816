import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { explain, renderExplanation } from "../../../src/foundation/explain/index.js";
import { distributionCdf } from "../../../src/foundation/random/index.js";
import {
  assessTriangularEstimate,
  parseSurveyedAdjustmentInput,
  parseTriangularEstimate,
  surveyedAdjustment,
  triangularRiskFactor,
} from "../../../src/roi/index.js";
import { faults } from "../../kit/caught.js";
import { keepsFormulaLaws } from "../../kit/formula-laws.js";
import { law } from "../../kit/laws.js";

describe("surveyedAdjustment", () => {
  it.each([
    ["a published study, which prints 20 %", [0.66, 0.34], [0.3, 0], 0.198],
    ["one group", [1], [0.25], 0.25],
    ["a part that did not answer", [0.5, 0.2], [0.1, 0.2], 0.09],
    ["shares that decimals add up", [0.1, 0.2, 0.7], [1, 1, 1], 1],
    ["a group that expects more", [0.5, 0.5], [-0.1, 0.3], 0.1],
  ])("of %s", (_, shares, riskFactors, adjustment) => {
    expect(surveyedAdjustment({ shares, riskFactors })).toBe(adjustment);
  });

  it("shows its working", () => {
    const text = renderExplanation(explain(surveyedAdjustment, { shares: [0.66, 0.34], riskFactors: [0.3, 0] }));
    expect(text.split("\n").slice(-2)).toEqual([
      "    adjustment = sum[t](shares[t] × riskFactors[t]) = 0.198",
      "  source: Forrester Consulting, customer education study for Intellum, risk adjustment from survey answers",
    ]);
  });

  it.each([
    ["no groups", [], [], "empty shares"],
    ["lists of two lengths", [0.5], [0.1, 0.2], "inconsistent riskFactors"],
    ["a share above 1", [1.1], [0.1], "out-of-range shares.0"],
    ["more than all", [0.6, 0.6], [0.1, 0.1], "inconsistent shares"],
    ["a factor in text", [0.6], ["10%"], "wrong-type riskFactors.0"],
  ])("refuses %s", (_, shares, riskFactors, fault) => {
    expect(faults(() => surveyedAdjustment({ shares, riskFactors } as never))).toEqual([fault]);
    expect(faults(() => parseSurveyedAdjustmentInput({ shares, riskFactors }))).toEqual([fault]);
  });

  it("reads what it answers", () => {
    const input = { shares: [0.5, 0.5], riskFactors: [0.1, 0.2] };
    expect(parseSurveyedAdjustmentInput(input)).toEqual(input);
  });
});

describe("triangularRiskFactor", () => {
  it.each([
    [80, 100, 105, 0.95],
    [90_000, 100_000, 150_000, 1.133_333_333_333_333_3],
    [5, 5, 5, 1],
    [-6, -3, 0, 1],
    [0, 0, 3, { kind: "none", reason: "no-most-likely-value" }],
  ])("of %s, %s, %s is %j", (low, mostLikely, high, factor) => {
    expect(triangularRiskFactor({ low, mostLikely, high })).toEqual(factor);
  });

  it("shows its working", () => {
    const { steps } = explain(triangularRiskFactor, { low: 80, mostLikely: 100, high: 105 });
    expect(steps).toMatchObject([
      { symbol: "mean", substituted: "(80 + 100 + 105) ÷ 3", value: 95 },
      { symbol: "factor", substituted: "95 ÷ 100", value: 0.95 },
    ]);
  });
});

describe("assessTriangularEstimate", () => {
  it("of a cost that leans up", () => {
    const estimate = { low: 90_000, mostLikely: 100_000, high: 150_000 };
    const { quantiles, ...rest } = assessTriangularEstimate(estimate, { percentiles: [0.1, 0.5, 0.8, 0.9] });
    expect(rest).toEqual({
      mean: 113_333.333_333_333_33,
      factor: 1.133_333_333_333_333_3,
      downwardAdjustment: -0.133_333_333_333_333_33,
      variance: 172_222_222.222_222_22,
    });
    [97_745.966_692_414_83, 111_270.166_537_925_83, 125_505.102_572_168_22, 132_679.491_924_311_22].forEach(
      (value, i) => {
        expect(Math.abs((quantiles[i] ?? 0) - value)).toBeLessThan(1e-10);
      },
    );
  });

  it("gives the ends for the levels 0 and 1, and one value where all are equal", () => {
    const percentiles = [0, 0.5, 1];
    expect(assessTriangularEstimate({ low: 1, mostLikely: 1, high: 3 }, { percentiles }).quantiles).toEqual([
      1,
      3 - Math.SQRT2,
      3,
    ]);
    expect(assessTriangularEstimate({ low: 7, mostLikely: 7, high: 7 }, { percentiles })).toEqual({
      mean: 7,
      factor: 1,
      downwardAdjustment: 0,
      variance: 0,
      quantiles: [7, 7, 7],
    });
    expect(assessTriangularEstimate({ low: 1, mostLikely: 2, high: 3 }).quantiles).toEqual([]);
  });

  it("keeps the variance of large values that lie close together", () => {
    const estimate = { low: 1e15, mostLikely: 1e15 + 1, high: 1e15 + 2 };
    expect(assessTriangularEstimate(estimate).variance).toBe(1 / 6);
  });

  it("has no factor where nothing is most likely", () => {
    const none = { kind: "none", reason: "no-most-likely-value" };
    expect(assessTriangularEstimate({ low: -1, mostLikely: 0, high: 4 })).toMatchObject({
      mean: 1,
      factor: none,
      downwardAdjustment: none,
    });
  });

  it.each([
    ["a low above the most likely", { low: 101 }, "inconsistent low"],
    ["a high below the most likely", { high: 99 }, "inconsistent high"],
    ["a value in text", { low: "80" }, "wrong-type low"],
  ])("refuses %s", (_, part, fault) => {
    const estimate = { low: 80, mostLikely: 100, high: 105, ...part };
    expect(faults(() => assessTriangularEstimate(estimate as never))).toEqual([fault]);
    expect(faults(() => triangularRiskFactor(estimate as never))).toEqual([fault]);
    expect(faults(() => parseTriangularEstimate(estimate))).toEqual([fault]);
  });

  it("refuses levels outside 0 and 1", () => {
    const estimate = { low: 80, mostLikely: 100, high: 105 };
    expect(faults(() => assessTriangularEstimate(estimate, { percentiles: [0.5, 80] }))).toEqual([
      "out-of-range percentiles.1",
    ]);
    expect(parseTriangularEstimate(estimate)).toEqual(estimate);
  });
});

describe("laws", () => {
  const value = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((hundredths) => hundredths / 100);
  const estimate = fc.tuple(value, value, value).map((values) => {
    const [low = 0, mostLikely = 0, high = 0] = [...values].sort((a, b) => a - b);
    return { low, mostLikely, high };
  });
  const groups = fc
    .array(fc.record({ weight: fc.integer({ min: 0, max: 10 }), factor: fc.integer({ min: 0, max: 100 }) }), {
      minLength: 1,
      maxLength: 10,
    })
    .map((list) => ({
      shares: list.map(({ weight }) => weight / 100),
      riskFactors: list.map(({ factor }) => factor / 100),
    }));

  it("words and code agree", () => {
    keepsFormulaLaws(surveyedAdjustment, groups);
    keepsFormulaLaws(triangularRiskFactor, estimate);
  });

  it("an adjustment is between the smallest and the largest factor of those who answered", () => {
    law(groups, ({ shares, riskFactors }) => {
      const answered = shares.reduce((sum, share) => sum + share, 0);
      const adjustment = surveyedAdjustment({ shares, riskFactors });
      expect(adjustment).toBeGreaterThanOrEqual(answered * Math.min(...riskFactors) - 1e-12);
      expect(adjustment).toBeLessThanOrEqual(answered * Math.max(...riskFactors) + 1e-12);
    });
  });

  it("moving an estimate moves its mean and its quantiles, and leaves its variance", () => {
    law(fc.record({ estimate, by: fc.integer({ min: -1000, max: 1000 }) }), ({ estimate, by }) => {
      const percentiles = [0.1, 0.5, 0.9];
      const here = assessTriangularEstimate(estimate, { percentiles });
      const { low, mostLikely, high } = estimate;
      const moved = { low: low + by, mostLikely: mostLikely + by, high: high + by };
      const there = assessTriangularEstimate(moved, { percentiles });
      expect(Math.abs(there.mean - here.mean - by)).toBeLessThan(1e-9);
      expect(Math.abs(there.variance - here.variance)).toBeLessThan(1e-6);
      here.quantiles.forEach((one, i) => {
        expect(Math.abs((there.quantiles[i] ?? 0) - one - by)).toBeLessThan(1e-7);
      });
    });
  });

  it("a quantile is passed with the probability it was asked for", () => {
    law(fc.record({ estimate, level: fc.integer({ min: 1, max: 99 }) }), ({ estimate, level }) => {
      const { low: minimum, mostLikely: mode, high: maximum } = estimate;
      if (maximum - minimum < 1) return;
      const [found = 0] = assessTriangularEstimate(estimate, { percentiles: [level / 100] }).quantiles;
      const reached = distributionCdf({ kind: "triangular", minimum, mode, maximum }, { value: found });
      expect(reached).toBeCloseTo(level / 100, 9);
    });
  });
});
