import { Decimal } from "../../foundation/decimal/index.js";

/** Decimals that are carried. A double carries some 16 digits, an amount has 12 decimals: the rest is for a million steps. */
const DECIMALS = 44;
const SCALE = /* @__PURE__ */ BigInt(`1${"0".repeat(DECIMALS)}`);

/**
 * The sum a₀ + a₁ s + a₂ s² + …, from the last to the first (Horner). It is exact while no more than 44 decimals come up,
 * as with a step of 1 or of 0.8; else each step loses less than 1e-44.
 *
 * It is fast because it works in whole numbers of 1e-44: a product of two big integers takes a quarter of the time of one
 * of decimals, which look for their digits each time.
 *
 * @param amounts - the coefficients, first to last
 * @param step - above zero
 */
export function exactHorner(amounts: readonly Decimal[], step: Decimal): Decimal {
  const by = scaled(step);
  let sum = 0n;
  for (let k = amounts.length - 1; k >= 0; k--) sum = (sum * by) / SCALE + scaled(amounts[k] as Decimal);
  const isNegative = sum < 0n;
  const digits = String(isNegative ? -sum : sum).padStart(DECIMALS + 1, "0");
  const point = digits.length - DECIMALS;
  return new Decimal(`${isNegative ? "-" : ""}${digits.slice(0, point)}.${digits.slice(point)}`);
}

/** A decimal as a whole number of 1e-44; further digits are cut off. */
function scaled(value: Decimal): bigint {
  const text = value.toFixed();
  const point = text.indexOf(".");
  if (point < 0) return BigInt(text) * SCALE;
  const decimals = text.slice(point + 1, point + 1 + DECIMALS);
  return BigInt(`${text.slice(0, point)}${decimals}${"0".repeat(DECIMALS - decimals.length)}`);
}
