import { describe, expect, it } from "vitest";

import { DomainError, type DomainErrorCode, noAnswer, type Path } from "../../src/foundation/errors/index.js";
import { type Area, differences, type Outcome, readTolerance } from "./compare.js";
import { expand } from "./generators.js";
import { type Adapters, attempt, check, merge, observe, placed, simulated } from "./harness.js";
import { build } from "./hostile/build.js";
import type { Expected } from "./hostile/cases.js";
import { failures } from "./hostile/check.js";
import type { Target } from "./hostile/observe.js";
import { CODES } from "./refusals.js";

interface Parts {
  readonly expected: unknown;
  readonly tolerance?: unknown;
  readonly kind?: string;
  readonly input?: unknown;
}

const verdict = (
  area: Area,
  outcome: Outcome,
  { expected, tolerance = "exact", kind = "k", input = {} }: Parts,
): boolean => differences(area, { id: "i", kind, title: "t", input, expected, tolerance }, outcome).length === 0;
const value = (area: Area, got: unknown, parts: Parts): boolean => verdict(area, { kind: "value", value: got }, parts);
const refusal = (area: Area, error: DomainError, parts: Parts): boolean =>
  verdict(area, { kind: "error", error }, parts);

const rule = (code: DomainErrorCode, path: Path): DomainError =>
  new DomainError(code as "out-of-range", { subject: "s", path, expected: "right", received: "wrong" });
const issues = (...all: readonly [DomainErrorCode, Path][]): DomainError =>
  new DomainError("invalid-input", {
    subject: "s",
    issues: all.map(([code, path]) => ({ code: code as "out-of-range", path, message: "wrong" })),
    total: all.length,
  });

