import { isNoAnswer } from "../../foundation/errors/index.js";
import type { KpiAssessment, KpiResult, KpiStatus } from "../../kpi/index.js";
import type { KeyFigure, ReportSection, Standing } from "../report.js";
import { decimalText, percentText, reasonText } from "../text/quantity-text.js";

const STANDINGS: Readonly<Record<KpiStatus, Standing>> = {
  green: "good",
  amber: "watch",
  red: "bad",
  unknown: "unknown",
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
          { title: "records", numeric: true },
          { title: "share", numeric: true },
          { title: "95 % interval", numeric: true },
          { title: "left out", numeric: false },
          { title: "to know", numeric: false },
        ],
        rows: results.map(({ kpi, n, numerator, denominator, interval, trace, flags, needs }) => [
          label(kpi),
          String(n),
          numerator === undefined || denominator === undefined
            ? ""
            : `${decimalText(numerator, 2)} of ${decimalText(denominator, 2)}`,
          interval === undefined ? "" : `${percentText(interval.low)} to ${percentText(interval.high)}`,
          trace.excluded.map(({ id, reason }) => `${id} (${reasonText(reason)})`).join(", "),
          needs === undefined ? flags.join(", ") : `needs ${needs}`,
        ]),
      },
    ],
  };
}

function kpiFigure(result: KpiResult): KeyFigure {
  const { kpi, value, status, reason, n } = result;
  const note = reason === undefined ? `from ${String(n)} records` : reasonText(reason);
  if (isNoAnswer(value)) return { label: label(kpi), value: "no answer", standing: "unknown", note };
  const text = kpi === "defect-rate" ? `${decimalText(value, 2)} a day` : percentText(value);
  return { label: label(kpi), value: text, standing: STANDINGS[status], note };
}

function label(kpi: string): string {
  return kpi.charAt(0).toUpperCase() + kpi.slice(1).replaceAll("-", " ");
}
