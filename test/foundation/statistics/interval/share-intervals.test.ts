import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { isNoAnswer } from "../../../../src/foundation/errors/index.js";
import { binomialCdf, binomialUpper } from "../../../../src/foundation/math/index.js";
import {
  adjustedWaldInterval,
  clopperPearsonInterval,
  type ConfidenceOptions,
  failureRateBound,
  demonstrationTrials,
  type Interval,
  newcombeInterval,
  type Trials,
  wilsonInterval,
} from "../../../../src/foundation/statistics/index.js";
import { faults } from "../../../kit/caught.js";
import { law } from "../../../kit/laws.js";
import { near } from "../../../kit/near.js";
import { referenceRows } from "../reference-rows.js";

type ShareRow = readonly [successes: number, trials: number, confidence: number, ...ends: number[]];

const INTERVALS = [wilsonInterval, clopperPearsonInterval, adjustedWaldInterval] as const;

const answered = <T extends object>(answer: T): Exclude<T, { kind: "none" }> => {
  if (isNoAnswer(answer)) throw new Error("no answer");
  return answer as Exclude<T, { kind: "none" }>;
};

describe("intervals of a share", () => {
  it("are as solved from their definitions", () => {
    for (const [successes, trials, confidence, low, high, exactLow, exactHigh] of referenceRows<ShareRow>(
      "intervals.json",
      "shares",
    )) {
      const observed = { successes, trials };
      expect(wilsonInterval(observed, { confidence })).toEqual({ low: near(low ?? NaN), high: near(high ?? NaN) });
      expect(clopperPearsonInterval(observed, { confidence })).toEqual({
        low: near(exactLow ?? NaN),
        high: near(exactHigh ?? NaN),
      });
    }
  });

  it("are as published by Newcombe (1998), table I", () => {
    // Methods 3 and 5: score, and exact.
    const published: readonly [number, number, number, number, number, number][] = [
      [81, 263, 0.2553, 0.3662, 0.2527, 0.3676],
      [15, 148, 0.0624, 0.1605, 0.0578, 0.1617],
      [0, 20, 0, 0.1611, 0, 0.1684],
      [1, 29, 0.0061, 0.1718, 0.0009, 0.1776],
    ];
    for (const [successes, trials, low, high, exactLow, exactHigh] of published) {
      const score = answered(wilsonInterval({ successes, trials }));
      expect(score.low).toBeCloseTo(low, 4);
      expect(score.high).toBeCloseTo(high, 4);
      const exact = answered(clopperPearsonInterval({ successes, trials }));
      expect(exact.low).toBeCloseTo(exactLow, 4);
      expect(exact.high).toBeCloseTo(exactHigh, 4);
    }
  });

  it("adjusted Wald: the formula by hand, cut to 0 and 1", () => {
    // z² is 4: two more successes of four more trials.
    const z = 2;
    const confidence = 0.9544997361036416;
    expect(adjustedWaldInterval({ successes: 10, trials: 21 }, { confidence })).toEqual({
      low: near(0.48 - z * Math.sqrt((0.48 * 0.52) / 25), 1e-13),
      high: near(0.48 + z * Math.sqrt((0.48 * 0.52) / 25), 1e-13),
    });
    expect(answered(adjustedWaldInterval({ successes: 0, trials: 20 })).low).toBe(0);
    expect(answered(adjustedWaldInterval({ successes: 20, trials: 20 })).high).toBe(1);
    expect(answered(adjustedWaldInterval({ successes: 1, trials: 29 }))).toEqual({
      low: 0,
      high: near(0.1862865085617061),
    });
  });

  it.each(INTERVALS)("%o: is 95 % when nothing is said, and has no answer without trials", (interval) => {
    const observed = { successes: 7, trials: 30 };
    expect(interval(observed)).toEqual(interval(observed, { confidence: 0.95 }));
    expect(interval({ successes: 0, trials: 0 })).toEqual({ kind: "none", reason: "no-trials" });
  });

  it.each<[Trials, ConfidenceOptions, string]>([
    [{ successes: 2, trials: 1 }, {}, "inconsistent successes"],
    [{ successes: 5, trials: 0 }, {}, "inconsistent successes"],
    [{ successes: -1, trials: 1 }, {}, "out-of-range successes"],
    [{ successes: 0.5, trials: 1 }, {}, "out-of-range successes"],
    [{ successes: 0, trials: NaN }, {}, "not-finite trials"],
    [{ successes: 1, trials: 4 }, { confidence: 1 }, "out-of-range confidence"],
    [{ successes: 1, trials: 4 }, { confidence: 0 }, "out-of-range confidence"],
    [{ successes: 1, trials: 4 }, { confidence: NaN }, "not-finite confidence"],
    [{ successes: 1, trials: 4 }, { confidence: "0.9" as never }, "wrong-type confidence"],
  ])("refuse %o with %o", (observed, options, fault) => {
    for (const interval of INTERVALS) expect(faults(() => interval(observed, options))).toEqual([fault]);
  });

  it("reach the same for very many trials as for the normal distribution", () => {
    const observed = { successes: 2 ** 50, trials: 2 ** 51 };
    const spread = 1.959963984540054 / 2 / Math.sqrt(2 ** 51);
    for (const interval of INTERVALS) {
      const { low, high } = answered(interval(observed)) as Interval;
      expect(low).toBeCloseTo(0.5 - spread, 14);
      expect(high).toBeCloseTo(0.5 + spread, 14);
    }
  });
});

