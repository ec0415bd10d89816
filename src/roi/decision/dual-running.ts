import * as z from "zod";

import { Decimal, moneyOf, numberOf } from "../../foundation/decimal/index.js";
import type { NoAnswer } from "../../foundation/errors/index.js";
import { formula, type Formula } from "../../foundation/explain/index.js";
import { contained, demandAtLeast, demandBetween } from "../../foundation/guard/index.js";
import { type Money, NonNegativeMoney } from "../../foundation/money/index.js";
import { NonNegative, oneCurrency, parse, Probability, rule, schema } from "../../foundation/schema/index.js";
import { demandNonNegative } from "../flows/non-negative-amount.js";

/** What keeping the old system beside the new one costs for a period, a week or a month. */
export interface DualRunningRates {
  /** What the old system costs to run for a period; zero or above. */
  readonly oldRunCost: Money;
  /** What the additional staff costs for a period: double entry, comparing, support; zero or above, same currency. */
  readonly extraStaffCost: Money;
}

/** Input of {@link dualRunningCost}. */
export interface DualRunningCostInput extends DualRunningRates {
  /** How many periods both run, weeks or months as the costs are; zero or above, parts of one count. */
  readonly periods: number;
  /** What the new system costs to run for a period; zero or above, same currency. */
  readonly newRunCost: Money;
}

/** Input of {@link avoidedLoss}. */
export interface AvoidedLossInput {
  /** How likely the cut-over fails when the old system is switched off at once, from 0 to 1. */
  readonly failureProbability: number;
  /** How likely it fails all the same when both run, from 0 to 1. */
  readonly residualProbability: number;
  /** What a failure costs; zero or above. */
  readonly loss: Money;
}

/** Input of {@link dualRunningNetBenefit}. */
export interface DualRunningNetBenefitInput extends DualRunningRates, AvoidedLossInput {
  /** How many periods both run, weeks or months as the costs are; zero or above, parts of one count. */
  readonly periods: number;
}

/** Input of {@link breakEvenDualRunning}. */
export interface BreakEvenDualRunningInput extends DualRunningRates, AvoidedLossInput {}

/** Reads a {@link DualRunningCostInput}. */
export const DualRunningCostInput: z.ZodType<DualRunningCostInput> = /* @__PURE__ */ schema(() =>
  z.strictObject({ ...rates(), periods: NonNegative, newRunCost: NonNegativeMoney }).check(rule(sameCurrency)),
);

/** Reads an {@link AvoidedLossInput}. */
export const AvoidedLossInput: z.ZodType<AvoidedLossInput> = /* @__PURE__ */ schema(() => z.strictObject(losses()));

/** Reads a {@link DualRunningNetBenefitInput}. */
export const DualRunningNetBenefitInput: z.ZodType<DualRunningNetBenefitInput> = /* @__PURE__ */ schema(() =>
  z.strictObject({ ...rates(), ...losses(), periods: NonNegative }).check(rule(sameCurrency)),
);

/** Reads a {@link BreakEvenDualRunningInput}. */
export const BreakEvenDualRunningInput: z.ZodType<BreakEvenDualRunningInput> = /* @__PURE__ */ schema(() =>
  z.strictObject({ ...rates(), ...losses() }).check(rule(sameCurrency)),
);

/** Sources of the figures of this file. */
const CONVERSION = {
  work: "Kenneth C. Laudon, Jane P. Laudon, Management Information Systems",
  place: "parallel strategy of conversion",
} as const;
const LEVERAGE = {
  work: "Boehm, Software Risk Management: Principles and Practices (1991)",
  place: "risk reduction leverage",
} as const;

/** The units of what a failed cut-over is described by. */
const LOSS_UNITS = { failureProbability: "probability", residualProbability: "probability", loss: "money" } as const;

