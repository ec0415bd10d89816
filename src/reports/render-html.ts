import { ganttHtml } from "./gantt-html.js";
import { HTML_STYLE } from "./html-style.js";
import type { Block, HeatMapBlock, KeyFigure, Report, Standing, TableBlock } from "./report.js";
import { htmlAttribute, htmlText } from "./text/html-text.js";

/** Characters of a text that is kept on one line. */
const SHORT = 12;
const DATES = /\b\d{4}-\d{2}-\d{2}\b/g;

const WORDS: Readonly<Record<Standing, string>> = {
  good: "on track",
  watch: "watch",
  bad: "act",
  unknown: "not known",
  plain: "",
};

/** Writes a report as one HTML file without scripts, and with nothing to load. */
export function htmlOf(report: Report): string {
  const sections = report.sections.map(
    ({ title, blocks }) => `<section>\n<h2>${htmlText(title)}</h2>\n${blocks.map(blockHtml).join("\n")}\n</section>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${htmlText(report.title)}</title>
<style>${HTML_STYLE}</style>
</head>
<body>
<main>
<header>
<h1>${htmlText(report.title)}</h1>
<p>${prose(report.subtitle)}</p>
</header>
${sections.join("\n")}
</main>
</body>
</html>
`;
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case "text":
      return `<p>${prose(block.text)}</p>`;
    case "list":
      return block.items.length === 0
        ? ""
        : `<ul>\n${block.items.map((item) => `<li>${prose(item)}</li>`).join("\n")}\n</ul>`;
    case "figures":
      return `<dl class="figures">\n${block.figures.map(figureHtml).join("\n")}\n</dl>`;
    case "table":
      return tableHtml(block);
    case "heat-map":
      return heatMapHtml(block);
    case "gantt":
      return ganttHtml(block);
  }
}

function figureHtml({ label, value, standing, note }: KeyFigure): string {
  return `<div class="figure ${standing}"><dt>${htmlText(label)}</dt><dd class="value">${prose(value)}</dd>\
${WORDS[standing] === "" ? "" : `<dd class="standing">${WORDS[standing]}</dd>`}<dd class="note">${prose(note)}</dd></div>`;
}

function tableHtml({ caption, columns, rows }: TableBlock): string {
  if (rows.length === 0) return `<p>${htmlText(caption)}: none.</p>`;
  const head = columns.map(({ title, numeric }) => `<th scope="col"${numericClass(numeric)}>${htmlText(title)}</th>`);
  const body = rows.map((row) => {
    const cells = columns.map(({ numeric }, i) => `<td${numericClass(numeric)}>${cellText(row[i] ?? "")}</td>`);
    return `<tr>${cells.join("")}</tr>`;
  });
  return `<div ${scrollable(caption)}><table><caption>${htmlText(caption)}</caption>
<thead><tr>${head.join("")}</tr></thead>
<tbody>
${body.join("\n")}
</tbody></table></div>`;
}

function heatMapHtml({ caption, likelihoods, impacts, cells }: HeatMapBlock): string {
  const head = impacts.map((impact) => `<th scope="col">${htmlText(impact)}</th>`);
  // Likelihood upwards and impact to the right, as people draw it.
  const rows = [...likelihoods.keys()].reverse().map((i) => {
    const row = impacts.map((_, j) => {
      const cell = cells[i]?.[j];
      if (cell === undefined) return "<td></td>";
      const ids = cell.ids.length > 0 ? htmlText(cell.ids.join(", ")) : "";
      return `<td style="background:${heat(cell.severity)}"><b>${htmlText(cell.level)}</b>${ids}</td>`;
    });
    return `<tr><th scope="row">${htmlText(likelihoods[i] ?? "")}</th>${row.join("")}</tr>`;
  });
  return `<div ${scrollable(caption)}><table class="heat"><caption>${htmlText(caption)}</caption>
<thead><tr><th class="axis">likelihood ↑ impact →</th>${head.join("")}</tr></thead>
<tbody>
${rows.join("\n")}
</tbody></table></div>`;
}

/** A wide table scrolls by itself, also with the keyboard. */
function scrollable(caption: string): string {
  return `class="scroll" role="region" tabindex="0" aria-label="${htmlAttribute(caption)}"`;
}

/** From green over amber to red: colours on which dark text has a contrast of at least 4.5 to 1. */
function heat(severity: number): string {
  const hue = Math.round(severity <= 0.5 ? 130 - 170 * severity : 45 - 80 * (severity - 0.5));
  return `hsl(${String(hue)} 62% 72%)`;
}

function numericClass(numeric: boolean): string {
  return numeric ? ' class="number"' : "";
}

/** Ids, short words and civil dates do not break over two lines. */
function cellText(text: string): string {
  if (text.length <= SHORT) return `<span class="whole">${htmlText(text)}</span>`;
  return prose(text);
}

/** Text whose civil dates do not break over two lines. */
function prose(text: string): string {
  return htmlText(text).replace(DATES, '<span class="whole">$&</span>');
}
