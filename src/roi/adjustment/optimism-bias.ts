import * as z from "zod";

import { Decimal, numberOf } from "../../foundation/decimal/index.js";
import type { Issue, Path } from "../../foundation/errors/index.js";
import { formula, type Formula } from "../../foundation/explain/index.js";
import { broken, contained, demandAtLeast, demandBetween, demandList } from "../../foundation/guard/index.js";
import { list, NonNegative, parse, rule, schema, Share } from "../../foundation/schema/index.js";

/** Contributions are published in whole per cent: their sum may pass 1 by half a per cent for each. */
const ROUNDING = 0.005;

/** Between which shares of a base the optimism in it lies. */
export interface OptimismBiasBounds {
  /** What has to be added where no risk is managed; 0.51 is 51 %. At least the lower bound. */
  readonly upperBound: number;
  /** What has to be added where all risks are managed; zero or above. */
  readonly lowerBound: number;
}

/** Input of {@link optimismBias}. */
export interface OptimismBiasInput extends OptimismBiasBounds {
  /** What share of the bias comes from each risk area, from 0 to 1; together at most 1, but for rounding. */
  readonly contributions: readonly number[];
  /** How far each area is managed: from 0, not at all, to 1, wholly. As many as contributions. */
  readonly mitigations: readonly number[];
}

/** One source of optimism. */
export interface BiasRiskArea {
  /** What share of the bias comes from it, from 0 to 1. */
  readonly contribution: number;
  /** How far it is managed: from 0, not at all, to 1, wholly. */
  readonly mitigation: number;
}

/** Reads an {@link OptimismBiasInput}. */
export const OptimismBiasInput: z.ZodType<OptimismBiasInput> = /* @__PURE__ */ schema(() =>
  z
    .strictObject({
      upperBound: NonNegative,
      lowerBound: NonNegative,
      contributions: list<number>(Share),
      mitigations: list<number>(Share),
    })
    .check(
      rule((input: OptimismBiasInput, report) => {
        reportBounds(input, report);
        const { contributions, mitigations } = input;
        if (mitigations.length !== contributions.length) {
          const message = `expected as many as contributions, ${String(contributions.length)}, received ${String(mitigations.length)}`;
          report("inconsistent", ["mitigations"], message);
        }
        reportContributions(contributions, "contributions", report);
      }),
    ),
);

/** The source of the figures of this file. */
const SOURCE = {
  work: "Mott MacDonald, Review of Large Public Procurement in the UK (2002)",
  place: "section 4, guidance on optimism bias",
} as const;

/**
 * Optimism bias: the share to add to a planned cost or duration, given how far the risks behind it are managed.
 *
 * It comes down from the upper bound as risk areas are managed, and never below the lower bound. Where nothing is known of
 * the areas, leave both lists empty: the upper bound is the answer.
 *
 * @param input - `upperBound` and `lowerBound`, zero or above, as `optimismBiasBounds` gives them; `contributions` of the
 *   risk areas to the bias and `mitigations`, how far each is managed, all from 0 to 1
 * @returns a ratio: 0.3 says to add 30 %
 * @throws DomainError `out-of-range` for a bound below zero, a contribution or a mitigation below 0 or above 1
 * @throws DomainError `inconsistent` when the lower bound is above the upper, the lists differ in length, or the
 *   contributions pass 1 by more than rounding to whole per cent can do
 * @source Mott MacDonald, Review of Large Public Procurement in the UK (2002), section 4, guidance on optimism bias
 *
 * @example
 * ```ts
 * import { optimismBias } from "golive-kit/roi";
 *
 * const bounds = { upperBound: 2, lowerBound: 0.1 };
 *
 * optimismBias({ ...bounds, contributions: [0.5, 0.25], mitigations: [0.6, 1] }); // => 0.9
 * optimismBias({ ...bounds, contributions: [1], mitigations: [1] }); // => 0.1
 * ```
 *
 * @function
 */
