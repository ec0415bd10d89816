/** A task as a case has it. */
interface GivenTask {
  readonly duration: number;
  readonly predecessors: readonly unknown[];
}

/** A network worked out, as the adapter gives it back. */
interface WorkedNetwork {
  readonly projectDuration: number;
  readonly critical: readonly string[];
  readonly tasks: readonly { readonly earlyStart: number; readonly totalFloat: number }[];
}

/**
 * Sums in place of results that are too long for a file of cases; the pages say which. Adapters work nothing out, so
 * that the sums are made here.
 *
 * @param kind - the kind of the case
 * @param input - a case's input with all its rows
 * @param value - what the adapter returned
 * @returns the sums; the value itself where the page has it in full
 */
export function digest(kind: string, input: unknown, value: unknown): unknown {
  if (kind !== "cpm-scale") return value;
  const { tasks: given } = input as { readonly tasks: readonly GivenTask[] };
  const { projectDuration, critical, tasks } = value as WorkedNetwork;
  return {
    projectDuration,
    criticalCount: critical.length,
    linkCount: sum(given, ({ predecessors }) => predecessors.length),
    sumDuration: sum(given, ({ duration }) => duration),
    sumEarlyStart: sum(tasks, ({ earlyStart }) => earlyStart),
    sumTotalFloat: sum(tasks, ({ totalFloat }) => totalFloat),
  };
}

function sum<T>(items: readonly T[], pick: (item: T) => number): number {
  return items.reduce((total, item) => total + pick(item), 0);
}
