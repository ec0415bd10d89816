import * as z from "zod";

import { Decimal } from "../../foundation/decimal/index.js";
import { isNoAnswer, type NoAnswer } from "../../foundation/errors/index.js";
import { broken, contained, demandList, demandNewId, demandOneOf } from "../../foundation/guard/index.js";
import type { Money } from "../../foundation/money/index.js";
import { Id, listById, oneCurrency, parse, rule, schema } from "../../foundation/schema/index.js";
import { DiscountRate } from "../flows/cash-flow.js";
import { PeriodCount } from "../value/annuity-factor.js";
import { automationSaving, savedHours } from "./automation-saving.js";
import {
  automationFields,
  automationNetPresentValue,
  automationPayback,
  type AutomationPaybackInput,
  demandAutomation,
} from "./automation-value.js";

/** A task that could be automated. */
export interface AutomationCandidate extends AutomationPaybackInput {
  /** Its id, once in the list. */
  readonly id: string;
}

/** What automation candidates can be ranked by. */
export type AutomationRanking = (typeof AUTOMATION_RANKINGS)[number];

/** What automation candidates can be ranked by: the highest first, of payback the shortest. */
export const AUTOMATION_RANKINGS = [
  "risk-adjusted-net-present-value",
  "net-present-value",
  "risk-adjusted-annual-saving",
  "annual-saving",
  "saved-hours",
  "payback",
] as const;

/** Candidates, and how to judge them; see {@link rankAutomationCandidates}. */
export interface AutomationCandidatesInput {
  /** The candidates, all in one currency; at least one. */
  readonly candidates: readonly AutomationCandidate[];
  /** Discount rate for one year; 0.1 is 10 %. Above −1. */
  readonly rate: number;
  /** How many years an automation runs; a whole number from 1 to 10 000. */
  readonly years: number;
  /** What to rank by. */
  readonly by: AutomationRanking;
}

/** What one automation brings; see {@link rankAutomationCandidates}. */
export interface RankedAutomation {
  /** The candidate's id. */
  readonly id: string;
  /** Hours of work saved in a year. */
  readonly savedHours: number;
  /** What is saved in a year when nothing fails. */
  readonly annualSaving: Money;
  /** What is saved in a year after what its failures cost on average. */
  readonly riskAdjustedAnnualSaving: Money;
  /** Years until the risk-adjusted saving has paid for building it. */
  readonly payback: number | NoAnswer<"never-pays-back">;
  /** What it is worth when nothing fails. */
  readonly netPresentValue: Money;
  /** What it is worth after what its failures cost on average. */
  readonly riskAdjustedNetPresentValue: Money;
}

/** Candidates in their order; see {@link rankAutomationCandidates}. */
export interface AutomationOrder {
  /** What they were ranked by. */
  readonly by: AutomationRanking;
  /** One row for each candidate, the best first. */
  readonly rows: readonly RankedAutomation[];
}

/** Reads an {@link AutomationCandidate}. */
export const AutomationCandidate: z.ZodType<AutomationCandidate> = /* @__PURE__ */ schema(() =>
  z.strictObject({ id: Id, ...automationFields() }),
);

/** Reads an {@link AutomationCandidatesInput}. */
export const AutomationCandidatesInput: z.ZodType<AutomationCandidatesInput> = /* @__PURE__ */ schema(() =>
  z
    .strictObject({
      candidates: listById<AutomationCandidate>(AutomationCandidate),
      rate: DiscountRate,
      years: PeriodCount,
      by: z.enum(AUTOMATION_RANKINGS),
    })
    .check(
      rule(({ candidates }: AutomationCandidatesInput, report) => {
        if (candidates.length === 0) report("empty", ["candidates"], "expected at least one, received none");
        oneCurrency(
          report,
          candidates.flatMap((one, i) =>
            (["costPerHour", "runCostPerYear", "errorCost", "buildCost"] as const).map(
              (name) => [["candidates", i, name], one[name]] as const,
            ),
          ),
        );
      }),
    ),
);

