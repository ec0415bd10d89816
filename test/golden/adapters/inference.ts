import { isNoAnswer, type NoAnswer, type Path } from "../../../src/foundation/errors/index.js";
import {
  adjustedWaldInterval,
  clopperPearsonInterval,
  demonstrationTrials,
  eventRateInterval,
  eventRateRatio,
  failureRateBound,
  fisherExactTest,
  type Interval,
  mannKendallTest,
  mannWhitneyTest,
  meanShift,
  medianShift,
  newcombeInterval,
  pettittTest,
  pooledShareTest,
  promoterChange,
  promoterSampleSize,
  quantileRanks,
  silenceBounds,
  stratifiedSatisfaction,
  type SurveyStratum,
  tailWeight,
  theilSenLine,
  type Trials,
  wilsonInterval,
} from "../../../src/foundation/statistics/index.js";
import { type Adapters, placed } from "../harness.js";

/** Numbers are text in these cases where they are exact decimals. */
const read = (value: unknown): number => (typeof value === "string" ? Number(value) : (value as number));

const readAll = (values: readonly unknown[]): number[] => values.map(read);

/** Moves places: `trials` is `n` in some cases. */
const renamed =
  (names: Readonly<Record<string, string>>) =>
  (path: Path): Path =>
    path.map((step) => (typeof step === "string" ? (names[step] ?? step) : step));

const pair = <T extends NoAnswer>(interval: Interval | T): readonly number[] | T =>
  isNoAnswer(interval) ? interval : [(interval as Interval).low, (interval as Interval).high];

/** Ratios of the library are plain; these cases have them in per cent. */
const percent = <T extends NoAnswer>(ratio: number | T): number | T =>
  isNoAnswer(ratio) ? ratio : 100 * (ratio as number);

/** One part of an answer; the whole where there is none. */
const part = <T extends object, K extends keyof T>(answer: T | NoAnswer, name: K): T[K] | NoAnswer =>
  isNoAnswer(answer) ? (answer as NoAnswer) : (answer as T)[name];

interface ShareCase {
  readonly successes: number;
  readonly n: number;
  readonly confidence: unknown;
}

interface TwoSharesCase {
  readonly successes1: number;
  readonly n1: number;
  readonly successes2: number;
  readonly n2: number;
  readonly confidence: unknown;
}

interface WaveCase {
  readonly promoters: number;
  readonly detractors: number;
  readonly n: number;
}

const waveOf = ({ promoters, detractors, n }: WaveCase) => ({ promoters, detractors, answered: n });

interface SeriesCase {
  readonly values: readonly unknown[];
}

const kpi: Adapters = {
  proportion: ({ successes, n, confidence }: ShareCase) =>
    placed(renamed({ trials: "n" }), () => {
      const [observed, options] = [{ successes, trials: n }, { confidence: read(confidence) }];
      return {
        estimate: part(newcombeInterval({ sample: observed, baseline: observed }, options), "sample"),
        wilson: pair(wilsonInterval(observed, options)),
        agrestiCoull: pair(adjustedWaldInterval(observed, options)),
        clopperPearson: pair(clopperPearsonInterval(observed, options)),
      };
    }),
  proportionDifference: ({ successes1, n1, successes2, n2, confidence }: TwoSharesCase) =>
    placed(
      ([group, word]) => [`${word === "trials" ? "n" : String(word)}${group === "sample" ? "1" : "2"}`],
      () => {
        const groups = {
          sample: { successes: successes1, trials: n1 },
          baseline: { successes: successes2, trials: n2 },
        };
        const found = newcombeInterval(groups, { confidence: read(confidence) });
        return { difference: part(found, "difference"), lower: part(found, "low"), upper: part(found, "high") };
      },
    ),
  "defects.rate": ({ defects, exposure, confidence }: Readonly<Record<string, unknown>>) =>
    placed(renamed({ events: "defects" }), () => {
      const counted = { events: defects as number, exposure: read(exposure) };
      const found = eventRateInterval(counted, { confidence: read(confidence) });
      return { rate: part(found, "rate"), lower: part(found, "low"), upper: part(found, "high") };
    }),
  "defects.rateRatio": (input: {
    readonly defects: readonly [number, number];
    readonly exposure: readonly [unknown, unknown];
    readonly confidence: unknown;
  }) =>
    placed(
      ([group, word]) => [word === "events" ? "defects" : "exposure", group === "sample" ? 0 : 1],
      () => {
        const { defects, exposure, confidence } = input;
        const found = eventRateRatio(
          {
            sample: { events: defects[0], exposure: read(exposure[0]) },
            baseline: { events: defects[1], exposure: read(exposure[1]) },
          },
          { confidence: read(confidence) },
        );
        return {
          ratio: part(found, "ratio"),
          lower: part(found, "low"),
          upper: part(found, "high"),
          pTwoSided: part(found, "p"),
        };
      },
    ),
  "nps.difference": ({ wave1, wave2 }: { readonly wave1: WaveCase; readonly wave2: WaveCase }) =>
    placed(renamed({ before: "wave1", after: "wave2", answered: "n" }), () => {
      const found = promoterChange({ before: waveOf(wave1), after: waveOf(wave2) });
      return {
        difference: part(found, "change"),
        se: part(found, "standardError"),
        z: part(found, "z"),
        p: part(found, "p"),
        significantAt05: part(found, "significant"),
      };
    }),
  "nps.sampleSize": ({ halfWidth, confidence, variance }: Readonly<Record<string, unknown>>) => ({
    n: promoterSampleSize({
      halfWidth: read(halfWidth),
      confidence: read(confidence),
      variance: read(variance),
    }),
  }),
  "responseBias.bounds": (survey: Parameters<typeof silenceBounds>[0]) => {
    const { observed, low, high, responseRate } = silenceBounds(survey);
    return { observedPct: percent(observed), lowerPct: percent(low), upperPct: percent(high), responseRate };
  },
  "responseBias.strata": ({ strata }: { readonly strata: readonly SurveyStratum[] }) => {
    const { raw, weighted, empty } = stratifiedSatisfaction(strata);
    return { rawPct: percent(raw), weightedPct: percent(weighted), emptyStrata: empty };
  },
  "referenceClass.tail": ({ ratios, k }: { readonly ratios: readonly unknown[]; readonly k: number }) =>
    placed(renamed({ values: "ratios", largest: "k" }), () => {
      const found = tailWeight(readAll(ratios), { threshold: 1, largest: k });
      return {
        mean: found.mean,
        median: found.median,
        shareOfExcessFromLargest: found.shareOfLargest,
        hillAlpha: found.index,
      };
    }),
  trend: ({ values }: SeriesCase) => {
    const trend = mannKendallTest(readAll(values), { method: "normal" });
    const line = theilSenLine({ y: readAll(values) });
    return {
      S: trend.score,
      varS: trend.variance,
      tauB: trend.tau,
      z: trend.z,
      p: trend.p,
      senSlope: part(line, "slope"),
      senIntercept: part(line, "intercept"),
      slopes: part(line, "slopes"),
    };
  },
  "trend.sen": ({ times, values }: SeriesCase & { readonly times: readonly unknown[] }) => {
    const line = theilSenLine({ x: readAll(times), y: readAll(values) });
    return { senSlope: part(line, "slope"), senIntercept: part(line, "intercept") };
  },
  "trend.exact": ({ values }: SeriesCase) => {
    const found = mannKendallTest(readAll(values), { method: "exact" });
    return { n: found.count, S: found.score, pExact: found.p };
  },
  "changePoint.pettitt": ({ values }: SeriesCase) => {
    const found = pettittTest(readAll(values));
    return { K: part(found, "statistic"), after: part(found, "after"), p: part(found, "p") };
  },
  "changePoint.split": ({ values }: SeriesCase) => {
    const found = meanShift(readAll(values));
    return {
      after: part(found, "after"),
      meanBefore: part(found, "meanBefore"),
      meanAfter: part(found, "meanAfter"),
      sse: part(found, "squares"),
    };
  },
  "referenceClass.interval": ({ n, p, confidence }: Readonly<Record<string, unknown>>) =>
    placed(renamed({ count: "n", probability: "p" }), () => {
      const found = quantileRanks({ count: n as number, probability: read(p), confidence: read(confidence) });
      return { lowerRank: found.lowRank, upperRank: found.highRank, coverage: found.coverage };
    }),
};

