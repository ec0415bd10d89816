import type { MissingPart } from "../../engagement/index.js";
import type { ReportSection } from "../report.js";

/** What cannot be said yet, and what it would take. */
export function missingSection(missing: readonly MissingPart[]): ReportSection {
  return {
    title: "What is not known yet",
    blocks: [
      {
        kind: "table",
        caption: "Parts that the engagement does not have",
        columns: ["part", "what it would answer", "what it needs"].map((title) => ({ title, numeric: false })),
        rows: missing.map(({ part, answers, needs }) => [part, answers, needs.join("; ")]),
      },
    ],
  };
}
