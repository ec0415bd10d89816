import * as z from "zod";

import { demandMoney, demandMoneyIn, moneyOf } from "../../foundation/decimal/index.js";
import { type NoAnswer, noAnswer } from "../../foundation/errors/index.js";
import { formula, type Formula } from "../../foundation/explain/index.js";
import { broken, contained, demandList, demandNewId } from "../../foundation/guard/index.js";
import { compareMoney, Money } from "../../foundation/money/index.js";
import { Id, listById, oneCurrency, parse, rule, schema } from "../../foundation/schema/index.js";
import { DiscountRate } from "../flows/cash-flow.js";
import { annuityFactor, annuityOf, demandPeriods, PeriodCount } from "./annuity-factor.js";

/** Input of {@link equivalentAnnualCost}. */
export interface EquivalentAnnualCostInput {
  /** What everything spent over the years is worth now. */
  readonly presentCost: Money;
  /** Discount rate for a year; 0.1 is 10 %. Above −1. */
  readonly rate: number;
  /** How many years it serves; a whole number from 1 to 10 000. */
  readonly years: number;
}

/** One way of meeting a need; see {@link compareAnnualCosts}. */
export interface AnnualCostOption {
  /** Its id, once in the list. */
  readonly id: string;
  /** What is spent now. */
  readonly initial: Money;
  /** What is spent at the end of each year; same currency. */
  readonly annual: Money;
  /** How many years it serves; a whole number from 1 to 10 000. */
  readonly years: number;
}

/** How to compare; see {@link compareAnnualCosts}. */
export interface CompareAnnualCostsOptions {
  /** Discount rate for a year; 0.1 is 10 %. Above −1. */
  readonly rate: number;
}

/** What an option costs; see {@link compareAnnualCosts}. */
export interface AnnualCostOfOption {
  /** The option's id. */
  readonly id: string;
  /** What everything spent on it is worth now. */
  readonly presentCost: Money;
  /** The level cost at the end of each year that is worth the same. */
  readonly equivalentAnnualCost: Money;
}

/** Options beside each other; see {@link compareAnnualCosts}. */
export interface AnnualCostComparison {
  /** The options in the order they came in. */
  readonly options: readonly AnnualCostOfOption[];
  /** The id of the one with the smallest annual cost. */
  readonly cheapest: string | NoAnswer<"tie">;
}

/** Reads an {@link EquivalentAnnualCostInput}. */
export const EquivalentAnnualCostInput: z.ZodType<EquivalentAnnualCostInput> = /* @__PURE__ */ schema(() =>
  z.strictObject({ presentCost: Money, rate: DiscountRate, years: PeriodCount }),
);

/** Reads an {@link AnnualCostOption}. */
const AnnualCostOption: z.ZodType<AnnualCostOption> = /* @__PURE__ */ schema(() =>
  z.strictObject({ id: Id, initial: Money, annual: Money, years: PeriodCount }),
);

/** Reads the options of {@link compareAnnualCosts}. */
export const AnnualCostOptions: z.ZodType<readonly AnnualCostOption[]> = /* @__PURE__ */ schema(() =>
  listById<AnnualCostOption>(AnnualCostOption).check(
    rule((options: readonly AnnualCostOption[], report) => {
      if (options.length === 0) report("empty", [], "expected at least one option, received none");
      oneCurrency(
        report,
        options.flatMap(({ initial, annual }, i) => [
          [[i, "initial"], initial] as const,
          [[i, "annual"], annual] as const,
        ]),
      );
    }),
  ),
);

/**
 * Equivalent annual cost: the level cost at the end of each year that is worth as much as all that is spent.
 *
 * It makes options comparable that serve for different numbers of years, if each can be renewed at the same cost. At
 * rate 0 it is the present cost divided by the years.
 *
 * @param input - `presentCost`, money; `rate` for a year, above −1; `years` of service, a whole number from 1 to 10 000
 * @returns money for one year
 * @throws DomainError `out-of-range` for a rate of −1 or below, other years, or a cost that reaches 1e24
 * @source Richard A. Brealey, Stewart C. Myers, Franklin Allen, Principles of Corporate Finance, equivalent annual cash
 *   flows
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { equivalentAnnualCost } from "golive-kit/roi";
 *
 * equivalentAnnualCost({ presentCost: money("144", "EUR"), rate: 0.25, years: 2 }).amount; // => "100"
 * ```
 *
 * @function
 */
export const equivalentAnnualCost: Formula<EquivalentAnnualCostInput, Money> = /* @__PURE__ */ formula({
  id: "roi.equivalent-annual-cost",
  title: "Equivalent annual cost",
  unit: "money",
  units: { presentCost: "money", rate: "ratio", years: "years" },
  source: [
    {
      work: "Richard A. Brealey, Stewart C. Myers, Franklin Allen, Principles of Corporate Finance",
      place: "equivalent annual cash flows",
    },
  ],
  compute({ presentCost, rate, years }: EquivalentAnnualCostInput, note) {
    const cost = demandMoney(presentCost, "presentCost");
    demandPeriods(years, "years");
    note.figure("annuity", annuityFactor, { rate, periods: years });
    const annual = cost.div(annuityOf(rate, years, "years"));
    return note("annualCost", "presentCost ÷ annuity", moneyOf(annual, presentCost.currency, "annual cost"));
  },
});

