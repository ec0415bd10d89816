import fc from "fast-check";
import { describe, expect, it } from "vitest";

import * as math from "../../../src/foundation/math/index.js";
import { law } from "../../kit/laws.js";

const size = fc.double({ min: 0.05, max: 500, noNaN: true });
const share = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });

describe("laws", () => {
  it("log undoes exp, and log1p undoes expm1", () => {
    law(fc.double({ min: -600, max: 600, noNaN: true }), (x) => {
      expect(Math.abs(math.log(math.exp(x)) - x)).toBeLessThanOrEqual(1.2e-16 * Math.max(1, Math.abs(x)) * 2);
    });
    law(fc.double({ min: -0.9, max: 30, noNaN: true }), (x) => {
      expect(Math.abs(math.log1p(math.expm1(x)) - x)).toBeLessThanOrEqual(4e-16 * Math.max(1e-300, Math.abs(x)) * 10);
    });
  });

  it("a power and its inverse give one", () => {
    law(fc.tuple(fc.double({ min: 0.5, max: 2, noNaN: true }), fc.integer({ min: -300, max: 300 })), ([x, n]) => {
      expect(Math.abs(math.powInt(x, n) * math.powInt(x, -n) - 1)).toBeLessThanOrEqual(3e-16);
    });
  });

  it("whole powers of small whole numbers are exact", () => {
    law(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: 0, max: 16 })), ([x, n]) => {
      expect(BigInt(math.powInt(x, n))).toBe(BigInt(x) ** BigInt(n));
      expect(math.pow(x, n)).toBe(math.powInt(x, n));
    });
  });

  it("both sides of a distribution make one", () => {
    law(fc.tuple(size, fc.double({ min: 0, max: 3, noNaN: true })), ([a, times]) => {
      expect(math.incompleteGamma(a, a * times) + math.incompleteGammaUpper(a, a * times)).toBeCloseTo(1, 13);
    });
    law(fc.tuple(share, size, size), ([x, a, b]) => {
      expect(math.incompleteBeta(x, a, b) + math.incompleteBetaUpper(x, a, b)).toBeCloseTo(1, 13);
    });
    law(fc.double({ min: -8, max: 8, noNaN: true }), (z) => {
      expect(math.normalCdf(z) + math.normalCdf(-z)).toBeCloseTo(1, 15);
      expect(math.erf(z) + math.erfc(z)).toBeCloseTo(1, 15);
    });
  });

  it("a quantile undoes its distribution", () => {
    law(share, (p) => {
      expect(Math.abs(math.normalCdf(math.normalQuantile(p)) / p - 1)).toBeLessThan(2e-14);
    });
    law(fc.tuple(share, fc.double({ min: 0.5, max: 300, noNaN: true })), ([p, degrees]) => {
      expect(math.studentCdf(math.studentQuantile(p, degrees), degrees) / p).toBeCloseTo(1, 12);
      expect(math.chiSquareCdf(math.chiSquareQuantile(p, degrees), degrees) / p).toBeCloseTo(1, 12);
    });
    law(
      fc.tuple(
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        fc.double({ min: 1, max: 100, noNaN: true }),
        fc.double({ min: 1, max: 100, noNaN: true }),
      ),
      ([p, a, b]) => {
        expect(math.fCdf(math.fQuantile(p, a, b), a, b) / p).toBeCloseTo(1, 11);
        expect(math.incompleteBetaUpper(math.inverseIncompleteBetaUpper(p, a, b), a, b) / p).toBeCloseTo(1, 11);
        expect(math.incompleteGammaUpper(a, math.inverseIncompleteGammaUpper(a, p)) / p).toBeCloseTo(1, 11);
      },
    );
  });

  it("a distribution function never falls", () => {
    law(
      fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), size, size),
      ([x, y, a, b]) => {
        const [low, high] = x < y ? [x, y] : [y, x];
        // Two points a rounding apart may come out the other way round in the last digits.
        expect(math.incompleteBeta(high, a, b)).toBeGreaterThanOrEqual(math.incompleteBeta(low, a, b) * (1 - 1e-12));
        expect(math.incompleteGamma(a, high * 2 * a)).toBeGreaterThanOrEqual(
          math.incompleteGamma(a, low * 2 * a) * (1 - 1e-12),
        );
      },
    );
  });

  it("the gamma function of one more is the number times it", () => {
    law(fc.double({ min: 1e-6, max: 1e4, noNaN: true }), (x) => {
      const step = math.logGamma(x + 1) - math.logGamma(x);
      expect(Math.abs(step - math.log(x))).toBeLessThanOrEqual(
        1e-15 * (Math.abs(math.logGamma(x)) + Math.abs(math.log(x)) + 1) * 4,
      );
    });
  });

  it("counts: the masses add up to the distribution, and the sides to one", () => {
    law(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.double({ min: 0, max: 1, noNaN: true })), ([n, p]) => {
      let sum = 0;
      for (let k = 0; k <= n; k++) {
        sum += math.binomialMass(k, n, p);
        expect(math.binomialCdf(k, n, p)).toBeCloseTo(sum, 12);
        expect(math.binomialCdf(k, n, p) + math.binomialUpper(k, n, p)).toBeCloseTo(1, 12);
      }
      expect(sum).toBeCloseTo(1, 12);
    });
    law(fc.double({ min: 0, max: 30, noNaN: true }), (mean) => {
      let sum = 0;
      for (let k = 0; k < 40; k++) {
        sum += math.poissonMass(k, mean);
        expect(math.poissonCdf(k, mean)).toBeCloseTo(sum, 12);
        expect(math.poissonUpper(k, mean) + math.poissonCdf(k, mean)).toBeCloseTo(1, 12);
      }
    });
  });
});

