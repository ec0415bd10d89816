import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  assessCommunication,
  COMMUNICATION_FORMULAS,
  communicationGaps,
  type CommunicationPlan,
  type Message,
  planMessages,
  standardCommunicationPlan,
} from "../../src/communication/index.js";
import { type CivilDate, civilDateOf } from "../../src/foundation/guard/index.js";
import { countWorkingDays, STANDARD_WEEK } from "../../src/foundation/time/index.js";
import { faults } from "../kit/caught.js";
import { law } from "../kit/laws.js";

const message = (id: string, offsetWorkingDays: number, more: Partial<Message> = {}): Message => ({
  id,
  title: id,
  stage: offsetWorkingDays < 0 ? "before" : offsetWorkingDays === 0 ? "during" : "after",
  offsetWorkingDays,
  audienceIds: ["staff"],
  channels: ["email"],
  contents: [],
  ...more,
});
const plan = (...messages: readonly Message[]): CommunicationPlan => ({
  audiences: [
    { id: "staff", title: "All staff", kind: "users", size: 420 },
    { id: "desk", title: "Service desk", kind: "support", size: 8 },
    { id: "board", title: "Board", kind: "management" },
  ],
  messages,
});

describe("planMessages", () => {
  it("counts working days from the go-live", () => {
    // 13 April 2026 is a Monday; Good Friday and Easter Monday lie before it.
    const calendar = { ...STANDARD_WEEK, holidays: [{ date: "2026-04-03" }, { date: "2026-04-06" }] } as const;
    const messages = [message("after", 1), message("day", 0), message("eve", -1), message("week", -5)];
    const dated = planMessages(plan(...messages), { goLive: "2026-04-13", calendar });
    expect(dated.map(({ id, on }) => [id, on])).toEqual([
      ["week", "2026-04-02"],
      ["eve", "2026-04-10"],
      ["day", "2026-04-13"],
      ["after", "2026-04-14"],
    ]);
  });

  it("keeps a go-live on a day off, and the order of one day", () => {
    const dated = planMessages(plan(message("b", 0), message("a", 0), message("eve", -1), message("next", 1)), {
      goLive: "2026-04-11",
    });
    expect(dated.map(({ id, on }) => [id, on])).toEqual([
      ["eve", "2026-04-10"],
      ["b", "2026-04-11"],
      ["a", "2026-04-11"],
      ["next", "2026-04-13"],
    ]);
  });

  it("counts the people it reaches, as far as known", () => {
    const to = (...audienceIds: readonly string[]) => plan(message("m", 0, { audienceIds }));
    const reached = (...ids: readonly string[]) => planMessages(to(...ids), { goLive: "2026-04-13" })[0]?.recipients;
    expect([reached("staff", "desk"), reached("desk", "board"), reached("board")]).toEqual([428, 8, 0]);
  });

  it("refuses days and offsets that are none", () => {
    expect(faults(() => planMessages(plan(), { goLive: "2026-04-31" as CivilDate }))).toEqual(["invalid-date goLive"]);
    expect(faults(() => planMessages(plan(message("m", 0.5)), { goLive: "2026-04-13" }))).toEqual([
      "out-of-range messages.0.offsetWorkingDays",
    ]);
  });
});

describe("communicationGaps", () => {
  it("names audiences, stages and contents that are left out", () => {
    const gaps = communicationGaps(
      plan(
        message("a", -20, { contents: ["benefits", "timeline"] }),
        message("b", -5, { contents: ["disruptions"] }),
        message("c", 1, { contents: ["completion"], audienceIds: ["staff", "desk"] }),
      ),
    );
    expect(gaps).toEqual([
      { code: "stage-without-message", audienceId: "staff", stage: "during" },
      {
        code: "content-missing",
        audienceId: "staff",
        stage: "after",
        contents: ["new-features", "lingering-issues", "feedback-request"],
      },
      { code: "stage-without-message", audienceId: "desk", stage: "before" },
      { code: "stage-without-message", audienceId: "desk", stage: "during" },
      {
        code: "content-missing",
        audienceId: "desk",
        stage: "after",
        contents: ["new-features", "lingering-issues", "feedback-request"],
      },
      { code: "audience-without-messages", audienceId: "board" },
    ]);
  });
});

