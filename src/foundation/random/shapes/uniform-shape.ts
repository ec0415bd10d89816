import { noMass, type Shape } from "./shape.js";

/**
 * The shape of numbers that are equally likely between two ends.
 *
 * @param minimum - the lower end
 * @param maximum - the upper end, above it
 * @returns the shape
 */
export function uniformShape(minimum: number, maximum: number): Shape {
  const range = maximum - minimum;
  return {
    lowest: minimum,
    highest: maximum,
    mean: minimum / 2 + maximum / 2,
    variance: (range * range) / 12,
    skewness: 0,
    massAt: noMass,
    upTo: (x) => share((x - minimum) / range),
    above: (x) => share((maximum - x) / range),
    // From the nearer end, so that rounding never takes a value past an end.
    quantile: (u, v) => (u <= v ? minimum + u * range : maximum - v * range),
    tail: (_u, v) => v * (maximum - (v * range) / 2),
    transform: (uniforms, out, count) => {
      fillUniform(uniforms, out, count, minimum, maximum);
    },
  };
}

function share(ratio: number): number {
  return ratio <= 0 ? 0 : ratio >= 1 ? 1 : ratio;
}

function fillUniform(uniforms: Float64Array, out: Float64Array, count: number, minimum: number, maximum: number): void {
  const range = maximum - minimum;
  for (let i = 0; i < count; i++) {
    const u = uniforms[i] as number;
    out[i] = u <= 0.5 ? minimum + u * range : maximum - (1 - u) * range;
  }
}
