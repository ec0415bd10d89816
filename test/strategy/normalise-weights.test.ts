import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { normaliseWeights } from "../../src/strategy/normalise-weights.js";
import { faults } from "../kit/caught.js";
import { law } from "../kit/laws.js";

describe("normaliseWeights", () => {
  it.each<{ title: string; weights: unknown; shares: unknown }>([
    { title: "divides by the sum", weights: { risk: 3, cost: 1 }, shares: { risk: 0.75, cost: 0.25 } },
    { title: "keeps a zero", weights: { risk: 5, cost: 0 }, shares: { risk: 1, cost: 0 } },
    { title: "keeps 0.1 and 0.2 exact", weights: { a: 0.1, b: 0.2, c: 0.2 }, shares: { a: 0.2, b: 0.4, c: 0.4 } },
    {
      title: "takes any name",
      weights: { constructor: 1, toString: 3 },
      shares: { constructor: 0.25, toString: 0.75 },
    },
    { title: "takes sums beyond a double", weights: { a: 1e308, b: 1e308 }, shares: { a: 0.5, b: 0.5 } },
  ])("$title", ({ weights, shares }) => {
    expect(normaliseWeights(weights as Record<string, number>)).toEqual(shares);
  });

  it("does not miss 1 for ten tenths, whose binary sum is below it", () => {
    const tenths = Object.fromEntries([..."abcdefghij"].map((name) => [name, 0.1]));
    expect(normaliseWeights(tenths)).toEqual(tenths);
  });

  it("takes own keys only", () => {
    const weights = Object.assign(Object.create({ inherited: 9 }) as Record<string, number>, { own: 2 });
    expect(normaliseWeights(weights)).toEqual({ own: 1 });
  });

  it.each([
    { title: "a negative weight", weights: { a: 1.5, b: -0.5 }, fault: "out-of-range b" },
    { title: "no weight above zero", weights: { a: 0, b: 0 }, fault: "zero-divisor" },
    { title: "none at all", weights: {}, fault: "empty" },
    { title: "NaN", weights: { a: Number.NaN }, fault: "not-finite a" },
    { title: "text", weights: { a: "1" }, fault: "wrong-type a" },
    { title: "a list", weights: [1, 2], fault: "wrong-type" },
    { title: "null", weights: null, fault: "wrong-type" },
    { title: "__proto__", weights: JSON.parse('{"__proto__": 1}') as unknown, fault: "unsafe-key __proto__" },
  ])("refuses $title", ({ weights, fault }) => {
    expect(faults(() => normaliseWeights(weights as Record<string, number>))).toEqual([fault]);
  });
});

describe("laws", () => {
  const weights = fc
    .dictionary(fc.stringMatching(/^[a-z]{1,6}$/), fc.nat(10_000), { minKeys: 1, maxKeys: 10 })
    .filter((given) => Object.values(given).some((weight) => weight > 0));

  it("adds up to 1 and keeps proportions", () => {
    law(weights, (given) => {
      const shares = normaliseWeights(given);
      expect(Object.keys(shares)).toEqual(Object.keys(given));
      expect(Object.values(shares).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
      const tripled = Object.fromEntries(Object.entries(given).map(([name, weight]) => [name, weight * 3]));
      expect(normaliseWeights(tripled)).toEqual(shares);
    });
  });
});
