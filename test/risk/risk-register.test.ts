import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { type Figure, explain } from "../../src/foundation/explain/index.js";
import { type Money, money, sumMoney } from "../../src/foundation/money/index.js";
import {
  assessRisks,
  FIVE_BY_FIVE,
  parseRisk,
  parseRiskRegister,
  type Risk,
  RISK_FORMULAS,
  RISK_STATUSES,
  RISK_STRATEGIES,
  type RiskRegister,
} from "../../src/risk/index.js";
import { caught, faults } from "../kit/caught.js";
import { law } from "../kit/laws.js";

const AS_OF = "2026-03-31";
const eur = (amount: string): Money => money(amount, "EUR");
const base: Risk = { id: "R-1", title: "Late data", type: "threat", owner: "Lead", status: "open", responses: [] };
const valued = (id: string, probability: number, amount: string, more: Partial<Risk> = {}): Risk => ({
  ...base,
  id,
  probability,
  impact: eur(amount),
  ...more,
});
const rated = (id: string, likelihood: string, impactLevel: string, more: Partial<Risk> = {}): Risk => ({
  ...base,
  id,
  likelihood,
  impactLevel,
  ...more,
});

const full: Risk = {
  id: "R-7",
  title: "A key engineer is not available",
  type: "threat",
  category: "people",
  cause: "One person knows the interface",
  event: "She is ill at the cut-over",
  effect: "The cut-over slips by two weeks",
  owner: "Delivery lead",
  identifiedOn: "2026-01-10",
  status: "closed",
  closedOn: "2026-05-01",
  probability: 0.3,
  impact: eur("40000"),
  likelihood: "possible",
  impactLevel: "major",
  responses: [
    {
      id: "a",
      strategy: "mitigate",
      actions: "Train a second engineer",
      owner: "Team lead",
      dueOn: "2026-02-01",
      status: "planned",
    },
  ],
  residual: { probability: 0.1, impact: eur("10000") },
  lastReviewOn: "2026-02-01",
  nextReviewOn: "2026-03-01",
};

