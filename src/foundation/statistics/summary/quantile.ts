import { DomainError, type NoAnswer, noAnswer } from "../../errors/index.js";
import { contained, demandBetween, demandList, demandNumbers, demandOneOf } from "../../guard/index.js";
import { selectInPlace } from "./selection.js";
import { sortInPlace } from "./sorted-numbers.js";

/**
 * How a quantile of a list is read off: the nine types of Hyndman and Fan in their order, and the nearest rank, which
 * is another name of the first. `linear` is the one of spreadsheets (`PERCENTILE.INC`) and of R.
 */
export const QUANTILE_TYPES = [
  "inverse-cdf",
  "averaged-inverse-cdf",
  "closest-observation",
  "interpolated-inverse-cdf",
  "hazen",
  "weibull",
  "linear",
  "median-unbiased",
  "normal-unbiased",
  "nearest-rank",
] as const;
/** How a quantile of a list is read off. */
export type QuantileType = (typeof QUANTILE_TYPES)[number];

/** Which quantile is wanted. */
export interface QuantileOptions {
  /** Share of the numbers below it, from 0 to 1. */
  readonly probability: number;
  /** How it is read off; `linear` when left out. */
  readonly type?: QuantileType;
}

/** Which quantiles are wanted. */
export interface QuantilesOptions {
  /** Shares of the numbers below them, each from 0 to 1. */
  readonly probabilities: readonly number[];
  /** How they are read off; `linear` when left out. */
  readonly type?: QuantileType;
}

/** A place in a sorted list: between two neighbours, at a share of the way from the first to the second. */
interface Place {
  readonly at: number;
  readonly share: number;
}

/** 4 · 2^−52, relative: a place this near to a whole one is meant to be there (0.1 × 10 is 1, whatever rounding says). */
const FUZZ = 8.881784197001252e-16;

/**
 * One quantile of a list in any order, in time that grows with its length alone.
 *
 * @param values - numbers, in any order; not changed
 * @param options - `probability`, from 0 to 1; `type`, one of {@link QUANTILE_TYPES}
 * @returns the quantile, in the unit of the numbers; NoAnswer `no-data` of nothing
 * @throws DomainError `invalid-input` when elements are no finite numbers, one issue per fault
 * @throws DomainError `wrong-type`, `not-finite` or `out-of-range` when `probability` is no number from 0 to 1, or `type` none of the types
 * @throws DomainError `too-many` above 10 000 000 numbers
 * @source Hyndman and Fan, Sample quantiles in statistical packages, The American Statistician 50 (1996), pages 361 to 365
 *
 * @example
 * ```ts
 * import { quantile } from "golive-kit/statistics";
 *
 * quantile([40, 10, 30, 20], { probability: 0.25 }); // => 17.5
 * quantile([40, 10, 30, 20], { probability: 0.25, type: "nearest-rank" }); // => 10
 * quantile([], { probability: 0.5 }); // => { kind: "none", reason: "no-data" }
 * ```
 */
export function quantile(values: ArrayLike<number>, options: QuantileOptions): number | NoAnswer<"no-data"> {
  return contained("quantile", () => {
    const probability = demandBetween(options.probability, 0, 1, "probability");
    const type = demandType(options.type);
    const numbers = demandNumbers(values, "values");
    if (numbers.length === 0) return noAnswer("no-data");
    const { at, share } = placeOf(numbers.length, probability, type);
    const here = selectInPlace(numbers, at);
    return share === 0 ? here : between(here, leastOf(numbers, at + 1), share);
  });
}

/**
 * Several quantiles of a list in any order; the list is sorted once.
 *
 * @param values - numbers, in any order; not changed
 * @param options - `probabilities`, each from 0 to 1; `type`, one of {@link QUANTILE_TYPES}
 * @returns the quantiles in the order asked for; NoAnswer `no-data` of nothing
 * @throws DomainError as {@link quantile}
 * @source Hyndman and Fan, Sample quantiles in statistical packages, The American Statistician 50 (1996), pages 361 to 365
 *
 * @example
 * ```ts
 * import { quantiles } from "golive-kit/statistics";
 *
 * quantiles([40, 10, 30, 20], { probabilities: [0, 0.5, 1] }); // => [10, 25, 40]
 * ```
 */
export function quantiles(
  values: ArrayLike<number>,
  options: QuantilesOptions,
): readonly number[] | NoAnswer<"no-data"> {
  return contained("quantiles", () => {
    const type = demandType(options.type);
    const wanted = Array.from(demandList(options.probabilities, "probabilities"), (probability, i) =>
      demandBetween(probability, 0, 1, "probability", ["probabilities", i]),
    );
    const sorted = sortInPlace(demandNumbers(values, "values"));
    if (sorted.length === 0) return noAnswer("no-data");
    return wanted.map((probability) => sortedQuantile(sorted, probability, type));
  });
}

