import { contained, demandFinite, demandList, demandNewId } from "../../foundation/guard/index.js";
import { DomainError } from "../../foundation/errors/index.js";
import type { Money } from "../../foundation/money/index.js";
import { trialOf } from "./model-trial.js";

/** Inputs of a model that change together. */
export interface InputScenario<K extends string = string> {
  /** Its id, once in the list. */
  readonly id: string;
  /** The inputs that differ from the base, with their values. */
  readonly changes: Readonly<Partial<Record<K, number>>>;
}

/** What a model is tried with; see {@link scenarioTable}. */
export interface ScenarioTableOptions<K extends string> {
  /** The value of every input, as planned. */
  readonly base: Readonly<Record<K, number>>;
  /** The scenarios, each id once. */
  readonly scenarios: readonly InputScenario<K>[];
}

/** The result of one scenario; see {@link scenarioTable}. */
export interface ScenarioRow<R> {
  /** The scenario's id. */
  readonly id: string;
  /** The result in it. */
  readonly result: R;
  /** The result less the result as planned. */
  readonly difference: R;
}

/** A model in several scenarios; see {@link scenarioTable}. */
export interface ScenarioTable<R> {
  /** The result as planned. */
  readonly base: R;
  /** One row for each scenario, in the order of the input. */
  readonly rows: readonly ScenarioRow<R>[];
}

/**
 * Works a model out in several scenarios, in each of which some of its inputs change together.
 *
 * It sees what `tornado` cannot: inputs that move together, such as a delay and what it costs.
 *
 * @param model - gives a number or money for a value of each input; called once for the base and once for each scenario,
 *   each time with an object of its own
 * @param options - `base`, a number for each input; `scenarios`, `id` and `changes` of each
 * @returns the `base` result and, in the order of the scenarios, the `result` and its `difference` from the base
 * @throws DomainError `unknown-reference` for a change of an input that the base does not have, `duplicate-id` for an id
 *   twice
 * @throws DomainError `wrong-type` or `not-finite` for a value or a result that is no finite number and no money,
 *   `currency-mismatch` when the model gives several currencies; and whatever error of the library the model throws
 *
 * @example
 * ```ts
 * import { scenarioTable } from "golive-kit/roi";
 *
 * const { base, rows } = scenarioTable(({ users, hours, cost }) => users * hours * 40 - cost, {
 *   base: { users: 100, hours: 20, cost: 50000 },
 *   scenarios: [
 *     { id: "late and dear", changes: { users: 70, cost: 65000 } },
 *     { id: "liked by all", changes: { users: 115 } },
 *   ],
 * });
 *
 * base; // => 30000
 * rows.map(({ id, difference }) => `${id}: ${difference}`); // => ["late and dear: -39000", "liked by all: 12000"]
 * ```
 */
export function scenarioTable<K extends string, R extends number | Money>(
  model: (inputs: Readonly<Record<K, number>>) => R,
  options: ScenarioTableOptions<K>,
): ScenarioTable<R> {
  return contained("scenarioTable", () => {
    const { known, planned, resultOf, write } = trialOf(model, options.base);
    const seen = new Set<string>();
    const rows = demandList(options.scenarios, "scenarios").map((scenario, i) => {
      const path = ["scenarios", i];
      const id = demandNewId(seen, scenario.id, [...path, "id"]);
      const changes = Object.entries(scenario.changes).map(([name, value]) => {
        const place = [...path, "changes", name];
        if (!known.has(name)) throw new DomainError("unknown-reference", { subject: "changes", path: place, id: name });
        return [name, demandFinite(value, `changes.${name}`, place)] as const;
      });
      const result = resultOf(changes);
      return { id, result: write(result), difference: write(result.minus(planned)) };
    });
    return { base: write(planned), rows };
  });
}