describe("the comparator", () => {
  it.each<[string, Area, unknown, unknown, boolean]>([
    ["the same text", "kpi", "late", "late", true],
    ["another text", "kpi", "late", "on-time", false],
    ["true for true", "kpi", true, true, true],
    ["false for true", "kpi", true, false, false],
    ["1 for true", "kpi", true, 1, false],
    ["the same number", "schedule", 0.1, 0.1, true],
    ["a number one step off", "schedule", 0.3, 0.1 + 0.2, false],
    ["in kpi, a fraction one step off", "kpi", 0.3, 0.1 + 0.2, true],
    ["in kpi, a whole number off", "kpi", 3, 3.000000000001, false],
    ["-0 for 0", "schedule", 0, -0, false],
    ["NaN", "schedule", 1, NaN, false],
    ["NaN for null", "schedule", null, NaN, false],
    ["0 for null", "schedule", null, 0, false],
    ["null for null", "schedule", null, null, true],
    ["NoAnswer for null", "schedule", null, noAnswer("nothing-due"), true],
    ["a typed error for null", "schedule", null, rule("empty", []), true],
    ["null for a number", "schedule", 0, null, false],
    ["NoAnswer for a number", "schedule", 0, noAnswer("nothing-due"), false],
    ["an amount", "roi", "100.1", "100.1", true],
    ["an amount that is not canonical", "roi", "100.1", "100.10", false],
    ["an amount that is not canonical, where the value counts", "risk", "2000.00", "2000", true],
    ["an amount off by a cent", "roi", "100.1", "100.11", false],
    ["an amount beyond doubles, off in the last digit", "roi", "9007199254740993", "9007199254740992", false],
    ["a ratio as the nearest double", "roi", "0.33333333333333333333", 1 / 3, true],
    ["a ratio as the double beside it", "roi", "0.33333333333333333333", 0.33333333333333326, false],
    ["a fraction by its value", "risk", "7/40", "0.175", true],
    ["a fraction off", "risk", "7/40", "0.176", false],
    ["number text for a number", "schedule", 500, "500", true],
    ["other text for a number", "schedule", 500, "EUR 500", false],
    ["a list", "kpi", [1, 2], [1, 2], true],
    ["a list that is too short", "kpi", [1, 2], [1], false],
    ["a list that is too long", "kpi", [1, 2], [1, 2, 3], false],
    ["a list in another order", "kpi", ["a", "b"], ["b", "a"], false],
    ["an empty list for an empty list", "kpi", [], [], true],
    ["nothing for an empty list", "kpi", [], null, false],
    ["a text for a list", "kpi", ["a"], "a", false],
    ["the expected member among others", "kpi", { a: 1 }, { a: 1, b: 2 }, true],
    ["a missing member", "kpi", { a: 1, b: null }, { a: 1 }, false],
    ["an inherited member", "kpi", { a: 1 }, Object.create({ a: 1 }), false],
    ["a reason in other words", "kpi", { a: null, reason: "no-data" }, { a: null, reason: "nothing-measured" }, true],
    ["a reason in the answer itself", "kpi", { a: null, reason: "no-data" }, { a: noAnswer("nothing-measured") }, true],
    ["no reason", "kpi", { a: null, reason: "no-data" }, { a: null }, false],
    ["NaN where nothing is compared", "kpi", { a: 1 }, { a: 1, b: NaN }, false],
    ["-0 where nothing is compared", "roi", { a: "1" }, { a: "1", b: [{ c: -0 }] }, false],
    ["no result at all", "kpi", { a: 1 }, undefined, false],
  ])("%s", (_title, area, expected, got, passes) => {
    expect(value(area, got, { expected })).toBe(passes);
  });

  it.each<[string, Area, unknown, unknown, unknown, boolean]>([
    ["within abs", "roi", "10", 10.01, { abs: 0.01 }, true],
    ["outside abs", "roi", "10", 10.011, { abs: 0.01 }, false],
    ["within rel", "kpi", 1000, 1000.9, { rel: 1e-3 }, true],
    ["outside rel", "kpi", 1000, 1001.1, { rel: 1e-3 }, false],
    ["the wider of two", "kpi", 0, 0.5, { rel: 1e-9, abs: 1 }, true],
    ["a number alone is abs", "schedule", 1, 1.0000000005, 1e-9, true],
    ["a number alone, outside", "schedule", 1, 1.0000000015, 1e-9, false],
    ["in roi, a whole number is a count", "roi", 3, 3.001, { abs: 0.1 }, false],
    ["texts stay exact", "roi", "late", "later", { abs: 100 }, false],
    ["lengths stay exact", "roi", ["1"], ["1", "1"], { abs: 100 }, false],
    ["null stays null", "roi", null, 0, { abs: 100 }, false],
    ["NaN is not near", "roi", "1", NaN, { abs: 100 }, false],
    ["a field of its own, exact", "roi", { a: "1" }, { a: "1.001" }, { abs: 1, fields: { a: "exact" } }, false],
    [
      "a field of its own, and all below it",
      "roi",
      { a: { b: ["1"] } },
      { a: { b: ["1.5"] } },
      { rel: 0, fields: { a: { abs: 1 } } },
      true,
    ],
    ["beside the field", "roi", { b: "1" }, { b: "1.5" }, { rel: 0, fields: { a: { abs: 1 } } }, false],
    [
      "mean and variance have their own",
      "risk",
      { mean: 1 },
      { mean: 1.001 },
      { rel: 0.1, meanVarianceRel: 1e-9 },
      false,
    ],
    ["others do not", "risk", { sd: 1 }, { sd: 1.001 }, { rel: 0.1, meanVarianceRel: 1e-9 }, true],
  ])("tolerance: %s", (_title, area, expected, got, tolerance, passes) => {
    expect(value(area, got, { expected, tolerance })).toBe(passes);
  });

  it.each([[{ abs: -1 }], [{ abs: NaN }], [{ relative: 1 }], [{}], ["about"], [null], [{ rel: "1" }], [{ fields: 1 }]])(
    "refuses the tolerance %j",
    (written) => {
      expect(() => readTolerance(written)).toThrow();
    },
  );

  it("compares roots by 1 + rate, and counts them", () => {
    const root = { rate: "-0.99999", onePlusRate: "0.00001", multiplicity: 1 };
    const parts = { expected: { roots: [root] }, tolerance: { rel: 1e-12, roots: [1e-12] } };
    const got = { rate: -0.99999, onePlusRate: 0.00001, multiplicity: 1 };
    expect(value("roi", { roots: [got] }, parts)).toBe(true);
    expect(value("roi", { roots: [{ ...got, onePlusRate: 0.000010000001 }] }, parts)).toBe(false);
    expect(value("roi", { roots: [{ ...got, rate: -0.99998 }] }, parts)).toBe(false);
    expect(value("roi", { roots: [{ ...got, multiplicity: 2 }] }, parts)).toBe(false);
    expect(value("roi", { roots: [got, got] }, parts)).toBe(false);
    expect(value("roi", { roots: [] }, parts)).toBe(false);
  });

  it("allows a simulation the standard errors it says, and nothing to a result without iterations", () => {
    const parts = { expected: { mean: { value: 10, se1: 2 } }, tolerance: { z: 4.5 } };
    expect(value("schedule", simulated({ mean: 10.08 }, 10_000), parts)).toBe(true);
    expect(value("schedule", simulated({ mean: 10.1 }, 10_000), parts)).toBe(false);
    expect(value("schedule", simulated({ mean: 10 }, 100), parts)).toBe(false);
    expect(value("schedule", { mean: 10 }, parts)).toBe(false);
  });

  it("uses the allowance of a simulation for a simulation only", () => {
    const expected = { mean: 10, percentiles: { "0.5": 4, "0.9": 8 }, variance: 3 };
    const parts = {
      expected,
      tolerance: { rel: 1e-9, mc: { n: 1000, meanAbs: 1, percentileAbs: { "0.9": 1 }, exactPercentiles: ["0.5"] } },
    };
    const near = (): object => ({ mean: 10.5, percentiles: { "0.5": 4, "0.9": 8.5 } });
    expect(value("risk", simulated(near(), 1000), parts)).toBe(true);
    expect(value("risk", { ...near(), variance: 3 }, parts)).toBe(false);
    expect(value("risk", simulated(near(), 999), parts)).toBe(false);
    expect(value("risk", simulated({ ...near(), mean: 11.5 }, 1000), parts)).toBe(false);
    expect(value("risk", simulated({ mean: 10, percentiles: { "0.5": 4.1, "0.9": 8 } }, 1000), parts)).toBe(false);
    expect(value("risk", simulated({ mean: 10, percentiles: { "0.9": 8 } }, 1000), parts)).toBe(false);
  });
});

