export { assessStrategy, STRATEGY_FORMULAS } from "./assess-strategy.js";
export type { StrategyAssessment } from "./assess-strategy.js";
export { factorFlips } from "./factor-flips.js";
export type { FactorFlip } from "./factor-flips.js";
export { normaliseWeights } from "./normalise-weights.js";
export { recommendStrategy } from "./recommend-strategy.js";
export type { RankedStrategy, StrategyRecommendation } from "./recommend-strategy.js";
export type { StrategyContribution } from "./score-table.js";
export type { StrategyChange, StrategyExclusion, StrategyExclusionReason } from "./strategy-exclusions.js";
export {
  STRATEGIES,
  STRATEGY_FACTORS,
  STRATEGY_LEVELS,
  STRATEGY_RATINGS,
  StrategyFactors,
} from "./strategy-factors.js";
export type { Strategy, StrategyFactor, StrategyRating, StrategyRatings } from "./strategy-factors.js";
export { STRATEGY_FLAGS } from "./strategy-flags.js";
export type { StrategyFlag, StrategyFlagCode } from "./strategy-flags.js";
export { parseStrategyBoundsInput, strategyBounds, StrategyBoundsInput } from "./strategy-bounds.js";
export type { BoundedStrategy, StrategyBounds, UnknownFactor } from "./strategy-bounds.js";
export { parseStrategyInput, StrategyConstraints, StrategyInput } from "./strategy-input.js";
export { parseStrategyScoreInput, StrategyScoreInput, strategyScore } from "./strategy-score.js";
export {
  STRATEGY_ORDERINGS,
  STRATEGY_VALUES,
  STRATEGY_WEIGHT_REASONS,
  STRATEGY_WEIGHTS,
  strategyOrderingFaults,
  StrategyValues,
  StrategyWeights,
} from "./strategy-values.js";
export type { StrategyOrdering, StrategyOrderingFault, StrategyValueRow } from "./strategy-values.js";
