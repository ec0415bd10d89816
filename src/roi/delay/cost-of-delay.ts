import * as z from "zod";

import { Decimal, decimalOfNumber, demandCurrency, moneyOf, numberOf } from "../../foundation/decimal/index.js";
import { formula, type Formula } from "../../foundation/explain/index.js";
import { broken, contained, demandAbove, demandList, demandNewId } from "../../foundation/guard/index.js";
import { type Money, NonNegativeMoney } from "../../foundation/money/index.js";
import { Id, list, listById, oneCurrency, parse, Positive, rule, schema } from "../../foundation/schema/index.js";
import { demandCosts, demandNonNegative } from "../flows/non-negative-amount.js";

/** Work that waits to be done, and what each week of waiting costs. */
export interface WaitingJob {
  /** Its id, once in the queue. */
  readonly id: string;
  /** What is lost for each unit of time until the job is done; zero or above. */
  readonly costOfDelay: Money;
  /** How long the job takes, in the same unit of time; above zero. */
  readonly duration: number;
}

/** A queue of jobs; see {@link orderByCostOfDelay}. */
export interface DelayOrder {
  /** Cost of delay divided by duration, in the order of the input. */
  readonly ratios: readonly Money[];
  /** The ids, the highest ratio first; equal ratios in the order of the input. */
  readonly order: readonly string[];
  /** What all delays cost when the jobs are done in that order. */
  readonly delayCost: Money;
  /** What they cost in the order of the input. */
  readonly firstComeDelayCost: Money;
}

/** Input of {@link costOfDelayByDuration}. */
export interface CostOfDelayByDurationInput {
  /** What is lost for each unit of time until the job is done; zero or above. */
  readonly costOfDelay: Money;
  /** How long the job takes, in the same unit of time; above zero. */
  readonly duration: number;
}

/** Input of {@link delayCost}. */
export interface DelayCostInput {
  /** What is lost for each unit of time until a job is done, job by job in the order they are done; zero or above. */
  readonly costsOfDelay: readonly Money[];
  /** How long each takes, in the same unit of time; above zero, as many as the costs. */
  readonly durations: readonly number[];
}

/** Reads a {@link WaitingJob}. */
export const WaitingJob: z.ZodType<WaitingJob> = /* @__PURE__ */ schema(() =>
  z.strictObject({ id: Id, costOfDelay: NonNegativeMoney, duration: Positive }),
);

/** Reads a {@link CostOfDelayByDurationInput}. */
export const CostOfDelayByDurationInput: z.ZodType<CostOfDelayByDurationInput> = /* @__PURE__ */ schema(() =>
  z.strictObject({ costOfDelay: NonNegativeMoney, duration: Positive }),
);

/** Reads a {@link DelayCostInput}. */
export const DelayCostInput: z.ZodType<DelayCostInput> = /* @__PURE__ */ schema(() =>
  z.strictObject({ costsOfDelay: list<Money>(NonNegativeMoney), durations: list<number>(Positive) }).check(
    rule(({ costsOfDelay, durations }: DelayCostInput, report) => {
      if (costsOfDelay.length === 0) report("empty", ["costsOfDelay"], "expected at least one job, received none");
      if (costsOfDelay.length !== durations.length) report("inconsistent", ["durations"], SAME_LENGTH);
      oneCurrency(
        report,
        costsOfDelay.map((cost, i) => [["costsOfDelay", i], cost]),
      );
    }),
  ),
);

const SAME_LENGTH = "expected as many durations as costs of delay";

/** The source of the figures of this file. */
const SOURCE = {
  work: "Donald G. Reinertsen, The Principles of Product Development Flow",
  place: "weighted shortest job first",
} as const;

/**
 * Cost of delay divided by duration (CD3): what waits behind a job is held up by its duration, so the job that saves the
 * most for each unit of time comes first.
 *
 * @param input - `costOfDelay`, money of zero or above for a unit of time; `duration` in the same unit, above zero
 * @returns money for a unit of time, and for each unit that the job takes
 * @throws DomainError `out-of-range` for a cost below zero, a duration of zero or below, or a ratio that reaches 1e24
 * @source Donald G. Reinertsen, The Principles of Product Development Flow, weighted shortest job first
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { costOfDelayByDuration } from "golive-kit/roi";
 *
 * costOfDelayByDuration({ costOfDelay: money("10000", "EUR"), duration: 4 }).amount; // => "2500"
 * ```
 *
 * @function
 */
