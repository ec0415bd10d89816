import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { recommendStrategy } from "../../src/strategy/recommend-strategy.js";
import {
  STRATEGIES,
  STRATEGY_FACTORS,
  STRATEGY_RATINGS,
  type Strategy,
  type StrategyFactor,
  type StrategyFactors,
  type StrategyRatings,
} from "../../src/strategy/strategy-factors.js";
import type { StrategyInput } from "../../src/strategy/strategy-input.js";
import { STRATEGY_VALUES, STRATEGY_WEIGHTS, type StrategyValueRow } from "../../src/strategy/strategy-values.js";
import { faults } from "../kit/caught.js";
import { law } from "../kit/laws.js";
import { someConstraints, someRatings, someValues, someWeights } from "./arbitraries.js";

const SMALL_SITE: StrategyFactors = {
  systemComplexity: "low",
  downtimeTolerance: "high",
  resourceAvailability: "low",
  testingCapability: "medium",
  userImpact: "low",
  rollbackPlan: "tested",
};
const LARGE_SHOP: StrategyFactors = {
  systemComplexity: "high",
  downtimeTolerance: "none",
  resourceAvailability: "high",
  testingCapability: "high",
  userImpact: "high",
  rollbackPlan: "tested",
};
const MIDDLE: StrategyRatings = {
  systemComplexity: 3,
  downtimeTolerance: 3,
  resourceAvailability: 3,
  testingCapability: 3,
  userImpact: 3,
  rollbackPlan: 3,
};

const scoreOf = (input: StrategyInput, strategy: Strategy): number =>
  recommendStrategy(input).ranking.find((ranked) => ranked.strategy === strategy)?.score ?? Number.NaN;
const reasonsOf = (input: StrategyInput): readonly string[] =>
  recommendStrategy(input).exclusions.map(({ strategy, reason }) => `${strategy}: ${reason}`);
const flagsOf = (factors: Partial<StrategyRatings>): readonly string[] =>
  recommendStrategy({ factors: { ...MIDDLE, rollbackPlan: 5, testingCapability: 5, ...factors } }).flags.map(
    ({ code, severity, strategies }) => `${severity} ${code}: ${strategies.join(", ")}`,
  );

