/** A sum in the making that keeps what rounding loses, so that its error does not grow with its length. */
export interface RunningSum {
  /** Adds a number; answers the sum so far. */
  add(term: number): number;
}

/**
 * A compensated sum.
 *
 * @returns a sum of nothing yet
 * @source Neumaier, Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen (1974)
 */
export function runningSum(): RunningSum {
  let sum = 0;
  let lost = 0;
  return {
    add(term) {
      const next = sum + term;
      lost += Math.abs(sum) >= Math.abs(term) ? sum - next + term : term - next + sum;
      sum = next;
      return sum + lost;
    },
  };
}

/**
 * The compensated sum of `count` terms.
 *
 * @param count - how many
 * @param term - the i-th one, from 0
 * @returns the sum; 0 for none
 */
export function compensatedSum(count: number, term: (i: number) => number): number {
  const sum = runningSum();
  let total = 0;
  for (let i = 0; i < count; i++) total = sum.add(term(i));
  return total;
}
