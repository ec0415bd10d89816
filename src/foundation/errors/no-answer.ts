/**
 * An answer that does not exist, and why. It is a value, not an error: asking
 * for the payback of a project that never pays back is a fair question.
 *
 * @typeParam R - the closed list of reasons that a function can give
 */
export interface NoAnswer<R extends string = string> {
  /** Tells it apart from an answer. */
  readonly kind: "none";
  /** Why there is no answer, as a kebab-case word. */
  readonly reason: R;
}

/**
 * Makes a {@link NoAnswer}.
 *
 * @param reason - why there is no answer, as a kebab-case word
 * @returns the value
 *
 * @example
 * ```ts
 * import { noAnswer } from "golive-kit/errors";
 *
 * noAnswer("never-pays-back"); // => { kind: "none", reason: "never-pays-back" }
 * ```
 */
export function noAnswer<R extends string>(reason: R): NoAnswer<R> {
  return { kind: "none", reason };
}

/**
 * Tells whether a value is a {@link NoAnswer}.
 *
 * @param value - what a function answered
 * @returns `true` when there is no answer
 *
 * @example
 * ```ts
 * import { isNoAnswer, noAnswer } from "golive-kit/errors";
 *
 * isNoAnswer(noAnswer("nothing-due")); // => true
 * isNoAnswer(0.25); // => false
 * ```
 */
export function isNoAnswer<T>(value: T): value is Extract<T, NoAnswer> {
  try {
    return (value as { kind?: unknown }).kind === "none";
  } catch {
    // Null and undefined are none, nor is a proxy or a getter that throws when it is asked.
    return false;
  }
}
