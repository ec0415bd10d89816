import { log } from "../../foundation/math/index.js";
import type { PresentSums } from "./present-sums.js";

/** Between which bounds a series has exactly one root; either may be infinite. */
export interface Reach {
  readonly low: number;
  readonly high: number;
  /** The sign of the series at the lower bound; at the upper it is the other. */
  readonly signLow: number;
}

/** A step of Newton this short, if it is also a hundredth of the one before, leaves an error of some 1e-10. */
const NEAR = 1e-5;
const FASTER = 0.01;
/** Half a unit in the last place of a double of 1. */
const LAST_PLACE = 1.2e-16;
/** Steps of one search. Halving alone needs some 70; the rest is room. */
const MAX_STEPS = 300;

/**
 * The one root of a series between two bounds.
 *
 * It is fast because Newton's steps are taken on ln(gain ÷ loss), which is nearly a straight line in s, where the present
 * value itself is steep on one side and flat on the other: four or five steps from 0 will do. A step that leaves the
 * bounds, or is not half as long as the one before, gives way to halving; towards an infinite bound, to doubling.
 *
 * @param amounts - the amounts of the series
 * @param sums - to work their present values out
 * @param reach - the bounds, and the sign at the lower one
 * @returns the logarithm of the growth factor of a tick
 */
export function logGrowthBetween(amounts: Float64Array, sums: PresentSums, reach: Reach): number {
  let { low, high } = reach;
  let s = low < 0 && high > 0 ? 0 : low === -Infinity ? high : high === Infinity ? low : low + (high - low) / 2;
  let before = Infinity;
  const scale = 1 / sums.span;
  let far = scale;
  for (let step = 0; step < MAX_STEPS; step++) {
    sums.at(amounts, s);
    const { gain, loss } = sums;
    if (gain === loss) break;
    if (gain > loss === reach.signLow > 0) low = s;
    else high = s;
    // The larger over the smaller, so that all signs turned round give the same root to the last digit.
    const height = gain > loss ? log(gain / loss) : -log(loss / gain);
    const newton = s - height / sums.logSlope;
    const change = Math.abs(newton - s);
    if (change <= LAST_PLACE * Math.abs(s)) break;
    if (newton > low && newton < high && change * 2 <= before) {
      const isFound = change <= NEAR * scale && change <= before * FASTER;
      s = newton;
      if (isFound) break;
      before = change;
    } else {
      const next = high === Infinity ? low + far : low === -Infinity ? high - far : low + (high - low) / 2;
      if (next === low || next === high) break;
      s = next;
      before = Infinity;
      far *= 2;
    }
  }
  return s;
}
