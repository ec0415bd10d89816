/** A number that is known. */
export interface ConstantDistribution {
  readonly kind: "constant";
  /** The number. */
  readonly value: number;
}

/** All numbers between two ends, equally likely. */
export interface UniformDistribution {
  readonly kind: "uniform";
  /** Smallest value. */
  readonly minimum: number;
  /** Largest value. */
  readonly maximum: number;
}

/** A density that rises in a straight line to the mode and falls in one from it. */
export interface TriangularDistribution {
  readonly kind: "triangular";
  /** Smallest value. */
  readonly minimum: number;
  /** Most likely value. */
  readonly mode: number;
  /** Largest value. */
  readonly maximum: number;
}

/** A triangular distribution whose ends nobody knows: the low and the high estimate are passed once in ten times each. */
export interface TriangularP10P90Distribution {
  readonly kind: "triangular-p10-p90";
  /** One in ten is below. */
  readonly p10: number;
  /** Most likely value, from `p10` to `p90`. */
  readonly mode: number;
  /** One in ten is above. */
  readonly p90: number;
}

/** A beta distribution between two ends, as the PERT method has it: smooth, and with less weight far from the mode. */
export interface PertDistribution {
  readonly kind: "pert";
  /** Smallest value. */
  readonly minimum: number;
  /** Most likely value. */
  readonly mode: number;
  /** Largest value. */
  readonly maximum: number;
  /** Weight of the mode in the mean, from 0 (uniform) to 100; 4 when left out. */
  readonly lambda?: number;
}

/** The normal distribution. It has no ends: values below zero can come up. */
export interface NormalDistribution {
  readonly kind: "normal";
  /** Mean. */
  readonly mean: number;
  /** Standard deviation, 0 or above. */
  readonly standardDeviation: number;
}

/** A normal distribution by a range that is missed once in ten times on either side. */
export interface NormalP10P90Distribution {
  readonly kind: "normal-p10-p90";
  /** One in ten is below. */
  readonly p10: number;
  /** One in ten is above. */
  readonly p90: number;
}

/** A normal distribution by its 90 % interval. */
export interface NormalP5P95Distribution {
  readonly kind: "normal-p5-p95";
  /** One in twenty is below. */
  readonly p5: number;
  /** One in twenty is above. */
  readonly p95: number;
}

/** A variable whose logarithm is normal, by its own mean and spread. */
export interface LognormalDistribution {
  readonly kind: "lognormal";
  /** Mean of the variable itself, above 0. */
  readonly mean: number;
  /** Standard deviation of the variable itself, 0 or above. */
  readonly standardDeviation: number;
}

/** A variable whose logarithm is normal, by mean and spread of that logarithm. */
export interface LognormalLogDistribution {
  readonly kind: "lognormal-log";
  /** Mean of the natural logarithm: the median is e to this power. */
  readonly mu: number;
  /** Standard deviation of the natural logarithm, from 0 to 10. */
  readonly sigma: number;
}

/** A variable whose logarithm is normal, by a range that is missed once in ten times on either side. */
export interface LognormalP10P90Distribution {
  readonly kind: "lognormal-p10-p90";
  /** One in ten is below; above 0. */
  readonly p10: number;
  /** One in ten is above. */
  readonly p90: number;
}

/** A variable whose logarithm is normal, by its 90 % interval: the common form of a calibrated estimate. */
export interface LognormalP5P95Distribution {
  readonly kind: "lognormal-p5-p95";
  /** One in twenty is below; above 0. */
  readonly p5: number;
  /** One in twenty is above. */
  readonly p95: number;
}

/** One value of a discrete distribution. */
export interface DiscretePoint {
  /** The value. */
  readonly value: number;
  /** How likely it is, from 0 to 1. */
  readonly probability: number;
}

/** Some values, each with its probability. */
export interface DiscreteDistribution {
  readonly kind: "discrete";
  /** The values, in any order; their probabilities sum to 1 within 1e-9 and count in proportion. */
  readonly points: readonly DiscretePoint[];
}

/** Values that were observed, equally likely. */
export interface EmpiricalDistribution {
  readonly kind: "empirical";
  /** The values, in any order, at least one; a value that came twice stands twice. */
  readonly values: readonly number[];
}

/** 1 with a probability, else 0. */
export interface BernoulliDistribution {
  readonly kind: "bernoulli";
  /** How likely 1 is. */
  readonly probability: number;
}

/** How often something happens that happens at a steady rate: 0, 1, 2, … */
export interface PoissonDistribution {
  readonly kind: "poisson";
  /** Mean of the count, from 0 to 1 000 000. */
  readonly mean: number;
}

/** A distribution that is no event. */
export type ImpactDistribution =
  | ConstantDistribution
  | UniformDistribution
  | TriangularDistribution
  | TriangularP10P90Distribution
  | PertDistribution
  | NormalDistribution
  | NormalP10P90Distribution
  | NormalP5P95Distribution
  | LognormalDistribution
  | LognormalLogDistribution
  | LognormalP10P90Distribution
  | LognormalP5P95Distribution
  | DiscreteDistribution
  | EmpiricalDistribution
  | BernoulliDistribution
  | PoissonDistribution;

/** Something that may happen, with what it comes to when it does; else 0. */
export interface EventDistribution {
  readonly kind: "event";
  /** How likely it happens. */
  readonly probability: number;
  /** What it comes to when it happens. */
  readonly impact: ImpactDistribution;
}
