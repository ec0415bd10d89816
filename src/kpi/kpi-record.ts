import * as z from "zod";

import { contained } from "../foundation/guard/index.js";
import { CivilDate, Id, list, listById, optional, parse, Positive, rule, schema } from "../foundation/schema/index.js";
import { SatisfactionAnswers } from "../foundation/statistics/index.js";
import { demandInstant, Instant, Period } from "../foundation/time/index.js";
import { KpiTarget } from "./kpi-target.js";
import type { IntendedUser, UsageEvent } from "./measure-adoption.js";
import { type Defect, UNCOUNTED_RESOLUTIONS } from "./measure-defects.js";
import { MAINTENANCE_POLICIES, type MaintenancePolicy } from "./measure-uptime.js";
import type { UptimePeriod, UptimeSpan } from "./uptime-spans.js";

/** The six key performance indicators of an engagement, in the order of reports. */
export const KPIS = [
  "on-time-delivery",
  "on-budget-delivery",
  "client-satisfaction",
  "system-uptime",
  "defect-rate",
  "user-adoption",
] as const;
/** One of the six key performance indicators. */
export type Kpi = (typeof KPIS)[number];

/** The target of one KPI. */
export interface TargetOfKpi {
  /** Which KPI. */
  readonly kpi: Kpi;
  /** Its limits, in the KPI's own unit: ratios, and defects a day for the defect rate. */
  readonly target: KpiTarget;
}

/** An outage of the system. */
export interface Outage extends UptimeSpan {
  /** Its id. */
  readonly id: string;
}

/** A satisfaction survey. */
export interface SurveyWave {
  /** Its id. */
  readonly id: string;
  /** Day on which it closed. */
  readonly on: CivilDate;
  /** What was answered. */
  readonly answers: SatisfactionAnswers;
}

/** What the uptime of an engagement is measured from. */
export interface UptimeRecord {
  /** The period that is judged. */
  readonly period: UptimePeriod;
  /** Outages in and around it. */
  readonly outages: readonly Outage[];
  /** Planned maintenance. */
  readonly maintenance: readonly UptimeSpan[];
  /** What maintenance means for uptime. */
  readonly maintenancePolicy: MaintenancePolicy;
}

/** What the defect rate of an engagement is measured from. */
export interface DefectRecord {
  /** Reports of defects. */
  readonly reports: readonly Defect[];
  /** First day live. */
  readonly goLive: CivilDate;
  /** Days after it in which defects count, the first one included; above zero. */
  readonly windowDays: number;
  /** Size of what was delivered, above zero, for the density; absent when it is not known. */
  readonly size?: number;
}

/** What the user adoption of an engagement is measured from. */
export interface AdoptionRecord {
  /** People the system is meant for. */
  readonly users: readonly IntendedUser[];
  /** Uses of the system. */
  readonly events: readonly UsageEvent[];
  /** Days that are looked at: `from` is the first, `to` the day after the last. */
  readonly window: Period;
}

/** Targets and observations of an engagement's KPIs. On-time and on-budget delivery come from its milestones and budgets. */
export interface KpiRecord {
  /** Targets, at most one a KPI. */
  readonly targets: readonly TargetOfKpi[];
  /** Surveys on satisfaction; absent when there are none. */
  readonly satisfaction?: readonly SurveyWave[];
  /** Absent when uptime is not recorded. */
  readonly uptime?: UptimeRecord;
  /** Absent when defects are not recorded. */
  readonly defects?: DefectRecord;
  /** Absent when use is not recorded. */
  readonly adoption?: AdoptionRecord;
}

const OutageShape: z.ZodType<Outage> = /* @__PURE__ */ schema(() =>
  z.strictObject({ id: Id, start: Instant, end: optional(Instant) }).check(rule(ordered)),
);

const SpanShape: z.ZodType<UptimeSpan> = /* @__PURE__ */ schema(() =>
  z.strictObject({ start: Instant, end: optional(Instant) }).check(rule(ordered)),
);