/**
 * Dual-running cost: what old and new system cost together while both run.
 *
 * It is the bill for that time, not the price of the decision: the new system would have to be paid anyway. That price
 * is in {@link dualRunningNetBenefit}.
 *
 * @param input - `periods`, weeks or months, zero or above; `oldRunCost`, `newRunCost` and `extraStaffCost` for one of
 *   them, money of one currency, zero or above
 * @returns money, exact, rounded half-even to 12 decimals
 * @throws DomainError `out-of-range` for periods or a cost below zero, or a cost that reaches 1e24
 * @throws DomainError `currency-mismatch` when the currencies differ
 * @source Kenneth C. Laudon, Jane P. Laudon, Management Information Systems, parallel strategy of conversion
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { dualRunningCost } from "golive-kit/roi";
 *
 * dualRunningCost({
 *   periods: 6,
 *   oldRunCost: money("4000", "EUR"),
 *   newRunCost: money("2500", "EUR"),
 *   extraStaffCost: money("3000", "EUR"),
 * }).amount; // => "57000"
 * ```
 *
 * @function
 */
export const dualRunningCost: Formula<DualRunningCostInput, Money> = /* @__PURE__ */ formula({
  id: "roi.dual-running-cost",
  title: "Dual-running cost",
  unit: "money",
  units: { oldRunCost: "money", extraStaffCost: "money", periods: "periods", newRunCost: "money" },
  source: [CONVERSION],
  compute(input: DualRunningCostInput, note) {
    const { currency } = input.oldRunCost;
    const extra = extraOf(input);
    const each = extra.plus(demandNonNegative(currency, input.newRunCost, "newRunCost"));
    const periods = new Decimal(demandAtLeast(input.periods, 0, "periods"));
    note("eachPeriod", "oldRunCost + newRunCost + extraStaffCost", moneyOf(each, currency, "eachPeriod"));
    return note("cost", "periods × eachPeriod", moneyOf(each.times(periods), currency, "cost"));
  },
});

/**
 * Avoided loss: what running both systems takes off the expected loss of a failed cut-over.
 *
 * @param input - `failureProbability` without and `residualProbability` with dual running, from 0 to 1; `loss`, money of
 *   zero or above
 * @returns money, exact, rounded half-even to 12 decimals; below zero when running both makes a failure likelier
 * @throws DomainError `out-of-range` for a probability outside 0 to 1 or a loss below zero
 * @source Boehm, Software Risk Management: Principles and Practices (1991), risk reduction leverage
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { avoidedLoss } from "golive-kit/roi";
 *
 * avoidedLoss({ failureProbability: 0.15, residualProbability: 0.02, loss: money("600000", "EUR") }).amount; // => "78000"
 * ```
 *
 * @function
 */
export const avoidedLoss: Formula<AvoidedLossInput, Money> = /* @__PURE__ */ formula({
  id: "roi.avoided-loss",
  title: "Avoided loss",
  unit: "money",
  units: LOSS_UNITS,
  source: [LEVERAGE],
  compute(input: AvoidedLossInput, note) {
    const { currency } = input.loss;
    const avoided = moneyOf(avoidedOf(input, currency), currency, "avoidedLoss");
    return note("avoidedLoss", "(failureProbability − residualProbability) × loss", avoided);
  },
});

/**
 * Net benefit of dual running: the loss that it avoids less what it costs in addition. The new system runs in any case,
 * and does not count.
 *
 * @param input - as that of {@link avoidedLoss}, with `periods`, weeks or months, zero or above, and `oldRunCost` and
 *   `extraStaffCost` for one of them, money of one currency, zero or above
 * @returns money; above zero when running both is worth it
 * @throws DomainError `out-of-range` for a probability outside 0 to 1, periods or an amount below zero, or an amount that
 *   reaches 1e24 in size
 * @throws DomainError `currency-mismatch` when the currencies differ
 * @source Boehm, Software Risk Management: Principles and Practices (1991), risk reduction leverage
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { dualRunningNetBenefit } from "golive-kit/roi";
 *
 * dualRunningNetBenefit({
 *   periods: 6,
 *   oldRunCost: money("4000", "EUR"),
 *   extraStaffCost: money("3000", "EUR"),
 *   failureProbability: 0.15,
 *   residualProbability: 0.02,
 *   loss: money("600000", "EUR"),
 * }).amount; // => "36000"
 * ```
 *
 * @function
 */
