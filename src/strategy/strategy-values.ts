import * as z from "zod";

import { broken, contained, demandAtLeast, demandBetween, demandList } from "../foundation/guard/index.js";
import { NonNegative, rule, schema } from "../foundation/schema/index.js";
import { scaledIntegers } from "./scaled-integers.js";
import {
  STRATEGIES,
  STRATEGY_FACTORS,
  STRATEGY_RATINGS,
  type Strategy,
  type StrategyFactor,
} from "./strategy-factors.js";

/** The largest value that a strategy can have at a rating. */
const MOST = 10;

/** How much each factor counts: zero or above, not all zero; only their proportions matter. */
export type StrategyWeights = Readonly<Record<StrategyFactor, number>>;

/** How well a strategy does at the ratings 1 to 5 of a factor, from 0 to 10. */
export type StrategyValueRow = readonly [number, number, number, number, number];

/** How well each strategy does at each rating of each factor, from 0 to 10. */
export type StrategyValues = Readonly<Record<Strategy, Readonly<Record<StrategyFactor, StrategyValueRow>>>>;

/** Reads {@link StrategyWeights}. */
export const StrategyWeights: z.ZodType<StrategyWeights> = /* @__PURE__ */ schema(() =>
  z
    .strictObject({
      systemComplexity: NonNegative,
      downtimeTolerance: NonNegative,
      resourceAvailability: NonNegative,
      testingCapability: NonNegative,
      userImpact: NonNegative,
      rollbackPlan: NonNegative,
    })
    .check(
      rule((weights: StrategyWeights, report) => {
        const none = STRATEGY_FACTORS.every((factor) => weights[factor] === 0);
        if (none) report("zero-divisor", [], "expected at least one weight above zero, received none");
      }),
    ),
);

/** Reads {@link StrategyValues}. */
export const StrategyValues: z.ZodType<StrategyValues> = /* @__PURE__ */ schema(() => {
  const value = z.number().min(0).max(MOST);
  const row = z.tuple([value, value, value, value, value]);
  const rows = z.strictObject({
    systemComplexity: row,
    downtimeTolerance: row,
    resourceAvailability: row,
    testingCapability: row,
    userImpact: row,
    rollbackPlan: row,
  });
  return z.strictObject({ phased: rows, parallel: rows, "big-bang": rows });
});

/**
 * The weights used when none are given. Their reasons are in
 * `STRATEGY_WEIGHT_REASONS`; they are a judgement, not a measurement.
 */
export const STRATEGY_WEIGHTS: StrategyWeights = {
  systemComplexity: 0.2,
  downtimeTolerance: 0.2,
  resourceAvailability: 0.15,
  testingCapability: 0.15,
  userImpact: 0.15,
  rollbackPlan: 0.15,
};

const ONE_OF_FOUR = "named without a rank of its own: the four such factors share the rest equally";

/** Why each weight of `STRATEGY_WEIGHTS` is what it is. */
export const STRATEGY_WEIGHT_REASONS: Readonly<Record<StrategyFactor, string>> = {
  systemComplexity: "one of the two factors that decide the source's examples, a simple website and a large shop",
  downtimeTolerance: "the other one: a large shop is kept from big-bang by what downtime would cost it",
  resourceAvailability: ONE_OF_FOUR,
  testingCapability: ONE_OF_FOUR,
  userImpact: ONE_OF_FOUR,
  rollbackPlan: ONE_OF_FOUR,
};

/**
 * The values used when none are given. Their order along the ratings follows
 * the statements in `STRATEGY_ORDERINGS`; their size is a judgement.
 */
