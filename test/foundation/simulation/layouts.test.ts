import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { keyedPermutation } from "../../../src/foundation/simulation/keyed-permutation.js";
import { pointSource } from "../../../src/foundation/simulation/point-source.js";
import {
  blocksOf,
  replicateSizes,
  samplingPlan,
  type SamplingPlan,
} from "../../../src/foundation/simulation/sampling-plan.js";
import { fillSobol, sobolDirections } from "../../../src/foundation/simulation/sobol.js";
import { randomWordsAt } from "../../../src/foundation/random/index.js";
import { law } from "../../kit/laws.js";
import { keysOf, placesOf } from "./permutations.js";

describe("a keyed permutation", () => {
  it.each([1, 2, 3, 4, 5, 7, 8, 100, 1024, 1025, 10_007])("of %i numbers has each once", (size) => {
    const permutation = keyedPermutation(size, keysOf(3));
    const all = placesOf(permutation);
    expect([...all].sort((a, b) => a - b)).toEqual(all.map((_, i) => i));
  });

  it("stays the one it was", () => {
    const permutation = keyedPermutation(20, keysOf(3));
    expect(placesOf(permutation)).toMatchInlineSnapshot(`
      [
        13,
        17,
        16,
        8,
        18,
        12,
        4,
        0,
        1,
        3,
        7,
        11,
        15,
        19,
        6,
        9,
        10,
        14,
        2,
        5,
      ]
    `);
  });
});

