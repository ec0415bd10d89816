import type { Issue, Path } from "../errors/index.js";

/** An amount of money with its place below the value that a rule looks at; one that was left out is passed over. */
export type PlacedAmount = readonly [path: Path, amount: { readonly currency: string } | undefined];

/**
 * Reports every amount that is not of one currency with the others; for use inside a `rule`.
 *
 * @param report - that of the rule
 * @param amounts - the amounts with their places, the one that sets the currency first
 * @param wanted - the currency, where the data names it; that of the first amount when left out
 */
export function oneCurrency(
  report: (code: Issue["code"], path: Path, message: string) => void,
  amounts: readonly PlacedAmount[],
  wanted?: string,
): void {
  let one = wanted;
  for (const [path, amount] of amounts) {
    if (amount === undefined) continue;
    one ??= amount.currency;
    if (amount.currency === one) continue;
    report("currency-mismatch", [...path, "currency"], `expected ${one}, received ${amount.currency}`);
  }
}
