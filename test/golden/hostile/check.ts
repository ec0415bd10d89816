import { isDeepStrictEqual } from "node:util";

import { type DomainError, isDomainError, isNoAnswer } from "../../../src/foundation/errors/index.js";
import { readTolerance, strangeNumbers } from "../compare.js";
import { misplaced } from "../refusals.js";
import { build, type GraphTask, isHeavy } from "./build.js";
import type { Expected, HostileCase } from "./cases.js";
import { type Observation, observe, type Target, textOf } from "./observe.js";

const LIMIT_MS = 5000;
const LONGEST_MESSAGE = 20_000;
const MOST_LISTED = 100;
/** A busy machine is given a few tries before a call counts as slow. */
const TRIES = 3;

/** Runs a call and times it: by the clock, or by the work of the process where others kept the processors busy. */
function timed<T>(run: () => T): { readonly result: T; readonly ms: number } {
  const cpu = process.cpuUsage();
  const start = performance.now();
  const result = run();
  const wall = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  return { result, ms: Math.min(wall, (user + system) / 1000) };
}

/**
 * Runs a case and holds it against everything that is asked of it.
 *
 * @param target - the function of its kind
 * @param testCase - the case
 * @returns what is wrong, one line each
 */
export function failures(target: Target, testCase: HostileCase): readonly string[] {
  const { input, expected, tolerance } = testCase;
  const limit = expected.maxMs ?? LIMIT_MS;
  const value = build(input.value);
  const before = worldState();
  const { result: first, ms } = timed(() => observe(target, value));
  let fastest = ms;
  const found = [...compare(expected, tolerance, first, value)];
  if (!isDeepStrictEqual(worldState(), before)) found.push("the call changed a prototype or a global");
  if (!isHeavy(input.value) && !isDeepStrictEqual(value, build(input.value))) found.push("the call changed its input");

  for (let i = 1; i < TRIES && (i === 1 || fastest > limit); i++) {
    const fresh = build(input.value);
    const { result: second, ms: again } = timed(() => observe(target, fresh));
    fastest = Math.min(fastest, again);
    if (textOf(second) !== textOf(first))
      found.push(`called again: ${cut(textOf(second))}, first: ${cut(textOf(first))}`);
  }
  if (fastest > limit) found.push(`took ${fastest.toFixed(0)} ms, allowed ${String(limit)}`);
  if (expected.detached === true && first.outcome === "value") found.push(...attached(value, first.value));
  return found;
}

/** Holds an observation against what a case accepts; `value` is the input, for rules about both. */
export function compare(expected: Expected, tolerance: unknown, got: Observation, value: unknown): readonly string[] {
  if (got.outcome === "foreign") return [`a foreign error: ${String(got.error)}`];
  if (!expected.outcome.includes(got.outcome)) return [`${cut(textOf(got))}, wanted ${expected.outcome.join(" or ")}`];
  if (got.outcome === "error") return compareError(expected, got.error, value);
  if (got.outcome === "no-answer") return [];
  const found = [...strangeNumbers(got.value, ""), ...compareText(expected, got.value)];
  if (expected.value !== undefined) compareValue(build(expected.value), got.value, readTolerance(tolerance), "", found);
  return found;
}

function compareError(expected: Expected, error: DomainError, value: unknown): readonly string[] {
  const found: string[] = [];
  const wrong = misplaced(error, expected.class ?? [], expected.paths ?? []);
  if (wrong !== undefined) found.push(wrong);
  try {
    const { message } = error;
    const longest = expected.messageMaxLength ?? LONGEST_MESSAGE;
    if (message.length >= LONGEST_MESSAGE || message.length > longest)
      found.push(`a message of ${String(message.length)} characters`);
    if (String(error) === "" || JSON.stringify(error) === "") found.push("the error has no text");
  } catch (thrown) {
    found.push(`writing the error threw ${String(thrown)}`);
  }
  const issues = isDomainError(error, "invalid-input") ? error.details : { issues: [error], total: 1 };
  const most = expected.problems?.maxListed ?? MOST_LISTED;
  if (issues.issues.length > most) found.push(`${String(issues.issues.length)} problems listed`);
  if (expected.problems !== undefined && issues.total !== expected.problems.total) {
    found.push(`${String(issues.total)} problems in all, wanted ${String(expected.problems.total)}`);
  }
  if (expected.cycle !== undefined) found.push(...compareCycle(expected.cycle, error, value as readonly GraphTask[]));
  return found;
}

function compareCycle(
  wanted: { readonly maxListed: number; readonly length: number },
  error: DomainError,
  tasks: readonly GraphTask[],
): readonly string[] {
  if (!isDomainError(error, "cycle")) return [`${error.code}, wanted a cycle with its members`];
  const { ids, length } = error.details;
  const found: string[] = [];
  if (ids.length === 0 || ids.length > wanted.maxListed) found.push(`${String(ids.length)} members listed`);
  if (length !== wanted.length) found.push(`a cycle of ${String(length)}, wanted ${String(wanted.length)}`);
  const needs = new Map(tasks.map(({ id, dependsOn }) => [id, new Set(dependsOn)]));
  const pairs = ids.slice(1).map((id, i) => [ids[i] ?? "", id] as const);
  const forward = pairs.every(([a, b]) => needs.get(a)?.has(b) === true);
  const backward = pairs.every(([a, b]) => needs.get(b)?.has(a) === true);
  if (!forward && !backward) found.push(`the members do not depend on each other: ${ids.slice(0, 5).join(", ")}`);
  return found;
}

