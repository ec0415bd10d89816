import { assessClient, type ClientAssessment } from "../client/index.js";
import { assessCommunication, type CommunicationAssessment } from "../communication/index.js";
import type { Figure } from "../foundation/explain/index.js";
import { contained, demandDay } from "../foundation/guard/index.js";
import { type CivilDate, endOfDay, STANDARD_WEEK } from "../foundation/time/index.js";
import { assessIncidents, type IncidentAssessment } from "../incidents/index.js";
import { assessKpis, type KpiAssessment } from "../kpi/index.js";
import { assessLifecycle, type LifecycleAssessment, type LifecycleRecord, type Service } from "../lifecycle/index.js";
import { assessRisks, type RiskAssessment } from "../risk/index.js";
import { assessBusinessCase, type BusinessCaseAssessment } from "../roi/index.js";
import { assessPlan, type PlanAssessment } from "../schedule/index.js";
import { assessStrategy, type StrategyAssessment } from "../strategy/index.js";
import type { Engagement } from "./engagement.js";
import { type MissingPart, missingParts } from "./missing-parts.js";

/** Every module's answer for one engagement on one day. Plain data. */
export interface Assessment {
  /** The engagement, by its id. */
  readonly engagementId: string;
  /** What is being done. */
  readonly title: string;
  /** For whom. */
  readonly clientName: string;
  /** What kind of service it is. */
  readonly service: Service;
  /** The day it speaks of; what happened later is not seen. */
  readonly asOf: CivilDate;
  /** Planned day of the go-live, where the document has one. */
  readonly goLive?: CivilDate;
  /** Phases, gates, readiness, milestones and budgets. */
  readonly lifecycle?: LifecycleAssessment;
  /** The schedule. */
  readonly plan?: PlanAssessment;
  /** The upgrade strategy. */
  readonly strategy?: StrategyAssessment;
  /** The risk register. */
  readonly risks?: RiskAssessment;
  /** The key performance indicators. */
  readonly kpis?: KpiAssessment;
  /** The business case. */
  readonly businessCase?: BusinessCaseAssessment;
  /** Messages by date. */
  readonly communication?: CommunicationAssessment;
  /** Expectations and feedback. */
  readonly client?: ClientAssessment;
  /** Incidents. */
  readonly incidents?: IncidentAssessment;
  /** Parts that the document does not have, and what they would need. */
  readonly missing: readonly MissingPart[];
  /** Every figure of every part, each with what went in: hand one to `explainFigure` for its working. */
  readonly figures: readonly Figure[];
}

/** When to look; see {@link assess}. */
export interface AssessOptions {
  /** Last day of which things are known. What happened later is not seen. */
  readonly asOf: CivilDate;
}

/**
 * Assesses an engagement on a day: every module's answer in one pass.
 *
 * Each part that the document has is assessed with what the other parts know: the KPIs use the milestones and budgets of
 * the lifecycle, the messages are dated from the go-live, and all of them share the calendar and the zone. A part that
 * is missing is listed with what it would need.
 *
 * @param engagement - the document, as `parseEngagement` returns it
 * @param options - `asOf`: the day to look from, the last of which things are known
 * @returns the answers by part, what is missing, and every figure with what went in; plain data
 * @throws DomainError `invalid-date` when `asOf` is no day
 * @throws DomainError whatever a part is refused for; a parsed document is refused for nothing that parsing can see
 *
 * @example
 * ```ts
 * import { assess, parseEngagement } from "golive-kit/engagement";
 *
 * const engagement = parseEngagement({
 *   version: 1,
 *   id: "atlas",
 *   title: "Move the sites to the new ERP",
 *   clientName: "Atlas Ltd",
 *   service: { kind: "implementation", type: "cloud" },
 *   currency: "EUR",
 *   timeZone: "Europe/Berlin",
 *   strategy: {
 *     factors: {
 *       systemComplexity: "high",
 *       downtimeTolerance: "none",
 *       resourceAvailability: "high",
 *       testingCapability: "high",
 *       userImpact: "high",
 *       rollbackPlan: "tested",
 *     },
 *   },
 * });
 * const assessment = assess(engagement, { asOf: "2026-03-31" });
 *
 * assessment.strategy?.winners; // => ["parallel"]
 * assessment.missing.length; // => 8
 * ```
 */
export function assess(engagement: Engagement, options: AssessOptions): Assessment {
  return contained("assess", () => {
    const { asOf } = options;
    demandDay(asOf, "asOf");
    const { id, title, clientName, service, timeZone, goLive } = engagement;
    const calendar = engagement.calendar ?? STANDARD_WEEK;
    const { lifecycle, plan, strategy, risks, kpis, businessCase, communication, client, incidents } = engagement;

    const parts = {
      ...(lifecycle && { lifecycle: assessLifecycle(lifecycle, { asOf, calendar, timeZone }) }),
      ...(plan && { plan: assessPlan(plan, { asOf, calendar }) }),
      ...(strategy && { strategy: assessStrategy(strategy) }),
      ...(risks && { risks: assessRisks(risks, { asOf, currency: engagement.currency }) }),
      ...(kpis && { kpis: assessKpis(kpis, { asOf, calendar, timeZone, ...deliveryOf(lifecycle) }) }),
      ...(businessCase && { businessCase: assessBusinessCase(businessCase) }),
      ...(communication && goLive && { communication: assessCommunication(communication, { asOf, goLive, calendar }) }),
      ...(client && { client: assessClient(client, { asOf }) }),
      ...(incidents && { incidents: assessIncidents(incidents, { asOf: endOfDay(asOf, timeZone) }) }),
    };
    return {
      engagementId: id,
      title,
      clientName,
      service: { ...service },
      asOf,
      ...(goLive && { goLive }),
      ...parts,
      missing: missingParts(engagement),
      figures: withoutRepeats(Object.values(parts).flatMap((part) => part.figures)),
    };
  });
}

/** What the KPIs of delivery rest on. */
function deliveryOf(lifecycle: LifecycleRecord | undefined): Pick<LifecycleRecord, "milestones" | "budgets"> {
  const { milestones, budgets } = lifecycle ?? {};
  return { ...(milestones && { milestones }), ...(budgets && { budgets }) };
}

/** One figure can be a part's own and a KPI as well: with the same input it is the same figure. */
function withoutRepeats(figures: readonly Figure[]): readonly Figure[] {
  const seen = new Set<string>();
  return figures.filter(({ id, of, input }) => {
    const key = JSON.stringify([id, of, input]);
    return !seen.has(key) && seen.add(key);
  });
}
