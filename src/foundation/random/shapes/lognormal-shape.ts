import { exp, expm1, log, normalCdf, normalQuantile } from "../../math/index.js";
import { scoreAt } from "./normal-shape.js";
import { noMass, type Shape } from "./shape.js";

/** What a lognormal shape is made from. */
export interface LognormalParameters {
  /** Mean of the logarithm. */
  readonly mu: number;
  /** Standard deviation of the logarithm, above 0. */
  readonly sigma: number;
  /** Mean of the variable; worked out when left out. */
  readonly mean?: number;
  /** Variance of the variable; worked out when left out. */
  readonly variance?: number;
}

/**
 * The shape of a variable whose logarithm is normal.
 *
 * @param parameters - mean and standard deviation of the logarithm, and the moments where they are known
 * @returns the shape
 * @source Johnson, Kotz, Balakrishnan: Continuous univariate distributions, volume 1 (1994), chapter 14
 */
export function lognormalShape(parameters: LognormalParameters): Shape {
  const { mu, sigma } = parameters;
  const { mean = exp(mu + (sigma * sigma) / 2) } = parameters;
  const excess = expm1(sigma * sigma);
  const { variance = mean * mean * excess } = parameters;
  const scoreOf = (x: number): number => (log(x) - mu) / sigma;
  return {
    lowest: 0,
    highest: Infinity,
    mean,
    variance,
    skewness: (excess + 3) * Math.sqrt(excess),
    massAt: noMass,
    upTo: (x) => (x <= 0 ? 0 : normalCdf(scoreOf(x))),
    above: (x) => (x <= 0 ? 1 : normalCdf(-scoreOf(x))),
    quantile: (u, v) => exp(mu + sigma * scoreAt(u, v)),
    tail: (u, v) => mean * normalCdf(sigma - scoreAt(u, v)),
    transform: (uniforms, out, count) => {
      fillLognormal(uniforms, out, count, mu, sigma);
    },
  };
}

function fillLognormal(uniforms: Float64Array, out: Float64Array, count: number, mu: number, sigma: number): void {
  for (let i = 0; i < count; i++) out[i] = exp(mu + sigma * normalQuantile(uniforms[i] as number));
}
