import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { explain, renderExplanation } from "../../../src/foundation/explain/index.js";
import { money } from "../../../src/foundation/money/index.js";
import {
  assessOptimismBias,
  type BiasMeasure,
  type BiasProjectType,
  biasAdjustedCost,
  biasAdjustedDuration,
  OPTIMISM_BIAS_TABLE_2002,
  optimismBias,
  type OptimismBiasBounds,
  optimismBiasBounds,
  parseBiasAdjustedCostInput,
  parseBiasAdjustedDurationInput,
  parseOptimismBiasCase,
  parseOptimismBiasInput,
} from "../../../src/roi/index.js";
import { faults } from "../../kit/caught.js";
import { keepsFormulaLaws } from "../../kit/formula-laws.js";
import { law } from "../../kit/laws.js";
import { someAmount } from "../flows.js";

const pounds = (amount: number | string) => money(amount, "GBP");
const duration = {
  upperBound: 0.39,
  lowerBound: 0.02,
  contributions: [0.05, 0.02, 0.22, 0.05, 0.03],
  mitigations: [1, 1, 0.4, 1, 1],
};

describe("optimismBias", () => {
  it("of the review's example, 28 months of works, is 29.7 %", () => {
    expect(optimismBias(duration)).toBe(0.297_18);
    expect(biasAdjustedDuration({ duration: 28, bias: 0.297_18 })).toBe(36.321_04);
    expect(biasAdjustedDuration({ duration: 28, bias: 0.39 })).toBe(38.92);
  });

  it("starts at the upper bound and stops at the lower", () => {
    const bounds = { upperBound: 2, lowerBound: 0.1 };
    expect(optimismBias({ ...bounds, contributions: [], mitigations: [] })).toBe(2);
    expect(optimismBias({ ...bounds, contributions: [0.5], mitigations: [1] })).toBe(1);
    expect(optimismBias({ ...bounds, contributions: [0.95], mitigations: [1] })).toBe(0.1);
    expect(optimismBias({ ...bounds, contributions: [1], mitigations: [1] })).toBe(0.1);
    expect(optimismBias({ upperBound: 0, lowerBound: 0, contributions: [1], mitigations: [0] })).toBe(0);
  });

  it("lets contributions in whole per cent add up to a little more than 1", () => {
    const thirds = { upperBound: 1, lowerBound: 0, mitigations: [1, 1, 0] };
    expect(optimismBias({ ...thirds, contributions: [0.34, 0.34, 0.335] })).toBe(0.32);
    expect(faults(() => optimismBias({ ...thirds, contributions: [0.34, 0.34, 0.336] }))).toEqual([
      "inconsistent contributions",
    ]);
  });

  it("shows its working", () => {
    expect(renderExplanation(explain(optimismBias, duration)).split("\n")).toEqual([
      "Optimism bias = 0.29718",
      "  given",
      "    upperBound    = 0.39 (ratio)",
      "    lowerBound    = 0.02 (ratio)",
      "    contributions = [0.05, 0.02, 0.22, 0.05, 0.03] (ratio)",
      "    mitigations   = [1, 1, 0.4, 1, 1] (ratio)",
      "  worked out",
      "    managed = sum[t](contributions[t] × mitigations[t]) = 0.238",
      "    bias = max(lowerBound, (1 − managed) × upperBound) = max(0.02, (1 − 0.238) × 0.39) = 0.29718",
      "  source: Mott MacDonald, Review of Large Public Procurement in the UK (2002), section 4, guidance on optimism bias",
    ]);
  });

  it.each([
    ["bounds the wrong way round", { upperBound: 0.01 }, "inconsistent lowerBound"],
    ["a bound below zero", { lowerBound: -0.1 }, "out-of-range lowerBound"],
    ["a contribution in per cent", { contributions: [5, 0.02, 0.22, 0.05, 0.03] }, "out-of-range contributions.0"],
    ["a mitigation above 1", { mitigations: [1, 1, 1.4, 1, 1] }, "out-of-range mitigations.2"],
    ["lists of two lengths", { mitigations: [1] }, "inconsistent mitigations"],
    ["contributions of more than all", { contributions: [0.3, 0.3, 0.3, 0.3, 0] }, "inconsistent contributions"],
  ])("refuses %s", (_, part, fault) => {
    const input = { ...duration, ...part };
    expect(faults(() => optimismBias(input))).toEqual([fault]);
    expect(faults(() => parseOptimismBiasInput(input))).toEqual([fault]);
  });

  it("reads what it answers", () => {
    expect(parseOptimismBiasInput(duration)).toEqual(duration);
  });
});

