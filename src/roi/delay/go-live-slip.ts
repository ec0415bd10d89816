import * as z from "zod";

import { Decimal, decimalOfNumber, moneyOf, numberOf } from "../../foundation/decimal/index.js";
import { formula, type Formula, type Note } from "../../foundation/explain/index.js";
import { broken, contained, demandAtLeast, demandOneOf } from "../../foundation/guard/index.js";
import { type Money, NonNegativeMoney } from "../../foundation/money/index.js";
import { list, NonNegative, oneCurrency, parse, rule, schema } from "../../foundation/schema/index.js";
import { PERIOD_LENGTHS, type PeriodLength, PERIODS_PER_YEAR } from "../case/business-case.js";
import { CashFlows, demandFlows, demandSizes, DiscountRate } from "../flows/cash-flow.js";
import { demandCosts } from "../flows/non-negative-amount.js";
import { discountFactors, presentAmounts } from "../value/present-values.js";

/** What a slip is counted in. */
export type SlipUnit = (typeof SLIP_UNITS)[number];

/** The units that a slip can be counted in: a year has 365 days and 12 months of equal length. */
export const SLIP_UNITS = ["days", "weeks", "months", "quarters", "years"] as const;

/** What happens to the end of the benefits when go-live slips; see {@link GoLiveSlip}. */
export type SlipHorizon = (typeof SLIP_HORIZONS)[number];

/** The horizons of a slip: benefits end when they would have, or last as long as they would have. */
export const SLIP_HORIZONS = ["fixed", "sliding"] as const;

/** A case whose go-live slips. */
export interface GoLiveSlip {
  /** What is spent, one amount of zero or above for each period from period 0 on; it does not move. At least one. */
  readonly costs: readonly Money[];
  /** What is gained by period from period 0 on if nothing slips, same currency; it moves. At least one. */
  readonly benefits: readonly Money[];
  /** How long a period lasts. */
  readonly periodLength: PeriodLength;
  /** How much later go-live comes, in `slipUnit`; zero or above. */
  readonly slip: number;
  /** What the slip is counted in. */
  readonly slipUnit: SlipUnit;
  /** `"fixed"` when what would come after the last period of `benefits` is lost, `"sliding"` when all comes later. */
  readonly horizon: SlipHorizon;
}

/** Input of the figures that ask what a later go-live does to the value of a case. */
export interface GoLiveSlipInput extends GoLiveSlip {
  /** Discount rate for one period; 0.1 is 10 %. Above −1. */
  readonly rate: number;
}

/** Reads a {@link GoLiveSlipInput}. */
export const GoLiveSlipInput: z.ZodType<GoLiveSlipInput> = /* @__PURE__ */ schema(() =>
  z
    .strictObject({
      rate: DiscountRate,
      costs: list<Money>(NonNegativeMoney),
      benefits: CashFlows,
      periodLength: z.enum(PERIOD_LENGTHS),
      slip: NonNegative,
      slipUnit: z.enum(SLIP_UNITS),
      horizon: z.enum(SLIP_HORIZONS),
    })
    .check(
      rule(({ costs, benefits }: GoLiveSlipInput, report) => {
        if (costs.length === 0) report("empty", ["costs"], "expected at least one cost, received none");
        oneCurrency(report, [
          ...benefits.map((benefit, i) => [["benefits", i], benefit] as const),
          ...costs.map((cost, i) => [["costs", i], cost] as const),
        ]);
      }),
    ),
);

/** Periods that a slip can take. */
const MAX_SLIP = 10_000;
/** How many of a unit make a year, as a quotient. */
const UNITS_PER_YEAR: Readonly<Record<SlipUnit, readonly [number, number]>> = {
  days: [365, 1],
  weeks: [365, 7],
  months: [12, 1],
  quarters: [4, 1],
  years: [1, 1],
};

/** The units of what both figures of this file are given. */
const UNITS = {
  rate: "ratio",
  costs: "money",
  benefits: "money",
  periodLength: "text",
  slip: "periods",
  slipUnit: "text",
  horizon: "text",
} as const;

/** The source of the figures of this file. */
const SOURCE = {
  work: "Donald G. Reinertsen, The Principles of Product Development Flow",
  place: "cost of delay by the life-cycle profit",
} as const;

