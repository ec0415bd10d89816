import { describe, expect, it } from "vitest";

import {
  assignDimensions,
  correlationCheck,
  type Evaluate,
  mergeSimulationParts,
  parseSimulation,
  parseSimulationPart,
  runSimulationJob,
  simulate,
  simulateUntil,
  simulateWith,
  type Simulation,
  simulationFromParts,
  type SimulationInput,
  type SimulationJob,
  simulationJobs,
  type SimulationPart,
  simulationSummary,
} from "../../../src/foundation/simulation/index.js";
import { caught, faults } from "../../kit/caught.js";
import { TRAP } from "../../kit/trap.js";

const trap = TRAP as never;
const uniform = { kind: "uniform", minimum: 0, maximum: 1 } as const;
const asked: SimulationInput = {
  seed: 1,
  iterations: 20,
  sampling: "plain",
  variables: [
    { id: "a", distribution: uniform },
    { id: "b", distribution: uniform },
  ],
};
const fixed: Simulation = {
  stream: "threefry2x32-20/v1",
  plan: { seed: 1, iterations: 2, sampling: "plain", replicates: 1 },
  outputs: [{ id: "total", values: [1, 2] }],
  repaired: [],
};
const state = { count: 2, mean: 1.5, squares: 0.5, cubes: 0, fourths: 0.125, minimum: 1, maximum: 2 };
const counted: Simulation = { ...fixed, outputs: [{ id: "total", moments: [state] }] };
const two: Simulation = { ...fixed, outputs: [...fixed.outputs, { id: "other", values: [3, 4] }] };
const [job] = simulationJobs(asked, { jobs: 1 }) as [SimulationJob];
const part = runSimulationJob(job);
const other = runSimulationJob((simulationJobs({ ...asked, seed: 2 }, { jobs: 1 }) as [SimulationJob])[0]);
const [block] = part.blocks as [SimulationPart["blocks"][0]];
const reordered = { method: "iman-conover", variables: ["a"], matrix: [[1]] } as const;
const fill: Evaluate = ({ outputs: [x] }) => {
  x?.fill(Infinity);
};

