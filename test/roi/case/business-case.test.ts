import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { explain, type Formula, type Quantity, renderExplanation } from "../../../src/foundation/explain/index.js";
import { type Money, money, subtractMoney, sumMoney } from "../../../src/foundation/money/index.js";
import {
  assessBusinessCase,
  BENEFIT_KINDS,
  type BenefitLine,
  type BusinessCase,
  COST_KINDS,
  type CostLine,
  netPresentValue,
  parseBusinessCase,
  PERIOD_LENGTHS,
  ROI_FORMULAS,
  TIMINGS,
} from "../../../src/roi/index.js";
import { faults } from "../../kit/caught.js";
import { law } from "../../kit/laws.js";
import { euros } from "../flows.js";

const THIRD = "33333.333333333333";

const licences: CostLine = { id: "licences", title: "Licences", kind: "direct", amounts: euros(30_000) };
const hours: BenefitLine = {
  id: "hours",
  title: "Hours saved",
  kind: "efficiency",
  amounts: euros(0, THIRD, THIRD, "33333.333333333334"),
};

/** 50 000 spent now; 100 000 gained evenly over the three years that follow. */
const example: BusinessCase = {
  currency: "EUR",
  discountRate: 0.1,
  timing: "start",
  periodLength: "year",
  costs: [licences, { id: "staff", title: "Time of staff", kind: "indirect", amounts: euros(20_000) }],
  benefits: [hours],
};

const figuresOf = (businessCase: BusinessCase): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    assessBusinessCase(businessCase)
      .figures.filter(({ of }) => of === undefined)
      .map(({ id, value }) => [id.replace("roi.", ""), value]),
  );

describe("assessBusinessCase", () => {
  it("works out the published example", () => {
    expect(figuresOf(example)).toEqual({
      "return-on-investment": 1,
      "annualised-roi": 0.259_921_049_894_873_2,
      "average-annual-roi": 1 / 3,
      "effective-period-rate": 0.1,
      "net-present-value": money("32895.066366140746", "EUR"),
      "discounted-return-on-investment": 0.657_901_327_322_814_9,
      "internal-rate-of-return": 0.446_311_514_146_237_8,
      "effective-annual-rate": 0.446_311_514_146_237_8,
      payback: 1.5,
      "first-crossing": 1.5,
      "discounted-payback": 1.715,
      "maximum-exposure": money(50_000, "EUR"),
      "payback-shortfall": money(0, "EUR"),
      "profitability-index": 1.657_901_327_322_814_9,
      "benefit-cost-ratio": 1.657_901_327_322_814_9,
      "break-even-benefit-factor": 0.603_172_205_438_066_5,
      "break-even-cost-factor": 1.657_901_327_322_814_9,
      "margin-of-safety": 0.396_827_794_561_933_5,
    });
  });

  it("lists its periods", () => {
    const [first, second, , last] = assessBusinessCase(example).periods;
    expect(first).toEqual({
      period: 0,
      cost: money(50_000, "EUR"),
      benefit: money(0, "EUR"),
      net: money(-50_000, "EUR"),
      cumulative: money(-50_000, "EUR"),
      factor: 1,
      presentValue: money(-50_000, "EUR"),
      cumulativePresentValue: money(-50_000, "EUR"),
    });
    expect(second).toMatchObject({ cumulative: money("-16666.666666666667", "EUR"), cost: money(0, "EUR") });
    expect(second).toMatchObject({ factor: 1 / 1.1, presentValue: money("30303.030303030303", "EUR") });
    expect(last).toMatchObject({ period: 3, cumulative: money(50_000, "EUR") });
  });

  it("discounts months and quarters at the effective rate, and counts their years", () => {
    const quarterly = figuresOf({ ...example, periodLength: "quarter" });
    expect(quarterly["effective-period-rate"]).toBeCloseTo(0.024_113_689_084_445_1, 15);
    expect(quarterly["annualised-roi"]).toBeCloseTo(2 ** (4 / 3) - 1, 12);
    expect(quarterly["effective-annual-rate"]).toBeCloseTo(1.446_311_514_146_237_8 ** 4 - 1, 12);
    const monthly = figuresOf({ ...example, periodLength: "month", timing: "end" });
    expect(monthly["average-annual-roi"]).toBeCloseTo(3, 14);
  });

  it("leaves out what the case has no place for", () => {
    const once = { ...example, benefits: [] };
    expect(figuresOf(once)).not.toHaveProperty("annualised-roi");
    expect(figuresOf(once)).not.toHaveProperty("effective-annual-rate");
    expect(figuresOf(once)).toMatchObject({
      "return-on-investment": -1,
      payback: { kind: "none", reason: "never-pays-back" },
      "internal-rate-of-return": { kind: "none", reason: "no-rate" },
      "payback-shortfall": money(50_000, "EUR"),
    });
    const loss = { ...example, benefits: [{ ...hours, amounts: euros(0, -1) }] };
    expect(figuresOf(loss)).not.toHaveProperty("annualised-roi");
  });

  it.each([
    ["nothing spent", { costs: [] }, "zero-divisor totalCost"],
    ["nothing at all", { costs: [], benefits: [] }, "zero-divisor costs"],
    ["a cost below zero", { costs: [{ ...licences, amounts: euros(1, -1) }] }, "out-of-range costs.0.amounts.1"],
    ["an id twice", { costs: [licences, licences] }, "duplicate-id costs.1.id"],
    ["a rate of −1", { discountRate: -1 }, "out-of-range discountRate"],
    ["a rate in words", { discountRate: "10%" as unknown as number }, "wrong-type discountRate"],
    ["another length", { periodLength: "week" as "year" }, "out-of-range periodLength"],
    ["another currency", { currency: "USD" }, "currency-mismatch costs.0.amounts.0.currency"],
  ])("refuses %s", (_, part, fault) => {
    expect(faults(() => assessBusinessCase({ ...example, ...part }))).toEqual([fault]);
  });
});

