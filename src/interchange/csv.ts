import { readDecimalText } from "../foundation/decimal/index.js";
import { broken, contained, demandList, demandText } from "../foundation/guard/index.js";

/** Starts that a spreadsheet takes for a formula, and their full-width forms (CWE-1236). */
const FORMULA_START = /^[=+\-@\t\r\n\0\uff1d\uff0b\uff0d\uff20]/;

/** One cell of a table: text, or a number as its decimal text. */
export type CsvCell = string | { readonly number: string };

/**
 * Writes a text cell of a comma-separated file (RFC 4180). Text that a
 * spreadsheet would run as a formula gets an apostrophe in front.
 *
 * @param text - any text
 * @returns the cell, quoted where it must be
 *
 * @example
 * ```ts
 * import { csvText } from "golive-kit/interchange";
 *
 * csvText('He said "hi", twice'); // => '"He said ""hi"", twice"'
 * csvText("=1+1"); // => "'=1+1"
 * ```
 */
export function csvText(text: string): string {
  return contained("csvText", () => {
    const raw = demandText(text, "text");
    const safe = FORMULA_START.test(raw) ? `'${raw}` : raw;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  });
}

/**
 * Writes a number cell of a comma-separated file: it stays a number, also when it is negative.
 *
 * @param number - decimal text: an amount, as the library writes it
 * @returns the cell
 * @throws DomainError `wrong-type`, `invalid-format` or `out-of-range` when it is no amount
 *
 * @example
 * ```ts
 * import { csvNumber } from "golive-kit/interchange";
 *
 * csvNumber("-5"); // => "-5"
 * ```
 */
export function csvNumber(number: string): string {
  return contained("csvNumber", () => {
    const text = readDecimalText(demandText(number, "number"));
    if (typeof text !== "string") throw broken(text.code, "number", text.expected, number);
    return text;
  });
}

/**
 * Writes a table as a comma-separated file (RFC 4180), with a header line and CRLF line ends.
 *
 * @param header - the names of the columns
 * @param rows - the cells of each row
 * @returns the file's text
 *
 * @example
 * ```ts
 * import { writeCsv } from "golive-kit/interchange";
 *
 * writeCsv(["risk", "exposure"], [["Late data feeds", { number: "1200.5" }]]);
 * // => "risk,exposure\r\nLate data feeds,1200.5\r\n"
 * ```
 */
export function writeCsv(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return contained("writeCsv", () => {
    const lines = [demandList(header, "header").map(csvText).join(",")];
    for (const row of demandList(rows, "rows")) {
      lines.push(row.map((cell) => (typeof cell === "string" ? csvText(cell) : csvNumber(cell.number))).join(","));
    }
    return `${lines.join("\r\n")}\r\n`;
  });
}