describe("newcombeInterval", () => {
  it.each([
    // Newcombe (1998), Statistics in Medicine 17, pages 873 to 890, table II, method 10: cases (a), (d), (e), (g) and (h).
    { a: 56, m: 70, b: 48, n: 80, low: 0.0524, high: 0.3339 },
    { a: 9, m: 10, b: 3, n: 10, low: 0.1705, high: 0.809 },
    { a: 5, m: 56, b: 0, n: 29, low: -0.0381, high: 0.1926 },
    { a: 0, m: 10, b: 0, n: 20, low: -0.1611, high: 0.2775 },
    { a: 10, m: 10, b: 0, n: 20, low: 0.6791, high: 1 },
    { a: 10, m: 10, b: 0, n: 10, low: 0.6075, high: 1 },
  ])("$a of $m against $b of $n, as published", ({ a, m, b, n, low, high }) => {
    const found = answered(
      newcombeInterval({ sample: { successes: a, trials: m }, baseline: { successes: b, trials: n } }),
    );
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
    expect([found.sample, found.baseline, found.difference]).toEqual([a / m, b / n, a / m - b / n]);
  });

  it("has no answer when a group is empty, and says which group is wrong", () => {
    const some = { successes: 1, trials: 2 };
    const empty = { successes: 0, trials: 0 };
    expect(newcombeInterval({ sample: empty, baseline: some })).toEqual({ kind: "none", reason: "no-trials" });
    expect(newcombeInterval({ sample: some, baseline: empty })).toEqual({ kind: "none", reason: "no-trials" });
    const many = { successes: 3, trials: 2 };
    expect(faults(() => newcombeInterval({ sample: many, baseline: some }))).toEqual(["inconsistent sample.successes"]);
    expect(faults(() => newcombeInterval({ sample: some, baseline: many }))).toEqual([
      "inconsistent baseline.successes",
    ]);
    const odd = { successes: 1, trials: -2 };
    expect(faults(() => newcombeInterval({ sample: some, baseline: odd }))).toEqual(["out-of-range baseline.trials"]);
    expect(faults(() => newcombeInterval({ sample: some, baseline: some }, { confidence: 2 }))).toEqual([
      "out-of-range confidence",
    ]);
  });
});

describe("failureRateBound", () => {
  it("is as solved from its definition", () => {
    for (const [failures = 0, trials = 0, confidence = 0, want = 0] of referenceRows<readonly number[]>(
      "intervals.json",
      "bounds",
    )) {
      const rule = failures === 0 ? { ruleOfThree: 3 / trials } : {};
      expect(failureRateBound({ failures, trials }, { confidence })).toEqual({ bound: near(want), ...rule });
    }
  });

  it("refuses what cannot be", () => {
    expect(failureRateBound({ failures: 0, trials: 0 })).toEqual({ kind: "none", reason: "no-trials" });
    expect(faults(() => failureRateBound({ failures: 2, trials: 1 }))).toEqual(["inconsistent failures"]);
    expect(faults(() => failureRateBound({ failures: -1, trials: 1 }))).toEqual(["out-of-range failures"]);
    expect(faults(() => failureRateBound({ failures: 0, trials: 1.5 }))).toEqual(["out-of-range trials"]);
    expect(faults(() => failureRateBound({ failures: 0, trials: 1 }, { confidence: 1 }))).toEqual([
      "out-of-range confidence",
    ]);
  });
});

