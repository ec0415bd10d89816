import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { Decimal } from "../../../src/foundation/decimal/index.js";
import { exactHorner } from "../../../src/roi/value/exact-horner.js";
import { law } from "../../kit/laws.js";

const decimals = (...texts: readonly string[]): readonly Decimal[] => texts.map((text) => new Decimal(text));

describe("exactHorner", () => {
  it.each([
    [decimals("5"), "0.3", "5"],
    [decimals("-0.5", "0", "0.25"), "1", "-0.25"],
    [decimals("1", "1", "1", "1"), "0.1", "1.111"],
    [decimals("-100", "60", "72"), "0.5", "-52"],
    [decimals("0.000000000001", "-0.000000000001"), "0.5", "0.0000000000005"],
    [decimals("999999999999999999999999", "-999999999999999999999999"), "1", "0"],
    [decimals("1", "1"), "1e30", "1000000000000000000000000000001"],
    [decimals("0", "-1"), "1e-44", "-0.00000000000000000000000000000000000000000001"],
  ])("of %s at %s is exact", (amounts, step, value) => {
    expect(exactHorner(amounts, new Decimal(step)).toFixed()).toBe(value);
  });

  it("is what decimals of 100 digits give, to the last of 30 decimals", () => {
    const Wide = Decimal.clone({ precision: 100 });
    const amounts = fc.array(
      fc.integer({ min: -1e12, max: 1e12 }).map((cents) => new Decimal(cents).div(100)),
      { minLength: 1, maxLength: 40 },
    );
    law(fc.tuple(amounts, fc.integer({ min: -9000, max: 30_000 })), ([given, basisPoints]) => {
      const step = new Decimal(1).div(new Decimal(basisPoints).div(10_000).plus(1));
      const exact = given.reduceRight((sum, amount) => sum.times(step.toFixed()).plus(amount), new Wide(0));
      // Where the step is above 1, what was cut off grows with the sum.
      const size = given.reduceRight((sum, amount) => sum.times(step.toFixed()).plus(amount.abs()), new Wide(1));
      const difference = exact.minus(exactHorner(given, step).toString());
      expect(difference.abs().div(size).lt("1e-38")).toBe(true);
    });
  });
});
