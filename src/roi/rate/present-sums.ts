import { exp, expOfSum, LOG_REST, logOfSum, productError } from "../../foundation/math/index.js";
import type { FlowSeries, FlowTimes } from "./flow-series.js";

/**
 * The present values of the gains and of the losses of a series at a rate, both times one factor that keeps them from
 * overflowing: they count from the first flow where money loses value with time, and from the last where it gains it.
 *
 * It is fast because the discount factor of a flow is that of its neighbour times a power that the gap between them gives,
 * and gaps that are alike share it: one product a flow, and few exponentials.
 */
export class PresentSums {
  /** The present value of what comes in; zero or above. */
  gain = 0;
  /** The present value of what goes out, as a number of zero or above. */
  loss = 0;
  /** Both as sums of their terms, each times the ticks from the flow that they count from. */
  private gainTicks = 0;
  private lossTicks = 0;
  private isForward = true;
  /** What a gap multiplies a discount factor by; with what rounding took from it where that is asked for. */
  private readonly powers: Float64Array;

  constructor(private readonly series: FlowSeries) {
    const length = 2 * (series.times?.gaps.length ?? 1);
    this.powers = length <= SHARED.length ? SHARED : new Float64Array(length);
  }

  /** Ticks from the first flow to the last. */
  get span(): number {
    const { amounts, times } = this.series;
    return times === undefined ? amounts.length - 1 : (times.ticks[amounts.length - 1] as number);
  }

  /** How fast ln(gain ÷ loss) rises with the logarithm of the growth factor of a tick. */
  get logSlope(): number {
    const slope = this.lossTicks / this.loss - this.gainTicks / this.gain;
    return this.isForward ? slope : -slope;
  }

  /**
   * Works the sums out.
   *
   * @param amounts - one for each flow of the series
   * @param logGrowth - the logarithm of the growth factor of a tick
   */
  at(amounts: Float64Array, logGrowth: number): void {
    this.isForward = logGrowth >= 0;
    const step = -Math.abs(logGrowth);
    if (this.series.times === undefined) this.sumEven(amounts, exp(step));
    else this.sumUneven(amounts, step, this.series.times);
  }

  /**
   * The difference of gains and losses as if in twice the precision of a double: what rounding takes from a discount
   * factor, a product or the sum is added up beside it.
   *
   * @param amounts - one for each flow of the series
   * @param logGrowth - the logarithm of the growth factor of a tick
   * @param rest - what rounding took from it
   * @returns the net present value in the scale of the sums, and how fast it falls as `logGrowth` rises
   */
  netAt(amounts: Float64Array, logGrowth: number, rest: number): { readonly net: number; readonly fall: number } {
    const { times } = this.series;
    const isForward = logGrowth >= 0;
    const sign = isForward ? -1 : 1;
    const powers = this.powers;
    precisePowers(times?.gaps ?? ONE_TICK, sign * logGrowth, sign * rest, powers);
    const last = amounts.length - 1;
    const from = isForward ? 0 : this.span;
    let i = isForward ? 0 : last;
    let weight = 1;
    let weightRest = 0;
    let net = 0;
    let lost = 0;
    let fall = 0;
    for (let k = 0; k <= last; k++) {
      const amount = amounts[i] as number;
      const value = amount * weight;
      const next = net + value;
      const back = next - net;
      lost += net - (next - back) + (value - back) + (productError(amount, weight, value) + amount * weightRest);
      net = next;
      fall += value * ((times === undefined ? i : (times.ticks[i] as number)) - from);
      // The gap to the next flow lies before that one: behind this flow when going backwards.
      const gap = times === undefined || k === last ? 0 : (times.gapOf[isForward ? i + 1 : i] as number);
      const power = powers[2 * gap] as number;
      const product = weight * power;
      weightRest = productError(weight, power, product) + weight * (powers[2 * gap + 1] as number) + weightRest * power;
      weight = product;
      i -= sign;
    }
    return { net: net + lost, fall };
  }

  private sumEven(amounts: Float64Array, power: number): void {
    const last = amounts.length - 1;
    const direction = this.isForward ? 1 : -1;
    const square = power * power;
    let i = this.isForward ? 0 : last;
    let weight = 1;
    let gain = 0;
    let loss = 0;
    let gainTicks = 0;
    let lossTicks = 0;
    // Two flows a turn: the second does not wait for the weight of the first, and a zero does for what follows the last.
    for (let k = 0; k <= last; k += 2) {
      const value = (amounts[i] as number) * weight;
      const other = k < last ? (amounts[i + direction] as number) * (weight * power) : 0;
      i += direction + direction;
      weight *= square;
      if (value > 0) {
        gain += value;
        gainTicks += value * k;
      } else {
        loss -= value;
        lossTicks -= value * k;
      }
      if (other > 0) {
        gain += other;
        gainTicks += other * (k + 1);
      } else {
        loss -= other;
        lossTicks -= other * (k + 1);
      }
    }
    this.keep(gain, loss, gainTicks, lossTicks);
  }

  private sumUneven(amounts: Float64Array, step: number, { ticks, gaps, gapOf }: FlowTimes): void {
    const powers = this.powers;
    for (let j = 0; j < gaps.length; j++) powers[j] = step === 0 ? 1 : exp(step * (gaps[j] as number));
    const last = amounts.length - 1;
    const direction = this.isForward ? 1 : -1;
    // The gap to the next flow lies before that one: behind this flow when going backwards.
    const ahead = this.isForward ? 1 : 0;
    const from = this.isForward ? 0 : (ticks[last] as number);
    let i = this.isForward ? 0 : last;
    let weight = 1;
    let gain = 0;
    let loss = 0;
    let gainTicks = 0;
    let lossTicks = 0;
    for (let k = 0; k <= last; k++) {
      const value = (amounts[i] as number) * weight;
      const moment = value * ((ticks[i] as number) - from);
      if (k < last) weight *= powers[gapOf[i + ahead] as number] as number;
      i += direction;
      if (value > 0) {
        gain += value;
        gainTicks += moment;
      } else {
        loss -= value;
        lossTicks -= moment;
      }
    }
    const sign = this.isForward ? 1 : -1;
    this.keep(gain, loss, sign * gainTicks, sign * lossTicks);
  }

  private keep(gain: number, loss: number, gainTicks: number, lossTicks: number): void {
    this.gain = gain;
    this.loss = loss;
    this.gainTicks = gainTicks;
    this.lossTicks = lossTicks;
  }
}

/** Room for the powers of short series: one search ends before the next begins, and making an array takes as long as one of its steps. */
const SHARED = /* @__PURE__ */ new Float64Array(256);

/** The distance between neighbours of a series that flows at every tick. */
const ONE_TICK = /* @__PURE__ */ Float64Array.of(1);

/** The powers e^(step × gap) as sums of two doubles that stand side by side; `rest` is what rounding took from `step`. */
function precisePowers(gaps: Float64Array, step: number, rest: number, powers: Float64Array): void {
  for (let j = 0; j < gaps.length; j++) {
    const gap = gaps[j] as number;
    const exponent = step * gap;
    const exponentRest = productError(step, gap, exponent) + rest * gap;
    const power = expOfSum(exponent, exponentRest);
    powers[2 * j] = power;
    // What rounding took from the power is seen in its logarithm.
    const missing = power > 0 ? exponent - logOfSum(power, 0) + (exponentRest - (LOG_REST[0] as number)) : 0;
    powers[2 * j + 1] = power * missing;
  }
}
