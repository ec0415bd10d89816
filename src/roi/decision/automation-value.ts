import * as z from "zod";

import { type Decimal, moneyOf, numberOf } from "../../foundation/decimal/index.js";
import type { NoAnswer, Path } from "../../foundation/errors/index.js";
import { formula, type Formula, type Note } from "../../foundation/explain/index.js";
import { contained } from "../../foundation/guard/index.js";
import { type Money, NonNegativeMoney } from "../../foundation/money/index.js";
import { parse, rule, schema } from "../../foundation/schema/index.js";
import { DiscountRate } from "../flows/cash-flow.js";
import { demandNonNegative } from "../flows/non-negative-amount.js";
import { annuityFactor, annuityOf, PeriodCount } from "../value/annuity-factor.js";
import {
  AUTOMATION_SOURCE,
  automationSaving,
  type AutomationSavingInput,
  sameAutomationCurrency,
  SAVING_UNITS,
  savingFields,
  savingOf,
} from "./automation-saving.js";

/** Input of {@link automationPayback}. */
export interface AutomationPaybackInput extends AutomationSavingInput {
  /** What the automation costs to build; zero or above, same currency. */
  readonly buildCost: Money;
}

/** Input of {@link automationNetPresentValue}. */
export interface AutomationNetPresentValueInput extends AutomationPaybackInput {
  /** Discount rate for one year; 0.1 is 10 %. Above −1. */
  readonly rate: number;
  /** How many years it runs; a whole number from 1 to 10 000. */
  readonly years: number;
}

/** Reads an {@link AutomationPaybackInput}. */
export const AutomationPaybackInput: z.ZodType<AutomationPaybackInput> = /* @__PURE__ */ schema(() =>
  z.strictObject(automationFields()).check(rule(sameAutomationCurrency)),
);

/** Reads an {@link AutomationNetPresentValueInput}. */
export const AutomationNetPresentValueInput: z.ZodType<AutomationNetPresentValueInput> = /* @__PURE__ */ schema(() =>
  z.strictObject({ ...automationFields(), rate: DiscountRate, years: PeriodCount }).check(rule(sameAutomationCurrency)),
);

/**
 * Automation payback: the years after which the saving has paid for building the automation.
 *
 * @param input - as that of `automationSaving`, with `buildCost`, money of the same currency, zero or above
 * @returns years, with a fraction; 0 when it costs nothing to build; no answer `never-pays-back` when there is no saving
 * @throws DomainError `out-of-range` for a number or an amount below zero, a probability above 1, or a saving that
 *   reaches 1e24 in size
 * @throws DomainError `currency-mismatch` when the currencies differ
 * @source Mary C. Lacity, Leslie P. Willcocks, Service Automation: Robots and the Future of Work, the business case for
 *   automation
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { automationPayback } from "golive-kit/roi";
 *
 * automationPayback({
 *   runsPerYear: 1200,
 *   minutesPerRun: 15,
 *   costPerHour: money("40", "EUR"),
 *   runCostPerYear: money("2000", "EUR"),
 *   failureProbability: 0.01,
 *   errorCost: money("150", "EUR"),
 *   buildCost: money("20500", "EUR"),
 * }); // => 2.5
 * ```
 *
 * @function
 */
export const automationPayback: Formula<AutomationPaybackInput, number | NoAnswer<"never-pays-back">> =
  /* @__PURE__ */ formula({
    id: "roi.automation-payback",
    title: "Automation payback",
    unit: "years",
    units: { ...SAVING_UNITS, buildCost: "money" },
    outcomes: { "never-pays-back": "buildCost > 0 and saving ≤ 0" },
    source: [AUTOMATION_SOURCE],
    compute(input: AutomationPaybackInput, note) {
      const { saved, build } = noteSaving(input, note);
      if (build.gt(0) && saved.lte(0)) return note.none("never-pays-back");
      const years = build.isZero() ? 0 : numberOf(build.div(saved), "payback");
      return note("payback", "if(buildCost = 0, 0, buildCost ÷ saving)", years);
    },
  });

