import { type Decimal, decimalOfNumber } from "../../foundation/decimal/index.js";
import { broken, demandBetween, demandList } from "../../foundation/guard/index.js";

/** Asks for probabilities, one for each element of the list beside them. */
export function demandProbabilities(
  probabilities: readonly number[],
  count: number,
  beside: string,
): readonly Decimal[] {
  const chances = demandList(probabilities, "probabilities").map((chance, i) => {
    const name = `probabilities[${String(i)}]`;
    return decimalOfNumber(demandBetween(chance, 0, 1, name, ["probabilities", i]), name);
  });
  if (chances.length !== count) throw broken("inconsistent", "probabilities", `as many as ${beside}`, chances.length);
  return chances;
}
