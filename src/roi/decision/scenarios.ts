import * as z from "zod";

import { Decimal, demandMoneyIn, moneyOf, numberOf } from "../../foundation/decimal/index.js";
import { formula, type Formula, type Note } from "../../foundation/explain/index.js";
import { broken, contained, demandBetween, demandList, demandNewId } from "../../foundation/guard/index.js";
import { Money } from "../../foundation/money/index.js";
import { Id, list, listById, oneCurrency, parse, Probability, rule, schema } from "../../foundation/schema/index.js";
import { CashFlows, demandFlows } from "../flows/cash-flow.js";
import { demandProbabilities } from "./probabilities.js";

/** One way things may go, and what a case is worth then. */
export interface ValueScenario {
  /** Its id, once in the list. */
  readonly id: string;
  /** How likely it is, from 0 to 1; those of all scenarios add up to 1. */
  readonly probability: number;
  /** What the case is worth in it; one currency in all. */
  readonly presentValue: Money;
}

/** Input of the figures that look at several scenarios. */
export interface ScenariosInput {
  /** How likely each scenario is, from 0 to 1; they add up to 1. */
  readonly probabilities: readonly number[];
  /** What the case is worth in each, all of one currency; as many as the probabilities. */
  readonly presentValues: readonly Money[];
}

/** What several scenarios come to; see {@link assessScenarios}. */
export interface ScenarioAssessment {
  /** The mean of the present values, weighted by their probabilities. */
  readonly expectedPresentValue: Money;
  /** How far the present values lie from it, in major units of the currency. */
  readonly standardDeviation: number;
  /** The probability of all scenarios with a present value below zero. */
  readonly probabilityOfLoss: number;
}

/** How far the probabilities may be from 1 in sum: rounded thirds are let pass. */
const SUM_TOLERANCE = 1e-9;
const ADD_UP = "1 in sum";

/** Reads a {@link ValueScenario}. */
export const ValueScenario: z.ZodType<ValueScenario> = /* @__PURE__ */ schema(() =>
  z.strictObject({ id: Id, probability: Probability, presentValue: Money }),
);

/** Reads a {@link ScenariosInput}. */
export const ScenariosInput: z.ZodType<ScenariosInput> = /* @__PURE__ */ schema(() =>
  z.strictObject({ probabilities: list<number>(Probability), presentValues: CashFlows }).check(
    rule(({ probabilities, presentValues }: ScenariosInput, report) => {
      if (probabilities.length !== presentValues.length) {
        report("inconsistent", ["probabilities"], "expected as many probabilities as present values");
      } else if (!addsUp(probabilities)) {
        report("inconsistent", ["probabilities"], `expected ${ADD_UP}, received ${sumOf(probabilities).toFixed()}`);
      }
    }),
  ),
);

/** The source of the figures of this file. */
const SOURCE = {
  work: "Richard A. Brealey, Stewart C. Myers, Franklin Allen, Principles of Corporate Finance",
  place: "scenario analysis",
} as const;

/** The units of what the figures of this file are given. */
const UNITS = { probabilities: "probability", presentValues: "money" } as const;

/**
 * Expected present value: the mean of what a case is worth in each scenario, weighted by how likely it is.
 *
 * It is what many such cases would bring on average, and often what none of the scenarios brings.
 *
 * @param input - `probabilities` from 0 to 1, which add up to 1; `presentValues`, money of one currency, as many
 * @returns money, exact, rounded half-even to 12 decimals
 * @throws DomainError `out-of-range` for a probability outside 0 to 1
 * @throws DomainError `inconsistent` for probabilities further than 1e-9 from 1 in sum, or more or fewer than values
 * @throws DomainError `empty` for no scenario, `currency-mismatch` when the currencies differ
 * @source Richard A. Brealey, Stewart C. Myers, Franklin Allen, Principles of Corporate Finance, scenario analysis
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { expectedPresentValue } from "golive-kit/roi";
 *
 * const presentValues = ["-120000", "180000", "400000"].map((amount) => money(amount, "EUR"));
 *
 * expectedPresentValue({ probabilities: [0.25, 0.5, 0.25], presentValues }).amount; // => "160000"
 * ```
 *
 * @function
 */
export const expectedPresentValue: Formula<ScenariosInput, Money> = /* @__PURE__ */ formula({
  id: "roi.expected-present-value",
  title: "Expected present value",
  unit: "money",
  units: UNITS,
  source: [SOURCE],
  compute(input: ScenariosInput, note) {
    const { currency, chances, values } = demandScenarios(input);
    return noteExpected(expectedOf(chances, values), currency, note);
  },
});

