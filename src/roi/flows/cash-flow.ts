import * as z from "zod";

import {
  canonicalText,
  Decimal,
  demandCurrency,
  demandMoneyIn,
  moneyOf,
  readDecimalText,
} from "../../foundation/decimal/index.js";
import type { Path } from "../../foundation/errors/index.js";
import { broken, contained, demandAbove, demandList } from "../../foundation/guard/index.js";
import { Money } from "../../foundation/money/index.js";
import { list, oneCurrency, parse, rule, schema } from "../../foundation/schema/index.js";

/** When the flow of a period falls: at its start, in its middle or at its end. */
export type Timing = (typeof TIMINGS)[number];

/** When the flow of a period can fall: flow k is discounted k, k + ½ or k + 1 periods. */
export const TIMINGS = ["start", "mid", "end"] as const;

/** Input of the figures that look at cash flows alone. */
export interface CashFlowsInput {
  /** One amount for each period from period 0 on, all of one currency; below zero is money spent. At least one. */
  readonly flows: readonly Money[];
}

/** Input of the figures that discount cash flows, flow 0 falling now. */
export interface DiscountedCashFlowsInput {
  /** Discount rate for one period; 0.1 is 10 %. Above −1. */
  readonly rate: number;
  /** One amount for each period from period 0 on, all of one currency; below zero is money spent. At least one. */
  readonly flows: readonly Money[];
}

/** Cash flows with a rate to discount them at, and when in its period each falls. */
export interface TimedCashFlows {
  /** Discount rate for one period; 0.1 is 10 %. Above −1. */
  readonly rate: number;
  /** One amount for each period from period 0 on, all of one currency; below zero is money spent. At least one. */
  readonly flows: readonly Money[];
  /** When flow k falls: k periods from now (`"start"`), k + ½ (`"mid"`) or k + 1 (`"end"`). */
  readonly timing: Timing;
}

/** Cash flows parted by their sign; see {@link separateFlows}. */
export interface SeparatedFlows {
  /** What comes in, by period; zero where money goes out. */
  readonly inflows: readonly Money[];
  /** What goes out, by period, as amounts of zero or above; zero where money comes in. */
  readonly outflows: readonly Money[];
}

/** Reads a discount rate: a number above −1; never per cent. */
export const DiscountRate: z.ZodType<number> = /* @__PURE__ */ schema(() => z.number().gt(-1));

/** Reads cash flows by period: at least one, all of one currency. */
export const CashFlows: z.ZodType<readonly Money[]> = /* @__PURE__ */ schema(() =>
  list<Money>(Money).check(
    rule((flows: readonly Money[], report) => {
      if (flows.length === 0) report("empty", [], "expected at least one cash flow, received none");
      oneCurrency(
        report,
        flows.map((flow, i) => [[i], flow]),
      );
    }),
  ),
);

/** Reads a {@link CashFlowsInput}. */
export const CashFlowsInput: z.ZodType<CashFlowsInput> = /* @__PURE__ */ schema(() =>
  z.strictObject({ flows: CashFlows }),
);

/** Reads a {@link DiscountedCashFlowsInput}. */
export const DiscountedCashFlowsInput: z.ZodType<DiscountedCashFlowsInput> = /* @__PURE__ */ schema(() =>
  z.strictObject({ rate: DiscountRate, flows: CashFlows }),
);

/**
 * Reads cash flows from outside data, as `payback`, `firstCrossing`, `maximumExposure`, `paybackShortfall` and
 * `internalRateOfReturn` take them.
 *
 * @param data - `{ flows }`; amounts as decimal text or as numbers
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { parseCashFlowsInput, payback } from "golive-kit/roi";
 *
 * const input = parseCashFlowsInput({
 *   flows: [
 *     { amount: "-50", currency: "EUR" },
 *     { amount: "25", currency: "EUR" },
 *     { amount: "25", currency: "EUR" },
 *   ],
 * });
 *
 * payback(input); // => 2
 * ```
 */
