import { DomainError } from "../errors/index.js";
import { asDomainError, broken, demandCount } from "../guard/index.js";
import type { Evaluate } from "./prepared-simulation.js";
import { type Simulation, simulationFromParts } from "./simulation.js";
import type { SimulationInput } from "./simulation-input.js";
import { type SimulationJob, simulationJobs } from "./simulation-job.js";
import type { SimulationPart } from "./simulation-part.js";
import type { SimulationProgress } from "./simulation-run.js";

/** How a simulation is handed out. */
export interface SimulateWithOptions {
  /** Does one job, anywhere: in a worker, over a queue. It answers with the part that `runSimulationJob` gave there. */
  readonly run: (job: SimulationJob) => Promise<SimulationPart> | SimulationPart;
  /** How many jobs the run is cut into: a whole number of at least 1. */
  readonly jobs: number;
  /** How many jobs are out at the same time; all when left out. */
  readonly atOnce?: number;
  /** The function that the workers work the outputs out with; needed here for columns that are reordered at the end. */
  readonly evaluate?: Evaluate;
  /** Called after each job. */
  readonly onProgress?: (progress: SimulationProgress) => void;
  /** Looked at before each job is handed out; an `AbortSignal` is one. */
  readonly signal?: { readonly aborted: boolean };
}

/**
 * Runs a simulation by jobs that are done elsewhere. The result is equal to the last bit to that of `simulate`,
 * whatever the number of jobs and the order in which they come back.
 *
 * @param input - the simulation
 * @param options - `run`, which does a job; `jobs`, how many; `atOnce`, how many at the same time; `evaluate`, `onProgress` and `signal` as for `simulate`
 * @returns a promise of the result
 * @throws DomainError `invalid-input` with one issue per fault of the input; as every error here, through the promise
 * @throws DomainError `out-of-range` when `jobs` or `atOnce` is no whole number of at least 1
 * @throws DomainError `cancelled` once the signal is aborted
 *
 * @example
 * ```ts
 * import { runSimulationJob, simulate, simulateWith } from "golive-kit/simulation";
 *
 * const variables = [{ id: "days", distribution: { kind: "normal", mean: 30, standardDeviation: 4 } }] as const;
 * const input = { seed: 7, iterations: 5000, variables };
 * const result = await simulateWith(input, { jobs: 4, run: async (job) => runSimulationJob(job) });
 *
 * JSON.stringify(result) === JSON.stringify(simulate(input)); // => true
 * ```
 */
export async function simulateWith(input: SimulationInput, options: SimulateWithOptions): Promise<Simulation> {
  try {
    const { run, evaluate, signal, onProgress } = options;
    if (typeof run !== "function") throw broken("wrong-type", "run", "a function", run);
    const jobs = simulationJobs(input, { jobs: options.jobs });
    const atOnce = demandCount(options.atOnce ?? jobs.length, "atOnce", ["atOnce"], 1);
    const parts: SimulationPart[] = [];
    const waiting = jobs.values();
    const work = async (): Promise<void> => {
      for (const job of waiting) {
        const progress = { done: parts.length, total: jobs.length };
        if (signal?.aborted === true)
          throw new DomainError("cancelled", { subject: "simulation", path: [], ...progress });
        parts.push(await run(job));
        onProgress?.({ ...progress, done: parts.length });
      }
    };
    await Promise.all(Array.from({ length: Math.min(atOnce, jobs.length) }, work));
    return simulationFromParts(input, evaluate === undefined ? { parts } : { parts, evaluate });
  } catch (error) {
    throw asDomainError("simulateWith", error);
  }
}
