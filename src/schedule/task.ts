import * as z from "zod";

import { CivilDate, Id, optional, schema, Share, Text } from "../foundation/schema/index.js";

/**
 * How two tasks are tied: which end of the predecessor holds which end of the
 * successor. `FS` finish to start, `SS` start to start, `FF` finish to finish, `SF` start to finish.
 */
export const LINK_TYPES = ["FS", "SS", "FF", "SF"] as const;
/** One of {@link LINK_TYPES}. */
export type LinkType = (typeof LINK_TYPES)[number];

/** Days that a duration or a lag can have. */
export const MAX_DAYS = 1_000_000_000;

/** What a task waits for. */
export interface TaskLink {
  /** The predecessor's id. */
  readonly id: string;
  /** How the two are tied; `FS` when left out. */
  readonly type?: LinkType;
  /** Working days in between; below zero for a lead, 0 when left out. */
  readonly lagDays?: number;
}

/** What a network needs to know of a task. */
export interface NetworkTask {
  /** Names the task; each once in a network. */
  readonly id: string;
  /** Working days the task takes, whole or in parts; 0 for a milestone. */
  readonly durationDays: number;
  /** What it waits for; each link holds, also two between one pair. */
  readonly predecessors?: readonly TaskLink[];
}

/** One piece of work in a plan; a milestone when its duration is 0. */
export interface Task extends NetworkTask {
  /** What is done, in a few words. */
  readonly title: string;
  /** The phase it belongs to, by id. */
  readonly phase?: string;
  /** Who answers for it. */
  readonly owner?: string;
  /** The day on which it was agreed to be finished. */
  readonly baselineFinish?: CivilDate;
  /** The day on which work began. */
  readonly actualStart?: CivilDate;
  /** The last day of work, or the day on which a milestone was reached. */
  readonly actualFinish?: CivilDate;
  /** How much of the work is done: 0 to 1; needs a start, and is 1 exactly when there is a finish. */
  readonly completeShare?: number;
}

/** Reads a {@link TaskLink}. */
export const TaskLink: z.ZodType<TaskLink> = /* @__PURE__ */ schema(() =>
  z.strictObject({
    id: Id,
    type: optional(z.enum(LINK_TYPES)),
    lagDays: optional(z.number().min(-MAX_DAYS).max(MAX_DAYS)),
  }),
);

/** Reads a {@link Task}. */
export const Task: z.ZodType<Task> = /* @__PURE__ */ schema(() =>
  z.strictObject({
    id: Id,
    title: Text,
    durationDays: z.number().min(0).max(MAX_DAYS),
    predecessors: optional(z.array(TaskLink)),
    phase: optional(Id),
    owner: optional(Text),
    baselineFinish: optional(CivilDate),
    actualStart: optional(CivilDate),
    actualFinish: optional(CivilDate),
    completeShare: optional(Share),
  }),
);

/** A contradiction between what is recorded of a task. */
export interface ProgressFault {
  /** The field that does not fit. */
  readonly field: "actualFinish" | "completeShare";
  /** What it must be. */
  readonly expected: string;
}

/**
 * Finds what cannot be true together in a task's progress; the first thing, for one is enough to ask back.
 *
 * @param task - a task whose fields have the right types
 * @returns the contradiction; nothing when there is none
 */
export function progressFault(task: Task): ProgressFault | undefined {
  const { durationDays, actualStart, actualFinish, completeShare } = task;
  // Civil dates in one form: text order is time order.
  if (actualFinish !== undefined) {
    if (actualStart === undefined) {
      if (durationDays > 0) return { field: "actualFinish", expected: "with an actual start" };
    } else if (actualFinish < actualStart) return { field: "actualFinish", expected: "on or after the actual start" };
  }
  if (completeShare === undefined) return undefined;
  if (actualFinish !== undefined) {
    return completeShare === 1 ? undefined : { field: "completeShare", expected: "1 for a finished task" };
  }
  if (completeShare === 1) return { field: "completeShare", expected: "below 1 without an actual finish" };
  if (completeShare > 0 && actualStart === undefined) {
    return { field: "completeShare", expected: "0 without an actual start" };
  }
  return undefined;
}
