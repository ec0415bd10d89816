import { fillUniforms, randomStream, type RandomStream, randomWordsAt, type Sampler } from "../random/index.js";
import { fillPermuted, keyedPermutation, type KeyedPermutation, PERMUTATION_KEYS } from "./keyed-permutation.js";
import { type Block, BLOCK_SIZE, type SamplingPlan } from "./sampling-plan.js";
import { fillSobol, sobolDirections } from "./sobol.js";

/** What a draw of a variable's stream is for. Its iteration is that of the run for points, the replicate otherwise. */
const DRAW = { point: 0, jitter: 1, strata: 2, scrambling: 3, order: 4 } as const;

const TWO_26 = 67_108_864;

/** Gives the uniform numbers of one variable, block by block, in any order of blocks. */
export type PointSource = (block: Block, out: Float64Array) => void;

/**
 * The points of one variable. They depend on the seed, the variable's id and the layout alone.
 *
 * @param plan - how the points are laid out
 * @param variable - its id, and its coordinate of the Sobol sequence
 */
export function pointSource(
  { seed, sampling }: SamplingPlan,
  { id, dimension }: { readonly id: string; readonly dimension?: number | "padded" },
): PointSource {
  const stream = randomStream({ seed, id });
  if (sampling === "plain")
    return (block, out) => void fillUniforms(stream, { from: block.from, draw: DRAW.point }, cut(out, block));
  return sampling === "sobol" && typeof dimension === "number"
    ? sobolSource(stream, dimension)
    : hypercubeSource(stream);
}

/**
 * The values of one variable that goes together with no other.
 *
 * @param plan - how the points are laid out
 * @param variable - its id, and its coordinate of the Sobol sequence
 * @param sampler - of its distribution
 */
export function sampleSource(
  plan: SamplingPlan,
  variable: { readonly id: string; readonly dimension?: number | "padded" },
  sampler: Sampler,
): PointSource {
  if (plan.sampling === "plain") {
    const stream = randomStream({ seed: plan.seed, id: variable.id });
    // Points and values in one go, so that the points need not be checked in between.
    return (block, out) => void sampler.fill(stream, { from: block.from, draw: DRAW.point }, cut(out, block));
  }
  const points = pointSource(plan, variable);
  return (block, out) => {
    points(block, out);
    sampler.transform(out, out, block.size);
  };
}

const cut = (out: Float64Array, { size }: Block): Float64Array => (out.length === size ? out : out.subarray(0, size));

/** One point in each of as many equal strata as the replicate has points, in an order of its own. */
function hypercubeSource(stream: RandomStream): PointSource {
  const orders = new Map<number, KeyedPermutation>();
  const strata = new Int32Array(BLOCK_SIZE);
  return (block, out) => {
    const { replicate, first, size, points } = block;
    let order = orders.get(replicate);
    if (order === undefined) orders.set(replicate, (order = permutationOf(stream, DRAW.strata, block)));
    fillPermuted(order, first, size, strata);
    fillUniforms(stream, { from: block.from, draw: DRAW.jitter }, cut(out, block));
    const width = 1 / points;
    for (let i = 0; i < size; i++) {
      // 26 bits of jitter, so that stratum and jitter together are exact, and stay below 1.
      const jitter = (Math.floor((out[i] as number) * TWO_26) + 0.5) / TWO_26;
      out[i] = ((strata[i] as number) + jitter) * width;
    }
  };
}

/** One coordinate of a Sobol sequence that each replicate scrambles in its own way. */
function sobolSource(stream: RandomStream, dimension: number): PointSource {
  const directions = sobolDirections(dimension);
  return ({ replicate, first, size }, out) => {
    const { word0, word1 } = randomWordsAt(stream, { iteration: replicate, draw: DRAW.scrambling });
    fillSobol(directions, [word0 | 0, word1 | 0], first, size, out);
  };
}

/** The order that a reordered column's scores are dealt out in. */
export function scoreOrder({ seed }: SamplingPlan, id: string, replicate: number, points: number): KeyedPermutation {
  return permutationOf(randomStream({ seed, id }), DRAW.order, { replicate, points });
}

function permutationOf(
  stream: RandomStream,
  draw: number,
  { replicate, points }: { readonly replicate: number; readonly points: number },
): KeyedPermutation {
  const keys = new Int32Array(PERMUTATION_KEYS);
  for (let i = 0; i < PERMUTATION_KEYS; i += 2) {
    const { word0, word1 } = randomWordsAt(stream, { iteration: replicate * PERMUTATION_KEYS + i, draw });
    keys[i] = word0;
    keys[i + 1] = word1;
  }
  return keyedPermutation(points, keys);
}