const BDI = /<bdi[^>]*>[\s\S]*?<\/bdi>/g;
const BIDI = /[\u202A-\u202E\u2066-\u2069]/u;

function compareText(expected: Expected, value: unknown): readonly string[] {
  const rules = [
    expected.contains,
    expected.notContains,
    expected.notContainsIgnoreCase,
    expected.oneOf,
    expected.notMatches,
  ];
  if (rules.every((rule) => rule === undefined) && expected.bidiContained === undefined) return [];
  if (typeof value !== "string") return [`${cut(value)}, wanted text`];
  const lower = value.toLowerCase();
  const found: string[] = [];
  for (const part of expected.contains ?? []) if (!value.includes(part)) found.push(`lacks ${part}: ${cut(value)}`);
  for (const part of expected.notContains ?? [])
    if (value.includes(part)) found.push(`holds ${JSON.stringify(part)}: ${cut(value)}`);
  for (const part of expected.notContainsIgnoreCase ?? []) {
    if (lower.includes(part.toLowerCase())) found.push(`holds ${part}: ${cut(value)}`);
  }
  if (expected.oneOf !== undefined && !expected.oneOf.includes(value))
    found.push(`${cut(value)}, wanted one of ${cut(expected.oneOf)}`);
  for (const pattern of expected.notMatches ?? []) {
    if (new RegExp(pattern, "mu").test(value)) found.push(`matches ${pattern}: ${cut(value)}`);
  }
  if (expected.bidiContained === true && BIDI.test(decoded(value.replace(BDI, ""))))
    found.push(`leaves a bidi control: ${cut(value)}`);
  return found;
}

function decoded(html: string): string {
  return html.replace(/&#(x[0-9a-f]+|\d+);/gi, (_all, code: string) =>
    String.fromCodePoint(
      code.startsWith("x") || code.startsWith("X") ? Number.parseInt(code.slice(1), 16) : Number(code),
    ),
  );
}

type Tolerance = ReturnType<typeof readTolerance>;
const AMOUNT = /^(?!-0$)-?(0|[1-9]\d*)(\.\d*[1-9])?$/;

function compareValue(want: unknown, got: unknown, tolerance: Tolerance, at: string, found: string[]): void {
  const say = (): void => void found.push(`${at === "" ? "the value" : at}: ${cut(got)}, wanted ${cut(want)}`);
  if (want === null) {
    if (got !== null && !isNoAnswer(got) && !isDomainError(got)) say();
  } else if (typeof want === "number") {
    const near = Math.max(tolerance.abs, tolerance.rel * Math.abs(want));
    if (typeof got !== "number" || !(near > 0 ? Math.abs(got - want) <= near : Object.is(got, want))) say();
  } else if (
    typeof want === "string" &&
    typeof got === "string" &&
    AMOUNT.test(want) &&
    (tolerance.abs > 0 || tolerance.rel > 0)
  ) {
    const near = Math.max(tolerance.abs, tolerance.rel * Math.abs(Number(want)));
    if (!AMOUNT.test(got) || !(Math.abs(Number(got) - Number(want)) <= near)) say();
  } else if (Array.isArray(want)) {
    if (!Array.isArray(got) || got.length !== want.length) say();
    else
      want.forEach((item, i) => {
        compareValue(item, got[i], tolerance, `${at}[${String(i)}]`, found);
      });
  } else if (typeof want === "object") {
    for (const [key, item] of Object.entries(want as object)) {
      const own: unknown =
        typeof got === "object" && got !== null && Object.hasOwn(got, key)
          ? (got as Record<string, unknown>)[key]
          : undefined;
      compareValue(item, own, tolerance.fields[key] ?? tolerance, at === "" ? key : `${at}.${key}`, found);
    }
  } else if (want !== got) say();
}

/** Tells whether input and result share anything: each is changed in turn, and the other must stay. */
function attached(input: unknown, result: unknown): readonly string[] {
  const found: string[] = [];
  const output = JSON.stringify(result);
  spoil(input, new Set());
  if (JSON.stringify(result) !== output) found.push("changing the input changed the result");
  const given = JSON.stringify(input);
  spoil(result, new Set());
  if (JSON.stringify(input) !== given) found.push("changing the result changed the input");
  return found;
}

function spoil(value: unknown, seen: Set<object>): void {
  if (typeof value !== "object" || value === null || seen.has(value) || Object.isFrozen(value)) return;
  seen.add(value);
  for (const [key, item] of Object.entries(value)) {
    spoil(item, seen);
    if (typeof item !== "object") Reflect.set(value, key, "spoilt");
  }
  if (Array.isArray(value)) value.push("spoilt");
}

/** Everything that a call must leave alone: the common prototypes and the names of the globals. */
function worldState(): unknown {
  const own = (object: object): unknown => {
    const all = Object.getOwnPropertyDescriptors(object) as Readonly<Record<PropertyKey, PropertyDescriptor>>;
    return Reflect.ownKeys(all).map((key) => [key, all[key]?.value, all[key]?.get]);
  };
  return [own(Object.prototype), own(Array.prototype), Reflect.ownKeys(globalThis)];
}

function cut(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
