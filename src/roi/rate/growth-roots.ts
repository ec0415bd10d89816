import { compensatedHorner } from "./compensated-horner.js";

/** A growth factor at which a series of flows is worth nothing. */
export interface GrowthRoot {
  /** The growth factor, 1 + rate; above zero. */
  readonly growth: number;
  /** The rate. It is kept beside the factor, because 1 + rate loses digits near 0, and rate near −1. */
  readonly rate: number;
  /** How often the root counts: 2 where the value touches zero without changing its sign. */
  readonly multiplicity: number;
}

/** A value this small, measured by the sum of its terms' sizes, counts as zero where the value only touches it. */
const TOUCHES = 1e-14;
const ROUNDING = 4e-16;
/** Coefficients are scaled down from here, so that no product of them overflows. */
const LARGE = 1e150;
/** Steps of one search. Halving alone needs some 70; the rest is room. */
const MAX_STEPS = 200;

/**
 * All growth factors u above zero with a₀uⁿ + a₁uⁿ⁻¹ + … + aₙ = 0, found and proven by derivatives.
 *
 * Let V be the sign changes of the coefficients, and τ lie between two neighbours of opposite sign. Up to a power of
 * u, the derivative of u^τ × the series has the coefficients aₖ(k − τ), hence V − 1 sign changes; with V = 1 there is
 * exactly one root. Between neighbouring roots of that derivative the series (times u^τ) is monotone, so that a change
 * of sign isolates one root, and no other can hide.
 *
 * @param coefficients - neither the first nor the last is zero
 * @returns the roots, ascending
 */
export function growthRoots(coefficients: Float64Array): readonly GrowthRoot[] {
  const turns = turningPoints(coefficients);
  let roots: readonly GrowthRoot[] = [];
  for (let level = turns.length - 1; level >= 0; level--) {
    roots = rootsBetween(derivative(coefficients, turns, level), roots);
  }
  return roots;
}

/** How often neighbouring coefficients that are not zero differ in sign. */
export function signVariations(coefficients: Float64Array): number {
  return turningPoints(coefficients).length;
}

/** The middle between each two neighbours of opposite sign, taken from both ends in turn: that keeps products even. */
function turningPoints(coefficients: Float64Array): readonly number[] {
  const inOrder: number[] = [];
  let previous = -1;
  coefficients.forEach((value, k) => {
    if (value === 0) return;
    if (previous >= 0 && value > 0 !== (coefficients[previous] ?? 0) > 0) inOrder.push((k + previous) / 2);
    previous = k;
  });
  const last = inOrder.length - 1;
  return inOrder.map((_, i) => inOrder[i % 2 === 0 ? i / 2 : last - (i - 1) / 2] ?? 0);
}

/** The coefficients after `level` derivatives. */
function derivative(coefficients: Float64Array, turns: readonly number[], level: number): Float64Array {
  const result = Float64Array.from(coefficients);
  for (const turn of turns.slice(0, level)) {
    let largest = 0;
    for (let k = 0; k < result.length; k++) {
      const value = (result[k] ?? 0) * (k - turn);
      result[k] = value;
      largest = Math.max(largest, Math.abs(value));
    }
    if (largest > LARGE) for (let k = 0; k < result.length; k++) result[k] = (result[k] ?? 0) / LARGE;
  }
  return result;
}

/**
 * The roots of a series, given those of its derivative: at most one lies between two neighbours, and those at which
 * the series is zero itself are roots of higher multiplicity.
 */
function rootsBetween(coefficients: Float64Array, critical: readonly GrowthRoot[]): readonly GrowthRoot[] {
  const first = coefficients[0] ?? 0;
  const last = coefficients[coefficients.length - 1] ?? 0;
  let largest = 0;
  for (const value of coefficients) largest = Math.max(largest, Math.abs(value));

  const roots: GrowthRoot[] = [];
  let touching: GrowthRoot[] = [];
  // Cauchy's bounds: all roots lie between them.
  let from = 1 / (1 + largest / Math.abs(last));
  let signFrom = Math.sign(last);
  const reach = (to: number, sign: number): void => {
    const middle = touching[touching.length >> 1];
    if (middle !== undefined) {
      roots.push({ ...middle, multiplicity: multiplicityOf(touching, signFrom === sign) });
      touching = [];
    } else if (signFrom !== sign) {
      roots.push(solve(coefficients, from, to, signFrom));
    }
    from = to;
    signFrom = sign;
  };
  for (const point of critical) {
    const sign = signAt(coefficients, point.growth);
    if (sign === 0) touching.push(point);
    else reach(point.growth, sign);
  }
  reach(1 + largest / Math.abs(first), Math.sign(first));
  return roots;
}

