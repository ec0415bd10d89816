import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { type Money, money } from "../../../src/foundation/money/index.js";
import { netPresentValue, scenarioTable, tornado } from "../../../src/roi/index.js";
import { faults } from "../../kit/caught.js";
import { law } from "../../kit/laws.js";
import { euros } from "../flows.js";

type Inputs = Readonly<Record<"gain" | "rate", number>>;
const byRate = ({ rate, gain }: Inputs): Money => netPresentValue({ rate, flows: euros(-100, gain), timing: "start" });
const base = { rate: 0.25, gain: 150 };

describe("scenarioTable", () => {
  it("changes inputs together, and keeps the order of the scenarios", () => {
    expect(
      scenarioTable(byRate, {
        base,
        scenarios: [
          { id: "poor", changes: { gain: 120, rate: 0.5 } },
          { id: "as planned", changes: {} },
          { id: "cheap money", changes: { rate: 0 } },
        ],
      }),
    ).toEqual({
      base: money(20, "EUR"),
      rows: [
        { id: "poor", result: money(-20, "EUR"), difference: money(-40, "EUR") },
        { id: "as planned", result: money(20, "EUR"), difference: money(0, "EUR") },
        { id: "cheap money", result: money(50, "EUR"), difference: money(30, "EUR") },
      ],
    });
  });

  it("takes numbers for the decimals that they stand for", () => {
    const { rows } = scenarioTable(({ x }: Readonly<Record<"x", number>>) => x, {
      base: { x: 0.1 },
      scenarios: [{ id: "more", changes: { x: 0.3 } }],
    });
    expect(rows[0]?.difference).toBe(0.2);
  });

  const poor = { id: "poor", changes: { gain: 120 } };
  it.each([
    ["an id twice", byRate, [poor, poor], "duplicate-id scenarios.1.id"],
    [
      "an input that there is not",
      byRate,
      [{ id: "a", changes: { cost: 1 } }],
      "unknown-reference scenarios.0.changes.cost",
    ],
    ["a value that is none", byRate, [{ id: "a", changes: { gain: NaN } }], "not-finite scenarios.0.changes.gain"],
    ["a result that is no number", () => "5", [], "wrong-type result"],
    [
      "another currency",
      ({ gain }: Inputs) => money(1, gain === 120 ? "USD" : "EUR"),
      [poor],
      "currency-mismatch result.currency",
    ],
    ["scenarios that are no list", byRate, 5, "wrong-type scenarios"],
    ["no model", 5, [], "wrong-type model"],
  ])("refuses %s", (_, model, scenarios, fault) => {
    expect(faults(() => scenarioTable(model as never, { base, scenarios } as never))).toEqual([fault]);
  });
});

describe("laws", () => {
  it("in a sum of inputs the differences of lone changes add up to that of all together", () => {
    const values = fc.record({ a: fc.integer(), b: fc.integer(), c: fc.integer() });
    law(fc.record({ base: values, changed: values }), ({ base: planned, changed }) => {
      const sum = ({ a, b, c }: Readonly<Record<"a" | "b" | "c", number>>): number => a + 2 * b - c;
      const { rows } = scenarioTable(sum, {
        base: planned,
        scenarios: [
          { id: "a", changes: { a: changed.a } },
          { id: "b", changes: { b: changed.b } },
          { id: "c", changes: { c: changed.c } },
          { id: "all", changes: changed },
        ],
      });
      const [a, b, c, all] = rows.map(({ difference }) => difference);
      expect((a ?? 0) + (b ?? 0) + (c ?? 0)).toBe(all);
    });
  });

  it("a lone input at its low and high value is its row of the tornado", () => {
    const range = fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }));
    law(range, ([low, more]) => {
      const { rows } = tornado(byRate, { base, ranges: [{ input: "gain", low, high: low + more }] });
      const table = scenarioTable(byRate, {
        base,
        scenarios: [
          { id: "low", changes: { gain: low } },
          { id: "high", changes: { gain: low + more } },
        ],
      });
      expect(table.rows.map(({ result }) => result)).toEqual([rows[0]?.low, rows[0]?.high]);
    });
  });
});