describe("biasAdjustedCost and biasAdjustedDuration", () => {
  it("add the share", () => {
    expect(biasAdjustedCost({ cost: pounds("0.10"), bias: 2 })).toEqual(pounds("0.3"));
    expect(biasAdjustedCost({ cost: pounds(7), bias: 0 })).toEqual(pounds(7));
    expect(biasAdjustedDuration({ duration: 0, bias: 0.5 })).toBe(0);
  });

  it("refuse what is below zero", () => {
    expect(faults(() => biasAdjustedCost({ cost: pounds(1), bias: -0.1 }))).toEqual(["out-of-range bias"]);
    expect(faults(() => biasAdjustedDuration({ duration: -1, bias: 0 }))).toEqual(["out-of-range duration"]);
    expect(faults(() => biasAdjustedDuration({ duration: 1e308, bias: 1 }))).toEqual(["out-of-range duration"]);
    expect(faults(() => parseBiasAdjustedCostInput({ cost: pounds(1), bias: -0.1 }))).toEqual(["out-of-range bias"]);
    expect(faults(() => parseBiasAdjustedDurationInput({ duration: -1, bias: "9" }))).toEqual([
      "out-of-range duration",
      "wrong-type bias",
    ]);
  });
});

describe("assessOptimismBias", () => {
  const contract = {
    base: pounds(100),
    upperBound: 0.51,
    lowerBound: 0.04,
    areas: [{ contribution: 0.92, mitigation: 1 }],
    riskManagementCost: pounds(7),
  };

  it("of the review's example, 100 million at contract award, is 111 million", () => {
    expect(assessOptimismBias(contract)).toEqual({
      managed: 0.92,
      resultant: 0.0408,
      adjusted: pounds("104.08"),
      unmitigated: pounds(151),
      total: pounds("111.08"),
    });
  });

  it("does not round the share on the way to the cost", () => {
    const areas = [
      { contribution: 0.123_456_789_012_345, mitigation: 0.987_654_321_098_765 },
      { contribution: 0.111_111_111_111_111, mitigation: 0.222_222_222_222_222 },
    ];
    const { adjusted } = assessOptimismBias({ ...contract, base: pounds("100000000000000000000000"), areas });
    expect(adjusted.amount).toBe("143522176552752668619922.247309083");
  });

  it.each([
    ["bounds the wrong way round", { lowerBound: 0.6 }, "inconsistent lowerBound"],
    ["a mitigation above 1", { areas: [{ contribution: 0.5, mitigation: 2 }] }, "out-of-range areas.0.mitigation"],
    [
      "more than all",
      { areas: [1, 0.5].map((contribution) => ({ contribution, mitigation: 0 })) },
      "inconsistent areas",
    ],
    ["another currency", { riskManagementCost: money(1, "EUR") }, "currency-mismatch riskManagementCost.currency"],
  ])("refuses %s", (_, part, fault) => {
    const input = { ...contract, ...part };
    expect(faults(() => assessOptimismBias(input))).toEqual([fault]);
    expect(faults(() => parseOptimismBiasCase(input))).toEqual([fault]);
  });

  it("reads what it answers", () => {
    expect(parseOptimismBiasCase(contract)).toEqual(contract);
  });
});

