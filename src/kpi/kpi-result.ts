import type { NoAnswer } from "../foundation/errors/index.js";
import type { Interval } from "../foundation/statistics/index.js";
import type { Kpi } from "./kpi-record.js";
import type { KpiStatus } from "./kpi-target.js";

/** Something to know before reading a KPI: its period is not over, or its value will still change. */
export type KpiFlag = "partial" | "provisional";

/** A record that did not go into a KPI. */
export interface ExcludedRecord {
  /** Its id. */
  readonly id: string;
  /** Why, as a kebab-case word. */
  readonly reason: string;
}

/** Which records a KPI rests on. */
export interface KpiTrace {
  /** Ids of the records that count, ascending. */
  readonly counted: readonly string[];
  /** The others, by id, ascending. */
  readonly excluded: readonly ExcludedRecord[];
}

/** One KPI: what it is, how sure, against its target, and from which records. */
export interface KpiResult {
  /** Which KPI. */
  readonly kpi: Kpi;
  /** Id of the figure that gives the value. */
  readonly figure: string;
  /** The value, unrounded; NoAnswer with `no-data` where nothing was recorded. */
  readonly value: number | NoAnswer;
  /** On how many things it rests: milestones, budgets, answers, outages, defects, intended users. */
  readonly n: number;
  /** What is divided; absent where nothing was recorded, and where it is money: the figure's input has it. */
  readonly numerator?: number;
  /** What it is divided by. */
  readonly denominator?: number;
  /** Colour against the target. */
  readonly status: KpiStatus;
  /** Why there is no colour: the value's reason, or `no-target`. */
  readonly reason?: string;
  /** What the engagement would need for a value; absent when there is one. */
  readonly needs?: string;
  /** The value's 95 % interval, where it comes from a sample. */
  readonly interval?: Interval;
  /** What to know before reading it. */
  readonly flags: readonly KpiFlag[];
  /** Which records it rests on. */
  readonly trace: KpiTrace;
}
