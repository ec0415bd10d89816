import { Decimal as Base } from "decimal.js";

import { type DomainError, isDomainError, isNoAnswer, type Path } from "../../src/foundation/errors/index.js";
import { misplaced, problemsOf, startsWith } from "./refusals.js";
import { strategyChecks } from "./strategy-checks.js";

/** The areas whose cases this comparator knows. */
export type Area = "roi" | "schedule" | "risk" | "strategy" | "kpi";

/** What a call came to. */
export type Outcome =
  | { readonly kind: "value"; readonly value: unknown }
  | { readonly kind: "error"; readonly error: DomainError };

/** A case, as its file has it. */
export interface Case {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly input: unknown;
  readonly expected: unknown;
  readonly tolerance: unknown;
}

type Json = null | boolean | number | string | readonly Json[] | JsonObject;
interface JsonObject {
  readonly [key: string]: Json;
}

const Decimal = Base.clone({ defaults: true, precision: 60 });
const NUMBER = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i;
const FRACTION = /^-?\d+\/[1-9]\d*$/;
const CANONICAL = /^(?!-0$)-?(0|[1-9]\d*)(\.\d*[1-9])?$/;
/** Where the pages say "exact", a number that is no whole one may still be this far off, relatively. */
const EXACT_RATIO: Readonly<Record<Area, number>> = { roi: 0, schedule: 0, risk: 0, strategy: 0, kpi: 1e-12 };
/** Areas whose amounts come back as canonical text, not only of the same value. */
const CANONICAL_AREAS: readonly Area[] = ["roi", "kpi"];
const SIMULATED = Symbol("simulated");

/** Marks a result as simulated: only then may a case's allowance for simulations be used. */
export function simulated<T extends object>(value: T, iterations: number): T {
  return Object.assign(value, { [SIMULATED]: iterations });
}

/** How far a number may be off. */
interface Tolerance {
  readonly abs: number;
  readonly rel: number;
  /** Tolerances of fields by name, for all that lies below them. */
  readonly fields: Readonly<Record<string, Tolerance>>;
  /** Relative tolerance of 1 + rate of each root. */
  readonly roots?: readonly number[];
  /** Standard errors that a simulated figure may be off. */
  readonly z?: number;
  /** The allowance for a simulation. */
  readonly mc?: JsonObject;
}

const EXACT: Tolerance = { abs: 0, rel: 0, fields: {} };

/**
 * Reads a tolerance.
 *
 * @param written - `"exact"`, a number, or `{ abs, rel, fields, … }`
 * @returns the tolerance
 * @throws Error for a word that no page explains, and for a number that is none
 */
export function readTolerance(written: unknown): Tolerance {
  if (written === "exact") return EXACT;
  if (typeof written === "number") return { ...EXACT, abs: amountOf("tolerance", written) };
  if (!isObject(written)) throw new Error(`no tolerance: ${JSON.stringify(written)}`);
  const result: { -readonly [K in keyof Tolerance]: Tolerance[K] } = { ...EXACT };
  let fields: Record<string, Tolerance> = {};
  for (const [word, value] of Object.entries(written)) {
    if (word === "abs" || word === "rel") result[word] = amountOf(word, value);
    else if (word === "z") result.z = amountOf(word, value);
    else if (word === "roots") result.roots = (value as readonly unknown[]).map((item) => amountOf(word, item));
    else if (word === "mc" && isObject(value)) result.mc = value as JsonObject;
    else if (word === "meanVarianceRel") {
      const own = { ...EXACT, rel: amountOf(word, value) };
      fields = { ...fields, mean: own, variance: own };
    } else if (word === "fields" && isObject(value)) {
      for (const [name, own] of Object.entries(value)) fields = { ...fields, [name]: readTolerance(own) };
    } else throw new Error(`no such word in a tolerance: ${word}`);
  }
  if (Object.keys(written).length === 0) throw new Error("an empty tolerance");
  return { ...result, fields };
}

function amountOf(word: string, value: unknown): number {
  if (typeof value === "number" && Number.isFinite(value) && value >= 0) return value;
  throw new Error(`${word} must be a number of zero or above, received ${JSON.stringify(value)}`);
}

/**
 * Holds the outcome of a case against what its area's page expects.
 *
 * @param area - whose rules to use
 * @param testCase - the case
 * @param outcome - what the adapter returned or threw
 * @param again - calls the adapter with another input, for rules about more than one call
 * @returns what differs, one line each; nothing when the case passes
 */
