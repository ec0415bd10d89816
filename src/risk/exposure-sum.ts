import {
  canonicalText,
  Decimal,
  type DecimalText,
  demandCurrency,
  demandMoneyIn,
} from "../foundation/decimal/index.js";
import { broken, demandBetween } from "../foundation/guard/index.js";
import type { Money } from "../foundation/money/index.js";

/** An amount of zero or above, as parsing writes it; a longer text is never matched for long. */
const PLAIN = /^\d{1,24}(?:\.\d{1,12})?$/;

/** A number as whole digits and how many of them are decimals: 0.25 is 25 and 2. */
interface Scaled {
  readonly digits: bigint;
  readonly decimals: number;
}

/**
 * An exact sum of products, probability × impact. Products are kept as big
 * integers, so that no digit of a small probability of a large amount is lost;
 * the sum is rounded once, when it is read.
 */
export class ExposureSum {
  private readonly sums: bigint[] = [];
  /** Registers hold few different probabilities. */
  private readonly seen = new Map<number, Scaled>();

  constructor(
    /** Currency of the sum. */
    private readonly currency: string,
  ) {}

  /**
   * Adds one product.
   *
   * @param probability - from 0 to 1; it counts as its shortest decimal
   * @param impact - money of the sum's currency, zero or above
   * @param at - where the two stand: which lists, which row; no row for single arguments
   * @throws DomainError for a probability or an impact outside its domain
   */
  add(probability: number, impact: Money, at: ExposurePlace = SINGLE): void {
    const factor = this.seen.get(probability) ?? this.learn(probability, at);
    const plain = impact.currency === this.currency && typeof impact.amount === "string" && PLAIN.test(impact.amount);
    const amount = scaled(plain ? impact.amount : this.demandImpact(impact, at));
    const decimals = factor.decimals + amount.decimals;
    this.sums[decimals] = (this.sums[decimals] ?? 0n) + factor.digits * amount.digits;
  }

  /**
   * The sum so far.
   *
   * @param subject - what the sum is, for the error
   * @returns the sum, exact, rounded half-even to 12 decimals
   * @throws DomainError `out-of-range` when the sum reaches 1e24
   */
  total(subject: string): Money {
    let total = 0n;
    const places = this.sums.length;
    this.sums.forEach((sum, decimals) => {
      total += sum * tenTo(places - decimals);
    });
    return { amount: pointed(total, places, subject), currency: this.currency };
  }

  private learn(probability: number, at: ExposurePlace): Scaled {
    const checked = demandBetween(probability, 0, 1, named(at, "probability"), placed(at, at.probability));
    const factor = scaled(new Decimal(checked).toFixed());
    this.seen.set(probability, factor);
    return factor;
  }

  /** Says what is wrong with an impact that is not written as parsing writes it, or reads it if nothing is. */
  private demandImpact(impact: Money, at: ExposurePlace): string {
    const subject = named(at, "impact");
    const path = placed(at, at.impact);
    const amount = demandMoneyIn(this.currency, impact, subject, path);
    if (amount.isNegative()) throw broken("out-of-range", subject, "zero or above", impact.amount, [...path, "amount"]);
    return amount.toFixed();
  }
}

/** Where a probability and an impact come from, for errors. */
export interface ExposurePlace {
  /** Name of the input that holds the probability, or the list of them. */
  readonly probability: string;
  /** Name of the input that holds the impact, or the list of them. */
  readonly impact: string;
  /** Row of the lists. */
  readonly row?: number;
}

const SINGLE: ExposurePlace = { probability: "probability", impact: "impact" };

/**
 * One product, exact and rounded once.
 *
 * @param probability - from 0 to 1
 * @param impact - money of zero or above
 * @param subject - what the product is, for the error
 * @returns probability × impact
 */
export function exposureOf(probability: number, impact: Money, subject: string): Money {
  const sum = new ExposureSum(demandCurrency(impact.currency, "impact.currency", ["impact", "currency"]));
  sum.add(probability, impact);
  return sum.total(subject);
}

/** The same amount, known to be zero or above, as a loss. */
export function asLoss(amount: Money): Money {
  return amount.amount === "0" ? amount : { amount: `-${amount.amount}` as DecimalText, currency: amount.currency };
}

function named(at: ExposurePlace, single: "probability" | "impact"): string {
  return at.row === undefined ? single : `${at[single]}[${String(at.row)}]`;
}

function placed(at: ExposurePlace, name: string): readonly (string | number)[] {
  return at.row === undefined ? [name] : [name, at.row];
}

/** Takes plain decimal text apart. */
function scaled(text: string): Scaled {
  const point = text.indexOf(".");
  if (point < 0) return { digits: BigInt(text), decimals: 0 };
  return { digits: BigInt(text.slice(0, point) + text.slice(point + 1)), decimals: text.length - point - 1 };
}

/** Puts the point back, `places` digits from the right. */
function pointed(total: bigint, places: number, subject: string): DecimalText {
  const digits = String(total).padStart(places + 1, "0");
  const cut = digits.length - places;
  return canonicalText(new Decimal(`${digits.slice(0, cut)}.${digits.slice(cut)}0`), subject);
}

function tenTo(places: number): bigint {
  return BigInt(`1${"0".repeat(places)}`);
}
