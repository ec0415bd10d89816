import { broken, contained } from "../../foundation/guard/index.js";
import { finiteNumbers } from "../flows/finite-numbers.js";
import { evenSeries, unevenSeries } from "./flow-series.js";
import { type InternalRates, ratesOf } from "./internal-rates.js";

/** Cash flows in doubles, in arrays of either kind; see {@link internalRatesOfNumbers}. */
export interface NumberFlows {
  /** One amount for each period from period 0 on, or for each day of `days`; below zero is money spent. */
  readonly amounts: ArrayLike<number>;
  /** When each amount falls, in whole days, ascending, no two alike; left out, they fall one period after another. */
  readonly days?: ArrayLike<number>;
}

/** Days of a year. */
const YEAR = 365;
/** Outside of these an amount, or a product with one, may lose digits or be no number. */
const LEAST = 1e-100;
const MOST = 1e100;

/**
 * All internal rates of cash flows in doubles, for loops that ask thousands of times: simulations, searches, tables.
 *
 * It answers what `internalRates` and `datedInternalRates` do, without money, dates and their checks. A double holds 15
 * to 17 digits; amounts that must be exact belong to those functions.
 *
 * @param flows - `amounts`, finite numbers; `days`, whole numbers from 0 on, ascending, with 365 days to a year
 * @returns `status`, `signVariations`, `direction`, the `roots` as rates for a period, or a year with `days`, and
 *   `warnings`
 * @throws DomainError `empty` for no amounts or no days; `invalid-input` when amounts or days are no finite numbers, with each fault
 * @throws DomainError `inconsistent` when the lists differ in length, `out-of-range` for an amount that is not 0 and not
 *   from 1e-100 to 1e100 in size, for days that are not whole or do not
 *   ascend, and for a growth factor that no number holds
 * @throws DomainError `too-many` when the squared sign changes times the flows pass 1e9
 *
 * @example
 * ```ts
 * import { internalRatesOfNumbers } from "golive-kit/roi";
 *
 * internalRatesOfNumbers({ amounts: [-100, 55, 60.5] }).roots[0]?.rate; // => 0.1
 * internalRatesOfNumbers({ amounts: [-100, 121], days: [0, 730] }).roots[0]?.rate; // => 0.1
 * ```
 */
export function internalRatesOfNumbers(flows: NumberFlows): InternalRates {
  return contained("internalRatesOfNumbers", () => {
    const { amounts, days } = flows;
    const values = finiteNumbers(amounts, "amounts");
    demandWorkable(values);
    if (days === undefined) return ratesOf(evenSeries(values));
    const ticks = finiteNumbers(days, "days");
    if (ticks.length !== values.length) {
      throw broken("inconsistent", "days", `as many as amounts, ${String(values.length)}`, ticks.length);
    }
    demandAscending(ticks);
    return ratesOf(unevenSeries(ticks, values, YEAR));
  });
}

/** Asks for amounts whose sums and products stay numbers with all their digits. */
function demandWorkable(amounts: Float64Array): void {
  for (let i = 0; i < amounts.length; i++) {
    const size = Math.abs(amounts[i] as number);
    if (size !== 0 && !(size >= LEAST && size <= MOST)) {
      const place = ["amounts", i];
      throw broken("out-of-range", `amounts[${String(i)}]`, "0, or from 1e-100 to 1e100 in size", amounts[i], place);
    }
  }
}

function demandAscending(days: Float64Array): void {
  let before = -Infinity;
  for (let i = 0; i < days.length; i++) {
    const day = days[i] as number;
    if (!Number.isSafeInteger(day) || day <= before) {
      throw broken("out-of-range", `days[${String(i)}]`, "whole days in ascending order", day, ["days", i]);
    }
    before = day;
  }
}
