import * as z from "zod";

import { CURRENCY, type DecimalText, demandCurrency, type MoneyValue, readDecimalText } from "../decimal/index.js";
import { broken, contained } from "../guard/index.js";
import { parse, rule, schema } from "../schema/index.js";

/** An exact amount of one currency. Made by {@link money} or by parsing. */
export type Money = MoneyValue;

/** Reads an amount: plain decimal text, or a number of at most 15 significant digits; writes canonical text. */
export const Amount: z.ZodType<DecimalText> = /* @__PURE__ */ schema(
  () =>
    z.union([z.string(), z.number()]).check((payload) => {
      const text = readDecimalText(payload.value);
      if (typeof text === "string") payload.value = text;
      else {
        const message = `expected ${text.expected}`;
        payload.issues.push({ code: "custom", input: payload.value, message, params: { code: text.code } });
      }
    }) as unknown as z.ZodType<DecimalText>,
);

/** An ISO 4217 code: three capital letters. */
export const CurrencyCode: z.ZodType<string> = /* @__PURE__ */ schema(() =>
  z.string().regex(CURRENCY, "three capital letters, such as EUR"),
);

/** Reads money as it stands in JSON: `{ "amount": "50000", "currency": "USD" }`. */
export const Money: z.ZodType<Money> = /* @__PURE__ */ schema(() =>
  z.strictObject({ amount: Amount, currency: CurrencyCode }),
);

/** Reads money of zero or above. */
export const NonNegativeMoney: z.ZodType<Money> = /* @__PURE__ */ schema(() =>
  z.strictObject({ amount: Amount, currency: CurrencyCode }).check(
    rule(({ amount }: Money, report) => {
      if (amount.startsWith("-")) report("out-of-range", ["amount"], `expected zero or above, received "${amount}"`);
    }),
  ),
);

/**
 * Makes an amount of money.
 *
 * @param amount - in major units: decimal text of at most 24 digits before and 12 after the point, or a finite
 *   number of at most 15 significant digits, which counts as its shortest decimal (0.1 is one tenth)
 * @param currency - ISO 4217 code
 * @returns the amount, exact, as canonical text
 * @throws DomainError `wrong-type`, `not-finite`, `invalid-format` or `out-of-range` for the amount
 * @throws DomainError `wrong-type` or `invalid-format` for the currency
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 *
 * money("50000.00", "USD"); // => { amount: "50000", currency: "USD" }
 * money(0.1, "EUR").amount; // => "0.1"
 * ```
 */
export function money(amount: string | number, currency: string): Money {
  const text = readDecimalText(amount);
  if (typeof text !== "string") throw broken(text.code, "amount", text.expected, amount);
  return { amount: text, currency: demandCurrency(currency, "currency") };
}

/**
 * Reads money from outside data.
 *
 * @param data - `{ amount, currency }`; the amount as decimal text or as a number
 * @returns the amount, exact, as canonical text
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { parseMoney } from "golive-kit/money";
 *
 * parseMoney({ amount: "12.50", currency: "EUR" }); // => { amount: "12.5", currency: "EUR" }
 * ```
 */
export function parseMoney(data: unknown): Money {
  return contained("money", () => parse(Money, data, "money"));
}
