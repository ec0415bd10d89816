import { Decimal as Host } from "decimal.js";
import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";

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
    [1e-12, "0.000000000001"],
    [123_456_789_012_345, "123456789012345"],
    [999_999_999_999_999_000_000_000, "999999999999999000000000"],
    ["0".repeat(60), "0"],
    [`${"0".repeat(57)}1.5`, "1.5"],
    ["10.05", "10.05"],
    ["0.05", "0.05"],
    ["-100", "-100"],
    ["999999999999999999999999", "999999999999999999999999"],
  ])("reads %j as %s", (value, text) => {
    expect(readDecimalText(value)).toBe(text);
  });

  const plain = { code: "invalid-format", expected: "a plain decimal such as -12.5" };
  const range = { code: "out-of-range", expected: "below 1e24 in size, with at most 12 decimals" };
  const digits = { code: "out-of-range", expected: "a number of at most 15 significant digits; give more as text" };
  const finite = { code: "not-finite", expected: "finite" };
  const type = { code: "wrong-type", expected: "decimal text or a number" };
  it.each([
    ["", plain],
    ["-", plain],
    [".", plain],
    [".5", plain],
    ["5.", plain],
    ["-.5", plain],
    ["-5.", plain],
    ["+5", plain],
    [" 5", plain],
    ["5 ", plain],
    ["1,000", plain],
    ["1e3", plain],
    ["0x10", plain],
    ["1.2.3", plain],
    ["1..5", plain],
    ["--1", plain],
    ["1-", plain],
    ["1:", plain],
    ["١٢", plain],
    ["NaN", plain],
    ["0.0000000000001", range],
    ["1000000000000000000000000", range],
    ["0".repeat(61), range],
    [1e24, range],
    [-1e24, range],
    [1e-13, range],
    [0.1 + 0.2, digits],
    [1_234_567_890.123_456_7, digits],
    [1_234_567_890_123_456, digits],
    [Number.NaN, finite],
    [Number.POSITIVE_INFINITY, finite],
    [null, type],
    [{}, type],
    [["5"], type],
  ])("refuses %j: %j", (value, fault) => {
    expect(readDecimalText(value)).toEqual(fault);
    expect(faults(() => demandDecimal(value, "cost", ["flows", 3]))).toEqual([`${fault.code} flows.3`]);
  });
});

