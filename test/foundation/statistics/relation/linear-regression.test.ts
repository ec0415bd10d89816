import { readFileSync } from "node:fs";
import { join } from "node:path";

import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { isNoAnswer } from "../../../../src/foundation/errors/index.js";
import { type LinearRegression, linearRegression } from "../../../../src/foundation/statistics/index.js";
import { caught, faults } from "../../../kit/caught.js";
import { law } from "../../../kit/laws.js";
import { near } from "../../../kit/near.js";
import { referenceRows } from "../reference-rows.js";

const none = (reason: string) => ({ kind: "none", reason });
const many = (count: number, value: (i: number) => number): number[] =>
  Array.from({ length: count }, (_, i) => value(i));
const fit = (x: readonly (readonly number[])[], y: readonly number[]): LinearRegression => {
  const found = linearRegression({ x, y });
  if (isNoAnswer(found)) throw new Error(JSON.stringify(found));
  return found as LinearRegression;
};

interface CertifiedSet {
  readonly x: readonly (readonly number[])[];
  readonly y: readonly number[];
  readonly powers: number;
  readonly estimates: readonly number[];
  readonly standardErrors: readonly number[];
  readonly residualStandardDeviation: number;
  readonly rSquared: number;
  readonly f?: number;
}

const NIST = (
  JSON.parse(
    readFileSync(join(import.meta.dirname, "../../../data/statistics/nist-linear-regression.json"), "utf8"),
  ) as { readonly sets: Readonly<Record<string, CertifiedSet>> }
).sets;

/** Columns of x, x², x³, … */
function powersOf(columns: readonly (readonly number[])[], powers: number): number[][] {
  const result = columns.map((column) => [...column]);
  const [first = []] = result;
  while (result.length < powers) result.push((result[result.length - 1] ?? []).map((v, i) => v * (first[i] as number)));
  return result;
}

