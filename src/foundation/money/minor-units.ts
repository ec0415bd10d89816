import { demandCurrency } from "../decimal/index.js";

/**
 * ISO 4217:2015 list one (SIX Financial Information AG, maintenance agency): the active currencies whose minor
 * unit is not a hundredth.
 */
const MINOR_UNITS: Readonly<Record<number, string>> = {
  0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
  3: "BHD IQD JOD KWD LYD OMR TND",
  4: "CLF UYW",
};

/**
 * Decimals of a currency's minor unit (ISO 4217).
 *
 * @param currency - three capital letters
 * @returns 0, 2, 3 or 4; 2 for a code that the standard does not list
 * @throws DomainError `wrong-type` or `invalid-format` when it is no currency code
 * @source ISO 4217, list one, "Minor unit"
 *
 * @example
 * ```ts
 * import { minorUnit } from "golive-kit/money";
 *
 * ["EUR", "JPY", "KWD"].map(minorUnit); // => [2, 0, 3]
 * ```
 */
export function minorUnit(currency: string): number {
  const code = demandCurrency(currency, "currency");
  for (const [decimals, codes] of Object.entries(MINOR_UNITS)) {
    if (codes.includes(code)) return Number(decimals);
  }
  return 2;
}
