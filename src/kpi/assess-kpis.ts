import { isNoAnswer, type NoAnswer, noAnswer } from "../foundation/errors/index.js";
import { type Figure, figure } from "../foundation/explain/index.js";
import { type CivilDate, contained, demandDay } from "../foundation/guard/index.js";
import { type Interval, responseRate, satisfaction, satisfactionSurvey } from "../foundation/statistics/index.js";
import { demandZone, endOfDay, type Instant, type TimeZone, type WorkingCalendar } from "../foundation/time/index.js";
import {
  type Budget,
  budgetOverrunRatio,
  judgeBudgets,
  judgeMilestones,
  type Milestone,
  onTimeDelivery,
  type ToleranceUnit,
} from "../lifecycle/index.js";
import { adoptionRate } from "./adoption-rate.js";
import { defectDensity } from "./defect-density.js";
import { defectRate } from "./defect-rate.js";
import { defectRemovalEfficiency } from "./defect-removal.js";
import {
  type AdoptionRecord,
  type DefectRecord,
  type Kpi,
  type KpiRecord,
  KPIS,
  type SurveyWave,
  type UptimeRecord,
} from "./kpi-record.js";
import { judgeKpi, type KpiRollUp, type KpiTarget, rollUpKpis } from "./kpi-target.js";
import type { ExcludedRecord, KpiFlag, KpiResult } from "./kpi-result.js";
import { measureAdoption } from "./measure-adoption.js";
import { measureDefects } from "./measure-defects.js";
import { measureUptime } from "./measure-uptime.js";
import { uptime } from "./uptime.js";

/** The KPIs of an engagement on one day; see {@link assessKpis}. */
export interface KpiAssessment {
  /** The six KPIs, in the order of `KPIS`. */
  readonly results: readonly KpiResult[];
  /** Their colours in one: the worst that is known, and how much is known. */
  readonly rollUp: KpiRollUp;
  /** The figures, each with what went in. */
  readonly figures: readonly Figure[];
}

/** What {@link assessKpis} needs beside the record. */
export interface AssessKpisOptions {
  /** Last day of which things are known, whole. What happened later is not seen. */
  readonly asOf: CivilDate;
  /** IANA zone in which instants become days. */
  readonly timeZone: TimeZone;
  /** Milestones of the project, for on-time delivery. */
  readonly milestones?: readonly Milestone[];
  /** Budgets of the project, for on-budget delivery. */
  readonly budgets?: readonly Budget[];
  /** Days after its due date in which a milestone still counts as in time: whole, 0 when left out. */
  readonly toleranceDays?: number;
  /** What the tolerance is counted in; `calendar` when left out. */
  readonly toleranceUnit?: ToleranceUnit;
  /** Counts working days; Monday to Friday without holidays when left out. */
  readonly calendar?: WorkingCalendar;
}

/** What a KPI needs, by KPI: said where it has no data. */
const NEEDS: Readonly<Record<Kpi, string>> = {
  "on-time-delivery": "milestones with the days they are due and were completed",
  "on-budget-delivery": "budgets with what was approved and spent",
  "client-satisfaction": "the answers of a satisfaction survey",
  "system-uptime": "a period with its outages and maintenance",
  "defect-rate": "the go-live and the defects reported since",
  "user-adoption": "the intended users and their use of the system",
};

/** The figure that gives a KPI's value. */
const FIGURES: Readonly<Record<Kpi, string>> = {
  "on-time-delivery": "lifecycle.on-time-delivery",
  "on-budget-delivery": "lifecycle.budget-overrun-ratio",
  "client-satisfaction": "statistics.satisfaction",
  "system-uptime": "kpi.uptime",
  "defect-rate": "kpi.defect-rate",
  "user-adoption": "kpi.adoption-rate",
};