describe("linearRegression", () => {
  // How many digits the certified values of NIST are met to; Filip is as hard as doubles can be.
  it.each([
    ["Norris", 1e-11, 1e-12],
    ["Longley", 1e-10, 1e-10],
    ["Wampler3", 1e-8, 1e-10],
    ["Wampler4", 1e-6, 1e-10],
    ["Filip", 1e-6, 1e-6],
  ])("meets the certified values of %s", (name, digits, errorDigits) => {
    const set = NIST[name] as CertifiedSet;
    const found = fit(powersOf(set.x, set.powers), set.y);
    const coefficients = [found.intercept, ...found.slopes];
    expect(coefficients.map(({ estimate }) => estimate)).toEqual(set.estimates.map((want) => near(want, digits)));
    expect(coefficients.map(({ standardError }) => standardError)).toEqual(
      set.standardErrors.map((want) => near(want, errorDigits)),
    );
    expect(found.residualStandardError).toEqual(near(set.residualStandardDeviation, errorDigits));
    expect(found.rSquared).toEqual(near(set.rSquared, 1e-10));
    if (set.f !== undefined) expect(found.f).toEqual(near(set.f, 1e-10));
  });

  it("is as worked out at 50 digits", () => {
    for (const row of referenceRows<{
      readonly x: readonly (readonly number[])[];
      readonly y: readonly number[];
      readonly coefficients: readonly (readonly [number, number, number, number, number, number])[];
      readonly residuals: readonly number[];
      readonly spread: number;
      readonly rSquared: number;
      readonly adjusted: number;
      readonly f: number;
      readonly p: number;
    }>("relations.json", "regressions")) {
      const { x, y, coefficients, residuals, spread, rSquared, adjusted, f, p } = row;
      const [intercept, ...slopes] = coefficients.map(([estimate, standardError, low, high, t, tail]) => ({
        estimate: near(estimate, 1e-10),
        standardError: near(standardError, 1e-11),
        low: near(low, 1e-10),
        high: near(high, 1e-10),
        t: near(t, 1e-10),
        p: near(tail, 1e-9),
      }));
      const found = linearRegression({ x, y }, { confidence: 0.9 }) as LinearRegression;
      expect(found).toEqual({
        count: y.length,
        degreesOfFreedom: y.length - x.length - 1,
        intercept,
        slopes,
        residuals: residuals.map((want) => expect.closeTo(want, 10) as number),
        residualStandardError: near(spread, 1e-11),
        rSquared: near(rSquared, 1e-10),
        adjustedRSquared: near(adjusted, 1e-10),
        f: near(f, 1e-10),
        p: near(p, 1e-9),
      });
    }
  });

  it("is 95 % when nothing is said", () => {
    const data = { x: [[1, 2, 3, 4, 6]], y: [1, 3, 2, 5, 4] };
    expect(linearRegression(data)).toEqual(linearRegression(data, { confidence: 0.95 }));
  });

  it("tells a perfect fit from a good one", () => {
    const perfect = fit([[1, 2, 3, 4]], [3, 5, 7, 9]);
    expect(perfect.slopes[0]).toMatchObject({ estimate: near(2), t: none("perfect-fit"), p: none("perfect-fit") });
    expect(perfect).toMatchObject({ rSquared: near(1), f: none("perfect-fit"), p: none("perfect-fit") });
    expect(perfect.intercept).toMatchObject({ estimate: near(1, 1e-11), t: none("perfect-fit") });
    const good = fit([[1, 2, 3, 4]], [3, 5, 7, 9.000001]);
    expect(typeof good.f).toBe("number");
  });

  it("says that nothing varies", () => {
    const flat = fit([[1, 2, 4, 4]], [0.1, 0.1, 0.1, 0.1]);
    expect(flat).toMatchObject({
      rSquared: none("no-spread"),
      adjustedRSquared: none("no-spread"),
      f: none("no-spread"),
      p: none("no-spread"),
      residualStandardError: 0,
    });
    expect(flat.slopes[0]?.estimate).toBe(0);
    expect(flat.intercept.estimate).toBe(near(0.1) && flat.intercept.estimate);
  });

  it("explains nothing by what has nothing to do with it", () => {
    const apart = fit([[-1, 0, 1, 0]], [0, 1, 0, -1]);
    expect(apart).toMatchObject({ rSquared: 0, f: 0, p: 1 });
    expect(apart.slopes[0]).toMatchObject({ estimate: 0, t: 0, p: 1 });
  });

  it.each([
    [
      "a constant",
      [
        [1, 2, 3, 4, 5],
        [0.1, 0.1, 0.1, 0.1, 0.1],
      ],
    ],
    [
      "one list twice",
      [
        [1, 2, 3, 4, 5.5],
        [1, 2, 3, 4, 5.5],
      ],
    ],
    [
      "the same in another unit",
      [
        [0.1, 0.2, 0.3, 0.4, 0.55],
        [32.18, 32.36, 32.54, 32.72, 32.99],
      ],
    ],
    [
      "a sum of others",
      [
        [1, 5, 2, 8, 3],
        [0.3, 0.1, 0.7, 0.2, 0.9],
        [1.3, 5.1, 2.7, 8.2, 3.9],
      ],
    ],
    [
      "a year and a constant beside it",
      [
        [2020, 2021, 2022, 2023, 2024],
        [4040, 4042, 4044, 4046, 4048],
      ],
    ],
  ])("refuses %s", (_name, x) => {
    expect(linearRegression({ x: x as number[][], y: [1, 2, 3, 5, 4] })).toEqual(
      // Three lists and an intercept leave one degree of freedom.
      none("collinear"),
    );
  });

  it("keeps apart what is only alike", () => {
    const x = many(50, (i) => i);
    const y = many(50, (i) => 2 * i + ((i * 7) % 5));
    const alike = x.map((v, i) => v + (((i * 13) % 17) - 8) * 1e-9);
    expect(isNoAnswer(linearRegression({ x: [x, alike], y }))).toBe(false);
    const far = x.map((v) => v + 1e12);
    expect(fit([far], y).slopes[0]?.estimate).toEqual(near(fit([x], y).slopes[0]?.estimate ?? NaN, 1e-9));
  });

  it("is not misled by size", () => {
    const x = [1, 2, 3, 4, 6];
    const y = [1, 3, 2, 5, 4];
    const plain = fit([x], y);
    for (const scale of [1e-200, 1e200]) {
      const found = fit([x.map((v) => v * scale)], y);
      expect(found.slopes[0]?.estimate).toEqual(near((plain.slopes[0]?.estimate ?? NaN) / scale, 1e-12));
      expect(found.f).toEqual(near(plain.f as number, 1e-11));
    }
    const tiny = x.map((v) => v * 1e-300);
    expect(linearRegression({ x: [tiny], y: y.map((v) => v * 1e300) })).toEqual(none("beyond-range"));
    expect(linearRegression({ x: [[1e308, -1e308, 1e308, 0]], y: [1, 2, 3, 4] })).toMatchObject({ count: 4 });
    expect(linearRegression({ x: [[1.7e308, -1.7e308, -1.7e308, 0]], y: [1, 2, 3, 4] })).toEqual(none("collinear"));
  });

  it("needs more points than coefficients", () => {
    expect(linearRegression({ x: [[1, 2]], y: [1, 3] })).toEqual(none("too-few-values"));
    expect(linearRegression({ x: [[]], y: [] })).toEqual(none("too-few-values"));
    expect(isNoAnswer(linearRegression({ x: [[1, 2, 3]], y: [1, 3, 4] }))).toBe(false);
    expect(
      linearRegression({
        x: [
          [1, 2, 3],
          [1, 4, 9],
        ],
        y: [1, 3, 4],
      }),
    ).toEqual(none("too-few-values"));
  });

  it("refuses what cannot be", () => {
    const y = [1, 2, 3];
    expect(faults(() => linearRegression({ x: [], y }))).toEqual(["empty x"]);
    expect(faults(() => linearRegression({ x: "12" as never, y }))).toEqual(["wrong-type x"]);
    expect(faults(() => linearRegression({ x: [1, 2, 3] as never, y }))).toEqual(["wrong-type x.0"]);
    expect(faults(() => linearRegression({ x: [y, [1, 2]], y }))).toEqual(["inconsistent x.1"]);
    expect(faults(() => linearRegression({ x: [y, [1, NaN, 3]], y }))).toEqual(["not-finite x.1.1"]);
    expect(faults(() => linearRegression({ x: [y], y: [1, 2] }))).toEqual(["inconsistent y"]);
    expect(faults(() => linearRegression({ x: [y], y }, { confidence: 1 }))).toEqual(["out-of-range confidence"]);
    expect(caught(() => linearRegression({ x: many(51, () => 0).map(() => y), y })).details).toMatchObject({
      path: ["x"],
      limit: 50,
      received: 51,
    });
    expect(isNoAnswer(linearRegression({ x: many(50, () => 0).map(() => y), y }))).toBe(true);
    const long = new Float64Array(5_000_001);
    expect(caught(() => linearRegression({ x: [long, long], y: long })).details).toMatchObject({
      path: ["x"],
      limit: 10_000_000,
      received: 10_000_002,
    });
  });

  it("leaves what it is given as it is", () => {
    const x = [[3, 1, 2, 5]];
    linearRegression({ x, y: [1, 2, 3, 4] });
    expect(x).toEqual([[3, 1, 2, 5]]);
  });
});

