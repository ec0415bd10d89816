import { readFileSync } from "node:fs";

/** Arguments, the nearest double to the value, and what that lacks in units of its last place. */
export type Reference = readonly number[];

/** The references of a file in test/data/math, by function. */
export function references(file: string): Readonly<Record<string, readonly Reference[]>> {
  const text = readFileSync(new URL(`../../data/math/${file}.json`, import.meta.url), "utf8");
  return (JSON.parse(text) as { readonly tables: Readonly<Record<string, readonly Reference[]>> }).tables;
}

/** What the last bit of a double is worth. */
export function lastPlace(value: number): number {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, value);
  const exponent = (bits.getUint16(0) >> 4) & 0x7ff;
  return 2 ** (Math.max(exponent, 1) - 1075);
}

/** How far a value is from its reference, in units of the last place. */
export function ulpError(value: number, reference: Reference): number {
  const nearest = reference.at(-2) as number;
  if (!Number.isFinite(value)) return Infinity;
  return Math.abs((value - nearest) / lastPlace(nearest) - (reference.at(-1) as number));
}

/**
 * How far the function is from its references, as a share of what it is allowed: `relative` of the value, and
 * where the condition of the function is above 1, condition × 2^-53 more, for what half a unit in the last place
 * of its arguments makes of it. Below 2^-1022 two of the bits that there are.
 */
export function worstShare(
  rows: readonly Reference[],
  call: (...given: number[]) => number,
  relative: number,
): { readonly share: number; readonly at: Reference } {
  let share = 0;
  let at: Reference = [];
  for (const row of rows) {
    const condition = row.at(-1) as number;
    const nearest = Math.abs(row.at(-3) as number);
    const value = Reflect.apply(call, undefined, row.slice(0, -3)) as number;
    const error = ulpError(value, row.slice(0, -1)) * lastPlace(nearest);
    const allowed = (relative + (condition > 1 ? condition * 2 ** -53 : 0)) * nearest;
    const now = error / Math.max(allowed, nearest < 2 ** -1022 ? 2 ** -1073 : 0);
    if (!(now <= share)) [share, at] = [now, row];
  }
  return { share, at };
}
