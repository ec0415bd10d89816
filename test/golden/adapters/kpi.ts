import { isNoAnswer, type NoAnswer, type Path } from "../../../src/foundation/errors/index.js";
import {
  effortSurvey,
  type Interval,
  promoterCounts,
  type PromoterSurvey,
  promoterSurvey,
  satisfactionSurvey,
} from "../../../src/foundation/statistics/index.js";
import type { Instant } from "../../../src/foundation/time/index.js";
import {
  type ActivePeriod,
  adoptionAccounting,
  type Defect,
  judgeKpiSeries,
  type KpiRange,
  type KpiStatus,
  type KpiTarget,
  type MaintenancePolicy,
  measureAdoption,
  measureDefects,
  measureReliability,
  measureUptime,
  type MissingScores,
  rollUpKpis,
  scorecard,
  type UptimePeriod,
  type UptimeSpan,
} from "../../../src/kpi/index.js";
import type { CivilDate } from "../../../src/foundation/guard/index.js";
import { type Adapters, placed } from "../harness.js";

/** Ratios of the library are plain; these cases have them in per cent. */
const percent = <T extends NoAnswer>(ratio: number | T): number | T =>
  isNoAnswer(ratio) ? ratio : 100 * (ratio as number);
const pair = <T extends NoAnswer>(interval: Interval | T): readonly number[] | T =>
  isNoAnswer(interval) ? interval : [(interval as Interval).low, (interval as Interval).high];
const percentPair = <T extends NoAnswer>(interval: Interval | T): readonly number[] | T =>
  isNoAnswer(interval) ? interval : [100 * (interval as Interval).low, 100 * (interval as Interval).high];

/** A field that is null in the cases is left out. */
const given = <K extends string, T>(name: K, value: T | null): Partial<Record<K, T>> =>
  (value === null ? {} : { [name]: value }) as Partial<Record<K, T>>;

/** Moves places: `answered` is `n` in the cases. */
const renamed =
  (names: Readonly<Record<string, string>>) =>
  (path: Path): Path =>
    path.map((step) => (typeof step === "string" ? (names[step] ?? step) : step));

/** The days of the window have other names in the cases; those of a user's membership have not. */
const windowPlace = (path: Path): Path =>
  path[0] === "window" ? renamed({ from: "startDate", to: "endDateExclusive" })(path) : path;

type Scale = readonly [number, number];
const scaleOf = ([low, high]: Scale) => ({ low, high });

interface CsatCase {
  readonly scores: readonly (number | null)[];
  readonly scale: Scale;
  readonly satisfiedFrom: number;
  readonly invited: number | null;
}

interface CesCase {
  readonly scores: readonly (number | null)[];
  readonly scale: Scale;
  readonly easyFrom: number;
  readonly reversed: boolean;
}

interface NpsCase {
  readonly scores: readonly (number | null)[];
  readonly scale: Scale;
}

interface NpsCountsCase {
  readonly promoters: number;
  readonly passives: number | null;
  readonly detractors: number;
  readonly n: number;
}

const promoterResult = (survey: PromoterSurvey) => ({
  n: survey.answered,
  promoters: survey.promoters,
  passives: survey.passives,
  detractors: survey.detractors,
  nps: survey.score,
  npsRounded: survey.rounded,
  se: survey.standardError,
  wald95: pair(survey.waldInterval),
  adjustedWald95: pair(survey.interval),
});

interface SpanCase {
  readonly start: Instant;
  readonly end: Instant | null;
}

const spanOf = ({ start, end }: SpanCase): UptimeSpan => ({ start, ...given("end", end) });

interface UptimeCase {
  readonly period: UptimePeriod;
  readonly outages: readonly SpanCase[];
  readonly maintenance: readonly SpanCase[];
  readonly maintenancePolicy: MaintenancePolicy;
  readonly asOf: Instant | null;
}

type ReliabilityCase = Pick<UptimeCase, "period" | "outages">;

/** Weights and scores are decimal text in the cases and numbers here. */
interface ScorecardCase {
  readonly items: readonly { readonly id: string; readonly weight: string; readonly score: string | null }[];
  readonly missing: MissingScores["kind"];
  readonly minCoverage: string;
}

interface DefectsCase {
  readonly defects: readonly {
    readonly id: string;
    readonly found: CivilDate;
    readonly resolution: Defect["resolution"] | null;
  }[];
  readonly goLive: CivilDate;
  readonly asOf: CivilDate;
  readonly windowDays: number;
  readonly size: number;
}

interface AdoptionCase {
  readonly users: readonly { readonly id: string; readonly from: CivilDate; readonly to: CivilDate | null }[];
  readonly events: readonly { readonly user: string; readonly at: Instant }[];
  readonly window: { readonly startDate: CivilDate; readonly endDateExclusive: CivilDate };
  readonly timeZone: string;
}

/** Limits are decimal text in the cases and numbers here. */
interface RagCase {
  readonly direction: KpiTarget["direction"];
  readonly green: string | readonly [string, string];
  readonly amber: string | readonly [string, string];
  readonly deadBand: string;
  readonly values: readonly unknown[];
}

const numberOf = (text: unknown): unknown =>
  typeof text === "string" && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
