import { DomainError, type NoAnswer, noAnswer } from "../../errors/index.js";
import { contained, demandList, demandText } from "../../guard/index.js";
import { type AnsweredSurvey, demandAnswered } from "./silence-bounds.js";

/** One part of those who were asked. */
export interface SurveyStratum extends AnsweredSurvey {
  /** Its name, once in the survey. */
  readonly id: string;
}

/** Satisfaction with each part at its real size; see {@link stratifiedSatisfaction}. */
export interface StratifiedSatisfaction {
  /** Share of all answers that are satisfied, as if they were all alike. */
  readonly raw: number | NoAnswer<"nobody-answered">;
  /** Satisfied share of each part, weighted by how many were asked in it. */
  readonly weighted: number | NoAnswer<"nobody-invited" | "empty-stratum">;
  /** Names of parts that were asked and did not answer at all: nothing can be said for them. */
  readonly empty: readonly string[];
}

/**
 * Weighs the satisfaction of each part of the clients by how many were asked in
 * it (post-stratification), so that a part that answers eagerly does not speak for the others.
 *
 * It corrects for who is in which part, not for who in a part stays silent.
 *
 * @param strata - parts with `id`, `invited`, `answered` and `satisfied`, whole numbers of people
 * @returns plain ratios from 0 to 1; `weighted` is NoAnswer `empty-stratum` when a part did not answer at all, `nobody-invited` when nobody was asked; `raw` is `nobody-answered` when nobody answered
 * @throws DomainError `out-of-range` when a count is no whole number of at least 0
 * @throws DomainError `inconsistent` when more are satisfied than answered, or more answered than were invited
 * @throws DomainError `duplicate-id` when a name comes twice
 * @source Lohr, Sampling: Design and Analysis, 2nd edition (2010), section 8.5.2
 *
 * @example
 * ```ts
 * import { stratifiedSatisfaction } from "golive-kit/statistics";
 *
 * stratifiedSatisfaction([
 *   { id: "small", invited: 200, answered: 20, satisfied: 18 },
 *   { id: "large", invited: 50, answered: 30, satisfied: 15 },
 * ]);
 * // => { raw: 0.66, weighted: 0.82, empty: [] }
 * ```
 */
export function stratifiedSatisfaction(strata: readonly SurveyStratum[]): StratifiedSatisfaction {
  return contained("stratifiedSatisfaction", () => {
    const known = new Set<string>();
    const parts = Array.from(demandList(strata, "strata"), (stratum, i) => {
      const path = ["strata", i] as const;
      const id = demandText(stratum.id, "id", [...path, "id"]);
      if (known.has(id)) throw new DomainError("duplicate-id", { subject: "id", path: [...path, "id"], id });
      known.add(id);
      return { id, ...demandAnswered(stratum, path) };
    });
    const total = (of: (part: SurveyStratum) => number): number => parts.reduce((sum, part) => sum + of(part), 0);
    const [invited, answered] = [total((part) => part.invited), total((part) => part.answered)];
    const empty = parts.filter((part) => part.answered === 0 && part.invited > 0).map(({ id }) => id);
    const asked = parts.filter((part) => part.invited > 0);
    return {
      raw: answered === 0 ? noAnswer("nobody-answered") : total((part) => part.satisfied) / answered,
      weighted:
        invited === 0
          ? noAnswer("nobody-invited")
          : empty.length > 0
            ? noAnswer("empty-stratum")
            : asked.reduce((sum, part) => sum + (part.invited * part.satisfied) / part.answered, 0) / invited,
      empty,
    };
  });
}
