import { describe, expect, it } from "vitest";

import { type Distribution, parseDistribution } from "../../../src/foundation/random/index.js";
import { caught, faults } from "../../kit/caught.js";
import { law } from "../../kit/laws.js";
import { anyDistribution } from "./arbitraries.js";
import { REFERENCES } from "./references.js";

const read = (data: unknown) => () => parseDistribution(data);

describe("parseDistribution", () => {
  it.each(REFERENCES.map(({ distribution }) => distribution))("reads %o as it stands", (distribution) => {
    expect(parseDistribution(distribution)).toEqual(distribution);
  });

  it.each<[string, unknown, readonly string[]]>([
    ["nothing", undefined, ["missing"]],
    ["no kind", { minimum: 0 }, ["missing kind"]],
    ["an unknown kind", { kind: "beta" }, ["out-of-range kind"]],
    ["an unknown key", { kind: "constant", value: 1, unit: "day" }, ["unknown-key unit"]],
    ["text", { kind: "constant", value: "1" }, ["wrong-type value"]],
    ["NaN", { kind: "uniform", minimum: Number.NaN, maximum: 1 }, ["not-finite minimum"]],
    ["all faults at once", { kind: "uniform", minimum: "0" }, ["wrong-type minimum", "missing maximum"]],
    ["a size out of range", { kind: "constant", value: 1.0000001e100 }, ["out-of-range value"]],
    ["a size out of range below", { kind: "constant", value: -1.0000001e100 }, ["out-of-range value"]],
    ["ends out of order", { kind: "uniform", minimum: 1, maximum: 0 }, ["inconsistent maximum"]],
    ["a mode below", { kind: "triangular", minimum: 1, mode: 0, maximum: 2 }, ["inconsistent mode"]],
    ["a mode above", { kind: "triangular", minimum: 1, mode: 3, maximum: 2 }, ["inconsistent mode"]],
    ["a minimum above all", { kind: "pert", minimum: 5, mode: 4, maximum: 4.5 }, ["inconsistent maximum"]],
    ["a mode below P10", { kind: "triangular-p10-p90", p10: 1, mode: 0, p90: 2 }, ["inconsistent mode"]],
    ["a PERT mode outside", { kind: "pert", minimum: 0, mode: 3, maximum: 2 }, ["inconsistent mode"]],
    ["a negative weight", { kind: "pert", minimum: 0, mode: 1, maximum: 2, lambda: -1 }, ["out-of-range lambda"]],
    ["a weight above 100", { kind: "pert", minimum: 0, mode: 1, maximum: 2, lambda: 100.5 }, ["out-of-range lambda"]],
    ["a negative deviation", { kind: "normal", mean: 0, standardDeviation: -1 }, ["out-of-range standardDeviation"]],
    ["a lost spread", { kind: "normal", mean: 0, standardDeviation: 1e-101 }, ["out-of-range standardDeviation"]],
    ["lost ends", { kind: "uniform", minimum: 0, maximum: 1e-101 }, ["out-of-range maximum"]],
    ["a range out of order", { kind: "normal-p10-p90", p10: 1, p90: 0 }, ["inconsistent p90"]],
    ["an interval out of order", { kind: "normal-p5-p95", p5: 1, p95: 0 }, ["inconsistent p95"]],
    ["a mean of 0", { kind: "lognormal", mean: 0, standardDeviation: 1 }, ["out-of-range mean"]],
    ["a mean out of range", { kind: "lognormal", mean: 1.1e100, standardDeviation: 1 }, ["out-of-range mean"]],
    [
      "a deviation out of range",
      { kind: "normal", mean: 0, standardDeviation: 1.1e100 },
      ["out-of-range standardDeviation"],
    ],
    ["a low end of 0", { kind: "lognormal-p5-p95", p5: 0, p95: 1 }, ["out-of-range p5"]],
    ["a lognormal range out of order", { kind: "lognormal-p10-p90", p10: 2, p90: 1 }, ["inconsistent p90"]],
    ["a lognormal interval out of order", { kind: "lognormal-p5-p95", p5: 2, p95: 1 }, ["inconsistent p95"]],
    ["a sigma above 10", { kind: "lognormal-log", mu: 0, sigma: 10.5 }, ["out-of-range sigma"]],
    ["a mu above 230", { kind: "lognormal-log", mu: 230.5, sigma: 1 }, ["out-of-range mu"]],
    ["a mu below -230", { kind: "lognormal-log", mu: -230.5, sigma: 1 }, ["out-of-range mu"]],
    // ln 3e11 / (2 * 1.2816) is 10.3, and e^50 the ratio of a sigma of 10.
    ["a range too wide", { kind: "lognormal-p10-p90", p10: 1, p90: 3e11 }, ["out-of-range p90"]],
    ["an interval too wide", { kind: "lognormal-p5-p95", p5: 1, p95: 3e14 }, ["out-of-range p95"]],
    [
      "a spread too wide",
      { kind: "lognormal", mean: 1, standardDeviation: 5.2e21 * 1.01 },
      ["out-of-range standardDeviation"],
    ],
    [
      "a spread beyond squares",
      { kind: "lognormal", mean: 1e-80, standardDeviation: 1e99 },
      ["out-of-range standardDeviation"],
    ],
    ["no point", { kind: "discrete", points: [] }, ["empty points"]],
    ["a sum below 1", { kind: "discrete", points: [{ value: 1, probability: 0.999 }] }, ["inconsistent points"]],
    [
      "a sum above 1",
      {
        kind: "discrete",
        points: [
          { value: 1, probability: 1 },
          { value: 2, probability: 1e-8 },
        ],
      },
      ["inconsistent points"],
    ],
    [
      "a probability per cent",
      { kind: "discrete", points: [{ value: 1, probability: 100 }] },
      ["out-of-range points.0.probability"],
    ],
    [
      "lost points",
      { kind: "discrete", points: [0, 1e-101].map((value) => ({ value, probability: 0.5 })) },
      ["out-of-range points"],
    ],
    ["lost values", { kind: "empirical", values: [1e-101, 0, 1e-102] }, ["out-of-range values"]],
    ["no value", { kind: "empirical", values: [] }, ["empty values"]],
    ["a hole", { kind: "empirical", values: [1, undefined, 3] }, ["missing values.1"]],
    ["too many values", { kind: "empirical", values: new Array(1_000_001).fill(0) }, ["too-many values"]],
    ["a probability above 1", { kind: "bernoulli", probability: 1.1 }, ["out-of-range probability"]],
    ["a negative rate", { kind: "poisson", mean: -1 }, ["out-of-range mean"]],
    ["a rate above a million", { kind: "poisson", mean: 1_000_001 }, ["out-of-range mean"]],
    ["an event without impact", { kind: "event", probability: 0.5 }, ["missing impact"]],
    [
      "an impact out of order",
      { kind: "event", probability: 0.5, impact: { kind: "uniform", minimum: 1, maximum: 0 } },
      ["inconsistent impact.maximum"],
    ],
    [
      "an event within an event",
      {
        kind: "event",
        probability: 0.5,
        impact: { kind: "event", probability: 1, impact: { kind: "constant", value: 1 } },
      },
      ["out-of-range impact.kind"],
    ],
  ])("refuses %s", (_, data, expected) => {
    expect(faults(read(data))).toEqual(expected);
  });

  it.each<[string, Distribution]>([
    ["sizes at the limit", { kind: "uniform", minimum: -1e100, maximum: 1e100 }],
    ["a spread at the limit", { kind: "normal", mean: 0, standardDeviation: 1e-100 }],
    ["ends at the limit", { kind: "triangular", minimum: 0, mode: 1e-100, maximum: 1e-100 }],
    ["a mode on either end", { kind: "pert", minimum: 1, mode: 1, maximum: 2, lambda: 100 }],
    ["a mode on P90", { kind: "triangular-p10-p90", p10: 1, mode: 2, p90: 2 }],
    ["a logarithm at the limit", { kind: "lognormal-log", mu: -230, sigma: 10 }],
    ["the largest mu", { kind: "lognormal-log", mu: 230, sigma: 0 }],
    ["a deviation at the limit", { kind: "normal", mean: -1e100, standardDeviation: 1e100 }],
    ["a mean at the limit", { kind: "lognormal", mean: 1e100, standardDeviation: 1e100 }],
    ["a range at the limit", { kind: "lognormal-p10-p90", p10: 1, p90: 1.3e11 }],
    ["an interval at the limit", { kind: "lognormal-p5-p95", p5: 1, p95: 1.9e14 }],
    ["a lognormal spread at the limit", { kind: "lognormal", mean: 1, standardDeviation: 5.1e21 }],
    ["a rate of a million", { kind: "poisson", mean: 1_000_000 }],
    ["small values of one large spread", { kind: "empirical", values: [1e-200, 5, 0] }],
    ["the smallest probability", { kind: "bernoulli", probability: 5e-324 }],
    ["thirds", { kind: "discrete", points: [1, 2, 3].map((value) => ({ value, probability: 0.3333333333 })) }],
    ["a certain event", { kind: "event", probability: 1, impact: { kind: "constant", value: -1 } }],
  ])("takes %s", (_, distribution) => {
    expect(parseDistribution(distribution)).toEqual(distribution);
  });

  it("says what is wrong", () => {
    const said = (data: unknown): string => caught(read(data)).message;
    expect(said({ kind: "triangular", minimum: 1, mode: 3, maximum: 2 })).toBe(
      "distribution: mode: expected from minimum to maximum, received 3",
    );
    expect(said({ kind: "uniform", minimum: 1, maximum: 0.5 })).toBe(
      "distribution: maximum: expected at least minimum, received 0.5",
    );
    expect(said({ kind: "uniform", minimum: 0, maximum: 1e-200 })).toBe(
      "distribution: maximum: expected 0 or at least 1e-100 from minimum, received 1e-200",
    );
    expect(said({ kind: "normal", mean: 0, standardDeviation: 1e-200 })).toBe(
      "distribution: standardDeviation: expected 0 or at least 1e-100, received 1e-200",
    );
    expect(said({ kind: "discrete", points: [{ value: 1, probability: 0.5 }] })).toBe(
      "distribution: points: expected probabilities that sum to 1, received a sum of 0.5",
    );
    expect(said({ kind: "discrete", points: [] })).toBe(
      "distribution: points: expected at least one point, received none",
    );
    expect(said({ kind: "empirical", values: [] })).toBe(
      "distribution: values: expected at least one value, received none",
    );
    expect(said({ kind: "lognormal-p10-p90", p10: 1, p90: 1e300 })).toContain("expected");
    expect(said({ kind: "lognormal", mean: 1e-80, standardDeviation: 1e99 })).toBe(
      "distribution: standardDeviation: expected a spread whose logarithm has a standard deviation of at most 10, " +
        "received Infinity",
    );
  });

  it("shares nothing with its input", () => {
    const values = [1, 2, 3];
    const distribution = parseDistribution({ kind: "empirical", values });
    values[0] = 99;
    expect(distribution).toEqual({ kind: "empirical", values: [1, 2, 3] });
  });
});

describe("laws", () => {
  it("a distribution survives JSON", () => {
    law(anyDistribution, (distribution) => {
      const read = parseDistribution(distribution);
      expect(parseDistribution(JSON.parse(JSON.stringify(read)))).toEqual(read);
    });
  });
});