export function differences(
  area: Area,
  testCase: Case,
  outcome: Outcome,
  again: (input: unknown) => unknown = () => undefined,
): readonly string[] {
  const expected = testCase.expected as Json;
  const tolerance = readTolerance(testCase.tolerance);
  const refusal = refusalOf(area, expected);
  if (refusal !== undefined) {
    if (outcome.kind === "error") return refused(area, testCase, refusal, outcome.error, tolerance);
    const accepts = area === "risk" || (isObject(expected) && "orAlternatively" in expected);
    if (!accepts) return [`not refused: ${short(outcome.value)}`];
  }
  if (outcome.kind === "error") {
    // A call that answers one figure only may refuse it as a whole.
    if (leaves(expected).every((leaf) => leaf === null)) return [];
    return [`refused: ${outcome.error.code}: ${outcome.error.message}`];
  }
  const strange = strangeNumbers(outcome.value, "");
  if (area === "strategy" && isObject(expected)) {
    const { found, rest } = strategyChecks(testCase.kind, testCase.input, expected, outcome.value, again);
    return [
      ...strange,
      ...found,
      ...new Comparison(area, testCase.kind).compare(rest as Json, outcome.value, tolerance),
    ];
  }
  return [...strange, ...new Comparison(area, testCase.kind).compare(expected, outcome.value, tolerance)];
}

/** What a case says about its refusal; nothing when it must not be refused. */
function refusalOf(area: Area, expected: Json): JsonObject | undefined {
  if (!isObject(expected)) return undefined;
  if (area === "risk") return expected["accepted"] === false ? (expected as JsonObject) : undefined;
  return "error" in expected && expected["error"] !== false ? (expected as JsonObject) : undefined;
}

/** Facts of a refusal that an error carries in its details, by the names the cases give them. */
const CARRIED = ["id", "taskId", "predecessorId", "involves", "task", "predecessor", "field", "gap", "minEigenvalue"];

function refused(
  area: Area,
  testCase: Case,
  expected: JsonObject,
  error: DomainError,
  tolerance: Tolerance,
): readonly string[] {
  if (area === "risk") {
    const rest = Object.entries(expected).filter(
      ([key, value]) => key !== "accepted" && leaves(value).some((leaf) => leaf !== null),
    );
    return rest.length === 0 ? [] : [`refused: ${error.message}; wanted also ${rest.map(([key]) => key).join(", ")}`];
  }
  const found: string[] = [];
  const { error: meaning } = expected;
  if (area === "roi") {
    const { class: classes, paths } = meaning as unknown as { class: readonly string[]; paths: readonly Path[] };
    const wrong = misplaced(error, classes, paths);
    if (wrong !== undefined) found.push(wrong);
  }
  if (area === "kpi") {
    const wrong = misplaced(error, undefined, [expected["at"] as Path]);
    if (wrong !== undefined) found.push(wrong);
  }
  const facts: JsonObject = area === "schedule" ? (meaning as JsonObject) : expected;
  for (const name of CARRIED) {
    for (const fact of name in facts ? leaves(facts[name] as Json) : []) {
      if (!carries(error, testCase.input, fact, tolerance))
        found.push(`the error does not carry ${name}: ${String(fact)}`);
    }
  }
  const ways = area === "kpi" ? facts["cycle"] : facts["path"];
  const accepted = (facts["anyOf"] ?? (ways === undefined ? [] : [ways])) as readonly (readonly string[])[];
  if (accepted.length > 0 && !accepted.some((way) => isSameCycle(error, way))) {
    found.push(`the error does not carry the cycle ${JSON.stringify(accepted)}: ${JSON.stringify(error.details)}`);
  }
  return found;
}

/** Tells whether an error names a cycle, from any of its members on. */
function isSameCycle(error: DomainError, closed: readonly string[]): boolean {
  if (!isDomainError(error, "cycle")) return false;
  const { ids } = error.details;
  const way = closed.slice(0, -1);
  const start = way.indexOf(ids[0] ?? "");
  return ids.length === way.length && ids.every((id, i) => id === way[(start + i) % way.length]);
}

