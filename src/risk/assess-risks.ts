import { demandCurrency } from "../foundation/decimal/index.js";
import { DomainError, isNoAnswer, type NoAnswer } from "../foundation/errors/index.js";
import { figure, type Figure } from "../foundation/explain/index.js";
import { type CivilDate, contained, demandDay, demandList } from "../foundation/guard/index.js";
import type { ExchangeRates, Money } from "../foundation/money/index.js";
import { opportunityExposure, threatExposure } from "./exposure.js";
import { type HeatMap, heatMap } from "./heat-map.js";
import { contingencyReserve, expectedMonetaryValue, netExposure } from "./net-exposure.js";
import { residualExposure } from "./residual-exposure.js";
import { inOrder } from "./risk-order.js";
import type { RiskRegister } from "./risk-register.js";
import { type RiskRow, type RowContext, statusOn, type WorkedRow, workRow } from "./risk-row.js";
import type { RiskType } from "./risk.js";

/** How to look at a register; see {@link assessRisks}. */
export interface AssessRisksOptions {
  /** Day of the assessment; what happened later is not seen. */
  readonly asOf: CivilDate;
  /** Currency of the exposures; that of the first open risk with an amount when left out. */
  readonly currency?: string;
  /** Rates for amounts of other currencies; without them such an amount is refused. */
  readonly rates?: ExchangeRates;
}

/** An open risk in the order of the register. */
export interface RankedRiskRow extends RiskRow {
  /** One more than the number of risks strictly ahead; equals share a rank. */
  readonly rank: number;
}

/** How many open risks have a level. */
export interface LevelCount {
  /** The level, by id. */
  readonly level: string;
  /** Open threats of the level. */
  readonly threats: number;
  /** Open opportunities of the level. */
  readonly opportunities: number;
}

/** What a register comes to. */
export interface RiskAssessment {
  /** Day of the assessment. */
  readonly asOf: CivilDate;
  /** The open risks, the worst first. */
  readonly rows: readonly RankedRiskRow[];
  /** Risks written down and not agreed, by id; they do not count. */
  readonly drafts: readonly string[];
  /** Risks that have happened, by id; they are issues now and do not count. */
  readonly occurred: readonly string[];
  /** Risks closed by then, by id. */
  readonly closed: readonly string[];
  /** Open threats that have amounts. */
  readonly pricedThreats: number;
  /** Open threats that have none: they are in no figure of money, so that those figures are too low. */
  readonly unpricedThreats: number;
  /** Open opportunities that have amounts. */
  readonly pricedOpportunities: number;
  /** Open opportunities that have none: they are in no figure of money. */
  readonly unpricedOpportunities: number;
  /** Open risks by level, the highest level first; empty without a matrix. */
  readonly levels: readonly LevelCount[];
  /** Where the open threats lie; only with a matrix. */
  readonly threatMap?: HeatMap;
  /** Where the open opportunities lie; only with a matrix. */
  readonly opportunityMap?: HeatMap;
  /** Open risks whose next review is late, by id, in the order of the rows. */
  readonly overdueReviews: readonly string[];
  /** Whether opportunities outweigh threats, so that the contingency reserve is cut off at zero; never without amounts of both. */
  readonly opportunitiesOutweighThreats: boolean;
  /** The register's figures, then score and expected loss of each row, by the risk's id. */
  readonly figures: readonly Figure[];
}

/**
 * Assesses a risk register on a day: ranks the open risks, adds up what they are expected to cost, and finds what is overdue.
 *
 * Only risks that are open on the day count. A risk that occurred or was closed
 * later was open then; one identified later is not seen. Rated risks stand by the
 * level in the matrix, then score, exposure, impact and id; one without levels
 * stands ahead of the first rated one with a smaller exposure, or else behind
 * them, by exposure. The order of the register makes no difference.
 *
 * A risk without amounts is counted as unpriced and is in no figure of money; where
 * the priced ones of its type come to zero, the figure is NoAnswer `nothing-priced`.
 *
 * @param register - the register, as parsing returns it
 * @param options - `asOf`, the day; `currency` of the exposures; `rates`, a dated table for amounts of other currencies
 * @returns ranked rows, counts by level, heat maps and figures; figures of money only when there is a currency: one
 *   asked for, or an amount
 * @throws DomainError `currency-mismatch` for an amount of another currency when there are no rates
 * @throws DomainError `missing-rate` when the rates do not know the currency on the day
 * @throws DomainError `unknown-reference` for a level that the matrix does not have
 * @throws DomainError `duplicate-id` when two risks have one id
 * @throws DomainError `invalid-date` when `asOf` is no day
 *
 * @example
 * ```ts
 * import { assessRisks, parseRiskRegister } from "golive-kit/risk";
 *
 * const risk = { type: "threat", owner: "Delivery lead", status: "open", responses: [] };
 * const register = parseRiskRegister({
 *   risks: [
 *     { ...risk, id: "a", title: "Late data", probability: 0.3, impact: { amount: "40000", currency: "EUR" } },
 *     { ...risk, id: "b", title: "No test site", probability: 0.1, impact: { amount: "250000", currency: "EUR" } },
 *   ],
 * });
 * const { rows, figures } = assessRisks(register, { asOf: "2026-03-31" });
 *
 * rows.map(({ id, exposure }) => [id, exposure?.amount]); // => [["b", "25000"], ["a", "12000"]]
 * figures[0]?.value; // => { amount: "37000", currency: "EUR" }
 * ```
 */
