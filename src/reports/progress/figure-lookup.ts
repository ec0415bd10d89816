import { figureCatalogue } from "../../engagement/index.js";
import { isNoAnswer } from "../../foundation/errors/index.js";
import type { Figure, Unit } from "../../foundation/explain/index.js";
import { contained } from "../../foundation/guard/index.js";
import type { KeyFigure, Standing } from "../report.js";
import { quantityText, reasonText } from "../text/quantity-text.js";

/** The figure of an id, where a part has it. */
export function figureOf(figures: readonly Figure[], id: string): Figure | undefined {
  return figures.find((figure) => figure.id === id && figure.of === undefined);
}

/** Ratios that people read as a number: one is the mark, not a hundred per cent of anything. */
const INDEXES: readonly string[] = [
  "schedule.baseline-execution-index",
  "roi.benefit-cost-ratio",
  "roi.profitability-index",
];

/**
 * Writes a figure as people read it: amounts rounded to their minor unit, ratios as per cent, indexes as a number.
 *
 * @param figure - a figure of an assessment
 * @param unit - what to show it in; its own unit when left out
 * @returns text such as `"25 %"` or `"22 600.00 GBP"`, with narrow no-break spaces
 *
 * @example
 * ```ts
 * import { figureText } from "golive-kit/reports";
 *
 * const figure = { id: "roi.benefit-cost-ratio", value: 1.18, input: {} };
 *
 * figureText(figure); // => "1.18"
 * ```
 */
export function figureText(figure: Figure, unit?: Unit): string {
  return contained("figureText", () => textOf(figure, unit));
}

function textOf(figure: Figure, unit: Unit | undefined): string {
  if (INDEXES.includes(figure.id)) return quantityText(figure.value, "count");
  const entry = figureCatalogue().find(({ id }) => id === figure.id);
  return quantityText(figure.value, unit ?? entry?.unit ?? "count");
}

/** Makes a headline of a figure; there is none where the part does not have the figure. */
export function headline(
  figures: readonly Figure[],
  id: string,
  label: string,
  words: { readonly note: string; readonly unit?: Unit; readonly standing?: (value: number) => Standing },
): readonly KeyFigure[] {
  const figure = figureOf(figures, id);
  if (figure === undefined) return [];
  if (isNoAnswer(figure.value)) {
    return [{ label, value: "no answer", standing: "unknown", note: reasonText(figure.value.reason) }];
  }
  const { standing } = words;
  const known = standing !== undefined && typeof figure.value === "number" ? standing(figure.value) : "plain";
  return [{ label, value: figureText(figure, words.unit), standing: known, note: words.note }];
}
