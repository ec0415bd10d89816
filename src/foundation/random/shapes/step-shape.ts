import { compensatedSum, runningSum } from "../compensated-sum.js";
import type { Shape, Transform } from "./shape.js";

/** Values with a probability each, in rising order. */
export interface Steps {
  /** The values, each once. */
  readonly values: Float64Array;
  /** Their probabilities, above 0, which sum to 1. */
  readonly probabilities: Float64Array;
}

/**
 * The shape of some values, each with its probability.
 *
 * @param steps - at least one value
 * @returns the shape
 */
export function stepShape({ values, probabilities }: Steps): Shape {
  const count = values.length;
  const lower = new Float64Array(count);
  const upper = new Float64Array(count);
  const rising = runningSum();
  const falling = runningSum();
  for (let i = 0; i < count; i++) lower[i] = rising.add(probabilities[i] as number);
  // What lies above a value is summed from above, so that a small tail is right to its last digits.
  for (let i = count - 1; i > 0; i--) upper[i - 1] = falling.add(probabilities[i] as number);
  lower[count - 1] = 1;

  const mean = compensatedSum(count, (i) => (values[i] as number) * (probabilities[i] as number));
  const spread = (i: number): number => (values[i] as number) - mean;
  const variance = compensatedSum(count, (i) => spread(i) * spread(i) * (probabilities[i] as number));
  const deviation = Math.sqrt(variance);
  const skewness = compensatedSum(count, (i) => {
    const score = deviation === 0 ? 0 : spread(i) / deviation;
    return score * score * score * (probabilities[i] as number);
  });
  let sampler: Transform | undefined;
  return {
    lowest: values[0] as number,
    highest: values[count - 1] as number,
    mean,
    variance,
    skewness,
    massAt: (x) => {
      const at = lastUpTo(x);
      return at >= 0 && values[at] === x ? (probabilities[at] as number) : 0;
    },
    upTo: (x) => {
      const at = lastUpTo(x);
      return at < 0 ? 0 : (lower[at] as number);
    },
    above: (x) => {
      const at = lastUpTo(x);
      return at < 0 ? 1 : (upper[at] as number);
    },
    quantile: (u, v) => values[placeOf(u, v)] as number,
    tail: (u, v) => {
      const at = placeOf(u, v);
      const sum = runningSum();
      let total = sum.add((values[at] as number) * (v - (upper[at] as number)));
      for (let i = at + 1; i < count; i++) total = sum.add((values[i] as number) * (probabilities[i] as number));
      return total;
    },
    transform: (uniforms, out, size) => {
      sampler ??= stepSampler(values, lower);
      sampler(uniforms, out, size);
    },
  };

  /** The last value of at most `x`; −1 when all are above it. */
  function lastUpTo(x: number): number {
    return firstPlace(count, (i) => (values[i] as number) > x) - 1;
  }

  /** Where the quantile stands. */
  function placeOf(u: number, v: number): number {
    return firstPlace(count - 1, (i) => (u <= v ? (lower[i] as number) >= u : (upper[i] as number) <= v));
  }
}

/** The first of `count` places at which a rule holds that goes on holding; `count` where it never does. */
export function firstPlace(count: number, holds: (i: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * A sampler of values by their cumulated probabilities: a guide says where to begin for each of as many equal parts
 * of 0 to 1 as there are values, and a step or two are left on average.
 *
 * @param values - in rising order
 * @param cumulated - probability of each value and those below it; the last one is 1
 * @returns the sampler
 * @source Devroye, Non-uniform random variate generation (1986), section III.2.4
 */
export function stepSampler(values: Float64Array, cumulated: Float64Array): Transform {
  const parts = values.length;
  const guide = new Int32Array(parts + 1);
  for (let part = 1, at = 0; part <= parts; part++) {
    while ((cumulated[at] as number) < part / parts) at++;
    guide[part] = at;
  }
  return (uniforms, out, count) => {
    for (let i = 0; i < count; i++) {
      const u = uniforms[i] as number;
      let at = guide[Math.floor(u * parts)] as number;
      // Rounding may have taken the product over a whole number.
      while (at > 0 && (cumulated[at - 1] as number) >= u) at--;
      while ((cumulated[at] as number) < u) at++;
      out[i] = values[at] as number;
    }
  };
}

/**
 * Steps from values in rising order, some of them more than once.
 *
 * @param sorted - the values, at least one
 * @param weightAt - how much the i-th one counts, 0 or above, not all 0
 * @returns each value that can come up, with its share of all weights
 */
export function stepsOf(sorted: Float64Array, weightAt: (i: number) => number): Steps {
  const values: number[] = [];
  const weights: number[] = [];
  sorted.forEach((value, i) => {
    const weight = weightAt(i);
    if (weight === 0) return;
    const last = values.length - 1;
    if (values[last] === value) weights[last] = (weights[last] as number) + weight;
    else {
      values.push(value);
      weights.push(weight);
    }
  });
  const total = compensatedSum(weights.length, (i) => weights[i] as number);
  return { values: Float64Array.from(values), probabilities: Float64Array.from(weights, (weight) => weight / total) };
}
