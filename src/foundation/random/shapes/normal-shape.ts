import { normalCdf, normalDensity, normalQuantile } from "../../math/index.js";
import { noMass, type Shape } from "./shape.js";

/**
 * The shape of a normal distribution.
 *
 * @param mean - its mean
 * @param standardDeviation - above 0
 * @returns the shape
 */
export function normalShape(mean: number, standardDeviation: number): Shape {
  const scoreOf = (x: number): number => (x - mean) / standardDeviation;
  return {
    lowest: -Infinity,
    highest: Infinity,
    mean,
    variance: standardDeviation * standardDeviation,
    skewness: 0,
    massAt: noMass,
    upTo: (x) => normalCdf(scoreOf(x)),
    above: (x) => normalCdf(-scoreOf(x)),
    quantile: (u, v) => mean + standardDeviation * scoreAt(u, v),
    tail: (u, v) => v * mean + standardDeviation * normalDensity(scoreAt(u, v)),
    transform: (uniforms, out, count) => {
      fillNormal(uniforms, out, count, mean, standardDeviation);
    },
  };
}

function fillNormal(uniforms: Float64Array, out: Float64Array, count: number, mean: number, spread: number): void {
  for (let i = 0; i < count; i++) out[i] = mean + spread * normalQuantile(uniforms[i] as number);
}

/**
 * The standard normal quantile of a level of which both sides are known.
 *
 * @param u - the level
 * @param v - 1 − u
 * @returns standard deviations from the mean
 */
export function scoreAt(u: number, v: number): number {
  return u <= v ? normalQuantile(u) : -normalQuantile(v);
}
