import { describe, expect, it } from "vitest";

import type { SimulationInput } from "../../../src/foundation/simulation/index.js";
import {
  assignDimensions,
  type Evaluate,
  mergeSimulationParts,
  parseSimulation,
  parseSimulationPart,
  runSimulationJob,
  SAMPLINGS,
  simulate,
  simulateUntil,
  simulateWith,
  type Simulation,
  type SimulationPart,
  simulationFromParts,
  type SimulationJob,
  simulationJobs,
  simulationSummary,
  type SimulationVariable,
} from "../../../src/foundation/simulation/index.js";
import { caught } from "../../kit/caught.js";
import { THREE, draws, input, normal, triangular, uniform } from "./three-variables.js";

const codes = (run: () => unknown): unknown =>
  (caught(run).details as unknown as { issues: { code: string; path: unknown }[] }).issues.map(({ code, path }) => [
    code,
    path,
  ]);

describe("however the work is split", () => {
  const evaluate: Evaluate = ({ variables: [a = [], b = [], c = []], outputs: [worst, late] }) => {
    for (let i = 0; i < a.length; i++) {
      if (worst !== undefined) worst[i] = Math.max(b[i] ?? NaN, 3 * (c[i] ?? NaN)) + (a[i] ?? NaN);
      if (late !== undefined) late[i] = (b[i] ?? NaN) > 33 ? 1 : 0;
    }
  };
  const outputs = [{ id: "worst" }, { id: "late", keep: "moments" as const }];

  it("by jobs that come back late and out of order", async () => {
    const asked = input({ outputs });
    let out = 0;
    let most = 0;
    const told: unknown[] = [];
    const result = await simulateWith(asked, {
      jobs: 6,
      atOnce: 2,
      evaluate,
      onProgress: (progress) => told.push(progress),
      run: async (job) => {
        most = Math.max(most, ++out);
        await new Promise((done) => setTimeout(done, job.firstBlock % 2 === 0 ? 5 : 1));
        out--;
        return runSimulationJob(job, { evaluate });
      },
    });
    expect(result).toEqual(simulate(asked, { evaluate }));
    expect(most).toBe(2);
    expect(told).toEqual(Array.from({ length: 6 }, (_, i) => ({ done: i + 1, total: 6 })));
  });

  it("jobs share the blocks out near-equally, and are no more than there are blocks", () => {
    expect(simulationJobs(input(), { jobs: 3 }).map(({ firstBlock, endBlock }) => [firstBlock, endBlock])).toEqual([
      [0, 5],
      [5, 10],
      [10, 16],
    ]);
    expect(simulationJobs(input({ iterations: 10 }), { jobs: 3 })).toHaveLength(1);
    expect(caught(() => simulationJobs(input(), { jobs: 0 }))).toMatchObject({
      code: "out-of-range",
      details: { path: ["jobs"] },
    });
  });
});

describe("a variable's draws hang on nothing but its seed and id", () => {
  it.each(SAMPLINGS)("%s: others may be added, taken away and reordered", (sampling) => {
    const all = draws({ sampling });
    const more = draws({
      sampling,
      variables: [{ id: "new", distribution: uniform, dimension: 1 }, ...[...THREE].reverse()],
    });
    const fewer = draws({ sampling, variables: THREE.slice(1) });
    for (const id of ["a", "b", "c"]) expect(more.get(id)).toEqual(all.get(id));
    for (const id of ["b", "c"]) expect(fewer.get(id)).toEqual(all.get(id));
    expect(all.get("a")).toHaveLength(10_007);
  });

  it.each(SAMPLINGS)("%s: another seed is another run", (sampling) => {
    expect(draws({ sampling, seed: 8 }).get("b")).not.toEqual(draws({ sampling }).get("b"));
  });

  it("a group leaves those outside it alone", () => {
    const correlations = [
      {
        variables: ["a", "b"],
        matrix: [
          [1, 0.6],
          [0.6, 1],
        ],
      },
    ];
    expect(draws({ correlations }).get("c")).toEqual(draws({}).get("c"));
  });
});

