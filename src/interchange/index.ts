export { csvNumber, csvText, writeCsv } from "./csv.js";
export type { CsvCell } from "./csv.js";
