import { DomainError } from "../errors/index.js";
import { contained } from "../guard/index.js";
import { parse } from "../schema/index.js";
import { moments } from "../statistics/index.js";
import { answerBlock, type BlockRoom, blockRoom, drawBlock, sumBlock } from "./block-run.js";
import { demandEvaluate, type Evaluate, type PreparedSimulation, preparedSimulation } from "./prepared-simulation.js";
import type { Block } from "./sampling-plan.js";
import { SimulationJob } from "./simulation-job.js";
import { type BlockResult, partOf, type SimulationPart } from "./simulation-part.js";

/** How far the work has come. */
export interface SimulationProgress {
  /** Iterations that are done. */
  readonly done: number;
  /** Iterations in all. */
  readonly total: number;
}

/** What a run is given beside its data. */
export interface SimulationOptions {
  /** Works out the outputs of some iterations from their draws; the sum of all variables when left out. */
  readonly evaluate?: Evaluate;
  /** Called after each block. */
  readonly onProgress?: (progress: SimulationProgress) => void;
  /** Looked at before each block; an `AbortSignal` is one. */
  readonly signal?: { readonly aborted: boolean };
}

/**
 * Does one job. The blocks of a run do not know each other, so that jobs can be done anywhere and in any order.
 *
 * @param job - from {@link simulationJobs}
 * @param options - `evaluate`, the same function wherever the jobs of one run are done; `onProgress`; `signal`
 * @returns the part of the result, as plain data
 * @throws DomainError `invalid-input` with one issue per fault of the job
 * @throws DomainError `not-finite` when the function leaves an answer out, with the output and the iteration
 * @throws DomainError `cancelled` once the signal is aborted
 *
 * @example
 * ```ts
 * import { runSimulationJob, simulationFromParts, simulationJobs, simulationSummary } from "golive-kit/simulation";
 *
 * const triangular = { kind: "triangular", minimum: 2, mode: 3, maximum: 10 } as const;
 * const input = { seed: 7, iterations: 10_000, variables: [{ id: "migration", distribution: triangular }] };
 * const parts = simulationJobs(input, { jobs: 4 }).map((job) => runSimulationJob(job));
 *
 * simulationFromParts(input, { parts }).outputs.map(({ id }) => id); // => ["total"]
 * ```
 */
export function runSimulationJob(job: SimulationJob, options: SimulationOptions = {}): SimulationPart {
  return contained("runSimulationJob", () => {
    const { input, firstBlock, endBlock } = parse(SimulationJob, job, "simulation job");
    const prepared = preparedSimulation(input, options.evaluate);
    return partOf(prepared.input, runBlocks(prepared, prepared.blocks.slice(firstBlock, endBlock), options));
  });
}

/** Runs some blocks of a prepared simulation, one after the other. */
export function runBlocks(
  prepared: PreparedSimulation,
  blocks: readonly Block[],
  { onProgress, signal }: SimulationOptions,
): readonly BlockResult[] {
  const { evaluate, reorderings } = prepared;
  if (reorderings.length === 0) demandEvaluate(prepared);
  const room = blockRoom(prepared, evaluate !== undefined || reorderings.length > 0);
  const total = blocks.reduce((sum, { size }) => sum + size, 0);
  let done = 0;
  return blocks.map((block) => {
    if (signal?.aborted === true) throw new DomainError("cancelled", { subject: "simulation", path: [], done, total });
    const result = blockResult(prepared, block, room);
    done += block.size;
    onProgress?.({ done, total });
    return result;
  });
}

function blockResult(prepared: PreparedSimulation, block: Block, room: BlockRoom): BlockResult {
  if (prepared.reorderings.length > 0) {
    drawBlock(prepared, block, room.variables);
    return { block: block.index, values: room.variables.map((column) => listOf(column, block.size)), moments: [] };
  }
  if (prepared.evaluate === undefined) {
    sumBlock(prepared, block, room);
  } else {
    drawBlock(prepared, block, room.variables);
    answerBlock(prepared, prepared.evaluate, block, room.variables, room.outputs);
  }
  return answersOf(prepared, block, room.outputs);
}

/** What is kept of the answers of a block. */
export function answersOf(
  { outputs }: PreparedSimulation,
  block: Block,
  answers: readonly Float64Array[],
): BlockResult {
  const kept = (keep: string): Float64Array[] => answers.filter((_, o) => outputs[o]?.keep === keep);
  return {
    block: block.index,
    values: kept("values").map((list) => listOf(list, block.size)),
    moments: kept("moments").map((list) => moments(list.subarray(0, block.size))),
  };
}

const listOf = (values: Float64Array, size: number): number[] => Array.from(values.subarray(0, size));
