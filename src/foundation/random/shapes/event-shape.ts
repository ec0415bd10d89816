import { ALMOST_ONE, type Shape } from "./shape.js";

/** Less than this is lost when it is taken from 1. */
const LAST_DIGIT = 1 - ALMOST_ONE;

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
  /** The share of impacts below zero, as the last level that they are asked for; what the whole has below and above. */
  const shareBelow = impact.lowest >= 0 ? 0 : impact.upTo(0) - impact.massAt(0);
  const lastLevel = Math.min(shareBelow, ALMOST_ONE);
  const below = p * shareBelow;
  const above = p * impact.above(0);
  return {
    lowest: Math.min(0, impact.lowest),
    highest: Math.max(0, impact.highest),
    mean: p * impact.mean,
    variance: p * squaresOf(p, impact),
    skewness: skewnessOf(p, impact),
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
        below === 0 && above >= LAST_DIGIT
          ? chooseRising(uniforms, count, p, above, places, chances)
          : chooseBoth(uniforms, count, { p, below, lastLevel, above }, places, chances);
      impact.transform(chances, chances, happened);
      out.fill(0, 0, count);
      for (let k = 0; k < happened; k++) out[places[k] as number] = chances[k] as number;
    },
  };

  /** The level that is left for an impact below zero. */
  function lowerSide(u: number): number {
    return Math.min(u / p, lastLevel);
  }
}

/** The variance of the whole, as a multiple of the probability. */
function squaresOf(p: number, impact: Shape): number {
  return impact.variance + (1 - p) * impact.mean * impact.mean;
}

/** From parts of the variance: the probability, which may be tiny, divides once and at the end. */
function skewnessOf(p: number, impact: Shape): number {
  const squares = squaresOf(p, impact);
  if (squares === 0) return 0;
  const share = impact.variance / squares;
  const mean = impact.mean / Math.sqrt(squares);
  const ofImpact = impact.skewness * share * Math.sqrt(share);
  return (ofImpact + (1 - p) * mean * (3 * share + (1 - 2 * p) * mean * mean)) / Math.sqrt(p);
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

/** Where an event's impacts lie. */
interface Sides {
  readonly p: number;
  readonly below: number;
  readonly lastLevel: number;
  readonly above: number;
}

/** The same where impacts below zero come first, or where the probability is below the last digit of 1. */
function chooseBoth(
  uniforms: Float64Array,
  count: number,
  { p, below, lastLevel, above }: Sides,
  places: Int32Array,
  chances: Float64Array,
): number {
  let happened = 0;
  for (let i = 0; i < count; i++) {
    const u = uniforms[i] as number;
    if (1 - u < above) chances[happened] = 1 - (1 - u) / p;
    else if (u <= below) chances[happened] = Math.min(u / p, lastLevel);
    else continue;
    places[happened++] = i;
  }
  return happened;
}
