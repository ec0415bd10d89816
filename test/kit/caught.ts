import { isDomainError, type DomainError } from "../../src/foundation/errors/index.js";

/** The library's error that `run` throws; a foreign error, or none, fails the test by being thrown itself. */
export function caught(run: () => unknown): DomainError {
  try {
    run();
  } catch (error) {
    if (isDomainError(error)) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

/** Code and place of each fault that `run` is refused for: `["out-of-range flows.0.amount"]`. */
export function faults(run: () => unknown): readonly string[] {
  const error = caught(run);
  if (isDomainError(error, "invalid-input")) {
    return error.details.issues.map(({ code, path }) => [code, path.join(".")].join(" ").trim());
  }
  const { path } = error.details as { readonly path: readonly (string | number)[] };
  return [[error.code, path.join(".")].join(" ").trim()];
}
