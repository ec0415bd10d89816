import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { isNoAnswer } from "../../../../src/foundation/errors/index.js";
import {
  type Interval,
  kendallCorrelation,
  type KendallCorrelation,
  type PearsonCorrelation,
  pearsonCorrelation,
  spearmanCorrelation,
  type SpearmanCorrelation,
  theilSenLine,
  type TheilSenLine,
} from "../../../../src/foundation/statistics/index.js";
import { caught, faults } from "../../../kit/caught.js";
import { law } from "../../../kit/laws.js";
import { near } from "../../../kit/near.js";
import { referenceRows } from "../reference-rows.js";

const none = (reason: string) => ({ kind: "none", reason });
const many = (count: number, value: (i: number) => number): number[] =>
  Array.from({ length: count }, (_, i) => value(i));

interface PointsRow {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly kendall: readonly [score: number, tau: number, z: number, p: number];
  readonly spearman: readonly [rho: number, p: number | null];
  readonly pearson: readonly [r: number, p?: number, ...ends: (readonly [number, number])[]];
  readonly exact?: readonly [kendall: number, spearman: number];
  readonly sen: readonly [slope: number, intercept: number, slopes: number, low: number | null, high: number | null];
}

const ROWS = referenceRows<PointsRow>("relations.json", "points");
const zeroOr = (value: number, relative?: number): number => (value === 0 ? 0 : near(value, relative));
const isTied = (list: readonly number[]): boolean => new Set(list).size < list.length;

describe("kendallCorrelation", () => {
  it("is as worked out pair by pair and order by order", () => {
    for (const { x, y, kendall, exact } of ROWS) {
      const [score, tau, z, p] = kendall;
      const isExact = x.length <= 10 && !(isTied(x) && isTied(y));
      expect(kendallCorrelation({ x, y })).toMatchObject({
        count: x.length,
        score,
        correlation: zeroOr(tau),
        z: zeroOr(z),
        method: isExact ? "exact" : "normal",
        ...(isExact ? {} : { p: near(p) }),
      });
      if (isExact && exact !== undefined) expect(kendallCorrelation({ x, y })).toMatchObject({ p: near(exact[0]) });
    }
  });

  it("counts up to ten points", () => {
    const x = many(11, (i) => i);
    expect(kendallCorrelation({ x: x.slice(1), y: x.slice(1) })).toMatchObject({
      method: "exact",
      p: near(2 / 3_628_800),
    });
    expect(kendallCorrelation({ x, y: x })).toMatchObject({ method: "normal" });
  });
});

describe("spearmanCorrelation", () => {
  it("is as worked out order by order", () => {
    for (const { x, y, spearman, exact } of ROWS) {
      const [rho, p] = spearman;
      const isExact = x.length <= 9;
      expect(spearmanCorrelation({ x, y })).toMatchObject({
        count: x.length,
        correlation: zeroOr(rho),
        method: isExact ? "exact" : "student",
        ...(isExact ? {} : { p: near(p ?? NaN) }),
      });
      if (isExact && exact !== undefined) expect(spearmanCorrelation({ x, y })).toMatchObject({ p: near(exact[1]) });
    }
  });

  it("counts up to nine points", () => {
    const x = many(10, (i) => i * i);
    expect(spearmanCorrelation({ x: x.slice(1), y: x.slice(1) })).toEqual({
      count: 9,
      correlation: 1,
      p: near(2 / 362_880),
      method: "exact",
    });
    expect(spearmanCorrelation({ x, y: x })).toEqual({ count: 10, correlation: 1, p: 0, method: "student" });
  });

  it("is as in the tables of Zar (1972): rho 0.833 at n = 9 is beyond 0.01 two-sided, 0.817 is not", () => {
    // Σd² of 20 and 22 of nine ranks.
    const x = many(9, (i) => i + 1);
    const twenty = spearmanCorrelation({ x, y: [2, 1, 4, 3, 8, 6, 7, 5, 9] }) as SpearmanCorrelation;
    expect(twenty.correlation).toBe(1 - (6 * 22) / 720);
    expect(twenty.p).toBeGreaterThan(0.01);
    const other = spearmanCorrelation({ x, y: [2, 1, 4, 3, 5, 6, 8, 9, 7] }) as SpearmanCorrelation;
    expect(other.p).toBeLessThan(0.01);
  });
});

