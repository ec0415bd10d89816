import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  type EventRateRatio,
  eventRateRatio,
  type FisherExactTest,
  fisherExactTest,
  pooledShareTest,
  type PooledShareTest,
} from "../../../../src/foundation/statistics/index.js";
import { faults } from "../../../kit/caught.js";
import { law } from "../../../kit/laws.js";
import { near } from "../../../kit/near.js";
import { referenceRows } from "../reference-rows.js";

const groups = (x1: number, n1: number, x2: number, n2: number) => ({
  sample: { successes: x1, trials: n1 },
  baseline: { successes: x2, trials: n2 },
});
const counts = (x1: number, t1: number, x2: number, t2: number) => ({
  sample: { events: x1, exposure: t1 },
  baseline: { events: x2, exposure: t2 },
});

describe("fisherExactTest", () => {
  it("is as summed with exact fractions", () => {
    for (const [x1 = 0, n1 = 0, x2 = 0, n2 = 0, p = 0, pGreater = 0, pLess = 0] of referenceRows<readonly number[]>(
      "intervals.json",
      "fisher",
    )) {
      expect([x1, n1, x2, n2, fisherExactTest(groups(x1, n1, x2, n2))]).toEqual([
        x1,
        n1,
        x2,
        n2,
        { p: near(p), pGreater: near(pGreater), pLess: near(pLess), method: "exact" },
      ]);
    }
  });

  it("tells the tea from the milk: Fisher (1935), The Design of Experiments, section 5", () => {
    expect(fisherExactTest(groups(4, 4, 0, 4))).toMatchObject({ pGreater: near(1 / 70), p: near(2 / 70) });
    expect(fisherExactTest(groups(3, 4, 1, 4))).toMatchObject({ pGreater: near(17 / 70), p: near(34 / 70) });
  });

  it("takes a billion trials, and counts that are as far apart as they can be", () => {
    const n = 1_000_000_000;
    const same = fisherExactTest(groups(n / 2, n, n / 2, n)) as FisherExactTest;
    expect(same.p).toEqual(near(1, 1e-9));
    // Half, and half of the likeliest split's own probability, which is 1 ÷ √(πn ÷ 4).
    expect(same.pGreater).toEqual(near(0.5 + 0.5 / Math.sqrt((Math.PI * n) / 4), 1e-9));
    expect(fisherExactTest(groups(n, n, 0, n))).toEqual({ p: 0, pGreater: 0, pLess: 1, method: "exact" });
    expect(fisherExactTest(groups(n - 1, n - 1, 1, 1))).toMatchObject({ p: 1, pGreater: 1, pLess: 1 });
    expect(fisherExactTest(groups(n - 1, n - 1, 0, 1))).toMatchObject({ pGreater: near(1e-9, 1e-9) });
  });

  it("refuses what cannot be", () => {
    expect(fisherExactTest(groups(0, 0, 1, 2))).toEqual({ kind: "none", reason: "no-trials" });
    expect(fisherExactTest(groups(1, 2, 0, 0))).toEqual({ kind: "none", reason: "no-trials" });
    expect(faults(() => fisherExactTest(groups(3, 2, 1, 2)))).toEqual(["inconsistent sample.successes"]);
    expect(faults(() => fisherExactTest(groups(1, 1_000_000_001, 1, 2)))).toEqual(["out-of-range sample.trials"]);
    expect(faults(() => fisherExactTest(groups(1, 2, 1, 1_000_000_001)))).toEqual(["out-of-range baseline.trials"]);
  });
});

describe("pooledShareTest", () => {
  it("is the formula by hand", () => {
    // Shares 0.8 and 0.6, pooled 0.7: 0.2 ÷ √(0.21 × (1/40 + 1/40)).
    const z = 0.2 / Math.sqrt(0.21 / 20);
    expect(pooledShareTest(groups(32, 40, 24, 40))).toEqual({
      difference: near(0.2),
      z: near(z),
      p: near(0.0509619369677633),
      method: "normal",
    });
    const turned = pooledShareTest(groups(24, 40, 32, 40)) as PooledShareTest;
    expect(turned.z).toEqual(near(-z));
    expect(turned.p).toEqual(near(0.0509619369677633));
  });

  it("finds nothing where nothing varies", () => {
    const same = { difference: 0, z: { kind: "none", reason: "no-spread" }, p: 1, method: "normal" };
    expect(pooledShareTest(groups(0, 10, 0, 20))).toEqual(same);
    expect(pooledShareTest(groups(10, 10, 20, 20))).toEqual(same);
  });

  it("has no answer without trials", () => {
    expect(pooledShareTest(groups(0, 0, 1, 2))).toEqual({ kind: "none", reason: "no-trials" });
    expect(pooledShareTest(groups(1, 2, 0, 0))).toEqual({ kind: "none", reason: "no-trials" });
    expect(faults(() => pooledShareTest(groups(1, 2, 3, 2)))).toEqual(["inconsistent baseline.successes"]);
  });
});

