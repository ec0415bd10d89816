/** Steps before the search ends where it is; halving what doubles there are takes fewer. */
const MAX_STEPS = 200;
/** A step this small leaves an error of its third power. */
const SMALL = 1e-6;

/** A tail of a distribution at a point. */
export interface Tail {
  /** ln(tail / wanted tail). */
  readonly excess: number;
  /** The slope of that. */
  readonly slope: number;
  /** The slope of the logarithm of the density. */
  readonly lean: number;
}

/**
 * How far from a first guess a tail has the size that is wanted.
 *
 * The logarithm of a tail of a log-concave density is concave, so Newton's steps come near from wherever they start, and
 * Halley's, which know the bend, triple the right digits with each step. A step that leaves the bracket
 * which the signs have shown halves it or widens it.
 *
 * @param isRising - whether the tail grows with the distance
 * @param tailAt - the tail at a distance from the guess
 * @returns the distance
 */
export function tailRoot(isRising: boolean, tailAt: (distance: number) => Tail): number {
  let low = -Infinity;
  let high = Infinity;
  let distance = 0;
  let reach = 1;
  for (let count = 0; count < MAX_STEPS; count++) {
    const { excess, slope, lean } = tailAt(distance);
    if (excess < 0 === isRising) low = distance;
    else high = distance;
    const newton = -excess / slope;
    const bend = 0.5 * newton * (lean - slope);
    const step = Math.abs(bend) < 0.5 ? newton / (1 + bend) : newton;
    let next = distance + step;
    if (Math.abs(step) * (1 + Math.abs(lean) + Math.abs(slope)) < SMALL) return next;
    if (!(next > low && next < high)) {
      if (low === -Infinity) next = high - reach;
      else if (high === Infinity) next = low + reach;
      else next = low + 0.5 * (high - low);
      reach *= 2;
      // No double is left between them.
      if (next === low || next === high) return next;
    }
    distance = next;
  }
  return distance;
}
