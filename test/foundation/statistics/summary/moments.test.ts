import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  addToMoments,
  mergeMoments,
  momentFigures,
  type Moments,
  moments,
  summary,
} from "../../../../src/foundation/statistics/index.js";
import { faults } from "../../../kit/caught.js";
import { law } from "../../../kit/laws.js";
import { NIST_LISTS, REFERENCE_LISTS, relativeError } from "./reference-lists.js";

const none = (reason: string): object => ({ kind: "none", reason });
const FOUR = moments([3, 7, 7, 19]);

describe("moments", () => {
  it("of some numbers", () => {
    expect(FOUR).toEqual({ count: 4, mean: 9, squares: 144, cubes: 768, fourths: 11_328, minimum: 3, maximum: 19 });
    expect(moments([])).toEqual({ count: 0, mean: 0, squares: 0, cubes: 0, fourths: 0 });
    expect(momentFigures(FOUR)).toEqual({
      count: 4,
      mean: 9,
      variance: 48,
      standardDeviation: Math.sqrt(48),
      skewness: 192 / 216,
      excessKurtosis: 2832 / 1296 - 3,
      minimum: 3,
      maximum: 19,
    });
  });

  it("are new plain data each time", () => {
    expect(moments([])).not.toBe(moments([]));
    expect(mergeMoments([])).not.toBe(mergeMoments([]));
    expect(structuredClone(FOUR)).toEqual(FOUR);
  });

  it.each(NIST_LISTS)("of $name, as certified, also counted in lots", ({ values, mean, standardDeviation }) => {
    const lots = [values.slice(0, 1), values.slice(1, 400), values.slice(400)].map((lot) => moments(lot));
    for (const state of [moments(values), mergeMoments(lots)]) {
      const figures = momentFigures(state);
      expect(relativeError(figures.mean, mean)).toBeLessThan(2e-15);
      expect(relativeError(figures.standardDeviation, standardDeviation)).toBeLessThan(
        Math.max(1e-14, (1e-15 * mean) / 0.1),
      );
    }
  });

  it.each(REFERENCE_LISTS)("of $name, by exact fractions", (list) => {
    const figures = momentFigures(moments(list.values));
    expect(figures.mean).toBe(list.mean);
    expect(relativeError(figures.variance, list.variance)).toBeLessThan(1e-14);
    expect(relativeError(figures.standardDeviation, list.standardDeviation)).toBeLessThan(1e-14);
    expect(Math.abs((figures.skewness as number) - list.skewness)).toBeLessThan(1e-13);
    expect(Math.abs((figures.excessKurtosis as number) - list.excessKurtosis)).toBeLessThan(1e-13);
  });

  it.each(REFERENCE_LISTS.filter(({ name }) => name !== "neighbours" && name !== "farther"))(
    "of $name, merged from lots of one, three and the rest, by exact fractions",
    (list) => {
      const [a, b, c] = [list.values.slice(0, 1), list.values.slice(1, 4), list.values.slice(4)];
      const merged = momentFigures(mergeMoments([moments(a), moments(b), moments(c)]));
      const off = Math.abs(list.mean) * 1e-15;
      expect(Math.abs((merged.mean as number) - list.mean)).toBeLessThanOrEqual(off);
      // A lot's mean is rounded: beside numbers far from zero that is seen in what the lots are apart.
      const slack = 1e-13 + off / list.standardDeviation;
      expect(relativeError(merged.variance, list.variance)).toBeLessThan(slack);
      expect(Math.abs((merged.skewness as number) - list.skewness)).toBeLessThan(10 * slack);
      expect(Math.abs((merged.excessKurtosis as number) - list.excessKurtosis)).toBeLessThan(40 * slack);
    },
  );

  it("take more numbers in", () => {
    expect(addToMoments(moments([]), [3, 7, 7, 19])).toEqual(FOUR);
    expect(addToMoments(FOUR, [])).toEqual(FOUR);
    const grown = addToMoments(addToMoments(moments([3]), [7]), [7, 19]);
    expect(grown).toMatchObject({ count: 4, mean: 9, squares: 144, minimum: 3, maximum: 19 });
    expect(grown.cubes).toBeCloseTo(768, 9);
    expect(grown.fourths).toBeCloseTo(11_328, 8);
  });

  it("merge two lots of unequal size", () => {
    // By hand: 2, 4 and 12 have mean 6; distances −4, −2, 6.
    expect(mergeMoments([moments([2, 4]), moments([12])])).toEqual({
      count: 3,
      mean: 6,
      squares: 56,
      cubes: 144,
      fourths: 1568,
      minimum: 2,
      maximum: 12,
    });
    expect(mergeMoments([])).toEqual(moments([]));
    expect(mergeMoments([moments([]), FOUR, moments([])])).toEqual(FOUR);
  });
});

