import * as z from "zod";

import type { NoAnswer } from "../../foundation/errors/index.js";
import { contained } from "../../foundation/guard/index.js";
import { type Money, subtractMoney, sumMoney } from "../../foundation/money/index.js";
import { parse, rule, schema } from "../../foundation/schema/index.js";
import { CashFlows, DiscountRate } from "../flows/cash-flow.js";
import { payback } from "../payback/payback.js";
import { discountedReturnOnInvestment } from "../return/discounted-return-on-investment.js";
import { reportSides } from "../value/benefit-cost-ratio.js";
import { netPresentValue } from "../value/net-present-value.js";

/** Input of {@link assessEconomicImpact}. */
export interface EconomicImpactInput {
  /** Discount rate for a year; 0.1 is 10 %. Above −1. */
  readonly rate: number;
  /** What comes in: one amount for now, then one for each year; at least one. */
  readonly benefits: readonly Money[];
  /** What is spent, zero or above: one amount for now, then one for each year, same currency; at least one. */
  readonly costs: readonly Money[];
}

/** The summary of a consulting study; see {@link assessEconomicImpact}. */
export interface EconomicImpact {
  /** All costs, undiscounted. */
  readonly totalCosts: Money;
  /** All benefits, undiscounted. */
  readonly totalBenefits: Money;
  /** Benefits less costs by column: now, then each year. */
  readonly net: readonly Money[];
  /** All benefits less all costs, undiscounted. */
  readonly totalNet: Money;
  /** What the costs are worth now. */
  readonly presentCosts: Money;
  /** What the benefits are worth now. */
  readonly presentBenefits: Money;
  /** What the benefits are worth now less what the costs are. */
  readonly netPresentValue: Money;
  /** The net present value per unit of the present costs. */
  readonly roi: number | NoAnswer<"no-costs">;
  /** When the undiscounted money is back for good, in years from the first spending. */
  readonly payback: number | NoAnswer<"never-pays-back">;
}

/** Reads an {@link EconomicImpactInput}. */
export const EconomicImpactInput: z.ZodType<EconomicImpactInput> = /* @__PURE__ */ schema(() =>
  z.strictObject({ rate: DiscountRate, benefits: CashFlows, costs: CashFlows }).check(rule(reportSides)),
);

/**
 * Sums up a case in the manner of consulting studies: totals, present values, return and payback.
 *
 * Column 0 is now and is not discounted; year n is discounted n years. The amounts should be risk-adjusted:
 * `riskAdjustedBenefits` and `riskAdjustedCosts` do it. Studies print rounded rows, which need not add up to their
 * printed sums; here nothing is rounded.
 *
 * @param input - `rate` for a year, above −1; `benefits` and `costs`, money of one currency: now, then by year, costs of
 *   zero or above
 * @returns totals and net amounts by column, exact; present values; `roi`, the discounted return; `payback` in years, of
 *   the undiscounted net amounts
 * @throws DomainError `out-of-range` for a rate of −1 or below, a cost below zero, or a value that reaches 1e24
 * @throws DomainError `empty` for no benefits or no costs, `currency-mismatch` when the currencies differ
 * @source Forrester Consulting, The Total Economic Impact of Cisco Unified Wireless Network Migration (2008), appendix B
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { assessEconomicImpact } from "golive-kit/roi";
 *
 * const impact = assessEconomicImpact({
 *   rate: 0.1,
 *   benefits: ["0", "110", "242"].map((amount) => money(amount, "USD")),
 *   costs: ["150", "0", "60.5"].map((amount) => money(amount, "USD")),
 * });
 *
 * impact.netPresentValue.amount; // => "100"
 * impact.roi; // => 0.5
 * impact.totalNet.amount; // => "141.5"
 * ```
 */
export function assessEconomicImpact(input: EconomicImpactInput): EconomicImpact {
  return contained("assessEconomicImpact", () => {
    const { rate, benefits, costs } = input;
    const timing = "start" as const;
    const roi = discountedReturnOnInvestment({ rate, benefits, costs, timing });
    const presentBenefits = netPresentValue({ rate, flows: benefits, timing });
    const presentCosts = netPresentValue({ rate, flows: costs, timing });
    const zero: Money = { amount: "0", currency: presentCosts.currency };
    const net = Array.from({ length: Math.max(benefits.length, costs.length) }, (_, k) =>
      subtractMoney(benefits[k] ?? zero, costs[k] ?? zero),
    );
    return {
      totalCosts: sumMoney(costs),
      totalBenefits: sumMoney(benefits),
      net,
      totalNet: sumMoney(net),
      presentCosts,
      presentBenefits,
      netPresentValue: subtractMoney(presentBenefits, presentCosts),
      roi,
      payback: payback({ flows: net }),
    };
  });
}

/**
 * Reads the input of {@link assessEconomicImpact} from outside data.
 *
 * @param data - `{ rate, benefits, costs }`; the rate as a number, amounts as decimal text or as numbers
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { assessEconomicImpact, parseEconomicImpactInput } from "golive-kit/roi";
 *
 * const input = parseEconomicImpactInput({
 *   rate: 0,
 *   benefits: [{ amount: "150", currency: "EUR" }],
 *   costs: [{ amount: "100", currency: "EUR" }],
 * });
 *
 * assessEconomicImpact(input).roi; // => 0.5
 * ```
 */
export function parseEconomicImpactInput(data: unknown): EconomicImpactInput {
  return contained("economic impact", () => parse(EconomicImpactInput, data, "economic impact"));
}
