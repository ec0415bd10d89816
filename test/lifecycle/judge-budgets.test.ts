import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { type CivilDate, civilDateOf } from "../../src/foundation/guard/index.js";
import { type Money, money, subtractMoney, sumMoney } from "../../src/foundation/money/index.js";
import { type Budget, judgeBudgets, type JudgeBudgetsOptions } from "../../src/lifecycle/index.js";
import { faults } from "../kit/caught.js";
import { law } from "../kit/laws.js";

type Given = Omit<Budget, "title">;
const eur = (amount: string): Money => money(amount, "EUR");
const budget = (id: string, original: string, actual: string, changeOrders: Given["changeOrders"] = []): Given => ({
  id,
  original: eur(original),
  changeOrders,
  actuals: [{ amount: eur(actual) }],
});
const order = (amount: string, date: CivilDate, status: Given["changeOrders"][number]["status"] = "approved") => ({
  amount: eur(amount),
  date,
  status,
});
const AS_OF: JudgeBudgetsOptions = { asOf: "2026-03-31" };

describe("judgeBudgets", () => {
  const budgets = [
    budget("design", "50000", "48750.50"),
    budget("build", "120000", "131200", [order("15000", "2026-02-10"), order("9000", "2026-03-01", "pending")]),
    budget("rollout", "80000", "84000", [order("-4000", "2026-01-20"), order("7500", "2026-04-15")]),
  ];

  it("counts the changes that were approved by then", () => {
    const judged = judgeBudgets(budgets, AS_OF);
    expect(
      judged.budgets.map(({ id, approvedBudget, overrun, standing }) => [
        id,
        approvedBudget.amount,
        overrun.amount,
        standing,
      ]),
    ).toEqual([
      ["design", "50000", "-1249.5", "on-budget"],
      ["build", "135000", "-3800", "on-budget"],
      ["rollout", "76000", "8000", "over-budget"],
    ]);
    expect(judged.total).toEqual({
      approvedBudget: eur("261000"),
      actualCost: eur("263950.5"),
      variance: eur("-2950.5"),
      varianceRatio: -0.011304597701149425,
      overrun: eur("2950.5"),
      overrunRatio: 0.011304597701149425,
    });
    expect(judged.onBudgetShare).toBe(2 / 3);
    expect(judged.meanOverrunRatio).toBeCloseTo(0.0173750032488629, 15);
  });

  it("gives the figures of the whole with what went in", () => {
    const { figures } = judgeBudgets(budgets, AS_OF);
    expect(figures.map(({ id, value }) => [id, value])).toEqual([
      ["lifecycle.on-budget-share", 2 / 3],
      ["lifecycle.budget-variance", eur("-2950.5")],
      ["lifecycle.budget-overrun", eur("2950.5")],
      ["lifecycle.budget-overrun-ratio", 0.011304597701149425],
    ]);
    expect(figures[1]?.input).toEqual({ approvedBudget: eur("261000"), actualCost: eur("263950.5") });
  });

  it("does not see later changes and costs", () => {
    const dated: Given = {
      ...budget("a", "100", "0"),
      actuals: [
        { amount: eur("60"), on: "2026-03-31" },
        { amount: eur("60"), on: "2026-04-01" },
      ],
    };
    expect(judgeBudgets([dated], AS_OF).budgets[0]?.actualCost).toEqual(eur("60"));
    expect(judgeBudgets([dated], { asOf: "2026-04-01" }).budgets[0]?.standing).toBe("over-budget");
    expect(judgeBudgets([budgets[2] as Given], { asOf: "2026-04-15" }).budgets[0]?.approvedBudget).toEqual(
      eur("83500"),
    );
  });

  it.each([
    { actual: "115", toleranceRatio: 0.15, standing: "on-budget" },
    { actual: "115.000000000001", toleranceRatio: 0.15, standing: "over-budget" },
    { actual: "100", toleranceRatio: 0, standing: "on-budget" },
    { actual: "100.01", toleranceRatio: 0, standing: "over-budget" },
  ])(
    "100 spent as $actual with a tolerance of $toleranceRatio is $standing",
    ({ actual, toleranceRatio, standing }) => {
      expect(judgeBudgets([budget("a", "100", actual)], { ...AS_OF, toleranceRatio }).budgets[0]?.standing).toBe(
        standing,
      );
    },
  );

  it("judges budgets of zero, or leaves them out", () => {
    const zeros = [budget("free", "0", "0"), budget("unplanned", "0", "10"), budget("planned", "10", "5")];
    const judged = judgeBudgets(zeros, AS_OF);
    expect(judged.budgets.map(({ standing }) => standing)).toEqual(["on-budget", "over-budget", "on-budget"]);
    expect(judged.budgets[0]?.overrunRatio).toEqual({ kind: "none", reason: "zero-budget" });
    expect(judged.meanOverrunRatio).toBe(-0.5);
    expect(judged.onBudgetShare).toBe(2 / 3);
    const excluded = judgeBudgets(zeros, { ...AS_OF, zeroBudgets: "exclude" });
    expect(excluded.budgets.map(({ standing }) => standing)).toEqual(["excluded", "excluded", "on-budget"]);
    expect(excluded.onBudgetShare).toBe(1);
    expect(excluded.total).toEqual(judged.total);
  });

  it("has no answers without budgets", () => {
    const none = { kind: "none", reason: "no-budgets" };
    expect(judgeBudgets([], AS_OF)).toEqual({
      budgets: [],
      total: none,
      meanOverrunRatio: { kind: "none", reason: "zero-budget" },
      onBudgetShare: none,
      figures: [{ id: "lifecycle.on-budget-share", value: none, input: { onBudget: 0, overBudget: 0 } }],
    });
  });

  const usd = (amount: string): Money => money(amount, "USD");
  it.each([
    { fault: "duplicate-id budgets.1.id", input: [budget("a", "1", "1"), budget("a", "1", "1")] },
    { fault: "out-of-range budgets.0", input: [budget("a", "1", "1", [order("-2", "2026-01-01")])] },
    { fault: "out-of-range budgets.0.original", input: [budget("a", "-1", "1")] },
    {
      fault: "currency-mismatch budgets.1.original.currency",
      input: [budget("a", "1", "1"), { ...budget("b", "1", "1"), original: usd("1") }],
    },
    {
      fault: "currency-mismatch budgets.0.actuals.0.amount.currency",
      input: [{ ...budget("a", "1", "1"), actuals: [{ amount: usd("1") }] }],
    },
    {
      fault: "currency-mismatch budgets.0.changeOrders.0.amount.currency",
      input: [budget("a", "1", "1", [{ ...order("1", "2026-01-01"), amount: usd("1") }])],
    },
    {
      fault: "invalid-date budgets.0.changeOrders.0.date",
      input: [budget("a", "1", "1", [order("1", "2026-02-30" as CivilDate)])],
    },
    {
      fault: "out-of-range budgets.0.changeOrders.0.status",
      input: [budget("a", "1", "1", [order("1", "2026-02-03", "open" as never)])],
    },
    {
      fault: "invalid-date budgets.0.actuals.0.on",
      input: [{ ...budget("a", "1", "1"), actuals: [{ amount: eur("1"), on: "2026-2-3" as CivilDate }] }],
    },
  ])("refuses $fault", ({ fault, input }) => {
    expect(faults(() => judgeBudgets(input, AS_OF))).toEqual([fault]);
  });

  it.each([
    { fault: "invalid-date asOf", options: { asOf: "2026-02-30" as CivilDate } },
    { fault: "out-of-range toleranceRatio", options: { ...AS_OF, toleranceRatio: -0.1 } },
    { fault: "not-finite toleranceRatio", options: { ...AS_OF, toleranceRatio: Infinity } },
    { fault: "out-of-range zeroBudgets", options: { ...AS_OF, zeroBudgets: "ignore" as never } },
  ])("refuses $fault of the options", ({ fault, options }) => {
    expect(faults(() => judgeBudgets([], options))).toEqual([fault]);
  });
});

