export { assessClient } from "./assess-client.js";
export type {
  AssessClientOptions,
  ClientAssessment,
  LatestSatisfaction,
  OpenTheme,
  OverdueAction,
  StandingExpectation,
} from "./assess-client.js";
export { CLIENT_FORMULAS } from "./formulas.js";
export { ClientRecord, EXPECTATION_STATUSES, FEEDBACK_KINDS, parseClientRecord } from "./client-record.js";
export type {
  Expectation,
  ExpectationStatus,
  Feedback,
  FeedbackAction,
  FeedbackKind,
} from "./client-record.js";
export { ExpectationsKeptInput, expectationsKept, parseExpectationsKeptInput } from "./expectations-kept.js";
