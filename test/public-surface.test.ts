import { types } from "node:util";

import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { isDomainError } from "../src/foundation/errors/index.js";
import { SEED } from "./kit/laws.js";
import { type AnyFunction, copied, recordedCalls } from "./kit/recorded-calls.js";

/** Calls of each function. */
const CALLS = 240;

/** Values that break code which trusts its types. */
const VICIOUS: readonly unknown[] = [
  undefined,
  null,
  NaN,
  Infinity,
  -Infinity,
  -0,
  2 ** 53,
  5e-324,
  "",
  "x".repeat(20_000),
  "__proto__",
  "1e200000000",
  7n,
  Symbol("s"),
  [],
  {},
  [NaN],
  new Array(3),
  new Date(NaN),
  new Map([["id", 1]]),
  () => NaN,
  () => {
    throw new TypeError("a callback that throws");
  },
  Object.create(null),
  Object.defineProperty({}, "id", {
    enumerable: true,
    get() {
      throw new RangeError("a getter that throws");
    },
  }),
  new Proxy(
    {},
    {
      get() {
        throw new TypeError("a proxy that throws");
      },
      ownKeys() {
        throw new TypeError("a proxy that throws");
      },
    },
  ),
  Proxy.revocable({}, {}).proxy,
  revoked(),
  circular(),
  { length: 3 },
  { id: "a", [Symbol.iterator]: () => NaN },
];

/** Values that get past the first guards. */
const PLAUSIBLE: readonly unknown[] = [
  0,
  1,
  2,
  0.5,
  -1,
  1e308,
  1e-300,
  "EUR",
  "a",
  "2026-03-31",
  "9999-12-31",
  "0000-01-01",
  "2026-03-29T02:30:00",
  "2026-03-31T09:00:00+02:00",
  "Europe/Berlin",
  { amount: "100", currency: "EUR" },
  { amount: "-0.000000000001", currency: "EUR" },
  { amount: "999999999999999999999999", currency: "EUR" },
  { amount: "1", currency: "USD" },
  { amount: NaN, currency: "EUR" },
  [0, 1, 2],
  [1e308, 1e308, -1e308],
  [
    { amount: "-100", currency: "EUR" },
    { amount: "110", currency: "EUR" },
  ],
  ["2026-03-31", "2026-03-31"],
  ["a", "a"],
  [{ id: "a" }, { id: "a" }],
  [[]],
  true,
];

function revoked(): unknown {
  const { proxy, revoke } = Proxy.revocable([], {});
  revoke();
  return proxy;
}

function circular(): unknown {
  const list: unknown[] = [];
  list.push(list, { list });
  return list;
}

const ANYTHING = fc.sample(
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withSparseArray: true, maxDepth: 2 }),
  {
    seed: SEED,
    numRuns: 1000,
  },
);
const POOL = [...VICIOUS, ...PLAUSIBLE, ...ANYTHING];
/** Mostly plausible. */
const NEAR = [...PLAUSIBLE, ...PLAUSIBLE, ...PLAUSIBLE, ...VICIOUS];

interface Call {
  readonly input: unknown[];
  /** Something else stands in the place of a text, and may be handed back as the text would have been. */
  readonly echoing: boolean;
}

/**
 * The `i`-th call of a function: with anything at all; with something near to right (a formula gets the names of its
 * inputs); or like a real one, taken from an example, with one place made wrong.
 */
function callOf(call: AnyFunction, real: readonly (readonly unknown[])[], i: number): Call {
  const random = seeded(i);
  const from = (list: readonly unknown[]): unknown => list[random(list.length)];
  const plain = (input: unknown[]): Call => ({ input, echoing: false });
  if (i % 4 === 0) return plain(Array.from({ length: random(5) }, () => from(random(2) === 0 ? VICIOUS : POOL)));
  if (i % 4 === 1 || real.length === 0) {
    const units = (call as { units?: object }).units;
    if (units === undefined) return plain(Array.from({ length: 1 + random(3) }, () => from(NEAR)));
    return plain([Object.fromEntries(Object.keys(units).map((name) => [name, from(NEAR)]))]);
  }
  const input = copied(from(real)) as unknown[];
  return { input, echoing: spoil(input, random) };
}

