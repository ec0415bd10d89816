import { type NoAnswer, noAnswer } from "../../errors/index.js";
import {
  broken,
  contained,
  demandBetween,
  demandList,
  demandNumberList,
  demandNumbers,
  demandOneOf,
} from "../../guard/index.js";
import { between, QUANTILE_TYPES, quantilePlace, type QuantileType } from "./quantile-place.js";
import { selectInPlace } from "./selection.js";
import { sortInPlace } from "./sorted-numbers.js";

/** Up to this many probabilities are selected one after the other, which is faster than sorting the list. */
const SELECTED = 8;

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
    return selectedQuantiles(numbers, [probability], type)[0] as number;
  });
}

/**
 * Several quantiles of a list in any order, faster than one by one: a few are selected, for many the list is sorted.
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
    const numbers = demandNumbers(values, "values");
    return numbers.length === 0 ? noAnswer("no-data") : selectedQuantiles(numbers, wanted, type);
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
 * @throws DomainError `too-many` above 10 000 000 numbers
 * @source Hyndman and Fan, Sample quantiles in statistical packages, The American Statistician 50 (1996), pages 361 to 365
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
    const list = demandNumberList(sorted, "sorted");
    if (list.length === 0) return noAnswer("no-data");
    const value = sortedQuantile(list, probability, type);
    if (!Number.isFinite(value)) throw broken("not-finite", "sorted", "finite numbers", value);
    return value;
  });
}

/** A quantile of at least one finite number in rising order. */
export function sortedQuantile(sorted: ArrayLike<number>, probability: number, type: QuantileType): number {
  const { at, share } = quantilePlace(sorted.length, probability, type);
  const here = sorted[at] as number;
  // Adding zero turns -0 into 0.
  return (share === 0 ? here : between(here, sorted[at + 1] as number, share)) + 0;
}

/** Quantiles of at least one finite number in any order; rearranges them. */
export function selectedQuantiles(
  numbers: Float64Array,
  probabilities: readonly number[],
  type: QuantileType,
): readonly number[] {
  if (probabilities.length > SELECTED) sortInPlace(numbers);
  else settle(numbers, probabilities, type);
  return probabilities.map((probability) => sortedQuantile(numbers, probability, type));
}

/** Brings the numbers that decide to where they would stand in rising order. */
function settle(numbers: Float64Array, probabilities: readonly number[], type: QuantileType): void {
  const ranks = probabilities.flatMap((probability) => {
    const { at, share } = quantilePlace(numbers.length, probability, type);
    return share === 0 ? [at] : [at, at + 1];
  });
  // What lies behind a settled number is not smaller: the next one is looked for there alone.
  let from = 0;
  for (const rank of Float64Array.from(ranks).sort()) {
    if (rank < from) continue;
    selectInPlace(numbers.subarray(from), rank - from);
    from = rank + 1;
  }
}

const demandType = (type: QuantileType = "linear"): QuantileType => demandOneOf(type, QUANTILE_TYPES, "type");
