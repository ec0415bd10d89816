import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  type Distribution,
  distributionCdf,
  distributionExceedance,
  distributionMean,
  distributionMoments,
  distributionQuantile,
  distributionShortfall,
  distributionVariance,
} from "../../../src/foundation/random/index.js";
import { caught, faults } from "../../kit/caught.js";
import { law } from "../../kit/laws.js";
import { anyDistribution } from "./arbitraries.js";
import { REFERENCES, titleOf } from "./references.js";

const UNIT: Distribution = { kind: "uniform", minimum: 0, maximum: 1 };
const NORMAL: Distribution = { kind: "normal", mean: 0, standardDeviation: 1 };

/** Equal within parts of the larger of a value and the scale it stands on, or within what is allowed beside that. */
function near(got: unknown, want: number, scale: number, beside = 0): void {
  expect(typeof got).toBe("number");
  const allowed = 4e-13 * Math.max(Math.abs(want), scale) + beside;
  expect(Math.abs((got as number) - want), `${String(got)}, wanted ${String(want)}`).toBeLessThanOrEqual(allowed);
}

/** What a figure changes by where the last two bits of a value do. */
function shaken(figure: (value: number) => number, value: number): number {
  return Math.abs(figure(value * (1 + 2 ** -50)) - figure(value * (1 - 2 ** -50)));
}

describe("figures, against integrals at 40 digits", () => {
  it.each(REFERENCES.map((one) => [titleOf(one.distribution), one] as const))("%s", (_, one) => {
    const { distribution, mean, variance, skewness, levels } = one;
    const spread = Math.sqrt(variance);
    const moments = distributionMoments(distribution);
    near(distributionMean(distribution), mean, spread * 1e-3);
    near(distributionVariance(distribution), variance, 0);
    near(moments.mean, mean, spread * 1e-3);
    near(moments.variance, variance, 0);
    near(moments.standardDeviation, spread, 0);
    if (skewness === null) expect(moments.skewness).toEqual({ kind: "none", reason: "no-spread" });
    else near(moments.skewness, skewness, 1e-2);

    const cdf = (value: number): number => distributionCdf(distribution, { value });
    const exceedance = (value: number): number => distributionExceedance(distribution, { value });
    const isStep = (value: number): boolean => cdf(value) + exceedance(value * (1 - 1e-12)) > 1 + 1e-8;
    for (const level of levels) {
      const { probability, quantile } = level;
      const beside = isStep(quantile) ? [0, 0] : [shaken(cdf, quantile), shaken(exceedance, quantile)];
      near(distributionQuantile(distribution, { probability }), quantile, spread * 1e-2);
      near(cdf(quantile), level.cdf, 0, beside[0]);
      near(exceedance(quantile), level.exceedance, 0, beside[1]);
      near(distributionShortfall(distribution, { probability }), level.shortfall, spread * 1e-2);
    }
  });
});

describe("published values", () => {
  it("of the standard normal and the exponent of one", () => {
    // NIST/SEMATECH e-Handbook, section 1.3.6.7.1; Abramowitz, Stegun, table 26.1.
    expect(distributionQuantile(NORMAL, { probability: 0.975 })).toBeCloseTo(1.959963984540054, 14);
    expect(distributionCdf(NORMAL, { value: 1 })).toBeCloseTo(0.8413447460685429, 15);
    expect(distributionExceedance(NORMAL, { value: 8 })).toBeCloseTo(6.220960574271785e-16, 28);
    expect(distributionMean({ kind: "lognormal-log", mu: 0, sigma: 0 })).toBe(1);
    expect(distributionMean({ kind: "lognormal-log", mu: 1, sigma: 0 })).toBeCloseTo(2.718281828459045, 15);
  });
});

