import * as z from "zod";

import { Decimal, decimalOfNumber, moneyOf, numberOf } from "../../foundation/decimal/index.js";
import type { NoAnswer } from "../../foundation/errors/index.js";
import { formula, type Formula } from "../../foundation/explain/index.js";
import { contained, demandAbove } from "../../foundation/guard/index.js";
import type { Money } from "../../foundation/money/index.js";
import { parse, schema } from "../../foundation/schema/index.js";
import { CashFlows, demandFlows, DiscountRate } from "../flows/cash-flow.js";

/** Input of {@link futureValueOfInflows}. */
export interface FutureValueOfInflowsInput {
  /** One amount for each period from period 0 on, all of one currency; below zero is money spent. At least one. */
  readonly flows: readonly Money[];
  /** What money that came in earns in a period; 0.1 is 10 %. Above −1. */
  readonly reinvestRate: number;
}

/** Input of {@link presentValueOfOutflows}. */
export interface PresentValueOfOutflowsInput {
  /** One amount for each period from period 0 on, all of one currency; below zero is money spent. At least one. */
  readonly flows: readonly Money[];
  /** What money for the outflows costs in a period; 0.1 is 10 %. Above −1. */
  readonly financeRate: number;
}

/** Input of {@link modifiedInternalRateOfReturn}. */
export interface ModifiedInternalRateOfReturnInput extends FutureValueOfInflowsInput, PresentValueOfOutflowsInput {}

/** Reads a {@link ModifiedInternalRateOfReturnInput}. */
export const ModifiedInternalRateOfReturnInput: z.ZodType<ModifiedInternalRateOfReturnInput> = /* @__PURE__ */ schema(
  () => z.strictObject({ flows: CashFlows, financeRate: DiscountRate, reinvestRate: DiscountRate }),
);

/** Why there is no modified rate; see {@link modifiedInternalRateOfReturn}. */
export type NoModifiedRate = NoAnswer<"no-outflow" | "no-inflow">;

/** The source of the figures of this file. */
const SOURCE = {
  work: "Steven A. Y. Lin, The Modified Internal Rate of Return and Investment Criterion",
  place: "The Engineering Economist 21 (1976), pages 237 to 247",
} as const;

/**
 * Modified internal rate of return: the growth from all that is spent, brought to the start, to all that comes in,
 * carried to the end, as a rate for one period.
 *
 * There is at most one, whatever the signs of the flows, so it can be given where `internalRateOfReturn` is not unique.
 * It depends on both rates: name them beside it.
 *
 * @param input - `flows`, money of one currency from period 0 on, below zero for money spent; `financeRate`, at which
 *   outflows are brought to period 0; `reinvestRate`, at which inflows are carried to the last period; both for one
 *   period and above −1
 * @returns a ratio for one period; no answer `no-outflow` when nothing is spent, `no-inflow` when nothing comes in
 * @throws DomainError `out-of-range` for a rate of −1 or below, or a value at the start or the end that reaches 1e24
 * @throws DomainError `empty` for no flows, `currency-mismatch` when the currencies differ
 * @source Steven A. Y. Lin, The Modified Internal Rate of Return and Investment Criterion, The Engineering Economist 21
 *   (1976), pages 237 to 247
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { modifiedInternalRateOfReturn } from "golive-kit/roi";
 *
 * const flows = ["-100", "0", "121"].map((amount) => money(amount, "EUR"));
 *
 * modifiedInternalRateOfReturn({ flows, financeRate: 0.05, reinvestRate: 0.08 }); // => 0.1
 * ```
 *
 * @function
 */
export const modifiedInternalRateOfReturn: Formula<ModifiedInternalRateOfReturnInput, number | NoModifiedRate> =
  /* @__PURE__ */ formula({
    id: "roi.modified-internal-rate-of-return",
    title: "Modified internal rate of return",
    unit: "ratio",
    units: { flows: "money", financeRate: "ratio", reinvestRate: "ratio" },
    outcomes: { "no-outflow": "count[t](flows[t] < 0) = 0", "no-inflow": "count[t](flows[t] > 0) = 0" },
    source: [SOURCE],
    compute({ flows, financeRate, reinvestRate }: ModifiedInternalRateOfReturnInput, note) {
      note.figure("presentOutflows", presentValueOfOutflows, { flows, financeRate });
      note.figure("futureInflows", futureValueOfInflows, { flows, reinvestRate });
      const { amounts } = demandFlows(flows);
      if (!amounts.some((amount) => amount.lt(0))) return note.none("no-outflow");
      if (!amounts.some((amount) => amount.gt(0))) return note.none("no-inflow");
      // Not the two figures, which are rounded as money: a small flow far off would be rounded to nothing.
      const growth = futureInflows(amounts, reinvestRate).div(presentOutflows(amounts, financeRate));
      const periods = amounts.length - 1;
      note("periods", "length(flows) − 1", periods);
      const rate = growth.pow(new Decimal(1).div(periods)).minus(1);
      return note("mirr", "(futureInflows ÷ presentOutflows) ^ (1 ÷ periods) − 1", numberOf(rate, "mirr"));
    },
  });

