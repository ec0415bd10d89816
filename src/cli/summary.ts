import type { Assessment } from "../engagement/index.js";
import { headlineFigures } from "../reports/index.js";

/** An assessment on one screen: the headline figures, then what is missing and what it would need. */
export function summaryOf(assessment: Assessment): string {
  const { title, clientName, asOf, missing, figures } = assessment;
  const headlines = headlineFigures(assessment);
  const width = headlines.reduce((widest, { label }) => Math.max(widest, label.length), 0);
  const lines = [
    `${title} (${clientName}), as of ${asOf}`,
    ...headlines.map(({ label, value, note }) => `  ${label.padEnd(width)}  ${value}  ${note}`),
    ...missing.map(({ part, needs }) => `  no ${part}: it needs ${needs.join("; ")}`),
    ...(figures.length === 0
      ? []
      : [`${String(figures.length)} figures; golive-kit explain shows how each came about`]),
  ];
  return `${lines.join("\n")}\n`;
}
