import { broken, demandFinite } from "../guard/index.js";
import type { Path } from "../errors/index.js";
import { Decimal } from "./decimal.js";

/** Decimals that an amount can have. */
export const MAX_DECIMALS = 12;
/** Digits before the point that an amount can have: it stays below 1e24. */
export const MAX_WHOLE_DIGITS = 24;
/** Significant digits of a number that count as exact. */
const EXACT_DIGITS = 15;
/** Sign, whole digits with a few leading zeros, point, decimals: longer text is refused unread. */
const MAX_LENGTH = 60;
const LIMIT = 1e24;

const GRAMMAR = "a plain decimal such as -12.5";
const RANGE = "below 1e24 in size, with at most 12 decimals";

/** An exact decimal as canonical text: `"50000"`, `"-0.25"`; never `"1e+21"`, `"0.50"`, `"-0"`. */
export type DecimalText = `${number}`;

/** Why a value is no amount. */
export interface DecimalFault {
  readonly code: "wrong-type" | "not-finite" | "invalid-format" | "out-of-range";
  readonly expected: string;
}

/**
 * Reads an amount: plain decimal text, or a finite number of at most 15
 * significant digits, which counts as the shortest decimal that stands for it.
 *
 * @param value - anything
 * @returns canonical text, or the fault
 */
export function readDecimalText(value: unknown): DecimalText | DecimalFault {
  if (typeof value === "number") return readNumber(value);
  if (typeof value !== "string") return { code: "wrong-type", expected: "decimal text or a number" };
  return readText(value);
}

/**
 * Asks for an amount; see {@link readDecimalText}.
 *
 * @param value - what came
 * @param subject - its name
 * @param path - where it stands; the name alone when left out
 * @returns the decimal
 * @throws DomainError `wrong-type`, `not-finite`, `invalid-format` or `out-of-range`
 */
export function demandDecimal(value: unknown, subject: string, path?: Path): Decimal {
  const text = readDecimalText(value);
  if (typeof text !== "string") throw broken(text.code, subject, text.expected, value, path);
  return new Decimal(text);
}

/**
 * Takes a finite number for the shortest decimal that stands for it: 0.1 is one tenth.
 *
 * @param value - a ratio, a probability, a count
 * @param subject - its name
 * @param path - where it stands; the name alone when left out
 * @returns the decimal
 * @throws DomainError `wrong-type` or `not-finite`
 */
export function decimalOfNumber(value: number, subject: string, path?: Path): Decimal {
  return new Decimal(demandFinite(value, subject, path));
}

/**
 * Writes a decimal as canonical text, rounded half-even to 12 decimals: the resolution of amounts.
 *
 * @param value - a decimal
 * @param subject - what it is, for the error
 * @returns canonical text
 * @throws DomainError `out-of-range` at 1e24 and above
 */
export function canonicalText(value: Decimal, subject = "amount"): DecimalText {
  const rounded = value.toDecimalPlaces(MAX_DECIMALS, Decimal.ROUND_HALF_EVEN);
  if (!rounded.abs().lt(LIMIT)) throw broken("out-of-range", subject, "below 1e24 in size", rounded.toPrecision(6));
  return (rounded.isZero() ? "0" : rounded.toFixed()) as DecimalText;
}

/**
 * Turns a decimal into the nearest number.
 *
 * @param value - a decimal
 * @param subject - what it is, for the error
 * @returns a finite number, never `-0`
 * @throws DomainError `out-of-range` when no finite number is near
 */
export function numberOf(value: Decimal, subject: string): number {
  const number = value.toNumber();
  if (!Number.isFinite(number)) throw broken("out-of-range", subject, "below 1.8e308 in size", String(number));
  return number === 0 ? 0 : number;
}

function readNumber(value: number): DecimalText | DecimalFault {
  if (!Number.isFinite(value)) return { code: "not-finite", expected: "finite" };
  if (Math.abs(value) >= LIMIT) return { code: "out-of-range", expected: RANGE };
  if (Number(value.toPrecision(EXACT_DIGITS)) !== value) {
    return { code: "out-of-range", expected: "a number of at most 15 significant digits; give more as text" };
  }
  const exact = new Decimal(value);
  if (exact.decimalPlaces() > MAX_DECIMALS) return { code: "out-of-range", expected: RANGE };
  return (exact.isZero() ? "0" : exact.toFixed()) as DecimalText;
}

/** Walks the characters once: no pattern, so no text can make it slow. */
function readText(text: string): DecimalText | DecimalFault {
  if (text.length > MAX_LENGTH) return { code: "out-of-range", expected: RANGE };
  const negative = text.startsWith("-");
  let point = -1;
  let start = -1;
  let end = -1;
  for (let i = negative ? 1 : 0; i < text.length; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit === -2 && point < 0 && i > (negative ? 1 : 0)) point = i;
    else if (digit < 0 || digit > 9) return { code: "invalid-format", expected: GRAMMAR };
    else if (digit > 0) {
      // The whole part starts at its first digit that is not zero; the fraction ends at its last.
      if (start < 0) start = i;
      end = i;
    }
  }
  const length = text.length;
  if (length === (negative ? 1 : 0) || point === length - 1) return { code: "invalid-format", expected: GRAMMAR };

  const pointAt = point < 0 ? length : point;
  if (length - pointAt - 1 > MAX_DECIMALS) return { code: "out-of-range", expected: RANGE };
  if (end < 0) return "0";
  const whole = start < pointAt ? text.slice(start, pointAt) : "0";
  if (whole.length > MAX_WHOLE_DIGITS) return { code: "out-of-range", expected: RANGE };
  const fraction = end > pointAt ? `.${text.slice(pointAt + 1, end + 1)}` : "";
  return `${negative ? "-" : ""}${whole}${fraction}` as DecimalText;
}
