import { type Decimal, demandMoney, demandMoneyIn, moneyOf } from "../../foundation/decimal/index.js";
import { type NoAnswer, noAnswer } from "../../foundation/errors/index.js";
import { broken, contained, demandFinite } from "../../foundation/guard/index.js";
import type { Money } from "../../foundation/money/index.js";

/** Where to look for a break-even; see {@link breakEven}. */
export interface BreakEvenBounds {
  /** The lowest value of the driver that is looked at. */
  readonly low: number;
  /** The highest; above `low`. */
  readonly high: number;
}

/** The value of a driver at which a result is zero; see {@link breakEven}. */
export interface BreakEven {
  /** The value, from `low` to `high`. */
  readonly value: number;
  /** The result there: zero, or as near to it as a number for the driver can bring it. */
  readonly result: Money;
  /** Which way the result goes from `low` to `high`; `flat` when it is zero at both. */
  readonly direction: "rising" | "falling" | "flat";
}

/** Why there is no break-even: the result has one sign at both bounds. */
export type NoBreakEven = NoAnswer<"above-zero-at-both-bounds" | "below-zero-at-both-bounds">;

/** Halvings that part any two doubles: 2^11 exponents and 53 digits, with room to spare. */
const MAX_STEPS = 2_200;
/** Significant digits that tell any two doubles apart. */
const DIGITS = 17;

/**
 * Break-even of any driver: the value at which a result is zero, between two bounds at which it has different signs.
 *
 * The interval is halved until the result is zero or no number lies within it. Money has 12 decimals, so that several
 * values may make the result zero: the one of the fewest digits is given. All rests on the change of sign: where the
 * result crosses zero several times between the bounds, one of the crossings is given, and where it jumps over zero, the
 * place of the jump, with a `result` that is not zero. Two crossings leave one sign at both bounds, and no answer: look
 * between narrower bounds.
 *
 * @param model - a pure function from the driver's value to money: a net present value by slip, by price, by rate
 * @param bounds - `low` and `high`, finite numbers, in units of the driver
 * @returns the `value`, the `result` there and its `direction`; no answer `above-zero-at-both-bounds` or
 *   `below-zero-at-both-bounds` when the result has one sign at both
 * @throws DomainError `out-of-range` when `low` is not below `high`, `not-finite` or `wrong-type` for bounds that are no
 *   finite numbers
 * @throws DomainError `wrong-type` when the model gives anything but money, `currency-mismatch` when it gives several
 *   currencies; and whatever error of the library the model throws itself
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { breakEven, netPresentValue } from "golive-kit/roi";
 *
 * const flows = ["-100", "60", "72"].map((amount) => money(amount, "EUR"));
 * const byRate = (rate: number) => netPresentValue({ rate, flows, timing: "start" });
 *
 * breakEven(byRate, { low: 0, high: 1 });
 * // => { value: 0.2, result: { amount: "0", currency: "EUR" }, direction: "falling" }
 * breakEven(byRate, { low: 0.3, high: 1 }); // => { kind: "none", reason: "below-zero-at-both-bounds" }
 * ```
 */
export function breakEven(model: (value: number) => Money, bounds: BreakEvenBounds): BreakEven | NoBreakEven {
  return contained("breakEven", () => {
    if (typeof model !== "function") throw broken("wrong-type", "model", "a function", model);
    const low = demandFinite(bounds.low, "low");
    const high = demandFinite(bounds.high, "high");
    if (low >= high) throw broken("out-of-range", "low", `below high, ${String(high)}`, low);

    let below = tried(model, low);
    let above = tried(model, high, below.money.currency);
    const direction = below.amount.eq(above.amount) ? "flat" : below.amount.lt(above.amount) ? "rising" : "falling";
    for (const { value, money, amount } of [below, above]) {
      if (amount.isZero()) return { value, result: money, direction };
    }
    if (below.amount.lt(0) === above.amount.lt(0)) {
      return noAnswer(below.amount.lt(0) ? "below-zero-at-both-bounds" : "above-zero-at-both-bounds");
    }
    for (let step = 0; step < MAX_STEPS; step++) {
      const middle = below.value / 2 + above.value / 2;
      if (middle <= below.value || middle >= above.value) break;
      const now = tried(model, middle, below.money.currency);
      if (now.amount.isZero()) {
        const isZero = (value: number): boolean => tried(model, value, below.money.currency).amount.isZero();
        return { value: shortest(middle, below.value, above.value, isZero), result: now.money, direction };
      }
      if (now.amount.lt(0) === below.amount.lt(0)) below = now;
      else above = now;
    }
    const { value, money } = above.amount.abs().lt(below.amount.abs()) ? above : below;
    return { value, result: money, direction };
  });
}

/** A value of the driver, and what the model gives for it. */
interface Trial {
  readonly value: number;
  readonly money: Money;
  readonly amount: Decimal;
}

/** Money has 12 decimals, so that a stretch of values can make it zero: the one of the fewest digits near `value`. */
function shortest(value: number, low: number, high: number, isZero: (value: number) => boolean): number {
  for (let digits = 1; digits < DIGITS; digits++) {
    const rounded = Number(value.toPrecision(digits));
    if (rounded > low && rounded < high && isZero(rounded)) return rounded;
  }
  return value;
}

function tried(model: (value: number) => Money, value: number, currency?: string): Trial {
  const money = model(value);
  const amount = currency === undefined ? demandMoney(money, "result") : demandMoneyIn(currency, money, "result");
  return { value, money: moneyOf(amount, money.currency), amount };
}
