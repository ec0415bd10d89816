import { Decimal, moneyOf, numberOf } from "../../foundation/decimal/index.js";
import { formula, type Formula } from "../../foundation/explain/index.js";
import { civilDateOf } from "../../foundation/guard/index.js";
import { byTick, type DatedFlowsInput, demandDatedFlows } from "../flows/dated-flows.js";
import { ticksPerYear } from "../flows/day-count.js";
import { datedInternalRates } from "./dated-internal-rates.js";
import type { NoInternalRate } from "./internal-rate-of-return.js";

/**
 * Internal rate of return of dated flows: the one rate a year at which their present value is zero.
 *
 * It is given only where it is the only one above −1; `datedInternalRates` lists them all. The rate compounds: 1 % in a
 * week is a rate of 68 % a year, which says little of a year.
 *
 * @param input - `dates`, civil dates in any order, and `flows`, money of one currency, one for each date; `dayCount`, how
 *   days make years
 * @returns a ratio for one year; no answer `no-cash-flow` when the flows of every day come to zero, `no-rate` when no rate
 *   will do, as when money flows one way only or on one day, `not-unique` when several do
 * @throws DomainError `empty` for no flows, `currency-mismatch` when the currencies differ, `invalid-date` for a day that
 *   does not exist, `inconsistent` when the lists differ in length
 * @throws DomainError `too-many` when the squared sign changes times the flows pass 1e9
 * @throws DomainError `out-of-range` for a growth factor of a year that no number holds
 * @source Richard A. Brealey, Stewart C. Myers, Franklin Allen, Principles of Corporate Finance, internal rate of
 *   return
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { datedInternalRateOfReturn } from "golive-kit/roi";
 *
 * const flows = ["-10000", "2750", "4250", "3250", "2750"].map((amount) => money(amount, "USD"));
 * const dates = ["2008-01-01", "2008-03-01", "2008-10-30", "2009-02-15", "2009-04-01"] as const;
 *
 * datedInternalRateOfReturn({ dates, flows, dayCount: "actual-365-fixed" }); // => 0.37336253351883153
 * ```
 *
 * @function
 */
export const datedInternalRateOfReturn: Formula<DatedFlowsInput, number | NoInternalRate> = /* @__PURE__ */ formula({
  id: "roi.dated-internal-rate-of-return",
  title: "Internal rate of return of dated flows",
  unit: "ratio",
  units: { dates: "date", flows: "money", dayCount: "text" },
  outcomes: {
    "no-cash-flow": "movements = 0",
    "no-rate": "rates = 0",
    "not-unique": "rates > 1",
  },
  source: [
    {
      work: "Richard A. Brealey, Stewart C. Myers, Franklin Allen, Principles of Corporate Finance",
      place: "internal rate of return",
    },
  ],
  compute(input: DatedFlowsInput, note) {
    const { status, roots } = datedInternalRates(input);
    const { currency, days, amounts } = demandDatedFlows(input);
    const netted = byTick(days, amounts, input.dayCount);
    note.table({ date: { unit: "date" }, years: { unit: "years" }, netFlow: { unit: "money" } }, () => {
      const perYear = ticksPerYear(input.dayCount);
      return netted.map(({ day, tick, amount }) => ({
        date: civilDateOf(day),
        years: numberOf(new Decimal(tick).div(perYear), "years"),
        netFlow: moneyOf(amount, currency, "flow"),
      }));
    });
    note("movements", "count[t](netFlow[t] ≠ 0)", netted.filter(({ amount }) => !amount.isZero()).length);
    note.table({ rate: { unit: "ratio" }, growthFactor: { unit: "ratio" }, multiplicity: { unit: "count" } }, () =>
      roots.map(({ rate, growthFactor, multiplicity }) => ({ rate, growthFactor, multiplicity })),
    );
    note("rates", "length(rate)", roots.length);
    if (status === "indeterminate") return note.none("no-cash-flow");
    const [only, another] = roots;
    if (only === undefined) return note.none("no-rate");
    if (another !== undefined) return note.none("not-unique");
    return note.solves("irr", "sum[t](netFlow[t] ÷ (1 + irr) ^ years[t]) = 0", only.rate);
  },
});
