import type { Source } from "../../foundation/explain/index.js";
import { broken, contained, demandList, demandOneOf } from "../../foundation/guard/index.js";
import type { Money } from "../../foundation/money/index.js";
import { OPTIMISM_BIAS_TABLE_2002, type OptimismBiasTable } from "../adjustment/optimism-bias-bounds.js";
import { demandFlows, type Timing } from "../flows/cash-flow.js";
import { presentValueByYear } from "../value/present-value-by-year.js";
import { PRICE_BASES, type PriceBasis } from "../value/price-basis.js";
import { type RateSchedule, scheduledRates } from "../value/rate-schedule.js";

/** How an authority or a practice discounts, as it was given out; a copy with other values is made with a spread. */
export interface AppraisalPreset {
  /** What it is called. */
  readonly name: string;
  /** When it was given out: a year, a month as `2008-03`, or a date. */
  readonly issued: string;
  /** Where it stands. */
  readonly source: Source;
  /** What to know before it is used. */
  readonly note: string;
  /** The discount rates, from year 1 on; year 0 is now and is not discounted. */
  readonly schedule: RateSchedule;
  /** For which prices the rates are; left out where the source does not say. */
  readonly priceBasis?: PriceBasis;
  /** When in its year an amount may be taken to fall; the usual one first. */
  readonly timings: readonly Timing[];
  /** The bounds of optimism bias that belong to it. */
  readonly optimismBias?: OptimismBiasTable;
}

/** What is to be valued under a preset; see {@link presentValueUnderPreset}. */
export interface PresetFlows {
  /** One amount for each year from year 0, which is now, on; one currency, below zero is money spent. At least one. */
  readonly flows: readonly Money[];
  /** In which prices the amounts are. */
  readonly priceBasis: PriceBasis;
  /** When in its year an amount falls; one of the preset's timings. */
  readonly timing: Timing;
}

/** The discounting of commissioned consulting studies: 10 %, what is spent at the start undiscounted. */
export const CONSULTING_STUDY_2008: AppraisalPreset = {
  name: "Consulting study",
  issued: "2008-03",
  source: {
    work: "Forrester Consulting, The Total Economic Impact of Cisco Unified Wireless Network Migration (2008)",
    place: "appendix B, a note on cash flow tables",
  },
  note:
    "The rate is the study's assumption for any reader; it names 8 % to 16 % as usual. Take your own where you have one. " +
    "Later studies may differ.",
  schedule: [{ rate: 0.1 }],
  timings: ["end"],
};

/** The discounting of United States federal programmes in the circular of 1992: 7 % real. */
export const US_CIRCULAR_A94_1992: AppraisalPreset = {
  name: "US Circular A-94",
  issued: "1992-10-29",
  source: {
    work: "Office of Management and Budget, Circular A-94 (1992)",
    place: "section 8, discount rate policy, and appendix B, discount factors",
  },
  note:
    "For benefit-cost analysis of public investments; leases and cost-effectiveness take the rates of appendix C. The " +
    "circular was revised in 2023, and memorandum M-25-23 of 2025 speaks of its rescission and reinstatement: find out " +
    "which edition binds you.",
  schedule: [{ rate: 0.07 }],
  priceBasis: "real",
  timings: ["end", "mid"],
};

/** The discounting of United Kingdom central government: 3.5 % real, declining after year 30. */
export const UK_GREEN_BOOK_2003: AppraisalPreset = {
  name: "UK Green Book",
  issued: "2003",
  source: {
    work: "HM Treasury, The Green Book: Appraisal and Evaluation in Central Government (2003)",
    place: "table 6.1, the declining long-term discount rate",
  },
  note:
    "Years past 125, for which the table falls further, are left out. Later editions keep these rates, with lower ones " +
    "for health; a review of them was announced in December 2025: look for its outcome.",
  schedule: [
    { toYear: 30, rate: 0.035 },
    { toYear: 75, rate: 0.03 },
    { toYear: 125, rate: 0.025 },
  ],
  priceBasis: "real",
  timings: ["end"],
  optimismBias: OPTIMISM_BIAS_TABLE_2002,
};

/** All presets. */
export const APPRAISAL_PRESETS = [CONSULTING_STUDY_2008, US_CIRCULAR_A94_1992, UK_GREEN_BOOK_2003] as const;

/**
 * What a series of yearly amounts is worth now under the rules of an authority or a practice.
 *
 * Amounts in other prices than the preset's rates are for are refused, and so are years that it has no rate for.
 *
 * @param preset - the rules, such as `UK_GREEN_BOOK_2003`, or a copy of one with values of your own
 * @param given - `flows`, money of one currency from year 0, which is now, on; their `priceBasis`, `"real"` or
 *   `"nominal"`; `timing`, one of the preset's
 * @returns money of the flows' currency
 * @throws DomainError `inconsistent` when the amounts are in other prices than the rates are for
 * @throws DomainError `out-of-range` for a timing that the preset does not have, more years than it has rates for, a rate
 *   of −1 or below, or a present value that reaches 1e24
 * @throws DomainError `empty` for no flows, `currency-mismatch` when the currencies differ
 * @source The preset's own; see its `source`
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { presentValueUnderPreset, US_CIRCULAR_A94_1992 } from "golive-kit/roi";
 *
 * const flows = ["-100", "107"].map((amount) => money(amount, "USD"));
 *
 * presentValueUnderPreset(US_CIRCULAR_A94_1992, { flows, priceBasis: "real", timing: "end" }).amount; // => "0"
 * ```
 */
export function presentValueUnderPreset(preset: AppraisalPreset, given: PresetFlows): Money {
  return contained("presentValueUnderPreset", () => {
    const { flows } = given;
    const timing = demandOneOf(given.timing, demandList(preset.timings, "preset.timings"), "timing");
    const basis = demandOneOf(given.priceBasis, PRICE_BASES, "priceBasis");
    if (preset.priceBasis !== undefined && basis !== preset.priceBasis) {
      throw broken("inconsistent", "priceBasis", `"${preset.priceBasis}", as the rates of the preset are for`, basis);
    }
    const { amounts } = demandFlows(flows);
    return presentValueByYear({ rates: scheduledRates(preset.schedule, amounts.length - 1), flows, timing });
  });
}
