import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { type Money, money, roundMoney, roundTogether, sumMoney } from "../../../src/foundation/money/index.js";
import { caught, faults } from "../../kit/caught.js";
import { law } from "../../kit/laws.js";

const euros = (...amounts: readonly string[]): readonly Money[] => amounts.map((amount) => money(amount, "EUR"));
const rounded = (amounts: readonly Money[], decimals?: number) => {
  const answer = roundTogether(amounts, decimals === undefined ? {} : { decimals });
  const texts = (list: readonly Money[]): readonly string[] => list.map(({ amount }) => amount);
  return [texts(answer.amounts), answer.total.amount, texts(answer.adjustments)];
};

describe("roundTogether", () => {
  it("gives what the sum still needs to those that lost the most, the first of equals", () => {
    expect(rounded(euros("0.4", "0.4", "0.4"), 0)).toEqual([["1", "0", "0"], "1", ["1", "0", "0"]]);
    expect(rounded(euros("1.5", "1.5", "1.5"), 0)).toEqual([["2", "2", "1"], "5", ["0", "0", "-1"]]);
    expect(rounded(euros("2.2", "3.3", "4.4"), 0)).toEqual([["2", "3", "5"], "10", ["0", "0", "1"]]);
  });

  it("takes amounts below zero, thousands and the currency's own unit", () => {
    expect(rounded(euros("-600", "-600", "1200"), -3)).toEqual([["0", "-1000", "1000"], "0", ["1000", "0", "0"]]);
    expect(rounded(euros("33.335", "33.335", "33.33"))).toEqual([
      ["33.34", "33.33", "33.33"],
      "100",
      ["0", "-0.01", "0"],
    ]);
    expect(rounded(euros("12345"), -3)).toEqual([["12000"], "12000", ["0"]]);
    expect(rounded([money("0.5", "JPY"), money("0.5", "JPY")])).toEqual([["1", "0"], "1", ["0", "-1"]]);
  });

  it("refuses what are no amounts of one currency", () => {
    expect(faults(() => roundTogether([]))).toEqual(["empty amounts"]);
    expect(faults(() => roundTogether([money("1", "EUR"), money("1", "USD")]))).toEqual([
      "currency-mismatch amounts.1.currency",
    ]);
    expect(faults(() => roundTogether(euros("1"), { decimals: 13 }))).toEqual(["out-of-range decimals"]);
    expect(faults(() => roundTogether(euros("1"), { decimals: 0.5 }))).toEqual(["out-of-range decimals"]);
    expect(caught(() => roundTogether(euros("1", "x" as "1"))).code).toBe("invalid-format");
  });

  it("shows rows that add up, none of them off by a whole unit", () => {
    const someAmounts = fc.array(
      fc.integer({ min: -1e9, max: 1e9 }).map((cents) => money(cents / 1000, "EUR")),
      { minLength: 1, maxLength: 30 },
    );
    law(fc.tuple(someAmounts, fc.integer({ min: -3, max: 2 })), ([amounts, decimals]) => {
      const { amounts: shown, total, adjustments } = roundTogether(amounts, { decimals });
      expect(sumMoney(shown)).toEqual(total);
      const unit = 10 ** -decimals;
      const distance = Number(total.amount) - Number(sumMoney(amounts).amount);
      expect(Math.abs(distance)).toBeLessThanOrEqual(unit / 2 + 1e-9);
      shown.forEach(({ amount }, i) => {
        expect(Math.abs(Number(amount) - Number(amounts[i]?.amount))).toBeLessThan(unit + 1e-9);
        if (decimals < 0) return;
        const own = roundMoney(amounts[i] as Money, { mode: "half-away-from-zero", decimals });
        expect(sumMoney([own, adjustments[i] as Money])).toEqual({ amount, currency: "EUR" });
      });
    });
  });
});
