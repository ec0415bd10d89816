import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { isNoAnswer } from "../../../src/foundation/errors/index.js";
import { type Money, money, multiplyMoney, subtractMoney, sumMoney } from "../../../src/foundation/money/index.js";
import { breakEven, internalRateOfReturn, netPresentValue } from "../../../src/roi/index.js";
import { faults } from "../../kit/caught.js";
import { law } from "../../kit/laws.js";
import { near } from "../../kit/near.js";
import { euros, someInvestment } from "../flows.js";

const euro = (amount: string | number): Money => money(amount, "EUR");

describe("breakEven", () => {
  it("finds the rate that is the internal rate of return", () => {
    const flows = euros(-1000, 500, 400, 300, 100);
    const byRate = (rate: number): Money => netPresentValue({ rate, flows, timing: "start" });
    const found = breakEven(byRate, { low: 0, high: 1 });
    expect(found).toEqual({
      direction: "falling",
      result: euro(0),
      value: near(Number(internalRateOfReturn({ flows })), 1e-14),
    });
  });

  it("gives the value of the fewest digits among those that make the result zero", () => {
    const profit = (price: number): Money => sumMoney([multiplyMoney(euro(100), price), euro("-10")]);
    expect(breakEven(profit, { low: 0, high: 7 })).toEqual({ value: 0.1, result: euro(0), direction: "rising" });
  });

  it("answers a bound at which the result is zero, the lower one first", () => {
    const linear = (x: number): Money => euro(x);
    expect(breakEven(linear, { low: 0, high: 1 })).toEqual({ value: 0, result: euro(0), direction: "rising" });
    expect(breakEven(linear, { low: -1, high: 0 })).toEqual({ value: 0, result: euro(0), direction: "rising" });
    expect(breakEven(() => euro(0), { low: 3, high: 4 })).toEqual({ value: 3, result: euro(0), direction: "flat" });
  });

  it("has no answer where the result has one sign at both bounds", () => {
    const square = (x: number): Money => euro(x * x - 1);
    expect(breakEven(square, { low: -2, high: 2 })).toEqual({ kind: "none", reason: "above-zero-at-both-bounds" });
    expect(breakEven(square, { low: -0.5, high: 0.5 })).toEqual({ kind: "none", reason: "below-zero-at-both-bounds" });
  });

  it("gives the place of a jump over zero, with what the result is there", () => {
    const jump = (x: number): Money => euro(x < 0.3 ? -5 : 2);
    expect(breakEven(jump, { low: 0, high: 1 })).toEqual({ value: 0.3, result: euro(2), direction: "rising" });
  });

  it("asks the model for nothing outside the bounds, even for a rounder value that makes the result zero", () => {
    const asked: number[] = [];
    const flat = (x: number): Money => {
      asked.push(x);
      return euro(x < 0.27 ? -1 : x <= 0.29 || x === 0.3 ? 0 : 1);
    };
    expect(breakEven(flat, { low: 0.26, high: 0.295 })).toEqual({ value: 0.28, result: euro(0), direction: "rising" });
    expect(Math.max(...asked)).toBe(0.295);
  });

  it("ends between the smallest and the largest doubles", () => {
    let calls = 0;
    const sign = (x: number): Money => euro(x > 1e-300 ? 1 : -1);
    const counted = (x: number): Money => (calls++, sign(x));
    const found = breakEven(counted, { low: -1.7e308, high: 1.7e308 });
    expect(found).toMatchObject({ direction: "rising", result: { amount: "-1" } });
    expect(calls).toBeLessThan(2_200);
    expect((found as { value: number }).value).toBe(1e-300);
  });

  it.each([
    ["bounds the wrong way round", (x: number) => euro(x), { low: 1, high: 0 }, "out-of-range low"],
    ["one bound twice", (x: number) => euro(x), { low: 1, high: 1 }, "out-of-range low"],
    ["a bound that is no number", (x: number) => euro(x), { low: NaN, high: 0 }, "not-finite low"],
    ["a bound without end", (x: number) => euro(x), { low: 0, high: Infinity }, "not-finite high"],
    ["a result that is a number", (x: number) => x, { low: 0, high: 1 }, "wrong-type result"],
    ["no result", () => undefined, { low: 0, high: 1 }, "wrong-type result"],
    [
      "an amount that is none",
      () => ({ amount: "1,0", currency: "EUR" }),
      { low: 0, high: 1 },
      "invalid-format result.amount",
    ],
    [
      "another currency on the way",
      (x: number) => money(x - 0.3, x === 0.5 ? "USD" : "EUR"),
      { low: 0, high: 1 },
      "currency-mismatch result.currency",
    ],
    ["no function", 5, { low: 0, high: 1 }, "wrong-type model"],
  ])("refuses %s", (_, model, bounds, fault) => {
    expect(faults(() => breakEven(model as never, bounds))).toEqual([fault]);
  });

  it("hands on a refusal of the model, and wraps any other error", () => {
    const byRate = (rate: number): Money => netPresentValue({ rate, flows: euros(-1, 2), timing: "start" });
    expect(faults(() => breakEven(byRate, { low: -2, high: 1 }))).toEqual(["out-of-range rate"]);
    const thrown = (): Money => {
      throw new RangeError("no");
    };
    expect(faults(() => breakEven(thrown, { low: 0, high: 1 }))).toEqual(["unreadable"]);
  });
});

