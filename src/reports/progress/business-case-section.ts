import type { Unit } from "../../foundation/explain/index.js";
import type { BusinessCase, BusinessCaseAssessment, BusinessCaseLine } from "../../roi/index.js";
import type { ReportSection } from "../report.js";
import { moneyText, reasonText } from "../text/quantity-text.js";
import { headline } from "./figure-lookup.js";

/** What a period is called, where it is one of the units of figures. */
const PERIODS: Readonly<Record<BusinessCase["periodLength"], Unit>> = {
  year: "years",
  quarter: "periods",
  month: "months",
};

/** What the project costs and brings. */
export function businessCaseSection(
  { periodLength, timing, costs, benefits }: BusinessCase,
  { figures, periods, lines }: BusinessCaseAssessment,
): ReportSection {
  const unit = PERIODS[periodLength];
  const from = timing === "start" ? "" : ", counted from the first amount";
  const aboveZero = (value: number) => (value > 0 ? ("good" as const) : ("bad" as const));
  return {
    title: "Business case",
    blocks: [
      {
        kind: "figures",
        figures: [
          ...headline(figures, "roi.return-on-investment", "Return on investment", {
            note: "net benefit per unit of cost, not discounted",
            standing: aboveZero,
          }),
          ...headline(figures, "roi.net-present-value", "Net present value", { note: "at the case's discount rate" }),
          ...headline(figures, "roi.internal-rate-of-return", "Internal rate", {
            note: `for one ${periodLength}; a cost where money comes in first`,
          }),
          ...headline(figures, "roi.payback", "Payback", {
            note: `the balance stays at zero or above from then on${from}`,
            unit,
          }),
          ...headline(figures, "roi.discounted-payback", "Discounted payback", {
            note: `the same, at present values${from}`,
            unit,
          }),
          ...headline(figures, "roi.benefit-cost-ratio", "Benefit-cost ratio", {
            note: "present value of benefits to that of costs",
            standing: (value) => (value > 1 ? "good" : "bad"),
          }),
        ],
      },
      {
        kind: "table",
        caption: "What the case is made of",
        columns: [
          ...["line", "what", "kind"].map((title) => ({ title, numeric: false })),
          { title: "in all", numeric: true },
        ],
        rows: [
          ...costs.map(({ id, title, kind }, i) => [id, title, `${kind} cost`, totalText(lines[i])]),
          ...benefits.map(({ id, title, kind }, i) => [
            id,
            title,
            reasonText(kind),
            totalText(lines[costs.length + i]),
          ]),
        ],
      },
      {
        kind: "table",
        caption: "Costs and benefits by period",
        columns: [periodLength, "cost", "benefit", "net", "cumulative"].map((title) => ({ title, numeric: true })),
        rows: periods.map(({ period, cost, benefit, net, cumulative }) => [
          String(period),
          ...[cost, benefit, net, cumulative].map(moneyText),
        ]),
      },
    ],
  };
}

function totalText(line: BusinessCaseLine | undefined): string {
  return line === undefined ? "" : moneyText(line.total);
}
