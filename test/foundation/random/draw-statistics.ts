/** Mean of some draws. */
export function meanOf(draws: Float64Array): number {
  return draws.reduce((sum, draw) => sum + draw, 0) / draws.length;
}

/** Correlation of each draw with the next one. */
export function lagOne(draws: Float64Array): number {
  const mean = meanOf(draws);
  let together = 0;
  let alone = 0;
  for (let i = 0; i < draws.length; i++) {
    const here = (draws[i] as number) - mean;
    alone += here * here;
    if (i > 0) together += here * ((draws[i - 1] as number) - mean);
  }
  return together / alone;
}

/** How far the correlation of neighbours is from 0, in standard errors. */
export function lagOneScore(draws: Float64Array): number {
  return lagOne(draws) * Math.sqrt(draws.length);
}

/** How far chi-square over equal cells is from its expectation, in standard deviations. */
export function chiSquareScore(draws: Float64Array, cells: number): number {
  const counts = new Float64Array(cells);
  for (const draw of draws) {
    const cell = Math.floor(draw * cells);
    counts[cell] = (counts[cell] as number) + 1;
  }
  const expected = draws.length / cells;
  let sum = 0;
  for (const count of counts) sum += ((count - expected) * (count - expected)) / expected;
  return (sum - (cells - 1)) / Math.sqrt(2 * (cells - 1));
}
