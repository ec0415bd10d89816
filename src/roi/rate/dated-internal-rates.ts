import { contained } from "../../foundation/guard/index.js";
import { byTick, type DatedFlowsInput, demandDatedFlows } from "../flows/dated-flows.js";
import { ticksPerYear } from "../flows/day-count.js";
import { unevenSeries } from "./flow-series.js";
import { type InternalRates, ratesOf, type RateWarning, wholeUnits } from "./internal-rates.js";

/** Growth factors of a year outside of these are most often a slip in a date or an amount. */
const LEAST_PLAUSIBLE = 1e-4;
const MOST_PLAUSIBLE = 101;
/** Over fewer days than this a yearly rate says little. */
const SHORT_SPAN = 30;

/**
 * Finds every internal rate of return of dated cash flows: all rates a year above −1 at which their present value is
 * zero, with the proof that there are no others.
 *
 * Flows of one day are added first, exactly; they may come in any order. No first guess is needed, and none is taken.
 * What `internalRates` says of several rates, and of rates that only touch, holds here too.
 *
 * @param input - `dates`, civil dates, and `flows`, money of one currency, one for each date; `dayCount`, how days make
 *   years: `"actual-365-fixed"` as spreadsheets do, `"actual-360"`, `"thirty-360"` or `"actual-actual-isda"`
 * @returns `status`, `signVariations`, `direction`, the `roots` as rates a year, ascending, and `warnings`
 * @throws DomainError `empty` for no flows, `currency-mismatch` when the currencies differ, `invalid-date` for a day that
 *   does not exist, `inconsistent` when the lists differ in length
 * @throws DomainError `too-many` when the squared sign changes times the flows pass 1e9
 * @throws DomainError `out-of-range` for a growth factor of a year that no number holds, as when money doubles each day
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { datedInternalRates } from "golive-kit/roi";
 *
 * const { status, roots } = datedInternalRates({
 *   dates: ["2026-01-01", "2027-01-01", "2028-01-01"],
 *   flows: ["-100", "230", "-132"].map((amount) => money(amount, "EUR")),
 *   dayCount: "actual-365-fixed",
 * });
 *
 * status; // => "multiple"
 * roots.map(({ growthFactor }) => growthFactor); // => [1.1, 1.2]
 * ```
 */
export function datedInternalRates(input: DatedFlowsInput): InternalRates {
  return contained("datedInternalRates", () => {
    const { dayCount } = input;
    const perYear = ticksPerYear(dayCount);
    const { days, amounts } = demandDatedFlows(input);
    const netted = byTick(days, amounts, dayCount);
    const ticks = Float64Array.from(netted, ({ tick }) => tick);
    const rates = ratesOf(unevenSeries(ticks, wholeUnits(netted.map(({ amount }) => amount)), perYear));
    return { ...rates, warnings: [...rates.warnings, ...datedWarnings(rates, days)] };
  });
}

function datedWarnings({ roots }: InternalRates, days: readonly number[]): readonly RateWarning[] {
  if (roots.length === 0) return [];
  const warnings: RateWarning[] = [];
  const isImplausible = roots.some(
    ({ growthFactor }) => growthFactor < LEAST_PLAUSIBLE || growthFactor > MOST_PLAUSIBLE,
  );
  if (isImplausible) warnings.push("implausible-rate");
  let earliest = Infinity;
  let latest = -Infinity;
  for (const day of days) {
    earliest = Math.min(earliest, day);
    latest = Math.max(latest, day);
  }
  if (latest - earliest < SHORT_SPAN) warnings.push("short-span");
  return warnings;
}
