import { readFileSync } from "node:fs";
import { join } from "node:path";

import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  type Distribution,
  distributionMoments,
  distributionQuantile,
  fillUniforms,
  preparedSampler,
  randomStream,
  STREAM_VERSION,
} from "../../../src/foundation/random/index.js";
import { faults } from "../../kit/caught.js";
import { law } from "../../kit/laws.js";
import { anyDistribution } from "./arbitraries.js";
import { REFERENCES, titleOf } from "./references.js";

const STREAM = randomStream({ seed: 42, id: "R-1" });
/** Of 500 variables and the first 1 000 iterations: simulation of the same draws in C. */
const CHECKSUM = 190_313_258.823_050_4;
/** Draws that stay what they are: see test/data/random/pin-draws.mjs. */
const PINNED = JSON.parse(readFileSync(join(import.meta.dirname, "../../data/random/draws.json"), "utf8")) as {
  readonly version: string;
  readonly draws: readonly { readonly distribution: Distribution; readonly draws: readonly number[] }[];
};
const UNIT: Distribution = { kind: "uniform", minimum: 0, maximum: 1 };

/** The values at some levels. */
function transformed(distribution: Distribution, levels: readonly number[]): readonly number[] {
  const numbers = Float64Array.from(levels);
  preparedSampler(distribution).transform(numbers, numbers, numbers.length);
  return [...numbers];
}

describe("transform", () => {
  it.each(REFERENCES.map((one) => [titleOf(one.distribution), one] as const))(
    "of %s gives the reference quantiles",
    (_, { distribution, variance, levels }) => {
      // Levels on a step are decided by their last digit here: a little less is meant.
      const values = transformed(
        distribution,
        levels.map(({ probability }) => probability - Math.min(probability * 1e-13, 2 ** -52)),
      );
      const kind = distribution.kind === "event" ? distribution.impact.kind : distribution.kind;
      const range = kind === "pert" ? 1e-5 : 1e-9;
      levels.forEach(({ quantile }, i) => {
        const allowed = range * Math.sqrt(variance) + 1e-10 * Math.abs(quantile);
        expect(Math.abs((values[i] as number) - quantile)).toBeLessThanOrEqual(allowed);
      });
    },
  );

  it("leaves what lies past the count, and the numbers when it is given another array", () => {
    const numbers = Float64Array.of(0.25, 0.5, 0.75);
    const out = Float64Array.of(9, 9, 9);
    preparedSampler({ kind: "uniform", minimum: 0, maximum: 4 }).transform(numbers, out, 2);
    expect([...out]).toEqual([1, 2, 9]);
    expect([...numbers]).toEqual([0.25, 0.5, 0.75]);
    for (const impact of [{ kind: "constant", value: 5 } as const, UNIT]) {
      const event = preparedSampler({ kind: "event", probability: 0.5, impact });
      const other = Float64Array.of(9, 9, 9);
      event.transform(numbers, other, 2);
      expect(other[2]).toBe(9);
      expect(other[0]).toBe(0);
    }
  });

  it.each<[Distribution, readonly number[], readonly number[]]>([
    [{ kind: "constant", value: 7 }, [0.1, 0.9], [7, 7]],
    [{ kind: "triangular", minimum: 10, mode: 20, maximum: 60 }, [0.05, 0.2, 0.8], [15, 20, 40]],
    [{ kind: "triangular", minimum: 0, mode: 0, maximum: 10 }, [0.19, 0.75, 0.99], [1, 5, 9]],
    [{ kind: "triangular", minimum: 0, mode: 10, maximum: 10 }, [0.01, 0.25, 0.81], [1, 5, 9]],
    [{ kind: "bernoulli", probability: 0.25 }, [0.1, 0.75, 0.7500001], [0, 0, 1]],
    [{ kind: "empirical", values: [3, 1, 2, 1] }, [0.1, 0.5, 0.50001, 0.75, 0.76], [1, 1, 2, 2, 3]],
    [{ kind: "poisson", mean: 1 }, [0.3678, 0.3679, 0.7357, 0.7358, 1 - 2 ** -53], [0, 1, 1, 2, 17]],
    [{ kind: "event", probability: 0.5, impact: UNIT }, [0.2, 0.5, 0.75], [0, 0, 0.5]],
    [
      { kind: "event", probability: 0.5, impact: { kind: "uniform", minimum: -3, maximum: 1 } },
      [0.125, 0.25, 0.375, 0.5, 0.875, 0.9375],
      [-2, -1, 0, 0, 0, 0.5],
    ],
    [
      { kind: "event", probability: 0.5, impact: { kind: "uniform", minimum: -2, maximum: -1 } },
      [0.25, 0.5, 0.5000001, 0.75],
      [-1.5, -1, 0, 0],
    ],
  ])("of %o at %o", (distribution, levels, values) => {
    transformed(distribution, levels).forEach((value, i) => {
      expect(value).toBeCloseTo(values[i] as number, 12);
    });
  });

  it.each<[string, () => unknown, string]>([
    [
      "numbers that are a list",
      () => preparedSampler(UNIT).transform([0.5] as never, new Float64Array(1), 1),
      "wrong-type uniforms",
    ],
    [
      "values that are a list",
      () => preparedSampler(UNIT).transform(new Float64Array(1), [0] as never, 1),
      "wrong-type out",
    ],
    [
      "a count above the numbers",
      () => preparedSampler(UNIT).transform(Float64Array.of(0.5), new Float64Array(2), 2),
      "out-of-range count",
    ],
    [
      "a count above the values",
      () => preparedSampler(UNIT).transform(Float64Array.of(0.5, 0.5), new Float64Array(1), 2),
      "out-of-range count",
    ],
    [
      "a count that is none",
      () => preparedSampler(UNIT).transform(Float64Array.of(0.5), new Float64Array(1), 0.5),
      "out-of-range count",
    ],
    ["a zero", () => transformed(UNIT, [0.5, 0]), "out-of-range uniforms.1"],
    ["a one", () => transformed(UNIT, [1, 0.5]), "out-of-range uniforms.0"],
    ["NaN", () => transformed(UNIT, [Number.NaN]), "out-of-range uniforms.0"],
    ["a contradiction", () => preparedSampler({ kind: "uniform", minimum: 1, maximum: 0 }), "inconsistent maximum"],
    ["a fill of a list", () => preparedSampler(UNIT).fill(STREAM, { from: 0 }, [0] as never), "wrong-type out"],
    [
      "a fill from nowhere",
      () => preparedSampler(UNIT).fill(STREAM, { from: -1 }, new Float64Array(1)),
      "out-of-range from",
    ],
  ])("refuses %s", (_, run, fault) => {
    expect(faults(run)).toEqual([fault]);
  });
});

