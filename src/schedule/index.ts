export {
  BaselineExecutionIndexInput,
  baselineExecutionIndex,
  parseBaselineExecutionIndexInput,
} from "./baseline-execution-index.js";
export { criticalPath, nearCriticalTasks } from "./critical-path.js";
export type { CriticalPath, TaskTimes } from "./critical-path.js";
export { criticalPaths, drivingChain } from "./driving-chain.js";
export type { CriticalPaths, DrivingStep } from "./driving-chain.js";
export { FinishVarianceInput, finishVariance, parseFinishVarianceInput } from "./finish-variance.js";
export { MissedTaskShareInput, missedTaskShare, parseMissedTaskShareInput } from "./missed-task-share.js";
export { parsePlan, Plan } from "./plan.js";
export { assessPlan, TASK_STATUSES } from "./plan-assessment.js";
export type { PlanAssessment, TaskStanding, TaskStatus } from "./plan-assessment.js";
export { schedulePlan } from "./plan-schedule.js";
export type { PlanSchedule, ScheduledTask } from "./plan-schedule.js";
export { SCHEDULE_FORMULAS } from "./schedule-formulas.js";
export { LINK_TYPES, Task, TaskLink } from "./task.js";
export type { LinkType, NetworkTask } from "./task.js";
