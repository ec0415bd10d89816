import { type NoAnswer, noAnswer } from "../../errors/index.js";
import { contained, demandNumbers } from "../../guard/index.js";
import { selectInPlace } from "./selection.js";
import { meanOf, sumOf } from "./sum.js";

/** What a list of numbers comes to. */
export interface NumberSummary {
  /** How many numbers. */
  readonly count: number;
  /** Their sum. */
  readonly sum: number | NoAnswer<"beyond-range">;
  /** Their mean. */
  readonly mean: number | NoAnswer<"no-data">;
  /** Their median; of an even count the mean of the two in the middle. */
  readonly median: number | NoAnswer<"no-data">;
  /** Their sample variance, with n − 1 below, in the square of their unit. */
  readonly variance: number | NoAnswer<"too-few-values" | "beyond-range">;
  /** The root of the variance, in their unit. */
  readonly standardDeviation: number | NoAnswer<"too-few-values" | "beyond-range">;
  /** The smallest. */
  readonly minimum: number | NoAnswer<"no-data">;
  /** The largest. */
  readonly maximum: number | NoAnswer<"no-data">;
}

/**
 * Count, sum, mean, median, spread and ends of a list of numbers. Each part that does not exist says why, beside those
 * that do.
 *
 * @param values - numbers, in any order
 * @returns the parts, in the unit of the numbers
 * @throws DomainError `invalid-input` when elements are no finite numbers, one issue per fault
 * @throws DomainError `too-many` above 10 000 000 numbers
 * @source Chan, Golub and LeVeque, Algorithms for computing the sample variance, The American Statistician 37 (1983), pages 242 to 247
 *
 * @example
 * ```ts
 * import { summary } from "golive-kit/statistics";
 *
 * const { mean, median, variance } = summary([1_000_000_004, 1_000_000_007, 1_000_000_013, 1_000_000_016]);
 *
 * [mean, median, variance]; // => [1_000_000_010, 1_000_000_010, 30]
 * summary([7]).standardDeviation; // => { kind: "none", reason: "too-few-values" }
 * ```
 */
export function summary(values: ArrayLike<number>): NumberSummary {
  return contained("summary", () => {
    const numbers = demandNumbers(values, "values");
    const count = numbers.length;
    const total = sumOf(numbers);
    const sum = Number.isFinite(total) ? total : noAnswer("beyond-range");
    if (count === 0) {
      const none = noAnswer("no-data");
      const few = noAnswer("too-few-values");
      return {
        count,
        sum,
        mean: none,
        median: none,
        variance: few,
        standardDeviation: few,
        minimum: none,
        maximum: none,
      };
    }
    const mean = meanOf(numbers);
    const variance = varianceOf(numbers, mean);
    const { minimum, maximum } = endsOf(numbers);
    const standardDeviation = typeof variance === "number" ? Math.sqrt(variance) : variance;
    return { count, sum, mean, median: medianInPlace(numbers), variance, standardDeviation, minimum, maximum };
  });
}

/** The median of at least one number; rearranges them. */
export function medianInPlace(numbers: Float64Array): number {
  const half = numbers.length >> 1;
  const upper = selectInPlace(numbers, half);
  if (numbers.length % 2 === 1) return upper;
  let lower = numbers[0] as number;
  for (let i = 1; i < half; i++) if ((numbers[i] as number) > lower) lower = numbers[i] as number;
  return lower === upper ? lower : lower / 2 + upper / 2;
}

/** The sample variance in two passes; what rounding left in the mean is taken back. */
function varianceOf(numbers: Float64Array, mean: number): NumberSummary["variance"] {
  if (numbers.length < 2) return noAnswer("too-few-values");
  let squares = 0;
  let rest = 0;
  for (const value of numbers) {
    const d = value - mean;
    squares += d * d;
    rest += d;
  }
  // Of equal numbers rounding can leave less than nothing.
  const variance = Math.max(0, squares - (rest * rest) / numbers.length) / (numbers.length - 1);
  return Number.isFinite(variance) ? variance : noAnswer("beyond-range");
}

function endsOf(numbers: Float64Array): { readonly minimum: number; readonly maximum: number } {
  let minimum = numbers[0] as number;
  let maximum = minimum;
  for (const value of numbers) {
    if (value < minimum) minimum = value;
    if (value > maximum) maximum = value;
  }
  return { minimum, maximum };
}