describe("pearsonCorrelation", () => {
  it("is as worked out with exact fractions", () => {
    for (const { x, y, pearson } of ROWS) {
      const [r, p, usual, narrow] = pearson;
      const found = pearsonCorrelation({ x, y }) as PearsonCorrelation;
      expect([found.count, found.correlation]).toEqual([x.length, zeroOr(r, 1e-12)]);
      if (p === undefined || usual === undefined || narrow === undefined) continue;
      expect(found.p).toEqual(near(p, 1e-11));
      const ends = ([low, high]: readonly [number, number]) => ({ low: near(low, 1e-11), high: near(high, 1e-11) });
      expect(found.interval).toEqual(ends(usual));
      expect((pearsonCorrelation({ x, y }, { confidence: 0.8 }) as PearsonCorrelation).interval).toEqual(ends(narrow));
    }
  });

  it("needs three points for a p value and four for an interval", () => {
    const few = none("too-few-values");
    expect(pearsonCorrelation({ x: [1, 2], y: [3, 5] })).toEqual({ count: 2, correlation: 1, interval: few, p: few });
    expect(pearsonCorrelation({ x: [1, 2, 3], y: [5, 3, 1] })).toEqual({
      count: 3,
      correlation: -1,
      interval: few,
      p: 0,
    });
    const line = pearsonCorrelation({ x: [1, 2, 3, 4], y: [9, 7, 5, 3] }) as PearsonCorrelation;
    expect(line).toEqual({ count: 4, correlation: -1, interval: { low: -1, high: -1 }, p: 0 });
    // With three points p is that of the arc: 2 ÷ π arccos r.
    const three = pearsonCorrelation({ x: [0, 1, 3], y: [0, 2, 1] }) as PearsonCorrelation;
    expect(three.p).toEqual(near((2 / Math.PI) * Math.acos(Math.abs(three.correlation)), 1e-12));
  });

  it("is not misled by size", () => {
    const [x, y] = [
      [1, 2, 3, 5],
      [2, 1, 4, 3],
    ];
    const plain = (pearsonCorrelation({ x, y }) as PearsonCorrelation).correlation;
    for (const scale of [1e-200, 1e200, 5e-320]) {
      const scaled = pearsonCorrelation({ x: x.map((v) => v * scale), y }) as PearsonCorrelation;
      expect(scaled.correlation).toEqual(near(plain, scale < 1e-300 ? 1e-3 : 1e-12));
    }
    const far = pearsonCorrelation({ x: x.map((v) => v + 1e9), y }) as PearsonCorrelation;
    expect(far.correlation).toEqual(near(plain, 1e-12));
    expect(pearsonCorrelation({ x: [1.7e308, -1.7e308, 0], y: [1, 2, 3] })).toMatchObject({ count: 3 });
    expect(pearsonCorrelation({ x: [1.7e308, -1.7e308, -1.7e308], y: [1, 2, 3] })).toEqual(none("beyond-range"));
  });
});

describe("all three", () => {
  const all = [kendallCorrelation, spearmanCorrelation, pearsonCorrelation] as const;

  it.each(all)("%o: have no answer where there is none, and refuse what cannot be", (correlation) => {
    expect(correlation({ x: [], y: [] })).toEqual(none("too-few-values"));
    expect(correlation({ x: [1], y: [1] })).toEqual(none("too-few-values"));
    expect(correlation({ x: [0.1, 0.1, 0.1], y: [1, 2, 3] })).toEqual(none("no-spread"));
    expect(correlation({ x: [1, 2, 3], y: [0.1, 0.1, 0.1] })).toEqual(none("no-spread"));
    expect(faults(() => correlation({ x: [1, 2], y: [1] }))).toEqual(["inconsistent y"]);
    expect(faults(() => correlation({ x: [1, NaN], y: [1, 2] }))).toEqual(["not-finite x.1"]);
    expect(faults(() => correlation({ x: [1, 2], y: ["1", 2] as never }))).toEqual(["wrong-type y.0"]);
  });

  it("a correlation refuses a confidence that is none", () => {
    expect(faults(() => pearsonCorrelation({ x: [1, 2], y: [1, 2] }, { confidence: 1 }))).toEqual([
      "out-of-range confidence",
    ]);
  });
});