describe("refusals", () => {
  const expected = { error: { class: ["OUT_OF_RANGE", "EMPTY"], paths: [["flows", 1]] } };

  it("asks for one of the meanings at one of the places", () => {
    expect(refusal("roi", rule("out-of-range", ["flows", 1, "amount"]), { expected })).toBe(true);
    expect(refusal("roi", issues(["missing", ["rate"]], ["empty", ["flows", 1]]), { expected })).toBe(true);
    expect(refusal("roi", rule("out-of-range", ["flows"]), { expected })).toBe(false);
    expect(refusal("roi", rule("out-of-range", ["flows", 10]), { expected })).toBe(false);
    expect(refusal("roi", rule("wrong-type", ["flows", 1]), { expected })).toBe(false);
    expect(refusal("roi", issues(["empty", ["rate"]], ["missing", ["flows", 1]]), { expected })).toBe(false);
    expect(value("roi", { npv: "0" }, { expected })).toBe(false);
  });

  it("refuses to compare with a meaning that no table has", () => {
    const unknown = { error: { class: ["ODD"], paths: [] } };
    expect(() => refusal("roi", rule("empty", []), { expected: unknown })).toThrow("ODD");
  });

  it("has each code in one row of the table", () => {
    const codes = Object.values(CODES).flat();
    expect(new Set(codes).size).toBe(codes.length);
  });

  it("in kpi, asks for the place and for the extra facts", () => {
    const at = { expected: { error: "any-word", at: ["bands", 0], gap: [0, 1] } };
    const error = (path: Path, received: string): DomainError =>
      new DomainError("inconsistent", { subject: "bands", path, expected: "without a gap", received });
    expect(refusal("kpi", error(["bands", 0, "min"], "a gap from 0 to 1"), at)).toBe(true);
    expect(refusal("kpi", error(["bands", 1], "a gap from 0 to 1"), at)).toBe(false);
    expect(refusal("kpi", error(["bands", 0], "a gap up to 0"), at)).toBe(false);
    expect(refusal("kpi", error(["anywhere"], ""), { expected: { error: "x", at: [] } })).toBe(true);
  });

  it("in schedule, asks for ids and for the cycle", () => {
    const cycle = (ids: readonly string[]): DomainError =>
      new DomainError("cycle", { subject: "tasks", path: [], ids, length: ids.length });
    const closed = { expected: { error: { kind: "cycle", path: ["A", "B", "C", "A"] } } };
    expect(refusal("schedule", cycle(["B", "C", "A"]), closed)).toBe(true);
    expect(refusal("schedule", cycle(["C", "B", "A"]), closed)).toBe(false);
    expect(refusal("schedule", cycle(["A", "B"]), closed)).toBe(false);
    expect(refusal("schedule", rule("inconsistent", []), closed)).toBe(false);
    const either = {
      expected: {
        error: {
          kind: "cycle",
          anyOf: [
            ["A", "B", "A"],
            ["E", "F", "E"],
          ],
        },
      },
    };
    expect(refusal("schedule", cycle(["F", "E"]), either)).toBe(true);
    const input = { tasks: [{ id: "A" }, { id: "B", predecessors: [{ id: "X" }] }] };
    const reference = { input, expected: { error: { taskId: "B", predecessorId: "X" } } };
    const unknown = (path: Path, id: string): DomainError =>
      new DomainError("unknown-reference", { subject: "predecessors", path, id });
    expect(refusal("schedule", unknown(["tasks", 1, "predecessors", 0], "X"), reference)).toBe(true);
    expect(refusal("schedule", unknown(["tasks", 0], "X"), reference)).toBe(false);
    expect(refusal("schedule", unknown(["tasks", 1], "Y"), reference)).toBe(false);
  });

  it("in risk, takes a typed error for an entry that is not accepted", () => {
    const entries = {
      expected: {
        results: [
          { accepted: false, p11: null, bounds: [0, 1] },
          { accepted: true, p11: 1 },
        ],
      },
    };
    const good = { accepted: true, p11: 1 };
    expect(value("risk", { results: [{ accepted: false, p11: null, bounds: [0, 1] }, good] }, entries)).toBe(true);
    expect(value("risk", { results: [rule("empty", []), good] }, entries)).toBe(false);
    expect(value("risk", { results: [{ accepted: true, p11: null, bounds: [0, 1] }, good] }, entries)).toBe(false);
    const bare = { expected: { results: [{ accepted: false, p11: null }] } };
    expect(value("risk", { results: [rule("empty", [])] }, bare)).toBe(true);
    expect(value("risk", { results: [good] }, bare)).toBe(false);
    const lookups = { expected: { results: ["high", null] } };
    expect(value("risk", { results: ["high", rule("out-of-range", [])] }, lookups)).toBe(true);
    expect(value("risk", { results: [rule("out-of-range", []), null] }, lookups)).toBe(false);
  });

  it("in risk, holds the place of what is not accepted against that of the case", () => {
    const parts = (path: Path | null, accepted = false): Parts => ({
      kind: "accept",
      expected: { results: [{ accepted, path, warning: null }] },
    });
    const got = (...path: Path): object => ({ results: [rule("out-of-range", path)] });
    expect(value("risk", got("risks", 1), parts(["risks", 1, "id"]))).toBe(true);
    expect(value("risk", got("risks", 1, "id", "x"), parts(["risks", 1, "id"]))).toBe(true);
    expect(value("risk", got("risks", 2), parts(["risks", 1, "id"]))).toBe(false);
    expect(value("risk", got("anywhere"), parts(null))).toBe(true);
    expect(value("risk", got("anywhere"), parts(null, true))).toBe(false);
    expect(value("risk", { results: [{ accepted: true, path: null, warning: "one-level" }] }, parts(null, true))).toBe(
      false,
    );
  });

  it("in strategy, takes any typed refusal, and asks for the facts", () => {
    const parts = { expected: { error: "unknown-level", field: "downtimeTolerance" } };
    expect(refusal("strategy", rule("out-of-range", ["factors", "downtimeTolerance"]), parts)).toBe(true);
    expect(refusal("strategy", rule("out-of-range", ["factors", "userImpact"]), parts)).toBe(false);
    expect(value("strategy", { recommended: "phased" }, parts)).toBe(false);
  });

  it("lets a call that answers one figure refuse it whole, and no other call", () => {
    expect(refusal("roi", rule("zero-divisor", []), { expected: { units: null } })).toBe(true);
    expect(refusal("roi", rule("zero-divisor", []), { expected: { units: null, total: "0" } })).toBe(false);
  });
});

