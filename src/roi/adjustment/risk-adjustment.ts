import { Decimal, decimalOfNumber, moneyOf } from "../../foundation/decimal/index.js";
import { broken, contained, demandAtLeast, demandFinite } from "../../foundation/guard/index.js";
import type { Money } from "../../foundation/money/index.js";
import { demandFlows } from "../flows/cash-flow.js";

/**
 * Takes a risk adjustment off benefits: what can be counted on when some of them may fail to come.
 *
 * @param benefits - amounts by period, all of one currency
 * @param adjustment - the share to take off, at most 1; 0.15 is 15 %, below zero adds to them
 * @returns each amount times 1 − `adjustment`, in its place, rounded half-even to 12 decimals
 * @throws DomainError `out-of-range` for an adjustment above 1, or an amount that reaches 1e24
 * @throws DomainError `empty` for no benefits, `currency-mismatch` when the currencies differ
 * @source Forrester Consulting, The Total Economic Impact of Cisco Unified Wireless Network Migration (2008), risk
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { riskAdjustedBenefits } from "golive-kit/roi";
 *
 * riskAdjustedBenefits([money("0", "EUR"), money("1200", "EUR")], 0.15)[1]?.amount; // => "1020"
 * ```
 */
export function riskAdjustedBenefits(benefits: readonly Money[], adjustment: number): readonly Money[] {
  return contained("riskAdjustedBenefits", () => {
    const share = demandFinite(adjustment, "adjustment");
    if (share > 1) throw broken("out-of-range", "adjustment", "at most 1", adjustment);
    return scaled(benefits, "benefits", new Decimal(1).minus(decimalOfNumber(share, "adjustment")));
  });
}

/**
 * Puts a risk adjustment on costs: what has to be reckoned with when some of them may be higher.
 *
 * @param costs - amounts by period, all of one currency
 * @param adjustment - the share to add, at least −1; 0.1 is 10 %, below zero takes off
 * @returns each amount times 1 + `adjustment`, in its place, rounded half-even to 12 decimals
 * @throws DomainError `out-of-range` for an adjustment below −1, or an amount that reaches 1e24
 * @throws DomainError `empty` for no costs, `currency-mismatch` when the currencies differ
 * @source Forrester Consulting, The Total Economic Impact of Cisco Unified Wireless Network Migration (2008), risk
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { riskAdjustedCosts } from "golive-kit/roi";
 *
 * riskAdjustedCosts([money("1500", "EUR")], 0.1)[0]?.amount; // => "1650"
 * ```
 */
export function riskAdjustedCosts(costs: readonly Money[], adjustment: number): readonly Money[] {
  return contained("riskAdjustedCosts", () => {
    const share = demandAtLeast(adjustment, -1, "adjustment");
    return scaled(costs, "costs", decimalOfNumber(share, "adjustment").plus(1));
  });
}

function scaled(list: readonly Money[], subject: string, factor: Decimal): readonly Money[] {
  const { currency, amounts } = demandFlows(list, subject);
  return amounts.map((amount) => moneyOf(amount.times(factor), currency, subject));
}
