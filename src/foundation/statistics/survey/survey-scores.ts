import { isNoAnswer, type NoAnswer, noAnswer } from "../../errors/index.js";
import { contained } from "../../guard/index.js";
import { responseRate } from "./response-rate.js";
import type { SatisfactionAnswers } from "./satisfaction-answers.js";
import { satisfaction } from "./satisfaction.js";
import { demandScale, demandScores, demandThreshold, type SurveyScale } from "./survey-scale.js";
import type { Interval } from "../interval/confidence.js";
import { wilsonInterval } from "../interval/wilson.js";

/** What nobody answered has no value. */
export type NobodyAnswered = NoAnswer<"nobody-answered">;

/** What a satisfaction survey says; see {@link satisfactionSurvey}. */
export interface SatisfactionSurvey {
  /** Answers that are not blank. */
  readonly answered: number;
  /** Answers at or above the satisfied mark. */
  readonly satisfied: number;
  /** Share of the answers that are satisfied, 0 to 1. */
  readonly satisfaction: number | NobodyAnswered;
  /** The share's 95 % interval (Wilson), 0 to 1. */
  readonly interval: Interval | NobodyAnswered;
  /** Mean answer, on the scale. */
  readonly mean: number | NobodyAnswered;
  /** Median answer: the middle one, or half way between the two in the middle. */
  readonly median: number | NobodyAnswered;
  /** Share of those asked who answered; absent when `invited` was not given. */
  readonly responseRate?: number | NoAnswer<"nobody-invited">;
}

/**
 * Scores a satisfaction survey (CSAT): how many are satisfied, how sure that is,
 * and how many of those asked answered.
 *
 * @param answers - `scores` on `scale`, `satisfiedFrom`, and `invited` where it is known
 * @returns counts; `satisfaction`, `interval` and `responseRate` as plain ratios; `mean` and `median` on the scale; NoAnswer where nobody answered
 * @throws DomainError `out-of-range` for an answer or a mark off the scale or not whole, with its path
 * @throws DomainError `wrong-type` or `not-finite` for an answer that is no number
 * @throws DomainError `inconsistent` for a scale that ends before it starts, and for more answers than invitations
 *
 * @example
 * ```ts
 * import { satisfactionSurvey } from "golive-kit/statistics";
 *
 * const survey = satisfactionSurvey({
 *   scores: [5, 4, null, 2],
 *   scale: { low: 1, high: 5 },
 *   satisfiedFrom: 4,
 *   invited: 6,
 * });
 *
 * [survey.answered, survey.satisfied, survey.median, survey.responseRate]; // => [3, 2, 4, 0.5]
 * ```
 */
export function satisfactionSurvey(answers: SatisfactionAnswers): SatisfactionSurvey {
  return contained("satisfactionSurvey", () => {
    const scale = demandScale(answers.scale);
    const mark = demandThreshold(answers.satisfiedFrom, scale, "satisfiedFrom");
    const scores = demandScores(answers.scores, scale);
    const satisfied = scores.filter((score) => score >= mark).length;
    const answered = scores.length;
    const interval = wilsonInterval({ successes: satisfied, trials: answered });
    const survey = {
      answered,
      satisfied,
      satisfaction: satisfaction({ satisfied, answered }),
      interval: isNoAnswer(interval) ? noAnswer("nobody-answered") : interval,
      mean: mean(scores),
      median: median(scores),
    };
    const { invited } = answers;
    return invited === undefined ? survey : { ...survey, responseRate: responseRate({ answered, invited }) };
  });
}

/** Answers to a question on effort. */
export interface EffortAnswers {
  /** One answer a person, whole numbers on the scale; `null` is a blank one. */
  readonly scores: readonly (number | null)[];
  /** The scale of the question. */
  readonly scale: SurveyScale;
  /** The lowest answer that counts as easy, after turning round: 5 on a scale of 1 to 7. */
  readonly easyFrom: number;
  /** Whether the low end of the scale is the easy one; answers are then turned round first. */
  readonly lowIsEasy: boolean;
}

/** What an effort survey says; see {@link effortSurvey}. */
export interface EffortSurvey {
  /** Answers that are not blank. */
  readonly answered: number;
  /** Answers at or above the easy mark. */
  readonly easy: number;
  /** Share of the answers that are easy, 0 to 1. */
  readonly easyShare: number | NobodyAnswered;
  /** The share's 95 % interval (Wilson), 0 to 1. */
  readonly interval: Interval | NobodyAnswered;
  /** Mean answer on the scale, high meaning easy. */
  readonly mean: number | NobodyAnswered;
}

/**
 * Scores a survey on effort (CES): how easy it was made for people, high meaning easy.
 *
 * @param answers - `scores` on `scale`, `easyFrom`, and `lowIsEasy` when the question was put the other way round
 * @returns counts; `easyShare` and `interval` as plain ratios; `mean` on the scale; NoAnswer where nobody answered
 * @throws DomainError `out-of-range`, `wrong-type`, `not-finite` or `inconsistent`, as {@link satisfactionSurvey}
 *
 * @example
 * ```ts
 * import { effortSurvey } from "golive-kit/statistics";
 *
 * const scores = [7, 6, 5, 2];
 *
 * effortSurvey({ scores, scale: { low: 1, high: 7 }, easyFrom: 5, lowIsEasy: false }).easyShare; // => 0.75
 * effortSurvey({ scores, scale: { low: 1, high: 7 }, easyFrom: 5, lowIsEasy: true }).easyShare; // => 0.25
 * ```
 */
export function effortSurvey(answers: EffortAnswers): EffortSurvey {
  return contained("effortSurvey", () => {
    const scale = demandScale(answers.scale);
    const mark = demandThreshold(answers.easyFrom, scale, "easyFrom");
    const given = demandScores(answers.scores, scale);
    const scores = answers.lowIsEasy ? given.map((score) => scale.low + scale.high - score) : given;
    const answered = scores.length;
    const easy = scores.filter((score) => score >= mark).length;
    const interval = wilsonInterval({ successes: easy, trials: answered });
    return {
      answered,
      easy,
      easyShare: answered === 0 ? noAnswer("nobody-answered") : easy / answered,
      interval: isNoAnswer(interval) ? noAnswer("nobody-answered") : interval,
      mean: mean(scores),
    };
  });
}

function mean(scores: readonly number[]): number | NobodyAnswered {
  if (scores.length === 0) return noAnswer("nobody-answered");
  // Whole numbers: the sum is exact. Adding zero turns -0, from a scale below zero, into 0.
  return scores.reduce((total, score) => total + score, 0) / scores.length + 0;
}

function median(scores: readonly number[]): number | NobodyAnswered {
  const sorted = Float64Array.from(scores).sort();
  const upper = sorted[sorted.length >> 1];
  if (upper === undefined) return noAnswer("nobody-answered");
  const lower = sorted[(sorted.length - 1) >> 1] ?? upper;
  return (lower + upper) / 2;
}
