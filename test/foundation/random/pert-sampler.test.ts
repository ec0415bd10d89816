import { describe, expect, it } from "vitest";

import { incompleteBeta, inverseIncompleteBeta } from "../../../src/foundation/math/index.js";
import {
  type PertDistribution,
  preparedSampler,
  type PertWeights,
  pertWeights,
} from "../../../src/foundation/random/index.js";

const LAMBDAS = [0.05, 1, 2, 4, 10, 100];
const MODES = [0, 1e-6, 0.001, 0.05, 0.2, 0.5, 0.8, 0.95, 1];

/** Levels in the middle of the table's cells, near their thirds and at their borders, on both sides of one half. */
const LEVELS = [1, 2, 3, 4, 5, 6, 8, 11, 17, 26, 39, 52].flatMap((octave) =>
  [0, 2.5, 5.3, 7.6].flatMap((place) => {
    const v = 2 ** -octave * (0.5 + place / 16);
    return v < 2 ** -53 ? [] : [v, 1 - v];
  }),
);

function errorsOf(lambda: number, mode: number): { readonly x: number; readonly u: number } {
  const estimate: PertDistribution = { kind: "pert", minimum: 0, mode, maximum: 1, lambda };
  const { alpha, beta } = pertWeights(estimate) as PertWeights;
  const values = Float64Array.from(LEVELS);
  preparedSampler(estimate).transform(values, values, values.length);
  let x = 0;
  let u = 0;
  LEVELS.forEach((level, i) => {
    const value = values[i] as number;
    const exact =
      level <= 0.5 ? inverseIncompleteBeta(level, alpha, beta) : 1 - inverseIncompleteBeta(1 - level, beta, alpha);
    expect(value >= 0 && value <= 1).toBe(true);
    x = Math.max(x, Math.abs(value - exact));
    u = Math.max(u, Math.abs(incompleteBeta(value, alpha, beta) - level));
  });
  return { x, u };
}

describe("the table of a PERT distribution", () => {
  it("is right within 4e-7 of the range and 1e-6 in probability, over all shapes", () => {
    let x = 0;
    let u = 0;
    for (const lambda of LAMBDAS) {
      for (const mode of MODES) {
        const errors = errorsOf(lambda, mode);
        x = Math.max(x, errors.x);
        u = Math.max(u, errors.u);
      }
    }
    expect(x).toBeLessThan(4e-7);
    expect(u).toBeLessThan(1e-6);
  });

  it("meets the exact quantile at the borders of its cells", () => {
    const estimate: PertDistribution = { kind: "pert", minimum: 10, mode: 20, maximum: 60 };
    const borders = [2 ** -53, 2 ** -40 * 1.125, 2 ** -9, 0.25, 0.3125, 0.5, 0.625, 0.75, 1 - 2 ** -9, 1 - 2 ** -53];
    const values = Float64Array.from(borders);
    preparedSampler(estimate).transform(values, values, values.length);
    borders.forEach((level, i) => {
      const exact =
        level <= 0.5
          ? 10 + 50 * inverseIncompleteBeta(level, 1.8, 4.2)
          : 60 - 50 * inverseIncompleteBeta(1 - level, 4.2, 1.8);
      expect(values[i]).toBeCloseTo(exact, 11);
    });
  });

  it("stays within the ends below the first cell", () => {
    const tiny = [5e-324, 1e-300, 2 ** -60, 2 ** -54, 2 ** -53];
    for (const mode of MODES) {
      const values = Float64Array.from(tiny);
      preparedSampler({ kind: "pert", minimum: 0, mode, maximum: 1 }).transform(values, values, values.length);
      values.forEach((value, i) => {
        expect(value).toBeGreaterThanOrEqual(i === 0 ? 0 : (values[i - 1] as number));
      });
      expect(values[4]).toBeLessThan(1e-3);
    }
  });

  it("gives the moments of the distribution", () => {
    const size = 65_536;
    for (const mode of [0, 0.2, 0.5, 1]) {
      const values = Float64Array.from({ length: size }, (_, i) => (i + 0.5) / size);
      preparedSampler({ kind: "pert", minimum: 0, mode, maximum: 1 }).transform(values, values, size);
      const mean = values.reduce((sum, value) => sum + value, 0) / size;
      expect(mean).toBeCloseTo((4 * mode + 1) / 6, 6);
      const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / size;
      expect(square).toBeCloseTo((mean * (1 - mean)) / 7, 5);
    }
  });
});
