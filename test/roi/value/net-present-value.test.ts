import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { explain, renderExplanation } from "../../../src/foundation/explain/index.js";
import { type Money, money, multiplyMoney, sumMoney } from "../../../src/foundation/money/index.js";
import {
  netPresentValue,
  parseNetPresentValueInput,
  presentValues,
  type Timing,
  TIMINGS,
} from "../../../src/roi/index.js";
import { faults } from "../../kit/caught.js";
import { keepsFormulaLaws } from "../../kit/formula-laws.js";
import { law } from "../../kit/laws.js";
import { answered, euros, someFlows, someLargeFlows, someLowRate, someRate } from "../flows.js";

const npv = (rate: number, flows: readonly Money[], timing: Timing = "start"): string =>
  netPresentValue({ rate, flows, timing }).amount;

describe("netPresentValue", () => {
  it("of 50 000 spent and 100 000 gained evenly over three years, at 10 %, is 32 895.07", () => {
    const third = "33333.333333333333";
    expect(npv(0.1, euros("-50000", third, third, "33333.333333333334"))).toBe("32895.066366140746");
  });

  it.each([
    ["end", "1188.443412335223"],
    ["start", "1307.287753568745"],
    ["mid", "1246.44996640671"],
  ] as const)("of the spreadsheet example with flows at the %s of the period is %s", (timing, value) => {
    expect(npv(0.1, euros("-10000", "3000", "4200", "6800"), timing)).toBe(value);
  });

  it.each([
    ["breaks even exactly", 0.1, euros("-1000", "550", "605"), "0"],
    ["is the plain sum at rate 0", 0, euros("-100.10", "50.05", "50.05"), "0"],
    ["has no double's noise at rate 0", 0, euros("0.1", "0.2", "-0.3"), "0"],
    ["grows with a negative rate", -0.05, euros("-1000", "400", "400", "400"), "330.806239976673"],
    ["keeps a hundredth beside 1e12", 0.1, euros("-1000000000000.01", "1100000000000.02"), "0.008181818182"],
    ["of one flow is that flow", 5, euros("7"), "7"],
  ])("%s", (_, rate, flows, value) => {
    expect(npv(rate, flows)).toBe(value);
  });

  it("shows its working", () => {
    const input = { rate: 0.1, flows: euros("-1000", "550", "605"), timing: "end" as const };
    expect(renderExplanation(explain(netPresentValue, input)).split("\n")).toEqual([
      "Net present value = 0 EUR",
      "  given",
      "    rate   = 0.1 (ratio)",
      "    flows  = [-1000, 550, 605] EUR",
      "    timing = end",
      "  worked out",
      "    period  time       flow              factor           presentValue",
      "         0     1  -1000 EUR  0.9090909090909091  -909.090909090909 EUR",
      "         1     2    550 EUR  0.8264462809917356   454.545454545455 EUR",
      "         2     3    605 EUR  0.7513148009015778   454.545454545455 EUR",
      '    each time = period + if(timing = "end", 1, if(timing = "mid", 0.5, 0))',
      "    each factor = 1 ÷ (1 + rate) ^ time",
      "    each presentValue = flow × factor",
      "    npv = sum[t](flow[t] × factor[t]) = 0 EUR",
      "  source: Richard A. Brealey, Stewart C. Myers, Franklin Allen, Principles of Corporate Finance, " +
        "net present value",
    ]);
  });

  it.each([
    ["a rate of −1", { rate: -1 }, "out-of-range rate"],
    ["a rate below −1", { rate: -2 }, "out-of-range rate"],
    ["NaN", { rate: Number.NaN }, "not-finite rate"],
    ["a percentage", { rate: "10%" as unknown as number }, "wrong-type rate"],
    ["another timing", { timing: "later" as Timing }, "out-of-range timing"],
    ["no timing", { timing: undefined as unknown as Timing }, "wrong-type timing"],
    ["no flows", { flows: [] }, "empty flows"],
    ["no list", { flows: "12" as unknown as Money[] }, "wrong-type flows"],
    [
      "an amount that is none",
      { flows: [money(1, "EUR"), { amount: "NaN", currency: "EUR" }] },
      "invalid-format flows.1.amount",
    ],
    ["two currencies", { flows: [money(1, "EUR"), money(1, "USD")] }, "currency-mismatch flows.1.currency"],
    ["a hole", { flows: [undefined as unknown as Money] }, "wrong-type flows.0"],
    [
      "a sum of 1e24",
      { rate: -0.5, flows: euros("600000000000000000000000", "300000000000000000000000") },
      "out-of-range npv",
    ],
    [
      "a present value of 1e24 that another takes back",
      { rate: -0.99, flows: euros(0, "600000000000000000000000", "-6000000000000000000000") },
      "out-of-range present value",
    ],
    [
      "a factor beyond all numbers",
      { rate: -0.9999999999, flows: euros(...Array.from({ length: 60 }, () => 0)) },
      "out-of-range discount factor",
    ],
  ])("refuses %s", (_, part, fault) => {
    const input = { rate: 0.1, flows: euros("-100", "110"), timing: "start" as Timing, ...part } as const;
    expect(faults(() => netPresentValue(input as never))).toEqual([fault]);
  });

  it("reads outside data, all faults at once", () => {
    const input = { rate: 0.1, flows: [{ amount: "1.50", currency: "EUR" }], timing: "mid" };
    expect(parseNetPresentValueInput(input).flows).toEqual([{ amount: "1.5", currency: "EUR" }]);
    expect(
      faults(() =>
        parseNetPresentValueInput({
          rate: -1,
          flows: [money(1, "EUR"), money(1, "USD")],
          timing: "soon",
        }),
      ),
    ).toEqual(["out-of-range rate", "currency-mismatch flows.1.currency", "out-of-range timing"]);
    expect(faults(() => parseNetPresentValueInput({ ...input, flows: [] }))).toEqual(["empty flows"]);
  });
});

