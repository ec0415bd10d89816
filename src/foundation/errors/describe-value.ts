const SHOWN = 60;

/**
 * Says in a few words what a value is, for a message: text in quotes, cut after
 * 60 characters; numbers as they are; anything else by its kind. It reads no
 * property of the value, so it is safe with getters and proxies.
 *
 * @param value - anything
 * @returns a short clause: `"20 May"`, `NaN`, `an object`
 *
 * @example
 * ```ts
 * import { describeValue } from "golive-kit/errors";
 *
 * describeValue(["a"]); // => "a list"
 * ```
 */
export function describeValue(value: unknown): string {
  switch (typeof value) {
    case "string":
      return value.length > SHOWN
        ? `${JSON.stringify(value.slice(0, SHOWN))}… (${String(value.length)} characters)`
        : JSON.stringify(value);
    case "undefined":
      return "nothing";
    case "object":
      return value === null ? "null" : isArray(value) ? "a list" : "an object";
    case "function":
      return "a function";
    case "symbol":
      return "a symbol";
    case "bigint":
      return "a bigint";
    default:
      return Object.is(value, -0) ? "-0" : String(value);
  }
}

/** `Array.isArray` throws on a revoked proxy. */
function isArray(value: object): boolean {
  try {
    return Array.isArray(value);
  } catch {
    return false;
  }
}