describe("figures of moments", () => {
  it("say why one is missing", () => {
    const few = none("too-few-values");
    const spread = { variance: few, standardDeviation: few, skewness: few, excessKurtosis: few };
    const ends = none("no-data");
    expect(momentFigures(moments([]))).toEqual({ count: 0, mean: ends, ...spread, minimum: ends, maximum: ends });
    expect(momentFigures(moments([4]))).toEqual({ count: 1, mean: 4, ...spread, minimum: 4, maximum: 4 });
    expect(momentFigures(moments([4, 4]))).toEqual({
      count: 2,
      mean: 4,
      variance: 0,
      standardDeviation: 0,
      skewness: none("no-spread"),
      excessKurtosis: none("no-spread"),
      minimum: 4,
      maximum: 4,
    });
  });

  it("are missing where the powers have lost their digits", () => {
    const beyond = none("beyond-range");
    // 2^−960 is where squares and fourths stop being told.
    expect(momentFigures(moments([0, 2 ** -239]))).toMatchObject({ skewness: 0, excessKurtosis: -2 });
    expect(momentFigures(moments([0, 2 ** -240]))).toMatchObject({
      standardDeviation: expect.closeTo(2 ** -240.5, 80) as number,
      skewness: beyond,
      excessKurtosis: beyond,
    });
    expect(momentFigures(moments([0, 2 ** -479])).variance).toBe(2 ** -959);
    expect(momentFigures(moments([0, 2 ** -480]))).toMatchObject({ variance: beyond, standardDeviation: beyond });
    expect(momentFigures(moments([0, 1e-200]))).toMatchObject({ mean: 5e-201, variance: beyond, skewness: beyond });
  });

  it("never leave the doubles, whatever a state claims", () => {
    const claimed = { count: 2, mean: 0, squares: 0, cubes: 0, fourths: 1e-280, minimum: 0, maximum: 1 };
    expect(momentFigures(claimed)).toMatchObject({
      skewness: none("beyond-range"),
      excessKurtosis: none("beyond-range"),
    });
  });
});

