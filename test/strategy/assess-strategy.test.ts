import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { explain } from "../../src/foundation/explain/index.js";
import { assessStrategy, STRATEGY_FORMULAS } from "../../src/strategy/assess-strategy.js";
import { recommendStrategy } from "../../src/strategy/recommend-strategy.js";
import { strategyScore, type StrategyScoreInput } from "../../src/strategy/strategy-score.js";
import { law } from "../kit/laws.js";
import { someRatings, someValues, someWeights } from "./arbitraries.js";

describe("assessStrategy", () => {
  it("gives the score of each strategy as a figure that can be explained", () => {
    const { figures, winners } = assessStrategy({
      factors: {
        systemComplexity: "low",
        downtimeTolerance: "high",
        resourceAvailability: "low",
        testingCapability: "medium",
        userImpact: "low",
        rollbackPlan: "tested",
      },
    });
    expect(winners).toEqual(["big-bang"]);
    expect(figures).toEqual([
      {
        id: "strategy.score",
        of: "big-bang",
        value: 7.8,
        input: { weights: [0.2, 0.2, 0.15, 0.15, 0.15, 0.15], values: [9, 9, 8, 4, 9, 7] },
      },
      {
        id: "strategy.score",
        of: "phased",
        value: 6.3,
        input: { weights: [0.2, 0.2, 0.15, 0.15, 0.15, 0.15], values: [6, 6, 5, 7, 6, 8] },
      },
      {
        id: "strategy.score",
        of: "parallel",
        value: 5.15,
        input: { weights: [0.2, 0.2, 0.15, 0.15, 0.15, 0.15], values: [5, 5, 0, 6, 6, 9] },
      },
    ]);
    expect(STRATEGY_FORMULAS.map(({ id }) => id)).toEqual(["strategy.score"]);
  });
});

describe("laws", () => {
  const some = fc.record({ factors: someRatings, weights: someWeights, values: someValues });

  it("figures and ranking agree to the last digit, and the working gives the same", () => {
    law(some, (input) => {
      const { figures, ranking } = assessStrategy(input);
      expect(figures.map(({ of, value }) => ({ of, value }))).toEqual(
        ranking.map(({ strategy, score }) => ({ of: strategy, value: score })),
      );
      for (const figure of figures) {
        expect(explain(strategyScore, figure.input as unknown as StrategyScoreInput).value).toBe(figure.value);
      }
    });
  });

  it("holds all of the recommendation", () => {
    law(some, (input) => {
      expect(assessStrategy(input)).toMatchObject(recommendStrategy(input));
    });
  });
});