describe("recommendStrategy", () => {
  it("takes the guide's small company with a simple website to big-bang", () => {
    const { status, winners, margin, nearTie, contenders, ranking, exclusions, flags, conditions, warnings } =
      recommendStrategy({ factors: SMALL_SITE });
    expect({ status, winners, margin, nearTie, contenders }).toEqual({
      status: "recommended",
      winners: ["big-bang"],
      margin: 1.5,
      nearTie: false,
      contenders: ["big-bang"],
    });
    expect(ranking.map(({ strategy, rank, score, excluded }) => ({ strategy, rank, score, excluded }))).toEqual([
      { strategy: "big-bang", rank: 1, score: 7.8, excluded: false },
      { strategy: "phased", rank: 2, score: 6.3, excluded: false },
      { strategy: "parallel", rank: 3, score: 5.15, excluded: false },
    ]);
    expect(ranking[0]?.contributions).toEqual([
      { factor: "systemComplexity", rating: 1, weight: 0.2, value: 9, contribution: 1.8 },
      { factor: "downtimeTolerance", rating: 5, weight: 0.2, value: 9, contribution: 1.8 },
      { factor: "resourceAvailability", rating: 1, weight: 0.15, value: 8, contribution: 1.2 },
      { factor: "testingCapability", rating: 3, weight: 0.15, value: 4, contribution: 0.6 },
      { factor: "userImpact", rating: 1, weight: 0.15, value: 9, contribution: 1.35 },
      { factor: "rollbackPlan", rating: 5, weight: 0.15, value: 7, contribution: 1.05 },
    ]);
    expect({ exclusions, conditions, warnings }).toEqual({ exclusions: [], conditions: [], warnings: [] });
    expect(flags.map(({ code, strategies }) => `${code}: ${strategies.join(", ")}`)).toEqual([
      "no-full-rehearsal: big-bang",
      "resources-low: parallel",
    ]);
  });

  it("keeps the guide's large shop from big-bang, whatever its score", () => {
    const { winners, margin, ranking, exclusions } = recommendStrategy({ factors: LARGE_SHOP });
    expect({ winners, margin }).toEqual({ winners: ["parallel"], margin: 0.7 });
    expect(ranking.map(({ strategy, score, excluded }) => ({ strategy, score, excluded }))).toEqual([
      { strategy: "parallel", score: 8.9, excluded: false },
      { strategy: "phased", score: 8.2, excluded: false },
      { strategy: "big-bang", score: 3.5, excluded: true },
    ]);
    expect(exclusions).toEqual([
      {
        strategy: "big-bang",
        reason: "downtime-not-tolerated",
        words: "downtime tolerance is rated 1, and a switch for everybody at once needs 3",
        liftedBy: { input: "downtimeTolerance", to: 3, words: "agree a window of a night or longer" },
      },
    ]);
  });

  it("gives a tie as a set, with margin 0", () => {
    const factors = { ...MIDDLE, systemComplexity: 2, resourceAvailability: 4, testingCapability: 4 } as const;
    const even = { phased: 1, parallel: 1, "big-bang": 0 };
    const values = Object.fromEntries(
      STRATEGIES.map((strategy) => [
        strategy,
        Object.fromEntries(
          STRATEGY_FACTORS.map((factor) => [factor, [1, 1, 1, 1, 1].map((one) => one * even[strategy])]),
        ),
      ]),
    ) as never;
    const { winners, margin, nearTie, contenders, ranking } = recommendStrategy({ factors, values });
    expect({ winners, margin, nearTie, contenders }).toEqual({
      winners: ["phased", "parallel"],
      margin: 0,
      nearTie: true,
      contenders: ["phased", "parallel"],
    });
    expect(ranking.map(({ rank }) => rank)).toEqual([1, 1, 3]);
  });

  it("sees a tie that binary sums miss: 0.1 + 0.2 against 0.3", () => {
    const flat = (value: number): StrategyValueRow => [value, value, value, value, value];
    const row = (values: readonly number[]): Record<StrategyFactor, StrategyValueRow> =>
      Object.fromEntries(STRATEGY_FACTORS.map((factor, i) => [factor, flat(values[i] ?? 0)])) as never;
    const weights = { ...STRATEGY_WEIGHTS, systemComplexity: 0.1, downtimeTolerance: 0.2, resourceAvailability: 0.3 };
    const values = { phased: row([1, 1, 0]), parallel: row([0, 0, 1]), "big-bang": row([]) };
    expect(recommendStrategy({ factors: MIDDLE, weights, values }).winners).toEqual(["phased", "parallel"]);
  });

  it("calls half a point of lead clear, and less than that near", () => {
    const row = (value: number): Record<StrategyFactor, StrategyValueRow> =>
      Object.fromEntries(STRATEGY_FACTORS.map((factor) => [factor, [value, value, value, value, value]])) as never;
    const lead = (value: number): StrategyInput => ({
      factors: MIDDLE,
      values: { phased: row(6), parallel: row(6 - value), "big-bang": row(0) },
    });
    expect(recommendStrategy(lead(0.5))).toMatchObject({ margin: 0.5, nearTie: false, contenders: ["phased"] });
    expect(recommendStrategy(lead(0.49))).toMatchObject({
      margin: 0.49,
      nearTie: true,
      contenders: ["phased", "parallel"],
    });
  });

  it.each<{ title: string; input: StrategyInput; reasons: readonly string[] }>([
    {
      title: "tolerance of 2",
      input: { factors: { ...MIDDLE, downtimeTolerance: 2 } },
      reasons: ["big-bang: downtime-not-tolerated"],
    },
    { title: "tolerance of 3", input: { factors: MIDDLE }, reasons: [] },
    {
      title: "minutes beyond the tolerance, however it is rated",
      input: { factors: SMALL_SITE, constraints: { expectedDowntimeMinutes: 61, toleratedDowntimeMinutes: 60 } },
      reasons: ["big-bang: downtime-exceeds-tolerance"],
    },
    {
      title: "minutes within the tolerance, however it is rated",
      input: {
        factors: { ...MIDDLE, downtimeTolerance: 1 },
        constraints: { expectedDowntimeMinutes: 60, toleratedDowntimeMinutes: 60 },
      },
      reasons: [],
    },
    { title: "no way back in a small system", input: { factors: { ...MIDDLE, rollbackPlan: 1 } }, reasons: [] },
    {
      title: "no way back in a complex system",
      input: { factors: { ...MIDDLE, rollbackPlan: 1, systemComplexity: 4 } },
      reasons: ["big-bang: no-rollback-plan"],
    },
    {
      title: "no way back for many users",
      input: { factors: { ...MIDDLE, rollbackPlan: 1, userImpact: 4 } },
      reasons: ["big-bang: no-rollback-plan"],
    },
    {
      title: "no tests of a complex system",
      input: { factors: { ...MIDDLE, testingCapability: 1, systemComplexity: 4 } },
      reasons: ["big-bang: no-test-environment"],
    },
    {
      title: "systems that cannot run side by side",
      input: { factors: MIDDLE, constraints: { canRunBothSystems: false } },
      reasons: ["parallel: cannot-run-both-systems"],
    },
    {
      title: "users that cannot be split",
      input: { factors: MIDDLE, constraints: { canSplitIntoCohorts: false } },
      reasons: ["phased: cannot-split-into-cohorts"],
    },
    {
      title: "nothing, for facts that allow everything",
      input: {
        factors: MIDDLE,
        constraints: { canRunBothSystems: true, canSplitIntoCohorts: true, singleDateForAll: false },
      },
      reasons: [],
    },
    {
      title: "one date for all",
      input: { factors: MIDDLE, constraints: { singleDateForAll: true } },
      reasons: ["phased: single-date-for-all", "parallel: single-date-for-all"],
    },
  ])("excludes for $title", ({ input, reasons }) => {
    expect(reasonsOf(input)).toEqual(reasons);
  });

  it("recommends big-bang on one date for all when nothing speaks against it", () => {
    const { status, winners, margin, conditions } = recommendStrategy({
      factors: SMALL_SITE,
      constraints: { singleDateForAll: true },
    });
    expect({ status, winners, margin, conditions }).toEqual({
      status: "recommended",
      winners: ["big-bang"],
      margin: { kind: "none", reason: "no-rival" },
      conditions: [],
    });
  });

  it("gives an excluded big-bang as forced, with its conditions, when one date leaves nothing else", () => {
    const { status, winners, contenders, margin, nearTie, conditions } = recommendStrategy({
      factors: LARGE_SHOP,
      constraints: { singleDateForAll: true },
    });
    expect({ status, winners, contenders, margin, nearTie }).toEqual({
      status: "forced",
      winners: ["big-bang"],
      contenders: [],
      margin: { kind: "none", reason: "no-rival" },
      nearTie: false,
    });
    expect(conditions).toHaveLength(5);
    expect(conditions[0]).toBe("two full rehearsals, timed, with the real volume");
  });

  it("says what to relax when nothing is left", () => {
    const { status, winners, exclusions } = recommendStrategy({
      factors: { ...MIDDLE, downtimeTolerance: 1 },
      constraints: { canSplitIntoCohorts: false, canRunBothSystems: false },
    });
    expect({ status, winners }).toEqual({ status: "no-feasible-strategy", winners: [] });
    expect(exclusions.map(({ strategy, liftedBy: { input, to } }) => `${strategy}: ${input} to ${String(to)}`)).toEqual(
      [
        "phased: canSplitIntoCohorts to true",
        "parallel: canRunBothSystems to true",
        "big-bang: downtimeTolerance to 3",
      ],
    );
  });

  it("does not force a strategy that is not to be considered", () => {
    const input: StrategyInput = {
      factors: LARGE_SHOP,
      strategies: ["phased", "parallel"],
      constraints: { singleDateForAll: true },
    };
    expect(recommendStrategy(input)).toMatchObject({ status: "no-feasible-strategy", winners: [], conditions: [] });
  });

  it.each([
    { factors: {}, flags: [] },
    { factors: { rollbackPlan: 1 }, flags: ["critical no-rollback-plan: phased, parallel, big-bang"] },
    { factors: { rollbackPlan: 2 }, flags: ["warning rollback-plan-untested: phased, parallel, big-bang"] },
    { factors: { rollbackPlan: 3 }, flags: ["warning rollback-plan-untested: phased, parallel, big-bang"] },
    { factors: { rollbackPlan: 4 }, flags: [] },
    {
      factors: { testingCapability: 2 },
      flags: ["warning testing-capability-low: phased, parallel, big-bang", "warning no-full-rehearsal: big-bang"],
    },
    { factors: { testingCapability: 4 }, flags: ["warning no-full-rehearsal: big-bang"] },
    { factors: { resourceAvailability: 2 }, flags: ["warning resources-low: parallel"] },
  ] as const)("flags $flags for $factors", ({ factors, flags }) => {
    expect(flagsOf(factors)).toEqual(flags);
  });

  it("warns of values that contradict the statements behind them", () => {
    const values = {
      ...STRATEGY_VALUES,
      phased: { ...STRATEGY_VALUES.phased, rollbackPlan: [4, 5, 6, 5, 8] as const },
    };
    const [warning] = recommendStrategy({ factors: MIDDLE, values }).warnings;
    expect(warning).toMatchObject({
      rating: 4,
      ordering: { factor: "rollbackPlan", strategy: "phased", trend: "rises" },
    });
  });

  it.each<{ title: string; input: unknown; fault: string }>([
    ...STRATEGY_FACTORS.map((factor) => ({
      title: `no ${factor}`,
      input: { factors: { ...MIDDLE, [factor]: undefined } },
      fault: `missing factors.${factor}`,
    })),
    {
      title: "an unknown level",
      input: { factors: { ...MIDDLE, userImpact: "huge" } },
      fault: "out-of-range factors.userImpact",
    },
    {
      title: "a level by an inherited name",
      input: { factors: { ...MIDDLE, userImpact: "constructor" } },
      fault: "out-of-range factors.userImpact",
    },
    {
      title: "a list for a level",
      input: { factors: { ...MIDDLE, userImpact: [3] } },
      fault: "wrong-type factors.userImpact",
    },
    { title: "no strategies", input: { factors: MIDDLE, strategies: [] }, fault: "empty strategies" },
    {
      title: "a strategy twice",
      input: { factors: MIDDLE, strategies: ["phased", "phased"] },
      fault: "duplicate-id strategies.1",
    },
    {
      title: "an unknown strategy",
      input: { factors: MIDDLE, strategies: ["canary"] },
      fault: "out-of-range strategies.0",
    },
    {
      title: "half of the downtime",
      input: { factors: MIDDLE, constraints: { toleratedDowntimeMinutes: 5 } },
      fault: "missing constraints.expectedDowntimeMinutes",
    },
    {
      title: "a fact that is no fact",
      input: { factors: MIDDLE, constraints: { canRunBothSystems: 0 } },
      fault: "wrong-type constraints.canRunBothSystems",
    },
    {
      title: "a missing weight",
      input: { factors: MIDDLE, weights: { userImpact: 1 } },
      fault: "missing weights.systemComplexity",
    },
    {
      title: "a negative weight",
      input: { factors: MIDDLE, weights: { ...STRATEGY_WEIGHTS, rollbackPlan: -1 } },
      fault: "out-of-range weights.rollbackPlan",
    },
    {
      title: "weights of zero",
      input: { factors: MIDDLE, weights: Object.fromEntries(STRATEGY_FACTORS.map((factor) => [factor, 0])) },
      fault: "zero-divisor weights",
    },
    {
      title: "a table with a gap",
      input: { factors: MIDDLE, values: { phased: {} } },
      fault: "missing values.phased.systemComplexity",
    },
    { title: "nothing", input: undefined, fault: "unreadable" },
  ])("refuses $title", ({ input, fault }) => {
    expect(faults(() => recommendStrategy(input as StrategyInput))).toEqual([fault]);
  });
});

