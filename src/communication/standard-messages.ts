import { contained, demandList, demandText } from "../foundation/guard/index.js";
import { type NoticeContent, REQUIRED_CONTENTS } from "../lifecycle/index.js";
import type { ChannelId } from "./channels.js";
import type { Audience, AudienceKind, CommunicationPlan, Message, MessageStage } from "./communication-plan.js";

/** A message before it is known who exactly gets it. */
export interface StandardMessage {
  /** Its id. */
  readonly id: string;
  /** What it is, in a few words. */
  readonly title: string;
  /** When it comes, against the go-live. */
  readonly stage: MessageStage;
  /** Working days from the go-live. */
  readonly offsetWorkingDays: number;
  /** Who gets it. */
  readonly audienceKinds: readonly AudienceKind[];
  /** How it is sent. */
  readonly channels: readonly ChannelId[];
  /** What it says. */
  readonly contents: readonly NoticeContent[];
}

const EVERYONE: readonly AudienceKind[] = ["users", "support", "management", "client"];

/**
 * Messages to start a plan from. What they say, and that all of users, support teams and management are told before,
 * during and after, is from Implementation and Upgrade Services: A Deep Dive, "Developing a Comprehensive Communication
 * Plan"; the days are a proposal.
 */
export const STANDARD_MESSAGES: readonly StandardMessage[] = [
  {
    id: "announcement",
    title: "Announce the go-live",
    stage: "before",
    offsetWorkingDays: -20,
    audienceKinds: EVERYONE,
    channels: ["email", "website"],
    contents: REQUIRED_CONTENTS.before,
  },
  {
    id: "support-briefing",
    title: "Brief the support teams",
    stage: "before",
    offsetWorkingDays: -10,
    audienceKinds: ["support"],
    channels: ["video-call"],
    contents: ["timeline", "disruptions", "new-features"],
  },
  {
    id: "reminder",
    title: "Remind of dates and disruptions",
    stage: "before",
    offsetWorkingDays: -5,
    audienceKinds: EVERYONE,
    channels: ["email", "in-app"],
    contents: ["timeline", "disruptions"],
  },
  {
    id: "last-call",
    title: "Last call before the go-live",
    stage: "before",
    offsetWorkingDays: -1,
    audienceKinds: ["users", "support"],
    channels: ["email", "in-app"],
    contents: ["timeline", "disruptions"],
  },
  {
    id: "progress",
    title: "Tell how the go-live is going",
    stage: "during",
    offsetWorkingDays: 0,
    audienceKinds: EVERYONE,
    channels: ["email", "website"],
    contents: REQUIRED_CONTENTS.during,
  },
  {
    id: "completion",
    title: "Announce that the system is live",
    stage: "after",
    offsetWorkingDays: 1,
    audienceKinds: EVERYONE,
    channels: ["email", "website", "in-app"],
    contents: ["completion", "new-features", "lingering-issues"],
  },
  {
    id: "feedback",
    title: "Ask for feedback",
    stage: "after",
    offsetWorkingDays: 10,
    audienceKinds: EVERYONE,
    channels: ["email", "in-app"],
    contents: ["lingering-issues", "feedback-request"],
  },
];

/**
 * Makes a communication plan of the standard messages: each goes to the audiences of its kinds, and is left out when
 * there is none.
 *
 * @param audiences - who is told: `id`, `title`, `kind`, `size`
 * @returns a plan with these audiences
 * @throws DomainError `wrong-type` for an audience without an id or a kind
 *
 * @example
 * ```ts
 * import { standardCommunicationPlan } from "golive-kit/communication";
 *
 * const plan = standardCommunicationPlan([{ id: "board", title: "Board", kind: "management" }]);
 *
 * plan.messages.map(({ id }) => id); // => ["announcement", "reminder", "progress", "completion", "feedback"]
 * ```
 */
export function standardCommunicationPlan(audiences: readonly Audience[]): CommunicationPlan {
  return contained("standardCommunicationPlan", () => ({
    audiences: demandAudiences(audiences),
    messages: STANDARD_MESSAGES.flatMap(({ audienceKinds, channels, contents, ...message }): readonly Message[] => {
      const audienceIds = audiences.filter(({ kind }) => audienceKinds.includes(kind)).map(({ id }) => id);
      return audienceIds.length === 0
        ? []
        : [{ ...message, audienceIds, channels: [...channels], contents: [...contents] }];
    }),
  }));
}

function demandAudiences(audiences: readonly Audience[]): readonly Audience[] {
  return demandList(audiences, "audiences").map((audience, i) => {
    demandText(audience.id, "id", ["audiences", i, "id"]);
    demandText(audience.kind, "kind", ["audiences", i, "kind"]);
    return { ...audience };
  });
}
