import { readFileSync } from "node:fs";
import { join } from "node:path";

import type { Distribution } from "../../../src/foundation/random/index.js";

/** What an independent reading of a distribution gives at a level: see test/data/random/make-references.py. */
export interface ReferenceLevel {
  readonly probability: number;
  readonly quantile: number;
  /** At the quantile. */
  readonly cdf: number;
  /** At the quantile. */
  readonly exceedance: number;
  readonly shortfall: number;
}

/** What an independent reading gives for a distribution. */
export interface Reference {
  readonly distribution: Distribution;
  readonly mean: number;
  readonly variance: number;
  readonly skewness: number | null;
  readonly levels: readonly ReferenceLevel[];
}

const FILE = join(import.meta.dirname, "../../data/random/distributions.json");

/** All of them. */
export const REFERENCES = (JSON.parse(readFileSync(FILE, "utf8")) as { readonly references: readonly Reference[] })
  .references;

/** A distribution in a few words, for a test's title. */
export function titleOf(distribution: Distribution): string {
  return JSON.stringify(distribution).replaceAll('"', "").slice(0, 100);
}