describe("strategy decisions", () => {
  const decision = {
    recommended: "phased",
    ranking: ["phased", "parallel"],
    scores: { phased: 4, parallel: 3 },
    excluded: ["big-bang"],
    flags: ["no-rollback-plan"],
    criticalFlags: [],
  };
  it.each<[string, Readonly<Record<string, unknown>>, boolean]>([
    ["one of the recommended", { recommendedOneOf: ["phased", "parallel"] }, true],
    ["none of the recommended", { recommendedOneOf: ["parallel"] }, false],
    ["what is excluded", { excluded: ["big-bang"] }, true],
    ["nothing excluded", { excluded: [] }, false],
    ["more excluded", { excluded: ["big-bang", "parallel"] }, false],
    ["acceptable", { acceptable: ["parallel"] }, true],
    ["excluded, not acceptable", { acceptable: ["big-bang"] }, false],
    ["not recommended", { notRecommended: ["phased"] }, false],
    ["a flag", { flags: ["no-rollback-plan"] }, true],
    ["a missing flag", { flags: ["rollback-plan-untested"] }, false],
    ["ranked before", { rankedBefore: [["phased", "big-bang"]] }, true],
    ["ranked behind", { rankedBefore: [["parallel", "phased"]] }, false],
    ["not ranked first", { rankedFirstNot: ["phased"] }, false],
    ["excluded or critical", { bigBangMustBe: "excluded-or-flagged-critical" }, true],
  ])("%s", (_title, expected, passes) => {
    expect(value("strategy", decision, { kind: "strategy-decision", expected })).toBe(passes);
  });

  it("holds laws over several calls", () => {
    const input = { strategies: ["a", "b"], factors: { downtimeTolerance: "low" } };
    const expected = { metamorphic: "monotone", raise: "downtimeTolerance", neverLowersScoreOf: "big-bang" };
    const testCase = { id: "i", kind: "strategy-decision", title: "t", input, expected, tolerance: "exact" };
    const score = (sign: number): Adapters[string] =>
      ((given: typeof input) => ({
        scores: { "big-bang": sign * ["low", "medium", "high"].indexOf(given.factors.downtimeTolerance) + 5 },
        excluded: [],
      })) as Adapters[string];
    expect(check("strategy", score(1), testCase)).toEqual([]);
    expect(check("strategy", score(-1), testCase)).toEqual(["medium lowers big-bang", "high lowers big-bang"]);
    const permute = { ...testCase, expected: { metamorphic: "permute-strategies-same-result" } };
    const first = ((given: typeof input) => ({ ranking: given.strategies })) as Adapters[string];
    expect(check("strategy", first, permute)).toHaveLength(1);
  });
});