/** Tells whether a fact stands in an error's details, or in the input at the place that the error names. */
function carries(error: DomainError, input: unknown, fact: Json, tolerance: Tolerance): boolean {
  const texts: string[] = [];
  const collect = (value: unknown): void => {
    if (typeof value === "string" || typeof value === "number") texts.push(String(value));
    else if (typeof value === "object" && value !== null) Object.values(value).forEach(collect);
  };
  collect(error.details);
  for (const { path } of problemsOf(error)) {
    let value: unknown = input;
    for (const step of path) {
      value = typeof value === "object" && value !== null ? (value as Record<string, unknown>)[step] : undefined;
      if (isObject(value)) texts.push(...Object.values(value).filter((item) => typeof item === "string"));
      else if (typeof value === "string") texts.push(value);
    }
  }
  if (typeof fact !== "number") return texts.some((text) => text === fact || text.includes(JSON.stringify(fact)));
  const near = Math.max(tolerance.abs, tolerance.rel * Math.abs(fact));
  const numbers = texts.flatMap((text) => text.match(/-?\d+(\.\d+)?(e[+-]?\d+)?/gi) ?? []);
  return numbers.some((number) => Math.abs(Number(number) - fact) <= near);
}

/** One comparison of a result with what is expected, by the rules of an area. */
class Comparison {
  private readonly found: string[] = [];
  /** Iterations behind a simulated result; 0 for any other. */
  private iterations = 0;

  constructor(
    private readonly area: Area,
    private readonly kind: string,
  ) {}

  compare(want: Json, got: unknown, tolerance: Tolerance): readonly string[] {
    const iterations = iterationsOf(got);
    this.iterations = iterations ?? 0;
    if (iterations !== undefined && tolerance.mc !== undefined) this.simulation(want, got, tolerance.mc);
    else this.at(want, got, tolerance, []);
    return this.found;
  }

  private say(path: Path, what: string): void {
    this.found.push(`${path.length === 0 ? "the result" : path.join(".")}: ${what}`);
  }

  private at(want: Json, got: unknown, tolerance: Tolerance, path: Path): void {
    if (got === undefined) this.say(path, `missing, wanted ${short(want)}`);
    else if (typeof want === "string" && want === got) return;
    else if (want === null) {
      if (got !== null && !isNoAnswer(got) && !isDomainError(got)) this.say(path, `${short(got)}, wanted no value`);
    } else if (isObject(want)) this.object(want as JsonObject, got, tolerance, path);
    else if (isDomainError(got)) this.say(path, `refused: ${got.message}; wanted ${short(want)}`);
    else if (Array.isArray(want)) this.list(want as readonly Json[], got, tolerance, path);
    else if (typeof want === "number") this.number(want, got, tolerance, path);
    else if (typeof want === "string" && (NUMBER.test(want) || FRACTION.test(want))) {
      this.numberText(want, got, tolerance, path);
    } else if (want !== got) this.say(path, `${short(got)}, wanted ${short(want)}`);
  }

  private object(want: JsonObject, got: unknown, tolerance: Tolerance, path: Path): void {
    if (this.area === "risk" && "accepted" in want) {
      if (this.acceptance(want, got, path)) return;
    }
    if (isDomainError(got)) {
      // A typed error of this one part: right when the part has no value at all.
      if (leaves(want).some((leaf) => leaf !== null)) this.say(path, `refused: ${got.message}`);
      return;
    }
    if (tolerance.z !== undefined && "value" in want && ("se1" in want || "t" in want || "p" in want)) {
      this.estimate(want, got, tolerance.z, path);
      return;
    }
    if (!isObject(got) && !Array.isArray(got)) {
      this.say(path, `${short(got)}, wanted ${short(want)}`);
      return;
    }
    const values = got as Readonly<Record<string, unknown>>;
    for (const [key, value] of Object.entries(want)) {
      const at = [...path, key];
      const own = Object.hasOwn(values, key) ? values[key] : undefined;
      if (key === "reason" && this.area === "kpi") {
        const told = (typeof own === "string" && own !== "") || Object.values(values).some((item) => isNoAnswer(item));
        if (!told) this.say(at, `no reason, wanted one such as ${short(value)}`);
      } else if (key === "direction" && value === null && this.area === "roi") continue;
      else if (key === "roots" && tolerance.roots !== undefined) this.roots(value, own, tolerance, at);
      else this.at(value, own, tolerance.fields[key] ?? tolerance, at);
    }
  }

  private list(want: readonly Json[], got: unknown, tolerance: Tolerance, path: Path): void {
    if (!Array.isArray(got)) this.say(path, `${short(got)}, wanted a list`);
    else if (got.length !== want.length) {
      this.say(path, `${String(got.length)} elements, wanted ${String(want.length)}: ${short(got)}`);
    } else
      want.forEach((item, i) => {
        this.at(item, got[i] as unknown, tolerance, [...path, i]);
      });
  }

