import { canonicalText, type DecimalText, MAX_DECIMALS } from "./decimal-text.js";
import { Decimal } from "./decimal.js";

/** Digits that a double holds exactly, one spared so that sums of two stay exact. */
const FAST_DIGITS = 15;
const FLUSH_AT = 8e15;
const POWERS = /* @__PURE__ */ Array.from({ length: MAX_DECIMALS + 1 }, (_, i) => BigInt(`1${"0".repeat(i)}`));

/**
 * An exact sum of many amounts. Rows of up to 15 digits are added as whole
 * numbers in doubles, one running sum for each number of decimals, and carried
 * into a big integer before a sum could lose a digit: no decimal object is made
 * for a row, which is what makes a million rows fast.
 */
export class ExactSum {
  private readonly fast = new Float64Array(MAX_DECIMALS + 1);
  private readonly carried: bigint[] = [];

  /**
   * Adds one amount.
   *
   * @param text - an amount as plain decimal text
   * @returns whether it was one: at most 24 digits before and 12 after the point
   */
  add(text: string): boolean {
    const length = text.length;
    const negative = text.charCodeAt(0) === 45;
    const first = negative ? 1 : 0;
    let value = 0;
    let decimals = -1;
    for (let i = first; i < length; i++) {
      const digit = text.charCodeAt(i) - 48;
      if (digit >= 0 && digit <= 9) {
        value = value * 10 + digit;
        if (decimals >= 0) decimals++;
      } else if (digit === -2 && decimals < 0 && i > first && i < length - 1) decimals = 0;
      else return false;
    }
    const scale = decimals < 0 ? 0 : decimals;
    const digits = length - first - (decimals < 0 ? 0 : 1);
    if (digits === 0 || scale > MAX_DECIMALS || digits - scale > 24) return false;
    if (digits > FAST_DIGITS) {
      this.carry(scale, BigInt(text.replace(".", "")));
      return true;
    }
    const sum = (this.fast[scale] ?? 0) + (negative ? -value : value);
    this.fast[scale] = sum;
    if (sum > FLUSH_AT || sum < -FLUSH_AT) this.flush(scale);
    return true;
  }

  /**
   * The sum so far.
   *
   * @param subject - what the sum is, for the error
   * @returns canonical text, exact
   * @throws DomainError `out-of-range` when the sum reaches 1e24
   */
  total(subject: string): DecimalText {
    let total = 0n;
    for (let scale = 0; scale <= MAX_DECIMALS; scale++) {
      this.flush(scale);
      total += (this.carried[scale] ?? 0n) * (POWERS[MAX_DECIMALS - scale] ?? 1n);
    }
    const negative = total < 0n;
    const digits = String(negative ? -total : total).padStart(MAX_DECIMALS + 1, "0");
    const cut = digits.length - MAX_DECIMALS;
    return canonicalText(new Decimal(`${negative ? "-" : ""}${digits.slice(0, cut)}.${digits.slice(cut)}`), subject);
  }

  private carry(scale: number, value: bigint): void {
    this.carried[scale] = (this.carried[scale] ?? 0n) + value;
  }

  private flush(scale: number): void {
    this.carry(scale, BigInt(this.fast[scale] ?? 0));
    this.fast[scale] = 0;
  }
}
