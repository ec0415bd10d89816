import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { isNoAnswer } from "../../../src/foundation/errors/index.js";
import { explain, renderExplanation } from "../../../src/foundation/explain/index.js";
import { type Money, money, multiplyMoney } from "../../../src/foundation/money/index.js";
import { internalRateOfReturn, internalRates } from "../../../src/roi/index.js";
import { faults } from "../../kit/caught.js";
import { keepsFormulaLaws } from "../../kit/formula-laws.js";
import { law } from "../../kit/laws.js";
import { euros, someFlows, someInvestment } from "../flows.js";

const none = (reason: string) => ({ kind: "none", reason });
const ratesOf = (flows: readonly Money[]): readonly number[] => internalRates(flows).roots.map(({ rate }) => rate);

describe("internalRateOfReturn", () => {
  it("of 50 000 spent and 100 000 gained evenly over three years is 44.6 %", () => {
    const third = "33333.333333333333";
    const flows = euros("-50000", third, third, "33333.333333333334");
    expect(internalRateOfReturn({ flows })).toBe(0.446_311_514_146_237_8);
  });

  it.each([
    ["a gain", euros(-100, 110), 0.1],
    ["nothing gained", euros(-100, 50, 50), 0],
    ["a loss", euros(-100, 50), -0.5],
    ["a loan", euros(100, -110), 0.1],
    ["a late start", euros(0, 0, -100, 110, 0), 0.1],
    ["a spreadsheet's example", euros(-70_000, 12_000, 15_000, 18_000, 21_000, 26_000), 0.086_630_948_036_531_61],
    ["a deep loss", euros(-1_000_000_000, 1), -0.999_999_999],
    ["a rate that only touches", euros(-100, 220, -121), 0.1],
    ["money spent only", euros(-100, -10), none("no-rate")],
    ["one flow", euros(-100), none("no-rate")],
    ["nothing", euros(0, 0), none("no-cash-flow")],
    ["no rate at all", euros(-100, 230, -133), none("no-rate")],
    ["two rates", euros(-1600, 10_000, -10_000), none("not-unique")],
  ])("%s", (_, flows, value) => {
    expect(internalRateOfReturn({ flows })).toEqual(value);
  });

  it("shows its working, and every rate where there are several", () => {
    const lines = (flows: readonly Money[]): string[] =>
      renderExplanation(explain(internalRateOfReturn, { flows })).split("\n").slice(4, -1);
    expect(lines(euros(-100, 110))).toEqual([
      "    movements = count[t](flows[t] ≠ 0) = 2",
      "    rate  growthFactor  multiplicity",
      "     0.1           1.1             1",
      "    rates = length(rate) = 1",
      "    irr = 0.1, found by solving sum[t](flows[t] ÷ (1 + irr) ^ t) = 0",
    ]);
    expect(lines(euros(-1600, 10_000, -10_000))).toEqual([
      "    movements = count[t](flows[t] ≠ 0) = 3",
      "    rate  growthFactor  multiplicity",
      "    0.25          1.25             1",
      "       4             5             1",
      "    rates = length(rate) = 2",
      "    no answer (not-unique), because rates > 1: 2 > 1",
    ]);
  });

  it("refuses flows that are none", () => {
    expect(faults(() => internalRateOfReturn({ flows: [] }))).toEqual(["empty flows"]);
    expect(faults(() => internalRateOfReturn({ flows: [money(-1, "EUR"), money(2, "USD")] }))).toEqual([
      "currency-mismatch flows.1.currency",
    ]);
  });
});