describe("moments that are none", () => {
  it("are refused with the place", () => {
    const { minimum: least, ...endless } = FOUR;
    expect(least).toBe(3);
    const refused: readonly (readonly [state: unknown, fault: string])[] = [
      [endless, "inconsistent"],
      [{ ...moments([]), minimum: 1, maximum: 2 }, "inconsistent"],
      [{ ...moments([]), minimum: 1 }, "inconsistent"],
      [{ ...FOUR, minimum: 20 }, "inconsistent minimum"],
      [{ ...FOUR, squares: -1 }, "out-of-range squares"],
      [{ ...FOUR, fourths: -1 }, "out-of-range fourths"],
      [{ ...FOUR, count: 1.5 }, "out-of-range count"],
      [{ ...FOUR, mean: NaN }, "not-finite mean"],
      [{ ...FOUR, fourths: 5183 }, "inconsistent fourths"],
      [{ ...FOUR, cubes: 1278 }, "inconsistent cubes"],
      [{ ...FOUR, cubes: -1278 }, "inconsistent cubes"],
      [{ ...FOUR, extra: 1 }, "unknown-key extra"],
    ];
    for (const [state, fault] of refused) {
      expect(faults(() => momentFigures(state as Moments))).toEqual([fault]);
      expect(faults(() => addToMoments(state as Moments, [1]))).toEqual([fault]);
      const [code, place] = fault.split(" ");
      expect(faults(() => mergeMoments([FOUR, state as Moments]))).toEqual([
        `${code ?? ""} 1${place ? `.${place}` : ""}`,
      ]);
    }
    // 144² ÷ 4 is 5184; √(144 × 11 328) is 1277.2.
    expect(momentFigures({ ...FOUR, fourths: 5184, cubes: 768 }).excessKurtosis).toBe(-2);
    expect(momentFigures({ ...FOUR, cubes: 1277 }).count).toBe(4);
    expect(momentFigures({ ...FOUR, minimum: 19 }).minimum).toBe(19);
    expect(faults(() => mergeMoments(FOUR as never))).toEqual(["wrong-type"]);
  });

  it("are refused where a fourth power is above the largest double", () => {
    expect(faults(() => moments([1e200, -1e200]))).toEqual(["out-of-range values"]);
    expect(faults(() => moments([1.7e308, -1.7e308]))).toEqual(["out-of-range values"]);
    expect(faults(() => mergeMoments([moments([1e77]), moments([-2e77])]))).toEqual(["out-of-range values"]);
    expect(faults(() => mergeMoments([moments([1e308]), moments([-1e308])]))).toEqual(["out-of-range values"]);
    expect(faults(() => addToMoments(moments([1e77]), [-2e77]))).toEqual(["out-of-range values"]);
  });

  it("are refused where the count is no longer whole", () => {
    const most = { ...moments([1]), count: 2 ** 53 - 1 };
    expect(faults(() => addToMoments(most, [1]))).toEqual(["out-of-range count"]);
    expect(momentFigures(addToMoments({ ...most, count: 2 ** 53 - 2 }, [1])).count).toBe(2 ** 53 - 1);
  });

  it("refuse lists that are none", () => {
    expect(faults(() => moments([1, NaN]))).toEqual(["not-finite values.1"]);
    expect(faults(() => addToMoments(FOUR, ["1"] as never))).toEqual(["wrong-type values.0"]);
  });
});

describe("laws", () => {
  const list = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { maxLength: 40 });

  it("moments of parts are those of the whole, whatever the parts", () => {
    law(fc.tuple(list, list, list), ([a, b, c]) => {
      const whole = moments([...a, ...b, ...c]);
      const merged = mergeMoments([moments(a), moments(b), moments(c)]);
      expect(addToMoments(addToMoments(moments(a), b), c)).toEqual(merged);
      expect(merged.count).toBe(whole.count);
      expect([merged.minimum, merged.maximum]).toEqual([whole.minimum, whole.maximum]);
      const reach = Math.max(0, (whole.maximum ?? 0) - (whole.minimum ?? 0));
      const size = Math.max(Math.abs(whole.minimum ?? 0), Math.abs(whole.maximum ?? 0));
      for (const [key, power] of [
        ["squares", 2],
        ["cubes", 3],
        ["fourths", 4],
      ] as const) {
        const slack = whole.count * (1e-13 * reach ** power + 1e-15 * size * reach ** (power - 1));
        expect(Math.abs(merged[key] - whole[key])).toBeLessThanOrEqual(slack);
      }
      expect(Math.abs(merged.mean - whole.mean)).toBeLessThanOrEqual(1e-15 * size);
      expect(JSON.parse(JSON.stringify(merged))).toEqual(merged);
    });
  });

  it("figures are those of the summary", () => {
    law(fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 40 }), (values) => {
      const figures = momentFigures(moments(values));
      const { mean, variance, minimum, maximum } = summary(values);
      expect([figures.mean, figures.minimum, figures.maximum]).toEqual([mean, minimum, maximum]);
      if (typeof figures.variance === "number" && figures.variance > 0) {
        expect(relativeError(variance, figures.variance)).toBeLessThan(1e-13);
      }
    });
  });
});
