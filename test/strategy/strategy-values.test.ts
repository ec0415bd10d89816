import { describe, expect, it } from "vitest";

import {
  STRATEGY_ORDERINGS,
  STRATEGY_VALUES,
  STRATEGY_WEIGHT_REASONS,
  STRATEGY_WEIGHTS,
  strategyOrderingFaults,
  type StrategyValueRow,
  type StrategyValues,
} from "../../src/strategy/strategy-values.js";
import { STRATEGY_FACTORS, type Strategy, type StrategyFactor } from "../../src/strategy/strategy-factors.js";
import { faults } from "../kit/caught.js";

const withRow = (strategy: Strategy, factor: StrategyFactor, row: readonly unknown[]): StrategyValues => ({
  ...STRATEGY_VALUES,
  [strategy]: { ...STRATEGY_VALUES[strategy], [factor]: row as unknown as StrategyValueRow },
});

describe("the weights", () => {
  it("add up to 1, each with a reason", () => {
    expect(STRATEGY_WEIGHTS).toEqual({
      systemComplexity: 0.2,
      downtimeTolerance: 0.2,
      resourceAvailability: 0.15,
      testingCapability: 0.15,
      userImpact: 0.15,
      rollbackPlan: 0.15,
    });
    expect(Object.keys(STRATEGY_WEIGHT_REASONS)).toEqual([...STRATEGY_FACTORS]);
  });
});

describe("strategyOrderingFaults", () => {
  it("finds none in the values of the library", () => {
    expect(strategyOrderingFaults(STRATEGY_VALUES)).toEqual([]);
  });

  it.each([
    {
      title: "a rollback plan that hurts",
      values: withRow("phased", "rollbackPlan", [4, 5, 6, 5, 8]),
      found: ["phased falls at 4", "big-bang over phased falls at 5"],
    },
    {
      title: "complexity that helps big-bang, alone and against both others",
      values: withRow("big-bang", "systemComplexity", [9, 7, 5, 2, 4]),
      found: ["big-bang rises at 5", "big-bang over phased rises at 5", "big-bang over parallel rises at 5"],
    },
    {
      title: "resources that help phased more than parallel",
      values: withRow("phased", "resourceAvailability", [5, 6, 7, 7, 9.5]),
      found: ["parallel over phased falls at 5"],
    },
    {
      title: "a table in which nothing matters, which contradicts nothing",
      values: Object.fromEntries(
        Object.keys(STRATEGY_VALUES).map((strategy) => [
          strategy,
          Object.fromEntries(STRATEGY_FACTORS.map((factor) => [factor, [5, 5, 5, 5, 5]])),
        ]),
      ) as unknown as StrategyValues,
      found: [],
    },
    {
      title: "no fault in a difference that binary numbers miss",
      // 0.3 − 0.1 is below 0.2 in binary; over the ratings the lead stays 0.2.
      values: {
        ...withRow("big-bang", "downtimeTolerance", [0.3, 0.2, 0.3, 0.3, 0.3]),
        phased: { ...STRATEGY_VALUES.phased, downtimeTolerance: [0.1, 0, 0.1, 0.1, 0.1] as const },
        parallel: { ...STRATEGY_VALUES.parallel, downtimeTolerance: [0.1, 0, 0.1, 0.1, 0.1] as const },
      },
      found: ["big-bang falls at 2"],
    },
  ])("finds $title", ({ values, found }) => {
    const faultsFound = strategyOrderingFaults(values).map(({ ordering: { strategy, over, trend }, rating }) => {
      const who = over === undefined ? strategy : `${strategy} over ${over}`;
      return `${who} ${trend === "rises" ? "falls" : "rises"} at ${String(rating)}`;
    });
    expect(faultsFound).toEqual(found);
  });

  it("checks every factor", () => {
    expect(new Set(STRATEGY_ORDERINGS.map(({ factor }) => factor))).toEqual(new Set(STRATEGY_FACTORS));
  });

  it.each([
    { row: [1, 2, 3, 4], fault: "out-of-range values.parallel.userImpact" },
    { row: [1, 2, 3, 4, 10.5], fault: "out-of-range values.parallel.userImpact.4" },
    { row: [1, 2, 3, 4, Number.NaN], fault: "not-finite values.parallel.userImpact.4" },
    { row: undefined, fault: "missing values.parallel.userImpact" },
  ])("refuses a row of $row", ({ row, fault }) => {
    expect(faults(() => strategyOrderingFaults(withRow("parallel", "userImpact", row as never)))).toEqual([fault]);
  });
});
