import type { Block, GanttBlock, HeatMapBlock, KeyFigure, Report, Standing, TableBlock } from "./report.js";
import { markdownCell, markdownText } from "./text/markdown-text.js";
import { mermaidText } from "./text/mermaid-text.js";

const MARKS: Readonly<Record<Standing, string>> = { good: "🟢", watch: "🟠", bad: "🔴", unknown: "⚪", plain: "" };

/** Writes a report as Markdown; charts as tables, and the Gantt chart as a Mermaid diagram. */
export function markdownOf(report: Report): string {
  const head = [`# ${inline(report.title)}`, inline(report.subtitle)];
  const body = report.sections.flatMap(({ title, blocks }) => [
    `## ${inline(title)}`,
    ...blocks.map(blockText).filter((text) => text !== ""),
  ]);
  return `${[...head, ...body].join("\n\n")}\n`;
}

function blockText(block: Block): string {
  switch (block.kind) {
    case "text":
      return markdownText(block.text);
    case "list":
      return block.items.map((item) => `- ${inline(item)}`).join("\n");
    case "figures":
      return figuresTable(block.figures);
    case "table":
      return tableText(block);
    case "heat-map":
      return heatMapTable(block);
    case "gantt":
      return ganttText(block);
  }
}

function figuresTable(figures: readonly KeyFigure[]): string {
  const rows = figures.map(({ label, value, standing, note }) => [label, `${MARKS[standing]} ${value}`.trim(), note]);
  return table(["figure", "value", "what it says"], [false, true, false], rows);
}

function tableText({ caption, columns, rows }: TableBlock): string {
  if (rows.length === 0) return `${inline(caption)}: none.`;
  const titles = columns.map(({ title }) => title);
  const numeric = columns.map((column) => column.numeric);
  return `${inline(caption)}\n\n${table(titles, numeric, rows)}`;
}

function heatMapTable({ caption, likelihoods, impacts, cells }: HeatMapBlock): string {
  // Likelihood upwards and impact to the right, as people draw it.
  const rows = [...likelihoods.keys()].reverse().map((i) => [
    likelihoods[i] ?? "",
    ...impacts.map((_, j) => {
      const cell = cells[i]?.[j];
      return cell === undefined ? "" : `${cell.level}${cell.ids.length > 0 ? `: ${cell.ids.join(", ")}` : ""}`;
    }),
  ]);
  const numeric = ["", ...impacts].map(() => false);
  return `${inline(caption)}\n\n${table(["likelihood ↑ / impact →", ...impacts], numeric, rows)}`;
}

function ganttText({ caption, bars }: GanttBlock): string {
  if (bars.length === 0) return `${inline(caption)}: none.`;
  const lines = bars.map(({ title, start, finish, milestone, critical, done }, i) => {
    const tags = [done ? "done" : "", critical ? "crit" : "", milestone ? "milestone" : ""].filter((tag) => tag !== "");
    const length = milestone ? "0d" : finish;
    return `  ${mermaidText(title)} :${[...tags, `t${String(i)}`, start, length].join(", ")}`;
  });
  const head = ["gantt", `  title ${mermaidText(caption)}`, "  dateFormat YYYY-MM-DD", "  inclusiveEndDates"];
  return ["```mermaid", ...head, ...lines, "```"].join("\n");
}

function table(titles: readonly string[], numeric: readonly boolean[], rows: readonly (readonly string[])[]): string {
  const write = (cells: readonly string[]): string => `| ${cells.map(markdownCell).join(" | ")} |`;
  const rule = `| ${numeric.map((right) => (right ? "---:" : "---")).join(" | ")} |`;
  return [write(titles), rule, ...rows.map(write)].join("\n");
}

function inline(text: string): string {
  return markdownText(text.replace(/[\r\n]+/g, " "));
}
