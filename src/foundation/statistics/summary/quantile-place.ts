/**
 * How a quantile of a list is read off: the nine types of Hyndman and Fan in their order, and the nearest rank, which
 * is another name of the first. `linear` is the one of spreadsheets (`PERCENTILE.INC`) and of R.
 */
export const QUANTILE_TYPES = [
  "inverse-cdf",
  "averaged-inverse-cdf",
  "closest-observation",
  "interpolated-inverse-cdf",
  "hazen",
  "weibull",
  "linear",
  "median-unbiased",
  "normal-unbiased",
  "nearest-rank",
] as const;
/** How a quantile of a list is read off. */
export type QuantileType = (typeof QUANTILE_TYPES)[number];

/** A place in a sorted list: between two neighbours, at a share of the way from the first to the second. */
export interface QuantilePlace {
  /** Place of the first, counted from 0. */
  readonly at: number;
  /** Share of the way to the second, from 0 to below 1; above 0 only where there is a second. */
  readonly share: number;
}

/** 4 · 2^−52, relative: a rank this near to a whole one is meant to be it (0.07 × 100 is 7, whatever rounding says). */
const FUZZ = 8.881784197001252e-16;

/** Where type and probability point to in a sorted list of n numbers. */
export function quantilePlace(n: number, probability: number, type: QuantileType): QuantilePlace {
  const rank = rankOf(n, probability, type);
  const fuzz = FUZZ * Math.max(1, rank);
  const whole = Math.floor(rank + fuzz);
  const rest = rank - whole > fuzz ? rank - whole : 0;
  return clipped(n, whole, shareOf(type, whole, rest));
}

/** Halfway is rounded once, no answer lies outside its two neighbours, and the largest numbers do not overflow. */
export function between(here: number, there: number, share: number): number {
  const both = here + there;
  if (share === 0.5 && Number.isFinite(both)) return both / 2;
  const step = (there - here) * share;
  return Number.isFinite(step) ? Math.min(here + step, there) : here * (1 - share) + there * share;
}

/** The rank from 1 to n, with its fraction, before the type decides what to make of it. */
function rankOf(n: number, p: number, type: QuantileType): number {
  switch (type) {
    case "inverse-cdf":
    case "nearest-rank":
    case "averaged-inverse-cdf":
    case "interpolated-inverse-cdf":
      return n * p;
    case "closest-observation":
      return n * p - 0.5;
    case "hazen":
      return n * p + 0.5;
    case "weibull":
      return (n + 1) * p;
    case "linear":
      return (n - 1) * p + 1;
    case "median-unbiased":
      return (n + 1 / 3) * p + 1 / 3;
    case "normal-unbiased":
      return (n + 0.25) * p + 0.375;
  }
}

/** How far to go from the number at a rank to the next one. */
function shareOf(type: QuantileType, whole: number, rest: number): number {
  switch (type) {
    case "inverse-cdf":
    case "nearest-rank":
      return rest > 0 ? 1 : 0;
    case "averaged-inverse-cdf":
      return rest > 0 ? 1 : 0.5;
    case "closest-observation":
      return rest > 0 || whole % 2 !== 0 ? 1 : 0;
    default:
      return rest;
  }
}

/** Ranks beyond the ends are the ends. */
function clipped(n: number, whole: number, share: number): QuantilePlace {
  if (share === 1) return { at: Math.min(Math.max(whole, 0), n - 1), share: 0 };
  if (whole < 1) return { at: 0, share: 0 };
  return whole >= n ? { at: n - 1, share: 0 } : { at: whole - 1, share };
}