export function parseCashFlowsInput(data: unknown): CashFlowsInput {
  return contained("cash flows", () => parse(CashFlowsInput, data, "cash flows"));
}

/**
 * Reads cash flows and a discount rate from outside data, as `discountedPayback` and `profitabilityIndex` take them.
 *
 * @param data - `{ rate, flows }`; the rate as a number, 0.1 for 10 %
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { parseDiscountedCashFlowsInput, profitabilityIndex } from "golive-kit/roi";
 *
 * const input = parseDiscountedCashFlowsInput({
 *   rate: 0.1,
 *   flows: [
 *     { amount: "-100", currency: "EUR" },
 *     { amount: "132", currency: "EUR" },
 *   ],
 * });
 *
 * profitabilityIndex(input); // => 1.2
 * ```
 */
export function parseDiscountedCashFlowsInput(data: unknown): DiscountedCashFlowsInput {
  return contained("discounted cash flows", () => parse(DiscountedCashFlowsInput, data, "discounted cash flows"));
}

/**
 * Parts cash flows into what comes in and what goes out, period by period.
 *
 * @param flows - one amount for each period, all of one currency; below zero is money spent
 * @returns `inflows` and `outflows`, both zero or above and as long as `flows`
 * @throws DomainError `empty` for no flows, `currency-mismatch` when the currencies differ
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { separateFlows } from "golive-kit/roi";
 *
 * const { inflows, outflows } = separateFlows([money("-100", "EUR"), money("40", "EUR")]);
 *
 * inflows.map(({ amount }) => amount); // => ["0", "40"]
 * outflows.map(({ amount }) => amount); // => ["100", "0"]
 * ```
 */
export function separateFlows(flows: readonly Money[]): SeparatedFlows {
  return contained("separateFlows", () => {
    const { currency, amounts } = demandFlows(flows);
    const zero: Money = { amount: "0", currency };
    return {
      inflows: amounts.map((amount) => (amount.gt(0) ? moneyOf(amount, currency) : zero)),
      outflows: amounts.map((amount) => (amount.lt(0) ? moneyOf(amount.negated(), currency) : zero)),
    };
  });
}

/** Asks for cash flows: at least one, all of one currency; the amounts as decimals. */
export function demandFlows(
  flows: readonly Money[],
  subject = "flows",
  path: Path = [subject],
): { readonly currency: string; readonly amounts: readonly Decimal[] } {
  const [first] = demandList<Money | undefined>(flows, subject, path);
  if (flows.length === 0) throw broken("empty", subject, "a list of at least one cash flow", flows, path);
  if (typeof first !== "object") throw broken("wrong-type", `${subject}[0]`, "money", first, [...path, 0]);
  const currency = demandCurrency(first.currency, `${subject}[0].currency`, [...path, 0, "currency"]);
  const amounts = flows.map((flow, i) => {
    // The common flow is read at once; one that is not common is asked in full, for its error.
    const text = isFlowIn(currency, flow) ? readDecimalText(flow.amount) : undefined;
    return typeof text === "string"
      ? new Decimal(text)
      : demandMoneyIn(currency, flow, `${subject}[${String(i)}]`, [...path, i]);
  });
  return { currency, amounts };
}

function isFlowIn(currency: string, flow: unknown): boolean {
  return typeof flow === "object" && flow !== null && (flow as Money).currency === currency;
}

/**
 * Asks that amounts found on the way can be written as money, all below 1e24 in size. It is asked where they are made,
 * so that a plain call and its explanation, which shows them, refuse the same flows.
 */
export function demandSizes(amounts: readonly Decimal[], subject: string): readonly Decimal[] {
  let largest = new Decimal(0);
  for (const amount of amounts) if (amount.abs().gt(largest)) largest = amount.abs();
  canonicalText(largest, subject);
  return amounts;
}

/** Asks for a discount rate: a finite number above −1. */
export function demandRate(rate: number): number {
  return demandAbove(rate, -1, "rate");
}