/** Makes one place of plain data wrong, somewhere on the way down; tells whether a text became something else. */
function spoil(data: unknown[] | Record<string, unknown>, random: (limit: number) => number): boolean {
  const keys = Object.keys(data);
  const key = keys[random(keys.length)];
  if (key === undefined) return false;
  const record = data as Record<string, unknown>;
  const inner = record[key];
  const goDown = typeof inner === "object" && inner !== null && random(4) !== 0;
  if (goDown && (Array.isArray(inner) || Object.getPrototypeOf(inner) === Object.prototype)) {
    return spoil(inner as unknown[], random);
  }
  const ways: readonly (() => void)[] = [
    () => (record[key] = VICIOUS[random(VICIOUS.length)]),
    () => (record[key] = PLAUSIBLE[random(PLAUSIBLE.length)]),
    () => (record[key] = typeof inner === "number" ? [-inner, inner * 1e300, inner / 3, 0][random(4)] : inner),
    () => (Array.isArray(data) ? data.push(data[random(data.length)]) : Reflect.deleteProperty(data, key)),
    () => (Array.isArray(data) ? data.splice(0) : (record["unknown key"] = 1)),
  ];
  ways[random(ways.length)]?.();
  return typeof inner === "string" && typeof record[key] !== "string";
}

/** Whole numbers below a limit, the same ones for the same seed. */
function seeded(seed: number): (limit: number) => number {
  let x = (SEED + seed * 7919) % 2_147_483_647;
  return (limit) => {
    x = (x * 16_807) % 2_147_483_647;
    return Math.floor((x / 2_147_483_647) * limit);
  };
}

/** Functions that wait for others, and so answer with a promise. */
const WAITING: readonly string[] = ["simulateWith"];

/** What a call did wrong; nothing when it returned clean data or threw the library's error. */
async function wrong(call: AnyFunction, input: unknown[], echoing = false): Promise<string | undefined> {
  let value: unknown;
  try {
    value = call(...input);
    if (types.isPromise(value) && !WAITING.includes(call.name)) return "returned a promise";
    value = await value;
  } catch (error) {
    return isDomainError(error) ? undefined : `threw ${nameOf(error)}`;
  }
  return echoing ? undefined : stain(value, input, 0);
}

const isStrange = (value: unknown): boolean =>
  typeof value === "number" && (!Number.isFinite(value) || Object.is(value, -0));

/** Where a value holds a number that is no answer. What was given, and is only handed back, is the caller's. */
function stain(value: unknown, given: readonly unknown[], depth: number): string | undefined {
  if (depth > 0 && given.includes(value)) return undefined;
  if (isStrange(value)) return `returned ${Object.is(value, -0) ? "-0" : String(value)}`;
  if (typeof value !== "object" || value === null || depth > 6 || given.includes(value)) return undefined;
  for (const [key, item] of entriesOf(value)) {
    // What went into a figure is shown as it was.
    const found = key === "input" || key === "given" ? undefined : stain(item, given, depth + 1);
    if (found !== undefined) return `${found} in ${key}`;
  }
  return undefined;
}

/** What an object holds; one that cannot be read came from the caller. */
function entriesOf(value: object): readonly (readonly [string, unknown])[] {
  try {
    return Object.entries(value);
  } catch {
    return [];
  }
}

function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const place = (error.stack ?? "").split("\n").find((line) => line.includes("/src/")) ?? "";
  return `${error.name}: ${error.message.slice(0, 80)} ${place.replace(/.*\/src\//, "at ").replace(/\)$/, "")}`;
}

const MODULES = await recordedCalls();

describe("every public function, called with anything", () => {
  it.each(MODULES.map((one) => [one.name, one] as const))(
    "%s answers with clean data or throws the library's own error",
    { timeout: 30_000 },
    async (_name, { functions, calls, error }) => {
      expect(error).toBeUndefined();
      const offenders = new Set<string>();
      for (const [word, call] of functions) {
        for (let i = 0; i < CALLS; i++) {
          const { input, echoing } = callOf(call, calls.get(call) ?? [], i);
          const fault = await wrong(call, input, echoing);
          if (fault !== undefined) offenders.add(`${word}: ${fault}`);
        }
      }
      expect([...offenders]).toEqual([]);
    },
  );

  it("knows a real call of each", () => {
    const unknown = MODULES.flatMap(({ functions, calls }) => functions.filter(([, call]) => !calls.has(call)));
    expect(unknown.map(([word]) => word)).toEqual([]);
  });

  it("would see a foreign error, a promise and a number that is no answer", async () => {
    const foreign = (): never => {
      throw new TypeError("foreign");
    };
    expect(await wrong(foreign, [])).toContain("threw TypeError: foreign");
    expect(await wrong(() => Promise.resolve(1), [])).toBe("returned a promise");
    expect(await wrong(() => -0, [])).toBe("returned -0");
    expect(await wrong(() => ({ rows: [{ ratio: NaN }] }), [])).toBe("returned NaN in ratio in 0 in rows");
    expect(await wrong((given) => given, [{ ratio: NaN }])).toBeUndefined();
  });
});
