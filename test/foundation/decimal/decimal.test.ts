import { Decimal as Host } from "decimal.js";
import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";

import {
  canonicalText,
  Decimal,
  decimalOfNumber,
  demandDecimal,
  demandMoney,
  demandMoneyIn,
  ExactSum,
  moneyOf,
  numberOf,
  readDecimalText,
} from "../../../src/foundation/decimal/index.js";
import { money, multiplyMoney } from "../../../src/foundation/money/index.js";
import { caught, faults } from "../../kit/caught.js";
import { law } from "../../kit/laws.js";

const POINT = 12;

/** Plain decimal text as a whole number of its twelfth decimal. */
const units = (text: string): bigint => {
  const [whole = "", fraction = ""] = text.split(".");
  return BigInt(whole + fraction.padEnd(POINT, "0"));
};

/** The canonical text of a whole number of twelfth decimals, by string alone. */
const textOf = (value: bigint): string => {
  const digits = String(value < 0n ? -value : value).padStart(POINT + 1, "0");
  const fraction = digits.slice(-POINT).replace(/0+$/, "");
  return `${value < 0n ? "-" : ""}${digits.slice(0, -POINT)}${fraction === "" ? "" : `.${fraction}`}`;
};

/** An amount of any size and scale, as text that need not be canonical. */
const amountText = fc
  .record({
    negative: fc.boolean(),
    whole: fc.bigInt({ min: 0n, max: 10n ** 24n - 1n }),
    cut: fc.integer({ min: 0, max: 24 }),
    fraction: fc.stringMatching(/^[0-9]{0,12}$/),
    zeros: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ negative, whole, cut, fraction, zeros }) => {
    const digits = String(whole).slice(0, Math.max(1, cut));
    const padded = "0".repeat(Math.min(zeros, 24 - digits.length)) + digits;
    return `${negative ? "-" : ""}${padded}${fraction === "" ? "" : `.${fraction}`}`;
  });

describe("readDecimalText", () => {
  it.each([
    ["50000", "50000"],
    ["50000.00", "50000"],
    ["-0.250", "-0.25"],
    ["007", "7"],
    ["-0", "0"],
    ["-0.000", "0"],
    ["0.000000000001", "0.000000000001"],
    ["999999999999999999999999.999999999999", "999999999999999999999999.999999999999"],
    [0.1, "0.1"],
    [-0, "0"],
    [1e21, "1000000000000000000000"],
    [1e-7, "0.0000001"],
    [123_456_789.012_345, "123456789.012345"],
  ])("reads %j as %s", (value, text) => {
    expect(readDecimalText(value)).toBe(text);
  });

  it.each([
    ["", "invalid-format"],
    ["-", "invalid-format"],
    [".5", "invalid-format"],
    ["5.", "invalid-format"],
    ["-.5", "invalid-format"],
    ["+5", "invalid-format"],
    [" 5", "invalid-format"],
    ["5 ", "invalid-format"],
    ["1,000", "invalid-format"],
    ["1e3", "invalid-format"],
    ["0x10", "invalid-format"],
    ["1.2.3", "invalid-format"],
    ["--1", "invalid-format"],
    ["١٢", "invalid-format"],
    ["NaN", "invalid-format"],
    ["0.0000000000001", "out-of-range"],
    ["1000000000000000000000000", "out-of-range"],
    ["0".repeat(61), "out-of-range"],
    [0.1 + 0.2, "out-of-range"],
    [1e24, "out-of-range"],
    [1e-13, "out-of-range"],
    [Number.NaN, "not-finite"],
    [Number.POSITIVE_INFINITY, "not-finite"],
    [null, "wrong-type"],
    [{}, "wrong-type"],
    [["5"], "wrong-type"],
  ])("refuses %j: %s", (value, code) => {
    expect(readDecimalText(value)).toMatchObject({ code });
    expect(faults(() => demandDecimal(value, "cost", ["flows", 3]))).toEqual([`${code} flows.3`]);
  });
});

