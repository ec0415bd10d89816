import { DomainError, isDomainError, type DomainErrorCode, type Path } from "../../src/foundation/errors/index.js";

/** One fault of an error: its code, and where it stands. */
export interface Problem {
  readonly code: string;
  readonly path: Path;
}

/**
 * The one table from the meanings that the cases name to the codes of the library. A code stands in one row only,
 * so that no two meanings can be taken for each other.
 */
export const CODES: Readonly<Record<string, readonly DomainErrorCode[]>> = {
  INVALID_TYPE: ["wrong-type"],
  MISSING: ["missing"],
  UNKNOWN_KEY: ["unknown-key"],
  UNSAFE_KEY: ["unsafe-key"],
  NOT_FINITE: ["not-finite"],
  OUT_OF_RANGE: ["out-of-range"],
  INCONSISTENT: ["inconsistent", "no-working-time"],
  DIVIDE_BY_ZERO: ["zero-divisor"],
  EMPTY: ["empty"],
  INVALID_FORMAT: ["invalid-format"],
  INVALID_DATE: ["invalid-date", "skipped-time", "repeated-time"],
  TOO_LONG: ["too-long"],
  TOO_MANY: ["too-many"],
  TOO_DEEP: ["too-deep"],
  DUPLICATE_ID: ["duplicate-id"],
  UNKNOWN_REFERENCE: ["unknown-reference"],
  CYCLE: ["cycle"],
  CURRENCY_MISMATCH: ["currency-mismatch"],
  // These two are reasons of NoAnswer; the library throws no error for them.
  NO_SOLUTION: [],
  NOT_UNIQUE: [],
  UNREADABLE: ["unreadable"],
};

/** The faults of an error: those of `invalid-input` one by one, else the error itself. */
export function problemsOf(error: DomainError): readonly Problem[] {
  if (isDomainError(error, "invalid-input")) return error.details.issues;
  const { path } = error.details as { readonly path?: Path };
  return [{ code: error.code, path: path ?? [] }];
}

/** Tells whether one path begins with the other; keys and indexes are compared as text. */
export function startsWith(path: Path, start: Path): boolean {
  return start.length <= path.length && start.every((step, i) => String(step) === String(path[i]));
}

/**
 * Holds an error against the meanings and places that are accepted for it.
 *
 * @param error - the error
 * @param classes - accepted meanings, names of {@link CODES}; any when left out
 * @param paths - accepted places; a longer path is right too; none listed accepts any place
 * @returns what is wrong; nothing when one of the error's faults fits
 */
export function misplaced(
  error: DomainError,
  classes: readonly string[] | undefined,
  paths: readonly Path[],
): string | undefined {
  const codes = classes?.flatMap((name) => {
    const row = CODES[name];
    if (row === undefined) throw new Error(`no such meaning: ${name}`);
    return row as readonly string[];
  });
  const problems = problemsOf(error);
  const fits = problems.some(
    ({ code, path }) =>
      (codes === undefined || codes.includes(code)) &&
      (paths.length === 0 || paths.some((start) => startsWith(path, start))),
  );
  if (fits) return undefined;
  const got = problems.slice(0, 5).map(({ code, path }) => `${code} at ${JSON.stringify(path)}`);
  return `refused as ${got.join(", ")}; wanted ${classes?.join(" | ") ?? "any code"} at ${JSON.stringify(paths)}`;
}

/**
 * Runs an adapter's call and moves the places of its refusal to where the case has them: `totalCost` is `costs` there.
 *
 * @param move - from the library's path to that of the case
 * @param run - the call
 * @returns what the call returns
 */
export function placed<T>(move: (path: Path) => Path, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!isDomainError(error)) throw error;
    if (isDomainError(error, "invalid-input")) {
      const issues = error.details.issues.map((issue) => ({ ...issue, path: move(issue.path) }));
      throw new DomainError("invalid-input", { ...error.details, issues });
    }
    const details = error.details as { readonly path?: Path };
    throw new DomainError(error.code, { ...error.details, path: move(details.path ?? []) } as typeof error.details);
  }
}

/**
 * Runs a call whose refusal is the answer for one place of the result, such as one figure or one row.
 *
 * @param run - the call
 * @returns what it returns, or the library's error as a value; a foreign error is thrown on
 */
export function attempt<T>(run: () => T): T | DomainError {
  try {
    return run();
  } catch (error) {
    if (isDomainError(error)) return error;
    throw error;
  }
}