describe("internalRates", () => {
  it.each([
    ["an investment", euros(-100, 110), "unique", 1, "investment"],
    ["a loan", euros(100, -110), "unique", 1, "financing"],
    ["two rates", euros(-100, 230, -132), "multiple", 2, "mixed"],
    ["a rate that only touches", euros(-100, 220, -121), "unique", 2, "mixed"],
    ["no rate", euros(-100, 230, -133), "none", 2, "mixed"],
    ["one way only", euros(5, 0, 5), "none", 0, "none"],
    ["nothing", euros(0), "indeterminate", 0, "none"],
  ])("tells %s", (_, flows, status, signVariations, direction) => {
    expect(internalRates(flows)).toMatchObject({ status, signVariations, direction });
  });

  it("tells roots that touch from roots that cross", () => {
    expect(internalRates(euros(-100, 220, -121)).roots).toEqual([{ rate: 0.1, growthFactor: 1.1, multiplicity: 2 }]);
    // (u − 1.1)³
    expect(internalRates(euros(1000, -3300, 3630, -1331)).roots).toEqual([
      { rate: 0.1, growthFactor: 1.1, multiplicity: 3 },
    ]);
    // Just above the limit for touching, and just below: two rates, and none.
    expect(internalRates(euros(-100, 220, "-120.999999999")).status).toBe("multiple");
    expect(internalRates(euros(-100, 220, "-121.000000001")).status).toBe("none");
  });

  it("keeps the digits of a growth factor near zero", () => {
    const [root] = internalRates(euros("-300000000000000000", 0.5)).roots;
    expect(root?.growthFactor).toBeCloseTo(0.5 / 3e17, 30);
    expect(root?.rate).toBe(-1);
  });

  it("reads amounts that a double cannot hold", () => {
    expect(ratesOf(euros("-100000000000000000000.000000000001", "110000000000000000000"))[0]).toBeCloseTo(0.1, 15);
  });

  it("is quick with many changes of sign, and refuses what would take for ever", () => {
    const flows = Array.from({ length: 300 }, (_, i) => money((i % 2 === 0 ? -1 : 1) * (100 + ((i * 37) % 50)), "EUR"));
    expect(internalRates(flows)).toMatchObject({ signVariations: 299, direction: "mixed" });
    const hostile = Array.from({ length: 20_000 }, (_, i) => money(i % 2 === 0 ? -1 : 1, "EUR"));
    expect(faults(() => internalRates(hostile))).toEqual(["too-many flows"]);
  });
});

