import { DomainError, type Path } from "../errors/index.js";
import { broken } from "../guard/index.js";
import { canonicalText, type DecimalText, demandDecimal } from "./decimal-text.js";
import type { Decimal } from "./decimal.js";

/** What a currency code looks like: three capital letters (ISO 4217). */
export const CURRENCY = /^[A-Z]{3}$/;

/** An exact amount of one currency. */
export interface MoneyValue {
  /** In major units (dollars, not cents), as canonical decimal text: `"50000"`, `"-0.25"`. */
  readonly amount: DecimalText;
  /** ISO 4217 code: three capital letters. */
  readonly currency: string;
}

/** Asks for a currency code; see {@link MoneyValue}. */
export function demandCurrency(value: unknown, subject: string, path?: Path): string {
  if (typeof value !== "string") throw broken("wrong-type", subject, "text", value, path);
  if (!CURRENCY.test(value)) throw broken("invalid-format", subject, "three capital letters", value, path);
  return value;
}

/** Asks for money: the amount as a decimal. */
export function demandMoney(value: MoneyValue, subject: string, path: Path = [subject]): Decimal {
  if (typeof value !== "object" || (value as unknown) === null)
    throw broken("wrong-type", subject, "money", value, path);
  demandCurrency(value.currency, `${subject}.currency`, [...path, "currency"]);
  return demandDecimal(value.amount, `${subject}.amount`, [...path, "amount"]);
}

/** Asks for money of a currency already known: the amount as a decimal. */
export function demandMoneyIn(currency: string, value: MoneyValue, subject: string, path: Path = [subject]): Decimal {
  const amount = demandMoney(value, subject, path);
  if (value.currency !== currency) {
    throw new DomainError("currency-mismatch", {
      subject,
      path: [...path, "currency"],
      currencies: [currency, value.currency],
    });
  }
  return amount;
}

/** Makes money of a decimal, rounded half-even to 12 decimals. */
export function moneyOf(amount: Decimal, currency: string, subject = "amount"): MoneyValue {
  return { amount: canonicalText(amount, subject), currency };
}
