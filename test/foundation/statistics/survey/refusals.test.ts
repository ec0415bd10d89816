import { describe, expect, it } from "vitest";

import { parse } from "../../../../src/foundation/schema/index.js";
import {
  effortSurvey,
  likertSummary,
  netPromoterScore,
  parseNetPromoterScoreInput,
  parseResponseRateInput,
  parseSatisfactionInput,
  promoterChange,
  promoterCounts,
  promoterSampleSize,
  promoterSurvey,
  responseRate,
  satisfaction,
  SatisfactionAnswers,
  satisfactionSurvey,
  silenceBounds,
  stratifiedSatisfaction,
  SurveyScale,
} from "../../../../src/foundation/statistics/index.js";
import { caught, faults } from "../../../kit/caught.js";
import { LIST_TRAP, TRAP } from "../../../kit/trap.js";

const trap = TRAP as never;
const text = "1" as never;
const none = 7 as never;
const scale = { low: 1, high: 5 };
const answers = { scores: [5, 4], scale, satisfiedFrom: 4 };
const efforts = { scores: [5, 4], scale, easyFrom: 4, lowIsEasy: false };
const counts = { promoters: 5, detractors: 2, answered: 10 };
const survey = { invited: 10, answered: 5, satisfied: 3 };
const north = { id: "north", ...survey };
const NUMBER = (name: string): string => `${name} must be a number, received "1"`;
const read = (more: object) => () => parse(SatisfactionAnswers, { ...answers, ...more }, "answers");

