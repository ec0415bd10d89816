import * as z from "zod";

import { Decimal, decimalOfNumber, numberOf } from "../../foundation/decimal/index.js";
import { formula, type Formula } from "../../foundation/explain/index.js";
import { contained, demandAbove, demandAtLeast, demandFinite } from "../../foundation/guard/index.js";
import { FiniteNumber, parse, Positive, schema } from "../../foundation/schema/index.js";

/** Input of {@link annualisedRoi} and {@link averageAnnualRoi}. */
export interface AnnualisedRoiInput {
  /** Return on investment over the whole time; 1 is 100 %. */
  readonly roi: number;
  /** The time it was earned in, in years; above zero. */
  readonly years: number;
}

/** Reads an {@link AnnualisedRoiInput}. */
export const AnnualisedRoiInput: z.ZodType<AnnualisedRoiInput> = /* @__PURE__ */ schema(() =>
  z.strictObject({ roi: FiniteNumber, years: Positive }),
);

/**
 * Annualised return on investment: the yearly return that, earned again each year on the year before, gives the whole.
 *
 * It makes cases of different length comparable. It is not the return divided by the years; that is
 * {@link averageAnnualRoi}, which is larger for gains over more than a year.
 *
 * @param input - `roi`, a ratio of −1 or above for the whole time; `years`, above zero, fractions allowed
 * @returns a ratio for one year: 0.1 is 10 % a year
 * @throws DomainError `out-of-range` for a `roi` below −1, which no yearly return gives, or for `years` of zero or below
 * @source CFA Institute, Global Investment Performance Standards, annualised returns (geometric mean)
 *
 * @example
 * ```ts
 * import { annualisedRoi } from "golive-kit/roi";
 *
 * annualisedRoi({ roi: 1, years: 3 }); // => 0.2599210498948732
 * annualisedRoi({ roi: 0.21, years: 2 }); // => 0.1
 * ```
 *
 * @function
 */
export const annualisedRoi: Formula<AnnualisedRoiInput, number> = /* @__PURE__ */ formula({
  id: "roi.annualised-roi",
  title: "Annualised return on investment",
  unit: "ratio",
  units: { roi: "ratio", years: "years" },
  source: [
    { work: "CFA Institute, Global Investment Performance Standards", place: "annualised returns (geometric mean)" },
  ],
  compute({ roi, years }: AnnualisedRoiInput, note) {
    const growth = decimalOfNumber(demandAtLeast(roi, -1, "roi"), "roi").plus(1);
    const time = decimalOfNumber(demandAbove(years, 0, "years"), "years");
    const yearly = growth.pow(new Decimal(1).div(time)).minus(1);
    return note("annualised", "(1 + roi) ^ (1 ÷ years) − 1", numberOf(yearly, "annualised"));
  },
});

/**
 * Average annual return on investment: the return divided by the years it took.
 *
 * A plain share for each year, without compounding; to compare cases of different length use {@link annualisedRoi}.
 *
 * @param input - `roi`, a ratio for the whole time; `years`, above zero
 * @returns a ratio for one year
 * @throws DomainError `out-of-range` for `years` of zero or below
 * @source Definition: the return of the whole time, divided by its years
 *
 * @example
 * ```ts
 * import { averageAnnualRoi } from "golive-kit/roi";
 *
 * averageAnnualRoi({ roi: 1, years: 4 }); // => 0.25
 * ```
 *
 * @function
 */
export const averageAnnualRoi: Formula<AnnualisedRoiInput, number> = /* @__PURE__ */ formula({
  id: "roi.average-annual-roi",
  title: "Average annual return on investment",
  unit: "ratio",
  units: { roi: "ratio", years: "years" },
  source: [{ work: "Definition", place: "the return of the whole time, divided by its years" }],
  compute({ roi, years }: AnnualisedRoiInput, note) {
    const whole = decimalOfNumber(demandFinite(roi, "roi"), "roi");
    const time = decimalOfNumber(demandAbove(years, 0, "years"), "years");
    return note("average", "roi ÷ years", numberOf(whole.div(time), "average"));
  },
});

/**
 * Reads the input of {@link annualisedRoi} and {@link averageAnnualRoi} from outside data.
 *
 * @param data - `{ roi, years }`, both numbers
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { annualisedRoi, parseAnnualisedRoiInput } from "golive-kit/roi";
 *
 * annualisedRoi(parseAnnualisedRoiInput({ roi: 0.44, years: 2 })); // => 0.2
 * ```
 */
export function parseAnnualisedRoiInput(data: unknown): AnnualisedRoiInput {
  return contained("annualised return", () => parse(AnnualisedRoiInput, data, "annualised return"));
}
