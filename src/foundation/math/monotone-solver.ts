/** Steps before the search ends where it is; halving a doubles' range takes fewer than 70. */
const MAX_STEPS = 200;

/** A rising function's value and slope at a point. */
export interface Sloped {
  readonly value: number;
  readonly slope: number;
}

/**
 * The zero of a rising function: Newton's steps, kept inside the bracket that its signs have shown; a step that
 * leaves it, or cannot be taken, halves the bracket or widens it.
 *
 * @param start - a first guess
 * @param f - value and slope; its value may be infinite on either side
 */
export function solvedMonotone(start: number, f: (t: number) => Sloped): number {
  let low = -Infinity;
  let high = Infinity;
  let t = start;
  let reach = 1;
  for (let step = 0; step < MAX_STEPS; step++) {
    const { value, slope } = f(t);
    if (value === 0) return t;
    if (value < 0) low = t;
    else high = t;
    let next = t - value / slope;
    if (!(next > low && next < high)) {
      if (low === -Infinity) next = t - reach;
      else if (high === Infinity) next = t + reach;
      else next = low + (high - low) / 2;
      reach *= 2;
    }
    if (next === t || next === low || next === high) return next;
    if (Math.abs(next - t) <= Math.abs(next) * 1e-16) return next;
    t = next;
  }
  return t;
}
