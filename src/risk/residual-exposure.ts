import * as z from "zod";

import { demandCurrency, demandMoney, moneyOf } from "../foundation/decimal/index.js";
import { formula, type Formula } from "../foundation/explain/index.js";
import { contained } from "../foundation/guard/index.js";
import { CurrencyCode, type Money, NonNegativeMoney } from "../foundation/money/index.js";
import { list, parse, Probability, schema } from "../foundation/schema/index.js";
import { opportunityExposure, threatExposure } from "./exposure.js";

/** Input of {@link residualExposure}: what is left of each risk once its responses have worked. */
export interface ResidualExposureInput {
  /** How likely each threat is then, from 0 to 1. */
  readonly threatProbabilities: readonly number[];
  /** What each threat costs then; zero or above. */
  readonly threatImpacts: readonly Money[];
  /** How likely each opportunity is then, from 0 to 1. */
  readonly opportunityProbabilities: readonly number[];
  /** What each opportunity gains then; zero or above. */
  readonly opportunityImpacts: readonly Money[];
  /** Currency of the impacts and of the sum. */
  readonly currency: string;
}

/** Reads a {@link ResidualExposureInput}. */
export const ResidualExposureInput: z.ZodType<ResidualExposureInput> = /* @__PURE__ */ schema(() =>
  z.strictObject({
    threatProbabilities: list(Probability),
    threatImpacts: list(NonNegativeMoney),
    opportunityProbabilities: list(Probability),
    opportunityImpacts: list(NonNegativeMoney),
    currency: CurrencyCode,
  }),
);

/**
 * Residual exposure: what the register is still expected to cost once every response has worked.
 *
 * A risk that nobody has looked at again keeps the value it has: carried, not zero. The caller puts it in; so does
 * {@link assessRisks}.
 *
 * @param input - `threatProbabilities` and `threatImpacts`, `opportunityProbabilities` and `opportunityImpacts`, rows
 *   of probabilities from 0 to 1 and of money of zero or above; `currency` of all impacts
 * @returns money, exact, threats less opportunities; below zero when the opportunities outweigh the threats
 * @throws DomainError `inconsistent` when two lists that belong together differ in length
 * @throws DomainError `out-of-range` for a probability outside 0 to 1 or an impact below zero
 * @throws DomainError `currency-mismatch` for an impact of another currency
 * @source ISO 31073:2022, Risk management: Vocabulary, "residual risk"
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { residualExposure } from "golive-kit/risk";
 *
 * const left = residualExposure({
 *   threatProbabilities: [0.1],
 *   threatImpacts: [money("60000", "EUR")],
 *   opportunityProbabilities: [],
 *   opportunityImpacts: [],
 *   currency: "EUR",
 * });
 *
 * left.amount; // => "6000"
 * ```
 *
 * @function
 */
export const residualExposure: Formula<ResidualExposureInput, Money> = /* @__PURE__ */ formula({
  id: "risk.residual-exposure",
  title: "Residual exposure",
  unit: "money",
  units: {
    threatProbabilities: "probability",
    threatImpacts: "money",
    opportunityProbabilities: "probability",
    opportunityImpacts: "money",
    currency: "text",
  },
  source: [{ work: "ISO 31073:2022, Risk management: Vocabulary", place: "residual risk" }],
  compute(input: ResidualExposureInput, note) {
    const currency = demandCurrency(input.currency, "currency");
    const threats = note.figure("residualThreats", threatExposure, {
      probabilities: input.threatProbabilities,
      impacts: input.threatImpacts,
      currency,
    });
    const opportunities = note.figure("residualOpportunities", opportunityExposure, {
      probabilities: input.opportunityProbabilities,
      impacts: input.opportunityImpacts,
      currency,
    });
    const left = demandMoney(threats, "residualThreats").minus(demandMoney(opportunities, "residualOpportunities"));
    return note(
      "residualExposure",
      "residualThreats − residualOpportunities",
      moneyOf(left, currency, "residualExposure"),
    );
  },
});

/**
 * Reads the input of {@link residualExposure} from outside data.
 *
 * @param data - `{ threatProbabilities, threatImpacts, opportunityProbabilities, opportunityImpacts, currency }`
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { parseResidualExposureInput, residualExposure } from "golive-kit/risk";
 *
 * const input = parseResidualExposureInput({
 *   threatProbabilities: [],
 *   threatImpacts: [],
 *   opportunityProbabilities: [0.5],
 *   opportunityImpacts: [{ amount: "10", currency: "EUR" }],
 *   currency: "EUR",
 * });
 *
 * residualExposure(input).amount; // => "-5"
 * ```
 */
export function parseResidualExposureInput(data: unknown): ResidualExposureInput {
  return contained("residual exposure", () => parse(ResidualExposureInput, data, "residual exposure"));
}