describe("steps", () => {
  it("are met by the last number that belongs to them, also where a product is rounded over it", () => {
    // 6 times this number is 5 in doubles, and the sixth part from 5/6 up begins behind it.
    const edge = 0.8333333333333333;
    const rest = (1 - edge) / 5;
    const points = [edge, rest, rest, rest, rest, rest].map((probability, value) => ({ value, probability }));
    expect(transformed({ kind: "discrete", points }, [edge, 0.8333333333333334])).toEqual([0, 1]);
  });

  it.each([0.05, 3.5, 240, 10_000, 1_000_000])("of counts of mean %d are the exact ones far out", (mean) => {
    const levels = [1e-13, 1e-9, 1e-4, 0.3, 0.9999, 1 - 1e-9, 1 - 1e-12];
    const counts = transformed({ kind: "poisson", mean }, levels);
    const exact = levels.map((probability) => distributionQuantile({ kind: "poisson", mean }, { probability }));
    expect(counts).toEqual(exact);
  });
});

describe("numbers below the last digit of 1", () => {
  it.each<[Distribution, number]>([
    [{ kind: "triangular", minimum: 3, mode: 5, maximum: 5 }, 3],
    [{ kind: "triangular", minimum: 3, mode: 3, maximum: 5 }, 3],
    [{ kind: "uniform", minimum: 3, maximum: 5 }, 3],
    [{ kind: "pert", minimum: 3, mode: 3, maximum: 5 }, 3],
    [{ kind: "poisson", mean: 3 }, 0],
    [{ kind: "event", probability: 1e-20, impact: { kind: "constant", value: 7 } }, 0],
    [{ kind: "event", probability: 0.5, impact: { kind: "constant", value: 7 } }, 0],
    [{ kind: "event", probability: 0.5, impact: { kind: "constant", value: -7 } }, -7],
  ])("of %o", (distribution, lowest) => {
    for (const value of transformed(distribution, [1e-20, 5e-324])) expect(value).toBeCloseTo(lowest, 9);
  });
});

