export { Decimal } from "./decimal.js";
export { ExactSum } from "./exact-sum.js";
export {
  canonicalText,
  decimalOfNumber,
  demandDecimal,
  MAX_DECIMALS,
  MAX_WHOLE_DIGITS,
  numberOf,
  readDecimalText,
} from "./decimal-text.js";
export type { DecimalFault, DecimalText } from "./decimal-text.js";
export { CURRENCY, demandCurrency, demandMoney, demandMoneyIn, moneyOf } from "./money-value.js";
export type { MoneyValue } from "./money-value.js";
