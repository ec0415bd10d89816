import { quotient, scaledIntegers } from "./scaled-integers.js";
import {
  STRATEGIES,
  STRATEGY_FACTORS,
  type Strategy,
  type StrategyFactor,
  type StrategyRatings,
} from "./strategy-factors.js";
import type { StrategyValues, StrategyWeights } from "./strategy-values.js";

/** What one factor adds to the score of a strategy. */
export interface StrategyContribution {
  /** The factor. */
  readonly factor: StrategyFactor;
  /** Its rating. */
  readonly rating: number;
  /** Its share of all weights, 0 to 1. */
  readonly weight: number;
  /** How well the strategy does at this rating. */
  readonly value: number;
  /** Weight × value: the contributions add up to the score. */
  readonly contribution: number;
}

/**
 * Scores of strategies in whole numbers of one unit, so that they can be
 * compared exactly for any weights and values.
 */
export interface ScoreTable {
  /** The score of a strategy, in units. */
  readonly score: (strategy: Strategy, ratings: StrategyRatings) => bigint;
  /** Whether a lead, in units, is below half a point. */
  readonly isNear: (lead: bigint) => boolean;
  /** A number of units as a score. */
  readonly toNumber: (units: bigint) => number;
  /** What each factor adds to the score. */
  readonly contributions: (strategy: Strategy, ratings: StrategyRatings) => readonly StrategyContribution[];
}

/** Makes the table for weights and values that have been checked. */
export function scoreTable(weights: StrategyWeights, values: StrategyValues): ScoreTable {
  const w = scaledIntegers(
    STRATEGY_FACTORS.map((factor) => weights[factor]),
    "weights",
  );
  const v = scaledIntegers(
    STRATEGIES.flatMap((strategy) => STRATEGY_FACTORS.flatMap((factor) => values[strategy][factor])),
    "values",
  );
  const total = w.integers.reduce((sum, weight) => sum + weight, 0n);
  const units = total * v.one;
  /** Weight × value in units, by strategy, factor and rating. */
  const products = v.integers.map(
    (value, i) => value * (w.integers[Math.floor(i / 5) % STRATEGY_FACTORS.length] ?? 0n),
  );
  const product = (strategy: Strategy, factor: number, rating: number): bigint =>
    products[(STRATEGIES.indexOf(strategy) * STRATEGY_FACTORS.length + factor) * 5 + rating - 1] ?? 0n;

  return {
    score: (strategy, ratings) =>
      STRATEGY_FACTORS.reduce((sum, factor, i) => sum + product(strategy, i, ratings[factor]), 0n),
    isNear: (lead) => 2n * lead < units,
    toNumber: (score) => quotient(score, units, "score"),
    contributions: (strategy, ratings) =>
      STRATEGY_FACTORS.map((factor, i) => {
        const rating = ratings[factor];
        return {
          factor,
          rating,
          weight: quotient(w.integers[i] ?? 0n, total, "weights"),
          value: values[strategy][factor][rating - 1] ?? 0,
          contribution: quotient(product(strategy, i, rating), units, "score"),
        };
      }),
  };
}
