import * as z from "zod";

import { contained } from "../foundation/guard/index.js";
import { optional, parse, schema } from "../foundation/schema/index.js";
import { decide, strategyChoice } from "./recommend-strategy.js";
import {
  factorShape,
  ratingOf,
  STRATEGY_FACTORS,
  STRATEGY_RATINGS,
  type Strategy,
  type StrategyFactor,
  type StrategyFactors,
  type StrategyRating,
  type StrategyRatings,
} from "./strategy-factors.js";
import { choiceShape, type StrategyInput } from "./strategy-input.js";

/** What a strategy is chosen from when not every factor is known. */
export interface StrategyBoundsInput extends Omit<StrategyInput, "factors"> {
  /** The factors that are known; those left out are not. */
  readonly factors: { readonly [F in StrategyFactor]?: StrategyFactors[F] };
}

/** Reads a {@link StrategyBoundsInput}. */
export const StrategyBoundsInput: z.ZodType<StrategyBoundsInput> = /* @__PURE__ */ schema(() => {
  const shape = factorShape();
  const factors = z.strictObject({
    systemComplexity: optional(shape.systemComplexity),
    downtimeTolerance: optional(shape.downtimeTolerance),
    resourceAvailability: optional(shape.resourceAvailability),
    testingCapability: optional(shape.testingCapability),
    userImpact: optional(shape.userImpact),
    rollbackPlan: optional(shape.rollbackPlan),
  });
  return z.strictObject({ factors, ...choiceShape() });
});

/** What can be said of a strategy whatever the unknown factors are. */
export interface BoundedStrategy {
  /** The strategy. */
  readonly strategy: Strategy;
  /** Its lowest score. */
  readonly least: number;
  /** Its highest score. */
  readonly most: number;
  /** In how many combinations it is out. */
  readonly excluded: number;
  /** In how many it is a winner, alone or in a tie. */
  readonly wins: number;
  /** In how many it is a winner or less than half a point behind. */
  readonly contends: number;
}

/** A factor that is not known, and what knowing it would settle. */
export interface UnknownFactor {
  /** The factor. */
  readonly factor: StrategyFactor;
  /** The ratings at which the winners are the same whatever the other unknown factors are. */
  readonly settledBy: readonly StrategyRating[];
}

/** What can be said of the strategies whatever the unknown factors are. */
export interface StrategyBounds {
  /** The strategies that win for every combination; empty when it depends on what is not known, or when none is left. */
  readonly winners: readonly Strategy[];
  /** The factors that are not known, in the order of `STRATEGY_FACTORS`. */
  readonly unknown: readonly UnknownFactor[];
  /** How many combinations of ratings the unknown factors have: 5 for each of them, multiplied. */
  readonly combinations: number;
  /** Each strategy considered, in the order of `STRATEGIES`. */
  readonly strategies: readonly BoundedStrategy[];
}

/**
 * What holds for the choice of strategy whatever the unknown factors are: every
 * combination of their ratings is worked out, at most 15 625.
 *
 * No combination is likelier than another here, so the counts are no chances.
 *
 * @param input - as for `recommendStrategy`, with the factors that are not known left out
 * @returns the winners that hold for all, counts and score bounds of each strategy, and what each unknown would settle
 * @throws DomainError as `recommendStrategy`, except for missing factors
 *
 * @example
 * ```ts
 * import { strategyBounds } from "golive-kit/strategy";
 *
 * const { winners, unknown } = strategyBounds({
 *   factors: {
 *     systemComplexity: "high",
 *     downtimeTolerance: "low",
 *     testingCapability: "low",
 *     userImpact: "high",
 *     rollbackPlan: "untested",
 *   },
 * });
 *
 * winners; // => []
 * unknown; // => [{ factor: "resourceAvailability", settledBy: [1, 2, 3, 4, 5] }]
 * ```
 */
export function strategyBounds(input: StrategyBoundsInput): StrategyBounds {
  return contained("strategyBounds", () => {
    const choice = strategyChoice(input);
    const { strategies, table } = choice;
    const unknown = STRATEGY_FACTORS.filter((factor) => input.factors[factor] === undefined);
    const tallies = strategies.map((strategy) => ({
      strategy,
      excluded: 0,
      wins: 0,
      contends: 0,
      scores: [] as bigint[],
    }));
    const answers = unknown.map(() => STRATEGY_RATINGS.map(() => new Set<string>()));
    const combinations = combinationsOf(input.factors);

    for (const ratings of combinations) {
      const { scored, winners, contenders } = decide(choice, ratings);
      scored.forEach(({ strategy, excluded, score }, i) => {
        const tally = tallies[i];
        if (tally === undefined) return;
        tally.scores.push(score);
        if (excluded) tally.excluded++;
        if (winners.includes(strategy)) tally.wins++;
        if (contenders.includes(strategy)) tally.contends++;
      });
      unknown.forEach((factor, i) => answers[i]?.[ratings[factor] - 1]?.add(winners.join()));
    }

    return {
      winners: strategies.filter((_, i) => tallies[i]?.wins === combinations.length),
      unknown: unknown.map((factor, i) => ({
        factor,
        settledBy: STRATEGY_RATINGS.filter((rating) => answers[i]?.[rating - 1]?.size === 1),
      })),
      combinations: combinations.length,
      strategies: tallies.map(({ scores, ...tally }) => ({
        ...tally,
        least: table.toNumber(scores.reduce((least, score) => (score < least ? score : least))),
        most: table.toNumber(scores.reduce((most, score) => (score > most ? score : most))),
      })),
    };
  });
}

/**
 * Reads the input of {@link strategyBounds} from outside data.
 *
 * @param data - `{ factors }` with the factors that are known, and what else `parseStrategyInput` takes
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { parseStrategyBoundsInput, strategyBounds } from "golive-kit/strategy";
 *
 * strategyBounds(parseStrategyBoundsInput({ factors: { userImpact: "high" } })).combinations; // => 3125
 * ```
 */
export function parseStrategyBoundsInput(data: unknown): StrategyBoundsInput {
  return contained("strategy bounds", () => parse(StrategyBoundsInput, data, "strategy bounds"));
}

/** The known ratings with every combination of ratings of the unknown factors. */
function combinationsOf(factors: StrategyBoundsInput["factors"]): readonly StrategyRatings[] {
  let made: readonly Partial<StrategyRatings>[] = [{}];
  for (const factor of STRATEGY_FACTORS) {
    const level = factors[factor];
    const ratings = level === undefined ? STRATEGY_RATINGS : [ratingOf(factor, level)];
    made = made.flatMap((known) => ratings.map((rating) => ({ ...known, [factor]: rating })));
  }
  return made as readonly StrategyRatings[];
}
