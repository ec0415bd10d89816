import { demandNumbers } from "../../guard/index.js";

/** 2^900: numbers of this size on could overflow on the way. */
const LARGE = 8.452712498170644e270;
/** 2^−900: below it the parts of a product would be lost. */
const SMALL = 1.1830521861667747e-271;
/** 2^64, by which numbers are taken up or down. Powers of two round nothing. */
const STEP = 18_446_744_073_709_551_616;

/** A sum in two parts, both still to be multiplied by a power of two. */
export interface CompensatedSum {
  /** The sum as rounded on the way. */
  readonly total: number;
  /** What rounding lost. */
  readonly lost: number;
  /** What both are to be multiplied by. */
  readonly scale: number;
}

/**
 * Sums numbers, keeping what each addition loses. A list is summed where it stands: anything but finite numbers would
 * show in the total, and only then is it looked for.
 *
 * @param values - an array or a Float64Array
 * @param subject - its name
 * @throws DomainError `invalid-input` when elements are no finite numbers, one issue per fault
 */
export function compensatedSum(values: ArrayLike<number>, subject: string): CompensatedSum {
  const parts = summed(values);
  return Number.isFinite(parts.total) ? parts : wideSum(demandNumbers(values, subject));
}

/** The sum as one number; infinite when it is above the largest double. */
export function roundedSum({ total, lost, scale }: CompensatedSum): number {
  return (total + lost) * scale;
}

/**
 * A sum divided by a count, rounded as if once: the mean of equal numbers is that number, and no mean lies outside its
 * numbers.
 *
 * @param sum - of `count` numbers
 * @param count - from 1 to 10 000 000
 * @source Dekker, A floating-point technique for extending the available precision, Numerische Mathematik 18 (1971), pages 224 to 242
 */
export function quotient({ total, lost, scale }: CompensatedSum, count: number): number {
  const size = Math.abs(total + lost);
  const step = size > LARGE ? 1 / STEP : size < SMALL ? STEP : 1;
  const [a, b] = [total * step, lost * step];
  // Both parts as their rounded sum and what is left of it, whichever is the larger.
  const sum = a + b;
  const part = sum - a;
  const rest = a - (sum - part) + (b - part);
  const answer = sum / count;
  // The upper half of the answer's digits times the count is exact, and so is the lower half.
  const split = 134_217_729 * answer;
  const upper = split - (split - answer);
  const left = sum - upper * count - (answer - upper) * count + rest;
  // Adding zero turns -0, from the smallest numbers below zero, into 0.
  return ((answer + left / count) * scale) / step + 0;
}

/** Neumaier's loop. The branch is taken the same way nearly always, as the sum soon outgrows its parts. */
function summed(values: ArrayLike<number>): CompensatedSum {
  const count = values.length;
  let total = 0;
  let lost = 0;
  for (let i = 0; i < count; i++) {
    const value: unknown = values[i];
    if (typeof value !== "number") return { total: NaN, lost, scale: 1 };
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return { total, lost, scale: 1 };
}

/** The sum of finite numbers that overflows on the way: the large ones are summed by themselves, taken down. */
function wideSum(numbers: Float64Array): CompensatedSum {
  const large = summed(numbers.filter((value) => Math.abs(value) >= LARGE).map((value) => value / STEP));
  const small = summed(numbers.filter((value) => Math.abs(value) < LARGE));
  if (large.total + large.lost === 0) return small;
  return { total: large.total, lost: large.lost + roundedSum(small) / STEP, scale: STEP };
}
