/** A least-squares problem, solved; see {@link solveLeastSquares}. */
export interface LeastSquares {
  /** One coefficient for each column. */
  readonly coefficients: Float64Array;
  /** The inverse of the upper triangle R, by rows: its products with itself are the inverse of the normal matrix. */
  readonly inverse: readonly Float64Array[];
}

/**
 * What is left of a column, as a share of its whole length, below which it counts as made of the columns before it:
 * rounding alone leaves about so much.
 */
const COLLINEAR = 1e-13;

/**
 * Finds the combination of columns that comes nearest to the target, by Householder reflections: the columns are not
 * multiplied with each other, so that no digits are lost to squares.
 *
 * @param columns - changed; each of the length of the target
 * @param lengths - of each column before its mean was taken off: what rounding is measured by
 * @param target - changed
 * @returns the solution; nothing when a column is made of those before it
 * @source Golub and Van Loan, Matrix Computations, 4th edition (2013), sections 5.1 and 5.3
 */
export function solveLeastSquares(
  columns: readonly Float64Array[],
  lengths: readonly number[],
  target: Float64Array,
): LeastSquares | undefined {
  const n = target.length;
  const diagonal = new Float64Array(columns.length);
  for (let k = 0; k < columns.length; k++) {
    const column = columns[k] as Float64Array;
    const length = lengthFrom(column, k);
    if (!(length > COLLINEAR * (lengths[k] as number))) return undefined;
    // The reflection takes the rest of the column onto its first place; the sign is the one that adds, not subtracts.
    const head = (column[k] as number) > 0 ? -length : length;
    const pivot = (column[k] as number) - head;
    column[k] = pivot;
    diagonal[k] = head;
    for (const other of [...columns.slice(k + 1), target]) {
      let product = 0;
      for (let i = k; i < n; i++) product += (column[i] as number) * (other[i] as number);
      const factor = product / (head * pivot);
      for (let i = k; i < n; i++) other[i] = (other[i] as number) + factor * (column[i] as number);
    }
  }
  const inverse = invertedTriangle(columns, diagonal);
  const coefficients = Float64Array.from(inverse, (row, i) => {
    let sum = 0;
    for (let k = i; k < row.length; k++) sum += (row[k] as number) * (target[k] as number);
    return sum;
  });
  return { coefficients, inverse };
}

/** The root of the sum of squares of what a column has from a place on. */
export function lengthFrom(column: Float64Array, from: number): number {
  let squares = 0;
  for (let i = from; i < column.length; i++) squares += (column[i] as number) * (column[i] as number);
  return Math.sqrt(squares);
}

/** The inverse of the triangle that stands above the diagonal in the columns. */
function invertedTriangle(columns: readonly Float64Array[], diagonal: Float64Array): readonly Float64Array[] {
  const size = columns.length;
  const rows = Array.from({ length: size }, () => new Float64Array(size));
  for (let k = 0; k < size; k++) {
    (rows[k] as Float64Array)[k] = 1 / (diagonal[k] as number);
    for (let i = k - 1; i >= 0; i--) {
      let sum = 0;
      for (let j = i + 1; j <= k; j++)
        sum += ((columns[j] as Float64Array)[i] as number) * ((rows[j] as Float64Array)[k] as number);
      (rows[i] as Float64Array)[k] = -sum / (diagonal[i] as number);
    }
  }
  return rows;
}
