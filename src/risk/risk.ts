import * as z from "zod";

import { contained } from "../foundation/guard/index.js";
import { type Money, NonNegativeMoney } from "../foundation/money/index.js";
import {
  CivilDate,
  Id,
  listById,
  optional,
  parse,
  Probability,
  rule,
  schema,
  Text,
} from "../foundation/schema/index.js";
import { RiskResponse, RISK_STRATEGIES } from "./risk-response.js";

/** What a risk can do: threats cost, opportunities gain. */
export const RISK_TYPES = ["threat", "opportunity"] as const;
/** Whether a risk costs or gains. */
export type RiskType = (typeof RISK_TYPES)[number];

/** Where a risk stands: written down; agreed and watched; happened, now an issue; over. */
export const RISK_STATUSES = ["draft", "open", "occurred", "closed"] as const;
/** Where a risk stands. */
export type RiskStatus = (typeof RISK_STATUSES)[number];

/** What is left of a risk once its responses have worked. */
export interface ResidualRisk {
  /** How likely it is then, from 0 to 1. */
  readonly probability: number;
  /** What it costs, or gains, then; zero or above, in the currency of the risk's impact. */
  readonly impact: Money;
}

/** One line of a risk register. */
export interface Risk {
  /** Names the risk within its register. */
  readonly id: string;
  /** In a few words. */
  readonly title: string;
  /** Whether it costs or gains; impacts have no sign. */
  readonly type: RiskType;
  /** Branch of the risk breakdown structure. */
  readonly category?: string;
  /** Fact or condition that gives rise to it. */
  readonly cause?: string;
  /** What may happen. */
  readonly event?: string;
  /** What that would do to the objectives. */
  readonly effect?: string;
  /** Who answers for it. */
  readonly owner: string;
  /** Day it was first written down. */
  readonly identifiedOn?: CivilDate;
  /** Where it stands. */
  readonly status: RiskStatus;
  /** Day it happened; always when the status is `occurred`, and on a closed one that had happened. */
  readonly occurredOn?: CivilDate;
  /** Day it was closed; exactly when the status is `closed`. */
  readonly closedOn?: CivilDate;
  /** How likely it is to occur, from 0 to 1; together with `impact`. */
  readonly probability?: number;
  /** What it costs, or gains, when it does; zero or above; together with `probability`. */
  readonly impact?: Money;
  /** Likelihood as a level of the register's matrix, by id; together with `impactLevel`. */
  readonly likelihood?: string;
  /** Impact as a level of the register's matrix, by id; together with `likelihood`. */
  readonly impactLevel?: string;
  /** What is done about it. */
  readonly responses: readonly RiskResponse[];
  /** What is left once the responses have worked; needs `probability` and `impact`. */
  readonly residual?: ResidualRisk;
  /** Day it was last looked at. */
  readonly lastReviewOn?: CivilDate;
  /** Day it is to be looked at next. */
  readonly nextReviewOn?: CivilDate;
}

/** Reads a {@link Risk}. */
export const Risk: z.ZodType<Risk> = /* @__PURE__ */ schema(() =>
  z
    .strictObject({
      id: Id,
      title: Text,
      type: z.enum(RISK_TYPES),
      category: optional(Text),
      cause: optional(Text),
      event: optional(Text),
      effect: optional(Text),
      owner: Text,
      identifiedOn: optional(CivilDate),
      status: z.enum(RISK_STATUSES),
      occurredOn: optional(CivilDate),
      closedOn: optional(CivilDate),
      probability: optional(Probability),
      impact: optional(NonNegativeMoney),
      likelihood: optional(Id),
      impactLevel: optional(Id),
      responses: listById(RiskResponse),
      residual: optional(z.strictObject({ probability: Probability, impact: NonNegativeMoney })),
      lastReviewOn: optional(CivilDate),
      nextReviewOn: optional(CivilDate),
    })
    .check(rule(findFaults)),
);

/**
 * Reads one risk from outside data.
 *
 * @param data - an object as in {@link Risk}; amounts as decimal text or as numbers
 * @returns the risk, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { parseRisk } from "golive-kit/risk";
 *
 * const risk = parseRisk({
 *   id: "R-1",
 *   title: "A key engineer is not available",
 *   type: "threat",
 *   owner: "Delivery lead",
 *   status: "open",
 *   probability: 0.3,
 *   impact: { amount: "40000", currency: "EUR" },
 *   responses: [{ id: "a", strategy: "mitigate", actions: "Train a second engineer", status: "planned" }],
 * });
 *
 * risk.responses[0]?.strategy; // => "mitigate"
 * ```
 */
export function parseRisk(data: unknown): Risk {
  return contained("risk", () => parse(Risk, data, "risk"));
}

type Report = (
  code: "missing" | "inconsistent" | "out-of-range" | "currency-mismatch",
  path: Path,
  message: string,
) => void;
type Path = readonly (string | number)[];

/** The rules between fields. */
function findFaults(risk: Risk, report: Report): void {
  findDateFaults(risk, report);
  const needs = (field: keyof Risk, other: keyof Risk): void => {
    if (risk[field] !== undefined && risk[other] === undefined) {
      report("missing", [other], `expected ${other} beside ${field}, received nothing`);
    }
  };
  needs("probability", "impact");
  needs("impact", "probability");
  needs("likelihood", "impactLevel");
  needs("impactLevel", "likelihood");
  if (risk.probability === undefined && risk.impact === undefined) needs("residual", "impact");
  if (risk.residual && risk.impact && risk.residual.impact.currency !== risk.impact.currency) {
    const { currency } = risk.impact;
    report("currency-mismatch", ["residual", "impact", "currency"], `expected ${currency}, as the risk's impact`);
  }
  const fitting: readonly string[] = RISK_STRATEGIES[risk.type];
  risk.responses.forEach(({ strategy }, i) => {
    if (!fitting.includes(strategy)) {
      const message = `expected one of ${fitting.join(", ")} for a ${risk.type}, received "${strategy}"`;
      report("out-of-range", ["responses", i, "strategy"], message);
    }
  });
}

function findDateFaults(risk: Risk, report: Report): void {
  const { status, identifiedOn, occurredOn, closedOn, lastReviewOn, nextReviewOn } = risk;
  if (status === "occurred" && occurredOn === undefined) {
    report("missing", ["occurredOn"], "expected the day a risk that occurred did, received nothing");
  }
  if ((status === "draft" || status === "open") && occurredOn !== undefined) {
    report("inconsistent", ["occurredOn"], `expected no such day for a risk that is ${status}`);
  }
  if (status === "closed" && closedOn === undefined) {
    report("missing", ["closedOn"], "expected the day a closed risk was closed, received nothing");
  }
  if (status !== "closed" && closedOn !== undefined) {
    report("inconsistent", ["closedOn"], `expected no closing day for a risk that is ${status}`);
  }
  // Dates of one form compare as text.
  const inOrder = (earlier: string | undefined, field: keyof Risk, later: string | undefined, what: string): void => {
    if (earlier !== undefined && later !== undefined && later < earlier) {
      report("inconsistent", [field], `expected no day before ${what}, ${earlier}, received "${later}"`);
    }
  };
  inOrder(identifiedOn, "occurredOn", occurredOn, "the risk was identified");
  inOrder(identifiedOn, "closedOn", closedOn, "the risk was identified");
  inOrder(occurredOn, "closedOn", closedOn, "the risk occurred");
  inOrder(identifiedOn, "lastReviewOn", lastReviewOn, "the risk was identified");
  inOrder(lastReviewOn ?? identifiedOn, "nextReviewOn", nextReviewOn, "the last review");
}
