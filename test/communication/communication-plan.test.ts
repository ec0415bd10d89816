import { describe, expect, it } from "vitest";

import {
  AUDIENCE_KINDS,
  type Audience,
  CHANNEL_IDS,
  CHANNELS,
  communicationGaps,
  parseCommunicationPlan,
  STANDARD_MESSAGES,
  standardCommunicationPlan,
} from "../../src/communication/index.js";
import { NOTICE_CONTENTS, NOTICE_KINDS, PHASE_IDS, REQUIRED_CONTENTS } from "../../src/lifecycle/index.js";
import { faults } from "../kit/caught.js";

const audience = { id: "staff", title: "All staff", kind: "users", size: 420 };
const message = {
  id: "announcement",
  title: "Announce the upgrade",
  stage: "before",
  offsetWorkingDays: -20,
  audienceIds: ["staff"],
  channels: ["email"],
  contents: ["benefits"],
  owner: "Change manager",
  sentOn: "2026-03-13",
};
const plan = (more: object) => ({ audiences: [audience], messages: [{ ...message, ...more }] });

describe("parseCommunicationPlan", () => {
  it("reads what it writes", () => {
    const data = plan({});
    expect(parseCommunicationPlan(JSON.parse(JSON.stringify(data)))).toEqual(data);
    expect(parseCommunicationPlan(plan({ offsetWorkingDays: 0 })).messages[0]?.offsetWorkingDays).toBe(0);
    expect(parseCommunicationPlan(plan({ stage: "during", offsetWorkingDays: 2 })).messages).toHaveLength(1);
  });

  it.each([
    { fault: "inconsistent messages.0.offsetWorkingDays", data: plan({ offsetWorkingDays: 1 }) },
    { fault: "inconsistent messages.0.offsetWorkingDays", data: plan({ stage: "after" }) },
    { fault: "out-of-range messages.0.offsetWorkingDays", data: plan({ offsetWorkingDays: -1.5 }) },
    { fault: "unknown-reference messages.0.audienceIds.1", data: plan({ audienceIds: ["staff", "board"] }) },
    { fault: "inconsistent messages.0.audienceIds.1", data: plan({ audienceIds: ["staff", "staff"] }) },
    { fault: "inconsistent messages.0.channels.2", data: plan({ channels: ["email", "phone", "email"] }) },
    { fault: "empty messages.0.audienceIds", data: plan({ audienceIds: [] }) },
    { fault: "empty messages.0.channels", data: plan({ channels: [] }) },
    { fault: "out-of-range messages.0.channels.0", data: plan({ channels: ["pigeon"] }) },
    { fault: "out-of-range messages.0.contents.0", data: plan({ contents: ["weather"] }) },
    { fault: "invalid-date messages.0.sentOn", data: plan({ sentOn: "2026-02-30" }) },
    { fault: "out-of-range audiences.0.size", data: { audiences: [{ ...audience, size: -1 }], messages: [] } },
    { fault: "duplicate-id audiences.1.id", data: { audiences: [audience, audience], messages: [] } },
  ])("refuses $fault", ({ fault, data }) => {
    expect(faults(() => parseCommunicationPlan(data))).toEqual([fault]);
  });
});

describe("the standard messages", () => {
  const everyone = AUDIENCE_KINDS.map((kind): Audience => ({ id: kind, title: kind, kind }));

  it("make a plan that parses and leaves nothing out, for any audience", () => {
    for (const audiences of [everyone, ...everyone.map((one) => [one])]) {
      const made = standardCommunicationPlan(audiences);
      expect(parseCommunicationPlan(JSON.parse(JSON.stringify(made)))).toEqual(made);
      expect(communicationGaps(made)).toEqual([]);
    }
  });

  it("go to the audiences of their kinds, and are left out without one", () => {
    const made = standardCommunicationPlan(everyone);
    expect(made.messages.map(({ id }) => id)).toEqual(STANDARD_MESSAGES.map(({ id }) => id));
    expect(made.messages.find(({ id }) => id === "last-call")?.audienceIds).toEqual(["users", "support"]);
    const board = standardCommunicationPlan([{ id: "board", title: "Board", kind: "management" }]);
    expect(board.messages.map(({ id }) => id)).toEqual([
      "announcement",
      "reminder",
      "progress",
      "completion",
      "feedback",
    ]);
  });

  it("require what the article asks to be said", () => {
    expect(REQUIRED_CONTENTS.before).toEqual(["benefits", "timeline", "disruptions"]);
    expect(REQUIRED_CONTENTS.during).toEqual(["progress", "issues"]);
    expect(REQUIRED_CONTENTS.after).toEqual(["completion", "new-features", "lingering-issues", "feedback-request"]);
    expect(Object.keys(REQUIRED_CONTENTS)).toEqual(NOTICE_KINDS);
    expect(Object.values(REQUIRED_CONTENTS).flat().sort()).toEqual([...NOTICE_CONTENTS].sort());
  });
});

describe("CHANNELS", () => {
  it("describe every channel once, with phases that exist and both sides of it", () => {
    expect(CHANNELS.map(({ id }) => id)).toEqual(CHANNEL_IDS);
    for (const { phases, advantages, disadvantages } of CHANNELS) {
      expect(phases.filter((phase) => !PHASE_IDS.includes(phase))).toEqual([]);
      expect(advantages.length * disadvantages.length).toBeGreaterThan(0);
    }
  });

  it("have the article's channels for announcements and for the client", () => {
    const used = (...uses: readonly string[]) => CHANNELS.filter(({ use }) => uses.includes(use)).map(({ id }) => id);
    expect(used("announcement", "both")).toEqual(["email", "website", "social-media", "in-app"]);
    expect(used("contact", "both")).toEqual(["email", "phone", "project-software", "video-call"]);
  });
});