describe("laws", () => {
  it("words and code agree, and the rate solves its equation", () => {
    keepsFormulaLaws(internalRateOfReturn, fc.record({ flows: someInvestment }));
    keepsFormulaLaws(
      internalRateOfReturn,
      fc.record({ flows: someFlows.filter((flows) => ratesOf(flows).every((rate) => rate > -0.7)) }),
    );
  });

  /** Flows whose rates are known: the product of (10u − tenths) over the growth factors, and of a part without any. */
  const planted = fc
    .record({
      tenths: fc.array(fc.integer({ min: 3, max: 30 }), { minLength: 1, maxLength: 5 }),
      rest: fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 4 }),
      negative: fc.boolean(),
    })
    .map(({ tenths, rest, negative }) => {
      let product = [1, ...rest];
      for (const root of tenths) {
        const next = new Array<number>(product.length + 1).fill(0);
        product.forEach((value, i) => {
          next[i] = (next[i] ?? 0) + 10 * value;
          next[i + 1] = (next[i + 1] ?? 0) - root * value;
        });
        product = next;
      }
      return { tenths: [...tenths].sort((a, b) => a - b), flows: euros(...product.map((a) => (negative ? -a : a))) };
    });

  it("finds exactly the rates that were put in, each as often as it was", () => {
    law(planted, ({ tenths, flows }) => {
      const distinct = [...new Set(tenths)];
      const { roots } = internalRates(flows);
      expect(roots.map(({ multiplicity }) => multiplicity)).toEqual(
        distinct.map((root) => tenths.filter((other) => other === root).length),
      );
      roots.forEach(({ rate, growthFactor, multiplicity }, i) => {
        const truth = (distinct[i] ?? 0) / 10;
        expect(Math.abs(growthFactor - truth)).toBeLessThan(truth * (multiplicity === 1 ? 1e-9 : 1e-4));
        expect(Math.abs(rate - (growthFactor - 1))).toBeLessThan(1e-15 * Math.max(1, growthFactor));
      });
    });
  });

  it("misses no change of sign on a fine grid, and changes of sign and roots differ by an even number", () => {
    law(someFlows, (flows) => {
      const { roots, signVariations } = internalRates(flows);
      const amounts = flows.map(({ amount }) => Number(amount));
      let changes = 0;
      let before = 0;
      for (let step = 0; step <= 600; step++) {
        // Growth factors from 1e-4 to 1e4, evenly on the scale of ratios.
        const growth = 10 ** (-4 + step / 75);
        const terms = amounts.map((amount, k) => amount * growth ** -k);
        const sum = terms.reduce((a, b) => a + b, 0);
        const size = terms.reduce((a, b) => a + Math.abs(b), 0);
        if (Math.abs(sum) <= 1e-12 * size) continue;
        if (before !== 0 && Math.sign(sum) !== before) changes++;
        before = Math.sign(sum);
      }
      const crossing = roots.filter(
        ({ growthFactor, multiplicity }) => multiplicity % 2 === 1 && growthFactor > 1e-4 && growthFactor < 1e4,
      );
      expect(crossing.length).toBeGreaterThanOrEqual(changes);
      const counted = roots.reduce((sum, { multiplicity }) => sum + multiplicity, 0);
      expect((signVariations - counted) % 2).toBe(0);
      expect(counted).toBeLessThanOrEqual(signVariations);
    });
  });

  it("has one rate where the sign changes once", () => {
    law(someInvestment, (flows) => {
      expect(internalRates(flows)).toMatchObject({ status: "unique", direction: "investment", signVariations: 1 });
    });
  });

  const closeTo = (got: readonly number[], want: readonly number[]): void => {
    expect(got).toHaveLength(want.length);
    got.forEach((rate, i) => {
      const growth = 1 + (want[i] ?? 0);
      expect(Math.abs(rate - (want[i] ?? 0))).toBeLessThan(1e-9 * Math.max(1, growth));
    });
  };

  it("does not change with the unit of money, with all signs, or with periods of zero around", () => {
    law(someFlows, (flows) => {
      const rates = ratesOf(flows);
      closeTo(ratesOf(flows.map((flow) => multiplyMoney(flow, 7))), rates);
      closeTo(ratesOf(flows.map((flow) => multiplyMoney(flow, -1))), rates);
      expect(ratesOf([...euros(0, 0), ...flows, ...euros(0)])).toEqual(rates);
    });
  });

  it("turned round, what was spent is received: the direction turns, and the rates stay", () => {
    const turned = { investment: "financing", financing: "investment", mixed: "mixed", none: "none" };
    law(someFlows, (flows) => {
      const { direction, status, signVariations, roots } = internalRates(flows);
      const other = internalRates(flows.map((flow) => multiplyMoney(flow, -1)));
      expect(other).toMatchObject({ direction: turned[direction], status, signVariations, roots });
    });
  });

  it("read backwards, growth turns into its inverse", () => {
    law(someFlows, (flows) => {
      const inverse = ratesOf([...flows].reverse()).map((rate) => 1 / (1 + rate) - 1);
      if (ratesOf(flows).every((rate) => rate > -0.99 && rate < 99)) closeTo(inverse.reverse(), ratesOf(flows));
    });
  });

  it("at twice the distance, the growth of two periods is that of one", () => {
    law(someFlows, (flows) => {
      const apart = flows.flatMap((flow, i) => (i === 0 ? [flow] : [...euros(0), flow]));
      closeTo(
        ratesOf(apart).map((rate) => (1 + rate) * (1 + rate) - 1),
        ratesOf(flows),
      );
    });
  });

  it("answers with a number exactly when the rate is the only one", () => {
    law(someFlows, (flows) => {
      const { status, roots } = internalRates(flows);
      const answer = internalRateOfReturn({ flows });
      expect(isNoAnswer(answer)).toBe(status !== "unique");
      if (!isNoAnswer(answer)) expect(answer).toBe(roots[0]?.rate);
    });
  });
});
