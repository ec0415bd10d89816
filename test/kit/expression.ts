import { Decimal } from "../../src/foundation/decimal/index.js";

/**
 * Works out the formula language of `note`, in decimals of 40 digits:
 * `+ − × ÷ ^`, comparisons, `and`, `or`, parentheses, names, numbers,
 * `min max abs if length`, `sum[t](…)` and `count[t](…)`, where `flows[t]` picks from a list.
 * It exists to hold the words of a formula against its code, and is not shipped.
 */
export type Scope = Readonly<Record<string, Value>>;

/** One number or a list of them; text and dates stand for themselves and can be compared with `=` and `≠`. */
export type Value = Decimal | string | readonly (Decimal | string)[];

/** A value, and the size of the largest operand that it was made of: what rounding errors are measured by. */
export interface Worked {
  readonly value: Decimal | string;
  readonly size: Decimal;
}

type Part = (scope: Scope) => Worked;

const TOKEN = /\d+(?:\.\d+)?|[A-Za-z][A-Za-z0-9]*|"[^"]*"|[+−×÷^()[\],=≠<≤>≥]/g;
const ZERO = new Decimal(0);
const ONE = new Decimal(1);

/** Works out an expression for given values. */
export function evaluate(text: string, scope: Scope): Worked {
  return parseExpression(text)(scope);
}

function parseExpression(text: string): Part {
  const tokens = text.match(TOKEN) ?? [];
  if (tokens.join("") !== text.replaceAll(/\s/g, "")) throw new Error(`not in the formula language: ${text}`);
  let at = 0;
  const take = (token: string): boolean => tokens[at] === token && at++ >= 0;
  const need = (token: string): void => {
    if (!take(token)) throw new Error(`expected ${token} in: ${text}`);
  };

  const either = (): Part => {
    const parts = [both()];
    while (take("or")) parts.push(both());
    return parts.length === 1 && parts[0] ? parts[0] : (s) => truth(parts.some((part) => isTrue(part(s))));
  };
  const both = (): Part => {
    const parts = [comparison()];
    while (take("and")) parts.push(comparison());
    return parts.length === 1 && parts[0] ? parts[0] : (s) => truth(parts.every((part) => isTrue(part(s))));
  };
  const comparison = (): Part => {
    const left = sum();
    const sign = tokens[at] ?? "";
    if (!"=≠<≤>≥".includes(sign) || sign === "") return left;
    at++;
    const right = sum();
    return (s) => truth(compare(left(s).value, sign, right(s).value));
  };
  const sum = (): Part => {
    let left = product();
    for (;;) {
      const l = left;
      if (take("+")) {
        const r = product();
        left = (s) => combine(l(s), r(s), (a, b) => a.plus(b));
      } else if (take("−")) {
        const r = product();
        left = (s) => combine(l(s), r(s), (a, b) => a.minus(b));
      } else return left;
    }
  };
  const product = (): Part => {
    let left = power();
    for (;;) {
      const l = left;
      if (take("×")) {
        const r = power();
        left = (s) => combine(l(s), r(s), (a, b) => a.times(b));
      } else if (take("÷")) {
        const r = power();
        left = (s) => combine(l(s), r(s), (a, b) => a.div(b));
      } else return left;
    }
  };
  const power = (): Part => {
    const base = atom();
    if (!take("^")) return base;
    const exponent = power();
    return (s) => combine(base(s), exponent(s), (a, b) => a.pow(b));
  };
  const inBrackets = (): readonly Part[] => {
    need("(");
    const parts = [either()];
    while (take(",")) parts.push(either());
    need(")");
    return parts;
  };
  const atom = (): Part => {
    if (take("−")) {
      const inner = power();
      return (s) => combine(worked(ZERO), inner(s), (a, b) => a.minus(b));
    }
    if (take("(")) {
      const inner = either();
      need(")");
      return inner;
    }
    const token = tokens[at++] ?? "";
    if (/^\d/.test(token)) return () => worked(new Decimal(token));
    if (token.startsWith('"')) return () => ({ value: token.slice(1, -1), size: ZERO });
    if (!/^[A-Za-z]/.test(token)) throw new Error(`unexpected ${token || "end"} in: ${text}`);
    if (tokens[at] === "(") return apply(token, inBrackets(), text);
    if (!take("[")) return (s) => single(s, token);
    const index = sum();
    const indexName = tokens[at - 1] ?? "";
    need("]");
    if (token === "sum" || token === "count") {
      const start = at;
      const [body] = inBrackets();
      if (!body) throw new Error(`nothing to add in: ${text}`);
      const lists = listsIndexedBy(indexName, tokens.slice(start, at));
      return (s) => over(s, lists, indexName, body, token === "count");
    }
    return (s) => {
      const item = list(s, token)[number(index(s).value).toNumber()];
      if (item === undefined) throw new Error(`no ${token}[${indexName}]`);
      return worked(item);
    };
  };

  const whole = either();
  if (at !== tokens.length) throw new Error(`left over after ${String(at)} tokens: ${text}`);
  return whole;
}

