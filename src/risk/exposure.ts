import * as z from "zod";

import { demandCurrency } from "../foundation/decimal/index.js";
import type { NoAnswer } from "../foundation/errors/index.js";
import { formula, type Formula, type Note } from "../foundation/explain/index.js";
import { broken, contained, demandCount, demandList } from "../foundation/guard/index.js";
import { CurrencyCode, type Money, NonNegativeMoney } from "../foundation/money/index.js";
import { Count, list, optional, parse, Probability, rule, schema } from "../foundation/schema/index.js";
import { exposureOf, ExposureSum } from "./exposure-sum.js";

/** Input of {@link threatExposure} and {@link opportunityExposure}: two lists of one length, a row for each risk. */
export interface ExposureInput {
  /** How likely each risk is to occur, from 0 to 1. */
  readonly probabilities: readonly number[];
  /** What each costs, or gains, when it does; zero or above, all of `currency`. */
  readonly impacts: readonly Money[];
  /** Currency of the impacts and of the sum. */
  readonly currency: string;
  /** Risks of the kind that have no amounts and so are in neither list; none when left out. */
  readonly unpriced?: number;
}

/** Reads an {@link ExposureInput}. */
export const ExposureInput: z.ZodType<ExposureInput> = /* @__PURE__ */ schema(() =>
  z
    .strictObject({
      probabilities: list(Probability),
      impacts: list(NonNegativeMoney),
      currency: CurrencyCode,
      unpriced: optional(Count),
    })
    .check(
      rule(({ probabilities, impacts, currency }: ExposureInput, report) => {
        if (probabilities.length !== impacts.length) {
          report("inconsistent", ["impacts"], `expected as many as probabilities, received ${String(impacts.length)}`);
        }
        impacts.forEach((impact, i) => {
          if (impact.currency !== currency) {
            report("currency-mismatch", ["impacts", i, "currency"], `expected ${currency}`);
          }
        });
      }),
    ),
);

/** No sum, because no risk with a value is in it and others have no amounts. */
export type NothingPriced = NoAnswer<"nothing-priced">;

const SOURCE = {
  work: "PMI, A Guide to the Project Management Body of Knowledge, 5th edition (2013)",
  place: "Expected monetary value analysis",
} as const;

/**
 * Threat exposure: the expected losses of all threats together.
 *
 * Adding is right whether or not the threats depend on each other; it says
 * nothing of how bad it can get. Threats without amounts are not in the sum: with
 * some of them it is too low, and with nothing else there is no answer.
 *
 * @param input - `probabilities`, from 0 to 1, and `impacts`, money of zero or above, a row for each threat;
 *   `currency` of all impacts; `unpriced`, how many threats have no amounts, none when left out
 * @returns money, exact, rounded once, half-even to 12 decimals; zero for no threats; NoAnswer
 *   `nothing-priced` when the sum is zero and some have no amounts
 * @throws DomainError `inconsistent` when the lists differ in length
 * @throws DomainError `out-of-range` for a probability outside 0 to 1, an impact below zero or an `unpriced` that is no
 *   count
 * @throws DomainError `currency-mismatch` for an impact of another currency
 * @source PMI, A Guide to the Project Management Body of Knowledge, 5th edition (2013), "Expected monetary
 *   value analysis"
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { threatExposure } from "golive-kit/risk";
 *
 * const impacts = [money("40000", "EUR"), money("250000", "EUR")];
 *
 * threatExposure({ probabilities: [0.3, 0.1], impacts, currency: "EUR" }); // => { amount: "37000", currency: "EUR" }
 * threatExposure({ probabilities: [], impacts: [], currency: "EUR", unpriced: 2 });
 * // => { kind: "none", reason: "nothing-priced" }
 * ```
 *
 * @function
 */
