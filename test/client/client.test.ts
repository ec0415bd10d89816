import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { isNoAnswer } from "../../src/foundation/errors/index.js";
import { explain } from "../../src/foundation/explain/index.js";
import { civilDateOf, demandDay } from "../../src/foundation/guard/index.js";
import {
  assessClient,
  CLIENT_FORMULAS,
  type ClientRecord,
  type Expectation,
  type ExpectationStatus,
  expectationsKept,
  type Feedback,
  type FeedbackAction,
  parseClientRecord,
  parseExpectationsKeptInput,
} from "../../src/client/index.js";
import { faults } from "../kit/caught.js";
import { keepsFormulaLaws } from "../kit/formula-laws.js";
import { law } from "../kit/laws.js";

const SCALE = { low: 1, high: 5 };
const RECORD: ClientRecord = {
  expectations: [
    {
      id: "E-4",
      statement: "Old screens kept",
      agreedOn: "2026-01-05",
      due: "2026-03-01",
      status: "dropped",
      droppedOn: "2026-02-20",
    },
    {
      id: "E-1",
      statement: "Weekly report",
      agreedOn: "2026-01-05",
      due: "2026-03-31",
      status: "met",
      deliveredOn: "2026-03-31",
    },
    { id: "E-2", statement: "All staff trained", agreedOn: "2026-01-05", due: "2026-04-15", status: "open" },
    {
      id: "E-3",
      statement: "Data moved",
      agreedOn: "2026-01-05",
      due: "2026-02-28",
      status: "missed",
      deliveredOn: "2026-03-09",
    },
    { id: "E-5", statement: "Friendly tone", agreedOn: "2026-01-05", status: "open" },
  ],
  feedback: [
    {
      id: "F-1",
      on: "2026-02-10",
      kind: "survey",
      answers: { scores: [5, 2, null], scale: SCALE, satisfiedFrom: 4, invited: 4 },
      themes: ["speed"],
    },
    {
      id: "F-2",
      on: "2026-03-10",
      kind: "session",
      answers: { scores: [4], scale: SCALE, satisfiedFrom: 4 },
      themes: ["training"],
    },
    { id: "F-3", on: "2026-03-20", kind: "check-in", themes: ["training", "speed"], comment: "Too fast." },
  ],
  actions: [
    { id: "A-1", feedbackId: "F-1", owner: "Architect", dueOn: "2026-02-28", doneOn: "2026-03-05" },
    { id: "A-2", feedbackId: "F-2", owner: "Trainer", dueOn: "2026-03-20" },
    { id: "A-3", feedbackId: "F-2", owner: "Trainer", dueOn: "2026-03-15" },
  ],
};

