import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { isNoAnswer } from "../../../../src/foundation/errors/index.js";
import {
  promoterChange,
  type PromoterChange,
  promoterCounts,
  promoterSampleSize,
  silenceBounds,
  stratifiedSatisfaction,
  tailWeight,
} from "../../../../src/foundation/statistics/index.js";
import { faults } from "../../../kit/caught.js";
import { law } from "../../../kit/laws.js";
import { near } from "../../../kit/near.js";

const none = (reason: string) => ({ kind: "none", reason });
const wave = (promoters: number, detractors: number, answered: number) => ({ promoters, detractors, answered });

describe("promoterChange", () => {
  it("is the formula by hand", () => {
    // Variances of one answer 0.75 − 0.0625 and 0.8 − 0.16.
    const standardError = 100 * Math.sqrt((0.75 - 0.0625) / 100 + (0.8 - 0.16) / 100);
    expect(promoterChange({ before: wave(50, 25, 100), after: wave(60, 20, 100) })).toEqual({
      change: 15,
      standardError: near(standardError),
      z: near(15 / standardError),
      p: near(0.1929542957690775),
      significant: false,
    });
  });

  it("holds p against the level that is given, 0.05 when none is", () => {
    // z is 2.06, p 0.0391.
    const waves = { before: wave(50, 50, 100), after: wave(64, 36, 100) };
    const { p, significant } = promoterChange(waves) as PromoterChange;
    expect(p).toBeGreaterThan(0.03);
    expect(p).toBeLessThan(0.05);
    expect(significant).toBe(true);
    expect(promoterChange(waves, { level: 0.03 })).toMatchObject({ significant: false });
    expect(promoterChange(waves, { level: p as number })).toMatchObject({ significant: false });
  });

  it("cannot tell when all answer alike, or nobody does", () => {
    const alike = { standardError: 0, z: none("no-spread"), p: none("no-spread"), significant: none("no-spread") };
    expect(promoterChange({ before: wave(0, 7, 7), after: wave(9, 0, 9) })).toEqual({ change: 200, ...alike });
    expect(promoterChange({ before: wave(0, 0, 0), after: wave(1, 0, 2) })).toEqual(none("nobody-answered"));
    expect(promoterChange({ before: wave(1, 0, 2), after: wave(0, 0, 0) })).toEqual(none("nobody-answered"));
  });

  it("refuses counts that contradict each other, in the wave they are in", () => {
    const [fine, wrong] = [wave(1, 1, 3), wave(2, 2, 3)];
    expect(faults(() => promoterChange({ before: wrong, after: fine }))).toEqual(["inconsistent before.answered"]);
    expect(faults(() => promoterChange({ before: fine, after: wrong }))).toEqual(["inconsistent after.answered"]);
    expect(faults(() => promoterChange({ before: fine, after: wave(-1, 2, 3) }))).toEqual([
      "out-of-range after.promoters",
    ]);
    expect(faults(() => promoterChange({ before: wave(1, 0.5, 3), after: fine }))).toEqual([
      "out-of-range before.detractors",
    ]);
    expect(faults(() => promoterChange({ before: { ...fine, passives: -1 }, after: fine }))).toEqual([
      "out-of-range before.passives",
    ]);
    expect(faults(() => promoterChange({ before: fine, after: fine }, { level: 0 }))).toEqual(["out-of-range level"]);
    expect(faults(() => promoterCounts({ ...fine, passives: 2 }))).toEqual(["inconsistent answered"]);
  });
});

describe("promoterSampleSize", () => {
  it("is the interval solved for the answers", () => {
    expect(promoterSampleSize({ halfWidth: 5, confidence: 0.9 })).toBe(1083);
    expect(promoterSampleSize({ halfWidth: 5 })).toBe(1537);
    expect(promoterSampleSize({ halfWidth: 5, variance: 0.5 })).toBe(769);
    expect(promoterSampleSize({ halfWidth: 5, variance: 1 })).toBe(1537);
    expect(promoterSampleSize({ halfWidth: 1e5 })).toBe(1);
  });

  it("is a number only while it is a whole one", () => {
    expect(promoterSampleSize({ halfWidth: 1e-5 })).toBe(384_145_882_069_413);
    expect(promoterSampleSize({ halfWidth: 1e-6 })).toEqual(none("beyond-range"));
    expect(promoterSampleSize({ halfWidth: 5e-324 })).toEqual(none("beyond-range"));
  });

  it("refuses what cannot be", () => {
    expect(faults(() => promoterSampleSize({ halfWidth: 0 }))).toEqual(["out-of-range halfWidth"]);
    expect(faults(() => promoterSampleSize({ halfWidth: 5, variance: 0 }))).toEqual(["out-of-range variance"]);
    expect(faults(() => promoterSampleSize({ halfWidth: 5, variance: 1.01 }))).toEqual(["out-of-range variance"]);
    expect(faults(() => promoterSampleSize({ halfWidth: 5, confidence: 1 }))).toEqual(["out-of-range confidence"]);
  });
});

