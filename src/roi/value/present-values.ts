import { Decimal, decimalOfNumber, moneyOf, numberOf } from "../../foundation/decimal/index.js";
import { contained, demandOneOf } from "../../foundation/guard/index.js";
import type { Money } from "../../foundation/money/index.js";
import { demandFlows, demandRate, demandSizes, type TimedCashFlows, type Timing, TIMINGS } from "../flows/cash-flow.js";

/** Decimals of a present value within a calculation. Below 1e8 all of them are sound. */
const NOISE_FREE = 28;

/**
 * What each cash flow is worth now.
 *
 * @param input - `rate` for one period, above −1; `flows`, money of one currency from period 0 on; `timing`: flow k is
 *   discounted k periods (`"start"`), k + ½ (`"mid"`) or k + 1 (`"end"`)
 * @returns the present value of each flow, in the order of `flows`, rounded half-even to 12 decimals
 * @throws DomainError `out-of-range` for a rate of −1 or below, another timing, or a value of 1e24 or more
 * @throws DomainError `empty` for no flows, `currency-mismatch` when the currencies differ
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { presentValues } from "golive-kit/roi";
 *
 * const flows = [money("-100", "EUR"), money("55", "EUR"), money("60.5", "EUR")];
 *
 * presentValues({ rate: 0.1, flows, timing: "start" }).map(({ amount }) => amount); // => ["-100", "50", "50"]
 * ```
 */
export function presentValues(input: TimedCashFlows): readonly Money[] {
  return contained("presentValues", () => {
    const { currency, amounts } = demandFlows(input.flows);
    const factors = discountFactors(input.rate, input.timing, amounts.length);
    return presentAmounts(amounts, factors).map((value) => moneyOf(value, currency, "present value"));
  });
}

/**
 * Amounts times their factors, rounded half-even to 28 decimals: the last digits of a product of 40 are noise, which
 * would keep a balance from being zero where it should be. None may reach 1e24.
 */
export function presentAmounts(amounts: readonly Decimal[], factors: readonly Decimal[]): readonly Decimal[] {
  return demandSizes(
    amounts.map((amount, k) => amount.times(factors[k] ?? 0).toDecimalPlaces(NOISE_FREE, Decimal.ROUND_HALF_EVEN)),
    "present value",
  );
}

/**
 * The discount factors of periods 0 to count − 1, each made from the one before: 40 digits leave room for the
 * rounding of a million steps.
 */
export function discountFactors(rate: number, timing: Timing, count: number): readonly Decimal[] {
  const { first, step } = discounting(rate, timing, count);
  const factors: Decimal[] = [];
  let factor = first;
  for (let k = 0; k < count; k++) {
    factors.push(factor);
    factor = factor.times(step);
  }
  return factors;
}

/** What flow 0 is multiplied by, and what each later flow is multiplied by once more than the one before. */
export function discounting(rate: number, timing: Timing, count: number): { first: Decimal; step: Decimal } {
  const growth = decimalOfNumber(demandRate(rate), "rate").plus(1);
  const step = new Decimal(1).div(growth);
  const first = firstFactor(demandOneOf(timing, TIMINGS, "timing"), growth, step);
  // Near a rate of −1 a factor outgrows every number, and could not be shown.
  if (step.gt(1)) numberOf(step.pow(count), "discount factor");
  return { first, step };
}

function firstFactor(timing: Timing, growth: Decimal, step: Decimal): Decimal {
  switch (timing) {
    case "start":
      return new Decimal(1);
    case "mid":
      return new Decimal(1).div(growth.sqrt());
    case "end":
      return step;
  }
}
