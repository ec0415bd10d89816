import * as z from "zod";

import { type Decimal, demandMoney, demandMoneyIn, moneyOf } from "../foundation/decimal/index.js";
import { isNoAnswer } from "../foundation/errors/index.js";
import { formula, type Formula } from "../foundation/explain/index.js";
import { broken, contained, demandCount } from "../foundation/guard/index.js";
import { type Money, NonNegativeMoney } from "../foundation/money/index.js";
import { Count, optional, parse, rule, schema } from "../foundation/schema/index.js";
import type { NothingPriced } from "./exposure.js";

/** Input of {@link netExposure}, {@link expectedMonetaryValue} and {@link contingencyReserve}. */
export interface NetExposureInput {
  /** Expected losses of all threats that have amounts; zero or above. */
  readonly threatExposure: Money;
  /** Expected gains of all opportunities that have amounts; same currency, zero or above. */
  readonly opportunityExposure: Money;
  /** Threats that have no amounts; none when left out. */
  readonly unpricedThreats?: number;
  /** Opportunities that have no amounts; none when left out. */
  readonly unpricedOpportunities?: number;
}

/** Reads a {@link NetExposureInput}. */
export const NetExposureInput: z.ZodType<NetExposureInput> = /* @__PURE__ */ schema(() =>
  z
    .strictObject({
      threatExposure: NonNegativeMoney,
      opportunityExposure: NonNegativeMoney,
      unpricedThreats: optional(Count),
      unpricedOpportunities: optional(Count),
    })
    .check(
      rule(({ threatExposure, opportunityExposure }: NetExposureInput, report) => {
        const { currency } = threatExposure;
        if (opportunityExposure.currency !== currency) {
          report("currency-mismatch", ["opportunityExposure", "currency"], `expected ${currency}`);
        }
      }),
    ),
);

const UNITS = {
  threatExposure: "money",
  opportunityExposure: "money",
  unpricedThreats: "count",
  unpricedOpportunities: "count",
} as const;
const OUTCOMES = {
  "nothing-priced":
    "threatExposure = 0 and unpricedThreats > 0 or opportunityExposure = 0 and unpricedOpportunities > 0",
} as const;
const SOURCE = {
  work: "PMI, A Guide to the Project Management Body of Knowledge, 5th edition (2013)",
  place: "Expected monetary value analysis",
} as const;

/**
 * Net exposure: what the register is expected to cost, threats less opportunities.
 *
 * This is the loss view: above zero is a cost. {@link expectedMonetaryValue} is
 * the same in the value view.
 *
 * @param input - `threatExposure` and `opportunityExposure`, money of one currency, both zero or above;
 *   `unpricedThreats` and `unpricedOpportunities`, how many have no amounts, none when left out
 * @returns money, exact; below zero when the opportunities outweigh the threats; NoAnswer `nothing-priced` when an
 *   exposure is zero and risks of its type have no amounts
 * @throws DomainError `out-of-range` when an exposure is below zero or a number of risks is no count
 * @throws DomainError `currency-mismatch` when the currencies differ
 * @source PMI, A Guide to the Project Management Body of Knowledge, 5th edition (2013), "Expected monetary
 *   value analysis"
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { netExposure } from "golive-kit/risk";
 *
 * const input = { threatExposure: money("37000", "EUR"), opportunityExposure: money("15000", "EUR") };
 *
 * netExposure(input); // => { amount: "22000", currency: "EUR" }
 * netExposure({ ...input, opportunityExposure: money("0", "EUR"), unpricedOpportunities: 1 });
 * // => { kind: "none", reason: "nothing-priced" }
 * ```
 *
 * @function
 */
export const netExposure: Formula<NetExposureInput, Money | NothingPriced> = /* @__PURE__ */ formula({
  id: "risk.net-exposure",
  title: "Net exposure",
  unit: "money",
  units: UNITS,
  outcomes: OUTCOMES,
  source: [SOURCE],
  compute(input: NetExposureInput, note): Money | NothingPriced {
    const { threats, opportunities, currency, unknown } = demandExposures(input);
    if (unknown) return note.none("nothing-priced");
    const net = moneyOf(threats.minus(opportunities), currency, "netExposure");
    return note("netExposure", "threatExposure − opportunityExposure", net);
  },
});

/**
 * Expected monetary value of a register: opportunities less threats.
 *
 * This is the value view: below zero is a cost. {@link netExposure} is the same
 * in the loss view.
 *
 * @param input - `threatExposure` and `opportunityExposure`, money of one currency, both zero or above;
 *   `unpricedThreats` and `unpricedOpportunities`, how many have no amounts, none when left out
 * @returns money, exact; below zero when the threats outweigh the opportunities; NoAnswer `nothing-priced` when an
 *   exposure is zero and risks of its type have no amounts
 * @throws DomainError `out-of-range` when an exposure is below zero or a number of risks is no count
 * @throws DomainError `currency-mismatch` when the currencies differ
 * @source PMI, A Guide to the Project Management Body of Knowledge, 5th edition (2013), "Expected monetary
 *   value analysis"
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { expectedMonetaryValue } from "golive-kit/risk";
 *
 * const input = { threatExposure: money("37000", "EUR"), opportunityExposure: money("15000", "EUR") };
 *
 * expectedMonetaryValue(input); // => { amount: "-22000", currency: "EUR" }
 * ```
 *
 * @function
 */