export function assessRisks(register: RiskRegister, options: AssessRisksOptions): RiskAssessment {
  return contained("assessRisks", () => {
    const { asOf } = options;
    demandDay(asOf, "asOf");
    const context = contextOf(register, options);
    const standing = { drafts: [] as string[], occurred: [] as string[], closed: [] as string[] };
    const worked = new Map<string, WorkedRow>();
    const seen = new Set<string>();
    demandList(register.risks, "risks").forEach((risk, i) => {
      if (seen.has(risk.id)) {
        throw new DomainError("duplicate-id", { subject: "risks", path: ["risks", i, "id"], id: risk.id });
      }
      seen.add(risk.id);
      const status = statusOn(risk, asOf);
      if (status === "open") worked.set(risk.id, workRow(risk, i, context));
      else if (status === "draft") standing.drafts.push(risk.id);
      else if (status !== undefined) standing[status].push(risk.id);
    });
    const rows = inOrder(
      [...worked.values()].map(({ row }) => row),
      register.matrix?.levels.map(({ id }) => id) ?? [],
    );
    const ordered = rows.map(({ id }) => worked.get(id) as WorkedRow);
    const priced = pricedCounts(rows);
    const money = context.currency === undefined ? [] : moneyFigures(ordered, context.currency, priced);
    const net = money.find(({ id }) => id === netExposure.id)?.value as Money | NoAnswer | undefined;
    return {
      asOf,
      rows,
      ...standing,
      ...priced,
      ...maps(rows, context),
      overdueReviews: rows.filter(({ flags }) => flags.includes("review-overdue")).map(({ id }) => id),
      opportunitiesOutweighThreats: net !== undefined && !isNoAnswer(net) && net.amount.startsWith("-"),
      figures: [...money, ...ordered.flatMap((one) => one.figures)],
    };
  });
}

function contextOf({ matrix, risks }: RiskRegister, { asOf, currency, rates }: AssessRisksOptions): RowContext {
  const own = demandList(risks, "risks").find((risk) => risk.impact !== undefined && statusOn(risk, asOf) === "open");
  const chosen = currency === undefined ? own?.impact?.currency : demandCurrency(currency, "currency");
  return { asOf, currency: chosen, rates, matrix };
}

type PricedCounts = Pick<
  RiskAssessment,
  "pricedThreats" | "unpricedThreats" | "pricedOpportunities" | "unpricedOpportunities"
>;

function pricedCounts(rows: readonly RiskRow[]): PricedCounts {
  const count = (type: RiskType, priced: boolean): number =>
    rows.filter((row) => row.type === type && (row.exposure !== undefined) === priced).length;
  return {
    pricedThreats: count("threat", true),
    unpricedThreats: count("threat", false),
    pricedOpportunities: count("opportunity", true),
    unpricedOpportunities: count("opportunity", false),
  };
}

function maps(rows: readonly RiskRow[], { matrix }: RowContext) {
  if (matrix === undefined) return { levels: [] };
  const size = { likelihoods: matrix.likelihoods.length, impacts: matrix.impacts.length };
  const of = (type: RiskType): readonly RiskRow[] => rows.filter((row) => row.type === type);
  const count = (type: RiskType, level: string): number => of(type).filter((row) => row.level === level).length;
  const levels = matrix.levels.map(({ id }) => ({
    level: id,
    threats: count("threat", id),
    opportunities: count("opportunity", id),
  }));
  return {
    levels: levels.reverse(),
    threatMap: heatMap(of("threat"), size),
    opportunityMap: heatMap(of("opportunity"), size),
  };
}

function moneyFigures(worked: readonly WorkedRow[], currency: string, counts: PricedCounts): readonly Figure[] {
  const { unpricedThreats, unpricedOpportunities } = counts;
  const list = (type: RiskType) => {
    const amounts = worked.flatMap(({ row, amounts }) => (row.type === type && amounts ? [amounts] : []));
    return {
      probabilities: amounts.map(({ probability }) => probability),
      impacts: amounts.map(({ impact }) => impact),
      residualProbabilities: amounts.map(({ residualProbability }) => residualProbability),
      residualImpacts: amounts.map(({ residualImpact }) => residualImpact),
    };
  };
  const threats = list("threat");
  const opportunities = list("opportunity");
  const exposures = [
    figure(threatExposure, {
      probabilities: threats.probabilities,
      impacts: threats.impacts,
      currency,
      unpriced: unpricedThreats,
    }),
    figure(opportunityExposure, {
      probabilities: opportunities.probabilities,
      impacts: opportunities.impacts,
      currency,
      unpriced: unpricedOpportunities,
    }),
  ] as const;
  // The exposure of those that have amounts: zero where it has no answer.
  const priced = ({ value }: Figure): Money => (isNoAnswer(value) ? { amount: "0", currency } : (value as Money));
  const both = {
    threatExposure: priced(exposures[0]),
    opportunityExposure: priced(exposures[1]),
    unpricedThreats,
    unpricedOpportunities,
  };
  return [
    ...exposures,
    figure(netExposure, both),
    figure(expectedMonetaryValue, both),
    figure(contingencyReserve, both),
    figure(residualExposure, {
      threatProbabilities: threats.residualProbabilities,
      threatImpacts: threats.residualImpacts,
      opportunityProbabilities: opportunities.residualProbabilities,
      opportunityImpacts: opportunities.residualImpacts,
      currency,
      unpricedThreats,
      unpricedOpportunities,
    }),
  ];
}
