import { type Decimal, decimalOfNumber, numberOf } from "../foundation/decimal/index.js";
import { broken, contained, demandAtLeast } from "../foundation/guard/index.js";

/**
 * Divides weights by their sum, so that they add up to 1.
 *
 * @param weights - by name; each zero or above, not all zero; own keys only
 * @returns the shares by name, each from 0 to 1, in the order given
 * @throws DomainError `out-of-range` at the key of a negative weight, `wrong-type` or `not-finite` at any other fault
 * @throws DomainError `zero-divisor` when all are zero, `empty` when there are none, `unsafe-key` for `__proto__`
 *
 * @example
 * ```ts
 * import { normaliseWeights } from "golive-kit/strategy";
 *
 * normaliseWeights({ risk: 3, cost: 1 }); // => { risk: 0.75, cost: 0.25 }
 * ```
 */
export function normaliseWeights(weights: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return contained("normaliseWeights", () => {
    const given: unknown = weights;
    if (typeof given !== "object" || given === null || Array.isArray(given)) {
      throw broken("wrong-type", "weights", "an object of weights by name", given, []);
    }
    const entries = Object.entries(weights).map(([name, weight]): [string, Decimal] => {
      if (name === "__proto__") throw broken("unsafe-key", "weights", "without the key __proto__", name, [name]);
      return [name, decimalOfNumber(demandAtLeast(weight, 0, name, [name]), name)];
    });
    const [first, ...others] = entries.map(([, weight]) => weight);
    if (first === undefined) throw broken("empty", "weights", "an object with at least one weight", given, []);
    const total = others.reduce((sum, weight) => sum.plus(weight), first);
    if (total.isZero()) throw broken("zero-divisor", "weights", "above zero at least once", 0, []);
    return Object.fromEntries(entries.map(([name, weight]) => [name, numberOf(weight.div(total), name)]));
  });
}
