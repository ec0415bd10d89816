import { Decimal } from "../../foundation/decimal/index.js";
import { isNoAnswer, type NoAnswer } from "../../foundation/errors/index.js";
import type { Quantity, Unit } from "../../foundation/explain/index.js";
import { formatMoney, type Money } from "../../foundation/money/index.js";

/** Narrow no-break space: groups of three digits, and a number and its unit, stay on one line. */
const GAP = "\u202f";
const MINUS = "\u2212";

/** Units that follow their number as a word. */
const UNIT_WORDS: Partial<Readonly<Record<Unit, string>>> = {
  seconds: "s",
  minutes: "min",
  hours: "h",
  days: "days",
  weeks: "weeks",
  months: "months",
  years: "years",
  periods: "periods",
};

/** Writes a figure as people read it: ratios as per cent, amounts rounded to their minor unit, reasons in words. */
export function quantityText(value: Quantity | NoAnswer, unit: Unit): string {
  if (isNoAnswer(value)) return `none (${reasonText(value.reason)})`;
  if (Array.isArray(value)) return (value as readonly Quantity[]).map((item) => quantityText(item, unit)).join(", ");
  if (typeof value === "object") return moneyText(value as Money);
  if (typeof value === "string") return value;
  if (unit === "ratio" || unit === "probability") return percentText(value);
  const word = UNIT_WORDS[unit];
  const text = decimalText(value, 2);
  return word === undefined ? text : `${text}${GAP}${word}`;
}

/** Writes an amount with its digits in groups: `32 895.07 EUR`. */
export function moneyText(money: Money): string {
  return `${grouped(formatMoney(money))}${GAP}${money.currency}`;
}

/**
 * Writes a ratio as per cent with at most two decimals: `12.5 %`. What is not all or nothing is not shown as 100 % or
 * 0 %: a service that was down for a minute was not up for 100 % of the year.
 */
export function percentText(ratio: number): string {
  if (ratio < 1 && ratio >= 0.99995) return `>${GAP}99.99${GAP}%`;
  if (ratio > 0 && ratio < 0.00005) return `<${GAP}0.01${GAP}%`;
  return `${rounded(new Decimal(ratio).times(100), 2)}${GAP}%`;
}

/** Writes a number with at most so many decimals. */
export function decimalText(value: number, decimals: number): string {
  return rounded(new Decimal(value), decimals);
}

/** A kebab-case reason as words. */
export function reasonText(reason: string): string {
  return reason.replaceAll("-", " ");
}

/** Rounded half away from zero; a number that is not zero is not shown as zero with a sign. */
function rounded(value: Decimal, decimals: number): string {
  const shown = value.toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP);
  return grouped(shown.isZero() ? "0" : shown.toFixed());
}

function grouped(text: string): string {
  const [whole = "", fraction] = text.replace("-", "").split(".");
  const groups = whole.replace(/\B(?=(?:\d{3})+$)/g, GAP);
  return `${text.startsWith("-") ? MINUS : ""}${groups}${fraction === undefined ? "" : `.${fraction}`}`;
}
