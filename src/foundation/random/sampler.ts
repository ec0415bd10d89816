import { broken, contained, demandCount } from "../guard/index.js";
import { parse } from "../schema/index.js";
import { demandDoubles } from "./demand-doubles.js";
import { Distribution } from "./distribution.js";
import type { RandomStream } from "./random-stream.js";
import { shapeOf } from "./shapes/shape-of.js";
import type { Transform } from "./shapes/shape.js";
import { type CheckedRun, fillFrom } from "./uniform-run.js";
import { demandRun, type RandomRun } from "./uniforms.js";

/** Numbers that are drawn and turned into values in one go: few enough to stay in the nearest cache. */
const BLOCK = 1024;

/** A distribution ready to draw from. */
export interface Sampler {
  /**
   * Writes the values at the first `count` of `uniforms`, each strictly between 0 and 1, to `out`, which may be the
   * same array.
   */
  readonly transform: (uniforms: Float64Array, out: Float64Array, count: number) => void;
  /** Fills `out` with the values of consecutive iterations of a stream, and hands it back. */
  readonly fill: (stream: RandomStream, run: RandomRun, out: Float64Array) => Float64Array;
}

/**
 * Prepares a distribution for drawing, once for any number of samples.
 *
 * All kinds are drawn by inversion, one uniform number a sample, so that samples rise with the number behind them:
 * antithetic numbers, Latin hypercubes and correlated numbers do what they should. An event takes one number for both
 * its occurrence and its impact. Samples are the exact quantiles to the last digits; those of a PERT distribution come
 * from a table and are right within 4e-7 of its range.
 *
 * The methods of the sampler refuse with `wrong-type` what is no Float64Array, with `out-of-range` a count above the
 * length of an array and, at its place, a number that is not strictly between 0 and 1.
 *
 * @param distribution - how the variable is distributed
 * @returns a sampler: `transform` turns uniform numbers into values, `fill` draws them from a stream
 * @throws DomainError `invalid-input` with the code and path of each fault of the distribution
 * @source Devroye: Non-uniform random variate generation (1986), section II.2, inversion
 *
 * @example
 * ```ts
 * import { preparedSampler, randomStream } from "golive-kit/random";
 *
 * const sampler = preparedSampler({ kind: "triangular", minimum: 10, mode: 20, maximum: 60 });
 * const numbers = Float64Array.of(0.05, 0.5, 0.8);
 * sampler.transform(numbers, numbers, 3);
 *
 * [...numbers]; // => [15, 28.377223398316207, 40]
 *
 * const samples = sampler.fill(randomStream({ seed: 42, id: "R-1" }), { from: 0 }, new Float64Array(1024));
 *
 * samples[0]; // => 19.5916734168977
 * ```
 */
export function preparedSampler(distribution: Distribution): Sampler {
  return contained("preparedSampler", () => {
    const { transform } = shapeOf(parse(Distribution, distribution, "distribution"));
    return {
      transform: (uniforms, out, count) => {
        contained("transform", () => {
          demandUniforms(uniforms, out, count);
          transform(uniforms, out, count);
        });
      },
      fill: (stream, run, out) =>
        contained("fill", () => {
          fillBlocks(transform, demandRun(stream, run, out), out);
          return out;
        }),
    };
  });
}

/**
 * Draws and turns block by block, so that the numbers are still in the nearest cache when they are turned. One loop for
 * both is no faster: see the loop of the numbers.
 */
function fillBlocks(transform: Transform, run: CheckedRun, out: Float64Array): void {
  for (let start = 0; start < out.length; start += BLOCK) {
    const block = out.length > BLOCK ? out.subarray(start, start + BLOCK) : out;
    fillFrom(run, start, block);
    transform(block, block, block.length);
  }
}

function demandUniforms(uniforms: unknown, out: unknown, count: unknown): void {
  demandDoubles(uniforms, "uniforms");
  demandDoubles(out, "out");
  const size = demandCount(count, "count");
  if (size > uniforms.length || size > out.length) {
    throw broken("out-of-range", "count", "at most the length of both arrays", count);
  }
  for (let i = 0; i < size; i++) {
    const u = uniforms[i] as number;
    if (!(u > 0 && u < 1)) throw broken("out-of-range", "uniforms", "strictly between 0 and 1", u, ["uniforms", i]);
  }
}
