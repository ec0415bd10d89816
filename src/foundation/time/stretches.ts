/** A stretch of days or of moments, half-open. */
export type Stretch = readonly [from: number, to: number];

/**
 * Puts stretches in rising order and joins those that overlap or touch.
 *
 * @param stretches - in any order
 * @returns stretches that lie apart, rising
 */
export function mergedStretches(stretches: readonly Stretch[]): readonly Stretch[] {
  const result: [number, number][] = [];
  for (const [from, to] of [...stretches].sort((a, b) => a[0] - b[0])) {
    const last = result[result.length - 1];
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else result.push([from, to]);
  }
  return result;
}
