import { describe, expect, it } from "vitest";

import { parseBudget } from "../../src/lifecycle/index.js";
import { faults } from "../kit/caught.js";

const eur = (amount: string | number) => ({ amount, currency: "EUR" });
const budget = {
  id: "B-1",
  title: "Training",
  original: eur("12000"),
  changeOrders: [{ amount: eur("1500"), date: "2026-02-10", status: "approved" }],
  actuals: [{ amount: eur("4250.5"), on: "2026-03-02" }, { amount: eur("-10") }],
};
const taking = (amount: string, date: string, status = "approved") => ({ amount: eur(amount), date, status });

describe("parseBudget", () => {
  it("reads what it writes, amounts in canonical text", () => {
    expect(parseBudget(JSON.parse(JSON.stringify(budget)))).toEqual(budget);
    expect(parseBudget({ ...budget, original: eur(12000) }).original.amount).toBe("12000");
  });

  it("lets changes of one day stand together", () => {
    const changeOrders = [taking("-12000", "2026-02-10"), taking("-1", "2026-02-10"), taking("1", "2026-02-10")];
    expect(parseBudget({ ...budget, changeOrders }).changeOrders).toHaveLength(3);
  });

  it.each([
    { fault: "out-of-range original.amount", data: { ...budget, original: eur("-1") } },
    { fault: "out-of-range changeOrders", data: { ...budget, changeOrders: [taking("-12000.01", "2026-02-10")] } },
    {
      fault: "out-of-range changeOrders",
      data: { ...budget, changeOrders: [taking("20000", "2026-02-11"), taking("-12001", "2026-02-10")] },
    },
    { fault: "invalid-date changeOrders.0.date", data: { ...budget, changeOrders: [taking("1", "2026-02-30")] } },
    {
      fault: "out-of-range changeOrders.0.status",
      data: { ...budget, changeOrders: [taking("1", "2026-02-03", "x")] },
    },
    { fault: "invalid-date actuals.0.on", data: { ...budget, actuals: [{ amount: eur("1"), on: "soon" }] } },
    { fault: "missing actuals", data: { ...budget, actuals: undefined } },
  ])("refuses $fault", ({ fault, data }) => {
    expect(faults(() => parseBudget(data))).toEqual([fault]);
  });

  it("does not count changes that are not approved", () => {
    const changeOrders = [taking("-99999", "2026-02-10", "rejected"), taking("-99999", "2026-02-10", "pending")];
    expect(parseBudget({ ...budget, changeOrders }).changeOrders).toHaveLength(2);
  });
});
