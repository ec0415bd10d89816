/** The eigenvalues of a symmetric matrix in rising order, and their vectors as columns of a matrix by rows. */
export interface SymmetricEigen {
  readonly values: readonly number[];
  readonly vectors: readonly (readonly number[])[];
}

/** Sweeps over all pairs; matrices of some hundred rows settle in fewer than ten. */
const MAX_SWEEPS = 60;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix by Jacobi's rotations: plain arithmetic and square roots
 * alone, and small eigenvalues right to the rounding of the largest.
 *
 * @param matrix - by rows, symmetric, finite
 * @returns values in rising order, `vectors[row][k]` the parts of vector `k`
 * @source Golub and Van Loan, Matrix Computations, fourth edition, section 8.5
 */
export function symmetricEigen(matrix: readonly (readonly number[])[]): SymmetricEigen {
  const n = matrix.length;
  const a = matrix.map((row) => Float64Array.from(row));
  const vectors = matrix.map((_, i) => Float64Array.from({ length: n }, (_one, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < MAX_SWEEPS && rotateAllPairs(a, vectors) > 0; sweep++);
  const order = a.map((_, i) => i).sort((i, j) => diagonal(a, i) - diagonal(a, j));
  return {
    values: order.map((i) => diagonal(a, i)),
    vectors: vectors.map((row) => order.map((i) => row[i] as number)),
  };
}

const diagonal = (a: readonly Float64Array[], i: number): number => (a[i] as Float64Array)[i] as number;

/** One sweep; how many pairs were not yet zero to the last bit. */
function rotateAllPairs(a: readonly Float64Array[], vectors: readonly Float64Array[]): number {
  let rotated = 0;
  for (let p = 0; p < a.length; p++) {
    for (let q = p + 1; q < a.length; q++) {
      const off = (a[p] as Float64Array)[q] as number;
      const app = diagonal(a, p);
      const aqq = diagonal(a, q);
      // Below the rounding of both diagonal elements the rotation changes nothing any more.
      if (Math.abs(off) <= Math.min(Math.abs(app), Math.abs(aqq)) * 1e-17 + 1e-300) {
        (a[p] as Float64Array)[q] = 0;
        (a[q] as Float64Array)[p] = 0;
        continue;
      }
      rotated++;
      const theta = (aqq - app) / (2 * off);
      const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
      const c = 1 / Math.sqrt(t * t + 1);
      rotate(a, vectors, p, q, c, t * c);
    }
  }
  return rotated;
}

function rotate(
  a: readonly Float64Array[],
  vectors: readonly Float64Array[],
  p: number,
  q: number,
  c: number,
  s: number,
): void {
  for (const row of a) turn(row, p, q, c, s);
  const rowP = a[p] as Float64Array;
  const rowQ = a[q] as Float64Array;
  for (let k = 0; k < a.length; k++) {
    const x = rowP[k] as number;
    const y = rowQ[k] as number;
    rowP[k] = c * x - s * y;
    rowQ[k] = s * x + c * y;
  }
  rowP[q] = 0;
  rowQ[p] = 0;
  for (const row of vectors) turn(row, p, q, c, s);
}

function turn(row: Float64Array, p: number, q: number, c: number, s: number): void {
  const x = row[p] as number;
  const y = row[q] as number;
  row[p] = c * x - s * y;
  row[q] = s * x + c * y;
}
