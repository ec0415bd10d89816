import type { HostileCase } from "./cases.js";
import { lightSuite } from "./cases.js";
import { build } from "./build.js";
import { observe, textOf } from "./observe.js";
import { TARGETS } from "./adapters.js";

/** The light suite's observation: one text for each case whose kind is adapted. */
export function light(cases: readonly HostileCase[]): readonly string[] {
  return lightSuite(cases).flatMap((testCase) => observed(testCase) ?? []);
}

/** What single cases come to, by id. */
export function single(cases: readonly HostileCase[], ids: readonly string[]): Readonly<Record<string, string>> {
  const texts = cases.filter(({ id }) => ids.includes(id)).map((testCase) => [testCase.id, observed(testCase)]);
  return Object.fromEntries(texts) as Readonly<Record<string, string>>;
}

function observed({ kind, input }: HostileCase): string | undefined {
  const target = Object.hasOwn(TARGETS, kind) ? TARGETS[kind] : undefined;
  return target === undefined ? undefined : textOf(observe(target, build(input.value)));
}
