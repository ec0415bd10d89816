import { type DomainError, isDomainError, isNoAnswer } from "../../../src/foundation/errors/index.js";
import { problemsOf } from "../refusals.js";

/** One function of the library, or a shape made of its parts, with the layout of the cases of its kind. */
export type Target = (value: never) => unknown;

/** What one call came to. */
export type Observation =
  | { readonly outcome: "value"; readonly value: unknown }
  | { readonly outcome: "no-answer" }
  | { readonly outcome: "error"; readonly error: DomainError }
  | { readonly outcome: "foreign"; readonly error: unknown };

/** Calls a target. */
export function observe(target: Target, value: unknown): Observation {
  try {
    const answer = (target as (value: unknown) => unknown)(value);
    return isNoAnswer(answer) ? { outcome: "no-answer" } : { outcome: "value", value: answer };
  } catch (error) {
    return isDomainError(error) ? { outcome: "error", error } : { outcome: "foreign", error };
  }
}

/** An observation as text: outcome with the value, or the codes and places. */
export function textOf(observation: Observation): string {
  if (observation.outcome === "value") return `value ${exact(observation.value)}`;
  if (observation.outcome === "error") {
    const problems = problemsOf(observation.error).map(({ code, path }) => [code, path]);
    return `error ${JSON.stringify(problems)}`;
  }
  return observation.outcome === "foreign" ? `foreign ${String(observation.error)}` : observation.outcome;
}

/** JSON that tells apart what JSON mixes up. */
function exact(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) => {
    if (typeof item === "number" && (!Number.isFinite(item) || Object.is(item, -0))) {
      return { number: Object.is(item, -0) ? "-0" : String(item) };
    }
    if (isDomainError(item)) return { error: item.code };
    return item === undefined ? { undefined: true } : item;
  });
}
