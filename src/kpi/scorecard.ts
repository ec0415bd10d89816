import { Decimal, decimalOfNumber, numberOf } from "../foundation/decimal/index.js";
import { DomainError, type NoAnswer, noAnswer } from "../foundation/errors/index.js";
import {
  broken,
  contained,
  demandAtLeast,
  demandBetween,
  demandFinite,
  demandList,
  demandOneOf,
  demandText,
} from "../foundation/guard/index.js";

/** One line of a scorecard. */
export interface ScorecardItem {
  /** Its id. */
  readonly id: string;
  /** How much it counts, 0 or above. */
  readonly weight: number;
  /** Its score; `null` where there is none. */
  readonly score: number | null;
}

/**
 * What a missing score means: its weight is shared out among the others, unless
 * too little is left; it counts as 0; or there is no score at all.
 */
export type MissingScores =
  | {
      readonly kind: "renormalise";
      /** Share of the weight that must have a score, 0 to 1; that much is enough. */
      readonly minCoverage: number;
    }
  | { readonly kind: "zero" }
  | { readonly kind: "fail" };

/** What {@link scorecard} works on. */
export interface ScorecardInput {
  /** The lines. */
  readonly items: readonly ScorecardItem[];
  /** What a missing score means. */
  readonly missing: MissingScores;
}

/** A scorecard in one number; see {@link scorecard}. */
export interface Scorecard {
  /** Weighted mean of the scores. */
  readonly score: number | NoAnswer<"no-data" | "low-coverage" | "missing-score">;
  /** Share of the weight that has a score, 0 to 1. */
  readonly coverage: number;
  /** Ids of the lines without a score, in the order given. */
  readonly missing: readonly string[];
}

/**
 * Puts scores together by weight, and says how much of the weight they cover.
 *
 * It is worked out in decimals, so that a coverage of exactly the minimum is enough.
 *
 * @param input - `items` with their weights and scores, and what a `missing` score means
 * @returns the weighted mean, on the scale of the scores; NoAnswer `no-data` without any score, `low-coverage` below the minimum, `missing-score` where one is missing and that is not allowed
 * @throws DomainError `out-of-range` for a weight below zero or a coverage off 0 to 1, `not-finite` or `wrong-type` for a score that is no number, with the path
 * @throws DomainError `zero-divisor` at `items` when all weights are zero, or there are none
 * @throws DomainError `duplicate-id` at the second line of an id
 *
 * @example
 * ```ts
 * import { scorecard } from "golive-kit/kpi";
 *
 * const items = [
 *   { id: "on-time", weight: 3, score: 0.9 },
 *   { id: "on-budget", weight: 1, score: 0.5 },
 *   { id: "satisfaction", weight: 1, score: null },
 * ];
 *
 * scorecard({ items, missing: { kind: "renormalise", minCoverage: 0.8 } }).score; // => 0.8
 * scorecard({ items, missing: { kind: "zero" } }).score; // => 0.64
 * ```
 */
export function scorecard(input: ScorecardInput): Scorecard {
  return contained("scorecard", () => {
    const { kind } = input.missing;
    demandOneOf(kind, ["renormalise", "zero", "fail"], "missing.kind", ["missing", "kind"]);
    const least =
      input.missing.kind === "renormalise"
        ? demandBetween(input.missing.minCoverage, 0, 1, "missing.minCoverage", ["missing", "minCoverage"])
        : 0;

    const seen = new Set<string>();
    const missing: string[] = [];
    let whole = new Decimal(0);
    let present = new Decimal(0);
    let total = new Decimal(0);
    demandList(input.items, "items").forEach(({ id, weight, score }, i) => {
      const path = ["items", i, "id"];
      if (seen.has(demandText(id, "id", path))) throw new DomainError("duplicate-id", { subject: "id", path, id });
      seen.add(id);
      demandAtLeast(weight, 0, "weight", ["items", i, "weight"]);
      const counts = decimalOfNumber(weight, "weight");
      whole = whole.plus(counts);
      if (score === null) {
        missing.push(id);
        return;
      }
      demandFinite(score, "score", ["items", i, "score"]);
      present = present.plus(counts);
      total = total.plus(counts.times(decimalOfNumber(score, "score")));
    });
    if (whole.isZero()) throw broken("zero-divisor", "items", "lines with some weight", input.items);

    const coverage = present.div(whole);
    const found = (): Scorecard["score"] => {
      if (present.isZero()) return noAnswer("no-data");
      if (kind === "fail" && missing.length > 0) return noAnswer("missing-score");
      if (kind === "renormalise" && coverage.lt(least)) return noAnswer("low-coverage");
      return numberOf(total.div(kind === "zero" ? whole : present), "score");
    };
    return { score: found(), coverage: numberOf(coverage, "coverage"), missing };
  });
}
