import {
  type Decimal,
  decimalOfNumber,
  demandMoney,
  demandMoneyIn,
  moneyOf,
  numberOf,
} from "../../foundation/decimal/index.js";
import { broken, demandFinite } from "../../foundation/guard/index.js";
import type { Money } from "../../foundation/money/index.js";

/** A model, tried once with its inputs as planned. */
export interface ModelTrial<R> {
  /** The inputs as planned, by name. */
  readonly known: ReadonlyMap<string, number>;
  /** The result as planned. */
  readonly planned: Decimal;
  /** The result when some inputs have other values. */
  readonly resultOf: (changed: readonly (readonly [name: string, value: number])[]) => Decimal;
  /** Writes a decimal as the model's own kind of result. */
  readonly write: (amount: Decimal) => R;
}

/** Tries a model with its inputs as planned; each call of it is given an object of its own. */
export function trialOf<K extends string, R extends number | Money>(
  model: (inputs: Readonly<Record<K, number>>) => R,
  base: Readonly<Record<K, number>>,
): ModelTrial<R> {
  if (typeof model !== "function") throw broken("wrong-type", "model", "a function", model);
  const known = new Map<string, number>(
    (Object.entries(base) as [K, number][]).map(([name, value]) => [
      name,
      demandFinite(value, `base.${name}`, ["base", name]),
    ]),
  );
  const run = (changed: readonly (readonly [string, number])[]): R =>
    model(Object.fromEntries([...known, ...changed]) as Readonly<Record<K, number>>);
  const first = run([]);
  const { read, write } = scaleOf(first);
  return { known, planned: read(first), resultOf: (changed) => read(run(changed)), write };
}

/** The base result sets the kind of all others: numbers, or money of one currency. */
function scaleOf<R extends number | Money>(
  base: R,
): { readonly read: (result: R) => Decimal; readonly write: (amount: Decimal) => R } {
  if (typeof base === "number") {
    return {
      read: (result) => decimalOfNumber(result as number, "result"),
      write: (amount) => numberOf(amount, "result") as R,
    };
  }
  demandMoney(base, "result");
  const { currency } = base;
  return {
    read: (result) => demandMoneyIn(currency, result as Money, "result"),
    write: (amount) => moneyOf(amount, currency, "result") as R,
  };
}