describe("laws", () => {
  const number = fc.double({ min: -100, max: 100, noNaN: true }).map((v) => Math.round(v * 1000) / 1000);
  const data = fc
    .array(fc.tuple(number, number, number), { minLength: 5, maxLength: 30 })
    .map((rows) => ({ x: [rows.map(([a]) => a), rows.map(([, b]) => b)], y: rows.map(([, , c]) => c) }));

  it("residuals add up to nothing, alone and with each x", () => {
    law(data, ({ x, y }) => {
      const found = linearRegression({ x, y });
      if (isNoAnswer(found)) return;
      const { residuals } = found as LinearRegression;
      expect(residuals.reduce((sum, v) => sum + v, 0)).toBeCloseTo(0, 7);
      for (const column of x)
        expect(residuals.reduce((sum, v, i) => sum + v * (column[i] as number), 0)).toBeCloseTo(0, 5);
    });
  });

  it("the line and its residuals are y again", () => {
    law(data, ({ x, y }) => {
      const found = linearRegression({ x, y });
      if (isNoAnswer(found)) return;
      const { intercept, slopes, residuals } = found as LinearRegression;
      y.forEach((value, i) => {
        const line = slopes.reduce(
          (sum, { estimate }, j) => sum + estimate * (x[j]?.[i] as number),
          intercept.estimate,
        );
        expect(line + (residuals[i] as number)).toBeCloseTo(value, 6);
      });
    });
  });

  it("one more x explains no less", () => {
    law(data, ({ x, y }) => {
      const [less, more] = [linearRegression({ x: x.slice(0, 1), y }), linearRegression({ x, y })];
      if (isNoAnswer(less) || isNoAnswer(more)) return;
      const [one, two] = [less as LinearRegression, more as LinearRegression];
      if (typeof one.rSquared !== "number" || typeof two.rSquared !== "number") return;
      expect(two.rSquared).toBeGreaterThanOrEqual(one.rSquared - 1e-9);
    });
  });

  it("with one x, the t of the slope is that of the correlation: F is t²", () => {
    law(data, ({ x, y }) => {
      const found = linearRegression({ x: x.slice(0, 1), y });
      if (isNoAnswer(found)) return;
      const { f, p, slopes } = found as LinearRegression;
      const [slope] = slopes;
      if (typeof f !== "number" || typeof slope?.t !== "number") return;
      expect(f).toEqual(near(slope.t * slope.t, 1e-8 + 1e-12 / Math.max(f, 1e-12)));
      expect(p).toEqual(near(slope.p as number, 1e-6));
    });
  });
});