describe("ExactSum", () => {
  it.each([
    "",
    "-",
    ".",
    "1.",
    ".1",
    "1e3",
    "1,0",
    "+1",
    "1.2.3",
    "1..5",
    " 1",
    "1/",
    "1:",
    "0.0000000000001",
    "1".repeat(25),
  ])("does not take %j, and keeps its sum", (text) => {
    const sum = new ExactSum();
    expect(sum.add("1.5")).toBe(true);
    expect(sum.add(text)).toBe(false);
    expect(sum.total("sum")).toBe("1.5");
  });

  it("can go on after a total", () => {
    const sum = new ExactSum();
    for (let i = 0; i < 3; i++) sum.add("9007199254740991");
    expect(sum.total("sum")).toBe("27021597764222973");
    sum.add("0.000000000001");
    expect(sum.total("sum")).toBe("27021597764222973.000000000001");
  });

  it("adds the smallest amounts, above zero and below", () => {
    const totalOf = (...texts: readonly string[]): string => {
      const sum = new ExactSum();
      for (const text of texts) expect(sum.add(text)).toBe(true);
      return sum.total("sum");
    };
    expect(totalOf()).toBe("0");
    expect(totalOf("0.000000000002", "0.000000000003")).toBe("0.000000000005");
    expect(totalOf("-0.000000000002", "-0.000000000003")).toBe("-0.000000000005");
    expect(totalOf("0.5", "-0.5")).toBe("0");
    expect(totalOf("1", "0.1", "0.01", "-3")).toBe("-1.89");
    expect(totalOf("999999999999999999999999", "-0.000000000001")).toBe("999999999999999999999998.999999999999");
    expect(totalOf("1234567890123456", "-0.123456789012")).toBe("1234567890123455.876543210988");
  });

  it.each([1, -1])("carries sums before a double loses a digit, sign %i", (sign) => {
    const sum = new ExactSum();
    for (let i = 0; i < 11; i++) sum.add(String(sign * 999_999_999_999_999));
    expect(sum.total("sum")).toBe(String(sign * 10_999_999_999_999) + "989");
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
    minE: Host.minE,
    modulo: Host.modulo,
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

  it("is not reached by settings that were made before it was", async () => {
    Host.set({ toExpPos: 2, minE: -3, modulo: Host.EUCLID });
    vi.resetModules();
    const fresh = await import("../../../src/foundation/decimal/index.js");
    const { toExpPos, minE, modulo } = fresh.Decimal;
    expect({ toExpPos, minE, modulo }).toEqual({ toExpPos: 21, minE: -9e15, modulo: 1 });
  });

  it("keeps 40 digits and rounds half-even", () => {
    expect(Decimal.precision).toBe(40);
    expect(canonicalText(new Decimal("0.0000000000005"))).toBe("0");
    expect(canonicalText(new Decimal("0.0000000000015"))).toBe("0.000000000002");
    expect(canonicalText(new Decimal("-0.0000000000025"))).toBe("-0.000000000002");
    expect(faults(() => canonicalText(new Decimal("1e24"), "npv"))).toEqual(["out-of-range npv"]);
    expect(caught(() => canonicalText(new Decimal("-1.25e24"), "npv")).message).toBe(
      'npv must be below 1e24 in size, received "-1.25000e+24"',
    );
    expect(faults(() => canonicalText(new Decimal(Number.NaN), "npv"))).toEqual(["out-of-range npv"]);
  });

  it("turns into numbers, and from them", () => {
    expect(numberOf(new Decimal("-0"), "x")).toBe(0);
    expect(numberOf(new Decimal("1e-400"), "x")).toBe(0);
    expect(numberOf(new Decimal("-2.5"), "x")).toBe(-2.5);
    expect(faults(() => numberOf(new Decimal("1e400"), "ratio"))).toEqual(["out-of-range ratio"]);
    expect(caught(() => numberOf(new Decimal("-1e400"), "ratio")).message).toBe(
      'ratio must be below 1.8e308 in size, received "-Infinity"',
    );
    expect(decimalOfNumber(0.1, "x").toFixed()).toBe("0.1");
    expect(faults(() => decimalOfNumber(Number.NaN, "share", ["shares", 0]))).toEqual(["not-finite shares.0"]);
  });
});

describe("demandMoney", () => {
  it.each([
    [null, "wrong-type cost", "cost must be money, received null"],
    ["5", "wrong-type cost", 'cost must be money, received "5"'],
    [{ amount: "5" }, "wrong-type cost.currency", "cost.currency must be text, received nothing"],
    [
      { amount: "5", currency: "eur" },
      "invalid-format cost.currency",
      'cost.currency must be three capital letters, received "eur"',
    ],
    [
      { amount: "5", currency: "EURO" },
      "invalid-format cost.currency",
      'cost.currency must be three capital letters, received "EURO"',
    ],
    [
      { amount: "5", currency: " EUR" },
      "invalid-format cost.currency",
      'cost.currency must be three capital letters, received " EUR"',
    ],
    [
      { amount: "5,0", currency: "EUR" },
      "invalid-format cost.amount",
      'cost.amount must be a plain decimal such as -12.5, received "5,0"',
    ],
    [{ currency: "EUR" }, "wrong-type cost.amount", "cost.amount must be decimal text or a number, received nothing"],
  ])("refuses %j", (value, fault, message) => {
    const run = () => demandMoney(value as never, "cost");
    expect(faults(run)).toEqual([fault]);
    expect(caught(run).message).toBe(message);
  });

  it("holds a currency against the one that is known", () => {
    expect(demandMoneyIn("EUR", money("1.5", "EUR"), "cost").toFixed()).toBe("1.5");
    expect(caught(() => demandMoneyIn("EUR", money("1", "USD"), "cost", ["costs", 2])).details).toEqual({
      subject: "cost",
      path: ["costs", 2, "currency"],
      currencies: ["EUR", "USD"],
    });
    expect(faults(() => demandMoneyIn("EUR", money("1", "USD"), "cost"))).toEqual(["currency-mismatch cost.currency"]);
    expect(faults(() => moneyOf(new Decimal("1e24"), "EUR"))).toEqual(["out-of-range amount"]);
    expect(faults(() => moneyOf(new Decimal("1e24"), "EUR", "total"))).toEqual(["out-of-range total"]);
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
