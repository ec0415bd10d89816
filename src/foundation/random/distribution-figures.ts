import { type NoAnswer, noAnswer } from "../errors/index.js";
import { contained, demandBetween, demandFinite } from "../guard/index.js";
import { parse } from "../schema/index.js";
import { Distribution } from "./distribution.js";
import type { Shape } from "./shapes/shape.js";
import { shapeOf } from "./shapes/shape-of.js";

/**
 * A cumulated probability this close below a level has reached it, so that decimals such as 0.9 mean what they say: in
 * parts of the smaller side, and the last digit that a level near 1 has.
 */
const REACHED = 1e-12;
const LAST_DIGIT = 2.220446049250313e-16;

/** Which quantile is asked for. */
export interface QuantileLevel {
  /** How much is to lie below, from 0 to 1: 0.8 for P80. */
  readonly probability: number;
}

/** Which value a distribution is held against. */
export interface DistributionValue {
  /** The value, in the unit of the distribution. */
  readonly value: number;
}

/** Where a distribution lies, how far it spreads, and which way it leans. */
export interface DistributionMoments {
  /** Mean. */
  readonly mean: number;
  /** Variance, in the square of the unit. */
  readonly variance: number;
  /** Root of the variance. */
  readonly standardDeviation: number;
  /** Third central moment in cubes of the standard deviation, above 0 with the long tail on the right. */
  readonly skewness: number | NoAnswer<"no-spread">;
}

/**
 * The mean of a distribution.
 *
 * @param distribution - how the variable is distributed
 * @returns the mean, in the unit of the distribution, unrounded
 * @throws DomainError `invalid-input` with the code and path of each fault of the distribution
 *
 * @example
 * ```ts
 * import { distributionMean } from "golive-kit/random";
 *
 * distributionMean({ kind: "event", probability: 0.25, impact: { kind: "constant", value: 1000 } }); // => 250
 * ```
 */
export function distributionMean(distribution: Distribution): number {
  return contained("distributionMean", () => clean(read(distribution).mean));
}

/**
 * The variance of a distribution.
 *
 * @param distribution - how the variable is distributed
 * @returns the variance, in the square of the unit, unrounded
 * @throws DomainError `invalid-input` with the code and path of each fault of the distribution
 *
 * @example
 * ```ts
 * import { distributionVariance } from "golive-kit/random";
 *
 * distributionVariance({ kind: "uniform", minimum: 0, maximum: 6 }); // => 3
 * ```
 */
export function distributionVariance(distribution: Distribution): number {
  return contained("distributionVariance", () => read(distribution).variance);
}

/**
 * Mean, variance, standard deviation and skewness of a distribution.
 *
 * @param distribution - how the variable is distributed
 * @returns the moments, unrounded; skewness is NoAnswer `no-spread` where the variance is 0
 * @throws DomainError `invalid-input` with the code and path of each fault of the distribution
 *
 * @example
 * ```ts
 * import { distributionMoments } from "golive-kit/random";
 *
 * distributionMoments({ kind: "triangular", minimum: -50, mode: -20, maximum: 10 });
 * // => { mean: -20, variance: 150, standardDeviation: 12.24744871391589, skewness: 0 }
 * ```
 */
export function distributionMoments(distribution: Distribution): DistributionMoments {
  return contained("distributionMoments", () => {
    const { mean, variance, skewness } = read(distribution);
    return {
      mean: clean(mean),
      variance,
      standardDeviation: Math.sqrt(variance),
      skewness: variance === 0 ? noAnswer("no-spread") : clean(skewness),
    };
  });
}

/**
 * A quantile of a distribution: the smallest value that is not passed with the probability asked for.
 *
 * It is exact, also for PERT distributions, which samplers draw from a table. Where single values have a probability, a
 * cumulated one that is short of the level by rounding alone has reached it.
 *
 * @param distribution - how the variable is distributed
 * @param level - `probability`: how much is to lie below, from 0 to 1; 0.8 for P80
 * @returns the quantile, in the unit of the distribution, unrounded; 0 and 1 ask for the smallest and the largest value, NoAnswer `unbounded` where there is none
 * @throws DomainError `invalid-input` with the code and path of each fault of the distribution
 * @throws DomainError `wrong-type`, `not-finite` or `out-of-range` when the probability is none
 *
 * @example
 * ```ts
 * import { distributionQuantile } from "golive-kit/random";
 *
 * distributionQuantile({ kind: "triangular", minimum: 10, mode: 20, maximum: 60 }, { probability: 0.8 }); // => 40
 * distributionQuantile({ kind: "normal", mean: 0, standardDeviation: 1 }, { probability: 1 });
 * // => { kind: "none", reason: "unbounded" }
 * ```
 */
