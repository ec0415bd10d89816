/** Parts that a day can be cut into: more than enough for minutes, seconds and six decimals. */
const MAX_SCALE = 1e9;
const MAX_DENOMINATOR = 1e6;
/** Whole numbers are exact in a double up to 2^53; half of it leaves room for dates. */
const ROOM = 4_503_599_627_370_496;

/**
 * How many equal parts a day must be cut into, so that all given days are whole
 * numbers of parts.
 *
 * Decimal days are no binary fractions: 0.1 + 0.2 is above 0.3 in doubles, and a
 * critical task would seem to have float. Each number is therefore read as the
 * simplest fraction that gives the same double, 0.1 as 1/10 and 0.333… as 1/3,
 * and a network is worked out in whole parts, exactly and in any order. Where no
 * common part exists (days such as √2) the parts are the finest power of two that
 * fits: no number moves by more than a billionth of a day, or than a double of the
 * size of all days together rounds, and sums are still free of rounding.
 *
 * @param days - finite numbers
 * @returns parts in a day, a whole number of at least 1
 */
export function partsOfDay(days: readonly Float64Array[]): number {
  let scale = 1;
  let total = 0;
  for (const list of days) {
    for (const value of list) {
      total += value < 0 ? -value : value;
      if (scale === 0 || Math.round(value * scale) / scale === value) continue;
      const denominator = denominatorOf(value);
      const common = denominator === 0 ? 0 : (scale / greatestDivisor(scale, denominator)) * denominator;
      scale = common > MAX_SCALE ? 0 : common;
    }
  }
  if (scale > 0 && total * scale <= ROOM) return scale;
  let parts = 1;
  while (parts * 2 <= MAX_SCALE && total * parts * 2 <= ROOM) parts *= 2;
  return parts;
}

/**
 * The denominator of the simplest fraction that gives this double, by continued fractions.
 *
 * @param value - a finite number
 * @returns the denominator; 0 when it is above a million
 */
export function denominatorOf(value: number): number {
  let rest = Math.abs(value) % 1;
  let before = 0;
  let denominator = 1;
  while (Math.round(value * denominator) / denominator !== value) {
    if (rest === 0) return 0;
    const whole = Math.floor(1 / rest);
    rest = 1 / rest - whole;
    [before, denominator] = [denominator, whole * denominator + before];
    if (denominator > MAX_DENOMINATOR) return 0;
  }
  return denominator;
}

function greatestDivisor(a: number, b: number): number {
  while (b > 0) [a, b] = [b, a % b];
  return a;
}
