/**
 * In how many ways `chosen` things can be taken from some that are ranked, by twice the number of pairs in which a
 * taken thing ranks above one that was left, ties counting a half.
 *
 * The groups are gone through from the lowest up; for each number taken so far, the ways are kept by the pairs they
 * have. The counts are exact while they are below 2^53, which holds for up to 56 things, and right to about 14 digits
 * beyond: nothing is subtracted.
 *
 * @param chosen - how many are taken
 * @param sizes - how many share each rank, from the lowest
 * @returns counts by twice the number of pairs
 */
export function splitCounts(chosen: number, sizes: Uint32Array): Float64Array {
  let all = 0;
  for (const size of sizes) all += size;
  const left = all - chosen;
  const width = 2 * chosen * left + 1;
  const ways = Array.from({ length: chosen + 1 }, () => new Float64Array(width));
  (ways[0] as Float64Array)[0] = 1;
  let below = 0;
  for (const size of sizes) {
    // From the most taken down, so that what this group adds is not read again.
    for (let taken = Math.min(chosen, below); taken >= Math.max(0, below - left); taken--) {
      const from = ways[taken] as Float64Array;
      const leftBelow = below - taken;
      for (let more = Math.max(1, size + leftBelow - left); more <= Math.min(size, chosen - taken); more++) {
        const to = ways[taken + more] as Float64Array;
        const pairs = more * (2 * leftBelow + size - more);
        const choices = choose(size, more);
        for (let i = 0; i <= 2 * taken * leftBelow; i++)
          to[i + pairs] = (to[i + pairs] as number) + choices * (from[i] as number);
      }
    }
    below += size;
  }
  return ways[chosen] as Float64Array;
}

/** How many ways there are to choose k of n. */
function choose(n: number, k: number): number {
  let ways = 1;
  for (let i = 0; i < k; i++) ways = (ways * (n - i)) / (i + 1);
  return ways;
}