export const STRATEGY_VALUES: StrategyValues = {
  phased: {
    systemComplexity: [6, 7, 8, 9, 9],
    downtimeTolerance: [8, 8, 7, 6, 6],
    resourceAvailability: [5, 6, 7, 7, 7],
    testingCapability: [6, 7, 7, 8, 8],
    userImpact: [6, 7, 8, 9, 9],
    rollbackPlan: [4, 5, 6, 7, 8],
  },
  parallel: {
    systemComplexity: [5, 6, 7, 8, 9],
    downtimeTolerance: [10, 9, 7, 6, 5],
    resourceAvailability: [0, 2, 5, 7, 9],
    testingCapability: [4, 5, 6, 7, 8],
    userImpact: [6, 6, 7, 8, 8],
    rollbackPlan: [5, 6, 7, 8, 9],
  },
  "big-bang": {
    systemComplexity: [9, 7, 5, 2, 1],
    downtimeTolerance: [0, 2, 5, 8, 9],
    resourceAvailability: [8, 8, 7, 6, 6],
    testingCapability: [0, 2, 4, 6, 8],
    userImpact: [9, 7, 5, 2, 1],
    rollbackPlan: [0, 1, 4, 6, 7],
  },
};

/** A direction in which a value, or the lead of one strategy over another, has to go as a rating rises. */
export interface StrategyOrdering {
  /** The factor whose rating rises. */
  readonly factor: StrategyFactor;
  /** The strategy whose value is looked at. */
  readonly strategy: Strategy;
  /** The strategy whose value is taken off first, where the sentence compares two. */
  readonly over?: Strategy;
  /** `rises`: never falls as the rating rises; `falls`: never rises. */
  readonly trend: "rises" | "falls";
  /** The statement behind it. */
  readonly reason: string;
}

const COMPLEX = "the more complex a system, the more it gains from phases, or from running in parallel";
const DOWNTIME = "big-bang needs downtime that can be borne";
const RESOURCES = "running in parallel takes more people and money than the other two";
const TESTING = "every strategy needs thorough tests";
const ITERATIVE = "tests go on from phase to phase, so weak testing hurts phases least";
const IMPACT = "phases disturb users least, so many users speak against big-bang";
const ROLLBACK = "every strategy needs a way back";

/** What every table of values has to keep to, with the statement behind it: see "Upgrade Service Strategies" in Implementation and Upgrade Services: A Deep Dive. */
export const STRATEGY_ORDERINGS: readonly StrategyOrdering[] = [
  { factor: "systemComplexity", strategy: "big-bang", trend: "falls", reason: COMPLEX },
  { factor: "systemComplexity", strategy: "big-bang", over: "phased", trend: "falls", reason: COMPLEX },
  { factor: "systemComplexity", strategy: "big-bang", over: "parallel", trend: "falls", reason: COMPLEX },
  { factor: "downtimeTolerance", strategy: "big-bang", trend: "rises", reason: DOWNTIME },
  { factor: "downtimeTolerance", strategy: "big-bang", over: "phased", trend: "rises", reason: DOWNTIME },
  { factor: "downtimeTolerance", strategy: "big-bang", over: "parallel", trend: "rises", reason: DOWNTIME },
  { factor: "resourceAvailability", strategy: "parallel", trend: "rises", reason: RESOURCES },
  { factor: "resourceAvailability", strategy: "parallel", over: "phased", trend: "rises", reason: RESOURCES },
  { factor: "resourceAvailability", strategy: "parallel", over: "big-bang", trend: "rises", reason: RESOURCES },
  { factor: "testingCapability", strategy: "phased", trend: "rises", reason: TESTING },
  { factor: "testingCapability", strategy: "parallel", trend: "rises", reason: TESTING },
  { factor: "testingCapability", strategy: "big-bang", trend: "rises", reason: TESTING },
  { factor: "testingCapability", strategy: "big-bang", over: "phased", trend: "rises", reason: ITERATIVE },
  { factor: "userImpact", strategy: "big-bang", trend: "falls", reason: IMPACT },
  { factor: "userImpact", strategy: "big-bang", over: "phased", trend: "falls", reason: IMPACT },
  { factor: "rollbackPlan", strategy: "phased", trend: "rises", reason: ROLLBACK },
  { factor: "rollbackPlan", strategy: "parallel", trend: "rises", reason: ROLLBACK },
  { factor: "rollbackPlan", strategy: "big-bang", trend: "rises", reason: ROLLBACK },
  {
    factor: "rollbackPlan",
    strategy: "big-bang",
    over: "phased",
    trend: "rises",
    reason: `${ROLLBACK}, big-bang most of all`,
  },
];