/**
 * Automation net present value: what an automation is worth over the years it runs, its failures counted.
 *
 * It is built now, and saves the same at the end of each year. With a failure probability of 0 it is the value before
 * risk.
 *
 * @param input - as that of {@link automationPayback}, with `rate` for a year, above −1, and `years`, a whole number from
 *   1 to 10 000
 * @returns money; above zero when it earns more than the rate
 * @throws DomainError `out-of-range` for a number or an amount below zero, a probability above 1, a rate of −1 or below,
 *   other years, or a value that reaches 1e24 in size
 * @throws DomainError `currency-mismatch` when the currencies differ
 * @source Mary C. Lacity, Leslie P. Willcocks, Service Automation: Robots and the Future of Work, the business case for
 *   automation
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { automationNetPresentValue } from "golive-kit/roi";
 *
 * automationNetPresentValue({
 *   runsPerYear: 1200,
 *   minutesPerRun: 15,
 *   costPerHour: money("40", "EUR"),
 *   runCostPerYear: money("2000", "EUR"),
 *   failureProbability: 0,
 *   errorCost: money("150", "EUR"),
 *   buildCost: money("10000", "EUR"),
 *   rate: 0.25,
 *   years: 2,
 * }).amount; // => "4400"
 * ```
 *
 * @function
 */
export const automationNetPresentValue: Formula<AutomationNetPresentValueInput, Money> = /* @__PURE__ */ formula({
  id: "roi.automation-net-present-value",
  title: "Automation net present value",
  unit: "money",
  units: { ...SAVING_UNITS, buildCost: "money", rate: "ratio", years: "count" },
  source: [AUTOMATION_SOURCE],
  compute(input: AutomationNetPresentValueInput, note) {
    const { rate, years } = input;
    const { saved, build } = noteSaving(input, note);
    const annuity = annuityOf(rate, years, "years");
    note.figure("annuity", annuityFactor, { rate, periods: years });
    const npv = moneyOf(saved.times(annuity).minus(build), input.costPerHour.currency, "npv");
    return note("npv", "saving × annuity − buildCost", npv);
  },
});

/**
 * Reads the input of {@link automationPayback} from outside data.
 *
 * @param data - that of `automationSaving`, with `buildCost`
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { automationPayback, parseAutomationPaybackInput } from "golive-kit/roi";
 *
 * const input = parseAutomationPaybackInput({
 *   runsPerYear: 60,
 *   minutesPerRun: 10,
 *   costPerHour: { amount: "30", currency: "EUR" },
 *   runCostPerYear: { amount: "100", currency: "EUR" },
 *   failureProbability: 0,
 *   errorCost: { amount: "0", currency: "EUR" },
 *   buildCost: { amount: "500", currency: "EUR" },
 * });
 *
 * automationPayback(input); // => 2.5
 * ```
 */
export function parseAutomationPaybackInput(data: unknown): AutomationPaybackInput {
  return contained("automation payback", () => parse(AutomationPaybackInput, data, "automation payback"));
}

/**
 * Reads the input of {@link automationNetPresentValue} from outside data.
 *
 * @param data - that of {@link automationPayback}, with `rate` and `years`
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { automationNetPresentValue, parseAutomationNetPresentValueInput } from "golive-kit/roi";
 *
 * const input = parseAutomationNetPresentValueInput({
 *   runsPerYear: 60,
 *   minutesPerRun: 10,
 *   costPerHour: { amount: "30", currency: "EUR" },
 *   runCostPerYear: { amount: "100", currency: "EUR" },
 *   failureProbability: 0,
 *   errorCost: { amount: "0", currency: "EUR" },
 *   buildCost: { amount: "500", currency: "EUR" },
 *   rate: 0,
 *   years: 4,
 * });
 *
 * automationNetPresentValue(input).amount; // => "300"
 * ```
 */
export function parseAutomationNetPresentValueInput(data: unknown): AutomationNetPresentValueInput {
  return contained("automation net present value", () =>
    parse(AutomationNetPresentValueInput, data, "automation net present value"),
  );
}

/** The fields of a task with what its automation costs, as schemas. */
export function automationFields() {
  return { ...savingFields(), buildCost: NonNegativeMoney };
}

/** Asks for a task and its automation; `path` is where it stands. */
export function demandAutomation(
  input: AutomationPaybackInput,
  currency: string,
  path: Path = [],
): { readonly saved: Decimal; readonly build: Decimal } {
  const { saved } = savingOf(input, currency, path);
  return { saved, build: demandNonNegative(currency, input.buildCost, "buildCost", [...path, "buildCost"]) };
}

/** Writes down the saving as a figure of its own, and asks for the cost of building. */
function noteSaving(input: AutomationPaybackInput, note: Note): { readonly saved: Decimal; readonly build: Decimal } {
  const { runsPerYear, minutesPerRun, costPerHour, runCostPerYear, failureProbability, errorCost } = input;
  const amounts = demandAutomation(input, costPerHour.currency);
  note.figure("saving", automationSaving, {
    runsPerYear,
    minutesPerRun,
    costPerHour,
    runCostPerYear,
    failureProbability,
    errorCost,
  });
  return amounts;
}
