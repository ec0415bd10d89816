import { broken } from "../../foundation/guard/index.js";
import { exp, LOG_REST, logOfSum, productError } from "../../foundation/math/index.js";

import type { FlowSeries } from "./flow-series.js";
import { logGrowthBetween } from "./log-growth-between.js";
import { newtonCorrection } from "./newton-correction.js";
import { PresentSums } from "./present-sums.js";

/** A rate at which a series of cash flows is worth nothing. */
export interface InternalRate {
  /** The rate for one period; 0.1 is 10 %. Above −1. */
  readonly rate: number;
  /** 1 + rate, which keeps its digits where the rate is near −1. */
  readonly growthFactor: number;
  /** 2 where the present value touches zero without changing its sign, 1 where it crosses. */
  readonly multiplicity: number;
}

/** A root on the way: the logarithm of the growth factor of a tick. */
interface LogRoot {
  readonly at: number;
  /** How often it counts. */
  readonly multiplicity: number;
  /** The amounts, of the series or of one of its derivatives, that have a simple root here. */
  readonly simpleIn: Float64Array;
}

/** A value this small, measured by the sum of its terms' sizes, counts as zero where the value only touches it. */
const TOUCHES = 1e-14;
/** What rounding may put into a sum, for each of its terms. */
const ROUNDING = 4e-16;
/** Coefficients are scaled down from here, so that no product of them overflows. */
const LARGE = 1e150;
/** Below this a double has fewer digits. */
const LEAST_PRECISE = 2.2250738585072014e-308;
/** A last step above this, measured by what it does to the weight of the last flow, is not sound: many roots are near. */
const SOUND = 1e-3;
/** After a step below this no other is needed: the next would be as long as its square. */
const LAST_MOVE = 1e-10;
const LAST_STEPS = 5;

/**
 * All growth factors at which a series of flows is worth nothing, found and proven by derivatives.
 *
 * With s the logarithm of the growth factor, the present value is g(s) = Σ aₖ e^(−tₖ s). Let V be the changes of sign
 * from one amount to the next, and τ lie between two neighbours of opposite sign. Times e^(−τ s), the derivative of
 * e^(τ s) g(s) has the amounts aₖ (τ − tₖ), hence V − 1 changes of sign; with V = 1 there is exactly one root. Between
 * neighbouring roots of that derivative e^(τ s) g(s) is monotone, so that a change of sign isolates one root, and no
 * other can hide.
 *
 * @param series - the flows
 * @param turns - its {@link turningPoints}; at least one
 * @returns the roots, ascending
 * @throws DomainError `out-of-range` for a growth factor that no double holds
 * @source Laguerre, Sur la règle des signes (1883), for exponents that are not whole
 */
export function growthRoots(series: FlowSeries, turns: readonly number[]): readonly InternalRate[] {
  const { amounts } = series;
  const sums = new PresentSums(series);
  if (turns.length === 1) {
    // The common case, without the way through the derivatives.
    const signLow = Math.sign(amounts[amounts.length - 1] as number);
    const at = logGrowthBetween(amounts, sums, { low: -Infinity, high: Infinity, signLow });
    return [polished(series, sums, { at, multiplicity: 1, simpleIn: amounts })];
  }
  let roots: readonly LogRoot[] = [];
  for (let level = turns.length - 1; level >= 0; level--) {
    roots = rootsBetween(derivative(series, turns, level), sums, roots);
  }
  return roots.map((root) => polished(series, sums, root));
}

/** The ticks half way between each two neighbours of opposite sign, zeros left out; there are as many as changes of sign. */
export function turningPoints({ amounts, times }: FlowSeries): readonly number[] {
  const turns: number[] = [];
  let previous = 0;
  for (let k = 1; k < amounts.length; k++) {
    const amount = amounts[k] as number;
    if (amount === 0) continue;
    if (amount > 0 !== (amounts[previous] as number) > 0) {
      turns.push(
        times === undefined ? (k + previous) / 2 : ((times.ticks[k] as number) + (times.ticks[previous] as number)) / 2,
      );
    }
    previous = k;
  }
  return turns;
}

