import { DomainError, type NoAnswer, noAnswer } from "../../errors/index.js";
import { broken, contained, demandList, demandNumbers } from "../../guard/index.js";
import { fUpper, studentCdf, studentQuantile } from "../../math/index.js";
import { type ConfidenceOptions, demandConfidence } from "../interval/confidence.js";
import { meanOf } from "../summary/sum.js";
import { lengthFrom, solveLeastSquares } from "./least-squares.js";
import { demandAsMany, isConstant } from "./points.js";

const MOST_COLUMNS = 50;
const MOST_NUMBERS = 10_000_000;
/** Residuals of this share of y are rounding: the fit is perfect. */
const ROUNDING = 1e-14;

/** What is explained, and by what; see {@link linearRegression}. */
export interface RegressionData {
  /** One list for each thing that may explain y; at least one, at most 50. */
  readonly x: readonly ArrayLike<number>[];
  /** What is to be explained; as many numbers as each list of x. */
  readonly y: ArrayLike<number>;
}

/** One coefficient of a regression. */
export interface RegressionCoefficient {
  /** The coefficient, in units of y per unit of its x. */
  readonly estimate: number;
  /** Its standard error. */
  readonly standardError: number;
  /** Lower end of its interval. */
  readonly low: number;
  /** Upper end of its interval. */
  readonly high: number;
  /** The estimate in standard errors. */
  readonly t: number | NoAnswer<"perfect-fit">;
  /** Two-sided: how likely so large a t either way, were the coefficient 0. */
  readonly p: number | NoAnswer<"perfect-fit">;
}

/** A linear regression; see {@link linearRegression}. */
export interface LinearRegression {
  /** How many points. */
  readonly count: number;
  /** Points less coefficients. */
  readonly degreesOfFreedom: number;
  /** What y is where all x are 0. */
  readonly intercept: RegressionCoefficient;
  /** How much y changes with each x, the others unchanged; in the order of x. */
  readonly slopes: readonly RegressionCoefficient[];
  /** What is left unexplained of each y, in the order of the points. */
  readonly residuals: readonly number[];
  /** Standard deviation of what is left, in the unit of y. */
  readonly residualStandardError: number;
  /** Share of the variance of y that is explained, 0 to 1. */
  readonly rSquared: number | NoAnswer<"no-spread">;
  /** The same, less what chance explains. */
  readonly adjustedRSquared: number | NoAnswer<"no-spread">;
  /** Explained variance by unexplained. */
  readonly f: number | NoAnswer<"perfect-fit" | "no-spread">;
  /** How likely so large an f, were all slopes 0. */
  readonly p: number | NoAnswer<"perfect-fit" | "no-spread">;
}

/** Why there is no regression. */
type NoRegression = NoAnswer<"too-few-values" | "collinear" | "beyond-range">;

/**
 * Linear regression by least squares: y as an intercept and one slope for each
 * x, with standard errors, intervals and tests.
 *
 * The tests take the residuals to be independent, of one spread and about
 * normal; look at `residuals`. A slope is no cause. Things that explain each
 * other perfectly cannot be told apart: that is refused as `collinear`, not solved somehow.
 *
 * @param data - `x`, a list of lists of numbers, and `y`, all of the same length
 * @param options - `confidence` of the intervals, above 0 and below 1; 0.95 when left out
 * @returns coefficients in units of y per unit of x, residuals in the unit of y, R² as a plain ratio; NoAnswer `too-few-values` with no more points than coefficients, `collinear` when one x is constant or made of others, `beyond-range` for numbers above the largest there is; parts are `perfect-fit` when nothing is left over, `no-spread` when all y are equal
 * @throws DomainError `empty` when `x` has no list, `too-many` above 50 lists or 10,000,000 numbers in all
 * @throws DomainError `inconsistent` when the lists are not of the same length
 * @throws DomainError `invalid-input` when elements are no finite numbers, one issue per fault
 * @throws DomainError `out-of-range` when the confidence is not between 0 and 1
 * @source Draper and Smith, Applied Regression Analysis, 3rd edition (1998), chapters 1 and 5; tested with the Statistical Reference Datasets of NIST
 *
 * @example
 * ```ts
 * import { linearRegression } from "golive-kit/statistics";
 *
 * const users = [10, 20, 30, 40, 50];
 * const days = [4, 6, 9, 10, 13];
 * const found = linearRegression({ x: [users], y: days });
 *
 * "slopes" in found && [found.intercept, ...found.slopes].map(({ estimate }) => estimate.toFixed(2)); // => ["1.80", "0.22"]
 * ```
 */