export const costOfDelayByDuration: Formula<CostOfDelayByDurationInput, Money> = /* @__PURE__ */ formula({
  id: "roi.cost-of-delay-by-duration",
  title: "Cost of delay divided by duration",
  unit: "money",
  units: { costOfDelay: "money", duration: "periods" },
  source: [SOURCE],
  compute({ costOfDelay, duration }: CostOfDelayByDurationInput, note) {
    const currency = demandCurrency(costOfDelay.currency, "costOfDelay.currency", ["costOfDelay", "currency"]);
    const cost = demandNonNegative(currency, costOfDelay, "costOfDelay");
    const ratio = cost.div(decimalOfNumber(demandAbove(duration, 0, "duration"), "duration"));
    return note("ratio", "costOfDelay ÷ duration", moneyOf(ratio, currency, "ratio"));
  },
});

/**
 * Delay cost of a queue: what is lost until each job is done, when they are done one after the other.
 *
 * @param input - `costsOfDelay`, money of one currency, zero or above, for a unit of time, in the order the jobs are
 *   done; `durations` in the same unit, above zero, as many
 * @returns money, exact, rounded half-even to 12 decimals
 * @throws DomainError `out-of-range` for a cost below zero, a duration of zero or below, a sum that reaches 1e24, or
 *   durations beyond all numbers in sum
 * @throws DomainError `empty` for no jobs, `inconsistent` for more or fewer durations, `currency-mismatch` when the
 *   currencies differ
 * @source Donald G. Reinertsen, The Principles of Product Development Flow, weighted shortest job first
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { delayCost } from "golive-kit/roi";
 *
 * const costsOfDelay = [money("8000", "EUR"), money("10000", "EUR")];
 *
 * delayCost({ costsOfDelay, durations: [1, 4] }).amount; // => "58000"
 * ```
 *
 * @function
 */
export const delayCost: Formula<DelayCostInput, Money> = /* @__PURE__ */ formula({
  id: "roi.delay-cost",
  title: "Delay cost of a queue",
  unit: "money",
  units: { costsOfDelay: "money", durations: "periods" },
  source: [SOURCE],
  compute({ costsOfDelay, durations }: DelayCostInput, note) {
    const [first] = demandList<Money | undefined>(costsOfDelay, "costsOfDelay");
    if (first === undefined) throw broken("empty", "costsOfDelay", "a list of at least one amount", costsOfDelay);
    const currency = demandCurrency(first.currency, "costsOfDelay[0].currency", ["costsOfDelay", 0, "currency"]);
    const costs = demandCosts(currency, costsOfDelay, "costsOfDelay");
    if (demandList(durations, "durations").length !== costs.length) {
      throw broken("inconsistent", "durations", "as many as costsOfDelay", durations.length);
    }
    let now = new Decimal(0);
    const done = durations.map(
      (duration, i) => (now = now.plus(lengthOf(duration, `durations[${String(i)}]`, ["durations", i]))),
    );
    // Asked also where it is not shown, so that a plain call refuses what its explanation would.
    const times = done.map((time) => numberOf(time, "done"));
    note.table(
      {
        job: { unit: "count" },
        costOfDelay: { unit: "money", expression: "costsOfDelay[job]" },
        done: { unit: "periods", expression: "sum[t](if(t ≤ job, durations[t], 0))" },
      },
      () => costsOfDelay.map((costOfDelay, job) => ({ job, costOfDelay, done: times[job] ?? 0 })),
    );
    const total = costs.reduce((sum, cost, i) => sum.plus(cost.times(done[i] ?? now)), new Decimal(0));
    return note("delayCost", "sum[t](costOfDelay[t] × done[t])", moneyOf(total, currency, "delayCost"));
  },
});

/**
 * Puts waiting jobs in the order that loses least: the highest cost of delay for each unit of duration first.
 *
 * No other order of the same jobs, done one after the other, costs less. It does not see what depends on what: leave out
 * jobs that cannot begin yet.
 *
 * @param jobs - `id`, `costOfDelay` for a unit of time and `duration` in that unit; at least one, each id once
 * @returns the `ratios` in the order of the jobs, the `order` as ids, and what the delays cost in that order and in the
 *   order of the input; equal ratios keep the order of the input
 * @throws DomainError `out-of-range` for a cost below zero, a duration of zero or below, or an amount that reaches 1e24
 * @throws DomainError `empty` for no jobs, `duplicate-id` for an id twice, `currency-mismatch` when the currencies differ
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { orderByCostOfDelay } from "golive-kit/roi";
 *
 * const { order, delayCost, firstComeDelayCost } = orderByCostOfDelay([
 *   { id: "billing", costOfDelay: money("10000", "EUR"), duration: 4 },
 *   { id: "login", costOfDelay: money("8000", "EUR"), duration: 1 },
 * ]);
 *
 * order; // => ["login", "billing"]
 * [delayCost.amount, firstComeDelayCost.amount]; // => ["58000", "80000"]
 * ```
 */