/** One more than the roots of the derivative that meet here; even exactly when the sign does not change. */
function multiplicityOf(touching: readonly GrowthRoot[], sameSign: boolean): number {
  let multiplicity = 1;
  for (const point of touching) multiplicity += point.multiplicity;
  return (multiplicity % 2 === 0) === sameSign ? multiplicity : Math.max(sameSign ? 2 : 1, multiplicity - 1);
}

/** The sign of the series; 0 where it is zero within the limit for touching. */
function signAt(coefficients: Float64Array, growth: number): number {
  const backward = growth > 1;
  const x = backward ? 1 / growth : growth;
  const last = coefficients.length - 1;
  let value = 0;
  let size = 0;
  for (let i = 0; i <= last; i++) {
    const next = coefficients[backward ? last - i : i] ?? 0;
    value = value * x + next;
    size = size * x + Math.abs(next);
  }
  if (Math.abs(value) <= size * (TOUCHES + last * ROUNDING)) {
    value = compensatedHorner(coefficients, x, backward);
    if (Math.abs(value) <= size * TOUCHES) return 0;
  }
  return Math.sign(value);
}

/** The one root between two growth factors at which the signs differ: Newton's steps, halving where they fail. */
function solve(coefficients: Float64Array, from: number, to: number, signFrom: number): GrowthRoot {
  let low = from;
  let high = to;
  let growth = low < 1 && high > 1 ? 1 : middleOf(low, high);
  let before = Number.POSITIVE_INFINITY;
  for (let step = 0; step < MAX_STEPS; step++) {
    const { value, next: newton } = newtonStep(coefficients, growth);
    if (value === 0) break;
    if (Math.sign(value) === signFrom) low = growth;
    else high = growth;
    let next = newton;
    // A step that leaves the bracket, or is not half as long as the one before, gives way to halving.
    if (!(next > low && next < high) || !(Math.abs(next - growth) * 2 <= before * growth)) {
      next = middleOf(low, high);
      before = high / low - 1;
    } else {
      before = Math.abs(next - growth) / growth;
    }
    const moved = Math.abs(next - growth);
    growth = next;
    if (moved <= ROUNDING * growth) break;
  }
  return polished(coefficients, growth);
}

function newtonStep(coefficients: Float64Array, growth: number): { readonly value: number; readonly next: number } {
  const backward = growth > 1;
  const x = backward ? 1 / growth : growth;
  const last = coefficients.length - 1;
  let value = coefficients[backward ? last : 0] ?? 0;
  let slope = 0;
  for (let i = 1; i <= last; i++) {
    slope = slope * x + value;
    value = value * x + (coefficients[backward ? last - i : i] ?? 0);
  }
  const next = x - value / slope;
  return { value, next: backward ? 1 / next : next };
}

/** The middle on the scale of ratios. */
function middleOf(low: number, high: number): number {
  return Math.sqrt(low) * Math.sqrt(high);
}

/**
 * One last step with the value worked out in twice the precision, added to the rate and to the growth factor apart:
 * 10 % is then 0.1, and not 1.1 − 1.
 */
function polished(coefficients: Float64Array, growth: number): GrowthRoot {
  let value = coefficients[0] ?? 0;
  let slope = 0;
  for (let i = 1; i < coefficients.length; i++) {
    slope = slope * growth + value;
    value = value * growth + (coefficients[i] ?? 0);
  }
  const correction = -compensatedHorner(coefficients, growth, false) / slope;
  const sound = Math.abs(correction) < 1e-8 * growth;
  const step = sound ? correction : 0;
  return { growth: growth + step, rate: growth - 1 + step + 0, multiplicity: 1 };
}
