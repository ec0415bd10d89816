import { expect, it } from "vitest";

import { Decimal } from "../../src/foundation/decimal/index.js";
import { evaluate } from "./expression.js";

const d = (value: number): Decimal => new Decimal(value);
const scope = { x: d(4), flows: [d(1), d(2), d(3)], other: [d(1)], when: "2026-03-31", empty: [] };

it.each([
  ["1 + 2 × 3", "7"],
  ["(1 + 2) × 3", "9"],
  ["8 − 3 − 2", "3"],
  ["8 ÷ 4 ÷ 2", "1"],
  ["2 ^ 3 ^ 2", "512"],
  ["−2 ^ 2", "-4"],
  ["−x + 1", "-3"],
  ["sum[t](flows[t] × t)", "8"],
  ["sum[t](flows[t]) + sum[u](other[u])", "7"],
  ["sum[t](empty[t])", "0"],
  ["count[t](flows[t] > 1)", "2"],
  ["flows[0] + flows[2]", "4"],
  ["min(3, x, 5)", "3"],
  ["max(3, x)", "4"],
  ["abs(3 − x)", "1"],
  ["if(x > 3, 10, 20)", "10"],
  ["length(flows) + 1", "4"],
  ["x = 4 and x ≠ 5", "1"],
  ["x < 4 or x ≥ 5", "0"],
  ['when = "2026-03-31"', "1"],
  ["0.1 + 0.2", "0.3"],
])("%s", (text, value) => {
  expect(evaluate(text, scope).value.toString()).toBe(value);
});

it("knows the size of the largest operand", () => {
  expect(evaluate("1000000 − 999999", scope).size.toNumber()).toBe(1_000_000);
});

it.each(["1 +", "x x", "2 * 3", "(1", "unknown", "flows + 1", "flows[7]", "sum[t](flows[t] + other[t])", "cos(x)"])(
  "refuses %s",
  (text) => {
    expect(() => evaluate(text, scope)).toThrow();
  },
);
