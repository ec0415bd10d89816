export { assessLifecycle } from "./assess-lifecycle.js";
export type { AssessLifecycleOptions, LifecycleAssessment } from "./assess-lifecycle.js";
export { assessReadiness, READINESS_REASONS } from "./assess-readiness.js";
export type {
  ReadinessAssessment,
  ReadinessReason,
  ReadinessReasonCode,
  ReadinessVerdict,
} from "./assess-readiness.js";
export { BudgetFigureInput } from "./budget-figure-input.js";
export { budgetOverrunRatio, parseBudgetOverrunRatioInput } from "./budget-overrun-ratio.js";
export { budgetOverrun, parseBudgetOverrunInput } from "./budget-overrun.js";
export { budgetVarianceRatio, parseBudgetVarianceRatioInput } from "./budget-variance-ratio.js";
export { budgetVariance, parseBudgetVarianceInput } from "./budget-variance.js";
export { Budget, CHANGE_ORDER_STATUSES, parseBudget } from "./budget.js";
export type { BookedCost, ChangeOrder, ChangeOrderStatus } from "./budget.js";
export { LIFECYCLE_FORMULAS } from "./formulas.js";
export { Gate } from "./gate.js";
export type { GateCondition, GateCriterion, GateDecision } from "./gate.js";
export { judgeBudgets, ZERO_BUDGET_RULES } from "./judge-budgets.js";
export type {
  BudgetJudgement,
  BudgetPosition,
  JudgeBudgetsOptions,
  JudgedBudget,
  ZeroBudgetRule,
} from "./judge-budgets.js";
export { judgeMilestones, MILESTONE_POPULATIONS, MILESTONE_STANDINGS, TOLERANCE_UNITS } from "./judge-milestones.js";
export type {
  JudgedMilestone,
  JudgeMilestonesOptions,
  MilestoneJudgement,
  MilestonePopulation,
  MilestoneStanding,
  ToleranceUnit,
} from "./judge-milestones.js";
export { LifecycleRecord, parseLifecycleRecord } from "./lifecycle-record.js";
export type { MilestoneDates, MilestoneView } from "./milestone-days.js";
export { milestoneSlippage, slippageByBaseline } from "./milestone-slippage.js";
export type {
  BaselineSlippage,
  MilestoneBaseline,
  MilestoneSlippage,
  MilestoneSlippageOptions,
  SlippageByBaseline,
  SlippedMilestone,
} from "./milestone-slippage.js";
export { Milestone, MILESTONE_STATUSES, parseMilestone } from "./milestone.js";
export type { MilestoneStatus } from "./milestone.js";
export { NOTICE_CONTENTS, NOTICE_KINDS, REQUIRED_CONTENTS } from "./notice-content.js";
export type { NoticeContent, NoticeKind } from "./notice-content.js";
export { onBudgetShare, OnBudgetShareInput, parseOnBudgetShareInput } from "./on-budget-share.js";
export { onTimeDelivery, OnTimeDeliveryInput, parseOnTimeDeliveryInput } from "./on-time-delivery.js";
export { checkPhaseEntry, PHASE_BLOCKERS } from "./phase-entry.js";
export type { PhaseBlocker, PhaseBlockerCode } from "./phase-entry.js";
export { PhaseRecord } from "./phase-record.js";
export { LIFECYCLE_FINDINGS } from "./phase-standing.js";
export type { GateStanding, LifecycleFinding, LifecycleFindingCode, PhaseStanding } from "./phase-standing.js";
export { PHASE_IDS, PHASES } from "./phases.js";
export type { PhaseId, PhaseProfile } from "./phases.js";
export {
  parseReadinessChecklist,
  READINESS_MEASURES,
  READINESS_STATUSES,
  ReadinessChecklist,
} from "./readiness-checklist.js";
export type { ReadinessItem, ReadinessMeasure, ReadinessStatus } from "./readiness-checklist.js";
export { parseReadinessInput, readiness, ReadinessInput } from "./readiness.js";
export {
  IMPLEMENTATION_TYPES,
  parseService,
  Service,
  SERVICE_KIND_PROFILES,
  SERVICE_KINDS,
  SERVICE_TYPE_PROFILES,
  UPGRADE_TYPES,
} from "./service.js";
export type {
  ImplementationType,
  ServiceKind,
  ServiceKindProfile,
  ServiceTypeProfile,
  UpgradeType,
} from "./service.js";
export type { Slippage } from "./slippage.js";