/**
 * Works out the six KPIs of an engagement as they stood at the end of a day, and
 * holds them against their targets. One without records says what it would need;
 * nothing is guessed and nothing is left out.
 *
 * @param record - targets and observations, as `parseKpiRecord` reads them
 * @param options - `asOf`, `timeZone`, and the project's `milestones` with their tolerance, its `budgets` and its `calendar`, where they are known
 * @returns six results in the order of `KPIS`, their colours in one, and the figures; the order of the records makes no difference
 * @throws DomainError `invalid-date` when `asOf` is no day, `out-of-range` when the zone is unknown
 * @throws DomainError as the measurements throw, for records that were not read by `parseKpiRecord`
 *
 * @example
 * ```ts
 * import { assessKpis, parseKpiRecord } from "golive-kit/kpi";
 *
 * const record = parseKpiRecord({
 *   targets: [{ kpi: "defect-rate", target: { direction: "lower-is-better", green: 0.2, amber: 0.5 } }],
 *   defects: { reports: [{ id: "D-1", foundOn: "2026-04-02" }], goLive: "2026-04-01", windowDays: 90 },
 * });
 * const { results, rollUp } = assessKpis(record, { asOf: "2026-04-10", timeZone: "Europe/Berlin" });
 *
 * results.map(({ kpi, status }) => `${kpi} ${status}`)[4]; // => "defect-rate green"
 * results[3]?.needs; // => "a period with its outages and maintenance"
 * rollUp.counts; // => { green: 1, amber: 0, red: 0, unknown: 5 }
 * ```
 */
export function assessKpis(record: KpiRecord, options: AssessKpisOptions): KpiAssessment {
  return contained("assessKpis", () => {
    const { asOf, timeZone } = options;
    demandDay(asOf, "asOf");
    demandZone(timeZone, "timeZone");
    const { satisfaction: waves, uptime: system, defects, adoption } = record;
    const observed: Readonly<Record<Kpi, Observed | undefined>> = {
      "on-time-delivery": options.milestones && observeMilestones(options.milestones, options),
      "on-budget-delivery": options.budgets && observeBudgets(options.budgets, asOf),
      "client-satisfaction": waves && observeSatisfaction(waves, asOf),
      "system-uptime": system && observeUptime(system, endOfDay(asOf, timeZone)),
      "defect-rate": defects && observeDefects(defects, asOf),
      "user-adoption": adoption && observeAdoption(adoption, asOf, timeZone),
    };
    const targets = new Map(record.targets.map(({ kpi, target }) => [kpi, target]));
    const results = KPIS.map((kpi) => resultOf(kpi, observed[kpi], targets.get(kpi)));
    return {
      results,
      rollUp: rollUpKpis(results.map(({ status }) => status)),
      figures: KPIS.flatMap((kpi) => observed[kpi]?.figures ?? []),
    };
  });
}

/** What one KPI was measured as. */
interface Observed {
  readonly figures: readonly Figure[];
  readonly value: number | NoAnswer;
  readonly n: number;
  readonly ratio?: { readonly numerator: number; readonly denominator: number };
  readonly interval?: Interval;
  readonly flags?: readonly KpiFlag[];
  readonly counted: readonly string[];
  readonly excluded: readonly ExcludedRecord[];
}

function observeMilestones(milestones: readonly Milestone[], options: AssessKpisOptions): Observed {
  const { byStanding, onTimeDelivery: value } = judgeMilestones(milestones, options);
  const onTime = byStanding["on-time"];
  const { late } = byStanding;
  const excluded = (["pending", "not-due", "cancelled"] as const).flatMap((reason) =>
    byStanding[reason].map((id) => ({ id, reason })),
  );
  const judged = onTime.length + late.length;
  return {
    figures: [figure(onTimeDelivery, { onTime: onTime.length, late: late.length })],
    value,
    n: judged,
    ratio: { numerator: onTime.length, denominator: judged },
    counted: [...onTime, ...late],
    excluded,
  };
}

/** All budgets together: the mean of their ratios would let a small one outvote a large one. */
function observeBudgets(budgets: readonly Budget[], asOf: CivilDate): Observed {
  const { total } = judgeBudgets(budgets, { asOf });
  const counted = budgets.map(({ id }) => id);
  if (isNoAnswer(total)) return { figures: [], value: total, n: 0, counted, excluded: [] };
  const { approvedBudget, actualCost } = total;
  return {
    figures: [figure(budgetOverrunRatio, { approvedBudget, actualCost })],
    value: total.overrunRatio,
    n: budgets.length,
    counted,
    excluded: [],
  };
}

