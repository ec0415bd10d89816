import * as z from "zod";

import { Decimal, decimalOfNumber, numberOf } from "../../foundation/decimal/index.js";
import { formula, type Formula } from "../../foundation/explain/index.js";
import { broken, contained, demandBetween, demandFinite, demandList } from "../../foundation/guard/index.js";
import { FiniteNumber, list, parse, rule, schema, Share } from "../../foundation/schema/index.js";

/** Shares are summed as decimals; a sum this far above one is still one. */
const SLACK = 1e-9;

/** Input of {@link surveyedAdjustment}. */
export interface SurveyedAdjustmentInput {
  /** How large each group of answers is: shares from 0 to 1, together at most 1. At least one. */
  readonly shares: readonly number[];
  /** What each group takes off; 0.3 is 30 %. As many as shares. */
  readonly riskFactors: readonly number[];
}

/** Reads a {@link SurveyedAdjustmentInput}. */
export const SurveyedAdjustmentInput: z.ZodType<SurveyedAdjustmentInput> = /* @__PURE__ */ schema(() =>
  z.strictObject({ shares: list<number>(Share), riskFactors: list<number>(FiniteNumber) }).check(
    rule(({ shares, riskFactors }: SurveyedAdjustmentInput, report) => {
      if (shares.length === 0) report("empty", ["shares"], "expected at least one group, received none");
      if (riskFactors.length !== shares.length) {
        const message = `expected as many as shares, ${String(shares.length)}, received ${String(riskFactors.length)}`;
        report("inconsistent", ["riskFactors"], message);
      }
      const sum = sumOf(shares);
      if (isAboveOne(sum))
        report("inconsistent", ["shares"], `expected at most 1 together, received ${sum.toString()}`);
    }),
  ),
);

/**
 * Surveyed risk adjustment: how much to take off a benefit, from how sure the people asked are of it.
 *
 * A group that is quite sure takes off nothing; so does the part of the people that is in no group.
 *
 * @param input - `shares` of the groups, from 0 to 1, together at most 1; `riskFactors`, what each group takes off
 * @returns a ratio, as `riskAdjustedBenefits` takes it: 0.198 is 19.8 %
 * @throws DomainError `empty` for no groups, `inconsistent` when the lists differ in length or the shares pass 1
 * @throws DomainError `out-of-range` for a share below 0 or above 1
 * @source Forrester Consulting, customer education study for Intellum, risk adjustment from survey answers
 *
 * @example
 * ```ts
 * import { surveyedAdjustment } from "golive-kit/roi";
 *
 * surveyedAdjustment({ shares: [0.66, 0.34], riskFactors: [0.3, 0] }); // => 0.198
 * ```
 *
 * @function
 */
export const surveyedAdjustment: Formula<SurveyedAdjustmentInput, number> = /* @__PURE__ */ formula({
  id: "roi.surveyed-adjustment",
  title: "Surveyed risk adjustment",
  unit: "ratio",
  units: { shares: "ratio", riskFactors: "ratio" },
  source: [
    {
      work: "Forrester Consulting, customer education study for Intellum",
      place: "risk adjustment from survey answers",
    },
  ],
  compute({ shares, riskFactors }: SurveyedAdjustmentInput, note) {
    if (demandList(shares, "shares").length === 0)
      throw broken("empty", "shares", "a list of at least one group", shares);
    if (demandList(riskFactors, "riskFactors").length !== shares.length) {
      throw broken("inconsistent", "riskFactors", `as many as shares, ${String(shares.length)}`, riskFactors.length);
    }
    shares.forEach((share, i) => demandBetween(share, 0, 1, `shares[${String(i)}]`, ["shares", i]));
    const sum = sumOf(shares);
    if (isAboveOne(sum)) throw broken("inconsistent", "shares", "at most 1 together", sum.toString());
    const adjustment = riskFactors.reduce((total, given, i) => {
      const factor = decimalOfNumber(
        demandFinite(given, `riskFactors[${String(i)}]`, ["riskFactors", i]),
        "riskFactor",
      );
      return total.plus(factor.times(shares[i] ?? 0));
    }, new Decimal(0));
    return note("adjustment", "sum[t](shares[t] × riskFactors[t])", numberOf(adjustment, "adjustment"));
  },
});

/**
 * Reads the input of {@link surveyedAdjustment} from outside data.
 *
 * @param data - `{ shares, riskFactors }`, both lists of numbers
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { parseSurveyedAdjustmentInput, surveyedAdjustment } from "golive-kit/roi";
 *
 * surveyedAdjustment(parseSurveyedAdjustmentInput({ shares: [0.5], riskFactors: [0.2] })); // => 0.1
 * ```
 */
export function parseSurveyedAdjustmentInput(data: unknown): SurveyedAdjustmentInput {
  return contained("surveyed adjustment", () => parse(SurveyedAdjustmentInput, data, "surveyed adjustment"));
}

function sumOf(shares: readonly number[]): Decimal {
  return shares.reduce((sum, share) => sum.plus(share), new Decimal(0));
}

function isAboveOne(sum: Decimal): boolean {
  return sum.gt(new Decimal(1).plus(SLACK));
}
