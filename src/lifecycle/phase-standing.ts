import { demandDay } from "../foundation/guard/index.js";
import type { CivilDate, PreparedCalendar } from "../foundation/time/index.js";
import { decisionOn, type Gate, type GateDecision } from "./gate.js";
import type { LifecycleRecord } from "./lifecycle-record.js";
import { gateBlockers, overdueConditions, type PhaseBlocker } from "./phase-entry.js";
import type { PhaseRecord } from "./phase-record.js";
import { phaseIndex, type PhaseId } from "./phases.js";
import { daysBehind, type Slippage } from "./slippage.js";

/** Where a phase stands on a day. */
export interface PhaseStanding {
  /** The phase. */
  readonly phase: PhaseId;
  /** Where it stands. */
  readonly status: "not-started" | "in-progress" | "finished";
  /** First and last day, as planned. */
  readonly planned: { readonly start: CivilDate; readonly finish: CivilDate };
  /** First and last day, as far as known. */
  readonly actual: { readonly start?: CivilDate; readonly finish?: CivilDate };
  /** How late it started; only when it has. */
  readonly startSlippage?: Slippage;
  /** How late it finished; only when it has. */
  readonly finishSlippage?: Slippage;
  /** Who answers for it. */
  readonly owner?: string;
}

/** Where a gate stands on a day. */
export interface GateStanding {
  /** The gate, by its id. */
  readonly id: string;
  /** The phase that it closes. */
  readonly phase: PhaseId;
  /** What was decided last; `undecided` before the first decision. */
  readonly outcome: GateDecision["outcome"] | "undecided";
  /** Day of that decision. */
  readonly decidedOn?: CivilDate;
  /** Criteria that hold, by id. */
  readonly met: readonly string[];
  /** Criteria that do not, by id. */
  readonly unmet: readonly string[];
  /** Conditions of the decision that are still open, by id. */
  readonly openConditions: readonly string[];
}

/** What is out of order in a lifecycle. */
export const LIFECYCLE_FINDINGS = [
  "started-without-gate",
  "approved-with-unmet-criteria",
  "conditions-overdue",
  "start-overdue",
  "finish-overdue",
] as const;
/** What is out of order in a lifecycle. */
export type LifecycleFindingCode = (typeof LIFECYCLE_FINDINGS)[number];

/** Something that is out of order. */
export interface LifecycleFinding {
  /** What it is. */
  readonly code: LifecycleFindingCode;
  /** The phase that it concerns. */
  readonly phase: PhaseId;
  /** Day on which it happened, or by which it should have; of several overdue conditions the earliest due. */
  readonly on: CivilDate;
  /** The gate, by id, where it concerns one. */
  readonly gateId?: string;
  /** Why a start was not allowed. */
  readonly blockers?: readonly PhaseBlocker[];
  /** Criteria or conditions concerned, by id. */
  readonly itemIds?: readonly string[];
}

/**
 * Where a phase stands at the end of a day.
 *
 * @param record - the phase
 * @param asOf - the day
 * @param calendar - counts working days
 * @returns status, dates as far as known, and slippage
 */
export function phaseStanding(record: PhaseRecord, asOf: CivilDate, calendar: PreparedCalendar): PhaseStanding {
  const { phase, plannedStart, plannedFinish, owner } = record;
  const start = seen(record.actualStart, asOf);
  const finish = seen(record.actualFinish, asOf);
  const behind = (planned: CivilDate, actual: CivilDate): Slippage =>
    daysBehind(demandDay(planned, "planned"), demandDay(actual, "actual"), calendar);
  return {
    phase,
    status: finish !== undefined ? "finished" : start !== undefined ? "in-progress" : "not-started",
    planned: { start: plannedStart, finish: plannedFinish },
    actual: { ...(start === undefined ? {} : { start }), ...(finish === undefined ? {} : { finish }) },
    ...(start === undefined ? {} : { startSlippage: behind(plannedStart, start) }),
    ...(finish === undefined ? {} : { finishSlippage: behind(plannedFinish, finish) }),
    ...(owner === undefined ? {} : { owner }),
  };
}

/**
 * Where a gate stands at the end of a day.
 *
 * @param gate - the gate
 * @param asOf - the day
 * @returns outcome, criteria and conditions as of that day
 */
export function gateStanding(gate: Gate, asOf: CivilDate): GateStanding {
  const { id, phase } = gate;
  const decision = decisionOn(gate, asOf);
  const unmet = unmetCriteria(gate, asOf);
  const conditions = decision?.outcome === "conditional" ? decision.conditions : [];
  return {
    id,
    phase,
    outcome: decision?.outcome ?? "undecided",
    ...(decision === undefined ? {} : { decidedOn: decision.on }),
    met: gate.criteria.map((criterion) => criterion.id).filter((criterion) => !unmet.includes(criterion)),
    unmet,
    openConditions: conditions.filter(({ metOn }) => seen(metOn, asOf) === undefined).map((condition) => condition.id),
  };
}

/**
 * Everything that is out of order at the end of a day, by phase, and by code in the order of `LIFECYCLE_FINDINGS`.
 *
 * @param record - phases and gates
 * @param asOf - the day
 * @returns the findings
 */
export function lifecycleFindings(record: LifecycleRecord, asOf: CivilDate): readonly LifecycleFinding[] {
  const { phases = [], gates = [] } = record;
  const found: LifecycleFinding[] = [];
  for (const entry of phases) {
    const { phase, plannedStart, plannedFinish } = entry;
    const start = seen(entry.actualStart, asOf);
    const blockers = start === undefined ? [] : gateBlockers(record, phase, start);
    if (start !== undefined && blockers.length > 0) {
      found.push({ code: "started-without-gate", phase, on: start, blockers });
    }
    if (start === undefined && plannedStart < asOf) found.push({ code: "start-overdue", phase, on: plannedStart });
    if (seen(entry.actualFinish, asOf) === undefined && plannedFinish < asOf) {
      found.push({ code: "finish-overdue", phase, on: plannedFinish });
    }
  }
  for (const gate of gates) {
    const { id: gateId, phase } = gate;
    const decision = decisionOn(gate, asOf);
    if (decision === undefined) continue;
    const unmet = unmetCriteria(gate, decision.on);
    if (decision.outcome === "approved" && unmet.length > 0) {
      found.push({ code: "approved-with-unmet-criteria", phase, on: decision.on, gateId, itemIds: unmet });
    }
    const overdue = overdueConditions(gate, asOf);
    const [first] = overdue.map(({ due }) => due).sort();
    if (first !== undefined) {
      found.push({ code: "conditions-overdue", phase, on: first, gateId, itemIds: overdue.map((one) => one.id) });
    }
  }
  const rank = ({ code }: LifecycleFinding): number => LIFECYCLE_FINDINGS.indexOf(code);
  return found.sort((a, b) => phaseIndex(a.phase) - phaseIndex(b.phase) || rank(a) - rank(b));
}

function unmetCriteria({ criteria }: Gate, on: CivilDate): readonly string[] {
  return criteria.filter(({ metOn }) => seen(metOn, on) === undefined).map(({ id }) => id);
}

/** What happened later is not seen. Days as text of one length are in the order of time. */
function seen(day: CivilDate | undefined, asOf: CivilDate): CivilDate | undefined {
  return day === undefined || day > asOf ? undefined : day;
}
