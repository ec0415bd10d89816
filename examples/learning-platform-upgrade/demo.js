// The main job: read an engagement, assess it on a day, write its progress report.
// It uses the package by its own name, as any program would.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { assess, explainFigure, parseEngagement } from "golive-kit/engagement";
import { renderExplanation } from "golive-kit/explain";
import { headlineFigures, progressReport, renderReport } from "golive-kit/reports";

const AS_OF = "2018-07-13";
const beside = (name) => fileURLToPath(new URL(name, import.meta.url));

const engagement = parseEngagement(JSON.parse(readFileSync(beside("engagement.json"), "utf8")));
const assessment = assess(engagement, { asOf: AS_OF });
const report = progressReport(engagement, assessment);
writeFileSync(beside("report.html"), renderReport(report, { format: "html" }));
writeFileSync(beside("report.md"), renderReport(report, { format: "markdown" }));
writeFileSync(beside("assessment.json"), `${JSON.stringify(assessment, undefined, 2)}\n`);

console.log(`${engagement.title}, as of ${AS_OF}\n`);
for (const { label, value, note } of headlineFigures(assessment)) {
  console.log(`  ${label.padEnd(26)} ${value.padEnd(18)} ${note}`);
}

const exposure = assessment.figures.find(({ id }) => id === "risk.threat-exposure");
console.log(`\nHow one of them came about:\n\n${renderExplanation(explainFigure(exposure))}\n`);
console.log(`The whole report: ${beside("report.html")}`);
console.log(`The same as Markdown: ${beside("report.md")}`);
console.log(`Every figure as data: ${beside("assessment.json")}`);
