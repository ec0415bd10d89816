import * as z from "zod";

import { isNoAnswer, type Path } from "../../../src/foundation/errors/index.js";
import {
  allocateMoney,
  Amount,
  CurrencyCode,
  formatMoney,
  type Money,
  divideMoney,
  parseMoney,
  sumMoney,
} from "../../../src/foundation/money/index.js";
import {
  CivilDate,
  Count,
  EmailAddress,
  FiniteNumber,
  Id,
  list,
  parse,
  Probability,
  schema,
  Text,
} from "../../../src/foundation/schema/index.js";
import {
  runSimulationJob,
  simulate,
  type Simulation,
  simulationFromParts,
  type SimulationInput,
  simulationJobs,
  simulationSummary,
} from "../../../src/foundation/simulation/index.js";
import { promoterSurvey, quantile, summary } from "../../../src/foundation/statistics/index.js";
import {
  addWorkingDays,
  daysBetween,
  Duration,
  durationMinutes,
  epochMilliseconds,
  Instant,
  instantOf,
  parsePeriod,
  STANDARD_WEEK,
  WEEKDAYS,
  type WorkingCalendar,
  workingDaysBetween,
} from "../../../src/foundation/time/index.js";
import { csvNumber, csvText } from "../../../src/interchange/index.js";
import { uptime } from "../../../src/kpi/index.js";
import {
  htmlLink,
  htmlText,
  jsonForHtml,
  markdownCell,
  markdownText,
  mermaidText,
  plainText,
} from "../../../src/reports/index.js";
import { parseRiskRegister, threatExposure } from "../../../src/risk/index.js";
import {
  datedInternalRateOfReturn,
  internalRateOfReturn,
  internalRates,
  netPresentValue,
  parseCashFlowsInput,
  parseDatedFlowsInput,
  parseNetPresentValueInput,
  parseReturnOnInvestmentInput,
  returnOnInvestment,
} from "../../../src/roi/index.js";
import { criticalPath } from "../../../src/schedule/index.js";
import { normaliseWeights } from "../../../src/strategy/index.js";
import { placed } from "../refusals.js";
import { distributionTargets } from "./distribution-targets.js";
import type { Target } from "./observe.js";

/** One field of a strict object, read as users read their own shapes; the answer is the field's value. */
function field<T>(name: string, type: z.ZodType<T>): Target {
  const shape = schema(() => z.strictObject({ [name]: type }));
  return (value: unknown) => parse(shape, value, "record")[name];
}

interface Tree {
  readonly id: string;
  readonly effort: number;
  readonly children: readonly Tree[];
}

const Tree: z.ZodType<Tree> = schema(() => z.strictObject({ id: Id, effort: FiniteNumber, children: list(Tree) }));
const Project = schema(() => z.strictObject({ name: Text }));
const Keyed = schema(() => z.record(Id, FiniteNumber));

function effortOf({ effort, children }: Tree): number {
  return children.reduce((sum, child) => sum + effortOf(child), effort);
}

const euros = (amount: unknown): unknown => ({ amount, currency: "EUR" });

/** Takes a path of the library to that of a case, whose names are others. */
const renamed =
  (names: Readonly<Record<string, string>>) =>
  (path: Path): Path =>
    path.map((step) => names[step] ?? step);

/** Takes a path of the library to that of a case whose whole input is the list `name`. */
const below =
  (name: string, names: Readonly<Record<string, string>> = {}) =>
  (path: Path): Path =>
    renamed(names)(path[0] === name ? path.slice(1) : path);

/** Maps a list; what is none goes on as it is, for the library to refuse. */
function each<T, R>(items: readonly T[], make: (item: T) => R): readonly R[] {
  return Array.isArray(items) ? items.map(make) : (items as never);
}

interface HostileTask {
  readonly id: string;
  readonly duration: number;
  readonly dependsOn: readonly string[];
}

interface Days {
  readonly start: CivilDate;
  readonly end: CivilDate;
}

interface DaysAfter {
  readonly start: CivilDate;
  readonly days: number;
  readonly weekend?: readonly number[];
}

/** A week whose days off have the numbers 0 (Sunday) to 6 (Saturday). */
function weekWithout(weekend: readonly number[]): WorkingCalendar {
  const worked = WEEKDAYS.filter((_, i) => !weekend.includes((i + 1) % 7));
  return { week: Object.fromEntries(worked.map((day) => [day, {}])) };
}

