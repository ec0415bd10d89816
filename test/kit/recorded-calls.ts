import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import ts from "typescript";

import { INTERNAL, LAYERS, subpathOf } from "../../layers.js";

const SRC = join(import.meta.dirname, "../../src");
const NAME = "golive-kit";

/** Any public function. */
export type AnyFunction = (...input: unknown[]) => unknown;

/** The public functions of one module, and what the examples of the doc comments call them with. */
export interface PublicModule {
  readonly name: string;
  readonly functions: readonly (readonly [name: string, call: AnyFunction])[];
  readonly calls: ReadonlyMap<AnyFunction, readonly (readonly unknown[])[]>;
  /** Why the module could not be loaded. */
  readonly error?: unknown;
}

/** Loads every public module and runs all examples once, to see what real calls look like. */
export async function recordedCalls(): Promise<readonly PublicModule[]> {
  const calls = new Map<AnyFunction, unknown[][]>();
  const watched: Record<string, Record<string, unknown>> = {};
  const modules: PublicModule[] = [];
  for (const name of LAYERS.flat().filter((one) => !INTERNAL.includes(one))) {
    const file = join(SRC, name, "index.ts");
    if (!existsSync(file)) continue;
    try {
      const url = pathToFileURL(file).href;
      const entries = Object.entries((await import(/* @vite-ignore */ url)) as Readonly<Record<string, unknown>>);
      const functions = entries.filter((entry): entry is [string, AnyFunction] => isCallable(entry[1]));
      watched[`${NAME}/${subpathOf(name)}`] = Object.fromEntries(
        entries.map(([word, value]) => [word, isCallable(value) ? watch(value, calls) : value]),
      );
      modules.push({ name, functions, calls });
    } catch (error) {
      modules.push({ name, functions: [], calls, error });
    }
  }
  watched[NAME] = Object.assign({}, ...Object.values(watched)) as Record<string, unknown>;
  for (const code of examples()) {
    const { outputText } = ts.transpileModule(code, {
      compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
    });
    try {
      const body = `return (async () => {${outputText}\n})()`;
      await (new Function("require", "exports", body) as AnyFunction)((name: string) => watched[name], {});
    } catch {
      // That examples run is what the tests of the documentation are for.
    }
  }
  return modules;
}

const isCallable = (value: unknown): value is AnyFunction =>
  typeof value === "function" && !/^class\b/.test(Function.prototype.toString.call(value));

/** The same function, whose calls are written down as they come. */
function watch(call: AnyFunction, calls: Map<AnyFunction, unknown[][]>): AnyFunction {
  return new Proxy(call, {
    apply(target, self, input: unknown[]) {
      calls.set(target, [...(calls.get(target) ?? []), input.map(copied)]);
      return Reflect.apply(target, self, input) as unknown;
    },
  });
}

/** A copy of plain data; functions and objects of classes stay what they are. */
export function copied(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copied);
  if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copied(item)]));
}

function examples(): readonly string[] {
  return readdirSync(SRC, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .flatMap((file) => {
      const text = readFileSync(join(SRC, file), "utf8").replace(/^ *\* ?/gm, "");
      return [...text.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code = ""]) => code);
    });
}