describe("a risk", () => {
  it("is read as it stands, and survives JSON", () => {
    expect(parseRisk(full)).toEqual(full);
    expect(parseRisk(JSON.parse(JSON.stringify(full)))).toEqual(full);
    expect(parseRisk({ ...base, probability: 0.5, impact: { amount: 0.1, currency: "EUR" } }).impact).toEqual(
      eur("0.1"),
    );
  });

  it.each<[Partial<Record<keyof Risk, unknown>>, readonly string[]]>([
    [{ id: "" }, ["empty id"]],
    [{ title: "" }, ["empty title"]],
    [{ type: "hazard" }, ["out-of-range type"]],
    [{ owner: undefined }, ["missing owner"]],
    [{ status: "done" }, ["out-of-range status"]],
    [{ category: "" }, ["empty category"]],
    [{ cause: 1 }, ["wrong-type cause"]],
    [{ event: "" }, ["empty event"]],
    [{ effect: "" }, ["empty effect"]],
    [{ identifiedOn: "2026-02-30" }, ["invalid-date identifiedOn"]],
    [{ status: "occurred" }, ["missing occurredOn"]],
    [{ occurredOn: "2026-03-01" }, ["inconsistent occurredOn"]],
    [{ status: "draft", occurredOn: "2026-03-01" }, ["inconsistent occurredOn"]],
    [{ status: "occurred", identifiedOn: "2026-03-02", occurredOn: "2026-03-01" }, ["inconsistent occurredOn"]],
    [{ status: "closed", occurredOn: "2026-03-02", closedOn: "2026-03-01" }, ["inconsistent closedOn"]],
    [{ status: "closed" }, ["missing closedOn"]],
    [{ closedOn: "2026-03-01" }, ["inconsistent closedOn"]],
    [{ status: "closed", identifiedOn: "2026-03-02", closedOn: "2026-03-01" }, ["inconsistent closedOn"]],
    [{ identifiedOn: "2026-05-01", lastReviewOn: "2026-04-01" }, ["inconsistent lastReviewOn"]],
    [{ lastReviewOn: "2026-05-01", nextReviewOn: "2026-04-01" }, ["inconsistent nextReviewOn"]],
    [{ identifiedOn: "2026-05-01", nextReviewOn: "2026-04-01" }, ["inconsistent nextReviewOn"]],
    [{ probability: 1.2, impact: eur("1") }, ["out-of-range probability"]],
    [{ probability: "0.5", impact: eur("1") }, ["wrong-type probability"]],
    [{ probability: 0.5, impact: eur("-5") }, ["out-of-range impact.amount"]],
    [{ probability: 0.5, impact: { amount: "1", currency: "XXX1" } }, ["invalid-format impact.currency"]],
    [{ probability: 0.5 }, ["missing impact"]],
    [{ impact: eur("1") }, ["missing probability"]],
    [{ likelihood: "rare" }, ["missing impactLevel"]],
    [{ impactLevel: "minor" }, ["missing likelihood"]],
    [{ residual: { probability: 0.1, impact: eur("1") } }, ["missing impact"]],
    [
      { probability: 0.5, impact: eur("1"), residual: { probability: 0.1, impact: money("1", "USD") } },
      ["currency-mismatch residual.impact.currency"],
    ],
    [
      { responses: [{ id: "a", strategy: "exploit", actions: "x", status: "planned" }] },
      ["out-of-range responses.0.strategy"],
    ],
    [
      { type: "opportunity", responses: [{ id: "a", strategy: "mitigate", actions: "x", status: "planned" }] },
      ["out-of-range responses.0.strategy"],
    ],
    [
      { responses: [{ id: "a", strategy: "avoid", actions: "x", status: "done" }] },
      ["out-of-range responses.0.status"],
    ],
    [
      { responses: ["a", "a"].map((id) => ({ id, strategy: "accept", actions: "x", status: "planned" })) },
      ["duplicate-id responses.1.id"],
    ],
    [{ parentId: "R-1" } as never, ["unknown-key parentId"]],
  ])("refuses %j", (change, wanted) => {
    expect(faults(() => parseRisk({ ...base, ...change }))).toEqual(wanted);
  });

  it("may be identified, reviewed and closed on one day", () => {
    const day = "2026-03-01";
    const dates = { identifiedOn: day, lastReviewOn: day, nextReviewOn: day, closedOn: day } as const;
    expect(parseRisk({ ...base, status: "closed", ...dates })).toMatchObject(dates);
  });

  it("takes every strategy that fits its type", () => {
    for (const type of ["threat", "opportunity"] as const) {
      const responses = RISK_STRATEGIES[type].map((strategy) => ({
        id: strategy,
        strategy,
        actions: "x",
        status: "planned",
      }));
      expect(parseRisk({ ...base, type, responses }).responses).toHaveLength(5);
    }
  });
});

describe("a register", () => {
  it("is legal when empty, and keeps hostile ids in order", () => {
    expect(parseRiskRegister({ risks: [] })).toEqual({ risks: [] });
    const ids = ["10", "2", "__proto__", "constructor", " \t", "café", "cafe\u0301"];
    expect(parseRiskRegister({ risks: ids.map((id) => ({ ...base, id })) }).risks.map(({ id }) => id)).toEqual(ids);
    const { rows } = assessRisks({ risks: ids.map((id) => valued(id, 1, "1")) }, { asOf: AS_OF });
    expect(rows.map(({ id }) => id).sort()).toEqual([...ids].sort());
  });

  it("refuses an id twice and levels that its matrix does not have", () => {
    expect(faults(() => parseRiskRegister({ risks: [base, base] }))).toEqual(["duplicate-id risks.1.id"]);
    const risks = [rated("a", "rare", "minor"), rated("b", "never", "huge")];
    expect(faults(() => parseRiskRegister({ risks }))).toEqual(["missing matrix"]);
    expect(faults(() => parseRiskRegister({ matrix: FIVE_BY_FIVE, risks }))).toEqual([
      "unknown-reference risks.1.likelihood",
      "unknown-reference risks.1.impactLevel",
    ]);
  });
});

const figureOf = (figures: readonly Figure[], id: string, of?: string): unknown =>
  figures.find((one) => one.id === `risk.${id}` && one.of === of)?.value;

