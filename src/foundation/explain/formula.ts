import type { MoneyValue } from "../decimal/index.js";
import { type NoAnswer, noAnswer } from "../errors/index.js";
import { asDomainError, contained } from "../guard/index.js";

/** What a value is measured in. */
export type Unit =
  | "money"
  | "ratio"
  | "probability"
  | "count"
  | "score"
  | "seconds"
  | "minutes"
  | "hours"
  | "days"
  | "weeks"
  | "months"
  | "years"
  | "periods"
  | "date"
  | "text";

/** One value in a calculation. */
export type Scalar = number | string | MoneyValue;

/** What goes into a calculation: one value, or a list of them. */
export type Quantity = Scalar | readonly Scalar[];

/** Where a formula comes from. */
export interface Source {
  /** The work: `"PMI, PMBOK Guide, 7th edition"`. */
  readonly work: string;
  /** The place in it: section, page or equation. */
  readonly place: string;
}

/** One column of a working table. */
export interface Column {
  /** What its values are measured in. */
  readonly unit: Unit;
  /** How a value comes from the row's other values and the formula's inputs, in the formula language. */
  readonly expression?: string;
}

/** The reasons for no answer that an answer type holds. */
export type ReasonOf<O> = Extract<O, NoAnswer>["reason"];

/**
 * Writes down one step of a calculation and hands its value straight back.
 * In a plain call it does nothing else.
 */
export interface Note {
  /**
   * @param symbol - the name the step's value goes by in later steps
   * @param expression - the step in the formula language
   * @param value - the value, worked out by the code beside it
   */
  <T>(symbol: string, expression: string, value: T): T;
  /** Works out another formula as one step, and explains it in place. */
  figure<I extends object, O>(symbol: string, formula: Formula<I, O>, input: I): O;
  /** Writes down a value that was found by solving: `equation` holds for it. */
  solves<T>(symbol: string, equation: string, value: T): T;
  /** Writes down rows; each column becomes a list that later steps can name. The rows are made only when asked for. */
  table(columns: Readonly<Record<string, Column>>, rows: () => readonly Readonly<Record<string, Scalar>>[]): void;
  /** Answers that there is no answer; the formula's `outcomes` say when. */
  none<R extends string>(reason: R): NoAnswer<R>;
}

/** A formula before it is made callable: its words and its one body of code. */
export interface FormulaDefinition<I extends object, O> {
  /** `module.figure-name`, stable for ever: catalogues and stored explanations use it. */
  readonly id: string;
  /** As a heading: `"Return on investment"`. */
  readonly title: string;
  /** Unit of the result. */
  readonly unit: Unit;
  /** Unit of each input. */
  readonly units: Readonly<Record<keyof I & string, Unit>>;
  /** When there is no answer: each reason with its condition in the formula language. The first that holds is given. */
  readonly outcomes?: Readonly<Record<ReasonOf<O>, string>>;
  /** Where the formula comes from; at least one. */
  readonly source: readonly [Source, ...Source[]];
  /** The one body of code, shared by the plain call and the explanation. */
  compute(input: I, note: Note): O;
}

/** A function that knows its own formula. Call it for the value; hand it to `explain` for the working. */
export interface Formula<I extends object, O> extends FormulaDefinition<I, O> {
  (input: I): O;
}

const silent: Note = /* @__PURE__ */ Object.assign(<T>(_symbol: string, _expression: string, value: T): T => value, {
  figure: <I extends object, O>(_symbol: string, inner: Formula<I, O>, input: I): O => inner(input),
  solves: <T>(_symbol: string, _equation: string, value: T): T => value,
  table: (): void => undefined,
  none: noAnswer,
});

/**
 * Makes a formula callable. Every call site carries the pure annotation.
 *
 * The words are in the formula language: `+ − × ÷ ^`, parentheses, names,
 * `min(a, b)`, `max(a, b)`, `abs(a)`, `if(condition, a, b)`, `sum[t](flows[t])`,
 * `count[t](flows[t] > 0)`, `length(flows)`, comparisons with `= ≠ < ≤ > ≥`, `and`, `or`.
 * Lists are numbered from 0.
 *
 * @param definition - words and code, in one place
 * @returns a function of one argument with the definition's fields on it; no foreign error leaves it
 *
 * @example
 * ```ts
 * import { formula } from "golive-kit/explain";
 *
 * const share = formula({
 *   id: "example.share",
 *   title: "Share",
 *   unit: "ratio",
 *   units: { part: "count", whole: "count" },
 *   source: [{ work: "Definition", place: "Division" }],
 *   compute: ({ part, whole }: { readonly part: number; readonly whole: number }, note) =>
 *     note("share", "part ÷ whole", part / whole),
 * });
 *
 * share({ part: 1, whole: 4 }); // => 0.25
 * ```
 */
export function formula<I extends object, O>(definition: FormulaDefinition<I, O>): Formula<I, O> {
  const call = (input: I): O => {
    try {
      return definition.compute(input, silent);
    } catch (error) {
      throw asDomainError(definition.id, error);
    }
  };
  return contained("formula", () => Object.assign(call, definition));
}
