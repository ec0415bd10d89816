import { type NoAnswer, noAnswer } from "../foundation/errors/index.js";
import { contained } from "../foundation/guard/index.js";
import { type ScoreTable, scoreTable, type StrategyContribution } from "./score-table.js";
import { exclusionsOf, isExcluded, type StrategyExclusion } from "./strategy-exclusions.js";
import { ratingsOf, STRATEGIES, type Strategy, type StrategyRatings } from "./strategy-factors.js";
import { flagsOf, type StrategyFlag } from "./strategy-flags.js";
import { demandConstraints, demandStrategies, type StrategyConstraints, type StrategyInput } from "./strategy-input.js";
import {
  demandValues,
  demandWeights,
  orderingFaults,
  STRATEGY_VALUES,
  STRATEGY_WEIGHTS,
  type StrategyOrderingFault,
  type StrategyValues,
  type StrategyWeights,
} from "./strategy-values.js";

/** A strategy in its place. */
export interface RankedStrategy {
  /** The strategy. */
  readonly strategy: Strategy;
  /** 1 is best; equal scores share the better rank; excluded strategies come after the others. */
  readonly rank: number;
  /** Weighted mean of its values, 0 to 10. */
  readonly score: number;
  /** Whether it is out, whatever its score. */
  readonly excluded: boolean;
  /** What each factor adds to the score. */
  readonly contributions: readonly StrategyContribution[];
}

/** Which strategy to use, and why. */
export interface StrategyRecommendation {
  /**
   * `recommended`: `winners` can be used. `forced`: one date for all leaves big-bang alone, which is excluded; it is
   * used under `conditions` or not at all. `no-feasible-strategy`: every strategy is out; `exclusions` say what to relax.
   */
  readonly status: "recommended" | "forced" | "no-feasible-strategy";
  /** The strategies with the best score of those not excluded, several in a tie; the forced one; or none. */
  readonly winners: readonly Strategy[];
  /** Score of the winners less the next best, 0 in a tie; no answer when no rival is left. */
  readonly margin: number | NoAnswer<"no-rival">;
  /** Whether the margin is below half a point: then read it as "either of `contenders`". */
  readonly nearTie: boolean;
  /** The winners and every strategy not excluded that is less than half a point behind. */
  readonly contenders: readonly Strategy[];
  /** Every strategy considered, best first. */
  readonly ranking: readonly RankedStrategy[];
  /** Which strategies are out, why, and what would change that. */
  readonly exclusions: readonly StrategyExclusion[];
  /** Warnings, most severe first. */
  readonly flags: readonly StrategyFlag[];
  /** What a forced switch needs; empty otherwise. */
  readonly conditions: readonly string[];
  /** Where the values given contradict the statements they should follow. */
  readonly warnings: readonly StrategyOrderingFault[];
}

/** What a switch that cannot be avoided needs before it may happen. */
const FORCED_CONDITIONS: readonly string[] = [
  "two full rehearsals, timed, with the real volume",
  "one named person who can say no, until the last minute",
  "the point of no return, and the latest moment to start the way back, written down",
  "a date in reserve, agreed with everybody concerned",
  "extra support for the first days",
];

/**
 * Recommends an upgrade strategy: phased, parallel or big-bang.
 *
 * Exclusions come first, and no score can buy one back. The rest are ranked by
 * the weighted mean of their values, in exact arithmetic: a tie is a tie. The
 * weights and values are a judgement with reasons and can be replaced; the
 * answer says how close it was. A factor is never guessed: use `strategyBounds`
 * when one is not known.
 *
 * @param input - `factors`, all six; optionally `constraints`, `strategies`, `weights` and `values`
 * @returns winners as a set, ranking with what each factor adds, exclusions, flags and margin (on a scale of 0 to 10)
 * @throws DomainError `missing` for a factor that is not given, `out-of-range` for one that is no level
 * @throws DomainError `empty` or `duplicate-id` for `strategies`, `zero-divisor` when all weights are zero
 * @source Implementation and Upgrade Services: A Deep Dive, "Upgrade Service Strategies"
 *
 * @example
 * ```ts
 * import { recommendStrategy } from "golive-kit/strategy";
 *
 * const { winners, exclusions } = recommendStrategy({
 *   factors: {
 *     systemComplexity: "high",
 *     downtimeTolerance: "none",
 *     resourceAvailability: "high",
 *     testingCapability: "high",
 *     userImpact: "high",
 *     rollbackPlan: "tested",
 *   },
 * });
 *
 * winners; // => ["parallel"]
 * exclusions.map(({ strategy, reason }) => `${strategy}: ${reason}`); // => ["big-bang: downtime-not-tolerated"]
 * ```
 */
