export { allocateMoney } from "./allocate.js";
export type { AllocateMoneyOptions } from "./allocate.js";
export { compareMoney, divideMoney, multiplyMoney, subtractMoney, sumMoney } from "./arithmetic.js";
export { convertMoney, ExchangeRates, parseExchangeRates } from "./exchange.js";
export type { ConvertMoneyOptions, ExchangeRate } from "./exchange.js";
export { minorUnit } from "./minor-units.js";
export { Amount, CurrencyCode, money, Money, NonNegativeMoney, parseMoney } from "./money.js";
export { formatMoney, ROUNDING_MODES, roundMoney } from "./rounding.js";
export type { FormatMoneyOptions, RoundingMode, RoundMoneyOptions } from "./rounding.js";
