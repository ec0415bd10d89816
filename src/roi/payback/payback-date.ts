import { Decimal, moneyOf } from "../../foundation/decimal/index.js";
import { type NoAnswer, noAnswer } from "../../foundation/errors/index.js";
import { formula, type Formula } from "../../foundation/explain/index.js";
import { civilDateOf, contained } from "../../foundation/guard/index.js";
import type { Money } from "../../foundation/money/index.js";
import type { CivilDate } from "../../foundation/time/index.js";
import { byDay, type DatedFlows, demandDatedFlows, type NetFlow } from "../flows/dated-flows.js";
import { firstRiseOf, lowestFrom, recoveryOf, runningBalance } from "./payback.js";

/** How the balance of dated cash flows runs; see {@link assessDatedPayback}. */
export interface DatedPaybackProfile {
  /** The first date from which on the balance is never below zero again. */
  readonly paybackDate: CivilDate | NoAnswer<"never-pays-back">;
  /** Days to it from the first date on which more went out than came in; 0 when the balance is never below zero. */
  readonly days: number | NoAnswer<"never-pays-back">;
  /** The first date on which the balance rises from below zero to zero. */
  readonly firstCrossingDate: CivilDate | NoAnswer<"never-pays-back">;
  /** The first date on which more goes out than comes in; nothing when there is none. */
  readonly firstSpendDate?: CivilDate;
  /** The most that is out at the end of any day. */
  readonly maximumExposure: Money;
  /** The balance at the end. */
  readonly endBalance: Money;
  /** What is missing at the end; zero when the money is back. */
  readonly shortfall: Money;
  /** `non-monotonic` when the balance falls below zero again after it had risen to it. */
  readonly warnings: readonly "non-monotonic"[];
}

/**
 * Payback date: the date on which the money spent is back for good.
 *
 * Flows of one day are added first; the balance changes on the dates of flows only, so the payback falls on one of them.
 *
 * @param input - `dates`, civil dates in any order, and `flows`, money of one currency, one for each date; below zero for
 *   money spent
 * @returns a civil date: the first from which on the balance is never below zero again; no answer `never-pays-back` when it
 *   is below zero at the end
 * @throws DomainError `empty` for no flows, `currency-mismatch` when the currencies differ, `invalid-date` for a day that
 *   does not exist, `inconsistent` when the lists differ in length, `out-of-range` for a balance that reaches 1e24
 * @source Richard A. Brealey, Stewart C. Myers, Franklin Allen, Principles of Corporate Finance, payback rule
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { paybackDate } from "golive-kit/roi";
 *
 * const flows = ["-60000", "50000", "20000"].map((amount) => money(amount, "EUR"));
 *
 * paybackDate({ dates: ["2026-01-15", "2026-06-30", "2026-12-31"], flows }); // => "2026-12-31"
 * ```
 *
 * @function
 */
export const paybackDate: Formula<DatedFlows, CivilDate | NoAnswer<"never-pays-back">> = /* @__PURE__ */ formula({
  id: "roi.payback-date",
  title: "Payback date",
  unit: "date",
  units: { dates: "date", flows: "money" },
  outcomes: { "never-pays-back": "endBalance < 0" },
  source: [
    {
      work: "Richard A. Brealey, Stewart C. Myers, Franklin Allen, Principles of Corporate Finance",
      place: "payback rule",
    },
  ],
  compute(input: DatedFlows, note) {
    const { currency, netted, balance } = datedBalance(input);
    const lowest = lowestFrom(balance);
    note.table(
      {
        date: { unit: "date" },
        netFlow: { unit: "money" },
        balance: { unit: "money" },
        lowestFromHere: { unit: "money" },
      },
      () =>
        netted.map(({ day, amount }, k) => ({
          date: civilDateOf(day),
          netFlow: moneyOf(amount, currency),
          balance: moneyOf(balance[k] ?? new Decimal(0), currency, "balance"),
          lowestFromHere: moneyOf(lowest[k] ?? new Decimal(0), currency, "balance"),
        })),
    );
    const end = balance.at(-1) ?? new Decimal(0);
    note("endBalance", "sum[t](netFlow[t])", moneyOf(end, currency, "balance"));
    if (end.lt(0)) return note.none("never-pays-back");
    const recovery = note("recovery", "count[t](lowestFromHere[t] < 0)", recoveryOf(balance));
    return note("paybackDate", "date[recovery]", civilDateOf(netted[recovery]?.day ?? 0));
  },
});

/**
 * Looks at the running balance of dated cash flows: when the money is back, how much is out at most, and whether the
 * balance falls again after it had recovered.
 *
 * @param input - `dates`, civil dates in any order, and `flows`, money of one currency, one for each date; below zero for
 *   money spent
 * @returns the dates and amounts; `days` count from the first date on which more went out than came in
 * @throws DomainError `empty` for no flows, `currency-mismatch` when the currencies differ, `invalid-date` for a day that
 *   does not exist, `inconsistent` when the lists differ in length, `out-of-range` for a balance that reaches 1e24
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { assessDatedPayback } from "golive-kit/roi";
 *
 * const { paybackDate, days, maximumExposure } = assessDatedPayback({
 *   dates: ["2026-01-15", "2026-06-30", "2026-12-31"],
 *   flows: ["-60000", "50000", "20000"].map((amount) => money(amount, "EUR")),
 * });
 *
 * paybackDate; // => "2026-12-31"
 * days; // => 350
 * maximumExposure.amount; // => "60000"
 * ```
 */
export function assessDatedPayback(input: DatedFlows): DatedPaybackProfile {
  return contained("assessDatedPayback", () => {
    const { currency, netted, balance } = datedBalance(input);
    const end = balance.at(-1) ?? new Decimal(0);
    const lowest = Decimal.min(0, lowestFrom(balance)[0] ?? 0);
    const never = noAnswer("never-pays-back");
    const recovery = netted[recoveryOf(balance)];
    const firstSpend = netted.find(({ amount }) => amount.lt(0));
    const earliest = netted[0];
    // The first rise of a balance that starts above zero is its start.
    const rise = firstRiseOf(balance);
    const crossing = netted[rise] ?? (lowest.lt(0) ? undefined : earliest);
    const from = lowest.lt(0) ? firstSpend : recovery;
    return {
      paybackDate: recovery === undefined ? never : civilDateOf(recovery.day),
      days: recovery === undefined ? never : recovery.day - (from?.day ?? recovery.day),
      firstCrossingDate: crossing === undefined ? never : civilDateOf(crossing.day),
      ...(firstSpend !== undefined && { firstSpendDate: civilDateOf(firstSpend.day) }),
      maximumExposure: moneyOf(lowest.negated(), currency, "exposure"),
      endBalance: moneyOf(end, currency, "balance"),
      shortfall: moneyOf(Decimal.max(0, end.negated()), currency, "shortfall"),
      warnings: balance.some((now, k) => k > rise && now.lt(0)) ? ["non-monotonic"] : [],
    };
  });
}

/** The flows by day, and their running sum. */
function datedBalance(input: DatedFlows): {
  readonly currency: string;
  readonly netted: readonly NetFlow[];
  readonly balance: readonly Decimal[];
} {
  const { currency, days, amounts } = demandDatedFlows(input);
  const netted = byDay(days, amounts);
  return { currency, netted, balance: runningBalance(netted.map(({ amount }) => amount)) };
}
