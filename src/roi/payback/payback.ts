import { Decimal, moneyOf, numberOf } from "../../foundation/decimal/index.js";
import type { NoAnswer } from "../../foundation/errors/index.js";
import { formula, type Formula } from "../../foundation/explain/index.js";
import type { Money } from "../../foundation/money/index.js";
import { type CashFlowsInput, demandFlows, demandSizes } from "../flows/cash-flow.js";

/** The source of the figures of this file. */
const SOURCE = {
  work: "Richard A. Brealey, Stewart C. Myers, Franklin Allen, Principles of Corporate Finance",
  place: "payback rule",
} as const;

/**
 * Payback period: the time after which the money spent is back for good.
 *
 * Flow 0 falls at time 0, and flow k comes in evenly between k − 1 and k. Where the balance rises to zero and falls
 * below it again, the last rise counts; the first is {@link firstCrossing}. Money is not discounted here, see
 * `discountedPayback`, and what comes after the payback does not count.
 *
 * @param input - `flows`, money of one currency from period 0 on, below zero for money spent
 * @returns periods, with a fraction; 0 when the balance is never below zero; no answer `never-pays-back` when the
 *   balance is below zero at the end (how much is `paybackShortfall`)
 * @throws DomainError `empty` for no flows, `currency-mismatch` when the currencies differ
 * @throws DomainError `out-of-range` for a balance that reaches 1e24
 * @source Richard A. Brealey, Stewart C. Myers, Franklin Allen, Principles of Corporate Finance, payback rule
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { payback } from "golive-kit/roi";
 *
 * const euros = (amounts: string[]) => amounts.map((amount) => money(amount, "EUR"));
 *
 * payback({ flows: euros(["-100", "120", "-50", "40"]) }); // => 2.75
 * payback({ flows: euros(["-100", "10", "10"]) }); // => { kind: "none", reason: "never-pays-back" }
 * ```
 *
 * @function
 */
export const payback: Formula<CashFlowsInput, number | NoAnswer<"never-pays-back">> = /* @__PURE__ */ formula({
  id: "roi.payback",
  title: "Payback period",
  unit: "periods",
  units: { flows: "money" },
  outcomes: { "never-pays-back": "endBalance < 0" },
  source: [SOURCE],
  compute({ flows }: CashFlowsInput, note) {
    const { currency, amounts } = demandFlows(flows);
    const balance = runningBalance(amounts);
    note.table(
      {
        period: { unit: "count" },
        flow: { unit: "money" },
        balance: { unit: "money", expression: "sum[t](if(t ≤ period, flows[t], 0))" },
        lowestFromHere: { unit: "money" },
      },
      () => {
        const lowest = lowestFrom(balance);
        return amounts.map((amount, k) => ({
          period: k,
          flow: moneyOf(amount, currency),
          balance: moneyOf(at(balance, k), currency, "balance"),
          lowestFromHere: moneyOf(at(lowest, k), currency, "balance"),
        }));
      },
    );
    const end = at(balance, balance.length - 1);
    note("endBalance", "sum[t](flows[t])", moneyOf(end, currency, "balance"));
    if (end.lt(0)) return note.none("never-pays-back");
    const recovery = note("recovery", "count[t](lowestFromHere[t] < 0)", recoveryOf(balance));
    return note(
      "payback",
      "if(recovery = 0, 0, recovery − 1 − balance[recovery − 1] ÷ flow[recovery])",
      timeOfRise(amounts, balance, recovery),
    );
  },
});

/**
 * First crossing: the time at which the balance first rises from below zero to zero.
 *
 * The balance may fall below zero again later, by a second outlay; {@link payback} is the figure to decide by.
 *
 * @param input - `flows`, money of one currency from period 0 on, below zero for money spent
 * @returns periods, with a fraction; 0 when the balance is never below zero; no answer `never-pays-back` when it never
 *   rises to zero
 * @throws DomainError `empty` for no flows, `currency-mismatch` when the currencies differ
 * @throws DomainError `out-of-range` for a balance that reaches 1e24
 * @source Richard A. Brealey, Stewart C. Myers, Franklin Allen, Principles of Corporate Finance, payback rule
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { firstCrossing } from "golive-kit/roi";
 *
 * const flows = ["-100", "160", "-80", "40"].map((amount) => money(amount, "EUR"));
 *
 * firstCrossing({ flows }); // => 0.625
 * ```
 *
 * @function
 */
export const firstCrossing: Formula<CashFlowsInput, number | NoAnswer<"never-pays-back">> = /* @__PURE__ */ formula({
  id: "roi.first-crossing",
  title: "First crossing of zero",
  unit: "periods",
  units: { flows: "money" },
  outcomes: { "never-pays-back": "deficits > 0 and crossing = length(flows)" },
  source: [SOURCE],
  compute({ flows }: CashFlowsInput, note) {
    const { currency, amounts } = demandFlows(flows);
    const balance = runningBalance(amounts);
    note.table(
      {
        period: { unit: "count" },
        flow: { unit: "money" },
        balance: { unit: "money", expression: "sum[t](if(t ≤ period, flows[t], 0))" },
        risesSoFar: { unit: "count" },
      },
      () => {
        let soFar = 0;
        return amounts.map((amount, k) => ({
          period: k,
          flow: moneyOf(amount, currency),
          balance: moneyOf(at(balance, k), currency, "balance"),
          risesSoFar: (soFar += risesAt(balance, k) ? 1 : 0),
        }));
      },
    );
    const deficits = note("deficits", "count[t](balance[t] < 0)", balance.filter((now) => now.lt(0)).length);
    const crossing = note("crossing", "count[t](risesSoFar[t] = 0)", firstRiseOf(balance));
    if (deficits > 0 && crossing === balance.length) return note.none("never-pays-back");
    return note(
      "firstCrossing",
      "if(deficits = 0, 0, crossing − 1 − balance[crossing − 1] ÷ flow[crossing])",
      deficits === 0 ? 0 : timeOfRise(amounts, balance, crossing),
    );
  },
});

