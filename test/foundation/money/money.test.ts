import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  allocateMoney,
  compareMoney,
  convertMoney,
  divideMoney,
  formatMoney,
  minorUnit,
  type Money,
  money,
  multiplyMoney,
  parseExchangeRates,
  parseMoney,
  ROUNDING_MODES,
  type RoundingMode,
  roundMoney,
  subtractMoney,
  sumMoney,
} from "../../../src/foundation/money/index.js";
import { caught, faults } from "../../kit/caught.js";
import { law } from "../../kit/laws.js";

const eur = (amount: string | number): Money => money(amount, "EUR");
const amounts = (list: readonly Money[]): readonly string[] => list.map(({ amount }) => amount);

/** An amount as a whole number of its twelfth decimal. */
const units = ({ amount }: Money): bigint => {
  const [whole = "", fraction = ""] = amount.split(".");
  return BigInt(whole + fraction.padEnd(12, "0"));
};

const someMoney: fc.Arbitrary<Money> = fc
  .record({ digits: fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), decimals: fc.integer({ min: 0, max: 12 }) })
  .map(({ digits, decimals }) => {
    const text = String(digits < 0n ? -digits : digits).padStart(decimals + 1, "0");
    const cut = text.length - decimals;
    return eur(`${digits < 0n ? "-" : ""}${text.slice(0, cut)}${decimals === 0 ? "" : `.${text.slice(cut)}`}`);
  });

describe("money", () => {
  it("is exact, and canonical", () => {
    expect(money("50000.00", "USD")).toEqual({ amount: "50000", currency: "USD" });
    expect(money(0.1, "EUR").amount).toBe("0.1");
    expect(money("-0.00", "EUR").amount).toBe("0");
  });

  it.each([
    ["1,000", "EUR", "invalid-format amount"],
    ["0x10", "EUR", "invalid-format amount"],
    [Number.NaN, "EUR", "not-finite amount"],
    [0.1 + 0.2, "EUR", "out-of-range amount"],
    [null as unknown as string, "EUR", "wrong-type amount"],
    ["1", "eur", "invalid-format currency"],
    ["1", "EURO", "invalid-format currency"],
    ["1", undefined as unknown as string, "wrong-type currency"],
  ])("refuses %j %j", (amount, currency, fault) => {
    expect(faults(() => money(amount, currency))).toEqual([fault]);
  });

  it("is read from outside data, all faults at once", () => {
    expect(parseMoney({ amount: 12.5, currency: "EUR" })).toEqual(eur("12.5"));
    expect(faults(() => parseMoney({ amount: "1 000", currency: "€", x: 1 }))).toEqual([
      "invalid-format amount",
      "invalid-format currency",
      "unknown-key x",
    ]);
    expect(faults(() => parseMoney("12 EUR"))).toEqual(["wrong-type"]);
  });
});

describe("arithmetic", () => {
  it("has no double's noise", () => {
    expect(sumMoney([eur("0.1"), eur("0.2")]).amount).toBe("0.3");
    expect(subtractMoney(eur("0.3"), eur("0.1")).amount).toBe("0.2");
    expect(multiplyMoney(eur("1234567.89"), 0.1999).amount).toBe("246790.121211");
    expect(divideMoney(eur("0.3"), eur("0.1"))).toBe(3);
    expect(compareMoney(eur("2"), eur("10"))).toBe(-1);
    expect(compareMoney(eur("2"), eur("2"))).toBe(0);
    expect(divideMoney(eur("0"), eur("-5"))).toBe(0);
  });

  it.each([
    ["sum of nothing", () => sumMoney([]), "empty"],
    ["sum of two currencies", () => sumMoney([eur(1), money(1, "USD")]), "currency-mismatch 1.currency"],
    [
      "sum of no amount",
      () => sumMoney([eur(1), { amount: "1,5" as "1", currency: "EUR" }]),
      "invalid-format 1.amount",
    ],
    ["sum of a number", () => sumMoney([{ amount: 5 as unknown as "5", currency: "EUR" }]), "wrong-type 0.amount"],
    ["sum of no list", () => sumMoney("12" as unknown as Money[]), "wrong-type"],
    ["sum in no currency", () => sumMoney([], "euro"), "invalid-format"],
    ["difference of two currencies", () => subtractMoney(eur(1), money(1, "USD")), "currency-mismatch amount.currency"],
    ["product with NaN", () => multiplyMoney(eur(1), Number.NaN), "not-finite factor"],
    ["product of 1e24", () => multiplyMoney(eur("1e23".replace("e23", "0".repeat(23))), 10), "out-of-range product"],
    ["ratio to zero", () => divideMoney(eur(1), eur(0)), "zero-divisor by"],
    ["order of two currencies", () => compareMoney(eur(1), money(1, "USD")), "currency-mismatch b.currency"],
  ])("refuses the %s", (_, run, fault) => {
    expect(faults(run)).toEqual([fault]);
  });

  // Code that is prepared for mutation testing counts each of its steps, and is no measure.
  it.skipIf(process.env["GOLIVE_KIT_MUTATED"])("adds a million rows in less than a quarter of a second", () => {
    const texts = Array.from({ length: 1_000_000 }, (_, i) => `${String((i * 37) % 100_000)}.${String(10 + (i % 90))}`);
    const rows = texts.map((amount) => ({ amount, currency: "EUR" }) as Money);
    let cents = 0n;
    const slow = timeOf(() => {
      for (const text of texts) cents += BigInt(text.replace(".", ""));
    });
    let total = sumMoney([], "EUR");
    let best = Number.POSITIVE_INFINITY;
    // The best of a few tries. On a machine busy with other work a loop of big integers, timed beside it, is the measure.
    for (let tries = 0; tries < 5 && best >= 250; tries++) {
      best = Math.min(
        best,
        timeOf(() => (total = sumMoney(rows))),
      );
    }
    expect(best).toBeLessThan(Math.max(250, slow));
    expect(units(total)).toBe(cents * 10n ** 10n);
  });
});

