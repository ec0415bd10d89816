import * as z from "zod";

import { broken, contained } from "../guard/index.js";
import { STREAM_VERSION } from "../random/index.js";
import { Count, Id, list, listById, optional, parse, rule, schema } from "../schema/index.js";
import { mergeMoments, Moments } from "../statistics/index.js";
import { answerBlock, blockRoom, sumColumns } from "./block-run.js";
import { reorderByImanConover } from "./iman-conover.js";
import { scoreOrder } from "./point-source.js";
import { demandEvaluate, type Evaluate, type PreparedSimulation, preparedSimulation } from "./prepared-simulation.js";
import { MAX_ITERATIONS, MAX_REPLICATES, replicateSizes, type SamplingPlan, SAMPLINGS } from "./sampling-plan.js";
import type { SimulationInput } from "./simulation-input.js";
import { type BlockResult, mergeSimulationParts, runName, type SimulationPart } from "./simulation-part.js";
import { answersOf, runBlocks, type SimulationOptions } from "./simulation-run.js";

/** What is left of one output. */
export interface SimulatedOutput {
  /** The output's id. */
  readonly id: string;
  /** Every value in the order of the iterations; for an output that keeps its values. */
  readonly values?: readonly number[];
  /** Moments of each replicate; for an output that keeps these alone. */
  readonly moments?: readonly Moments[];
}

/** A matrix of correlations that had to be repaired. */
export interface RepairedCorrelation {
  /** The variables, in the order of the matrix. */
  readonly variables: readonly string[];
  /** The matrix that was used. */
  readonly matrix: readonly (readonly number[])[];
  /** The largest absolute change of an entry. */
  readonly largestChange: number;
}

/** The result of a simulation, as plain data: it tells how it was made, and can be kept as JSON. */
export interface Simulation {
  /** The version of the random streams. */
  readonly stream: typeof STREAM_VERSION;
  /** Seed, iterations, sampling and replicates. */
  readonly plan: SamplingPlan;
  /** The outputs, in the order of the input. */
  readonly outputs: readonly SimulatedOutput[];
  /** Matrices of correlations that were repaired as asked for. */
  readonly repaired: readonly RepairedCorrelation[];
}

const OutputSchema: z.ZodType<SimulatedOutput> = /* @__PURE__ */ schema(() =>
  z
    .strictObject({
      id: Id,
      values: optional(z.array(z.number()).min(1).max(MAX_ITERATIONS)),
      moments: optional(z.array(Moments).min(1)),
    })
    .check(
      rule(({ values, moments }: SimulatedOutput, report) => {
        if ((values === undefined) === (moments === undefined)) {
          report("inconsistent", [], "expected either values or moments");
        }
      }),
    ),
);

/** Reads a {@link Simulation}. */
export const Simulation: z.ZodType<Simulation> = /* @__PURE__ */ schema(() =>
  z
    .strictObject({
      stream: z.literal(STREAM_VERSION),
      plan: z.strictObject({
        seed: Count,
        iterations: z.int().min(1).max(MAX_ITERATIONS),
        sampling: z.enum(SAMPLINGS),
        replicates: z.int().min(1).max(MAX_REPLICATES),
      }),
      outputs: listById(OutputSchema),
      repaired: list(
        z.strictObject({
          variables: list(Id),
          matrix: list(list(z.number())),
          largestChange: z.number().min(0),
        }),
      ),
    })
    .check(
      rule(({ plan, outputs }: Simulation, report) => {
        outputs.forEach(({ values, moments }, i) => {
          if (values !== undefined && values.length !== plan.iterations) {
            report("inconsistent", ["outputs", i, "values"], "expected a value for each iteration");
          }
          if (moments !== undefined && moments.length !== plan.replicates) {
            report("inconsistent", ["outputs", i, "moments"], "expected moments of each replicate");
          }
        });
      }),
    ),
);

/**
 * Checks a result that was kept as JSON.
 *
 * @param data - anything
 * @returns the result, as {@link simulate} gave it
 * @throws DomainError `invalid-input` with one issue per fault
 *
 * @example
 * ```ts
 * import { parseSimulation, simulate, simulationSummary } from "golive-kit/simulation";
 *
 * const variables = [{ id: "days", distribution: { kind: "normal", mean: 30, standardDeviation: 4 } }] as const;
 * const kept = JSON.stringify(simulate({ seed: 7, iterations: 5000, variables }));
 *
 * simulationSummary(parseSimulation(JSON.parse(kept))).mean.value.toFixed(2); // => "30.00"
 * ```
 */
export function parseSimulation(data: unknown): Simulation {
  return contained("parseSimulation", () => parse(Simulation, data, "simulation"));
}

/**
 * Runs a simulation on this thread.
 *
 * @param input - what is random, how often it is drawn, what is looked at
 * @param options - `evaluate`, which works out the outputs; `onProgress`; `signal`
 * @returns the outputs; {@link simulationSummary} reads them
 * @throws DomainError `invalid-input` with one issue per fault of the input
 * @throws DomainError `missing` when outputs are named and no function works them out
 * @throws DomainError `not-finite` when the function leaves an answer out, with the output and the iteration
 * @throws DomainError `cancelled` once the signal is aborted
 *
 * @example
 * ```ts
 * import { simulate, simulationSummary } from "golive-kit/simulation";
 *
 * const input = {
 *   seed: 7,
 *   iterations: 10_000,
 *   variables: [
 *     { id: "licences", distribution: { kind: "triangular", minimum: 40, mode: 50, maximum: 90 } },
 *     { id: "migration", distribution: { kind: "triangular", minimum: 20, mode: 30, maximum: 70 } },
 *   ],
 * } as const;
 *
 * Math.round(simulationSummary(simulate(input)).mean.value); // => 100
 * ```
 */