/** A place where a table of values goes against one of `STRATEGY_ORDERINGS`. */
export interface StrategyOrderingFault {
  /** The statement that is not kept. */
  readonly ordering: StrategyOrdering;
  /** The rating at which the value first goes the wrong way. */
  readonly rating: number;
}

/**
 * Looks for places where a table of values contradicts the statements it should
 * follow. A table may do so on purpose, so these are warnings, not errors.
 *
 * @param values - by strategy and factor, five numbers from 0 to 10 for the ratings 1 to 5
 * @returns one entry for each statement that is not kept, in the order of `STRATEGY_ORDERINGS`
 * @throws DomainError `wrong-type`, `not-finite`, `out-of-range` or `missing` for a table that is none
 *
 * @example
 * ```ts
 * import { STRATEGY_VALUES, strategyOrderingFaults } from "golive-kit/strategy";
 *
 * const phased = { ...STRATEGY_VALUES.phased, rollbackPlan: [4, 5, 6, 5, 8] as const };
 *
 * strategyOrderingFaults(STRATEGY_VALUES); // => []
 * strategyOrderingFaults({ ...STRATEGY_VALUES, phased }).map(({ rating }) => rating); // => [4, 5]
 * ```
 */
export function strategyOrderingFaults(values: StrategyValues): readonly StrategyOrderingFault[] {
  return contained("strategyOrderingFaults", () => orderingFaults(demandValues(values)));
}

/** The faults of a table that has been checked. */
export function orderingFaults(values: StrategyValues): readonly StrategyOrderingFault[] {
  return STRATEGY_ORDERINGS.flatMap((ordering) => {
    const { factor, strategy, over, trend } = ordering;
    const own = values[strategy][factor];
    const other = over === undefined ? own.map(() => 0) : values[over][factor];
    const { integers } = scaledIntegers([...own, ...other], factor);
    const lead = own.map((_, i) => (integers[i] ?? 0n) - (integers[own.length + i] ?? 0n));
    const at = lead.findIndex((value, i) => {
      const before = lead[i - 1] ?? value;
      return trend === "rises" ? value < before : value > before;
    });
    return at < 0 ? [] : [{ ordering: { ...ordering }, rating: at + 1 }];
  });
}

/** Asks for weights of all six factors, not all zero. */
export function demandWeights(weights: StrategyWeights): StrategyWeights {
  for (const factor of STRATEGY_FACTORS) {
    const path = ["weights", factor];
    if ((weights[factor] as unknown) === undefined) throw broken("missing", factor, "a weight", undefined, path);
    demandAtLeast(weights[factor], 0, factor, path);
  }
  if (STRATEGY_FACTORS.every((factor) => weights[factor] === 0)) {
    throw broken("zero-divisor", "weights", "above zero at least once", 0);
  }
  return weights;
}

/** Asks for a whole table of values from 0 to 10. */
export function demandValues(values: StrategyValues): StrategyValues {
  for (const strategy of STRATEGIES) {
    for (const factor of STRATEGY_FACTORS) {
      const path = ["values", strategy, factor];
      const row: readonly number[] | undefined = (values as Partial<StrategyValues>)[strategy]?.[factor];
      if (row === undefined) throw broken("missing", factor, "five values", row, path);
      const length = demandList(row, factor, path).length;
      if (length !== STRATEGY_RATINGS.length) throw broken("out-of-range", factor, "five values", length, path);
      row.forEach((value, i) => demandBetween(value, 0, MOST, factor, [...path, i]));
    }
  }
  return values;
}
