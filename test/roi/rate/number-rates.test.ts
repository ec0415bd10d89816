import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { internalRates, internalRatesOfNumbers, type NumberFlows } from "../../../src/roi/index.js";
import { faults } from "../../kit/caught.js";
import { law, RUNS } from "../../kit/laws.js";
import { someFlows } from "../flows.js";

describe("internalRatesOfNumbers", () => {
  it("takes arrays of either kind, and leaves them as they are", () => {
    const amounts = Float64Array.of(0, -100, 230, -132, 0);
    const days = Float64Array.of(10, 375, 740, 1105, 1470);
    expect(internalRatesOfNumbers({ amounts }).roots.map(({ rate }) => rate)).toEqual([0.1, 0.2]);
    expect(internalRatesOfNumbers({ amounts: [...amounts] }).signVariations).toBe(2);
    internalRatesOfNumbers({ amounts, days }).roots.forEach(({ rate }, i) => {
      expect(rate).toBeCloseTo((i + 1) / 10, 14);
    });
    expect([...amounts, ...days]).toEqual([0, -100, 230, -132, 0, 10, 375, 740, 1105, 1470]);
  });

  it("takes more than one last step where two rates are close", () => {
    const { roots } = internalRatesOfNumbers({ amounts: [-13, -49, 57, 61, -40, -16], days: [0, 1, 2, 4, 5, 7] });
    expect(roots.map(({ rate }) => rate)).toEqual([0, 35.434_558_433_421_83]);
  });

  it("refuses what it cannot read", () => {
    const refused = (flows: unknown) => faults(() => internalRatesOfNumbers(flows as NumberFlows));
    expect(refused({ amounts: [] })).toEqual(["empty amounts"]);
    expect(refused({ amounts: [-1, NaN, Infinity] })).toEqual(["not-finite amounts.1", "not-finite amounts.2"]);
    expect(refused({ amounts: "-1" })).toEqual(["wrong-type amounts"]);
    expect(refused({ amounts: [-1, 2], days: [0] })).toEqual(["inconsistent days"]);
    expect(refused({ amounts: [-1, 2], days: [0, 0.5] })).toEqual(["out-of-range days.1"]);
    expect(refused({ amounts: [-1, 2], days: [0, 1e300] })).toEqual(["out-of-range days.1"]);
    // x² − x + 1 has no root, but its sums are no numbers.
    expect(refused({ amounts: [1e308, -1e308, 1e308] })).toEqual(["out-of-range amounts.0"]);
    expect(refused({ amounts: [-1, 5e-324] })).toEqual(["out-of-range amounts.1"]);
    expect(internalRatesOfNumbers({ amounts: [1e100, -1e100, 1e100] }).status).toBe("none");
    expect(internalRatesOfNumbers({ amounts: [-1e-100, 2e-100] }).roots[0]?.rate).toBe(1);
    expect(refused({ amounts: [-1, 2], days: [7, 7] })).toEqual(["out-of-range days.1"]);
    expect(refused({ amounts: [-1, 2, 3], days: [7, 8, 6] })).toEqual(["out-of-range days.2"]);
  });

  it("answers a series of forty changes of sign in no time, and refuses what would take for ever", () => {
    const amounts = Array.from({ length: 1000 }, (_, i) => (Math.floor(i / 25) % 2 === 0 ? -1 : 1) * (50 + (i % 7)));
    const days = amounts.map((_, i) => 3 * i + (i % 2));
    expect(internalRatesOfNumbers({ amounts, days })).toMatchObject({ signVariations: 39, direction: "mixed" });
    const hostile = Array.from({ length: 20_000 }, (_, i) => (i % 2 === 0 ? -1 : 1));
    expect(faults(() => internalRatesOfNumbers({ amounts: hostile, days: hostile.map((_, i) => i) }))).toEqual([
      "too-many flows",
    ]);
  });

  it("gives the rates of the same money", () => {
    law(someFlows, (flows) => {
      const amounts = flows.map(({ amount }) => 100 * Number(amount)).map(Math.round);
      expect(internalRatesOfNumbers({ amounts })).toEqual(internalRates(flows));
    });
  });
});

describe("on random series", () => {
  /** 2 to 60 flows over a day to 40 years, with up to 20 changes of sign, sizes from 1e-6 to 1e12. */
  const someSeries = fc
    .record({
      sizes: fc.array(fc.tuple(fc.integer({ min: -6, max: 11 }), fc.integer({ min: 10, max: 99 })), {
        minLength: 2,
        maxLength: 60,
      }),
      spread: fc.boolean(),
      flips: fc.array(fc.nat(58), { maxLength: 20 }),
      span: fc.oneof(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 400, max: 14_600 })),
      places: fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 60, maxLength: 60 }),
    })
    .map(({ sizes, spread, flips, span, places }) => {
      const [first] = sizes;
      let sign = -1;
      const signed = sizes.map(([power, digits], i) => {
        if (flips.includes(i)) sign = -sign;
        return (sign * digits * 10 ** (spread ? power : (first?.[0] ?? 0))) / 10;
      });
      const days = [...new Set(places.slice(0, signed.length).map((place) => Math.floor((place * span) / 1e6)))];
      days.sort((a, b) => a - b);
      return { amounts: signed.slice(0, days.length), days };
    });

  /** Value and size of the terms at a growth factor, the largest exponent left out. */
  const worth = ({ amounts, days }: { readonly amounts: readonly number[]; readonly days: readonly number[] }) => {
    const [start = 0, end = 0] = [days[0], days.at(-1)];
    return (logGrowth: number): { readonly value: number; readonly size: number } => {
      const origin = logGrowth >= 0 ? start : end;
      const terms = amounts.map((amount, i) => amount * Math.exp((-logGrowth * ((days[i] ?? 0) - origin)) / 365));
      return {
        value: terms.reduce((sum, term) => sum + term, 0),
        size: terms.reduce((sum, term) => sum + Math.abs(term), 0),
      };
    };
  };

  it("every rate is one, none is missed on a fine grid, and their number fits the changes of sign", () => {
    law(
      someSeries,
      (series) => {
        let answer;
        try {
          answer = internalRatesOfNumbers(series);
        } catch (error) {
          // A year's growth can be more than a number holds when flows are days apart.
          expect(
            faults(() => {
              throw error;
            }),
          ).toEqual(["out-of-range flows"]);
          return;
        }
        const { roots, signVariations } = answer;
        const at = worth(series);
        for (const { growthFactor } of roots) {
          const { value, size } = at(Math.log(growthFactor));
          expect(Math.abs(value)).toBeLessThanOrEqual(size * series.amounts.length * 1e-14);
        }
        const counted = roots.reduce((sum, { multiplicity }) => sum + multiplicity, 0);
        expect(signVariations - counted).toBeGreaterThanOrEqual(0);
        expect((signVariations - counted) % 2).toBe(0);

        // Between neighbouring rates the sign stays the same, wherever rounding leaves one to see.
        const bounds = [-25, ...roots.map(({ growthFactor }) => Math.log(growthFactor)), 25].filter(
          (s) => s >= -25 && s <= 25,
        );
        bounds.slice(1).forEach((to, i) => {
          const from = bounds[i] ?? 0;
          const signs = new Set<number>();
          for (let k = 1; k < 20; k++) {
            const { value, size } = at(from + ((to - from) * k) / 20);
            if (Math.abs(value) > size * 1e-12) signs.add(Math.sign(value));
          }
          expect(signs.size).toBeLessThanOrEqual(1);
        });
      },
      RUNS > 1000 ? 100_000 : 5000,
    );
  });
});
