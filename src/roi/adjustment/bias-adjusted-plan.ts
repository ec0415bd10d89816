import * as z from "zod";

import { type Decimal, decimalOfNumber, demandMoney, moneyOf, numberOf } from "../../foundation/decimal/index.js";
import { formula, type Formula } from "../../foundation/explain/index.js";
import { contained, demandAtLeast } from "../../foundation/guard/index.js";
import { Money } from "../../foundation/money/index.js";
import { NonNegative, parse, schema } from "../../foundation/schema/index.js";

/** Input of {@link biasAdjustedCost}. */
export interface BiasAdjustedCostInput {
  /** What was planned. */
  readonly cost: Money;
  /** The share to add, zero or above. */
  readonly bias: number;
}

/** Input of {@link biasAdjustedDuration}. */
export interface BiasAdjustedDurationInput {
  /** What was planned, in months; zero or above. */
  readonly duration: number;
  /** The share to add, zero or above. */
  readonly bias: number;
}

/** Reads a {@link BiasAdjustedCostInput}. */
export const BiasAdjustedCostInput: z.ZodType<BiasAdjustedCostInput> = /* @__PURE__ */ schema(() =>
  z.strictObject({ cost: Money, bias: NonNegative }),
);

/** Reads a {@link BiasAdjustedDurationInput}. */
export const BiasAdjustedDurationInput: z.ZodType<BiasAdjustedDurationInput> = /* @__PURE__ */ schema(() =>
  z.strictObject({ duration: NonNegative, bias: NonNegative }),
);

/** The source of the figures of this file. */
const SOURCE = {
  work: "Mott MacDonald, Review of Large Public Procurement in the UK (2002)",
  place: "section 4, guidance on optimism bias",
} as const;

/**
 * Bias-adjusted cost: a planned cost with the share for optimism added.
 *
 * Add it before an allowance for the named risks of the register, and do not count those risks twice.
 *
 * @param input - `cost`, money; `bias`, the share to add, zero or above, as `optimismBias` gives it
 * @returns money
 * @throws DomainError `out-of-range` for a bias below zero, or a cost that reaches 1e24
 * @source Mott MacDonald, Review of Large Public Procurement in the UK (2002), section 4, guidance on optimism bias
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { biasAdjustedCost } from "golive-kit/roi";
 *
 * biasAdjustedCost({ cost: money("1200000", "GBP"), bias: 0.9 }).amount; // => "2280000"
 * ```
 *
 * @function
 */
export const biasAdjustedCost: Formula<BiasAdjustedCostInput, Money> = /* @__PURE__ */ formula({
  id: "roi.bias-adjusted-cost",
  title: "Bias-adjusted cost",
  unit: "money",
  units: { cost: "money", bias: "ratio" },
  source: [SOURCE],
  compute({ cost, bias }: BiasAdjustedCostInput, note) {
    const adjusted = demandMoney(cost, "cost").times(growthOf(bias, "bias"));
    return note("adjusted", "cost × (1 + bias)", moneyOf(adjusted, cost.currency, "cost"));
  },
});

/**
 * Bias-adjusted duration: a planned duration with the share for optimism added.
 *
 * @param input - `duration` in months, zero or above; `bias`, the share to add, zero or above
 * @returns months, not rounded
 * @throws DomainError `out-of-range` for a duration or a bias below zero, or a duration beyond all numbers
 * @source Mott MacDonald, Review of Large Public Procurement in the UK (2002), section 4, guidance on optimism bias
 *
 * @example
 * ```ts
 * import { biasAdjustedDuration } from "golive-kit/roi";
 *
 * biasAdjustedDuration({ duration: 20, bias: 0.54 }); // => 30.8
 * ```
 *
 * @function
 */
export const biasAdjustedDuration: Formula<BiasAdjustedDurationInput, number> = /* @__PURE__ */ formula({
  id: "roi.bias-adjusted-duration",
  title: "Bias-adjusted duration",
  unit: "months",
  units: { duration: "months", bias: "ratio" },
  source: [SOURCE],
  compute({ duration, bias }: BiasAdjustedDurationInput, note) {
    const planned = decimalOfNumber(demandAtLeast(duration, 0, "duration"), "duration");
    return note("adjusted", "duration × (1 + bias)", numberOf(planned.times(growthOf(bias, "bias")), "duration"));
  },
});

/**
 * Reads the input of {@link biasAdjustedCost} from outside data.
 *
 * @param data - `{ cost, bias }`; the amount as decimal text or as a number
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { biasAdjustedCost, parseBiasAdjustedCostInput } from "golive-kit/roi";
 *
 * const input = parseBiasAdjustedCostInput({ cost: { amount: "100", currency: "GBP" }, bias: 0.24 });
 *
 * biasAdjustedCost(input).amount; // => "124"
 * ```
 */
export function parseBiasAdjustedCostInput(data: unknown): BiasAdjustedCostInput {
  return contained("bias-adjusted cost", () => parse(BiasAdjustedCostInput, data, "bias-adjusted cost"));
}

/**
 * Reads the input of {@link biasAdjustedDuration} from outside data.
 *
 * @param data - `{ duration, bias }`, both numbers
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { biasAdjustedDuration, parseBiasAdjustedDurationInput } from "golive-kit/roi";
 *
 * biasAdjustedDuration(parseBiasAdjustedDurationInput({ duration: 10, bias: 0.2 })); // => 12
 * ```
 */
export function parseBiasAdjustedDurationInput(data: unknown): BiasAdjustedDurationInput {
  return contained("bias-adjusted duration", () => parse(BiasAdjustedDurationInput, data, "bias-adjusted duration"));
}

/** What a base is multiplied by to have a share added. */
export function growthOf(share: number, subject: string): Decimal {
  return decimalOfNumber(demandAtLeast(share, 0, subject), subject).plus(1);
}
