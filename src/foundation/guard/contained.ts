import { DomainError, isDomainError } from "../errors/index.js";

/**
 * Runs the body of a public function so that no foreign error leaves it: what
 * is not a {@link DomainError} becomes `invalid-input`, with the foreign error as
 * its `cause`. Typed callers never meet it; it is for callers without types, and
 * for getters and proxies that throw.
 *
 * @param subject - the function's name
 * @param run - its body
 * @returns what the body returns
 * @throws DomainError whatever the body throws, made into one
 */
export function contained<T>(subject: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw asDomainError(subject, error);
  }
}

/**
 * Makes any thrown value a {@link DomainError}.
 *
 * @param subject - what was being done
 * @param error - what was thrown
 * @returns the error itself when it is one, else `invalid-input` with it as the cause
 */
export function asDomainError(subject: string, error: unknown): DomainError {
  if (isDomainError(error)) return error;
  const message = "expected a value as its type says, received one that could not be read";
  return new DomainError(
    "invalid-input",
    { subject, issues: [{ code: "unreadable", path: [], message }], total: 1 },
    { cause: error },
  );
}
