import type { Strategy, StrategyRatings } from "./strategy-factors.js";

/** What a flag warns of. */
export type StrategyFlagCode =
  | "no-rollback-plan"
  | "rollback-plan-untested"
  | "testing-capability-low"
  | "no-full-rehearsal"
  | "resources-low";

/** A warning that goes with a recommendation, whichever strategy comes first. */
export interface StrategyFlag {
  /** What is wrong, as a code. */
  readonly code: StrategyFlagCode;
  /** `critical`: do not go live with it. `warning`: know it, and say who carries it. */
  readonly severity: "critical" | "warning";
  /** The strategies it holds for, of those considered. */
  readonly strategies: readonly Strategy[];
  /** What is wrong, in words. */
  readonly words: string;
}

interface FlagRule extends Omit<StrategyFlag, "strategies"> {
  /** The strategies it holds for; all of them when left out. */
  readonly only?: Strategy;
  readonly holds: (ratings: StrategyRatings) => boolean;
}

const RULES: readonly FlagRule[] = [
  {
    code: "no-rollback-plan",
    severity: "critical",
    words: "there is no rollback plan, and every strategy needs one",
    holds: ({ rollbackPlan }) => rollbackPlan === 1,
  },
  {
    code: "rollback-plan-untested",
    severity: "warning",
    words: "the rollback plan has not been tested",
    holds: ({ rollbackPlan }) => rollbackPlan === 2 || rollbackPlan === 3,
  },
  {
    code: "testing-capability-low",
    severity: "warning",
    words: "testing is weak, and every strategy needs thorough tests",
    holds: ({ testingCapability }) => testingCapability <= 2,
  },
  {
    code: "no-full-rehearsal",
    severity: "warning",
    only: "big-bang",
    words: "nothing was rehearsed with the full volume that arrives on the first day",
    holds: ({ testingCapability }) => testingCapability <= 4,
  },
  {
    code: "resources-low",
    severity: "warning",
    only: "parallel",
    words: "two systems have to be run at once, by few people",
    holds: ({ resourceAvailability }) => resourceAvailability <= 2,
  },
];

/** The flags that there are, most severe first. */
export const STRATEGY_FLAGS: readonly Omit<StrategyFlag, "strategies">[] = /* @__PURE__ */ RULES.map(
  ({ code, severity, words }) => ({ code, severity, words }),
);

/** Every flag that holds for at least one of the strategies, most severe first. */
export function flagsOf(strategies: readonly Strategy[], ratings: StrategyRatings): readonly StrategyFlag[] {
  return RULES.flatMap(({ code, severity, words, only, holds }) => {
    const concerned = strategies.filter((strategy) => only === undefined || strategy === only);
    return concerned.length > 0 && holds(ratings) ? [{ code, severity, strategies: concerned, words }] : [];
  });
}