describe("ends and what lies outside", () => {
  it("the ends of a distribution are exact", () => {
    expect([math.incompleteGamma(2, 0), math.incompleteGamma(2, Infinity)]).toEqual([0, 1]);
    expect([math.incompleteGammaUpper(2, 0), math.incompleteGammaUpper(2, Infinity)]).toEqual([1, 0]);
    expect([math.incompleteBeta(0, 2, 3), math.incompleteBeta(1, 2, 3)]).toEqual([0, 1]);
    expect([math.incompleteBetaUpper(0, 2, 3), math.incompleteBetaUpper(1, 2, 3)]).toEqual([1, 0]);
    expect([math.inverseIncompleteGamma(2, 0), math.inverseIncompleteGamma(2, 1)]).toEqual([0, Infinity]);
    expect([math.inverseIncompleteGammaUpper(2, 0), math.inverseIncompleteGammaUpper(2, 1)]).toEqual([Infinity, 0]);
    expect([math.inverseIncompleteBeta(0, 2, 3), math.inverseIncompleteBeta(1, 2, 3)]).toEqual([0, 1]);
    expect([math.studentCdf(-Infinity, 3), math.studentCdf(0, 3), math.studentCdf(Infinity, 3)]).toEqual([0, 0.5, 1]);
    expect([math.studentQuantile(0, 3), math.studentQuantile(0.5, 3), math.studentQuantile(1, 3)]).toEqual([
      -Infinity,
      0,
      Infinity,
    ]);
    expect([math.fCdf(0, 2, 3), math.fCdf(Infinity, 2, 3), math.fUpper(0, 2, 3), math.fUpper(Infinity, 2, 3)]).toEqual([
      0, 1, 1, 0,
    ]);
    expect([math.fQuantile(0, 2, 3), math.fQuantile(1, 2, 3)]).toEqual([0, Infinity]);
    expect([math.normalQuantile(0), math.normalQuantile(0.5), math.normalQuantile(1)]).toEqual([
      -Infinity,
      0,
      Infinity,
    ]);
    expect([math.normalCdf(-Infinity), math.normalCdf(0), math.normalCdf(Infinity)]).toEqual([0, 0.5, 1]);
    expect([math.normalCdf(-39), math.normalCdf(-41), math.normalDensity(41), math.erfc(41), math.erf(-7)]).toEqual([
      0, 0, 0, 0, -1,
    ]);
    expect([math.kolmogorovUpper(0), math.kolmogorovUpper(-1), math.kolmogorovUpper(20)]).toEqual([1, 1, 0]);
    expect([math.logGamma(0), math.logGamma(1), math.logGamma(2), math.logGamma(Infinity)]).toEqual([
      Infinity,
      0,
      0,
      Infinity,
    ]);
  });

  it("counts have no mass where they cannot be", () => {
    expect([math.binomialMass(-1, 3, 0.5), math.binomialMass(4, 3, 0.5), math.poissonMass(-1, 2)]).toEqual([0, 0, 0]);
    expect([
      math.binomialMass(0, 3, 0),
      math.binomialMass(1, 3, 0),
      math.binomialMass(3, 3, 1),
      math.binomialMass(2, 3, 1),
    ]).toEqual([1, 0, 1, 0]);
    expect([
      math.binomialCdf(-1, 3, 0.5),
      math.binomialCdf(3, 3, 0.5),
      math.binomialUpper(-1, 3, 0.5),
      math.binomialUpper(3, 3, 0.5),
    ]).toEqual([0, 1, 1, 0]);
    expect([math.poissonMass(0, 0), math.poissonMass(1, 0), math.poissonCdf(-1, 2), math.poissonUpper(-1, 2)]).toEqual([
      1, 0, 0, 1,
    ]);
  });

  it("nothing is answered outside a domain", () => {
    const outside = [
      math.incompleteGamma(0, 1),
      math.incompleteGamma(1, -1),
      math.incompleteGammaUpper(-1, 1),
      math.incompleteGammaUpper(1, -1),
      math.inverseIncompleteGamma(1, 1.1),
      math.inverseIncompleteGamma(0, 0.5),
      math.inverseIncompleteGammaUpper(1, -0.1),
      math.incompleteBeta(-0.1, 1, 1),
      math.incompleteBeta(1.1, 1, 1),
      math.incompleteBeta(0.5, 0, 1),
      math.incompleteBetaUpper(0.5, 1, 0),
      math.incompleteBetaUpper(1.5, 1, 1),
      math.inverseIncompleteBeta(2, 1, 1),
      math.inverseIncompleteBeta(0.5, 0, 1),
      math.studentCdf(1, 0),
      math.studentCdf(NaN, 1),
      math.studentQuantile(1.1, 3),
      math.studentQuantile(0.1, 0),
      math.fCdf(-1, 2, 3),
      math.fUpper(1, 0, 3),
      math.normalQuantile(-0.1),
      math.normalQuantile(NaN),
      math.normalCdf(NaN),
      math.normalDensity(NaN),
      math.erf(NaN),
      math.erfc(NaN),
      math.kolmogorovUpper(NaN),
      math.logGamma(-1),
      math.logGamma(NaN),
    ];
    expect(outside).toEqual(outside.map(() => NaN));
  });
});
