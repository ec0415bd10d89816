import { broken, contained, demandDay, demandFinite } from "../foundation/guard/index.js";
import {
  addWorkingDays,
  type AnyCalendar,
  type CivilDate,
  prepareCalendar,
  STANDARD_WEEK,
} from "../foundation/time/index.js";
import { type NoticeContent, REQUIRED_CONTENTS } from "../lifecycle/index.js";
import { type CommunicationPlan, type Message, MESSAGE_STAGES, type MessageStage } from "./communication-plan.js";

/** When the go-live is, and which days are worked. */
export interface PlanMessagesOptions {
  /** Day of the go-live. */
  readonly goLive: CivilDate;
  /** Counts working days; Monday to Friday without holidays when left out. */
  readonly calendar?: AnyCalendar;
}

/** A message with its day. */
export interface DatedMessage extends Message {
  /** Day on which it is to be sent. */
  readonly on: CivilDate;
  /** How many people it reaches, as far as the sizes of its audiences are known. */
  readonly recipients: number;
}

/** What a plan leaves out. */
export const COMMUNICATION_GAPS = ["audience-without-messages", "stage-without-message", "content-missing"] as const;
/** What a plan leaves out. */
export type CommunicationGapCode = (typeof COMMUNICATION_GAPS)[number];

/** Something that a plan leaves out. */
export interface CommunicationGap {
  /** What kind of gap it is. */
  readonly code: CommunicationGapCode;
  /** The audience, by id. */
  readonly audienceId: string;
  /** The stage, unless the audience is told nothing at all. */
  readonly stage?: MessageStage;
  /** What the audience should be told at that stage and is not. */
  readonly contents?: readonly NoticeContent[];
}

/**
 * Gives each message of a plan its day, counted in working days from the go-live, so that a new go-live date moves
 * them all.
 *
 * An offset of −1 is the last working day before the go-live, 0 the go-live itself even on a day off, 1 the first
 * working day after it.
 *
 * @param plan - audiences and messages
 * @param options - `goLive`; `calendar`
 * @returns the messages by day; those of one day in the order of the plan
 * @throws DomainError `invalid-date` when `goLive` is no day; `out-of-range` for an offset that is no whole number
 * @throws DomainError `no-working-time` when the calendar has too few working days
 *
 * @example
 * ```ts
 * import { planMessages, standardCommunicationPlan } from "golive-kit/communication";
 *
 * const plan = standardCommunicationPlan([{ id: "staff", title: "All staff", kind: "users", size: 420 }]);
 * const messages = planMessages(plan, { goLive: "2026-04-13" });
 *
 * messages.slice(0, 3).map(({ id, on }) => `${on} ${id}`);
 * // => ["2026-03-16 announcement", "2026-04-06 reminder", "2026-04-10 last-call"]
 * ```
 */
export function planMessages(plan: CommunicationPlan, options: PlanMessagesOptions): readonly DatedMessage[] {
  return contained("planMessages", () => {
    const { goLive } = options;
    demandDay(goLive, "goLive");
    const calendar = prepareCalendar(options.calendar ?? STANDARD_WEEK);
    const sizes = new Map(plan.audiences.map(({ id, size = 0 }) => [id, size]));
    return plan.messages
      .map(
        (message, i): DatedMessage => ({
          ...message,
          audienceIds: [...message.audienceIds],
          channels: [...message.channels],
          contents: [...message.contents],
          on: addWorkingDays(goLive, demandOffset(message.offsetWorkingDays, i), calendar),
          recipients: message.audienceIds.reduce((sum, id) => sum + (sizes.get(id) ?? 0), 0),
        }),
      )
      .sort((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
  });
}

/**
 * What a plan leaves out: audiences that are told nothing, stages (before, during, after) at which an audience is told
 * nothing, and what an audience should be told at a stage and is not.
 *
 * What must be said is `REQUIRED_CONTENTS` of `golive-kit/lifecycle`. Several messages of one stage together may say it.
 *
 * @param plan - audiences and messages
 * @returns the gaps by audience, in the order of the plan, and by stage
 *
 * @example
 * ```ts
 * import { communicationGaps } from "golive-kit/communication";
 *
 * const gaps = communicationGaps({
 *   audiences: [
 *     { id: "staff", title: "All staff", kind: "users" },
 *     { id: "desk", title: "Service desk", kind: "support" },
 *   ],
 *   messages: [
 *     {
 *       id: "announcement",
 *       title: "Announce the upgrade",
 *       stage: "before",
 *       offsetWorkingDays: -20,
 *       audienceIds: ["staff"],
 *       channels: ["email"],
 *       contents: ["benefits", "timeline"],
 *     },
 *   ],
 * });
 *
 * gaps[0]; // => { code: "content-missing", audienceId: "staff", stage: "before", contents: ["disruptions"] }
 * gaps.map(({ code, audienceId, stage }) => [audienceId, code, stage]).slice(1);
 * // => [["staff", "stage-without-message", "during"], ["staff", "stage-without-message", "after"], ["desk", "audience-without-messages", undefined]]
 * ```
 */
export function communicationGaps(plan: CommunicationPlan): readonly CommunicationGap[] {
  return contained("communicationGaps", () => {
    const toldBy = messagesByAudience(plan);
    return plan.audiences.flatMap(({ id: audienceId }): readonly CommunicationGap[] => {
      const told = toldBy.get(audienceId) ?? [];
      if (told.length === 0) return [{ code: "audience-without-messages", audienceId }];
      return MESSAGE_STAGES.flatMap((stage) => stageGap(audienceId, stage, told) ?? []);
    });
  });
}

function messagesByAudience({ messages }: CommunicationPlan): ReadonlyMap<string, readonly Message[]> {
  const told = new Map<string, Message[]>();
  for (const message of messages) {
    for (const id of message.audienceIds) {
      const known = told.get(id);
      if (known === undefined) told.set(id, [message]);
      else known.push(message);
    }
  }
  return told;
}

function demandOffset(value: unknown, message: number): number {
  const path = ["messages", message, "offsetWorkingDays"];
  const offset = demandFinite(value, "offsetWorkingDays", path);
  if (!Number.isSafeInteger(offset)) throw broken("out-of-range", "offsetWorkingDays", "a whole number", value, path);
  return offset;
}

function stageGap(audienceId: string, stage: MessageStage, told: readonly Message[]): CommunicationGap | undefined {
  const messages = told.filter((message) => message.stage === stage);
  if (messages.length === 0) return { code: "stage-without-message", audienceId, stage };
  const said = new Set(messages.flatMap(({ contents }) => contents));
  const contents = REQUIRED_CONTENTS[stage].filter((content) => !said.has(content));
  return contents.length === 0 ? undefined : { code: "content-missing", audienceId, stage, contents };
}
