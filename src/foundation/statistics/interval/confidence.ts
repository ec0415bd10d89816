import { broken, demandFinite } from "../../guard/index.js";
import { normalQuantile } from "../../math/index.js";

/**
 * The 97.5 % quantile of the standard normal distribution, so that 95 % lie
 * within this many standard deviations of the mean.
 * Source: NIST/SEMATECH e-Handbook of Statistical Methods, section 1.3.6.7.1, to 16 digits.
 */
export const Z_95 = 1.959963984540054;
const USUAL = 0.95;

/** How sure an interval is to be. */
export interface ConfidenceOptions {
  /** How often such intervals hold the true value, above 0 and below 1; 0.95 when left out. */
  readonly confidence?: number;
}

/** Where the true value lies with the confidence asked for, both ends included. */
export interface Interval {
  /** Lower end. */
  readonly low: number;
  /** Upper end. */
  readonly high: number;
}

/** Asks for a confidence. */
export function demandConfidence({ confidence }: ConfidenceOptions): number {
  return confidence === undefined ? USUAL : demandInside(confidence, "confidence");
}

/** Asks for a number above 0 and below 1. */
export function demandInside(value: unknown, subject: string): number {
  const number = demandFinite(value, subject);
  if (!(number > 0 && number < 1)) throw broken("out-of-range", subject, "above 0 and below 1", value);
  return number;
}

/** Within how many standard deviations of the mean a share of the normal distribution lies. */
export function normalDeviate(confidence: number): number {
  // The double nearest to 0.95 is not 0.95; for the usual one the exact deviate is known.
  return confidence === USUAL ? Z_95 : -normalQuantile((1 - confidence) / 2);
}
