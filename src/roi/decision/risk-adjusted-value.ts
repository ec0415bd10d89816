import * as z from "zod";

import { Decimal, demandMoney, demandMoneyIn, moneyOf } from "../../foundation/decimal/index.js";
import { formula, type Formula } from "../../foundation/explain/index.js";
import { contained, demandList } from "../../foundation/guard/index.js";
import { Money } from "../../foundation/money/index.js";
import { list, oneCurrency, parse, Probability, rule, schema } from "../../foundation/schema/index.js";
import { demandFlows } from "../flows/cash-flow.js";
import { demandProbabilities } from "./probabilities.js";

/** Input of {@link expectedRiskLoss}. */
export interface ExpectedRiskLossInput {
  /** How likely each risk is, from 0 to 1. */
  readonly probabilities: readonly number[];
  /** What each loses when it occurs, as a present value; below zero for an opportunity. As many as the probabilities. */
  readonly impacts: readonly Money[];
}

/** Input of {@link riskAdjustedNetPresentValue}. */
export interface RiskAdjustedNetPresentValueInput extends ExpectedRiskLossInput {
  /** What the case is worth if no risk occurs; same currency as the impacts. */
  readonly netPresentValue: Money;
}

/** What risks do to the value of a case; see {@link assessRiskAdjustedValue}. */
export interface RiskAdjustedValue {
  /** What the risks cost on average; zero when there are none. */
  readonly expectedLoss: Money;
  /** The net present value less that. */
  readonly riskAdjustedNetPresentValue: Money;
}

/** Reads an {@link ExpectedRiskLossInput}. */
export const ExpectedRiskLossInput: z.ZodType<ExpectedRiskLossInput> = /* @__PURE__ */ schema(() =>
  z.strictObject({ probabilities: list<number>(Probability), impacts: list<Money>(Money) }).check(
    rule((input: ExpectedRiskLossInput, report) => {
      if (input.impacts.length === 0) report("empty", ["impacts"], "expected at least one risk, received none");
      riskLists(input, report);
    }),
  ),
);

/** Reads a {@link RiskAdjustedNetPresentValueInput}. */
export const RiskAdjustedNetPresentValueInput: z.ZodType<RiskAdjustedNetPresentValueInput> = /* @__PURE__ */ schema(
  () =>
    z
      .strictObject({ probabilities: list<number>(Probability), impacts: list<Money>(Money), netPresentValue: Money })
      .check(
        rule((input: RiskAdjustedNetPresentValueInput, report) => {
          riskLists(input, report, input.netPresentValue.currency);
        }),
      ),
);

/** The source of the figures of this file. */
const SOURCE = {
  work: "HM Treasury, The Green Book (2022)",
  place: "expected values of risks",
} as const;

/**
 * Expected loss of risks: what they cost on average, opportunities counted against them.
 *
 * @param input - `probabilities` from 0 to 1; `impacts`, money of one currency, below zero for an opportunity, as many;
 *   at least one
 * @returns money, exact, rounded half-even to 12 decimals; below zero when the opportunities outweigh
 * @throws DomainError `out-of-range` for a probability outside 0 to 1, `inconsistent` for more or fewer impacts
 * @throws DomainError `empty` for no risk, `currency-mismatch` when the currencies differ
 * @source HM Treasury, The Green Book (2022), expected values of risks
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { expectedRiskLoss } from "golive-kit/roi";
 *
 * const impacts = ["50000", "-40000"].map((amount) => money(amount, "EUR"));
 *
 * expectedRiskLoss({ probabilities: [0.3, 0.05], impacts }).amount; // => "13000"
 * ```
 *
 * @function
 */
export const expectedRiskLoss: Formula<ExpectedRiskLossInput, Money> = /* @__PURE__ */ formula({
  id: "roi.expected-risk-loss",
  title: "Expected loss of risks",
  unit: "money",
  units: { probabilities: "probability", impacts: "money" },
  source: [SOURCE],
  compute(input: ExpectedRiskLossInput, note) {
    const { currency } = demandFlows(input.impacts, "impacts");
    const loss = moneyOf(lossOf(input, currency), currency, "expectedLoss");
    return note("expectedLoss", "sum[t](probabilities[t] × impacts[t])", loss);
  },
});

/**
 * Risk-adjusted net present value: what a case is worth less what its risks cost on average.
 *
 * The risk must not be in the discount rate as well, nor in estimates that were raised for it: it would count twice.
 *
 * @param input - `netPresentValue`, money, with no risk in it; `probabilities` from 0 to 1 and `impacts`, present values
 *   of the same currency, below zero for an opportunity, as many; both may be empty
 * @returns money, exact, rounded half-even to 12 decimals
 * @throws DomainError `out-of-range` for a probability outside 0 to 1, `inconsistent` for more or fewer impacts
 * @throws DomainError `currency-mismatch` when the currencies differ
 * @source HM Treasury, The Green Book (2022), expected values of risks
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { riskAdjustedNetPresentValue } from "golive-kit/roi";
 *
 * riskAdjustedNetPresentValue({
 *   netPresentValue: money("180000", "EUR"),
 *   probabilities: [0.3, 0.1],
 *   impacts: [money("50000", "EUR"), money("200000", "EUR")],
 * }).amount; // => "145000"
 * ```
 *
 * @function
 */