describe("theilSenLine", () => {
  it("is as worked out slope by slope", () => {
    for (const { x, y, sen } of ROWS) {
      const [slope, intercept, slopes, low, high] = sen;
      const end = (value: number | null) => (value === null ? none("too-few-values") : zeroOr(value));
      expect(theilSenLine({ x, y })).toEqual({
        count: x.length,
        slope: zeroOr(slope),
        intercept: zeroOr(intercept, 1e-11),
        low: end(low),
        high: end(high),
        slopes,
      });
    }
  });

  it("is as in Sen (1968), section 6", () => {
    const x = [1, 2, 3, 4, 10, 12, 18];
    const y = [9, 15, 19, 20, 45, 55, 78];
    const line = theilSenLine({ x, y }, { confidence: 0.93 }) as TheilSenLine;
    expect([line.slope, line.low, line.high]).toEqual([4, 26 / 7, 35 / 8]);
  });

  it("counts from 0 when nothing is said about x", () => {
    const y = [3, 5, 4, 8, 9];
    expect(theilSenLine({ y })).toEqual(theilSenLine({ x: [0, 1, 2, 3, 4], y }));
  });

  it("finds the same slopes through its sample as by sorting all", () => {
    const n = 800;
    const shaken = (i: number): number => (((i * 7919) % 1009) - 500) / 7 + i / 3;
    for (const y of [many(n, shaken), many(n, (i) => Math.round(shaken(i))), many(n, (i) => (i % 5 === 0 ? i : 0))]) {
      const x = many(n, (i) => (i * i) % 509);
      const all: number[] = [];
      for (let i = 0; i < n; i++) {
        for (let j = i + 1; j < n; j++) {
          const run = (x[j] as number) - (x[i] as number);
          if (run !== 0) all.push(((y[j] as number) - (y[i] as number)) / run + 0);
        }
      }
      all.sort((a, b) => a - b);
      const line = theilSenLine({ x, y }) as TheilSenLine;
      expect(line.slopes).toBe(all.length);
      expect(all.length).toBeGreaterThan(200_000);
      const [lower, upper] = [all[(all.length - 1) >> 1] as number, all[all.length >> 1] as number];
      expect(line.slope).toBe(lower === upper ? lower : lower / 2 + upper / 2);
      const [below, above] = [all.indexOf(line.low as number), all.lastIndexOf(line.high as number)];
      expect(below).toBeGreaterThanOrEqual(0);
      // With the same slope many times, the ranks of the ends lie somewhere among them.
      const last = all.lastIndexOf(line.low as number);
      const first = all.indexOf(line.high as number);
      expect(below <= all.length - 1 - first && all.length - 1 - above <= last).toBe(true);
    }
  });

  it("takes up to 5,000 points", () => {
    // A straight line with every fourth value far off.
    const y = many(5000, (i) => (i % 4 === 0 ? 1e6 : 3 * i + 7));
    expect(theilSenLine({ y })).toMatchObject({ count: 5000, slope: 3, intercept: 7, slopes: 12_497_500 });
    expect(caught(() => theilSenLine({ y: [...y, 1] })).details).toMatchObject({
      path: ["y"],
      limit: 5000,
      received: 5001,
    });
  });

  it("has no answer where there is none", () => {
    expect(theilSenLine({ y: [] })).toEqual(none("too-few-values"));
    expect(theilSenLine({ y: [1] })).toEqual(none("too-few-values"));
    expect(theilSenLine({ x: [2, 2], y: [1, 5] })).toEqual(none("no-spread"));
    expect(theilSenLine({ x: [1e308, -1e308], y: [1, 5] })).toEqual(none("beyond-range"));
    expect(theilSenLine({ x: [1, 2], y: [1e308, -1e308] })).toEqual(none("beyond-range"));
    expect(theilSenLine({ x: [0, 1e-300], y: [0, 1e300] })).toEqual(none("beyond-range"));
    expect(theilSenLine({ x: [1e300, 1.1e300], y: [0, 1e305] })).toMatchObject({ slope: near(1e6) });
    expect(theilSenLine({ x: [1e200, 1.5e200], y: [0, 1e307] })).toMatchObject({ slope: near(2e107) });
    expect(theilSenLine({ x: [1e305, 1.0001e305], y: [0, 1e308] })).toEqual(none("beyond-range"));
    const steep = { x: [0, 1e-300, 2e-300, 1, 2], y: [0, 1e10, -1e10, 1, 2] };
    expect(theilSenLine(steep, { confidence: 0.8 })).toMatchObject({ slope: near(1), low: none("beyond-range") });
    const steeper = { x: steep.x, y: steep.y.map((v) => -v) };
    expect(theilSenLine(steeper, { confidence: 0.8 })).toMatchObject({ slope: near(-1), high: none("beyond-range") });
  });

  it("refuses what cannot be", () => {
    expect(faults(() => theilSenLine({ x: [1, 2], y: [1] }))).toEqual(["inconsistent y"]);
    expect(faults(() => theilSenLine({ y: [1, NaN] }))).toEqual(["not-finite y.1"]);
    expect(faults(() => theilSenLine({ y: [1, 2] }, { confidence: 0 }))).toEqual(["out-of-range confidence"]);
  });
});

