export { adoptionAccounting } from "./adoption-accounting.js";
export type { ActivePeriod, AdoptionFlow } from "./adoption-accounting.js";
export { AdoptionRateInput, adoptionRate, parseAdoptionRateInput } from "./adoption-rate.js";
export { DefectDensityInput, defectDensity, parseDefectDensityInput } from "./defect-density.js";
export { DefectRateInput, defectRate, parseDefectRateInput } from "./defect-rate.js";
export {
  DefectRemovalInput,
  defectEscapeRate,
  defectRemovalEfficiency,
  parseDefectRemovalInput,
} from "./defect-removal.js";
export {
  judgeKpi,
  judgeKpiSeries,
  KPI_DIRECTIONS,
  KPI_STATUSES,
  KpiTarget,
  parseKpiTarget,
  rollUpKpis,
} from "./kpi-target.js";
export type { KpiDirection, KpiRange, KpiRollUp, KpiSeries, KpiStatus } from "./kpi-target.js";
export { measureAdoption } from "./measure-adoption.js";
export type {
  AdoptionMeasurement,
  AdoptionRecords,
  IntendedUser,
  UncountedUser,
  UsageEvent,
} from "./measure-adoption.js";
export { measureDefects, UNCOUNTED_RESOLUTIONS } from "./measure-defects.js";
export type {
  Defect,
  DefectMeasurement,
  DefectRecords,
  UncountedDefect,
  UncountedResolution,
} from "./measure-defects.js";
export { MAINTENANCE_POLICIES, measureUptime } from "./measure-uptime.js";
export type {
  MaintenancePolicy,
  UncountedOutage,
  UncountedOutageReason,
  UptimeMeasurement,
  UptimeRecords,
} from "./measure-uptime.js";
export type { UptimePeriod, UptimeSpan } from "./uptime-spans.js";
export { parseUptimeInput, UptimeInput, uptime } from "./uptime.js";
export { assessKpis } from "./assess-kpis.js";
export type { AssessKpisOptions, KpiAssessment } from "./assess-kpis.js";
export { KPI_FORMULAS } from "./formulas.js";
export { KpiRecord, KPIS, parseKpiRecord } from "./kpi-record.js";
export type {
  AdoptionRecord,
  DefectRecord,
  Kpi,
  Outage,
  SurveyWave,
  TargetOfKpi,
  UptimeRecord,
} from "./kpi-record.js";
export { measureReliability } from "./measure-reliability.js";
export type { ReliabilityMeasurement, ReliabilityRecords } from "./measure-reliability.js";
export { scorecard } from "./scorecard.js";
export type { MissingScores, Scorecard, ScorecardInput, ScorecardItem } from "./scorecard.js";
export type { ExcludedRecord, KpiFlag, KpiResult, KpiTrace } from "./kpi-result.js";