describe("silenceBounds", () => {
  it("takes the silent ones for dissatisfied, and for satisfied", () => {
    expect(silenceBounds({ satisfied: 3, answered: 4, invited: 10 })).toEqual({
      observed: 0.75,
      low: 0.3,
      high: 0.9,
      responseRate: 0.4,
    });
    const all = silenceBounds({ satisfied: 3, answered: 4, invited: 4 });
    expect(all).toEqual({ observed: 0.75, low: 0.75, high: 0.75, responseRate: 1 });
  });

  it("says what is missing", () => {
    expect(silenceBounds({ satisfied: 0, answered: 0, invited: 5 })).toEqual({
      observed: none("nobody-answered"),
      low: 0,
      high: 1,
      responseRate: 0,
    });
    const nobody = none("nobody-invited");
    expect(silenceBounds({ satisfied: 0, answered: 0, invited: 0 })).toEqual({
      observed: none("nobody-answered"),
      low: nobody,
      high: nobody,
      responseRate: nobody,
    });
  });

  it("refuses counts that contradict each other", () => {
    expect(faults(() => silenceBounds({ satisfied: 5, answered: 4, invited: 9 }))).toEqual(["inconsistent satisfied"]);
    expect(faults(() => silenceBounds({ satisfied: 1, answered: 4, invited: 3 }))).toEqual(["inconsistent answered"]);
    expect(faults(() => silenceBounds({ satisfied: -1, answered: 4, invited: 9 }))).toEqual(["out-of-range satisfied"]);
    expect(faults(() => silenceBounds({ satisfied: 1, answered: 1.5, invited: 9 }))).toEqual(["out-of-range answered"]);
    expect(faults(() => silenceBounds({ satisfied: 1, answered: 1, invited: NaN }))).toEqual(["not-finite invited"]);
  });
});

describe("stratifiedSatisfaction", () => {
  const small = { id: "small", invited: 200, answered: 20, satisfied: 18 };
  const large = { id: "large", invited: 50, answered: 30, satisfied: 15 };

  it("weighs each part by how many were asked in it", () => {
    expect(stratifiedSatisfaction([small, large])).toEqual({ raw: 0.66, weighted: 0.82, empty: [] });
    expect(stratifiedSatisfaction([large])).toEqual({ raw: 0.5, weighted: 0.5, empty: [] });
  });

  it("says which parts are empty; one that nobody was asked in does not matter", () => {
    const silent = { id: "silent", invited: 5, answered: 0, satisfied: 0 };
    const nobody = { id: "nobody", invited: 0, answered: 0, satisfied: 0 };
    expect(stratifiedSatisfaction([small, silent, large])).toEqual({
      raw: 0.66,
      weighted: none("empty-stratum"),
      empty: ["silent"],
    });
    expect(stratifiedSatisfaction([small, nobody, large])).toEqual({ raw: 0.66, weighted: 0.82, empty: [] });
    expect(stratifiedSatisfaction([silent]).raw).toEqual(none("nobody-answered"));
    for (const strata of [[], [nobody]]) {
      expect(stratifiedSatisfaction(strata)).toEqual({
        raw: none("nobody-answered"),
        weighted: none("nobody-invited"),
        empty: [],
      });
    }
  });

  it("refuses what cannot be, in the part it is in", () => {
    expect(faults(() => stratifiedSatisfaction([small, small]))).toEqual(["duplicate-id strata.1.id"]);
    expect(faults(() => stratifiedSatisfaction([small, { ...large, satisfied: 31 }]))).toEqual([
      "inconsistent strata.1.satisfied",
    ]);
    expect(faults(() => stratifiedSatisfaction([{ ...large, id: 7 as never }]))).toEqual(["wrong-type strata.0.id"]);
    expect(faults(() => stratifiedSatisfaction("x" as never))).toEqual(["wrong-type strata"]);
  });
});

