import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { SimulationInput } from "../../../src/foundation/simulation/index.js";
import {
  type Evaluate,
  mergeSimulationParts,
  parseSimulationPart,
  runSimulationJob,
  SAMPLINGS,
  simulate,
  simulationFromParts,
  type SimulationJob,
  simulationJobs,
  simulationSummary,
  type SimulationVariable,
} from "../../../src/foundation/simulation/index.js";
import { law } from "../../kit/laws.js";
import { THREE, draws, input, normal, triangular } from "./three-variables.js";

describe("however the work is split", () => {
  const evaluate: Evaluate = ({ variables: [a = [], b = [], c = []], outputs: [worst, late] }) => {
    for (let i = 0; i < a.length; i++) {
      if (worst !== undefined) worst[i] = Math.max(b[i] ?? NaN, 3 * (c[i] ?? NaN)) + (a[i] ?? NaN);
      if (late !== undefined) late[i] = (b[i] ?? NaN) > 33 ? 1 : 0;
    }
  };
  const outputs = [{ id: "worst" }, { id: "late", keep: "moments" as const }];

  it.each(SAMPLINGS)(
    "%s gives the same to the last bit, for 1, 2, 3 and 7 jobs in any order, through JSON",
    (sampling) => {
      const asked = input({ sampling, outputs });
      const whole = JSON.stringify(simulate(asked, { evaluate }));
      for (const jobs of [1, 2, 3, 7]) {
        const parts = simulationJobs(asked, { jobs })
          .map((job) => JSON.parse(JSON.stringify(job)) as SimulationJob)
          .map((job) => parseSimulationPart(JSON.parse(JSON.stringify(runSimulationJob(job, { evaluate })))));
        expect(parts).toHaveLength(jobs);
        const [first, ...others] = parts;
        const shuffled = first === undefined ? others : [...others.reverse(), first];
        expect(JSON.stringify(simulationFromParts(asked, { parts: shuffled, evaluate }))).toBe(whole);
        const gathered = [mergeSimulationParts(shuffled.slice(0, 2)), ...shuffled.slice(2)];
        expect(JSON.stringify(simulationFromParts(asked, { parts: gathered, evaluate }))).toBe(whole);
      }
    },
  );

  it.each(["gaussian-copula", "iman-conover"] as const)("also with variables that go together by %s", (method) => {
    const correlations = [
      {
        method,
        variables: ["b", "a"],
        matrix: [
          [1, 0.6],
          [0.6, 1],
        ],
      },
    ];
    const asked = input({ correlations });
    const whole = simulate(asked);
    const parts = simulationJobs(asked, { jobs: 3 }).map((job) => runSimulationJob(job));
    expect(simulationFromParts(asked, { parts })).toEqual(whole);
    const named = input({ correlations, outputs });
    const others = simulationJobs(named, { jobs: 5 }).map((job) => runSimulationJob(job, { evaluate }));
    expect(simulationFromParts(named, { parts: others, evaluate })).toEqual(simulate(named, { evaluate }));
  });
});

describe("accuracy", () => {
  it.each(SAMPLINGS)("%s: the standard error is what the errors really are", (sampling) => {
    const runs = Array.from({ length: 60 }, (_, seed) =>
      simulationSummary(
        simulate({
          seed,
          iterations: 2048,
          sampling,
          variables: [
            { id: "a", distribution: triangular, dimension: 0 },
            { id: "b", distribution: normal, dimension: 1 },
          ],
        }),
        {
          percentiles: [0.8],
          shortfalls: [0.8],
          exceedances: [38],
        },
      ),
    );
    for (const pick of ["mean", "standardDeviation", "percentiles", "shortfalls", "exceedances"] as const) {
      const estimates = runs.map((run) => {
        const one = run[pick];
        return (Array.isArray(one) ? one[0] : one) as { value: number; standardError: number };
      });
      const middle = estimates.reduce((sum, { value }) => sum + value, 0) / 60;
      const real = Math.sqrt(estimates.reduce((sum, { value }) => sum + (value - middle) ** 2, 0) / 59);
      const told = Math.sqrt(estimates.reduce((sum, { standardError }) => sum + standardError ** 2, 0) / 60);
      expect([pick, told / real > 0.7 && told / real < 1.4 ? "right" : told / real]).toEqual([pick, "right"]);
    }
  });

  it("plain: twice the iterations, 0.71 times the standard error", () => {
    const error = (iterations: number): number =>
      simulationSummary(simulate({ seed: 1, iterations, sampling: "plain", variables: THREE })).mean
        .standardError as number;
    expect(error(200_000) / error(100_000)).toBeCloseTo(Math.SQRT1_2, 2);
  });
});

