/** What is left to compare field by field, and what is wrong already. */
export interface Checked {
  readonly found: readonly string[];
  readonly rest: Readonly<Record<string, unknown>>;
}

type Fields = Readonly<Record<string, unknown>>;

/** Levels of the factors that a law raises, lowest first. */
const LEVELS: Readonly<Record<string, readonly string[]>> = {
  downtimeTolerance: ["none", "low", "medium", "high"],
  systemComplexity: ["low", "medium", "high"],
};

/**
 * Rules of the strategy cases that are no plain values: what may be recommended, what must be excluded, and laws over
 * several calls. A decision comes as `{ recommended, ranking, scores, excluded, flags, criticalFlags }`: a name or null,
 * names from the best, a score by name, names, names of the warnings, and those that are critical.
 *
 * @param kind - the kind of the case
 * @param input - its input
 * @param expected - what it expects
 * @param got - what came
 * @param again - calls the adapter with another input
 * @returns what is wrong, and the expected fields that are still to be compared
 */
export function strategyChecks(
  kind: string,
  input: unknown,
  expected: Fields,
  got: unknown,
  again: (input: unknown) => unknown,
): Checked {
  const found: string[] = [];
  const rest: Record<string, unknown> = { ...expected };
  const value = (typeof got === "object" && got !== null ? got : {}) as Fields;
  const recommended = [value["recommended"] ?? null].flat();
  const flags = list(value["flags"]);
  const excluded = list(value["excluded"]);
  const ranking = list(value["ranking"]);
  const take = (name: string, holds: (wanted: readonly unknown[]) => boolean): void => {
    if (!(name in rest)) return;
    if (!holds([rest[name]].flat()))
      found.push(`${name}: ${JSON.stringify(got)}, wanted ${JSON.stringify(rest[name])}`);
    Reflect.deleteProperty(rest, name);
  };
  const hasAll = (items: readonly unknown[], wanted: readonly unknown[]): boolean =>
    wanted.every((item) => items.includes(item));

  if (kind === "strategy-decision" || kind === "methodology") {
    take("acceptable", (wanted) => !wanted.some((name) => excluded.includes(name)) && hasAll(ranking, wanted));
    take("recommendedOneOf", (wanted) => recommended.every((name) => wanted.includes(name)));
    take("notRecommended", (wanted) => !recommended.some((name) => wanted.includes(name)));
    take("notRecommendedWithoutFlag", () => hasAll(flags, list(expected["flags"])));
    take("rankedFirstNot", (wanted) => ranking.length > 0 && !wanted.includes(ranking[0]));
    take("excluded", (wanted) => wanted.length === excluded.length && hasAll(excluded, wanted));
    take("flags", (wanted) => hasAll(flags, wanted));
    take("bigBangMustBe", () => excluded.includes("big-bang") || list(value["criticalFlags"]).length > 0);
    take("rankedBefore", () => (expected["rankedBefore"] as string[][]).every(([a, b]) => isBefore(ranking, a, b)));
    const alternative = (rest["orAlternatively"] ?? {}) as Fields;
    take("orAlternatively", () => hasAll(flags, list(alternative["flags"])) && !recommended.includes("big-bang"));
    if ("orAlternatively" in expected) delete rest["error"];
    if (typeof rest["metamorphic"] === "string") found.push(...laws(input as Fields, expected, value, again));
    for (const word of [
      "metamorphic",
      "raise",
      "neverLowersScoreOf",
      "andNeverAddsExclusionOf",
      "neverRaisesScoreDifference",
    ]) {
      Reflect.deleteProperty(rest, word);
    }
  }
  // No result may hold NaN, whether a case asks for it or not; a valid input is one that is not refused.
  take("mustNotContainNaN", () => true);
  take("valid", () => true);
  take("mustNotGuessSilently", () => (value["category"] ?? null) === null);
  take("warnings", (wanted) => hasAll(list(value["warnings"]), wanted));
  take("reason", () => typeof value["reason"] === "string" && value["reason"] !== "");
  return { found, rest };
}

/** Laws over two or more calls. */
function laws(input: Fields, expected: Fields, value: Fields, again: (input: unknown) => unknown): readonly string[] {
  if (expected["metamorphic"] === "permute-strategies-same-result") {
    const other = again({ ...input, strategies: [...list(input["strategies"])].reverse() }) as Fields;
    const same = ["ranking", "scores", "excluded", "recommended"].every(
      (name) => sorted(other[name]) === sorted(value[name]),
    );
    return same ? [] : [`another order of the strategies changes the answer: ${JSON.stringify(other)}`];
  }
  const factor = String(expected["raise"]);
  const factors = input["factors"] as Fields;
  const levels = LEVELS[factor] ?? [];
  const found: string[] = [];
  let before = value;
  for (const level of levels.slice(levels.indexOf(String(factors[factor])) + 1)) {
    const after = again({ ...input, factors: { ...factors, [factor]: level } }) as Fields;
    const lowered = expected["neverLowersScoreOf"] as string | undefined;
    if (lowered !== undefined && scoreOf(after, lowered) < scoreOf(before, lowered))
      found.push(`${level} lowers ${lowered}`);
    const added = expected["andNeverAddsExclusionOf"] as string | undefined;
    if (added !== undefined && list(after["excluded"]).includes(added) && !list(before["excluded"]).includes(added)) {
      found.push(`${level} excludes ${added}`);
    }
    const [a, b] = (expected["neverRaisesScoreDifference"] ?? []) as readonly string[];
    if (
      a !== undefined &&
      b !== undefined &&
      scoreOf(after, a) - scoreOf(after, b) > scoreOf(before, a) - scoreOf(before, b)
    ) {
      found.push(`${level} raises ${a} against ${b}`);
    }
    before = after;
  }
  return found;
}

function scoreOf(value: Fields, name: string): number {
  const score = (value["scores"] as Fields | undefined)?.[name];
  return typeof score === "number" ? score : Number.NEGATIVE_INFINITY;
}

function isBefore(ranking: readonly unknown[], a: string | undefined, b: string | undefined): boolean {
  const first = ranking.indexOf(a);
  const second = ranking.indexOf(b);
  return first >= 0 && (second < 0 || first < second);
}

/** Text of a value whose keys may come in any order. */
function sorted(value: unknown): string {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return JSON.stringify(value);
  return JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}
