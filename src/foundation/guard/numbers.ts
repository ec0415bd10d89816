import { describeValue, DomainError, type Issue, MAX_ISSUES, type Path } from "../errors/index.js";
import { broken } from "./broken.js";

/** Numbers of the longest list. */
const MAX_NUMBERS = 10_000_000;
const FLOAT64 = "[object Float64Array]";

/**
 * Asks for a list that may hold numbers; what it holds is not looked at.
 *
 * @param values - what came: an array, or a Float64Array
 * @param subject - its name
 * @param path - where it stands; the name alone when left out
 * @returns the list itself
 * @throws DomainError `wrong-type` when it is no list, `too-many` above 10 000 000
 */
export function demandNumberList(
  values: ArrayLike<number>,
  subject: string,
  path: Path = [subject],
): ArrayLike<number> {
  const list: unknown = values;
  if (!Array.isArray(list) && !isFloat64Array(list)) {
    throw broken("wrong-type", subject, "a list of numbers", values, path);
  }
  const received = values.length;
  if (received > MAX_NUMBERS) throw new DomainError("too-many", { subject, path, limit: MAX_NUMBERS, received });
  return values;
}

/**
 * Asks for a list of finite numbers, and copies it. The check and the copy are one loop, as fast as the copy alone.
 *
 * @param values - what came: an array, or a Float64Array
 * @param subject - its name
 * @param path - where it stands; the name alone when left out
 * @returns the numbers, `-0` as `0`, in memory of their own
 * @throws DomainError `wrong-type` when it is no list, `too-many` above 10 000 000
 * @throws DomainError `invalid-input` when elements are no finite numbers: one issue per fault, at most 100 listed and all counted
 */
export function demandNumbers(values: ArrayLike<number>, subject: string, path: Path = [subject]): Float64Array {
  const list = demandNumberList(values, subject, path);
  const copy = new Float64Array(list.length);
  for (let i = 0; i < copy.length; i++) {
    const value: unknown = list[i];
    // A number less itself is zero unless it is NaN or infinite.
    if (typeof value !== "number" || value - value !== 0) throw faultsOf(list, subject, path);
    copy[i] = value + 0;
  }
  return copy;
}

/**
 * Asks for a Float64Array of finite numbers that may be changed where it stands.
 *
 * @param numbers - what came
 * @param subject - its name
 * @returns the array itself, with `0` in the place of each `-0`
 * @throws DomainError `wrong-type` when it is no Float64Array
 * @throws DomainError `invalid-input` when elements are no finite numbers; nothing but signs of zeros was changed then
 */
export function demandOwnNumbers(numbers: Float64Array, subject: string): Float64Array {
  if (!isFloat64Array(numbers)) throw broken("wrong-type", subject, "a Float64Array", numbers);
  for (let i = 0; i < numbers.length; i++) {
    const value = numbers[i] as number;
    if (value - value !== 0) throw faultsOf(numbers, subject, [subject]);
    numbers[i] = value + 0;
  }
  return numbers;
}

function isFloat64Array(list: unknown): boolean {
  return ArrayBuffer.isView(list) && Object.prototype.toString.call(list) === FLOAT64;
}

/** Everything that is wrong with a list of numbers. */
function faultsOf(values: ArrayLike<number>, subject: string, path: Path): DomainError {
  const issues: Issue[] = [];
  let total = 0;
  for (let i = 0; i < values.length; i++) {
    const value: unknown = values[i];
    if (typeof value === "number" && Number.isFinite(value)) continue;
    total++;
    if (issues.length === MAX_ISSUES) continue;
    const code = typeof value === "number" ? "not-finite" : value === undefined ? "missing" : "wrong-type";
    issues.push({ code, path: [...path, i], message: `expected a finite number, received ${describeValue(value)}` });
  }
  return new DomainError("invalid-input", { subject, issues, total });
}
