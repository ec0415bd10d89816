import { isNoAnswer } from "../../foundation/errors/index.js";
import type { Kpi, KpiAssessment, KpiResult, KpiStatus } from "../../kpi/index.js";
import type { KeyFigure, ReportSection, Standing } from "../report.js";
import { decimalText, percentText, reasonText } from "../text/quantity-text.js";

const STANDINGS: Readonly<Record<KpiStatus, Standing>> = {
  green: "good",
  amber: "watch",
  red: "bad",
  unknown: "unknown",
};

interface KpiWords {
  readonly label: string;
  readonly records: string;
  readonly above: string;
  readonly below: string;
}

/** What the indicators are called, and what they are made of. */
export const KPI_WORDS: Readonly<Record<Kpi, KpiWords>> = {
  "on-time-delivery": { label: "On-time delivery", records: "milestones", above: "on time", below: "due" },
  "on-budget-delivery": { label: "Budget overrun", records: "budgets", above: "overrun", below: "approved" },
  "client-satisfaction": { label: "Client satisfaction", records: "answers", above: "satisfied", below: "answered" },
  "system-uptime": { label: "System uptime", records: "outages", above: "seconds up", below: "seconds measured" },
  "defect-rate": { label: "Defect rate", records: "defects", above: "defects", below: "days live" },
  "user-adoption": { label: "User adoption", records: "intended users", above: "active", below: "intended" },
};

const FLAG_WORDS: Readonly<Record<KpiResult["flags"][number], string>> = {
  partial: "the period is not over",
  provisional: "the window is not over",
};

/** The six key performance indicators. */
export function kpiSection({ results }: KpiAssessment): ReportSection {
  return {
    title: "Key performance indicators",
    blocks: [
      { kind: "figures", figures: results.map(kpiFigure) },
      {
        kind: "table",
        caption: "What each indicator rests on",
        columns: [
          { title: "indicator", numeric: false },
          { title: "rests on", numeric: false },
          { title: "made of", numeric: false },
          { title: "95 % interval", numeric: true },
          { title: "left out", numeric: false },
          { title: "to know", numeric: false },
        ],
        rows: results.map(({ kpi, n, numerator, denominator, interval, trace, flags, needs }) => [
          label(kpi),
          `${decimalText(n, 0)} ${KPI_WORDS[kpi].records}`,
          numerator === undefined || denominator === undefined
            ? ""
            : `${decimalText(numerator, 2)} ${KPI_WORDS[kpi].above}, ${decimalText(denominator, 2)} ${KPI_WORDS[kpi].below}`,
          interval === undefined ? "" : `${percentText(interval.low)} to ${percentText(interval.high)}`,
          trace.excluded.map(({ id, reason }) => `${id} (${reasonText(reason)})`).join(", "),
          needs === undefined ? flags.map((flag) => FLAG_WORDS[flag]).join(", ") : `needs ${needs}`,
        ]),
      },
    ],
  };
}

function kpiFigure(result: KpiResult): KeyFigure {
  const { kpi, value, status, reason, n } = result;
  const note = reason === undefined ? `from ${decimalText(n, 0)} ${KPI_WORDS[kpi].records}` : reasonText(reason);
  if (isNoAnswer(value)) return { label: label(kpi), value: "no answer", standing: "unknown", note };
  return { label: label(kpi), value: kpiText(kpi, value), standing: STANDINGS[status], note };
}

/** The value of an indicator as people read it. */
export function kpiText(kpi: Kpi, value: number): string {
  if (kpi !== "defect-rate") return percentText(value);
  return value > 0 && value < 0.005 ? "less than 0.01 a day" : `${decimalText(value, 2)} a day`;
}

function label(kpi: Kpi): string {
  return KPI_WORDS[kpi].label;
}