describe("refusals, word for word", () => {
  it.each<readonly [string, () => unknown, string]>([
    ["wrong-type evaluate", () => simulate(asked, { evaluate: 3 as never }), "evaluate must be a function, received 3"],
    [
      "missing evaluate",
      () => simulate({ ...asked, outputs: [{ id: "x" }] }),
      "evaluate must be given with outputs, which it works out, received nothing",
    ],
    [
      "inconsistent iterations",
      () => simulate({ ...asked, iterations: 1, correlations: [reordered] }),
      "iterations must be more in each replicate than variables that are reordered, received 1",
    ],
    [
      "not-finite outputs.x.0",
      () => simulate({ ...asked, outputs: [{ id: "x" }] }, { evaluate: fill }),
      "x must be finite, received Infinity",
    ],
    ["cancelled", () => simulate(asked, { signal: { aborted: true } }), "simulation was cancelled after 0 of 20"],

    [
      "out-of-range jobs",
      () => simulationJobs(asked, { jobs: 0 }),
      "jobs must be a whole number of at least 1, received 0",
    ],
    [
      "missing",
      () => simulationJobs(undefined as never, { jobs: 1 }),
      "simulation: expected an object, received nothing",
    ],
    [
      "out-of-range endBlock",
      () => runSimulationJob({ ...job, endBlock: 2 }),
      "simulation job: endBlock: expected at most 1, the blocks of the run",
    ],
    [
      "inconsistent firstBlock",
      () => runSimulationJob({ ...job, firstBlock: 1 }),
      "simulation job: firstBlock: expected less than endBlock",
    ],
    [
      "out-of-range format",
      () => runSimulationJob({ ...job, format: "x" as never }),
      'simulation job: format: expected "golive-kit/simulation-job/1", received "x"',
    ],
    [
      "out-of-range format",
      () => parseSimulationPart({ ...part, format: "x" }),
      'simulation part: format: expected "golive-kit/simulation-part/1", received "x"',
    ],
    [
      "invalid-format run",
      () => parseSimulationPart({ ...part, run: `${part.run}0` }),
      "simulation part: run: expected text in the form /^[0-9a-f]{16}$/, received " + JSON.stringify(`${part.run}0`),
    ],
    [
      "invalid-format run",
      () => parseSimulationPart({ ...part, run: `0${part.run}` }),
      "simulation part: run: expected text in the form /^[0-9a-f]{16}$/, received " + JSON.stringify(`0${part.run}`),
    ],
    ["wrong-type parts", () => mergeSimulationParts(7 as never), "parts must be a list, received 7"],
    ["empty parts", () => mergeSimulationParts([]), "parts must be at least one part, received a list"],
    ["wrong-type", () => mergeSimulationParts([7 as never]), "simulation part: expected an object, received 7"],
    [
      "inconsistent 1.run",
      () => mergeSimulationParts([part, other]),
      `run must be that of the first part, ${part.run}, received "${other.run}"`,
    ],
    [
      "duplicate-id blocks.1.block",
      () => mergeSimulationParts([part, part]),
      'block must be unique, received "0" twice',
    ],
    [
      "inconsistent parts.0.run",
      () => simulationFromParts(asked, { parts: [other] }),
      `run must be that of the input, ${part.run}, received "${other.run}"`,
    ],
    [
      "inconsistent parts.blocks.0",
      () => simulationFromParts(asked, { parts: [{ ...part, blocks: [] }] }),
      "parts must be all of the run; block 0 is missing, received nothing",
    ],
    [
      "inconsistent parts.blocks.0",
      () => simulationFromParts(asked, { parts: [{ ...part, blocks: [{ ...block, values: [[1, 2]] }] }] }),
      "block must be of 1 lists of 20 numbers, received a list",
    ],
    [
      "inconsistent parts.blocks.0",
      () => simulationFromParts(asked, { parts: [{ ...part, blocks: [{ ...block, values: [] }] }] }),
      "block must be of 1 lists of 20 numbers, received a list",
    ],

    ["missing output", () => simulationSummary(two), "output must be named, as there are several, received nothing"],
    [
      "unknown-reference output",
      () => simulationSummary(two, { output: "x" }),
      'output names "x", which does not exist',
    ],
    [
      "inconsistent output",
      () => simulationSummary(counted, { exceedances: [1] }),
      'output must be one that keeps its values, for percentiles, shortfalls and exceedances, received "total"',
    ],
    [
      "inconsistent output",
      () => simulationSummary(counted, { shortfalls: [0.5] }),
      'output must be one that keeps its values, for percentiles, shortfalls and exceedances, received "total"',
    ],
    [
      "out-of-range percentiles.1",
      () => simulationSummary(fixed, { percentiles: [0, 1.5] }),
      "probability must be from 0 to 1, received 1.5",
    ],
    [
      "out-of-range shortfalls.1",
      () => simulationSummary(fixed, { shortfalls: [0, -0.5] }),
      "probability must be from 0 to 1, received -0.5",
    ],
    [
      "out-of-range shortfalls.1",
      () => simulationSummary(fixed, { shortfalls: [0, 1] }),
      "probability must be below 1, received 1",
    ],
    [
      "not-finite exceedances.1",
      () => simulationSummary(fixed, { exceedances: [0, NaN] }),
      "above must be finite, received NaN",
    ],

    [
      "out-of-range standardError",
      () => simulateUntil(asked, { standardError: 0, maximum: 50 }),
      "standardError must be above 0, received 0",
    ],
    [
      "out-of-range maximum",
      () => simulateUntil(asked, { standardError: 1, maximum: 0 }),
      "maximum must be a whole number of at least 1, received 0",
    ],
    [
      "out-of-range maximum",
      () => simulateUntil(asked, { standardError: 1, maximum: 19 }),
      "maximum must be at least iterations, received 19",
    ],
    [
      "out-of-range percentile",
      () => simulateUntil(asked, { standardError: 1, maximum: 50, percentile: 2 }),
      "percentile must be from 0 to 1, received 2",
    ],
    [
      "inconsistent iterations",
      () => simulateUntil({ ...asked, sampling: "latin-hypercube", replicates: 3 }, { standardError: 1, maximum: 50 }),
      "iterations must be a multiple of replicates, so that those to come have as many, received 20",
    ],

    ["wrong-type matrix", () => correlationCheck(7 as never), "matrix must be a list, received 7"],
    ["wrong-type matrix.1", () => correlationCheck([[1, 0], 7 as never]), "row 1 must be a list, received 7"],
    [
      "not-finite matrix.0.1",
      () =>
        correlationCheck([
          [1, NaN],
          [0, 1],
        ]),
      "correlation must be finite, received NaN",
    ],
    [
      "too-many matrix",
      () => correlationCheck(new Array<number[]>(501).fill([])),
      "matrix must hold at most 500 items, received 501",
    ],
    ["wrong-type variables", () => assignDimensions(7 as never), "variables must be a list, received 7"],

    [
      "inconsistent outputs.0",
      () => parseSimulation({ ...fixed, outputs: [{ id: "total" }] }),
      "simulation: outputs[0]: expected either values or moments",
    ],
    [
      "inconsistent outputs.0.values",
      () => parseSimulation({ ...fixed, outputs: [{ id: "total", values: [1] }] }),
      "simulation: outputs[0].values: expected a value for each iteration",
    ],
    [
      "inconsistent outputs.0.moments",
      () => parseSimulation({ ...counted, outputs: [{ id: "total", moments: [state, state] }] }),
      "simulation: outputs[0].moments: expected moments of each replicate",
    ],
  ])("%s", (fault, run, message) => {
    expect(faults(run)).toEqual([fault]);
    expect(caught(run).message).toBe(message);
  });

  it.each<readonly [string, Partial<SimulationInput>]>([
    ["replicates: expected at most as many as iterations", { sampling: "latin-hypercube", replicates: 21 }],
    ["replicates: expected 1 with plain sampling, whose points are independent", { replicates: 2 }],
    [
      "correlations[0].variables[0]: expected the id of a variable, received one that none has",
      { correlations: [{ variables: ["z"], matrix: [[1]] }] },
    ],
    [
      "correlations[0].variables[1]: expected each variable in one group, received it twice",
      {
        correlations: [
          {
            variables: ["a", "a"],
            matrix: [
              [1, 0],
              [0, 1],
            ],
          },
        ],
      },
    ],
    [
      "correlations[0].matrix: expected a correlation matrix, received one that is wrong size",
      { correlations: [{ variables: ["a", "b"], matrix: [[1]] }] },
    ],
    [
      "correlations[0].matrix: expected a correlation matrix, received one that is diagonal not one",
      { correlations: [{ variables: ["a"], matrix: [[0.5]], repair: true }] },
    ],
    [
      "variables[0].dimension: expected a dimension of the Sobol sequence for each variable (see assignDimensions)",
      { sampling: "sobol", variables: [{ id: "a", distribution: uniform }] },
    ],
    [
      "variables[1].dimension: expected each dimension once, received it twice",
      {
        sampling: "sobol",
        variables: [
          { id: "a", distribution: uniform, dimension: 3 },
          { id: "b", distribution: uniform, dimension: 3 },
        ],
      },
    ],
  ])("simulation: %s", (message, more) => {
    expect(caught(() => simulate({ ...asked, ...more })).message).toBe(`simulation: ${message}`);
  });

  it("takes two variables that are padded", () => {
    const variables = asked.variables.map((variable) => ({ ...variable, dimension: "padded" as const }));
    expect(simulate({ ...asked, sampling: "sobol", variables }).outputs[0]?.values).toHaveLength(20);
  });

  it.each<readonly [string, () => unknown]>([
    ["simulate", () => simulate(asked, trap)],
    ["simulationJobs", () => simulationJobs(asked, trap)],
    ["runSimulationJob", () => runSimulationJob(job, trap)],
    ["simulationFromParts", () => simulationFromParts(asked, trap)],
    ["simulateUntil", () => simulateUntil(asked, trap)],
    ["simulationSummary", () => simulationSummary(trap)],
    ["correlationCheck", () => correlationCheck([[1]], trap)],
    ["assignDimensions", () => assignDimensions([trap])],
  ])("%s says its name where what it is given cannot be read", (subject, run) => {
    expect(caught(run)).toMatchObject({ code: "invalid-input", details: { subject, total: 1 } });
  });

  it("simulateWith says what is wrong with what it is given, and its own name where it cannot be read", async () => {
    const run = (one: SimulationJob): SimulationPart => runSimulationJob(one);
    await expect(simulateWith(asked, { run: 7 as never, jobs: 1 })).rejects.toThrow(
      "run must be a function, received 7",
    );
    await expect(simulateWith(asked, { run, jobs: 1, atOnce: 0 })).rejects.toThrow(
      "atOnce must be a whole number of at least 1, received 0",
    );
    await expect(simulateWith(asked, { run, jobs: 1, signal: { aborted: true } })).rejects.toThrow(
      "simulation was cancelled after 0 of 1",
    );
    await expect(simulateWith(asked, trap)).rejects.toMatchObject({
      code: "invalid-input",
      details: { subject: "simulateWith" },
    });
  });
});
