import { type Assessment, explainFigure } from "../../engagement/index.js";
import { isNoAnswer } from "../../foundation/errors/index.js";
import type { Explanation } from "../../foundation/explain/index.js";
import type { ReportSection } from "../report.js";
import { figureText } from "./figure-lookup.js";

/** How each figure came about: its last step, and where the formula comes from. */
export function workingSection({ figures }: Assessment): ReportSection {
  return {
    title: "How the figures came about",
    blocks: [
      {
        kind: "table",
        caption: "Every figure of the whole engagement; those of single records are in the assessment",
        columns: [
          { title: "figure", numeric: false },
          { title: "value", numeric: true },
          { title: "formula", numeric: false },
          { title: "source", numeric: false },
        ],
        rows: figures
          .filter(({ of }) => of === undefined)
          .map((figure) => {
            const explanation = explainFigure(figure);
            const sources = explanation.source.map(({ work, place }) => `${work}, ${place}`);
            const value = isNoAnswer(figure.value) ? "no answer" : figureText(figure);
            return [explanation.title, value, formulaText(explanation), sources.join("; ")];
          }),
      },
    ],
  };
}

function formulaText({ steps }: Explanation): string {
  const last = steps.at(-1);
  switch (last?.kind) {
    case "calculated":
      return `${last.symbol} = ${last.expression}`;
    case "solved":
      return `solves ${last.equation}`;
    case "outcome":
      return `${last.reason}, because ${last.condition}`;
    case "figure":
      return `${last.symbol} = ${last.detail.title}`;
    default:
      return "";
  }
}
