import { type NoAnswer, noAnswer, type Path } from "../../errors/index.js";
import { broken, contained, demandCount } from "../../guard/index.js";

/** How a survey was answered. */
export interface AnsweredSurvey {
  /** Satisfied answers; at most `answered`. */
  readonly satisfied: number;
  /** People who answered; at most `invited`. */
  readonly answered: number;
  /** People who were asked. */
  readonly invited: number;
}

/** What a survey says about all who were asked; see {@link silenceBounds}. */
export interface SilenceBounds {
  /** Share of the answers that are satisfied. */
  readonly observed: number | NoAnswer<"nobody-answered">;
  /** Share of all who were asked, if all silent ones are dissatisfied. */
  readonly low: number | NoAnswer<"nobody-invited">;
  /** The same, if all silent ones are satisfied. */
  readonly high: number | NoAnswer<"nobody-invited">;
  /** Share of those asked who answered. */
  readonly responseRate: number | NoAnswer<"nobody-invited">;
}

/**
 * Bounds the satisfaction of all who were asked, whatever the silent ones think.
 *
 * No interval does this: intervals speak of chance, and silence is not chance.
 *
 * @param survey - `satisfied`, `answered` and `invited`, whole numbers of people
 * @returns plain ratios from 0 to 1; NoAnswer `nobody-answered` or `nobody-invited` where there is none
 * @throws DomainError `out-of-range` when a count is no whole number of at least 0
 * @throws DomainError `inconsistent` when more are satisfied than answered, or more answered than were invited
 * @source Manski, Identification for Prediction and Decision (2007), chapter 2: worst-case bounds under non-response
 *
 * @example
 * ```ts
 * import { silenceBounds } from "golive-kit/statistics";
 *
 * silenceBounds({ satisfied: 34, answered: 40, invited: 100 });
 * // => { observed: 0.85, low: 0.34, high: 0.94, responseRate: 0.4 }
 * ```
 */
export function silenceBounds(survey: AnsweredSurvey): SilenceBounds {
  return contained("silenceBounds", () => {
    const { satisfied, answered, invited } = demandAnswered(survey);
    const none = noAnswer("nobody-invited");
    return {
      observed: answered === 0 ? noAnswer("nobody-answered") : satisfied / answered,
      low: invited === 0 ? none : satisfied / invited,
      high: invited === 0 ? none : (satisfied + invited - answered) / invited,
      responseRate: invited === 0 ? none : answered / invited,
    };
  });
}

/** Asks for counts that go together. */
export function demandAnswered(survey: AnsweredSurvey, path: Path = []): AnsweredSurvey {
  const invited = demandCount(survey.invited, "invited", [...path, "invited"]);
  const answered = demandCount(survey.answered, "answered", [...path, "answered"]);
  const satisfied = demandCount(survey.satisfied, "satisfied", [...path, "satisfied"]);
  if (answered > invited) throw broken("inconsistent", "answered", "at most invited", answered, [...path, "answered"]);
  if (satisfied > answered) {
    throw broken("inconsistent", "satisfied", "at most answered", satisfied, [...path, "satisfied"]);
  }
  return { satisfied, answered, invited };
}
