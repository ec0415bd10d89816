import { broken, demandNumbers } from "../../foundation/guard/index.js";

/**
 * Asks for finite numbers that are only read: those in a Float64Array are taken where they stand, others from a copy.
 *
 * @throws DomainError `empty` for none, `wrong-type`, `invalid-input` and `too-many` as `demandNumbers`
 */
export function finiteNumbers(values: ArrayLike<number>, subject: string): Float64Array {
  const numbers = values instanceof Float64Array && areFinite(values) ? values : demandNumbers(values, subject);
  if (numbers.length === 0) throw broken("empty", subject, "a list of at least one number", values);
  return numbers;
}

function areFinite(values: Float64Array): boolean {
  const { length } = values;
  for (let i = 0; i < length; i++) {
    const value = values[i] as number;
    // A number less itself is zero unless it is NaN or infinite.
    if (value - value !== 0) return false;
  }
  return true;
}
