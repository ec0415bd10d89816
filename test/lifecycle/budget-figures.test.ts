import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { explain } from "../../src/foundation/explain/index.js";
import { type Money, money, sumMoney } from "../../src/foundation/money/index.js";
import {
  budgetOverrun,
  budgetOverrunRatio,
  budgetVariance,
  budgetVarianceRatio,
  parseBudgetOverrunInput,
  parseBudgetOverrunRatioInput,
  parseBudgetVarianceInput,
  parseBudgetVarianceRatioInput,
} from "../../src/lifecycle/index.js";
import { faults } from "../kit/caught.js";
import { keepsFormulaLaws } from "../kit/formula-laws.js";
import { law } from "../kit/laws.js";

const eur = (amount: string): Money => money(amount, "EUR");
const of = (approved: string, actual: string) => ({ approvedBudget: eur(approved), actualCost: eur(actual) });
const FIGURES = [budgetVariance, budgetVarianceRatio, budgetOverrun, budgetOverrunRatio].map((figure) => ({
  id: figure.id,
  figure,
}));

describe("figures of one budget", () => {
  it.each([
    { approved: "50000", actual: "52500", variance: "-2500", overrun: "2500", ratio: 0.05 },
    { approved: "120000", actual: "118200.50", variance: "1799.5", overrun: "-1799.5", ratio: -0.014995833333333333 },
    { approved: "0.30", actual: "0.30", variance: "0", overrun: "0", ratio: 0 },
    { approved: "100", actual: "-10", variance: "110", overrun: "-110", ratio: -1.1 },
    { approved: "1099.99", actual: "1100", variance: "-0.01", overrun: "0.01", ratio: 9.090991736288513e-6 },
  ])("$actual of $approved", ({ approved, actual, variance, overrun, ratio }) => {
    const input = of(approved, actual);
    expect(budgetVariance(input)).toEqual(eur(variance));
    expect(budgetOverrun(input)).toEqual(eur(overrun));
    expect(budgetOverrunRatio(input)).toBe(ratio);
    expect(budgetVarianceRatio(input)).toBe(ratio === 0 ? 0 : -ratio);
  });

  it("has no ratio to a budget of zero", () => {
    const none = { kind: "none", reason: "zero-budget" };
    expect(budgetOverrunRatio(of("0", "10"))).toEqual(none);
    expect(budgetVarianceRatio(of("0", "0"))).toEqual(none);
    expect(budgetVariance(of("0", "10"))).toEqual(eur("-10"));
  });

  it.each(FIGURES)("refuses a budget below zero and two currencies: $id", ({ figure }) => {
    expect(faults(() => figure(of("-1", "1")))).toEqual(["out-of-range approvedBudget"]);
    const mixed = { approvedBudget: eur("1"), actualCost: money("1", "USD") };
    expect(faults(() => figure(mixed))).toEqual(["currency-mismatch actualCost.currency"]);
  });

  it.each([
    { parse: parseBudgetVarianceInput },
    { parse: parseBudgetVarianceRatioInput },
    { parse: parseBudgetOverrunInput },
    { parse: parseBudgetOverrunRatioInput },
  ])("$parse.name reads amounts and names every fault", ({ parse }) => {
    const amounts = {
      approvedBudget: { amount: 120, currency: "EUR" },
      actualCost: { amount: "100.50", currency: "EUR" },
    };
    expect(parse(amounts)).toEqual(of("120", "100.5"));
    const bad = { approvedBudget: { amount: "-1", currency: "EUR" }, actualCost: { amount: "1e3", currency: "EUR" } };
    expect(faults(() => parse(bad))).toContain("invalid-format actualCost.amount");
    expect(faults(() => parse({ ...bad, actualCost: amounts.actualCost }))).toEqual([
      "out-of-range approvedBudget.amount",
    ]);
  });
});

describe("explain", () => {
  it("shows the working of the overrun ratio", () => {
    const { steps, value } = explain(budgetOverrunRatio, of("100", "115"));
    expect(steps).toEqual([
      {
        kind: "calculated",
        symbol: "overrun",
        expression: "actualCost − approvedBudget",
        substituted: "115 EUR − 100 EUR",
        value: eur("15"),
      },
      {
        kind: "calculated",
        symbol: "ratio",
        expression: "overrun ÷ approvedBudget",
        substituted: "15 EUR ÷ 100 EUR",
        value: 0.15,
      },
    ]);
    expect(value).toBe(0.15);
  });

  it("says why there is no ratio", () => {
    expect(explain(budgetVarianceRatio, of("0", "1")).steps.at(-1)).toMatchObject({
      kind: "outcome",
      reason: "zero-budget",
      condition: "approvedBudget = 0",
    });
  });
});

describe("laws", () => {
  const cents = (min: number) => fc.integer({ min, max: 1e9 }).map((n) => eur((n / 100).toFixed(2)));
  const input = fc.record({ approvedBudget: fc.oneof(cents(0), fc.constant(eur("0"))), actualCost: cents(-1e9) });

  it.each(FIGURES)("the words say what the code does: $id", ({ figure }) => {
    keepsFormulaLaws(figure as typeof budgetOverrunRatio, input);
  });

  it("variance and overrun are one distance with two signs", () => {
    law(input, (given) => {
      expect(sumMoney([budgetVariance(given), budgetOverrun(given)]).amount).toBe("0");
      expect(sumMoney([given.actualCost, budgetVariance(given)])).toEqual(given.approvedBudget);
    });
  });
});
