import * as z from "zod";

import { Decimal, decimalOfNumber, moneyOf } from "../../foundation/decimal/index.js";
import { formula, type Formula } from "../../foundation/explain/index.js";
import { broken, contained, demandBetween, demandList } from "../../foundation/guard/index.js";
import { type Money, NonNegativeMoney, subtractMoney, sumMoney } from "../../foundation/money/index.js";
import { list, oneCurrency, parse, rule, schema, Share } from "../../foundation/schema/index.js";
import { CashFlows, demandFlows, demandSizes, DiscountRate, type Timing, TIMINGS } from "../flows/cash-flow.js";
import { demandCosts } from "../flows/non-negative-amount.js";
import { netPresentValue } from "../value/net-present-value.js";

/** Benefits that come in only as far as a system is used. */
export interface AdoptedBenefitInput {
  /** What full use brings, one amount for each period from period 0 on, all of one currency. At least one. */
  readonly fullBenefits: readonly Money[];
  /** The share in use in each period, from 0 to 1; as many as the benefits. */
  readonly adoption: readonly number[];
}

/** Input of {@link valueLostToRamp}. */
export interface ValueLostToRampInput extends AdoptedBenefitInput {
  /** Discount rate for one period; 0.1 is 10 %. Above −1. */
  readonly rate: number;
  /** When the amounts of period k fall: k periods from now (`"start"`), k + ½ (`"mid"`) or k + 1 (`"end"`). */
  readonly timing: Timing;
}

/** A case whose benefits grow with adoption; see {@link assessAdoptionRamp}. */
export interface AdoptionRamp extends ValueLostToRampInput {
  /** What is spent, one amount of zero or above for each period from period 0 on, same currency. At least one. */
  readonly costs: readonly Money[];
}

/** What a case is worth with its ramp and without; see {@link assessAdoptionRamp}. */
export interface AdoptionRampAssessment {
  /** The benefits that come in, by period. */
  readonly benefits: readonly Money[];
  /** Their sum. */
  readonly totalBenefit: Money;
  /** What the case is worth. */
  readonly netPresentValue: Money;
  /** What it would be worth if everybody used the system from the first period on. */
  readonly netPresentValueAtFullAdoption: Money;
  /** The difference of the two. */
  readonly valueLostToRamp: Money;
}

/** Reads an {@link AdoptedBenefitInput}. */
export const AdoptedBenefitInput: z.ZodType<AdoptedBenefitInput> = /* @__PURE__ */ schema(() =>
  z.strictObject({ fullBenefits: CashFlows, adoption: list<number>(Share) }).check(rule(sameLength)),
);

/** Reads a {@link ValueLostToRampInput}. */
export const ValueLostToRampInput: z.ZodType<ValueLostToRampInput> = /* @__PURE__ */ schema(() =>
  z
    .strictObject({
      fullBenefits: CashFlows,
      adoption: list<number>(Share),
      rate: DiscountRate,
      timing: z.enum(TIMINGS),
    })
    .check(rule(sameLength)),
);

/** Reads an {@link AdoptionRamp}. */
export const AdoptionRamp: z.ZodType<AdoptionRamp> = /* @__PURE__ */ schema(() =>
  z
    .strictObject({
      fullBenefits: CashFlows,
      adoption: list<number>(Share),
      rate: DiscountRate,
      timing: z.enum(TIMINGS),
      costs: list<Money>(NonNegativeMoney),
    })
    .check(
      rule((ramp: AdoptionRamp, report) => {
        sameLength(ramp, report);
        if (ramp.costs.length === 0) report("empty", ["costs"], "expected at least one cost, received none");
        oneCurrency(report, [
          ...ramp.fullBenefits.map((benefit, i) => [["fullBenefits", i], benefit] as const),
          ...ramp.costs.map((cost, i) => [["costs", i], cost] as const),
        ]);
      }),
    ),
);

/** The source of the figures of this file. */
const SOURCE = {
  work: "Everett M. Rogers, Diffusion of Innovations",
  place: "the rate of adoption",
} as const;

/**
 * Adopted benefit: what comes in altogether when each period brings its full benefit times the share in use.
 *
 * @param input - `fullBenefits`, money of one currency by period; `adoption`, shares from 0 to 1, as many
 * @returns money, exact, rounded half-even to 12 decimals
 * @throws DomainError `out-of-range` for a share outside 0 to 1 or a sum that reaches 1e24
 * @throws DomainError `empty` for no benefits, `inconsistent` for more or fewer shares, `currency-mismatch` when the
 *   currencies differ
 * @source Everett M. Rogers, Diffusion of Innovations, the rate of adoption
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { adoptedBenefit } from "golive-kit/roi";
 *
 * const fullBenefits = ["1000", "1000", "1000"].map((amount) => money(amount, "EUR"));
 *
 * adoptedBenefit({ fullBenefits, adoption: [0.1, 0.5, 0.8] }).amount; // => "1400"
 * ```
 *
 * @function
 */
