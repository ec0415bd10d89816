import type { Assessment, Engagement } from "../../engagement/index.js";
import { contained } from "../../foundation/guard/index.js";
import { daysBetween } from "../../foundation/time/index.js";
import type { Report, ReportSection } from "../report.js";
import { attentionPoints } from "./attention.js";
import { businessCaseSection } from "./business-case-section.js";
import { clientSection } from "./client-section.js";
import { communicationSection } from "./communication-section.js";
import { headlineFigures } from "./headlines.js";
import { incidentSection } from "./incident-section.js";
import { kpiSection } from "./kpi-section.js";
import { lifecycleSection } from "./lifecycle-section.js";
import { missingSection } from "./missing-section.js";
import { planSection } from "./plan-section.js";
import { riskSection } from "./risk-section.js";
import { strategySection } from "./strategy-section.js";
import { workingSection } from "./working-section.js";

/**
 * Makes the progress report of an engagement: where it stands, what needs attention, every part in turn, what is not
 * known yet, and how the figures came about.
 *
 * @param engagement - the document that was assessed
 * @param assessment - what `assess` returned for it
 * @returns the report as data; `renderReport` writes it
 *
 * @example
 * ```ts
 * import { assess, parseEngagement } from "golive-kit/engagement";
 * import { progressReport } from "golive-kit/reports";
 *
 * const engagement = parseEngagement({
 *   version: 1,
 *   id: "atlas",
 *   title: "Move the sites to the new ERP",
 *   clientName: "Atlas Ltd",
 *   service: { kind: "implementation", type: "cloud" },
 *   currency: "EUR",
 *   timeZone: "Europe/Berlin",
 * });
 * const { sections } = progressReport(engagement, assess(engagement, { asOf: "2026-03-31" }));
 *
 * sections.map(({ title }) => title); // => ["Summary", "What is not known yet"]
 * ```
 */
export function progressReport(engagement: Engagement, assessment: Assessment): Report {
  return contained("progressReport", () => {
    const { title, clientName, asOf, missing, figures } = assessment;
    const { plan, lifecycle, risks, strategy, kpis, businessCase, communication, client, incidents } = assessment;
    const sections: readonly (ReportSection | undefined)[] = [
      summarySection(engagement, assessment),
      plan && planSection(plan),
      lifecycle && engagement.lifecycle && lifecycleSection(engagement.lifecycle, lifecycle),
      risks && engagement.risks && riskSection(engagement.risks, risks),
      strategy && strategySection(strategy),
      kpis && kpiSection(kpis),
      businessCase && engagement.businessCase && businessCaseSection(engagement.businessCase, businessCase),
      communication && engagement.communication && communicationSection(engagement.communication, communication),
      client && engagement.client && clientSection(engagement.client, client, asOf),
      incidents && incidentSection(incidents),
      missing.length > 0 ? missingSection(missing) : undefined,
      figures.length > 0 ? workingSection(assessment) : undefined,
    ];
    return {
      title,
      subtitle: `Progress report for ${clientName}, as of ${asOf}`,
      asOf,
      sections: sections.filter((section) => section !== undefined),
    };
  });
}

function summarySection(engagement: Engagement, assessment: Assessment): ReportSection {
  const attention = attentionPoints(engagement, assessment);
  return {
    title: "Summary",
    blocks: [
      { kind: "text", text: goLiveText(assessment) },
      { kind: "figures", figures: headlineFigures(assessment) },
      { kind: "text", text: attentionText(attention.length, assessment) },
      { kind: "list", items: attention },
    ],
  };
}

function attentionText(points: number, { figures }: Assessment): string {
  if (points > 0) return "What needs attention:";
  return figures.length === 0 ? "Nothing is known yet." : "Nothing needs attention.";
}

function goLiveText({ goLive, asOf, service }: Assessment): string {
  const kind = "type" in service ? `${service.kind} (${service.type.replaceAll("-", " ")})` : service.kind;
  if (goLive === undefined) return `Service: ${kind}. No day of go-live is set.`;
  const days = daysBetween(asOf, goLive);
  const when = days === 0 ? "today" : days > 0 ? `in ${String(days)} days` : `${String(-days)} days ago`;
  return `Service: ${kind}. Go-live: ${goLive}, ${when}.`;
}
