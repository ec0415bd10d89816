import { normalQuantile } from "../math/index.js";
import { fillPermuted, type KeyedPermutation } from "./keyed-permutation.js";

/**
 * Reorders columns so that their rank correlations come near to a matrix, and no value changes: the values of a column
 * take the order of its scores, normal scores in random order, mixed to the wanted correlation after their own chance
 * correlation is taken out. It needs whole columns, and an added column at the end leaves those before it as they are.
 *
 * @param factor - of `choleskyFactor` for the wanted matrix, a row a column
 * @param columns - reordered in place
 * @param orders - a permutation of the rows for each column
 * @source Iman and Conover, A distribution-free approach to inducing rank correlation among input variables, Communications in Statistics B11 (1982), pages 311 to 334
 */
export function reorderByImanConover(
  factor: readonly Float64Array[],
  columns: readonly Float64Array[],
  orders: readonly KeyedPermutation[],
): void {
  const size = columns[0]?.length ?? 0;
  const places = new Int32Array(size);
  const scores = orders.map((order) => {
    fillPermuted(order, 0, size, places);
    return Float64Array.from(places, (place) => normalQuantile((place + 1) / (size + 1)));
  });
  orthogonalise(scores);
  columns.forEach((column, row) => {
    const wanted = mixture(scores, factor[row] as Float64Array);
    const order = Uint32Array.from({ length: size }, (_, i) => i);
    order.sort((i, j) => (wanted[i] as number) - (wanted[j] as number) || i - j);
    const sorted = Float64Array.from(column).sort();
    order.forEach((at, rank) => {
      column[at] = sorted[rank] as number;
    });
  });
}

/** Makes each column uncorrelated with those before it and of their length (Gram and Schmidt). */
function orthogonalise(columns: readonly Float64Array[]): void {
  columns.forEach((column, k) => {
    for (const other of columns.slice(0, k)) {
      const share = product(column, other) / product(other, other);
      for (let i = 0; i < column.length; i++) column[i] = (column[i] as number) - share * (other[i] as number);
    }
    const length = Math.sqrt(product(column, column));
    for (let i = 0; i < column.length; i++) column[i] = (column[i] as number) / length;
  });
}

function product(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

function mixture(columns: readonly Float64Array[], weights: Float64Array): Float64Array {
  const mixed = new Float64Array(columns[0]?.length ?? 0);
  weights.forEach((weight, k) => {
    const column = columns[k] as Float64Array;
    for (let i = 0; i < mixed.length; i++) mixed[i] = (mixed[i] as number) + weight * (column[i] as number);
  });
  return mixed;
}
