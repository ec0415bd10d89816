import { describe, expect, it } from "vitest";

import {
  completionProbability,
  type Distribution,
  distributionCdf,
  distributionExceedance,
  distributionQuantile,
  distributionShortfall,
  distributionVariance,
  fillUniforms,
  parseDistribution,
  type PertDistribution,
  pertWeights,
  preparedSampler,
  randomStream,
  randomWordsAt,
  textHash,
  threePointEstimate,
  uniformAt,
} from "../../../src/foundation/random/index.js";
import { caught, faults } from "../../kit/caught.js";
import { TRAP } from "../../kit/trap.js";

const UNIT: Distribution = { kind: "uniform", minimum: 0, maximum: 1 };
const PERT: PertDistribution = { kind: "pert", minimum: 1, mode: 2, maximum: 3 };
const KEY = { key0: 1, key1: 2 };
const none = 7 as never;
const trap = TRAP as never;
const drawn = (uniforms: unknown, out: unknown, count: unknown) => () => {
  preparedSampler(UNIT).transform(uniforms as Float64Array, out as Float64Array, count as number);
};

describe("refusals, word for word", () => {
  it.each<readonly [string, () => unknown, string]>([
    ["wrong-type seed", () => randomStream({ seed: "1" as never, id: "a" }), 'seed must be a number, received "1"'],
    ["wrong-type id", () => randomStream({ seed: 1, id: none }), "id must be text, received 7"],
    ["wrong-type text", () => textHash(none), "text must be text, received 7"],
    [
      "out-of-range stream.key1",
      () => uniformAt({ key0: 0, key1: 0.5 }, { iteration: 0 }),
      "key1 must be a signed whole number of 32 bits, received 0.5",
    ],
    [
      "out-of-range draw",
      () => uniformAt(KEY, { iteration: 0, draw: 2 ** 32 }),
      "draw must be at most 2^32 − 1, received 4294967296",
    ],
    [
      "out-of-range iteration",
      () => randomWordsAt(KEY, { iteration: -1 }),
      "iteration must be a whole number of at least 0, received -1",
    ],
    [
      "out-of-range from",
      () => fillUniforms(KEY, { from: 2 ** 32 }, new Float64Array(0)),
      "from must be at most 2^32 − 1, received 4294967296",
    ],
    [
      "out-of-range draw",
      () => fillUniforms(KEY, { from: 0, draw: -1 }, new Float64Array(0)),
      "draw must be a whole number of at least 0, received -1",
    ],

    ["wrong-type uniforms", drawn([0.5], new Float64Array(1), 1), "uniforms must be a Float64Array, received a list"],
    ["wrong-type out", drawn(Float64Array.of(0.5), none, 1), "out must be a Float64Array, received 7"],
    [
      "out-of-range count",
      drawn(Float64Array.of(0.5), new Float64Array(1), 2),
      "count must be at most the length of both arrays, received 2",
    ],
    [
      "out-of-range count",
      drawn(Float64Array.of(0.5), new Float64Array(1), -1),
      "count must be a whole number of at least 0, received -1",
    ],
    [
      "out-of-range uniforms.1",
      drawn(Float64Array.of(0.5, 0), new Float64Array(2), 2),
      "uniforms must be strictly between 0 and 1, received 0",
    ],
    [
      "wrong-type out",
      () => preparedSampler(UNIT).fill(KEY, { from: 0 }, [0] as never),
      "out must be a Float64Array, received a list",
    ],

    [
      "out-of-range probability",
      () => distributionQuantile(UNIT, { probability: 80 }),
      "probability must be from 0 to 1, received 80",
    ],
    [
      "out-of-range probability",
      () => distributionShortfall(UNIT, { probability: 80 }),
      "probability must be from 0 to 1, received 80",
    ],
    ["not-finite value", () => distributionCdf(UNIT, { value: Infinity }), "value must be finite, received Infinity"],
    [
      "not-finite value",
      () => distributionExceedance(UNIT, { value: Infinity }),
      "value must be finite, received Infinity",
    ],
    ["missing", () => distributionVariance(undefined as never), "distribution: expected an object, received nothing"],

    ["out-of-range kind", () => pertWeights(UNIT as never), 'kind must be "pert", received "uniform"'],
    [
      "inconsistent mode",
      () => pertWeights({ ...PERT, mode: 0 }),
      "distribution: mode: expected from minimum to maximum, received 0",
    ],
    [
      "out-of-range minimum",
      () => threePointEstimate({ minimum: -1, mode: 2, maximum: 3, atLeast: 0 }),
      "three-point estimate: minimum: expected at least 0, received -1",
    ],
    [
      "wrong-type mean",
      () => completionProbability({ mean: "1" as never, variance: 1, target: 1 }),
      'mean must be a number, received "1"',
    ],
    [
      "out-of-range variance",
      () => completionProbability({ mean: 1, variance: -1, target: 1 }),
      "variance must be at least 0, received -1",
    ],
    [
      "not-finite target",
      () => completionProbability({ mean: 1, variance: 1, target: NaN }),
      "target must be finite, received NaN",
    ],
  ])("%s", (fault, run, message) => {
    expect(faults(run)).toEqual([fault]);
    expect(caught(run).message).toBe(message);
  });

  it.each<readonly [string, () => unknown]>([
    ["randomStream", () => randomStream(trap)],
    ["uniformAt", () => uniformAt(trap, { iteration: 0 })],
    ["randomWordsAt", () => randomWordsAt(KEY, trap)],
    ["fillUniforms", () => fillUniforms(KEY, trap, new Float64Array(1))],
    ["fill", () => preparedSampler(UNIT).fill(trap, { from: 0 }, new Float64Array(1))],
    ["distributionQuantile", () => distributionQuantile(UNIT, trap)],
    ["distributionShortfall", () => distributionShortfall(UNIT, trap)],
    ["distributionCdf", () => distributionCdf(UNIT, trap)],
    ["distributionExceedance", () => distributionExceedance(UNIT, trap)],
    ["completionProbability", () => completionProbability(trap)],
  ])("%s says its name where what it is given cannot be read", (subject, run) => {
    expect(caught(run)).toMatchObject({ code: "invalid-input", details: { subject, total: 1 } });
  });

  it.each<readonly [string, unknown]>([
    ["maximum: expected at least minimum, received 0.5", { kind: "uniform", minimum: 1, maximum: 0.5 }],
    ["mode: expected from minimum to maximum, received 3", { kind: "triangular", minimum: 1, mode: 3, maximum: 2 }],
    ["mode: expected from minimum to maximum, received 3", { ...PERT, mode: 3, maximum: 2.5 }],
    ["mode: expected from p10 to p90, received 3", { kind: "triangular-p10-p90", p10: 1, mode: 3, p90: 2 }],
    ["p90: expected at least p10, received 1", { kind: "normal-p10-p90", p10: 2, p90: 1 }],
    ["p95: expected at least p5, received 1", { kind: "normal-p5-p95", p5: 2, p95: 1 }],
    ["p90: expected at least p10, received 1", { kind: "lognormal-p10-p90", p10: 2, p90: 1 }],
    ["p95: expected at least p5, received 1", { kind: "lognormal-p5-p95", p5: 2, p95: 1 }],
    [
      "standardDeviation: expected 0 or at least 1e-100, received 1e-101",
      { kind: "lognormal", mean: 1, standardDeviation: 1e-101 },
    ],
    [
      "points: expected 0 or at least 1e-100 from end to end, received 1e-101",
      { kind: "discrete", points: [0, 1e-101].map((value) => ({ value, probability: 0.5 })) },
    ],
    [
      "values: expected 0 or at least 1e-100 from end to end, received 1e-101",
      { kind: "empirical", values: [1e-101, 0] },
    ],
  ])("distribution: %s", (message, data) => {
    expect(caught(() => parseDistribution(data)).message).toBe(`distribution: ${message}`);
  });

  it.each<readonly [string, unknown, number]>([
    ["p90", { kind: "lognormal-p10-p90", p10: 1, p90: 1e30 }, 26.95],
    ["p95", { kind: "lognormal-p5-p95", p5: 1, p95: 1e30 }, 20.998],
  ])("%s: the logarithm of a spread is said with it", (place, data, sigma) => {
    const { message } = caught(() => parseDistribution(data));
    const [rule, received] = message.split(", received ");
    expect(rule).toBe(
      `distribution: ${place}: expected a spread whose logarithm has a standard deviation of at most 10`,
    );
    expect(Number(received)).toBeCloseTo(sigma, 2);
  });
});
