import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { explain } from "../../src/foundation/explain/index.js";
import { parseStrategyScoreInput, strategyScore } from "../../src/strategy/strategy-score.js";
import { faults } from "../kit/caught.js";
import { keepsFormulaLaws } from "../kit/formula-laws.js";
import { law } from "../kit/laws.js";

describe("strategyScore", () => {
  it.each([
    { title: "a textbook sum", weights: [0.5, 0.3, 0.2], values: [8, 5, 4], score: 6.3 },
    { title: "weights that do not add up to 1", weights: [5, 3, 2], values: [8, 5, 4], score: 6.3 },
    { title: "0.1 + 0.2, which binary numbers miss", weights: [0.1, 0.2, 0.3], values: [1, 1, 0], score: 0.5 },
    { title: "its rival, which ties", weights: [0.1, 0.2, 0.3], values: [0, 0, 1], score: 0.5 },
    { title: "one factor alone", weights: [0, 1], values: [3, 7], score: 7 },
    { title: "values below zero", weights: [1, 1], values: [-1, 1], score: 0 },
    { title: "sizes far apart", weights: [1e-200, 1e200], values: [10, 2], score: 2 },
  ])("$title", ({ weights, values, score }) => {
    expect(strategyScore({ weights, values })).toBe(score);
  });

  it.each([
    { weights: [], values: [], fault: "empty weights" },
    { weights: [1, 2], values: [3], fault: "inconsistent values" },
    { weights: [0, 0], values: [3, 4], fault: "zero-divisor weights" },
    { weights: [1, -1], values: [3, 4], fault: "out-of-range weights.1" },
    { weights: [1, Number.NaN], values: [3, 4], fault: "not-finite weights.1" },
    { weights: [1, 1], values: [3, Number.POSITIVE_INFINITY], fault: "not-finite values.1" },
    { weights: [1e308, 1e308], values: [1, 1], fault: "out-of-range totalWeight" },
  ])("refuses $weights with $values", ({ weights, values, fault }) => {
    expect(faults(() => strategyScore({ weights, values }))).toEqual([fault]);
  });

  it.each([
    { data: { weights: [], values: [] }, found: ["empty weights"] },
    { data: { weights: [0], values: [1, 2] }, found: ["zero-divisor weights", "inconsistent values"] },
    { data: { weights: [-1], values: ["8"] }, found: ["out-of-range weights.0", "wrong-type values.0"] },
    { data: { weights: [1], values: [1], factors: [] }, found: ["unknown-key factors"] },
  ])("reads nothing from $data", ({ data, found }) => {
    expect(faults(() => parseStrategyScoreInput(data))).toEqual(found);
  });
});

describe("explain(strategyScore)", () => {
  it("shows what each factor adds", () => {
    const { steps, value } = explain(strategyScore, { weights: [3, 1], values: [8, 4] });
    expect(value).toBe(7);
    expect(steps).toEqual([
      {
        kind: "calculated",
        symbol: "totalWeight",
        expression: "sum[i](weights[i])",
        substituted: "sum[i](weights[i])",
        value: 4,
      },
      {
        kind: "table",
        columns: [
          { symbol: "weight", unit: "ratio" },
          { symbol: "value", unit: "score" },
          { symbol: "contribution", unit: "score", expression: "weight × value ÷ totalWeight" },
        ],
        rows: [
          [3, 8, 6],
          [1, 4, 1],
        ],
      },
      {
        kind: "calculated",
        symbol: "score",
        expression: "sum[i](weights[i] × values[i]) ÷ totalWeight",
        substituted: "sum[i](weights[i] × values[i]) ÷ 4",
        value: 7,
      },
    ]);
  });
});

describe("laws", () => {
  const pairs = fc.array(fc.tuple(fc.nat(1000), fc.integer({ min: -1000, max: 1000 })), { minLength: 1, maxLength: 8 });
  const input = pairs
    .filter((list) => list.some(([weight]) => weight > 0))
    .map((list) => ({ weights: list.map(([weight]) => weight / 100), values: list.map(([, value]) => value / 100) }));

  it("the words say what the code does", () => {
    keepsFormulaLaws(strategyScore, input);
  });

  it("lies between the least and the greatest value", () => {
    law(input, (given) => {
      const score = strategyScore(given);
      expect(score).toBeGreaterThanOrEqual(Math.min(...given.values));
      expect(score).toBeLessThanOrEqual(Math.max(...given.values));
    });
  });

  it("survives a round trip through JSON", () => {
    law(input, (given) => {
      expect(parseStrategyScoreInput(JSON.parse(JSON.stringify(given)))).toEqual(given);
    });
  });
});