describe("assessClient", () => {
  it("says how things stood at the end of March", () => {
    expect(assessClient(RECORD, { asOf: "2026-03-31" })).toEqual({
      expectations: [
        { id: "E-1", standing: "met" },
        { id: "E-2", standing: "open" },
        { id: "E-3", standing: "missed" },
        { id: "E-4", standing: "dropped" },
        { id: "E-5", standing: "open" },
      ],
      expectationsKept: 0.5,
      satisfaction: {
        answered: 1,
        satisfied: 1,
        satisfaction: 1,
        interval: { low: 0.20654931437723742, high: 1 },
        mean: 4,
        median: 4,
        feedbackId: "F-2",
        on: "2026-03-10",
      },
      overdueActions: [
        { id: "A-3", feedbackId: "F-2", owner: "Trainer", dueOn: "2026-03-15", daysLate: 16 },
        { id: "A-2", feedbackId: "F-2", owner: "Trainer", dueOn: "2026-03-20", daysLate: 11 },
      ],
      openThemes: [
        { theme: "training", feedbackIds: ["F-2", "F-3"] },
        { theme: "speed", feedbackIds: ["F-3"] },
      ],
      figures: [
        { id: "client.expectations-kept", value: 0.5, input: { met: 1, missed: 1 } },
        { id: "statistics.satisfaction", of: "F-2", value: 1, input: { satisfied: 1, answered: 1 } },
      ],
    });
  });

  it("says how things stood a month before, as it was known then", () => {
    const assessment = assessClient(RECORD, { asOf: "2026-03-01" });
    expect(assessment.expectations.map(({ id, standing }) => `${id} ${standing}`)).toEqual([
      "E-1 open",
      "E-2 open",
      "E-3 missed",
      "E-4 dropped",
      "E-5 open",
    ]);
    expect(assessment.expectationsKept).toBe(0);
    expect(assessment.satisfaction).toMatchObject({ feedbackId: "F-1", answered: 2, satisfied: 1, responseRate: 0.5 });
    expect(assessment.overdueActions.map(({ id, daysLate }) => [id, daysLate])).toEqual([["A-1", 1]]);
    expect(assessment.openThemes).toEqual([{ theme: "speed", feedbackIds: ["F-1"] }]);
    expect(assessment.figures.map(({ id }) => id)).toEqual([
      "client.expectations-kept",
      "statistics.satisfaction",
      "statistics.response-rate",
    ]);
  });

  it("counts what is open after its day as missed", () => {
    const { expectations } = assessClient(RECORD, { asOf: "2026-04-16" });
    expect(expectations).toContainEqual({ id: "E-2", standing: "missed" });
    expect(assessClient(RECORD, { asOf: "2026-04-15" }).expectations).toContainEqual({ id: "E-2", standing: "open" });
  });

  it("takes what was given up later as what it was then", () => {
    const { expectations } = assessClient(RECORD, { asOf: "2026-02-19" });
    expect(expectations).toContainEqual({ id: "E-4", standing: "open" });
  });

  it("takes the survey with the larger id when two are of one day", () => {
    const answers = { scores: [1], scale: SCALE, satisfiedFrom: 4 };
    const [one, two]: readonly Feedback[] = [
      { id: "F-8", on: "2026-03-10", kind: "survey", answers },
      { id: "F-9", on: "2026-03-10", kind: "survey", answers },
    ];
    for (const feedback of [
      [one, two],
      [two, one],
    ] as Feedback[][]) {
      const { satisfaction } = assessClient({ expectations: [], feedback, actions: [] }, { asOf: "2026-03-31" });
      expect(satisfaction).toMatchObject({ feedbackId: "F-9" });
    }
  });

  it("has no answers where there is nothing", () => {
    const nothing = assessClient({ expectations: [], feedback: [], actions: [] }, { asOf: "2026-03-31" });
    expect(nothing).toEqual({
      expectations: [],
      expectationsKept: { kind: "none", reason: "nothing-due" },
      satisfaction: { kind: "none", reason: "nobody-asked" },
      overdueActions: [],
      openThemes: [],
      figures: [
        {
          id: "client.expectations-kept",
          value: { kind: "none", reason: "nothing-due" },
          input: { met: 0, missed: 0 },
        },
      ],
    });
  });

  it("refuses a day that does not exist", () => {
    expect(faults(() => assessClient(RECORD, { asOf: "2026-02-30" }))).toEqual(["invalid-date asOf"]);
    expect(faults(() => assessClient(null as never, { asOf: "2026-03-31" }))).toEqual(["unreadable"]);
  });
});

