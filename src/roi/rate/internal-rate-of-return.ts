import type { NoAnswer } from "../../foundation/errors/index.js";
import { formula, type Formula } from "../../foundation/explain/index.js";
import type { CashFlowsInput } from "../flows/cash-flow.js";
import { internalRates } from "./internal-rates.js";

/** Why there is no internal rate of return; see {@link internalRateOfReturn}. */
export type NoInternalRate = NoAnswer<"no-cash-flow" | "no-rate" | "not-unique">;

/**
 * Internal rate of return: the one rate at which the present value of the flows is zero.
 *
 * It is given only where it is the only one above −1; `internalRates` lists them all. Choose between cases by net
 * present value: the higher rate can belong to the smaller gain.
 *
 * @param input - `flows`, money of one currency from period 0 on, below zero for money spent
 * @returns a ratio for one period; no answer `no-cash-flow` when all flows are zero, `no-rate` when no rate will do,
 *   as when money flows one way only, `not-unique` when several do
 * @throws DomainError `empty` for no flows, `currency-mismatch` when the currencies differ
 * @throws DomainError `too-many` when the squared sign changes times the flows pass 1e9
 * @source Richard A. Brealey, Stewart C. Myers, Franklin Allen, Principles of Corporate Finance, internal rate of
 *   return
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { internalRateOfReturn } from "golive-kit/roi";
 *
 * const euros = (amounts: string[]) => amounts.map((amount) => money(amount, "EUR"));
 *
 * internalRateOfReturn({ flows: euros(["-100", "110"]) }); // => 0.1
 * internalRateOfReturn({ flows: euros(["-100", "230", "-132"]) }); // => { kind: "none", reason: "not-unique" }
 * ```
 *
 * @function
 */
export const internalRateOfReturn: Formula<CashFlowsInput, number | NoInternalRate> = /* @__PURE__ */ formula({
  id: "roi.internal-rate-of-return",
  title: "Internal rate of return",
  unit: "ratio",
  units: { flows: "money" },
  outcomes: {
    "no-cash-flow": "movements = 0",
    "no-rate": "rates = 0",
    "not-unique": "rates > 1",
  },
  source: [
    {
      work: "Richard A. Brealey, Stewart C. Myers, Franklin Allen, Principles of Corporate Finance",
      place: "internal rate of return",
    },
  ],
  compute({ flows }: CashFlowsInput, note) {
    const { roots } = internalRates(flows);
    const movements = flows.filter(({ amount }) => Number(amount) !== 0).length;
    note("movements", "count[t](flows[t] ≠ 0)", movements);
    note.table({ rate: { unit: "ratio" }, growthFactor: { unit: "ratio" }, multiplicity: { unit: "count" } }, () =>
      roots.map(({ rate, growthFactor, multiplicity }) => ({ rate, growthFactor, multiplicity })),
    );
    note("rates", "length(rate)", roots.length);
    if (movements === 0) return note.none("no-cash-flow");
    const [only, another] = roots;
    if (only === undefined) return note.none("no-rate");
    if (another !== undefined) return note.none("not-unique");
    return note.solves("irr", "sum[t](flows[t] ÷ (1 + irr) ^ t) = 0", only.rate);
  },
});
