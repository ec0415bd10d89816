import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  type FencedOutliers,
  fencedOutliers,
  type MedianOutliers,
  medianOutliers,
} from "../../../../src/foundation/statistics/index.js";
import { faults } from "../../../kit/caught.js";
import { law } from "../../../kit/laws.js";

const none = { kind: "none", reason: "no-data" };

describe("outliers by medians", () => {
  it("of some numbers", () => {
    // Distances from 7: 6, 4, 4, 1, 1, 3, 3, 993.
    const found = medianOutliers([1, 3, 3, 6, 8, 10, 10, 1000], { cutoff: 3 }) as MedianOutliers;
    expect(found).toMatchObject({
      median: 7,
      medianAbsoluteDeviation: 3.5,
      meanAbsoluteDeviation: 126.875,
      outliers: [7],
    });
    expect(found.scale).toBe(1.4826 * 3.5);
    expect(found.scores).toEqual([-6, -4, -4, -1, 1, 3, 3, 993].map((d) => d / (1.4826 * 3.5)));
  });

  it("are beyond the cut-off, on either side", () => {
    const values = [0, 1, 2, 3, 4, 10, -6];
    const { scores } = medianOutliers(values) as MedianOutliers;
    const [above, below] = [scores[5] as number, scores[6] as number];
    expect(above).toBe(-below);
    expect(medianOutliers(values, { cutoff: above })).toMatchObject({ outliers: [] });
    expect(medianOutliers(values, { cutoff: above * (1 - 1e-15) })).toMatchObject({ outliers: [5, 6] });
    // When nothing is said, 3.5 scales: here 3.5 × 1.4826 × 2 = 10.378.
    expect(medianOutliers([...values.slice(0, 5), 2 + 10.37, 2 - 10.39])).toMatchObject({ outliers: [6] });
  });

  it("by the mean distance where the median one is zero, and none where all are equal", () => {
    const found = medianOutliers([5, 5, 5, 5, 5, 5, 9]) as MedianOutliers;
    expect(found).toMatchObject({ medianAbsoluteDeviation: 0, meanAbsoluteDeviation: 4 / 7, outliers: [6] });
    expect(found.scale).toBeCloseTo((1.253314 * 4) / 7, 15);
    expect(found.scores[6]).toBeCloseTo(7 / 1.253314, 12);
    expect(medianOutliers([4, 4, 4])).toMatchObject({ scale: 0, scores: [0, 0, 0], outliers: [] });
    expect(medianOutliers([])).toEqual(none);
  });

  it("leave the list alone", () => {
    const values = [9, 1, 5];
    medianOutliers(values);
    fencedOutliers(values);
    expect(values).toEqual([9, 1, 5]);
  });

  it("are refused where a figure is above the largest double", () => {
    expect(faults(() => medianOutliers([1.7e308, 1.7e308, -1.7e308]))).toEqual(["out-of-range values"]);
    expect(faults(() => medianOutliers([1.7e308, -1.7e308, 0]))).toEqual(["out-of-range values"]);
    expect(faults(() => medianOutliers([1e-300, 2e-300, 3e-300, 4e-300, 1e300]))).toEqual(["out-of-range values"]);
    expect(medianOutliers([1e308, -1e308, 0])).toMatchObject({ median: 0, medianAbsoluteDeviation: 1e308 });
  });

  it("refuse what is none", () => {
    expect(faults(() => medianOutliers([1], { cutoff: 0 }))).toEqual(["out-of-range cutoff"]);
    expect(faults(() => medianOutliers([1], { cutoff: NaN }))).toEqual(["not-finite cutoff"]);
    expect(faults(() => medianOutliers([1, NaN]))).toEqual(["not-finite values.1"]);
  });
});

describe("outliers by fences", () => {
  it("lie outside them; the fence itself is inside", () => {
    expect(fencedOutliers([3, 6, 7, 8, 8, 10, 13, 15, 16, 20, 60])).toEqual({
      lowerQuartile: 7.5,
      upperQuartile: 15.5,
      lowerFence: -4.5,
      upperFence: 27.5,
      outliers: [10],
    });
    expect(fencedOutliers([0, 10, 20, 30, 40, 80, -40])).toMatchObject({
      lowerQuartile: 5,
      upperQuartile: 35,
      lowerFence: -40,
      upperFence: 80,
      outliers: [],
    });
    expect(fencedOutliers([0, 10, 20, 30, 40, 81, -41])).toMatchObject({ outliers: [5, 6] });
    expect(fencedOutliers([])).toEqual(none);
    expect(fencedOutliers([7])).toEqual({
      lowerQuartile: 7,
      upperQuartile: 7,
      lowerFence: 7,
      upperFence: 7,
      outliers: [],
    });
  });

  it("are refused where a fence is above the largest double", () => {
    expect(faults(() => fencedOutliers([1e308, -1e308, 1e308, -1e308]))).toEqual(["out-of-range values"]);
    expect(faults(() => fencedOutliers([1, "2" as never]))).toEqual(["wrong-type values.1"]);
  });
});

describe("laws", () => {
  const list = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 30 });

  it("what stands apart does so still when all numbers move, or are counted in halves", () => {
    law(fc.tuple(list, fc.integer({ min: -1000, max: 1000 })), ([values, by]) => {
      const [moved, halved] = [values.map((x) => x + by), values.map((x) => x / 2)];
      const places = (found: unknown): unknown => (found as FencedOutliers | MedianOutliers).outliers;
      for (const other of [moved, halved]) {
        expect(places(fencedOutliers(other))).toEqual(places(fencedOutliers(values)));
        expect(places(medianOutliers(other))).toEqual(places(medianOutliers(values)));
      }
    });
  });
});