describe("an assessment", () => {
  const register: RiskRegister = {
    matrix: FIVE_BY_FIVE,
    risks: [
      valued("money", 0.5, "1000"),
      rated("small", "rare", "minor"),
      rated("large", "likely", "major", { probability: 0.3, impact: eur("40000") }),
      rated("chance", "possible", "moderate", { type: "opportunity", probability: 0.25, impact: eur("60000") }),
      { ...base, id: "bare" },
      { ...base, id: "draft", status: "draft" },
      valued("issue", 1, "9", { status: "occurred", occurredOn: AS_OF }),
      valued("not-yet", 0.1, "50", { status: "occurred", occurredOn: "2026-04-01" }),
      valued("over", 1, "9", { status: "closed", closedOn: AS_OF }),
      valued("later", 1, "9", { identifiedOn: "2026-04-01" }),
      valued("still-open", 0.1, "100", { status: "closed", closedOn: "2026-04-01" }),
    ],
  };
  const assessment = assessRisks(parseRiskRegister(register), { asOf: AS_OF });

  it("ranks rated risks by level, then those without levels by exposure", () => {
    expect(assessment.rows.map(({ id, rank, score, level }) => [id, rank, score, level])).toEqual([
      ["large", 1, 16, "extreme"],
      ["chance", 2, 9, "high"],
      ["small", 3, 2, "low"],
      ["money", 4, undefined, undefined],
      ["still-open", 5, undefined, undefined],
      ["not-yet", 6, undefined, undefined],
      ["bare", 7, undefined, undefined],
    ]);
  });

  it("sees only what was open on the day", () => {
    expect(assessment.drafts).toEqual(["draft"]);
    expect(assessment.occurred).toEqual(["issue"]);
    expect(assessment.closed).toEqual(["over"]);
  });

  it("sees a risk as it stood: open, then occurred, then closed", () => {
    const risk = valued("a", 0.5, "10", { status: "closed", occurredOn: "2026-02-01", closedOn: "2026-03-01" });
    const on = (asOf: "2026-01-31" | "2026-02-01" | "2026-03-01"): unknown => {
      const { rows, occurred, closed } = assessRisks({ risks: [parseRisk(risk)] }, { asOf });
      return [rows.map(({ id }) => id), occurred, closed];
    };
    expect(on("2026-01-31")).toEqual([["a"], [], []]);
    expect(on("2026-02-01")).toEqual([[], ["a"], []]);
    expect(on("2026-03-01")).toEqual([[], [], ["a"]]);
  });

  it("the level of the matrix comes before the score", () => {
    const scale = (...ids: string[]) => ids.map((id) => ({ id, label: id }));
    const matrix = {
      title: "Uneven",
      likelihoods: scale("low", "medium", "high"),
      impacts: scale("minor", "middling", "major"),
      levels: scale("green", "amber", "red"),
      grid: [
        ["green", "green", "red"],
        ["green", "amber", "red"],
        ["green", "amber", "red"],
      ],
    };
    const risks = [
      rated("amber-4", "medium", "middling", { probability: 0.5, impact: eur("100") }),
      rated("red-3", "low", "major"),
      rated("green-3", "high", "minor"),
      rated("amber-4-dear", "medium", "middling", { probability: 0.5, impact: eur("200") }),
      rated("amber-4-bare", "medium", "middling"),
    ];
    const order = (more: readonly Risk[]) =>
      assessRisks({ matrix, risks: [...risks, ...more] }, { asOf: AS_OF }).rows.map(({ id, rank }) => [id, rank]);
    expect(order([])).toEqual([
      ["red-3", 1],
      ["amber-4-dear", 2],
      ["amber-4", 3],
      ["amber-4-bare", 4],
      ["green-3", 5],
    ]);
    // Without levels, but known to cost more than a rated one: ahead of it, and not at the end.
    expect(order([valued("large", 1, "150"), valued("twin", 1, "150"), valued("small", 1, "1"), base])).toEqual([
      ["red-3", 1],
      ["large", 2],
      ["twin", 2],
      ["amber-4-dear", 4],
      ["amber-4", 5],
      ["amber-4-bare", 6],
      ["green-3", 7],
      ["small", 8],
      ["R-1", 9],
    ]);
  });

  it("says how many risks have amounts, and gives no zero for want of them", () => {
    const at = { asOf: AS_OF, currency: "EUR" } as const;
    const money = (found: typeof assessment): readonly unknown[] => found.figures.slice(0, 6).map(({ value }) => value);
    const threats = [rated("a", "rare", "minor"), rated("b", "likely", "major")];
    const bare = assessRisks({ matrix: FIVE_BY_FIVE, risks: threats }, at);
    const none = { kind: "none", reason: "nothing-priced" };
    expect(bare).toMatchObject({ pricedThreats: 0, unpricedThreats: 2, pricedOpportunities: 0 });
    expect(money(bare)).toEqual([none, eur("0"), none, none, none, none]);
    const chance = valued("c", 0.5, "10", { type: "opportunity" });
    const mixed = assessRisks({ matrix: FIVE_BY_FIVE, risks: [...threats, chance] }, at);
    expect(money(mixed)).toEqual([none, eur("5"), none, none, none, none]);
    expect(mixed.opportunitiesOutweighThreats).toBe(false);
    const some = assessRisks({ matrix: FIVE_BY_FIVE, risks: [...threats, chance, valued("d", 0.5, "20")] }, at);
    expect(money(some)).toEqual(["10", "5", "5", "-5", "5", "5"].map(eur));
    expect(some).toMatchObject({ pricedThreats: 1, unpricedThreats: 2, pricedOpportunities: 1 });
    const hope = assessRisks({ risks: [{ ...base, type: "opportunity" }, valued("d", 0.5, "20")] }, at);
    expect(hope).toMatchObject({ pricedThreats: 1, unpricedThreats: 0, unpricedOpportunities: 1 });
    expect(money(hope)).toEqual([eur("10"), none, none, none, none, none]);
  });

  it("adds up exactly, with signs by type", () => {
    const { figures } = assessment;
    expect(figureOf(figures, "threat-exposure")).toEqual(eur("12515"));
    expect(figureOf(figures, "opportunity-exposure")).toEqual(eur("15000"));
    expect(figureOf(figures, "net-exposure")).toEqual(eur("-2485"));
    expect(figureOf(figures, "expected-monetary-value")).toEqual(eur("2485"));
    expect(figureOf(figures, "contingency-reserve")).toEqual(eur("0"));
    expect(figureOf(figures, "residual-exposure")).toEqual(eur("-2485"));
    expect(figureOf(figures, "expected-loss", "large")).toEqual(eur("12000"));
    expect(figureOf(figures, "risk-score", "large")).toBe(16);
    expect(assessment.opportunitiesOutweighThreats).toBe(true);
    expect(assessment.rows.slice(0, 2).map(({ expectedValue }) => expectedValue?.amount)).toEqual(["-12000", "15000"]);
  });

  it("counts levels and draws maps by type", () => {
    expect(assessment.levels).toEqual([
      { level: "extreme", threats: 1, opportunities: 0 },
      { level: "high", threats: 0, opportunities: 1 },
      { level: "moderate", threats: 0, opportunities: 0 },
      { level: "low", threats: 1, opportunities: 0 },
    ]);
    expect(assessment.threatMap?.cells.map(({ ids }) => ids)).toEqual([["small"], ["large"]]);
    expect(assessment.threatMap?.unrated).toEqual(["money", "still-open", "not-yet", "bare"]);
    expect(assessment.opportunityMap?.cells).toEqual([{ likelihoodPosition: 3, impactPosition: 3, ids: ["chance"] }]);
    expect(assessRisks({ risks: [base] }, { asOf: AS_OF })).not.toHaveProperty("threatMap");
  });

  it("flags what deserves a look", () => {
    const response = { id: "r", strategy: "mitigate", actions: "x", dueOn: AS_OF, status: "planned" } as const;
    const flagsOf = (risk: Risk): readonly string[] =>
      assessRisks({ risks: [risk] }, { asOf: AS_OF }).rows[0]?.flags ?? [];
    const calm = valued("a", 0.5, "10", { responses: [response], nextReviewOn: AS_OF, lastReviewOn: AS_OF });
    expect(flagsOf(calm)).toEqual([]);
    expect(flagsOf(base)).toEqual(["unassessed", "no-response"]);
    expect(flagsOf({ ...calm, probability: 1 })).toEqual(["certain"]);
    expect(flagsOf({ ...calm, probability: 0 })).toEqual(["impossible"]);
    expect(flagsOf({ ...calm, nextReviewOn: "2026-03-30" })).toEqual(["review-overdue"]);
    expect(flagsOf({ ...calm, lastReviewOn: "2026-04-01" })).toEqual(["review-in-future"]);
    expect(flagsOf({ ...calm, responses: [{ ...response, dueOn: "2026-03-30" }] })).toEqual(["response-overdue"]);
    expect(flagsOf({ ...calm, responses: [{ ...response, dueOn: "2026-03-30", status: "implemented" }] })).toEqual([]);
    const worse = { probability: 0.6, impact: eur("10") };
    expect(flagsOf({ ...calm, residual: worse })).toEqual(["residual-above-exposure"]);
    expect(
      flagsOf({ ...calm, type: "opportunity", responses: [{ ...response, strategy: "enhance" }], residual: worse }),
    ).toEqual([]);
    const late = assessRisks({ risks: [valued("b", 0.5, "10", { nextReviewOn: "2026-03-30" })] }, { asOf: AS_OF });
    expect(late.overdueReviews).toEqual(["b"]);
  });

  it("carries the exposure of a risk without a residual, and takes the residual of one with it", () => {
    const risks = [
      valued("a", 0.4, "80000", { residual: { probability: 0.1, impact: eur("60000") } }),
      valued("b", 0.3, "10000"),
    ];
    const { rows, figures } = assessRisks({ risks }, { asOf: AS_OF });
    expect(figureOf(figures, "residual-exposure")).toEqual(eur("9000"));
    expect(rows.map(({ residualExposure }) => residualExposure?.amount)).toEqual(["6000", "3000"]);
  });

  it("changes currencies by a dated table only", () => {
    const risks = [valued("a", 0.5, "100"), valued("b", 0.5, "100", { impact: money("100", "USD") })];
    const refused = caught(() => assessRisks({ risks }, { asOf: AS_OF }));
    expect(refused.code).toBe("currency-mismatch");
    expect(refused.details).toEqual({
      subject: "impact",
      path: ["risks", 1, "impact", "currency"],
      currencies: ["EUR", "USD"],
    });
    const rates = [{ from: "USD", to: "EUR", validFrom: "2026-01-01", rate: "0.8" }] as const;
    const { figures } = assessRisks({ risks }, { asOf: AS_OF, rates });
    expect(figureOf(figures, "threat-exposure")).toEqual(eur("90"));
    expect(caught(() => assessRisks({ risks }, { asOf: "2025-12-31", rates })).code).toBe("missing-rate");
    expect(caught(() => assessRisks({ risks: risks.slice(0, 1) }, { asOf: AS_OF, currency: "USD" })).code).toBe(
      "currency-mismatch",
    );
  });

  it("has no figures of money without a currency, and zeros with one", () => {
    expect(assessRisks({ risks: [] }, { asOf: AS_OF }).figures).toEqual([]);
    const { figures } = assessRisks({ risks: [] }, { asOf: AS_OF, currency: "JPY" });
    expect(figures.map(({ value }) => value)).toEqual(figures.map(() => money("0", "JPY")));
  });

  it("refuses what parsing would have refused", () => {
    const at = { asOf: AS_OF } as const;
    expect(faults(() => assessRisks({ risks: [base, base] }, at))).toEqual(["duplicate-id risks.1.id"]);
    expect(faults(() => assessRisks({ risks: [rated("a", "rare", "minor")] }, at))).toEqual([
      "unknown-reference risks.0.likelihood",
    ]);
    expect(faults(() => assessRisks({ matrix: FIVE_BY_FIVE, risks: [rated("a", "rare", "huge")] }, at))).toEqual([
      "unknown-reference risks.0.impactLevel",
    ]);
    expect(faults(() => assessRisks({ risks: [] }, { asOf: "2026-02-30" }))).toEqual(["invalid-date asOf"]);
    expect(faults(() => assessRisks(null as never, at))).toEqual(["unreadable"]);
  });
});

