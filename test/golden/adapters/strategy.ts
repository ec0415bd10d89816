import { parseStrategyInput, recommendStrategy, STRATEGY_FLAGS } from "../../../src/strategy/index.js";
import type { Adapters } from "../harness.js";

interface DecisionCase {
  readonly strategies: readonly string[];
  readonly factors: Readonly<Record<string, string>>;
  /** The library rates an agreed window as part of downtime tolerance; these cases say it twice. */
  readonly maintenanceWindow?: boolean;
  readonly constraints?: Readonly<Record<string, boolean>>;
}

const strategy: Adapters = {
  "strategy-decision": ({ maintenanceWindow: _rated, ...input }: DecisionCase) => {
    const { status, winners, ranking, exclusions, flags } = recommendStrategy(parseStrategyInput(input));
    return {
      status,
      recommended: winners.length === 0 ? null : winners,
      ranking: ranking.map((ranked) => ranked.strategy),
      scores: Object.fromEntries(ranking.map((ranked) => [ranked.strategy, ranked.score])),
      excluded: [...new Set(exclusions.map((exclusion) => exclusion.strategy))],
      flags: flags.map(({ code }) => code),
      criticalFlags: flags.filter(({ severity }) => severity === "critical").map(({ code }) => code),
      severityOrder: STRATEGY_FLAGS.map(({ code }) => code).filter((code) => code.includes("rollback")),
    };
  },
};

/** Adapters of the strategy module, by area. */
export const strategyGolden: { readonly strategy: Adapters } = { strategy };
