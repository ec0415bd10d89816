/** A stretch of time in milliseconds of the epoch: `from` included, `to` excluded. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Stretches in order, with room between them. */
export type Stretches = readonly Stretch[];

/**
 * Merges stretches that overlap or touch. Starts and ends are sorted apart, as
 * plain numbers: which end belongs to which start does not matter to the union.
 */
export function mergeStretches(stretches: readonly Stretch[]): Stretches {
  const starts = Float64Array.from(stretches, ({ from }) => from).sort();
  const ends = Float64Array.from(stretches, ({ to }) => to).sort();
  const merged: Stretch[] = [];
  let opened = 0;
  let closed = 0;
  let from = 0;
  for (const start of starts) {
    // An end at this very start does not close: the two touch.
    while ((ends[closed] ?? start) < start) closed++;
    if (closed === opened) {
      if (opened > 0) merged.push({ from, to: ends[closed - 1] ?? from });
      from = start;
    }
    opened++;
  }
  if (opened > 0) merged.push({ from, to: ends[opened - 1] ?? from });
  return merged;
}

/** What of the first lies outside the second. */
export function subtractStretches(whole: Stretches, gone: Stretches): Stretches {
  const left: Stretch[] = [];
  let first = 0;
  for (const { from, to } of whole) {
    let start = from;
    while ((gone[first]?.to ?? Infinity) <= from) first++;
    for (let i = first; ; i++) {
      const gap = gone[i];
      if (gap === undefined || gap.from >= to) break;
      if (gap.from > start) left.push({ from: start, to: gap.from });
      start = Math.max(start, gap.to);
    }
    if (start < to) left.push({ from: start, to });
  }
  return left;
}

/** Their length in all, in milliseconds. */
export function lengthOfStretches(stretches: Stretches): number {
  let total = 0;
  for (const { from, to } of stretches) total += to - from;
  return total;
}

/** Whether one of the stretches holds all of `stretch`. */
export function coversStretch(stretches: Stretches, { from, to }: Stretch): boolean {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.from ?? Infinity) <= from) low = middle + 1;
    else high = middle;
  }
  return (stretches[low - 1]?.to ?? -Infinity) >= to;
}
