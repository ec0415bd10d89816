import { Decimal, decimalOfNumber, moneyOf } from "../../foundation/decimal/index.js";
import { formula, type Formula } from "../../foundation/explain/index.js";
import { broken, demandAtLeast, demandBetween, demandList } from "../../foundation/guard/index.js";
import type { Money } from "../../foundation/money/index.js";
import { demandFlows, demandSizes } from "../flows/cash-flow.js";
import { demandCosts } from "../flows/non-negative-amount.js";

/** Input of {@link adjustedCost}. */
export interface AdjustedCostInput {
  /** What is planned, zero or above, one amount for each period; one currency. At least one. */
  readonly amounts: readonly Money[];
  /** What is set aside for what is known to be unknown, as a share; zero or above. */
  readonly contingency: number;
  /** What is added because plans of its kind are too hopeful, as a share; zero or above. */
  readonly optimismBias: number;
  /** What is added for risk in the manner of consulting studies, as a share; zero or above. */
  readonly riskAdjustment: number;
}

/** Input of {@link adjustedBenefit}. */
export interface AdjustedBenefitInput {
  /** What full use brings, one amount for each period; one currency, below zero for a loss. At least one. */
  readonly amounts: readonly Money[];
  /** The share in use in each period, from 0 to 1; as many as amounts. */
  readonly adoption: readonly number[];
  /** What is taken off for risk in the manner of consulting studies, as a share from 0 to 1. */
  readonly riskAdjustment: number;
}

/** Input of {@link caseTotal}. */
export interface CaseTotalInput {
  /** What each line comes to; one currency. At least one. */
  readonly amounts: readonly Money[];
}

/** The source of the figures of this file. */
const SOURCE = {
  work: "HM Treasury, The Green Book",
  place: "adjusting for optimism bias and risk",
} as const;

/**
 * Adjusted cost of a line: what is planned, with contingency, optimism bias and risk on top, each on what stands before
 * it.
 *
 * The three answer one question in three ways. Add one, or say why two: a contingency that was made by the same people as
 * the plan, for instance, and the optimism bias of their kind of plan.
 *
 * @param input - `amounts`, money of zero or above, by period; `contingency`, `optimismBias` and `riskAdjustment`, shares
 *   of zero or above
 * @returns money: the sum over all periods, rounded half-even to 12 decimals
 * @throws DomainError `out-of-range` for an amount or a share below zero, or a sum that reaches 1e24
 * @throws DomainError `empty` for no amounts, `currency-mismatch` when the currencies differ
 * @source HM Treasury, The Green Book, adjusting for optimism bias and risk
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { adjustedCost } from "golive-kit/roi";
 *
 * const amounts = [money("1000", "EUR"), money("500", "EUR")];
 *
 * adjustedCost({ amounts, contingency: 0.1, optimismBias: 0.2, riskAdjustment: 0 }).amount; // => "1980"
 * ```
 *
 * @function
 */
export const adjustedCost: Formula<AdjustedCostInput, Money> = /* @__PURE__ */ formula({
  id: "roi.adjusted-cost",
  title: "Adjusted cost of a line",
  unit: "money",
  units: { amounts: "money", contingency: "ratio", optimismBias: "ratio", riskAdjustment: "ratio" },
  source: [SOURCE],
  compute(input: AdjustedCostInput, note) {
    const { currency, amounts } = demandFlows(input.amounts, "amounts");
    demandCosts(currency, input.amounts, "amounts");
    const factor = costFactor(input);
    note("planned", "sum[t](amounts[t])", moneyOf(sumOf(amounts), currency, "planned"));
    note("factor", "(1 + contingency) × (1 + optimismBias) × (1 + riskAdjustment)", factor.toNumber());
    return note("cost", "planned × factor", moneyOf(sumOf(amounts).times(factor), currency, "cost"));
  },
});

