import * as z from "zod";

import { contained } from "../foundation/guard/index.js";
import {
  CivilDate,
  Count,
  Id,
  list,
  listById,
  optional,
  parse,
  rule,
  schema,
  Text,
} from "../foundation/schema/index.js";
import { NOTICE_CONTENTS, type NoticeContent } from "../lifecycle/index.js";
import { CHANNEL_IDS, type ChannelId } from "./channels.js";

/** Who is told. */
export const AUDIENCE_KINDS = ["users", "support", "management", "client"] as const;
/** Who is told: users, support teams, management, the client's own people. */
export type AudienceKind = (typeof AUDIENCE_KINDS)[number];

/** When a message comes, against the go-live. */
export const MESSAGE_STAGES = ["before", "during", "after"] as const;
/** When a message comes, against the go-live. */
export type MessageStage = (typeof MESSAGE_STAGES)[number];

/** A group of people who are told the same. */
export interface Audience {
  /** Its id. */
  readonly id: string;
  /** Who they are. */
  readonly title: string;
  /** Their part in the project. */
  readonly kind: AudienceKind;
  /** How many they are, where that is known. */
  readonly size?: number;
}

/** A message that is planned. */
export interface Message {
  /** Its id. */
  readonly id: string;
  /** What it is, in a few words. */
  readonly title: string;
  /** When it comes, against the go-live. */
  readonly stage: MessageStage;
  /** Working days from the go-live: below zero before it, 0 on the day, above after it. */
  readonly offsetWorkingDays: number;
  /** Who gets it: audiences of the plan, by id. */
  readonly audienceIds: readonly string[];
  /** How it is sent. */
  readonly channels: readonly ChannelId[];
  /** What it says. */
  readonly contents: readonly NoticeContent[];
  /** Who writes it: a role. */
  readonly owner?: string;
  /** Day on which it was sent; absent until then. */
  readonly sentOn?: CivilDate;
}

/** Who is told what, and when, counted from the go-live. */
export interface CommunicationPlan {
  /** Who is told. */
  readonly audiences: readonly Audience[];
  /** The messages. */
  readonly messages: readonly Message[];
}

const AudienceShape: z.ZodType<Audience> = /* @__PURE__ */ schema(() =>
  z.strictObject({ id: Id, title: Text, kind: z.enum(AUDIENCE_KINDS), size: optional(Count) }),
);

const MessageShape: z.ZodType<Message> = /* @__PURE__ */ schema(() =>
  z
    .strictObject({
      id: Id,
      title: Text,
      stage: z.enum(MESSAGE_STAGES),
      offsetWorkingDays: z.int(),
      audienceIds: list(Id),
      channels: list(z.enum(CHANNEL_IDS)),
      contents: list(z.enum(NOTICE_CONTENTS)),
      owner: optional(Text),
      sentOn: optional(CivilDate),
    })
    .check(
      rule(({ stage, offsetWorkingDays, audienceIds, channels }: Message, report) => {
        if ((stage === "before" && offsetWorkingDays > 0) || (stage === "after" && offsetWorkingDays < 0)) {
          const expected = `a day ${stage === "before" ? "not after" : "not before"} the go-live`;
          report("inconsistent", ["offsetWorkingDays"], `expected ${expected}, received ${String(offsetWorkingDays)}`);
        }
        if (audienceIds.length === 0) report("empty", ["audienceIds"], "expected at least one audience");
        if (channels.length === 0) report("empty", ["channels"], "expected at least one channel");
        twice(audienceIds).forEach((i) => {
          report("inconsistent", ["audienceIds", i], "expected each audience once, received it twice");
        });
        twice(channels).forEach((i) => {
          report("inconsistent", ["channels", i], "expected each channel once, received it twice");
        });
      }),
    ),
);

/** Reads a {@link CommunicationPlan}. */
export const CommunicationPlan: z.ZodType<CommunicationPlan> = /* @__PURE__ */ schema(() =>
  z.strictObject({ audiences: listById(AudienceShape), messages: listById(MessageShape) }).check(
    rule(({ audiences, messages }: CommunicationPlan, report) => {
      const known = new Set(audiences.map(({ id }) => id));
      messages.forEach(({ audienceIds }, i) => {
        audienceIds.forEach((id, j) => {
          if (known.has(id)) return;
          report("unknown-reference", ["messages", i, "audienceIds", j], "expected the id of an audience of this plan");
        });
      });
    }),
  ),
);

/**
 * Reads a communication plan from outside data.
 *
 * @param data - `{ audiences, messages }`
 * @returns the plan, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault: a message for an audience that the plan does not
 *   have, to nobody or over no channel, or on the wrong side of the go-live
 *
 * @example
 * ```ts
 * import { parseCommunicationPlan } from "golive-kit/communication";
 *
 * const plan = parseCommunicationPlan({
 *   audiences: [{ id: "staff", title: "All staff", kind: "users", size: 420 }],
 *   messages: [
 *     {
 *       id: "announcement",
 *       title: "Announce the upgrade",
 *       stage: "before",
 *       offsetWorkingDays: -20,
 *       audienceIds: ["staff"],
 *       channels: ["email", "website"],
 *       contents: ["benefits", "timeline", "disruptions"],
 *     },
 *   ],
 * });
 *
 * plan.messages.length; // => 1
 * ```
 */
export function parseCommunicationPlan(data: unknown): CommunicationPlan {
  return contained("communication plan", () => parse(CommunicationPlan, data, "communication plan"));
}

/** Indexes of what has come before in a list. */
function twice(words: readonly string[]): readonly number[] {
  const seen = new Set<string>();
  const found: number[] = [];
  words.forEach((word, i) => {
    if (seen.has(word)) found.push(i);
    seen.add(word);
  });
  return found;
}
