import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { selectInPlace } from "../../../../src/foundation/statistics/summary/selection.js";
import { law } from "../../../kit/laws.js";
import { arrangements, differingPlace } from "./arrangements.js";

/** Holds a selection against a sorted copy: none larger before the place, none smaller behind it, nothing lost. */
function holds(values: Float64Array, k: number, rounds?: number): void {
  const sorted = values.slice().sort();
  const copy = values.slice();
  const found = sorted[k] as number;
  expect(selectInPlace(copy, k, rounds)).toBe(found);
  expect(copy[k]).toBe(found);
  expect(copy.subarray(0, k).every((x) => x <= found)).toBe(true);
  expect(copy.subarray(k).every((x) => x >= found)).toBe(true);
  expect(differingPlace(copy.sort(), sorted)).toBeUndefined();
}

describe("selection", () => {
  it.each(arrangements(5000))("finds each place of %s", (_name, values) => {
    for (const k of [0, 1, 599, 2499, 2500, 2501, 4998, 4999]) holds(values, k);
  });

  it.each(arrangements(5000))("sorts what is left of %s when its rounds are used up", (_name, values) => {
    for (const rounds of [0, 1, 2]) for (const k of [1, 2500, 4999]) holds(values, k, rounds);
  });

  it("finds any place of any numbers", () => {
    law(
      fc
        .array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1, maxLength: 1500, size: "max" })
        .chain((values) => fc.tuple(fc.constant(values), fc.nat(values.length - 1), fc.integer({ min: 0, max: 20 }))),
      ([values, k, rounds]) => {
        holds(
          Float64Array.from(values, (x) => x + 0),
          k,
          rounds,
        );
      },
      60,
    );
  });

  it("takes a few passes, whatever the arrangement", () => {
    for (const [name, values] of arrangements(20_000)) {
      let reads = 0;
      const counted = new Proxy(values.slice(), {
        get(target, key) {
          if (typeof key === "string" && /^\d/.test(key)) reads++;
          const value: unknown = Reflect.get(target, key, target);
          return typeof value === "function" ? (value as () => unknown).bind(target) : value;
        },
      });
      selectInPlace(counted, 10_000);
      expect([name, reads / values.length < 8]).toEqual([name, true]);
    }
  });
});