export function linearRegression(
  data: RegressionData,
  options: ConfidenceOptions = {},
): LinearRegression | NoRegression {
  return contained("linearRegression", () => {
    const confidence = demandConfidence(options);
    const columns = demandColumns(data.x);
    const count = (columns[0] as Float64Array).length;
    const y = demandAsMany(data.y, count);
    const degreesOfFreedom = count - columns.length - 1;
    return degreesOfFreedom < 1 ? noAnswer("too-few-values") : fitted(columns, y, degreesOfFreedom, confidence);
  });
}

function demandColumns(x: RegressionData["x"]): readonly Float64Array[] {
  const lists = demandList(x, "x");
  if (lists.length === 0) throw broken("empty", "x", "at least one list of numbers", x);
  if (lists.length > MOST_COLUMNS) throw tooMany(MOST_COLUMNS, lists.length);
  const columns = Array.from(lists, (list, j) => demandNumbers(list, "x", ["x", j]));
  const count = (columns[0] as Float64Array).length;
  columns.forEach((column, j) => {
    if (column.length !== count) {
      throw broken("inconsistent", "x", `a list of ${String(count)} numbers, as the first one is`, x[j], ["x", j]);
    }
  });
  if (count * columns.length > MOST_NUMBERS) throw tooMany(MOST_NUMBERS, count * columns.length);
  return columns;
}

const tooMany = (limit: number, received: number): DomainError =>
  new DomainError("too-many", { subject: "x", path: ["x"], limit, received });

/** Numbers as distances from their mean, in units of the largest distance, so that their squares neither overflow nor vanish. */
interface Centred {
  readonly mean: number;
  readonly scale: number;
  readonly distances: Float64Array;
  /** The length of the numbers themselves in the same unit: rounding is a share of it. */
  readonly length: number;
}

function fitted(
  columns: readonly Float64Array[],
  y: Float64Array,
  degreesOfFreedom: number,
  confidence: number,
): LinearRegression | NoRegression {
  if (columns.some(isConstant)) return noAnswer("collinear");
  const parts = columns.map(centred);
  const target = centred(y);
  const solved = solveLeastSquares(
    parts.map(({ distances }) => distances.slice()),
    parts.map(({ length }) => length),
    target.distances.slice(),
  );
  if (solved === undefined) return noAnswer("collinear");
  const residuals = residualsOf(parts, solved.coefficients, target.distances);
  // As shares of the length of y, and then in its unit.
  const left = lengthFrom(residuals, 0);
  const isPerfect = left <= ROUNDING * target.length;
  const spread = (left / Math.sqrt(degreesOfFreedom)) * target.scale;
  const coefficient = coefficientMaker(isPerfect, degreesOfFreedom, confidence);
  const slopes = parts.map(({ scale }, j) =>
    coefficient(
      (solved.coefficients[j] as number) * (target.scale / scale),
      (spread / scale) * lengthFrom(solved.inverse[j] as Float64Array, 0),
    ),
  );
  const result = {
    count: y.length,
    degreesOfFreedom,
    intercept: coefficient(
      slopes.reduce((rest, { estimate }, j) => rest - estimate * (parts[j] as Centred).mean, target.mean),
      spread * interceptSpread(parts, solved.inverse, y.length),
    ),
    slopes,
    residuals: Array.from(residuals, (residual) => residual * target.scale + 0),
    residualStandardError: spread,
    ...variancesExplained(
      left / lengthFrom(target.distances, 0),
      columns.length,
      degreesOfFreedom,
      isConstant(y),
      isPerfect,
    ),
  };
  return isFinite(result) ? result : noAnswer("beyond-range");
}