describe("laws", () => {
  const whole = fc.integer({ min: -9, max: 9 });
  const points = fc
    .array(fc.tuple(whole, whole), { minLength: 2, maxLength: 40 })
    .map((pairs) => ({ x: pairs.map(([x]) => x), y: pairs.map(([, y]) => y) }));

  it("the score is that of all pairs of points", () => {
    law(points, ({ x, y }) => {
      const found = kendallCorrelation({ x, y });
      if (isNoAnswer(found)) return;
      let score = 0;
      x.forEach((a, i) =>
        x.slice(0, i).forEach((b, j) => {
          score += Math.sign(a - b) * Math.sign((y[i] as number) - (y[j] as number));
        }),
      );
      expect((found as KendallCorrelation).score).toBe(score + 0);
    });
  });

  it("x and y may change places, and one turned round turns the sign", () => {
    law(points, ({ x, y }) => {
      for (const correlation of [kendallCorrelation, spearmanCorrelation, pearsonCorrelation]) {
        const one = correlation({ x, y });
        if (isNoAnswer(one)) continue;
        const { correlation: r, p } = one as { correlation: number; p: number | object };
        const swapped = correlation({ x: y, y: x }) as { correlation: number; p: number | object };
        expect(swapped.correlation).toBeCloseTo(r, 12);
        if (typeof p === "number") expect(swapped.p).toBeCloseTo(p, 10);
        const turned = correlation({ x: x.map((v) => -v), y }) as { correlation: number; p: number | object };
        expect(turned.correlation).toBeCloseTo(-r, 12);
        if (typeof p === "number") expect(turned.p).toBeCloseTo(p, 10);
        expect(Math.abs(r)).toBeLessThanOrEqual(1);
      }
    });
  });

  it("every list goes perfectly with itself", () => {
    law(fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 2, maxLength: 30 }), (x) => {
      if (new Set(x).size < 2) return;
      for (const correlation of [kendallCorrelation, spearmanCorrelation, pearsonCorrelation]) {
        expect(correlation({ x, y: x })).toMatchObject({ correlation: 1 });
      }
    });
  });

  it("adding a line to the points adds it to the line through them", () => {
    law(fc.tuple(points, whole, whole), ([{ x, y }, slope, height]) => {
      const one = theilSenLine({ x, y });
      if (isNoAnswer(one)) return;
      const line = one as TheilSenLine;
      const other = theilSenLine({ x, y: y.map((v, i) => v + slope * (x[i] as number) + height) }) as TheilSenLine;
      expect(other.slope).toBeCloseTo(line.slope + slope, 9);
      expect(other.intercept).toBeCloseTo(line.intercept + height, 9);
    });
  });

  it("an interval of a correlation holds it, and more confidence makes it wider", () => {
    law(fc.tuple(points, fc.double({ min: 0.05, max: 0.99, noNaN: true })), ([data, confidence]) => {
      const found = pearsonCorrelation(data, { confidence });
      const more = pearsonCorrelation(data, { confidence: confidence + 0.005 });
      if (isNoAnswer(found) || isNoAnswer((found as PearsonCorrelation).interval)) return;
      const { correlation, interval } = found as PearsonCorrelation;
      const { low, high } = interval as Interval;
      const wider = (more as PearsonCorrelation).interval as Interval;
      expect(low <= correlation + 1e-12 && correlation <= high + 1e-12).toBe(true);
      expect(wider.low <= low && high <= wider.high).toBe(true);
      expect(low >= -1 && high <= 1).toBe(true);
    });
  });
});
