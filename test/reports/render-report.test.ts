import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { caught } from "../kit/caught.js";
import { law } from "../kit/laws.js";
import { type Report, renderReport } from "../../src/reports/index.js";

const report: Report = {
  title: "Progress of Atlas",
  subtitle: "A client, 2026-03-31",
  asOf: "2026-03-31",
  sections: [
    {
      title: "Summary",
      blocks: [
        { kind: "text", text: "Two tasks are late." },
        {
          kind: "figures",
          figures: [
            { label: "Return", value: "25 %", standing: "good", note: "not discounted" },
            { label: "Payback", value: "no answer", standing: "unknown", note: "never pays back" },
            { label: "Finish", value: "2026-05-04", standing: "plain", note: "of the last task" },
          ],
        },
        { kind: "list", items: ["first", "second"] },
        {
          kind: "table",
          caption: "Tasks",
          columns: [
            { title: "task", numeric: false },
            { title: "float", numeric: true },
          ],
          rows: [["Test", "2"]],
        },
        { kind: "table", caption: "Empty", columns: [{ title: "x", numeric: false }], rows: [] },
        {
          kind: "heat-map",
          caption: "Threats",
          likelihoods: ["Low", "High"],
          impacts: ["Minor", "Major"],
          cells: [
            [
              { level: "GREEN", severity: 0, ids: [] },
              { level: "AMBER", severity: 0.5, ids: ["R-1", "R-2"] },
            ],
            [
              { level: "AMBER", severity: 0.5, ids: [] },
              { level: "RED", severity: 1, ids: ["R-3"] },
            ],
          ],
        },
        {
          kind: "gantt",
          caption: "Tasks over time",
          today: "2026-03-31",
          bars: [
            { title: "Test", start: "2026-03-02", finish: "2026-03-31", milestone: false, critical: true, done: false },
            {
              title: "Go-live",
              start: "2026-04-30",
              finish: "2026-04-30",
              milestone: true,
              critical: true,
              done: false,
            },
            { title: "Plan", start: "2026-03-02", finish: "2026-03-03", milestone: false, critical: false, done: true },
          ],
        },
      ],
    },
  ],
};

describe("Markdown", () => {
  it("writes every kind of block", () => {
    expect(renderReport(report, { format: "markdown" }).split("\n")).toEqual([
      "# Progress of Atlas",
      "",
      "A client, 2026-03-31",
      "",
      "## Summary",
      "",
      "Two tasks are late.",
      "",
      "| figure | value | what it says |",
      "| --- | ---: | --- |",
      "| Return | 🟢 25 % | not discounted |",
      "| Payback | ⚪ no answer | never pays back |",
      "| Finish | 2026-05-04 | of the last task |",
      "",
      "- first",
      "- second",
      "",
      "Tasks",
      "",
      "| task | float |",
      "| --- | ---: |",
      "| Test | 2 |",
      "",
      "Empty: none.",
      "",
      "Threats",
      "",
      "| likelihood ↑ / impact → | Minor | Major |",
      "| --- | --- | --- |",
      "| High | AMBER | RED: R-3 |",
      "| Low | GREEN | AMBER: R-1, R-2 |",
      "",
      "```mermaid",
      "gantt",
      "  title Tasks over time",
      "  dateFormat YYYY-MM-DD",
      "  inclusiveEndDates",
      "  Test :crit, t0, 2026-03-02, 2026-03-31",
      "  Go-live :crit, milestone, t1, 2026-04-30, 0d",
      "  Plan :done, t2, 2026-03-02, 2026-03-03",
      "```",
      "",
    ]);
  });
});

describe("HTML", () => {
  const html = renderReport(report, { format: "html" });

  it("is one file: no script, nothing to load", () => {
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(html).not.toMatch(/<script|<link|<img|@import|url\(|https?:/);
  });

  it("draws the heat map with likelihood upwards, in words and colours", () => {
    const rows = [...html.matchAll(/<tr><th scope="row">(\w+)<\/th>(.*)<\/tr>/g)].map(([, label, cells = ""]) => [
      label,
      ...[...cells.matchAll(/hsl\((\d+) [^)]*\)"><b>(\w+)<\/b>([^<]*)/g)].map(([, hue, level, ids]) => [
        hue,
        level,
        ids,
      ]),
    ]);
    expect(rows).toEqual([
      ["High", ["45", "AMBER", ""], ["5", "RED", "R-3"]],
      ["Low", ["130", "GREEN", ""], ["45", "AMBER", "R-1, R-2"]],
    ]);
  });

  it("places bars by date: the span is 60 days, from 2 March to 30 April", () => {
    const bars = [
      ...html.matchAll(/<span class="(crit|crit milestone|done)" style="left:([\d.]+)%(?:;width:([\d.]+)%)?/g),
    ];
    expect(bars.map(([, kind, left, width]) => [kind, left, width])).toEqual([
      ["crit", "0", "50"],
      ["crit milestone", "100", undefined],
      ["done", "0", "3.33"],
    ]);
    expect(html).toContain('<span class="today" style="left:48.33%">');
    expect(html).toContain('<span style="left:50%">Apr</span>');
    expect(html).toContain("2026-03-02 to 2026-03-31, critical");
  });

  it("says how figures stand in words, and nothing where nothing judges them", () => {
    expect([...html.matchAll(/<dd class="standing">([^<]*)</g)].map(([, words]) => words)).toEqual([
      "on track",
      "not known",
    ]);
  });
});

describe("laws", () => {
  it("no text becomes markup, wherever it stands", () => {
    const text = fc.string({ unit: fc.constantFrom("<", ">", '"', "'", "&", "a", "|", "\n", "`", "]", "(", "\u202e") });
    law(text, (hostile) => {
      const replaced = JSON.parse(JSON.stringify(report), (_key, value: unknown) =>
        value === "Test" || value === "Summary" || value === "R-3" || value === "first" || value === "High"
          ? hostile
          : value,
      ) as Report;
      const tags = (html: string): readonly string[] =>
        [...html.replaceAll(/<\/?bdi>/g, "").matchAll(/<[^>]*>/g)].map(([tag]) => tag);
      expect(tags(renderReport(replaced, { format: "html" }))).toEqual(tags(renderReport(report, { format: "html" })));
      // A bar means nothing inside the diagram.
      const cells = (markdown: string): number =>
        [...(markdown.split("```mermaid")[0] ?? "").matchAll(/(?<!\\)(?:\\\\)*\|/g)].length;
      expect(cells(renderReport(replaced, { format: "markdown" }))).toBe(
        cells(renderReport(report, { format: "markdown" })),
      );
    });
  });
});

it("refuses another format", () => {
  expect(caught(() => renderReport(report, { format: "pdf" as "html" })).message).toBe(
    'format must be one of markdown, html, received "pdf"',
  );
});
