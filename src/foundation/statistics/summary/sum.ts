import { type NoAnswer, noAnswer } from "../../errors/index.js";
import { contained, demandNumberList } from "../../guard/index.js";
import { compensatedSum, quotient, roundedSum } from "./compensated-sum.js";

/**
 * The compensated sum of numbers: what each addition loses is kept aside and put back at the end, so that the error
 * does not grow with the length of the list, and nothing overflows on the way.
 *
 * @param values - numbers, in any order
 * @returns the sum; 0 of nothing; NoAnswer `beyond-range` when it is above the largest double
 * @throws DomainError `invalid-input` when elements are no finite numbers, one issue per fault
 * @throws DomainError `wrong-type` when it is no list, `too-many` above 10 000 000 numbers
 * @source Neumaier, Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen, Zeitschrift für angewandte Mathematik und Mechanik 54 (1974), pages 39 to 51
 *
 * @example
 * ```ts
 * import { sum } from "golive-kit/statistics";
 *
 * sum([1e16, 1, -1e16]); // => 1
 * sum([0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1]); // => 1
 * ```
 */
export function sum(values: ArrayLike<number>): number | NoAnswer<"beyond-range"> {
  return contained("sum", () => withinRange(roundedSum(compensatedSum(demandNumberList(values, "values"), "values"))));
}

/**
 * The arithmetic mean: the compensated sum divided by the count, rounded as if once. It never lies outside its numbers.
 *
 * @param values - numbers, in any order
 * @returns the mean, in their unit; NoAnswer `no-data` of nothing
 * @throws DomainError `invalid-input` when elements are no finite numbers, one issue per fault
 * @throws DomainError `wrong-type` when it is no list, `too-many` above 10 000 000 numbers
 *
 * @example
 * ```ts
 * import { mean } from "golive-kit/statistics";
 *
 * mean([3, 5, 10]); // => 6
 * mean([0.1, 0.1, 0.1]); // => 0.1
 * mean([]); // => { kind: "none", reason: "no-data" }
 * ```
 */
export function mean(values: ArrayLike<number>): number | NoAnswer<"no-data"> {
  return contained("mean", () => {
    const list = demandNumberList(values, "values");
    return list.length === 0 ? noAnswer("no-data") : meanOf(list);
  });
}

/** The mean of at least one number; those that are none are refused as elements of `values`. */
export function meanOf(numbers: ArrayLike<number>): number {
  return quotient(compensatedSum(numbers, "values"), numbers.length);
}

/** A number as an answer, without a sign where it is 0; none when it is infinite, or was made of infinite ones. */
export function withinRange(value: number): number | NoAnswer<"beyond-range"> {
  return Number.isFinite(value) ? value + 0 : noAnswer("beyond-range");
}
