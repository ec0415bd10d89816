import * as z from "zod";

import { contained } from "../foundation/guard/index.js";
import { list, listById, optional, parse, rule, schema } from "../foundation/schema/index.js";
import { Budget } from "./budget.js";
import { Gate } from "./gate.js";
import { Milestone } from "./milestone.js";
import { PhaseRecord } from "./phase-record.js";
import { ReadinessChecklist } from "./readiness-checklist.js";

/** Where a project stands in its life. Every part may be left out. */
export interface LifecycleRecord {
  /** The phases, each at most once; a project that needs fewer than seven leaves some out. */
  readonly phases?: readonly PhaseRecord[];
  /** The gates at the ends of the phases. */
  readonly gates?: readonly Gate[];
  /** The readiness checklist. */
  readonly readiness?: ReadinessChecklist;
  /** The milestones. */
  readonly milestones?: readonly Milestone[];
  /** The budgets, all of one currency. */
  readonly budgets?: readonly Budget[];
}

/** Reads a {@link LifecycleRecord}. */
export const LifecycleRecord: z.ZodType<LifecycleRecord> = /* @__PURE__ */ schema(() =>
  z
    .strictObject({
      phases: optional(list(PhaseRecord)),
      gates: optional(listById(Gate)),
      readiness: optional(ReadinessChecklist),
      milestones: optional(listById(Milestone)),
      budgets: optional(listById(Budget)),
    })
    .check(
      rule(({ phases, gates }: LifecycleRecord, report) => {
        if (phases === undefined) return;
        const seen = new Set<string>();
        phases.forEach(({ phase }, i) => {
          if (seen.has(phase))
            report("duplicate-id", ["phases", i, "phase"], "expected each phase once, received it twice");
          seen.add(phase);
        });
        gates?.forEach(({ phase }, i) => {
          if (!seen.has(phase)) report("unknown-reference", ["gates", i, "phase"], "expected a phase of this record");
        });
      }),
    ),
);

/**
 * Reads the lifecycle of a project from outside data.
 *
 * @param data - `{ phases?, gates?, readiness?, milestones?, budgets? }`
 * @returns the record, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault: dates that contradict each other, decisions out of
 *   order, a phase twice, a gate of a phase that is not in the record
 *
 * @example
 * ```ts
 * import { parseLifecycleRecord } from "golive-kit/lifecycle";
 *
 * const record = parseLifecycleRecord({
 *   phases: [{ phase: "testing", plannedStart: "2026-03-02", plannedFinish: "2026-03-27", owner: "Test lead" }],
 *   gates: [{ id: "G-4", phase: "testing", criteria: [{ id: "uat", title: "Acceptance tests passed" }], decisions: [] }],
 * });
 *
 * record.gates?.length; // => 1
 * ```
 */
export function parseLifecycleRecord(data: unknown): LifecycleRecord {
  return contained("lifecycle record", () => parse(LifecycleRecord, data, "lifecycle record"));
}
