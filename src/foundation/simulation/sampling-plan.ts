/**
 * How the points of a run are laid out: each on its own; every variable spread evenly, one point a stratum;
 * all variables together spread evenly, by a scrambled Sobol sequence.
 */
export const SAMPLINGS = ["plain", "latin-hypercube", "sobol"] as const;
/** How the points of a run are laid out. */
export type Sampling = (typeof SAMPLINGS)[number];

/** Iterations of one block: the unit of work, small enough for the fastest cache. */
export const BLOCK_SIZE = 1024;
/** Iterations of the largest run. */
export const MAX_ITERATIONS = 10_000_000;
/** Independent randomisations of one run at most. */
export const MAX_REPLICATES = 1000;
/** Randomisations when the caller names none: enough to tell their spread, few enough to leave each its points. */
const USUAL_REPLICATES = 8;
/** Runs below this many points a replicate are not cut up unless asked for. */
const LEAST_PER_REPLICATE = 100;

/** How many points, and how they are laid out. */
export interface SamplingPlan {
  /** Seed of all streams: a whole number from 0 to 2^53 − 1. */
  readonly seed: number;
  /** Points in all: a whole number from 1 to 10 000 000. */
  readonly iterations: number;
  /** How they are laid out. */
  readonly sampling: Sampling;
  /**
   * Independent randomisations that the points are shared out over, so that their spread tells the standard error;
   * 1 for plain sampling, whose points tell it themselves.
   */
  readonly replicates: number;
}

/** Some consecutive iterations of one replicate. */
export interface Block {
  /** Number of the block in the run, from 0. */
  readonly index: number;
  /** Which randomisation, from 0. */
  readonly replicate: number;
  /** Points of the whole replicate. */
  readonly points: number;
  /** First iteration, counted within the replicate. */
  readonly first: number;
  /** First iteration, counted within the run. */
  readonly from: number;
  /** How many iterations; 1024 but in the last block of a replicate. */
  readonly size: number;
}

/**
 * The plan that a checked input asks for, with the usual words where it is silent.
 *
 * @param input - what was asked for
 */
export function samplingPlan(input: {
  readonly seed: number;
  readonly iterations: number;
  readonly sampling?: Sampling;
  readonly replicates?: number;
}): SamplingPlan {
  const { seed, iterations, sampling = "latin-hypercube" } = input;
  const usual = sampling === "plain" || iterations < USUAL_REPLICATES * LEAST_PER_REPLICATE ? 1 : USUAL_REPLICATES;
  return { seed, iterations, sampling, replicates: input.replicates ?? usual };
}

/** Points of each replicate: near-equal, the larger ones first. */
export function replicateSizes({ iterations, replicates }: SamplingPlan): readonly number[] {
  const least = Math.floor(iterations / replicates);
  const larger = iterations % replicates;
  return Array.from({ length: replicates }, (_, r) => least + (r < larger ? 1 : 0));
}

/** All blocks of a run, in order. */
export function blocksOf(plan: SamplingPlan): readonly Block[] {
  const blocks: Block[] = [];
  let from = 0;
  replicateSizes(plan).forEach((points, replicate) => {
    for (let first = 0; first < points; first += BLOCK_SIZE) {
      const size = Math.min(BLOCK_SIZE, points - first);
      blocks.push({ index: blocks.length, replicate, points, first, from: from + first, size });
    }
    from += points;
  });
  return blocks;
}
