import * as z from "zod";

import { broken, contained, demandNumbers } from "../../guard/index.js";
import { Count, list, optional, parse, rule, schema } from "../../schema/index.js";
import { meanOf } from "./sum.js";
import { endsOf } from "./summary.js";

/** How far sums of ten million powers can be off by rounding, as a share of them. */
const SLACK = 1e-6;

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
      rule(({ count, squares, cubes, fourths, minimum, maximum }: Moments, report) => {
        const given = [minimum, maximum].filter((end) => end !== undefined).length;
        if (given !== (count === 0 ? 0 : 2))
          report("inconsistent", [], "expected both ends unless nothing was counted");
        if ((minimum ?? 0) > (maximum ?? 0) && given === 2)
          report("inconsistent", ["minimum"], "expected at most maximum");
        // By Cauchy and Schwarz, but for rounding and for what fell to zero.
        if (squares / count > Math.sqrt(fourths / count) * (1 + SLACK) + 1e-150)
          report("inconsistent", ["fourths"], "expected at least squares² ÷ count");
        if (Math.abs(cubes) > Math.sqrt(squares) * Math.sqrt(fourths) * (1 + SLACK) + 1e-200)
          report("inconsistent", ["cubes"], "expected at most the root of squares × fourths in size");
      }),
    ),
);

const MomentsList: z.ZodType<readonly Moments[]> = /* @__PURE__ */ schema(() => list(Moments));

const NOTHING: Moments = { count: 0, mean: 0, squares: 0, cubes: 0, fourths: 0 };

/**
 * Counts numbers.
 *
 * @param values - numbers, in any order; may be empty
 * @returns their moments, as plain data
 * @throws DomainError `invalid-input` when elements are no finite numbers, one issue per fault
 * @throws DomainError `wrong-type` when it is no list, `too-many` above 10 000 000 numbers
 * @throws DomainError `out-of-range` when a fourth power of their distances is above the largest double
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
 * Counts more numbers. Add them in lots, not one by one: the state is checked each time.
 *
 * @param state - the moments so far
 * @param values - numbers, in any order; may be empty
 * @returns the moments of all
 * @throws DomainError `invalid-input` when the state is none, or elements are no finite numbers, one issue per fault
 * @throws DomainError `wrong-type` when it is no list, `too-many` above 10 000 000 numbers
 * @throws DomainError `out-of-range` when a fourth power of the distances is above the largest double, or the count above 2^53 − 1
 *
 * @example
 * ```ts
 * import { addToMoments, moments } from "golive-kit/statistics";
 *
 * const { count, mean } = addToMoments(moments([3, 7, 7]), [19]);
 *
 * [count, mean]; // => [4, 9]
 * ```
 */
export function addToMoments(state: Moments, values: ArrayLike<number>): Moments {
  return contained("addToMoments", () =>
    merged(parse(Moments, state, "moments"), momentsOf(demandNumbers(values, "values"))),
  );
}

/**
 * Puts moments together, as if all numbers had been counted at once; the order matters for the last digits only.
 *
 * @param states - moments of any lots; those of nothing change nothing
 * @returns the moments of all
 * @throws DomainError `invalid-input` when a state is none, one issue per fault
 * @throws DomainError `out-of-range` when a fourth power of the distances is above the largest double, or the count above 2^53 − 1
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
  return contained("mergeMoments", () => parse(MomentsList, states, "states").reduce(merged, { ...NOTHING }));
}

/** The moments of finite numbers, in two passes. */
function momentsOf(numbers: Float64Array): Moments {
  const count = numbers.length;
  if (count === 0) return { ...NOTHING };
  const mean = meanOf(numbers);
  let rest = 0;
  let squares = 0;
  let cubes = 0;
  let fourths = 0;
  // By index: an iterator takes several times as long.
  for (let i = 0; i < count; i++) {
    const d = (numbers[i] as number) - mean;
    const square = d * d;
    rest += d;
    squares += square;
    cubes += square * d;
    fourths += square * square;
  }
  // The powers were taken about the rounded mean: what it is off by is taken back.
  const off = rest / count;
  return demandFinite({
    count,
    mean,
    squares: squares - rest * off,
    cubes: cubes - 3 * off * squares + 2 * rest * off * off,
    fourths: fourths - 4 * off * cubes + 6 * off * off * squares - 3 * rest * off * off * off,
    ...endsOf(numbers),
  });
}

/** Two moments in one. */
function merged(a: Moments, b: Moments): Moments {
  if (a.count === 0) return b;
  if (b.count === 0) return a;
  const count = a.count + b.count;
  const d = b.mean - a.mean;
  const share = d / count;
  const product = d * share * a.count * b.count;
  return demandFinite({
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
  });
}

/** Refuses moments that are not among the doubles; where any is not, the fourths are not. */
function demandFinite(state: Moments): Moments {
  if (!Number.isFinite(state.fourths)) {
    const expected = "close enough together that the fourth powers of their distances are finite";
    throw broken("out-of-range", "values", expected, state.maximum);
  }
  if (!Number.isSafeInteger(state.count)) throw broken("out-of-range", "count", "at most 2^53 − 1", state.count);
  return state;
}
