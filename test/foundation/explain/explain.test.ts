import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { type NoAnswer, noAnswer } from "../../../src/foundation/errors/index.js";
import { explain, figure, formula, type Note, renderExplanation } from "../../../src/foundation/explain/index.js";
import { money } from "../../../src/foundation/money/index.js";
import { caught, faults } from "../../kit/caught.js";
import { keepsFormulaLaws } from "../../kit/formula-laws.js";
import { TRAP } from "../../kit/trap.js";

interface PresentValueInput {
  readonly rate: number;
  readonly flows: readonly number[];
}

const presentValue = formula({
  id: "test.present-value",
  title: "Present value",
  unit: "money",
  units: { rate: "ratio", flows: "money" },
  source: [{ work: "A textbook", place: "chapter 1" }],
  compute({ rate, flows }: PresentValueInput, note) {
    let factor = 1;
    const rows = flows.map((flow, t) => {
      if (t > 0) factor /= 1 + rate;
      return { t, flow, factor, present: flow * factor };
    });
    note.table(
      {
        t: { unit: "periods" },
        flow: { unit: "money", expression: "flows[t]" },
        factor: { unit: "ratio", expression: "1 ÷ (1 + rate) ^ t" },
        present: { unit: "money", expression: "flow × factor" },
      },
      () => rows,
    );
    return note(
      "presentValue",
      "sum[i](present[i])",
      rows.reduce((sum, { present }) => sum + present, 0),
    );
  },
});

interface ProfitabilityInput extends PresentValueInput {
  readonly outlay: number;
}

const profitability = formula({
  id: "test.profitability",
  title: "Profitability",
  unit: "ratio",
  units: { rate: "ratio", flows: "money", outlay: "money" },
  outcomes: { "nothing-spent": "outlay = 0" },
  source: [{ work: "A textbook", place: "chapter 2" }],
  compute({ rate, flows, outlay }: ProfitabilityInput, note): number | NoAnswer<"nothing-spent"> {
    if (outlay === 0) return note.none("nothing-spent");
    const worth = note.figure("worth", presentValue, { rate, flows });
    return note("profitability", "worth ÷ outlay", worth / outlay);
  },
});

const half = formula({
  id: "test.half",
  title: "Half",
  unit: "ratio",
  units: { whole: "ratio" },
  source: [{ work: "A textbook", place: "chapter 3" }],
  compute: ({ whole }: { readonly whole: number }, note) => note.solves("half", "half + half = whole", whole / 2),
});

interface EchoInput {
  readonly one: unknown;
  readonly two?: unknown;
}

const echo = formula({
  id: "test.echo",
  title: "Echo",
  unit: "money",
  units: { one: "money", two: "date" },
  source: [{ work: "A textbook", place: "chapter 4" }],
  compute: ({ one }: EchoInput) => one as number,
});

const input = { rate: 1, flows: [4, 4, 4], outlay: 2 };