describe("ExactSum", () => {
  it.each(["", "-", ".", "1.", ".1", "1e3", "1,0", "+1", "1.2.3", " 1", "0.0000000000001", "1".repeat(25)])(
    "does not take %j, and keeps its sum",
    (text) => {
      const sum = new ExactSum();
      expect(sum.add("1.5")).toBe(true);
      expect(sum.add(text)).toBe(false);
      expect(sum.total("sum")).toBe("1.5");
    },
  );

  it("can go on after a total", () => {
    const sum = new ExactSum();
    for (let i = 0; i < 3; i++) sum.add("9007199254740991");
    expect(sum.total("sum")).toBe("27021597764222973");
    sum.add("0.000000000001");
    expect(sum.total("sum")).toBe("27021597764222973.000000000001");
  });

  it("refuses a total of 1e24, and passes over it on the way to a smaller one", () => {
    const sum = new ExactSum();
    sum.add("999999999999999999999999");
    sum.add("1");
    expect(caught(() => sum.total("total cost"))).toMatchObject({
      code: "out-of-range",
      details: { subject: "total cost" },
    });
    sum.add("-2");
    expect(sum.total("sum")).toBe("999999999999999999999998");
  });
});

describe("the private decimal", () => {
  const before = {
    precision: Host.precision,
    rounding: Host.rounding,
    toExpNeg: Host.toExpNeg,
    toExpPos: Host.toExpPos,
  };
  afterEach(() => {
    Host.set(before);
  });

  it("is not reached by settings of the host's decimal.js", () => {
    Host.set({ precision: 3, rounding: Host.ROUND_UP, toExpPos: 2, toExpNeg: 0 });
    expect(new Decimal(1).div(3).toFixed()).toBe(`0.${"3".repeat(40)}`);
    expect(multiplyMoney(money("123456789.123456", "EUR"), 0.3).amount).toBe("37037036.7370368");
    expect(money("1000000", "EUR").amount).toBe("1000000");
    expect(String(new Host(10).div(3))).toBe("3.34e+0");
  });

  it("keeps 40 digits and rounds half-even", () => {
    expect(Decimal.precision).toBe(40);
    expect(canonicalText(new Decimal("0.0000000000005"))).toBe("0");
    expect(canonicalText(new Decimal("0.0000000000015"))).toBe("0.000000000002");
    expect(canonicalText(new Decimal("-0.0000000000025"))).toBe("-0.000000000002");
    expect(faults(() => canonicalText(new Decimal("1e24"), "npv"))).toEqual(["out-of-range npv"]);
    expect(faults(() => canonicalText(new Decimal(Number.NaN), "npv"))).toEqual(["out-of-range npv"]);
  });

  it("turns into numbers, and from them", () => {
    expect(numberOf(new Decimal("-0"), "x")).toBe(0);
    expect(numberOf(new Decimal("1e-400"), "x")).toBe(0);
    expect(faults(() => numberOf(new Decimal("1e400"), "ratio"))).toEqual(["out-of-range ratio"]);
    expect(decimalOfNumber(0.1, "x").toFixed()).toBe("0.1");
    expect(faults(() => decimalOfNumber(Number.NaN, "share", ["shares", 0]))).toEqual(["not-finite shares.0"]);
  });
});

describe("demandMoney", () => {
  it.each([
    [null, "wrong-type cost"],
    ["5", "wrong-type cost"],
    [{ amount: "5" }, "wrong-type cost.currency"],
    [{ amount: "5", currency: "eur" }, "invalid-format cost.currency"],
    [{ amount: "5,0", currency: "EUR" }, "invalid-format cost.amount"],
    [{ currency: "EUR" }, "wrong-type cost.amount"],
  ])("refuses %j", (value, fault) => {
    expect(faults(() => demandMoney(value as never, "cost"))).toEqual([fault]);
  });

  it("holds a currency against the one that is known", () => {
    expect(demandMoneyIn("EUR", money("1.5", "EUR"), "cost").toFixed()).toBe("1.5");
    expect(caught(() => demandMoneyIn("EUR", money("1", "USD"), "cost", ["costs", 2])).details).toEqual({
      subject: "cost",
      path: ["costs", 2, "currency"],
      currencies: ["EUR", "USD"],
    });
  });
});