describe("assessCommunication", () => {
  const goLive = "2026-04-13";
  const messages = [
    message("on-time", -20, { sentOn: "2026-03-16" }),
    message("early", -10, { sentOn: "2026-03-20" }),
    message("late", -9, { sentOn: "2026-04-02" }),
    message("overdue", -5),
    message("today", -4),
    message("sent-tomorrow", -4, { sentOn: "2026-04-08" }),
    message("ahead", 1),
    message("sent-ahead", 2, { sentOn: "2026-04-07" }),
  ];

  it("tells how each message stands, and the share on time", () => {
    const assessed = assessCommunication(plan(...messages), { asOf: "2026-04-07", goLive });
    expect(assessed.messages.map(({ id, on, standing }) => `${on} ${id} ${standing}`)).toEqual([
      "2026-03-16 on-time sent",
      "2026-03-30 early sent",
      "2026-03-31 late sent-late",
      "2026-04-06 overdue overdue",
      "2026-04-07 today due",
      "2026-04-07 sent-tomorrow due",
      "2026-04-14 ahead planned",
      "2026-04-15 sent-ahead sent",
    ]);
    expect(assessed.messagesOnTime).toBe(0.6);
    expect(assessed.figures).toEqual([
      { id: "communication.messages-on-time", value: 0.6, input: { onTime: 3, late: 2 } },
    ]);
    expect(COMMUNICATION_FORMULAS.map(({ id }) => id)).toEqual(["communication.messages-on-time"]);
    expect(JSON.parse(JSON.stringify(assessed))).toEqual(assessed);
  });

  it("does not see what was sent later", () => {
    const sent = assessCommunication(plan(...messages), { asOf: "2026-04-07", goLive }).messages;
    expect(sent.find(({ id }) => id === "sent-tomorrow")).not.toHaveProperty("sentOn");
  });

  it("moves with the go-live", () => {
    const { messages: moved } = assessCommunication(plan(message("m", -5)), {
      asOf: "2026-04-07",
      goLive: "2026-04-20",
    });
    expect(moved.map(({ on, standing }) => [on, standing])).toEqual([["2026-04-13", "planned"]]);
  });

  it("has no share before anything was sent or due", () => {
    const plan = standardCommunicationPlan([{ id: "staff", title: "All staff", kind: "users" }]);
    expect(assessCommunication(plan, { asOf: "2026-03-01", goLive }).messagesOnTime).toEqual({
      kind: "none",
      reason: "nothing-due",
    });
  });

  it("refuses days that are none", () => {
    expect(faults(() => assessCommunication(plan(), { asOf: "2026-02-30" as CivilDate, goLive }))).toEqual([
      "invalid-date asOf",
    ]);
  });
});

describe("laws", () => {
  const day = fc.integer({ min: 20_500, max: 20_560 }).map((n) => civilDateOf(n));
  const messages = fc
    .array(fc.record({ offset: fc.integer({ min: -20, max: 20 }), sentOn: fc.option(day, { nil: undefined }) }), {
      maxLength: 8,
    })
    .map((all) =>
      all.map(({ offset, sentOn }, i) => message(String(i), offset, sentOn === undefined ? {} : { sentOn })),
    );

  it("an offset is the number of working days from the go-live", () => {
    law(fc.tuple(day, fc.integer({ min: 1, max: 20 })), ([goLive, n]) => {
      const [before, after] = planMessages(plan(message("b", -n), message("a", n)), { goLive });
      // Both ends are counted; the go-live itself only when it is worked.
      const onTheDay = countWorkingDays(goLive, goLive, STANDARD_WEEK);
      expect(countWorkingDays(before?.on ?? goLive, goLive, STANDARD_WEEK)).toBe(n + onTheDay);
      expect(countWorkingDays(goLive, after?.on ?? goLive, STANDARD_WEEK)).toBe(n + onTheDay);
    });
  });

  it("gives the same answer when what came after is erased", () => {
    law(fc.tuple(messages, day, day), ([all, goLive, asOf]) => {
      const erased = all.map(({ sentOn, ...rest }) =>
        sentOn !== undefined && sentOn <= asOf ? { ...rest, sentOn } : rest,
      );
      const options = { goLive, asOf };
      expect(assessCommunication(plan(...erased), options)).toEqual(assessCommunication(plan(...all), options));
    });
  });
});
