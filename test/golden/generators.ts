/**
 * Inputs that a case describes by a rule instead of listing them; the rules stand in the pages of the areas. A list
 * takes the place of its rule, and a rule for a whole input adds the rows it makes beside it.
 *
 * @param area - whose rules
 * @param kind - the kind of the case
 * @param input - a case's input
 * @returns the input with all its rows
 */
export function expand(area: string, kind: string, input: unknown): unknown {
  if (area === "kpi") return expandKpi(input);
  const given = input as Fields;
  if (kind === "xirr-generated") return { ...given, flows: tenYearRows(given["generator"] as Numbers) };
  if (kind === "decimal-sum-generated") return { ...given, amounts: amountRows(given) };
  if (kind === "cpm-scale") return { ...given, tasks: networkOf(given) };
  if (kind === "cpm-psplib") return { ...given, tasks: jobsOf(given as unknown as Jobs) };
  if (area === "schedule" && isFields(given["network"])) {
    const { type, ...times } = given["distTimesDuration"] as Fields;
    const tasks = networkOf(given["network"]).map(({ duration, ...task }) => {
      const own = Object.entries(times).map(([name, factor]) => [name, Number(factor) * duration]);
      return { ...task, dist: { type, ...(Object.fromEntries(own) as Numbers) } };
    });
    return { ...given, tasks };
  }
  if (area === "risk" && isFields(given["generator"])) {
    return { ...given, risks: benchRegister((given["generator"] as Numbers)["count"] ?? 0) };
  }
  return input;
}

type Fields = Readonly<Record<string, unknown>>;
type Numbers = Readonly<Record<string, number>>;
const MODULUS = 2_147_483_647;

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function expandKpi(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(expandKpi);
  if (!isFields(value)) return value;
  const keys = Object.keys(value);
  if (keys.length === 1 && keys[0] === "number") return Number(value["number"]);
  if (keys.length === 1 && keys[0] === "generator") return numbers(value["generator"] as Fields);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, expandKpi(item)]));
}

function numbers(rule: Fields): readonly unknown[] {
  const { name } = rule;
  const { count = 0, factor = 1, modulus = 1, add = 0, shift = 0, scale = 1, pairs = 0 } = rule as Numbers;
  const at = (i: number): number => (i * factor) % modulus;
  const each = (length: number, make: (i: number) => unknown): unknown[] => Array.from({ length }, (_, i) => make(i));
  if (name === "repeat-then") {
    const value = expandKpi(rule["value"]);
    return each(count, () => value).concat(expandKpi(rule["then"]) as unknown[]);
  }
  if (name === "first-then-pairs") {
    const pair = rule["pair"] as readonly unknown[];
    return [rule["first"], ...each(pairs, () => pair).flat()];
  }
  if (name === "permutation") return each(count, (i) => at(i) + add);
  if (name === "exponential-permutation") {
    return each(count, (i) => Math.exp((at(i) - shift) / scale)).concat(
      (rule["append"] as unknown[] | undefined) ?? [],
    );
  }
  throw new Error(`no such generator: ${String(name)}`);
}

/** Rows of dated amounts over ten years; the first row pays for the share `firstShare` of the others. */
function tenYearRows(
  rule: Readonly<Record<string, unknown>>,
): readonly { readonly date: string; readonly amount: string }[] {
  const of = (name: string): number => Number(rule[name]);
  const start = Date.parse(String(rule["start"]));
  const divisor = of("divisor");
  const units = Array.from({ length: of("count") }, (_, i) => of("base") + ((of("step") * i) % of("modulus")));
  const sum = units.slice(1).reduce((a, b) => a + b, 0);
  return units.map((unit, i) => {
    const day = Math.floor((i * of("spanDays")) / units.length);
    const date = new Date(start + day * 86_400_000).toISOString().slice(0, 10);
    // The share has two decimals: in hundredths it is a whole number, and so is the product.
    const first = Math.round(of("firstShare") * 100) * sum;
    return { date, amount: i === 0 ? scaled(first, divisor * 100) : scaled(unit, divisor) };
  });
}

/** A quotient by a power of ten, as decimal text. */
function scaled(units: number, divisor: number): string {
  const decimals = String(divisor).length - 1;
  return (units / divisor).toFixed(decimals);
}

function amountRows(rule: Fields): readonly string[] {
  const generator = rule["generator"] as Fields;
  const rows = Number(rule["rows"]);
  if (generator["name"] === "constant") {
    return new Array<string>(rows).fill(String(generator["amount"]));
  }
  const of = (name: string): number => Number(generator[name]);
  return Array.from({ length: rows }, (_, i) => {
    const cents = ((of("step") * i) % of("modulus")) + of("offset");
    return (cents / 100).toFixed(2);
  });
}

/** A generated task of a network. */
interface Task {
  readonly id: string;
  readonly duration: number;
  readonly predecessors: readonly { readonly id: string; readonly type: "FS"; readonly lag: 0 }[];
}

function networkOf(rule: Fields): readonly Task[] {
  const { n = 0, duration = 1, seed = 1, maxDuration = 1, layers = 1, linksPerTask = 1 } = rule as Numbers;
  const link = (p: number) => ({ id: `t${String(p)}`, type: "FS", lag: 0 }) as const;
  if (rule["generator"] === "chain") {
    return Array.from({ length: n }, (_, k) => ({
      id: `t${String(k)}`,
      duration,
      predecessors: k === 0 ? [] : [link(k - 1)],
    }));
  }
  let x = seed;
  const below = (m: number): number => {
    x = (x * 16_807) % MODULUS;
    return x % m;
  };
  const width = n / layers;
  return Array.from({ length: n }, (_, k) => {
    const length = 1 + below(maxDuration);
    const layer = Math.floor(k / width);
    const before = new Set<number>();
    if (layer > 0) for (let i = 0; i < linksPerTask; i++) before.add((layer - 1) * width + below(width));
    return { id: `t${String(k)}`, duration: length, predecessors: [...before].map(link) };
  });
}

/** Jobs numbered from 1, each with the jobs that come after it. */
interface Jobs {
  readonly durations: readonly number[];
  readonly successors: readonly (readonly number[])[];
}

/** The jobs as tasks, each with the jobs that come before it. */
function jobsOf({ durations, successors }: Jobs): readonly Task[] {
  const before = durations.map((): Task["predecessors"][number][] => []);
  successors.forEach((after, i) => {
    for (const job of after) before[job - 1]?.push({ id: String(i + 1), type: "FS", lag: 0 });
  });
  return durations.map((duration, i) => ({ id: String(i + 1), duration, predecessors: before[i] ?? [] }));
}

/** The register that simulations are measured with. */
function benchRegister(count: number): readonly unknown[] {
  return Array.from({ length: count }, (_, index) => {
    const i = index + 1;
    const min = 1000 * (1 + ((13 * i) % 50));
    return {
      id: `R${String(i)}`,
      type: "threat",
      probability: String((((37 * i) % 90) + 5) / 100),
      impact: { distribution: "triangular", min: String(min), mostLikely: String(1.5 * min), max: String(3 * min) },
    };
  });
}