export const dualRunningNetBenefit: Formula<DualRunningNetBenefitInput, Money> = /* @__PURE__ */ formula({
  id: "roi.dual-running-net-benefit",
  title: "Net benefit of dual running",
  unit: "money",
  units: { oldRunCost: "money", extraStaffCost: "money", periods: "periods", ...LOSS_UNITS },
  source: [LEVERAGE],
  compute(input: DualRunningNetBenefitInput, note) {
    const { failureProbability, residualProbability, loss } = input;
    const { currency } = input.oldRunCost;
    const extra = extraOf(input).times(demandAtLeast(input.periods, 0, "periods"));
    const avoided = avoidedOf(input, currency);
    note.figure("avoidedLoss", avoidedLoss, { failureProbability, residualProbability, loss });
    note("extraCost", "periods × (oldRunCost + extraStaffCost)", moneyOf(extra, currency, "extraCost"));
    return note("netBenefit", "avoidedLoss − extraCost", moneyOf(avoided.minus(extra), currency, "netBenefit"));
  },
});

/**
 * Break-even of dual running: for how many periods both systems may run before that costs more than the loss it avoids.
 *
 * The loss avoided is taken to be the same however long both run. In truth most faults show in the first full cycle, so
 * the last periods avoid little.
 *
 * @param input - as that of {@link dualRunningNetBenefit}, without the periods
 * @returns periods, with a fraction, in the unit of the costs; no answer `no-cost` when running both costs nothing in
 *   addition, `nothing-avoided` when it avoids no loss
 * @throws DomainError `out-of-range` for a probability outside 0 to 1 or an amount below zero, `currency-mismatch` when
 *   the currencies differ
 * @source Boehm, Software Risk Management: Principles and Practices (1991), risk reduction leverage
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { breakEvenDualRunning } from "golive-kit/roi";
 *
 * breakEvenDualRunning({
 *   oldRunCost: money("4000", "EUR"),
 *   extraStaffCost: money("2500", "EUR"),
 *   failureProbability: 0.15,
 *   residualProbability: 0.02,
 *   loss: money("600000", "EUR"),
 * }); // => 12
 * ```
 *
 * @function
 */
export const breakEvenDualRunning: Formula<
  BreakEvenDualRunningInput,
  number | NoAnswer<"no-cost" | "nothing-avoided">
> = /* @__PURE__ */ formula({
  id: "roi.break-even-dual-running",
  title: "Break-even of dual running",
  unit: "periods",
  units: { oldRunCost: "money", extraStaffCost: "money", ...LOSS_UNITS },
  outcomes: { "nothing-avoided": "avoidedLoss ≤ 0", "no-cost": "eachPeriod = 0" },
  source: [LEVERAGE],
  compute(input: BreakEvenDualRunningInput, note) {
    const { failureProbability, residualProbability, loss } = input;
    const { currency } = input.oldRunCost;
    const each = extraOf(input);
    const avoided = avoidedOf(input, currency);
    note.figure("avoidedLoss", avoidedLoss, { failureProbability, residualProbability, loss });
    note("eachPeriod", "oldRunCost + extraStaffCost", moneyOf(each, currency, "eachPeriod"));
    if (avoided.lte(0)) return note.none("nothing-avoided");
    if (each.isZero()) return note.none("no-cost");
    return note("periods", "avoidedLoss ÷ eachPeriod", numberOf(avoided.div(each), "periods"));
  },
});

/**
 * Reads the input of {@link dualRunningCost} from outside data.
 *
 * @param data - `{ periods, oldRunCost, newRunCost, extraStaffCost }`
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { dualRunningCost, parseDualRunningCostInput } from "golive-kit/roi";
 *
 * const input = parseDualRunningCostInput({
 *   periods: 1.5,
 *   oldRunCost: { amount: "10", currency: "EUR" },
 *   newRunCost: { amount: "6", currency: "EUR" },
 *   extraStaffCost: { amount: "4", currency: "EUR" },
 * });
 *
 * dualRunningCost(input).amount; // => "30"
 * ```
 */
