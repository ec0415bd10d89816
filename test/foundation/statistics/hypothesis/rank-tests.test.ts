import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { isNoAnswer } from "../../../../src/foundation/errors/index.js";
import {
  mannKendallTest,
  mannWhitneyTest,
  medianShift,
  meanShift,
  type PettittTest,
  pettittTest,
} from "../../../../src/foundation/statistics/index.js";
import { caught, faults } from "../../../kit/caught.js";
import { law } from "../../../kit/laws.js";
import { near } from "../../../kit/near.js";
import { referenceRows } from "../reference-rows.js";

const none = (reason: string) => ({ kind: "none", reason });
const many = (count: number, value: (i: number) => number): number[] =>
  Array.from({ length: count }, (_, i) => value(i));

interface SamplesRow {
  readonly sample: readonly number[];
  readonly baseline: readonly number[];
  readonly u: number;
  readonly shift: number;
  readonly z?: number;
  readonly plain?: readonly [number, number, number];
  readonly moved?: readonly [number, number, number];
  readonly exact?: readonly [number, number, number];
}

const tails = ([p, pGreater, pLess]: readonly [number, number, number]) => ({
  p: near(p),
  pGreater: near(pGreater),
  pLess: near(pLess),
});

describe("mannWhitneyTest", () => {
  const rows = referenceRows<SamplesRow>("relations.json", "samples");

  it("is as worked out pair by pair and split by split", () => {
    for (const { sample, baseline, u, z, plain, moved, exact } of rows) {
      const samples = { sample, baseline };
      const normal = mannWhitneyTest(samples, { method: "normal" });
      expect([normal.u, normal.superiority]).toEqual([u, near(u / (sample.length * baseline.length), 1e-15)]);
      expect([normal.sampleSize, normal.baselineSize]).toEqual([sample.length, baseline.length]);
      if (z === undefined || moved === undefined || plain === undefined) throw new Error("no spread in the row");
      expect(normal).toMatchObject({ z: z === 0 ? 0 : near(z), ...tails(moved), method: "normal" });
      expect(mannWhitneyTest(samples, { method: "normal", continuity: false })).toMatchObject(tails(plain));
      expect(mannWhitneyTest(samples, { method: "normal", continuity: true })).toEqual(normal);
      if (exact === undefined) continue;
      expect(mannWhitneyTest(samples)).toMatchObject({ z: z === 0 ? 0 : near(z), ...tails(exact), method: "exact" });
      expect(mannWhitneyTest(samples, { method: "exact" })).toEqual(mannWhitneyTest(samples));
    }
    expect(rows.filter(({ exact }) => exact !== undefined).length).toBe(6);
  });

  it("counts up to 50 values in each group, and approximates beyond", () => {
    const fifty = many(50, (i) => i);
    const more = many(51, (i) => i + 0.5);
    expect(mannWhitneyTest({ sample: fifty, baseline: fifty }).method).toBe("exact");
    expect(mannWhitneyTest({ sample: fifty, baseline: more }).method).toBe("normal");
    expect(mannWhitneyTest({ sample: more, baseline: fifty }).method).toBe("normal");
    expect(caught(() => mannWhitneyTest({ sample: more, baseline: fifty }, { method: "exact" })).details).toMatchObject(
      {
        path: ["sample"],
        limit: 50,
        received: 51,
      },
    );
    expect(faults(() => mannWhitneyTest({ sample: fifty, baseline: more }, { method: "exact" }))).toEqual([
      "too-many baseline",
    ]);
  });

  it("counts right where the counts are no longer whole doubles", () => {
    const [[u, p, pGreater, pLess] = [0, 0, 0, 0]] = referenceRows<readonly [number, number, number, number]>(
      "relations.json",
      "large",
    );
    const samples = { sample: many(50, (i) => 2 * i), baseline: many(50, (i) => 2 * i + 25) };
    expect(mannWhitneyTest(samples)).toMatchObject({ u, ...tails([p, pGreater, pLess]) });
    // All 50 above all 50: one split of C(100, 50).
    const apart = mannWhitneyTest({ sample: many(50, (i) => i + 50), baseline: many(50, (i) => i) });
    expect(apart.pGreater).toEqual(near(1 / 1.0089134454556415e29, 1e-12));
    expect(apart.p).toEqual(near(2 / 1.0089134454556415e29, 1e-12));
  });

  it("finds nothing where all values are equal", () => {
    const samples = { sample: [3, 3, 3], baseline: [3, 3] };
    const same = {
      sampleSize: 3,
      baselineSize: 2,
      u: 3,
      superiority: 0.5,
      z: none("no-spread"),
      p: 1,
      pGreater: 1,
      pLess: 1,
    };
    expect(mannWhitneyTest(samples)).toEqual({ ...same, method: "exact" });
    expect(mannWhitneyTest(samples, { method: "normal" })).toEqual({ ...same, method: "normal" });
  });

  it("keeps its variance when nearly all values are equal", () => {
    // One value of 300,000 differs: z² is (N − 1) m n (½ − m/N…)², worked out by hand as √(n ÷ m) here.
    const sample = many(100_000, (i) => (i === 0 ? 1 : 0));
    const baseline = many(200_000, () => 0);
    expect(mannWhitneyTest({ sample, baseline }).z).toEqual(near(Math.sqrt(2), 1e-9));
  });

  it("refuses what it cannot rank", () => {
    expect(faults(() => mannWhitneyTest({ sample: [], baseline: [1] }))).toEqual(["empty sample"]);
    expect(faults(() => mannWhitneyTest({ sample: [1], baseline: [] }))).toEqual(["empty baseline"]);
    expect(faults(() => mannWhitneyTest({ sample: [1, NaN], baseline: [1] }))).toEqual(["not-finite sample.1"]);
    expect(faults(() => mannWhitneyTest({ sample: [1], baseline: [1, , 2] as never }))).toEqual(["missing baseline.1"]);
    expect(faults(() => mannWhitneyTest({ sample: [1], baseline: [2] }, { method: "guess" as never }))).toEqual([
      "out-of-range method",
    ]);
  });

  it("leaves what it is given as it is", () => {
    const sample = [3, 1, 2];
    mannWhitneyTest({ sample, baseline: [5, 4] });
    expect(sample).toEqual([3, 1, 2]);
  });
});

