import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { parseStrategyBoundsInput } from "../../src/strategy/strategy-bounds.js";
import { STRATEGIES, STRATEGY_FACTORS, STRATEGY_LEVELS } from "../../src/strategy/strategy-factors.js";
import { parseStrategyInput } from "../../src/strategy/strategy-input.js";
import { faults } from "../kit/caught.js";
import { law } from "../kit/laws.js";
import { someConstraints, someRatings, someValues, someWeights } from "./arbitraries.js";

const factors = {
  systemComplexity: "low",
  downtimeTolerance: "high",
  resourceAvailability: 2,
  testingCapability: "medium",
  userImpact: "low",
  rollbackPlan: "tested",
};
const weights = Object.fromEntries(STRATEGY_FACTORS.map((factor) => [factor, 1]));

describe("parseStrategyInput", () => {
  it("takes ratings and words side by side", () => {
    expect(parseStrategyInput({ factors })).toEqual({ factors });
  });

  it.each(
    STRATEGY_FACTORS.flatMap((factor) => Object.keys(STRATEGY_LEVELS[factor]).map((level) => ({ factor, level }))),
  )("takes $level for $factor", ({ factor, level }) => {
    expect(parseStrategyInput({ factors: { ...factors, [factor]: level } }).factors[factor]).toBe(level);
  });

  it.each([
    {
      title: "a missing factor",
      data: { factors: { ...factors, userImpact: undefined } },
      found: ["missing factors.userImpact"],
    },
    {
      title: "an unknown level",
      data: { factors: { ...factors, downtimeTolerance: "some" } },
      found: ["out-of-range factors.downtimeTolerance"],
    },
    {
      title: "a word of another factor",
      data: { factors: { ...factors, rollbackPlan: "high" } },
      found: ["out-of-range factors.rollbackPlan"],
    },
    {
      title: "a rating of 0",
      data: { factors: { ...factors, userImpact: 0 } },
      found: ["out-of-range factors.userImpact"],
    },
    {
      title: "a rating of 2.5",
      data: { factors: { ...factors, userImpact: 2.5 } },
      found: ["out-of-range factors.userImpact"],
    },
    {
      title: "a misspelt factor",
      data: { factors: { ...factors, usersImpact: 3 } },
      found: ["unknown-key factors.usersImpact"],
    },
    {
      title: "half of the downtime",
      data: { factors, constraints: { expectedDowntimeMinutes: 30 } },
      found: ["missing constraints.toleratedDowntimeMinutes"],
    },
    {
      title: "minutes below zero",
      data: { factors, constraints: { expectedDowntimeMinutes: -1, toleratedDowntimeMinutes: 1 } },
      found: ["out-of-range constraints.expectedDowntimeMinutes"],
    },
    {
      title: "a word for a fact",
      data: { factors, constraints: { singleDateForAll: "yes" } },
      found: ["wrong-type constraints.singleDateForAll"],
    },
    { title: "no strategies", data: { factors, strategies: [] }, found: ["empty strategies"] },
    {
      title: "a strategy twice",
      data: { factors, strategies: ["phased", "big-bang", "phased"] },
      found: ["duplicate-id strategies.2"],
    },
    { title: "an unknown strategy", data: { factors, strategies: ["canary"] }, found: ["out-of-range strategies.0"] },
    {
      title: "a negative weight",
      data: { factors, weights: { ...weights, userImpact: -1 } },
      found: ["out-of-range weights.userImpact"],
    },
    {
      title: "weights of zero",
      data: { factors, weights: Object.fromEntries(STRATEGY_FACTORS.map((factor) => [factor, 0])) },
      found: ["zero-divisor weights"],
    },
    {
      title: "two faults at once",
      data: { factors: { ...factors, userImpact: "huge" }, constraints: { canRunBothSystems: 1 } },
      found: ["out-of-range factors.userImpact", "wrong-type constraints.canRunBothSystems"],
    },
  ])("refuses $title", ({ data, found }) => {
    expect(faults(() => parseStrategyInput(data))).toEqual(found);
  });
});

describe("parseStrategyBoundsInput", () => {
  it("takes factors that are not known, and refuses words that are none", () => {
    expect(parseStrategyBoundsInput({ factors: { userImpact: 4 } })).toEqual({ factors: { userImpact: 4 } });
    expect(faults(() => parseStrategyBoundsInput({ factors: { userImpact: "unknown" } }))).toEqual([
      "out-of-range factors.userImpact",
    ]);
  });
});

describe("laws", () => {
  it("survives a round trip through JSON", () => {
    const input = fc.record(
      {
        factors: someRatings,
        constraints: someConstraints,
        strategies: fc.shuffledSubarray([...STRATEGIES], { minLength: 1 }),
        weights: someWeights,
        values: someValues,
      },
      { requiredKeys: ["factors"] },
    );
    law(input, (given) => {
      expect(parseStrategyInput(JSON.parse(JSON.stringify(given)))).toEqual(given);
    });
  });
});