const dates = ["2026-01-01", "2026-03-30", AS_OF, "2026-04-01"] as const;
const anyRisk = fc
  .record({
    type: fc.constantFrom("threat", "opportunity"),
    status: fc.constantFrom(...RISK_STATUSES),
    money: fc.option(
      fc.record({
        probability: fc.integer({ min: 0, max: 100 }).map((n) => n / 100),
        cents: fc.integer({ min: 0, max: 10_000_000 }),
      }),
    ),
    levels: fc.option(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 }))),
    occurredOn: fc.constantFrom(...dates),
    closedOn: fc.constantFrom(...dates),
    nextReviewOn: fc.constantFrom(...dates),
  })
  .map(
    ({ type, status, money: amounts, levels, occurredOn, closedOn, nextReviewOn }): Omit<Risk, "id"> => ({
      title: "t",
      type: type as Risk["type"],
      owner: "o",
      status,
      responses: [],
      nextReviewOn,
      ...(status === "occurred" ? { occurredOn } : {}),
      ...(status === "closed" ? { closedOn } : {}),
      ...(amounts ? { probability: amounts.probability, impact: eur((amounts.cents / 100).toFixed(2)) } : {}),
      ...(levels
        ? {
            likelihood: FIVE_BY_FIVE.likelihoods[levels[0]]?.id ?? "",
            impactLevel: FIVE_BY_FIVE.impacts[levels[1]]?.id ?? "",
          }
        : {}),
    }),
  );