/**
 * Future value of the inflows: what all money that comes in has grown to in the last period.
 *
 * @param input - `flows`, money of one currency from period 0 on, below zero for money spent; `reinvestRate` for one
 *   period, above −1
 * @returns money of zero or above, of the flows' currency
 * @throws DomainError `out-of-range` for a rate of −1 or below, or a value that reaches 1e24
 * @throws DomainError `empty` for no flows, `currency-mismatch` when the currencies differ
 * @source Steven A. Y. Lin, The Modified Internal Rate of Return and Investment Criterion, The Engineering Economist 21
 *   (1976), pages 237 to 247
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { futureValueOfInflows } from "golive-kit/roi";
 *
 * const flows = ["-100", "50", "60"].map((amount) => money(amount, "EUR"));
 *
 * futureValueOfInflows({ flows, reinvestRate: 0.1 }).amount; // => "115"
 * ```
 *
 * @function
 */
export const futureValueOfInflows: Formula<FutureValueOfInflowsInput, Money> = /* @__PURE__ */ formula({
  id: "roi.future-value-of-inflows",
  title: "Future value of the inflows",
  unit: "money",
  units: { flows: "money", reinvestRate: "ratio" },
  source: [SOURCE],
  compute({ flows, reinvestRate }: FutureValueOfInflowsInput, note) {
    const { currency, amounts } = demandFlows(flows);
    const value = moneyOf(futureInflows(amounts, reinvestRate), currency, "future value of the inflows");
    return note("futureInflows", "sum[t](max(flows[t], 0) × (1 + reinvestRate) ^ (length(flows) − 1 − t))", value);
  },
});

/**
 * Present value of the outflows: what all money spent comes to in period 0.
 *
 * @param input - `flows`, money of one currency from period 0 on, below zero for money spent; `financeRate` for one
 *   period, above −1
 * @returns money of zero or above, of the flows' currency
 * @throws DomainError `out-of-range` for a rate of −1 or below, or a value that reaches 1e24
 * @throws DomainError `empty` for no flows, `currency-mismatch` when the currencies differ
 * @source Steven A. Y. Lin, The Modified Internal Rate of Return and Investment Criterion, The Engineering Economist 21
 *   (1976), pages 237 to 247
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { presentValueOfOutflows } from "golive-kit/roi";
 *
 * const flows = ["-100", "150", "-121"].map((amount) => money(amount, "EUR"));
 *
 * presentValueOfOutflows({ flows, financeRate: 0.1 }).amount; // => "200"
 * ```
 *
 * @function
 */
export const presentValueOfOutflows: Formula<PresentValueOfOutflowsInput, Money> = /* @__PURE__ */ formula({
  id: "roi.present-value-of-outflows",
  title: "Present value of the outflows",
  unit: "money",
  units: { flows: "money", financeRate: "ratio" },
  source: [SOURCE],
  compute({ flows, financeRate }: PresentValueOfOutflowsInput, note) {
    const { currency, amounts } = demandFlows(flows);
    const value = moneyOf(presentOutflows(amounts, financeRate), currency, "present value of the outflows");
    return note("presentOutflows", "sum[t](max(−flows[t], 0) ÷ (1 + financeRate) ^ t)", value);
  },
});

/**
 * Reads the input of {@link modifiedInternalRateOfReturn} from outside data.
 *
 * @param data - `{ flows, financeRate, reinvestRate }`; the rates as numbers, amounts as decimal text or as numbers
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { modifiedInternalRateOfReturn, parseModifiedInternalRateOfReturnInput } from "golive-kit/roi";
 *
 * const input = parseModifiedInternalRateOfReturnInput({
 *   flows: [
 *     { amount: "-100", currency: "EUR" },
 *     { amount: "125", currency: "EUR" },
 *   ],
 *   financeRate: 0.1,
 *   reinvestRate: 0.1,
 * });
 *
 * modifiedInternalRateOfReturn(input); // => 0.25
 * ```
 */
export function parseModifiedInternalRateOfReturnInput(data: unknown): ModifiedInternalRateOfReturnInput {
  return contained("modified internal rate of return", () =>
    parse(ModifiedInternalRateOfReturnInput, data, "modified internal rate of return"),
  );
}

/** All inflows, each grown to the last period; from the first to the last (Horner). */
function futureInflows(amounts: readonly Decimal[], reinvestRate: number): Decimal {
  const growth = decimalOfNumber(demandAbove(reinvestRate, -1, "reinvestRate"), "reinvestRate").plus(1);
  return amounts.reduce((value, amount) => value.times(growth).plus(Decimal.max(amount, 0)), new Decimal(0));
}

/** All outflows, above zero, each brought to period 0; from the last to the first (Horner). */
function presentOutflows(amounts: readonly Decimal[], financeRate: number): Decimal {
  const growth = decimalOfNumber(demandAbove(financeRate, -1, "financeRate"), "financeRate").plus(1);
  return amounts.reduceRight(
    (value, amount) => value.div(growth).plus(Decimal.max(amount.negated(), 0)),
    new Decimal(0),
  );
}
