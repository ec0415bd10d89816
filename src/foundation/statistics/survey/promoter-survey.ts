import { isNoAnswer, type NoAnswer, noAnswer, type Path } from "../../errors/index.js";
import { broken, contained, demandCount } from "../../guard/index.js";
import { netPromoterScore } from "./net-promoter-score.js";
import { demandScale, demandScores, type SurveyScale } from "./survey-scale.js";
import { type Interval, Z_95 } from "../interval/confidence.js";

const PROMOTER = 9;
const PASSIVE = 7;
/** The adjusted interval adds three answers: three quarters of one to each end, the rest to the passives. */
const ADDED_IN_ALL = 3;
const ADDED = 0.75;

/** Answers to "How likely are you to recommend us?". */
export interface PromoterAnswers {
  /** One answer a person, whole numbers from 0 to 10; `null` is a blank one. */
  readonly scores: readonly (number | null)[];
  /** The scale that was asked on; any other than 0 to 10 is refused. */
  readonly scale: SurveyScale;
}

/** Counts of promoters, passives and detractors. */
export interface PromoterCounts {
  /** Answers of 9 and 10. */
  readonly promoters: number;
  /** Answers of 7 and 8; the rest when left out. */
  readonly passives?: number;
  /** Answers of 0 to 6. */
  readonly detractors: number;
  /** All answers that are not blank. */
  readonly answered: number;
}

/** What a survey on recommendation says; see {@link promoterSurvey}. */
export interface PromoterSurvey {
  /** Answers that are not blank. */
  readonly answered: number;
  /** Answers of 9 and 10. */
  readonly promoters: number;
  /** Answers of 7 and 8. */
  readonly passives: number;
  /** Answers of 0 to 6. */
  readonly detractors: number;
  /** Net promoter score, −100 to 100, unrounded. */
  readonly score: number | NoAnswer<"nobody-answered">;
  /** The score as a whole number, half away from zero, rounded from the exact value. */
  readonly rounded: number | NoAnswer<"nobody-answered">;
  /** The score's 95 % interval (adjusted Wald), within −100 to 100. The one to show. */
  readonly interval: Interval | NoAnswer<"nobody-answered">;
  /** Standard error of the score, in points. */
  readonly standardError: number | NoAnswer<"nobody-answered">;
  /** The plain Wald interval, for comparison with other tools; it shrinks to a point when all answer alike. */
  readonly waldInterval: Interval | NoAnswer<"nobody-answered">;
}

/**
 * Scores answers to "How likely are you to recommend us?" from 0 to 10 (NPS).
 *
 * @param answers - `scores`, and the `scale`, which must be 0 to 10
 * @returns counts, and score, interval and standard error in points; NoAnswer where nobody answered
 * @throws DomainError `out-of-range` for an answer off the scale or not whole, and for any other scale
 * @throws DomainError `wrong-type` or `not-finite` for an answer that is no number
 * @source Rocks, Interval Estimation for the "Net Promoter Score", The American Statistician 70 (2016), adjusted Wald
 *
 * @example
 * ```ts
 * import { promoterSurvey } from "golive-kit/statistics";
 *
 * const { score, interval } = promoterSurvey({ scores: [10], scale: { low: 0, high: 10 } });
 *
 * score; // => 100
 * interval; // => { low: -48.49864942025202, high: 98.49864942025202 }
 * ```
 */
export function promoterSurvey(answers: PromoterAnswers): PromoterSurvey {
  return contained("promoterSurvey", () => {
    const scale = demandScale(answers.scale);
    if (scale.low !== 0 || scale.high !== 10) {
      throw broken("out-of-range", "scale", "0 to 10", `${String(scale.low)} to ${String(scale.high)}`);
    }
    const scores = demandScores(answers.scores, scale);
    const promoters = scores.filter((score) => score >= PROMOTER).length;
    const detractors = scores.filter((score) => score < PASSIVE).length;
    return scored({ promoters, passives: scores.length - promoters - detractors, detractors });
  });
}

/**
 * Scores a survey on recommendation of which only the counts are known.
 *
 * @param counts - `promoters`, `detractors`, `answered`, and `passives` or nothing for the rest
 * @returns as {@link promoterSurvey}
 * @throws DomainError `out-of-range` when a count is no whole number of at least 0
 * @throws DomainError `inconsistent` at `answered` when the counts do not add up to it
 *
 * @example
 * ```ts
 * import { promoterCounts } from "golive-kit/statistics";
 *
 * promoterCounts({ promoters: 67, detractors: 25, answered: 144 }).rounded; // => 29
 * ```
 */
export function promoterCounts(counts: PromoterCounts): PromoterSurvey {
  return contained("promoterCounts", () => scored(demandPromoters(counts)));
}

/** Asks for counts of promoters, passives and detractors that add up. */
export function demandPromoters(counts: PromoterCounts, path: Path = []): Required<PromoterCounts> {
  const at = (word: string): Path => [...path, word];
  const answered = demandCount(counts.answered, "answered", at("answered"));
  const promoters = demandCount(counts.promoters, "promoters", at("promoters"));
  const detractors = demandCount(counts.detractors, "detractors", at("detractors"));
  const passives =
    counts.passives === undefined
      ? answered - promoters - detractors
      : demandCount(counts.passives, "passives", at("passives"));
  if (passives < 0 || promoters + passives + detractors !== answered) {
    throw broken("inconsistent", "answered", "the sum of promoters, passives and detractors", answered, at("answered"));
  }
  return { promoters, passives, detractors, answered };
}

function scored({ promoters, passives, detractors }: Required<Omit<PromoterCounts, "answered">>): PromoterSurvey {
  const counts = { promoters, passives, detractors };
  const answered = promoters + passives + detractors;
  const score = netPromoterScore(counts);
  if (isNoAnswer(score)) {
    const none = noAnswer("nobody-answered");
    return {
      answered,
      ...counts,
      score: none,
      rounded: none,
      interval: none,
      standardError: none,
      waldInterval: none,
    };
  }
  const plain = estimate(promoters, detractors, answered);
  const adjusted = estimate(promoters + ADDED, detractors + ADDED, answered + ADDED_IN_ALL);
  return {
    answered,
    ...counts,
    score,
    rounded: roundedScore(promoters - detractors, answered),
    interval: adjusted.interval,
    standardError: plain.standardError,
    waldInterval: plain.interval,
  };
}

/** Centre ∓ z standard errors, cut to the points there are. */
function estimate(promoters: number, detractors: number, answered: number) {
  const p = promoters / answered;
  const d = detractors / answered;
  // The variance of one answer is never below zero; rounding could say otherwise when all answer alike.
  const standardError = 100 * Math.sqrt(Math.max(0, p + d - (p - d) * (p - d)) / answered);
  const centre = 100 * (p - d);
  const interval: Interval = {
    low: Math.max(-100, centre - Z_95 * standardError),
    high: Math.min(100, centre + Z_95 * standardError),
  };
  return { standardError, interval };
}

/** 100 × net ÷ answered, half away from zero, in whole numbers. */
function roundedScore(net: number, answered: number): number {
  const hundredfold = 100 * Math.abs(net);
  const whole = Math.floor(hundredfold / answered);
  const size = 2 * (hundredfold - whole * answered) >= answered ? whole + 1 : whole;
  return net < 0 && size > 0 ? -size : size;
}
