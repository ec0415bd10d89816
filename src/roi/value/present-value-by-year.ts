import * as z from "zod";

import { Decimal, decimalOfNumber, moneyOf, numberOf } from "../../foundation/decimal/index.js";
import { formula, type Formula } from "../../foundation/explain/index.js";
import { broken, contained, demandAbove, demandList, demandOneOf } from "../../foundation/guard/index.js";
import type { Money } from "../../foundation/money/index.js";
import { list, parse, rule, schema } from "../../foundation/schema/index.js";
import { CashFlows, demandFlows, demandSizes, DiscountRate, type Timing, TIMINGS } from "../flows/cash-flow.js";

/** Input of {@link presentValueByYear}. */
export interface PresentValueByYearInput {
  /** The discount rates of year 1, year 2, and so on, above −1; at least as many as there are flows after year 0. */
  readonly rates: readonly number[];
  /** One amount for each year from year 0, which is now, on; one currency, below zero is money spent. At least one. */
  readonly flows: readonly Money[];
  /** When the amount of year n falls: n − 1 years from now (`"start"`), n − ½ (`"mid"`) or n (`"end"`). */
  readonly timing: Timing;
}

/** Reads a {@link PresentValueByYearInput}. */
export const PresentValueByYearInput: z.ZodType<PresentValueByYearInput> = /* @__PURE__ */ schema(() =>
  z.strictObject({ rates: list<number>(DiscountRate), flows: CashFlows, timing: z.enum(TIMINGS) }).check(
    rule(({ rates, flows }: PresentValueByYearInput, report) => {
      const least = flows.length - 1;
      if (rates.length >= least) return;
      report("inconsistent", ["rates"], `expected at least ${String(least)}, received ${String(rates.length)}`);
    }),
  ),
);

/**
 * Present value by year: what a series of yearly amounts is worth now, at a rate of its own for each year.
 *
 * Flow 0 falls now and is never discounted; `timing` is for the others. In `netPresentValue`, which has one rate, the
 * timing moves flow 0 too. The factors chain: the rate of a year is for the step from the year before it alone.
 *
 * @param input - `rates`, for year 1 on, above −1, as `scheduledRates` gives them; `flows`, money of one currency from
 *   year 0 on, below zero for money spent; `timing`, `"start"`, `"mid"` or `"end"` of the year
 * @returns money of the flows' currency
 * @throws DomainError `inconsistent` when there are fewer rates than years
 * @throws DomainError `out-of-range` for a rate of −1 or below, another timing, or a present value, of one flow or of
 *   all, that reaches 1e24
 * @throws DomainError `empty` for no flows, `currency-mismatch` when the currencies differ
 * @source Office of Management and Budget, Circular A-94 (1992), appendix B; HM Treasury, The Green Book, declining
 *   long-term discount rates
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { presentValueByYear, scheduledRates } from "golive-kit/roi";
 *
 * const flows = ["-100", "50", "120"].map((amount) => money(amount, "EUR"));
 * const rates = scheduledRates([{ toYear: 1, rate: 0.25 }, { rate: 0.6 }], 2);
 *
 * presentValueByYear({ rates, flows, timing: "end" }).amount; // => "0"
 * ```
 *
 * @function
 */
export const presentValueByYear: Formula<PresentValueByYearInput, Money> = /* @__PURE__ */ formula({
  id: "roi.present-value-by-year",
  title: "Present value by year",
  unit: "money",
  units: { rates: "ratio", flows: "money", timing: "text" },
  source: [
    { work: "Office of Management and Budget, Circular A-94 (1992)", place: "appendix B" },
    { work: "HM Treasury, The Green Book", place: "declining long-term discount rates" },
  ],
  compute({ rates, flows, timing }: PresentValueByYearInput, note) {
    const { currency } = demandFlows(flows);
    const years = yearsOf(flows, rates, demandOneOf(timing, TIMINGS, "timing"));
    const values = demandSizes(
      years.map(({ value }) => value),
      "present value",
    );
    note.table(
      {
        year: { unit: "years" },
        flow: { unit: "money" },
        rate: { unit: "ratio", expression: "if(year = 0, 0, rates[year − 1])" },
        startFactor: { unit: "ratio" },
        factor: {
          unit: "ratio",
          expression: 'startFactor ÷ (1 + rate) ^ if(timing = "end", 1, if(timing = "mid", 0.5, 0))',
        },
        presentValue: { unit: "money", expression: "flow × factor" },
      },
      () =>
        years.map(({ flow, rate, startFactor, factor, value }, year) => ({
          year,
          flow,
          rate,
          startFactor: numberOf(startFactor, "factor"),
          factor: numberOf(factor, "factor"),
          presentValue: moneyOf(value, currency, "present value"),
        })),
    );
    const total = values.reduce((sum, value) => sum.plus(value), new Decimal(0));
    return note("presentValue", "sum[t](flow[t] × factor[t])", moneyOf(total, currency, "present value"));
  },
});

/**
 * Reads the input of {@link presentValueByYear} from outside data.
 *
 * @param data - `{ rates, flows, timing }`; the rates as numbers, amounts as decimal text or as numbers
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { parsePresentValueByYearInput, presentValueByYear } from "golive-kit/roi";
 *
 * const input = parsePresentValueByYearInput({
 *   rates: [0.25],
 *   flows: [
 *     { amount: "0", currency: "EUR" },
 *     { amount: "50", currency: "EUR" },
 *   ],
 *   timing: "end",
 * });
 *
 * presentValueByYear(input).amount; // => "40"
 * ```
 */
export function parsePresentValueByYearInput(data: unknown): PresentValueByYearInput {
  return contained("present value by year", () => parse(PresentValueByYearInput, data, "present value by year"));
}

interface Year {
  readonly flow: Money;
  readonly rate: number;
  /** What an amount at the start of the year is multiplied by. */
  readonly startFactor: Decimal;
  readonly factor: Decimal;
  readonly value: Decimal;
}

/** Year 0, which is now, and the years after it; each factor is made from the one before. */
function yearsOf(flows: readonly Money[], rates: readonly number[], timing: Timing): readonly Year[] {
  const least = flows.length - 1;
  if (demandList(rates, "rates").length < least) {
    throw broken("inconsistent", "rates", `at least ${String(least)}, one for each year`, rates.length);
  }
  const growths = rates.map((rate, i) => {
    const name = `rates[${String(i)}]`;
    return decimalOfNumber(demandAbove(rate, -1, name, ["rates", i]), name).plus(1);
  });
  let endFactor = new Decimal(1);
  return flows.map((flow, year) => {
    const growth = growths[year - 1] ?? new Decimal(1);
    const startFactor = endFactor;
    endFactor = startFactor.div(growth);
    // Near a rate of −1 a factor outgrows every number, and could not be shown.
    numberOf(endFactor, "discount factor");
    const factor = { start: startFactor, mid: startFactor.div(growth.sqrt()), end: endFactor }[timing];
    return { flow, rate: rates[year - 1] ?? 0, startFactor, factor, value: factor.times(flow.amount) };
  });
}
