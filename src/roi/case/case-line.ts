import * as z from "zod";

import { Money, NonNegativeMoney } from "../../foundation/money/index.js";
import { Count, Id, list, NonNegative, optional, rule, schema, Share, Text } from "../../foundation/schema/index.js";
import { CivilDate } from "../../foundation/time/index.js";
import { DiscountRate } from "../flows/cash-flow.js";

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

/** An amount that comes back in each period. */
export interface RecurringAmount {
  /** The amount of its first period. */
  readonly amount: Money;
  /** Its first period, counted from the start of the line. */
  readonly from: number;
  /** Its last period, counted so too; left out, it goes on to the horizon of the case. */
  readonly to?: number;
  /** How it grows in a year, above −1: once a year, on the anniversary of its first period. None when left out. */
  readonly escalation?: number;
}

/** An amount with a date. */
export interface Payment {
  /** When it falls. */
  readonly date: CivilDate;
  /** How much. */
  readonly amount: Money;
}

/** What costs and benefits have in common. Amounts come in any of three ways, or in several of them at once. */
export interface CaseLine {
  /** Its id, once in its list. */
  readonly id: string;
  /** What is paid for, or gained. */
  readonly title: string;
  /** One amount for each period from the start of the line on; it may end before the case does. */
  readonly amounts?: readonly Money[];
  /** An amount that comes back in each period. */
  readonly recurring?: RecurringAmount;
  /** Amounts with dates; they ask for the `start` of the case. */
  readonly payments?: readonly Payment[];
  /** Whether the line starts in the period of the go-live, and moves with it; otherwise it starts in period 0. */
  readonly fromGoLive?: boolean;
}

/** One cost of a business case; its amounts are zero or above. */
export interface CostLine extends CaseLine {
  /** Whether the project causes it, or shares it. */
  readonly kind: CostKind;
  /** What is set aside for what is known to be unknown, as a share of the amounts; zero or above. */
  readonly contingency?: number;
  /** What is added because plans of its kind are too hopeful, as a share; zero or above. See `optimismBias`. */
  readonly optimismBias?: number;
  /** What is added for risk in the manner of consulting studies, as a share; zero or above. */
  readonly riskAdjustment?: number;
}

/** One benefit of a business case; its amounts are below zero for a loss. */
export interface BenefitLine extends CaseLine {
  /** What the gain consists in. */
  readonly kind: BenefitKind;
  /** What is taken off for risk in the manner of consulting studies, as a share from 0 to 1. */
  readonly riskAdjustment?: number;
  /** The share in use in each period from the start of the line on, from 0 to 1; the last holds on. All when left out. */
  readonly adoption?: readonly number[];
}

/** The parts that both kinds of line have, by the schema of their amounts. */
function lineShape(amount: z.ZodType<Money>) {
  const recurring: z.ZodType<RecurringAmount> = z
    .strictObject({ amount, from: Count, to: optional(Count), escalation: optional(DiscountRate) })
    .check(
      rule(({ from, to }: RecurringAmount, report) => {
        if (to !== undefined && to < from) report("inconsistent", ["to"], `expected ${String(from)} or later`);
      }),
    );
  const payment: z.ZodType<Payment> = z.strictObject({ date: CivilDate, amount });
  return {
    id: Id,
    title: Text,
    amounts: optional(list<Money>(amount)),
    recurring: optional(recurring),
    payments: optional(list<Payment>(payment)),
    fromGoLive: optional(z.boolean()),
  };
}

/** Reads a {@link CostLine}. */
export const CostLine: z.ZodType<CostLine> = /* @__PURE__ */ schema(() =>
  z
    .strictObject({
      ...lineShape(NonNegativeMoney),
      kind: z.enum(COST_KINDS),
      contingency: optional(NonNegative),
      optimismBias: optional(NonNegative),
      riskAdjustment: optional(NonNegative),
    })
    .check(hasAmounts),
);

/** Reads a {@link BenefitLine}. */
export const BenefitLine: z.ZodType<BenefitLine> = /* @__PURE__ */ schema(() =>
  z
    .strictObject({
      ...lineShape(Money),
      kind: z.enum(BENEFIT_KINDS),
      riskAdjustment: optional(Share),
      adoption: optional(list<number>(Share)),
    })
    .check(
      hasAmounts,
      rule(({ adoption }: BenefitLine, report) => {
        if (adoption?.length === 0) report("empty", ["adoption"], "expected at least one share, received none");
      }),
    ),
);

const hasAmounts: z.core.CheckFn<CaseLine> = /* @__PURE__ */ rule((line: CaseLine, report) => {
  const { amounts, recurring, payments } = line;
  if (amounts?.length === 0) report("empty", ["amounts"], "expected at least one amount");
  if (payments?.length === 0) report("empty", ["payments"], "expected at least one payment");
  if (amounts === undefined && recurring === undefined && payments === undefined) {
    report("missing", ["amounts"], "expected amounts, a recurring amount or payments");
  }
});
