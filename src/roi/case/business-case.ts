import * as z from "zod";

import { contained } from "../../foundation/guard/index.js";
import { CurrencyCode, Money, NonNegativeMoney } from "../../foundation/money/index.js";
import { list, listById, Id, oneCurrency, parse, rule, schema, Text } from "../../foundation/schema/index.js";
import { DiscountRate, type Timing, TIMINGS } from "../flows/cash-flow.js";

/** Whether a cost is caused by the project itself, or shared with other work. */
export type CostKind = (typeof COST_KINDS)[number];

/** The kinds of cost of a business case. */
export const COST_KINDS = ["direct", "indirect"] as const;

/** What a benefit of a business case consists in. */
export type BenefitKind = (typeof BENEFIT_KINDS)[number];

/** The kinds of benefit of a business case. */
export const BENEFIT_KINDS = [
  "efficiency",
  "cost-reduction",
  "customer-satisfaction",
  "revenue",
  "avoided-loss",
] as const;

/** How long a period of a business case lasts. */
export type PeriodLength = (typeof PERIOD_LENGTHS)[number];

/** The lengths that a period of a business case can have. */
export const PERIOD_LENGTHS = ["year", "quarter", "month"] as const;

/** How many periods of a length a year has. */
export const PERIODS_PER_YEAR: Readonly<Record<PeriodLength, number>> = { year: 1, quarter: 4, month: 12 };

/** One cost of a business case, over its periods. */
export interface CostLine {
  /** Its id, once in the case. */
  readonly id: string;
  /** What is paid for. */
  readonly title: string;
  /** Whether the project causes it, or shares it. */
  readonly kind: CostKind;
  /** Zero or above, one amount for each period from period 0 on; a line may end before the case does. */
  readonly amounts: readonly Money[];
}

/** One benefit of a business case, over its periods. */
export interface BenefitLine {
  /** Its id, once in the case. */
  readonly id: string;
  /** What is gained. */
  readonly title: string;
  /** What the gain consists in. */
  readonly kind: BenefitKind;
  /** One amount for each period from period 0 on, below zero for a loss; a line may end before the case does. */
  readonly amounts: readonly Money[];
}

/** The financial case for a project: what it costs and what it brings, period by period. */
export interface BusinessCase {
  /** The one currency of all amounts. */
  readonly currency: string;
  /** Effective discount rate for a year; 0.1 is 10 %. Above −1. */
  readonly discountRate: number;
  /** When the amounts of period k fall: k periods from now (`"start"`), k + ½ (`"mid"`) or k + 1 (`"end"`). */
  readonly timing: Timing;
  /** How long a period lasts. */
  readonly periodLength: PeriodLength;
  /** What is spent; at least one line, above zero in sum. */
  readonly costs: readonly CostLine[];
  /** What is gained. */
  readonly benefits: readonly BenefitLine[];
}

/** Reads a {@link CostLine}. */
export const CostLine: z.ZodType<CostLine> = /* @__PURE__ */ schema(() =>
  z.strictObject({ id: Id, title: Text, kind: z.enum(COST_KINDS), amounts: list<Money>(NonNegativeMoney) }),
);

/** Reads a {@link BenefitLine}. */
export const BenefitLine: z.ZodType<BenefitLine> = /* @__PURE__ */ schema(() =>
  z.strictObject({ id: Id, title: Text, kind: z.enum(BENEFIT_KINDS), amounts: list<Money>(Money) }),
);

/** Reads a {@link BusinessCase}. */
export const BusinessCase: z.ZodType<BusinessCase> = /* @__PURE__ */ schema(() =>
  z
    .strictObject({
      currency: CurrencyCode,
      discountRate: DiscountRate,
      timing: z.enum(TIMINGS),
      periodLength: z.enum(PERIOD_LENGTHS),
      costs: listById<CostLine>(CostLine),
      benefits: listById<BenefitLine>(BenefitLine),
    })
    .check(
      rule(({ currency, costs, benefits }: BusinessCase, report) => {
        for (const [part, lines] of [["costs", costs] as const, ["benefits", benefits] as const]) {
          lines.forEach(({ amounts }, i) => {
            if (amounts.length === 0) report("empty", [part, i, "amounts"], "expected at least one amount");
            const placed = amounts.map((amount, k) => [[part, i, "amounts", k], amount] as const);
            oneCurrency(report, placed, currency);
          });
        }
        if (!costs.some(({ amounts }) => amounts.some(({ amount }) => amount !== "0"))) {
          report("zero-divisor", ["costs"], "expected costs above zero in sum");
        }
      }),
    ),
);

/**
 * Reads a business case from outside data.
 *
 * @param data - see {@link BusinessCase}; amounts as decimal text or as numbers
 * @returns the case, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { parseBusinessCase } from "golive-kit/roi";
 *
 * const businessCase = parseBusinessCase({
 *   currency: "USD",
 *   discountRate: 0.1,
 *   timing: "start",
 *   periodLength: "year",
 *   costs: [{ id: "build", title: "Build", kind: "direct", amounts: [{ amount: 50000, currency: "USD" }] }],
 *   benefits: [],
 * });
 *
 * businessCase.costs[0]?.amounts[0]?.amount; // => "50000"
 * ```
 */
export function parseBusinessCase(data: unknown): BusinessCase {
  return contained("business case", () => parse(BusinessCase, data, "business case"));
}
