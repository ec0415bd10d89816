import type { CivilDate } from "../foundation/guard/index.js";
import { compareMoney, convertMoney, type ExchangeRates, type Money } from "../foundation/money/index.js";
import { figure, type Figure } from "../foundation/explain/index.js";
import { DomainError } from "../foundation/errors/index.js";
import { expectedLoss } from "./expected-loss.js";
import { asLoss } from "./exposure-sum.js";
import { rate, type RiskMatrix, type RiskRating } from "./risk-matrix.js";
import { riskScore } from "./risk-score.js";
import type { Risk, RiskStatus, RiskType } from "./risk.js";

/** What deserves a look at a risk. */
export type RiskFlag =
  /** Probability 1: it is an issue already. It still counts. */
  | "certain"
  /** Probability 0: it counts for nothing. */
  | "impossible"
  /** Neither levels nor amounts. */
  | "unassessed"
  /** Nothing is done about it, not even an acceptance. */
  | "no-response"
  /** A threat whose residual exposure is above its exposure. */
  | "residual-above-exposure"
  /** The next review should have been before the day of the assessment. */
  | "review-overdue"
  /** A last review later than the day of the assessment. */
  | "review-in-future"
  /** A planned response should have been in place before the day of the assessment. */
  | "response-overdue";

/** What an open risk comes to. */
export interface RiskRow {
  /** The risk's id. */
  readonly id: string;
  /** The risk's title. */
  readonly title: string;
  /** Whether it costs or gains. */
  readonly type: RiskType;
  /** Who answers for it. */
  readonly owner: string;
  /** Level of risk in the matrix, by id; when the risk has levels. */
  readonly level?: string;
  /** Place of the likelihood on its scale, from 1; when the risk has levels. */
  readonly likelihoodPosition?: number;
  /** Place of the impact on its scale, from 1; when the risk has levels. */
  readonly impactPosition?: number;
  /** Product of both places; when the risk has levels. */
  readonly score?: number;
  /** Expected loss of a threat, expected gain of an opportunity, in the assessment's currency; when it has amounts. */
  readonly exposure?: Money;
  /** The exposure in the value view: below zero for a threat; when the risk has amounts. */
  readonly expectedValue?: Money;
  /** Exposure once the responses have worked; the exposure itself where no residual is given. */
  readonly residualExposure?: Money;
  /** Planned responses that are late, by id. */
  readonly overdueResponses: readonly string[];
  /** What deserves a look, in the order of {@link RiskFlag}. */
  readonly flags: readonly RiskFlag[];
}

/** What the rows of one assessment share. */
export interface RowContext {
  /** Day of the assessment. */
  readonly asOf: CivilDate;
  /** Currency of the amounts. */
  readonly currency: string | undefined;
  /** Rates for amounts of other currencies. */
  readonly rates: ExchangeRates | undefined;
  /** What levels mean. */
  readonly matrix: RiskMatrix | undefined;
}

/** A row with its figures, and the amounts its exposures come from, in the assessment's currency. */
export interface WorkedRow {
  readonly row: RiskRow;
  readonly figures: readonly Figure[];
  readonly amounts?: {
    readonly probability: number;
    readonly impact: Money;
    readonly residualProbability: number;
    readonly residualImpact: Money;
  };
}

/**
 * Where a risk stood on a day: a risk that occurred or was closed later was still open then.
 *
 * @param risk - the risk
 * @param asOf - the day
 * @returns the status; nothing when the risk was not identified yet
 */
export function statusOn(risk: Risk, asOf: CivilDate): RiskStatus | undefined {
  if (risk.identifiedOn !== undefined && risk.identifiedOn > asOf) return undefined;
  const { status, occurredOn, closedOn } = risk;
  const later = (day: CivilDate | undefined): boolean => day !== undefined && day > asOf;
  if (status === "closed" && later(closedOn))
    return occurredOn === undefined || later(occurredOn) ? "open" : "occurred";
  return status === "occurred" && later(occurredOn) ? "open" : status;
}

/**
 * Works one open risk out.
 *
 * @param risk - the risk
 * @param index - its place in the register, for errors
 * @param context - what the rows share
 * @returns the row, its figures and the amounts behind them
 */
