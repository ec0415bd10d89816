import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { isNoAnswer } from "../../src/foundation/errors/index.js";
import { factorFlips } from "../../src/strategy/factor-flips.js";
import { recommendStrategy } from "../../src/strategy/recommend-strategy.js";
import { STRATEGY_RATINGS } from "../../src/strategy/strategy-factors.js";
import { faults } from "../kit/caught.js";
import { law } from "../kit/laws.js";
import { someConstraints, someRatings, someWeights } from "./arbitraries.js";

const never = { kind: "none", reason: "never-flips" };

describe("factorFlips", () => {
  it("finds the large shop three steps of resources from phases, and no other factor that decides", () => {
    const factors = {
      systemComplexity: 5,
      downtimeTolerance: 1,
      resourceAvailability: 5,
      testingCapability: 5,
      userImpact: 5,
      rollbackPlan: 5,
    } as const;
    expect(factorFlips({ factors })).toEqual([
      { factor: "systemComplexity", rating: 5, steps: never, to: [] },
      { factor: "downtimeTolerance", rating: 1, steps: never, to: [] },
      { factor: "resourceAvailability", rating: 5, steps: 3, to: [{ rating: 2, winners: ["phased"] }] },
      { factor: "testingCapability", rating: 5, steps: never, to: [] },
      { factor: "userImpact", rating: 5, steps: never, to: [] },
      { factor: "rollbackPlan", rating: 5, steps: never, to: [] },
    ]);
  });

  it("refuses what the recommendation refuses", () => {
    expect(faults(() => factorFlips({ factors: {} as never }))).toEqual(["missing factors.systemComplexity"]);
  });
});

describe("laws", () => {
  it("the winners stay the same below the distance and change at it", () => {
    const some = fc.record({ factors: someRatings, constraints: someConstraints, weights: someWeights });
    const feasible = (input: Parameters<typeof recommendStrategy>[0]): readonly string[] => {
      const { status, winners } = recommendStrategy(input);
      return status === "recommended" ? winners : [];
    };
    law(
      some,
      (input) => {
        const now = feasible(input);
        for (const { factor, rating, steps, to } of factorFlips(input)) {
          expect(rating).toBe(input.factors[factor]);
          const distance = isNoAnswer(steps) ? 5 : steps;
          const changed = [];
          for (const other of STRATEGY_RATINGS.filter((one) => Math.abs(one - rating) <= distance)) {
            const winners = feasible({ ...input, factors: { ...input.factors, [factor]: other } });
            if (winners.join() !== now.join()) changed.push({ rating: other, winners });
          }
          expect(to).toEqual(changed);
          expect(to.every((one) => Math.abs(one.rating - rating) === distance)).toBe(true);
        }
      },
      100,
    );
  });
});
