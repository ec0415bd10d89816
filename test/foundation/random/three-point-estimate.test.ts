import { describe, expect, it } from "vitest";

import {
  completionProbability,
  type PertDistribution,
  pertWeights,
  threePointEstimate,
  type ThreePointInput,
} from "../../../src/foundation/random/index.js";
import { faults } from "../../kit/caught.js";

describe("threePointEstimate", () => {
  it.each<[ThreePointInput, number, number]>([
    [{ minimum: 4, mode: 5, maximum: 12 }, 6, 4 / 3],
    [{ minimum: 1, mode: 2, maximum: 9, atLeast: 0 }, 3, 4 / 3],
    [{ minimum: 3, mode: 3, maximum: 3, atLeast: 3 }, 3, 0],
    [{ minimum: 0, mode: 0, maximum: 6, atLeast: 0 }, 1, 1],
    [{ minimum: -6, mode: 0, maximum: 12 }, 1, 3],
  ])("of %o", (estimate, mean, standardDeviation) => {
    const got = threePointEstimate(estimate);
    expect(got.mean).toBe(mean);
    expect(got.standardDeviation).toBeCloseTo(standardDeviation, 15);
    expect(got.variance).toBeCloseTo(standardDeviation * standardDeviation, 15);
  });

  it.each<[ThreePointInput, readonly string[]]>([
    [{ minimum: 5, mode: 4, maximum: 9 }, ["inconsistent mode"]],
    [{ minimum: 1, mode: 10, maximum: 9 }, ["inconsistent mode"]],
    [{ minimum: 10, mode: 10, maximum: 9 }, ["inconsistent maximum"]],
    [{ minimum: -1, mode: 2, maximum: 3, atLeast: 0 }, ["out-of-range minimum"]],
    [{ minimum: -1, mode: 4, maximum: 3, atLeast: 0 }, ["inconsistent mode", "out-of-range minimum"]],
    [{ minimum: Number.NaN, mode: 2, maximum: 3 }, ["not-finite minimum"]],
    [{ minimum: 1, mode: 2, maximum: 1.1e100 }, ["out-of-range maximum"]],
    [{ minimum: -1.1e100, mode: 2, maximum: 3 }, ["out-of-range minimum"]],
    [{ minimum: 1, mode: 2 } as never, ["missing maximum"]],
  ])("refuses %o", (estimate, expected) => {
    expect(faults(() => threePointEstimate(estimate))).toEqual(expected);
  });
});

describe("completionProbability", () => {
  it.each([
    [{ mean: 44, variance: 9, target: 47 }, 0.8413447460685429],
    [{ mean: 44, variance: 9, target: 40 }, 0.09121121972586788],
    [{ mean: 10, variance: 0, target: 9.999 }, 0],
    [{ mean: 10, variance: 0, target: 10 }, 1],
    [{ mean: 10, variance: 0, target: 10.001 }, 1],
  ])("of %o is %d", (path, expected) => {
    expect(completionProbability(path)).toBeCloseTo(expected, 14);
  });

  it.each([
    [{ mean: 44, variance: -1, target: 47 }, "out-of-range variance"],
    [{ mean: Number.NaN, variance: 9, target: 47 }, "not-finite mean"],
    [{ mean: 44, variance: 9, target: "47" as never }, "wrong-type target"],
  ])("refuses %o", (path, fault) => {
    expect(faults(() => completionProbability(path))).toEqual([fault]);
  });
});

describe("pertWeights", () => {
  it.each<[PertDistribution, number, number]>([
    [{ kind: "pert", minimum: 10, mode: 20, maximum: 60 }, 1.8, 4.2],
    [{ kind: "pert", minimum: 0, mode: 0, maximum: 10 }, 1, 5],
    [{ kind: "pert", minimum: 100, mode: 300, maximum: 700, lambda: 1 }, 4 / 3, 5 / 3],
    [{ kind: "pert", minimum: 100, mode: 300, maximum: 700, lambda: 0 }, 1, 1],
  ])("of %o", (estimate, alpha, beta) => {
    const got = pertWeights(estimate) as { readonly alpha: number; readonly beta: number };
    expect(got.alpha).toBeCloseTo(alpha, 15);
    expect(got.beta).toBeCloseTo(beta, 15);
  });

  it("are none without a range", () => {
    expect(pertWeights({ kind: "pert", minimum: 5, mode: 5, maximum: 5 })).toEqual({
      kind: "none",
      reason: "no-range",
    });
  });

  it("belong to PERT estimates alone", () => {
    expect(faults(() => pertWeights({ kind: "triangular", minimum: 1, mode: 2, maximum: 3 } as never))).toEqual([
      "out-of-range kind",
    ]);
    expect(faults(() => pertWeights({ kind: "pert", minimum: 1, mode: 0, maximum: 3 }))).toEqual(["inconsistent mode"]);
  });
});
