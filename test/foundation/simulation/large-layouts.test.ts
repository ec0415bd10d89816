import { describe, expect, it } from "vitest";

import { keyedPermutation } from "../../../src/foundation/simulation/keyed-permutation.js";
import { keysOf, placesOf } from "./permutations.js";

describe("a keyed permutation", () => {
  it.each([
    [3, 6],
    [4, 24],
    [5, 120],
  ])("of %i numbers comes in all %i orders equally often", (size, orders) => {
    const tries = 400 * orders;
    const seen = new Map<string, number>();
    for (let seed = 0; seed < tries; seed++) {
      const permutation = keyedPermutation(size, keysOf(seed));
      const order = placesOf(permutation).join("");
      seen.set(order, (seen.get(order) ?? 0) + 1);
    }
    expect(seen.size).toBe(orders);
    const chiSquare = [...seen.values()].reduce((sum, n) => sum + (n - 400) ** 2 / 400, 0);
    // The statistic has orders − 1 degrees of freedom: four standard deviations are the limit.
    expect(Math.abs(chiSquare - (orders - 1)) / Math.sqrt(2 * (orders - 1))).toBeLessThan(4);
  });

  it("sends neighbours to places that have nothing to do with each other", () => {
    const size = 1000;
    let product = 0;
    for (let seed = 0; seed < 200; seed++) {
      const permutation = keyedPermutation(size, keysOf(seed));
      const places = placesOf(permutation);
      for (let i = 0; i + 1 < size; i++) product += ((places[i] ?? NaN) - 499.5) * ((places[i + 1] ?? NaN) - 499.5);
    }
    const correlation = product / (200 * 999) / ((size * size) / 12);
    expect(Math.abs(correlation) * Math.sqrt(200 * 999)).toBeLessThan(4);
  });
});
