import type { Assessment, Engagement } from "../../engagement/index.js";
import { isNoAnswer } from "../../foundation/errors/index.js";
import { reasonText } from "../text/quantity-text.js";
import { KPI_WORDS, kpiText } from "./kpi-section.js";
import { conditionText, phaseTitle } from "./lifecycle-section.js";

/** What somebody has to look at, the most pressing first: each point names the record it speaks of. */
export function attentionPoints(engagement: Engagement, assessment: Assessment): readonly string[] {
  return [
    ...incidentPoints(assessment),
    ...kpiPoints(assessment),
    ...gatePoints(engagement, assessment),
    ...planPoints(assessment),
    ...clientPoints(engagement, assessment),
    ...riskPoints(assessment),
    ...messagePoints(assessment),
  ];
}

function incidentPoints({ incidents }: Assessment): readonly string[] {
  return (incidents?.open ?? []).map(
    ({ id, title, priority }) => `Incident not resolved: ${title} (${id}, ${priority}).`,
  );
}

function kpiPoints({ kpis }: Assessment): readonly string[] {
  const wrong = (kpis?.results ?? []).filter(({ status }) => status === "red" || status === "amber");
  return [...wrong]
    .sort((a, b) => Number(b.status === "red") - Number(a.status === "red"))
    .map(({ kpi, status, value }) => {
      const text = isNoAnswer(value) ? "no answer" : kpiText(kpi, value);
      return `${KPI_WORDS[kpi].label} is ${status}: ${text}.`;
    });
}

function gatePoints({ lifecycle: record }: Engagement, { lifecycle }: Assessment): readonly string[] {
  // What was out of order in a phase that is over can be read with the phases; nobody can act on it.
  const isFinished = (phase: string): boolean =>
    lifecycle?.phases.some((standing) => standing.phase === phase && standing.status === "finished") ?? false;
  const gateOf = (id: string) => record?.gates?.find((gate) => gate.id === id);
  return [
    ...(lifecycle?.gates ?? []).flatMap(({ id, openConditions }) =>
      openConditions.map((condition) => `Gate ${id}: ${conditionText(gateOf(id), condition)}, not met yet.`),
    ),
    ...(lifecycle?.findings ?? [])
      .filter(({ phase }) => !isFinished(phase))
      .map(({ code, phase, on }) => `${phaseTitle(phase)}: ${reasonText(code)}, ${on}.`),
  ];
}

function planPoints({ plan }: Assessment): readonly string[] {
  return (plan?.late ?? []).map((id) => `Late: ${plan?.tasks.find((task) => task.id === id)?.title ?? id}.`);
}

function clientPoints({ client: record }: Engagement, { client }: Assessment): readonly string[] {
  const promise = (id: string): string => record?.expectations.find((one) => one.id === id)?.statement ?? id;
  return [
    ...(client?.expectations ?? [])
      .filter(({ standing }) => standing === "missed")
      .map(({ id }) => `Promise not kept: ${promise(id)} (${id}).`),
    ...(client?.overdueActions ?? []).map(
      ({ id, owner, daysLate }) => `Action ${id} of ${owner} is ${String(daysLate)} days late.`,
    ),
  ];
}

function riskPoints({ risks }: Assessment): readonly string[] {
  return (risks?.rows ?? [])
    .map(({ id, title, owner, flags }) => {
      const words = flags.filter((flag) => flag.endsWith("-overdue")).map(reasonText);
      return words.length === 0 ? "" : `Risk: ${title} (${id}, ${owner}): ${words.join(", ")}.`;
    })
    .filter((point) => point !== "");
}

function messagePoints({ communication }: Assessment): readonly string[] {
  return (communication?.messages ?? [])
    .filter(({ standing }) => standing === "overdue")
    .map(({ title, on }) => `Not sent: ${title}, due on ${on}.`);
}
