import { type NoAnswer, noAnswer } from "../../foundation/errors/index.js";
import type { Source } from "../../foundation/explain/index.js";
import { contained, demandOneOf } from "../../foundation/guard/index.js";
import { demandBounds, type OptimismBiasBounds } from "./optimism-bias.js";

/** A kind of project with bounds of its own. */
export type BiasProjectType = (typeof BIAS_PROJECT_TYPES)[number];

/**
 * The kinds of projects that optimism bias is known for. Software is `equipment-development`; a building is non-standard
 * where it asks for special design, as a hospital does.
 */
export const BIAS_PROJECT_TYPES = [
  "non-standard-buildings",
  "standard-buildings",
  "non-standard-civil-engineering",
  "standard-civil-engineering",
  "equipment-development",
  "outsourcing",
] as const;

/** What optimism makes too small. */
export type BiasMeasure = (typeof BIAS_MEASURES)[number];

/** What optimism can make too small: how long the works take, what they cost, what it costs to run what was made. */
export const BIAS_MEASURES = ["works-duration", "capital-expenditure", "operating-expenditure"] as const;

/** Bounds of optimism bias as an authority gave them out; a copy with other bounds is made with a spread. */
export interface OptimismBiasTable {
  /** What it is called. */
  readonly name: string;
  /** When it was given out: a year, a month as `2003-04`, or a date. */
  readonly issued: string;
  /** Where it stands. */
  readonly source: Source;
  /** What to know before it is used. */
  readonly note: string;
  /** The bounds; what is left out has none. */
  readonly bounds: Readonly<
    Partial<Record<BiasProjectType, Readonly<Partial<Record<BiasMeasure, OptimismBiasBounds>>>>>
  >;
}

/** Which bounds are wanted; see {@link optimismBiasBounds}. */
export interface OptimismBiasLookup {
  /** The kind of project. */
  readonly projectType: BiasProjectType;
  /** What optimism makes too small. */
  readonly measure: BiasMeasure;
}

/** The bounds of the review for HM Treasury of 2002, which its guidance on optimism bias took over. */
export const OPTIMISM_BIAS_TABLE_2002: OptimismBiasTable = {
  name: "Review of large public procurement in the UK",
  issued: "2002",
  source: {
    work: "Mott MacDonald, Review of Large Public Procurement in the UK (2002)",
    place: "table 2, as in HM Treasury, Supplementary Green Book guidance on optimism bias",
  },
  note:
    "Found from 50 large public projects of the two decades before 2002. Later rules, and an organisation's own record, " +
    "may give other bounds; they come first.",
  bounds: {
    "non-standard-buildings": {
      "works-duration": { upperBound: 0.39, lowerBound: 0.02 },
      "capital-expenditure": { upperBound: 0.51, lowerBound: 0.04 },
    },
    "standard-buildings": {
      "works-duration": { upperBound: 0.04, lowerBound: 0.01 },
      "capital-expenditure": { upperBound: 0.24, lowerBound: 0.02 },
    },
    "non-standard-civil-engineering": {
      "works-duration": { upperBound: 0.25, lowerBound: 0.03 },
      "capital-expenditure": { upperBound: 0.66, lowerBound: 0.06 },
    },
    "standard-civil-engineering": {
      "works-duration": { upperBound: 0.2, lowerBound: 0.01 },
      "capital-expenditure": { upperBound: 0.44, lowerBound: 0.03 },
    },
    "equipment-development": {
      "works-duration": { upperBound: 0.54, lowerBound: 0.1 },
      "capital-expenditure": { upperBound: 2, lowerBound: 0.1 },
    },
    outsourcing: { "operating-expenditure": { upperBound: 0.41, lowerBound: 0 } },
  },
};

/**
 * Looks up the bounds of optimism bias for a kind of project.
 *
 * @param table - the bounds as an authority gave them out, such as `OPTIMISM_BIAS_TABLE_2002`
 * @param lookup - `projectType`, one of `BIAS_PROJECT_TYPES`, and `measure`, one of `BIAS_MEASURES`
 * @returns `upperBound` and `lowerBound`, as `optimismBias` takes them; no answer `no-bounds` where the table has none
 * @throws DomainError `out-of-range` for another kind of project or another measure, or a bound below zero
 * @throws DomainError `inconsistent` when a lower bound is above the upper
 * @source Mott MacDonald, Review of Large Public Procurement in the UK (2002), table 2
 *
 * @example
 * ```ts
 * import { OPTIMISM_BIAS_TABLE_2002, optimismBiasBounds } from "golive-kit/roi";
 *
 * const projectType = "equipment-development";
 *
 * optimismBiasBounds(OPTIMISM_BIAS_TABLE_2002, { projectType, measure: "capital-expenditure" });
 * // => { upperBound: 2, lowerBound: 0.1 }
 * optimismBiasBounds(OPTIMISM_BIAS_TABLE_2002, { projectType, measure: "operating-expenditure" });
 * // => { kind: "none", reason: "no-bounds" }
 * ```
 */
export function optimismBiasBounds(
  table: OptimismBiasTable,
  lookup: OptimismBiasLookup,
): OptimismBiasBounds | NoAnswer<"no-bounds"> {
  return contained("optimismBiasBounds", () => {
    const projectType = demandOneOf(lookup.projectType, BIAS_PROJECT_TYPES, "projectType");
    const measure = demandOneOf(lookup.measure, BIAS_MEASURES, "measure");
    const bounds = table.bounds[projectType]?.[measure];
    return bounds === undefined ? noAnswer("no-bounds") : demandBounds(bounds, ["bounds", projectType, measure]);
  });
}