function observeSatisfaction(waves: readonly SurveyWave[], asOf: CivilDate): Observed | undefined {
  let newest: SurveyWave | undefined;
  for (const wave of waves) {
    if (wave.on > asOf) continue;
    if (newest === undefined || wave.on > newest.on || (wave.on === newest.on && wave.id > newest.id)) newest = wave;
  }
  if (newest === undefined) return undefined;
  const { id, answers } = newest;
  const survey = satisfactionSurvey(answers);
  const { satisfied, answered } = survey;
  const rate = answers.invited === undefined ? [] : [figure(responseRate, { answered, invited: answers.invited }, id)];
  return {
    figures: [figure(satisfaction, { satisfied, answered }, id), ...rate],
    value: survey.satisfaction,
    n: answered,
    ratio: { numerator: satisfied, denominator: answered },
    ...(isNoAnswer(survey.interval) ? {} : { interval: survey.interval }),
    counted: [id],
    excluded: waves
      .filter((wave) => wave.id !== id)
      .map((wave) => ({ id: wave.id, reason: wave.on > asOf ? "after-as-of" : "superseded" })),
  };
}

function observeUptime(record: UptimeRecord, asOf: Instant): Observed {
  const measured = measureUptime({ ...record, asOf });
  const { measuredSeconds, downtimeSeconds } = measured;
  const idAt = (place: number): string => record.outages[place]?.id ?? "";
  return {
    figures: [figure(uptime, { measuredSeconds, downtimeSeconds })],
    value: measured.uptime,
    n: measured.counted.length,
    ratio: { numerator: measured.uptimeSeconds, denominator: measuredSeconds },
    flags: measured.partial ? ["partial"] : [],
    counted: measured.counted.map(idAt),
    excluded: measured.uncounted.map(({ place, reason }) => ({ id: idAt(place), reason })),
  };
}

function observeDefects({ reports, goLive, windowDays, size }: DefectRecord, asOf: CivilDate): Observed {
  const sized = size === undefined ? {} : { size };
  const measured = measureDefects({ defects: reports, goLive, windowDays, asOf, ...sized });
  const { before, after, exposureDays } = measured;
  const released = exposureDays > 0;
  return {
    figures: [
      figure(defectRate, { defects: after, exposureDays }),
      ...(released ? [figure(defectRemovalEfficiency, { before, after })] : []),
      ...(size === undefined ? [] : [figure(defectDensity, { defects: before + after, size })]),
    ],
    value: measured.rate,
    n: after,
    ratio: { numerator: after, denominator: exposureDays },
    flags: measured.windowComplete ? [] : ["provisional"],
    counted: measured.idsAfter,
    excluded: [...measured.idsBefore.map((id) => ({ id, reason: "before-go-live" })), ...measured.uncounted],
  };
}

function observeAdoption(record: AdoptionRecord, asOf: CivilDate, timeZone: TimeZone): Observed {
  const measured = measureAdoption({ ...record, asOf, timeZone });
  const { active, intended } = measured;
  const begun = !isNoAnswer(measured.rate) || measured.rate.reason !== "not-begun";
  return {
    // Before the window there is nothing to explain.
    figures: begun ? [figure(adoptionRate, { active, intended })] : [],
    value: measured.rate,
    n: intended,
    ratio: { numerator: active, denominator: intended },
    flags: measured.partial ? ["partial"] : [],
    counted: measured.counted,
    excluded: measured.uncounted,
  };
}

function resultOf(kpi: Kpi, observed: Observed | undefined, target: KpiTarget | undefined): KpiResult {
  const figure = FIGURES[kpi];
  if (observed === undefined) {
    const value = noAnswer("no-data");
    const trace = { counted: [], excluded: [] };
    return { kpi, figure, value, n: 0, status: "unknown", reason: value.reason, needs: NEEDS[kpi], flags: [], trace };
  }
  const { value, n, ratio, interval, flags = [] } = observed;
  const reason = isNoAnswer(value) ? value.reason : target === undefined ? "no-target" : undefined;
  return {
    kpi,
    figure,
    value,
    n,
    ...ratio,
    status: isNoAnswer(value) || target === undefined ? "unknown" : judgeKpi(value, target),
    ...(reason === undefined ? {} : { reason }),
    ...(interval === undefined ? {} : { interval }),
    flags,
    trace: {
      counted: [...observed.counted].sort(),
      excluded: [...observed.excluded].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)),
    },
  };
}
