import { expect, it } from "vitest";

import {
  SAMPLINGS,
  simulate,
  type Simulation,
  simulationSummary,
  type SimulationVariable,
} from "../../../src/foundation/simulation/index.js";

/** 50 cost lines: the mean of their total by formula, its P80 from a million scrambled points. */
const lines: readonly SimulationVariable[] = Array.from({ length: 50 }, (_, i) => ({
  id: `line-${String(i)}`,
  distribution: { kind: "triangular", minimum: 10 + i, mode: 1.3 * (10 + i), maximum: 2.1 * (10 + i) },
  dimension: 49 - i,
}));
const mean = (4.4 / 3) * Array.from({ length: 50 }, (_, i) => 10 + i).reduce((sum, a) => sum + a, 0);
const deviation = Math.sqrt(
  Array.from({ length: 50 }, (_, i) => (10 + i) ** 2 * ((1 + 1.69 + 4.41 - 1.3 - 2.1 - 2.73) / 18)).reduce(
    (sum, v) => sum + v,
    0,
  ),
);
const p80Of = (simulation: Simulation): number =>
  simulationSummary(simulation, { percentiles: [0.8] }).percentiles[0]?.value ?? NaN;

it("each plan's P80 scatters as promised, and its mean by far less", () => {
  const seeds = Array.from({ length: 40 }, (_, seed) => seed);
  const truth = p80Of(
    simulate({ seed: 1_000_003, iterations: 1_048_576, sampling: "sobol", replicates: 16, variables: lines }),
  );
  const rms = (errors: readonly number[]): number =>
    Math.sqrt(errors.reduce((sum, e) => sum + e * e, 0) / errors.length) / deviation;
  const scatter = Object.fromEntries(
    SAMPLINGS.map((sampling) => {
      const runs = seeds.map((seed) => simulate({ seed, iterations: 4096, sampling, replicates: 1, variables: lines }));
      return [
        sampling,
        {
          p80: rms(runs.map((run) => p80Of(run) - truth)),
          mean: rms(runs.map((run) => simulationSummary(run).mean.value - mean)),
        },
      ];
    }),
  );
  // Plain P80: 1.6 ÷ √4096 = 0.025 standard deviations; forty runs tell it to within a quarter.
  expect(scatter["plain"]?.p80).toBeGreaterThan(0.017);
  expect(scatter["plain"]?.p80).toBeLessThan(0.033);
  expect(scatter["latin-hypercube"]?.p80).toBeLessThan(0.8 * (scatter["plain"]?.p80 ?? 0));
  expect(scatter["sobol"]?.p80).toBeLessThan(0.75 * (scatter["plain"]?.p80 ?? 0));
  expect(scatter["latin-hypercube"]?.mean).toBeLessThan((scatter["plain"]?.mean ?? 0) / 500);
  expect(scatter["sobol"]?.mean).toBeLessThan((scatter["plain"]?.mean ?? 0) / 500);
}, 60_000);