describe("presentValues", () => {
  it("gives each flow its value", () => {
    expect(presentValues({ rate: 0.5, flows: euros("-100", "75", "112.5"), timing: "start" })).toEqual(
      euros("-100", "50", "50"),
    );
    expect(presentValues({ rate: 0.5, flows: euros("3"), timing: "end" })).toEqual(euros("2"));
    expect(presentValues({ rate: 0.44, flows: euros("6"), timing: "mid" })).toEqual(euros("5"));
  });

  it("refuses what netPresentValue refuses", () => {
    expect(faults(() => presentValues({ rate: -1, flows: euros("1"), timing: "start" }))).toEqual([
      "out-of-range rate",
    ]);
    expect(faults(() => presentValues({ rate: 0, flows: [], timing: "start" }))).toEqual(["empty flows"]);
  });
});

describe("laws", () => {
  const input = fc.record({ rate: someRate, flows: someFlows, timing: fc.constantFrom(...TIMINGS) });

  it("words and code agree", () => {
    keepsFormulaLaws(netPresentValue, input);
    const large = fc.record({ rate: someLowRate, flows: someLargeFlows, timing: fc.constantFrom(...TIMINGS) });
    keepsFormulaLaws(netPresentValue, large.filter(answered(netPresentValue)), 100);
  });

  it("is the exact fraction, rounded half-even to 12 decimals", () => {
    law(
      fc.record({ basisPoints: fc.integer({ min: -5000, max: 20_000 }), flows: someFlows, end: fc.boolean() }),
      ({ basisPoints, flows, end }) => {
        const rate = basisPoints / 10_000;
        const growth = BigInt(10_000 + basisPoints);
        const shift = end ? 1 : 0;
        const last = flows.length - 1 + shift;
        // sum of a·10000^k·growth^(last − k), over growth^last
        let above = 0n;
        flows.forEach(({ amount }, k) => {
          above += units(amount, 12) * 10_000n ** BigInt(k + shift) * growth ** BigInt(last - k - shift);
        });
        expect(units(npv(rate, flows, end ? "end" : "start"), 12)).toBe(halfEven(above, growth ** BigInt(last)));
      },
    );
  });

  it("at rate 0 is the sum, whatever the timing", () => {
    law(input, ({ flows, timing }) => {
      expect(netPresentValue({ rate: 0, flows, timing })).toEqual(sumMoney(flows));
    });
  });

  it("at the end of the period is one period less, and in the middle lies half-way", () => {
    law(input, ({ rate, flows }) => {
      const start = Number(npv(rate, flows, "start"));
      const mid = Number(npv(rate, flows, "mid"));
      const end = Number(npv(rate, flows, "end"));
      const size = flows.reduce((sum, { amount }) => sum + Math.abs(Number(amount)), 1) * 5000;
      expect(Math.abs(end * (1 + rate) - start)).toBeLessThan(1e-12 * size);
      expect(Math.abs(mid * mid - start * end)).toBeLessThan(1e-10 * size * size);
    });
  });

  it("grows in step with the amounts", () => {
    law(input, ({ rate, flows, timing }) => {
      const tripled = flows.map((flow) => multiplyMoney(flow, 3));
      const once = units(npv(rate, flows, timing), 12);
      const off = units(npv(rate, tripled, timing), 12) - 3n * once;
      expect(off <= 2n && off >= -2n).toBe(true);
    });
  });

  it("is the sum of the present values, to their rounding", () => {
    law(input, (given) => {
      const off = units(sumMoney(presentValues(given)).amount, 12) - units(netPresentValue(given).amount, 12);
      expect(off <= 12n && off >= -12n).toBe(true);
    });
  });
});

/** Decimal text as a whole number of its last decimal. */
function units(text: string, decimals: number): bigint {
  const [whole = "", fraction = ""] = text.split(".");
  return BigInt(whole + fraction.padEnd(decimals, "0"));
}

function halfEven(above: bigint, below: bigint): bigint {
  const negative = above < 0n !== below < 0n;
  const a = above < 0n ? -above : above;
  const b = below < 0n ? -below : below;
  const floor = a / b;
  const twice = (a - floor * b) * 2n;
  const up = twice > b || (twice === b && floor % 2n === 1n);
  const size = floor + (up ? 1n : 0n);
  return negative ? -size : size;
}