describe("variables that go together", () => {
  it("a matrix that contradicts itself is refused, or repaired on request and told", () => {
    const matrix = [
      [1, 0.9, -0.9],
      [0.9, 1, 0.9],
      [-0.9, 0.9, 1],
    ];
    const variables = ["a", "b", "c"];
    expect(codes(() => simulate(input({ correlations: [{ variables, matrix }] })))).toEqual([
      ["inconsistent", ["correlations", 0, "matrix"]],
    ]);
    expect(String(caught(() => simulate(input({ correlations: [{ variables, matrix }] }))).message)).toContain(
      "its smallest eigenvalue is -0.8",
    );
    const { repaired } = simulate(input({ correlations: [{ variables, matrix, repair: true }] }));
    expect(repaired).toEqual([
      { variables, matrix: expect.anything() as unknown, largestChange: expect.closeTo(0.4, 6) as unknown },
    ]);
    expect(
      simulate(
        input({
          correlations: [
            {
              variables,
              matrix: [
                [1, 0, 0],
                [0, 1, 0],
                [0, 0, 1],
              ],
              repair: true,
            },
          ],
        }),
      ).repaired,
    ).toEqual([]);
  });
});

describe("reading a result", () => {
  const fixed: Simulation = {
    stream: "threefry2x32-20/v1",
    plan: { seed: 1, iterations: 10, sampling: "plain", replicates: 1 },
    outputs: [{ id: "total", values: [0, 0, 0, 0, 0, 0, 0, 10, 20, 40] }],
    repaired: [],
  };

  it("percentiles are values that were drawn, and the mean of the worst splits the value on its edge", () => {
    const { mean, standardDeviation, minimum, maximum, percentiles, shortfalls, exceedances } = simulationSummary(
      fixed,
      {
        percentiles: [0, 0.7, 0.75, 0.8, 1],
        shortfalls: [0, 0.75, 0.8, 0.95],
        exceedances: [-1, 0, 10, 40],
      },
    );
    expect([mean.value, minimum, maximum]).toEqual([7, 0, 40]);
    expect((standardDeviation as { value: number }).value).toBeCloseTo(Math.sqrt(1610 / 9), 12);
    expect(percentiles.map(({ probability, value }) => [probability, value])).toEqual([
      [0, 0],
      [0.7, 0],
      [0.75, 10],
      [0.8, 10],
      [1, 40],
    ]);
    // Beyond 0.75 lie the upper two values and half of the third: (40 + 20 + 5) ÷ 2.5.
    expect(shortfalls.map(({ value }) => Number(value.toFixed(9)))).toEqual([7, 26, 30, 40]);
    expect(exceedances.map(({ above, value }) => [above, value])).toEqual([
      [-1, 1],
      [0, 0.3],
      [10, 0.2],
      [40, 0],
    ]);
  });

  it("standard errors of plain points: of the mean by formula, of a percentile from its neighbours", () => {
    const values = Array.from({ length: 101 }, (_, i) => i);
    const simulation = { ...fixed, plan: { ...fixed.plan, iterations: 101 }, outputs: [{ id: "total", values }] };
    const { mean, percentiles, exceedances, standardDeviation, shortfalls } = simulationSummary(simulation, {
      percentiles: [0.5, 0.005],
      exceedances: [50],
      shortfalls: [0.5, 0.99],
      type: "linear",
    });
    expect(mean.standardError).toBeCloseTo(Math.sqrt(858.5 / 101), 10);
    expect(percentiles[0]?.standardError).toBeCloseTo(100 * Math.sqrt(0.25 / 101), 10);
    expect(percentiles[1]).toMatchObject({ value: 0.5, standardError: { kind: "none", reason: "too-few-iterations" } });
    expect(exceedances[0]?.standardError).toBeCloseTo(Math.sqrt(((50 / 101) * (51 / 101)) / 101), 10);
    // Uniform numbers: a kurtosis of 9/5, so that the deviation's error is σ √(0.8 ÷ 4n) and a little.
    expect((standardDeviation as { standardError: number }).standardError).toBeCloseTo(29.3 * Math.sqrt(0.8 / 404), 1);
    expect(shortfalls[1]).toMatchObject({ standardError: { kind: "none", reason: "too-few-iterations" } });
  });

  it("says why a standard error is missing", () => {
    const of = (plan: Partial<Simulation["plan"]>, values: readonly number[]): Simulation => ({
      ...fixed,
      plan: { ...fixed.plan, iterations: values.length, ...plan },
      outputs: [{ id: "total", values }],
    });
    expect(simulationSummary(of({}, [4]))).toMatchObject({
      iterations: 1,
      mean: { value: 4, standardError: { reason: "too-few-iterations" } },
      standardDeviation: { kind: "none", reason: "one-iteration" },
    });
    expect(simulationSummary(of({ sampling: "latin-hypercube" }, [4, 5]))).toMatchObject({
      mean: { value: 4.5, standardError: { reason: "one-replicate" } },
    });
    expect(simulationSummary(of({}, [4, 4, 4, 4, 4]))).toMatchObject({
      standardDeviation: { value: 0, standardError: 0 },
    });
    expect(simulationSummary(of({}, [4, 4, 5]))).toMatchObject({
      standardDeviation: { standardError: { reason: "too-few-iterations" } },
    });
  });

  it("an output of which the moments were kept has mean and spread, and nothing else", () => {
    const evaluate: Evaluate = ({ variables: [a = []], outputs: [out] }) => {
      out?.set(a);
    };
    const outputs = [{ id: "x", keep: "moments" as const }];
    for (const sampling of ["plain", "latin-hypercube"] as const) {
      const kept = simulationSummary(simulate(input({ sampling, outputs }), { evaluate }));
      const whole = simulationSummary(simulate(input({ sampling, outputs: [{ id: "x" }] }), { evaluate }));
      expect(kept.mean.value).toBeCloseTo(whole.mean.value, 12);
      expect(kept.mean.standardError as number).toBeCloseTo(whole.mean.standardError as number, 12);
      expect((kept.standardDeviation as { value: number }).value).toBeCloseTo(
        (whole.standardDeviation as { value: number }).value,
        12,
      );
      expect([kept.minimum, kept.maximum, kept.iterations]).toEqual([whole.minimum, whole.maximum, 10_007]);
    }
    const plain = simulate(input({ sampling: "plain", outputs }), { evaluate });
    expect(simulationSummary(plain).standardDeviation).toMatchObject({
      standardError: { kind: "none", reason: "values-not-kept" },
    });
    expect(caught(() => simulationSummary(plain, { percentiles: [0.5] }))).toMatchObject({
      code: "inconsistent",
      details: { path: ["output"] },
    });
  });

  it("is read back from JSON, and refused where it contradicts itself", () => {
    const kept = simulate(input({ iterations: 900 }));
    expect(parseSimulation(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
    const short = { ...kept, outputs: [{ id: "total", values: [1, 2] }] };
    expect(codes(() => parseSimulation(short))).toEqual([["inconsistent", ["outputs", 0, "values"]]]);
    expect(codes(() => parseSimulation({ ...kept, outputs: [{ id: "total" }] }))).toEqual([
      ["inconsistent", ["outputs", 0]],
    ]);
    expect(codes(() => parseSimulation({ ...kept, outputs: [{ id: "total", moments: [] }] }))).not.toEqual([]);
    const state = { count: 1, mean: 2, squares: 0, cubes: 0, fourths: 0, minimum: 2, maximum: 2 };
    expect(codes(() => parseSimulation({ ...kept, outputs: [{ id: "total", moments: [state] }] }))).toEqual([
      ["inconsistent", ["outputs", 0, "moments"]],
    ]);
    expect(codes(() => parseSimulation({ ...kept, stream: "other" }))).toEqual([["out-of-range", ["stream"]]]);
  });

  it("refuses what it cannot read, with the place", () => {
    const two = { ...fixed, outputs: [...fixed.outputs, { id: "other", values: new Array<number>(10).fill(1) }] };
    expect(caught(() => simulationSummary(two))).toMatchObject({ code: "missing", details: { path: ["output"] } });
    expect(simulationSummary(two, { output: "other" }).mean.value).toBe(1);
    expect(caught(() => simulationSummary(two, { output: "third" }))).toMatchObject({
      code: "unknown-reference",
      details: { id: "third" },
    });
    expect(caught(() => simulationSummary(fixed, { percentiles: [0.5, 1.1] }))).toMatchObject({
      code: "out-of-range",
      details: { path: ["percentiles", 1] },
    });
    expect(caught(() => simulationSummary(fixed, { shortfalls: [1] }))).toMatchObject({
      code: "out-of-range",
      details: { path: ["shortfalls", 0] },
    });
    expect(caught(() => simulationSummary(fixed, { shortfalls: [-0.1] }))).toMatchObject({
      code: "out-of-range",
      details: { path: ["shortfalls", 0] },
    });
    expect(caught(() => simulationSummary(fixed, { exceedances: [NaN] }))).toMatchObject({
      code: "not-finite",
      details: { path: ["exceedances", 0] },
    });
    expect(caught(() => simulationSummary(fixed, { type: "excel" as never }))).toMatchObject({
      code: "out-of-range",
      details: { path: ["type"] },
    });
  });
});

describe("running until precise enough", () => {
  const variables = [{ id: "days", distribution: triangular, dimension: 0 }];

  it.each(SAMPLINGS)("%s: ends at the first look that is, as if it had been asked for that long", (sampling) => {
    const asked = { seed: 7, iterations: 1000, sampling, replicates: sampling === "plain" ? 1 : 4, variables };
    const wanted = sampling === "plain" ? 0.02 : 0.002;
    const { reached, estimate, simulation } = simulateUntil(asked, {
      standardError: wanted,
      percentile: 0.8,
      maximum: 1_000_000,
    });
    expect(reached).toBe(true);
    expect(estimate.standardError).toBeLessThanOrEqual(wanted);
    const { iterations, replicates } = simulation.plan;
    expect(iterations % 1000).toBe(0);
    expect(simulation).toEqual(simulate({ ...asked, iterations, replicates }));
    const half = { ...asked, iterations: iterations / 2, replicates: sampling === "plain" ? 1 : replicates / 2 };
    if (iterations > 1000)
      expect(simulationSummary(simulate(half), { percentiles: [0.8] }).percentiles[0]?.standardError).toBeGreaterThan(
        wanted,
      );
  });

  it("gives up at the maximum, at whole replicates", () => {
    const asked = { seed: 7, iterations: 1000, replicates: 4, variables };
    const { reached, simulation } = simulateUntil(asked, { standardError: 1e-9, maximum: 3300 });
    expect([reached, simulation.plan.iterations, simulation.plan.replicates]).toEqual([false, 3250, 13]);
    const plain = simulateUntil({ ...asked, sampling: "plain", replicates: 1 }, { standardError: 1e-9, maximum: 3300 });
    expect([plain.reached, plain.simulation.plan.iterations]).toEqual([false, 3300]);
    expect(plain.simulation).toEqual(simulate({ seed: 7, iterations: 3300, sampling: "plain", variables }));
  });

  it("looks at the mean unless told otherwise, and at the output that is named", () => {
    const evaluate: Evaluate = ({ variables: [a = []], outputs: [x, y] }) => {
      x?.set(a);
      y?.fill(5);
    };
    const outputs = [{ id: "x" }, { id: "y", keep: "moments" as const }];
    const { reached, estimate } = simulateUntil(
      { seed: 1, iterations: 1000, sampling: "plain", variables, outputs },
      { evaluate, output: "y", standardError: 1e-9, maximum: 2000 },
    );
    expect([reached, estimate]).toEqual([true, { value: 5, standardError: 0 }]);
  });

  it("refuses rules that cannot be followed", () => {
    const asked = { seed: 7, iterations: 1000, replicates: 4, variables };
    expect(caught(() => simulateUntil(asked, { standardError: 0, maximum: 5000 }))).toMatchObject({
      code: "out-of-range",
      details: { path: ["standardError"] },
    });
    expect(caught(() => simulateUntil(asked, { standardError: 1, maximum: 999 }))).toMatchObject({
      code: "out-of-range",
      details: { path: ["maximum"] },
    });
    expect(caught(() => simulateUntil(asked, { standardError: 1, maximum: 5000, percentile: 2 }))).toMatchObject({
      code: "out-of-range",
      details: { path: ["percentile"] },
    });
    expect(caught(() => simulateUntil({ ...asked, replicates: 3 }, { standardError: 1, maximum: 5000 }))).toMatchObject(
      { code: "inconsistent", details: { path: ["iterations"] } },
    );
  });
});

describe("progress and the way out", () => {
  it("tells how far it has come after each block", () => {
    const told: unknown[] = [];
    simulate(input({ iterations: 2500, sampling: "plain" }), { onProgress: (progress) => told.push(progress) });
    expect(told).toEqual([
      { done: 1024, total: 2500 },
      { done: 2048, total: 2500 },
      { done: 2500, total: 2500 },
    ]);
  });

  it("ends at the next block once the signal is aborted", async () => {
    const control = new AbortController();
    const stop = {
      signal: control.signal,
      onProgress: () => {
        control.abort();
      },
    };
    expect(caught(() => simulate(input({ iterations: 2500, sampling: "plain" }), stop))).toMatchObject({
      code: "cancelled",
      details: { done: 1024, total: 2500 },
    });
    await expect(
      simulateWith(input(), { jobs: 4, signal: control.signal, run: (job) => runSimulationJob(job) }),
    ).rejects.toMatchObject({ code: "cancelled", details: { done: 0, total: 4 } });
  });

  it("hands errors of the runner on as its own", async () => {
    await expect(
      simulateWith(input(), {
        jobs: 2,
        run: () => {
          throw new TypeError("no worker");
        },
      }),
    ).rejects.toMatchObject({ code: "invalid-input" });
    await expect(simulateWith(input(), { jobs: 2, run: "x" as never })).rejects.toMatchObject({
      code: "wrong-type",
      details: { path: ["run"] },
    });
    await expect(
      simulateWith(input(), { jobs: 2, atOnce: 0, run: (job) => runSimulationJob(job) }),
    ).rejects.toMatchObject({ code: "out-of-range", details: { path: ["atOnce"] } });
  });
});

describe("what is refused", () => {
  it("an input with all its faults at once", () => {
    const faulty = {
      seed: -1,
      iterations: 0,
      variables: [
        { id: "a", distribution: { kind: "uniform", minimum: 0, maximum: NaN } },
        { id: "", distribution: uniform, dimension: 256 },
      ],
      colour: "red",
    };
    expect(codes(() => simulate(faulty as never))).toEqual(
      expect.arrayContaining([
        ["out-of-range", ["seed"]],
        ["out-of-range", ["iterations"]],
        ["not-finite", ["variables", 0, "distribution", "maximum"]],
        ["unknown-key", ["colour"]],
      ]) as unknown,
    );
  });

  it.each([
    ["a trillion iterations", { iterations: 1e12 }, ["out-of-range", ["iterations"]]],
    ["more replicates than iterations", { iterations: 5, replicates: 6 }, ["inconsistent", ["replicates"]]],
    ["replicates of plain points", { sampling: "plain", replicates: 2 }, ["inconsistent", ["replicates"]]],
    ["a variable twice", { variables: [THREE[0], THREE[0]] }, ["duplicate-id", ["variables", 1, "id"]]],
    [
      "a group of nobody",
      { correlations: [{ variables: ["z"], matrix: [[1]] }] },
      ["unknown-reference", ["correlations", 0, "variables", 0]],
    ],
    [
      "a variable in two groups",
      {
        correlations: [
          { variables: ["a"], matrix: [[1]] },
          { variables: ["a"], matrix: [[1]] },
        ],
      },
      ["duplicate-id", ["correlations", 1, "variables", 0]],
    ],
    [
      "a matrix of other size",
      { correlations: [{ variables: ["a", "b"], matrix: [[1]] }] },
      ["inconsistent", ["correlations", 0, "matrix"]],
    ],
    [
      "a repair of what cannot be repaired",
      { correlations: [{ variables: ["a"], matrix: [[2]], repair: true }] },
      ["inconsistent", ["correlations", 0, "matrix"]],
    ],
    [
      "Sobol without a coordinate",
      { sampling: "sobol", variables: [{ id: "a", distribution: uniform }] },
      ["missing", ["variables", 0, "dimension"]],
    ],
    [
      "a coordinate twice",
      { sampling: "sobol", variables: [{ ...THREE[0], id: "x" }, THREE[0]] },
      ["duplicate-id", ["variables", 1, "dimension"]],
    ],
    ["an output twice", { outputs: [{ id: "x" }, { id: "x" }] }, ["duplicate-id", ["outputs", 1, "id"]]],
  ] as const)("%s", (_name, more, expected) => {
    expect(codes(() => simulate(input(more as never), { evaluate: () => undefined }))).toContainEqual(expected);
  });

  it("outputs without a function, where one is needed, and a function that is none", () => {
    const outputs = [{ id: "x" }];
    const evaluate: Evaluate = ({ variables: [a = []], outputs: [x] }) => {
      x?.set(a);
    };
    const parts = (asked: SimulationInput): SimulationPart[] =>
      simulationJobs(asked, { jobs: 2 }).map((job) => runSimulationJob(job, { evaluate }));
    const free = input({ outputs });
    expect(simulationFromParts(free, { parts: parts(free) })).toEqual(simulate(free, { evaluate }));
    const tied = input({ outputs, correlations: [{ method: "iman-conover", variables: ["a"], matrix: [[1]] }] });
    expect(caught(() => simulationFromParts(tied, { parts: parts(tied) }))).toMatchObject({
      code: "missing",
      details: { path: ["evaluate"] },
    });
    expect(caught(() => simulate(input({ outputs: [{ id: "x" }] })))).toMatchObject({
      code: "missing",
      details: { path: ["evaluate"] },
    });
    expect(caught(() => simulate(input(), { evaluate: 3 as never }))).toMatchObject({
      code: "wrong-type",
      details: { path: ["evaluate"] },
    });
  });

  it("an answer that is left out, with its output and iteration", () => {
    const evaluate: Evaluate = ({ from, outputs: [x] }) => {
      x?.fill(1);
      if (from > 0 && x !== undefined) x[3] = NaN;
    };
    expect(caught(() => simulate(input({ sampling: "plain", outputs: [{ id: "x" }] }), { evaluate }))).toMatchObject({
      code: "not-finite",
      details: { subject: "x", path: ["outputs", "x", 1027], received: "NaN" },
    });
    expect(caught(() => simulate(input({ outputs: [{ id: "x" }] }), { evaluate: () => undefined }))).toMatchObject({
      code: "not-finite",
      details: { path: ["outputs", "x", 0] },
    });
  });

  it("zeros have no sign in a result", () => {
    const { outputs } = simulate(input({ iterations: 3, outputs: [{ id: "x" }] }), {
      evaluate: ({ outputs: [x] }) => {
        x?.fill(-0);
      },
    });
    expect(outputs[0]?.values).toEqual([0, 0, 0]);
  });

  it("too few iterations to reorder", () => {
    const correlations = [
      {
        method: "iman-conover" as const,
        variables: ["a", "b", "c"],
        matrix: [
          [1, 0, 0],
          [0, 1, 0],
          [0, 0, 1],
        ],
      },
    ];
    expect(caught(() => simulate(input({ iterations: 3, correlations })))).toMatchObject({
      code: "inconsistent",
      details: { path: ["iterations"] },
    });
    expect(simulate(input({ iterations: 4, correlations })).outputs[0]?.values).toHaveLength(4);
  });

  it("parts that do not go together", () => {
    const asked = input({ sampling: "plain" });
    const parts = simulationJobs(asked, { jobs: 3 }).map((job) => runSimulationJob(job));
    const [first, second, third] = parts as [(typeof parts)[0], (typeof parts)[0], (typeof parts)[0]];
    expect(caught(() => mergeSimulationParts([]))).toMatchObject({ code: "empty", details: { path: ["parts"] } });
    expect(caught(() => mergeSimulationParts([first, second, first]))).toMatchObject({
      code: "duplicate-id",
      details: { id: "0" },
    });
    expect(caught(() => simulationFromParts(asked, { parts: [first, third] }))).toMatchObject({
      code: "inconsistent",
      details: { subject: "parts" },
    });
    const other = simulationJobs({ ...asked, seed: 8 }, { jobs: 3 }).map((job) => runSimulationJob(job));
    expect(caught(() => mergeSimulationParts([first, other[1] ?? first]))).toMatchObject({
      code: "inconsistent",
      details: { path: [1, "run"] },
    });
    expect(caught(() => simulationFromParts(asked, { parts: other }))).toMatchObject({
      code: "inconsistent",
      details: { path: ["parts", 0, "run"] },
    });
    const short = {
      ...second,
      blocks: second.blocks.map((block) => ({ ...block, values: block.values.map((list) => list.slice(1)) })),
    };
    expect(caught(() => simulationFromParts(asked, { parts: [first, short, third] }))).toMatchObject({
      code: "inconsistent",
      details: { subject: "block" },
    });
  });

  it("a job of other blocks or other streams", () => {
    const [job] = simulationJobs(input(), { jobs: 1 }) as [SimulationJob];
    expect(codes(() => runSimulationJob({ ...job, endBlock: 17 }))).toEqual([["out-of-range", ["endBlock"]]]);
    expect(codes(() => runSimulationJob({ ...job, firstBlock: 16 }))).toEqual([["inconsistent", ["firstBlock"]]]);
    expect(codes(() => runSimulationJob({ ...job, stream: "threefry2x32-20/v2" as never }))).toEqual([
      ["out-of-range", ["stream"]],
    ]);
    expect(codes(() => parseSimulationPart({ format: "x", stream: job.stream, run: "", blocks: [] }))).toContainEqual([
      "out-of-range",
      ["format"],
    ]);
  });
});

describe("coordinates", () => {
  it("go to those that vary most, and those that are given stay", () => {
    const variable = (id: string, standardDeviation: number, dimension?: number): SimulationVariable => ({
      id,
      distribution: { ...normal, standardDeviation },
      ...(dimension === undefined ? {} : { dimension }),
    });
    const variables = [variable("a", 1), variable("b", 9), variable("c", 2, 1), variable("d", 4), variable("e", 4)];
    expect(assignDimensions(variables).map(({ dimension }) => dimension)).toEqual([4, 0, 1, 2, 3]);
    expect(variables[0]).not.toHaveProperty("dimension");
  });

  it("are padded where there are no more", () => {
    const many = Array.from({ length: 258 }, (_, i): SimulationVariable => ({ id: String(i), distribution: normal }));
    expect(
      assignDimensions(many)
        .slice(254)
        .map(({ dimension }) => dimension),
    ).toEqual([254, 255, "padded", "padded"]);
  });
});