describe("a Sobol sequence", () => {
  /** Joe and Kuo's first ten points of dimensions 1 to 4, as multiples of 1/16. */
  const KNOWN = [
    [0, 0, 0, 0],
    [8, 8, 8, 8],
    [12, 4, 4, 4],
    [4, 12, 12, 12],
    [6, 6, 10, 14],
    [14, 14, 2, 6],
    [10, 2, 14, 10],
    [2, 10, 6, 2],
    [3, 5, 15, 7],
    [11, 13, 7, 15],
  ];

  it("has the points of its inventors before scrambling", () => {
    const points = [0, 1, 2, 3].map((dimension) => {
      const directions = sobolDirections(dimension);
      let word = 0;
      return KNOWN.map((_, i) => {
        if (i > 0) word ^= directions[31 - Math.clz32(i & -i)] ?? 0;
        return (word >>> 0) / 2 ** 28;
      });
    });
    expect(KNOWN.map((_, i) => points.map((column) => column[i]))).toEqual(KNOWN);
  });

  it("has an odd first number in each of its 256 dimensions, so that each alone is evenly spread", () => {
    for (let dimension = 0; dimension < 256; dimension++) {
      const directions = sobolDirections(dimension);
      directions.forEach((word, k) => {
        expect([dimension, k, (word >>> (31 - k)) & 1]).toEqual([dimension, k, 1]);
        if (k < 31) expect([dimension, k, (word << (k + 1)) | 0]).toEqual([dimension, k, 0]);
      });
    }
  });

  it("keeps one point in each of 2^k strata, and each square of 2^-k in pairs of the first dimensions, when scrambled", () => {
    const columns = [0, 1].map((dimension) => {
      const out = new Float64Array(256);
      fillSobol(sobolDirections(dimension), [0x12345678, 0x0fedcba9 + dimension], 0, 256, out);
      return out;
    });
    for (const column of columns) expect(new Set([...column].map((u) => Math.floor(256 * u))).size).toBe(256);
    const cells = Array.from(
      { length: 256 },
      (_, i) => `${String(Math.floor(16 * (columns[0]?.[i] ?? 2)))} ${String(Math.floor(16 * (columns[1]?.[i] ?? 2)))}`,
    );
    expect(new Set(cells).size).toBe(256);
  });

  it("can begin anywhere", () => {
    law(
      fc.tuple(fc.nat(5000), fc.integer({ min: 1, max: 200 }), fc.nat(255)),
      ([first, size, dimension]) => {
        const directions = sobolDirections(dimension);
        const whole = new Float64Array(first + size);
        fillSobol(directions, [1, 2], 0, first + size, whole);
        const part = new Float64Array(size);
        fillSobol(directions, [1, 2], first, size, part);
        expect(part).toEqual(whole.subarray(first));
      },
      50,
    );
  });

  it("scrambles so that every point is uniform from key to key", () => {
    const directions = sobolDirections(3);
    const out = new Float64Array(4);
    const counts = new Float64Array(64);
    for (let key = 0; key < 6400; key++) {
      const { word0, word1 } = randomWordsAt({ key0: 5, key1: key }, { iteration: 0 });
      fillSobol(directions, [word0 | 0, word1 | 0], 0, 4, out);
      const cell = Math.floor(64 * (out[2] ?? 2));
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
    const chiSquare = counts.reduce((sum, n) => sum + (n - 100) ** 2 / 100, 0);
    expect(Math.abs(chiSquare - 63) / Math.sqrt(126)).toBeLessThan(4);
  });
});

describe("a plan", () => {
  it("is a Latin hypercube in eight replicates unless told otherwise", () => {
    expect(samplingPlan({ seed: 1, iterations: 10_000 })).toEqual({
      seed: 1,
      iterations: 10_000,
      sampling: "latin-hypercube",
      replicates: 8,
    });
    expect(samplingPlan({ seed: 1, iterations: 800 }).replicates).toBe(8);
    expect(samplingPlan({ seed: 1, iterations: 799 }).replicates).toBe(1);
    expect(samplingPlan({ seed: 1, iterations: 10_000, sampling: "plain" }).replicates).toBe(1);
    expect(samplingPlan({ seed: 1, iterations: 50, replicates: 5 }).replicates).toBe(5);
  });

  it("shares the points out near-equally, in blocks of 1024", () => {
    const plan = samplingPlan({ seed: 1, iterations: 10_007, replicates: 4 });
    expect(replicateSizes(plan)).toEqual([2502, 2502, 2502, 2501]);
    expect(blocksOf(plan).slice(0, 4)).toEqual([
      { index: 0, replicate: 0, points: 2502, first: 0, from: 0, size: 1024 },
      { index: 1, replicate: 0, points: 2502, first: 1024, from: 1024, size: 1024 },
      { index: 2, replicate: 0, points: 2502, first: 2048, from: 2048, size: 454 },
      { index: 3, replicate: 1, points: 2502, first: 0, from: 2502, size: 1024 },
    ]);
  });

  it("has blocks that cover every iteration once", () => {
    law(fc.tuple(fc.integer({ min: 1, max: 30_000 }), fc.integer({ min: 1, max: 20 })), ([iterations, replicates]) => {
      fc.pre(replicates <= iterations);
      const blocks = blocksOf({ seed: 0, iterations, sampling: "latin-hypercube", replicates });
      let next = 0;
      blocks.forEach(({ index, from, size }, i) => {
        expect([index, from]).toEqual([i, next]);
        expect(size).toBeGreaterThan(0);
        next += size;
      });
      expect(next).toBe(iterations);
    });
  });
});

describe("points", () => {
  const all = (plan: SamplingPlan, variable: { id: string; dimension?: number | "padded" }): Float64Array => {
    const source = pointSource(plan, variable);
    const out = new Float64Array(plan.iterations);
    const block = new Float64Array(1024);
    for (const one of blocksOf(plan)) {
      source(one, block);
      out.set(block.subarray(0, one.size), one.from);
    }
    return out;
  };

  it.each(["latin-hypercube", "sobol"] as const)("%s has one point a stratum in each replicate", (sampling) => {
    const plan = { seed: 5, iterations: 4096, sampling, replicates: 4 };
    const points = all(plan, { id: "a", dimension: 17 });
    for (let r = 0; r < 4; r++) {
      const strata = [...points.subarray(1024 * r, 1024 * (r + 1))].map((u) => Math.floor(1024 * u));
      expect(new Set(strata).size).toBe(1024);
    }
    expect([...points.subarray(0, 1024)]).not.toEqual([...points.subarray(1024, 2048)]);
  });

  it("a padded variable is spread by a hypercube", () => {
    const plan = { seed: 5, iterations: 1000, sampling: "sobol", replicates: 1 } as const;
    const hypercube = all({ ...plan, sampling: "latin-hypercube" }, { id: "a" });
    expect(all(plan, { id: "a", dimension: "padded" })).toEqual(hypercube);
  });

  it("plain points do not change when there are more of them", () => {
    const few = all({ seed: 5, iterations: 1500, sampling: "plain", replicates: 1 }, { id: "a" });
    const many = all({ seed: 5, iterations: 5000, sampling: "plain", replicates: 1 }, { id: "a" });
    expect(many.subarray(0, 1500)).toEqual(few);
  });

  it.each(["plain", "latin-hypercube", "sobol"] as const)(
    "%s points lie above 0 and below 1, also in a stratum of one",
    (sampling) => {
      law(
        fc.tuple(fc.integer({ min: 1, max: 3000 }), fc.nat(2 ** 31)),
        ([iterations, seed]) => {
          const points = all({ seed, iterations, sampling, replicates: 1 }, { id: "a", dimension: 0 });
          expect(points.every((u) => u > 0 && u < 1)).toBe(true);
        },
        50,
      );
    },
  );

  it("variables of one plan have nothing to do with each other", () => {
    for (const sampling of ["plain", "latin-hypercube", "sobol"] as const) {
      const plan = { seed: 9, iterations: 40_000, sampling, replicates: 1 };
      const a = all(plan, { id: "a", dimension: 0 });
      const b = all(plan, { id: "b", dimension: 1 });
      const product = a.reduce((sum, u, i) => sum + (u - 0.5) * ((b[i] ?? NaN) - 0.5), 0);
      expect(Math.abs((12 * product) / 40_000) * 200).toBeLessThan(4);
    }
  });
});