export const threatExposure: Formula<ExposureInput, Money | NothingPriced> = /* @__PURE__ */ formula({
  id: "risk.threat-exposure",
  title: "Threat exposure",
  unit: "money",
  units: { probabilities: "probability", impacts: "money", currency: "text", unpriced: "count" },
  outcomes: { "nothing-priced": "threatExposure = 0 and unpriced > 0" },
  source: [SOURCE],
  compute: (input: ExposureInput, note) => exposure("threatExposure", input, note),
});

/**
 * Opportunity exposure: the expected gains of all opportunities together.
 *
 * Opportunities without amounts are not in the sum; with nothing else there is no answer.
 *
 * @param input - `probabilities`, from 0 to 1, and `impacts`, money of zero or above, a row for each opportunity;
 *   `currency` of all impacts; `unpriced`, how many opportunities have no amounts, none when left out
 * @returns money, exact, rounded once, half-even to 12 decimals; zero for no opportunities;
 *   NoAnswer `nothing-priced` when the sum is zero and some have no amounts
 * @throws DomainError `inconsistent` when the lists differ in length
 * @throws DomainError `out-of-range` for a probability outside 0 to 1, an impact below zero or an `unpriced` that is no
 *   count
 * @throws DomainError `currency-mismatch` for an impact of another currency
 * @source PMI, A Guide to the Project Management Body of Knowledge, 5th edition (2013), "Expected monetary
 *   value analysis"
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { opportunityExposure } from "golive-kit/risk";
 *
 * opportunityExposure({ probabilities: [0.25], impacts: [money("60000", "EUR")], currency: "EUR" });
 * // => { amount: "15000", currency: "EUR" }
 * ```
 *
 * @function
 */
export const opportunityExposure: Formula<ExposureInput, Money | NothingPriced> = /* @__PURE__ */ formula({
  id: "risk.opportunity-exposure",
  title: "Opportunity exposure",
  unit: "money",
  units: { probabilities: "probability", impacts: "money", currency: "text", unpriced: "count" },
  outcomes: { "nothing-priced": "opportunityExposure = 0 and unpriced > 0" },
  source: [SOURCE],
  compute: (input: ExposureInput, note) => exposure("opportunityExposure", input, note),
});

/**
 * Reads the input of {@link threatExposure} or {@link opportunityExposure} from outside data.
 *
 * @param data - `{ probabilities, impacts, currency, unpriced? }`
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { parseExposureInput, threatExposure } from "golive-kit/risk";
 *
 * threatExposure(parseExposureInput({ probabilities: [], impacts: [], currency: "EUR" }));
 * // => { amount: "0", currency: "EUR" }
 * ```
 */
export function parseExposureInput(data: unknown): ExposureInput {
  return contained("exposure", () => parse(ExposureInput, data, "exposure"));
}

function exposure(symbol: string, input: ExposureInput, note: Note): Money | NothingPriced {
  const probabilities = demandList(input.probabilities, "probabilities");
  const impacts = demandList(input.impacts, "impacts");
  if (probabilities.length !== impacts.length) {
    throw broken("inconsistent", "impacts", `as many as probabilities, ${probabilities.length}`, impacts.length);
  }
  const unpriced = input.unpriced === undefined ? 0 : demandCount(input.unpriced, "unpriced");
  const sum = new ExposureSum(demandCurrency(input.currency, "currency"));
  for (let row = 0; row < impacts.length; row++) {
    sum.add(probabilities[row] as number, impacts[row] as Money, {
      probability: "probabilities",
      impact: "impacts",
      row,
    });
  }
  note.table(
    {
      probability: { unit: "probability" },
      impact: { unit: "money" },
      expectedLoss: { unit: "money", expression: "probability × impact" },
    },
    () =>
      probabilities.map((probability, row) => {
        const impact = impacts[row] as Money;
        return { probability, impact, expectedLoss: exposureOf(probability, impact, "expectedLoss") };
      }),
  );
  const total = note(symbol, "sum[r](probabilities[r] × impacts[r])", sum.total(symbol));
  // A zero beside risks that nobody has priced would read as "no exposure".
  return total.amount === "0" && unpriced > 0 ? note.none("nothing-priced") : total;
}
