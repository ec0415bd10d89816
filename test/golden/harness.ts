import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

import { afterAll, describe, expect, it } from "vitest";

import { isDomainError } from "../../src/foundation/errors/index.js";
import { type Area, type Case, differences, type Outcome } from "./compare.js";
import { digest } from "./digests.js";
import { expand } from "./generators.js";

export { simulated } from "./compare.js";
export { attempt, placed } from "./refusals.js";

/**
 * Adapters by the kind of their cases. One takes a case's input to the library's own names and units, and the answer
 * back; it works nothing out. It returns an object in the layout of `expected`, or throws the library's error.
 */
export type Adapters = Readonly<Record<string, (input: never) => unknown>>;

/** A case whose expected answer is doubted, and why. It runs and is reported; it does not fail. */
interface Disputed {
  readonly id: string;
  readonly reason: string;
}

const HERE = import.meta.dirname;
/** Holds `golden/` with the cases and `data/` with the files they name. */
const ROOT = resolve(process.env["GOLDEN_ROOT"] ?? join(HERE, ".."));

/** The cases of an area; nothing when the folder has none. */
export function casesOf(area: string): readonly Case[] | undefined {
  const file = join(ROOT, "golden", `${area}.json`);
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as readonly Case[]) : undefined;
}

/** The bytes of a file that a case names: `data/…`. */
export function dataFile(name: string): Uint8Array {
  return readFileSync(join(ROOT, name));
}

/** Puts adapters of several modules together; a kind adapted twice is an error. */
export function merge(...parts: readonly Adapters[]): Adapters {
  const all: Record<string, Adapters[string]> = {};
  for (const part of parts) {
    for (const [kind, adapter] of Object.entries(part)) {
      if (Object.hasOwn(all, kind)) throw new Error(`adapted twice: ${kind}`);
      all[kind] = adapter;
    }
  }
  return all;
}

/** Files of adapters that could not be loaded: each fails a test of its own, and the others still run. */
const UNLOADED: { readonly name: string; readonly error: unknown }[] = [];

/** Adapters of all modules for an area: whatever the files in `adapters/` export under its name. */
export async function adaptersOf(area: Area): Promise<Adapters> {
  const files = readdirSync(join(HERE, "adapters")).filter((name) => name.endsWith(".ts"));
  const parts: Adapters[] = [];
  for (const name of files.sort()) {
    const url = pathToFileURL(join(HERE, "adapters", name)).href;
    let exports: Readonly<Record<string, Readonly<Record<string, Adapters>>>>;
    try {
      exports = (await import(/* @vite-ignore */ url)) as typeof exports;
    } catch (error) {
      UNLOADED.push({ name, error });
      continue;
    }
    for (const [word, areas] of Object.entries(exports)) {
      const own = word.endsWith("Golden") ? areas[area] : undefined;
      if (own !== undefined) parts.push(own);
    }
  }
  return merge(...parts);
}

/** Runs an adapter on a case. */
export function observe(area: string, kind: string, adapter: Adapters[string], input: unknown): Outcome {
  try {
    const whole = expand(area, kind, input);
    const value = (adapter as (input: unknown) => unknown)(whole);
    if (value instanceof Promise) throw new Error("the adapter returned a Promise: the library answers at once");
    return { kind: "value", value: digest(kind, whole, value) };
  } catch (error) {
    if (isDomainError(error)) return { kind: "error", error };
    throw error;
  }
}

/** Runs a case; what differs, one line each. */
export function check(area: Area, adapter: Adapters[string], testCase: Case): readonly string[] {
  const { kind, input } = testCase;
  const again = (other: unknown): unknown => {
    const outcome = observe(area, kind, adapter, other);
    return outcome.kind === "value" ? outcome.value : outcome.error;
  };
  const invalid = (input as { readonly invalid?: readonly object[] }).invalid;
  if (invalid === undefined) return differences(area, testCase, observe(area, kind, adapter, input), again);
  // A list of whole inputs, each of which must be refused on its own.
  return invalid.flatMap((one, i) => {
    const rest = Object.entries(input as object).filter(([key]) => key !== "invalid");
    const whole = numbered({ ...(Object.fromEntries(rest) as object), ...one });
    const found = differences(area, { ...testCase, input: whole }, observe(area, kind, adapter, whole), again);
    return found.map((line) => `invalid[${String(i)}]: ${line}`);
  });
}

/** The numbers that JSON cannot hold stand as text in inputs that must be refused. */
function numbered(value: unknown): unknown {
  if (value === "NaN" || value === "Infinity" || value === "-Infinity") return Number(value);
  if (Array.isArray(value)) return value.map(numbered);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, numbered(item)]));
}

/**
 * Declares one test for each case of an area. Kinds without an adapter are shown as to do.
 *
 * @param area - the area, by the name of its file
 * @param adapters - by kind
 */
export function golden(area: Area, adapters: Adapters): void {
  const disputed = new Map(disputes().map(({ id, reason }) => [id, reason]));
  const lines: string[] = [];
  let passed = 0;
  const cases = casesOf(area);

  describe(`golden: ${area}`, () => {
    if (cases === undefined) {
      it.todo(`${area}: no cases in ${ROOT}`);
      return;
    }
    for (const { name, error } of UNLOADED) {
      it(`loads adapters/${name}`, () => {
        throw error;
      });
    }
    const kinds = [...new Set(cases.map(({ kind }) => kind))];
    const todo = kinds.filter((kind) => !Object.hasOwn(adapters, kind));
    const count = (kind: string): string => `${kind} ${String(cases.filter((one) => one.kind === kind).length)}`;
    for (const kind of todo) it.todo(`${count(kind)} cases without an adapter`);

    for (const testCase of cases) {
      const adapter = adapters[testCase.kind];
      if (adapter === undefined) continue;
      const reason = disputed.get(testCase.id);
      it(`${testCase.id} ${testCase.title}`, { timeout: 60_000 }, () => {
        const found =
          reason === undefined ? check(area, adapter, testCase) : tried(() => check(area, adapter, testCase));
        if (reason === undefined) expect(found).toEqual([]);
        else
          lines.push(
            `  disputed ${testCase.id}: ${reason}\n    ${found.length === 0 ? "passes" : found.join("\n    ")}`,
          );
        passed++;
      });
    }

    afterAll(() => {
      const adapted = String(kinds.length - todo.length);
      const rest = todo.length === 0 ? "" : `; todo: ${todo.map(count).join(", ")}`;
      console.log([`${area}: ${String(passed)} cases passed through ${adapted} kinds${rest}`, ...lines].join("\n"));
    });
  });
}

/** A disputed case may even throw. */
function tried(run: () => readonly string[]): readonly string[] {
  try {
    return run();
  } catch (error) {
    return [`threw ${String(error)}`];
  }
}

function disputes(): readonly Disputed[] {
  return JSON.parse(readFileSync(join(HERE, "disputed.json"), "utf8")) as readonly Disputed[];
}