describe("parseBusinessCase", () => {
  it("gives the case back, after JSON too", () => {
    expect(parseBusinessCase(JSON.parse(JSON.stringify(example)))).toEqual(example);
  });

  it("finds all faults at once", () => {
    const data = {
      ...example,
      discountRate: -1,
      timing: "now",
      periodLength: "week",
      costs: [licences, { ...licences, kind: "hidden", amounts: [{ amount: "-1", currency: "EUR" }] }],
      benefits: [{ ...hours, kind: "fame", title: "" }],
      note: "x",
    };
    expect([...faults(() => parseBusinessCase(data))].sort()).toEqual([
      "empty benefits.0.title",
      "out-of-range benefits.0.kind",
      "out-of-range costs.1.amounts.0.amount",
      "out-of-range costs.1.kind",
      "out-of-range discountRate",
      "out-of-range periodLength",
      "out-of-range timing",
      "unknown-key note",
    ]);
  });

  it("holds lines against each other", () => {
    expect(faults(() => parseBusinessCase({ ...example, costs: [licences, licences] }))).toEqual([
      "duplicate-id costs.1.id",
    ]);
    expect(faults(() => parseBusinessCase({ ...example, currency: "USD", benefits: [] }))).toEqual([
      "currency-mismatch costs.0.amounts.0.currency",
      "currency-mismatch costs.1.amounts.0.currency",
    ]);
    expect(faults(() => parseBusinessCase({ ...example, costs: [{ ...licences, amounts: euros(0, 0) }] }))).toEqual([
      "zero-divisor costs",
    ]);
    expect(
      faults(() => parseBusinessCase({ ...example, costs: [...example.costs, { ...licences, id: "x", amounts: [] }] })),
    ).toEqual(["empty costs.2.amounts"]);
  });
});

/** Thirty lines over sixty months. */
const large: BusinessCase = {
  ...example,
  periodLength: "month",
  costs: Array.from({ length: 15 }, (_, i) => ({
    id: `cost-${String(i)}`,
    title: `Cost ${String(i)}`,
    kind: COST_KINDS[i % 2] ?? "direct",
    amounts: Array.from({ length: 60 }, (_, k) => money(k === 0 ? 5000 : 100 + i, "EUR")),
  })),
  benefits: Array.from({ length: 15 }, (_, i) => ({
    id: `benefit-${String(i)}`,
    title: `Benefit ${String(i)}`,
    kind: BENEFIT_KINDS[i % 5] ?? "revenue",
    amounts: Array.from({ length: 60 }, (_, k) => money(k === 0 ? 0 : 220 + i + k / 4, "EUR")),
  })),
};

