import { CLIENT_FORMULAS } from "../client/index.js";
import { COMMUNICATION_FORMULAS } from "../communication/index.js";
import { DomainError } from "../foundation/errors/index.js";
import { explain, type Explanation, type Figure, type Formula, type Unit } from "../foundation/explain/index.js";
import { contained, demandText } from "../foundation/guard/index.js";
import { STATISTICS_FORMULAS } from "../foundation/statistics/index.js";
import { INCIDENT_FORMULAS } from "../incidents/index.js";
import { KPI_FORMULAS } from "../kpi/index.js";
import { LIFECYCLE_FORMULAS } from "../lifecycle/index.js";
import { RISK_FORMULAS } from "../risk/index.js";
import { ROI_FORMULAS } from "../roi/index.js";
import { SCHEDULE_FORMULAS } from "../schedule/index.js";
import { STRATEGY_FORMULAS } from "../strategy/index.js";

/** What the catalogue says of a figure. */
export interface CatalogueEntry {
  /** Its id: `"roi.net-present-value"`. */
  readonly id: string;
  /** Its name, as a heading. */
  readonly title: string;
  /** What its answer is measured in. */
  readonly unit: Unit;
  /** What goes in, by name, with its unit. */
  readonly units: Readonly<Record<string, Unit>>;
  /** Where its formula comes from. */
  readonly source: Explanation["source"];
}

/** Any formula, whatever its input and answer. */
type AnyFormula = Formula<never, unknown>;

/**
 * Lists every figure that an assessment can hold.
 *
 * @returns one entry a figure, by module
 *
 * @example
 * ```ts
 * import { figureCatalogue } from "golive-kit/engagement";
 *
 * figureCatalogue().find(({ id }) => id === "roi.return-on-investment")?.title; // => "Return on investment"
 * ```
 */
export function figureCatalogue(): readonly CatalogueEntry[] {
  return formulas().map(({ id, title, unit, units, source }) => ({ id, title, unit, units: { ...units }, source }));
}

/**
 * Works a figure of an assessment through again and writes down how: from its id and its input alone.
 *
 * @param figure - a figure, as `assess` gives it, or as it was read back from JSON
 * @returns inputs, steps, result and source
 * @throws DomainError `unknown-reference` when no figure has that id
 * @throws DomainError whatever the figure's formula throws for its input
 *
 * @example
 * ```ts
 * import { explainFigure } from "golive-kit/engagement";
 *
 * const figure = { id: "strategy.score", value: 2.5, input: { weights: [0.5, 0.5], values: [1, 4] } };
 *
 * explainFigure(figure).value; // => 2.5
 * ```
 */
export function explainFigure(figure: Figure): Explanation {
  return contained("explainFigure", () => {
    const id = demandText(figure.id, "id");
    const formula = formulas().find((candidate) => candidate.id === id);
    if (formula === undefined) throw new DomainError("unknown-reference", { subject: "figure", path: ["id"], id });
    return explain(formula, figure.input as never);
  });
}

function formulas(): readonly AnyFormula[] {
  const modules: readonly (readonly AnyFormula[])[] = [
    LIFECYCLE_FORMULAS,
    SCHEDULE_FORMULAS,
    STRATEGY_FORMULAS,
    RISK_FORMULAS,
    STATISTICS_FORMULAS,
    KPI_FORMULAS,
    ROI_FORMULAS,
    COMMUNICATION_FORMULAS,
    CLIENT_FORMULAS,
    INCIDENT_FORMULAS,
  ];
  return modules.flat();
}
