import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { explain, renderExplanation } from "../../../src/foundation/explain/index.js";
import { money, multiplyMoney } from "../../../src/foundation/money/index.js";
import { parseReturnOnInvestmentInput, returnOnInvestment } from "../../../src/roi/index.js";
import { caught, faults } from "../../kit/caught.js";
import { keepsFormulaLaws } from "../../kit/formula-laws.js";
import { law } from "../../kit/laws.js";

const of = (benefit: string, cost: string): number =>
  returnOnInvestment({ totalBenefit: money(benefit, "USD"), totalCost: money(cost, "USD") });

describe("returnOnInvestment", () => {
  it.each([
    ["100000", "50000", 1],
    ["60000", "80000", -0.25],
    ["0", "80000", -1],
    ["0.3", "0.3", 0],
    ["1000", "300", 7 / 3],
    ["-50", "100", -1.5],
  ])("of %s gained for %s spent is %s", (benefit, cost, roi) => {
    expect(of(benefit, cost)).toBe(roi);
  });

  it("shows its working", () => {
    const input = { totalBenefit: money("100000", "USD"), totalCost: money("50000", "USD") };
    expect(renderExplanation(explain(returnOnInvestment, input)).split("\n")).toEqual([
      "Return on investment = 1",
      "  given",
      "    totalBenefit = 100000 USD",
      "    totalCost    = 50000 USD",
      "  worked out",
      "    netBenefit = totalBenefit − totalCost = 100000 USD − 50000 USD = 50000 USD",
      "    roi = netBenefit ÷ totalCost = 50000 USD ÷ 50000 USD = 1",
      "  source: Implementation and Upgrade Services: A Deep Dive, Return on Investment (ROI) Calculation",
    ]);
  });

  it("is refused without a cost to measure by", () => {
    expect(faults(() => of("100", "0"))).toEqual(["zero-divisor totalCost"]);
    expect(faults(() => of("100", "-5"))).toEqual(["out-of-range totalCost"]);
    expect(caught(() => of("100", "-5")).details).toEqual({
      subject: "totalCost",
      path: ["totalCost"],
      expected: "above zero",
      received: '"-5"',
    });
  });

  it("does not mix currencies", () => {
    const run = (): number => returnOnInvestment({ totalBenefit: money("1", "EUR"), totalCost: money("1", "USD") });
    expect(caught(run).code).toBe("currency-mismatch");
    expect(caught(run).details).toMatchObject({ path: ["totalBenefit", "currency"], currencies: ["USD", "EUR"] });
  });

  it("reads outside data, all faults at once", () => {
    const data = {
      totalBenefit: { amount: "1,000", currency: "EUR" },
      totalCost: { amount: "-1", currency: "euro" },
      x: 1,
    };
    expect([...faults(() => parseReturnOnInvestmentInput(data))].sort()).toEqual([
      "invalid-format totalBenefit.amount",
      "invalid-format totalCost.currency",
      "unknown-key x",
    ]);
  });

  it("reads no input that it would refuse", () => {
    const euros = (amount: string) => ({ amount, currency: "EUR" });
    const read = (totalBenefit: object, totalCost: object) => (): unknown =>
      parseReturnOnInvestmentInput({ totalBenefit, totalCost });
    expect(faults(read(euros("1"), euros("0.00")))).toEqual(["zero-divisor totalCost"]);
    expect(faults(read(euros("1"), { amount: "1", currency: "USD" }))).toEqual([
      "currency-mismatch totalBenefit.currency",
    ]);
    expect(read(euros("-1"), euros("0.01"))()).toEqual({ totalBenefit: euros("-1"), totalCost: euros("0.01") });
  });
});

describe("laws", () => {
  const cents = fc.integer({ min: 1, max: 1_000_000_000 }).map((amount) => money(amount / 100, "EUR"));
  const input = fc.record({ totalBenefit: cents, totalCost: cents });

  it("its words and its code agree", () => {
    keepsFormulaLaws(returnOnInvestment, input);
  });

  it("does not change with the unit of money", () => {
    law(fc.tuple(input, fc.integer({ min: 2, max: 1000 })), ([{ totalBenefit, totalCost }, factor]) => {
      const scaled = {
        totalBenefit: multiplyMoney(totalBenefit, factor),
        totalCost: multiplyMoney(totalCost, factor),
      };
      expect(returnOnInvestment(scaled)).toBe(returnOnInvestment({ totalBenefit, totalCost }));
    });
  });
});
