import { type NoAnswer, noAnswer } from "../foundation/errors/index.js";
import { type Figure, figure } from "../foundation/explain/index.js";
import { type CivilDate, contained, demandDay } from "../foundation/guard/index.js";
import {
  responseRate,
  satisfaction,
  type SatisfactionSurvey,
  satisfactionSurvey,
} from "../foundation/statistics/index.js";
import type { ClientRecord, Expectation, ExpectationStatus, Feedback, FeedbackAction } from "./client-record.js";
import { expectationsKept } from "./expectations-kept.js";

/** Where one expectation stood. */
export interface StandingExpectation {
  /** Its id. */
  readonly id: string;
  /** Where it stood on that day; what was neither met nor dropped by the day it was due is missed. */
  readonly standing: ExpectationStatus;
}

/** The newest answers on satisfaction. */
export interface LatestSatisfaction extends SatisfactionSurvey {
  /** The feedback they came with, by id. */
  readonly feedbackId: string;
  /** Day of it. */
  readonly on: CivilDate;
}

/** An action that should be done and is not. */
export interface OverdueAction {
  /** Its id. */
  readonly id: string;
  /** The feedback that it answers, by id. */
  readonly feedbackId: string;
  /** Who does it. */
  readonly owner: string;
  /** Day by which it was to be done. */
  readonly dueOn: CivilDate;
  /** Days since then. */
  readonly daysLate: number;
}

/** A theme with feedback that is not dealt with. */
export interface OpenTheme {
  /** The theme, as it was written. */
  readonly theme: string;
  /** Ids of the feedback that raised it and has an action to do, or none at all; ascending. */
  readonly feedbackIds: readonly string[];
}

/** How a client relation stands; see {@link assessClient}. */
export interface ClientAssessment {
  /** Expectations agreed by then, by id, ascending. */
  readonly expectations: readonly StandingExpectation[];
  /** Share of what fell due that was delivered as agreed, 0 to 1; what was neither met nor dropped by its day is missed. */
  readonly expectationsKept: number | NoAnswer<"nothing-due">;
  /** The newest answers on satisfaction. */
  readonly satisfaction: LatestSatisfaction | NoAnswer<"nobody-asked">;
  /** Actions that should be done, the latest first. */
  readonly overdueActions: readonly OverdueAction[];
  /** Themes that are not dealt with, those with most feedback first. */
  readonly openThemes: readonly OpenTheme[];
  /** The figures, each with what went in. */
  readonly figures: readonly Figure[];
}

/** When to look; see {@link assessClient}. */
export interface AssessClientOptions {
  /** Last day of which things are known. What happened later is not seen. */
  readonly asOf: CivilDate;
}

/**
 * Says how a client relation stood at the end of a day: which promises were kept,
 * how satisfied the client was, and what feedback still waits for an answer.
 *
 * A day is judged as it stood then: an expectation met later was open, and one that
 * was open after its date was missed, even when it was dropped afterwards. Of two surveys on one day the one with the
 * larger id is the newest.
 *
 * @param record - expectations, feedback and actions, as `parseClientRecord` reads them
 * @param options - `asOf`: the day to look from
 * @returns standings, the share of expectations kept, the latest satisfaction, overdue actions, open themes, and the figures; the order of the records makes no difference
 * @throws DomainError `invalid-date` when `asOf` is no day
 *
 * @example
 * ```ts
 * import { assessClient, parseClientRecord } from "golive-kit/client";
 *
 * const record = parseClientRecord({
 *   expectations: [
 *     { id: "E-1", statement: "Weekly report", agreedOn: "2026-01-05", due: "2026-03-31", status: "met", deliveredOn: "2026-03-30" },
 *     { id: "E-2", statement: "Training for all staff", agreedOn: "2026-01-05", due: "2026-04-15", status: "open" },
 *   ],
 *   feedback: [{ id: "F-1", on: "2026-04-01", kind: "check-in", themes: ["training"] }],
 *   actions: [{ id: "A-1", feedbackId: "F-1", owner: "Trainer", dueOn: "2026-04-10" }],
 * });
 *
 * const { expectationsKept, overdueActions, openThemes } = assessClient(record, { asOf: "2026-04-20" });
 *
 * expectationsKept; // => 0.5
 * overdueActions.map(({ id, daysLate }) => [id, daysLate]); // => [["A-1", 10]]
 * openThemes; // => [{ theme: "training", feedbackIds: ["F-1"] }]
 * ```
 */
