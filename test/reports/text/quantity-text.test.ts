import { expect, it } from "vitest";

import { noAnswer } from "../../../src/foundation/errors/index.js";
import type { Quantity, Unit } from "../../../src/foundation/explain/index.js";
import { money } from "../../../src/foundation/money/index.js";
import { quantityText } from "../../../src/reports/text/quantity-text.js";

it.each<[Quantity | ReturnType<typeof noAnswer>, Unit, string]>([
  [0.125, "ratio", "12.5 %"],
  [0.99955, "ratio", "99.96 %"],
  [0.999999, "ratio", "> 99.99 %"],
  [1, "ratio", "100 %"],
  [-0.3, "ratio", "−30 %"],
  [0.00001, "probability", "< 0.01 %"],
  [0, "probability", "0 %"],
  [1234567.891, "count", "1 234 567.89"],
  [1.5, "years", "1.5 years"],
  [-4, "days", "−4 days"],
  [money("32895.0676", "USD"), "money", "32 895.07 USD"],
  [money("-0.001", "EUR"), "money", "0.00 EUR"],
  [money("1234567", "JPY"), "money", "1 234 567 JPY"],
  ["2026-03-31", "date", "2026-03-31"],
  [[0.5, 1], "ratio", "50 %, 100 %"],
  [noAnswer("never-pays-back"), "years", "none (never pays back)"],
])("%o %s", (value, unit, text) => {
  expect(quantityText(value, unit).replaceAll("\u202f", " ")).toBe(text);
});