const limitOf = (limit: RagCase["green"]): number | KpiRange =>
  typeof limit === "string" ? Number(limit) : { low: Number(limit[0]), high: Number(limit[1]) };
const targetOf = ({ direction, green, amber }: Pick<RagCase, "direction" | "green" | "amber">): KpiTarget =>
  ({ direction, green: limitOf(green), amber: limitOf(amber) }) as KpiTarget;

/** Adapters of the KPI cases: surveys, uptime, defects, adoption, colours. */
export const kpiGolden: { readonly kpi: Adapters } = {
  kpi: {
    csat: ({ scores, scale, satisfiedFrom, invited }: CsatCase) => {
      const survey = satisfactionSurvey({ scores, scale: scaleOf(scale), satisfiedFrom, ...given("invited", invited) });
      return {
        n: survey.answered,
        satisfied: survey.satisfied,
        pct: percent(survey.satisfaction),
        mean: survey.mean,
        median: survey.median,
        wilson95: percentPair(survey.interval),
        responseRate: survey.responseRate ?? null,
      };
    },
    ces: ({ scores, scale, easyFrom, reversed }: CesCase) => {
      const survey = effortSurvey({ scores, scale: scaleOf(scale), easyFrom, lowIsEasy: reversed });
      return { n: survey.answered, mean: survey.mean, easyPct: percent(survey.easyShare) };
    },
    nps: ({ scores, scale }: NpsCase) => promoterResult(promoterSurvey({ scores, scale: scaleOf(scale) })),
    "nps.counts": ({ promoters, passives, detractors, n }: NpsCountsCase) =>
      placed(renamed({ answered: "n" }), () =>
        promoterResult(promoterCounts({ promoters, detractors, answered: n, ...given("passives", passives) })),
      ),
    uptime: ({ period, outages, maintenance, maintenancePolicy, asOf }: UptimeCase) => {
      const measured = measureUptime({
        period,
        outages: outages.map(spanOf),
        maintenance: maintenance.map(spanOf),
        maintenancePolicy,
        ...given("asOf", asOf),
      });
      return {
        measuredSeconds: measured.measuredSeconds,
        downtimeSeconds: measured.downtimeSeconds,
        uptimeSeconds: measured.uptimeSeconds,
        uptimePct: percent(measured.uptime),
        partial: measured.partial,
        mergedOutageCount: measured.mergedOutages,
      };
    },
    reliability: ({ period, outages }: ReliabilityCase) => {
      const measured = measureReliability({ period, outages: outages.map(spanOf) });
      return {
        failures: measured.failures,
        incidents: measured.incidents,
        mttrSeconds: measured.meanDowntimeSeconds,
        meanIncidentSeconds: measured.meanIncidentSeconds,
        mtbfOperatingSeconds: measured.meanOperatingSeconds,
        meanCycleSeconds: measured.meanCycleSeconds,
        availability: measured.availability,
        mtbfLowerBound95Seconds: measured.operatingLowerBoundSeconds,
      };
    },
    scorecard: ({ items, missing, minCoverage }: ScorecardCase) => {
      const { score, coverage } = scorecard({
        items: items.map((item) => ({
          id: item.id,
          weight: numberOf(item.weight) as number,
          score: numberOf(item.score) as number | null,
        })),
        missing: missing === "renormalise" ? { kind: missing, minCoverage: Number(minCoverage) } : { kind: missing },
      });
      return { score, coverage };
    },
    defects: ({ defects, goLive, asOf, windowDays, size }: DefectsCase) =>
      placed(renamed({ foundOn: "found" }), () => {
        const measured = measureDefects({
          defects: defects.map(({ id, found, resolution }) => ({
            id,
            foundOn: found,
            ...(resolution === null || resolution === undefined ? {} : { resolution }),
          })),
          goLive,
          asOf,
          windowDays,
          size,
        });
        return {
          before: measured.before,
          after: measured.after,
          dre: measured.removalEfficiency,
          escapeRate: measured.escapeRate,
          densityPer1000: measured.density,
          postReleasePerDay: measured.rate,
          windowComplete: measured.windowComplete,
        };
      }),
    adoption: ({ users, events, window, timeZone }: AdoptionCase) =>
      placed(windowPlace, () => {
        const measured = measureAdoption({
          users: users.map(({ id, from, to }) => ({ id, from, ...given("to", to) })),
          events,
          window: { from: window.startDate, to: window.endDateExclusive },
          timeZone,
        });
        return {
          intended: measured.intended,
          active: measured.active,
          unintendedActive: measured.unintendedActive,
          rate: measured.rate,
        };
      }),
    "adoption.accounting": ({ periods }: { readonly periods: readonly ActivePeriod[] }) => ({
      rows: adoptionAccounting(periods),
    }),
    rag: (input: RagCase) =>
      placed(
        // A refused definition is refused as a whole.
        (path) => (path[0] === "target" ? path.slice(1) : path),
        () => ({
          status: judgeKpiSeries({
            values: input.values.map(numberOf) as readonly (number | null)[],
            target: targetOf(input),
            deadBand: Number(input.deadBand),
          }),
        }),
      ),
    "rag.rollup": ({ children }: { readonly children: readonly KpiStatus[] }) => {
      const { worst, counts, knownShare } = rollUpKpis(children);
      return { worstOf: worst, counts, knownShare };
    },
  },
};