/** A report's text in each format. */
const WRITERS: Readonly<Record<string, (text: string) => string>> = {
  html: htmlText,
  "html-link": (text) => htmlLink(text),
  "html-json": jsonForHtml,
  markdown: markdownText,
  "markdown-cell": markdownCell,
  csv: csvText,
  "csv-number": csvNumber,
  "mermaid-gantt": mermaidText,
  text: plainText,
};

/** The risk that all cases simulate, under an id. */
const standardRisk = (id: string) => ({
  id,
  distribution: {
    kind: "event" as const,
    probability: 0.5,
    impact: { kind: "triangular" as const, minimum: 0, mode: 1.25, maximum: 2.5 },
  },
});

interface Run {
  readonly seed: number;
  readonly iterations: number;
}

/** The model that all cases simulate. */
const standardModel = ({ seed, iterations }: Run): SimulationInput => ({
  seed,
  iterations,
  variables: ["r1", "r2", "r3", "r4"].map(standardRisk),
});

/** A result with mean, percentiles and ends, as text. */
function fullResult(simulation: Simulation): string {
  const percentiles = Array.from({ length: 99 }, (_, i) => (i + 1) / 100);
  return JSON.stringify(simulationSummary(simulation, { percentiles }));
}

/** What each risk of a run drew, an iteration after the other. */
function impactsOf(seed: number, iterations: number, ids: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const { outputs } = simulate(
    { seed, iterations, variables: ids.map(standardRisk), outputs: ids.map((id) => ({ id })) },
    {
      evaluate: (block) => {
        block.outputs.forEach((output, i) => {
          output.set(block.variables[i] ?? []);
        });
      },
    },
  );
  return new Map(outputs.map(({ id, values = [] }) => [id, values]));
}