/** The lists that a sum runs over: those picked from with the bare index. */
function listsIndexedBy(index: string, tokens: readonly string[]): readonly string[] {
  return tokens.filter((_, i) => tokens[i + 1] === "[" && tokens[i + 2] === index && tokens[i + 3] === "]");
}

function over(scope: Scope, names: readonly string[], index: string, body: Part, counting: boolean): Worked {
  const lengths = new Set(names.map((name) => list(scope, name).length));
  if (lengths.size !== 1) throw new Error(`lists of one length expected: ${names.join(", ")}`);
  const [length = 0] = lengths;
  let total = worked(ZERO);
  for (let i = 0; i < length; i++) {
    const part = body({ ...scope, [index]: new Decimal(i) });
    total = combine(total, counting ? worked(isTrue(part) ? ONE : ZERO) : part, (a, b) => a.plus(b));
  }
  return total;
}

function apply(name: string, parts: readonly Part[], text: string): Part {
  const [first, second, third] = parts;
  if (name === "length" && first) {
    const [, argument] = /length\(([A-Za-z0-9]+)\)/.exec(text.replaceAll(" ", "")) ?? [];
    return (s) => worked(new Decimal(list(s, argument ?? "").length));
  }
  if (name === "abs" && first) return (s) => combine(first(s), worked(ZERO), (a) => a.abs());
  if (name === "if" && first && second && third) return (s) => (isTrue(first(s)) ? second(s) : third(s));
  if (name === "min" || name === "max") {
    return (s) => parts.map((part) => part(s)).reduce((a, b) => combine(a, b, (x, y) => Decimal[name](x, y)));
  }
  throw new Error(`no function ${name} of ${String(parts.length)} in: ${text}`);
}

function compare(a: Decimal | string, sign: string, b: Decimal | string): boolean {
  const order =
    typeof a === "string" && typeof b === "string" ? (a < b ? -1 : Number(a > b)) : number(a).cmp(number(b));
  switch (sign) {
    case "=":
      return order === 0;
    case "≠":
      return order !== 0;
    case "<":
      return order < 0;
    case "≤":
      return order <= 0;
    case ">":
      return order > 0;
    default:
      return order >= 0;
  }
}

function combine(a: Worked, b: Worked, work: (a: Decimal, b: Decimal) => Decimal): Worked {
  const value = work(number(a.value), number(b.value));
  return { value, size: Decimal.max(a.size, b.size, value.abs()) };
}

function worked(value: Decimal | string): Worked {
  return { value, size: typeof value === "string" ? ZERO : value.abs() };
}

function truth(holds: boolean): Worked {
  return worked(holds ? ONE : ZERO);
}

function isTrue({ value }: Worked): boolean {
  return typeof value !== "string" && !value.isZero();
}

function number(value: Decimal | string): Decimal {
  if (typeof value === "string") throw new Error(`no number: ${value}`);
  return value;
}

function single(scope: Scope, name: string): Worked {
  const value = scope[name];
  if (value === undefined || Array.isArray(value)) throw new Error(`no single value called ${name}`);
  return worked(value as Decimal | string);
}

function list(scope: Scope, name: string): readonly (Decimal | string)[] {
  const value = scope[name];
  if (!Array.isArray(value)) throw new Error(`no list called ${name}`);
  return value as readonly (Decimal | string)[];
}
