import { type NoAnswer, noAnswer } from "../../errors/index.js";
import { contained } from "../../guard/index.js";
import { parse } from "../../schema/index.js";
import { Moments } from "./moments.js";
import { withinRange } from "./sum.js";

/** 2^−960: sums of powers below it have lost digits, or all. */
const LEAST = 1.0261342003245941e-289;

/** What {@link Moments} tell. */
export interface MomentFigures {
  /** How many numbers. */
  readonly count: number;
  /** Their mean. */
  readonly mean: number | NoAnswer<"no-data">;
  /** Their sample variance, with n − 1 below. */
  readonly variance: number | NoAnswer<"too-few-values" | "beyond-range">;
  /** The root of the variance. */
  readonly standardDeviation: number | NoAnswer<"too-few-values" | "beyond-range">;
  /** Mean cubed distance in standard deviations (both with n below): above 0 with a long tail to the right. */
  readonly skewness: number | NoAnswer<"too-few-values" | "no-spread" | "beyond-range">;
  /** Mean fourth power of the distance in standard deviations (both with n below), less the 3 of the normal distribution. */
  readonly excessKurtosis: number | NoAnswer<"too-few-values" | "no-spread" | "beyond-range">;
  /** The smallest. */
  readonly minimum: number | NoAnswer<"no-data">;
  /** The largest. */
  readonly maximum: number | NoAnswer<"no-data">;
}

/**
 * Mean, spread and shape of numbers that were counted.
 *
 * @param state - from {@link moments} or {@link mergeMoments}
 * @returns the figures; those that do not exist say why
 * @throws DomainError `invalid-input` when the state is none
 *
 * @example
 * ```ts
 * import { momentFigures, moments } from "golive-kit/statistics";
 *
 * momentFigures(moments([3, 7, 7, 19])).variance; // => 48
 * momentFigures(moments([5])).variance; // => { kind: "none", reason: "too-few-values" }
 * ```
 */
export function momentFigures(state: Moments): MomentFigures {
  return contained("momentFigures", () => {
    const read = parse(Moments, state, "moments");
    const { count, mean, minimum, maximum } = read;
    const none = noAnswer("no-data");
    return {
      count,
      mean: count === 0 ? none : mean,
      ...spreadOf(read),
      minimum: minimum ?? none,
      maximum: maximum ?? none,
    };
  });
}

type Spread = Pick<MomentFigures, "variance" | "standardDeviation" | "skewness" | "excessKurtosis">;

function spreadOf({ count, squares, cubes, fourths, minimum, maximum }: Moments): Spread {
  if (count < 2) {
    const few = noAnswer("too-few-values");
    return { variance: few, standardDeviation: few, skewness: few, excessKurtosis: few };
  }
  const variance = squares / (count - 1);
  if (minimum === maximum) {
    const flat = noAnswer("no-spread");
    return { variance, standardDeviation: Math.sqrt(variance), skewness: flat, excessKurtosis: flat };
  }
  const beyond = noAnswer("beyond-range");
  const mean = squares / count;
  return {
    ...(squares < LEAST
      ? { variance: beyond, standardDeviation: beyond }
      : { variance, standardDeviation: Math.sqrt(variance) }),
    ...(fourths < LEAST
      ? { skewness: beyond, excessKurtosis: beyond }
      : {
          skewness: withinRange(cubes / count / (mean * Math.sqrt(mean))),
          excessKurtosis: withinRange(fourths / count / (mean * mean) - 3),
        }),
  };
}
