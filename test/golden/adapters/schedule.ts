import {
  type CriticalPath,
  criticalPath,
  criticalPaths,
  type LinkType,
  nearCriticalTasks,
  type NetworkTask,
  type TaskTimes,
} from "../../../src/schedule/index.js";
import type { Adapters } from "../harness.js";

interface GoldenTask {
  readonly id: string;
  readonly duration: number;
  readonly predecessors: readonly { readonly id: string; readonly type: LinkType; readonly lag: number }[];
}

const tasksOf = (tasks: readonly GoldenTask[]): readonly NetworkTask[] =>
  tasks.map(({ id, duration, predecessors }) => ({
    id,
    durationDays: duration,
    predecessors: predecessors.map(({ lag, ...link }) => ({ ...link, lagDays: lag })),
  }));

const times = ({ id: _id, totalFloatDays, freeFloatDays, ...rest }: TaskTimes) => ({
  ...rest,
  totalFloat: totalFloatDays,
  freeFloat: freeFloatDays,
});

const floats = (tasks: readonly TaskTimes[]): object =>
  Object.fromEntries(tasks.map(({ id, totalFloatDays }) => [id, totalFloatDays]));

/** The pages print sums where a table of all tasks would be too long. */
const sum = <T>(items: readonly T[], pick: (item: T) => number): number =>
  items.reduce((total, item) => total + pick(item), 0);

/** Adapters of the cases of networks. */
export const scheduleGolden: { readonly schedule: Adapters } = {
  schedule: {
    cpm: (input: { readonly tasks: readonly GoldenTask[]; readonly nearCriticalLimit?: number }) => {
      const tasks = tasksOf(input.tasks);
      const path: CriticalPath = criticalPath({ tasks });
      return {
        projectDuration: path.projectDurationDays,
        critical: path.critical,
        order: path.tasks.map(({ id }) => id),
        tasks: Object.fromEntries(path.tasks.map((task) => [task.id, times(task)])),
        totalFloat: floats(path.tasks),
        criticalPaths: criticalPaths({ tasks }).paths,
        nearCritical: floats(nearCriticalTasks(path, input.nearCriticalLimit ?? 0)),
      };
    },
    "cpm-scale": (input: { readonly tasks: readonly GoldenTask[] }) => {
      const tasks = tasksOf(input.tasks);
      const path = criticalPath({ tasks });
      return {
        projectDuration: path.projectDurationDays,
        criticalCount: path.critical.length,
        linkCount: sum(tasks, ({ predecessors }) => predecessors?.length ?? 0),
        sumDuration: sum(tasks, ({ durationDays }) => durationDays),
        sumEarlyStart: sum(path.tasks, ({ earlyStart }) => earlyStart),
        sumTotalFloat: sum(path.tasks, ({ totalFloatDays }) => totalFloatDays),
      };
    },
    "cpm-psplib": (input: {
      readonly durations: readonly number[];
      readonly successors: readonly (readonly number[])[];
    }) => {
      // Jobs are numbered from 1 and list what comes after them.
      const jobs = input.durations.map((_, i) => String(i + 1));
      const tasks = input.durations.map((durationDays, i) => ({
        id: String(i + 1),
        durationDays,
        predecessors: jobs.filter((_, j) => input.successors[j]?.includes(i + 1)).map((id) => ({ id })),
      }));
      const path = criticalPath({ tasks });
      return {
        projectDuration: path.projectDurationDays,
        critical: path.critical.map(Number),
        earlyStart: path.tasks.map(({ earlyStart }) => earlyStart),
        lateStart: path.tasks.map(({ lateStart }) => lateStart),
      };
    },
  },
};
