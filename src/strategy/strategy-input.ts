import * as z from "zod";

import { DomainError } from "../foundation/errors/index.js";
import { broken, contained, demandAtLeast, demandList, demandOneOf } from "../foundation/guard/index.js";
import { NonNegative, optional, parse, rule, schema } from "../foundation/schema/index.js";
import { STRATEGIES, type Strategy, StrategyFactors } from "./strategy-factors.js";
import { StrategyValues, StrategyWeights } from "./strategy-values.js";

/** Facts that rule strategies out, whatever their scores. What is left out rules nothing out. */
export interface StrategyConstraints {
  /** Whether old and new can run side by side: data, licences, law and safety allow it. */
  readonly canRunBothSystems?: boolean;
  /** Whether users, sites, functions or traffic can be moved group by group. */
  readonly canSplitIntoCohorts?: boolean;
  /** Whether everybody has to switch on one date. */
  readonly singleDateForAll?: boolean;
  /** The longest interruption that is acceptable; goes with `expectedDowntimeMinutes`. */
  readonly toleratedDowntimeMinutes?: number;
  /** How long a switch for everybody at once would interrupt the service; goes with `toleratedDowntimeMinutes`. */
  readonly expectedDowntimeMinutes?: number;
}

/** Reads {@link StrategyConstraints}. */
export const StrategyConstraints: z.ZodType<StrategyConstraints> = /* @__PURE__ */ schema(() =>
  z
    .strictObject({
      canRunBothSystems: optional(z.boolean()),
      canSplitIntoCohorts: optional(z.boolean()),
      singleDateForAll: optional(z.boolean()),
      toleratedDowntimeMinutes: optional(NonNegative),
      expectedDowntimeMinutes: optional(NonNegative),
    })
    .check(
      rule((constraints: StrategyConstraints, report) => {
        const absent = missingMinutes(constraints);
        if (absent !== undefined) report("missing", [absent], `expected ${TOGETHER}, received one`);
      }),
    ),
);

/** What a strategy is chosen from. */
export interface StrategyInput {
  /** The six factors. */
  readonly factors: StrategyFactors;
  /** Facts that rule strategies out. */
  readonly constraints?: StrategyConstraints;
  /** The strategies to choose from, each once, in any order; all three when left out. */
  readonly strategies?: readonly Strategy[];
  /** Weights to use instead of `STRATEGY_WEIGHTS`. */
  readonly weights?: StrategyWeights;
  /** Values to use instead of `STRATEGY_VALUES`. */
  readonly values?: StrategyValues;
}

/** The schema of what stands beside the factors. */
export const choiceShape = () => ({
  constraints: optional(StrategyConstraints),
  strategies: optional(
    z
      .array(z.enum(STRATEGIES))
      .min(1)
      .check(
        rule((strategies: readonly Strategy[], report) => {
          strategies.forEach((strategy, i) => {
            const again = strategies.indexOf(strategy) < i;
            if (again) report("duplicate-id", [i], "expected each strategy once, received it twice");
          });
        }),
      ),
  ),
  weights: optional(StrategyWeights),
  values: optional(StrategyValues),
});

/** Reads a {@link StrategyInput}. */
export const StrategyInput: z.ZodType<StrategyInput> = /* @__PURE__ */ schema(() =>
  z.strictObject({ factors: StrategyFactors, ...choiceShape() }),
);

/**
 * Reads a {@link StrategyInput} from outside data.
 *
 * @param data - `{ factors }` with all six factors, and optionally `constraints`, `strategies`, `weights` and `values`
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault; a missing factor is `missing` at its own path
 *
 * @example
 * ```ts
 * import { isDomainError } from "golive-kit/errors";
 * import { parseStrategyInput } from "golive-kit/strategy";
 *
 * const factors = {
 *   systemComplexity: "low",
 *   downtimeTolerance: "some",
 *   resourceAvailability: 2,
 *   testingCapability: "high",
 *   userImpact: "low",
 *   rollbackPlan: "tested",
 * };
 *
 * let faults: readonly string[] = [];
 * try {
 *   parseStrategyInput({ factors });
 * } catch (error) {
 *   if (isDomainError(error, "invalid-input")) {
 *     faults = error.details.issues.map(({ code, path }) => `${code} ${path.join(".")}`);
 *   }
 * }
 *
 * faults; // => ["out-of-range factors.downtimeTolerance"]
 * ```
 */
export function parseStrategyInput(data: unknown): StrategyInput {
  return contained("strategy", () => parse(StrategyInput, data, "strategy"));
}

const TOGETHER = "toleratedDowntimeMinutes and expectedDowntimeMinutes together";
const FACTS = ["canRunBothSystems", "canSplitIntoCohorts", "singleDateForAll"] as const;
const MINUTES = ["toleratedDowntimeMinutes", "expectedDowntimeMinutes"] as const;

/** Asks for constraints that can be read. */
export function demandConstraints(constraints: StrategyConstraints): StrategyConstraints {
  for (const fact of FACTS) {
    const value: unknown = constraints[fact];
    if (value !== undefined && typeof value !== "boolean") {
      throw broken("wrong-type", fact, "true or false", value, ["constraints", fact]);
    }
  }
  for (const key of MINUTES) {
    if (constraints[key] !== undefined) demandAtLeast(constraints[key], 0, key, ["constraints", key]);
  }
  const absent = missingMinutes(constraints);
  if (absent !== undefined) throw broken("missing", absent, `given: ${TOGETHER}`, undefined, ["constraints", absent]);
  return constraints;
}

/** Asks for at least one strategy, each once; answers them in the order of `STRATEGIES`. */
export function demandStrategies(strategies: readonly Strategy[]): readonly Strategy[] {
  demandList(strategies, "strategies");
  if (strategies.length === 0) throw broken("empty", "strategies", "a list with at least one strategy", strategies);
  strategies.forEach((strategy, i) => {
    const path = ["strategies", i];
    demandOneOf(strategy, STRATEGIES, "strategies", path);
    if (strategies.indexOf(strategy) < i) {
      throw new DomainError("duplicate-id", { subject: "strategies", path, id: strategy });
    }
  });
  return STRATEGIES.filter((strategy) => strategies.includes(strategy));
}

/** The one of the two figures of downtime that is missing; none when both are there, or neither. */
function missingMinutes(constraints: StrategyConstraints): string | undefined {
  const given = MINUTES.filter((key) => constraints[key] !== undefined);
  return given.length === 1 ? MINUTES.find((key) => constraints[key] === undefined) : undefined;
}
