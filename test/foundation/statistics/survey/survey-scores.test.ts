import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { isNoAnswer } from "../../../../src/foundation/errors/index.js";
import {
  effortSurvey,
  promoterCounts,
  promoterSurvey,
  satisfactionSurvey,
} from "../../../../src/foundation/statistics/index.js";
import { faults } from "../../../kit/caught.js";
import { law } from "../../../kit/laws.js";

const FIVE = { low: 1, high: 5 };
const TEN = { low: 0, high: 10 };
const none = { kind: "none", reason: "nobody-answered" };

describe("satisfactionSurvey", () => {
  it("leaves blank answers out of everything but the invitations", () => {
    const survey = satisfactionSurvey({ scores: [5, null, 3, 4, null], scale: FIVE, satisfiedFrom: 4, invited: 8 });
    expect(survey).toEqual({
      answered: 3,
      satisfied: 2,
      satisfaction: 2 / 3,
      interval: {
        low: expect.closeTo(0.207659600802, 12) as number,
        high: expect.closeTo(0.93850805528, 12) as number,
      },
      mean: 4,
      median: 4,
      responseRate: 0.375,
    });
  });

  it("says that nobody answered", () => {
    expect(satisfactionSurvey({ scores: [null], scale: FIVE, satisfiedFrom: 4 })).toEqual({
      answered: 0,
      satisfied: 0,
      satisfaction: none,
      interval: none,
      mean: none,
      median: none,
    });
  });

  it("takes half way between two middle answers as the median", () => {
    expect(satisfactionSurvey({ scores: [5, 1, 2, 4], scale: FIVE, satisfiedFrom: 4 }).median).toBe(3);
    expect(satisfactionSurvey({ scores: [5, 2, 1, 5], scale: FIVE, satisfiedFrom: 4 }).median).toBe(3.5);
  });

  it("has no response rate when nobody was invited", () => {
    const { responseRate } = satisfactionSurvey({ scores: [], scale: FIVE, satisfiedFrom: 4, invited: 0 });
    expect(responseRate).toEqual({ kind: "none", reason: "nobody-invited" });
  });

  it.each([
    [{ scores: [5, 6] }, "out-of-range scores.1"],
    [{ scores: [5, 0] }, "out-of-range scores.1"],
    [{ scores: [4.5] }, "out-of-range scores.0"],
    [{ scores: [Number.NaN] }, "not-finite scores.0"],
    [{ scores: ["5"] }, "wrong-type scores.0"],
    [{ scores: "5" }, "wrong-type scores"],
    [{ satisfiedFrom: 6 }, "out-of-range satisfiedFrom"],
    [{ satisfiedFrom: 3.5 }, "out-of-range satisfiedFrom"],
    [{ scale: { low: 5, high: 5 } }, "inconsistent scale.high"],
    [{ scale: { low: 0.5, high: 5 } }, "out-of-range scale.low"],
    [{ invited: 1 }, "inconsistent answered"],
    [{ invited: -1 }, "out-of-range invited"],
  ])("refuses %o", (change, fault) => {
    const answers = { scores: [5, 4], scale: FIVE, satisfiedFrom: 4, ...change };
    expect(faults(() => satisfactionSurvey(answers as never))).toEqual([fault]);
  });
});

describe("effortSurvey", () => {
  it("turns answers round where low is easy", () => {
    const scores = [1, 2, 7, null];
    expect(effortSurvey({ scores, scale: { low: 1, high: 7 }, easyFrom: 5, lowIsEasy: true })).toMatchObject({
      answered: 3,
      easy: 2,
      easyShare: 2 / 3,
      mean: 14 / 3,
    });
  });

  it("says that nobody answered", () => {
    expect(effortSurvey({ scores: [], scale: FIVE, easyFrom: 4, lowIsEasy: false })).toEqual({
      answered: 0,
      easy: 0,
      easyShare: none,
      interval: none,
      mean: none,
    });
  });

  it("gives no -0 on a scale around zero", () => {
    const { mean } = effortSurvey({ scores: [0], scale: { low: -2, high: 2 }, easyFrom: 1, lowIsEasy: true });
    expect(Object.is(mean, 0)).toBe(true);
  });
});

