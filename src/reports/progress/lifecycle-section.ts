import { isNoAnswer } from "../../foundation/errors/index.js";
import { type LifecycleAssessment, type LifecycleRecord, PHASES } from "../../lifecycle/index.js";
import type { Block, KeyFigure, ReportSection, Standing, TableColumn } from "../report.js";
import { moneyText, percentText, reasonText } from "../text/quantity-text.js";
import { headline } from "./figure-lookup.js";

const VERDICTS: Readonly<Record<string, Standing>> = { go: "good", conditional: "watch", "no-go": "bad" };
const columns = (...titles: readonly string[]): readonly TableColumn[] =>
  titles.map((title) => ({ title, numeric: false }));

/** Phases, gates, readiness, milestones and budgets. */
export function lifecycleSection(record: LifecycleRecord, lifecycle: LifecycleAssessment): ReportSection {
  const { phases, gates, findings, readiness, milestones, budgets, figures } = lifecycle;
  const blocks: Block[] = [
    {
      kind: "figures",
      figures: [
        ...(readiness === undefined ? [] : [readinessFigure(readiness)]),
        ...headline(figures, "lifecycle.on-time-delivery", "Milestones on time", {
          note: "of the milestones due by now",
          standing: (share) => (share >= 0.9 ? "good" : share >= 0.75 ? "watch" : "bad"),
        }),
        ...headline(figures, "lifecycle.budget-overrun", "Overrun", { note: "spent less approved, all budgets" }),
      ],
    },
  ];
  if (phases.length > 0) {
    blocks.push({
      kind: "table",
      caption: "The seven phases",
      columns: columns("phase", "owner", "status", "planned", "actual"),
      rows: phases.map(({ phase, owner, status, planned, actual }) => [
        phaseTitle(phase),
        owner ?? "",
        reasonText(status),
        `${planned.start} to ${planned.finish}`,
        actual.start === undefined ? "" : `${actual.start} to ${actual.finish ?? "…"}`,
      ]),
    });
  }
  if (gates.length > 0) {
    blocks.push({
      kind: "table",
      caption: "Gates",
      columns: columns("gate", "phase", "decision", "met", "not met", "open conditions"),
      rows: gates.map(({ id, phase, outcome, decidedOn, met, unmet, openConditions }) => {
        const gate = record.gates?.find((candidate) => candidate.id === id);
        const title = (criterion: string): string =>
          gate?.criteria.find((candidate) => candidate.id === criterion)?.title ?? criterion;
        return [
          id,
          phaseTitle(phase),
          decidedOn === undefined ? outcome : `${outcome} on ${decidedOn}`,
          `${String(met.length)} of ${String(met.length + unmet.length)}`,
          unmet.map(title).join("; "),
          openConditions.join(", "),
        ];
      }),
    });
  }
  if (findings.length > 0) {
    blocks.push({
      kind: "table",
      caption: "Out of order",
      columns: columns("phase", "what", "on", "where"),
      rows: findings.map(({ code, phase, on, gateId, itemIds }) => [
        phaseTitle(phase),
        reasonText(code),
        on,
        [...(gateId === undefined ? [] : [gateId]), ...(itemIds ?? [])].join(", "),
      ]),
    });
  }
  if (milestones !== undefined) {
    blocks.push({
      kind: "table",
      caption: "Milestones",
      columns: columns("milestone", "due", "reached", "standing"),
      rows: milestones.milestones.map(({ id, due, completedOn, standing }) => [
        record.milestones?.find((candidate) => candidate.id === id)?.title ?? id,
        due,
        completedOn ?? "",
        reasonText(standing),
      ]),
    });
  }
  if (budgets !== undefined) {
    blocks.push({
      kind: "table",
      caption: "Budgets",
      columns: [
        { title: "budget", numeric: false },
        ...["approved", "spent", "overrun", "overrun ratio"].map((title) => ({ title, numeric: true })),
        { title: "standing", numeric: false },
      ],
      rows: budgets.budgets.map(({ id, approvedBudget, actualCost, overrun, overrunRatio, standing }) => [
        record.budgets?.find((candidate) => candidate.id === id)?.title ?? id,
        ...[approvedBudget, actualCost, overrun].map(moneyText),
        isNoAnswer(overrunRatio) ? reasonText(overrunRatio.reason) : percentText(overrunRatio),
        reasonText(standing),
      ]),
    });
  }
  return { title: "Phases, gates and delivery", blocks };
}

/** The verdict on the readiness, with the share that is done. */
export function readinessFigure(assessment: NonNullable<LifecycleAssessment["readiness"]>): KeyFigure {
  const { verdict, readiness, blocking } = assessment;
  const share = isNoAnswer(readiness) ? reasonText(readiness.reason) : `${percentText(readiness)} of the checklist`;
  const note = blocking.length === 0 ? share : `${share}; blocked by ${blocking.join(", ")}`;
  return { label: "Readiness", value: verdict, standing: VERDICTS[verdict] ?? "unknown", note };
}

/** What a phase is called. */
export function phaseTitle(phase: string): string {
  return PHASES.find(({ id }) => id === phase)?.title ?? phase;
}