describe("ends", () => {
  const unbounded = { kind: "none", reason: "unbounded" };
  it.each<[Distribution, unknown, unknown]>([
    [{ kind: "constant", value: 7 }, 7, 7],
    [{ kind: "uniform", minimum: -3, maximum: 9 }, -3, 9],
    [{ kind: "triangular", minimum: -3, mode: 0, maximum: 9 }, -3, 9],
    [{ kind: "triangular-p10-p90", p10: 5, mode: 5, p90: 5 }, 5, 5],
    [{ kind: "pert", minimum: -3, mode: 0, maximum: 9 }, -3, 9],
    [{ kind: "pert", minimum: -3, mode: 0, maximum: 9, lambda: 0 }, -3, 9],
    [NORMAL, unbounded, unbounded],
    [{ kind: "normal-p10-p90", p10: 0, p90: 1 }, unbounded, unbounded],
    [{ kind: "lognormal", mean: 1, standardDeviation: 1 }, 0, unbounded],
    [
      {
        kind: "discrete",
        points: [
          { value: 4, probability: 1 },
          { value: 9, probability: 0 },
        ],
      },
      4,
      4,
    ],
    [{ kind: "empirical", values: [4, -2, 9] }, -2, 9],
    [{ kind: "bernoulli", probability: 0.1 }, 0, 1],
    [{ kind: "bernoulli", probability: 0 }, 0, 0],
    [{ kind: "bernoulli", probability: 1 }, 1, 1],
    [{ kind: "poisson", mean: 0 }, 0, 0],
    [{ kind: "poisson", mean: 2 }, 0, unbounded],
    [{ kind: "event", probability: 0.5, impact: { kind: "uniform", minimum: 2, maximum: 3 } }, 0, 3],
    [{ kind: "event", probability: 0.5, impact: { kind: "uniform", minimum: -3, maximum: -2 } }, -3, 0],
    [{ kind: "event", probability: 1, impact: { kind: "uniform", minimum: 2, maximum: 3 } }, 2, 3],
    [{ kind: "event", probability: 0, impact: NORMAL }, 0, 0],
    [{ kind: "event", probability: 0.5, impact: NORMAL }, unbounded, unbounded],
  ])("of %o", (distribution, lowest, highest) => {
    expect(distributionQuantile(distribution, { probability: 0 })).toEqual(lowest);
    expect(distributionQuantile(distribution, { probability: 1 })).toEqual(highest);
    expect(distributionShortfall(distribution, { probability: 1 })).toEqual(highest);
    if (typeof lowest !== "number") return;
    expect(distributionCdf(distribution, { value: lowest - 1 })).toBe(0);
    expect(distributionExceedance(distribution, { value: lowest - 1 })).toBe(1);
    if (typeof highest !== "number") return;
    expect(distributionCdf(distribution, { value: highest })).toBe(1);
    expect(distributionExceedance(distribution, { value: highest })).toBe(0);
    expect(distributionCdf(distribution, { value: highest + 1 })).toBe(1);
    expect(distributionExceedance(distribution, { value: highest + 1 })).toBe(0);
  });
});

describe("distributions without spread", () => {
  it.each<[Distribution, number]>([
    [{ kind: "uniform", minimum: 5, maximum: 5 }, 5],
    [{ kind: "triangular", minimum: 5, mode: 5, maximum: 5 }, 5],
    [{ kind: "triangular-p10-p90", p10: -5, mode: -5, p90: -5 }, -5],
    [{ kind: "pert", minimum: 5, mode: 5, maximum: 5 }, 5],
    [{ kind: "normal", mean: 5, standardDeviation: 0 }, 5],
    [{ kind: "normal-p10-p90", p10: 5, p90: 5 }, 5],
    [{ kind: "normal-p5-p95", p5: 5, p95: 5 }, 5],
    [{ kind: "lognormal", mean: 10, standardDeviation: 0 }, 10],
    [{ kind: "lognormal-log", mu: 0, sigma: 0 }, 1],
    [{ kind: "lognormal-p10-p90", p10: 5, p90: 5 }, 5],
    [{ kind: "lognormal-p5-p95", p5: 5, p95: 5 }, 5],
    [
      {
        kind: "discrete",
        points: [
          { value: 5, probability: 0.5 },
          { value: 5, probability: 0.5 },
        ],
      },
      5,
    ],
    [{ kind: "empirical", values: [5, 5, 5] }, 5],
    [{ kind: "poisson", mean: 0 }, 0],
  ])("%o", (distribution, value) => {
    expect(distributionMoments(distribution)).toEqual({
      mean: value,
      variance: 0,
      standardDeviation: 0,
      skewness: { kind: "none", reason: "no-spread" },
    });
    for (const probability of [0, 0.001, 0.8, 1])
      expect(distributionQuantile(distribution, { probability })).toBe(value);
    expect(distributionShortfall(distribution, { probability: 0.75 })).toBe(value);
    expect(distributionCdf(distribution, { value })).toBe(1);
    expect(distributionExceedance(distribution, { value })).toBe(0);
    expect(distributionCdf(distribution, { value: value - 1 })).toBe(0);
    expect(distributionExceedance(distribution, { value: value - 1 })).toBe(1);
  });
});

