import type { NoAnswer } from "../errors/index.js";
import { contained, demandFinite } from "../guard/index.js";
import type { Formula, Quantity } from "./formula.js";
import { plain } from "./plain-value.js";

/** An answered question: which figure, what came out, what went in. Plain data, from which the working can be shown again. */
export interface Figure {
  /** The formula's id: `"roi.net-present-value"`. */
  readonly id: string;
  /** Which record it speaks of, by its id, where the same figure is given for several. */
  readonly of?: string;
  /** The answer, or why there is none. */
  readonly value: Quantity | NoAnswer;
  /** What the formula was called with. */
  readonly input: Readonly<Record<string, Quantity>>;
}

/**
 * Works out a formula and keeps what went in beside what came out.
 *
 * @param formula - any formula of the library
 * @param input - what it is called with
 * @param of - the id of the record it speaks of, where the same figure is given for several
 * @returns the figure, as plain data
 * @throws DomainError whatever the formula throws for this input
 *
 * @example
 * ```ts
 * import { figure } from "golive-kit/explain";
 * import { money } from "golive-kit/money";
 * import { returnOnInvestment } from "golive-kit/roi";
 *
 * const input = { totalBenefit: money("120", "EUR"), totalCost: money("100", "EUR") };
 *
 * figure(returnOnInvestment, input).value; // => 0.2
 * ```
 */
export function figure<I extends object, O extends Quantity | NoAnswer>(
  formula: Formula<I, O>,
  input: I,
  of?: string,
): Figure {
  return contained("figure", () => {
    const answer = formula(input);
    const value = plain(typeof answer === "number" ? demandFinite(answer, formula.id) : answer);
    // Copied: whoever changes a figure changes neither the records it came from nor another figure.
    const given = Object.entries(input).filter(([, quantity]) => quantity !== undefined);
    const kept = Object.fromEntries(given.map(([name, quantity]) => [name, plain(quantity) as Quantity]));
    return of === undefined ? { id: formula.id, value, input: kept } : { id: formula.id, of, value, input: kept };
  });
}
