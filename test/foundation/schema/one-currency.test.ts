import { expect, it } from "vitest";

import { oneCurrency, type PlacedAmount } from "../../../src/foundation/schema/index.js";

const found = (amounts: readonly PlacedAmount[], wanted?: string): readonly string[] => {
  const lines: string[] = [];
  oneCurrency((code, path, message) => lines.push(`${code} ${path.join(".")}: ${message}`), amounts, wanted);
  return lines;
};
const euro = { currency: "EUR" };
const dollar = { currency: "USD" };

it("takes the first amount's currency where none is named, and passes over what was left out", () => {
  expect(found([])).toEqual([]);
  expect(
    found([
      [["a"], undefined],
      [["b"], euro],
      [["c"], euro],
    ]),
  ).toEqual([]);
  expect(
    found([
      [["a"], undefined],
      [["b"], euro],
      [["c", 1], dollar],
      [["d"], euro],
      [["e"], dollar],
    ]),
  ).toEqual([
    "currency-mismatch c.1.currency: expected EUR, received USD",
    "currency-mismatch e.currency: expected EUR, received USD",
  ]);
});

it("holds every amount against the currency named", () => {
  expect(
    found(
      [
        [["a"], euro],
        [["b"], dollar],
      ],
      "USD",
    ),
  ).toEqual(["currency-mismatch a.currency: expected USD, received EUR"]);
});