/**
 * A quantile of numbers that are in rising order already, without a copy.
 *
 * @param sorted - numbers in rising order, as `sortedNumbers` gives them; not checked one by one
 * @param options - `probability`, from 0 to 1; `type`, one of {@link QUANTILE_TYPES}
 * @returns the quantile; NoAnswer `no-data` of nothing
 * @throws DomainError `wrong-type`, `not-finite` or `out-of-range` when `probability` is no number from 0 to 1, or `type` none of the types
 * @throws DomainError `not-finite` when the numbers that decide are none
 *
 * @example
 * ```ts
 * import { quantileOfSorted, sortedNumbers } from "golive-kit/statistics";
 *
 * quantileOfSorted(sortedNumbers([3, 1, 2]), { probability: 0.5 }); // => 2
 * ```
 */
export function quantileOfSorted(sorted: ArrayLike<number>, options: QuantileOptions): number | NoAnswer<"no-data"> {
  return contained("quantileOfSorted", () => {
    const probability = demandBetween(options.probability, 0, 1, "probability");
    const type = demandType(options.type);
    if (sorted.length === 0) return noAnswer("no-data");
    const value = sortedQuantile(sorted, probability, type);
    if (Number.isFinite(value)) return value;
    const details = { subject: "sorted", path: ["sorted"], expected: "finite numbers", received: String(value) };
    throw new DomainError("not-finite", details);
  });
}

/** A quantile of at least one finite number in rising order. */
export function sortedQuantile(sorted: ArrayLike<number>, probability: number, type: QuantileType): number {
  const { at, share } = placeOf(sorted.length, probability, type);
  const here = sorted[at] as number;
  return share === 0 ? here : between(here, sorted[at + 1] as number, share);
}

const demandType = (type: QuantileType = "linear"): QuantileType => demandOneOf(type, QUANTILE_TYPES, "type");

/** Halfway is exact, equal neighbours stay themselves, and the largest numbers do not overflow. */
function between(here: number, there: number, share: number): number {
  if (here === there) return here;
  return share === 0.5 ? here / 2 + there / 2 : here * (1 - share) + there * share;
}

/** Where type and probability point to in a sorted list of n numbers, counted from 0. */
function placeOf(n: number, probability: number, type: QuantileType): Place {
  const rank = rankOf(n, probability, type);
  const fuzz = FUZZ * Math.max(1, rank);
  const whole = Math.floor(rank + fuzz);
  const rest = rank - whole > fuzz ? rank - whole : 0;
  return clipped(n, whole, shareOf(type, whole, rest));
}

/** The rank from 1 to n, with its fraction, before the type decides what to make of it. */
function rankOf(n: number, p: number, type: QuantileType): number {
  switch (type) {
    case "inverse-cdf":
    case "nearest-rank":
    case "averaged-inverse-cdf":
    case "interpolated-inverse-cdf":
      return n * p;
    case "closest-observation":
      return n * p - 0.5;
    case "hazen":
      return n * p + 0.5;
    case "weibull":
      return (n + 1) * p;
    case "linear":
      return (n - 1) * p + 1;
    case "median-unbiased":
      return (n + 1 / 3) * p + 1 / 3;
    case "normal-unbiased":
      return (n + 0.25) * p + 0.375;
  }
}

/** How far to go from the number at a rank to the next one. */
function shareOf(type: QuantileType, whole: number, rest: number): number {
  switch (type) {
    case "inverse-cdf":
    case "nearest-rank":
      return rest > 0 ? 1 : 0;
    case "averaged-inverse-cdf":
      return rest > 0 ? 1 : 0.5;
    case "closest-observation":
      return rest > 0 || whole % 2 !== 0 ? 1 : 0;
    default:
      return rest;
  }
}

/** Ranks beyond the ends are the ends. */
function clipped(n: number, whole: number, share: number): Place {
  if (share === 1) return { at: Math.min(Math.max(whole, 0), n - 1), share: 0 };
  if (whole < 1) return { at: 0, share: 0 };
  return whole >= n ? { at: n - 1, share: 0 } : { at: whole - 1, share };
}

/** The smallest of the numbers from a place on. */
function leastOf(numbers: Float64Array, from: number): number {
  let least = numbers[from] as number;
  for (let i = from + 1; i < numbers.length; i++) if ((numbers[i] as number) < least) least = numbers[i] as number;
  return least;
}
