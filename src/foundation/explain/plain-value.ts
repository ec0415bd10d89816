import type { MoneyValue } from "../decimal/index.js";
import { isNoAnswer, type NoAnswer } from "../errors/index.js";
import type { Quantity, Scalar } from "./formula.js";

/** One value as text: `50000 USD`, `0.25`, `no answer (nothing-due)`. */
export function scalarText(value: Scalar | NoAnswer): string {
  if (isNoAnswer(value)) return `no answer (${value.reason})`;
  return isMoney(value) ? `${value.amount} ${value.currency}` : String(value);
}

/** Whether a value is money. */
export function isMoney(value: unknown): value is MoneyValue {
  return typeof value === "object" && value !== null && "amount" in value && "currency" in value;
}

/** A copy of a value that shares nothing with it. */
export function plain(value: unknown): Quantity | NoAnswer {
  if (Array.isArray(value)) return value.map((item) => plain(item) as Scalar);
  if (isMoney(value)) return { amount: value.amount, currency: value.currency };
  if (typeof value === "object" && value !== null) return { ...(value as NoAnswer) };
  return value as Scalar;
}