describe("parseClientRecord", () => {
  const [dropped, met, , missed] = RECORD.expectations as [Expectation, Expectation, Expectation, Expectation];
  const expectation = (change: object) => ({ ...RECORD, expectations: [change] });
  const answers = (change: object) => ({
    ...RECORD,
    actions: [],
    feedback: [
      {
        id: "F-1",
        on: "2026-02-10",
        kind: "survey",
        answers: { scores: [5, 2], scale: SCALE, satisfiedFrom: 4, ...change },
      },
    ],
  });
  const action = (change: object) => ({ ...RECORD, actions: [{ ...RECORD.actions[0], ...change }] });

  it("takes the record as it is, and gives a copy", () => {
    const data: unknown = JSON.parse(JSON.stringify(RECORD));
    const read = parseClientRecord(data);
    expect(read).toEqual(RECORD);
    expect(read).not.toBe(data);
  });

  it.each<[string, object, readonly string[]]>([
    [
      "a due day before the agreement",
      expectation({ ...met, due: "2026-01-04" }),
      ["inconsistent expectations.0.due", "inconsistent expectations.0.deliveredOn"],
    ],
    [
      "a delivery before the agreement",
      expectation({ ...met, deliveredOn: "2026-01-04" }),
      ["inconsistent expectations.0.deliveredOn"],
    ],
    [
      "met without a delivery",
      expectation({ id: "E", statement: "x", agreedOn: "2026-01-05", status: "met" }),
      ["missing expectations.0.deliveredOn"],
    ],
    [
      "met after its day",
      expectation({ ...met, deliveredOn: "2026-04-01" }),
      ["inconsistent expectations.0.deliveredOn"],
    ],
    [
      "missed in time",
      expectation({ ...missed, deliveredOn: "2026-02-28" }),
      ["inconsistent expectations.0.deliveredOn"],
    ],
    [
      "missed without a day",
      expectation({ id: "E", statement: "x", agreedOn: "2026-01-05", status: "missed" }),
      ["missing expectations.0.due"],
    ],
    ["open and delivered", expectation({ ...met, status: "open" }), ["inconsistent expectations.0.deliveredOn"]],
    ["open and given up", expectation({ ...dropped, status: "open" }), ["inconsistent expectations.0.droppedOn"]],
    [
      "dropped without a day",
      expectation({ id: "E", statement: "x", agreedOn: "2026-01-05", status: "dropped" }),
      ["missing expectations.0.droppedOn"],
    ],
    [
      "dropped before the agreement",
      expectation({ ...dropped, droppedOn: "2026-01-04" }),
      ["inconsistent expectations.0.droppedOn"],
    ],
    ["an answer off its scale", answers({ scores: [5, 6] }), ["out-of-range feedback.0.answers.scores.1"]],
    ["half an answer", answers({ scores: [4.5] }), ["out-of-range feedback.0.answers.scores.0"]],
    ["a mark off the scale", answers({ satisfiedFrom: 0 }), ["out-of-range feedback.0.answers.satisfiedFrom"]],
    ["a scale without steps", answers({ scale: { low: 1, high: 1 } }), ["inconsistent feedback.0.answers.scale.high"]],
    ["fewer invited than answered", answers({ invited: 1 }), ["inconsistent feedback.0.answers.invited"]],
    ["an action for nothing", action({ feedbackId: "F-9" }), ["unknown-reference actions.0.feedbackId"]],
    ["an action due before the feedback", action({ dueOn: "2026-02-09" }), ["inconsistent actions.0.dueOn"]],
    ["an action done before the feedback", action({ doneOn: "2026-02-09" }), ["inconsistent actions.0.doneOn"]],
    ["an id twice", { ...RECORD, expectations: [met, met] }, ["duplicate-id expectations.1.id"]],
    ["an unknown key", { ...RECORD, mood: "good" }, ["unknown-key mood"]],
  ])("refuses %s", (_title, data, expected) => {
    expect(faults(() => parseClientRecord(data))).toEqual(expected);
  });
});

describe("a promise that was dropped", () => {
  const promise = (droppedOn: Expectation["agreedOn"], due?: Expectation["agreedOn"]): Expectation => ({
    id: "E",
    statement: "x",
    agreedOn: "2026-01-05",
    status: "dropped",
    droppedOn,
    ...(due === undefined ? {} : { due }),
  });
  const standing = (one: Expectation): unknown => {
    const { expectations, expectationsKept: kept } = assessClient(
      { expectations: [one], feedback: [], actions: [] },
      { asOf: "2026-04-01" },
    );
    return [expectations[0]?.standing, kept];
  };
  const none = { kind: "none", reason: "nothing-due" };

  it("counts on neither side up to the day it was due, and as missed from then on", () => {
    expect(standing(promise("2026-03-01", "2026-03-01"))).toEqual(["dropped", none]);
    expect(standing(promise("2026-03-02", "2026-03-01"))).toEqual(["missed", 0]);
    expect(standing(promise("2026-03-02"))).toEqual(["dropped", none]);
    expect(standing(promise("2026-04-02"))).toEqual(["open", none]);
  });
});

describe("expectationsKept", () => {
  it("counts what fell due", () => {
    expect(expectationsKept({ met: 9, missed: 1 })).toBe(0.9);
    expect(expectationsKept({ met: 0, missed: 0 })).toEqual({ kind: "none", reason: "nothing-due" });
    expect(faults(() => expectationsKept({ met: -1, missed: 0 }))).toEqual(["out-of-range met"]);
    expect(faults(() => parseExpectationsKeptInput({ met: "1" }))).toEqual(["wrong-type met", "missing missed"]);
    expect(CLIENT_FORMULAS.map(({ id }) => id)).toEqual(["client.expectations-kept"]);
  });

  it("shows its working", () => {
    expect(explain(expectationsKept, { met: 3, missed: 1 }).steps).toEqual([
      {
        kind: "calculated",
        symbol: "kept",
        expression: "met ÷ (met + missed)",
        substituted: "3 ÷ (3 + 1)",
        value: 0.75,
      },
    ]);
  });
});

