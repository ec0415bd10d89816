import { type Assessment, figureCatalogue } from "../engagement/index.js";
import type { Figure } from "../foundation/explain/index.js";
import { nearWords } from "../foundation/schema/index.js";
import { figureText } from "../reports/index.js";
import { meant } from "./arguments.js";
import { Refusal, UsageError } from "./refusals.js";

/** Ids of records to show in one line. */
const MAX_RECORDS = 8;
/** Ids of figures to suggest. */
const MAX_SUGGESTIONS = 3;

/**
 * The figure that is meant by an id, and by a record where there is one a record.
 *
 * @param assessment - where to look
 * @param id - the figure's id
 * @param of - the record's id
 * @param listing - the command that lists every figure, for the message
 * @returns the figure
 */
export function chooseFigure({ figures }: Assessment, id: string, of: string | undefined, listing: string): Figure {
  const found = figures.filter((figure) => figure.id === id);
  if (found.length === 0) throw unknownFigure(id, figures, listing);
  const figure = found.find((candidate) => candidate.of === of);
  if (figure !== undefined) return figure;
  const records = recordsText(found);
  if (records === "") throw new UsageError(`${id} is one figure for the whole project; leave --of out`);
  throw new UsageError(
    of === undefined
      ? `${id} is given for several records; choose one with --of: ${records}`
      : `no record ${JSON.stringify(of)}; there are ${records}`,
  );
}

/** Every figure of an assessment: its id, and its value as in the report or the records that it is given for. */
export function figureList({ title, asOf, figures }: Assessment): string {
  const ids = [...new Set(figures.map(({ id }) => id))].sort();
  const width = ids.reduce((widest, id) => Math.max(widest, id.length), 0);
  const lines = ids.flatMap((id) => {
    const found = figures.filter((figure) => figure.id === id);
    const values = found.filter(({ of }) => of === undefined).map((figure) => figureText(figure));
    const records = found.length - values.length;
    const count = `${String(records)} ${records === 1 ? "record" : "records"}: ${recordsText(found)}`;
    return [...values, ...(records === 0 ? [] : [count])].map((text) => `  ${id.padEnd(width)}  ${text}`);
  });
  const ending = "golive-kit explain FILE FIGURE --as-of DATE shows how one came about; with --of ID, that of a record";
  return [`Figures of ${title}, as of ${asOf}`, ...lines, ending, ""].join("\n");
}

/** Refuses an assessment that has no figure to explain. */
export function demandFigures(file: string, { figures, missing }: Assessment): void {
  if (figures.length > 0) return;
  const parts = missing.map(({ part }) => part);
  const lack = parts.length === 0 ? "" : `: it has ${parts.length === 1 ? "no" : "none of"} ${parts.join(", ")}`;
  throw new Refusal(`${file} gives no figures${lack}; run golive-kit assess to see what each part needs`);
}

function unknownFigure(id: string, figures: readonly Figure[], listing: string): Error {
  const known = [...new Set(figures.map((figure) => figure.id))];
  if (figureCatalogue().some((entry) => entry.id === id)) {
    return new Refusal(`the document gives no ${id} on this day; ${listing} lists what it gives`);
  }
  const whole = nearWords(id, known, MAX_SUGGESTIONS);
  // The part before the point is a module: the word after it says what was looked for.
  const near = whole.length > 0 ? whole : nearWords(id.slice(id.indexOf(".") + 1), known, MAX_SUGGESTIONS);
  const hint = near.length === 0 ? "" : `did you mean ${meant(near)}? `;
  return new UsageError(`no figure ${JSON.stringify(id)}; ${hint}${listing} lists all`);
}

/** The records that a figure is given for, the first of them by id. */
function recordsText(figures: readonly Figure[]): string {
  const records = figures.map(({ of }) => of).filter((of) => of !== undefined);
  const shown = records.slice(0, MAX_RECORDS).join(", ");
  const left = records.length - MAX_RECORDS;
  return left > 0 ? `${shown} and ${String(left)} more` : shown;
}
