import type { Figure } from "../foundation/explain/index.js";
import { contained, demandDay } from "../foundation/guard/index.js";
import { type CivilDate, prepareCalendar, STANDARD_WEEK } from "../foundation/time/index.js";
import { assessReadiness, type ReadinessAssessment } from "./assess-readiness.js";
import { type BudgetJudgement, judgeBudgets, type JudgeBudgetsOptions } from "./judge-budgets.js";
import { judgeMilestones, type JudgeMilestonesOptions, type MilestoneJudgement } from "./judge-milestones.js";
import type { LifecycleRecord } from "./lifecycle-record.js";
import { milestoneSlippage, type MilestoneSlippage } from "./milestone-slippage.js";
import {
  gateStanding,
  type GateStanding,
  lifecycleFindings,
  type LifecycleFinding,
  phaseStanding,
  type PhaseStanding,
} from "./phase-standing.js";
import { phaseIndex } from "./phases.js";

/** How to assess a lifecycle; tolerances are those of `judgeMilestones` and `judgeBudgets`. */
export type AssessLifecycleOptions = JudgeMilestonesOptions & JudgeBudgetsOptions;

/** Where a project stands in its life. */
export interface LifecycleAssessment {
  /** The day it speaks of. */
  readonly asOf: CivilDate;
  /** The phases of the record, in the order of the seven. */
  readonly phases: readonly PhaseStanding[];
  /** The gates, in the order of their phases. */
  readonly gates: readonly GateStanding[];
  /** What is out of order, by phase. */
  readonly findings: readonly LifecycleFinding[];
  /** Readiness, where the record has a checklist. */
  readonly readiness?: ReadinessAssessment;
  /** Milestones, where the record has them. */
  readonly milestones?: MilestoneJudgement;
  /** How late the milestones are. */
  readonly slippage?: MilestoneSlippage;
  /** Budgets, where the record has them. */
  readonly budgets?: BudgetJudgement;
  /** The figures of all parts, each with what went in. */
  readonly figures: readonly Figure[];
}

/**
 * Says where a project stands at the end of a day: its phases and gates, what is out of order, readiness, milestones
 * and budgets. What happened later is not seen.
 *
 * @param record - as `parseLifecycleRecord` reads it
 * @param options - `asOf`, and as far as they matter `calendar`, `timeZone`, `toleranceDays`, `toleranceUnit`,
 *   `population`, `toleranceRatio`, `zeroBudgets`
 * @returns the standing of each part that the record has, and the figures
 * @throws DomainError as `judgeMilestones`, `judgeBudgets` and `assessReadiness` do
 *
 * @example
 * ```ts
 * import { assessLifecycle, parseLifecycleRecord } from "golive-kit/lifecycle";
 *
 * const record = parseLifecycleRecord({
 *   phases: [
 *     { phase: "testing", plannedStart: "2026-03-02", plannedFinish: "2026-03-27", actualStart: "2026-03-04" },
 *     { phase: "deployment", plannedStart: "2026-04-07", plannedFinish: "2026-04-10", actualStart: "2026-04-07" },
 *   ],
 *   gates: [{ id: "G-4", phase: "testing", criteria: [], decisions: [] }],
 *   milestones: [{ id: "M-1", title: "Tests passed", due: "2026-03-27", status: "open" }],
 * });
 * const { phases, findings, figures } = assessLifecycle(record, { asOf: "2026-04-08" });
 *
 * phases.map(({ status }) => status); // => ["in-progress", "in-progress"]
 * findings.map(({ phase, code }) => `${phase}: ${code}`);
 * // => ["testing: finish-overdue", "deployment: started-without-gate"]
 * figures.map(({ id, value }) => [id, value]); // => [["lifecycle.on-time-delivery", 0]]
 * ```
 */
export function assessLifecycle(record: LifecycleRecord, options: AssessLifecycleOptions): LifecycleAssessment {
  return contained("assessLifecycle", () => {
    const { asOf } = options;
    demandDay(asOf, "asOf");
    const calendar = prepareCalendar(options.calendar ?? STANDARD_WEEK);
    const { phases = [], gates = [], milestones, budgets } = record;
    const dated = { ...options, calendar };

    const readiness = record.readiness === undefined ? undefined : assessReadiness(record.readiness, { asOf });
    const judged = milestones === undefined ? undefined : judgeMilestones(milestones, dated);
    const spent = budgets === undefined ? undefined : judgeBudgets(budgets, options);
    const byPhase = (a: Pick<PhaseStanding, "phase">, b: Pick<PhaseStanding, "phase">): number =>
      phaseIndex(a.phase) - phaseIndex(b.phase);
    return {
      asOf,
      phases: phases.map((phase) => phaseStanding(phase, asOf, calendar)).sort(byPhase),
      gates: gates.map((gate) => gateStanding(gate, asOf)).sort(byPhase),
      findings: lifecycleFindings(record, asOf),
      ...(readiness === undefined ? {} : { readiness }),
      ...(judged === undefined ? {} : { milestones: judged }),
      ...(milestones === undefined ? {} : { slippage: milestoneSlippage(milestones, dated) }),
      ...(spent === undefined ? {} : { budgets: spent }),
      figures: [...(judged?.figures ?? []), ...(spent?.figures ?? []), ...(readiness?.figures ?? [])],
    };
  });
}
