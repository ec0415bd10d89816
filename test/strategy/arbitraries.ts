import fc from "fast-check";

import {
  STRATEGIES,
  STRATEGY_FACTORS,
  STRATEGY_RATINGS,
  type StrategyRatings,
} from "../../src/strategy/strategy-factors.js";
import type { StrategyConstraints } from "../../src/strategy/strategy-input.js";
import type { StrategyValueRow, StrategyValues, StrategyWeights } from "../../src/strategy/strategy-values.js";

const rating = fc.constantFrom(...STRATEGY_RATINGS);
const each = <K extends string, T>(keys: readonly K[], value: fc.Arbitrary<T>): fc.Arbitrary<Record<K, T>> =>
  fc.record(Object.fromEntries(keys.map((key) => [key, value]))) as unknown as fc.Arbitrary<Record<K, T>>;

/** Any ratings of the six factors. */
export const someRatings: fc.Arbitrary<StrategyRatings> = each(STRATEGY_FACTORS, rating);

/** Whole weights, at least one above zero. */
export const someWeights: fc.Arbitrary<StrategyWeights> = each(STRATEGY_FACTORS, fc.nat(100)).filter((weights) =>
  Object.values(weights).some((weight) => weight > 0),
);

/** Any table of values, in tenths. */
export const someValues: fc.Arbitrary<StrategyValues> = each(
  STRATEGIES,
  each(
    STRATEGY_FACTORS,
    fc
      .array(fc.nat(100), { minLength: 5, maxLength: 5 })
      .map((tenths) => tenths.map((value) => value / 10) as unknown as StrategyValueRow),
  ),
);

/** Any constraints; the minutes come together or not at all. */
export const someConstraints: fc.Arbitrary<StrategyConstraints> = fc
  .tuple(
    fc.record(
      { canRunBothSystems: fc.boolean(), canSplitIntoCohorts: fc.boolean(), singleDateForAll: fc.boolean() },
      { requiredKeys: [] },
    ),
    fc.option(fc.record({ toleratedDowntimeMinutes: fc.nat(300), expectedDowntimeMinutes: fc.nat(300) })),
  )
  .map(([facts, minutes]) => ({ ...facts, ...minutes }));