describe("explanations", () => {
  const formulas = new Map(ROI_FORMULAS.map((formula) => [formula.id, formula as unknown as Formula<object, unknown>]));
  const explained = (businessCase: BusinessCase) =>
    assessBusinessCase(businessCase).figures.map((figure) => {
      const formula = formulas.get(figure.id);
      if (formula === undefined) throw new Error(`not in the catalogue: ${figure.id}`);
      return { figure, explanation: explain(formula, figure.input) };
    });

  it("every figure of thirty lines over sixty months can be worked through from its input alone", () => {
    for (const { figure, explanation } of explained(JSON.parse(JSON.stringify(large)) as BusinessCase)) {
      expect(explanation.value, figure.id).toEqual(figure.value);
      expect(JSON.parse(JSON.stringify(explanation)), figure.id).toEqual(explanation);
      const text = renderExplanation(explanation);
      expect(text).not.toMatch(/\[object|undefined|NaN/);
      expect(text.split("\n").length, figure.id).toBeLessThan(90);
    }
  });

  it("shows the first rows and the last of a long table, and says how many are left out", () => {
    const [npv] = explained(large).filter(({ figure }) => figure.id === netPresentValue.id);
    if (npv === undefined) throw new Error("no net present value");
    const lines = renderExplanation(npv.explanation).split("\n");
    const rows = lines
      .filter((line) => /^ +\d+ +\d+ +-?\d/.test(line))
      .map((line) => Number(line.trim().split(/ +/)[0]));
    expect(rows).toEqual([...Array.from({ length: 22 }, (_, k) => k), 59]);
    expect(lines).toContain("    … 37 more rows …");
    expect(lines[3]).toContain("… 53 more …");
    const table = npv.explanation.steps[0];
    expect(table?.kind === "table" && table.rows.length).toBe(60);
  });

  it("the catalogue has each id once, and every headline figure", () => {
    expect(formulas.size).toBe(ROI_FORMULAS.length);
    expect([...formulas.keys()].every((id) => id.startsWith("roi."))).toBe(true);
  });
});

describe("laws", () => {
  const amounts = (least: number): fc.Arbitrary<readonly Money[]> =>
    fc
      .array(fc.integer({ min: least, max: 10_000_000 }), { minLength: 1, maxLength: 8 })
      .map((cents) => cents.map((amount) => money(amount / 100, "EUR")));
  const businessCase: fc.Arbitrary<BusinessCase> = fc
    .record({
      discountRate: fc.integer({ min: -20, max: 50 }).map((hundredths) => hundredths / 100),
      timing: fc.constantFrom(...TIMINGS),
      periodLength: fc.constantFrom(...PERIOD_LENGTHS),
      costs: fc.array(amounts(1), { minLength: 1, maxLength: 4 }),
      benefits: fc.array(amounts(-1_000_000), { maxLength: 4 }),
    })
    .map(({ costs, benefits, ...rest }) => ({
      ...rest,
      currency: "EUR",
      costs: costs.map((amounts, i) => ({ id: `c${String(i)}`, title: "Cost", kind: "direct" as const, amounts })),
      benefits: benefits.map((amounts, i) => ({
        id: `b${String(i)}`,
        title: "Gain",
        kind: "revenue" as const,
        amounts,
      })),
    }));

  it("survives JSON and parsing unchanged", () => {
    law(
      businessCase,
      (given) => {
        expect(parseBusinessCase(JSON.parse(JSON.stringify(given)))).toEqual(given);
        const assessment = assessBusinessCase(given);
        expect(JSON.parse(JSON.stringify(assessment))).toEqual(assessment);
      },
      50,
    );
  });

  it("its periods add up to its lines, and its balance to its periods", () => {
    law(
      businessCase,
      (given) => {
        const { periods } = assessBusinessCase(given);
        const all = (lines: BusinessCase["costs"] | BusinessCase["benefits"]): Money =>
          sumMoney(
            lines.flatMap(({ amounts = [] }) => amounts),
            "EUR",
          );
        const net = subtractMoney(all(given.benefits), all(given.costs));
        expect(sumMoney(periods.map(({ cost }) => cost))).toEqual(all(given.costs));
        expect(sumMoney(periods.map(({ net }) => net))).toEqual(net);
        expect(periods.at(-1)?.cumulative).toEqual(net);
        expect(periods.map(({ period }) => period)).toEqual(periods.map((_, k) => k));
      },
      50,
    );
  });

  it("does not change with the order of its lines", () => {
    law(
      businessCase,
      (given) => {
        const turned = { ...given, costs: [...given.costs].reverse(), benefits: [...given.benefits].reverse() };
        expect(assessBusinessCase(turned).periods).toEqual(assessBusinessCase(given).periods);
        expect(figuresOf(turned)).toEqual(figuresOf(given));
        expect([...assessBusinessCase(turned).lines].sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
          [...assessBusinessCase(given).lines].sort((a, b) => (a.id < b.id ? -1 : 1)),
        );
      },
      50,
    );
  });

  it("every input is flat: one value, or a list of values", () => {
    const isScalar = (value: unknown): boolean =>
      typeof value !== "object" || Object.keys(value as object).join() === "amount,currency";
    law(
      businessCase,
      (given) => {
        const inputs = assessBusinessCase(given).figures.flatMap(({ input }) => Object.values<Quantity>(input));
        expect(inputs.every((value) => (Array.isArray(value) ? value.every(isScalar) : isScalar(value)))).toBe(true);
      },
      50,
    );
  });
});