function centred(numbers: Float64Array): Centred {
  const mean = meanOf(numbers);
  if (isConstant(numbers)) return { mean, scale: 1, distances: new Float64Array(numbers.length), length: 0 };
  const apart = numbers.map((value) => value - mean);
  const scale = apart.reduce((most, distance) => Math.max(most, Math.abs(distance)), 0);
  const inScale = (value: number): number => value / scale;
  return { mean, scale, distances: apart.map(inScale), length: lengthFrom(numbers.map(inScale), 0) };
}

function residualsOf(parts: readonly Centred[], coefficients: Float64Array, target: Float64Array): Float64Array {
  const residuals = target.slice();
  parts.forEach(({ distances }, j) => {
    const coefficient = coefficients[j] as number;
    for (let i = 0; i < residuals.length; i++) {
      residuals[i] = (residuals[i] as number) - coefficient * (distances[i] as number);
    }
  });
  return residuals;
}

function coefficientMaker(isPerfect: boolean, degreesOfFreedom: number, confidence: number) {
  const reach = -studentQuantile((1 - confidence) / 2, degreesOfFreedom);
  return (estimate: number, standardError: number): RegressionCoefficient => {
    const none = isPerfect ? noAnswer("perfect-fit") : undefined;
    const t = estimate / standardError;
    return {
      estimate: estimate + 0,
      standardError,
      low: estimate - reach * standardError,
      high: estimate + reach * standardError,
      t: none ?? t + 0,
      p: none ?? 2 * studentCdf(-Math.abs(t), degreesOfFreedom),
    };
  };
}

/** The standard error of the intercept, in residual standard errors: that of the mean of y, and what the slopes add at 0. */
function interceptSpread(parts: readonly Centred[], inverse: readonly Float64Array[], count: number): number {
  let squares = 1 / count;
  parts.forEach((_part, k) => {
    let sum = 0;
    parts.forEach(({ mean, scale }, j) => (sum += ((inverse[j] as Float64Array)[k] as number) * (mean / scale)));
    squares += sum * sum;
  });
  return Math.sqrt(squares);
}

/** What is explained, from the length of the residuals as a share of that of y. */
function variancesExplained(
  left: number,
  slopes: number,
  degreesOfFreedom: number,
  isFlat: boolean,
  isPerfect: boolean,
): Pick<LinearRegression, "rSquared" | "adjustedRSquared" | "f" | "p"> {
  if (isFlat) {
    const none = noAnswer("no-spread");
    return { rSquared: none, adjustedRSquared: none, f: none, p: none };
  }
  // Where nothing is explained, rounding may leave a speck more than all.
  const unexplained = Math.min(1, left * left);
  const rest = unexplained / degreesOfFreedom;
  const fit = { rSquared: 1 - unexplained, adjustedRSquared: 1 - rest * (slopes + degreesOfFreedom) };
  if (isPerfect) return { ...fit, f: noAnswer("perfect-fit"), p: noAnswer("perfect-fit") };
  const f = (1 - unexplained) / slopes / rest;
  return { ...fit, f, p: fUpper(f, slopes, degreesOfFreedom) };
}

function isFinite({ intercept, slopes, residuals, residualStandardError }: LinearRegression): boolean {
  const numbers = [intercept, ...slopes].flatMap((one) => Object.values(one) as unknown[]);
  const isFine = (value: unknown): boolean => typeof value !== "number" || Number.isFinite(value);
  return numbers.every(isFine) && residuals.every(isFine) && isFine(residualStandardError);
}