/**
 * Standard deviation of the present value: how far the scenarios lie from the expected present value.
 *
 * @param input - `probabilities` from 0 to 1, which add up to 1; `presentValues`, money of one currency, as many
 * @returns a number in major units of the currency, zero or above
 * @throws DomainError `out-of-range` for a probability outside 0 to 1
 * @throws DomainError `inconsistent` for probabilities further than 1e-9 from 1 in sum, or more or fewer than values
 * @throws DomainError `empty` for no scenario, `currency-mismatch` when the currencies differ
 * @source Richard A. Brealey, Stewart C. Myers, Franklin Allen, Principles of Corporate Finance, scenario analysis
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { presentValueDeviation } from "golive-kit/roi";
 *
 * const presentValues = [money("100", "EUR"), money("200", "EUR")];
 *
 * presentValueDeviation({ probabilities: [0.2, 0.8], presentValues }); // => 40
 * ```
 *
 * @function
 */
export const presentValueDeviation: Formula<ScenariosInput, number> = /* @__PURE__ */ formula({
  id: "roi.present-value-deviation",
  title: "Standard deviation of the present value",
  unit: "score",
  units: UNITS,
  source: [SOURCE],
  compute(input: ScenariosInput, note) {
    const { currency, chances, values } = demandScenarios(input);
    const expected = expectedOf(chances, values);
    noteExpected(expected, currency, note);
    const variance = values.reduce((sum, value, i) => {
      const off = value.minus(expected);
      return sum.plus(off.times(off).times(chances[i] ?? 0));
    }, new Decimal(0));
    note("variance", "sum[t](probabilities[t] × (presentValues[t] − expected) ^ 2)", numberOf(variance, "variance"));
    return note("deviation", "variance ^ 0.5", numberOf(variance.sqrt(), "deviation"));
  },
});

/**
 * Probability of loss: how likely it is that the present value is below zero.
 *
 * @param input - `probabilities` from 0 to 1, which add up to 1; `presentValues`, money of one currency, as many
 * @returns a probability from 0 to 1
 * @throws DomainError `out-of-range` for a probability outside 0 to 1
 * @throws DomainError `inconsistent` for probabilities further than 1e-9 from 1 in sum, or more or fewer than values
 * @throws DomainError `empty` for no scenario, `currency-mismatch` when the currencies differ
 * @source Richard A. Brealey, Stewart C. Myers, Franklin Allen, Principles of Corporate Finance, scenario analysis
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { probabilityOfLoss } from "golive-kit/roi";
 *
 * const presentValues = ["-10", "0", "20"].map((amount) => money(amount, "EUR"));
 *
 * probabilityOfLoss({ probabilities: [0.1, 0.2, 0.7], presentValues }); // => 0.1
 * ```
 *
 * @function
 */
export const probabilityOfLoss: Formula<ScenariosInput, number> = /* @__PURE__ */ formula({
  id: "roi.probability-of-loss",
  title: "Probability of loss",
  unit: "probability",
  units: UNITS,
  source: [SOURCE],
  compute(input: ScenariosInput, note) {
    const { chances, values } = demandScenarios(input);
    const loss = chances.reduce((sum, chance, i) => (values[i]?.lt(0) ? sum.plus(chance) : sum), new Decimal(0));
    return note("probability", "sum[t](if(presentValues[t] < 0, probabilities[t], 0))", numberOf(loss, "probability"));
  },
});

/**
 * Looks at a case in several scenarios: what it is worth on average, how far they lie apart, and how likely a loss is.
 *
 * @param scenarios - `id`, `probability` and `presentValue` of each; the probabilities add up to 1, each id once
 * @returns `expectedPresentValue`, `standardDeviation` and `probabilityOfLoss`
 * @throws DomainError `out-of-range` for a probability outside 0 to 1, `inconsistent` for probabilities further than
 *   1e-9 from 1 in sum
 * @throws DomainError `empty` for no scenario, `duplicate-id` for an id twice, `currency-mismatch` when the currencies
 *   differ
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { assessScenarios } from "golive-kit/roi";
 *
 * const { probabilityOfLoss } = assessScenarios([
 *   { id: "as planned", probability: 0.7, presentValue: money("400000", "EUR") },
 *   { id: "late and dear", probability: 0.3, presentValue: money("-150000", "EUR") },
 * ]);
 *
 * probabilityOfLoss; // => 0.3
 * ```
 */
