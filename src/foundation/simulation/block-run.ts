import { DomainError } from "../errors/index.js";
import type { Sampler } from "../random/index.js";
import { correlateByCopula } from "./gaussian-copula.js";
import type { PointSource } from "./point-source.js";
import type { Evaluate, PreparedSimulation } from "./prepared-simulation.js";
import { type Block, BLOCK_SIZE } from "./sampling-plan.js";

/** Room for the draws and the answers of one block, used again for each. */
export interface BlockRoom {
  readonly variables: readonly Float64Array[];
  readonly outputs: readonly Float64Array[];
}

/**
 * Makes room for one block. A sum of independent variables needs one column: each is added as soon as it is drawn,
 * while it is still in the fastest cache.
 *
 * @param everyColumn - whether all draws are needed at the same time
 */
export function blockRoom({ input, outputs, copulas }: PreparedSimulation, everyColumn: boolean): BlockRoom {
  const shared = new Float64Array(BLOCK_SIZE);
  const kept = new Set(copulas.flatMap(({ members }) => members));
  return {
    variables: input.variables.map((_, i) => (everyColumn || kept.has(i) ? new Float64Array(BLOCK_SIZE) : shared)),
    outputs: outputs.map(() => new Float64Array(BLOCK_SIZE)),
  };
}

/** Draws every variable of a block into its own column. */
export function drawBlock(prepared: PreparedSimulation, block: Block, columns: readonly Float64Array[]): void {
  const mixed = drawMixed(prepared, block, columns);
  prepared.samples.forEach((fill, i) => {
    if (!mixed.has(i)) fill(block, columns[i] as Float64Array);
  });
}

/** Draws the variables that are mixed by copulas; tells which they are. */
function drawMixed(
  { copulas, points, samplers }: PreparedSimulation,
  block: Block,
  columns: readonly Float64Array[],
): ReadonlySet<number> {
  for (const { members, factor } of copulas) {
    const own = members.map((i) => columns[i] as Float64Array);
    members.forEach((i, k) => {
      (points[i] as PointSource)(block, own[k] as Float64Array);
    });
    correlateByCopula(factor, own, block.size);
    members.forEach((i, k) => {
      const column = own[k] as Float64Array;
      (samplers[i] as Sampler).transform(column, column, block.size);
    });
  }
  return new Set(copulas.flatMap(({ members }) => members));
}

/** Adds up the variables of a block in their order, without keeping what is not correlated. */
export function sumBlock(prepared: PreparedSimulation, block: Block, { variables, outputs }: BlockRoom): void {
  const total = outputs[0] as Float64Array;
  const mixed = drawMixed(prepared, block, variables);
  total.fill(0);
  prepared.samples.forEach((fill, i) => {
    const column = variables[i] as Float64Array;
    if (!mixed.has(i)) fill(block, column);
    addTo(total, column, block.size);
  });
  demandFilled(prepared, block, outputs);
}

/** The sums of some columns, row by row; all of one length. */
export function sumColumns(columns: readonly Float64Array[], total: Float64Array): void {
  total.fill(0);
  for (const column of columns) addTo(total, column, column.length);
}

function addTo(total: Float64Array, column: Float64Array, size: number): void {
  for (let k = 0; k < size; k++) total[k] = (total[k] as number) + (column[k] as number);
}

/**
 * Refuses an answer that is no finite number: a function that leaves one out would leave the one of the block before.
 *
 * @throws DomainError `not-finite` with the output and the iteration
 */
function demandFilled({ outputs }: PreparedSimulation, block: Block, answers: readonly Float64Array[]): void {
  outputs.forEach(({ id }, o) => {
    const values = answers[o] as Float64Array;
    for (let k = 0; k < block.size; k++) {
      const value = values[k] as number;
      if (!Number.isFinite(value)) {
        const path = ["outputs", id, block.from + k];
        throw new DomainError("not-finite", { subject: id, path, expected: "finite", received: String(value) });
      }
      // A zero has no sign in JSON, where a part of the work may have been.
      if (value === 0) values[k] = 0;
    }
  });
}

/**
 * Works out the answers of a block from columns that are drawn already.
 *
 * @param evaluate - the caller's function
 * @param columns - a column a variable, of at least the block's size
 */
export function answerBlock(
  prepared: PreparedSimulation,
  evaluate: Evaluate,
  block: Block,
  columns: readonly Float64Array[],
  outputs: readonly Float64Array[],
): void {
  const { from, size } = block;
  const cut = (list: Float64Array): Float64Array => (list.length === size ? list : list.subarray(0, size));
  for (const output of outputs) output.fill(NaN);
  evaluate({ from, size, variables: columns.map(cut), outputs: outputs.map(cut) });
  demandFilled(prepared, block, outputs);
}
