import { isNoAnswer } from "../../foundation/errors/index.js";
import type { IncidentAssessment, ResponseTime } from "../../incidents/index.js";
import type { KeyFigure, ReportSection } from "../report.js";
import { reasonText } from "../text/quantity-text.js";

/** What went wrong, how fast it was put right, and what was learnt. */
export function incidentSection(incidents: IncidentAssessment): ReportSection {
  const { total, priorities, open, acknowledgement, resolution, invalid, lessons, withoutLesson } = incidents;
  return {
    title: "Incidents",
    blocks: [
      {
        kind: "figures",
        figures: [
          {
            label: "Incidents so far",
            value: String(total),
            standing: open.length > 0 ? "watch" : "good",
            note: `${String(open.length)} not resolved`,
          },
          spanFigure("Mean time to acknowledge", acknowledgement),
          spanFigure("Mean time to resolve", resolution),
        ],
      },
      {
        kind: "table",
        caption: "Incidents by priority, the most pressing first",
        columns: [
          { title: "priority", numeric: false },
          { title: "open", numeric: true },
          { title: "acknowledged", numeric: true },
          { title: "resolved", numeric: true },
        ],
        rows: priorities.map((row) => [row.priority, ...[row.open, row.acknowledged, row.resolved].map(String)]),
      },
      {
        kind: "list",
        items: [
          ...open.map(({ id, title, priority, state, service }) => {
            const where = service === undefined ? "" : ` (${service})`;
            return `Not resolved: ${id}, ${title}${where}, ${priority}, ${state}.`;
          }),
          ...invalid.map(({ id, field }) => `Left out of the spans: ${id} has ${field} before the opening.`),
          ...lessons.map(({ incidentId, cause, lesson }) => {
            return `Learnt from ${incidentId}: ${lesson}${cause === undefined ? "" : ` (cause: ${cause})`}.`;
          }),
          ...(withoutLesson.length === 0 ? [] : [`Resolved without a lesson: ${withoutLesson.join(", ")}.`]),
        ],
      },
    ],
  };
}

function spanFigure(label: string, { text, count }: ResponseTime): KeyFigure {
  if (isNoAnswer(text)) return { label, value: "no answer", standing: "unknown", note: reasonText(text.reason) };
  return { label, value: text, standing: "plain", note: `from ${String(count)} incidents` };
}