export const optimismBias: Formula<OptimismBiasInput, number> = /* @__PURE__ */ formula({
  id: "roi.optimism-bias",
  title: "Optimism bias",
  unit: "ratio",
  units: { upperBound: "ratio", lowerBound: "ratio", contributions: "ratio", mitigations: "ratio" },
  source: [SOURCE],
  compute(input: OptimismBiasInput, note) {
    const { contributions, mitigations } = input;
    demandBounds(input);
    if (demandList(mitigations, "mitigations").length !== demandList(contributions, "contributions").length) {
      const expected = `as many as contributions, ${String(contributions.length)}`;
      throw broken("inconsistent", "mitigations", expected, mitigations.length);
    }
    const areas = contributions.map((contribution, i) => ({ contribution, mitigation: mitigations[i] ?? 0 }));
    const { managed, resultant } = biasOf(input, areas, "contributions", (i, part) => [`${part}s`, i]);
    note("managed", "sum[t](contributions[t] × mitigations[t])", numberOf(managed, "managed"));
    return note("bias", "max(lowerBound, (1 − managed) × upperBound)", numberOf(resultant, "bias"));
  },
});

/**
 * Reads the input of {@link optimismBias} from outside data.
 *
 * @param data - `{ upperBound, lowerBound, contributions, mitigations }`, numbers and lists of numbers
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { optimismBias, parseOptimismBiasInput } from "golive-kit/roi";
 *
 * const input = { upperBound: 0.44, lowerBound: 0.03, contributions: [], mitigations: [] };
 *
 * optimismBias(parseOptimismBiasInput(input)); // => 0.44
 * ```
 */
export function parseOptimismBiasInput(data: unknown): OptimismBiasInput {
  return contained("optimism bias", () => parse(OptimismBiasInput, data, "optimism bias"));
}

/** Asks for two bounds of zero or above, the lower one not above the other. */
export function demandBounds({ upperBound, lowerBound }: OptimismBiasBounds, path: Path = []): OptimismBiasBounds {
  demandAtLeast(upperBound, 0, "upperBound", [...path, "upperBound"]);
  demandAtLeast(lowerBound, 0, "lowerBound", [...path, "lowerBound"]);
  if (lowerBound > upperBound) {
    throw broken("inconsistent", "lowerBound", "at most upperBound", lowerBound, [...path, "lowerBound"]);
  }
  return { upperBound, lowerBound };
}

/** How much of the bias is managed, and what is left of it. */
export function biasOf(
  { upperBound, lowerBound }: OptimismBiasBounds,
  areas: readonly BiasRiskArea[],
  subject: string,
  place: (i: number, part: keyof BiasRiskArea) => Path,
): { readonly managed: Decimal; readonly resultant: Decimal } {
  const share = (area: BiasRiskArea, i: number, part: keyof BiasRiskArea): Decimal =>
    new Decimal(demandBetween(area[part], 0, 1, part, place(i, part)));
  let contributed = new Decimal(0);
  let managed = new Decimal(0);
  areas.forEach((area, i) => {
    const contribution = share(area, i, "contribution");
    contributed = contributed.plus(contribution);
    managed = managed.plus(contribution.times(share(area, i, "mitigation")));
  });
  if (contributed.gt(mostOf(areas.length))) {
    throw broken("inconsistent", subject, "at most 1 together, but for rounding", contributed.toString());
  }
  const resultant = Decimal.max(lowerBound, new Decimal(1).minus(managed).times(upperBound));
  return { managed, resultant };
}

/** What contributions may come to. */
function mostOf(areas: number): Decimal {
  return new Decimal(ROUNDING).times(areas).plus(1);
}

type Report = (code: Issue["code"], path: Path, message: string) => void;

/** Reports a lower bound above the upper. */
export function reportBounds({ upperBound, lowerBound }: OptimismBiasBounds, report: Report): void {
  if (lowerBound <= upperBound) return;
  report("inconsistent", ["lowerBound"], `expected at most upperBound, received ${String(lowerBound)}`);
}

/** Reports contributions that come to too much. */
export function reportContributions(contributions: readonly number[], subject: string, report: Report): void {
  const sum = contributions.reduce((total, contribution) => total.plus(contribution), new Decimal(0));
  if (sum.lte(mostOf(contributions.length))) return;
  report("inconsistent", [subject], `expected at most 1 together, but for rounding, received ${sum.toString()}`);
}