export function assessScenarios(scenarios: readonly ValueScenario[]): ScenarioAssessment {
  return contained("assessScenarios", () => {
    if (demandList(scenarios, "scenarios", []).length === 0) {
      throw broken("empty", "scenarios", "a list of at least one scenario", scenarios, []);
    }
    const seen = new Set<string>();
    scenarios.forEach((scenario, i) => {
      demandNewId(seen, scenario.id, [i, "id"]);
      demandBetween(scenario.probability, 0, 1, "probability", [i, "probability"]);
      const currency = scenarios[0]?.presentValue.currency ?? "";
      demandMoneyIn(currency, scenario.presentValue, "presentValue", [i, "presentValue"]);
    });
    const probabilities = scenarios.map(({ probability }) => probability);
    if (!addsUp(probabilities))
      throw broken("inconsistent", "probabilities", ADD_UP, sumOf(probabilities).toNumber(), []);
    const input = { probabilities, presentValues: scenarios.map(({ presentValue }) => presentValue) };
    return {
      expectedPresentValue: expectedPresentValue(input),
      standardDeviation: presentValueDeviation(input),
      probabilityOfLoss: probabilityOfLoss(input),
    };
  });
}

/**
 * Reads the input of {@link expectedPresentValue}, {@link presentValueDeviation} and {@link probabilityOfLoss} from
 * outside data.
 *
 * @param data - `{ probabilities, presentValues }`
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { expectedPresentValue, parseScenariosInput } from "golive-kit/roi";
 *
 * const input = parseScenariosInput({ probabilities: [1], presentValues: [{ amount: "7", currency: "EUR" }] });
 *
 * expectedPresentValue(input).amount; // => "7"
 * ```
 */
export function parseScenariosInput(data: unknown): ScenariosInput {
  return contained("scenarios", () => parse(ScenariosInput, data, "scenarios"));
}

/**
 * Reads scenarios from outside data.
 *
 * @param data - a list of `{ id, probability, presentValue }`
 * @returns the scenarios, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { assessScenarios, parseValueScenarios } from "golive-kit/roi";
 *
 * const scenarios = parseValueScenarios([
 *   { id: "good", probability: 0.5, presentValue: { amount: "100", currency: "EUR" } },
 *   { id: "bad", probability: 0.5, presentValue: { amount: "-40", currency: "EUR" } },
 * ]);
 *
 * assessScenarios(scenarios).standardDeviation; // => 70
 * ```
 */
export function parseValueScenarios(data: unknown): readonly ValueScenario[] {
  return contained("scenarios", () => parse(scenarioList(), data, "scenarios"));
}

function scenarioList(): z.ZodType<readonly ValueScenario[]> {
  return listById<ValueScenario>(ValueScenario).check(
    rule((scenarios: readonly ValueScenario[], report) => {
      if (scenarios.length === 0) report("empty", [], "expected at least one scenario, received none");
      const probabilities = scenarios.map(({ probability }) => probability);
      if (scenarios.length > 0 && !addsUp(probabilities)) {
        report("inconsistent", [], `expected ${ADD_UP}, received ${sumOf(probabilities).toFixed()}`);
      }
      oneCurrency(
        report,
        scenarios.map(({ presentValue }, i) => [[i, "presentValue"], presentValue]),
      );
    }),
  );
}

/** Whether probabilities add up to 1, in decimals, so that their order does not matter. */
function addsUp(probabilities: readonly number[]): boolean {
  return sumOf(probabilities).minus(1).abs().lte(SUM_TOLERANCE);
}

function sumOf(probabilities: readonly number[]): Decimal {
  return probabilities.reduce((total, chance) => total.plus(chance), new Decimal(0));
}

function demandScenarios({ probabilities, presentValues }: ScenariosInput): {
  readonly currency: string;
  readonly chances: readonly Decimal[];
  readonly values: readonly Decimal[];
} {
  const { currency, amounts } = demandFlows(presentValues, "presentValues");
  const chances = demandProbabilities(probabilities, amounts.length, "presentValues");
  if (!addsUp(probabilities)) throw broken("inconsistent", "probabilities", ADD_UP, sumOf(probabilities).toNumber());
  return { currency, chances, values: amounts };
}

function expectedOf(chances: readonly Decimal[], values: readonly Decimal[]): Decimal {
  return values.reduce((sum, value, i) => sum.plus(value.times(chances[i] ?? 0)), new Decimal(0));
}

function noteExpected(expected: Decimal, currency: string, note: Note): Money {
  return note("expected", "sum[t](probabilities[t] × presentValues[t])", moneyOf(expected, currency, "expected"));
}
