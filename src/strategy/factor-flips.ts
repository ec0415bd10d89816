import { type NoAnswer, noAnswer } from "../foundation/errors/index.js";
import { contained } from "../foundation/guard/index.js";
import { decide, strategyChoice } from "./recommend-strategy.js";
import {
  ratingsOf,
  STRATEGY_FACTORS,
  STRATEGY_RATINGS,
  type Strategy,
  type StrategyFactor,
  type StrategyRating,
} from "./strategy-factors.js";
import type { StrategyInput } from "./strategy-input.js";

/** How far the winners are from changing, by one factor alone. */
export interface FactorFlip {
  /** The factor. */
  readonly factor: StrategyFactor;
  /** Its rating now. */
  readonly rating: StrategyRating;
  /** By how many ratings it has to change, 1 to 4; no answer when no rating of it changes the winners. */
  readonly steps: number | NoAnswer<"never-flips">;
  /** The ratings at that distance that do, and the winners there; empty when none does. */
  readonly to: readonly { readonly rating: StrategyRating; readonly winners: readonly Strategy[] }[];
}

/**
 * How far each factor is from changing the winners, the other factors staying
 * as they are. A factor one step away is worth a second look at its rating.
 *
 * @param input - as for `recommendStrategy`
 * @returns one entry for each factor, in the order of `STRATEGY_FACTORS`
 * @throws DomainError as `recommendStrategy`
 *
 * @example
 * ```ts
 * import { factorFlips } from "golive-kit/strategy";
 *
 * const flips = factorFlips({
 *   factors: {
 *     systemComplexity: "low",
 *     downtimeTolerance: "high",
 *     resourceAvailability: "low",
 *     testingCapability: "medium",
 *     userImpact: "low",
 *     rollbackPlan: "tested",
 *   },
 * });
 *
 * flips[1]; // => { factor: "downtimeTolerance", rating: 5, steps: 3, to: [{ rating: 2, winners: ["phased"] }] }
 * flips[2]?.steps; // => { kind: "none", reason: "never-flips" }
 * ```
 */
export function factorFlips(input: StrategyInput): readonly FactorFlip[] {
  return contained("factorFlips", () => {
    const choice = strategyChoice(input);
    const ratings = ratingsOf(input.factors);
    const now = decide(choice, ratings).winners.join();
    return STRATEGY_FACTORS.map((factor) => {
      const rating = ratings[factor];
      const others = STRATEGY_RATINGS.map((other) => ({
        rating: other,
        winners: decide(choice, { ...ratings, [factor]: other }).winners,
      })).filter(({ winners }) => winners.join() !== now);
      const distance = (to: { readonly rating: StrategyRating }): number => Math.abs(to.rating - rating);
      const steps = others.reduce((least, to) => Math.min(least, distance(to)), Infinity);
      return {
        factor,
        rating,
        steps: others.length === 0 ? noAnswer("never-flips") : steps,
        to: others.filter((to) => distance(to) === steps),
      };
    });
  });
}
