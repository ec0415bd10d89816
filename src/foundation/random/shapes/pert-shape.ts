import { incompleteBeta, incompleteBetaUpper, inverseIncompleteBeta } from "../../math/index.js";
import { pertSampler } from "./pert-sampler.js";
import { noMass, type Shape, type Transform } from "./shape.js";

/** The ends of a beta distribution and its two exponents plus one. */
export interface BetaParameters {
  readonly minimum: number;
  readonly maximum: number;
  /** Weight of the lower side, at least 1. */
  readonly alpha: number;
  /** Weight of the upper side, at least 1. */
  readonly beta: number;
}

/**
 * The shape of a beta distribution between two ends.
 *
 * @param parameters - its ends, the upper one above the lower, and its weights
 * @returns the shape
 * @source Johnson, Kotz, Balakrishnan: Continuous univariate distributions, volume 2 (1995), chapter 25
 */
export function pertShape({ minimum, maximum, alpha, beta }: BetaParameters): Shape {
  const range = maximum - minimum;
  const sum = alpha + beta;
  const lowerShare = alpha / sum;
  const upperShare = beta / sum;
  let sampler: Transform | undefined;
  return {
    lowest: minimum,
    highest: maximum,
    mean: minimum * upperShare + maximum * lowerShare,
    variance: (range * lowerShare * (range * upperShare)) / (sum + 1),
    skewness: (2 * (beta - alpha) * Math.sqrt(sum + 1)) / ((sum + 2) * Math.sqrt(alpha * beta)),
    massAt: noMass,
    upTo: (x) => (x <= minimum ? 0 : x >= maximum ? 1 : lower(x)),
    above: (x) => (x <= minimum ? 1 : x >= maximum ? 0 : upper(x)),
    // From the nearer end, so that a value close to it keeps its distance.
    quantile: (u, v) =>
      u <= v
        ? minimum + range * inverseIncompleteBeta(u, alpha, beta)
        : maximum - range * inverseIncompleteBeta(v, beta, alpha),
    tail: (u, v) => {
      if (u > v) {
        const y = inverseIncompleteBeta(v, beta, alpha);
        return v * minimum + range * lowerShare * incompleteBeta(y, beta, alpha + 1);
      }
      const x = u === 0 ? 0 : inverseIncompleteBeta(u, alpha, beta);
      return v * minimum + range * lowerShare * incompleteBetaUpper(x, alpha + 1, beta);
    },
    transform: (uniforms, out, count) => {
      sampler ??= pertSampler({ minimum, maximum, alpha, beta });
      sampler(uniforms, out, count);
    },
  };

  function lower(x: number): number {
    return incompleteBeta((x - minimum) / range, alpha, beta);
  }

  function upper(x: number): number {
    return incompleteBeta((maximum - x) / range, beta, alpha);
  }
}
