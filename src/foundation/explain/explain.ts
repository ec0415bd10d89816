import { type NoAnswer, noAnswer } from "../errors/index.js";
import { asDomainError } from "../guard/index.js";
import type { Column, Formula, Note, Quantity, Scalar, Source, Unit } from "./formula.js";
import { plain, scalarText } from "./plain-value.js";

/** One input of a worked formula. */
export interface Given {
  /** The input's name. */
  readonly symbol: string;
  /** What it is measured in. */
  readonly unit: Unit;
  /** Its value. */
  readonly value: Quantity;
}

/** A value worked out from an expression. */
export interface CalculatedStep {
  readonly kind: "calculated";
  /** The name the value goes by in later steps. */
  readonly symbol: string;
  /** How, in names. */
  readonly expression: string;
  /** How, with the values put in; lists stay names. */
  readonly substituted: string;
  /** The value. */
  readonly value: Quantity | NoAnswer;
}

/** A value worked out by another formula, explained in place. */
export interface FigureStep {
  readonly kind: "figure";
  /** The name the value goes by in later steps. */
  readonly symbol: string;
  /** The value. */
  readonly value: Quantity | NoAnswer;
  /** Its own working. */
  readonly detail: Explanation;
}

/** A value found by solving. */
export interface SolvedStep {
  readonly kind: "solved";
  /** The name the value goes by in later steps. */
  readonly symbol: string;
  /** What holds for the value. */
  readonly equation: string;
  /** The value. */
  readonly value: Quantity | NoAnswer;
}

/** Rows of a calculation; each column is a list that later steps name. */
export interface TableStep {
  readonly kind: "table";
  /** The columns, in order. */
  readonly columns: readonly (Column & { readonly symbol: string })[];
  /** The rows, with a value for each column. */
  readonly rows: readonly (readonly Scalar[])[];
}

/** Why there is no answer. */
export interface OutcomeStep {
  readonly kind: "outcome";
  /** The reason, as a kebab-case word. */
  readonly reason: string;
  /** The condition that holds, in names. */
  readonly condition: string;
  /** The condition with the values put in. */
  readonly substituted: string;
}

/** One step of a worked formula. */
export type WorkedStep = CalculatedStep | FigureStep | SolvedStep | TableStep | OutcomeStep;

/** A formula worked through for one input. Plain data: it survives `JSON.stringify` unchanged. */
export interface Explanation {
  /** The formula's id. */
  readonly id: string;
  /** The formula's name, as a heading. */
  readonly title: string;
  /** What the answer is measured in. */
  readonly unit: Unit;
  /** What went in. */
  readonly inputs: readonly Given[];
  /** How it was worked out. */
  readonly steps: readonly WorkedStep[];
  /** What came out. */
  readonly value: Quantity | NoAnswer;
  /** Where the formula comes from. */
  readonly source: readonly Source[];
}

/**
 * Works a formula through and writes down how.
 *
 * @param formula - any formula of the library
 * @param input - what the formula would be called with
 * @returns inputs, steps with their values, result and source, as plain data; `renderExplanation` makes text of it
 * @throws whatever the formula throws for this input
 *
 * @example
 * ```ts
 * import { explain } from "golive-kit/explain";
 * import { money } from "golive-kit/money";
 * import { returnOnInvestment } from "golive-kit/roi";
 *
 * const input = { totalBenefit: money("100000", "USD"), totalCost: money("50000", "USD") };
 *
 * explain(returnOnInvestment, input).steps.map((step) => (step.kind === "calculated" ? step.substituted : ""));
 * // => ["100000 USD − 50000 USD", "50000 USD ÷ 50000 USD"]
 * ```
 */
export function explain<I extends object, O>(formula: Formula<I, O>, input: I): Explanation {
  try {
    return workThrough(formula, input);
  } catch (error) {
    throw asDomainError("explain", error);
  }
}

function workThrough<I extends object, O>(formula: Formula<I, O>, input: I): Explanation {
  const symbols = Object.keys(formula.units) as (keyof I & string)[];
  // An input that was left out is not listed: there is nothing to say of it.
  const given = symbols.filter((symbol) => input[symbol] !== undefined);
  const inputs = given.map((symbol) => ({
    symbol,
    unit: formula.units[symbol],
    value: plain(input[symbol]) as Quantity,
  }));
  const known = new Map<string, Quantity | NoAnswer>(inputs.map(({ symbol, value }) => [symbol, value]));
  const steps: WorkedStep[] = [];

  const learn = (symbol: string, value: unknown): Quantity | NoAnswer => {
    const kept = plain(value);
    known.set(symbol, kept);
    return kept;
  };
  const write = <T>(symbol: string, expression: string, value: T): T => {
    const substituted = substitute(expression, known);
    steps.push({ kind: "calculated", symbol, expression, substituted, value: learn(symbol, value) });
    return value;
  };
  const note: Note = Object.assign(write, {
    figure: <J extends object, P>(symbol: string, inner: Formula<J, P>, innerInput: J): P => {
      const value = inner(innerInput);
      steps.push({
        kind: "figure",
        symbol,
        value: learn(symbol, value),
        detail: workThrough(inner, innerInput),
      });
      return value;
    },
    solves: <T>(symbol: string, equation: string, value: T): T => {
      steps.push({ kind: "solved", symbol, equation, value: learn(symbol, value) });
      return value;
    },
    table: (
      columns: Readonly<Record<string, Column>>,
      rows: () => readonly Readonly<Record<string, Scalar>>[],
    ): void => {
      const names = Object.keys(columns);
      const made = rows().map((row) => names.map((name) => plain(row[name]) as Scalar));
      // A column is a list: in later steps it stays a name.
      for (const name of names) known.delete(name);
      steps.push({
        kind: "table",
        columns: Object.entries(columns).map(([symbol, column]) => ({ symbol, ...column })),
        rows: made,
      });
    },
    none: <R extends string>(reason: R): NoAnswer<R> => {
      const condition = (formula.outcomes as Readonly<Record<string, string>> | undefined)?.[reason] ?? "";
      steps.push({ kind: "outcome", reason, condition, substituted: substitute(condition, known) });
      return noAnswer(reason);
    },
  });

  const value = plain(formula.compute(input, note));
  const { id, title, unit, source } = formula;
  return { id, title, unit, inputs, steps, value, source };
}

/** Names that stand for one value; a list or a function is followed by a bracket. */
const NAME = /[A-Za-z][A-Za-z0-9]*(?![A-Za-z0-9]*[[(])/g;

function substitute(expression: string, known: ReadonlyMap<string, Quantity | NoAnswer>): string {
  return expression.replace(NAME, (name) => {
    const value = known.get(name);
    return value === undefined || Array.isArray(value) ? name : scalarText(value as Scalar | NoAnswer);
  });
}
