import { poissonCdf, poissonMass, poissonUpper } from "../../math/index.js";
import { runningSum } from "../compensated-sum.js";
import { scoreAt } from "./normal-shape.js";
import type { Shape, Transform } from "./shape.js";
import { firstPlace, stepSampler } from "./step-shape.js";

/** Standard deviations from the mean, and counts beside them, past which less than 2^−60 is left. */
const FAR_DEVIATIONS = 10;
const FAR_COUNTS = 60;

/**
 * The shape of a Poisson count.
 *
 * @param mean - above 0
 * @returns the shape
 * @source Johnson, Kemp, Kotz: Univariate discrete distributions (2005), chapter 4
 */
export function poissonShape(mean: number): Shape {
  const deviation = Math.sqrt(mean);
  let sampler: Transform | undefined;
  return {
    lowest: 0,
    highest: Infinity,
    mean,
    variance: mean,
    skewness: 1 / deviation,
    massAt: (x) => (Number.isInteger(x) ? poissonMass(x, mean) : 0),
    upTo: (x) => (x < 0 ? 0 : poissonCdf(Math.floor(x), mean)),
    above: (x) => (x < 0 ? 1 : poissonUpper(Math.floor(x), mean)),
    quantile,
    tail: (u, v) => {
      const count = u === 0 ? 0 : quantile(u, v);
      return mean * poissonUpper(count - 1, mean) + count * (v - poissonUpper(count, mean));
    },
    transform: (uniforms, out, count) => {
      sampler ??= poissonSampler(mean);
      sampler(uniforms, out, count);
    },
  };

  /** The smallest count that is not passed with probability `u`. */
  function quantile(u: number, v: number): number {
    const reached = (count: number): boolean =>
      u <= v ? poissonCdf(count, mean) >= u : poissonUpper(count, mean) <= v;
    const guess = Math.max(0, Math.floor(mean + deviation * scoreAt(u, v)));
    let width = 1;
    while (!reached(guess + width)) width *= 2;
    const low = guess - width > 0 && !reached(guess - width) ? guess - width : 0;
    return low + firstPlace(guess + width - low, (i) => reached(low + i));
  }
}

/** A sampler by a table of all counts that can come up. */
function poissonSampler(mean: number): Transform {
  const deviation = Math.sqrt(mean);
  const middle = Math.floor(mean);
  const lowest = Math.max(0, middle - Math.ceil(FAR_DEVIATIONS * deviation));
  const size = middle + Math.ceil(FAR_DEVIATIONS * deviation) + FAR_COUNTS - lowest;
  const values = new Float64Array(size);
  const cumulated = new Float64Array(size);
  // From the likeliest count each way: a neighbour's probability is a quotient away.
  cumulated[middle - lowest] = poissonMass(middle, mean);
  for (let i = middle - lowest; i > 0; i--) cumulated[i - 1] = ((cumulated[i] as number) * (lowest + i)) / mean;
  for (let i = middle - lowest + 1; i < size; i++) {
    cumulated[i] = ((cumulated[i - 1] as number) * mean) / (lowest + i);
  }
  const sum = runningSum();
  let total = 0;
  for (let i = 0; i < size; i++) {
    values[i] = lowest + i;
    total = sum.add(cumulated[i] as number);
    cumulated[i] = total;
  }
  for (let i = 0; i < size; i++) cumulated[i] = (cumulated[i] as number) / total;
  return stepSampler(values, cumulated);
}