describe("the harness", () => {
  it("refuses a kind that is adapted twice", () => {
    const one: Adapters = { npv: () => 1 };
    expect(() => merge(one, { irr: () => 2 }, one)).toThrow("adapted twice: npv");
  });

  it("refuses a promise, and lets a foreign error through", () => {
    expect(() => observe("roi", "k", () => Promise.resolve(1), {})).toThrow("Promise");
    const broken: Adapters[string] = () => {
      throw new TypeError("foreign");
    };
    expect(() => observe("roi", "k", broken, {})).toThrow("foreign");
    expect(() => attempt(broken as () => unknown)).toThrow("foreign");
  });

  it("calls an adapter with each invalid input of a list", () => {
    const seen: unknown[] = [];
    const testCase = {
      id: "i",
      kind: "k",
      title: "t",
      input: { op: "o", invalid: [{ bac: "NaN" }, { bac: -1 }, { bac: 1 }] },
      expected: { error: { kind: "invalidAmount" } },
      tolerance: "exact",
    };
    const adapter = ((input: { bac: number }) => {
      seen.push(input);
      if (!(input.bac > 0)) throw rule("out-of-range", ["bac"]);
      return {};
    }) as Adapters[string];
    expect(check("schedule", adapter, testCase)).toEqual(["invalid[2]: not refused: {}"]);
    expect(seen[0]).toEqual({ op: "o", bac: NaN });
  });

  it("moves the places of a refusal to those of the case", () => {
    const run = (): never => {
      throw issues(["empty", ["totalCost"]]);
    };
    const move = ([, ...rest]: Path): Path => ["costs", ...rest];
    expect(attempt(() => placed(move, run))).toMatchObject({ details: { issues: [{ path: ["costs"] }] } });
    const one = (): never => {
      throw rule("empty", ["totalCost", 1]);
    };
    expect(attempt(() => placed(move, one))).toMatchObject({ code: "empty", details: { path: ["costs", 1] } });
  });

  it("makes the rows that a case describes by a rule", () => {
    expect(
      expand("kpi", "k", { values: { generator: { name: "permutation", count: 3, factor: 2, modulus: 3, add: 1 } } }),
    ).toEqual({
      values: [1, 3, 2],
    });
    expect(expand("kpi", "k", { a: [{ number: "NaN" }] })).toEqual({ a: [NaN] });
    const jobs = { durations: [0, 4, 3], successors: [[2, 3], [3], []] };
    const after = (...ids: readonly string[]) => ids.map((id) => ({ id, type: "FS", lag: 0 }));
    expect(expand("schedule", "cpm-psplib", jobs)).toMatchObject({
      tasks: [
        { id: "1", duration: 0, predecessors: [] },
        { id: "2", duration: 4, predecessors: after("1") },
        { id: "3", duration: 3, predecessors: after("1", "2") },
      ],
    });
    const generator = {
      start: "2018-01-01",
      count: 3,
      spanDays: 3,
      base: 5,
      step: 3,
      modulus: 4,
      divisor: 10,
      firstShare: "-0.55",
    };
    expect(expand("roi", "xirr-generated", { generator })).toMatchObject({
      flows: [
        { date: "2018-01-01", amount: "-0.825" },
        { date: "2018-01-02", amount: "0.8" },
        { date: "2018-01-03", amount: "0.7" },
      ],
    });
  });
});