describe("laws", () => {
  const some = fc.record({
    factors: someRatings,
    constraints: someConstraints,
    weights: someWeights,
    values: someValues,
  });
  const raised = (factors: StrategyRatings, factor: StrategyFactor): StrategyRatings[] =>
    STRATEGY_RATINGS.filter((rating) => rating > factors[factor]).map((rating) => ({ ...factors, [factor]: rating }));

  it("the order of the strategies changes nothing", () => {
    law(fc.tuple(some, fc.shuffledSubarray([...STRATEGIES], { minLength: 1 })), ([input, strategies]) => {
      const inOrder = STRATEGIES.filter((strategy) => strategies.includes(strategy));
      expect(recommendStrategy({ ...input, strategies })).toEqual(recommendStrategy({ ...input, strategies: inOrder }));
    });
  });

  it("multiplying all weights changes nothing", () => {
    law(fc.tuple(some, fc.integer({ min: 2, max: 1000 })), ([input, factor]) => {
      const weights = Object.fromEntries(
        Object.entries(input.weights).map(([name, weight]) => [name, weight * factor]),
      ) as unknown as typeof input.weights;
      expect(recommendStrategy({ ...input, weights })).toEqual(recommendStrategy(input));
    });
  });

  it("a word does what its rating does", () => {
    const three = fc.constantFrom(["low", 1] as const, ["medium", 3] as const, ["high", 5] as const);
    const pairs = fc.record({
      systemComplexity: three,
      downtimeTolerance: fc.constantFrom(
        ["none", 1] as const,
        ["low", 2] as const,
        ["medium", 3] as const,
        ["high", 5] as const,
      ),
      resourceAvailability: three,
      testingCapability: three,
      userImpact: three,
      rollbackPlan: fc.constantFrom(["none", 1] as const, ["untested", 3] as const, ["tested", 5] as const),
    });
    law(pairs, (levels) => {
      const side = (i: 0 | 1): StrategyFactors =>
        Object.fromEntries(Object.entries(levels).map(([factor, level]) => [factor, level[i]])) as never;
      expect(recommendStrategy({ factors: side(0) })).toEqual(recommendStrategy({ factors: side(1) }));
    });
  });

  it("a dominated strategy never wins", () => {
    const drops = fc.array(fc.nat(20), { minLength: 6, maxLength: 6 });
    const pair = fc.shuffledSubarray([...STRATEGIES], { minLength: 2, maxLength: 2 });
    law(fc.tuple(some, pair, drops), ([input, [better, worse], tenths]) => {
      if (better === undefined || worse === undefined) return;
      const lower = STRATEGY_FACTORS.map((factor, i) => [
        factor,
        input.values[better][factor].map((value) => Math.max(0, value - (tenths[i] ?? 0) / 10)),
      ]);
      const values = { ...input.values, [worse]: Object.fromEntries(lower) as never };
      const isWorse = STRATEGY_FACTORS.some((factor) => {
        const at = input.factors[factor] - 1;
        return input.weights[factor] > 0 && (values[worse][factor][at] ?? 0) < (values[better][factor][at] ?? 0);
      });
      const { winners, exclusions, status } = recommendStrategy({ ...input, values });
      if (!isWorse || status !== "recommended" || exclusions.some(({ strategy }) => strategy === better)) return;
      expect(winners).not.toContain(worse);
    });
  });

  it("an excluded strategy is never recommended, and comes after the others", () => {
    law(some, (input) => {
      const { status, winners, contenders, ranking, exclusions } = recommendStrategy(input);
      const out = new Set(exclusions.map(({ strategy }) => strategy));
      expect([...contenders, ...(status === "forced" ? [] : winners)].filter((strategy) => out.has(strategy))).toEqual(
        [],
      );
      const order = ranking.map(({ excluded }) => excluded);
      expect(order).toEqual([...order].sort((a, b) => Number(a) - Number(b)));
      expect(ranking.map(({ strategy, excluded }) => excluded === out.has(strategy))).toEqual([true, true, true]);
    });
  });

  it("the change that an exclusion names takes it away", () => {
    law(some, (input) => {
      for (const { strategy, reason, liftedBy } of recommendStrategy(input).exclusions) {
        const isFactor = (STRATEGY_FACTORS as readonly string[]).includes(liftedBy.input);
        const part = isFactor ? "factors" : "constraints";
        const changed = { ...input, [part]: { ...input[part], [liftedBy.input]: liftedBy.to } };
        expect(reasonsOf(changed)).not.toContain(`${strategy}: ${reason}`);
      }
    });
  });

  it("more tolerance for downtime never hurts big-bang", () => {
    law(someRatings, (factors) => {
      const before = recommendStrategy({ factors });
      for (const more of raised(factors, "downtimeTolerance")) {
        const after = recommendStrategy({ factors: more });
        expect(scoreOf({ factors: more }, "big-bang")).toBeGreaterThanOrEqual(scoreOf({ factors }, "big-bang"));
        expect(before.exclusions.length).toBeGreaterThanOrEqual(after.exclusions.length);
        if (before.winners.includes("big-bang")) expect(after.winners).toContain("big-bang");
      }
    });
  });

  it("more complexity never brings big-bang forward", () => {
    law(someRatings, (factors) => {
      if (recommendStrategy({ factors }).winners.includes("big-bang")) return;
      for (const more of raised(factors, "systemComplexity")) {
        expect(recommendStrategy({ factors: more }).winners).not.toContain("big-bang");
      }
    });
  });

  it("more resources never take the first place from parallel", () => {
    law(someRatings, (factors) => {
      if (!recommendStrategy({ factors }).winners.includes("parallel")) return;
      for (const more of raised(factors, "resourceAvailability")) {
        expect(recommendStrategy({ factors: more }).winners).toContain("parallel");
      }
    });
  });

  it("a better rollback plan lowers no score", () => {
    law(someRatings, (factors) => {
      for (const more of raised(factors, "rollbackPlan")) {
        for (const strategy of STRATEGIES) {
          expect(scoreOf({ factors: more }, strategy)).toBeGreaterThan(scoreOf({ factors }, strategy));
        }
      }
    });
  });

  it("survives JSON", () => {
    law(some, (input) => {
      const recommendation = recommendStrategy(input);
      expect(JSON.parse(JSON.stringify(recommendation))).toEqual(recommendation);
    });
  });
});
