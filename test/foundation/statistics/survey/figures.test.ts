import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { explain } from "../../../../src/foundation/explain/index.js";
import {
  netPromoterScore,
  parseNetPromoterScoreInput,
  parseResponseRateInput,
  parseSatisfactionInput,
  responseRate,
  satisfaction,
  STATISTICS_FORMULAS,
} from "../../../../src/foundation/statistics/index.js";
import { faults } from "../../../kit/caught.js";
import { keepsFormulaLaws } from "../../../kit/formula-laws.js";

describe("survey figures", () => {
  it("give what they are defined as", () => {
    expect(satisfaction({ satisfied: 12, answered: 17 })).toBe(12 / 17);
    expect(satisfaction({ satisfied: 0, answered: 0 })).toEqual({ kind: "none", reason: "nobody-answered" });
    expect(responseRate({ answered: 17, invited: 40 })).toBe(0.425);
    expect(responseRate({ answered: 0, invited: 0 })).toEqual({ kind: "none", reason: "nobody-invited" });
    expect(netPromoterScore({ promoters: 67, passives: 52, detractors: 25 })).toBe(4200 / 144);
    expect(netPromoterScore({ promoters: 0, passives: 0, detractors: 0 })).toEqual({
      kind: "none",
      reason: "nobody-answered",
    });
  });

  it("refuse counts that contradict each other", () => {
    expect(faults(() => satisfaction({ satisfied: 2, answered: 1 }))).toEqual(["inconsistent satisfied"]);
    expect(faults(() => responseRate({ answered: 2, invited: 1 }))).toEqual(["inconsistent answered"]);
    expect(faults(() => netPromoterScore({ promoters: -1, passives: 0, detractors: 0 }))).toEqual([
      "out-of-range promoters",
    ]);
    expect(faults(() => parseSatisfactionInput({ satisfied: 2, answered: 1 }))).toEqual(["inconsistent satisfied"]);
    expect(faults(() => parseResponseRateInput({ answered: 2, invited: 1 }))).toEqual(["inconsistent answered"]);
    expect(faults(() => parseNetPromoterScoreInput({ promoters: 1.5, passives: 0 }))).toEqual([
      "out-of-range promoters",
      "missing detractors",
    ]);
  });

  it("show their working", () => {
    const { steps } = explain(netPromoterScore, { promoters: 6, passives: 3, detractors: 3 });
    expect(steps).toEqual([
      {
        kind: "calculated",
        symbol: "answered",
        expression: "promoters + passives + detractors",
        substituted: "6 + 3 + 3",
        value: 12,
      },
      {
        kind: "calculated",
        symbol: "score",
        expression: "100 × (promoters − detractors) ÷ answered",
        substituted: "100 × (6 − 3) ÷ 12",
        value: 25,
      },
    ]);
  });

  it("are listed once each", () => {
    expect(STATISTICS_FORMULAS.map(({ id }) => id)).toEqual([
      "statistics.satisfaction",
      "statistics.response-rate",
      "statistics.net-promoter-score",
    ]);
  });
});

describe("laws", () => {
  const part = fc.nat(1000).chain((whole) => fc.tuple(fc.integer({ min: 0, max: whole }), fc.constant(whole)));

  it("the words say what the code does", () => {
    keepsFormulaLaws(
      satisfaction,
      part.map(([satisfied, answered]) => ({ satisfied, answered })),
    );
    keepsFormulaLaws(
      responseRate,
      part.map(([answered, invited]) => ({ answered, invited })),
    );
    keepsFormulaLaws(netPromoterScore, fc.record({ promoters: fc.nat(9), passives: fc.nat(9), detractors: fc.nat(9) }));
  });
});