export function orderByCostOfDelay(jobs: readonly WaitingJob[]): DelayOrder {
  return contained("orderByCostOfDelay", () => {
    const [first] = demandList<WaitingJob | undefined>(jobs, "jobs", []);
    if (first === undefined) throw broken("empty", "jobs", "a list of at least one job", jobs, []);
    const currency = demandCurrency(first.costOfDelay.currency, "costOfDelay.currency", [0, "costOfDelay", "currency"]);
    const seen = new Set<string>();
    const judged = jobs.map((job, i) => {
      demandNewId(seen, job.id, [i, "id"]);
      const cost = demandNonNegative(currency, job.costOfDelay, "costOfDelay", [i, "costOfDelay"]);
      return { job, ratio: cost.div(lengthOf(job.duration, "duration", [i, "duration"])) };
    });
    // Sorting keeps the order of what is equal.
    const ordered = [...judged].sort((a, b) => b.ratio.cmp(a.ratio)).map(({ job }) => job);
    return {
      ratios: judged.map(({ ratio }) => moneyOf(ratio, currency, "ratio")),
      order: ordered.map(({ id }) => id),
      delayCost: delayCost(queueOf(ordered)),
      firstComeDelayCost: delayCost(queueOf(jobs)),
    };
  });
}

/**
 * Reads waiting jobs from outside data.
 *
 * @param data - a list of `{ id, costOfDelay, duration }`
 * @returns the jobs, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { orderByCostOfDelay, parseWaitingJobs } from "golive-kit/roi";
 *
 * const jobs = parseWaitingJobs([
 *   { id: "slow", costOfDelay: { amount: "100", currency: "EUR" }, duration: 10 },
 *   { id: "quick", costOfDelay: { amount: "50", currency: "EUR" }, duration: 2 },
 * ]);
 *
 * orderByCostOfDelay(jobs).order; // => ["quick", "slow"]
 * ```
 */
export function parseWaitingJobs(data: unknown): readonly WaitingJob[] {
  return contained("waiting jobs", () => parse(queue(), data, "waiting jobs"));
}

/**
 * Reads the input of {@link costOfDelayByDuration} from outside data.
 *
 * @param data - `{ costOfDelay, duration }`
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { costOfDelayByDuration, parseCostOfDelayByDurationInput } from "golive-kit/roi";
 *
 * const input = parseCostOfDelayByDurationInput({ costOfDelay: { amount: "90", currency: "EUR" }, duration: 3 });
 *
 * costOfDelayByDuration(input).amount; // => "30"
 * ```
 */
export function parseCostOfDelayByDurationInput(data: unknown): CostOfDelayByDurationInput {
  return contained("cost of delay", () => parse(CostOfDelayByDurationInput, data, "cost of delay"));
}

/**
 * Reads the input of {@link delayCost} from outside data.
 *
 * @param data - `{ costsOfDelay, durations }`
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { delayCost, parseDelayCostInput } from "golive-kit/roi";
 *
 * const input = parseDelayCostInput({ costsOfDelay: [{ amount: "90", currency: "EUR" }], durations: [3] });
 *
 * delayCost(input).amount; // => "270"
 * ```
 */
export function parseDelayCostInput(data: unknown): DelayCostInput {
  return contained("delay cost", () => parse(DelayCostInput, data, "delay cost"));
}

function queue(): z.ZodType<readonly WaitingJob[]> {
  return listById<WaitingJob>(WaitingJob).check(
    rule((jobs: readonly WaitingJob[], report) => {
      if (jobs.length === 0) report("empty", [], "expected at least one job, received none");
      oneCurrency(
        report,
        jobs.map(({ costOfDelay }, i) => [[i, "costOfDelay"], costOfDelay]),
      );
    }),
  );
}

function queueOf(jobs: readonly WaitingJob[]): DelayCostInput {
  return { costsOfDelay: jobs.map(({ costOfDelay }) => costOfDelay), durations: jobs.map(({ duration }) => duration) };
}

function lengthOf(duration: number, subject: string, path: readonly (string | number)[]): Decimal {
  return decimalOfNumber(demandAbove(duration, 0, subject, path), subject, path);
}
