import { Decimal, moneyOf } from "../../foundation/decimal/index.js";
import { type NoAnswer, noAnswer } from "../../foundation/errors/index.js";
import { contained } from "../../foundation/guard/index.js";
import type { Money } from "../../foundation/money/index.js";
import { demandFlows } from "../flows/cash-flow.js";
import { firstRiseOf, lowestFrom, recoveryOf, runningBalance, timeOfRise } from "./payback.js";
import { discountFactors, presentAmounts } from "../value/present-values.js";

/** How the balance of a series of cash flows runs; see {@link assessPayback}. */
export interface PaybackProfile {
  /** Whether the balance is zero or above at the end. */
  readonly paysBack: boolean;
  /** When the balance rises to zero for good, in periods. */
  readonly payback: number | NoAnswer<"never-pays-back">;
  /** When it first does. */
  readonly firstCrossing: number | NoAnswer<"never-pays-back">;
  /** The most that is out at the end of any period. */
  readonly maximumExposure: Money;
  /** The balance at the end. */
  readonly endBalance: Money;
  /** What is missing at the end; zero when the money is back. */
  readonly shortfall: Money;
  /** `non-monotonic` when the balance falls below zero again after it had risen to it. */
  readonly warnings: readonly "non-monotonic"[];
}

/** How to look at the balance; see {@link assessPayback}. */
export interface AssessPaybackOptions {
  /** Discount rate for one period, above −1; the balance is then that of the present values, flow 0 falling now. */
  readonly rate?: number;
}

/**
 * Looks at the running balance of cash flows: when the money is back, how much is out at most, and whether the balance
 * falls again after it had recovered.
 *
 * @param flows - money of one currency from period 0 on, below zero for money spent
 * @param options - `rate` for the balance of the present values
 * @returns what `payback` (or `discountedPayback`), `firstCrossing`, `maximumExposure` and `paybackShortfall` answer, and
 *   whether the balance falls again
 * @throws DomainError `empty` for no flows, `currency-mismatch` when the currencies differ
 * @throws DomainError `out-of-range` for a rate of −1 or below, or a present value or a balance that reaches 1e24
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { assessPayback } from "golive-kit/roi";
 *
 * const profile = assessPayback(["-100", "120", "-50", "40"].map((amount) => money(amount, "EUR")));
 *
 * profile.payback; // => 2.75
 * profile.warnings; // => ["non-monotonic"]
 * ```
 */
export function assessPayback(flows: readonly Money[], options: AssessPaybackOptions = {}): PaybackProfile {
  return contained("assessPayback", () => {
    const { currency, amounts } = demandFlows(flows);
    const { rate } = options;
    const seen = rate === undefined ? amounts : presentAmounts(amounts, discountFactors(rate, "start", amounts.length));
    const balance = runningBalance(seen);
    const first = firstRiseOf(balance);
    const end = balance.at(-1) ?? new Decimal(0);
    const lowest = Decimal.min(0, lowestFrom(balance)[0] ?? 0);
    const never = noAnswer("never-pays-back");
    const fallsAgain = balance.some((now, k) => k > first && now.lt(0));
    return {
      paysBack: !end.lt(0),
      payback: end.lt(0) ? never : timeOfRise(seen, balance, recoveryOf(balance)),
      firstCrossing: first < balance.length ? timeOfRise(seen, balance, first) : lowest.lt(0) ? never : 0,
      maximumExposure: moneyOf(lowest.negated(), currency, "exposure"),
      endBalance: moneyOf(end, currency, "balance"),
      shortfall: moneyOf(Decimal.max(0, end.negated()), currency, "shortfall"),
      warnings: fallsAgain ? ["non-monotonic"] : [],
    };
  });
}
