import { type NoAnswer, noAnswer } from "../../errors/index.js";
import { contained, demandNumbers } from "../../guard/index.js";

/** 2^−64: takes the largest sums of ten million numbers back among the doubles, without rounding what matters. */
const DOWN = 5.421010862427522e-20;

/**
 * The compensated sum of numbers: what each addition loses is kept aside and put back at the end, so that the error
 * does not grow with the length of the list, and nothing overflows on the way.
 *
 * @param values - numbers, in any order
 * @returns the sum; 0 of nothing; NoAnswer `beyond-range` when it is above the largest double
 * @throws DomainError `invalid-input` when elements are no finite numbers, one issue per fault
 * @throws DomainError `too-many` above 10 000 000 numbers
 * @source Neumaier, Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen (1974)
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
  return contained("sum", () => {
    const total = sumOf(demandNumbers(values, "values"));
    return Number.isFinite(total) ? total : noAnswer("beyond-range");
  });
}

/**
 * The arithmetic mean.
 *
 * @param values - numbers, in any order
 * @returns the mean, in their unit; NoAnswer `no-data` of nothing
 * @throws DomainError `invalid-input` when elements are no finite numbers, one issue per fault
 * @throws DomainError `too-many` above 10 000 000 numbers
 *
 * @example
 * ```ts
 * import { mean } from "golive-kit/statistics";
 *
 * mean([3, 5, 10]); // => 6
 * mean([]); // => { kind: "none", reason: "no-data" }
 * ```
 */
export function mean(values: ArrayLike<number>): number | NoAnswer<"no-data"> {
  return contained("mean", () => {
    const numbers = demandNumbers(values, "values");
    return numbers.length === 0 ? noAnswer("no-data") : meanOf(numbers);
  });
}

/** The compensated sum of finite numbers; infinite when it is above the largest double. */
export function sumOf(numbers: Float64Array): number {
  const total = compensated(numbers, 1);
  return Number.isFinite(total) ? total : compensated(numbers, DOWN) / DOWN;
}

/** The mean of at least one finite number. */
export function meanOf(numbers: Float64Array): number {
  const total = compensated(numbers, 1);
  return Number.isFinite(total) ? total / numbers.length : compensated(numbers, DOWN) / numbers.length / DOWN;
}

/** Neumaier's loop. The branch is taken the same way nearly always, as the sum soon outgrows its parts. */
function compensated(numbers: Float64Array, scale: number): number {
  let total = 0;
  let lost = 0;
  // By index: an iterator takes twice as long here.
  const count = numbers.length;
  for (let i = 0; i < count; i++) {
    const value = (numbers[i] as number) * scale;
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return total + lost;
}
