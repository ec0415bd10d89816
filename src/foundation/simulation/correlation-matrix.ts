import { DomainError, type Path } from "../errors/index.js";
import { contained, demandBetween, demandList } from "../guard/index.js";
import { symmetricEigen } from "./symmetric-eigen.js";

/**
 * An eigenvalue this far below zero counts as the rounding of a zero: matrices that people type have singular
 * members (two variables that always move together), and theirs comes out as −1e-16.
 */
const ROUNDING = 1e-10;
/** Steps of the alternating projections; the slowest matrices of some ten rows need a few hundred. */
const MAX_STEPS = 10_000;
/** Change of the largest entry at which the projections have settled. */
const SETTLED = 1e-13;
/** Rows of the largest matrix. */
const MAX_SIZE = 500;

/** Why a matrix is no correlation matrix, the first that holds. */
export const CORRELATION_FAULTS = [
  "wrong-size",
  "not-symmetric",
  "diagonal-not-one",
  "out-of-range",
  "not-positive-semidefinite",
] as const;
/** Why a matrix is no correlation matrix. */
export type CorrelationFault = (typeof CORRELATION_FAULTS)[number];

/** What {@link correlationCheck} found. */
export interface CorrelationCheck {
  /** Whether the matrix is a correlation matrix as it stands. */
  readonly accepted: boolean;
  /** What is wrong with it; left out when nothing is. */
  readonly fault?: CorrelationFault;
  /** Its smallest eigenvalue; below zero when no variables can be correlated like that. Left out when it is not square and symmetric. */
  readonly minimumEigenvalue?: number;
  /** The correlation matrix nearest to it, by the sum of squared differences; only when asked for and needed. */
  readonly nearest?: readonly (readonly number[])[];
  /** The largest absolute change of an entry from the matrix to `nearest`. */
  readonly largestChange?: number;
}

/** What to look for. */
export interface CorrelationCheckOptions {
  /** How many variables the matrix is for; the number of its rows when left out. */
  readonly size?: number;
  /** Look for the nearest correlation matrix when this one is symmetric and not accepted; `false` when left out. */
  readonly repair?: boolean;
}

/**
 * Tells whether a matrix can be the correlations of some variables, and on request which one nearest to it can.
 *
 * Correlations typed pair by pair often contradict each other: when A goes with B and B with C, A cannot go
 * against C. Such a matrix has an eigenvalue below zero. A singular one (two variables that always move together) is legal.
 *
 * @param matrix - by rows; correlations as plain numbers
 * @param options - `size` and `repair`
 * @returns what was found; `nearest` is right to about 1e-10
 * @throws DomainError `wrong-type` or `not-finite` when an entry is no finite number
 * @throws DomainError `too-many` above 500 rows
 * @source Higham, Computing the nearest correlation matrix: a problem from finance, IMA Journal of Numerical Analysis 22 (2002), pages 329 to 343
 *
 * @example
 * ```ts
 * import { correlationCheck } from "golive-kit/simulation";
 *
 * correlationCheck([[1, 0.5], [0.5, 1]]).accepted; // => true
 * correlationCheck([[1, 0.5], [0.4, 1]]); // => { accepted: false, fault: "not-symmetric" }
 * ```
 */
export function correlationCheck(
  matrix: readonly (readonly number[])[],
  options: CorrelationCheckOptions = {},
): CorrelationCheck {
  return contained("correlationCheck", () => {
    const rows = numbers(matrix, ["matrix"]);
    const isSquare = rows.every((row) => row.length === rows.length);
    if (!isSquare) return { accepted: false, fault: "wrong-size" };
    const fault = faultOf(rows, options.size ?? rows.length);
    if (!isSymmetric(rows) || rows.length === 0) return { accepted: fault === undefined, ...(fault && { fault }) };
    const minimumEigenvalue = symmetricEigen(rows).values[0] as number;
    const found = fault ?? (minimumEigenvalue < -ROUNDING ? "not-positive-semidefinite" : undefined);
    const check = { accepted: found === undefined, ...(found && { fault: found }), minimumEigenvalue };
    if (found === undefined || found === "wrong-size" || options.repair !== true) return check;
    const nearest = nearestCorrelation(rows);
    const changes = nearest.flatMap((row, i) => row.map((x, j) => Math.abs(x - ((rows[i] as number[])[j] as number))));
    return { ...check, nearest, largestChange: changes.reduce((most, x) => (x > most ? x : most), 0) };
  });
}

