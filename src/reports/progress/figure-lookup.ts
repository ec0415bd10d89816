import { figureCatalogue } from "../../engagement/index.js";
import { isNoAnswer } from "../../foundation/errors/index.js";
import type { Figure, Unit } from "../../foundation/explain/index.js";
import type { KeyFigure, Standing } from "../report.js";
import { quantityText, reasonText } from "../text/quantity-text.js";

/** The figure of an id, where a part has it. */
export function figureOf(figures: readonly Figure[], id: string): Figure | undefined {
  return figures.find((figure) => figure.id === id && figure.of === undefined);
}

/** A figure as people read it, in its own unit unless told otherwise. */
export function figureText(figure: Figure, unit?: Unit): string {
  const entry = figureCatalogue().find(({ id }) => id === figure.id);
  return quantityText(figure.value, unit ?? ((entry?.unit ?? "count") as Unit));
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