describe("demonstrationTrials", () => {
  it("is as counted with exact fractions", () => {
    for (const [maxFailureRate = 0, failures = 0, confidence = 0, want] of referenceRows<readonly number[]>(
      "intervals.json",
      "sizes",
    )) {
      expect([maxFailureRate, failures, demonstrationTrials({ maxFailureRate, failures, confidence })]).toEqual([
        maxFailureRate,
        failures,
        want,
      ]);
    }
    expect(demonstrationTrials({ maxFailureRate: 0.05 })).toBe(59);
  });

  it("is a number only while it is a whole one", () => {
    expect(demonstrationTrials({ maxFailureRate: 2.996e-12 })).toBe(999_910_638_702);
    expect(demonstrationTrials({ maxFailureRate: 2.995e-12 })).toEqual({ kind: "none", reason: "beyond-range" });
    expect(demonstrationTrials({ maxFailureRate: 1e-16 })).toEqual({ kind: "none", reason: "beyond-range" });
    expect(demonstrationTrials({ maxFailureRate: 5e-324, failures: 3 })).toEqual({
      kind: "none",
      reason: "beyond-range",
    });
  });

  it("refuses what cannot be", () => {
    expect(faults(() => demonstrationTrials({ maxFailureRate: 0 }))).toEqual(["out-of-range maxFailureRate"]);
    expect(faults(() => demonstrationTrials({ maxFailureRate: 1 }))).toEqual(["out-of-range maxFailureRate"]);
    expect(faults(() => demonstrationTrials({ maxFailureRate: 0.1, failures: 1.5 }))).toEqual([
      "out-of-range failures",
    ]);
    expect(faults(() => demonstrationTrials({ maxFailureRate: 0.1, failures: 1_000_000_001 }))).toEqual([
      "out-of-range failures",
    ]);
    expect(faults(() => demonstrationTrials({ maxFailureRate: 0.1, confidence: 1 }))).toEqual([
      "out-of-range confidence",
    ]);
  });

  it("can allow a billion failures", () => {
    const trials = demonstrationTrials({ maxFailureRate: 0.5, failures: 1_000_000_000 }) as number;
    // The normal approximation: failures + ½ = n ÷ 2 − z √n ÷ 2.
    expect(Math.abs(trials - 2_000_073_560) < 10).toBe(true);
  });
});

describe("laws", () => {
  const observed = fc
    .tuple(fc.integer({ min: 1, max: 3000 }), fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([trials, share]) => ({ trials, successes: Math.round(trials * share) }));
  const confidence = fc.double({ min: 0.01, max: 0.9999, noNaN: true });

  it("the exact ends are where the tails are half of what confidence leaves", () => {
    law(fc.tuple(observed, confidence), ([{ successes, trials }, level]) => {
      const { low, high } = answered(clopperPearsonInterval({ successes, trials }, { confidence: level })) as Interval;
      const tail = (1 - level) / 2;
      if (successes > 0) expect(binomialUpper(successes - 1, trials, low)).toEqual(near(tail, 1e-9));
      if (successes < trials) expect(binomialCdf(successes, trials, high)).toEqual(near(tail, 1e-9));
    });
  });

  it("more confidence is a wider interval, and the exact one holds what was seen", () => {
    law(fc.tuple(observed, confidence, confidence), ([one, a, b]) => {
      const [less, more] = [Math.min(a, b), Math.max(a, b)];
      for (const interval of INTERVALS) {
        const [small, large] = [less, more].map((level) => answered(interval(one, { confidence: level })) as Interval);
        if (small === undefined || large === undefined) throw new Error("two intervals");
        expect(large.low).toBeLessThanOrEqual(small.low + 1e-12);
        expect(large.high).toBeGreaterThanOrEqual(small.high - 1e-12);
        expect(small.low).toBeLessThanOrEqual(one.successes / one.trials + 1e-12);
        expect(small.high).toBeGreaterThanOrEqual(one.successes / one.trials - 1e-12);
      }
    });
  });

  it("changing the groups round turns the difference round", () => {
    law(fc.tuple(observed, observed, confidence), ([sample, baseline, level]) => {
      const one = answered(newcombeInterval({ sample, baseline }, { confidence: level }));
      const other = answered(newcombeInterval({ sample: baseline, baseline: sample }, { confidence: level }));
      expect(one.low).toBeCloseTo(-other.high, 12);
      expect(one.high).toBeCloseTo(-other.low, 12);
      expect(one.low).toBeGreaterThanOrEqual(-1 - 1e-12);
      expect(one.high).toBeLessThanOrEqual(1 + 1e-12);
    });
  });

  it("a demonstration is the smallest run whose bound is at most the rate", () => {
    law(
      fc.tuple(fc.double({ min: 0.001, max: 0.9, noNaN: true }), fc.nat(5), confidence),
      ([maxFailureRate, failures, level]) => {
        const trials = demonstrationTrials({ maxFailureRate, failures, confidence: level }) as number;
        const bound = (n: number): number =>
          answered(failureRateBound({ failures, trials: n }, { confidence: level })).bound;
        expect(bound(trials)).toBeLessThanOrEqual(maxFailureRate * (1 + 1e-9));
        if (trials - 1 > failures) expect(bound(trials - 1)).toBeGreaterThan(maxFailureRate * (1 - 1e-9));
      },
    );
  });
});