describe("eventRateRatio", () => {
  it("is as solved and summed from its definition", () => {
    for (const [x1, t1, x2, t2, confidence, low, high, p, pGreater, pLess] of referenceRows<
      readonly [number, number, number, number, number, number, number | null, number, number, number]
    >("intervals.json", "ratios")) {
      const none = { kind: "none", reason: "no-baseline-events" };
      expect([x1, t1, x2, t2, eventRateRatio(counts(x1, t1, x2, t2), { confidence })]).toEqual([
        x1,
        t1,
        x2,
        t2,
        {
          ratio: high === null ? none : near(x1 / t1 / (x2 / t2)),
          low: near(low),
          high: high === null ? none : near(high),
          p: near(p),
          pGreater: near(pGreater),
          pLess: near(pLess),
        },
      ]);
    }
  });

  it("is 95 % when nothing is said", () => {
    expect(eventRateRatio(counts(3, 10, 4, 20))).toEqual(eventRateRatio(counts(3, 10, 4, 20), { confidence: 0.95 }));
  });

  it("has no answer where there is none", () => {
    const none = (reason: string) => ({ kind: "none", reason });
    expect(eventRateRatio(counts(1, 0, 1, 1))).toEqual(none("no-exposure"));
    expect(eventRateRatio(counts(1, 1, 1, 0))).toEqual(none("no-exposure"));
    expect(eventRateRatio(counts(0, 1, 0, 1))).toEqual(none("no-events"));
    expect(eventRateRatio(counts(1, 1e-200, 1, 1e200))).toEqual(none("beyond-range"));
    expect(eventRateRatio(counts(1, 1e200, 1, 1e-200))).toEqual(none("beyond-range"));
  });

  it("takes two billion events", () => {
    const n = 1_000_000_000;
    const found = eventRateRatio(counts(n, 1, n, 1)) as EventRateRatio;
    expect(found.p).toEqual(near(1, 1e-9));
    expect(found.ratio).toBe(1);
    expect(found.high).toEqual(near(Math.exp(1.959963984540054 * Math.sqrt(2 / n)), 1e-7));
  });

  it("refuses what cannot be", () => {
    expect(faults(() => eventRateRatio(counts(-1, 1, 1, 1)))).toEqual(["out-of-range sample.events"]);
    expect(faults(() => eventRateRatio(counts(1, 1, 1, -1)))).toEqual(["out-of-range baseline.exposure"]);
    expect(faults(() => eventRateRatio(counts(1, 1, 1_000_000_001, 1)))).toEqual(["out-of-range baseline.events"]);
    expect(faults(() => eventRateRatio(counts(1, 1, 1, 1), { confidence: 1 }))).toEqual(["out-of-range confidence"]);
  });
});

describe("laws", () => {
  const trials = fc.tuple(fc.integer({ min: 1, max: 400 }), fc.nat(400)).map(([n, x]) => [Math.min(x, n), n] as const);

  it("changing the groups round changes the sides round", () => {
    law(fc.tuple(trials, trials), ([[x1, n1], [x2, n2]]) => {
      const one = fisherExactTest(groups(x1, n1, x2, n2)) as FisherExactTest;
      const other = fisherExactTest(groups(x2, n2, x1, n1)) as FisherExactTest;
      expect(other).toEqual({
        p: near(one.p, 1e-9),
        pGreater: near(one.pLess, 1e-9),
        pLess: near(one.pGreater, 1e-9),
        method: "exact",
      });
    });
  });

  it("both sides together are one, and the split that was seen once more", () => {
    law(fc.tuple(fc.integer({ min: 1, max: 300 }), fc.nat(300), fc.integer({ min: 1, max: 9 })), ([x1, x2, t]) => {
      const found = eventRateRatio(counts(x1, t, x2, 5)) as EventRateRatio;
      const next = eventRateRatio(counts(x1 + 1, t, Math.max(0, x2 - 1), 5)) as EventRateRatio;
      if (x2 > 0) expect(found.pLess + next.pGreater).toBeCloseTo(1, 10);
      expect(found.p).toBeLessThanOrEqual(1 + 1e-12);
      expect(found.p).toBeGreaterThanOrEqual(Math.min(found.pGreater, found.pLess) - 1e-12);
    });
  });

  it("a ratio and its interval agree with the ratio the other way round", () => {
    law(fc.tuple(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 500 })), ([x1, x2]) => {
      const one = eventRateRatio(counts(x1, 3, x2, 7)) as EventRateRatio;
      const other = eventRateRatio(counts(x2, 7, x1, 3)) as EventRateRatio;
      expect(other.low).toEqual(near(1 / (one.high as number), 1e-11));
      expect(other.high).toEqual(near(1 / one.low, 1e-11));
    });
  });
});