const UptimeShape: z.ZodType<UptimeRecord> = /* @__PURE__ */ schema(() =>
  z.strictObject({
    period: z.strictObject({ start: Instant, end: Instant }).check(
      rule(({ start, end }: UptimePeriod, report) => {
        if (demandInstant(end, "end") <= demandInstant(start, "start")) {
          report("inconsistent", ["end"], "expected an instant after start");
        }
      }),
    ),
    outages: listById(OutageShape),
    maintenance: list(SpanShape),
    maintenancePolicy: z.enum(MAINTENANCE_POLICIES),
  }),
);

const DefectShape: z.ZodType<Defect> = /* @__PURE__ */ schema(() =>
  z.strictObject({
    id: Id,
    foundOn: CivilDate,
    resolution: optional(z.enum(UNCOUNTED_RESOLUTIONS)),
  }),
);

const DefectsShape: z.ZodType<DefectRecord> = /* @__PURE__ */ schema(() =>
  z.strictObject({
    reports: listById(DefectShape),
    goLive: CivilDate,
    windowDays: z.int().min(1),
    size: optional(Positive),
  }),
);

const UserShape: z.ZodType<IntendedUser> = /* @__PURE__ */ schema(() =>
  z.strictObject({ id: Id, from: CivilDate, to: optional(CivilDate) }).check(
    rule(({ from, to }: IntendedUser, report) => {
      if (to !== undefined && to < from) report("inconsistent", ["to"], "expected a day not before from");
    }),
  ),
);

const AdoptionShape: z.ZodType<AdoptionRecord> = /* @__PURE__ */ schema(() =>
  z.strictObject({
    users: listById(UserShape),
    events: list(z.strictObject({ user: Id, at: Instant })),
    window: Period.check(
      rule(({ from, to }: Period, report) => {
        if (to === from) report("inconsistent", ["to"], "expected a day after from");
      }),
    ),
  }),
);

const TargetShape: z.ZodType<TargetOfKpi> = /* @__PURE__ */ schema(() =>
  z.strictObject({ kpi: z.enum(KPIS), target: KpiTarget }),
);

const WaveShape: z.ZodType<SurveyWave> = /* @__PURE__ */ schema(() =>
  z.strictObject({ id: Id, on: CivilDate, answers: SatisfactionAnswers }),
);

/** Reads a {@link KpiRecord}. */
export const KpiRecord: z.ZodType<KpiRecord> = /* @__PURE__ */ schema(() =>
  z.strictObject({
    targets: list(TargetShape).check(
      rule((targets: readonly TargetOfKpi[], report) => {
        const seen = new Set<Kpi>();
        targets.forEach(({ kpi }, i) => {
          if (seen.has(kpi)) report("duplicate-id", [i, "kpi"], "expected each KPI once, received it twice");
          seen.add(kpi);
        });
      }),
    ),
    satisfaction: optional(listById(WaveShape)),
    uptime: optional(UptimeShape),
    defects: optional(DefectsShape),
    adoption: optional(AdoptionShape),
  }),
);

/**
 * Reads targets and observations of an engagement's KPIs from outside data.
 *
 * @param data - an object as in {@link KpiRecord}
 * @returns the record, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault: ids twice, times that end before they start, limits in the wrong order
 *
 * @example
 * ```ts
 * import { parseKpiRecord } from "golive-kit/kpi";
 *
 * const record = parseKpiRecord({
 *   targets: [{ kpi: "defect-rate", target: { direction: "lower-is-better", green: 0.2, amber: 0.5 } }],
 *   defects: { reports: [{ id: "D-1", foundOn: "2026-04-02" }], goLive: "2026-04-01", windowDays: 90 },
 * });
 *
 * record.targets.length; // => 1
 * ```
 */
export function parseKpiRecord(data: unknown): KpiRecord {
  return contained("KPI record", () => parse(KpiRecord, data, "KPI record"));
}

function ordered({ start, end }: UptimeSpan, report: Parameters<Parameters<typeof rule<UptimeSpan>>[0]>[1]): void {
  if (end !== undefined && demandInstant(end, "end") < demandInstant(start, "start")) {
    report("inconsistent", ["end"], "expected an instant not before start");
  }
}