const anyRegister = fc.array(anyRisk, { maxLength: 10 }).map(
  (risks): RiskRegister => ({
    matrix: FIVE_BY_FIVE,
    risks: risks.map((risk, i) => ({ ...risk, id: `R-${String(i)}` })),
  }),
);

describe("laws", () => {
  it("a register survives JSON and parsing", () => {
    law(anyRegister, (register) => {
      expect(parseRiskRegister(JSON.parse(JSON.stringify(register)))).toEqual(parseRiskRegister(register));
    });
  });

  it("the order of the register makes no difference", () => {
    law(anyRegister, (register) => {
      const one = assessRisks(register, { asOf: AS_OF, currency: "EUR" });
      const turned = { ...register, risks: [...register.risks].reverse() };
      const other = assessRisks(turned, { asOf: AS_OF, currency: "EUR" });
      expect(other.rows).toEqual(one.rows);
      expect(other.figures.map(({ value }) => value)).toEqual(one.figures.map(({ value }) => value));
      expect(other.levels).toEqual(one.levels);
    });
  });

  it("the whole is the sum of its parts, and an assessment is plain data", () => {
    law(anyRegister, (register) => {
      const assessment = assessRisks(register, { asOf: AS_OF, currency: "EUR" });
      expect(JSON.parse(JSON.stringify(assessment))).toEqual(assessment);
      const none = { kind: "none", reason: "nothing-priced" };
      const sides = (["threat", "opportunity"] as const).map((type) => {
        const own = assessment.rows.filter((row) => row.type === type);
        const sum = sumMoney(
          own.flatMap(({ exposure }) => (exposure ? [exposure] : [])),
          "EUR",
        );
        const part = sum.amount === "0" && own.some(({ exposure }) => exposure === undefined) ? none : sum;
        expect(figureOf(assessment.figures, `${type}-exposure`)).toEqual(part);
        return part;
      });
      const values = assessment.rows.flatMap(({ expectedValue }) => (expectedValue ? [expectedValue] : []));
      expect(figureOf(assessment.figures, "expected-monetary-value")).toEqual(
        sides.includes(none) ? none : sumMoney(values, "EUR"),
      );
      const { pricedThreats, unpricedThreats, pricedOpportunities, unpricedOpportunities } = assessment;
      expect(pricedThreats + unpricedThreats + pricedOpportunities + unpricedOpportunities).toBe(
        assessment.rows.length,
      );
      const { rows, drafts, occurred, closed } = assessment;
      expect(rows.length + drafts.length + occurred.length + closed.length).toBe(register.risks.length);
    });
  });

  it("a risk of probability zero changes no figure of money", () => {
    law(anyRegister, (register) => {
      const more = { ...register, risks: [...register.risks, valued("zero", 0, "5000")] };
      const moneyOf = (of: RiskRegister): unknown =>
        assessRisks(of, { asOf: AS_OF, currency: "EUR" })
          .figures.filter((one) => one.of === undefined)
          .map(({ value }) => value);
      expect(moneyOf(more)).toEqual(moneyOf(register));
    });
  });

  it("every figure can be worked through again from its input, by its id", () => {
    law(
      anyRegister,
      (register) => {
        for (const one of assessRisks(register, { asOf: AS_OF, currency: "EUR" }).figures) {
          const formula = RISK_FORMULAS.find(({ id }) => id === one.id);
          expect(explain(formula as never, one.input as never).value).toEqual(one.value);
        }
      },
      50,
    );
  });
});
