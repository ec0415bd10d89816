export { figureText } from "./progress/figure-lookup.js";
export { headlineFigures } from "./progress/headlines.js";
export { progressReport } from "./progress/progress-report.js";
export { REPORT_FORMATS, renderReport } from "./render-report.js";
export type { RenderReportOptions, ReportFormat } from "./render-report.js";
export { STANDINGS } from "./report.js";
export type {
  Block,
  FiguresBlock,
  GanttBar,
  GanttBlock,
  HeatMapBlock,
  HeatMapField,
  KeyFigure,
  ListBlock,
  Report,
  ReportSection,
  Standing,
  TableBlock,
  TableColumn,
  TextBlock,
} from "./report.js";
export { htmlAttribute, htmlLink, htmlText, jsonForHtml } from "./text/html-text.js";
export { markdownCell, markdownText } from "./text/markdown-text.js";
export { mermaidText } from "./text/mermaid-text.js";
export { plainText } from "./text/plain-text.js";
