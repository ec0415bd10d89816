export { explain } from "./explain.js";
export type {
  CalculatedStep,
  Explanation,
  FigureStep,
  Given,
  OutcomeStep,
  SolvedStep,
  TableStep,
  WorkedStep,
} from "./explain.js";
export { figure } from "./figure.js";
export type { Figure } from "./figure.js";
export { formula } from "./formula.js";
export type {
  Column,
  Formula,
  FormulaDefinition,
  Note,
  Quantity,
  ReasonOf,
  Scalar,
  Source,
  Unit,
} from "./formula.js";
export { renderExplanation } from "./render-explanation.js";
export type { RenderExplanationOptions } from "./render-explanation.js";