describe("explain", () => {
  it("shows the working in full, with a formula within a formula in place", () => {
    expect(explain(profitability, input)).toEqual({
      id: "test.profitability",
      title: "Profitability",
      unit: "ratio",
      inputs: [
        { symbol: "rate", unit: "ratio", value: 1 },
        { symbol: "flows", unit: "money", value: [4, 4, 4] },
        { symbol: "outlay", unit: "money", value: 2 },
      ],
      steps: [
        {
          kind: "figure",
          symbol: "worth",
          value: 7,
          detail: {
            id: "test.present-value",
            title: "Present value",
            unit: "money",
            inputs: [
              { symbol: "rate", unit: "ratio", value: 1 },
              { symbol: "flows", unit: "money", value: [4, 4, 4] },
            ],
            steps: [
              {
                kind: "table",
                columns: [
                  { symbol: "t", unit: "periods" },
                  { symbol: "flow", unit: "money", expression: "flows[t]" },
                  { symbol: "factor", unit: "ratio", expression: "1 ÷ (1 + rate) ^ t" },
                  { symbol: "present", unit: "money", expression: "flow × factor" },
                ],
                rows: [
                  [0, 4, 1, 4],
                  [1, 4, 0.5, 2],
                  [2, 4, 0.25, 1],
                ],
              },
              {
                kind: "calculated",
                symbol: "presentValue",
                expression: "sum[i](present[i])",
                substituted: "sum[i](present[i])",
                value: 7,
              },
            ],
            value: 7,
            source: [{ work: "A textbook", place: "chapter 1" }],
          },
        },
        {
          kind: "calculated",
          symbol: "profitability",
          expression: "worth ÷ outlay",
          substituted: "7 ÷ 2",
          value: 3.5,
        },
      ],
      value: 3.5,
      source: [{ work: "A textbook", place: "chapter 2" }],
    });
  });

  it("says why there is no answer", () => {
    const { steps, value } = explain(profitability, { ...input, outlay: 0 });
    expect(value).toEqual(noAnswer("nothing-spent"));
    expect(steps).toEqual([
      { kind: "outcome", reason: "nothing-spent", condition: "outlay = 0", substituted: "0 = 0" },
    ]);
  });

  it("is plain data that shares nothing with the input", () => {
    const flows = [1, 2];
    const explanation = explain(presentValue, { rate: 0, flows });
    expect(JSON.parse(JSON.stringify(explanation))).toEqual(explanation);
    flows[0] = 99;
    expect(explanation.inputs[1]?.value).toEqual([1, 2]);
  });

  it.each<readonly [string, () => unknown]>([
    ["test.present-value", () => presentValue(TRAP as PresentValueInput)],
    ["explain", () => explain(presentValue, TRAP as PresentValueInput)],
    ["figure", () => figure(null as never, input)],
    ["formula", () => formula(TRAP as never)],
    ["renderExplanation", () => renderExplanation(TRAP as never)],
  ])("lets no foreign error out, and says who was asked: %s", (subject, run) => {
    expect(caught(run)).toMatchObject({ code: "invalid-input", details: { subject, total: 1 } });
  });

  it("puts in what stands for one value, and leaves lists, functions and columns as names", () => {
    const worked = formula({
      id: "test.names",
      title: "Names",
      unit: "count",
      units: { max: "count", x: "count", list: "count", y: "count" },
      source: [{ work: "A textbook", place: "chapter 8" }],
      compute: (_: { max: number; x: number; list: number[]; y: number }, note) => {
        note.table({ y: { unit: "count" } }, () => [{ y: 1 }, { y: 2 }]);
        note("first", "max(max, x)", 5);
        note("second", "x × (max + first)", 20);
        note("third", "maximal(x) + list + y + z", 0);
        return note("x9", "second + x9", 1);
      },
    });
    const { steps } = explain(worked, { max: 5, x: 2, list: [1], y: 7 });
    expect(steps.map((step) => (step.kind === "calculated" ? step.substituted : step.kind))).toEqual([
      "table",
      "max(5, 2)",
      "2 × (5 + 5)",
      "maximal(2) + list + y + z",
      "20 + x9",
    ]);
  });

  it("does not list an input that was left out, and keeps one that is null", () => {
    expect(explain(echo, { one: null as never, two: undefined }).inputs).toEqual([
      { symbol: "one", unit: "money", value: null },
    ]);
  });

  it("gives no condition where the formula names none", () => {
    const silent = formula({
      id: "test.silent",
      title: "Silent",
      unit: "ratio",
      units: {},
      source: [{ work: "A textbook", place: "chapter 9" }],
      compute: (_: object, note) => note.none("nothing-due"),
    });
    const explanation = explain(silent, {});
    expect(explanation.steps).toEqual([{ kind: "outcome", reason: "nothing-due", condition: "", substituted: "" }]);
    expect(renderExplanation(explanation).split("\n")).toEqual([
      "Silent = no answer (nothing-due)",
      "  worked out",
      "    no answer (nothing-due), because : ",
      "  source: A textbook, chapter 9",
    ]);
  });

  it("copies answers and amounts, and of these no more than an amount has", () => {
    const given = { ...money("1", "EUR"), remark: "x" };
    const explanation = explain(echo, { one: given });
    expect(explanation.inputs).toEqual([{ symbol: "one", unit: "money", value: { amount: "1", currency: "EUR" } }]);
    expect(explanation.value).toEqual(money("1", "EUR"));
    const none = noAnswer("nothing-due");
    const { value } = explain(echo, { one: none });
    expect(value).toEqual(none);
    expect(value).not.toBe(none);
  });
});