describe("laws", () => {
  const slope = fc.integer({ min: 1, max: 1_000_000 });
  const bounds = fc
    .tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 1, max: 1_000_000 }))
    .map(([low, width]) => ({ low: low / 1000, high: (low + width) / 1000 }));

  it("stays within the bounds, and the result changes sign around the answer", () => {
    law(
      fc.record({ slope, bounds, root: fc.integer({ min: -1_000_000, max: 2_000_000 }) }),
      ({ slope, bounds, root }) => {
        const model = (x: number): Money =>
          multiplyMoney(subtractMoney(multiplyMoney(euro(1000), x), euro(root)), slope);
        const found = breakEven(model, bounds);
        const at = (x: number): number => Number(model(x).amount);
        if (isNoAnswer(found)) {
          expect(at(bounds.low) * at(bounds.high)).toBeGreaterThan(0);
          return;
        }
        expect(found.value).toBeGreaterThanOrEqual(bounds.low);
        expect(found.value).toBeLessThanOrEqual(bounds.high);
        expect(found.result).toEqual(model(found.value));
        expect(found.value).toBeCloseTo(root / 1000, 11);
      },
    );
  });

  it("turning the result round turns the direction round, and not the value", () => {
    law(
      someInvestment,
      (flows) => {
        const byRate = (rate: number): Money => netPresentValue({ rate, flows, timing: "start" });
        const turned = (rate: number): Money => multiplyMoney(byRate(rate), -1);
        const [one, other] = [byRate, turned].map((model) => breakEven(model, { low: -0.9, high: 9 })) as [
          ReturnType<typeof breakEven>,
          ReturnType<typeof breakEven>,
        ];
        if (isNoAnswer(one) || isNoAnswer(other)) {
          expect(isNoAnswer(one) && isNoAnswer(other)).toBe(true);
          return;
        }
        expect(other.value).toBe(one.value);
        expect([one.direction, other.direction]).toEqual(["falling", "rising"]);
      },
      40,
    );
  });

  it("of a rate is the internal rate of return", () => {
    law(
      someInvestment,
      (flows) => {
        const found = breakEven((rate) => netPresentValue({ rate, flows, timing: "start" }), { low: -0.9, high: 9 });
        const rate = internalRateOfReturn({ flows });
        if (isNoAnswer(found) || isNoAnswer(rate)) return;
        expect(Math.abs(found.value - rate)).toBeLessThan(1e-11 * (1 + rate));
      },
      40,
    );
  });
});