describe("promoterSurvey", () => {
  it("knows the three groups by their edges", () => {
    const { promoters, passives, detractors } = promoterSurvey({ scores: [10, 9, 8, 7, 6, 0, null], scale: TEN });
    expect({ promoters, passives, detractors }).toEqual({ promoters: 2, passives: 2, detractors: 2 });
  });

  it.each([
    { promoters: 1, detractors: 2, answered: 8, rounded: -13 },
    { promoters: 2, detractors: 1, answered: 8, rounded: 13 },
    { promoters: 1, detractors: 1, answered: 8, rounded: 0 },
    { promoters: 1, detractors: 2, answered: 1000, rounded: 0 },
    { promoters: 29, detractors: 0, answered: 200, rounded: 15 },
  ])("rounds $promoters − $detractors of $answered to $rounded", ({ rounded, ...counts }) => {
    expect(promoterCounts(counts).rounded).toBe(rounded);
  });

  it("says that nobody answered", () => {
    expect(promoterSurvey({ scores: [null], scale: TEN })).toEqual({
      answered: 0,
      promoters: 0,
      passives: 0,
      detractors: 0,
      score: none,
      rounded: none,
      interval: none,
      standardError: none,
      waldInterval: none,
    });
  });

  it("refuses another scale, and counts that do not add up", () => {
    expect(faults(() => promoterSurvey({ scores: [5], scale: FIVE }))).toEqual(["out-of-range scale"]);
    expect(faults(() => promoterSurvey({ scores: [6.5], scale: TEN }))).toEqual(["out-of-range scores.0"]);
    expect(faults(() => promoterCounts({ promoters: 18, passives: 11, detractors: 2, answered: 32 }))).toEqual([
      "inconsistent answered",
    ]);
    expect(faults(() => promoterCounts({ promoters: 3, detractors: 2, answered: 4 }))).toEqual([
      "inconsistent answered",
    ]);
    expect(faults(() => promoterCounts({ promoters: 3, detractors: 2, answered: -4 }))).toEqual([
      "out-of-range answered",
    ]);
  });
});

describe("laws", () => {
  const scores = fc.array(fc.option(fc.integer({ min: 0, max: 10 })), { maxLength: 40 });

  it("a survey does not depend on the order of its answers, nor on blank ones", () => {
    law(fc.tuple(scores, fc.integer({ min: 0, max: 5 })), ([given, blanks]) => {
      const other = [...given].reverse().concat(Array<null>(blanks).fill(null));
      expect(promoterSurvey({ scores: other, scale: TEN })).toEqual(promoterSurvey({ scores: given, scale: TEN }));
      const satisfied = (list: typeof given) => satisfactionSurvey({ scores: list, scale: TEN, satisfiedFrom: 8 });
      expect(satisfied(other)).toEqual(satisfied(given));
    });
  });

  it("turning every answer round turns the interval round", () => {
    law(fc.tuple(fc.nat(200), fc.nat(200), fc.nat(200)), ([promoters, passives, detractors]) => {
      const answered = promoters + passives + detractors;
      const one = promoterCounts({ promoters, passives, detractors, answered });
      const other = promoterCounts({ promoters: detractors, passives, detractors: promoters, answered });
      if (isNoAnswer(one.interval) || isNoAnswer(other.interval)) {
        expect(answered).toBe(0);
        return;
      }
      const { low, high } = one.interval as { low: number; high: number };
      expect(other.interval).toEqual({
        low: expect.closeTo(-high, 9) as number,
        high: expect.closeTo(-low, 9) as number,
      });
      expect(other.rounded).toBe(one.rounded === 0 ? 0 : -(one.rounded as number));
    });
  });

  it("the adjusted interval is the plain one of three more answers", () => {
    law(fc.tuple(fc.nat(50), fc.nat(50), fc.nat(50)), ([promoters, passives, detractors]) => {
      // Four times as many of each, plus the three answers four times over, is the same mix in whole numbers.
      const counts = { promoters: 4 * promoters + 3, passives: 4 * passives + 6, detractors: 4 * detractors + 3 };
      const answered = counts.promoters + counts.passives + counts.detractors;
      const mixed = promoterCounts({ ...counts, answered });
      const survey = promoterCounts({
        promoters,
        passives,
        detractors,
        answered: promoters + passives + detractors,
      });
      if (isNoAnswer(survey.interval)) return;
      const { low, high } = survey.interval as { low: number; high: number };
      // A quarter of the answers doubles the standard error.
      const spread = 2 * 1.959963984540054 * (mixed.standardError as number);
      expect(low).toBeCloseTo(Math.max(-100, (mixed.score as number) - spread), 9);
      expect(high).toBeCloseTo(Math.min(100, (mixed.score as number) + spread), 9);
    });
  });
});
