import type fc from "fast-check";
import { expect } from "vitest";

import { Decimal } from "../../src/foundation/decimal/index.js";
import { isNoAnswer } from "../../src/foundation/errors/index.js";
import { type Column, explain, type Formula, type Note, type Scalar } from "../../src/foundation/explain/index.js";
import { evaluate, type Scope, type Value, type Worked } from "./expression.js";
import { law, RUNS } from "./laws.js";

/** How far a double may be from the decimal that its words give, per unit of the largest operand. */
const ROUNDING = 1e-12;
/** Amounts are kept to 12 decimals. */
const RESOLUTION = 1e-12;

/**
 * The laws every formula keeps, on inputs that it answers:
 * - the words of each step, worked out on their own, give the value its code gave;
 * - an equation holds for the value found by solving it;
 * - there is no answer exactly when a condition in `outcomes` holds, and the reason is the first that does;
 * - explaining does not change the answer.
 *
 * @param formula - the formula
 * @param input - inputs inside its domain; conditions that give no answer should come up too
 * @param runs - how many to try
 */
export function keepsFormulaLaws<I extends object, O>(
  formula: Formula<I, O>,
  input: fc.Arbitrary<I>,
  runs = RUNS,
): void {
  law(
    input,
    (given) => {
      const scope: Record<string, Value> = {};
      for (const symbol of Object.keys(formula.units) as (keyof I & string)[]) {
        if (given[symbol] !== undefined) scope[symbol] = plain(given[symbol]);
      }
      const reasons: string[] = [];
      const note = holdingNote(formula.id, scope, reasons);

      const answer = formula.compute(given, note);
      expect(answer).toEqual(formula(given));
      expect(explain(formula, given).value).toEqual(answer);

      const outcomes = Object.entries((formula.outcomes ?? {}) as Readonly<Record<string, string>>);
      const first = outcomes.find(([, condition]) => isTrue(condition, scope));
      expect(isNoAnswer(answer) ? answer.reason : undefined, `${formula.id}: outcome`).toBe(first?.[0]);
      if (isNoAnswer(answer)) expect(reasons, `${formula.id}: reason noted`).toContain(answer.reason);
    },
    runs,
  );
}

function holdingNote(id: string, scope: Record<string, Value>, reasons: string[]): Note {
  const write = <T>(symbol: string, expression: string, value: T): T => {
    expectClose(evaluate(expression, scope), plain(value), `${id}: ${symbol} = ${expression}`);
    scope[symbol] = plain(value);
    return value;
  };
  return Object.assign(write, {
    figure: <J extends object, P>(symbol: string, inner: Formula<J, P>, innerInput: J): P => {
      const value = inner(innerInput);
      if (!isNoAnswer(value)) scope[symbol] = plain(value);
      return value;
    },
    solves: <T>(symbol: string, equation: string, value: T): T => {
      scope[symbol] = plain(value);
      const [left = "", right = ""] = equation.split("=");
      const l = evaluate(left, scope);
      const r = evaluate(right, scope);
      expectClose({ value: l.value, size: Decimal.max(l.size, r.size) }, r.value, `${id}: ${equation}`);
      return value;
    },
    table: (
      columns: Readonly<Record<string, Column>>,
      rows: () => readonly Readonly<Record<string, Scalar>>[],
    ): void => {
      const made = rows().map((row) =>
        Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value) as Decimal | string])),
      );
      for (const name of Object.keys(columns)) scope[name] = made.map((row) => row[name] ?? "");
      made.forEach((row, i) => {
        for (const [name, { expression }] of Object.entries(columns)) {
          if (expression === undefined) continue;
          const value = row[name] ?? "";
          expectClose(evaluate(expression, { ...scope, ...row }), value, `${id}: row ${String(i)}: ${name}`);
        }
      });
    },
    none: <R extends string>(reason: R) => {
      reasons.push(reason);
      return { kind: "none" as const, reason };
    },
  });
}

function isTrue(condition: string, scope: Scope): boolean {
  const { value } = evaluate(condition, scope);
  return typeof value !== "string" && !value.isZero();
}

function expectClose({ value, size }: Worked, got: Value, words: string): void {
  if (typeof value === "string" || typeof got === "string") {
    expect(got, words).toBe(value);
    return;
  }
  if (!(got instanceof Decimal)) throw new Error(`${words}: a list where one value was expected`);
  const off = value.minus(got).abs();
  const allowed = Decimal.max(size, 0).times(ROUNDING).plus(RESOLUTION);
  expect(off.lte(allowed), `${words}: ${value.toString()} by the words, ${got.toString()} by the code`).toBe(true);
}

/** A value as the formula language knows it. */
function plain(value: unknown): Value {
  if (Array.isArray(value)) return value.map((item) => plain(item) as Decimal | string);
  if (typeof value === "object" && value !== null && "amount" in value) return new Decimal(String(value.amount));
  if (typeof value === "number") return new Decimal(value);
  return String(value);
}
