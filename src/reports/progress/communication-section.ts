import type { CommunicationAssessment, CommunicationPlan } from "../../communication/index.js";
import type { Block, ReportSection } from "../report.js";
import { decimalText, reasonText } from "../text/quantity-text.js";
import { headline } from "./figure-lookup.js";

/** Who is told what, and when, counted from the go-live. */
export function communicationSection(plan: CommunicationPlan, communication: CommunicationAssessment): ReportSection {
  const { messages, gaps, figures } = communication;
  const titles = new Map(plan.audiences.map(({ id, title }) => [id, title]));
  const audience = (id: string): string => titles.get(id) ?? id;
  const blocks: Block[] = [
    {
      kind: "figures",
      figures: headline(figures, "communication.messages-on-time", "Messages on time", {
        note: "of those sent or overdue",
        standing: (share) => (share === 1 ? "good" : share >= 0.8 ? "watch" : "bad"),
      }),
    },
    {
      kind: "table",
      caption: "Messages, dated from the go-live in working days",
      columns: [
        ...["on", "message", "stage", "to"].map((title) => ({ title, numeric: false })),
        { title: "people", numeric: true },
        ...["by", "what it says", "from", "standing"].map((title) => ({ title, numeric: false })),
      ],
      rows: messages.map(({ on, title, stage, audienceIds, recipients, channels, contents, owner, standing }) => [
        on,
        title,
        stage,
        audienceIds.map(audience).join(", "),
        recipients === 0 ? "" : decimalText(recipients, 0),
        channels.map(reasonText).join(", "),
        contents.map(reasonText).join(", "),
        owner ?? "",
        reasonText(standing),
      ]),
    },
    {
      kind: "list",
      items: gaps.map(({ code, audienceId, stage, contents }) => {
        const what = [stage, ...(contents ?? []).map(reasonText)].filter((word) => word !== undefined);
        return `${audience(audienceId)}: ${reasonText(code)}${what.length === 0 ? "" : ` (${what.join(", ")})`}.`;
      }),
    },
  ];
  return { title: "Communication", blocks };
}
