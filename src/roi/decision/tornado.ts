import { DomainError } from "../../foundation/errors/index.js";
import { broken, contained, demandFinite, demandList, demandText } from "../../foundation/guard/index.js";
import type { Money } from "../../foundation/money/index.js";
import { trialOf } from "./model-trial.js";

/** How far one input of a model may reach. */
export interface InputRange<K extends string = string> {
  /** The input's name. */
  readonly input: K;
  /** Its lowest value that is thought possible. */
  readonly low: number;
  /** Its highest; `low` or above. */
  readonly high: number;
}

/** What a model is tried with; see {@link tornado}. */
export interface TornadoOptions<K extends string> {
  /** The value of every input, as planned. */
  readonly base: Readonly<Record<K, number>>;
  /** The inputs to vary, each once. */
  readonly ranges: readonly InputRange<K>[];
}

/** What one input does to the result; see {@link tornado}. */
export interface TornadoRow<K extends string, R> {
  /** The input's name. */
  readonly input: K;
  /** The result when it alone is low. */
  readonly low: R;
  /** The result when it alone is high. */
  readonly high: R;
  /** How far the two lie apart; zero or above. */
  readonly swing: R;
}

/** The inputs of a model by what they do to its result; see {@link tornado}. */
export interface Tornado<K extends string, R> {
  /** The result as planned. */
  readonly base: R;
  /** One row for each range, the largest swing first; equal swings by name. */
  readonly rows: readonly TornadoRow<K, R>[];
}

/**
 * Tornado: varies the inputs of a model one at a time, from low to high, and puts first what moves the result most.
 *
 * The model is any pure function of named numbers that gives a number or money. Low and high are those of the input: for
 * a cost, the low value gives the higher result. Inputs that move together are not seen; put them into one.
 *
 * @param model - gives the result for a value of each input; called once for the base and twice for each range, each
 *   time with an object of its own
 * @param options - `base`, a number for each input; `ranges`, `input`, `low` and `high` of those that vary
 * @returns the `base` result and the `rows` by swing; an input that changes nothing stays, with a swing of zero
 * @throws DomainError `unknown-reference` for a range of an input that the base does not have, `duplicate-id` for a
 *   second range of one input, `out-of-range` for a low above its high
 * @throws DomainError `wrong-type` or `not-finite` for a value or a result that is no finite number and no money,
 *   `currency-mismatch` when the model gives several currencies; and whatever error of the library the model throws
 *
 * @example
 * ```ts
 * import { tornado } from "golive-kit/roi";
 *
 * const { base, rows } = tornado(({ price, volume, cost }) => volume * (price - cost), {
 *   base: { price: 10, volume: 100, cost: 6 },
 *   ranges: [
 *     { input: "volume", low: 90, high: 120 },
 *     { input: "price", low: 8, high: 13 },
 *   ],
 * });
 *
 * base; // => 400
 * rows.map(({ input, swing }) => [input, swing]); // => [["price", 500], ["volume", 120]]
 * ```
 */
export function tornado<K extends string, R extends number | Money>(
  model: (inputs: Readonly<Record<K, number>>) => R,
  options: TornadoOptions<K>,
): Tornado<K, R> {
  return contained("tornado", () => {
    const { known, planned, resultOf, write } = trialOf(model, options.base);
    const seen = new Set<string>();
    const rows = demandList(options.ranges, "ranges").map((range, i) => {
      const { input, low, high } = demandRange(range, i, known, seen);
      const [atLow, atHigh] = [resultOf([[input, low]]), resultOf([[input, high]])];
      return { input: range.input, low: atLow, high: atHigh, swing: atHigh.minus(atLow).abs() };
    });
    rows.sort((a, b) => b.swing.cmp(a.swing) || (a.input < b.input ? -1 : 1));
    return {
      base: write(planned),
      rows: rows.map(({ input, low, high, swing }) => ({
        input,
        low: write(low),
        high: write(high),
        swing: write(swing),
      })),
    };
  });
}

function demandRange(
  range: InputRange,
  i: number,
  known: ReadonlyMap<string, number>,
  seen: Set<string>,
): { readonly input: string; readonly low: number; readonly high: number } {
  const path = ["ranges", i];
  const input = demandText(range.input, "input", [...path, "input"]);
  const place = { subject: "input", path: [...path, "input"], id: input };
  if (!known.has(input)) throw new DomainError("unknown-reference", place);
  if (seen.has(input)) throw new DomainError("duplicate-id", place);
  seen.add(input);
  const low = demandFinite(range.low, "low", [...path, "low"]);
  const high = demandFinite(range.high, "high", [...path, "high"]);
  if (low > high) throw broken("out-of-range", "low", `at most high, ${String(high)}`, low, [...path, "low"]);
  return { input, low, high };
}
