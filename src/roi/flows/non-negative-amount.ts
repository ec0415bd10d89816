import { type Decimal, demandMoneyIn } from "../../foundation/decimal/index.js";
import { broken } from "../../foundation/guard/index.js";
import type { Path } from "../../foundation/errors/index.js";
import type { Money } from "../../foundation/money/index.js";

/** Asks for money of zero or above, of a currency already known: the amount as a decimal. */
export function demandNonNegative(currency: string, value: Money, subject: string, path: Path = [subject]): Decimal {
  const amount = demandMoneyIn(currency, value, subject, path);
  if (amount.isNegative()) throw broken("out-of-range", subject, "zero or above", value.amount, [...path, "amount"]);
  return amount;
}
