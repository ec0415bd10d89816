import { type Decimal, demandMoneyIn } from "../../foundation/decimal/index.js";
import type { Path } from "../../foundation/errors/index.js";
import { broken, demandList } from "../../foundation/guard/index.js";
import type { Money } from "../../foundation/money/index.js";

/** Asks for money of zero or above, of a currency already known: the amount as a decimal. */
export function demandNonNegative(currency: string, value: Money, subject: string, path: Path = [subject]): Decimal {
  const amount = demandMoneyIn(currency, value, subject, path);
  if (amount.isNegative()) throw broken("out-of-range", subject, "zero or above", value.amount, [...path, "amount"]);
  return amount;
}

/** Asks for a list of at least one amount of zero or above, of a currency already known: the amounts as decimals. */
export function demandCosts(currency: string, costs: readonly Money[], subject = "costs"): readonly Decimal[] {
  if (demandList(costs, subject).length === 0) throw broken("empty", subject, "a list of at least one amount", costs);
  return costs.map((cost, i) => demandNonNegative(currency, cost, `${subject}[${String(i)}]`, [subject, i]));
}
