/** What a notice can say. */
export const NOTICE_CONTENTS = [
  "benefits",
  "timeline",
  "disruptions",
  "progress",
  "issues",
  "completion",
  "new-features",
  "lingering-issues",
  "feedback-request",
  "problem",
  "steps-taken",
  "expected-impact",
  "reason",
  "revised-timeline",
  "mitigation",
] as const;
/** What a notice can say. */
export type NoticeContent = (typeof NOTICE_CONTENTS)[number];

/** What a notice is about. */
export const NOTICE_KINDS = ["before", "during", "after", "incident", "delay"] as const;
/** What a notice is about: a go-live that is ahead, under way or over; an incident; a delay. */
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/**
 * What a notice of each kind must say, from Implementation and Upgrade Services: A Deep Dive: "Developing a
 * Comprehensive Communication Plan" (before, during, after), "Handling Unexpected Problems and Setbacks" (incident),
 * "Managing Client Expectations" (delay).
 */
export const REQUIRED_CONTENTS: Readonly<Record<NoticeKind, readonly NoticeContent[]>> = {
  before: ["benefits", "timeline", "disruptions"],
  during: ["progress", "issues"],
  after: ["completion", "new-features", "lingering-issues", "feedback-request"],
  incident: ["problem", "steps-taken", "expected-impact"],
  delay: ["reason", "revised-timeline", "mitigation"],
};