describe("the largest amount", () => {
  it("is still one once it is rounded, or is refused", () => {
    const nines = `${"9".repeat(24)}.${"9".repeat(12)}`;
    expect(canonicalText(new Decimal(`${nines}4`))).toBe(nines);
    expect(faults(() => canonicalText(new Decimal(`${nines}6`)))).toEqual(["out-of-range amount"]);
  });
});

describe("laws", () => {
  it("a sum is exact, of amounts of any size and scale, in any order", () => {
    const rows = fc.array(amountText, { maxLength: 60 });
    law(
      rows.chain((texts) => fc.tuple(fc.constant(texts), fc.shuffledSubarray(texts, { minLength: texts.length }))),
      ([texts, shuffled]) => {
        let oracle = 0n;
        for (const text of texts) oracle += units(text);
        if (oracle >= 10n ** 36n || oracle <= -(10n ** 36n)) return;
        for (const order of [texts, shuffled]) {
          const sum = new ExactSum();
          expect(order.every((text) => sum.add(text))).toBe(true);
          expect(sum.total("sum")).toBe(textOf(oracle));
        }
      },
    );
  });

  it("many rows of fifteen digits pass through the limit of a double without losing one", () => {
    law(
      fc.record({
        cents: fc.integer({ min: 900_000_000_000_000, max: 999_999_999_999_999 }),
        times: fc.integer({ min: 5, max: 40 }),
      }),
      ({ cents, times }) => {
        const text = `${String(cents).slice(0, -2)}.${String(cents).slice(-2)}`;
        const sum = new ExactSum();
        for (let i = 0; i < times; i++) sum.add(text);
        expect(sum.total("sum")).toBe(textOf(BigInt(cents) * BigInt(times) * 10n ** 10n));
      },
    );
  });

  it("reads plain decimals, and nothing else, into canonical text that reads as itself", () => {
    const near = fc.stringMatching(/^-?[0-9.,e+ -]{0,8}$/);
    law(
      fc.oneof(amountText, near, fc.string()),
      (text) => {
        const read = readDecimalText(text);
        const plain = /^-?[0-9]+(\.[0-9]+)?$/.test(text);
        if (typeof read === "string") {
          expect(plain).toBe(true);
          expect(read).toBe(textOf(units(text)));
          expect(readDecimalText(read)).toBe(read);
          expect(canonicalText(new Decimal(read))).toBe(read);
        } else expect(read.code).toBe(plain ? "out-of-range" : "invalid-format");
        // What the fast sum takes is what the reader takes, but for leading zeros past the limit.
        if (text.length <= 37) expect(new ExactSum().add(text)).toBe(typeof read === "string");
      },
      2000,
    );
  });

  it("a number counts as the shortest decimal that stands for it", () => {
    law(
      fc.record({
        digits: fc.integer({ min: -999_999_999_999, max: 999_999_999_999 }),
        decimals: fc.integer({ min: 0, max: 12 }),
      }),
      ({ digits, decimals }) => {
        const text = textOf(BigInt(digits) * 10n ** BigInt(POINT - decimals));
        expect(readDecimalText(Number(text))).toBe(text);
      },
    );
  });

  it("money made of a decimal is rounded half-even to twelve decimals", () => {
    law(
      fc.record({ whole: fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), tail: fc.integer({ min: 0, max: 999 }) }),
      ({ whole, tail }) => {
        // whole in twelfth decimals, and a thousandth part of one more.
        const exact = new Decimal(String(whole)).plus(new Decimal(tail).div(1000)).times("1e-12");
        const up = tail > 500 || (tail === 500 && whole % 2n !== 0n);
        expect(moneyOf(exact, "EUR").amount).toBe(textOf(whole + (up ? 1n : 0n)));
      },
    );
  });
});
