import { exp, incompleteBeta, inverseIncompleteBeta, log, log1p, logBeta } from "../../math/index.js";
import type { Transform } from "./shape.js";

/** 2^−53, the smallest uniform number there is; what is below is taken for it. */
const SMALLEST = 1.1102230246251565e-16;
/** The octaves that have cells: from there to one half. */
const OCTAVES = 52;
/** Cells of an octave, as many as three bits tell apart. */
const CELLS_PER_OCTAVE = 8;
/** Cells of one side; the last one begins at one half itself. */
const CELLS = OCTAVES * CELLS_PER_OCTAVE + 1;
/** Exponent and upper three bits of the fraction of 2^−53, as they stand in the upper word of a double. */
const FIRST = (1023 - 53) * CELLS_PER_OCTAVE;
const FRACTION_BITS_LEFT = 17;

/** What is drawn, as in {@link pertShape}. */
interface Beta {
  readonly minimum: number;
  readonly maximum: number;
  readonly alpha: number;
  readonly beta: number;
}

/**
 * A sampler of a beta distribution by a table: 834 cells, a cubic in each.
 *
 * With v the smaller of u and 1 − u, the distance from the nearer end is near to a power of v, which no grid of equal
 * cells follows. So each octave of v has eight cells, whose number is read off the bits of v, and in each the cubic that
 * meets the exact quantile and its slope at both ends. Both sides are one table; a number on the upper side falls into
 * its second half.
 *
 * @param parameters - ends and weights; both weights at least 1
 * @returns the sampler, right within 4e-7 of the range and within 1e-6 in probability
 */
export function pertSampler({ minimum, maximum, alpha, beta }: Beta): Transform {
  const range = maximum - minimum;
  const cubics = new Float64Array(2 * CELLS * 4);
  fillCubics(cubics, 0, { from: minimum, scale: range, alpha, beta });
  fillCubics(cubics, CELLS * 4, { from: maximum, scale: -range, alpha: beta, beta: alpha });
  return (uniforms, out, count) => {
    fillPert(uniforms, out, count, cubics);
  };
}

function fillPert(uniforms: Float64Array, out: Float64Array, count: number, cubics: Float64Array): void {
  const pair = new Float64Array(1);
  const words = new Int32Array(pair.buffer);
  pair[0] = 1;
  const high = words[1] === 0 ? 0 : 1;
  for (let i = 0; i < count; i++) {
    const u = uniforms[i] as number;
    // 0 below one half, 1 above it: picked without a branch, which could not be guessed.
    const side = Math.ceil(u - 0.5);
    const distance = Math.abs(side - u);
    const v = distance > SMALLEST ? distance : SMALLEST;
    pair[0] = v;
    // In whole numbers: an index that is worked out in doubles takes as long as all the rest.
    const at = (((((words[high] as number) >>> FRACTION_BITS_LEFT) - FIRST) | 0) + Math.imul(side, CELLS)) << 2;
    out[i] =
      (cubics[at] as number) +
      v * ((cubics[at + 1] as number) + v * ((cubics[at + 2] as number) + v * (cubics[at + 3] as number)));
  }
}

/** One side of a table: where it begins, which way it goes, and its weights seen from there. */
interface Side {
  readonly from: number;
  readonly scale: number;
  readonly alpha: number;
  readonly beta: number;
}

/** A point of the quantile function of a beta distribution from 0 to 1. */
interface Knot {
  /** How much lies below. */
  readonly v: number;
  /** The quantile. */
  readonly x: number;
  readonly density: number;
}

/** Fills the cubics of one side, from one half down to the end. */
function fillCubics(cubics: Float64Array, offset: number, side: Side): void {
  const { alpha, beta } = side;
  const constant = logBeta(alpha, beta);
  const densityAt = (x: number): number => exp((alpha - 1) * log(x) + (beta - 1) * log1p(-x) - constant);
  const top = inverseIncompleteBeta(nodeOf(CELLS), alpha, beta);
  let above: Knot = { v: nodeOf(CELLS), x: top, density: densityAt(top) };
  for (let cell = CELLS - 1; cell >= 0; cell--) {
    const v = nodeOf(cell);
    const x = quantileBelow(above, v, side, densityAt);
    const below = { v, x, density: densityAt(x) };
    setCubic(cubics, offset + cell * 4, below, above, side);
    above = below;
  }
}

/** Where a cell begins: 2^−53 for the first one, one half for the last. */
function nodeOf(cell: number): number {
  let node = (CELLS_PER_OCTAVE + (cell % CELLS_PER_OCTAVE)) / (2 * CELLS_PER_OCTAVE);
  for (let octave = Math.floor(cell / CELLS_PER_OCTAVE); octave < OCTAVES; octave++) node /= 2;
  return node;
}

/**
 * The quantile of `v`, a little below a point where it is known: three terms of the series from there, good for four
 * digits, then one step of Halley's, which makes three times as many.
 */
function quantileBelow(known: Knot, v: number, { alpha, beta }: Side, densityAt: (x: number) => number): number {
  const step = (v - known.v) / known.density;
  const bend = bendAt(known.x, alpha, beta);
  const twist = (alpha - 1) / (known.x * known.x) + (beta - 1) / ((1 - known.x) * (1 - known.x));
  const guess = known.x + step * (1 - step * (bend / 2 - (step * (2 * bend * bend + twist)) / 6));
  const miss = (incompleteBeta(guess, alpha, beta) - v) / densityAt(guess);
  return guess - miss / (1 - (miss * bendAt(guess, alpha, beta)) / 2);
}

/** Slope of the logarithm of the density. */
function bendAt(x: number, alpha: number, beta: number): number {
  return (alpha - 1) / x - (beta - 1) / (1 - x);
}

/** The cubic in v that meets two points of the quantile function and its slopes there, 1 ÷ density. */
function setCubic(cubics: Float64Array, at: number, low: Knot, high: Knot, { from, scale }: Side): void {
  const width = high.v - low.v;
  const secant = (high.x - low.x) / width;
  const slope = 1 / low.density;
  const slopes = slope + 1 / high.density;
  const square = (3 * secant - slope - slopes) / width;
  const cube = (slopes - 2 * secant) / (width * width);
  // From powers of the way into the cell to powers of v: the loop then needs not know where the cell begins.
  const { v, x } = low;
  cubics[at] = from + scale * (x - v * (slope - v * (square - v * cube)));
  cubics[at + 1] = scale * (slope - v * (2 * square - 3 * v * cube));
  cubics[at + 2] = scale * (square - 3 * v * cube);
  cubics[at + 3] = scale * cube;
}
