import type { NoAnswer } from "../errors/index.js";
import { contained } from "../guard/index.js";
import type { Explanation, TableStep, WorkedStep } from "./explain.js";
import type { Quantity, Scalar } from "./formula.js";
import { isMoney, scalarText } from "./plain-value.js";

/** How much of an explanation to write; see {@link renderExplanation}. */
export interface RenderExplanationOptions {
  /** Rows of a table to show before the middle is left out; 24 when left out. */
  readonly rows?: number;
  /** Values of a list to show before the middle is left out; 8 when left out. */
  readonly values?: number;
}

/**
 * Writes an explanation as plain text: the answer, what went in, each step in
 * names and in values, tables with their columns aligned, and the source.
 *
 * @param explanation - what `explain` returned
 * @param options - `rows` and `values`: how many to show of a long table or list
 * @returns lines of text, joined by line feeds
 *
 * @example
 * ```ts
 * import { explain, renderExplanation } from "golive-kit/explain";
 * import { money } from "golive-kit/money";
 * import { returnOnInvestment } from "golive-kit/roi";
 *
 * const input = { totalBenefit: money("100000", "USD"), totalCost: money("50000", "USD") };
 *
 * renderExplanation(explain(returnOnInvestment, input)).split("\n")[0]; // => "Return on investment = 1"
 * ```
 */
export function renderExplanation(explanation: Explanation, options: RenderExplanationOptions = {}): string {
  return contained("renderExplanation", () => {
    const limits = { rows: options.rows ?? 24, values: options.values ?? 8 };
    return lines(explanation, limits).join("\n");
  });
}

type Limits = Required<RenderExplanationOptions>;

function lines(explanation: Explanation, limits: Limits): string[] {
  const { title, value, inputs, steps, source } = explanation;
  const result = [`${title} = ${quantityText(value, limits)}`];
  if (inputs.length > 0) {
    const width = inputs.reduce((widest, { symbol }) => Math.max(widest, symbol.length), 0);
    result.push("  given");
    for (const { symbol, unit, value: given } of inputs) {
      const suffix = unit === "money" || unit === "text" || unit === "date" ? "" : ` (${unit})`;
      result.push(`    ${symbol.padEnd(width)} = ${quantityText(given, limits)}${suffix}`);
    }
  }
  if (steps.length > 0) result.push("  worked out");
  for (const step of steps) for (const line of stepLines(step, limits)) result.push(`    ${line}`);
  for (const { work, place } of source) result.push(`  source: ${work}, ${place}`);
  return result;
}

function stepLines(step: WorkedStep, limits: Limits): string[] {
  switch (step.kind) {
    case "calculated": {
      const substituted = step.substituted === step.expression ? "" : ` = ${step.substituted}`;
      return [`${step.symbol} = ${step.expression}${substituted} = ${quantityText(step.value, limits)}`];
    }
    case "figure": {
      const [, ...working] = lines(step.detail, limits);
      return [`${step.symbol} = ${step.detail.title} = ${quantityText(step.value, limits)}`, ...working];
    }
    case "solved":
      return [`${step.symbol} = ${quantityText(step.value, limits)}, found by solving ${step.equation}`];
    case "table":
      return tableLines(step, limits);
    case "outcome":
      return [`no answer (${step.reason}), because ${step.condition}: ${step.substituted}`];
  }
}

function tableLines({ columns, rows }: TableStep, limits: Limits): string[] {
  const head = columns.map(({ symbol }) => symbol);
  const body = rows.map((row) => row.map((value) => scalarText(value)));
  const widths = head.map((name, i) => {
    let width = name.length;
    for (const row of body) width = Math.max(width, row[i]?.length ?? 0);
    return width;
  });
  const write = (cells: readonly string[]): string => cells.map((cell, i) => cell.padStart(widths[i] ?? 0)).join("  ");
  const made = columns.filter(({ expression }) => expression !== undefined);
  return [
    write(head),
    ...shortened(body.map(write), limits.rows, (left) => `… ${String(left)} more rows …`),
    ...made.map(({ symbol, expression }) => `each ${symbol} = ${expression ?? ""}`),
  ];
}

function quantityText(value: Quantity | NoAnswer, limits: Limits): string {
  if (!Array.isArray(value)) return scalarText(value as Scalar | NoAnswer);
  const list = value as readonly Scalar[];
  const currency = sharedCurrency(list);
  const texts = list.map((item) => (currency !== undefined && isMoney(item) ? item.amount : scalarText(item)));
  const shown = shortened(texts, limits.values, (left) => `… ${String(left)} more …`);
  return `[${shown.join(", ")}]${currency === undefined ? "" : ` ${currency}`}`;
}

/** The one currency of a list of amounts; nothing when there are several or none. */
function sharedCurrency(list: readonly Scalar[]): string | undefined {
  const [first] = list;
  if (!isMoney(first)) return undefined;
  const { currency } = first;
  return list.every((item) => isMoney(item) && item.currency === currency) ? currency : undefined;
}

/** The list, with its middle left out when it is longer than `most`. */
function shortened(list: readonly string[], most: number, gap: (left: number) => string): string[] {
  if (list.length <= most) return [...list];
  const head = Math.max(1, most - 2);
  return [...list.slice(0, head), gap(list.length - head - 1), ...list.slice(-1)];
}
