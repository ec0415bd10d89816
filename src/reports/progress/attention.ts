import type { Assessment, Engagement } from "../../engagement/index.js";
import { reasonText } from "../text/quantity-text.js";
import { phaseTitle } from "./lifecycle-section.js";

/** What somebody has to look at, by part: each point names the record it speaks of. */
export function attentionPoints(engagement: Engagement, assessment: Assessment): readonly string[] {
  const { lifecycle, plan, risks, kpis, communication, client, incidents } = assessment;
  const title = (id: string): string => plan?.tasks.find((task) => task.id === id)?.title ?? id;
  // What was out of order in a phase that is over can be read with the phases; nobody can act on it.
  const isFinished = (phase: string): boolean =>
    lifecycle?.phases.some((standing) => standing.phase === phase && standing.status === "finished") ?? false;
  const promise = (id: string): string =>
    engagement.client?.expectations.find((expectation) => expectation.id === id)?.statement ?? id;
  return [
    ...(lifecycle?.findings ?? [])
      .filter(({ phase }) => !isFinished(phase))
      .map(
        ({ code, phase, on, itemIds }) =>
          `${phaseTitle(phase)}: ${reasonText(code)}${itemIds === undefined ? "" : ` (${itemIds.join(", ")})`}, ${on}.`,
      ),
    ...(lifecycle?.gates ?? [])
      .filter(({ openConditions }) => openConditions.length > 0)
      .map(({ id, openConditions }) => `Gate ${id} has open conditions: ${openConditions.join(", ")}.`),
    ...(plan?.late ?? []).map((id) => `Late: ${title(id)}.`),
    ...(risks?.rows ?? [])
      .filter(({ flags }) => flags.includes("review-overdue") || flags.includes("response-overdue"))
      .map(({ id, title: what, owner, flags }) => {
        const words = flags.filter((flag) => flag.endsWith("-overdue")).map(reasonText);
        return `Risk ${id}, ${what} (${owner}): ${words.join(", ")}.`;
      }),
    ...(kpis?.results ?? [])
      .filter(({ status }) => status === "red" || status === "amber")
      .map(({ kpi, status }) => `${kpi.charAt(0).toUpperCase()}${reasonText(kpi.slice(1))} is ${status}.`),
    ...(communication?.messages ?? [])
      .filter(({ standing }) => standing === "overdue")
      .map(({ title: what, on }) => `Not sent: ${what}, due on ${on}.`),
    ...(client?.expectations ?? [])
      .filter(({ standing }) => standing === "missed")
      .map(({ id }) => `Promise not kept: ${promise(id)} (${id}).`),
    ...(client?.overdueActions ?? []).map(
      ({ id, owner, daysLate }) => `Action ${id} (${owner}) is ${String(daysLate)} days late.`,
    ),
    ...(incidents?.open ?? []).map(
      ({ id, title: what, priority }) => `Incident ${id} is not resolved: ${what} (${priority}).`,
    ),
  ];
}