describe("sums of long results", () => {
  it("are made of the input and of what the adapter returned", () => {
    const network = { generator: "chain", n: 3, duration: 2 };
    const adapter: Adapters[string] = () => ({
      projectDuration: 6,
      critical: ["t0", "t1", "t2"],
      tasks: [0, 2, 4].map((earlyStart) => ({ earlyStart, totalFloat: 1 })),
    });
    expect(observe("schedule", "cpm-scale", adapter, network)).toEqual({
      kind: "value",
      value: {
        projectDuration: 6,
        criticalCount: 3,
        linkCount: 2,
        sumDuration: 6,
        sumEarlyStart: 6,
        sumTotalFloat: 3,
      },
    });
  });
});

describe("the hostile harness", () => {
  const run = (target: Target, given: unknown, expected: Expected, tolerance: unknown = "exact"): readonly string[] =>
    failures(target, { id: "i", kind: "k", title: "t", input: { value: given }, expected, tolerance });
  const error =
    (thrown: unknown): Target =>
    () => {
      throw thrown;
    };
  const refused: Expected = { outcome: ["error"], class: ["OUT_OF_RANGE"], paths: [["x"]] };

  it.each<[string, Target, Expected, boolean]>([
    ["the value", () => ({ a: 1, b: 2 }), { outcome: ["value"], value: { a: 1 } }, true],
    ["another value", () => ({ a: 2 }), { outcome: ["value"], value: { a: 1 } }, false],
    ["a missing member", () => ({}), { outcome: ["value"], value: { a: 1 } }, false],
    ["-0", () => -0, { outcome: ["value"], value: 0 }, false],
    ["NaN", () => NaN, { outcome: ["value"] }, false],
    ["NaN deep inside", () => ({ b: [NaN] }), { outcome: ["value"], value: {} }, false],
    ["no answer", () => noAnswer("nothing"), { outcome: ["no-answer"] }, true],
    ["no answer for a value", () => noAnswer("nothing"), { outcome: ["value"] }, false],
    ["a value for an error", () => 1, refused, false],
    ["the error", error(rule("out-of-range", ["x", 0])), refused, true],
    ["another code", error(rule("wrong-type", ["x"])), refused, false],
    ["another place", error(rule("out-of-range", ["y"])), refused, false],
    ["a foreign error", error(new TypeError("x")), refused, false],
    ["text with its parts", () => "a &lt;b", { outcome: ["value"], contains: ["&lt;"], notContains: ["<"] }, true],
    ["text with a forbidden part", () => "a <b", { outcome: ["value"], notContains: ["<"] }, false],
    ["text without its part", () => "a", { outcome: ["value"], contains: ["b"] }, false],
    [
      "a forbidden part in other letters",
      () => "JavaScript:",
      { outcome: ["value"], notContainsIgnoreCase: ["javascript:"] },
      false,
    ],
    ["one of the texts", () => "b", { outcome: ["value"], oneOf: ["a", "b"] }, true],
    ["none of the texts", () => "c", { outcome: ["value"], oneOf: ["a", "b"] }, false],
    ["a forbidden pattern", () => "x\n1. y", { outcome: ["value"], notMatches: ["^1\\."] }, false],
    ["a contained bidi control", () => "<bdi>a\u202Eb</bdi>", { outcome: ["value"], bidiContained: true }, true],
    ["a bidi control as a reference", () => "a&#x202E;b", { outcome: ["value"], bidiContained: true }, false],
    ["a long message", error(issues(["out-of-range", ["x"]])), { ...refused, messageMaxLength: 5 }, false],
    [
      "a wrong count of problems",
      error(issues(["out-of-range", ["x"]])),
      { ...refused, problems: { maxListed: 100, total: 2 } },
      false,
    ],
    ["a slow answer", () => slow(20), { outcome: ["value"], maxMs: 5 }, false],
  ])("%s", (_title, target, expected, passes) => {
    expect(run(target, { x: 1 }, expected).length === 0).toBe(passes);
  });

  it("sees what a call does beside its answer", () => {
    const accepted: Expected = { outcome: ["value"] };
    const spoils: Target = (given: { x: number }) => {
      given.x = 2;
      return 1;
    };
    expect(run(spoils, { x: 1 }, accepted)).toEqual(["the call changed its input"]);
    let calls = 0;
    expect(run(() => ++calls, {}, accepted)).toEqual(["called again: value 2, first: value 1"]);
    const pollutes: Target = () => {
      Reflect.set(Object.prototype, "polluted", 1);
      return 1;
    };
    expect(run(pollutes, {}, accepted)).toEqual(["the call changed a prototype or a global"]);
    Reflect.deleteProperty(Object.prototype, "polluted");
    const shares: Target = (given: readonly object[]) => ({ list: given });
    expect(run(shares, [{ a: 1 }], { ...accepted, detached: true })).toHaveLength(2);
    const copies: Target = (given: readonly object[]) => structuredClone(given);
    expect(run(copies, [{ a: 1 }], { ...accepted, detached: true })).toEqual([]);
  });

  it("checks the members of a cycle against the tasks", () => {
    const cycle = (ids: readonly string[], length: number): Target =>
      error(new DomainError("cycle", { subject: "tasks", path: [], ids, length }));
    const expected: Expected = { outcome: ["error"], class: ["CYCLE"], paths: [], cycle: { maxListed: 2, length: 3 } };
    const tasks = { $graph: { kind: "cycle", n: 3, duration: 1 } };
    expect(run(cycle(["t0", "t1"], 3), tasks, expected)).toEqual([]);
    expect(run(cycle(["t1", "t0"], 3), tasks, expected)).toEqual([]);
    expect(run(cycle(["t0", "t0"], 3), tasks, expected)).toHaveLength(1);
    expect(run(cycle(["t0", "t1"], 2), tasks, expected)).toHaveLength(1);
    expect(run(cycle(["t0", "t1", "t2"], 3), tasks, expected)).toHaveLength(1);
  });

  it("builds what the words say", () => {
    expect(build({ a: [{ $num: "-0" }, { $bigint: "5" }, { $undefined: true }] })).toEqual({ a: [-0, 5n, undefined] });
    expect(Object.keys(build({ $raw: '{"__proto__":1}' }) as object)).toEqual(["__proto__"]);
    expect(build({ $concat: ["a", { $repeat: ["b", 3] }] })).toBe("abbb");
    expect(build({ $fill: [2, { $js: "1 + 1" }] })).toEqual([2, 2]);
    expect(build({ $nest: { depth: 2, key: "k", template: { id: "n{i}" } } })).toEqual({
      id: "n0",
      k: [{ id: "n1", k: [] }],
    });
    expect(build({ $graph: { kind: "ladder", n: 2, duration: 1 } })).toHaveLength(4);
    expect(build({ $graph: { kind: "chainThenTwoCycle", n: 1, duration: 1 } })).toMatchObject([
      { id: "t0", dependsOn: [] },
      { id: "x", dependsOn: ["y", "t0"] },
      { id: "y", dependsOn: ["x"] },
    ]);
    expect(() => build({ $odd: 1 })).toThrow("$odd");
  });
});

function slow(ms: number): number {
  // By the time of the processor: what other programs take meanwhile is not counted, and must not stand for it.
  const start = process.cpuUsage();
  while (process.cpuUsage(start).user < 1000 * ms);
  return 1;
}