describe("figure", () => {
  it("keeps what went in beside what came out", () => {
    expect(figure(profitability, input, "plan-a")).toEqual({
      id: "test.profitability",
      of: "plan-a",
      value: 3.5,
      input,
    });
    expect(figure(profitability, input)).toEqual({ id: "test.profitability", value: 3.5, input });
    expect("of" in figure(profitability, input)).toBe(false);
  });

  it("leaves out what was left out, and copies what it keeps", () => {
    const none = noAnswer("nothing-due");
    const kept = figure(echo, { one: none as never, two: undefined });
    expect(kept).toEqual({ id: "test.echo", value: none, input: { one: none } });
    expect("two" in kept.input).toBe(false);
    expect(kept.value).not.toBe(none);
    expect(figure(echo, { one: "2026-03-31" }).value).toBe("2026-03-31");
  });

  it("refuses an answer that is no finite number", () => {
    const run = () => figure(echo, { one: Number.NaN });
    expect(faults(run)).toEqual(["not-finite test.echo"]);
    expect(caught(run).message).toBe("test.echo must be finite, received NaN");
  });
});

describe("renderExplanation", () => {
  it("writes a page that a person can follow", () => {
    expect(renderExplanation(explain(profitability, input)).split("\n")).toEqual([
      "Profitability = 3.5",
      "  given",
      "    rate   = 1 (ratio)",
      "    flows  = [4, 4, 4]",
      "    outlay = 2",
      "  worked out",
      "    worth = Present value = 7",
      "      given",
      "        rate  = 1 (ratio)",
      "        flows = [4, 4, 4]",
      "      worked out",
      "        t  flow  factor  present",
      "        0     4       1        4",
      "        1     4     0.5        2",
      "        2     4    0.25        1",
      "        each flow = flows[t]",
      "        each factor = 1 ÷ (1 + rate) ^ t",
      "        each present = flow × factor",
      "        presentValue = sum[i](present[i]) = 7",
      "      source: A textbook, chapter 1",
      "    profitability = worth ÷ outlay = 7 ÷ 2 = 3.5",
      "  source: A textbook, chapter 2",
    ]);
  });

  it("says what was solved, and what has no answer and why", () => {
    expect(renderExplanation(explain(half, { whole: 3 }))).toContain(
      "half = 1.5, found by solving half + half = whole",
    );
    expect(renderExplanation(explain(profitability, { ...input, outlay: 0 }))).toContain(
      "no answer (nothing-spent), because outlay = 0: 0 = 0",
    );
  });

  it("shortens long lists and tables, and says by how much", () => {
    const flows = Array.from({ length: 60 }, (_, i) => i);
    const text = renderExplanation(explain(presentValue, { rate: 0, flows }), { rows: 4, values: 3 });
    expect(text).toContain("[0, … 58 more …, 59]");
    expect(text).toContain("… 57 more rows …");
    expect(text).not.toContain("[object");
  });

  it("writes no part that is empty, and no unit where the value shows it", () => {
    const words = formula({
      id: "test.words",
      title: "Words",
      unit: "text",
      units: { day: "date", word: "text", price: "money", years: "years", none: "count" },
      source: [{ work: "A textbook", place: "chapter 10" }],
      compute: ({ word }: { day: string; word: string; price: object; years: number; none: number[] }) => word,
    });
    const given = { day: "2026-03-31", word: "yes", price: money("2", "EUR"), years: 3, none: [] };
    expect(renderExplanation(explain(words, given)).split("\n")).toEqual([
      "Words = yes",
      "  given",
      "    day   = 2026-03-31",
      "    word  = yes",
      "    price = 2 EUR",
      "    years = 3 (years)",
      "    none  = [] (count)",
      "  source: A textbook, chapter 10",
    ]);
    const nothing = { ...explain(words, given), inputs: [] };
    expect(renderExplanation(nothing).split("\n")).toEqual(["Words = yes", "  source: A textbook, chapter 10"]);
  });

  it("shows a list or a table whole when it is as long as may be shown, and makes columns as wide as what they hold", () => {
    const explanation = explain(presentValue, { rate: 0, flows: [100, 2, 3] });
    const whole = renderExplanation(explanation, { rows: 3, values: 3 }).split("\n");
    expect(whole[3]).toBe("    flows = [100, 2, 3]");
    expect(whole.slice(5, 9)).toEqual([
      "    t  flow  factor  present",
      "    0   100       1      100",
      "    1     2       1        2",
      "    2     3       1        3",
    ]);
    expect(renderExplanation(explanation, { rows: 2, values: 2 }).split("\n").slice(3, 9)).toEqual([
      "    flows = [100, … 1 more …, 3]",
      "  worked out",
      "    t  flow  factor  present",
      "    0   100       1      100",
      "… 1 more rows …".padStart(19),
      "    2     3       1        3",
    ]);
    const wide = explain(presentValue, { rate: 0, flows: [123456] });
    expect(renderExplanation(wide).split("\n").slice(5, 7)).toEqual([
      "    t    flow  factor  present",
      "    0  123456       1   123456",
    ]);
    const long = explain(presentValue, { rate: 0, flows: Array.from({ length: 25 }, (_, i) => i) });
    expect(renderExplanation(long)).toContain("[0, 1, 2, 3, 4, 5, … 18 more …, 24]");
    expect(renderExplanation(long)).toContain("… 2 more rows …");
  });

  it("writes amounts with their currency, once for a list of one", () => {
    const amounts = formula({
      id: "test.amounts",
      title: "Echo",
      unit: "money",
      units: { one: "money", same: "money", mixed: "money" },
      source: [{ work: "A textbook", place: "chapter 4" }],
      compute: ({ one }: { one: object; same: object[]; mixed: object[] }, note: Note) => note("echo", "one", one),
    });
    const [eur, usd] = [money("1", "EUR"), money("2.5", "USD")];
    const text = renderExplanation(explain(amounts, { one: eur, same: [eur, eur], mixed: [eur, usd] }));
    expect(text.split("\n").slice(2, 5)).toEqual([
      "    one   = 1 EUR",
      "    same  = [1, 1] EUR",
      "    mixed = [1 EUR, 2.5 USD]",
    ]);
  });
});