describe("figures at the edge of what numbers can say", () => {
  it.each<[Distribution, number, number, number]>([
    // With p tiny the skewness of an event is E[X^3] / sqrt(p E[X^2]^3).
    [{ kind: "event", probability: 5e-324, impact: { kind: "constant", value: 1e100 } }, 5e-224, 5e-124, 4.5e161],
    [{ kind: "bernoulli", probability: 1e-200 }, 1e-200, 1e-200, 1e100],
    [{ kind: "uniform", minimum: -1e100, maximum: 1e100 }, 0, 1e200 / 3, 0],
    [{ kind: "lognormal", mean: 1e100, standardDeviation: 1e-100 }, 1e100, 1e-200, 0],
    [{ kind: "poisson", mean: 1e-200 }, 1e-200, 1e-200, 1e100],
  ])("of %o", (distribution, mean, variance, skewness) => {
    const got = distributionMoments(distribution);
    expect(got.mean / (mean || 1)).toBeCloseTo(mean === 0 ? 0 : 1, 1);
    expect(got.variance / variance).toBeCloseTo(1, 1);
    expect((got.skewness as number) / (skewness || 1)).toBeCloseTo(skewness === 0 ? 0 : 1, 1);
  });
});

describe("values between the steps", () => {
  it.each<[Distribution, number, number]>([
    [{ kind: "poisson", mean: 1 }, 1.5, 0.7357588823428847],
    [{ kind: "poisson", mean: 1 }, -0.5, 0],
    [{ kind: "empirical", values: [1, 2, 2, 4] }, 3.9, 0.75],
    [{ kind: "empirical", values: [1, 2, 2, 4] }, 0.9, 0],
    [{ kind: "bernoulli", probability: 0.25 }, 0.5, 0.75],
    [{ kind: "bernoulli", probability: 0.25 }, -0.5, 0],
    [{ kind: "event", probability: 0.5, impact: { kind: "poisson", mean: 1 } }, 0, 0.6839397205857212],
    [{ kind: "event", probability: 0.5, impact: { kind: "empirical", values: [-1, 0, 1, 1] } }, -0.5, 0.125],
    [{ kind: "event", probability: 0.5, impact: { kind: "empirical", values: [-1, 0, 1, 1] } }, 0.5, 0.75],
  ])("of %o at %d", (distribution, value, expected) => {
    expect(distributionCdf(distribution, { value })).toBeCloseTo(expected, 14);
    expect(distributionExceedance(distribution, { value })).toBeCloseTo(1 - expected, 14);
  });
});

describe("levels that lie on a step", () => {
  it("have reached it, whatever the last digit of a decimal says", () => {
    const coin = (probability: number): Distribution => ({ kind: "event", probability, impact: UNIT });
    // 1 - 0.9 is below 0.1 in doubles, 1 - 0.99 is above 0.01.
    expect(distributionQuantile(coin(0.1), { probability: 0.9 })).toBe(0);
    expect(distributionQuantile(coin(0.01), { probability: 0.99 })).toBe(0);
    expect(distributionQuantile(coin(1e-5), { probability: 0.99999 })).toBe(0);
    expect(distributionQuantile(coin(0.1), { probability: 0.9 + 1e-9 })).toBeGreaterThan(0);
    expect(distributionQuantile(coin(0.1), { probability: 0.9 + 1e-9 })).toBeLessThan(1.1e-8);
    const tenths: Distribution = { kind: "empirical", values: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] };
    for (const k of [1, 2, 3, 4, 5, 6, 7, 8, 9]) {
      expect(distributionQuantile(tenths, { probability: k / 10 })).toBe(k);
      expect(distributionQuantile(tenths, { probability: k / 10 + 1e-9 })).toBe(k + 1);
    }
  });

  it("a small probability is no step that is overlooked", () => {
    const rare: Distribution = { kind: "event", probability: 1e-9, impact: { kind: "constant", value: 5 } };
    expect(distributionQuantile(rare, { probability: 1 - 5e-10 })).toBe(5);
    expect(distributionQuantile(rare, { probability: 1 - 2e-9 })).toBe(0);
    expect(distributionQuantile({ kind: "poisson", mean: 100 }, { probability: 1e-13 })).toBe(36);
  });
});

describe("a range with a tail that is thinner than the last digit", () => {
  it("is exact from either side", () => {
    const corner: Distribution = { kind: "triangular", minimum: 0, mode: 0, maximum: 1 };
    const other: Distribution = { kind: "triangular", minimum: 0, mode: 1, maximum: 1 };
    // F(x) = 2x - x^2 from one corner, x^2 from the other.
    expect(distributionCdf(corner, { value: 1e-12 })).toBeCloseTo(2e-12 - 1e-24, 26);
    expect(distributionExceedance(other, { value: 1 - 2 ** -40 })).toBeCloseTo(2 ** -39 - 2 ** -80, 26);
    expect(distributionCdf(corner, { value: 0.9 })).toBeCloseTo(0.99, 15);
    expect(distributionExceedance(other, { value: 0.1 })).toBeCloseTo(0.99, 15);
  });
});

