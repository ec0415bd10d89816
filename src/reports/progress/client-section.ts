import type { ClientAssessment, ClientRecord } from "../../client/index.js";
import { isNoAnswer } from "../../foundation/errors/index.js";
import type { ReportSection } from "../report.js";
import { percentText, reasonText } from "../text/quantity-text.js";

/** What was promised, how content the client is, and what waits for an answer. */
export function clientSection(record: ClientRecord, client: ClientAssessment): ReportSection {
  const { expectations, satisfaction, overdueActions, openThemes } = client;
  return {
    title: "Client",
    blocks: [
      { kind: "text", text: satisfactionText(satisfaction) },
      {
        kind: "table",
        caption: "Expectations",
        columns: ["id", "what was agreed", "due", "where it stands"].map((title) => ({ title, numeric: false })),
        rows: expectations.map(({ id, standing }) => {
          const expectation = record.expectations.find((candidate) => candidate.id === id);
          return [id, expectation?.statement ?? "", expectation?.due ?? "", standing];
        }),
      },
      {
        kind: "list",
        items: [
          ...overdueActions.map(
            ({ id, owner, daysLate }) => `Action ${id} of ${owner} is ${String(daysLate)} days late.`,
          ),
          ...openThemes.map(({ theme, feedbackIds }) => `Open theme: ${theme} (${feedbackIds.join(", ")}).`),
        ],
      },
    ],
  };
}

function satisfactionText(satisfaction: ClientAssessment["satisfaction"]): string {
  if (isNoAnswer(satisfaction)) return `Satisfaction is not known: ${reasonText(satisfaction.reason)}.`;
  const { satisfaction: share, answered, on } = satisfaction;
  if (isNoAnswer(share)) return `Nobody answered the survey of ${on}.`;
  return `${percentText(share)} of ${String(answered)} answers were satisfied in the survey of ${on}.`;
}
