import type { Path } from "../errors/index.js";
import { broken } from "./broken.js";

/**
 * Asks for a finite number.
 *
 * @param value - what came
 * @param subject - its name
 * @param path - where it stands; the name alone when left out
 * @returns the number; `-0` as `0`
 * @throws DomainError `wrong-type` or `not-finite`
 */
export function demandFinite(value: unknown, subject: string, path?: Path): number {
  if (typeof value !== "number") throw broken("wrong-type", subject, "a number", value, path);
  if (!Number.isFinite(value)) throw broken("not-finite", subject, "finite", value, path);
  return value === 0 ? 0 : value;
}

/**
 * Asks for a finite number of at least `least`.
 *
 * @param value - what came
 * @param least - the smallest that is allowed
 * @param subject - its name
 * @param path - where it stands; the name alone when left out
 * @returns the number
 * @throws DomainError `wrong-type`, `not-finite` or `out-of-range`
 */
export function demandAtLeast(value: unknown, least: number, subject: string, path?: Path): number {
  const number = demandFinite(value, subject, path);
  if (number < least) throw broken("out-of-range", subject, `at least ${String(least)}`, value, path);
  return number;
}

/**
 * Asks for a finite number above `limit`.
 *
 * @param value - what came
 * @param limit - the number must be larger than this
 * @param subject - its name
 * @param path - where it stands; the name alone when left out
 * @returns the number
 * @throws DomainError `wrong-type`, `not-finite` or `out-of-range`
 */
export function demandAbove(value: unknown, limit: number, subject: string, path?: Path): number {
  const number = demandFinite(value, subject, path);
  if (number <= limit) throw broken("out-of-range", subject, `above ${String(limit)}`, value, path);
  return number;
}

/**
 * Asks for a number from `least` to `most`, both included.
 *
 * @param value - what came
 * @param least - the smallest that is allowed
 * @param most - the largest that is allowed
 * @param subject - its name
 * @param path - where it stands; the name alone when left out
 * @returns the number
 * @throws DomainError `wrong-type`, `not-finite` or `out-of-range`
 */
export function demandBetween(value: unknown, least: number, most: number, subject: string, path?: Path): number {
  const number = demandFinite(value, subject, path);
  if (number < least || number > most) {
    throw broken("out-of-range", subject, `from ${String(least)} to ${String(most)}`, value, path);
  }
  return number;
}

/**
 * Asks for a whole number from `least` (0 when left out) to 2^53 − 1.
 *
 * @param value - what came
 * @param subject - its name
 * @param path - where it stands; the name alone when left out
 * @param least - the smallest that is allowed
 * @returns the number
 * @throws DomainError `wrong-type`, `not-finite` or `out-of-range`
 */
export function demandCount(value: unknown, subject: string, path?: Path, least = 0): number {
  const number = demandFinite(value, subject, path);
  if (!Number.isSafeInteger(number) || number < least) {
    throw broken("out-of-range", subject, `a whole number of at least ${String(least)}`, value, path);
  }
  return number;
}

/**
 * Asks for text.
 *
 * @param value - what came
 * @param subject - its name
 * @param path - where it stands; the name alone when left out
 * @returns the text
 * @throws DomainError `wrong-type`
 */
export function demandText(value: unknown, subject: string, path?: Path): string {
  if (typeof value !== "string") throw broken("wrong-type", subject, "text", value, path);
  return value;
}

/**
 * Asks for one of a fixed list of words.
 *
 * @param value - what came
 * @param words - the list
 * @param subject - its name
 * @param path - where it stands; the name alone when left out
 * @returns the word
 * @throws DomainError `wrong-type` or `out-of-range`
 */
export function demandOneOf<W extends string>(value: unknown, words: readonly W[], subject: string, path?: Path): W {
  const text = demandText(value, subject, path);
  if (!(words as readonly string[]).includes(text)) {
    throw broken("out-of-range", subject, `one of ${words.join(", ")}`, value, path);
  }
  return text as W;
}

/**
 * Asks for a list.
 *
 * @param value - what came
 * @param subject - its name
 * @param path - where it stands; the name alone when left out
 * @returns the list
 * @throws DomainError `wrong-type`
 */
export function demandList<T>(value: readonly T[], subject: string, path?: Path): readonly T[] {
  const items: unknown = value;
  if (!Array.isArray(items)) throw broken("wrong-type", subject, "a list", value, path);
  return value;
}