/** Milliseconds that a call takes. */
function timeOf(run: () => void): number {
  const started = performance.now();
  run();
  return performance.now() - started;
}

describe("allocateMoney", () => {
  it.each([
    ["100", [1, 1, 1], ["33.34", "33.33", "33.33"]],
    ["-100", [1, 1, 1], ["-33.34", "-33.33", "-33.33"]],
    ["0.05", [0, 3, 7], ["0", "0.02", "0.03"]],
    ["0.01", [0.5, 0.5], ["0.01", "0"]],
    ["0", [1, 2], ["0", "0"]],
    ["7", [0.1, 0.2], ["2.33", "4.67"]],
  ])("%s by %j", (total, weights, parts) => {
    expect(amounts(allocateMoney(eur(total), weights))).toEqual(parts);
  });

  it("counts in the units of the currency, or in those that are asked for", () => {
    expect(amounts(allocateMoney(money(100, "JPY"), [1, 1, 1]))).toEqual(["34", "33", "33"]);
    expect(amounts(allocateMoney(money(1, "EUR"), [1, 1, 1], { decimals: 3 }))).toEqual(["0.334", "0.333", "0.333"]);
  });

  it.each([
    ["a part of a unit", () => allocateMoney(eur("0.005"), [1]), "out-of-range total"],
    ["no weights", () => allocateMoney(eur(1), []), "empty weights"],
    ["weights of zero", () => allocateMoney(eur(1), [0, 0]), "out-of-range weights"],
    ["a weight below zero", () => allocateMoney(eur(1), [1, -1]), "out-of-range weights.1"],
    ["NaN", () => allocateMoney(eur(1), [Number.NaN]), "not-finite weights.0"],
    ["half a decimal", () => allocateMoney(eur(1), [1], { decimals: 1.5 }), "out-of-range decimals"],
    ["13 decimals", () => allocateMoney(eur(1), [1], { decimals: 13 }), "out-of-range decimals"],
  ])("refuses %s", (_, run, fault) => {
    expect(faults(run)).toEqual([fault]);
  });
});

describe("roundMoney and formatMoney", () => {
  it.each([
    ["half-away-from-zero", ["1.01", "2.68", "-1.01", "0.13", "0"]],
    ["half-even", ["1", "2.68", "-1", "0.12", "0"]],
    ["towards-zero", ["1", "2.67", "-1", "0.12", "0"]],
    ["away-from-zero", ["1.01", "2.68", "-1.01", "0.13", "0.01"]],
  ] as const)("%s", (mode, rounded) => {
    const given = ["1.005", "2.675", "-1.005", "0.125", "0.0000001"].map(eur);
    expect(amounts(given.map((amount) => roundMoney(amount, { mode })))).toEqual(rounded);
  });

  it("writes a fixed number of decimals, and never −0", () => {
    expect(formatMoney(eur("1250.5"))).toBe("1250.50");
    expect(formatMoney(eur("-0.001"))).toBe("0.00");
    expect(formatMoney(eur("-1.005"))).toBe("-1.01");
    expect(formatMoney(money("1250.5", "JPY"))).toBe("1251");
    expect(formatMoney(money("1", "KWD"))).toBe("1.000");
    expect(formatMoney(eur("999999999999999999999999"), { decimals: 0 })).toBe("999999999999999999999999");
  });

  it("knows the minor units of currencies", () => {
    expect(["EUR", "JPY", "KWD", "CLF", "UYW", "XAU"].map(minorUnit)).toEqual([2, 0, 3, 4, 4, 2]);
    expect(faults(() => minorUnit("JP"))).toEqual(["invalid-format currency"]);
  });

  it.each([
    [{ mode: "up" as RoundingMode }, "out-of-range mode"],
    [{ mode: "half-even" as RoundingMode, decimals: -1 }, "out-of-range decimals"],
    [{ mode: "half-even" as RoundingMode, decimals: 2.5 }, "out-of-range decimals"],
    [{} as { mode: RoundingMode }, "wrong-type mode"],
  ])("refuses %j", (options, fault) => {
    expect(faults(() => roundMoney(eur(1), options))).toEqual([fault]);
  });
});