export const expectedMonetaryValue: Formula<NetExposureInput, Money | NothingPriced> = /* @__PURE__ */ formula({
  id: "risk.expected-monetary-value",
  title: "Expected monetary value",
  unit: "money",
  units: UNITS,
  outcomes: OUTCOMES,
  source: [SOURCE],
  compute(input: NetExposureInput, note): Money | NothingPriced {
    const { threats, opportunities, currency, unknown } = demandExposures(input);
    if (unknown) return note.none("nothing-priced");
    const value = moneyOf(opportunities.minus(threats), currency, "expectedMonetaryValue");
    return note("expectedMonetaryValue", "opportunityExposure − threatExposure", value);
  },
});

/**
 * Contingency reserve by expected value: the net exposure, and nothing when the
 * opportunities outweigh the threats.
 *
 * It covers the average, not a bad case: a project can need far more of it, or nothing.
 *
 * @param input - `threatExposure` and `opportunityExposure`, money of one currency, both zero or above;
 *   `unpricedThreats` and `unpricedOpportunities`, how many have no amounts, none when left out
 * @returns money of zero or above, exact; NoAnswer `nothing-priced` when an exposure is zero and risks of its type have
 *   no amounts
 * @throws DomainError `out-of-range` when an exposure is below zero or a number of risks is no count
 * @throws DomainError `currency-mismatch` when the currencies differ
 * @source PMI, A Guide to the Project Management Body of Knowledge, 5th edition (2013), "Expected
 *   monetary value analysis"; AACE International,
 *   Recommended Practice 44R-08, Risk Analysis and Contingency Determination Using Expected Value
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { contingencyReserve } from "golive-kit/risk";
 *
 * const input = { threatExposure: money("10", "EUR"), opportunityExposure: money("15", "EUR") };
 *
 * contingencyReserve(input); // => { amount: "0", currency: "EUR" }
 * ```
 *
 * @function
 */
export const contingencyReserve: Formula<NetExposureInput, Money | NothingPriced> = /* @__PURE__ */ formula({
  id: "risk.contingency-reserve",
  title: "Contingency reserve",
  unit: "money",
  units: UNITS,
  outcomes: OUTCOMES,
  source: [
    SOURCE,
    {
      work: "AACE International, Recommended Practice 44R-08",
      place: "Risk Analysis and Contingency Determination Using Expected Value",
    },
  ],
  compute(input: NetExposureInput, note): Money | NothingPriced {
    const net = note.figure("netExposure", netExposure, input);
    if (isNoAnswer(net)) return note.none("nothing-priced");
    const reserve = net.amount.startsWith("-") ? { amount: "0" as const, currency: net.currency } : net;
    return note("contingencyReserve", "max(netExposure, 0)", reserve);
  },
});

/**
 * Reads the input of {@link netExposure}, {@link expectedMonetaryValue} or {@link contingencyReserve} from outside data.
 *
 * @param data - `{ threatExposure, opportunityExposure, unpricedThreats?, unpricedOpportunities? }`
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { netExposure, parseNetExposureInput } from "golive-kit/risk";
 *
 * const input = parseNetExposureInput({
 *   threatExposure: { amount: "8.285", currency: "EUR" },
 *   opportunityExposure: { amount: "0", currency: "EUR" },
 * });
 *
 * netExposure(input); // => { amount: "8.285", currency: "EUR" }
 * ```
 */
export function parseNetExposureInput(data: unknown): NetExposureInput {
  return contained("net exposure", () => parse(NetExposureInput, data, "net exposure"));
}

interface Exposures {
  readonly threats: Decimal;
  readonly opportunities: Decimal;
  readonly currency: string;
  /** Whether one of the two is zero only for want of amounts. */
  readonly unknown: boolean;
}

function demandExposures(input: NetExposureInput): Exposures {
  const { threatExposure, opportunityExposure, unpricedThreats = 0, unpricedOpportunities = 0 } = input;
  const threats = demandMoney(threatExposure, "threatExposure");
  const { currency } = threatExposure;
  const opportunities = demandMoneyIn(currency, opportunityExposure, "opportunityExposure");
  if (threats.isNegative()) throw broken("out-of-range", "threatExposure", "zero or above", threatExposure.amount);
  if (opportunities.isNegative()) {
    throw broken("out-of-range", "opportunityExposure", "zero or above", opportunityExposure.amount);
  }
  const noThreat = demandCount(unpricedThreats, "unpricedThreats") > 0 && threats.isZero();
  const noOpportunity = demandCount(unpricedOpportunities, "unpricedOpportunities") > 0 && opportunities.isZero();
  return { threats, opportunities, currency, unknown: noThreat || noOpportunity };
}
