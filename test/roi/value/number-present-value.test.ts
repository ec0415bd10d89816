import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { money } from "../../../src/foundation/money/index.js";
import {
  internalRatesOfNumbers,
  netPresentValue,
  presentValueOfNumbers,
  type TimedNumberFlows,
  TIMINGS,
} from "../../../src/roi/index.js";
import { faults } from "../../kit/caught.js";
import { law } from "../../kit/laws.js";
import { someFlows, someInvestment, someRate } from "../flows.js";

describe("presentValueOfNumbers", () => {
  it("of 50 000 spent and 100 000 gained evenly over three years, at 10 %, is 32 895.07", () => {
    const amounts = [-50_000, 100_000 / 3, 100_000 / 3, 100_000 / 3];
    expect(presentValueOfNumbers({ rate: 0.1, amounts, timing: "start" })).toBeCloseTo(32_895.066_366_140_7, 9);
  });

  it.each([
    ["the start of the period", "start", 4],
    ["its middle", "mid", 8 / Math.sqrt(5)],
    ["its end", "end", 3.2],
  ] as const)("counts from %s", (_, timing, value) => {
    expect(presentValueOfNumbers({ rate: 0.25, amounts: [-100, 50, 100], timing })).toBeCloseTo(value, 13);
  });

  it("takes arrays of either kind, and leaves them as they are", () => {
    const amounts = Float64Array.of(-0, 50, -100);
    expect(presentValueOfNumbers({ rate: 0, amounts, timing: "end" })).toBe(-50);
    expect(presentValueOfNumbers({ rate: 0, amounts: [...amounts], timing: "end" })).toBe(-50);
    expect([...amounts]).toEqual([-0, 50, -100]);
    expect(presentValueOfNumbers({ rate: 0.5, amounts: [-0], timing: "end" })).toBe(0);
    expect(presentValueOfNumbers({ rate: 0.5, amounts: Float64Array.of(-0), timing: "mid" })).toBe(0);
  });

  it.each([
    ["a rate of −1", { rate: -1 }, ["out-of-range rate"]],
    ["a percentage", { rate: "10%" }, ["wrong-type rate"]],
    ["no timing", { timing: undefined }, ["wrong-type timing"]],
    ["another timing", { timing: "later" }, ["out-of-range timing"]],
    ["no amounts", { amounts: [] }, ["empty amounts"]],
    ["none in an array of numbers", { amounts: new Float64Array(0) }, ["empty amounts"]],
    ["text", { amounts: "12" }, ["wrong-type amounts"]],
    ["what is no number", { amounts: [1, NaN, "2"] }, ["not-finite amounts.1", "wrong-type amounts.2"]],
    [
      "what is infinite",
      { amounts: Float64Array.of(1, Infinity, NaN) },
      ["not-finite amounts.1", "not-finite amounts.2"],
    ],
    [
      "a value beyond all numbers",
      { rate: -0.9999, amounts: new Float64Array(100).fill(1) },
      ["out-of-range present value"],
    ],
  ])("refuses %s", (_, part, faulty) => {
    const flows = { rate: 0.1, amounts: [-100, 110], timing: "start", ...part };
    expect(faults(() => presentValueOfNumbers(flows as TimedNumberFlows))).toEqual(faulty);
  });

  it("is the value of the same money", () => {
    const input = fc.record({ rate: someRate, flows: someFlows, timing: fc.constantFrom(...TIMINGS) });
    law(input, ({ rate, flows, timing }) => {
      const amounts = flows.map(({ amount }) => Number(amount));
      const exact = Number(netPresentValue({ rate, flows, timing }).amount);
      const sizes = flows.map(({ amount }) => money(Math.abs(Number(amount)), "EUR"));
      const size = Number(netPresentValue({ rate, flows: sizes, timing }).amount);
      expect(Math.abs(presentValueOfNumbers({ rate, amounts, timing }) - exact)).toBeLessThanOrEqual(
        1e-14 * size + 1e-12,
      );
    });
  });

  it("is zero at the internal rate", () => {
    law(someInvestment, (flows) => {
      const amounts = flows.map(({ amount }) => Number(amount));
      const size = amounts.reduce((sum, amount) => sum + Math.abs(amount), 0);
      const [root] = internalRatesOfNumbers({ amounts }).roots;
      const rate = root?.rate ?? 0;
      const scale = Math.max(1, (1 + rate) ** -(amounts.length - 1));
      expect(Math.abs(presentValueOfNumbers({ rate, amounts, timing: "start" }))).toBeLessThan(1e-12 * size * scale);
    });
  });
});