export function distributionQuantile(distribution: Distribution, level: QuantileLevel): number | NoAnswer<"unbounded"> {
  return contained("distributionQuantile", () => {
    const shape = read(distribution);
    const u = demandBetween(level.probability, 0, 1, "probability");
    return u > 0 && u < 1 ? clean(quantileOf(shape, u)) : boundOf(shape, u);
  });
}

/**
 * How likely a variable is at most a value.
 *
 * @param distribution - how the variable is distributed
 * @param at - `value`, in the unit of the distribution
 * @returns a probability from 0 to 1
 * @throws DomainError `invalid-input` with the code and path of each fault of the distribution
 * @throws DomainError `wrong-type` or `not-finite` when the value is no finite number
 *
 * @example
 * ```ts
 * import { distributionCdf } from "golive-kit/random";
 *
 * distributionCdf({ kind: "uniform", minimum: 0, maximum: 10 }, { value: 2.5 }); // => 0.25
 * ```
 */
export function distributionCdf(distribution: Distribution, at: DistributionValue): number {
  return contained("distributionCdf", () => clean(read(distribution).upTo(demandFinite(at.value, "value"))));
}

/**
 * How likely a variable is above a value; right to the last digits where that is nearly impossible.
 *
 * @param distribution - how the variable is distributed
 * @param at - `value`, in the unit of the distribution
 * @returns a probability from 0 to 1
 * @throws DomainError `invalid-input` with the code and path of each fault of the distribution
 * @throws DomainError `wrong-type` or `not-finite` when the value is no finite number
 *
 * @example
 * ```ts
 * import { distributionExceedance } from "golive-kit/random";
 *
 * distributionExceedance({ kind: "bernoulli", probability: 0.25 }, { value: 0 }); // => 0.25
 * ```
 */
export function distributionExceedance(distribution: Distribution, at: DistributionValue): number {
  return contained("distributionExceedance", () => clean(read(distribution).above(demandFinite(at.value, "value"))));
}

/**
 * Expected shortfall of a distribution: the mean of the worst share of outcomes, those from a quantile up.
 *
 * It is the integral of the quantile from p to 1, divided by 1 − p; a value with a probability of its own that lies on the
 * quantile is split. High values are the bad ones: for gains turn the sign round.
 *
 * @param distribution - how the variable is distributed
 * @param level - `probability` p from 0 to 1: 0.95 for the mean of the worst twentieth
 * @returns a value in the unit of the distribution, unrounded; with 0 the mean, with 1 the largest value, NoAnswer `unbounded` where there is none
 * @throws DomainError `invalid-input` with the code and path of each fault of the distribution
 * @throws DomainError `wrong-type`, `not-finite` or `out-of-range` when the probability is none
 * @source Acerbi, Tasche: On the coherence of expected shortfall, Journal of Banking and Finance 26 (2002), pages 1487 to 1503
 *
 * @example
 * ```ts
 * import { distributionShortfall } from "golive-kit/random";
 *
 * distributionShortfall({ kind: "uniform", minimum: 0, maximum: 100 }, { probability: 0.5 }); // => 75
 * ```
 */
export function distributionShortfall(
  distribution: Distribution,
  level: QuantileLevel,
): number | NoAnswer<"unbounded"> {
  return contained("distributionShortfall", () => {
    const shape = read(distribution);
    const u = demandBetween(level.probability, 0, 1, "probability");
    return u < 1 ? clean(shape.tail(u, 1 - u) / (1 - u)) : boundOf(shape, u);
  });
}

/** Every call looks at the data anew, so that nothing but checked figures is worked with. */
function read(distribution: Distribution): Shape {
  return shapeOf(parse(Distribution, distribution, "distribution"));
}

function quantileOf(shape: Shape, u: number): number {
  const slack = u <= 0.5 ? REACHED * u : REACHED * (1 - u) + LAST_DIGIT;
  const early = shape.quantile(u - slack, 1 - u + slack);
  return shape.massAt(early) > 0 ? early : shape.quantile(u, 1 - u);
}

function boundOf({ lowest, highest }: Shape, u: number): number | NoAnswer<"unbounded"> {
  const bound = u === 0 ? lowest : highest;
  return Number.isFinite(bound) ? clean(bound) : noAnswer("unbounded");
}

function clean(value: number): number {
  return value === 0 ? 0 : value;
}