/** The functions that the cases call, by their kind. */
export const TARGETS: Readonly<Record<string, Target>> = {
  ...distributionTargets,
  number: field("x", FiniteNumber),
  integer: field("x", Count),
  probability: field("probability", Probability),
  title: field("title", Text),
  id: field("x", Id),
  email: field("x", EmailAddress),
  currency: field("x", CurrencyCode),
  decimal: field("x", Amount),
  date: field("x", CivilDate),
  instant: (value: unknown) => instantOf(epochMilliseconds(field("x", Instant)(value as never) as Instant)),
  duration: (value: unknown) => durationMinutes(field("x", Duration)(value as never) as Duration),
  interval: ({ start, end }: Days) =>
    placed(renamed({ from: "start", to: "end" }), () => {
      const { from, to } = parsePeriod({ from: start, to: end });
      return { calendarDays: daysBetween(from, to) };
    }),
  calendarDays: ({ start, end }: Days) => placed(renamed({ from: "start", to: "end" }), () => daysBetween(start, end)),
  businessDays: ({ start, end }: Days) =>
    placed(renamed({ from: "start", to: "end" }), () => workingDaysBetween(start, end, STANDARD_WEEK)),
  addBusinessDays: ({ start, days, weekend }: DaysAfter) =>
    placed(renamed({ date: "start", calendar: "weekend" }), () =>
      addWorkingDays(start, days, weekend === undefined ? STANDARD_WEEK : weekWithout(weekend)),
    ),
  survey: (scores: readonly number[]) =>
    placed(below("scores"), () => {
      const { score } = promoterSurvey({ scores, scale: { low: 0, high: 10 } });
      return isNoAnswer(score) ? score : { nps: score };
    }),
  series: (values: readonly number[]) =>
    placed(below("values"), () => {
      const { standardDeviation, minimum, maximum, ...rest } = summary(values);
      return isNoAnswer(rest.mean) ? rest.mean : { ...rest, stdev: standardDeviation, min: minimum, max: maximum };
    }),
  percentile: ({ data, p }: { readonly data: readonly number[]; readonly p: number }) =>
    placed(renamed({ probability: "p", values: "data" }), () => quantile(data, { probability: p / 100 })),
  ratio: ({ part, whole }: { part: unknown; whole: unknown }) =>
    placed(renamed({ amount: "part", by: "whole" }), () => divideMoney(euros(part) as Money, euros(whole) as Money)),
  uptime: ({ total, down }: { total: number; down: number }) =>
    placed(renamed({ measuredSeconds: "total", downtimeSeconds: "down" }), () =>
      uptime({ measuredSeconds: total, downtimeSeconds: down }),
    ),
  simulate: (run: Run) => ({ mean: simulationSummary(simulate(standardModel(run))).mean.value }),
  simulateShards: ({ shards, ...run }: Run & { readonly shards: readonly number[] }) => {
    const results = shards.map((jobs) => {
      const input = standardModel(run);
      const parts = simulationJobs(input, { jobs }).map((job) => runSimulationJob(job));
      return fullResult(simulationFromParts(input, { parts }));
    });
    return { distinctResults: new Set(results).size };
  },
  simulateSeeds: ({ seeds, iterations }: { readonly seeds: readonly number[]; readonly iterations: number }) => ({
    distinctResults: new Set(seeds.map((seed) => fullResult(simulate(standardModel({ seed, iterations }))))).size,
  }),
  simulateAdd: ({
    seed,
    iterations,
    risks,
    add,
  }: Run & { readonly risks: readonly string[]; readonly add: string }) => {
    const before = impactsOf(seed, iterations, risks);
    const after = impactsOf(seed, iterations, [...risks, add]);
    const changed = risks.flatMap((id) => (before.get(id) ?? []).filter((value, i) => value !== after.get(id)?.[i]));
    return { changedDraws: changed.length };
  },
  project: (value: unknown) => parse(Project, value, "project"),
  keyed: (value: unknown) => {
    const map = parse(Keyed, value, "map");
    return { keys: Object.keys(map), sum: Object.values(map).reduce((sum, item) => sum + item, 0) };
  },
  tree: (value: unknown) => effortOf(parse(Tree, value, "tree")),
  money: (value: unknown) => parseMoney(value),
  moneySum: (value: readonly Money[]) => sumMoney(value),
  allocate: ({ total, ratios }: { total: Money; ratios: readonly number[] }) =>
    placed(renamed({ weights: "ratios" }), () => allocateMoney(total, ratios).map(({ amount }) => amount)),
  formatMoney: ({ amount, currency, digits }: { amount: string; currency: string; digits: number }) =>
    formatMoney(parseMoney({ amount, currency }), { decimals: digits }),
  riskRegister: (risks: readonly { readonly impact: unknown }[]) =>
    placed(below("risks"), () => {
      const rows = each(risks, (risk) => ({
        ...risk,
        type: "threat",
        owner: "owner",
        status: "open",
        responses: [],
        impact: euros(risk.impact),
      }));
      const register = parseRiskRegister({ risks: rows });
      const probabilities = register.risks.map(({ probability }) => probability as number);
      const impacts = register.risks.map(({ impact }) => impact as Money);
      const { amount } = threatExposure({ probabilities, impacts, currency: "EUR" }) as Money;
      return { expectedValue: amount, ids: register.risks.map(({ id }) => id) };
    }),
  taskGraph: (tasks: readonly HostileTask[]) =>
    placed(below("tasks", { durationDays: "duration", predecessors: "dependsOn" }), () => {
      const network = each(tasks, ({ id, duration, dependsOn }) => ({
        id,
        durationDays: duration,
        predecessors: each(dependsOn, (one) => ({ id: one })),
      }));
      return { finish: criticalPath({ tasks: network }).projectDurationDays };
    }),
  npv: ({ rate, flows }: { rate: number; flows: readonly string[] }) => {
    const input = parseNetPresentValueInput({ rate, flows: each(flows, euros), timing: "start" });
    return netPresentValue(input).amount;
  },
  irr: (flows: readonly string[]) =>
    placed(below("flows"), () => {
      const input = parseCashFlowsInput({ flows: each(flows, euros) });
      const only = internalRateOfReturn(input);
      if (isNoAnswer(only) && only.reason !== "not-unique") return only;
      return { rates: internalRates(input.flows).roots.map(({ rate }) => rate) };
    }),
  xirr: (rows: readonly { date: string; amount: string }[]) =>
    placed(
      ([column, i = 0, ...rest]) =>
        column === "dates" || column === "flows" ? [i, ...rest] : [column ?? "", i, ...rest],
      () => {
        const input = parseDatedFlowsInput({
          dates: each(rows, ({ date }) => date),
          flows: each(rows, ({ amount }) => euros(amount)),
          dayCount: "actual-365-fixed",
        });
        const only = datedInternalRateOfReturn(input);
        return isNoAnswer(only) ? only : { rate: only };
      },
    ),
  weights: (weights: Readonly<Record<string, number>>) => normaliseWeights(weights),
  render: ({ format, text }: { format: string; text: string }) => (WRITERS[format] as (text: string) => string)(text),
  roi: ({ benefit, cost }: { benefit: unknown; cost: unknown }) =>
    placed(renamed({ totalBenefit: "benefit", totalCost: "cost" }), () => ({
      ratio: returnOnInvestment(parseReturnOnInvestmentInput({ totalBenefit: euros(benefit), totalCost: euros(cost) })),
    })),
};