export function simulate(input: SimulationInput, options: SimulationOptions = {}): Simulation {
  return contained("simulate", () => {
    const prepared = preparedSimulation(input, options.evaluate);
    return simulationOf(prepared, runBlocks(prepared, prepared.blocks, options));
  });
}

/**
 * Makes the result from parts that were done elsewhere; it is equal to the last bit to that of {@link simulate}.
 *
 * @param input - the simulation that the jobs were made from
 * @param options - `parts`, of all its jobs, in any order; `evaluate`, the same function as for the jobs, where columns are reordered at the end
 * @returns the result
 * @throws DomainError `invalid-input` with one issue per fault of the input
 * @throws DomainError `inconsistent` when a part is of another simulation, or a block is missing
 * @throws DomainError `duplicate-id` when a block came twice
 *
 * @example
 * ```ts
 * import { runSimulationJob, simulate, simulationFromParts, simulationJobs } from "golive-kit/simulation";
 *
 * const variables = [{ id: "days", distribution: { kind: "normal", mean: 30, standardDeviation: 4 } }] as const;
 * const input = { seed: 7, iterations: 5000, variables };
 * const parts = simulationJobs(input, { jobs: 3 }).map((job) => runSimulationJob(job));
 *
 * JSON.stringify(simulationFromParts(input, { parts })) === JSON.stringify(simulate(input)); // => true
 * ```
 */
export function simulationFromParts(
  input: SimulationInput,
  options: { readonly parts: readonly SimulationPart[]; readonly evaluate?: Evaluate },
): Simulation {
  return contained("simulationFromParts", () => {
    const prepared = preparedSimulation(input, options.evaluate);
    const { run, blocks } = mergeSimulationParts(options.parts);
    const wanted = runName(prepared.input);
    if (run !== wanted) throw broken("inconsistent", "run", `that of the input, ${wanted}`, run, ["parts", 0, "run"]);
    return simulationOf(prepared, blocks);
  });
}

/** The result of all blocks, in their order. */
export function simulationOf(prepared: PreparedSimulation, results: readonly BlockResult[]): Simulation {
  const { input, plan, outputs, copulas, reorderings } = prepared;
  demandEveryBlock(prepared, results);
  const answers = reorderings.length === 0 ? results : reordered(prepared, results);
  const valued = outputs.filter(({ keep }) => keep === "values");
  const counted = outputs.filter(({ keep }) => keep === "moments");
  const repaired = [...copulas, ...reorderings].flatMap(({ group, repair }) =>
    repair === undefined ? [] : [{ variables: group.variables, ...repair }],
  );
  return {
    stream: STREAM_VERSION,
    plan,
    outputs: outputs.map((output) =>
      output.keep === "values"
        ? { id: output.id, values: joined(answers, valued.indexOf(output), input.iterations) }
        : { id: output.id, moments: momentsByReplicate(prepared, answers, counted.indexOf(output)) },
    ),
    repaired,
  };
}

function demandEveryBlock(
  { blocks, input, outputs, reorderings }: PreparedSimulation,
  results: readonly BlockResult[],
): void {
  const lists =
    reorderings.length > 0 ? input.variables.length : outputs.filter(({ keep }) => keep === "values").length;
  blocks.forEach(({ index, size }, i) => {
    const result = results[i];
    const path = ["parts", "blocks", i];
    if (result?.block !== index)
      throw broken("inconsistent", "parts", `all of the run; block ${String(index)} is missing`, result?.block, path);
    if (result.values.length !== lists || result.values.some((list) => list.length !== size)) {
      throw broken(
        "inconsistent",
        "block",
        `of ${String(lists)} lists of ${String(size)} numbers`,
        result.values,
        path,
      );
    }
  });
}

/** The values of one output, block after block. */
function joined(results: readonly BlockResult[], place: number, length: number): number[] {
  const all = new Array<number>(length);
  let at = 0;
  for (const { values } of results) for (const value of values[place] as readonly number[]) all[at++] = value;
  return all;
}

/** The moments of one output in each replicate, put together in the order of the blocks. */
function momentsByReplicate(
  { blocks, plan }: PreparedSimulation,
  results: readonly BlockResult[],
  place: number,
): Moments[] {
  return replicateSizes(plan).map((_, replicate) =>
    mergeMoments(
      blocks.flatMap(({ index, replicate: own }) =>
        own === replicate ? [(results[index] as BlockResult).moments[place] as Moments] : [],
      ),
    ),
  );
}

/** The answers of a run whose columns have to be reordered first, replicate by replicate. */
function reordered(prepared: PreparedSimulation, results: readonly BlockResult[]): readonly BlockResult[] {
  const { plan, blocks, input, reorderings } = prepared;
  demandEvaluate(prepared);
  const { outputs } = blockRoom(prepared, false);
  return replicateSizes(plan).flatMap((points, replicate) => {
    const own = blocks.filter((block) => block.replicate === replicate);
    const drawn = own.map(({ index }) => results[index] as BlockResult);
    const columns = input.variables.map((_, i) => Float64Array.from(joined(drawn, i, points)));
    for (const { members, factor, group } of reorderings) {
      const orders = group.variables.map((id) => scoreOrder(plan, id, replicate, points));
      reorderByImanConover(
        factor,
        members.map((i) => columns[i] as Float64Array),
        orders,
      );
    }
    return own.map((block) => {
      const cut = columns.map((column) => column.subarray(block.first, block.first + block.size));
      if (prepared.evaluate === undefined) sumColumns(cut, outputs[0] as Float64Array);
      else answerBlock(prepared, prepared.evaluate, block, cut, outputs);
      return answersOf(prepared, block, outputs);
    });
  });
}
