import { isNoAnswer } from "../../foundation/errors/index.js";
import { type Gate, type LifecycleAssessment, type LifecycleRecord, PHASES } from "../../lifecycle/index.js";
import type { Block, KeyFigure, ReportSection, Standing, TableColumn } from "../report.js";
import { moneyText, percentText, reasonText } from "../text/quantity-text.js";
import { headline } from "./figure-lookup.js";

const VERDICTS: Readonly<Record<string, Standing>> = { go: "good", conditional: "watch", "no-go": "bad" };
const columns = (...titles: readonly string[]): readonly TableColumn[] =>
  titles.map((title) => ({ title, numeric: false }));

/** Phases, gates, readiness, milestones and budgets. */
export function lifecycleSection(record: LifecycleRecord, lifecycle: LifecycleAssessment): ReportSection {
  const { phases, gates, findings, readiness, milestones, slippage, budgets, figures } = lifecycle;
  const gateOf = new Map(record.gates?.map((gate) => [gate.id, gate]));
  const milestoneTitles = new Map(record.milestones?.map(({ id, title }) => [id, title]));
  const budgetTitles = new Map(record.budgets?.map(({ id, title }) => [id, title]));
  const slipped = new Map(slippage?.milestones.map((milestone) => [milestone.id, milestone]));
  const blocks: Block[] = [
    {
      kind: "figures",
      figures: [
        ...(readiness === undefined ? [] : [readinessFigure(readiness)]),
        ...headline(figures, "lifecycle.on-time-delivery", "On-time delivery", {
          note: "of the milestones due by now",
        }),
        ...headline(figures, "lifecycle.budget-overrun", "Budget overrun", {
          note: "spent less approved, all budgets",
        }),
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
      columns: columns("gate", "phase", "decision", "by", "met", "evidence", "not met", "open conditions"),
      rows: gates.map(({ id, phase, outcome, decidedOn, met, unmet, openConditions }) => {
        const gate = gateOf.get(id);
        const title = (criterion: string): string =>
          gate?.criteria.find((candidate) => candidate.id === criterion)?.title ?? criterion;
        return [
          id,
          phaseTitle(phase),
          decidedOn === undefined ? outcome : `${outcome} on ${decidedOn}`,
          decisionBy(gate, decidedOn),
          `${String(met.length)} of ${String(met.length + unmet.length)}`,
          met.map((criterion) => gate?.criteria.find(({ id: one }) => one === criterion)?.evidence ?? "").join("; "),
          unmet.map(title).join("; "),
          openConditions.map((condition) => conditionText(gate, condition)).join("; "),
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
      columns: [...columns("milestone", "due", "reached", "standing"), { title: "slip", numeric: true }],
      rows: milestones.milestones.map(({ id, due, completedOn, standing }) => [
        milestoneTitles.get(id) ?? id,
        due,
        completedOn ?? (slipped.has(id) ? `${slipped.get(id)?.reached ?? ""} (forecast)` : ""),
        reasonText(standing),
        slipped.has(id) ? `${String(slipped.get(id)?.workingDays ?? 0)} days` : "",
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
        budgetTitles.get(id) ?? id,
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

/** Who decided, and why not where it was a no. */
function decisionBy(gate: Gate | undefined, decidedOn: string | undefined): string {
  const decision = gate?.decisions.filter(({ on }) => on === decidedOn).at(-1);
  if (decision === undefined) return "";
  return decision.outcome === "rejected" ? `${decision.byRole}: ${decision.reason}` : decision.byRole;
}

/** A condition of a gate's decision, with the day by which it should hold. */
export function conditionText(gate: Gate | undefined, id: string): string {
  for (const decision of gate?.decisions ?? []) {
    if (decision.outcome !== "conditional") continue;
    const condition = decision.conditions.find((candidate) => candidate.id === id);
    if (condition !== undefined) return `${condition.title}, due ${condition.due}`;
  }
  return id;
}

/** What a phase is called. */
export function phaseTitle(phase: string): string {
  return PHASES.find(({ id }) => id === phase)?.title ?? phase;
}