describe("tailWeight", () => {
  const options = { threshold: 1, largest: 2 };

  it("weighs the largest excess, and follows the tail", () => {
    // Excess 1, 3 and 7; the index is 2 ÷ (ln(8 ÷ 2) + ln(4 ÷ 2)) = 2 ÷ ln 8.
    expect(tailWeight([8, 0.5, 2, 4], options)).toEqual({
      count: 4,
      mean: 3.625,
      median: 3,
      shareOfLargest: near(7 / 11),
      index: near(2 / Math.log(8)),
    });
    expect(tailWeight([3, 1, 2], { threshold: 2.5, largest: 1 })).toEqual({
      count: 3,
      mean: 2,
      median: 2,
      shareOfLargest: 1,
      index: near(1 / Math.log(1.5)),
    });
  });

  it("says what does not exist, and why", () => {
    const few = none("too-few-values");
    expect(tailWeight([], options)).toEqual({
      count: 0,
      mean: none("no-data"),
      median: none("no-data"),
      shareOfLargest: none("no-excess"),
      index: few,
    });
    expect(tailWeight([0.5, 1], options)).toEqual({
      count: 2,
      mean: 0.75,
      median: 0.75,
      shareOfLargest: none("no-excess"),
      index: few,
    });
    expect(tailWeight([0, 2, 3], options).index).toEqual(none("not-positive"));
    expect(tailWeight([-1, 2, 3], options).index).toEqual(none("not-positive"));
    expect(tailWeight([2, 2, 2], options).index).toEqual(none("no-spread"));
    expect(tailWeight([5e-324, 1e10, 1e10], options).index).toEqual(none("beyond-range"));
    const wide = { threshold: -1.7e308, largest: 1 };
    expect(tailWeight([1, 1.7e308], wide).shareOfLargest).toEqual(none("beyond-range"));
    expect(tailWeight([1e308, 1.7e308, 1.7e308], { threshold: 0, largest: 1 }).shareOfLargest).toEqual(near(1.7 / 4.4));
  });

  it("refuses what cannot be", () => {
    expect(faults(() => tailWeight([1, NaN], options))).toEqual(["not-finite values.1"]);
    expect(faults(() => tailWeight([1], { threshold: 1, largest: 0 }))).toEqual(["out-of-range largest"]);
    expect(faults(() => tailWeight([1], { threshold: Infinity, largest: 1 }))).toEqual(["not-finite threshold"]);
  });
});

describe("laws", () => {
  const counts = fc
    .tuple(fc.nat(50), fc.nat(50), fc.nat(50))
    .map(([promoters, passives, detractors]) => wave(promoters, detractors, promoters + passives + detractors));

  it("the waves turned round change the other way", () => {
    law(fc.tuple(counts, counts), ([before, after]) => {
      const [one, other] = [promoterChange({ before, after }), promoterChange({ before: after, after: before })];
      if (isNoAnswer(one)) return;
      const [there, back] = [one as PromoterChange, other as PromoterChange];
      expect(there.change + back.change).toBe(0);
      expect([back.standardError, back.p]).toEqual([
        near(there.standardError),
        isNoAnswer(there.p) ? there.p : near(there.p as number, 1e-9),
      ]);
    });
  });

  it("a survey of that size has that width", () => {
    law(fc.integer({ min: 1, max: 50 }), (halfWidth) => {
      const answers = promoterSampleSize({ halfWidth }) as number;
      // Half promoters and half detractors are the worst case.
      const width = (n: number): number => (100 * 1.959963984540054) / Math.sqrt(n);
      expect(width(answers)).toBeLessThanOrEqual(halfWidth * (1 + 1e-12));
      expect(width(answers - 1)).toBeGreaterThan(halfWidth);
    });
  });

  it("the weighted share lies between the shares of the parts, and parts of one share have it", () => {
    const part = fc.tuple(fc.integer({ min: 1, max: 40 }), fc.nat(40), fc.nat(100));
    law(fc.array(part, { minLength: 1, maxLength: 6 }), (parts) => {
      const strata = parts.map(([answered, satisfied, silent], i) => ({
        id: String(i),
        answered,
        satisfied: Math.min(answered, satisfied),
        invited: answered + silent,
      }));
      const shares = strata.map(({ satisfied, answered }) => satisfied / answered);
      const { weighted } = stratifiedSatisfaction(strata);
      expect(weighted as number).toBeGreaterThanOrEqual(Math.min(...shares) - 1e-12);
      expect(weighted as number).toBeLessThanOrEqual(Math.max(...shares) + 1e-12);
      const bounds = strata.map((stratum) => silenceBounds(stratum));
      bounds.forEach(({ low, high, observed }) => {
        expect((low as number) <= (observed as number) && (observed as number) <= (high as number)).toBe(true);
      });
    });
  });
});