export const adoptedBenefit: Formula<AdoptedBenefitInput, Money> = /* @__PURE__ */ formula({
  id: "roi.adopted-benefit",
  title: "Adopted benefit",
  unit: "money",
  units: { fullBenefits: "money", adoption: "ratio" },
  source: [SOURCE],
  compute(input: AdoptedBenefitInput, note) {
    const { currency, adopted } = adoptedAmounts(input);
    const total = adopted.reduce((sum, benefit) => sum.plus(benefit), new Decimal(0));
    return note("total", "sum[t](fullBenefits[t] × adoption[t])", moneyOf(total, currency, "total"));
  },
});

/**
 * Value lost to the ramp: the present value of the benefits that do not come in because not everybody uses the system
 * yet.
 *
 * It is the most that training, communication and help at the desk can win back, and so a limit for what they may cost.
 *
 * @param input - `rate`, the discount rate for one period, above −1; `fullBenefits`, money of one currency by period;
 *   `adoption`, shares from 0 to 1, as many; `timing`, `"start"`, `"mid"` or `"end"` of the period
 * @returns money; zero when everybody uses it from the first period on
 * @throws DomainError `out-of-range` for a rate of −1 or below, a share outside 0 to 1, another timing, or a value that
 *   reaches 1e24
 * @throws DomainError `empty` for no benefits, `inconsistent` for more or fewer shares, `currency-mismatch` when the
 *   currencies differ
 * @source Everett M. Rogers, Diffusion of Innovations, the rate of adoption
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { valueLostToRamp } from "golive-kit/roi";
 *
 * const fullBenefits = ["1000", "1000"].map((amount) => money(amount, "EUR"));
 *
 * valueLostToRamp({ rate: 0.25, fullBenefits, adoption: [0.5, 0.8], timing: "end" }).amount; // => "528"
 * ```
 *
 * @function
 */
export const valueLostToRamp: Formula<ValueLostToRampInput, Money> = /* @__PURE__ */ formula({
  id: "roi.value-lost-to-ramp",
  title: "Value lost to the ramp",
  unit: "money",
  units: { rate: "ratio", fullBenefits: "money", adoption: "ratio", timing: "text" },
  source: [SOURCE],
  compute(input: ValueLostToRampInput, note) {
    const { currency, full, adopted } = adoptedAmounts(input);
    const lost = full.map((benefit, k) => moneyOf(benefit.minus(adopted[k] ?? 0), currency));
    note.table(
      {
        period: { unit: "count" },
        lost: { unit: "money", expression: "fullBenefits[period] × (1 − adoption[period])" },
      },
      () => lost.map((amount, period) => ({ period, lost: amount })),
    );
    return note.figure("value", netPresentValue, { rate: input.rate, flows: lost, timing: input.timing });
  },
});

/**
 * The benefits that come in: each full benefit times the share in use.
 *
 * @param input - `fullBenefits`, money of one currency by period; `adoption`, shares from 0 to 1, as many
 * @returns money by period, exact, rounded half-even to 12 decimals
 * @throws DomainError `out-of-range` for a share outside 0 to 1
 * @throws DomainError `empty` for no benefits, `inconsistent` for more or fewer shares, `currency-mismatch` when the
 *   currencies differ
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { adoptedBenefits, linearAdoption } from "golive-kit/roi";
 *
 * const fullBenefits = ["900", "900", "1000"].map((amount) => money(amount, "EUR"));
 * const adoption = linearAdoption({ rampPeriods: 2, periods: 3 });
 *
 * adoptedBenefits({ fullBenefits, adoption }).map(({ amount }) => amount); // => ["450", "900", "1000"]
 * ```
 */
export function adoptedBenefits(input: AdoptedBenefitInput): readonly Money[] {
  return contained("adoptedBenefits", () => {
    const { currency, adopted } = adoptedAmounts(input);
    return adopted.map((benefit) => moneyOf(benefit, currency));
  });
}

/**
 * Works out a case whose benefits grow with adoption: what comes in, what it is worth, and what the ramp costs.
 *
 * @param ramp - `rate` for one period, above −1; `costs`, zero or above, and `fullBenefits`, money of one currency by
 *   period from period 0 on; `adoption`, shares from 0 to 1, as many as the benefits; `timing`
 * @returns `benefits` by period and `totalBenefit`, `netPresentValue` with the ramp and
 *   `netPresentValueAtFullAdoption` without, and `valueLostToRamp`, their difference
 * @throws DomainError `out-of-range` for a rate of −1 or below, a share outside 0 to 1, a cost below zero, another
 *   timing, or a value that reaches 1e24
 * @throws DomainError `empty` for no benefits or no costs, `inconsistent` for more or fewer shares, `currency-mismatch`
 *   when the currencies differ
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { assessAdoptionRamp } from "golive-kit/roi";
 *
 * const euros = (...amounts: string[]) => amounts.map((amount) => money(amount, "EUR"));
 * const assessment = assessAdoptionRamp({
 *   rate: 0.25,
 *   costs: euros("1000"),
 *   fullBenefits: euros("0", "1000", "1000"),
 *   adoption: [0, 0.5, 0.8],
 *   timing: "start",
 * });
 *
 * assessment.netPresentValue.amount; // => "-88"
 * assessment.valueLostToRamp.amount; // => "528"
 * ```
 */
