import { ALMOST_ONE, noMass, type Shape } from "./shape.js";

const ROOT_TWO = 1.4142135623730951;

/**
 * The shape of a triangular distribution.
 *
 * @param minimum - the lower end
 * @param mode - the most likely value, from end to end
 * @param maximum - the upper end, above the lower one
 * @returns the shape
 * @source Johnson, Kotz, Balakrishnan: Continuous univariate distributions, volume 2 (1995), section 26.9
 */
export function triangularShape(minimum: number, mode: number, maximum: number): Shape {
  const range = maximum - minimum;
  const cut = (mode - minimum) / range;
  const left = range * (mode - minimum);
  const right = range * (maximum - mode);
  /** What lies below a value left of the mode, and above one right of it. */
  const lower = (x: number): number => (x <= minimum ? 0 : ((x - minimum) * (x - minimum)) / left);
  const upper = (x: number): number => (x >= maximum ? 0 : ((maximum - x) * (maximum - x)) / right);
  /** The tail above a level that the mode does not pass. */
  const rightTail = (v: number): number => v * (maximum - (2 / 3) * Math.sqrt(v * right));
  return {
    lowest: minimum,
    highest: maximum,
    mean: (minimum + mode + maximum) / 3,
    variance: (range * range * spreadOf(cut)) / 18,
    skewness: (ROOT_TWO * (1 - 2 * cut) * (1 + cut) * (2 - cut)) / (5 * spreadOf(cut) * Math.sqrt(spreadOf(cut))),
    massAt: noMass,
    // Past the mode, what is added to the share up to it: nothing is taken from 1 while it is still small.
    upTo: (x) => {
      if (x < mode) return lower(x);
      return upper(x) <= 0.5 ? 1 - upper(x) : cut + ((x - mode) * (maximum - mode + (maximum - x))) / right;
    },
    above: (x) => {
      if (x >= mode) return upper(x);
      const rest = (maximum - mode) / range;
      return lower(x) <= 0.5 ? 1 - lower(x) : rest + ((mode - x) * (mode - minimum + (x - minimum))) / left;
    },
    quantile: (u, v) => (u <= cut ? minimum + Math.sqrt(u * left) : maximum - Math.sqrt(v * right)),
    tail: (u, v) => {
      if (u >= cut) return rightTail(v);
      // The roots of both shares, cubed and subtracted, without losing what they have in common.
      const rest = (maximum - mode) / range;
      const [root, rootOfCut] = [Math.sqrt(u), Math.sqrt(cut)];
      const cubes = ((v - rest) * (cut + root * rootOfCut + u)) / (root + rootOfCut);
      return rightTail(rest) + minimum * (v - rest) + (2 / 3) * Math.sqrt(left) * cubes;
    },
    transform: (uniforms, out, count) => {
      fillTriangular(uniforms, out, count, { minimum, maximum, cut, left, right });
    },
  };
}

/** Eighteen variances of a triangle from 0 to 1. */
function spreadOf(mode: number): number {
  return 1 - mode + mode * mode;
}

/** What a triangle is drawn with. */
interface Sides {
  readonly minimum: number;
  readonly maximum: number;
  /** How much lies below the mode. */
  readonly cut: number;
  readonly left: number;
  readonly right: number;
}

/**
 * The same values as {@link triangularShape}'s quantile, to the last bit. Which side a number falls on is not to be
 * guessed, and a branch guessed wrong costs more than the rest: the side is a number, 0 or 1, and picks by
 * multiplying, which is exact.
 */
function fillTriangular(
  uniforms: Float64Array,
  out: Float64Array,
  count: number,
  { minimum, maximum, cut, left, right }: Sides,
): void {
  // No number is above a cut of 1, and the difference stays above -1.
  const edge = Math.min(cut, ALMOST_ONE);
  for (let i = 0; i < count; i++) {
    const u = uniforms[i] as number;
    const side = Math.ceil(u - edge);
    const other = 1 - side;
    const end = minimum * other + maximum * side;
    out[i] = end + (other - side) * Math.sqrt(Math.abs(side - u) * (left * other + right * side));
  }
}

/**
 * The ends of the triangle that is missed once in ten times on either side of a range.
 *
 * With s the share below the mode and w the range, the mode lies w (s − √(0.1 s)) above P10 and w (r − √(0.1 r)) below
 * P90, r = 1 − s. The first share of the sum of both rises with s, which is found by halving.
 *
 * @param p10 - one in ten is below
 * @param mode - the most likely value, from `p10` to `p90`
 * @param p90 - one in ten is above; above `p10`
 * @returns minimum, mode and maximum
 * @source Kotz, van Dorp: Beyond beta (2004), section 1.4, with both quantiles at one tenth
 */
export function triangleOfRange(
  p10: number,
  mode: number,
  p90: number,
): { readonly minimum: number; readonly maximum: number } {
  const wanted = (mode - p10) / (p90 - p10);
  let low = 0.1;
  let high = 0.9;
  for (;;) {
    const s = (low + high) / 2;
    if (s <= low || s >= high) break;
    const below = legOf(s);
    if (below < wanted * (below + legOf(1 - s))) low = s;
    else high = s;
  }
  const range = (p90 - p10) / (legOf(high) + legOf(1 - high));
  return { minimum: mode - high * range, maximum: mode + (1 - high) * range };
}

/** From P10 to the mode, in ranges, where `share` lies below the mode; none where the mode is P10 itself. */
function legOf(share: number): number {
  return share - Math.sqrt(0.1 * share);
}
