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
      const path = criticalPath({ tasks: tasksOf(input.tasks) });
      return { projectDuration: path.projectDurationDays, critical: path.critical, tasks: path.tasks.map(times) };
    },
    "cpm-psplib": (input: { readonly tasks: readonly GoldenTask[] }) => {
      const path = criticalPath({ tasks: tasksOf(input.tasks) });
      return {
        projectDuration: path.projectDurationDays,
        critical: path.critical.map(Number),
        earlyStart: path.tasks.map(({ earlyStart }) => earlyStart),
        lateStart: path.tasks.map(({ lateStart }) => lateStart),
      };
    },
  },
};
