import * as z from "zod";

import { Decimal, demandMoney, demandMoneyIn, moneyOf } from "../../foundation/decimal/index.js";
import { type NoAnswer, noAnswer } from "../../foundation/errors/index.js";
import { broken, contained, demandList, demandNewId } from "../../foundation/guard/index.js";
import type { Money } from "../../foundation/money/index.js";
import { Id, listById, oneCurrency, parse, rule, schema } from "../../foundation/schema/index.js";
import { CashFlows, demandFlows, DiscountRate } from "../flows/cash-flow.js";
import { internalRateOfReturn, type NoInternalRate } from "../rate/internal-rate-of-return.js";
import { netPresentValue } from "../value/net-present-value.js";

/** One way of doing something, by its cash flows. */
export interface Alternative {
  /** Its id, once in the list. */
  readonly id: string;
  /** One amount for each period from period 0 on, below zero for money spent; one currency in all. At least one. */
  readonly flows: readonly Money[];
}

/** Alternatives that exclude each other, and the rate to judge them at; see {@link rankAlternatives}. */
export interface AlternativesInput {
  /** Discount rate for one period; 0.1 is 10 %. Above −1. */
  readonly rate: number;
  /** The alternatives, at least one. Leave out what all of them have in common. */
  readonly alternatives: readonly Alternative[];
}

/** An alternative in its place; see {@link rankAlternatives}. */
export interface RankedAlternative {
  /** The alternative's id. */
  readonly id: string;
  /** What it is worth, flow 0 falling now. */
  readonly netPresentValue: Money;
  /** Its own internal rate of return, which does not decide. */
  readonly internalRate: number | NoInternalRate;
  /** The internal rate of the flows that it has more than the next best; `last-ranked` when there is no next. */
  readonly incrementalRate: number | NoInternalRate | NoAnswer<"last-ranked">;
}

/** Reads an {@link Alternative}. */
export const Alternative: z.ZodType<Alternative> = /* @__PURE__ */ schema(() =>
  z.strictObject({ id: Id, flows: CashFlows }),
);

/** Reads an {@link AlternativesInput}. */
export const AlternativesInput: z.ZodType<AlternativesInput> = /* @__PURE__ */ schema(() =>
  z.strictObject({ rate: DiscountRate, alternatives: listById<Alternative>(Alternative) }).check(
    rule(({ alternatives }: AlternativesInput, report) => {
      if (alternatives.length === 0) report("empty", ["alternatives"], "expected at least one, received none");
      const currency = alternatives[0]?.flows[0]?.currency;
      alternatives.forEach(({ flows }, i) => {
        // Within one alternative the flows were held against each other already.
        oneCurrency(report, [[["alternatives", i, "flows", 0], flows[0]]], currency);
      });
    }),
  ),
);

/**
 * Ranks alternatives that exclude each other by net present value, with the internal rate of what each has more than the
 * next best.
 *
 * The internal rates of the alternatives themselves can order them otherwise: the higher rate often belongs to the
 * smaller gain. The incremental rate settles it: where the better one spends more, it is above the discount rate, so
 * that the extra money earns more than it costs.
 *
 * @param input - `rate` for one period, above −1; `alternatives`, each with an `id` and its `flows` from period 0 on,
 *   which falls now; they may differ in length
 * @returns one row for each, the highest net present value first; equal ones in the order of the input
 * @throws DomainError `out-of-range` for a rate of −1 or below, or a present value or a difference that reaches
 *   1e24
 * @throws DomainError `empty` for no alternative or one without flows, `duplicate-id` for an id twice,
 *   `currency-mismatch` when the currencies differ
 * @throws DomainError `too-many` when the squared sign changes times the flows of one pass 1e9
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { rankAlternatives } from "golive-kit/roi";
 *
 * const euros = (...amounts: string[]) => amounts.map((amount) => money(amount, "EUR"));
 * const [best, next] = rankAlternatives({
 *   rate: 0.1,
 *   alternatives: [
 *     { id: "pilot", flows: euros("-100", "150") },
 *     { id: "rollout", flows: euros("-1000", "1275") },
 *   ],
 * });
 *
 * [best?.id, best?.internalRate, best?.incrementalRate]; // => ["rollout", 0.275, 0.25]
 * [next?.id, next?.internalRate]; // => ["pilot", 0.5]
 * ```
 */
export function rankAlternatives(input: AlternativesInput): readonly RankedAlternative[] {
  return contained("rankAlternatives", () => {
    const { rate } = input;
    const alternatives = demandList(input.alternatives, "alternatives");
    if (alternatives.length === 0) throw broken("empty", "alternatives", "a list of at least one", alternatives);
    const seen = new Set<string>();
    let currency = "";
    const judged = alternatives.map(({ id, flows }, i) => {
      demandNewId(seen, id, ["alternatives", i, "id"]);
      const own = demandFlows(flows, "flows", ["alternatives", i, "flows"]);
      if (i === 0) currency = own.currency;
      else demandMoneyIn(currency, flows[0] as Money, "flows[0]", ["alternatives", i, "flows", 0]);
      const worth = netPresentValue({ rate, flows, timing: "start" });
      return { id, flows, amounts: own.amounts, worth, value: demandMoney(worth, "netPresentValue") };
    });
    // Sorting keeps the order of what is equal.
    const ranked = [...judged].sort((a, b) => b.value.cmp(a.value));
    return ranked.map(({ id, flows, amounts, worth }, i) => {
      const next = ranked[i + 1];
      const more =
        next &&
        Array.from({ length: Math.max(amounts.length, next.amounts.length) }, (_, k) =>
          moneyOf((amounts[k] ?? new Decimal(0)).minus(next.amounts[k] ?? 0), currency, "flow"),
        );
      return {
        id,
        netPresentValue: worth,
        internalRate: internalRateOfReturn({ flows }),
        incrementalRate: more === undefined ? noAnswer("last-ranked") : internalRateOfReturn({ flows: more }),
      };
    });
  });
}

/**
 * Reads alternatives from outside data.
 *
 * @param data - `{ rate, alternatives }`, each alternative `{ id, flows }`
 * @returns the input of {@link rankAlternatives}, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { parseAlternativesInput, rankAlternatives } from "golive-kit/roi";
 *
 * const input = parseAlternativesInput({
 *   rate: 0,
 *   alternatives: [
 *     { id: "keep", flows: [{ amount: "0", currency: "EUR" }] },
 *     { id: "renew", flows: [{ amount: "5", currency: "EUR" }] },
 *   ],
 * });
 *
 * rankAlternatives(input).map(({ id }) => id); // => ["renew", "keep"]
 * ```
 */
export function parseAlternativesInput(data: unknown): AlternativesInput {
  return contained("alternatives", () => parse(AlternativesInput, data, "alternatives"));
}
