import { normalCdf, normalQuantile } from "../math/index.js";

/** The largest number below 1: a correlated point beyond it would have no quantile. */
const BELOW_ONE = 0.9999999999999999;

/**
 * Correlates columns of uniform numbers in place by a Gaussian copula: each is made normal, the normals are mixed by
 * the factor of their correlation matrix, and made uniform again. Every point is treated alone, so that blocks can be
 * split up, and each column by itself stays uniform.
 *
 * @param factor - of `choleskyFactor`, a row a column
 * @param columns - uniform numbers, above 0 and below 1
 * @param size - how many numbers of each
 * @source Nelsen, An Introduction to Copulas, second edition, section 2.3
 */
export function correlateByCopula(
  factor: readonly Float64Array[],
  columns: readonly Float64Array[],
  size: number,
): void {
  for (const column of columns) for (let i = 0; i < size; i++) column[i] = normalQuantile(column[i] as number);
  // From the last column to the first: each needs only those before it, which are still unmixed.
  for (let row = columns.length - 1; row >= 0; row--) {
    const mixed = columns[row] as Float64Array;
    const weights = factor[row] as Float64Array;
    const own = weights[row] as number;
    for (let i = 0; i < size; i++) mixed[i] = own * (mixed[i] as number);
    for (let other = 0; other < row; other++) {
      const weight = weights[other] as number;
      if (weight === 0) continue;
      const column = columns[other] as Float64Array;
      for (let i = 0; i < size; i++) mixed[i] = (mixed[i] as number) + weight * (column[i] as number);
    }
  }
  for (const column of columns) {
    for (let i = 0; i < size; i++) {
      const u = normalCdf(column[i] as number);
      column[i] = u < 1 ? u : BELOW_ONE;
    }
  }
}