export function recommendStrategy(input: StrategyInput): StrategyRecommendation {
  return contained("recommendStrategy", () => {
    const choice = strategyChoice(input);
    const ratings = ratingsOf(input.factors);
    const { strategies, constraints, table } = choice;
    const { scored, winners, contenders } = decide(choice, ratings);
    const forced = winners.length === 0 && constraints.singleDateForAll === true && strategies.includes("big-bang");
    const feasible = scored.filter(({ excluded }) => !excluded);
    const [best, second] = [...feasible].sort(byScore);

    return {
      status: winners.length > 0 ? "recommended" : forced ? "forced" : "no-feasible-strategy",
      winners: forced ? ["big-bang"] : winners,
      margin:
        best === undefined || second === undefined ? noAnswer("no-rival") : table.toNumber(best.score - second.score),
      nearTie: contenders.length > 1,
      contenders,
      ranking: [...scored].sort(inPlace).map((item) => ({
        strategy: item.strategy,
        rank: 1 + scored.filter((other) => inPlace(other, item) < 0).length,
        score: table.toNumber(item.score),
        excluded: item.excluded,
        contributions: table.contributions(item.strategy, ratings),
      })),
      exclusions: exclusionsOf(strategies, ratings, constraints),
      flags: flagsOf(strategies, ratings),
      conditions: forced ? [...FORCED_CONDITIONS] : [],
      warnings: orderingFaults(choice.values),
    };
  });
}

/** What is chosen from, checked, with the scores ready to be looked up. */
export interface StrategyChoice {
  readonly strategies: readonly Strategy[];
  readonly constraints: StrategyConstraints;
  readonly weights: StrategyWeights;
  readonly values: StrategyValues;
  readonly table: ScoreTable;
}

/** Checks everything but the factors. */
export function strategyChoice(input: Omit<StrategyInput, "factors">): StrategyChoice {
  const strategies = demandStrategies(input.strategies ?? STRATEGIES);
  const constraints = demandConstraints(input.constraints ?? {});
  const weights = demandWeights(input.weights ?? STRATEGY_WEIGHTS);
  const values = demandValues(input.values ?? STRATEGY_VALUES);
  return { strategies, constraints, weights, values, table: scoreTable(weights, values) };
}

/** A strategy with its score, in the units of the table. */
interface Scored {
  readonly strategy: Strategy;
  readonly excluded: boolean;
  readonly score: bigint;
}

/** What came of one set of ratings. */
interface Decision {
  /** In the order of `STRATEGIES`. */
  readonly scored: readonly Scored[];
  readonly winners: readonly Strategy[];
  readonly contenders: readonly Strategy[];
}

/** Scores the strategies; says which are out, which are best, and which are nearly so. */
export function decide({ strategies, constraints, table }: StrategyChoice, ratings: StrategyRatings): Decision {
  const scored = strategies.map((strategy) => ({
    strategy,
    excluded: isExcluded(strategy, ratings, constraints),
    score: table.score(strategy, ratings),
  }));
  const feasible = scored.filter(({ excluded }) => !excluded);
  const best = feasible.reduce((most, { score }) => (score > most ? score : most), 0n);
  const among = (holds: (behind: bigint) => boolean): readonly Strategy[] =>
    feasible.filter(({ score }) => holds(best - score)).map(({ strategy }) => strategy);
  return { scored, winners: among((behind) => behind === 0n), contenders: among(table.isNear) };
}

function byScore(a: Scored, b: Scored): number {
  return a.score > b.score ? -1 : a.score < b.score ? 1 : 0;
}

/** Best first; those that are out come last. */
function inPlace(a: Scored, b: Scored): number {
  return Number(a.excluded) - Number(b.excluded) || byScore(a, b);
}
