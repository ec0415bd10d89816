import type { Decimal } from "../../foundation/decimal/index.js";
import { DomainError } from "../../foundation/errors/index.js";
import { broken, contained } from "../../foundation/guard/index.js";
import type { Money } from "../../foundation/money/index.js";
import { demandFlows } from "../flows/cash-flow.js";
import { evenSeries, type FlowSeries } from "./flow-series.js";
import { growthRoots, type InternalRate, turningPoints } from "./growth-roots.js";

/** All internal rates of a series of cash flows; see {@link internalRates}. */
export interface InternalRates {
  /** How many rates there are; `indeterminate` when all flows are zero, and any rate would do. */
  readonly status: "unique" | "multiple" | "none" | "indeterminate";
  /** How often the sign changes from flow to flow, zeros left out: the most rates there can be. */
  readonly signVariations: number;
  /** Money first spent, then received; the other way round; to and fro; or only one of the two. */
  readonly direction: "investment" | "financing" | "mixed" | "none";
  /** Every rate above −1, ascending. */
  readonly roots: readonly InternalRate[];
  /** What to know before a rate is used. */
  readonly warnings: readonly RateWarning[];
}

/**
 * What to know before a rate is used: several rates measure no return, and the net present value decides; a rate at which
 * the value only touches zero is gone with the next cent; a rate of financing flows is a price, so the lower is the better
 * one. Of dated flows also: a rate below −99.99 % or above 10 000 % a year; less than 30 days from first to last.
 */
export type RateWarning = "multiple-rates" | "touching-rate" | "financing-flows" | "implausible-rate" | "short-span";

/** Steps of the general search are bounded by the square of the sign changes times the flows. */
const MAX_WORK = 1e9;

/**
 * Finds every internal rate of return of cash flows at equal distances: all rates above −1 at which their present
 * value is zero, with the proof that there are no others.
 *
 * Flows that change sign more than once can have several rates, or none; then none of them measures the return, and
 * the net present value decides. A present value that touches zero to within 1e-14 of the sum of its terms' sizes is
 * one rate of multiplicity 2.
 *
 * @param flows - money of one currency from period 0 on, below zero for money spent
 * @returns `status`, `signVariations`, `direction`, the `roots`, ascending, and `warnings`
 * @throws DomainError `empty` for no flows, `currency-mismatch` when the currencies differ
 * @throws DomainError `too-many` when the squared sign changes times the flows pass 1e9
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { internalRates } from "golive-kit/roi";
 *
 * const { status, roots } = internalRates(["-1600", "10000", "-10000"].map((amount) => money(amount, "USD")));
 *
 * status; // => "multiple"
 * roots.map(({ rate }) => rate); // => [0.25, 4]
 * ```
 */
export function internalRates(flows: readonly Money[]): InternalRates {
  return contained("internalRates", () => {
    return ratesOf(evenSeries(wholeUnits(demandFlows(flows).amounts)));
  });
}

/**
 * All internal rates of a series, however it came about.
 *
 * @throws DomainError `too-many` when the squared sign changes times the flows pass 1e9
 */
export function ratesOf(series: FlowSeries): InternalRates {
  const { amounts } = series;
  const turns = turningPoints(series);
  const variations = turns.length;
  if (variations === 0) {
    const status = amounts.length === 0 ? "indeterminate" : "none";
    return { status, signVariations: 0, direction: "none", roots: [], warnings: [] };
  }
  if (variations * variations * amounts.length > MAX_WORK) {
    throw new DomainError("too-many", {
      subject: "sign changes of flows",
      path: ["flows"],
      limit: Math.floor(Math.sqrt(MAX_WORK / amounts.length)),
      received: variations,
    });
  }
  const roots = growthRoots(series, turns);
  demandParity(variations, roots);
  const direction = variations > 1 ? "mixed" : (amounts[0] as number) < 0 ? "investment" : "financing";
  const status = roots.length === 0 ? "none" : roots.length === 1 ? "unique" : "multiple";
  return { status, signVariations: variations, direction, roots, warnings: warningsOf(status, direction, roots) };
}

function warningsOf(
  status: InternalRates["status"],
  direction: InternalRates["direction"],
  roots: readonly InternalRate[],
): readonly RateWarning[] {
  const warnings: RateWarning[] = [];
  if (status === "multiple") warnings.push("multiple-rates");
  if (roots.some(({ multiplicity }) => multiplicity > 1)) warnings.push("touching-rate");
  if (direction === "financing") warnings.push("financing-flows");
  return warnings;
}

/** Descartes' rule of signs: roots and sign changes differ by an even number. */
function demandParity(variations: number, roots: readonly InternalRate[]): void {
  let count = 0;
  for (const { multiplicity } of roots) count += multiplicity;
  if (count > variations || (variations - count) % 2 !== 0) {
    throw broken("inconsistent", "flows", "apart enough for their rates to be told from each other", count);
  }
}

/** The amounts as whole numbers of their smallest decimal: up to 2^53 they are exact in a double. */
export function wholeUnits(amounts: readonly Decimal[]): Float64Array {
  let decimals = 0;
  for (const amount of amounts) decimals = Math.max(decimals, amount.decimalPlaces());
  return Float64Array.from(amounts, (amount) => {
    const missing = decimals - amount.decimalPlaces();
    return Number(`${amount.toFixed().replace(".", "")}${"0".repeat(missing)}`);
  });
}
