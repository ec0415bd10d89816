import type { Shape } from "./shape.js";

/**
 * The shape of a number that is known, and of every distribution without spread.
 *
 * @param value - the number
 * @returns the shape
 */
export function constantShape(value: number): Shape {
  return {
    lowest: value,
    highest: value,
    mean: value,
    variance: 0,
    skewness: 0,
    massAt: (x) => (x === value ? 1 : 0),
    upTo: (x) => (x >= value ? 1 : 0),
    above: (x) => (x >= value ? 0 : 1),
    quantile: () => value,
    tail: (_u, v) => value * v,
    transform: (_uniforms, out, count) => {
      out.fill(value, 0, count);
    },
  };
}