describe("medianShift", () => {
  it("is the median of all differences", () => {
    for (const { sample, baseline, shift } of referenceRows<SamplesRow>("relations.json", "samples")) {
      expect(medianShift({ sample, baseline }).shift).toEqual(shift === 0 ? 0 : near(shift));
    }
  });

  it("has the ends that the counted splits leave", () => {
    for (const [m, n, confidence, rank] of referenceRows<readonly [number, number, number, number]>(
      "relations.json",
      "shiftRanks",
    )) {
      // Differences 1 to m n, each once, so that an end is its rank.
      const sample = many(m, (i) => n * (i + 1));
      const baseline = many(n, (i) => i);
      expect(medianShift({ sample, baseline }, { confidence })).toEqual({
        shift: (m * n + 1) / 2,
        low: rank,
        high: m * n + 1 - rank,
        method: "exact",
      });
    }
  });

  it("has approximate ends beyond 50 values, whichever of many differences they are", () => {
    const [m, n] = [300, 400];
    const sample = many(m, (i) => n * (i + 1));
    const baseline = many(n, (i) => i);
    const rank = Math.floor((m * n) / 2 - 1.959963984540054 * Math.sqrt((m * n * (m + n + 1)) / 12));
    expect(medianShift({ sample, baseline })).toEqual({
      shift: (m * n + 1) / 2,
      low: rank,
      high: m * n + 1 - rank,
      method: "normal",
    });
    const few = many(51, (i) => i);
    expect(medianShift({ sample: few, baseline: [0] }).method).toBe("normal");
    expect(medianShift({ sample: [0], baseline: few }).method).toBe("normal");
    expect(medianShift({ sample: few.slice(1), baseline: few.slice(1) }).method).toBe("exact");
  });

  it("finds a difference among ties, and among numbers of very different sizes", () => {
    const tied = { sample: many(400, (i) => i % 3), baseline: many(500, () => 0) };
    expect(medianShift(tied).shift).toBe(1);
    const wide = {
      sample: many(301, (i) => (i % 2 === 0 ? -1 : 1) * 2 ** (i - 150)),
      baseline: many(300, (i) => i * 1e-30),
    };
    const all = wide.sample.flatMap((a) => wide.baseline.map((b) => a - b)).sort((a, b) => a - b);
    expect(medianShift(wide).shift).toBe(((all[45_149] as number) + (all[45_150] as number)) / 2);
  });

  it("has no ends when values are few, and no shift beyond the largest number", () => {
    expect(medianShift({ sample: [2], baseline: [1] })).toEqual({
      shift: 1,
      low: none("too-few-values"),
      high: none("too-few-values"),
      method: "exact",
    });
    expect(medianShift({ sample: [1.5e308], baseline: [-1.5e308] }, { confidence: 0.001 })).toEqual({
      shift: none("beyond-range"),
      low: none("too-few-values"),
      high: none("too-few-values"),
      method: "exact",
    });
    expect(
      medianShift({ sample: [1.5e308, 1.6e308], baseline: [-1.5e308, -1.6e308] }, { confidence: 0.1 }).low,
    ).toEqual(none("beyond-range"));
    const opposite = { sample: [1.7e308, -1.7e308], baseline: [1.7e308, -1.7e308] };
    expect(medianShift(opposite).shift).toBe(0);
    expect(medianShift({ sample: [1.7e308, -1.7e308], baseline: [-1.7e308] }).shift).toEqual(none("beyond-range"));
  });

  it("refuses what it cannot rank", () => {
    expect(faults(() => medianShift({ sample: [], baseline: [1] }))).toEqual(["empty sample"]);
    expect(faults(() => medianShift({ sample: [1], baseline: [2] }, { confidence: 1 }))).toEqual([
      "out-of-range confidence",
    ]);
  });
});

