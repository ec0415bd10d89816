import { type NoAnswer, noAnswer } from "../../errors/index.js";
import { contained, demandNumbers } from "../../guard/index.js";
import { compensatedSum, quotient, roundedSum } from "./compensated-sum.js";
import { selectedQuantiles } from "./quantile.js";
import { withinRange } from "./sum.js";

/** 2^480: the squares of ten million distances of this size are among the doubles. */
const FAR = 3.1217485503159922e144;
/** 2^−480: so are those of this size, with all their digits. */
const NEAR = 3.2033329522929615e-145;
/** 2^600, by which distances beyond those are taken up or down before they are squared. */
const STEP = 4.149515568880993e180;

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
 * @throws DomainError `wrong-type` when it is no list, `too-many` above 10 000 000 numbers
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
    if (count === 0) return ofNothing();
    const parts = compensatedSum(numbers, "values");
    const mean = quotient(parts, count);
    const ends = endsOf(numbers);
    return {
      count,
      sum: withinRange(roundedSum(parts)),
      mean,
      ...spreadOf(numbers, mean, ends),
      ...ends,
      // Last, as it rearranges the numbers.
      median: medianInPlace(numbers),
    };
  });
}

function ofNothing(): NumberSummary {
  const none = noAnswer("no-data");
  const few = noAnswer("too-few-values");
  return {
    count: 0,
    sum: 0,
    mean: none,
    median: none,
    variance: few,
    standardDeviation: few,
    minimum: none,
    maximum: none,
  };
}

/** The median of at least one finite number; rearranges them. */
export function medianInPlace(numbers: Float64Array): number {
  return selectedQuantiles(numbers, [0.5], "linear")[0] as number;
}

/** Smallest and largest number of a list. */
export interface Ends {
  readonly minimum: number;
  readonly maximum: number;
}

/** The ends of at least one number. */
export function endsOf(numbers: Float64Array): Ends {
  const count = numbers.length;
  let minimum = numbers[0] as number;
  let maximum = minimum;
  // By index, here and below: an iterator takes several times as long.
  for (let i = 1; i < count; i++) {
    const value = numbers[i] as number;
    if (value < minimum) minimum = value;
    if (value > maximum) maximum = value;
  }
  return { minimum, maximum };
}

/** Variance and its root in two passes; what rounding left in the mean is taken back. */
function spreadOf(
  numbers: Float64Array,
  mean: number,
  { minimum, maximum }: Ends,
): Pick<NumberSummary, "variance" | "standardDeviation"> {
  const count = numbers.length;
  if (count < 2) {
    const few = noAnswer("too-few-values");
    return { variance: few, standardDeviation: few };
  }
  if (minimum === maximum) return { variance: 0, standardDeviation: 0 };
  // Half the distance of the ends, as the whole of it may be above the largest double.
  const reach = maximum / 2 - minimum / 2;
  const step = reach > FAR ? 1 / STEP : reach < NEAR ? STEP : 1;
  const middle = mean * step;
  let squares = 0;
  let rest = 0;
  for (let i = 0; i < count; i++) {
    const d = (numbers[i] as number) * step - middle;
    squares += d * d;
    rest += d;
  }
  const variance = (squares - (rest * rest) / count) / (count - 1);
  return {
    variance: withinRange(variance / step / step),
    standardDeviation: withinRange(Math.sqrt(variance) / step),
  };
}