describe("refusals", () => {
  it.each<[string, () => unknown, string]>([
    ["a level above 1", () => distributionQuantile(UNIT, { probability: 80 }), "out-of-range probability"],
    ["a level below 0", () => distributionShortfall(UNIT, { probability: -0.1 }), "out-of-range probability"],
    ["a level that is none", () => distributionQuantile(UNIT, { probability: Number.NaN }), "not-finite probability"],
    ["a level as text", () => distributionQuantile(UNIT, { probability: "0.8" as never }), "wrong-type probability"],
    ["a value that is none", () => distributionCdf(UNIT, { value: Number.POSITIVE_INFINITY }), "not-finite value"],
    ["a value as text", () => distributionExceedance(UNIT, { value: "1" as never }), "wrong-type value"],
    ["no level", () => distributionQuantile(UNIT, undefined as never), "unreadable"],
    ["a contradiction", () => distributionMean({ kind: "uniform", minimum: 1, maximum: 0 }), "inconsistent maximum"],
    ["no distribution", () => distributionVariance(undefined as never), "missing"],
    ["another kind", () => distributionMoments({ kind: "weibull" } as never), "out-of-range kind"],
  ])("%s", (_, run, fault) => {
    expect(faults(run)).toEqual([fault]);
  });

  it("name the function that could not read its input", () => {
    expect(caught(() => distributionShortfall(UNIT, undefined as never)).message).toContain("distributionShortfall");
  });
});

describe("laws", () => {
  const level = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });
  const quantile = (distribution: Distribution, probability: number): number =>
    distributionQuantile(distribution, { probability }) as number;

  it("quantiles never fall, and the probability up to one is at least its level", () => {
    law(fc.tuple(anyDistribution, level, level), ([distribution, one, other]) => {
      const [low, high] = [Math.min(one, other), Math.max(one, other)];
      const x = quantile(distribution, low);
      // Rounding may move a value by a few last digits of the numbers it comes from.
      const { mean, standardDeviation } = distributionMoments(distribution);
      const slack = 1e-9 * (1 + Math.abs(mean) + standardDeviation);
      expect(quantile(distribution, high)).toBeGreaterThanOrEqual(x - slack);
      expect(distributionCdf(distribution, { value: x + slack })).toBeGreaterThanOrEqual(low * (1 - 1e-9));
      expect(distributionExceedance(distribution, { value: x - slack })).toBeGreaterThanOrEqual((1 - low) * (1 - 1e-9));
    });
  });

  it("at most and above are all there is", () => {
    law(fc.tuple(anyDistribution, level), ([distribution, probability]) => {
      const value = quantile(distribution, probability);
      expect(distributionCdf(distribution, { value }) + distributionExceedance(distribution, { value })).toBeCloseTo(
        1,
        12,
      );
    });
  });

  it("the shortfall from 0 up is the mean, never falls, and is at least the quantile", () => {
    law(fc.tuple(anyDistribution, level, level), ([distribution, one, other]) => {
      const [low, high] = [Math.min(one, other), Math.max(one, other)];
      const { mean, standardDeviation } = distributionMoments(distribution);
      const slack = 1e-8 * (1 + Math.abs(mean) + standardDeviation);
      const shortfall = (probability: number): number => distributionShortfall(distribution, { probability }) as number;
      expect(Math.abs(shortfall(0) - mean)).toBeLessThanOrEqual(slack);
      expect(shortfall(low)).toBeGreaterThanOrEqual(quantile(distribution, low) - slack);
      expect(shortfall(high)).toBeGreaterThanOrEqual(shortfall(low) - slack);
    });
  });

  it("an event's figures are its probability's part of the impact's", () => {
    law(fc.tuple(anyDistribution, fc.double({ min: 0, max: 1, noNaN: true })), ([impact, probability]) => {
      if (impact.kind === "event") return;
      const whole = distributionMoments({ kind: "event", probability, impact });
      const { mean, variance } = distributionMoments(impact);
      const expected = probability * variance + probability * (1 - probability) * mean * mean;
      expect(Math.abs(whole.mean - probability * mean)).toBeLessThanOrEqual(1e-12 * Math.abs(mean) + 1e-300);
      expect(Math.abs(whole.variance - expected)).toBeLessThanOrEqual(1e-12 * expected + 1e-300);
    });
  });
});