/**
 * Maximum exposure: the most money that is out at the end of any period.
 *
 * @param input - `flows`, money of one currency from period 0 on, below zero for money spent
 * @returns money of zero or above; zero when the balance is never below zero
 * @throws DomainError `empty` for no flows, `currency-mismatch` when the currencies differ
 * @throws DomainError `out-of-range` for a balance that reaches 1e24
 * @source Definition: the lowest cumulative cash flow, as an amount that is out
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { maximumExposure } from "golive-kit/roi";
 *
 * const flows = ["-100", "-50", "80", "80"].map((amount) => money(amount, "EUR"));
 *
 * maximumExposure({ flows }).amount; // => "150"
 * ```
 *
 * @function
 */
export const maximumExposure: Formula<CashFlowsInput, Money> = /* @__PURE__ */ formula({
  id: "roi.maximum-exposure",
  title: "Maximum exposure",
  unit: "money",
  units: { flows: "money" },
  source: [{ work: "Definition", place: "the lowest cumulative cash flow, as an amount that is out" }],
  compute({ flows }: CashFlowsInput, note) {
    const { currency, amounts } = demandFlows(flows);
    const balance = runningBalance(amounts);
    let lowest = new Decimal(0);
    const lowestSoFar = balance.map((now) => (lowest = Decimal.min(lowest, now)));
    note.table(
      {
        period: { unit: "count" },
        flow: { unit: "money" },
        balance: { unit: "money", expression: "sum[t](if(t ≤ period, flows[t], 0))" },
        lowestSoFar: { unit: "money" },
      },
      () =>
        amounts.map((amount, k) => ({
          period: k,
          flow: moneyOf(amount, currency),
          balance: moneyOf(at(balance, k), currency, "balance"),
          lowestSoFar: moneyOf(at(lowestSoFar, k), currency, "balance"),
        })),
    );
    return note("exposure", "−lowestSoFar[length(flows) − 1]", moneyOf(lowest.negated(), currency, "exposure"));
  },
});

/**
 * Payback shortfall: what is still missing at the end for the money spent to be back.
 *
 * @param input - `flows`, money of one currency from period 0 on, below zero for money spent
 * @returns money of zero or above; zero when the money is back
 * @throws DomainError `empty` for no flows, `currency-mismatch` when the currencies differ
 * @throws DomainError `out-of-range` for a balance that reaches 1e24
 * @source Richard A. Brealey, Stewart C. Myers, Franklin Allen, Principles of Corporate Finance, payback rule
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { paybackShortfall } from "golive-kit/roi";
 *
 * const flows = ["-100", "10", "10"].map((amount) => money(amount, "EUR"));
 *
 * paybackShortfall({ flows }).amount; // => "80"
 * ```
 *
 * @function
 */
export const paybackShortfall: Formula<CashFlowsInput, Money> = /* @__PURE__ */ formula({
  id: "roi.payback-shortfall",
  title: "Payback shortfall",
  unit: "money",
  units: { flows: "money" },
  source: [SOURCE],
  compute({ flows }: CashFlowsInput, note) {
    const { currency, amounts } = demandFlows(flows);
    const end = at(runningBalance(amounts), amounts.length - 1);
    note("endBalance", "sum[t](flows[t])", moneyOf(end, currency, "balance"));
    return note("shortfall", "max(0, −endBalance)", moneyOf(Decimal.max(0, end.negated()), currency));
  },
});

/** The sum of the flows up to and with each period; none may reach 1e24. */
export function runningBalance(amounts: readonly Decimal[]): readonly Decimal[] {
  let sum = new Decimal(0);
  return demandSizes(
    amounts.map((amount) => (sum = sum.plus(amount))),
    "balance",
  );
}

/** The lowest balance at the end of each period or of any later one. */
export function lowestFrom(balance: readonly Decimal[]): readonly Decimal[] {
  const lowest = [...balance];
  for (let k = lowest.length - 2; k >= 0; k--) lowest[k] = Decimal.min(at(lowest, k), at(lowest, k + 1));
  return lowest;
}

/** The first period from whose end on the balance is never below zero; the number of periods when there is none. */
export function recoveryOf(balance: readonly Decimal[]): number {
  let recovery = balance.length;
  while (recovery > 0 && !at(balance, recovery - 1).lt(0)) recovery--;
  return recovery;
}

/** The first period in which the balance rises from below zero to zero; the number of periods when there is none. */
export function firstRiseOf(balance: readonly Decimal[]): number {
  const first = balance.findIndex((_, k) => risesAt(balance, k));
  return first < 0 ? balance.length : first;
}

/** Whether the balance rises from below zero to zero in a period. */
export function risesAt(balance: readonly Decimal[], period: number): boolean {
  return period > 0 && at(balance, period - 1).lt(0) && !at(balance, period).lt(0);
}

/** When the balance reaches zero within a period at whose start it was below: flow k comes in evenly up to k. */
export function timeOfRise(amounts: readonly Decimal[], balance: readonly Decimal[], period: number): number {
  if (period === 0) return 0;
  const part = at(balance, period - 1)
    .div(at(amounts, period))
    .negated();
  return numberOf(part.plus(period - 1), "payback");
}

function at(list: readonly Decimal[], k: number): Decimal {
  return list[k] ?? new Decimal(0);
}