export function assessClient(record: ClientRecord, options: AssessClientOptions): ClientAssessment {
  return contained("assessClient", () => {
    const { asOf } = options;
    const today = demandDay(asOf, "asOf");
    const expectations = record.expectations
      .filter(({ agreedOn }) => agreedOn <= asOf)
      .map((expectation) => ({ id: expectation.id, standing: standingOf(expectation, asOf) }))
      .sort(byId);
    const number = (wanted: ExpectationStatus): number =>
      expectations.filter(({ standing }) => standing === wanted).length;
    const kept = { met: number("met"), missed: number("missed") };

    const feedback = record.feedback.filter(({ on }) => on <= asOf);
    const known = new Set(feedback.map(({ id }) => id));
    const actions = record.actions.filter(({ feedbackId }) => known.has(feedbackId));
    const latest = latestSatisfaction(feedback);
    return {
      expectations,
      expectationsKept: expectationsKept(kept),
      satisfaction: latest?.survey ?? noAnswer("nobody-asked"),
      overdueActions: overdue(actions, asOf, today),
      openThemes: openThemes(feedback, actions, asOf),
      figures: [figure(expectationsKept, kept), ...(latest?.figures ?? [])],
    };
  });
}

/** Days as text of one length are in the order of time. */
function standingOf({ due, status, deliveredOn, droppedOn }: Expectation, asOf: CivilDate): ExpectationStatus {
  if (status === "met" && deliveredOn !== undefined && deliveredOn <= asOf) return "met";
  // What was given up only after its day had been missed by then: dropping it later does not undo that.
  const inTime = droppedOn !== undefined && (due === undefined || droppedOn <= due);
  if (status === "dropped" && inTime && droppedOn <= asOf) return "dropped";
  return due === undefined || due >= asOf ? "open" : "missed";
}

function latestSatisfaction(
  feedback: readonly Feedback[],
): { readonly survey: LatestSatisfaction; readonly figures: readonly Figure[] } | undefined {
  let newest: Feedback | undefined;
  for (const one of feedback) {
    if (one.answers === undefined) continue;
    if (newest === undefined || one.on > newest.on || (one.on === newest.on && one.id > newest.id)) newest = one;
  }
  if (newest?.answers === undefined) return undefined;
  const { id: feedbackId, on, answers } = newest;
  const survey = { ...satisfactionSurvey(answers), feedbackId, on };
  const { satisfied, answered } = survey;
  const figures = [figure(satisfaction, { satisfied, answered }, feedbackId)];
  if (answers.invited !== undefined) {
    figures.push(figure(responseRate, { answered, invited: answers.invited }, feedbackId));
  }
  return { survey, figures };
}

function isDone({ doneOn }: FeedbackAction, asOf: CivilDate): boolean {
  return doneOn !== undefined && doneOn <= asOf;
}

function overdue(actions: readonly FeedbackAction[], asOf: CivilDate, today: number): readonly OverdueAction[] {
  return actions
    .filter((action) => action.dueOn < asOf && !isDone(action, asOf))
    .map(({ id, feedbackId, owner, dueOn }) => ({
      id,
      feedbackId,
      owner,
      dueOn,
      daysLate: today - demandDay(dueOn, "dueOn"),
    }))
    .sort((a, b) => b.daysLate - a.daysLate || byId(a, b));
}

function openThemes(
  feedback: readonly Feedback[],
  actions: readonly FeedbackAction[],
  asOf: CivilDate,
): readonly OpenTheme[] {
  const answered = new Map<string, boolean>();
  for (const action of actions) {
    answered.set(action.feedbackId, (answered.get(action.feedbackId) ?? true) && isDone(action, asOf));
  }
  const themes = new Map<string, Set<string>>();
  for (const { id, themes: raised = [] } of feedback) {
    if (answered.get(id) === true) continue;
    for (const theme of raised) themes.set(theme, (themes.get(theme) ?? new Set()).add(id));
  }
  return [...themes]
    .map(([theme, ids]) => ({ theme, feedbackIds: [...ids].sort() }))
    .sort((a, b) => b.feedbackIds.length - a.feedbackIds.length || (a.theme < b.theme ? -1 : 1));
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
