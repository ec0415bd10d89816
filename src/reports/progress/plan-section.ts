import { isNoAnswer } from "../../foundation/errors/index.js";
import type { PlanAssessment, TaskStanding } from "../../schedule/index.js";
import type { ReportSection } from "../report.js";
import { decimalText, reasonText } from "../text/quantity-text.js";
import { headline } from "./figure-lookup.js";

/** When the work will be done, and what decides it. */
export function planSection(plan: PlanAssessment): ReportSection {
  const { tasks, figures, longestPath } = plan;
  const titles = new Map(tasks.map(({ id, title }) => [id, title]));
  return {
    title: "Plan",
    blocks: [
      { kind: "text", text: finishText(plan) },
      {
        kind: "figures",
        figures: [
          ...headline(figures, "schedule.finish-variance", "Finish variance", {
            note: "working days against the baseline; above zero is late",
            standing: (days) => (days <= 0 ? "good" : days <= 5 ? "watch" : "bad"),
          }),
          ...headline(figures, "schedule.baseline-execution-index", "Baseline execution index", {
            note: "tasks finished to tasks due",
            standing: (ratio) => (ratio >= 0.95 ? "good" : "watch"),
          }),
          ...headline(figures, "schedule.missed-task-share", "Missed tasks", {
            note: "of those due by now",
            standing: (share) => (share <= 0.05 ? "good" : "watch"),
          }),
        ],
      },
      {
        kind: "gantt",
        caption: "Tasks over time",
        today: plan.asOf,
        bars: tasks.map(({ title, start, finish, milestone, critical: isCritical, status }) => ({
          title,
          start,
          finish,
          milestone,
          critical: isCritical,
          done: status === "done",
        })),
      },
      {
        kind: "table",
        caption: "Tasks that are late or decide the finish",
        columns: [
          { title: "task", numeric: false },
          { title: "owner", numeric: false },
          { title: "status", numeric: false },
          { title: "finish", numeric: false },
          { title: "against baseline", numeric: true },
          { title: "float", numeric: true },
        ],
        rows: tasks.filter(({ status, critical: is }) => is || status === "late").map(taskRow),
      },
      { kind: "text", text: chainText(longestPath.map((id) => titles.get(id) ?? id)) },
    ],
  };
}

function finishText({ finish, tasks }: PlanAssessment): string {
  if (isNoAnswer(finish)) return `The finish is not known: ${reasonText(finish.reason)}.`;
  const done = tasks.every(({ status }) => status === "done");
  return done ? `All tasks were finished on ${finish}.` : `The last task is expected to finish on ${finish}.`;
}

function taskRow({ title, owner, status, finish, varianceDays, totalFloatDays }: TaskStanding): readonly string[] {
  const days = (value: TaskStanding["varianceDays"] | TaskStanding["totalFloatDays"]): string =>
    isNoAnswer(value) ? reasonText(value.reason) : `${decimalText(value, 1)} days`;
  return [title, owner ?? "", reasonText(status), finish, days(varianceDays), days(totalFloatDays)];
}

function chainText(titles: readonly string[]): string {
  if (titles.length === 0) return "No task is left that decides the finish.";
  return `What decides the finish, one after the other: ${titles.join(", then ")}.`;
}