/** The amounts after `level` derivatives, by turning points taken from both ends in turn: that keeps products even. */
function derivative({ amounts, times }: FlowSeries, turns: readonly number[], level: number): Float64Array {
  const result = Float64Array.from(amounts);
  for (let i = 0; i < level; i++) {
    const turn = turns[i % 2 === 0 ? i / 2 : turns.length - (i + 1) / 2] as number;
    let largest = 0;
    for (let k = 0; k < result.length; k++) {
      const value = (result[k] as number) * (turn - (times === undefined ? k : (times.ticks[k] as number)));
      result[k] = value;
      largest = Math.max(largest, Math.abs(value));
    }
    if (largest > LARGE) for (let k = 0; k < result.length; k++) result[k] = (result[k] as number) / LARGE;
  }
  return result;
}

/**
 * The roots of a series, given those of its derivative: at most one lies between two neighbours, and those at which
 * the series is zero itself are roots of higher multiplicity.
 */
function rootsBetween(amounts: Float64Array, sums: PresentSums, critical: readonly LogRoot[]): readonly LogRoot[] {
  const roots: LogRoot[] = [];
  let touching: LogRoot[] = [];
  // Far down the last amount outweighs all others, far up the first.
  let from = -Infinity;
  let signFrom = Math.sign(amounts[amounts.length - 1] as number);
  const reach = (to: number, sign: number): void => {
    const middle = touching[touching.length >> 1];
    if (middle !== undefined) {
      roots.push({ ...middle, multiplicity: multiplicityOf(touching, signFrom === sign) });
      touching = [];
    } else if (signFrom !== sign) {
      const at = logGrowthBetween(amounts, sums, { low: from, high: to, signLow: signFrom });
      roots.push({ at, multiplicity: 1, simpleIn: amounts });
    }
    from = to;
    signFrom = sign;
  };
  for (const point of critical) {
    const sign = signAt(amounts, sums, point.at);
    if (sign === 0) touching.push(point);
    else reach(point.at, sign);
  }
  reach(Infinity, Math.sign(amounts[0] as number));
  return roots;
}

/** One more than the roots of the derivative that meet here; even exactly when the sign does not change. */
function multiplicityOf(touching: readonly LogRoot[], sameSign: boolean): number {
  let multiplicity = 1;
  for (const point of touching) multiplicity += point.multiplicity;
  return (multiplicity % 2 === 0) === sameSign ? multiplicity : Math.max(sameSign ? 2 : 1, multiplicity - 1);
}

/** The sign of the series; 0 where it is zero within the limit for touching. */
function signAt(amounts: Float64Array, sums: PresentSums, at: number): number {
  sums.at(amounts, at);
  const size = sums.gain + sums.loss;
  const net = sums.gain - sums.loss;
  if (Math.abs(net) > size * (TOUCHES + amounts.length * ROUNDING)) return Math.sign(net);
  const exact = sums.netAt(amounts, at, 0).net;
  return Math.abs(exact) <= size * TOUCHES ? 0 : Math.sign(exact);
}

/**
 * Newton's last steps, most often one, with the value worked out to more digits. The last is added to the rate and to the
 * growth factor apart: 10 % is then 0.1, and not 1.1 − 1.
 */
function polished(series: FlowSeries, sums: PresentSums, { at, multiplicity, simpleIn }: LogRoot): InternalRate {
  const { ticksPerPeriod, times } = series;
  let growth = exp(at * ticksPerPeriod);
  let step = 0;
  for (let steps = 0; steps < LAST_STEPS; steps++) {
    growth += step;
    if (!(growth >= LEAST_PRECISE && growth < Infinity)) {
      throw broken("out-of-range", "flows", "far enough apart for a rate that a number can hold", growth);
    }
    const correction =
      times === undefined ? newtonCorrection(simpleIn, growth) : correctionAt(series, sums, simpleIn, growth);
    const move = (Math.abs(correction) * sums.span) / (growth * ticksPerPeriod);
    step = move < SOUND ? correction : 0;
    if (!(move > LAST_MOVE && move < SOUND)) break;
  }
  return { rate: growth - 1 + step + 0, growthFactor: growth + step, multiplicity };
}

function correctionAt(
  { ticksPerPeriod }: FlowSeries,
  sums: PresentSums,
  amounts: Float64Array,
  growth: number,
): number {
  const whole = logOfSum(growth, 0);
  const wholeRest = LOG_REST[0] as number;
  // The logarithm for a tick in two parts: what the division leaves goes into the second.
  const share = whole / ticksPerPeriod;
  const back = share * ticksPerPeriod;
  const rest = (whole - back - productError(share, ticksPerPeriod, back) + wholeRest) / ticksPerPeriod;
  const { net, fall } = sums.netAt(amounts, share, rest);
  return (net / fall) * growth * ticksPerPeriod;
}
