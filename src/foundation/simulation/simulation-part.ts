import * as z from "zod";

import { DomainError } from "../errors/index.js";
import { broken, contained, demandList } from "../guard/index.js";
import { STREAM_VERSION, textHash } from "../random/index.js";
import { Count, list, parse, schema } from "../schema/index.js";
import { Moments } from "../statistics/index.js";
import type { SimulationInput } from "./simulation-input.js";

/** The form of a {@link SimulationPart}. */
export const PART_FORMAT = "golive-kit/simulation-part/1";

/** What came out of one block. */
export interface BlockResult {
  /** Number of the block in the run. */
  readonly block: number;
  /**
   * Numbers in the order of the iterations: a list for each output that keeps its values, in their order; for a run
   * with columns to be reordered the draws, a list for each variable, as the outputs are worked out at the end.
   */
  readonly values: readonly (readonly number[])[];
  /** Moments of each output that keeps these alone, in their order. */
  readonly moments: readonly Moments[];
}

/** What came out of some blocks of a simulation, as plain data. */
export interface SimulationPart {
  /** The form of this document. */
  readonly format: typeof PART_FORMAT;
  /** The version of the random streams. */
  readonly stream: typeof STREAM_VERSION;
  /** A hash of the simulation's input: parts of different simulations do not go together. */
  readonly run: string;
  /** The results, in rising order of their blocks. */
  readonly blocks: readonly BlockResult[];
}

const BlockResultSchema: z.ZodType<BlockResult> = /* @__PURE__ */ schema(() =>
  z.strictObject({ block: Count, values: list(list(z.number())), moments: list(Moments) }),
);

/** Reads a {@link SimulationPart}. */
export const SimulationPart: z.ZodType<SimulationPart> = /* @__PURE__ */ schema(() =>
  z.strictObject({
    format: z.literal(PART_FORMAT),
    stream: z.literal(STREAM_VERSION),
    run: z.string().regex(/^[0-9a-f]{16}$/),
    blocks: list(BlockResultSchema),
  }),
);

/**
 * Checks a part that comes from outside, from a worker or a queue.
 *
 * @param data - anything
 * @returns the part
 * @throws DomainError `invalid-input` with one issue per fault
 *
 * @example
 * ```ts
 * import { parseSimulationPart, runSimulationJob, simulationJobs } from "golive-kit/simulation";
 *
 * const variables = [{ id: "a", distribution: { kind: "uniform", minimum: 0, maximum: 1 } }] as const;
 * const jobs = simulationJobs({ seed: 1, iterations: 100, variables }, { jobs: 1 });
 * const sent = jobs.map((job) => JSON.stringify(runSimulationJob(job)));
 *
 * sent.map((text) => parseSimulationPart(JSON.parse(text)).blocks.length); // => [1]
 * ```
 */
export function parseSimulationPart(data: unknown): SimulationPart {
  return contained("parseSimulationPart", () => parse(SimulationPart, data, "simulation part"));
}

/**
 * Puts parts of one simulation together, in any order. Merging is associative: parts can be gathered in groups.
 *
 * @param parts - at least one
 * @returns one part with the blocks of all
 * @throws DomainError `empty` without a part
 * @throws DomainError `invalid-input` when one is no part, with one issue per fault
 * @throws DomainError `inconsistent` when two come from different simulations
 * @throws DomainError `duplicate-id` when a block is in two of them
 *
 * @example
 * ```ts
 * import { mergeSimulationParts, runSimulationJob, simulationJobs } from "golive-kit/simulation";
 *
 * const variables = [{ id: "a", distribution: { kind: "uniform", minimum: 0, maximum: 1 } }] as const;
 * const parts = simulationJobs({ seed: 1, iterations: 5000, variables }, { jobs: 2 }).map((job) => runSimulationJob(job));
 *
 * mergeSimulationParts(parts.reverse()).blocks.map(({ block }) => block); // => [0, 1, 2, 3, 4, 5, 6, 7]
 * ```
 */
export function mergeSimulationParts(parts: readonly SimulationPart[]): SimulationPart {
  return contained("mergeSimulationParts", () => {
    const [first, ...others] = Array.from(demandList(parts, "parts"), (part) =>
      parse(SimulationPart, part, "simulation part"),
    );
    if (first === undefined) throw broken("empty", "parts", "at least one part", parts);
    others.forEach(({ run }, i) => {
      if (run !== first.run)
        throw broken("inconsistent", "run", `that of the first part, ${first.run}`, run, [i + 1, "run"]);
    });
    const blocks = parts.flatMap((part) => part.blocks).sort((a, b) => a.block - b.block);
    blocks.forEach(({ block }, i) => {
      if (blocks[i - 1]?.block !== block) return;
      throw new DomainError("duplicate-id", { subject: "block", path: ["blocks", i, "block"], id: String(block) });
    });
    return { ...first, blocks };
  });
}

/** The part that holds some blocks of a checked input. */
export function partOf(input: SimulationInput, blocks: readonly BlockResult[]): SimulationPart {
  return { format: PART_FORMAT, stream: STREAM_VERSION, run: runName(input), blocks };
}

/** A name for all that decides the numbers of a run: a hash of its input. */
export function runName(input: SimulationInput): string {
  const { word0, word1 } = textHash(JSON.stringify(input));
  return [word0, word1].map((word) => word.toString(16).padStart(8, "0")).join("");
}