  /** An expected JSON number: the double nearest to the exact value. */
  private number(want: number, got: unknown, tolerance: Tolerance, path: Path): void {
    const value = this.decimalOf(got, path);
    if (value === undefined) return;
    // In roi, whole JSON numbers are counts.
    const exact = this.area === "roi" && Number.isInteger(want);
    this.near(new Decimal(want), value, exact ? EXACT : tolerance, path);
  }

  /** An expected exact decimal or fraction; a ratio may be the double nearest to it. */
  private numberText(want: string, got: unknown, tolerance: Tolerance, path: Path): void {
    const value = this.decimalOf(got, path);
    if (value === undefined) return;
    const exact = fractionOf(want);
    const wanted = typeof got === "number" ? new Decimal(exact.toNumber()) : exact;
    this.near(wanted, value, tolerance, path);
  }

  private decimalOf(got: unknown, path: Path): Base | undefined {
    if (typeof got === "number") {
      if (Number.isFinite(got) && !Object.is(got, -0)) return new Decimal(got);
    } else if (typeof got === "string") {
      const text = CANONICAL_AREAS.includes(this.area) ? CANONICAL : NUMBER;
      if (text.test(got) || FRACTION.test(got)) return fractionOf(got);
    }
    this.say(path, `${Object.is(got, -0) ? "-0" : short(got)}, wanted a number`);
    return undefined;
  }

  private near(want: Base, got: Base, { abs, rel }: Tolerance, path: Path): void {
    const off = got.minus(want).abs();
    const ratio = abs === 0 && rel === 0 && !want.isInteger() ? EXACT_RATIO[this.area] : rel;
    if (off.lte(Base.max(abs, want.abs().times(ratio)))) return;
    this.say(path, `${got.toString()}, wanted ${want.toString()}, off by ${off.toPrecision(3)}`);
  }

  /** Roots of a cash flow: 1 + rate by its own relative tolerance, the rate by whichever of two is wider. */
  private roots(want: Json, got: unknown, tolerance: Tolerance, path: Path): void {
    const wanted = want as readonly JsonObject[];
    if (!Array.isArray(got) || got.length !== wanted.length) {
      this.say(path, `${short(got)}, wanted ${String(wanted.length)} roots`);
      return;
    }
    wanted.forEach((root, i) => {
      const own = tolerance.roots?.[i] ?? 0;
      const rate = Number(root["rate"]);
      const plus = Number(root["onePlusRate"]);
      const at = [...path, i];
      const item = got[i] as Record<string, unknown> | undefined;
      const wide = Math.max(tolerance.rel * Math.max(1, Math.abs(rate)), own * plus);
      this.at(root["onePlusRate"] ?? null, item?.["onePlusRate"], { ...EXACT, rel: own }, [...at, "onePlusRate"]);
      this.at(root["rate"] ?? null, item?.["rate"], { ...EXACT, abs: wide }, [...at, "rate"]);
      if ("multiplicity" in root)
        this.at(root["multiplicity"] ?? null, item?.["multiplicity"], EXACT, [...at, "multiplicity"]);
    });
  }

  /** A simulated figure and its standard error: `z` of them are allowed. */
  private estimate(want: JsonObject, got: unknown, z: number, path: Path): void {
    const given = isObject(got) ? (got as JsonObject)["value"] : got;
    const value = Number(want["value"]);
    const iterations = this.iterations;
    const se = Number(want["se1"] ?? 0);
    const truth = Number(want["truthSe"] ?? 0);
    if (typeof given !== "number") {
      this.say(path, `${short(given)}, wanted a number`);
      return;
    }
    const isShare = path[0] === "probabilityOnOrBefore" || path[0] === "criticalityIndex";
    const closed = se === 0 && truth === 0;
    const allowed = closed
      ? 1e-9
      : z * Math.sqrt((se * se) / iterations + truth * truth) + (isShare ? 1 / iterations : 0);
    if (!closed && iterations < 10_000) this.say(path, `only ${String(iterations)} iterations`);
    const off = Math.abs(given - value);
    if (!(off <= allowed)) this.say(path, `${String(given)}, wanted ${String(value)} ± ${allowed.toPrecision(3)}`);
  }

