import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { type Money, money } from "../../../src/foundation/money/index.js";
import { netPresentValue, tornado } from "../../../src/roi/index.js";
import { faults } from "../../kit/caught.js";
import { law } from "../../kit/laws.js";
import { euros } from "../flows.js";

const profit = ({ price, volume, unitCost, fixed }: Readonly<Record<string, number>>): number =>
  (volume ?? 0) * ((price ?? 0) - (unitCost ?? 0)) - (fixed ?? 0);
const base = { price: 10, volume: 1000, unitCost: 6, fixed: 1500 };

describe("tornado", () => {
  it("puts first what moves the result most", () => {
    const { base: planned, rows } = tornado(profit, {
      base,
      ranges: [
        { input: "fixed", low: 1500, high: 1500 },
        { input: "price", low: 8, high: 13 },
        { input: "volume", low: 900, high: 1200 },
        { input: "unitCost", low: 5, high: 8 },
      ],
    });
    expect(planned).toBe(2500);
    expect(rows).toEqual([
      { input: "price", low: 500, high: 5500, swing: 5000 },
      { input: "unitCost", low: 3500, high: 500, swing: 3000 },
      { input: "volume", low: 2100, high: 3300, swing: 1200 },
      { input: "fixed", low: 2500, high: 2500, swing: 0 },
    ]);
  });

  it("orders equal swings by name, whatever the order of the ranges", () => {
    const sum = ({ a, b, c }: Readonly<Record<"a" | "b" | "c", number>>): number => a + b + c;
    const range = (input: "a" | "b" | "c") => ({ input, low: 0, high: 1 });
    const { rows } = tornado(sum, { base: { a: 0, b: 0, c: 0 }, ranges: [range("c"), range("a"), range("b")] });
    expect(rows.map(({ input }) => input)).toEqual(["a", "b", "c"]);
  });

  it("tells doubles apart as the decimals that they stand for", () => {
    const { rows } = tornado(({ x }: Readonly<Record<"x", number>>) => x, {
      base: { x: 0 },
      ranges: [{ input: "x", low: 0.1, high: 0.3 }],
    });
    expect(rows[0]?.swing).toBe(0.2);
  });

  it("takes money of any size exactly", () => {
    const byRate = ({ rate, gain }: Readonly<Record<"rate" | "gain", number>>): Money =>
      netPresentValue({ rate, flows: euros(-100, gain), timing: "start" });
    const { base: planned, rows } = tornado(byRate, {
      base: { rate: 0.25, gain: 150 },
      ranges: [
        { input: "rate", low: 0, high: 0.5 },
        { input: "gain", low: 125, high: 200 },
      ],
    });
    expect(planned).toEqual(money(20, "EUR"));
    expect(rows).toEqual([
      { input: "gain", low: money(0, "EUR"), high: money(60, "EUR"), swing: money(60, "EUR") },
      { input: "rate", low: money(50, "EUR"), high: money(0, "EUR"), swing: money(50, "EUR") },
    ]);
  });

  it("hands the model an object of its own each time", () => {
    const given: object[] = [];
    const keeping = (inputs: Readonly<Record<"x", number>>): number => {
      given.push(inputs);
      const { x } = inputs;
      (inputs as { x: number }).x = 99;
      return x;
    };
    expect(tornado(keeping, { base: { x: 1 }, ranges: [{ input: "x", low: 0, high: 2 }] }).rows[0]?.swing).toBe(2);
    expect(new Set(given).size).toBe(3);
  });

  it("has no rows without ranges", () => {
    expect(tornado(profit, { base, ranges: [] })).toEqual({ base: 2500, rows: [] });
  });

  const range = { input: "price", low: 1, high: 2 };
  it.each([
    [
      "an input that there is not",
      profit,
      { base, ranges: [{ ...range, input: "cost" }] },
      "unknown-reference ranges.0.input",
    ],
    ["an input twice", profit, { base, ranges: [range, range] }, "duplicate-id ranges.1.input"],
    ["a low above its high", profit, { base, ranges: [{ ...range, low: 3 }] }, "out-of-range ranges.0.low"],
    ["a range without end", profit, { base, ranges: [{ ...range, high: Infinity }] }, "not-finite ranges.0.high"],
    ["a base that is no number", profit, { base: { price: "10" }, ranges: [] }, "wrong-type base.price"],
    ["a result that is no number", () => NaN, { base, ranges: [] }, "not-finite result"],
    ["a result that is text", () => "5", { base, ranges: [] }, "wrong-type result"],
    ["no result", () => undefined, { base, ranges: [] }, "wrong-type result"],
    ["no model", 5, { base, ranges: [] }, "wrong-type model"],
    ["ranges that are no list", profit, { base, ranges: 5 }, "wrong-type ranges"],
    [
      "money where the base gave a number",
      ({ price }: Readonly<Record<string, number>>) => (price === 10 ? 5 : money(5, "EUR")),
      { base, ranges: [range] },
      "wrong-type result",
    ],
    [
      "another currency",
      ({ price }: Readonly<Record<string, number>>) => money(5, price === 1 ? "USD" : "EUR"),
      { base, ranges: [range] },
      "currency-mismatch result.currency",
    ],
  ])("refuses %s", (_, model, options, fault) => {
    expect(faults(() => tornado(model as never, options as never))).toEqual([fault]);
  });
});

describe("laws", () => {
  const inputs = fc
    .uniqueArray(fc.tuple(fc.string({ minLength: 1, maxLength: 3 }), fc.integer({ min: -9, max: 9 })), {
      minLength: 1,
      maxLength: 6,
      selector: ([name]) => name,
    })
    .chain((rows) =>
      fc.record({
        slopes: fc.constant(new Map(rows)),
        ranges: fc.constant(rows.map(([input], i) => ({ input, low: -i, high: 2 * i + 1 }))),
      }),
    );

  it("in a sum of inputs each swing is its slope times its range, and the rows fall", () => {
    law(inputs, ({ slopes, ranges }) => {
      const sum = (given: Readonly<Record<string, number>>): number =>
        [...slopes].reduce((total, [name, slope]) => total + slope * (given[name] ?? 0), 0);
      const zero = Object.fromEntries([...slopes].map(([name]) => [name, 0]));
      const { rows } = tornado(sum, { base: zero, ranges });
      expect(rows).toHaveLength(ranges.length);
      rows.forEach(({ input, swing }, i) => {
        const range = ranges.find((one) => one.input === input);
        expect(swing).toBe(Math.abs(slopes.get(input) ?? 0) * ((range?.high ?? 0) - (range?.low ?? 0)));
        expect(swing).toBeLessThanOrEqual(rows[i - 1]?.swing ?? Infinity);
      });
    });
  });

  it("the order of the ranges changes nothing", () => {
    law(inputs, ({ slopes, ranges }) => {
      const sum = (given: Readonly<Record<string, number>>): number =>
        [...slopes].reduce((total, [name, slope]) => total + slope * (given[name] ?? 0), 0);
      const zero = Object.fromEntries([...slopes].map(([name]) => [name, 0]));
      expect(tornado(sum, { base: zero, ranges: [...ranges].reverse() })).toEqual(tornado(sum, { base: zero, ranges }));
    });
  });
});
