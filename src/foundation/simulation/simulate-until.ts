import { isNoAnswer } from "../errors/index.js";
import { broken, contained, demandAbove, demandBetween, demandCount } from "../guard/index.js";
import { parse } from "../schema/index.js";
import type { Estimate } from "./estimates.js";
import { preparedSimulation } from "./prepared-simulation.js";
import { MAX_ITERATIONS, MAX_REPLICATES, type SamplingPlan, samplingPlan } from "./sampling-plan.js";
import { type Simulation, simulationOf } from "./simulation.js";
import { SimulationInput } from "./simulation-input.js";
import type { BlockResult } from "./simulation-part.js";
import { runBlocks, type SimulationOptions } from "./simulation-run.js";
import { simulationSummary } from "./simulation-summary.js";

/** When a simulation is precise enough. */
export interface SimulateUntilOptions extends SimulationOptions {
  /** Standard error, in the output's unit, at which the run ends; above 0. */
  readonly standardError: number;
  /** Iterations at which it ends in any case: a whole number, at most 10 000 000. */
  readonly maximum: number;
  /** Which output; the only one when left out. */
  readonly output?: string;
  /** Probability of the percentile that is to be known that well; the mean when left out. */
  readonly percentile?: number;
}

/** A simulation that ran until it was precise enough, or long enough. */
export interface StoppedSimulation {
  /** Whether the standard error was reached. */
  readonly reached: boolean;
  /** The figure that decided, with its standard error at the end. */
  readonly estimate: Estimate;
  /** The simulation, as if it had been asked for with its number of iterations from the start. */
  readonly simulation: Simulation;
}

/**
 * Runs a simulation, and doubles it until a figure is known well enough.
 *
 * Plain sampling goes on where it stopped. The other layouts add replicates of the same size; what ran already stays
 * as it is. The rule looks several times and stops at the first good look, so the true error is a little above the
 * one that is told; ask for a tenth less than you need.
 *
 * @param input - the simulation; its `iterations` are those of the first look
 * @param options - `standardError`, `maximum`, `output` and `percentile` say when to stop; the rest as for `simulate`
 * @returns the simulation, the figure, and whether it is as precise as asked for
 * @throws DomainError `invalid-input` with one issue per fault of the input
 * @throws DomainError `out-of-range` when `standardError` is not above 0, or `maximum` is below the first look
 * @throws DomainError `cancelled` once the signal is aborted
 *
 * @example
 * ```ts
 * import { simulateUntil } from "golive-kit/simulation";
 *
 * const days = { kind: "triangular", minimum: 2, mode: 3, maximum: 10 } as const;
 * const input = { seed: 7, iterations: 1000, sampling: "plain", variables: [{ id: "days", distribution: days }] } as const;
 * const { reached, simulation } = simulateUntil(input, { standardError: 0.02, percentile: 0.8, maximum: 1_000_000 });
 *
 * reached; // => true
 * simulation.plan.iterations; // => 32000
 * ```
 */
export function simulateUntil(input: SimulationInput, options: SimulateUntilOptions): StoppedSimulation {
  return contained("simulateUntil", () => {
    const wanted = demandAbove(options.standardError, 0, "standardError");
    const maximum = demandCount(options.maximum, "maximum", ["maximum"], 1);
    if (options.percentile !== undefined) demandBetween(options.percentile, 0, 1, "percentile");
    let asked = parse(SimulationInput, input, "simulation");
    const most = largestRun(samplingPlan(asked), maximum);
    let done: readonly BlockResult[] = [];
    for (;;) {
      const prepared = preparedSimulation(asked, options.evaluate);
      // A block that the last look cut short is done again; all before it stay.
      const kept = done.filter((result, i) => sizeOf(result) === prepared.blocks[i]?.size);
      done = [...kept, ...runBlocks(prepared, prepared.blocks.slice(kept.length), options)];
      const simulation = simulationOf(prepared, done);
      const estimate = estimateOf(simulation, options);
      const { standardError } = estimate;
      const reached = !isNoAnswer(standardError) && standardError <= wanted;
      if (reached || asked.iterations >= most) return { reached, estimate, simulation };
      asked = doubled(asked, most);
    }
  });
}

/** The iterations of the last look: whole replicates, as far as the limits go. */
function largestRun({ iterations, replicates, sampling }: SamplingPlan, maximum: number): number {
  if (maximum < iterations) throw broken("out-of-range", "maximum", "at least iterations", maximum);
  const limit = Math.min(maximum, MAX_ITERATIONS);
  if (sampling === "plain") return limit;
  const points = iterations / replicates;
  if (!Number.isInteger(points)) {
    throw broken(
      "inconsistent",
      "iterations",
      "a multiple of replicates, so that those to come have as many",
      iterations,
    );
  }
  return points * Math.min(Math.floor(limit / points), MAX_REPLICATES);
}

/** Twice the run, or what is left of it; the replicates keep their size. */
function doubled(input: SimulationInput, most: number): SimulationInput {
  const plan = samplingPlan(input);
  const iterations = Math.min(2 * plan.iterations, most);
  const replicates = plan.sampling === "plain" ? 1 : (plan.replicates * iterations) / plan.iterations;
  return { ...input, iterations, replicates };
}

const sizeOf = ({ values, moments }: BlockResult): number | undefined => values[0]?.length ?? moments[0]?.count;

function estimateOf(simulation: Simulation, { output, percentile }: SimulateUntilOptions): Estimate {
  const which = output === undefined ? {} : { output };
  if (percentile === undefined) return simulationSummary(simulation, which).mean;
  return simulationSummary(simulation, { ...which, percentiles: [percentile] }).percentiles[0] as Estimate;
}
