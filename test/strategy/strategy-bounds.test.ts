import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { decide, recommendStrategy, strategyChoice } from "../../src/strategy/recommend-strategy.js";
import { strategyBounds, type StrategyBoundsInput } from "../../src/strategy/strategy-bounds.js";
import { STRATEGY_FACTORS, STRATEGY_RATINGS, type StrategyRatings } from "../../src/strategy/strategy-factors.js";
import { faults } from "../kit/caught.js";
import { law } from "../kit/laws.js";
import { someConstraints, someRatings, someWeights } from "./arbitraries.js";

describe("strategyBounds", () => {
  it("gives the answer itself when every factor is known", () => {
    const factors = {
      systemComplexity: "low",
      downtimeTolerance: "high",
      resourceAvailability: "low",
      testingCapability: "medium",
      userImpact: "low",
      rollbackPlan: "tested",
    } as const;
    expect(strategyBounds({ factors })).toEqual({
      winners: ["big-bang"],
      unknown: [],
      combinations: 1,
      strategies: [
        { strategy: "phased", least: 6.3, most: 6.3, excluded: 0, wins: 0, contends: 0 },
        { strategy: "parallel", least: 5.15, most: 5.15, excluded: 0, wins: 0, contends: 0 },
        { strategy: "big-bang", least: 7.8, most: 7.8, excluded: 0, wins: 1, contends: 1 },
      ],
    });
  });

  it("keeps what holds for every rating, and says which factor decides the rest", () => {
    const factors = {
      systemComplexity: 5,
      downtimeTolerance: 1,
      testingCapability: 5,
      userImpact: 5,
      rollbackPlan: 5,
    } as const;
    expect(strategyBounds({ factors })).toEqual({
      winners: [],
      unknown: [{ factor: "resourceAvailability", settledBy: [1, 2, 3, 4, 5] }],
      combinations: 5,
      strategies: [
        { strategy: "phased", least: 7.9, most: 8.2, excluded: 0, wins: 2, contends: 4 },
        { strategy: "parallel", least: 7.55, most: 8.9, excluded: 0, wins: 3, contends: 5 },
        { strategy: "big-bang", least: 3.5, most: 3.8, excluded: 5, wins: 0, contends: 0 },
      ],
    });
  });

  it("counts the whole space: where each strategy is first over all 15 625 ratings", () => {
    const { combinations, winners, strategies } = strategyBounds({ factors: {} });
    expect({ combinations, winners }).toEqual({ combinations: 15_625, winners: [] });
    expect(strategies).toEqual([
      { strategy: "phased", least: 5.55, most: 8.2, excluded: 0, wins: 12_550, contends: 14_960 },
      { strategy: "parallel", least: 4.25, most: 8.9, excluded: 0, wins: 2614, contends: 7056 },
      { strategy: "big-bang", least: 1.25, most: 8.4, excluded: 8050, wins: 987, contends: 1742 },
    ]);
  });

  it("is first alone in 77.0 %, 14.0 % and 5.6 % of them, with 3.4 % of ties", () => {
    const choice = strategyChoice({});
    const first: Record<string, number> = {};
    let all: readonly StrategyRatings[] = [{} as StrategyRatings];
    for (const factor of STRATEGY_FACTORS) {
      all = all.flatMap((one) => STRATEGY_RATINGS.map((rating) => ({ ...one, [factor]: rating })));
    }
    for (const ratings of all) {
      const winners = decide(choice, ratings).winners.join(" + ");
      first[winners] = (first[winners] ?? 0) + 1;
    }
    expect(first).toEqual({
      phased: 12_030,
      parallel: 2188,
      "big-bang": 881,
      "phased + parallel": 420,
      "phased + big-bang": 100,
      "parallel + big-bang": 6,
    });
  });

  it("has no winner when none is left", () => {
    const constraints = { canRunBothSystems: false, canSplitIntoCohorts: false };
    const { winners, strategies } = strategyBounds({
      factors: { downtimeTolerance: "none", userImpact: 3 },
      constraints,
    });
    expect(winners).toEqual([]);
    expect(strategies.map(({ excluded, wins, contends }) => ({ excluded, wins, contends }))).toEqual(
      Array.from({ length: 3 }, () => ({ excluded: 625, wins: 0, contends: 0 })),
    );
  });

  it.each([
    { input: { factors: { userImpact: "huge" } }, fault: "out-of-range factors.userImpact" },
    { input: { factors: {}, strategies: [] }, fault: "empty strategies" },
    { input: {}, fault: "unreadable" },
  ])("refuses $input", ({ input, fault }) => {
    expect(faults(() => strategyBounds(input as unknown as StrategyBoundsInput))).toEqual([fault]);
  });
});

describe("laws", () => {
  const some = fc.record({ constraints: someConstraints, weights: someWeights });
  const without = fc.subarray([...STRATEGY_FACTORS], { minLength: 1, maxLength: 2 });

  it("agree with the recommendation of every combination, worked out one by one", () => {
    law(
      fc.tuple(some, someRatings, without),
      ([rest, ratings, hidden]) => {
        const known = Object.fromEntries(
          Object.entries(ratings).filter(([factor]) => !(hidden as string[]).includes(factor)),
        );
        let all: readonly StrategyRatings[] = [ratings];
        for (const factor of hidden)
          all = all.flatMap((one) => STRATEGY_RATINGS.map((rating) => ({ ...one, [factor]: rating })));
        const answers = all.map((factors) => ({ factors, ...recommendStrategy({ ...rest, factors }) }));
        const bounds = strategyBounds({ ...rest, factors: known });

        expect(bounds.combinations).toBe(all.length);
        for (const { strategy, least, most, excluded, wins, contends } of bounds.strategies) {
          const ranked = answers.flatMap(({ ranking }) => ranking.filter((one) => one.strategy === strategy));
          expect({ least, most, excluded, wins, contends }).toEqual({
            least: Math.min(...ranked.map(({ score }) => score)),
            most: Math.max(...ranked.map(({ score }) => score)),
            excluded: ranked.filter((one) => one.excluded).length,
            wins: answers.filter(({ status, winners }) => status === "recommended" && winners.includes(strategy))
              .length,
            contends: answers.filter(({ contenders }) => contenders.includes(strategy)).length,
          });
        }
        for (const { factor, settledBy } of bounds.unknown) {
          const settled = STRATEGY_RATINGS.filter((rating) => {
            const there = answers.filter(({ factors }) => factors[factor] === rating);
            return (
              new Set(there.map(({ status, winners }) => (status === "recommended" ? winners.join() : ""))).size === 1
            );
          });
          expect(settledBy).toEqual(settled);
        }
        const first = answers[0];
        for (const strategy of bounds.winners) expect(first?.winners).toContain(strategy);
      },
      100,
    );
  });
});
