import { expect, it } from "vitest";

import { faults } from "../kit/caught.js";
import { parseBudget, parseBudgetVarianceInput } from "../../src/lifecycle/index.js";
import { parseResidualExposureInput } from "../../src/risk/index.js";

const eur = { amount: "100", currency: "EUR" };
const usd = { amount: "1", currency: "USD" };

it("a budget, its changes and its costs are of one currency", () => {
  const changeOrders = [{ amount: usd, date: "2026-01-01", status: "approved" }];
  const budget = { id: "b", title: "B", original: eur, changeOrders, actuals: [{ amount: eur }, { amount: usd }] };
  expect(faults(() => parseBudget(budget))).toEqual([
    "currency-mismatch changeOrders.0.amount.currency",
    "currency-mismatch actuals.1.amount.currency",
  ]);
});

it("the figures of a budget are read in one currency", () => {
  expect(faults(() => parseBudgetVarianceInput({ approvedBudget: eur, actualCost: usd }))).toEqual([
    "currency-mismatch actualCost.currency",
  ]);
});

it("a residual exposure is read in its currency, with as many impacts as probabilities", () => {
  const input = {
    threatProbabilities: [0.5],
    threatImpacts: [usd],
    opportunityProbabilities: [0.5, 0.5],
    opportunityImpacts: [eur],
    currency: "EUR",
  };
  expect(faults(() => parseResidualExposureInput(input))).toEqual([
    "currency-mismatch threatImpacts.0.currency",
    "inconsistent opportunityImpacts",
  ]);
});
