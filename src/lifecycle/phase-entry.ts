import { broken, contained, demandDay, demandOneOf } from "../foundation/guard/index.js";
import type { CivilDate } from "../foundation/time/index.js";
import { decisionOn, type Gate, type GateCondition } from "./gate.js";
import type { LifecycleRecord } from "./lifecycle-record.js";
import { PHASE_IDS, phaseIndex, type PhaseId } from "./phases.js";

/** What keeps a phase from starting. */
export const PHASE_BLOCKERS = [
  "already-started",
  "gate-missing",
  "gate-undecided",
  "gate-rejected",
  "conditions-overdue",
] as const;
/** What keeps a phase from starting. */
export type PhaseBlockerCode = (typeof PHASE_BLOCKERS)[number];

/** Something that keeps a phase from starting. */
export interface PhaseBlocker {
  /** What it is. */
  readonly code: PhaseBlockerCode;
  /** The phase it lies with: the one before, or the phase itself when it has started. */
  readonly phase: PhaseId;
  /** The gate, by id, where there is one. */
  readonly gateId?: string;
  /** Conditions of the gate's approval that are overdue, by id. */
  readonly conditionIds?: readonly string[];
}

/**
 * What keeps a phase from starting on a day. A phase may start when every gate of the phase before it is approved,
 * with or without conditions, and no condition is overdue; the first phase of a record may always start.
 *
 * The phase before is the nearest earlier one that the record has.
 *
 * @param record - phases and gates, as in `LifecycleRecord`
 * @param options - `phase`: which one is to start; `on`: the day
 * @returns what keeps it from starting; an empty list when nothing does
 * @throws DomainError `out-of-range` for a phase that is none of the seven, `invalid-date` for a day that does not exist
 * @throws DomainError `inconsistent` when the record does not have the phase
 *
 * @example
 * ```ts
 * import { checkPhaseEntry, parseLifecycleRecord } from "golive-kit/lifecycle";
 *
 * const record = parseLifecycleRecord({
 *   phases: [
 *     { phase: "testing", plannedStart: "2026-03-02", plannedFinish: "2026-03-27", actualStart: "2026-03-02" },
 *     { phase: "deployment", plannedStart: "2026-04-07", plannedFinish: "2026-04-10" },
 *   ],
 *   gates: [
 *     {
 *       id: "G-4",
 *       phase: "testing",
 *       criteria: [],
 *       decisions: [{ outcome: "rejected", on: "2026-03-30", byRole: "Sponsor", reason: "Two critical defects" }],
 *     },
 *   ],
 * });
 *
 * checkPhaseEntry(record, { phase: "deployment", on: "2026-04-07" });
 * // => [{ code: "gate-rejected", phase: "testing", gateId: "G-4" }]
 * ```
 */
export function checkPhaseEntry(
  record: LifecycleRecord,
  options: { readonly phase: PhaseId; readonly on: CivilDate },
): readonly PhaseBlocker[] {
  return contained("checkPhaseEntry", () => {
    const { on } = options;
    const phase = demandOneOf(options.phase, PHASE_IDS, "phase");
    demandDay(on, "on");
    const own = record.phases?.find((entry) => entry.phase === phase);
    if (own === undefined) throw broken("inconsistent", "phase", "a phase of the record", phase);
    const started = own.actualStart !== undefined && own.actualStart <= on;
    return [...(started ? [{ code: "already-started" as const, phase }] : []), ...gateBlockers(record, phase, on)];
  });
}

/**
 * What the gates say about the start of a phase on a day.
 *
 * @param record - phases and gates
 * @param phase - the phase that is to start
 * @param on - the day
 * @returns what the gates of the phase before have against it
 */
export function gateBlockers(record: LifecycleRecord, phase: PhaseId, on: CivilDate): readonly PhaseBlocker[] {
  const before = phaseBefore(record, phase);
  if (before === undefined) return [];
  const gates = record.gates?.filter((gate) => gate.phase === before) ?? [];
  if (gates.length === 0) return [{ code: "gate-missing", phase: before }];
  return gates.flatMap((gate) => gateBlocker(gate, on) ?? []);
}

/**
 * Conditions of the decision that holds on a day which are overdue by then, in its order.
 *
 * @param gate - the gate
 * @param on - the day
 * @returns the conditions
 */
export function overdueConditions(gate: Gate, on: CivilDate): readonly GateCondition[] {
  const decision = decisionOn(gate, on);
  if (decision?.outcome !== "conditional") return [];
  return decision.conditions.filter(({ due, metOn }) => due < on && (metOn === undefined || metOn > on));
}

function gateBlocker(gate: Gate, on: CivilDate): PhaseBlocker | undefined {
  const { id: gateId, phase } = gate;
  const decision = decisionOn(gate, on);
  if (decision === undefined) return { code: "gate-undecided", phase, gateId };
  if (decision.outcome === "rejected") return { code: "gate-rejected", phase, gateId };
  const conditionIds = overdueConditions(gate, on).map(({ id }) => id);
  return conditionIds.length === 0 ? undefined : { code: "conditions-overdue", phase, gateId, conditionIds };
}

function phaseBefore({ phases = [] }: LifecycleRecord, phase: PhaseId): PhaseId | undefined {
  const earlier = phases.map((entry) => phaseIndex(entry.phase)).filter((index) => index < phaseIndex(phase));
  return earlier.length === 0 ? undefined : PHASE_IDS[earlier.reduce((a, b) => Math.max(a, b))];
}
