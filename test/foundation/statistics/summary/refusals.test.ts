import { describe, expect, it } from "vitest";

import {
  addToMoments,
  fencedOutliers,
  mean,
  medianOutliers,
  mergeMoments,
  mergeQuantileSketches,
  type Moments,
  momentFigures,
  moments,
  quantile,
  quantileOfSorted,
  quantiles,
  type QuantileSketch,
  quantileSketch,
  sketchQuantile,
  sortedNumbers,
  sortNumbersInPlace,
  sum,
  summary,
  tailWeight,
} from "../../../../src/foundation/statistics/index.js";
import { caught, faults } from "../../../kit/caught.js";
import { LIST_TRAP, TRAP } from "../../../kit/trap.js";

const trap = TRAP as never;
const none = 7 as never;
const LIST = "values must be a list of numbers, received 7";
const PROBABILITY = "probability must be from 0 to 1, received 2";
const far = [-1.7e308, 1.7e308, -1.7e308, 1.7e308, 0];
const FAR = "values must be close enough together that their distances are finite, received a list";
const ONE: Moments = { count: 1, mean: 1, squares: 0, cubes: 0, fourths: 0, minimum: 1, maximum: 1 };
const SKETCH: QuantileSketch = { bits: 6, count: 2, values: [1, 2], buckets: [], ends: [] };
const large = quantileSketch(Array.from({ length: 1001 }, (_, i) => i + 1));
const [bucket] = large.buckets as [QuantileSketch["buckets"][0]];
const read = (sketch: object) => () => sketchQuantile(sketch as QuantileSketch, { probability: 0.5 });
const state = (more: object) => () => momentFigures({ ...ONE, ...more });