describe("optimismBiasBounds", () => {
  it("finds what the table has", () => {
    const bounds = (projectType: BiasProjectType, measure: BiasMeasure) =>
      optimismBiasBounds(OPTIMISM_BIAS_TABLE_2002, { projectType, measure });
    expect(bounds("equipment-development", "capital-expenditure")).toEqual({ upperBound: 2, lowerBound: 0.1 });
    expect(bounds("equipment-development", "works-duration")).toEqual({ upperBound: 0.54, lowerBound: 0.1 });
    expect(bounds("outsourcing", "operating-expenditure")).toEqual({ upperBound: 0.41, lowerBound: 0 });
    expect(bounds("outsourcing", "works-duration")).toEqual({ kind: "none", reason: "no-bounds" });
    expect(bounds("standard-buildings", "operating-expenditure")).toEqual({ kind: "none", reason: "no-bounds" });
  });

  it("looks into another table, and checks what it finds", () => {
    const own = (bounds: OptimismBiasBounds) => ({
      ...OPTIMISM_BIAS_TABLE_2002,
      name: "Own record",
      bounds: { ...OPTIMISM_BIAS_TABLE_2002.bounds, outsourcing: { "works-duration": bounds } },
    });
    const lookup = { projectType: "outsourcing", measure: "works-duration" } as const;
    const bounds = { upperBound: 0.3, lowerBound: 0.05 };
    expect(optimismBiasBounds(own(bounds), lookup)).toEqual(bounds);
    expect(faults(() => optimismBiasBounds(own({ upperBound: 0.1, lowerBound: 0.2 }), lookup))).toEqual([
      "inconsistent bounds.outsourcing.works-duration.lowerBound",
    ]);
  });

  it("refuses words that it does not know", () => {
    const lookup = { projectType: "toString", measure: "works-duration" } as never;
    expect(faults(() => optimismBiasBounds(OPTIMISM_BIAS_TABLE_2002, lookup))).toEqual(["out-of-range projectType"]);
  });
});

describe("laws", () => {
  const percent = fc.integer({ min: 0, max: 100 }).map((hundredths) => hundredths / 100);
  const input = fc
    .record({
      bounds: fc.tuple(percent, percent),
      areas: fc.array(fc.record({ contribution: fc.integer({ min: 0, max: 20 }), mitigation: percent }), {
        maxLength: 5,
      }),
    })
    .map(({ bounds: [a, b], areas }) => ({
      upperBound: Math.max(a, b),
      lowerBound: Math.min(a, b),
      contributions: areas.map(({ contribution }) => contribution / 100),
      mitigations: areas.map(({ mitigation }) => mitigation),
    }));

  it("words and code agree", () => {
    keepsFormulaLaws(optimismBias, input);
    keepsFormulaLaws(biasAdjustedCost, fc.record({ cost: someAmount, bias: percent }));
    keepsFormulaLaws(biasAdjustedDuration, fc.record({ duration: percent, bias: percent }));
  });

  it("lies between the bounds, and falls as more is managed", () => {
    law(fc.record({ input, more: percent }), ({ input, more }) => {
      const bias = optimismBias(input);
      expect(bias).toBeGreaterThanOrEqual(input.lowerBound);
      expect(bias).toBeLessThanOrEqual(input.upperBound);
      const mitigations = input.mitigations.map((mitigation) => Math.max(mitigation, more));
      expect(optimismBias({ ...input, mitigations })).toBeLessThanOrEqual(bias);
    });
  });

  it("the assessment agrees with the figures", () => {
    law(fc.record({ input, base: someAmount }), ({ input, base }) => {
      const { contributions, mitigations, ...bounds } = input;
      const areas = contributions.map((contribution, i) => ({ contribution, mitigation: mitigations[i] ?? 0 }));
      const riskManagementCost = money("12.5", "EUR");
      const found = assessOptimismBias({ base, ...bounds, areas, riskManagementCost });
      expect(found.resultant).toBe(optimismBias(input));
      expect(found.adjusted).toEqual(biasAdjustedCost({ cost: base, bias: found.resultant }));
      expect(found.unmitigated).toEqual(biasAdjustedCost({ cost: base, bias: bounds.upperBound }));
      expect(Number(found.total.amount)).toBeCloseTo(Number(found.adjusted.amount) + 12.5, 6);
    });
  });
});
