import { contained, demandOneOf } from "../foundation/guard/index.js";
import { htmlOf } from "./render-html.js";
import { markdownOf } from "./render-markdown.js";
import type { Report } from "./report.js";

/** What a report can be written as. */
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** The formats, by name. */
export const REPORT_FORMATS = ["markdown", "html"] as const;

/** How to write a report; see {@link renderReport}. */
export interface RenderReportOptions {
  /** What to write. */
  readonly format: ReportFormat;
}

/**
 * Writes a report: as Markdown, or as one HTML file without scripts and with nothing to load. Whatever text the
 * report holds, nothing of it becomes markup.
 *
 * @param report - the report as data
 * @param options - `format`: `"markdown"` or `"html"`
 * @returns the file's text
 * @throws DomainError `out-of-range` for another format
 *
 * @example
 * ```ts
 * import { renderReport } from "golive-kit/reports";
 *
 * const report = {
 *   title: "Progress of <Atlas>",
 *   subtitle: "March",
 *   asOf: "2026-03-31" as const,
 *   sections: [{ title: "Summary", blocks: [{ kind: "text" as const, text: "All on track" }] }],
 * };
 *
 * renderReport(report, { format: "markdown" }); // => "# Progress of &lt;Atlas&gt;\n\nMarch\n\n## Summary\n\nAll on track\n"
 * ```
 */
export function renderReport(report: Report, options: RenderReportOptions): string {
  return contained("renderReport", () => {
    const format = demandOneOf(options.format, REPORT_FORMATS, "format");
    return format === "html" ? htmlOf(report) : markdownOf(report);
  });
}
