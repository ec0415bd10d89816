import type { Shape } from "./shape.js";

/** The largest number below 1. */
const ALMOST_ONE = 1 - 2.220446049250313e-16 / 2;

/**
 * The shape of something that happens with a probability, comes to `impact` when it does, and to 0 when it does not.
 *
 * Occurrence and impact come from one number: the quantile of the whole runs through the impacts below zero, then the
 * zero of what does not happen, then the impacts above it.
 *
 * @param probability - how likely it happens, above 0 and below 1
 * @param impact - what it comes to
 * @returns the shape
 */
export function eventShape(probability: number, impact: Shape): Shape {
  const p = probability;
  const variance = p * impact.variance + p * (1 - p) * impact.mean * impact.mean;
  /** How likely the whole is below zero, and above it. */
  const below = impact.lowest >= 0 ? 0 : p * (impact.upTo(0) - impact.massAt(0));
  const above = p * impact.above(0);
  return {
    lowest: Math.min(0, impact.lowest),
    highest: Math.max(0, impact.highest),
    mean: p * impact.mean,
    variance,
    skewness: skewnessOf(p, impact, variance),
    massAt: (x) => p * impact.massAt(x) + (x === 0 ? 1 - p : 0),
    upTo: (x) => (x < 0 ? p * impact.upTo(x) : 1 - p * impact.above(x)),
    above: (x) => (x < 0 ? 1 - p * impact.upTo(x) : p * impact.above(x)),
    quantile: (u, v) => {
      if (v < above) return impact.quantile(1 - v / p, v / p);
      return u <= below ? impact.quantile(lowerSide(u), 1 - lowerSide(u)) : 0;
    },
    tail: (u, v) => {
      if (v < above) return p * impact.tail(1 - v / p, v / p);
      if (u < below) return p * impact.tail(lowerSide(u), 1 - lowerSide(u));
      if (impact.lowest >= 0) return p * impact.mean;
      return impact.above(0) === 0 ? 0 : p * impact.tail(impact.upTo(0), impact.above(0));
    },
    transform: (uniforms, out, count) => {
      const places = new Int32Array(count);
      const chances = new Float64Array(count);
      const happened =
        below === 0
          ? chooseRising(uniforms, count, p, above, places, chances)
          : chooseBoth(uniforms, count, { p, below, above }, places, chances);
      impact.transform(chances, chances, happened);
      out.fill(0, 0, count);
      for (let k = 0; k < happened; k++) out[places[k] as number] = chances[k] as number;
    },
  };

  /** The level that is left for an impact below zero. */
  function lowerSide(u: number): number {
    return Math.min(u / p, ALMOST_ONE);
  }
}

/** In units of the standard deviation of the whole, so that no power leaves the range of doubles. */
function skewnessOf(p: number, impact: Shape, variance: number): number {
  if (variance === 0) return 0;
  const mean = impact.mean / Math.sqrt(variance);
  const share = impact.variance / variance;
  const third = impact.skewness * share * Math.sqrt(share);
  return p * third + p * (1 - p) * mean * (3 * share + (1 - 2 * p) * mean * mean);
}

/**
 * Which numbers let the event happen, and the number that each leaves for the impact. Every one is written down; the
 * next one takes its place unless it counted, which needs no guess at a branch.
 */
function chooseRising(
  uniforms: Float64Array,
  count: number,
  p: number,
  above: number,
  places: Int32Array,
  chances: Float64Array,
): number {
  let happened = 0;
  for (let i = 0; i < count; i++) {
    const rest = 1 - (uniforms[i] as number);
    places[happened] = i;
    chances[happened] = 1 - rest / p;
    happened += Math.ceil(above - rest);
  }
  return happened;
}

/** The same where impacts below zero come first. */
function chooseBoth(
  uniforms: Float64Array,
  count: number,
  { p, below, above }: { readonly p: number; readonly below: number; readonly above: number },
  places: Int32Array,
  chances: Float64Array,
): number {
  let happened = 0;
  for (let i = 0; i < count; i++) {
    const u = uniforms[i] as number;
    if (1 - u < above) chances[happened] = 1 - (1 - u) / p;
    else if (u <= below) chances[happened] = Math.min(u / p, ALMOST_ONE);
    else continue;
    places[happened++] = i;
  }
  return happened;
}
