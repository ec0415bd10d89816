import { Decimal, decimalOfNumber, numberOf } from "../foundation/decimal/index.js";
import { DomainError, type NoAnswer } from "../foundation/errors/index.js";
import { type Figure, figure } from "../foundation/explain/index.js";
import {
  broken,
  contained,
  demandAtLeast,
  demandDay,
  demandList,
  demandOneOf,
  demandText,
} from "../foundation/guard/index.js";
import type { CivilDate } from "../foundation/time/index.js";
import {
  READINESS_STATUSES,
  type ReadinessChecklist,
  type ReadinessItem,
  type ReadinessStatus,
} from "./readiness-checklist.js";
import { readiness, type ReadinessInput } from "./readiness.js";

/** Whether a project may go on. */
export type ReadinessVerdict = "go" | "conditional" | "no-go";

/** Why a verdict is not go. */
export const READINESS_REASONS = ["nothing-applies", "mandatory-open", "optional-open", "evidence-missing"] as const;
/** Why a verdict is not go. */
export type ReadinessReasonCode = (typeof READINESS_REASONS)[number];

/** A reason, and the items that give it. */
export interface ReadinessReason {
  /** The reason. */
  readonly code: ReadinessReasonCode;
  /** The items, by id, in the order of the checklist. */
  readonly itemIds: readonly string[];
}

/** A checklist, assessed. */
export interface ReadinessAssessment {
  /** Whether the project may go on. */
  readonly verdict: ReadinessVerdict;
  /** Why it is not go; empty when it is. */
  readonly reasons: readonly ReadinessReason[];
  /** Weight done per weight that applies; see `readiness`. */
  readonly readiness: number | NoAnswer<"nothing-applies">;
  /** Items that apply. */
  readonly applicableCount: number;
  /** Items that are done. */
  readonly doneCount: number;
  /** Whether every mandatory item is done or does not apply. */
  readonly gatePassed: boolean;
  /** Mandatory items that are neither, by id. */
  readonly blocking: readonly string[];
  /** The figure with what went in. */
  readonly figures: readonly Figure[];
}

/**
 * Answers whether a project is ready: go, conditional or no-go.
 *
 * No-go: a mandatory item is open, or no item applies. Conditional: the mandatory ones are done, but an optional one is
 * open or a mandatory one is done without evidence. Go: neither. How much is done is told by `readiness`, and decides
 * nothing.
 *
 * @param checklist - items, as in `ReadinessItem`; weights are numbers of zero or above
 * @param options - `asOf`: what was done later counts as in progress
 * @returns the verdict with its reasons, the share that is done, counts, and the figure
 * @throws DomainError `duplicate-id` at the second of two ids, `out-of-range` for a weight below zero or an unknown status
 * @throws DomainError `inconsistent` for an item with `doneOn` that is not done, `invalid-date` for a day that does not exist
 *
 * @example
 * ```ts
 * import { assessReadiness } from "golive-kit/lifecycle";
 *
 * const { verdict, reasons, readiness } = assessReadiness(
 *   [
 *     { id: "testing", mandatory: true, weight: 3, status: "done", evidence: "Report 14" },
 *     { id: "user-training", mandatory: true, weight: 1, status: "in-progress" },
 *   ],
 *   { asOf: "2026-03-31" },
 * );
 *
 * verdict; // => "no-go"
 * reasons; // => [{ code: "mandatory-open", itemIds: ["user-training"] }]
 * readiness; // => 0.75
 * ```
 */
export function assessReadiness(
  checklist: ReadinessChecklist,
  options: { readonly asOf: CivilDate },
): ReadinessAssessment {
  return contained("assessReadiness", () => {
    const items = readItems(checklist, demandDay(options.asOf, "asOf"));
    const applicable = items.filter(({ status }) => status !== "not-applicable");
    const done = applicable.filter(({ status }) => status === "done");
    const open = applicable.filter(({ status }) => status !== "done");
    const blocking = idsOf(open.filter(({ mandatory }) => mandatory));
    const reasons: readonly ReadinessReason[] = [
      { code: "mandatory-open" as const, itemIds: blocking },
      { code: "optional-open" as const, itemIds: idsOf(open.filter(({ mandatory }) => !mandatory)) },
      {
        code: "evidence-missing" as const,
        itemIds: idsOf(done.filter(({ mandatory, evidence }) => mandatory && evidence === undefined)),
      },
    ].filter(({ itemIds }) => itemIds.length > 0);
    const input = { doneWeight: weightOf(done), applicableWeight: weightOf(applicable) };
    const nothing: readonly ReadinessReason[] =
      applicable.length === 0 ? [{ code: "nothing-applies", itemIds: idsOf(items) }] : [];
    const closed = blocking.length > 0 || nothing.length > 0;
    return {
      verdict: closed ? "no-go" : reasons.length > 0 ? "conditional" : "go",
      reasons: [...nothing, ...reasons],
      readiness: readiness(input),
      applicableCount: applicable.length,
      doneCount: done.length,
      gatePassed: blocking.length === 0,
      blocking,
      figures: [figure<ReadinessInput, number | NoAnswer<"nothing-applies">>(readiness, input)],
    };
  });
}

interface Standing extends ReadinessItem {
  /** As it was at the end of the day. */
  readonly status: ReadinessStatus;
}

function readItems(checklist: ReadinessChecklist, asOf: number): readonly Standing[] {
  const seen = new Set<string>();
  return demandList(checklist, "checklist").map((item, i) => {
    const at = ["checklist", i];
    const id = demandText(item.id, "id", [...at, "id"]);
    if (seen.has(id)) throw new DomainError("duplicate-id", { subject: "checklist", path: [...at, "id"], id });
    seen.add(id);
    demandAtLeast(item.weight, 0, "weight", [...at, "weight"]);
    const status = demandOneOf(item.status, READINESS_STATUSES, "status", [...at, "status"]);
    if (item.doneOn === undefined) return item;
    const path = [...at, "doneOn"];
    const doneOn = demandDay(item.doneOn, "doneOn", path);
    if (status !== "done")
      throw broken("inconsistent", "doneOn", "nothing for an item that is not done", item.doneOn, path);
    return doneOn <= asOf ? item : { ...item, status: "in-progress" as const };
  });
}

function idsOf(items: readonly ReadinessItem[]): readonly string[] {
  return items.map(({ id }) => id);
}

/** In decimals: 0.1 and 0.2 are 0.3. */
function weightOf(items: readonly ReadinessItem[]): number {
  const sum = items.reduce((total, { weight }) => total.plus(decimalOfNumber(weight, "weight")), new Decimal(0));
  return numberOf(sum, "weight");
}