describe("convertMoney", () => {
  const rates = parseExchangeRates([
    { from: "USD", to: "EUR", validFrom: "2026-04-01", rate: "0.92" },
    { from: "USD", to: "EUR", validFrom: "2026-01-01", rate: "0.90" },
    { from: "EUR", to: "USD", validFrom: "2025-01-01", rate: "1.1" },
  ]);
  const on = (day: `${number}-${number}-${number}`): string =>
    convertMoney(money("100", "USD"), { to: "EUR", on: day, rates }).amount;

  it("takes the latest rate on or before the day, in whatever order they stand", () => {
    expect(on("2026-01-01")).toBe("90");
    expect(on("2026-03-31")).toBe("90");
    expect(on("2026-04-01")).toBe("92");
    expect(on("2030-12-31")).toBe("92");
    expect(convertMoney(eur("1.5"), { to: "EUR", on: "1999-01-01", rates: [] })).toEqual(eur("1.5"));
  });

  it("never turns a rate round, and never chains two", () => {
    expect(caught(() => on("2025-12-31"))).toMatchObject({
      code: "missing-rate",
      details: { from: "USD", to: "EUR", on: "2025-12-31", path: ["rates"] },
    });
    expect(faults(() => convertMoney(money(1, "GBP"), { to: "EUR", on: "2026-05-01", rates }))).toEqual([
      "missing-rate rates",
    ]);
  });

  it("refuses days and tables that are none", () => {
    expect(faults(() => on("2026-02-30"))).toEqual(["invalid-date on"]);
    expect(
      faults(() =>
        convertMoney(money(1, "USD"), {
          to: "EUR",
          on: "2026-01-01",
          rates: [{ from: "USD", to: "EUR", validFrom: "2025-01-01", rate: "-1" }],
        }),
      ),
    ).toEqual(["out-of-range rates.0.rate"]);
    const row = { from: "USD", to: "EUR", validFrom: "2026-01-01", rate: "1" };
    expect(faults(() => parseExchangeRates([row, row, { ...row, validFrom: "2026-02-01", rate: 0 }]))).toEqual([
      "duplicate-id 1",
      "out-of-range 2.rate",
    ]);
    expect(
      faults(() =>
        parseExchangeRates([
          { ...row, validFrom: "2026-02-30" },
          { ...row, to: "euro" },
        ]),
      ),
    ).toEqual(["invalid-date 0.validFrom", "invalid-format 1.to"]);
  });
});