/** The entries, each checked. */
function numbers(matrix: readonly (readonly number[])[], path: Path): number[][] {
  const rows = demandList(matrix, "matrix", path);
  if (rows.length > MAX_SIZE) {
    throw new DomainError("too-many", { subject: "matrix", path, limit: MAX_SIZE, received: rows.length });
  }
  return Array.from(rows, (row, i) => {
    const entries = demandList(row, `row ${String(i)}`, [...path, i]);
    // Sparse rows are walked too, so that a hole is refused as what it is.
    return Array.from(entries, (x, j) =>
      demandBetween(x, -Number.MAX_VALUE, Number.MAX_VALUE, "correlation", [...path, i, j]),
    );
  });
}

/** The fault that can be seen entry by entry. */
function faultOf(rows: readonly (readonly number[])[], size: number): CorrelationFault | undefined {
  if (rows.length !== size) return "wrong-size";
  if (!isSymmetric(rows)) return "not-symmetric";
  if (rows.some((row, i) => row[i] !== 1)) return "diagonal-not-one";
  if (rows.some((row) => row.some((x) => Math.abs(x) > 1))) return "out-of-range";
  return undefined;
}

const isSymmetric = (rows: readonly (readonly number[])[]): boolean =>
  rows.every((row, i) => row.every((x, j) => x === rows[j]?.[i]));

/**
 * The nearest correlation matrix by alternating projections with Dykstra's correction: onto the positive
 * semidefinite matrices, then onto those with ones on the diagonal.
 */
function nearestCorrelation(rows: readonly (readonly number[])[]): number[][] {
  const n = rows.length;
  let y = rows.map((row) => [...row]);
  let correction = rows.map((row) => row.map(() => 0));
  for (let step = 0; step < MAX_STEPS; step++) {
    const r = y.map((row, i) => row.map((x, j) => x - ((correction[i] as number[])[j] as number)));
    const x = semidefinitePart(r);
    correction = x.map((row, i) => row.map((value, j) => value - ((r[i] as number[])[j] as number)));
    const next = x.map((row, i) => row.map((value, j) => (i === j ? 1 : value)));
    let change = 0;
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        const d = Math.abs(((next[i] as number[])[j] as number) - ((y[i] as number[])[j] as number));
        if (d > change) change = d;
      }
    }
    y = next;
    if (change < SETTLED) break;
  }
  return y;
}

/** A symmetric matrix with its negative eigenvalues set to zero. */
function semidefinitePart(matrix: readonly (readonly number[])[]): number[][] {
  const { values, vectors } = symmetricEigen(matrix);
  const kept = values.flatMap((value, k) => (value > 0 ? [{ value, k }] : []));
  return matrix.map((_, i) =>
    matrix.map((_row, j) => {
      let sum = 0;
      for (const { value, k } of kept) {
        sum += value * ((vectors[i] as number[])[k] as number) * ((vectors[j] as number[])[k] as number);
      }
      return sum;
    }),
  );
}

/**
 * The lower triangular factor of a correlation matrix; a singular one gets zeros where nothing is left to explain.
 *
 * @param matrix - accepted by {@link correlationCheck}
 * @returns rows of growing length: row `i` has `i + 1` numbers
 * @source Golub and Van Loan, Matrix Computations, fourth edition, section 4.2
 */
export function choleskyFactor(matrix: readonly (readonly number[])[]): readonly Float64Array[] {
  const rows: Float64Array[] = [];
  matrix.forEach((entries, i) => {
    const row = new Float64Array(i + 1);
    for (let j = 0; j <= i; j++) {
      const other = j === i ? row : (rows[j] as Float64Array);
      let rest = entries[j] as number;
      for (let k = 0; k < j; k++) rest -= (row[k] as number) * (other[k] as number);
      if (j === i) row[i] = Math.sqrt(Math.max(rest, 0));
      else row[j] = (other[j] as number) > CHOLESKY_FLOOR ? rest / (other[j] as number) : 0;
    }
    rows.push(row);
  });
  return rows;
}

/** A pivot at or below this is the rounding of a zero: its variable is a mixture of those before it. */
const CHOLESKY_FLOOR = 1e-7;