describe("refusals, word for word", () => {
  it.each<readonly [string, () => unknown, string]>([
    ["wrong-type counts", () => likertSummary(none), "counts must be a list, received 7"],
    ["wrong-type counts.1", () => likertSummary([1, text]), NUMBER("count")],
    ["out-of-range counts", () => likertSummary([1]), "counts must be at least two, received 1"],
    [
      "out-of-range counts",
      () => likertSummary([2 ** 53 - 1, 1]),
      "counts must be at most 2^53 − 1 in all, received 9007199254740992",
    ],

    [
      "wrong-type promoters",
      () => netPromoterScore({ promoters: text, passives: 1, detractors: 1 }),
      NUMBER("promoters"),
    ],
    [
      "wrong-type passives",
      () => netPromoterScore({ promoters: 1, passives: text, detractors: 1 }),
      NUMBER("passives"),
    ],
    [
      "wrong-type detractors",
      () => netPromoterScore({ promoters: 1, passives: 1, detractors: text }),
      NUMBER("detractors"),
    ],
    [
      "missing",
      () => parseNetPromoterScoreInput(undefined),
      "net promoter score: expected an object, received nothing",
    ],

    ["out-of-range scale", () => promoterSurvey({ scores: [], scale }), 'scale must be 0 to 10, received "1 to 5"'],
    ["wrong-type answered", () => promoterCounts({ ...counts, answered: text }), NUMBER("answered")],
    ["wrong-type promoters", () => promoterCounts({ ...counts, promoters: text }), NUMBER("promoters")],
    ["wrong-type passives", () => promoterCounts({ ...counts, passives: text }), NUMBER("passives")],
    ["wrong-type detractors", () => promoterCounts({ ...counts, detractors: text }), NUMBER("detractors")],
    [
      "inconsistent answered",
      () => promoterCounts({ ...counts, passives: 4 }),
      "answered must be the sum of promoters, passives and detractors, received 10",
    ],
    [
      "inconsistent after.answered",
      () => promoterChange({ before: counts, after: { ...counts, answered: 6 } }),
      "answered must be the sum of promoters, passives and detractors, received 6",
    ],
    [
      "wrong-type before.answered",
      () => promoterChange({ before: { ...counts, answered: text }, after: counts }),
      NUMBER("answered"),
    ],
    [
      "out-of-range level",
      () => promoterChange({ before: counts, after: counts }, { level: 1 }),
      "level must be above 0 and below 1, received 1",
    ],
    ["out-of-range halfWidth", () => promoterSampleSize({ halfWidth: 0 }), "halfWidth must be above 0, received 0"],
    [
      "out-of-range variance",
      () => promoterSampleSize({ halfWidth: 5, variance: 0 }),
      "variance must be above 0, received 0",
    ],
    [
      "out-of-range variance",
      () => promoterSampleSize({ halfWidth: 5, variance: 2 }),
      "variance must be at most 1, received 2",
    ],
    [
      "out-of-range confidence",
      () => promoterSampleSize({ halfWidth: 5, confidence: 1 }),
      "confidence must be above 0 and below 1, received 1",
    ],

    ["wrong-type invited", () => responseRate({ invited: text, answered: 1 }), NUMBER("invited")],
    ["wrong-type answered", () => responseRate({ invited: 1, answered: text }), NUMBER("answered")],
    [
      "inconsistent answered",
      () => responseRate({ invited: 1, answered: 2 }),
      "answered must be at most invited, received 2",
    ],
    [
      "inconsistent answered",
      () => parseResponseRateInput({ invited: 1, answered: 2 }),
      "response rate: answered: expected at most as many as invited",
    ],
    ["wrong-type satisfied", () => satisfaction({ answered: 1, satisfied: text }), NUMBER("satisfied")],
    ["wrong-type answered", () => satisfaction({ answered: text, satisfied: 1 }), NUMBER("answered")],
    [
      "inconsistent satisfied",
      () => satisfaction({ answered: 1, satisfied: 2 }),
      "satisfied must be at most answered, received 2",
    ],
    [
      "inconsistent satisfied",
      () => parseSatisfactionInput({ answered: 1, satisfied: 2 }),
      "satisfaction: satisfied: expected at most as many as answered",
    ],

    ["wrong-type invited", () => silenceBounds({ ...survey, invited: text }), NUMBER("invited")],
    ["wrong-type answered", () => silenceBounds({ ...survey, answered: text }), NUMBER("answered")],
    ["wrong-type satisfied", () => silenceBounds({ ...survey, satisfied: text }), NUMBER("satisfied")],
    [
      "inconsistent answered",
      () => silenceBounds({ ...survey, answered: 11 }),
      "answered must be at most invited, received 11",
    ],
    [
      "inconsistent satisfied",
      () => silenceBounds({ ...survey, satisfied: 6 }),
      "satisfied must be at most answered, received 6",
    ],
    ["wrong-type strata", () => stratifiedSatisfaction(none), "strata must be a list, received 7"],
    ["wrong-type strata.0.id", () => stratifiedSatisfaction([{ ...north, id: none }]), "id must be text, received 7"],
    [
      "duplicate-id strata.1.id",
      () => stratifiedSatisfaction([north, north]),
      'id must be unique, received "north" twice',
    ],
    [
      "inconsistent strata.0.answered",
      () => stratifiedSatisfaction([{ ...north, answered: 11 }]),
      "answered must be at most invited, received 11",
    ],
    ["wrong-type strata.0.invited", () => stratifiedSatisfaction([{ ...north, invited: text }]), NUMBER("invited")],
    [
      "wrong-type strata.0.satisfied",
      () => stratifiedSatisfaction([{ ...north, satisfied: text }]),
      NUMBER("satisfied"),
    ],

    [
      "wrong-type scale.low",
      () => satisfactionSurvey({ ...answers, scale: { low: text, high: 5 } }),
      NUMBER("scale.low"),
    ],
    [
      "out-of-range scale.high",
      () => satisfactionSurvey({ ...answers, scale: { low: 1, high: 5.5 } }),
      "scale.high must be a whole number, received 5.5",
    ],
    [
      "inconsistent scale.high",
      () => satisfactionSurvey({ ...answers, scale: { low: 5, high: 5 } }),
      "scale.high must be above scale.low, received 5",
    ],
    [
      "out-of-range satisfiedFrom",
      () => satisfactionSurvey({ ...answers, satisfiedFrom: 6 }),
      "satisfiedFrom must be from 1 to 5, received 6",
    ],
    [
      "wrong-type satisfiedFrom",
      () => satisfactionSurvey({ ...answers, satisfiedFrom: text }),
      NUMBER("satisfiedFrom"),
    ],
    ["wrong-type scores", () => satisfactionSurvey({ ...answers, scores: none }), "scores must be a list, received 7"],
    ["wrong-type scores.1", () => satisfactionSurvey({ ...answers, scores: [1, text] }), NUMBER("score")],
    [
      "out-of-range scores.1",
      () => satisfactionSurvey({ ...answers, scores: [1, 6] }),
      "score must be from 1 to 5, received 6",
    ],
    [
      "out-of-range easyFrom",
      () => effortSurvey({ ...efforts, easyFrom: 0 }),
      "easyFrom must be from 1 to 5, received 0",
    ],

    ["out-of-range scores.1", read({ scores: [1, 0] }), "answers: scores[1]: expected from 1 to 5"],
    ["out-of-range satisfiedFrom", read({ satisfiedFrom: 6 }), "answers: satisfiedFrom: expected from 1 to 5"],
    ["inconsistent invited", read({ invited: 1 }), "answers: invited: expected no fewer than answered"],
    [
      "inconsistent high",
      () => parse(SurveyScale, { low: 1, high: 1 }, "scale"),
      "scale: high: expected a highest answer above the lowest",
    ],
  ])("%s", (fault, run, message) => {
    expect(faults(run)).toEqual([fault]);
    expect(caught(run).message).toBe(message);
  });

  it.each<readonly [string, () => unknown]>([
    ["likertSummary", () => likertSummary(LIST_TRAP)],
    ["promoterSurvey", () => promoterSurvey(trap)],
    ["promoterCounts", () => promoterCounts(trap)],
    ["promoterChange", () => promoterChange(trap)],
    ["promoterSampleSize", () => promoterSampleSize(trap)],
    ["silenceBounds", () => silenceBounds(trap)],
    ["stratifiedSatisfaction", () => stratifiedSatisfaction([trap])],
    ["satisfactionSurvey", () => satisfactionSurvey(trap)],
    ["effortSurvey", () => effortSurvey(trap)],
  ])("%s says its name where what it is given cannot be read", (subject, run) => {
    expect(caught(run)).toMatchObject({ code: "invalid-input", details: { subject, total: 1 } });
  });
});
