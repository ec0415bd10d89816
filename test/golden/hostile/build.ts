/** The words of the builders whose values are not compared before and after a call. */
const UNCOMPARED = /"\$(js|fill|graph|nest|repeat)"/;

/** Tells whether a value is made by builders that are too large, or too strange, to be looked at twice. */
export function isHeavy(value: unknown): boolean {
  return UNCOMPARED.test(JSON.stringify(value) ?? "");
}

/**
 * Makes the value that a case describes, anew for each call.
 *
 * @param value - JSON, in which an object with one key that starts with `$` stands for what that builder makes
 * @returns the value
 */
export function build(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(build);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value);
  const [word = "", argument] = entries.length === 1 ? (entries[0] ?? []) : [];
  if (word.startsWith("$")) {
    const builder = Object.hasOwn(BUILDERS, word) ? BUILDERS[word] : undefined;
    if (builder === undefined) throw new Error(`no such builder: ${word}`);
    return builder(argument as never);
  }
  const result: Record<string, unknown> = {};
  for (const [key, item] of entries) {
    // As JSON.parse does: a key `__proto__` is a key, not a prototype.
    Object.defineProperty(result, key, { value: build(item), writable: true, enumerable: true, configurable: true });
  }
  return result;
}

const BUILDERS: Readonly<Record<string, (argument: never) => unknown>> = {
  $num: (text: string) => Number(text),
  $undefined: () => undefined,
  $bigint: (text: string) => BigInt(text),
  $raw: (text: string) => JSON.parse(text) as unknown,
  $repeat: ([text, times]: [string, number]) => text.repeat(times),
  $concat: (parts: readonly unknown[]) => parts.map((part) => String(build(part))).join(""),
  $fill: ([times, item]: [number, unknown]) => new Array<unknown>(times).fill(build(item)),
  $js: (code: string) => evaluate(code),
  $nest: (rule: Nest) => nest(rule),
  $graph: (rule: Graph) => graph(rule),
};

/** The value of an expression; the one place where code from a case file runs. */
function evaluate(code: string): unknown {
  const run = globalThis.eval as (code: string) => unknown;
  return run(`(${code})`);
}

interface Nest {
  readonly depth: number;
  readonly key: string;
  readonly template: Readonly<Record<string, unknown>>;
}

function nest({ depth, key, template }: Nest): unknown {
  let inner: unknown[] = [];
  for (let level = depth - 1; level >= 0; level--) {
    const own = Object.entries(template).map(([name, item]) => [
      name,
      typeof item === "string" ? item.replaceAll("{i}", String(level)) : item,
    ]);
    inner = [{ ...(Object.fromEntries(own) as object), [key]: inner }];
  }
  return inner[0];
}

/** A task of a generated network. */
export interface GraphTask {
  readonly id: string;
  readonly duration: number;
  readonly dependsOn: readonly string[];
}

interface Graph {
  readonly kind: "chain" | "cycle" | "complete" | "ladder" | "star" | "fanin" | "chainThenTwoCycle";
  readonly n: number;
  readonly duration: number;
}

function graph({ kind, n, duration }: Graph): readonly GraphTask[] {
  const task = (id: string, dependsOn: readonly string[]): GraphTask => ({ id, duration, dependsOn });
  const name = (i: number): string => `t${String(i)}`;
  const each = (count: number, make: (i: number) => GraphTask): GraphTask[] =>
    Array.from({ length: count }, (_, i) => make(i));
  const names = (count: number): string[] => Array.from({ length: count }, (_, i) => name(i));
  const chain = each(n, (i) => task(name(i), i === 0 ? [] : [name(i - 1)]));
  switch (kind) {
    case "chain":
      return chain;
    case "cycle":
      return chain.map((one, i) => (i === 0 ? task(one.id, [name(n - 1)]) : one));
    case "complete":
      return each(n, (i) => task(name(i), names(i)));
    case "ladder":
      return each(2 * n, (i) => {
        const layer = Math.floor(i / 2);
        const before = layer === 0 ? [] : [`t${String(layer - 1)}a`, `t${String(layer - 1)}b`];
        return task(`t${String(layer)}${i % 2 === 0 ? "a" : "b"}`, before);
      });
    case "star":
      return each(n + 1, (i) => task(name(i), i === 0 ? [] : [name(0)]));
    case "fanin":
      return each(n + 1, (i) => task(name(i), i === n ? names(n) : []));
    case "chainThenTwoCycle":
      return [...chain, task("x", ["y", name(n - 1)]), task("y", ["x"])];
  }
}