/**
 * Compares options that serve for different numbers of years by their equivalent annual cost.
 *
 * The present costs are not comparable: the longer option costs more because it serves longer.
 *
 * @param options - for each its `id`, what is spent `initial` and `annual`, at the ends of the years, and the `years` it
 *   serves; all money of one currency
 * @param given - `rate` for a year, above −1
 * @returns for each option, in its place, the present cost and the equivalent annual cost, and the id of the `cheapest`:
 *   no answer `tie` when several share the smallest cost
 * @throws DomainError `empty` for no options, `duplicate-id` for an id twice, `currency-mismatch` when the currencies differ
 * @throws DomainError `out-of-range` for a rate of −1 or below, other years, or a cost that reaches 1e24
 * @source Richard A. Brealey, Stewart C. Myers, Franklin Allen, Principles of Corporate Finance, equivalent annual cash
 *   flows
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { compareAnnualCosts } from "golive-kit/roi";
 *
 * const keep = { id: "keep", initial: money("0", "EUR"), annual: money("130", "EUR"), years: 1 };
 * const renew = { id: "renew", initial: money("144", "EUR"), annual: money("20", "EUR"), years: 2 };
 *
 * compareAnnualCosts([keep, renew], { rate: 0.25 }).cheapest; // => "renew"
 * ```
 */
export function compareAnnualCosts(
  options: readonly AnnualCostOption[],
  given: CompareAnnualCostsOptions,
): AnnualCostComparison {
  return contained("compareAnnualCosts", () => {
    const [first] = demandList<AnnualCostOption | undefined>(options, "options");
    if (first === undefined) throw broken("empty", "options", "a list of at least one option", options);
    demandMoney(first.initial, "options[0].initial", ["options", 0, "initial"]);
    const { currency } = first.initial;
    const seen = new Set<string>();
    const compared = options.map(({ id, initial, annual, years }, i) => {
      const subject = `options[${String(i)}]`;
      const now = demandMoneyIn(currency, initial, `${subject}.initial`, ["options", i, "initial"]);
      const yearly = demandMoneyIn(currency, annual, `${subject}.annual`, ["options", i, "annual"]);
      demandPeriods(years, `${subject}.years`, ["options", i, "years"]);
      const annuity = annuityOf(given.rate, years, "years");
      const presentCost = now.plus(yearly.times(annuity));
      return {
        id: demandNewId(seen, id, ["options", i, "id"]),
        presentCost: moneyOf(presentCost, currency, "present cost"),
        equivalentAnnualCost: moneyOf(presentCost.div(annuity), currency, "annual cost"),
      };
    });
    const [least, next] = [...compared].sort((a, b) => compareMoney(a.equivalentAnnualCost, b.equivalentAnnualCost));
    const tie = least?.equivalentAnnualCost.amount === next?.equivalentAnnualCost.amount;
    return { options: compared, cheapest: least === undefined || tie ? noAnswer("tie") : least.id };
  });
}

/**
 * Reads the input of {@link equivalentAnnualCost} from outside data.
 *
 * @param data - `{ presentCost, rate, years }`; the amount as decimal text or as a number
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { equivalentAnnualCost, parseEquivalentAnnualCostInput } from "golive-kit/roi";
 *
 * const input = parseEquivalentAnnualCostInput({
 *   presentCost: { amount: "1500", currency: "EUR" },
 *   rate: 0,
 *   years: 3,
 * });
 *
 * equivalentAnnualCost(input).amount; // => "500"
 * ```
 */
export function parseEquivalentAnnualCostInput(data: unknown): EquivalentAnnualCostInput {
  return contained("equivalent annual cost", () => parse(EquivalentAnnualCostInput, data, "equivalent annual cost"));
}

/**
 * Reads the options of {@link compareAnnualCosts} from outside data.
 *
 * @param data - a list of `{ id, initial, annual, years }`; amounts as decimal text or as numbers
 * @returns the options, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { compareAnnualCosts, parseAnnualCostOptions } from "golive-kit/roi";
 *
 * const initial = { amount: "90", currency: "EUR" };
 * const annual = { amount: "0", currency: "EUR" };
 * const options = parseAnnualCostOptions([{ id: "rent", initial, annual, years: 3 }]);
 *
 * compareAnnualCosts(options, { rate: 0 }).options[0]?.equivalentAnnualCost.amount; // => "30"
 * ```
 */
export function parseAnnualCostOptions(data: unknown): readonly AnnualCostOption[] {
  return contained("annual cost options", () => parse(AnnualCostOptions, data, "annual cost options"));
}
