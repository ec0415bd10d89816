import { Decimal, moneyOf } from "../../foundation/decimal/index.js";
import type { Path } from "../../foundation/errors/index.js";
import { type Figure, figure } from "../../foundation/explain/index.js";
import { broken, demandOneOf } from "../../foundation/guard/index.js";
import type { Money } from "../../foundation/money/index.js";
import type { CivilDate } from "../../foundation/time/index.js";
import { adjustedBenefit, adjustedCost, benefitFactor, costFactor, shareOf } from "./adjusted-line.js";
import type { BusinessCase } from "./business-case.js";
import { BENEFIT_KINDS, type BenefitLine, type CaseLine, COST_KINDS, type CostLine } from "./case-line.js";
import { plannedLine } from "./case-periods.js";

/** A line as it counts. */
export interface AssessedLine {
  readonly id: string;
  readonly side: "cost" | "benefit";
  readonly kind: string;
  /** What counts in each period, payments included. */
  readonly amounts: readonly Decimal[];
  /** The same without payments. */
  readonly undated: readonly Decimal[];
  /** What counts of each payment. */
  readonly payments: readonly { readonly date: CivilDate; readonly amount: Decimal }[];
  /** The sum of it all. */
  readonly total: Money;
  /** The same as a figure, which shows how it came about. */
  readonly figure: Figure;
}

/** Works out a line: spread over the periods, adjusted, and for benefits times the share in use. */
export function assessLine(
  data: BusinessCase,
  side: "cost" | "benefit",
  line: CostLine | BenefitLine,
  length: number,
  at: Path,
): AssessedLine {
  const { currency } = data;
  demandOneOf<string>(line.kind, side === "cost" ? COST_KINDS : BENEFIT_KINDS, "kind", [...at, "kind"]);
  const planned = plannedLine(data, line, length, at);
  const full = [...planned.amounts];
  for (const { period, amount } of planned.payments) full[period] = (full[period] ?? new Decimal(0)).plus(amount);
  if (side === "cost") demandCostsOf(line, at);

  const { factorAt, shown } =
    side === "cost"
      ? costOf(line as CostLine, full, currency)
      : benefitOf(line as BenefitLine, full, planned.offset, currency);
  const adjusted = (amount: Decimal, period: number): Decimal => amount.times(factorAt(period));
  return {
    id: line.id,
    side,
    kind: line.kind,
    amounts: full.map(adjusted),
    undated: planned.amounts.map(adjusted),
    payments: planned.payments.map(({ date, period, amount }) => ({ date, amount: adjusted(amount, period) })),
    total: shown.value as Money,
    figure: shown,
  };
}

interface Adjustment {
  /** What the amount of a period is multiplied by. */
  readonly factorAt: (period: number) => Decimal;
  /** The figure of the line. */
  readonly shown: Figure;
}

function costOf(line: CostLine, full: readonly Decimal[], currency: string): Adjustment {
  const { id, contingency = 0, optimismBias = 0, riskAdjustment = 0 } = line;
  const shares = { contingency, optimismBias, riskAdjustment };
  const factor = costFactor(shares);
  const amounts = full.map((amount) => moneyOf(amount, currency));
  return { factorAt: () => factor, shown: figure(adjustedCost, { amounts, ...shares }, id) };
}

function benefitOf(line: BenefitLine, full: readonly Decimal[], offset: number, currency: string): Adjustment {
  const { id, riskAdjustment = 0, adoption: given } = line;
  const adoption = full.map((_, k) => {
    if (given === undefined) return 1;
    return given[Math.min(Math.max(0, k - offset), given.length - 1)] ?? 0;
  });
  const factor = benefitFactor(riskAdjustment);
  const amounts = full.map((amount) => moneyOf(amount, currency));
  return {
    factorAt: (period) => factor.times(shareOf(adoption, period)),
    shown: figure(adjustedBenefit, { amounts, adoption, riskAdjustment }, id),
  };
}

/** Asks that no cost is below zero. */
function demandCostsOf({ amounts = [], recurring, payments = [] }: CaseLine, at: Path): void {
  const placed: readonly (readonly [Path, Money])[] = [
    ...amounts.map((amount, k) => [[...at, "amounts", k], amount] as const),
    ...(recurring === undefined ? [] : [[[...at, "recurring", "amount"], recurring.amount] as const]),
    ...payments.map(({ amount }, k) => [[...at, "payments", k, "amount"], amount] as const),
  ];
  for (const [path, { amount }] of placed) {
    if (amount.startsWith("-")) throw broken("out-of-range", "cost", "zero or above", amount, path);
  }
}
