import * as z from "zod";

import { formula, type Formula } from "../foundation/explain/index.js";
import { contained } from "../foundation/guard/index.js";
import { type Money, NonNegativeMoney } from "../foundation/money/index.js";
import { parse, Probability, schema } from "../foundation/schema/index.js";
import { exposureOf } from "./exposure-sum.js";

/** Input of {@link expectedLoss}. */
export interface ExpectedLossInput {
  /** How likely the risk is to occur, from 0 to 1. */
  readonly probability: number;
  /** What it costs, or gains, when it does; zero or above. */
  readonly impact: Money;
}

/** Reads an {@link ExpectedLossInput}. */
export const ExpectedLossInput: z.ZodType<ExpectedLossInput> = /* @__PURE__ */ schema(() =>
  z.strictObject({ probability: Probability, impact: NonNegativeMoney }),
);

/**
 * Expected loss, also called risk exposure: the cost of a risk weighted by how likely it is.
 *
 * It has no sign: of an opportunity it is the expected gain. It is what one
 * would pay on average over many such risks, and almost never what one risk costs.
 *
 * @param input - `probability`, from 0 to 1, which counts as its shortest decimal (0.1 is one tenth); `impact`, money
 *   of zero or above
 * @returns money, exact, rounded half-even to 12 decimals
 * @throws DomainError `out-of-range` when the probability is outside 0 to 1 or the impact is below zero
 * @source Boehm, Software Risk Management: Principles and Practices (1991), risk exposure = probability × loss
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { expectedLoss } from "golive-kit/risk";
 *
 * expectedLoss({ probability: 0.3, impact: money("40000", "EUR") }); // => { amount: "12000", currency: "EUR" }
 * ```
 *
 * @function
 */
export const expectedLoss: Formula<ExpectedLossInput, Money> = /* @__PURE__ */ formula({
  id: "risk.expected-loss",
  title: "Expected loss",
  unit: "money",
  units: { probability: "probability", impact: "money" },
  source: [{ work: "Boehm, Software Risk Management: Principles and Practices (1991)", place: "Risk exposure" }],
  compute({ probability, impact }: ExpectedLossInput, note) {
    return note("expectedLoss", "probability × impact", exposureOf(probability, impact, "expectedLoss"));
  },
});

/**
 * Reads the input of {@link expectedLoss} from outside data.
 *
 * @param data - `{ probability, impact }`
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { expectedLoss, parseExpectedLossInput } from "golive-kit/risk";
 *
 * const input = parseExpectedLossInput({ probability: 0.1, impact: { amount: "0.2", currency: "EUR" } });
 *
 * expectedLoss(input).amount; // => "0.02"
 * ```
 */
export function parseExpectedLossInput(data: unknown): ExpectedLossInput {
  return contained("expected loss", () => parse(ExpectedLossInput, data, "expected loss"));
}
