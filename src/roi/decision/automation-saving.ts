import * as z from "zod";

import { Decimal, decimalOfNumber, moneyOf, numberOf } from "../../foundation/decimal/index.js";
import type { Path } from "../../foundation/errors/index.js";
import { formula, type Formula } from "../../foundation/explain/index.js";
import { contained, demandAtLeast, demandBetween } from "../../foundation/guard/index.js";
import { type Money, NonNegativeMoney } from "../../foundation/money/index.js";
import { NonNegative, oneCurrency, parse, Probability, rule, schema } from "../../foundation/schema/index.js";
import { demandNonNegative } from "../flows/non-negative-amount.js";

/** Input of {@link savedHours}. */
export interface SavedHoursInput {
  /** How often the task is done in a year; zero or above. */
  readonly runsPerYear: number;
  /** Minutes of work that one run takes by hand; zero or above. */
  readonly minutesPerRun: number;
}

/** Input of {@link automationSaving}. */
export interface AutomationSavingInput extends SavedHoursInput {
  /** What an hour of that work costs; zero or above. */
  readonly costPerHour: Money;
  /** What the automation costs to run and to maintain in a year; zero or above, same currency. */
  readonly runCostPerYear: Money;
  /** How likely one automated run fails, from 0 to 1. */
  readonly failureProbability: number;
  /** What one failed run costs; zero or above, same currency. */
  readonly errorCost: Money;
}

/** Reads a {@link SavedHoursInput}. */
export const SavedHoursInput: z.ZodType<SavedHoursInput> = /* @__PURE__ */ schema(() => z.strictObject(effort()));

/** Reads an {@link AutomationSavingInput}. */
export const AutomationSavingInput: z.ZodType<AutomationSavingInput> = /* @__PURE__ */ schema(() =>
  z.strictObject(savingFields()).check(rule(sameAutomationCurrency)),
);

/** The source of the figures of automation. */
export const AUTOMATION_SOURCE = {
  work: "Mary C. Lacity, Leslie P. Willcocks, Service Automation: Robots and the Future of Work",
  place: "the business case for automation",
} as const;

/** The units of what the saving is made of. */
export const SAVING_UNITS = {
  runsPerYear: "count",
  minutesPerRun: "minutes",
  costPerHour: "money",
  runCostPerYear: "money",
  failureProbability: "probability",
  errorCost: "money",
} as const;

/**
 * Saved hours: the work in a year that an automated task no longer takes.
 *
 * @param input - `runsPerYear` and `minutesPerRun`, numbers of zero or above
 * @returns hours a year
 * @throws DomainError `out-of-range` for a number below zero, or hours beyond all numbers
 * @source Definition: runs times minutes, in hours
 *
 * @example
 * ```ts
 * import { savedHours } from "golive-kit/roi";
 *
 * savedHours({ runsPerYear: 1200, minutesPerRun: 15 }); // => 300
 * ```
 *
 * @function
 */
export const savedHours: Formula<SavedHoursInput, number> = /* @__PURE__ */ formula({
  id: "roi.saved-hours",
  title: "Saved hours",
  unit: "hours",
  units: { runsPerYear: "count", minutesPerRun: "minutes" },
  source: [{ work: "Definition", place: "runs times minutes, in hours" }],
  compute(input: SavedHoursInput, note) {
    return note("savedHours", "runsPerYear × minutesPerRun ÷ 60", numberOf(hoursOf(input), "savedHours"));
  },
});

/**
 * Automation saving: what an automated task saves in a year, after the cost of running it and of its failures.
 *
 * With a failure probability of 0 it is the saving before risk. An hour is a saving only where it is no longer paid for,
 * or is worked elsewhere.
 *
 * @param input - `runsPerYear` and `minutesPerRun`, numbers of zero or above; `failureProbability` of one run, from 0 to
 *   1; `costPerHour`, `runCostPerYear` and `errorCost` of a failed run, money of one currency, zero or above
 * @returns money a year; below zero when running it costs more than it saves
 * @throws DomainError `out-of-range` for a number or an amount below zero, a probability above 1, or a saving that
 *   reaches 1e24 in size
 * @throws DomainError `currency-mismatch` when the currencies differ
 * @source Mary C. Lacity, Leslie P. Willcocks, Service Automation: Robots and the Future of Work, the business case for
 *   automation
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { automationSaving } from "golive-kit/roi";
 *
 * automationSaving({
 *   runsPerYear: 1200,
 *   minutesPerRun: 15,
 *   costPerHour: money("40", "EUR"),
 *   runCostPerYear: money("2000", "EUR"),
 *   failureProbability: 0.01,
 *   errorCost: money("150", "EUR"),
 * }).amount; // => "8200"
 * ```
 *
 * @function
 */
