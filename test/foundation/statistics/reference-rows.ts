import { readFileSync } from "node:fs";
import { join } from "node:path";

const DATA = join(import.meta.dirname, "../../data/statistics");

/** Rows of a table of reference values; the script beside the file says how they were made. */
export function referenceRows<Row>(file: string, table: string): readonly Row[] {
  const tables = JSON.parse(readFileSync(join(DATA, file), "utf8")) as Readonly<Record<string, readonly Row[]>>;
  const rows = tables[table];
  if (rows === undefined || rows.length === 0) throw new Error(`no rows in ${file}: ${table}`);
  return rows;
}