describe("variables that go together", () => {
  const latent = 0.7;
  const asked = (
    method: "gaussian-copula" | "iman-conover",
    iterations = 20_000,
  ): ReadonlyMap<string, readonly number[]> =>
    draws({
      iterations,
      correlations: [
        {
          method,
          variables: ["a", "b"],
          matrix: [
            [1, latent],
            [latent, 1],
          ],
        },
      ],
    });
  const ranks = (values: readonly number[]): number[] => {
    const order = values.map((value, i) => [value, i] as const).sort((x, y) => x[0] - y[0]);
    const out = new Array<number>(values.length);
    order.forEach(([, i], rank) => {
      out[i] = rank;
    });
    return out;
  };
  const correlation = (x: readonly number[], y: readonly number[]): number => {
    const middle = (list: readonly number[]): number => list.reduce((sum, v) => sum + v, 0) / list.length;
    const [mx, my] = [middle(x), middle(y)];
    const cross = (p: readonly number[], mp: number, q: readonly number[], mq: number): number =>
      p.reduce((sum, v, i) => sum + (v - mp) * ((q[i] ?? NaN) - mq), 0);
    return cross(x, mx, y, my) / Math.sqrt(cross(x, mx, x, mx) * cross(y, my, y, my));
  };

  it("by a copula have the rank correlation that belongs to it: 6 ÷ π · asin(r ÷ 2)", () => {
    const all = asked("gaussian-copula");
    expect(correlation(ranks(all.get("a") ?? []), ranks(all.get("b") ?? []))).toBeCloseTo(
      (6 / Math.PI) * Math.asin(latent / 2),
      2,
    );
    expect(Math.abs(correlation(ranks(all.get("a") ?? []), ranks(all.get("c") ?? [])))).toBeLessThan(0.03);
  });

  it("by a copula keep their own distributions", () => {
    const b = asked("gaussian-copula").get("b") ?? [];
    const mean = b.reduce((sum, v) => sum + v, 0) / b.length;
    expect(mean).toBeCloseTo(30, 1);
    expect(Math.sqrt(b.reduce((sum, v) => sum + (v - mean) ** 2, 0) / b.length)).toBeCloseTo(4, 1);
  });

  it("by reordering keep every value, and come near to the wanted rank correlation", () => {
    const all = asked("iman-conover");
    const free = draws({ iterations: 20_000 });
    for (const id of ["a", "b"])
      expect([...(all.get(id) ?? [])].sort((x, y) => x - y)).toEqual([...(free.get(id) ?? [])].sort((x, y) => x - y));
    expect(correlation(ranks(all.get("a") ?? []), ranks(all.get("b") ?? []))).toBeCloseTo(latent, 1);
  });

  it("three by a copula have each the correlation that was asked for", () => {
    const matrix = [
      [1, 0.8, 0.3],
      [0.8, 1, -0.2],
      [0.3, -0.2, 1],
    ];
    const all = draws({ iterations: 40_000, correlations: [{ variables: ["a", "b", "c"], matrix }] });
    const of = (one: string, other: string): number =>
      correlation(ranks(all.get(one) ?? []), ranks(all.get(other) ?? []));
    const wanted = (r: number): number => (6 / Math.PI) * Math.asin(r / 2);
    expect(of("a", "b")).toBeCloseTo(wanted(0.8), 2);
    expect(of("a", "c")).toBeCloseTo(wanted(0.3), 1);
    expect(of("b", "c")).toBeCloseTo(wanted(-0.2), 1);
  });

  it("by reordering come near also in fifty iterations, where chance alone is far off", () => {
    const correlations = [
      {
        method: "iman-conover" as const,
        variables: ["a", "b"],
        matrix: [
          [1, 0],
          [0, 1],
        ],
      },
    ];
    const seeds = Array.from({ length: 12 }, (_, seed) => seed);
    const of = (more: Partial<SimulationInput>): number => {
      const found = seeds.map((seed) => {
        const all = draws({ seed, iterations: 50, ...more });
        return correlation(ranks(all.get("a") ?? []), ranks(all.get("b") ?? []));
      });
      return Math.sqrt(found.reduce((sum, r) => sum + r * r, 0) / seeds.length);
    };
    expect(of({})).toBeGreaterThan(0.1);
    expect(of({ correlations })).toBeLessThan(0.06);
  });

  it("by reordering are not changed by one that is added at the end", () => {
    const matrix = [
      [1, 0.6, 0],
      [0.6, 1, 0],
      [0, 0, 1],
    ];
    const two = draws({
      correlations: [
        {
          method: "iman-conover",
          variables: ["a", "b"],
          matrix: [
            [1, 0.6],
            [0.6, 1],
          ],
        },
      ],
    });
    const three = draws({ correlations: [{ method: "iman-conover", variables: ["a", "b", "c"], matrix }] });
    expect(three.get("a")).toEqual(two.get("a"));
    expect(three.get("b")).toEqual(two.get("b"));
  });

  it("correlated normals add up as the textbook says", () => {
    const variables: SimulationVariable[] = [
      { id: "A", distribution: { kind: "normal", mean: 20, standardDeviation: 3 } },
      { id: "B", distribution: { kind: "normal", mean: 30, standardDeviation: 4 } },
    ];
    const correlations = [
      {
        variables: ["A", "B"],
        matrix: [
          [1, 0.5],
          [0.5, 1],
        ],
      },
    ];
    const { mean, standardDeviation } = simulationSummary(
      simulate({ seed: 3, iterations: 100_000, variables, correlations }),
    );
    expect(mean.value).toBeCloseTo(50, 2);
    expect((standardDeviation as { value: number }).value).toBeCloseTo(Math.sqrt(37), 1);
  });
});

describe("laws", () => {
  it("any cut into jobs gives the whole, for any sizes", () => {
    law(
      fc.tuple(
        fc.integer({ min: 1, max: 6000 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 5 }),
        fc.constantFrom(...SAMPLINGS),
        fc.nat(),
      ),
      ([iterations, jobs, asked, sampling, seed]) => {
        const replicates = sampling === "plain" ? 1 : Math.min(asked, iterations);
        const one = { seed, iterations, sampling, replicates, variables: THREE };
        const parts = simulationJobs(one, { jobs }).map((job) => runSimulationJob(job));
        const whole = simulate(one);
        expect(simulationFromParts(one, { parts })).toEqual(whole);
        expect(whole.outputs[0]?.values).toHaveLength(iterations);
        expect(JSON.parse(JSON.stringify(whole))).toEqual(whole);
      },
      60,
    );
  });
});
