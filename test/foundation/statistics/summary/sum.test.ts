import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { mean, sum } from "../../../../src/foundation/statistics/index.js";
import { faults } from "../../../kit/caught.js";
import { law } from "../../../kit/laws.js";
import { REFERENCE_LISTS } from "./reference-lists.js";

const none = (reason: string): object => ({ kind: "none", reason });
const LARGEST = 1.7976931348623157e308;
const anyList = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1, maxLength: 40 });

describe("sum", () => {
  it("loses nothing that matters", () => {
    expect(sum([1e16, 1, -1e16])).toBe(1);
    expect(sum([1, 1e100, 1, -1e100])).toBe(2);
    expect(sum(new Array<number>(10).fill(0.1))).toBe(1);
    expect(sum(Float64Array.of(1, 2, 3))).toBe(6);
    expect(sum([])).toBe(0);
    expect(sum([-0])).toBe(0);
  });

  it.each(REFERENCE_LISTS)("of $name, by exact fractions", ({ values, sum: exact }) => {
    expect(sum(values)).toBe(exact);
    expect(sum(Float64Array.from(values))).toBe(exact);
  });

  it("does not overflow on the way", () => {
    expect(sum([1e308, 1e308, -1e308])).toBe(1e308);
    expect(sum([1e308, 1e308, -1e308, -1e308, 5e-324])).toBe(5e-324);
    expect(sum([1e308, 1e308, -1e308, -1e308, 3, 1e100, -1e100])).toBe(3);
    expect(sum([1.5e308, 1.5e308, -1.5e308, 2 ** 900, 2 ** 899])).toBe(1.5e308);
    expect(sum([2 ** 1023, 2 ** 1023, -(2 ** 1023), -(2 ** 1023), 2 ** 900, 1])).toBe(2 ** 900);
    expect(sum([LARGEST, LARGEST, -LARGEST, 2 ** 969])).toBe(LARGEST);
    expect(sum(new Array<number>(1000).fill(1e308).concat(new Array<number>(999).fill(-1e308)))).toBe(1e308);
  });

  it("has no answer above the largest double", () => {
    expect(sum([LARGEST, LARGEST])).toEqual(none("beyond-range"));
    expect(sum([-LARGEST, -LARGEST])).toEqual(none("beyond-range"));
    expect(sum([LARGEST, 2 ** 970])).toEqual(none("beyond-range"));
    expect(sum([LARGEST])).toBe(LARGEST);
  });

  it("refuses what is none, with the place", () => {
    expect(faults(() => sum([1, NaN, Infinity, , "2", 1n] as never))).toEqual([
      "not-finite values.1",
      "not-finite values.2",
      "missing values.3",
      "wrong-type values.4",
      "wrong-type values.5",
    ]);
    expect(faults(() => sum([Infinity, -Infinity]))).toEqual(["not-finite values.0", "not-finite values.1"]);
    expect(faults(() => sum(Float64Array.of(1, NaN)))).toEqual(["not-finite values.1"]);
    expect(faults(() => sum({ length: 1, 0: 1 } as never))).toEqual(["wrong-type values"]);
    expect(faults(() => sum(new Array<number>(10_000_001)))).toEqual(["too-many values"]);
  });

  it("is exact for whole numbers", () => {
    law(fc.array(fc.maxSafeInteger(), { maxLength: 50 }), (values) => {
      expect(sum(values)).toBe(Number(values.reduce((total, x) => total + BigInt(x), 0n)));
    });
  });

  it("does not depend on the order, for whole numbers times any power of two", () => {
    law(
      fc.tuple(fc.array(fc.integer(), { maxLength: 50 }), fc.integer({ min: -1074, max: 990 })),
      ([values, exponent]) => {
        const scaled = values.map((x) => x * 2 ** exponent);
        expect(sum([...scaled].reverse())).toEqual(sum(scaled));
      },
    );
  });
});

describe("mean", () => {
  it("is the sum divided by the count", () => {
    expect(mean([3, 5, 10])).toBe(6);
    expect(mean([42])).toBe(42);
    expect(mean([])).toEqual(none("no-data"));
  });

  it.each(REFERENCE_LISTS)("of $name, by exact fractions and rounded once", ({ values, mean: exact }) => {
    expect(mean(values)).toBe(exact);
  });

  it("is right at the ends of the doubles", () => {
    expect(mean([1.7e308, 1.7e308])).toBe(1.7e308);
    expect(mean([LARGEST, LARGEST, LARGEST])).toBe(LARGEST);
    expect(mean([LARGEST, -LARGEST])).toBe(0);
    expect(mean([1.5e308, 1.2e308, 3])).toBe(9e307);
    expect(mean([2 ** 901, 2 ** 901, 2 ** 901])).toBe(2 ** 901);
    expect(mean([5e-324, 5e-324])).toBe(5e-324);
    expect(mean([5e-324, 1.5e-323])).toBe(1e-323);
    expect(mean([2 ** -1000, 2 ** -1000, 2 ** -1000])).toBe(2 ** -1000);
    expect(mean([-5e-324, 0])).toBe(0);
  });

  it("refuses what is none", () => {
    expect(faults(() => mean([1, NaN]))).toEqual(["not-finite values.1"]);
    expect(faults(() => mean("12" as never))).toEqual(["wrong-type values"]);
  });

  it("of equal numbers is that number", () => {
    law(
      fc.tuple(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer({ min: 1, max: 200 })),
      ([value, count]) => {
        expect(mean(new Array<number>(count).fill(value))).toBe(value + 0);
      },
    );
  });

  it("lies among its numbers", () => {
    law(anyList, (values) => {
      const middle = mean(values) as number;
      expect(middle).toBeGreaterThanOrEqual(Math.min(...values));
      expect(middle).toBeLessThanOrEqual(Math.max(...values));
    });
  });
});
