import { type Figure, figure } from "../foundation/explain/index.js";
import { contained } from "../foundation/guard/index.js";
import { recommendStrategy, strategyChoice, type StrategyRecommendation } from "./recommend-strategy.js";
import { STRATEGY_FACTORS } from "./strategy-factors.js";
import type { StrategyInput } from "./strategy-input.js";
import { strategyScore } from "./strategy-score.js";

/** Every figure of this module. */
export const STRATEGY_FORMULAS = [strategyScore] as const;

/** A recommendation with its figures. */
export interface StrategyAssessment extends StrategyRecommendation {
  /** The score of each strategy, best first; `of` names the strategy. */
  readonly figures: readonly Figure[];
}

/**
 * Assesses the choice of strategy in an engagement: the recommendation, and the
 * score of each strategy as a figure that can be explained.
 *
 * @param input - as for `recommendStrategy`
 * @returns the recommendation and `figures`, plain data
 * @throws DomainError as `recommendStrategy`
 *
 * @example
 * ```ts
 * import { assessStrategy } from "golive-kit/strategy";
 *
 * const { figures } = assessStrategy({
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
 * figures.map(({ of, value }) => `${of} ${value}`); // => ["big-bang 7.8", "phased 6.3", "parallel 5.15"]
 * ```
 */
export function assessStrategy(input: StrategyInput): StrategyAssessment {
  return contained("assessStrategy", () => {
    const recommendation = recommendStrategy(input);
    const { weights } = strategyChoice(input);
    const figures = recommendation.ranking.map(({ strategy, contributions }) => {
      const values = contributions.map(({ value }) => value);
      return figure(strategyScore, { weights: STRATEGY_FACTORS.map((factor) => weights[factor]), values }, strategy);
    });
    return { ...recommendation, figures };
  });
}
