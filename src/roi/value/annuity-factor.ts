import * as z from "zod";

import { Decimal, numberOf } from "../../foundation/decimal/index.js";
import type { Path } from "../../foundation/errors/index.js";
import { formula, type Formula } from "../../foundation/explain/index.js";
import { broken, contained, demandCount } from "../../foundation/guard/index.js";
import { parse, schema } from "../../foundation/schema/index.js";
import { DiscountRate } from "../flows/cash-flow.js";
import { discountFactors } from "./present-values.js";

/** Input of {@link annuityFactor}. */
export interface AnnuityFactorInput {
  /** Discount rate for one period; 0.1 is 10 %. Above −1. */
  readonly rate: number;
  /** How many periods; a whole number from 1 to 10 000. */
  readonly periods: number;
}

/** Periods that an annuity can run: 800 years of months. */
const MAX_PERIODS = 10_000;

/** Reads a number of periods that can be listed. */
export const PeriodCount: z.ZodType<number> = /* @__PURE__ */ schema(() => z.int().min(1).max(MAX_PERIODS));

/** Reads an {@link AnnuityFactorInput}. */
export const AnnuityFactorInput: z.ZodType<AnnuityFactorInput> = /* @__PURE__ */ schema(() =>
  z.strictObject({ rate: DiscountRate, periods: PeriodCount }),
);

/**
 * Annuity factor: what one unit of money at the end of each period is worth now.
 *
 * @param input - `rate`, the discount rate for one period, above −1; `periods`, a whole number from 1 to 10 000
 * @returns a ratio: the present value of a level amount is the amount times this; at rate 0 the number of periods
 * @throws DomainError `out-of-range` for a rate of −1 or below, other periods, or a factor beyond all numbers
 * @source Richard A. Brealey, Stewart C. Myers, Franklin Allen, Principles of Corporate Finance, how to value annuities
 *
 * @example
 * ```ts
 * import { annuityFactor } from "golive-kit/roi";
 *
 * annuityFactor({ rate: 0.25, periods: 2 }); // => 1.44
 * annuityFactor({ rate: 0, periods: 5 }); // => 5
 * ```
 *
 * @function
 */
export const annuityFactor: Formula<AnnuityFactorInput, number> = /* @__PURE__ */ formula({
  id: "roi.annuity-factor",
  title: "Annuity factor",
  unit: "ratio",
  units: { rate: "ratio", periods: "count" },
  source: [
    {
      work: "Richard A. Brealey, Stewart C. Myers, Franklin Allen, Principles of Corporate Finance",
      place: "how to value annuities",
    },
  ],
  compute({ rate, periods }: AnnuityFactorInput, note) {
    const factor = annuityOf(rate, periods, "periods");
    return note("factor", "if(rate = 0, periods, (1 − (1 + rate) ^ (0 − periods)) ÷ rate)", numberOf(factor, "factor"));
  },
});

/**
 * Reads the input of {@link annuityFactor} from outside data.
 *
 * @param data - `{ rate, periods }`, both numbers
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { annuityFactor, parseAnnuityFactorInput } from "golive-kit/roi";
 *
 * annuityFactor(parseAnnuityFactorInput({ rate: 1, periods: 2 })); // => 0.75
 * ```
 */
export function parseAnnuityFactorInput(data: unknown): AnnuityFactorInput {
  return contained("annuity factor", () => parse(AnnuityFactorInput, data, "annuity factor"));
}

/** The annuity factor as a decimal: added up, since the quotient loses all digits where the rate is next to zero. */
export function annuityOf(rate: number, periods: number, subject: string): Decimal {
  return discountFactors(rate, "end", demandPeriods(periods, subject)).reduce(
    (sum, factor) => sum.plus(factor),
    new Decimal(0),
  );
}

/** Asks for a number of periods that can be listed: a whole number from 1 to 10 000. */
export function demandPeriods(periods: number, subject: string, path: Path = [subject]): number {
  const count = demandCount(periods, subject, path, 1);
  if (count > MAX_PERIODS) throw broken("out-of-range", subject, `at most ${String(MAX_PERIODS)}`, periods, path);
  return count;
}