interface SeriesRow {
  readonly values: readonly number[];
  readonly score: number;
  readonly variance: number;
  readonly tau: number | null;
  readonly z: number;
  readonly normal: number;
  readonly exact?: number;
}

describe("mannKendallTest", () => {
  it("is as worked out pair by pair and order by order", () => {
    const rows = referenceRows<SeriesRow>("relations.json", "series");
    for (const { values, score, variance, tau, z, normal, exact } of rows) {
      const found = mannKendallTest(values, { method: "normal" });
      expect(found).toEqual({
        count: values.length,
        score,
        variance: variance === 0 ? 0 : near(variance),
        tau: tau === null ? none("no-spread") : near(tau),
        z: z === 0 ? 0 : near(z),
        p: near(normal),
        method: "normal",
      });
      if (exact !== undefined) expect(mannKendallTest(values)).toEqual({ ...found, p: near(exact), method: "exact" });
    }
    expect(rows.filter(({ exact }) => exact !== undefined).length).toBe(7);
  });

  it("counts up to ten values unless told otherwise, and up to 50 when told", () => {
    const rising = (count: number): number[] => many(count, (i) => i * i);
    expect(mannKendallTest(rising(10)).method).toBe("exact");
    expect(mannKendallTest(rising(10)).p).toEqual(near(2 / 3_628_800));
    expect(mannKendallTest(rising(11)).method).toBe("normal");
    expect(mannKendallTest(rising(50), { method: "exact" })).toMatchObject({
      method: "exact",
      p: near(2 / 3.0414093201713376e64, 1e-12),
    });
    expect(caught(() => mannKendallTest(rising(51), { method: "exact" })).details).toMatchObject({
      path: ["values"],
      limit: 50,
      received: 51,
    });
  });

  it("is as in the table of Kendall (1970), appendix table 1", () => {
    // n = 4, S = 4: 0.167 one-sided; n = 8, S = 16: 0.031; n = 10, S = 21: 0.036.
    const withScore = (order: readonly number[]) => mannKendallTest(order, { method: "exact" });
    expect(withScore([1, 2, 4, 3])).toMatchObject({ score: 4, p: near(2 * (4 / 24)) });
    expect(withScore([2, 1, 3, 4, 5, 8, 7, 6, 9, 10].slice(0, 8))).toMatchObject({ score: 20 });
    expect((withScore([4, 1, 2, 3, 8, 5, 6, 7]).p as number) / 2).toBeCloseTo(0.031, 3);
    expect(withScore([4, 1, 2, 3, 8, 5, 6, 7]).score).toBe(16);
  });

  it("has no p of fewer than two values", () => {
    const few = none("too-few-values");
    const empty = { score: 0, variance: 0, tau: few, z: 0, p: few, method: "exact" };
    expect(mannKendallTest([])).toEqual({ count: 0, ...empty });
    expect(mannKendallTest([7])).toEqual({ count: 1, ...empty });
    expect(mannKendallTest([7], { method: "normal" })).toEqual({ count: 1, ...empty, method: "normal" });
  });

  it("refuses what it cannot rank", () => {
    expect(faults(() => mannKendallTest([1, Infinity]))).toEqual(["not-finite values.1"]);
    expect(faults(() => mannKendallTest([1], { method: "guess" as never }))).toEqual(["out-of-range method"]);
  });
});

interface ChangeRow {
  readonly pettitt: { readonly values: readonly number[]; readonly p: number } & Readonly<Record<string, unknown>>;
  readonly split: Readonly<Record<"after" | "before" | "behind" | "squares", number>>;
}