/**
 * Net present value after a slip: what a case is worth when go-live comes later and its costs do not move.
 *
 * A benefit comes in evenly over its period and is counted at the end of it; so a slip of half a period leaves half of
 * it where it was and moves half into the next period. Whole periods move whole benefits.
 *
 * @param input - `rate` for one period, above −1; `costs`, zero or above, and `benefits`, money of one currency by period
 *   from period 0 on, which falls now; `periodLength`, `"year"`, `"quarter"` or `"month"`; `slip`, zero or above, in
 *   `slipUnit`; `horizon`, `"fixed"` or `"sliding"`
 * @returns money; with a slip of 0 the net present value of the case as planned
 * @throws DomainError `out-of-range` for a rate of −1 or below, a cost or a slip below zero, a slip of more than 10 000
 *   periods, another word, or a present value that reaches 1e24
 * @throws DomainError `empty` for no costs or no benefits, `currency-mismatch` when the currencies differ
 * @source Donald G. Reinertsen, The Principles of Product Development Flow, cost of delay by the life-cycle profit
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { netPresentValueAfterSlip } from "golive-kit/roi";
 *
 * const euros = (...amounts: string[]) => amounts.map((amount) => money(amount, "EUR"));
 *
 * netPresentValueAfterSlip({
 *   rate: 0,
 *   costs: euros("100"),
 *   benefits: euros("0", "60", "60", "60"),
 *   periodLength: "month",
 *   slip: 2,
 *   slipUnit: "months",
 *   horizon: "fixed",
 * }).amount; // => "-40"
 * ```
 *
 * @function
 */
export const netPresentValueAfterSlip: Formula<GoLiveSlipInput, Money> = /* @__PURE__ */ formula({
  id: "roi.net-present-value-after-slip",
  title: "Net present value after a slip",
  unit: "money",
  units: UNITS,
  source: [SOURCE],
  compute(input: GoLiveSlipInput, note) {
    const { currency, costs, slipped } = slippedSides(input, note);
    const factors = discountFactors(input.rate, "start", slipped.length);
    const values = presentAmounts(
      slipped.map((benefit, k) => benefit.minus(costs[k] ?? 0)),
      factors,
    );
    note.table(
      {
        period: { unit: "count" },
        cost: { unit: "money" },
        benefit: {
          unit: "money",
          expression:
            'if(horizon = "fixed" and period ≥ length(benefits), 0, ' +
            "sum[t](benefits[t] × max(0, 1 − abs(period − t − slipPeriods))))",
        },
        factor: { unit: "ratio", expression: "1 ÷ (1 + rate) ^ period" },
      },
      () =>
        slipped.map((benefit, period) => ({
          period,
          cost: moneyOf(costs[period] ?? new Decimal(0), currency),
          benefit: moneyOf(benefit, currency),
          factor: numberOf(factors[period] ?? new Decimal(0), "factor"),
        })),
    );
    const npv = values.reduce((sum, value) => sum.plus(value), new Decimal(0));
    return note("npv", "sum[t]((benefit[t] − cost[t]) × factor[t])", moneyOf(npv, currency, "npv"));
  },
});

/**
 * Cost of a slip: the net present value that a later go-live takes from a case.
 *
 * With a fixed horizon the last benefits are lost, as when a licence ends or a rival arrives on a known day; with a
 * sliding one only their time value is.
 *
 * @param input - as that of {@link netPresentValueAfterSlip}
 * @returns money; above zero when the slip costs, below when it pays, as when late losses are put off
 * @throws DomainError `out-of-range` for a rate of −1 or below, a cost or a slip below zero, a slip of more than 10 000
 *   periods, another word, or a present value that reaches 1e24
 * @throws DomainError `empty` for no costs or no benefits, `currency-mismatch` when the currencies differ
 * @source Donald G. Reinertsen, The Principles of Product Development Flow, cost of delay by the life-cycle profit
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { costOfSlip } from "golive-kit/roi";
 *
 * const euros = (...amounts: string[]) => amounts.map((amount) => money(amount, "EUR"));
 * const late = {
 *   rate: 0.25,
 *   costs: euros("100"),
 *   benefits: euros("0", "0", "125"),
 *   periodLength: "year" as const,
 *   slip: 4,
 *   slipUnit: "quarters" as const,
 * };
 *
 * costOfSlip({ ...late, horizon: "sliding" }).amount; // => "16"
 * costOfSlip({ ...late, horizon: "fixed" }).amount; // => "80"
 * ```
 *
 * @function
 */
export const costOfSlip: Formula<GoLiveSlipInput, Money> = /* @__PURE__ */ formula({
  id: "roi.cost-of-slip",
  title: "Cost of a slip",
  unit: "money",
  units: UNITS,
  source: [SOURCE],
  compute(input: GoLiveSlipInput, note) {
    const late = note.figure("late", netPresentValueAfterSlip, input);
    const onTime = note.figure("onTime", netPresentValueAfterSlip, { ...input, slip: 0 });
    const cost = new Decimal(onTime.amount).minus(late.amount);
    return note("cost", "onTime − late", moneyOf(cost, late.currency, "cost"));
  },
});

