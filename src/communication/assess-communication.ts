import type { NoAnswer } from "../foundation/errors/index.js";
import { type Figure, figure } from "../foundation/explain/index.js";
import { contained, demandDay } from "../foundation/guard/index.js";
import type { CivilDate } from "../foundation/time/index.js";
import type { CommunicationPlan } from "./communication-plan.js";
import { messagesOnTime } from "./messages-on-time.js";
import {
  communicationGaps,
  type CommunicationGap,
  type DatedMessage,
  planMessages,
  type PlanMessagesOptions,
} from "./plan-messages.js";

/** How a message stands on a day. */
export const MESSAGE_STANDINGS = ["sent", "sent-late", "overdue", "due", "planned"] as const;
/** How a message stands on a day: `due` is to be sent on that day and is not sent yet. */
export type MessageStanding = (typeof MESSAGE_STANDINGS)[number];

/** How to assess communication. */
export interface AssessCommunicationOptions extends PlanMessagesOptions {
  /** Last day of which things are known: what was sent later is not seen. */
  readonly asOf: CivilDate;
}

/** A message with its day and how it stands. */
export interface StandingMessage extends DatedMessage {
  /** How it stands. */
  readonly standing: MessageStanding;
}

/** Who is told what, when, and what of it has happened. */
export interface CommunicationAssessment {
  /** The messages by day. */
  readonly messages: readonly StandingMessage[];
  /** What the plan leaves out. */
  readonly gaps: readonly CommunicationGap[];
  /** Share of the messages sent or overdue that were sent by their day; see `messagesOnTime`. */
  readonly messagesOnTime: number | NoAnswer<"nothing-due">;
  /** The figure with what went in. */
  readonly figures: readonly Figure[];
}

/**
 * Says at the end of a day which messages were sent, which are overdue and which are still to come, and what the plan
 * leaves out.
 *
 * A message is overdue from the day after its own. One that was sent before its day counts as sent; when the go-live
 * moves, the days of messages move with it, and so may what was on time.
 *
 * @param plan - audiences and messages, as `parseCommunicationPlan` reads them
 * @param options - `asOf`, `goLive`; `calendar`
 * @returns the messages by day with their standing, the gaps of the plan, the share on time, and the figure
 * @throws DomainError as `planMessages` does, and `invalid-date` when `asOf` is no day
 *
 * @example
 * ```ts
 * import { assessCommunication, standardCommunicationPlan } from "golive-kit/communication";
 *
 * const plan = standardCommunicationPlan([{ id: "staff", title: "All staff", kind: "users" }]);
 * const { messages, gaps } = assessCommunication(plan, { asOf: "2026-04-07", goLive: "2026-04-13" });
 *
 * messages.slice(0, 3).map(({ id, on, standing }) => [id, on, standing]);
 * // => [["announcement", "2026-03-16", "overdue"], ["reminder", "2026-04-06", "overdue"], ["last-call", "2026-04-10", "planned"]]
 * gaps; // => []
 * ```
 */
export function assessCommunication(
  plan: CommunicationPlan,
  options: AssessCommunicationOptions,
): CommunicationAssessment {
  return contained("assessCommunication", () => {
    const { asOf } = options;
    demandDay(asOf, "asOf");
    const messages = planMessages(plan, options).map((message) => standingMessage(message, asOf));
    const count = (...wanted: readonly MessageStanding[]): number =>
      messages.filter(({ standing }) => wanted.includes(standing)).length;
    const counts = { onTime: count("sent"), late: count("sent-late", "overdue") };
    return {
      messages,
      gaps: communicationGaps(plan),
      messagesOnTime: messagesOnTime(counts),
      figures: [figure(messagesOnTime, counts)],
    };
  });
}

/** Days as text of one length are in the order of time. */
function standingMessage({ sentOn, ...message }: DatedMessage, asOf: CivilDate): StandingMessage {
  const { on } = message;
  if (sentOn !== undefined && sentOn <= asOf) {
    return { ...message, sentOn, standing: sentOn <= on ? "sent" : "sent-late" };
  }
  return { ...message, standing: on < asOf ? "overdue" : on === asOf ? "due" : "planned" };
}