describe("laws", () => {
  const cents = (min: number) => fc.integer({ min, max: 1e7 }).map((n) => (n / 100).toFixed(2));
  const day = fc.integer({ min: 20_500, max: 20_600 }).map((n) => civilDateOf(n));
  const orders = fc.array(
    fc.record({
      amount: cents(0).map(eur),
      date: day,
      status: fc.constantFrom("approved" as const, "rejected" as const, "pending" as const),
    }),
    { maxLength: 4 },
  );
  const costs = fc.array(fc.record({ amount: cents(0).map(eur), on: day }), { maxLength: 4 });
  const some = fc
    .array(fc.record({ original: cents(0).map(eur), changeOrders: orders, actuals: costs }), {
      minLength: 1,
      maxLength: 6,
    })
    .map((all) => all.map((one, i): Given => ({ id: String(i), ...one })));

  it("the whole is the sum of the parts", () => {
    law(fc.tuple(some, day), ([all, asOf]) => {
      const { budgets, total } = judgeBudgets(all, { asOf });
      const sum = (pick: "approvedBudget" | "actualCost" | "variance" | "overrun") =>
        sumMoney(budgets.map((row) => row[pick]));
      expect(total).toMatchObject({
        approvedBudget: sum("approvedBudget"),
        actualCost: sum("actualCost"),
        variance: sum("variance"),
        overrun: sum("overrun"),
      });
    });
  });

  it("gives the same answer when what came after is erased", () => {
    law(fc.tuple(some, day), ([all, asOf]) => {
      const erased = all.map((one) => ({
        ...one,
        changeOrders: one.changeOrders.filter(({ date, status }) => date <= asOf && status === "approved"),
        actuals: one.actuals.filter(({ on }) => on === undefined || on <= asOf),
      }));
      expect(judgeBudgets(erased, { asOf })).toEqual(judgeBudgets(all, { asOf }));
    });
  });

  it("a budget that is over by no cent holds, and by one cent does not", () => {
    law(fc.tuple(cents(1), day), ([amount, asOf]) => {
      const more = sumMoney([eur(amount), eur("0.01")]);
      const judge = (actual: string) => judgeBudgets([budget("a", amount, actual)], { asOf }).budgets[0];
      expect(judge(amount)?.standing).toBe("on-budget");
      expect(judge(more.amount)?.standing).toBe("over-budget");
      expect(judge(more.amount)?.overrun).toEqual(subtractMoney(more, eur(amount)));
    });
  });
});
