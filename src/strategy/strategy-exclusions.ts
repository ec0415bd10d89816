import type { Strategy, StrategyFactor, StrategyRatings } from "./strategy-factors.js";
import type { StrategyConstraints } from "./strategy-input.js";

/** Why a strategy cannot be recommended. */
export type StrategyExclusionReason =
  | "downtime-not-tolerated"
  | "downtime-exceeds-tolerance"
  | "no-rollback-plan"
  | "no-test-environment"
  | "cannot-run-both-systems"
  | "cannot-split-into-cohorts"
  | "single-date-for-all";

/** The one change that takes an exclusion away. */
export interface StrategyChange {
  /** The factor or the constraint to change. */
  readonly input: StrategyFactor | keyof StrategyConstraints;
  /** What it has to become: the least rating, the minutes, or the answer that is needed. */
  readonly to: number | boolean;
  /** The change in words. */
  readonly words: string;
}

/** A strategy that no score can buy back, and why. */
export interface StrategyExclusion {
  /** The strategy that is out. */
  readonly strategy: Strategy;
  /** Why, as a code. */
  readonly reason: StrategyExclusionReason;
  /** Why, in words. */
  readonly words: string;
  /** What takes this exclusion away; a strategy with several exclusions needs each of them lifted. */
  readonly liftedBy: StrategyChange;
}

interface ExclusionRule extends Pick<StrategyExclusion, "strategy" | "reason"> {
  readonly holds: (ratings: StrategyRatings, constraints: StrategyConstraints) => boolean;
  readonly describe: (
    ratings: StrategyRatings,
    constraints: StrategyConstraints,
  ) => Pick<StrategyExclusion, "words" | "liftedBy">;
}

/** Below this tolerance a switch for everybody at once is out. */
const ENOUGH_TOLERANCE = 3;
/** From this rating on a system is complex, or its users are many. */
const LARGE = 4;

/** In the order of `STRATEGIES`. */
const RULES: readonly ExclusionRule[] = [
  {
    strategy: "phased",
    reason: "cannot-split-into-cohorts",
    holds: (_, { canSplitIntoCohorts }) => canSplitIntoCohorts === false,
    describe: () => ({
      words: "users, sites, functions or traffic cannot be moved group by group",
      liftedBy: {
        input: "canSplitIntoCohorts",
        to: true,
        words: "find a cut: by site, by function, by customer, or by a share of the traffic",
      },
    }),
  },
  /* @__PURE__ */ singleDate("phased", "everybody has to switch on one date, which leaves no waves"),
  {
    strategy: "parallel",
    reason: "cannot-run-both-systems",
    holds: (_, { canRunBothSystems }) => canRunBothSystems === false,
    describe: () => ({
      words: "the old and the new system cannot run side by side",
      liftedBy: {
        input: "canRunBothSystems",
        to: true,
        words: "keep data in step both ways, and extend licences and support of the old system",
      },
    }),
  },
  /* @__PURE__ */ singleDate("parallel", "everybody has to switch on one date, which leaves no time to move over"),
  {
    strategy: "big-bang",
    reason: "downtime-not-tolerated",
    // Minutes say more than a rating: where they are given, they alone decide.
    holds: ({ downtimeTolerance }, { expectedDowntimeMinutes }) =>
      expectedDowntimeMinutes === undefined && downtimeTolerance < ENOUGH_TOLERANCE,
    describe: ({ downtimeTolerance }) => ({
      words: `downtime tolerance is rated ${downtimeTolerance}, and a switch for everybody at once needs ${ENOUGH_TOLERANCE}`,
      liftedBy: { input: "downtimeTolerance", to: ENOUGH_TOLERANCE, words: "agree a window of a night or longer" },
    }),
  },
  {
    strategy: "big-bang",
    reason: "downtime-exceeds-tolerance",
    holds: (_, { expectedDowntimeMinutes: expected = 0, toleratedDowntimeMinutes: tolerated = expected }) =>
      expected > tolerated,
    describe: (_, { expectedDowntimeMinutes: expected = 0, toleratedDowntimeMinutes: tolerated = expected }) => ({
      words: `the switch interrupts the service for ${expected} minutes, and ${tolerated} are tolerated`,
      liftedBy: {
        input: "toleratedDowntimeMinutes",
        to: expected,
        words: `agree a window of ${expected} minutes, or shorten the switch to ${tolerated}`,
      },
    }),
  },
  {
    strategy: "big-bang",
    reason: "no-rollback-plan",
    holds: ({ rollbackPlan, systemComplexity, userImpact }) =>
      rollbackPlan === 1 && (systemComplexity >= LARGE || userImpact >= LARGE),
    describe: ({ systemComplexity }) => ({
      words: `there is no way back, for ${systemComplexity >= LARGE ? "a complex system" : "many users"}`,
      liftedBy: { input: "rollbackPlan", to: 2, words: "write a rollback plan, and rehearse it" },
    }),
  },
  {
    strategy: "big-bang",
    reason: "no-test-environment",
    holds: ({ testingCapability, systemComplexity }) => testingCapability === 1 && systemComplexity >= LARGE,
    describe: () => ({
      words: "a complex system cannot be tested before it is switched on for everybody",
      liftedBy: { input: "testingCapability", to: 2, words: "build an environment that resembles production" },
    }),
  },
];

/** Every exclusion that holds for one of the strategies, in the order of `STRATEGIES`. */
export function exclusionsOf(
  strategies: readonly Strategy[],
  ratings: StrategyRatings,
  constraints: StrategyConstraints,
): readonly StrategyExclusion[] {
  return RULES.filter(({ strategy, holds }) => strategies.includes(strategy) && holds(ratings, constraints)).map(
    ({ strategy, reason, describe }) => ({ strategy, reason, ...describe(ratings, constraints) }),
  );
}

/** Whether a strategy is out. */
export function isExcluded(strategy: Strategy, ratings: StrategyRatings, constraints: StrategyConstraints): boolean {
  return RULES.some((rule) => rule.strategy === strategy && rule.holds(ratings, constraints));
}

function singleDate(strategy: Strategy, words: string): ExclusionRule {
  return {
    strategy,
    reason: "single-date-for-all",
    holds: (_, { singleDateForAll }) => singleDateForAll === true,
    describe: () => ({
      words,
      liftedBy: { input: "singleDateForAll", to: false, words: "let part of the users switch earlier or later" },
    }),
  };
}
