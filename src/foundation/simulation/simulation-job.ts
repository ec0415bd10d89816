import * as z from "zod";

import { contained, demandCount } from "../guard/index.js";
import { STREAM_VERSION } from "../random/index.js";
import { Count, parse, rule, schema } from "../schema/index.js";
import { blocksOf, samplingPlan } from "./sampling-plan.js";
import { SimulationInput } from "./simulation-input.js";

/** The form of a {@link SimulationJob}. */
export const JOB_FORMAT = "golive-kit/simulation-job/1";

/** A share of a simulation's work as plain data: send it to a worker, a queue or another machine. */
export interface SimulationJob {
  /** The form of this document. */
  readonly format: typeof JOB_FORMAT;
  /** The version of the random streams that the job was made for; another one is refused. */
  readonly stream: typeof STREAM_VERSION;
  /** The whole simulation. */
  readonly input: SimulationInput;
  /** First block of the share. */
  readonly firstBlock: number;
  /** Block behind the last one. */
  readonly endBlock: number;
}

/** Reads a {@link SimulationJob}. */
export const SimulationJob: z.ZodType<SimulationJob> = /* @__PURE__ */ schema(() =>
  z
    .strictObject({
      format: z.literal(JOB_FORMAT),
      stream: z.literal(STREAM_VERSION),
      input: SimulationInput,
      firstBlock: Count,
      endBlock: Count,
    })
    .check(
      rule(({ input, firstBlock, endBlock }: SimulationJob, report) => {
        const { length } = blocksOf(samplingPlan(input));
        if (endBlock > length)
          report("out-of-range", ["endBlock"], `expected at most ${String(length)}, the blocks of the run`);
        if (firstBlock >= endBlock) report("inconsistent", ["firstBlock"], "expected less than endBlock");
      }),
    ),
);

/**
 * Cuts a simulation into jobs of near-equal size. However it is cut, the result is the same to the last bit.
 *
 * @param input - the simulation
 * @param options - `jobs`, how many at most, a whole number of at least 1; a run of few blocks gives fewer
 * @returns the jobs, in order of their blocks
 * @throws DomainError `invalid-input` with one issue per fault of the input
 * @throws DomainError `out-of-range` when `jobs` is no whole number of at least 1
 *
 * @example
 * ```ts
 * import { simulationJobs } from "golive-kit/simulation";
 *
 * const triangular = { kind: "triangular", minimum: 2, mode: 3, maximum: 10 } as const;
 * const input = { seed: 7, iterations: 10_000, variables: [{ id: "migration", distribution: triangular }] };
 *
 * simulationJobs(input, { jobs: 3 }).map((job) => [job.firstBlock, job.endBlock]); // => [[0, 5], [5, 10], [10, 16]]
 * ```
 */
export function simulationJobs(input: SimulationInput, options: { readonly jobs: number }): readonly SimulationJob[] {
  return contained("simulationJobs", () => {
    const jobs = demandCount(options.jobs, "jobs", ["jobs"], 1);
    const checked = parse(SimulationInput, input, "simulation");
    const blocks = blocksOf(samplingPlan(checked)).length;
    const count = Math.min(jobs, blocks);
    return Array.from({ length: count }, (_, i) => jobOf(checked, edge(i, count, blocks), edge(i + 1, count, blocks)));
  });
}

const edge = (i: number, count: number, blocks: number): number => Math.floor((i * blocks) / count);

/** The job of some blocks of a checked input. */
export function jobOf(input: SimulationInput, firstBlock: number, endBlock: number): SimulationJob {
  return { format: JOB_FORMAT, stream: STREAM_VERSION, input, firstBlock, endBlock };
}