/**
 * Ranks tasks by what automating them brings: saved work, money, payback and value, before and after the risk of
 * failure.
 *
 * Equal candidates keep the order in which they came. Those that never pay back stand last when payback is what counts.
 *
 * @param input - `candidates`, tasks with what their automation costs; `rate` for a year, above −1; `years` that an
 *   automation runs; `by`, one of {@link AUTOMATION_RANKINGS}
 * @returns `by`, and one row for each candidate, the best first
 * @throws DomainError `out-of-range` for a number or an amount below zero, a probability above 1, a rate of −1 or below,
 *   other years, another word for `by`, or an amount that reaches 1e24 in size
 * @throws DomainError `empty` for no candidate, `duplicate-id` for an id twice, `currency-mismatch` when the currencies
 *   differ
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { rankAutomationCandidates } from "golive-kit/roi";
 *
 * const euro = (amount: string) => money(amount, "EUR");
 * const task = { costPerHour: euro("40"), runCostPerYear: euro("500"), errorCost: euro("200") };
 * const { rows } = rankAutomationCandidates({
 *   candidates: [
 *     { id: "month-end", runsPerYear: 12, minutesPerRun: 480, failureProbability: 0, buildCost: euro("6000"), ...task },
 *     { id: "orders", runsPerYear: 5000, minutesPerRun: 3, failureProbability: 0.001, buildCost: euro("9000"), ...task },
 *   ],
 *   rate: 0,
 *   years: 3,
 *   by: "risk-adjusted-net-present-value",
 * });
 *
 * rows.map(({ id }) => id); // => ["orders", "month-end"]
 * rows[0]?.riskAdjustedNetPresentValue.amount; // => "16500"
 * ```
 */
export function rankAutomationCandidates(input: AutomationCandidatesInput): AutomationOrder {
  return contained("rankAutomationCandidates", () => {
    const { rate, years } = input;
    const by = demandOneOf(input.by, AUTOMATION_RANKINGS, "by");
    const candidates = demandList(input.candidates, "candidates");
    const currency = candidates[0]?.costPerHour.currency;
    if (currency === undefined) throw broken("empty", "candidates", "a list of at least one", candidates);
    const seen = new Set<string>();
    const rows = candidates.map((candidate, i) => {
      demandNewId(seen, candidate.id, ["candidates", i, "id"]);
      demandAutomation(candidate, currency, ["candidates", i]);
      return judged(candidate, rate, years);
    });
    // Sorting keeps the order of what is equal.
    return { by, rows: rows.sort((a, b) => keyOf(b, by).cmp(keyOf(a, by))) };
  });
}

/**
 * Reads automation candidates from outside data.
 *
 * @param data - `{ candidates, rate, years, by }`; see {@link AutomationCandidate}
 * @returns the input of {@link rankAutomationCandidates}, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { parseAutomationCandidatesInput, rankAutomationCandidates } from "golive-kit/roi";
 *
 * const euro = (amount: string) => ({ amount, currency: "EUR" });
 * const input = parseAutomationCandidatesInput({
 *   candidates: [
 *     {
 *       id: "reports",
 *       runsPerYear: 52,
 *       minutesPerRun: 60,
 *       costPerHour: euro("50"),
 *       runCostPerYear: euro("600"),
 *       failureProbability: 0,
 *       errorCost: euro("0"),
 *       buildCost: euro("4000"),
 *     },
 *   ],
 *   rate: 0.1,
 *   years: 5,
 *   by: "payback",
 * });
 *
 * rankAutomationCandidates(input).rows[0]?.payback; // => 2
 * ```
 */
export function parseAutomationCandidatesInput(data: unknown): AutomationCandidatesInput {
  return contained("automation candidates", () => parse(AutomationCandidatesInput, data, "automation candidates"));
}

function judged({ id, ...task }: AutomationCandidate, rate: number, years: number): RankedAutomation {
  const sure = { ...task, failureProbability: 0 };
  return {
    id,
    savedHours: savedHours(task),
    annualSaving: automationSaving(sure),
    riskAdjustedAnnualSaving: automationSaving(task),
    payback: automationPayback(task),
    netPresentValue: automationNetPresentValue({ ...sure, rate, years }),
    riskAdjustedNetPresentValue: automationNetPresentValue({ ...task, rate, years }),
  };
}

/** What a row is ranked by: the more, the better. */
function keyOf(row: RankedAutomation, by: AutomationRanking): Decimal {
  switch (by) {
    case "risk-adjusted-net-present-value":
      return new Decimal(row.riskAdjustedNetPresentValue.amount);
    case "net-present-value":
      return new Decimal(row.netPresentValue.amount);
    case "risk-adjusted-annual-saving":
      return new Decimal(row.riskAdjustedAnnualSaving.amount);
    case "annual-saving":
      return new Decimal(row.annualSaving.amount);
    case "saved-hours":
      return new Decimal(row.savedHours);
    case "payback":
      return new Decimal(isNoAnswer(row.payback) ? -Infinity : -row.payback);
  }
}