export function assessAdoptionRamp(ramp: AdoptionRamp): AdoptionRampAssessment {
  return contained("assessAdoptionRamp", () => {
    const { rate, timing, fullBenefits } = ramp;
    const { currency, adopted } = adoptedAmounts(ramp);
    demandCosts(currency, ramp.costs);
    const benefits = adopted.map((benefit) => moneyOf(benefit, currency));
    const spent = netPresentValue({ rate, flows: ramp.costs, timing });
    const less = (flows: readonly Money[]): Money => subtractMoney(netPresentValue({ rate, flows, timing }), spent);
    return {
      benefits,
      totalBenefit: sumMoney(benefits),
      netPresentValue: less(benefits),
      netPresentValueAtFullAdoption: less(fullBenefits),
      valueLostToRamp: valueLostToRamp({ rate, fullBenefits, adoption: ramp.adoption, timing }),
    };
  });
}

/**
 * Reads the input of {@link adoptedBenefit} and {@link adoptedBenefits} from outside data.
 *
 * @param data - `{ fullBenefits, adoption }`
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { adoptedBenefit, parseAdoptedBenefitInput } from "golive-kit/roi";
 *
 * const input = parseAdoptedBenefitInput({ fullBenefits: [{ amount: "80", currency: "EUR" }], adoption: [0.25] });
 *
 * adoptedBenefit(input).amount; // => "20"
 * ```
 */
export function parseAdoptedBenefitInput(data: unknown): AdoptedBenefitInput {
  return contained("adopted benefit", () => parse(AdoptedBenefitInput, data, "adopted benefit"));
}

/**
 * Reads the input of {@link valueLostToRamp} from outside data.
 *
 * @param data - `{ rate, fullBenefits, adoption, timing }`
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { parseValueLostToRampInput, valueLostToRamp } from "golive-kit/roi";
 *
 * const input = parseValueLostToRampInput({
 *   rate: 0.25,
 *   fullBenefits: [{ amount: "100", currency: "EUR" }],
 *   adoption: [0.5],
 *   timing: "end",
 * });
 *
 * valueLostToRamp(input).amount; // => "40"
 * ```
 */
export function parseValueLostToRampInput(data: unknown): ValueLostToRampInput {
  return contained("value lost to the ramp", () => parse(ValueLostToRampInput, data, "value lost to the ramp"));
}

/**
 * Reads an {@link AdoptionRamp} from outside data.
 *
 * @param data - `{ rate, costs, fullBenefits, adoption, timing }`
 * @returns the case, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { assessAdoptionRamp, parseAdoptionRamp } from "golive-kit/roi";
 *
 * const ramp = parseAdoptionRamp({
 *   rate: 0,
 *   costs: [{ amount: "30", currency: "EUR" }],
 *   fullBenefits: [{ amount: "100", currency: "EUR" }],
 *   adoption: [0.5],
 *   timing: "end",
 * });
 *
 * assessAdoptionRamp(ramp).netPresentValue.amount; // => "20"
 * ```
 */
export function parseAdoptionRamp(data: unknown): AdoptionRamp {
  return contained("adoption ramp", () => parse(AdoptionRamp, data, "adoption ramp"));
}

function sameLength({ fullBenefits, adoption }: AdoptedBenefitInput, report: Parameters<typeof oneCurrency>[0]): void {
  if (adoption.length !== fullBenefits.length) {
    report("inconsistent", ["adoption"], "expected as many shares as full benefits");
  }
}

function adoptedAmounts({ fullBenefits, adoption }: AdoptedBenefitInput): {
  readonly currency: string;
  readonly full: readonly Decimal[];
  readonly adopted: readonly Decimal[];
} {
  const { currency, amounts } = demandFlows(fullBenefits, "fullBenefits");
  const shares = demandList(adoption, "adoption").map((share, k) => {
    const name = `adoption[${String(k)}]`;
    return decimalOfNumber(demandBetween(share, 0, 1, name, ["adoption", k]), name);
  });
  if (shares.length !== amounts.length) {
    throw broken("inconsistent", "adoption", "as many shares as fullBenefits", shares.length);
  }
  const adopted = amounts.map((amount, k) => amount.times(shares[k] ?? 0));
  return { currency, full: amounts, adopted: demandSizes(adopted, "benefit") };
}
