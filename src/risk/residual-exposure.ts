import * as z from "zod";

import { demandCurrency, demandMoney, moneyOf } from "../foundation/decimal/index.js";
import { formula, type Formula } from "../foundation/explain/index.js";
import { contained, demandCount } from "../foundation/guard/index.js";
import { CurrencyCode, type Money, NonNegativeMoney } from "../foundation/money/index.js";
import { Count, list, oneCurrency, optional, parse, Probability, rule, schema } from "../foundation/schema/index.js";
import { type NothingPriced, opportunityExposure, threatExposure } from "./exposure.js";

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
  /** Threats that have no amounts; none when left out. */
  readonly unpricedThreats?: number;
  /** Opportunities that have no amounts; none when left out. */
  readonly unpricedOpportunities?: number;
}

/** Reads a {@link ResidualExposureInput}. */
export const ResidualExposureInput: z.ZodType<ResidualExposureInput> = /* @__PURE__ */ schema(() =>
  z
    .strictObject({
      threatProbabilities: list(Probability),
      threatImpacts: list(NonNegativeMoney),
      opportunityProbabilities: list(Probability),
      opportunityImpacts: list(NonNegativeMoney),
      currency: CurrencyCode,
      unpricedThreats: optional(Count),
      unpricedOpportunities: optional(Count),
    })
    .check(
      rule((input: ResidualExposureInput, report) => {
        for (const type of ["threat", "opportunity"] as const) {
          const impacts = input[`${type}Impacts`];
          if (impacts.length !== input[`${type}Probabilities`].length) {
            report("inconsistent", [`${type}Impacts`], "expected as many impacts as probabilities");
          }
          const placed = impacts.map((impact, i) => [[`${type}Impacts`, i], impact] as const);
          oneCurrency(report, placed, input.currency);
        }
      }),
    ),
);

/**
 * Residual exposure: what the register is still expected to cost once every response has worked.
 *
 * A risk that nobody has looked at again keeps the value it has: carried, not zero. The caller puts it in; so does
 * {@link assessRisks}.
 *
 * @param input - `threatProbabilities` and `threatImpacts`, `opportunityProbabilities` and `opportunityImpacts`, rows
 *   of probabilities from 0 to 1 and of money of zero or above; `currency` of all impacts; `unpricedThreats` and
 *   `unpricedOpportunities`, how many have no amounts, none when left out
 * @returns money, exact, threats less opportunities; below zero when the opportunities outweigh the threats; NoAnswer
 *   `nothing-priced` when either side comes to zero and risks of its type have no amounts
 * @throws DomainError `inconsistent` when two lists that belong together differ in length
 * @throws DomainError `out-of-range` for a probability outside 0 to 1, an impact below zero or a number of risks that is no
 *   count
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
 * left; // => { amount: "6000", currency: "EUR" }
 * ```
 *
 * @function
 */
export const residualExposure: Formula<ResidualExposureInput, Money | NothingPriced> = /* @__PURE__ */ formula({
  id: "risk.residual-exposure",
  title: "Residual exposure",
  unit: "money",
  units: {
    threatProbabilities: "probability",
    threatImpacts: "money",
    opportunityProbabilities: "probability",
    opportunityImpacts: "money",
    currency: "text",
    unpricedThreats: "count",
    unpricedOpportunities: "count",
  },
  outcomes: {
    "nothing-priced":
      "residualThreats = 0 and unpricedThreats > 0 or residualOpportunities = 0 and unpricedOpportunities > 0",
  },
  source: [{ work: "ISO 31073:2022, Risk management: Vocabulary", place: "residual risk" }],
  compute(input: ResidualExposureInput, note): Money | NothingPriced {
    const { unpricedThreats = 0, unpricedOpportunities = 0 } = input;
    const currency = demandCurrency(input.currency, "currency");
    // Without a number of unpriced risks these two always have an answer.
    const threats = note.figure("residualThreats", threatExposure, {
      probabilities: input.threatProbabilities,
      impacts: input.threatImpacts,
      currency,
    }) as Money;
    const opportunities = note.figure("residualOpportunities", opportunityExposure, {
      probabilities: input.opportunityProbabilities,
      impacts: input.opportunityImpacts,
      currency,
    }) as Money;
    const noThreat = demandCount(unpricedThreats, "unpricedThreats") > 0 && threats.amount === "0";
    const noOpportunity =
      demandCount(unpricedOpportunities, "unpricedOpportunities") > 0 && opportunities.amount === "0";
    if (noThreat || noOpportunity) return note.none("nothing-priced");
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
 * @param data - `{ threatProbabilities, threatImpacts, opportunityProbabilities, opportunityImpacts, currency,
 *   unpricedThreats?, unpricedOpportunities? }`
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
 * residualExposure(input); // => { amount: "-5", currency: "EUR" }
 * ```
 */
export function parseResidualExposureInput(data: unknown): ResidualExposureInput {
  return contained("residual exposure", () => parse(ResidualExposureInput, data, "residual exposure"));
}