export function workRow(risk: Risk, index: number, context: RowContext): WorkedRow {
  const { id, title, type, owner } = risk;
  const path = ["risks", index];
  const amounts = amountsOf(risk, index, context);
  const overdueResponses = risk.responses
    .filter(({ status, dueOn }) => status === "planned" && dueOn !== undefined && dueOn < context.asOf)
    .map((response) => response.id);
  const rating = ratingOf(risk, context.matrix, path);
  const shared = { id, title, type, owner, ...rating };
  const figures: Figure[] = [];
  const unassessed = amounts === undefined && rating === undefined;
  const flags = (residualAbove: boolean): readonly RiskFlag[] =>
    flagsOf(risk, context.asOf, overdueResponses, { unassessed, residualAbove });
  if (rating) {
    const { likelihoodPosition, impactPosition } = rating;
    figures.push(figure(riskScore, { likelihoodPosition, impactPosition }, id));
  }
  if (amounts === undefined) return { row: { ...shared, overdueResponses, flags: flags(false) }, figures };

  const { probability, impact, residualProbability, residualImpact } = amounts;
  const loss = figure(expectedLoss, { probability, impact }, id);
  figures.push(loss);
  const exposure = loss.value as Money;
  const residualExposure =
    risk.residual === undefined ? exposure : expectedLoss({ probability: residualProbability, impact: residualImpact });
  const row: RiskRow = {
    ...shared,
    exposure,
    expectedValue: type === "threat" ? asLoss(exposure) : exposure,
    residualExposure,
    overdueResponses,
    flags: flags(type === "threat" && largerFirst(exposure, residualExposure) > 0),
  };
  return { row, figures, amounts };
}

/**
 * Compares amounts of one currency, the larger first. Most are told apart as numbers, which is twenty times as fast:
 * taking the nearest number never turns an order round, it can only make two amounts equal.
 *
 * @param a - money
 * @param b - money, same currency
 * @returns below zero when `a` is larger
 */
export function largerFirst(a: Money, b: Money): number {
  if (a.amount === b.amount) return 0;
  return Number(b.amount) - Number(a.amount) || compareMoney(b, a);
}

function ratingOf(
  risk: Risk,
  matrix: RiskMatrix | undefined,
  path: readonly (string | number)[],
): RiskRating | undefined {
  const { likelihood, impactLevel } = risk;
  if (likelihood === undefined || impactLevel === undefined) return undefined;
  if (matrix === undefined) {
    throw new DomainError("unknown-reference", {
      subject: "likelihood",
      path: [...path, "likelihood"],
      id: likelihood,
    });
  }
  return rate({ likelihood, impactLevel }, matrix, path);
}

function amountsOf(risk: Risk, index: number, context: RowContext): WorkedRow["amounts"] {
  const { probability, impact, residual } = risk;
  if (probability === undefined || impact === undefined) return undefined;
  const inCurrency = (amount: Money, path: readonly (string | number)[]): Money => {
    const { currency = amount.currency, rates, asOf } = context;
    if (amount.currency === currency) return amount;
    if (rates !== undefined) return convertMoney(amount, { to: currency, on: asOf, rates });
    throw new DomainError("currency-mismatch", {
      subject: "impact",
      path: [...path, "currency"],
      currencies: [currency, amount.currency],
    });
  };
  const own = inCurrency(impact, ["risks", index, "impact"]);
  return {
    probability,
    impact: own,
    residualProbability: residual?.probability ?? probability,
    residualImpact: residual ? inCurrency(residual.impact, ["risks", index, "residual", "impact"]) : own,
  };
}

function flagsOf(
  risk: Risk,
  asOf: CivilDate,
  overdueResponses: readonly string[],
  { unassessed, residualAbove }: { readonly unassessed: boolean; readonly residualAbove: boolean },
): readonly RiskFlag[] {
  const { probability, lastReviewOn, nextReviewOn, responses } = risk;
  const flags: RiskFlag[] = [];
  if (probability === 1) flags.push("certain");
  if (probability === 0) flags.push("impossible");
  if (unassessed) flags.push("unassessed");
  if (responses.length === 0) flags.push("no-response");
  if (residualAbove) flags.push("residual-above-exposure");
  if (nextReviewOn !== undefined && nextReviewOn < asOf) flags.push("review-overdue");
  if (lastReviewOn !== undefined && lastReviewOn > asOf) flags.push("review-in-future");
  if (overdueResponses.length > 0) flags.push("response-overdue");
  return flags;
}
