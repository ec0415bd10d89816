/** Cash flows on a scale of whole ticks, as the search for rates takes them. */
export interface FlowSeries {
  /** What flows, in the order of time; neither the first nor the last is zero. */
  readonly amounts: Float64Array;
  /** How many ticks a period has: 365 where ticks are days and rates are for a year. */
  readonly ticksPerPeriod: number;
  /** When each flow falls; flow k falls at tick k where it is left out. */
  readonly times?: FlowTimes;
}

/** When flows fall. */
export interface FlowTimes {
  /** Whole ticks, ascending from 0, no two alike. */
  readonly ticks: Float64Array;
  /** The distances between neighbours: each once, or all of them where few are alike. */
  readonly gaps: Float64Array;
  /** Which of `gaps` lies before each flow; the first has none. */
  readonly gapOf: Int32Array;
}

/** Gaps are gathered where the longest is at most this many times the number of flows. */
const GATHERED = 4;

/**
 * Flows that follow each other at a distance of one tick, which is a period; zeros at both ends are left off. When all of
 * them come so much later changes no rate.
 */
export function evenSeries(amounts: Float64Array): FlowSeries {
  let start = 0;
  let end = amounts.length;
  while (start < end && amounts[start] === 0) start++;
  while (end > start && amounts[end - 1] === 0) end--;
  return { amounts: end - start === amounts.length ? amounts : amounts.slice(start, end), ticksPerPeriod: 1 };
}

/**
 * Flows at ticks of their own; zeros are left off, and the first that is none falls at tick 0.
 *
 * @param ticks - ascending, no two alike
 * @param amounts - one for each tick
 * @param ticksPerPeriod - above zero
 */
export function unevenSeries(ticks: Float64Array, amounts: Float64Array, ticksPerPeriod: number): FlowSeries {
  if (ticks[0] === 0 && !amounts.includes(0)) return { amounts, ticksPerPeriod, times: timesOf(ticks) };
  const count = amounts.filter((amount) => amount !== 0).length;
  const keptTicks = new Float64Array(count);
  const kept = new Float64Array(count);
  let first = 0;
  let next = 0;
  for (let i = 0; i < amounts.length; i++) {
    const amount = amounts[i] as number;
    if (amount === 0) continue;
    const tick = ticks[i] as number;
    if (next === 0) first = tick;
    keptTicks[next] = tick - first;
    kept[next++] = amount;
  }
  return { amounts: kept, ticksPerPeriod, times: timesOf(keptTicks) };
}

/**
 * Gaps that are alike are gathered, so that the search takes one exponential for each of them and not for each flow:
 * daily to monthly flows have a few dozen at most.
 */
function timesOf(ticks: Float64Array): FlowTimes {
  const count = ticks.length;
  const gapOf = new Int32Array(count);
  let longest = 0;
  for (let i = 1; i < count; i++) {
    const gap = (ticks[i] as number) - (ticks[i - 1] as number);
    if (gap > longest) longest = gap;
  }
  if (longest > GATHERED * count) {
    const gaps = new Float64Array(count);
    for (let i = 1; i < count; i++) {
      gaps[i] = (ticks[i] as number) - (ticks[i - 1] as number);
      gapOf[i] = i;
    }
    return { ticks, gaps, gapOf };
  }
  const places = new Int32Array(longest + 1);
  const found: number[] = [];
  for (let i = 1; i < count; i++) {
    const gap = (ticks[i] as number) - (ticks[i - 1] as number);
    let place = places[gap] as number;
    if (place === 0) places[gap] = place = found.push(gap);
    gapOf[i] = place - 1;
  }
  return { ticks, gaps: Float64Array.from(found), gapOf };
}