export function parseDualRunningCostInput(data: unknown): DualRunningCostInput {
  return contained("dual-running cost", () => parse(DualRunningCostInput, data, "dual-running cost"));
}

/**
 * Reads the input of {@link avoidedLoss} from outside data.
 *
 * @param data - `{ failureProbability, residualProbability, loss }`
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { avoidedLoss, parseAvoidedLossInput } from "golive-kit/roi";
 *
 * const input = parseAvoidedLossInput({
 *   failureProbability: 0.3,
 *   residualProbability: 0.1,
 *   loss: { amount: "50", currency: "EUR" },
 * });
 *
 * avoidedLoss(input).amount; // => "10"
 * ```
 */
export function parseAvoidedLossInput(data: unknown): AvoidedLossInput {
  return contained("avoided loss", () => parse(AvoidedLossInput, data, "avoided loss"));
}

/**
 * Reads the input of {@link dualRunningNetBenefit} from outside data.
 *
 * @param data - `{ periods, oldRunCost, extraStaffCost, failureProbability, residualProbability, loss }`
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { dualRunningNetBenefit, parseDualRunningNetBenefitInput } from "golive-kit/roi";
 *
 * const input = parseDualRunningNetBenefitInput({
 *   periods: 2,
 *   oldRunCost: { amount: "3", currency: "EUR" },
 *   extraStaffCost: { amount: "1", currency: "EUR" },
 *   failureProbability: 0.3,
 *   residualProbability: 0.1,
 *   loss: { amount: "50", currency: "EUR" },
 * });
 *
 * dualRunningNetBenefit(input).amount; // => "2"
 * ```
 */
export function parseDualRunningNetBenefitInput(data: unknown): DualRunningNetBenefitInput {
  return contained("dual running", () => parse(DualRunningNetBenefitInput, data, "dual running"));
}

/**
 * Reads the input of {@link breakEvenDualRunning} from outside data.
 *
 * @param data - `{ oldRunCost, extraStaffCost, failureProbability, residualProbability, loss }`
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { breakEvenDualRunning, parseBreakEvenDualRunningInput } from "golive-kit/roi";
 *
 * const input = parseBreakEvenDualRunningInput({
 *   oldRunCost: { amount: "3", currency: "EUR" },
 *   extraStaffCost: { amount: "1", currency: "EUR" },
 *   failureProbability: 0.3,
 *   residualProbability: 0.1,
 *   loss: { amount: "50", currency: "EUR" },
 * });
 *
 * breakEvenDualRunning(input); // => 2.5
 * ```
 */
export function parseBreakEvenDualRunningInput(data: unknown): BreakEvenDualRunningInput {
  return contained("dual running", () => parse(BreakEvenDualRunningInput, data, "dual running"));
}

function rates() {
  return { oldRunCost: NonNegativeMoney, extraStaffCost: NonNegativeMoney };
}

function losses() {
  return { failureProbability: Probability, residualProbability: Probability, loss: NonNegativeMoney };
}

function sameCurrency(
  input: DualRunningRates & { readonly newRunCost?: Money; readonly loss?: Money },
  report: Parameters<typeof oneCurrency>[0],
): void {
  oneCurrency(
    report,
    (["oldRunCost", "extraStaffCost", "newRunCost", "loss"] as const).map((name) => [[name], input[name]]),
  );
}

function extraOf({ oldRunCost, extraStaffCost }: DualRunningRates): Decimal {
  const { currency } = oldRunCost;
  const old = demandNonNegative(currency, oldRunCost, "oldRunCost");
  return old.plus(demandNonNegative(currency, extraStaffCost, "extraStaffCost"));
}

function avoidedOf({ failureProbability, residualProbability, loss }: AvoidedLossInput, currency: string): Decimal {
  const without = new Decimal(demandBetween(failureProbability, 0, 1, "failureProbability"));
  const residual = new Decimal(demandBetween(residualProbability, 0, 1, "residualProbability"));
  return without.minus(residual).times(demandNonNegative(currency, loss, "loss"));
}