export const automationSaving: Formula<AutomationSavingInput, Money> = /* @__PURE__ */ formula({
  id: "roi.automation-saving",
  title: "Automation saving",
  unit: "money",
  units: SAVING_UNITS,
  source: [AUTOMATION_SOURCE],
  compute(input: AutomationSavingInput, note) {
    const { runsPerYear, minutesPerRun } = input;
    const { currency } = input.costPerHour;
    const { labour, failures, saved } = savingOf(input);
    note.figure("savedHours", savedHours, { runsPerYear, minutesPerRun });
    note("labour", "savedHours × costPerHour", moneyOf(labour, currency, "labour"));
    note("failures", "runsPerYear × failureProbability × errorCost", moneyOf(failures, currency, "failures"));
    return note("saving", "labour − runCostPerYear − failures", moneyOf(saved, currency, "saving"));
  },
});

/**
 * Reads the input of {@link savedHours} from outside data.
 *
 * @param data - `{ runsPerYear, minutesPerRun }`, both numbers
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { parseSavedHoursInput, savedHours } from "golive-kit/roi";
 *
 * savedHours(parseSavedHoursInput({ runsPerYear: 250, minutesPerRun: 6 })); // => 25
 * ```
 */
export function parseSavedHoursInput(data: unknown): SavedHoursInput {
  return contained("saved hours", () => parse(SavedHoursInput, data, "saved hours"));
}

/**
 * Reads the input of {@link automationSaving} from outside data.
 *
 * @param data - `{ runsPerYear, minutesPerRun, costPerHour, runCostPerYear, failureProbability, errorCost }`
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { automationSaving, parseAutomationSavingInput } from "golive-kit/roi";
 *
 * const input = parseAutomationSavingInput({
 *   runsPerYear: 60,
 *   minutesPerRun: 10,
 *   costPerHour: { amount: "30", currency: "EUR" },
 *   runCostPerYear: { amount: "100", currency: "EUR" },
 *   failureProbability: 0.1,
 *   errorCost: { amount: "5", currency: "EUR" },
 * });
 *
 * automationSaving(input).amount; // => "170"
 * ```
 */
export function parseAutomationSavingInput(data: unknown): AutomationSavingInput {
  return contained("automation saving", () => parse(AutomationSavingInput, data, "automation saving"));
}

function effort() {
  return { runsPerYear: NonNegative, minutesPerRun: NonNegative };
}

/** The fields of a task with what its automation costs to run, as schemas. */
export function savingFields() {
  return {
    ...effort(),
    costPerHour: NonNegativeMoney,
    runCostPerYear: NonNegativeMoney,
    failureProbability: Probability,
    errorCost: NonNegativeMoney,
  };
}

/** Reports amounts of several currencies. */
export function sameAutomationCurrency(
  input: AutomationSavingInput & { readonly buildCost?: Money },
  report: Parameters<typeof oneCurrency>[0],
): void {
  const names = ["costPerHour", "runCostPerYear", "errorCost", "buildCost"] as const;
  oneCurrency(
    report,
    names.map((name) => [[name], input[name]]),
  );
}

function hoursOf({ runsPerYear, minutesPerRun }: SavedHoursInput, path: Path = []): Decimal {
  const amount = (value: number, name: string): Decimal =>
    decimalOfNumber(demandAtLeast(value, 0, name, [...path, name]), name);
  return amount(runsPerYear, "runsPerYear").times(amount(minutesPerRun, "minutesPerRun")).div(60);
}

/** Asks for a task and what its automation costs to run; `path` is where it stands. */
export function savingOf(
  input: AutomationSavingInput,
  currency = input.costPerHour.currency,
  path: Path = [],
): { readonly labour: Decimal; readonly failures: Decimal; readonly saved: Decimal } {
  const cost = (name: "costPerHour" | "runCostPerYear" | "errorCost"): Decimal =>
    demandNonNegative(currency, input[name], name, [...path, name]);
  const labour = hoursOf(input, path).times(cost("costPerHour"));
  const running = cost("runCostPerYear");
  const place = [...path, "failureProbability"];
  const chance = new Decimal(demandBetween(input.failureProbability, 0, 1, "failureProbability", place));
  const failures = chance.times(input.runsPerYear).times(cost("errorCost"));
  return { labour, failures, saved: labour.minus(running).minus(failures) };
}