describe("laws", () => {
  const rate = fc.double({ min: 0, max: 2, noNaN: true });
  const flows = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 20 });

  it("the words say what the code does", () => {
    keepsFormulaLaws(presentValue, fc.record({ rate, flows }));
    keepsFormulaLaws(profitability, fc.record({ rate, flows, outlay: fc.integer({ min: 0, max: 5 }) }));
    keepsFormulaLaws(half, fc.record({ whole: rate }));
  });

  it.each([
    ["a wrong step", { expression: "part + whole", value: 0.5 }],
    ["a wrong value", { expression: "part ÷ whole", value: 0.50000001 }],
  ])("the laws see %s", (_, { expression, value }) => {
    const wrong = formula({
      id: "test.wrong",
      title: "Wrong",
      unit: "ratio",
      units: { part: "count", whole: "count" },
      source: [{ work: "A textbook", place: "chapter 5" }],
      compute: (_input: { part: number; whole: number }, note) => note("share", expression, value),
    });
    expect(() => {
      keepsFormulaLaws(wrong, fc.constant({ part: 1, whole: 2 }));
    }).toThrow();
  });

  it("the laws see a missing outcome, a wrong reason and a wrong solution", () => {
    const none = formula({
      id: "test.none",
      title: "None",
      unit: "ratio",
      units: { whole: "count" },
      outcomes: { "is-zero": "whole = 0" },
      source: [{ work: "A textbook", place: "chapter 6" }],
      compute: ({ whole }: { whole: number }, note): number | NoAnswer<"is-zero"> =>
        whole === 1 ? note.none("is-zero") : note("whole", "whole", whole),
    });
    const solved = formula({
      id: "test.solved",
      title: "Solved",
      unit: "ratio",
      units: { whole: "count" },
      source: [{ work: "A textbook", place: "chapter 7" }],
      compute: ({ whole }: { whole: number }, note) => note.solves("half", "half + half = whole", whole / 2 + 1e-9),
    });
    expect(() => {
      keepsFormulaLaws(none, fc.constant({ whole: 0 }));
    }).toThrow();
    expect(() => {
      keepsFormulaLaws(none, fc.constant({ whole: 1 }));
    }).toThrow();
    expect(() => {
      keepsFormulaLaws(solved, fc.constant({ whole: 3 }));
    }).toThrow();
  });
});
