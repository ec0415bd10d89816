export { describeValue } from "./describe-value.js";
export { DomainError, ERROR_CODES, isDomainError, MAX_CYCLE, MAX_ISSUES } from "./domain-error.js";
export type {
  BadId,
  BrokenRule,
  DomainErrorCode,
  DomainErrorDetails,
  Issue,
  PassedLimit,
  Path,
  Place,
} from "./domain-error.js";
export { isNoAnswer, noAnswer } from "./no-answer.js";
export type { NoAnswer } from "./no-answer.js";