/**
 * Adjusted benefit of a line: what full use brings, times the share in use, less what is taken off for risk.
 *
 * @param input - `amounts`, money by period; `adoption`, shares from 0 to 1, as many; `riskAdjustment`, a share from 0 to
 *   1
 * @returns money: the sum over all periods, rounded half-even to 12 decimals
 * @throws DomainError `out-of-range` for a share outside 0 to 1, or a sum that reaches 1e24
 * @throws DomainError `empty` for no amounts, `inconsistent` for more or fewer shares, `currency-mismatch` when the
 *   currencies differ
 * @source HM Treasury, The Green Book, adjusting for optimism bias and risk
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { adjustedBenefit } from "golive-kit/roi";
 *
 * const amounts = [money("1000", "EUR"), money("1000", "EUR")];
 *
 * adjustedBenefit({ amounts, adoption: [0.5, 1], riskAdjustment: 0.2 }).amount; // => "1200"
 * ```
 *
 * @function
 */
export const adjustedBenefit: Formula<AdjustedBenefitInput, Money> = /* @__PURE__ */ formula({
  id: "roi.adjusted-benefit",
  title: "Adjusted benefit of a line",
  unit: "money",
  units: { amounts: "money", adoption: "ratio", riskAdjustment: "ratio" },
  source: [SOURCE],
  compute({ amounts: given, adoption, riskAdjustment }: AdjustedBenefitInput, note) {
    const { currency, amounts } = demandFlows(given, "amounts");
    if (demandList(adoption, "adoption").length !== amounts.length) {
      throw broken("inconsistent", "adoption", `as many as amounts, ${String(amounts.length)}`, adoption.length);
    }
    const used = sumOf(amounts.map((amount, k) => amount.times(shareOf(adoption, k))));
    note("used", "sum[t](amounts[t] × adoption[t])", moneyOf(used, currency, "used"));
    const benefit = used.times(benefitFactor(riskAdjustment));
    return note("benefit", "used × (1 − riskAdjustment)", moneyOf(benefit, currency, "benefit"));
  },
});

/**
 * Total of a case: what all lines of one side come to.
 *
 * @param input - `amounts`, money of one currency, one for each line
 * @returns money, exact
 * @throws DomainError `empty` for no lines, `currency-mismatch` when the currencies differ, `out-of-range` for a sum that
 *   reaches 1e24
 * @source Definition: the sum of the lines
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { caseTotal } from "golive-kit/roi";
 *
 * caseTotal({ amounts: [money("1000", "EUR"), money("500", "EUR")] }).amount; // => "1500"
 * ```
 *
 * @function
 */
export const caseTotal: Formula<CaseTotalInput, Money> = /* @__PURE__ */ formula({
  id: "roi.case-total",
  title: "Total of the lines",
  unit: "money",
  units: { amounts: "money" },
  source: [{ work: "Definition", place: "the sum of the lines" }],
  compute({ amounts }: CaseTotalInput, note) {
    const { currency, amounts: lines } = demandFlows(amounts, "amounts");
    return note("total", "sum[t](amounts[t])", moneyOf(sumOf(lines), currency, "total"));
  },
});

/** What a planned cost is multiplied by. */
export function costFactor(shares: Omit<AdjustedCostInput, "amounts">): Decimal {
  return (["contingency", "optimismBias", "riskAdjustment"] as const).reduce(
    (factor, name) => factor.times(decimalOfNumber(demandAtLeast(shares[name], 0, name), name).plus(1)),
    new Decimal(1),
  );
}

/** What an adopted benefit is multiplied by. */
export function benefitFactor(riskAdjustment: number): Decimal {
  return new Decimal(1).minus(decimalOfNumber(demandBetween(riskAdjustment, 0, 1, "riskAdjustment"), "riskAdjustment"));
}

/** The share in use in a period. */
export function shareOf(adoption: readonly number[], period: number): Decimal {
  const subject = `adoption[${String(period)}]`;
  return decimalOfNumber(demandBetween(adoption[period], 0, 1, subject, ["adoption", period]), subject);
}

function sumOf(amounts: readonly Decimal[]): Decimal {
  return demandSizes([amounts.reduce((sum, amount) => sum.plus(amount), new Decimal(0))], "sum")[0] ?? new Decimal(0);
}
