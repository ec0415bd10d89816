import type { Assessment } from "../../engagement/index.js";
import { isNoAnswer } from "../../foundation/errors/index.js";
import type { RiskAssessment } from "../../risk/index.js";
import { contained } from "../../foundation/guard/index.js";
import type { KeyFigure } from "../report.js";
import { headline } from "./figure-lookup.js";
import { readinessFigure } from "./lifecycle-section.js";
import { verdict } from "./strategy-section.js";

/**
 * The headline figures of an assessment: what a steering group asks first.
 *
 * @param assessment - what `assess` returned
 * @returns the figures that the assessment has, as people read them, most important first
 *
 * @example
 * ```ts
 * import { assess, parseEngagement } from "golive-kit/engagement";
 * import { headlineFigures } from "golive-kit/reports";
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
 *
 * headlineFigures(assess(engagement, { asOf: "2026-03-31" })); // => []
 * ```
 */
export function headlineFigures(assessment: Assessment): readonly KeyFigure[] {
  return contained("headlineFigures", () => {
    const { figures, plan, lifecycle, risks, strategy, kpis, goLive, asOf } = assessment;
    // Whether to go live, and how, is no question any more once it has happened.
    const ahead = goLive === undefined || asOf < goLive;
    const finished = plan?.tasks.every(({ status }) => status === "done") ?? false;
    return [
      ...(plan === undefined || isNoAnswer(plan.finish)
        ? []
        : [
            {
              label: finished ? "Finish" : "Expected finish",
              value: plan.finish,
              standing: "plain" as const,
              note: "of the last task",
            },
          ]),
      ...headline(figures, "schedule.finish-variance", "Finish variance", {
        note: "working days against the baseline; above zero is late",
        standing: (days) => (days <= 0 ? "good" : days <= 5 ? "watch" : "bad"),
      }),
      ...(lifecycle?.readiness === undefined || !ahead ? [] : [readinessFigure(lifecycle.readiness)]),
      ...(strategy === undefined || !ahead
        ? []
        : [
            {
              label: "Upgrade strategy",
              value: strategy.winners.join(" or "),
              standing: "plain" as const,
              note: verdict(strategy),
            },
          ]),
      ...headline(figures, "risk.threat-exposure", "Exposure of open threats", { note: pricedText(risks) }),
      ...(kpis === undefined
        ? []
        : [
            {
              label: "KPIs on target",
              value: `${String(kpis.results.filter(({ status }) => status === "green").length)} of ${String(kpis.results.length)}`,
              standing: ({ green: "good", amber: "watch", red: "bad", unknown: "unknown" } as const)[kpis.rollUp.worst],
              note: `the worst is ${kpis.rollUp.worst}`,
            },
          ]),
      ...headline(figures, "roi.return-on-investment", "Return on investment", {
        note: "net benefit per unit of cost, not discounted",
        standing: (ratio) => (ratio > 0 ? "good" : "bad"),
      }),
      ...headline(figures, "roi.net-present-value", "Net present value", { note: "at the case's discount rate" }),
      ...headline(figures, "client.expectations-kept", "Expectations kept", {
        note: "of what fell due was delivered as agreed",
        standing: (share) => (share >= 0.9 ? "good" : share >= 0.7 ? "watch" : "bad"),
      }),
    ];
  });
}

/** Which threats an exposure speaks of. */
function pricedText(risks: RiskAssessment | undefined): string {
  const { pricedThreats = 0, unpricedThreats = 0 } = risks ?? {};
  const all = pricedThreats + unpricedThreats;
  if (unpricedThreats === 0) return `expected loss, all ${String(all)} open threats`;
  return `expected loss of ${String(pricedThreats)} of ${String(all)} open threats; the others have no amount`;
}
