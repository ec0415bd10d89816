import * as z from "zod";

import { broken } from "../foundation/guard/index.js";
import { schema } from "../foundation/schema/index.js";

/** The three families of strategies, in the order in which ties are listed. */
export const STRATEGIES = ["phased", "parallel", "big-bang"] as const;

/**
 * A way to bring a new system into use: `phased` to one group after the other,
 * `parallel` with the old system running beside it for a while, or `big-bang`,
 * for everybody at once.
 */
export type Strategy = (typeof STRATEGIES)[number];

/** The six factors that the choice depends on. */
export const STRATEGY_FACTORS = [
  "systemComplexity",
  "downtimeTolerance",
  "resourceAvailability",
  "testingCapability",
  "userImpact",
  "rollbackPlan",
] as const;

/** One of the six factors. */
export type StrategyFactor = (typeof STRATEGY_FACTORS)[number];

/** The ratings, lowest first. */
export const STRATEGY_RATINGS = [1, 2, 3, 4, 5] as const;

/** A rating from 1 to 5; each factor says what 1, 3 and 5 stand for. */
export type StrategyRating = (typeof STRATEGY_RATINGS)[number];

/** The six factors, each rated. */
export type StrategyRatings = Readonly<Record<StrategyFactor, StrategyRating>>;

const LOW_TO_HIGH = { low: 1, medium: 3, high: 5 } as const;

/** The words that stand for a rating, by factor. */
export const STRATEGY_LEVELS = {
  systemComplexity: LOW_TO_HIGH,
  downtimeTolerance: { none: 1, low: 2, medium: 3, high: 5 },
  resourceAvailability: LOW_TO_HIGH,
  testingCapability: LOW_TO_HIGH,
  userImpact: LOW_TO_HIGH,
  rollbackPlan: { none: 1, untested: 3, tested: 5 },
} as const;

/** The six factors, each as a rating from 1 to 5 or as a word of `STRATEGY_LEVELS`. */
export interface StrategyFactors {
  /** 1 one component without interfaces; 3 several modules of one vendor, up to some ten interfaces; 5 several vendors or organisations, more than ten interfaces, data to convert. */
  readonly systemComplexity: StrategyRating | "low" | "medium" | "high";
  /** 1 any outage costs revenue, pay or care, or breaks the law; 3 a night; 5 days, or an agreed maintenance window that is long enough. */
  readonly downtimeTolerance: StrategyRating | "none" | "low" | "medium" | "high";
  /** 1 the same few people run and change the system; 3 a team with some help; 5 separate teams, and money to run two systems. */
  readonly resourceAvailability: StrategyRating | "low" | "medium" | "high";
  /** 1 nothing that resembles production; 3 acceptance tests with part of the data; 5 rehearsals with the full volume, automated regression tests. */
  readonly testingCapability: StrategyRating | "low" | "medium" | "high";
  /** 1 a team; 3 a department; 5 a whole organisation, or the public. */
  readonly userImpact: StrategyRating | "low" | "medium" | "high";
  /** 1 none; 3 written, not tested; 5 rehearsed within the window. */
  readonly rollbackPlan: StrategyRating | "none" | "untested" | "tested";
}

/** The schema of each factor. */
export const factorShape = () => {
  const level = <F extends StrategyFactor>(factor: F): z.ZodType<StrategyFactors[F]> =>
    z.literal([...STRATEGY_RATINGS, ...Object.keys(STRATEGY_LEVELS[factor])]) as unknown as z.ZodType<
      StrategyFactors[F]
    >;
  return {
    systemComplexity: level("systemComplexity"),
    downtimeTolerance: level("downtimeTolerance"),
    resourceAvailability: level("resourceAvailability"),
    testingCapability: level("testingCapability"),
    userImpact: level("userImpact"),
    rollbackPlan: level("rollbackPlan"),
  };
};

/** Reads {@link StrategyFactors}. */
export const StrategyFactors: z.ZodType<StrategyFactors> = /* @__PURE__ */ schema(() => z.strictObject(factorShape()));

/** The rating of each factor; a factor that is missing or no level is refused by its name. */
export function ratingsOf(factors: StrategyFactors): StrategyRatings {
  const rated = STRATEGY_FACTORS.map((factor) => [factor, ratingOf(factor, factors[factor])]);
  return Object.fromEntries(rated) as StrategyRatings;
}

/** The rating that a level of a factor stands for. */
export function ratingOf(factor: StrategyFactor, level: unknown): StrategyRating {
  const words: Readonly<Record<string, StrategyRating>> = STRATEGY_LEVELS[factor];
  const path = ["factors", factor];
  const expected = `a whole number from 1 to 5, or one of ${Object.keys(words).join(", ")}`;
  if (level === undefined) throw broken("missing", factor, expected, level, path);
  const rating = typeof level === "string" && Object.hasOwn(words, level) ? words[level] : level;
  if ((STRATEGY_RATINGS as readonly unknown[]).includes(rating)) return rating as StrategyRating;
  const code = typeof level === "string" || typeof level === "number" ? "out-of-range" : "wrong-type";
  throw broken(code, factor, expected, level, path);
}
