import { sortInPlace } from "../summary/sorted-numbers.js";
import type { CheckedPoints } from "./points.js";

/** Up to so many slopes all are written down and sorted. */
const FEW = 200_000;
/** Slopes that are looked at to guess where the wanted ones are. */
const SAMPLED = 16_384;
/** How far beyond the guess is looked, in standard deviations of the sample's counts: misses are rarer than 1 in 10,000. */
const MARGIN = 4;

/**
 * The slopes at some ranks among the slopes of all pairs of points that differ in x.
 *
 * A sample says between which slopes the wanted ones lie; one pass over all pairs counts those below and writes down
 * those in between. Should the sample have been wrong, all are written down: the answer is exact either way.
 *
 * @param points - with differences that are finite
 * @param count - how many pairs differ in x
 * @param ranks - counted from 1, in rising order
 */
export function slopesAt(points: CheckedPoints, count: number, ranks: readonly number[]): readonly number[] {
  const [first, last] = [ranks[0] as number, ranks[ranks.length - 1] as number];
  const guess = count > FEW ? guessed(points, first / count, last / count) : EVERYTHING;
  let { below, slopes } = slopesWithin(points, guess);
  if (first <= below || last > below + slopes.length) ({ below, slopes } = slopesWithin(points, EVERYTHING));
  const sorted = sortInPlace(slopes);
  return ranks.map((rank) => sorted[rank - below - 1] as number);
}

interface Range {
  readonly low: number;
  readonly high: number;
}

const EVERYTHING: Range = { low: -Infinity, high: Infinity };

/** Slopes of pairs drawn evenly, and of these the ones around both shares. */
function guessed({ x, y }: CheckedPoints, low: number, high: number): Range {
  const n = x.length;
  const sample = new Float64Array(SAMPLED);
  // A linear congruential sequence: the same pairs every time, spread as if by chance.
  let state = 1;
  const place = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * n);
  };
  for (let drawn = 0; drawn < SAMPLED; ) {
    const [i, j] = [place(), place()];
    const run = (x[j] as number) - (x[i] as number);
    if (run !== 0) sample[drawn++] = ((y[j] as number) - (y[i] as number)) / run;
  }
  sortInPlace(sample);
  const reach = (share: number): number => MARGIN * Math.sqrt(SAMPLED * share * (1 - share)) + MARGIN;
  return {
    low: sample[Math.floor(low * SAMPLED - reach(low))] ?? -Infinity,
    high: sample[Math.ceil(high * SAMPLED + reach(high))] ?? Infinity,
  };
}

/** Counts the slopes below a range and writes down those in it. */
function slopesWithin({ x, y }: CheckedPoints, { low, high }: Range): { below: number; slopes: Float64Array } {
  const n = x.length;
  let slopes = new Float64Array(FEW);
  let [below, at] = [0, 0];
  for (let i = 0; i < n; i++) {
    const [x0, y0] = [x[i] as number, y[i] as number];
    // Room for the slopes of one more point.
    if (at + n > slopes.length) {
      const larger = new Float64Array(2 * slopes.length + n);
      larger.set(slopes);
      slopes = larger;
    }
    for (let j = i + 1; j < n; j++) {
      const run = (x[j] as number) - x0;
      const slope = ((y[j] as number) - y0) / run;
      if (run === 0 || slope > high) continue;
      // Adding zero takes the sign off a slope of −0.
      if (slope < low) below++;
      else slopes[at++] = slope + 0;
    }
  }
  return { below, slopes: slopes.subarray(0, at) };
}
