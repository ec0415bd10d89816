import * as z from "zod";

import { Decimal, moneyOf, numberOf } from "../../foundation/decimal/index.js";
import { type NoAnswer, noAnswer } from "../../foundation/errors/index.js";
import { formula, type Formula } from "../../foundation/explain/index.js";
import { broken, contained } from "../../foundation/guard/index.js";
import { type Money, NonNegativeMoney } from "../../foundation/money/index.js";
import { list, oneCurrency, parse, rule, schema } from "../../foundation/schema/index.js";
import { CashFlows, demandFlows } from "../flows/cash-flow.js";
import { demandCosts } from "../flows/non-negative-amount.js";

/** Benefits as planned and as they came; see {@link benefitRealisation}. */
export interface BenefitRealisationInput {
  /** What was planned for each period that is over, zero or above. At least one. */
  readonly planned: readonly Money[];
  /** What came in each, same currency; as many. */
  readonly realised: readonly Money[];
}

/** Planned and realised benefits of one period; see {@link assessBenefitRealisation}. */
export interface RealisedPeriod {
  /** What came per unit of what was planned. */
  readonly ratio: number | NoAnswer<"nothing-planned">;
  /** The same for all periods up to and with this one. */
  readonly cumulativeRatio: number | NoAnswer<"nothing-planned">;
  /** What is missing up to and with this period; below zero when more came than was planned. */
  readonly shortfall: Money;
}

/** Reads a {@link BenefitRealisationInput}. */
export const BenefitRealisationInput: z.ZodType<BenefitRealisationInput> = /* @__PURE__ */ schema(() =>
  z.strictObject({ planned: list<Money>(NonNegativeMoney), realised: CashFlows }).check(
    rule(({ planned, realised }: BenefitRealisationInput, report) => {
      if (planned.length !== realised.length) report("inconsistent", ["planned"], "expected as many as realised");
      oneCurrency(report, [
        ...realised.map((amount, i) => [["realised", i], amount] as const),
        ...planned.map((amount, i) => [["planned", i], amount] as const),
      ]);
    }),
  ),
);

/**
 * Benefit realisation: what came of the benefits planned for the periods that are over.
 *
 * @param input - `planned`, money of zero or above, and `realised`, of the same currency, both by period and as many
 * @returns a ratio: 1 when all that was planned came; no answer `nothing-planned` when the plan adds up to zero
 * @throws DomainError `out-of-range` for a planned benefit below zero, or a sum that reaches 1e24
 * @throws DomainError `empty` for no period, `inconsistent` for more or fewer planned than realised, `currency-mismatch`
 *   when the currencies differ
 * @source Gerald Bradley, Benefit Realisation Management, tracking benefits
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { benefitRealisation } from "golive-kit/roi";
 *
 * const euros = (...amounts: string[]) => amounts.map((amount) => money(amount, "EUR"));
 *
 * benefitRealisation({ planned: euros("120000", "180000"), realised: euros("90000", "171000") }); // => 0.87
 * ```
 *
 * @function
 */
export const benefitRealisation: Formula<BenefitRealisationInput, number | NoAnswer<"nothing-planned">> =
  /* @__PURE__ */ formula({
    id: "roi.benefit-realisation",
    title: "Benefit realisation",
    unit: "ratio",
    units: { planned: "money", realised: "money" },
    outcomes: { "nothing-planned": "totalPlanned = 0" },
    source: [{ work: "Gerald Bradley, Benefit Realisation Management", place: "tracking benefits" }],
    compute(input: BenefitRealisationInput, note) {
      const { currency, planned, realised } = demandSides(input);
      const [due, came] = [sumOf(planned), sumOf(realised)];
      note("totalPlanned", "sum[t](planned[t])", moneyOf(due, currency, "totalPlanned"));
      note("totalRealised", "sum[t](realised[t])", moneyOf(came, currency, "totalRealised"));
      if (due.isZero()) return note.none("nothing-planned");
      return note("realisation", "totalRealised ÷ totalPlanned", numberOf(came.div(due), "realisation"));
    },
  });

/**
 * Holds realised benefits against the plan, period by period and altogether.
 *
 * @param input - `planned`, money of zero or above, and `realised`, of the same currency, both by period and as many
 * @returns one row for each period: its `ratio`, the `cumulativeRatio` up to and with it, and the `shortfall` so far
 * @throws DomainError `out-of-range` for a planned benefit below zero, or a sum that reaches 1e24
 * @throws DomainError `empty` for no period, `inconsistent` for more or fewer planned than realised, `currency-mismatch`
 *   when the currencies differ
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { assessBenefitRealisation } from "golive-kit/roi";
 *
 * const euros = (...amounts: string[]) => amounts.map((amount) => money(amount, "EUR"));
 * const rows = assessBenefitRealisation({ planned: euros("0", "100"), realised: euros("0", "75") });
 *
 * rows.map(({ ratio }) => ratio); // => [{ kind: "none", reason: "nothing-planned" }, 0.75]
 * rows[1]?.shortfall.amount; // => "25"
 * ```
 */
export function assessBenefitRealisation(input: BenefitRealisationInput): readonly RealisedPeriod[] {
  return contained("assessBenefitRealisation", () => {
    const { currency, planned, realised } = demandSides(input);
    const ratioOf = (came: Decimal, due: Decimal): number | NoAnswer<"nothing-planned"> =>
      due.isZero() ? noAnswer("nothing-planned") : numberOf(came.div(due), "ratio");
    let [dueSoFar, cameSoFar] = [new Decimal(0), new Decimal(0)];
    return planned.map((due, k) => {
      const came = realised[k] ?? new Decimal(0);
      dueSoFar = dueSoFar.plus(due);
      cameSoFar = cameSoFar.plus(came);
      return {
        ratio: ratioOf(came, due),
        cumulativeRatio: ratioOf(cameSoFar, dueSoFar),
        shortfall: moneyOf(dueSoFar.minus(cameSoFar), currency, "shortfall"),
      };
    });
  });
}

/**
 * Reads the input of {@link benefitRealisation} and {@link assessBenefitRealisation} from outside data.
 *
 * @param data - `{ planned, realised }`
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { benefitRealisation, parseBenefitRealisationInput } from "golive-kit/roi";
 *
 * const input = parseBenefitRealisationInput({
 *   planned: [{ amount: "80", currency: "EUR" }],
 *   realised: [{ amount: "60", currency: "EUR" }],
 * });
 *
 * benefitRealisation(input); // => 0.75
 * ```
 */
export function parseBenefitRealisationInput(data: unknown): BenefitRealisationInput {
  return contained("benefit realisation", () => parse(BenefitRealisationInput, data, "benefit realisation"));
}

function demandSides({ planned, realised }: BenefitRealisationInput): {
  readonly currency: string;
  readonly planned: readonly Decimal[];
  readonly realised: readonly Decimal[];
} {
  const { currency, amounts } = demandFlows(realised, "realised");
  const due = demandCosts(currency, planned, "planned");
  if (due.length !== amounts.length) throw broken("inconsistent", "planned", "as many as realised", due.length);
  return { currency, planned: due, realised: amounts };
}

function sumOf(amounts: readonly Decimal[]): Decimal {
  return amounts.reduce((sum, amount) => sum.plus(amount), new Decimal(0));
}