describe("fill", () => {
  it("is the transform of the stream's numbers, whatever the length", () => {
    const sampler = preparedSampler({ kind: "normal", mean: 10, standardDeviation: 2 });
    for (const length of [0, 1, 1023, 1024, 1025, 3000]) {
      const out = new Float64Array(length);
      expect(sampler.fill(STREAM, { from: 77, draw: 3 }, out)).toBe(out);
      const numbers = fillUniforms(STREAM, { from: 77, draw: 3 }, new Float64Array(length));
      sampler.transform(numbers, numbers, length);
      expect(out).toEqual(numbers);
    }
  });

  it.each(PINNED.draws.map((one) => [titleOf(one.distribution), one] as const))(
    "of %s gives the pinned draws, bit for bit",
    (_, { distribution, draws }) => {
      expect(PINNED.version).toBe(STREAM_VERSION);
      const out = new Float64Array(draws.length);
      expect([...preparedSampler(distribution).fill(STREAM, { from: 0 }, out)]).toEqual(draws);
    },
  );

  it("meets the sum of the C program bit for bit", () => {
    // The sum of all 100 000 iterations is checked by the bench.
    const totals = new Float64Array(1000);
    const block = new Float64Array(1000);
    for (let key1 = 0; key1 < 500; key1++) {
      const minimum = 10 + key1;
      const sampler = preparedSampler({ kind: "triangular", minimum, mode: minimum * 1.3, maximum: minimum * 2.1 });
      sampler.fill({ key0: 42, key1 }, { from: 0 }, block);
      for (let i = 0; i < 1000; i++) totals[i] = (totals[i] as number) + (block[i] as number);
    }
    expect(totals.reduce((sum, total) => sum + total, 0)).toBe(CHECKSUM);
  });
});

describe("laws", () => {
  const level = fc.oneof(
    fc.double({ min: 5e-324, max: 1 - 2 ** -53, noNaN: true }),
    fc.constantFrom(5e-324, 2 ** -54, 2 ** -53, 0.25, 0.5, 1 - 2 ** -53),
  );

  it("samples lie between the ends, whatever the number", () => {
    law(fc.tuple(anyDistribution, fc.array(level, { minLength: 1, maxLength: 20 })), ([distribution, levels]) => {
      const [lowest, highest] = [0, 1].map((probability) => distributionQuantile(distribution, { probability }));
      // A value that is counted back from one end may miss the other by that one's last digit.
      const digit = [lowest, highest].reduce<number>(
        (sum, end) => sum + (typeof end === "number" ? Math.abs(end) : 0),
        0,
      );
      const slack = digit * 2 ** -52;
      for (const value of transformed(distribution, levels)) {
        expect(Number.isFinite(value)).toBe(true);
        if (typeof lowest === "number") expect(value).toBeGreaterThanOrEqual(lowest - slack);
        if (typeof highest === "number") expect(value).toBeLessThanOrEqual(highest + slack);
      }
    });
  });

  it("samples are quantiles, and rise with the number behind them", () => {
    law(fc.tuple(anyDistribution, fc.array(level, { minLength: 1, maxLength: 20 })), ([distribution, levels]) => {
      const rising = levels.sort((a, b) => a - b);
      const { mean, standardDeviation } = distributionMoments(distribution);
      const slack = 1e-4 * standardDeviation + 1e-9 * Math.abs(mean) + 1e-9;
      const values = transformed(distribution, rising);
      values.forEach((value, i) => {
        if (i > 0) expect(value).toBeGreaterThanOrEqual((values[i - 1] as number) - slack);
        const [below, above] = [-1e-12, 1e-12].map((shift) => {
          const probability = Math.min(1, Math.max(0, (rising[i] as number) * (1 + shift) + shift));
          return distributionQuantile(distribution, { probability });
        });
        if (typeof below === "number") expect(value).toBeGreaterThanOrEqual(below - slack);
        if (typeof above === "number") expect(value).toBeLessThanOrEqual(above + slack);
      });
    });
  });
});