describe("laws", () => {
  it("survives JSON and parsing unchanged", () => {
    law(someMoney, (amount) => {
      expect(parseMoney(JSON.parse(JSON.stringify(amount)))).toEqual(amount);
      expect(money(amount.amount, amount.currency)).toEqual(amount);
    });
  });

  it("sums and differences are exact", () => {
    law(fc.tuple(someMoney, someMoney, someMoney), ([a, b, c]) => {
      expect(units(sumMoney([a, b, c]))).toBe(units(a) + units(b) + units(c));
      expect(units(subtractMoney(a, b))).toBe(units(a) - units(b));
      expect(Math.sign(compareMoney(a, b))).toBe(units(a) < units(b) ? -1 : Number(units(a) > units(b)));
    });
  });

  it("a product is the exact one, rounded half-even to twelve decimals", () => {
    law(fc.tuple(someMoney, fc.integer({ min: -99_999, max: 99_999 })), ([amount, thousandths]) => {
      const exact = units(amount) * BigInt(thousandths);
      expect(units(multiplyMoney(amount, thousandths / 1000))).toBe(rounded(exact, 1000n, "half-even"));
    });
  });

  it("rounds as whole numbers do, in every mode", () => {
    const input = fc.tuple(
      someMoney,
      fc.integer({ min: 0, max: 12 }),
      fc.constantFrom(...ROUNDING_MODES),
      fc.boolean(),
    );
    law(
      input,
      ([amount, decimals, mode, tie]) => {
        const step = 10n ** BigInt(12 - decimals);
        // Half of the cases stand exactly between two steps.
        const whole = (units(amount) / step) * step;
        const exact = tie && step > 1n ? whole + step / 2n : units(amount);
        const given = fromUnits(exact);
        expect(units(roundMoney(given, { mode, decimals }))).toBe(rounded(exact, step, mode) * step);
      },
      500,
    );
  });

  const split = fc.record({
    cents: fc.integer({ min: -1_000_000, max: 1_000_000 }),
    weights: fc
      .array(
        fc.integer({ min: 0, max: 1000 }).map((weight) => weight / 8),
        { minLength: 1, maxLength: 12 },
      )
      .filter((weights) => weights.some((weight) => weight > 0)),
  });

  it("the parts of an allocation add up, each within a unit of its share", () => {
    law(split, ({ cents, weights }) => {
      const total = eur(cents / 100);
      const parts = allocateMoney(total, weights);
      expect(sumMoney(parts)).toEqual(total);
      const sum = weights.reduce((a, b) => a + b, 0);
      parts.forEach((part, i) => {
        expect(Math.abs(Number(part.amount) * 100 - (cents * (weights[i] ?? 0)) / sum)).toBeLessThan(1);
      });
    });
  });

  it("an allocation of a loss is the mirror image of that of a gain", () => {
    law(split, ({ cents, weights }) => {
      const gain = allocateMoney(eur(Math.abs(cents) / 100), weights);
      const loss = allocateMoney(eur(-Math.abs(cents) / 100), weights);
      expect(loss.map((part) => -units(part))).toEqual(gain.map(units));
    });
  });

  it("a larger weight never gets less, and a weight of zero nothing", () => {
    law(split, ({ cents, weights }) => {
      const parts = allocateMoney(eur(Math.abs(cents) / 100), weights).map(units);
      const order = weights.map((weight, i) => ({ weight, part: parts[i] ?? 0n })).sort((a, b) => a.weight - b.weight);
      order.forEach(({ weight, part }, i) => {
        const before = order[i - 1];
        if (before !== undefined && before.weight < weight) expect(part >= before.part).toBe(true);
        if (weight === 0) expect(part).toBe(0n);
      });
    });
  });

  it("the rate of a day is the one that a search by hand finds", () => {
    const day = fc
      .integer({ min: 1, max: 28 })
      .map((n) => `2026-02-${String(n).padStart(2, "0")}` as `${number}-${number}-${number}`);
    const table = fc.uniqueArray(
      fc.record({ validFrom: day, cents: fc.integer({ min: 1, max: 500 }), to: fc.constantFrom("EUR", "GBP") }),
      { selector: ({ validFrom, to }) => `${validFrom}${to}`, minLength: 1, maxLength: 12 },
    );
    law(fc.tuple(table, day), ([rows, on]) => {
      const rates = parseExchangeRates(
        rows.map(({ validFrom, cents, to }) => ({ from: "USD", to, validFrom, rate: cents / 100 })),
      );
      const best = rows
        .filter(({ to, validFrom }) => to === "EUR" && validFrom <= on)
        .sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0];
      const run = (): Money => convertMoney(money("100", "USD"), { to: "EUR", on, rates });
      if (best === undefined) expect(caught(run).code).toBe("missing-rate");
      else expect(run()).toEqual(eur(best.cents));
    });
  });
});

function fromUnits(value: bigint): Money {
  const digits = String(value < 0n ? -value : value).padStart(13, "0");
  return eur(`${value < 0n ? "-" : ""}${digits.slice(0, -12)}.${digits.slice(-12)}`);
}

/** A fraction rounded to a whole number. */
function rounded(above: bigint, below: bigint, mode: RoundingMode): bigint {
  const size = above < 0n ? -above : above;
  const floor = size / below;
  const rest = size - floor * below;
  const up = {
    "towards-zero": false,
    "away-from-zero": rest > 0n,
    "half-away-from-zero": rest * 2n >= below,
    "half-even": rest * 2n > below || (rest * 2n === below && floor % 2n === 1n),
  }[mode];
  const result = floor + (up ? 1n : 0n);
  return above < 0n ? -result : result;
}