describe("pettittTest and meanShift", () => {
  it("are as worked out pair by pair and split by split", () => {
    for (const { pettitt, split } of referenceRows<ChangeRow>("relations.json", "changes")) {
      const { values, p, ...rest } = pettitt;
      const count = values.length;
      expect(pettittTest(values)).toEqual({ count, ...rest, p: near(p), method: "approximate" });
      expect(meanShift(values)).toEqual({
        count,
        after: split.after,
        meanBefore: near(split.before),
        meanAfter: near(split.behind),
        squares: split.squares === 0 ? 0 : near(split.squares),
      });
    }
  });

  it("have no place where nothing changes", () => {
    expect(pettittTest([2, 2, 2])).toEqual({
      count: 3,
      statistic: 0,
      after: none("no-spread"),
      direction: none("no-spread"),
      p: 1,
      method: "approximate",
    });
    expect(meanShift([0.1, 0.1, 0.1])).toEqual(none("no-spread"));
    for (const values of [[], [1]]) {
      expect(pettittTest(values)).toEqual(none("too-few-values"));
      expect(meanShift(values)).toEqual(none("too-few-values"));
    }
  });

  it("find the smallest and the largest changes", () => {
    expect(meanShift([1e-200, 1e-200, 3e-200])).toMatchObject({
      after: 2,
      meanBefore: 1e-200,
      meanAfter: 3e-200,
      squares: 0,
    });
    expect(meanShift([1e308, 1e308, -1e308, -1e308])).toMatchObject({ after: 2, meanBefore: 1e308, squares: 0 });
    expect(meanShift([1e200, 2e200, -1e200, -2e200])).toEqual(none("beyond-range"));
  });

  it("refuse what is no number", () => {
    expect(faults(() => pettittTest([1, "2" as never]))).toEqual(["wrong-type values.1"]);
    expect(faults(() => meanShift([NaN]))).toEqual(["not-finite values.0"]);
  });
});

describe("laws", () => {
  const value = fc.integer({ min: -20, max: 20 });
  const samples = fc.record({
    sample: fc.array(value, { minLength: 1, maxLength: 60 }),
    baseline: fc.array(value, { minLength: 1, maxLength: 60 }),
  });

  it("only the order of the values counts", () => {
    law(samples, ({ sample, baseline }) => {
      // A rising curve; cubes of small whole numbers are exact.
      const bent = (x: number): number => x * x * x + x;
      const curved = mannWhitneyTest({ sample: sample.map(bent), baseline: baseline.map(bent) });
      expect(curved).toEqual(mannWhitneyTest({ sample, baseline }));
    });
  });

  it("changing the samples round turns everything round", () => {
    law(samples, ({ sample, baseline }) => {
      const one = mannWhitneyTest({ sample, baseline });
      const other = mannWhitneyTest({ sample: baseline, baseline: sample });
      expect(other.u).toBe(sample.length * baseline.length - one.u);
      expect(other).toMatchObject({
        p: near(one.p, 1e-9),
        pGreater: near(one.pLess, 1e-9),
        pLess: near(one.pGreater, 1e-9),
      });
      const [shift, back] = [medianShift({ sample, baseline }), medianShift({ sample: baseline, baseline: sample })];
      expect((shift.shift as number) + (back.shift as number)).toBe(0);
      if (typeof shift.low === "number") expect(shift.low + (back.high as number)).toBe(0);
    });
  });

  it("the shift and its ends are among all differences where their ranks say", () => {
    const numbers = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 160 });
    law(fc.record({ sample: numbers, baseline: numbers }), ({ sample, baseline }) => {
      const all = sample.flatMap((a) => baseline.map((b) => a - b)).sort((a, b) => a - b);
      const { shift, low, high } = medianShift({ sample, baseline });
      const [lower, upper] = [all[(all.length - 1) >> 1] as number, all[all.length >> 1] as number];
      expect(shift).toBe((lower === upper ? lower : lower / 2 + upper / 2) + 0);
      if (typeof low !== "number" || typeof high !== "number") return;
      expect(all.filter((d) => d < low).length).toBeLessThanOrEqual(
        all.filter((d) => d > high).length + all.filter((d) => d === high).length,
      );
      expect(all.includes(low) || low === 0).toBe(true);
    });
  });

  it("turning a series round turns its trend round", () => {
    law(fc.array(value, { minLength: 2, maxLength: 60 }), (values) => {
      const one = mannKendallTest(values);
      const other = mannKendallTest([...values].reverse());
      expect(other.score + one.score).toBe(0);
      expect([other.variance, other.p]).toEqual([one.variance, one.p]);
      const down = mannKendallTest(values.map((x) => -x));
      expect([down.score + one.score, down.p]).toEqual([0, one.p]);
    });
  });

  it("the score is that of all pairs", () => {
    law(fc.array(value, { maxLength: 80 }), (values) => {
      let score = 0;
      values.forEach((b, j) => values.slice(0, j).forEach((a) => (score += Math.sign(b - a))));
      expect(mannKendallTest(values).score).toBe(score + 0);
    });
  });

  it("a series that is turned round changes as far from its end", () => {
    law(fc.array(value, { minLength: 2, maxLength: 40 }), (values) => {
      const one = pettittTest(values) as PettittTest;
      const other = pettittTest([...values].reverse()) as PettittTest;
      expect([other.statistic, other.p]).toEqual([one.statistic, one.p]);
      if (!isNoAnswer(one.after) && one.after === values.length - (other.after as number)) {
        expect(other.direction).not.toBe(one.direction);
      }
    });
  });
});
