import * as z from "zod";

import { DomainError } from "../../foundation/errors/index.js";
import { contained, demandAbove, demandBetween, demandCount, demandFinite } from "../../foundation/guard/index.js";
import { exp } from "../../foundation/math/index.js";
import { FiniteNumber, optional, parse, Positive, schema, Share } from "../../foundation/schema/index.js";

/** How adoption grows by the same step in each period; see {@link linearAdoption}. */
export interface LinearRamp {
  /** Periods until everybody uses it; above zero. */
  readonly rampPeriods: number;
  /** How many periods to give; 1 to 1 000 000. */
  readonly periods: number;
}

/** How adoption grows along an S; see {@link logisticAdoption}. */
export interface LogisticRamp {
  /** When half of the ceiling is reached, in periods from now. */
  readonly midpoint: number;
  /** How steep the S is; above zero. From a tenth of the ceiling to nine tenths takes 4.394 ÷ steepness periods. */
  readonly steepness: number;
  /** The share that is reached in the end, from 0 to 1; 1 when left out. */
  readonly ceiling?: number;
  /** How many periods to give; 1 to 1 000 000. */
  readonly periods: number;
}

const MAX_PERIODS = 1_000_000;

/** Reads a {@link LinearRamp}. */
export const LinearRamp: z.ZodType<LinearRamp> = /* @__PURE__ */ schema(() =>
  z.strictObject({ rampPeriods: Positive, periods: z.int().min(1).max(MAX_PERIODS) }),
);

/** Reads a {@link LogisticRamp}. */
export const LogisticRamp: z.ZodType<LogisticRamp> = /* @__PURE__ */ schema(() =>
  z.strictObject({
    midpoint: FiniteNumber,
    steepness: Positive,
    ceiling: optional(Share),
    periods: z.int().min(1).max(MAX_PERIODS),
  }),
);

/**
 * Adoption that grows by the same step in each period until everybody uses the system: t ÷ rampPeriods at the end of
 * period t, and never above 1.
 *
 * @param ramp - `rampPeriods`, above zero; `periods`, how many to give
 * @returns shares from 0 to 1, at the ends of periods 1 to `periods`
 * @throws DomainError `out-of-range` for a ramp of zero or below, or no whole number of periods of at least 1
 * @throws DomainError `too-many` for more than 1 000 000 periods
 *
 * @example
 * ```ts
 * import { linearAdoption } from "golive-kit/roi";
 *
 * linearAdoption({ rampPeriods: 4, periods: 6 }); // => [0.25, 0.5, 0.75, 1, 1, 1]
 * ```
 */
export function linearAdoption(ramp: LinearRamp): readonly number[] {
  return contained("linearAdoption", () => {
    const full = demandAbove(ramp.rampPeriods, 0, "rampPeriods");
    return overPeriods(ramp.periods, (t) => Math.min(1, t / full));
  });
}

/**
 * Adoption that grows along an S: slowly at first, fastest at the midpoint, slowly at the end.
 *
 * At the end of period t it is ceiling ÷ (1 + e^(−steepness × (t − midpoint))), the logistic curve, in doubles that are
 * the same on every engine. It begins above zero: with a midpoint of 6 and a steepness of 0.8 it is 1.8 % after the
 * first period.
 *
 * @param ramp - `midpoint` in periods from now; `steepness`, above zero; `ceiling`, from 0 to 1, 1 when left out;
 *   `periods`, how many to give
 * @returns shares from 0 to the ceiling, at the ends of periods 1 to `periods`
 * @throws DomainError `out-of-range` for a steepness of zero or below, a ceiling outside 0 to 1, or no whole number of
 *   periods of at least 1
 * @throws DomainError `too-many` for more than 1 000 000 periods
 *
 * @example
 * ```ts
 * import { logisticAdoption } from "golive-kit/roi";
 *
 * const shares = logisticAdoption({ midpoint: 3, steepness: 1, ceiling: 0.8, periods: 5 });
 *
 * shares.map((share) => share.toFixed(4)); // => ["0.0954", "0.2152", "0.4000", "0.5848", "0.7046"]
 * ```
 */
export function logisticAdoption(ramp: LogisticRamp): readonly number[] {
  return contained("logisticAdoption", () => {
    const midpoint = demandFinite(ramp.midpoint, "midpoint");
    const steepness = demandAbove(ramp.steepness, 0, "steepness");
    const ceiling = ramp.ceiling === undefined ? 1 : demandBetween(ramp.ceiling, 0, 1, "ceiling");
    return overPeriods(ramp.periods, (t) => ceiling * logistic(steepness * (t - midpoint)));
  });
}

/**
 * Reads a {@link LinearRamp} from outside data.
 *
 * @param data - `{ rampPeriods, periods }`, both numbers
 * @returns the ramp, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { linearAdoption, parseLinearRamp } from "golive-kit/roi";
 *
 * linearAdoption(parseLinearRamp({ rampPeriods: 2, periods: 3 })); // => [0.5, 1, 1]
 * ```
 */
export function parseLinearRamp(data: unknown): LinearRamp {
  return contained("linear ramp", () => parse(LinearRamp, data, "linear ramp"));
}

/**
 * Reads a {@link LogisticRamp} from outside data.
 *
 * @param data - `{ midpoint, steepness, ceiling, periods }`, all numbers; the ceiling may be left out
 * @returns the ramp, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { logisticAdoption, parseLogisticRamp } from "golive-kit/roi";
 *
 * logisticAdoption(parseLogisticRamp({ midpoint: 1, steepness: 2, periods: 1 })); // => [0.5]
 * ```
 */
export function parseLogisticRamp(data: unknown): LogisticRamp {
  return contained("logistic ramp", () => parse(LogisticRamp, data, "logistic ramp"));
}

/** The logistic function, written so that no power of e passes the largest number. */
function logistic(x: number): number {
  if (x >= 0) return 1 / (1 + exp(-x));
  const power = exp(x);
  return power / (1 + power);
}

function overPeriods(periods: number, share: (period: number) => number): readonly number[] {
  const count = demandCount(periods, "periods", ["periods"], 1);
  if (count > MAX_PERIODS) {
    throw new DomainError("too-many", { subject: "periods", path: ["periods"], limit: MAX_PERIODS, received: count });
  }
  return Array.from({ length: count }, (_, k) => share(k + 1));
}
