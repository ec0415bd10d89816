import type { Path } from "../foundation/errors/index.js";

/** An amount of another currency, and where it stands. */
export interface ForeignAmount {
  /** Path of its currency. */
  readonly path: Path;
  /** The currency it has. */
  readonly currency: string;
}

/**
 * Finds every amount in plain data that is not of a currency.
 *
 * @param data - checked data: its depth is bounded
 * @param currency - the currency that every amount should have
 * @returns the others, in the order of the data
 */
export function foreignAmounts(data: unknown, currency: string): readonly ForeignAmount[] {
  const found: ForeignAmount[] = [];
  const walk = (value: unknown, path: Path): void => {
    if (Array.isArray(value)) {
      value.forEach((item, i) => {
        walk(item, [...path, i]);
      });
    } else if (typeof value === "object" && value !== null) {
      const { amount, currency: other } = value as { readonly amount?: unknown; readonly currency?: unknown };
      if (typeof amount === "string" && typeof other === "string") {
        if (other !== currency) found.push({ path: [...path, "currency"], currency: other });
        return;
      }
      for (const [key, item] of Object.entries(value)) walk(item, [...path, key]);
    }
  };
  walk(data, []);
  return found;
}