interface EventsCase {
  readonly events: number;
  readonly trials: number;
}

const trialsOf = ({ events, trials }: EventsCase): Trials => ({ successes: events, trials });

interface SamplesCase {
  readonly newSample: readonly number[];
  readonly oldSample: readonly number[];
}

const strategy: Adapters = {
  "mann-whitney": ({ newSample: sample, oldSample: baseline }: SamplesCase) => {
    const samples = { sample, baseline };
    const exact = mannWhitneyTest(samples);
    const normal = mannWhitneyTest(samples, { method: "normal" });
    return {
      U: exact.u,
      z: normal.z,
      pTwoSidedAsymptotic: mannWhitneyTest(samples, { method: "normal", continuity: false }).p,
      pTwoSidedAsymptoticContinuity: normal.p,
      commonLanguageEffect: exact.superiority,
      hodgesLehmann: medianShift(samples).shift,
      pTwoSidedExactPermutation: exact.p,
      exactFraction: exact.p,
    };
  },
  "proportion-interval": ({ confidence, ...observed }: Trials & { readonly confidence: number }) => ({
    estimate: part(newcombeInterval({ sample: observed, baseline: observed }, { confidence }), "sample"),
    wilson: pair(wilsonInterval(observed, { confidence })),
    clopperPearson: pair(clopperPearsonInterval(observed, { confidence })),
  }),
  "sample-size:maxFailureRate": (wanted: Parameters<typeof demonstrationTrials>[0]) => ({
    n: demonstrationTrials(wanted),
  }),
  "sample-size:trials": ({ confidence, ...run }: Parameters<typeof failureRateBound>[0] & { confidence: number }) => {
    const found = failureRateBound(run, { confidence });
    return { upperOneSided: part(found, "bound"), ruleOfThree: part(found, "ruleOfThree") };
  },
  "two-proportions": (input: { readonly new: EventsCase; readonly old: EventsCase; readonly confidence: number }) => {
    const groups = { sample: trialsOf(input.new), baseline: trialsOf(input.old) };
    const apart = newcombeInterval(groups, { confidence: input.confidence });
    const pooled = pooledShareTest(groups);
    const exact = fisherExactTest(groups);
    return {
      difference: part(apart, "difference"),
      zPooled: part(pooled, "z"),
      pTwoSidedPooled: part(pooled, "p"),
      newcombeInterval: isNoAnswer(apart) ? apart : pair(apart),
      fisherTwoSided: part(exact, "p"),
      fisherNewWorse: part(exact, "pGreater"),
    };
  },
};

/** Intervals, tests, trends and ratios, by area and kind. */
export const inferenceGolden: { readonly kpi: Adapters; readonly strategy: Adapters } = { kpi, strategy };