describe("laws", () => {
  const start = demandDay("2026-03-01", "start");
  const day = (n: number) => civilDateOf(start + n);
  const offset = fc.integer({ min: 0, max: 40 });

  const expectation = fc
    .tuple(offset, fc.option(offset), fc.constantFrom<ExpectationStatus>("met", "missed", "open", "dropped"), offset)
    .map(([agreed, dueIn, status, length]): Expectation => {
      const agreedOn = day(agreed);
      const due = dueIn === null ? {} : { due: day(agreed + dueIn) };
      const base = { id: "", statement: "x", agreedOn, ...due };
      switch (status) {
        case "met":
          return { ...base, status, deliveredOn: day(agreed + (dueIn === null ? length : Math.min(length, dueIn))) };
        case "missed":
          return {
            ...base,
            status,
            due: day(agreed + (dueIn ?? 0)),
            deliveredOn: day(agreed + (dueIn ?? 0) + 1 + length),
          };
        case "dropped":
          return { ...base, status, droppedOn: day(agreed + length) };
        default:
          return { ...base, status: "open" };
      }
    });
  const feedback = fc
    .tuple(offset, fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 3 }), fc.subarray(["a", "b", "c"]))
    .map(
      ([on, scores, themes]): Feedback => ({
        id: "",
        on: day(on),
        kind: "survey",
        themes,
        ...(scores.length === 0 ? {} : { answers: { scores, scale: SCALE, satisfiedFrom: 4 } }),
      }),
    );
  const action = fc.tuple(fc.nat(9), offset, fc.option(offset));
  const record: fc.Arbitrary<ClientRecord> = fc
    .tuple(
      fc.array(expectation, { maxLength: 8 }),
      fc.array(feedback, { maxLength: 5 }),
      fc.array(action, { maxLength: 6 }),
    )
    .map(([expectations, heard, todo]) => {
      const all = heard.map((one, i) => ({ ...one, id: `F-${String(i)}` }));
      const actions = todo.flatMap(([which, due, done], i): readonly FeedbackAction[] => {
        const about = all[which % Math.max(1, all.length)];
        if (about === undefined) return [];
        const from = demandDay(about.on, "on");
        const doneOn = done === null ? {} : { doneOn: civilDateOf(from + done) };
        return [{ id: `A-${String(i)}`, feedbackId: about.id, owner: "x", dueOn: civilDateOf(from + due), ...doneOn }];
      });
      return { expectations: expectations.map((one, i) => ({ ...one, id: `E-${String(i)}` })), feedback: all, actions };
    });

  it("the words say what the code does", () => {
    keepsFormulaLaws(expectationsKept, fc.record({ met: fc.nat(5), missed: fc.nat(5) }));
  });

  it("a record survives a round trip through JSON", () => {
    law(record, (given) => {
      expect(parseClientRecord(JSON.parse(JSON.stringify(given)))).toEqual(given);
    });
  });

  it("the order of the records makes no difference", () => {
    law(fc.tuple(record, offset), ([given, asOf]) => {
      const turned = {
        expectations: [...given.expectations].reverse(),
        feedback: [...given.feedback].reverse(),
        actions: [...given.actions].reverse(),
      };
      expect(assessClient(turned, { asOf: day(asOf) })).toEqual(assessClient(given, { asOf: day(asOf) }));
    });
  });

  it("what is written down later does not change an earlier report", () => {
    law(fc.tuple(record, offset), ([given, n]) => {
      const asOf = day(n);
      // What the record held on that day, with nothing of what came after.
      const then: ClientRecord = {
        expectations: given.expectations
          .filter(({ agreedOn }) => agreedOn <= asOf)
          .map(({ deliveredOn, droppedOn, status, ...one }) => {
            if (status === "met" && deliveredOn !== undefined && deliveredOn <= asOf)
              return { ...one, status, deliveredOn };
            if (status === "dropped" && droppedOn !== undefined && droppedOn <= asOf)
              return { ...one, status, droppedOn };
            return { ...one, status: "open" as const };
          }),
        feedback: given.feedback.filter(({ on }) => on <= asOf),
        actions: given.actions
          .filter(({ feedbackId }) => given.feedback.some(({ id, on }) => id === feedbackId && on <= asOf))
          .map(({ doneOn, ...one }) => (doneOn !== undefined && doneOn <= asOf ? { ...one, doneOn } : one)),
      };
      expect(assessClient(given, { asOf })).toEqual(assessClient(then, { asOf }));
    });
  });

  it("every expectation agreed by then stands somewhere, and the share counts what fell due", () => {
    law(fc.tuple(record, offset), ([given, n]) => {
      const asOf = day(n);
      const { expectations, expectationsKept: kept } = assessClient(given, { asOf });
      expect(expectations).toHaveLength(given.expectations.filter(({ agreedOn }) => agreedOn <= asOf).length);
      const met = expectations.filter(({ standing }) => standing === "met").length;
      const due = met + expectations.filter(({ standing }) => standing === "missed").length;
      if (isNoAnswer(kept)) expect(due).toBe(0);
      else expect(kept).toBe(met / due);
    });
  });
});