  /**
   * What is accepted or refused. Answers whether that is all there is to compare.
   */
  private acceptance(want: JsonObject, got: unknown, path: Path): boolean {
    const isRefused = isDomainError(got) || (isObject(got) && got["accepted"] === false);
    const isAccepted = isObject(got) && !isDomainError(got) && got["accepted"] === true;
    if (want["accepted"] === true ? !isAccepted : !isRefused) {
      this.say(path, `${isDomainError(got) ? `refused: ${got.message}` : short(got)}, wanted ${short(want)}`);
      return true;
    }
    if (this.kind === "accept") {
      const wanted = want["path"] as Path | null;
      const places = isDomainError(got)
        ? problemsOf(got).map((problem) => problem.path)
        : [(got as JsonObject)["path"] as Path | null];
      const agrees =
        wanted === null ||
        places.some((place) => place !== null && (startsWith(place, wanted) || startsWith(wanted, place)));
      if (want["accepted"] === false && !agrees)
        this.say(path, `refused at ${JSON.stringify(places)}, wanted ${JSON.stringify(wanted)}`);
      if (want["accepted"] === true && wanted === null && (got as JsonObject)["path"] !== null)
        this.say(path, `${short(got)}, wanted no path`);
      if (!isDomainError(got))
        this.at(want["warning"] ?? null, (got as JsonObject)["warning"] ?? null, EXACT, [...path, "warning"]);
      return true;
    }
    if (!isDomainError(got)) return false;
    // A typed error stands for the whole entry: right when the entry carries nothing else.
    const rest = Object.fromEntries(Object.entries(want).filter(([key]) => key !== "accepted" && key !== "id"));
    if (leaves(rest).some((leaf) => leaf !== null))
      this.say(path, `refused: ${got.message}; wanted also ${short(rest)}`);
    return true;
  }

  /** A simulation: the figures that the allowance names are compared, and no other number. */
  private simulation(want: Json, got: unknown, mc: JsonObject): void {
    const least = Number(mc["n"] ?? 0);
    if ((iterationsOf(got) ?? 0) < least)
      this.say([], `only ${String(iterationsOf(got))} iterations, wanted ${String(least)}`);
    const exact = new Set((mc["exactPercentiles"] ?? []) as readonly string[]);
    const of = (name: string, level: string): number | undefined => {
      const rule = mc[name];
      if (rule === undefined) return undefined;
      return isObject(rule) ? ((rule as JsonObject)[level] as number | undefined) : (rule as number);
    };
    const allowance = (path: Path): Tolerance | undefined => {
      const [figure = "", level = ""] = path.map(String);
      const name = {
        mean: "mean",
        percentiles: "percentile",
        expectedShortfall: "shortfall",
        exceedance: "exceedance",
      }[figure];
      if (figure === "percentiles" && exact.has(level)) return EXACT;
      const abs = (name === undefined ? undefined : of(`${name}Abs`, level)) ?? of("abs", "");
      const rel = (name === undefined ? undefined : of(`${name}Rel`, level)) ?? of("rel", "");
      return abs === undefined && rel === undefined ? undefined : { ...EXACT, abs: abs ?? 0, rel: rel ?? 0 };
    };
    const walk = (part: Json, path: Path): void => {
      if (Array.isArray(part))
        (part as readonly Json[]).forEach((item, i) => {
          walk(item, [...path, i]);
        });
      else if (isObject(part))
        Object.entries(part).forEach(([key, item]) => {
          walk(item, [...path, key]);
        });
      else {
        const rule = allowance(path);
        if (typeof part !== "number" && !(typeof part === "string" && NUMBER.test(part))) return;
        if (rule !== undefined) this.at(part, valueAt(got, path), rule, path);
      }
    };
    walk(want, []);
  }
}

/** All numbers of a result that must never be in one. */
export function strangeNumbers(value: unknown, at: string): readonly string[] {
  if (typeof value === "number") {
    if (Number.isFinite(value) && !Object.is(value, -0)) return [];
    return [`${at === "" ? "the result" : at}: ${Object.is(value, -0) ? "-0" : String(value)} is no answer`];
  }
  if (typeof value !== "object" || value === null || isDomainError(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => strangeNumbers(item, at === "" ? key : `${at}.${key}`));
}

function iterationsOf(value: unknown): number | undefined {
  return typeof value === "object" && value !== null
    ? (value as { readonly [SIMULATED]?: number })[SIMULATED]
    : undefined;
}

function valueAt(value: unknown, path: Path): unknown {
  let part = value;
  for (const step of path) {
    if (typeof part !== "object" || part === null || !Object.hasOwn(part, step)) return undefined;
    part = (part as Record<string | number, unknown>)[step];
  }
  return part;
}

function fractionOf(text: string): Base {
  const [above = "0", below = "1"] = text.split("/");
  return new Decimal(above).div(new Decimal(below));
}

function leaves(value: Json): readonly Json[] {
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap(leaves);
  return isObject(value) ? Object.values(value).flatMap((item) => leaves(item as Json)) : [value];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function short(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
}
