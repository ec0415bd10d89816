import type { Engagement } from "./engagement.js";

/** A part of an engagement that can be assessed. */
export type EngagementPart = (typeof ENGAGEMENT_PARTS)[number];

/** The parts of an engagement, in the order of its life. */
export const ENGAGEMENT_PARTS = [
  "lifecycle",
  "plan",
  "strategy",
  "risks",
  "kpis",
  "businessCase",
  "communication",
  "client",
  "incidents",
] as const satisfies readonly (keyof Engagement)[];

/** A part that the document does not have, and what it would need. */
export interface MissingPart {
  /** The part. */
  readonly part: EngagementPart;
  /** What it would answer. */
  readonly answers: string;
  /** What it would need, by field. */
  readonly needs: readonly string[];
}

const MISSING: Readonly<Record<EngagementPart, Omit<MissingPart, "part">>> = {
  lifecycle: {
    answers: "where the project stands in its seven phases, which gates are open, and whether it is ready to go live",
    needs: ["phases with planned dates", "gates with their criteria", "readiness items", "milestones", "budgets"],
  },
  plan: {
    answers: "when the work will be finished, and which tasks decide that",
    needs: ["start", "tasks with id, title, durationDays and predecessors"],
  },
  strategy: {
    answers: "whether to go live in phases, in parallel or at once",
    needs: [
      "factors: systemComplexity, downtimeTolerance, resourceAvailability, testingCapability, userImpact, rollbackPlan",
    ],
  },
  risks: {
    answers: "what can go wrong, how bad it would be, and how much money is at stake",
    needs: ["risks with id, title, type, owner, status, and a probability with an impact or levels of a matrix"],
  },
  kpis: {
    answers: "how the service does against its targets: delivery, budget, satisfaction, uptime, defects, adoption",
    needs: ["targets", "observations of uptime, satisfaction, defects or adoption"],
  },
  businessCase: {
    answers: "whether the project pays: return, present value, internal rate, payback",
    needs: ["discountRate", "timing", "costs by period", "benefits by period"],
  },
  communication: {
    answers: "who is told what, and when, counted from the go-live",
    needs: ["audiences", "messages", "goLive in the header"],
  },
  client: {
    answers: "which promises were kept, and what the client's feedback asks for",
    needs: ["expectations", "feedback", "actions"],
  },
  incidents: {
    answers: "what went wrong, how fast it was seen and solved, and what was learnt",
    needs: ["incidents with id, title, impact, urgency and openedAt"],
  },
};

/** The parts that an engagement does not have, in the order of `ENGAGEMENT_PARTS`. */
export function missingParts(engagement: Engagement): readonly MissingPart[] {
  // Messages without a go-live to be dated from cannot be answered either.
  const isMissing = (part: EngagementPart): boolean =>
    engagement[part] === undefined || (part === "communication" && engagement.goLive === undefined);
  return ENGAGEMENT_PARTS.filter(isMissing).map((part) => ({ part, ...MISSING[part] }));
}