describe("refusals, word for word", () => {
  it.each<readonly [string, () => unknown, string]>([
    ["wrong-type values", () => sum(none), LIST],
    ["wrong-type values", () => mean(none), LIST],
    ["not-finite values.1", () => mean([1, NaN]), "values: values[1]: expected a finite number, received NaN"],
    ["wrong-type values", () => summary(none), LIST],
    ["wrong-type values", () => sortedNumbers(none), LIST],
    ["wrong-type numbers", () => sortNumbersInPlace(none), "numbers must be a Float64Array, received 7"],
    ["wrong-type values", () => moments(none), LIST],
    ["wrong-type values", () => addToMoments(ONE, none), LIST],
    ["wrong-type values", () => quantileSketch(none), LIST],
    ["wrong-type values", () => medianOutliers(none), LIST],
    ["wrong-type values", () => fencedOutliers(none), LIST],
    ["wrong-type values", () => tailWeight(none, { threshold: 1, largest: 1 }), LIST],
    ["wrong-type values", () => quantile(none, { probability: 0 }), LIST],
    ["wrong-type values", () => quantiles(none, { probabilities: [0] }), LIST],
    [
      "wrong-type sorted",
      () => quantileOfSorted(none, { probability: 0 }),
      "sorted must be a list of numbers, received 7",
    ],
    [
      "not-finite sorted",
      () => quantileOfSorted([NaN], { probability: 0 }),
      "sorted must be finite numbers, received NaN",
    ],
    ["out-of-range probability", () => quantile([1], { probability: 2 }), PROBABILITY],
    ["out-of-range probability", () => quantileOfSorted([1], { probability: 2 }), PROBABILITY],
    ["out-of-range probability", () => sketchQuantile(SKETCH, { probability: 2 }), PROBABILITY],
    ["out-of-range probabilities.1", () => quantiles([1], { probabilities: [0, 2] }), PROBABILITY],
    [
      "wrong-type probabilities",
      () => quantiles([1], { probabilities: none }),
      "probabilities must be a list, received 7",
    ],
    ["wrong-type type", () => quantile([1], { probability: 0, type: none }), "type must be text, received 7"],

    [
      "wrong-type threshold",
      () => tailWeight([1], { threshold: "1" as never, largest: 1 }),
      'threshold must be a number, received "1"',
    ],
    [
      "out-of-range largest",
      () => tailWeight([1], { threshold: 1, largest: 0 }),
      "largest must be a whole number of at least 1, received 0",
    ],
    ["out-of-range cutoff", () => medianOutliers([1], { cutoff: 0 }), "cutoff must be above 0, received 0"],
    ["out-of-range values", () => medianOutliers([...far.slice(0, 2), 1.7e308]), FAR],
    ["out-of-range values", () => fencedOutliers(far), FAR],

    [
      "out-of-range relativeError",
      () => quantileSketch([1], { relativeError: 1 }),
      "relativeError must be from 0.000001 to 0.25, received 1",
    ],
    ["empty sketches", () => mergeQuantileSketches([]), "sketches must be at least one sketch, received a list"],
    ["wrong-type", () => mergeQuantileSketches(none), "sketches: expected a list, received 7"],
    [
      "inconsistent sketches.1.bits",
      () => mergeQuantileSketches([SKETCH, { ...SKETCH, bits: 7 }]),
      "bits must be those of the first, 6, received 7",
    ],
    [
      "out-of-range count",
      () => {
        const most = { ...large, count: 2 ** 53 - 1, buckets: [...large.buckets] };
        most.buckets[0] = { ...bucket, count: 2 ** 53 - 1 - 1001 + bucket.count };
        return mergeQuantileSketches([most, SKETCH]);
      },
      "count must be at most 2^53 − 1, received 9007199254740992",
    ],
    [
      "missing",
      () => sketchQuantile(undefined as never, { probability: 0 }),
      "quantile sketch: expected an object, received nothing",
    ],
    [
      "inconsistent count",
      read({ ...SKETCH, count: 3 }),
      "quantile sketch: count: expected the count of what it holds, 2",
    ],
    [
      "inconsistent",
      read({ ...SKETCH, ends: [1, 2] }),
      "quantile sketch: expected values up to a count of 1000, buckets and both ends beyond",
    ],
    ["inconsistent values", read({ ...SKETCH, values: [2, 1] }), "quantile sketch: values: expected rising order"],
    [
      "inconsistent buckets",
      read({ ...large, count: 1001 + bucket.count, buckets: [bucket, ...large.buckets] }),
      "quantile sketch: buckets: expected rising order, each bucket once",
    ],
    [
      "inconsistent ends",
      read({ ...large, ends: [1, 5000] }),
      "quantile sketch: ends: expected a number of the first bucket and one of the last",
    ],

    ["missing", () => momentFigures(undefined as never), "moments: expected an object, received nothing"],
    ["missing", () => addToMoments(undefined as never, []), "moments: expected an object, received nothing"],
    ["wrong-type", () => mergeMoments(none), "states: expected a list, received 7"],
    ["inconsistent", state({ count: 0 }), "moments: expected both ends unless nothing was counted"],
    ["inconsistent minimum", state({ minimum: 2 }), "moments: minimum: expected at most maximum"],
    ["inconsistent fourths", state({ squares: 1 }), "moments: fourths: expected at least squares² ÷ count"],
    [
      "inconsistent cubes",
      state({ cubes: 1 }),
      "moments: cubes: expected at most the root of squares × fourths in size",
    ],
    [
      "out-of-range values",
      () => moments([1e200, -1e200]),
      "values must be close enough together that the fourth powers of their distances are finite, received 1e+200",
    ],
    [
      "out-of-range count",
      () => addToMoments({ ...ONE, count: 2 ** 53 - 1 }, [1]),
      "count must be at most 2^53 − 1, received 9007199254740992",
    ],
  ])("%s", (fault, run, message) => {
    expect(faults(run)).toEqual([fault]);
    expect(caught(run).message).toBe(message);
  });

  it.each<readonly [string, () => unknown]>([
    ["sum", () => sum(LIST_TRAP)],
    ["mean", () => mean(LIST_TRAP)],
    ["summary", () => summary(LIST_TRAP)],
    ["sortedNumbers", () => sortedNumbers(LIST_TRAP)],
    ["moments", () => moments(LIST_TRAP)],
    ["addToMoments", () => addToMoments(ONE, LIST_TRAP)],
    ["medianOutliers", () => medianOutliers(LIST_TRAP)],
    ["fencedOutliers", () => fencedOutliers(LIST_TRAP)],
    ["quantileSketch", () => quantileSketch(LIST_TRAP)],
    ["sketchQuantile", () => sketchQuantile(SKETCH, trap)],
    ["quantile", () => quantile([1], trap)],
    ["quantiles", () => quantiles([1], trap)],
    ["quantileOfSorted", () => quantileOfSorted([1], trap)],
    ["tailWeight", () => tailWeight([1], trap)],
  ])("%s says its name where what it is given cannot be read", (subject, run) => {
    expect(caught(run)).toMatchObject({ code: "invalid-input", details: { subject, total: 1 } });
  });
});