export const riskAdjustedNetPresentValue: Formula<RiskAdjustedNetPresentValueInput, Money> = /* @__PURE__ */ formula({
  id: "roi.risk-adjusted-net-present-value",
  title: "Risk-adjusted net present value",
  unit: "money",
  units: { netPresentValue: "money", probabilities: "probability", impacts: "money" },
  source: [SOURCE],
  compute(input: RiskAdjustedNetPresentValueInput, note) {
    const worth = demandMoney(input.netPresentValue, "netPresentValue");
    const { currency } = input.netPresentValue;
    const loss = lossOf(input, currency);
    note("expectedLoss", "sum[t](probabilities[t] × impacts[t])", moneyOf(loss, currency, "expectedLoss"));
    return note("adjusted", "netPresentValue − expectedLoss", moneyOf(worth.minus(loss), currency, "adjusted"));
  },
});

/**
 * Looks at what risks do to the value of a case: what they cost on average, and what is left.
 *
 * @param input - as that of {@link riskAdjustedNetPresentValue}
 * @returns `expectedLoss`, zero when there are no risks, and `riskAdjustedNetPresentValue`
 * @throws DomainError `out-of-range` for a probability outside 0 to 1, `inconsistent` for more or fewer impacts
 * @throws DomainError `currency-mismatch` when the currencies differ
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { assessRiskAdjustedValue } from "golive-kit/roi";
 *
 * const { expectedLoss } = assessRiskAdjustedValue({
 *   netPresentValue: money("180000", "EUR"),
 *   probabilities: [],
 *   impacts: [],
 * });
 *
 * expectedLoss; // => { amount: "0", currency: "EUR" }
 * ```
 */
export function assessRiskAdjustedValue(input: RiskAdjustedNetPresentValueInput): RiskAdjustedValue {
  return contained("assessRiskAdjustedValue", () => {
    const adjusted = riskAdjustedNetPresentValue(input);
    const { currency } = adjusted;
    return {
      expectedLoss: moneyOf(lossOf(input, currency), currency, "expectedLoss"),
      riskAdjustedNetPresentValue: adjusted,
    };
  });
}

/**
 * Reads the input of {@link expectedRiskLoss} from outside data.
 *
 * @param data - `{ probabilities, impacts }`
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { expectedRiskLoss, parseExpectedRiskLossInput } from "golive-kit/roi";
 *
 * const input = parseExpectedRiskLossInput({ probabilities: [0.5], impacts: [{ amount: "90", currency: "EUR" }] });
 *
 * expectedRiskLoss(input).amount; // => "45"
 * ```
 */
export function parseExpectedRiskLossInput(data: unknown): ExpectedRiskLossInput {
  return contained("expected loss of risks", () => parse(ExpectedRiskLossInput, data, "expected loss of risks"));
}

/**
 * Reads the input of {@link riskAdjustedNetPresentValue} and {@link assessRiskAdjustedValue} from outside data.
 *
 * @param data - `{ netPresentValue, probabilities, impacts }`
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { parseRiskAdjustedNetPresentValueInput, riskAdjustedNetPresentValue } from "golive-kit/roi";
 *
 * const input = parseRiskAdjustedNetPresentValueInput({
 *   netPresentValue: { amount: "100", currency: "EUR" },
 *   probabilities: [0.5],
 *   impacts: [{ amount: "90", currency: "EUR" }],
 * });
 *
 * riskAdjustedNetPresentValue(input).amount; // => "55"
 * ```
 */
export function parseRiskAdjustedNetPresentValueInput(data: unknown): RiskAdjustedNetPresentValueInput {
  return contained("risk-adjusted net present value", () =>
    parse(RiskAdjustedNetPresentValueInput, data, "risk-adjusted net present value"),
  );
}

function riskLists(
  { probabilities, impacts }: ExpectedRiskLossInput,
  report: Parameters<typeof oneCurrency>[0],
  currency?: string,
): void {
  if (probabilities.length !== impacts.length) {
    report("inconsistent", ["probabilities"], "expected as many probabilities as impacts");
  }
  oneCurrency(
    report,
    impacts.map((impact, i) => [["impacts", i], impact]),
    currency,
  );
}

function lossOf({ probabilities, impacts }: ExpectedRiskLossInput, currency: string): Decimal {
  const losses = demandList(impacts, "impacts").map((impact, i) =>
    demandMoneyIn(currency, impact, `impacts[${String(i)}]`, ["impacts", i]),
  );
  const chances = demandProbabilities(probabilities, losses.length, "impacts");
  return losses.reduce((sum, loss, i) => sum.plus(loss.times(chances[i] ?? 0)), new Decimal(0));
}
