import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { erf, erfc, normalCdf, normalDensity, normalQuantile } from "../../../src/foundation/math/index.js";
import { law } from "../../kit/laws.js";
import { references, worstShare } from "./references.js";

const TABLES = references("normal");

describe("against references of 60 digits", () => {
  it.each([
    ["erf", erf, 3e-16],
    ["erfc", erfc, 6e-16],
    ["normalCdf", normalCdf, 7e-16],
    ["normalDensity", normalDensity, 3e-16],
    ["normalQuantile", normalQuantile, 8e-16],
  ] as const)("%s", (name, call, relative) => {
    const rows = TABLES[name] ?? [];
    expect(rows.length).toBeGreaterThan(300);
    // Without the allowance for the condition: the argument is taken as it stands.
    const asGiven = rows.map((row) => [...row.slice(0, -1), 0]);
    expect(worstShare(asGiven, call as (...given: number[]) => number, relative).share).toBeLessThan(1);
  });
});

describe("published values", () => {
  it("erf and erfc: Abramowitz and Stegun (1964), tables 7.1 and 7.3", () => {
    expect(erf(0.5)).toBeCloseTo(0.5204998778, 10);
    expect(erf(1)).toBeCloseTo(0.8427007929, 10);
    expect(erf(2)).toBeCloseTo(0.995322265, 10);
    expect(erfc(1) + erf(1)).toBe(1);
  });

  it("normal quantiles: NIST/SEMATECH e-Handbook, section 1.3.6.7.1", () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 14);
    expect(normalQuantile(0.95)).toBeCloseTo(1.644853626951472, 14);
    expect(normalQuantile(0.8)).toBeCloseTo(0.841621233572914, 14);
    expect(normalCdf(1.959963984540054)).toBeCloseTo(0.975, 15);
  });
});

describe("ends", () => {
  it("erf and erfc", () => {
    expect([0, -0, Infinity, -Infinity, 6, -6, 30, -30].map(erf)).toEqual([0, -0, 1, -1, 1, -1, 1, -1]);
    expect([0, Infinity, -Infinity, 28, 1e300, -6, -1e300].map(erfc)).toEqual([1, 0, 2, 0, 0, 2, 2]);
    expect([erf, erfc, normalCdf, normalDensity, normalQuantile].map((call) => call(Number.NaN))).toEqual(
      new Array(5).fill(Number.NaN),
    );
  });

  it("the normal distribution", () => {
    expect([0, Infinity, -Infinity, 39, -39, 1e300, -1e300].map(normalCdf)).toEqual([0.5, 1, 0, 1, 0, 1, 0]);
    expect([Infinity, -Infinity, 1e300, -1e300, 39.5].map(normalDensity)).toEqual([0, 0, 0, 0, 0]);
    expect(normalDensity(0)).toBe(0.3989422804014327);
    expect(normalQuantile(0.5)).toBe(0);
    expect(normalQuantile(0)).toBe(-Infinity);
    expect(normalQuantile(1)).toBe(Infinity);
    expect([-5e-324, -1, 1.0000000000000002, 2, Infinity, -Infinity].map(normalQuantile)).toEqual(
      new Array(6).fill(Number.NaN),
    );
  });
});

describe("laws", () => {
  const anywhere = fc.double({ min: -37, max: 37, noNaN: true });

  it("the two sides mirror each other", () => {
    law(anywhere, (x) => {
      expect(erf(-x)).toBe(-erf(x));
      expect(normalDensity(-x)).toBe(normalDensity(x));
      expect(Math.abs(normalCdf(x) + normalCdf(-x) - 1)).toBeLessThanOrEqual(2 ** -52);
      expect(Math.abs(erf(x) + erfc(x) - 1)).toBeLessThanOrEqual(2 ** -51);
    });
    law(fc.double({ min: 2 ** -53, max: 0.499, noNaN: true }), (p) => {
      // 1 - p is exact for these.
      const q = 1 - (1 - p);
      expect(normalQuantile(1 - q)).toBe(-normalQuantile(q));
    });
  });

  it("never fall", () => {
    law(fc.tuple(anywhere, fc.double({ min: 1e-14, max: 1, noNaN: true })), ([z, more]) => {
      const further = z + Math.abs(z) * more + more;
      expect(normalCdf(further)).toBeGreaterThanOrEqual(normalCdf(z));
      expect(erf(further)).toBeGreaterThanOrEqual(erf(z));
      expect(erfc(further)).toBeLessThanOrEqual(erfc(z));
    });
    law(
      fc.tuple(fc.double({ min: 1e-300, max: 0.49, noNaN: true }), fc.double({ min: 1e-11, max: 1, noNaN: true })),
      ([p, more]) => {
        expect(normalQuantile(p * (1 + more))).toBeGreaterThanOrEqual(normalQuantile(p));
      },
    );
  });

  it("the quantile leads back", () => {
    law(fc.double({ min: -37, max: 5, noNaN: true }), (z) => {
      const p = normalCdf(z);
      // Rounding p moves z by 2^-53 p / density; the quantile itself by 1e-15.
      const allowed = 1e-15 * Math.abs(z) + (2 ** -50 * p) / normalDensity(z);
      expect(Math.abs(normalQuantile(p) - z)).toBeLessThanOrEqual(allowed);
    });
  });
});