/**
 * The cash flows of a case after a slip, for any figure of cash flows: payback, internal rate, exposure.
 *
 * @param input - as that of {@link netPresentValueAfterSlip}, without the rate
 * @returns benefits less costs, one amount for each period from period 0 on, rounded half-even to 12 decimals
 * @throws DomainError `out-of-range` for a cost or a slip below zero, a slip of more than 10 000 periods, another word,
 *   or an amount that reaches 1e24
 * @throws DomainError `empty` for no costs or no benefits, `currency-mismatch` when the currencies differ
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { flowsAfterSlip, payback } from "golive-kit/roi";
 *
 * const euros = (...amounts: string[]) => amounts.map((amount) => money(amount, "EUR"));
 * const flows = flowsAfterSlip({
 *   costs: euros("100"),
 *   benefits: euros("0", "80", "80"),
 *   periodLength: "quarter",
 *   slip: 1.5,
 *   slipUnit: "months",
 *   horizon: "sliding",
 * });
 *
 * flows.map(({ amount }) => amount); // => ["-100", "40", "80", "40"]
 * payback({ flows }); // => 1.75
 * ```
 */
export function flowsAfterSlip(input: GoLiveSlip): readonly Money[] {
  return contained("flowsAfterSlip", () => {
    const { currency, costs, slipped } = slippedSides(input);
    return slipped.map((benefit, k) => moneyOf(benefit.minus(costs[k] ?? 0), currency, "flow"));
  });
}

/**
 * Reads the input of {@link netPresentValueAfterSlip}, {@link costOfSlip} and {@link flowsAfterSlip} from outside data.
 *
 * @param data - `{ rate, costs, benefits, periodLength, slip, slipUnit, horizon }`
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { costOfSlip, parseGoLiveSlipInput } from "golive-kit/roi";
 *
 * const input = parseGoLiveSlipInput({
 *   rate: 0,
 *   costs: [{ amount: "10", currency: "EUR" }],
 *   benefits: [
 *     { amount: "0", currency: "EUR" },
 *     { amount: "365", currency: "EUR" },
 *   ],
 *   periodLength: "year",
 *   slip: 3,
 *   slipUnit: "weeks",
 *   horizon: "fixed",
 * });
 *
 * costOfSlip(input).amount; // => "21"
 * ```
 */
export function parseGoLiveSlipInput(data: unknown): GoLiveSlipInput {
  return contained("go-live slip", () => parse(GoLiveSlipInput, data, "go-live slip"));
}

/** The costs, and the benefits after the slip, both for all periods of the case. */
function slippedSides(
  input: GoLiveSlip,
  note?: Note,
): { readonly currency: string; readonly costs: readonly Decimal[]; readonly slipped: readonly Decimal[] } {
  const { currency, amounts } = demandFlows(input.benefits, "benefits");
  const costs = demandCosts(currency, input.costs);
  const slip = slipPeriods(input, note);
  const horizon = demandOneOf(input.horizon, SLIP_HORIZONS, "horizon");
  const whole = slip.floor().toNumber();
  const part = slip.minus(whole);
  const last = horizon === "fixed" ? amounts.length : amounts.length + slip.ceil().toNumber();
  const at = (k: number): Decimal => amounts[k] ?? new Decimal(0);
  const slipped = Array.from({ length: Math.max(costs.length, last) }, (_, k) =>
    k < last
      ? at(k - whole)
          .minus(at(k - whole).times(part))
          .plus(at(k - whole - 1).times(part))
      : new Decimal(0),
  );
  return { currency, costs, slipped: demandSizes(slipped, "benefit") };
}

function slipPeriods(input: GoLiveSlip, note?: Note): Decimal {
  const slip = decimalOfNumber(demandAtLeast(input.slip, 0, "slip"), "slip");
  const [units, of] = UNITS_PER_YEAR[demandOneOf(input.slipUnit, SLIP_UNITS, "slipUnit")];
  const perYear = PERIODS_PER_YEAR[demandOneOf(input.periodLength, PERIOD_LENGTHS, "periodLength")];
  const periods = slip.times(perYear * of).div(units);
  if (periods.gt(MAX_SLIP)) throw broken("out-of-range", "slip", `at most ${String(MAX_SLIP)} periods`, input.slip);
  if (note === undefined) return periods;
  note(
    "unitsPerYear",
    'if(slipUnit = "days", 365, if(slipUnit = "weeks", 365 ÷ 7, if(slipUnit = "months", 12, ' +
      'if(slipUnit = "quarters", 4, 1))))',
    units / of,
  );
  note("periodsPerYear", 'if(periodLength = "month", 12, if(periodLength = "quarter", 4, 1))', perYear);
  note("slipPeriods", "slip ÷ unitsPerYear × periodsPerYear", numberOf(periods, "slipPeriods"));
  return periods;
}
