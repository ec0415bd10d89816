import * as z from "zod";

import { type NoAnswer, noAnswer } from "../../errors/index.js";
import { broken, contained, demandList, demandNumbers } from "../../guard/index.js";
import { Count, optional, parse, rule, schema } from "../../schema/index.js";
import { meanOf } from "./sum.js";

/**
 * Numbers that were counted, without the numbers: enough to add more, to merge with others, and to tell mean, spread
 * and shape. Plain data.
 */
export interface Moments {
  /** How many. */
  readonly count: number;
  /** Their mean; 0 of nothing. */
  readonly mean: number;
  /** Sum of the squared distances from the mean. */
  readonly squares: number;
  /** Sum of the cubed distances. */
  readonly cubes: number;
  /** Sum of the fourth powers of the distances. */
  readonly fourths: number;
  /** The smallest; left out of nothing. */
  readonly minimum?: number;
  /** The largest; left out of nothing. */
  readonly maximum?: number;
}

/** Reads {@link Moments}. */
export const Moments: z.ZodType<Moments> = /* @__PURE__ */ schema(() =>
  z
    .strictObject({
      count: Count,
      mean: z.number(),
      squares: z.number().min(0),
      cubes: z.number(),
      fourths: z.number().min(0),
      minimum: optional(z.number()),
      maximum: optional(z.number()),
    })
    .check(
      rule(({ count, minimum, maximum }: Moments, report) => {
        const given = [minimum, maximum].filter((end) => end !== undefined).length;
        if (given !== (count === 0 ? 0 : 2))
          report("inconsistent", [], "expected both ends unless nothing was counted");
        if ((minimum ?? 0) > (maximum ?? 0) && given === 2)
          report("inconsistent", ["minimum"], "expected at most maximum");
      }),
    ),
);

/** What {@link Moments} tell. */
export interface MomentFigures {
  /** How many numbers. */
  readonly count: number;
  /** Their mean. */
  readonly mean: number | NoAnswer<"no-data">;
  /** Their sample variance, with n − 1 below. */
  readonly variance: number | NoAnswer<"too-few-values">;
  /** The root of the variance. */
  readonly standardDeviation: number | NoAnswer<"too-few-values">;
  /** Mean cubed distance in standard deviations (with n below): above 0 with a long tail to the right. */
  readonly skewness: number | NoAnswer<"too-few-values" | "no-spread">;
  /** Mean fourth power of the distance in standard deviations, less the 3 of the normal distribution. */
  readonly excessKurtosis: number | NoAnswer<"too-few-values" | "no-spread">;
  /** The smallest. */
  readonly minimum: number | NoAnswer<"no-data">;
  /** The largest. */
  readonly maximum: number | NoAnswer<"no-data">;
}

const NOTHING: Moments = { count: 0, mean: 0, squares: 0, cubes: 0, fourths: 0 };

/**
 * Counts numbers.
 *
 * @param values - numbers, in any order; may be empty
 * @returns their moments, as plain data
 * @throws DomainError `invalid-input` when elements are no finite numbers, one issue per fault
 * @throws DomainError `out-of-range` when a power of their distances is above the largest double
 *
 * @example
 * ```ts
 * import { moments } from "golive-kit/statistics";
 *
 * const { count, mean, squares } = moments([3, 7, 7, 19]);
 *
 * [count, mean, squares]; // => [4, 9, 144]
 * ```
 */
export function moments(values: ArrayLike<number>): Moments {
  return contained("moments", () => momentsOf(demandNumbers(values, "values")));
}

/**
 * Puts moments together, as if all numbers had been counted at once; the order matters for the last digits only.
 *
 * @param states - moments of any lots; those of nothing change nothing
 * @returns the moments of all
 * @throws DomainError `invalid-input` when a state is none, one issue per fault
 * @source Pébay, Formulas for robust, one-pass parallel computation of covariances and arbitrary-order statistical moments, Sandia report SAND2008-6212 (2008), section 2
 *
 * @example
 * ```ts
 * import { mergeMoments, moments } from "golive-kit/statistics";
 *
 * mergeMoments([moments([3, 7, 7, 19]), moments([24, 26]), moments([])]).count; // => 6
 * ```
 */
export function mergeMoments(states: readonly Moments[]): Moments {
  return contained("mergeMoments", () => {
    const all = Array.from(demandList(states, "states"), (state) => parse(Moments, state, "moments"));
    return mergedMoments(all);
  });
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
    const { count, mean, squares, cubes, fourths, minimum, maximum } = parse(Moments, state, "moments");
    const none = noAnswer("no-data");
    const few = noAnswer("too-few-values");
    const variance = count < 2 ? few : squares / (count - 1);
    const spread = squares / count;
    const noShape = count < 2 ? few : spread === 0 ? noAnswer("no-spread") : undefined;
    return {
      count,
      mean: count === 0 ? none : mean,
      variance,
      standardDeviation: typeof variance === "number" ? Math.sqrt(variance) : variance,
      skewness: noShape ?? cubes / count / (spread * Math.sqrt(spread)),
      excessKurtosis: noShape ?? fourths / count / (spread * spread) - 3,
      minimum: minimum ?? none,
      maximum: maximum ?? none,
    };
  });
}

/** The moments of finite numbers, in two passes. */
export function momentsOf(numbers: Float64Array): Moments {
  const count = numbers.length;
  if (count === 0) return NOTHING;
  let mean = meanOf(numbers);
  let minimum = numbers[0] as number;
  let maximum = minimum;
  let rest = 0;
  for (const value of numbers) {
    rest += value - mean;
    if (value < minimum) minimum = value;
    if (value > maximum) maximum = value;
  }
  // What rounding left in the mean is taken back before the distances are measured.
  mean += rest / count;
  let [squares, cubes, fourths] = [0, 0, 0];
  for (const value of numbers) {
    const d = value - mean;
    const square = d * d;
    squares += square;
    cubes += square * d;
    fourths += square * square;
  }
  if (!Number.isFinite(fourths))
    throw broken("out-of-range", "values", "close enough together that fourth powers are finite", maximum);
  return { count, mean, squares, cubes, fourths, minimum, maximum };
}

/** Several moments in one, from the first to the last. */
export function mergedMoments(states: readonly Moments[]): Moments {
  return states.reduce((a, b) => {
    if (a.count === 0) return b;
    if (b.count === 0) return a;
    const count = a.count + b.count;
    const d = b.mean - a.mean;
    const share = d / count;
    const product = d * share * a.count * b.count;
    return {
      count,
      mean: a.mean + share * b.count,
      squares: a.squares + b.squares + product,
      cubes:
        a.cubes +
        b.cubes +
        product * share * (a.count - b.count) +
        3 * share * (a.count * b.squares - b.count * a.squares),
      fourths:
        a.fourths +
        b.fourths +
        product * share * share * (a.count * a.count - a.count * b.count + b.count * b.count) +
        6 * share * share * (a.count * a.count * b.squares + b.count * b.count * a.squares) +
        4 * share * (a.count * b.cubes - b.count * a.cubes),
      minimum: Math.min(a.minimum as number, b.minimum as number),
      maximum: Math.max(a.maximum as number, b.maximum as number),
    };
  }, NOTHING);
}
