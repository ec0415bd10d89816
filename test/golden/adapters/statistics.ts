import { isNoAnswer } from "../../../src/foundation/errors/index.js";
import {
  fencedOutliers,
  type LikertSummary,
  likertSummary,
  mean,
  medianOutliers,
  mergeMoments,
  mergeQuantileSketches,
  momentFigures,
  type Moments,
  moments,
  quantile,
  QUANTILE_TYPES,
  quantiles,
  quantileSketch,
  sketchQuantile,
  sum,
  summary,
} from "../../../src/foundation/statistics/index.js";
import { type Adapters, placed } from "../harness.js";

/** Numbers are text in these cases where they are exact decimals. */
const read = (value: unknown): number => (typeof value === "string" ? Number(value) : (value as number));
const readAll = (values: readonly unknown[]): number[] => values.map(read);

interface SingleCase {
  readonly values: readonly unknown[];
  readonly p: unknown;
  readonly type: number;
}

const single = ({ values, p, type }: SingleCase) =>
  placed(
    (path) => path.map((step) => (step === "probability" ? "p" : step)),
    () => {
      const kind = QUANTILE_TYPES[type - 1];
      const value = quantile(readAll(values), { probability: read(p), ...(kind === undefined ? {} : { type: kind }) });
      return isNoAnswer(value) ? { value: null, reason: value.reason } : { value };
    },
  );

const stateOf = ({ count, mean: middle, squares, minimum, maximum }: Moments) => ({
  n: count,
  mean: count === 0 ? null : middle,
  m2: squares,
  min: minimum ?? null,
  max: maximum ?? null,
});

/** The cases of foundation/statistics, by area and kind. */
export const statisticsGolden: Readonly<Record<string, Adapters>> = {
  kpi: {
    quantile: ({ values, p }: { readonly values: readonly unknown[]; readonly p: readonly unknown[] }) => {
      const all = (type: (typeof QUANTILE_TYPES)[number]) =>
        quantiles(readAll(values), { probabilities: readAll(p), type });
      const numbered = QUANTILE_TYPES.slice(0, 9).map((type, i) => [String(i + 1), all(type)] as const);
      return { types: Object.fromEntries(numbered), nearestRank: all("nearest-rank") };
    },
    "quantile.single": single,
    robust: single,
    likert: ({ counts }: { readonly counts: Readonly<Record<string, number>> }) => {
      const found = likertSummary(Object.values(counts));
      if (isNoAnswer(found)) return found;
      const { answered: n, topTwo, bottomTwo, net, ...rest } = found as LikertSummary;
      return { n, ...rest, topTwoPct: 100 * topTwo, bottomTwoPct: 100 * bottomTwo, netPct: 100 * net };
    },
    "aggregate.percentile": ({
      groups,
      p,
    }: {
      readonly groups: readonly (readonly number[])[];
      readonly p: number;
    }) => {
      const perGroup = groups.map((values) => quantile(values, { probability: p }) as number);
      return { perGroup, meanOfPercentiles: mean(perGroup), pooled: quantile(groups.flat(), { probability: p }) };
    },
    "outliers.mad": ({ values, cutoff }: { readonly values: readonly number[]; readonly cutoff: unknown }) => {
      const found = medianOutliers(values, { cutoff: read(cutoff) });
      if (isNoAnswer(found)) return found;
      const { medianAbsoluteDeviation, ...rest } = found;
      return { ...rest, rawMad: medianAbsoluteDeviation };
    },
    "outliers.tukey": ({ values }: { readonly values: readonly number[] }) => {
      const found = fencedOutliers(values);
      if (isNoAnswer(found)) return found;
      const { lowerQuartile: q1, upperQuartile: q3, lowerFence: lower, upperFence: upper, outliers } = found;
      return { q1, q3, lower, upper, outliers };
    },
    "streaming.summary": ({ values }: { readonly values: readonly unknown[] }) => {
      const { count, mean: middle, standardDeviation } = summary(readAll(values));
      return { n: count, mean: middle, sd: standardDeviation };
    },
    "streaming.merge": ({ parts }: { readonly parts: readonly (readonly unknown[])[] }) => {
      const states = parts.map((values) => moments(readAll(values)));
      const merged = mergeMoments(states);
      return { partStates: states.map(stateOf), merged: stateOf(merged), variance: momentFigures(merged).variance };
    },
    "streaming.sum": ({ lists }: { readonly lists: readonly (readonly number[])[] }) => ({
      sums: lists.map((list) => sum(list)),
    }),
    "streaming.sketch": (input: {
      readonly values: readonly number[];
      readonly alpha: unknown;
      readonly p: readonly unknown[];
      readonly partition: number;
    }) => {
      const options = { relativeError: read(input.alpha) };
      const whole = quantileSketch(input.values, options);
      const parts = Array.from({ length: input.partition }, (_, k) =>
        quantileSketch(
          input.values.filter((_value, i) => i % input.partition === k),
          options,
        ),
      );
      const merged = mergeQuantileSketches(parts);
      const answers = readAll(input.p).map((probability) => {
        const answer = sketchQuantile(merged, { probability });
        return isNoAnswer(answer) ? null : answer.value;
      });
      return {
        n: merged.count,
        quantiles: answers,
        mergedEqualsWhole: JSON.stringify(merged) === JSON.stringify(whole),
      };
    },
  },
};
