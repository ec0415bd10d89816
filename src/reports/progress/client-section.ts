import type { ClientAssessment, ClientRecord } from "../../client/index.js";
import { isNoAnswer } from "../../foundation/errors/index.js";
import type { CivilDate } from "../../foundation/time/index.js";
import type { ReportSection } from "../report.js";
import { percentText, reasonText } from "../text/quantity-text.js";

/** What was promised, how content the client is, and what waits for an answer. */
export function clientSection(record: ClientRecord, client: ClientAssessment, asOf: CivilDate): ReportSection {
  const { expectations, satisfaction, overdueActions, openThemes } = client;
  const known = new Map(record.expectations.map((expectation) => [expectation.id, expectation]));
  return {
    title: "Client",
    blocks: [
      { kind: "text", text: satisfactionText(satisfaction) },
      {
        kind: "table",
        caption: "Expectations",
        columns: ["id", "what was agreed", "due", "where it stands"].map((title) => ({ title, numeric: false })),
        rows: expectations.map(({ id, standing }) => {
          const expectation = known.get(id);
          return [id, expectation?.statement ?? "", expectation?.due ?? "", standing];
        }),
      },
      {
        kind: "table",
        caption: "Feedback",
        columns: ["id", "on", "kind", "themes", "comment"].map((title) => ({ title, numeric: false })),
        rows: record.feedback
          .filter(({ on }) => on <= asOf)
          .map(({ id, on, kind, themes, comment }) => [id, on, kind, themes?.join(", ") ?? "", comment ?? ""]),
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
