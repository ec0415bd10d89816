import betaQuantile from "@stdlib/stats-base-dists-beta-quantile";
import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";
import { fillUniforms, preparedSampler } from "golive-kit/random";
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

const VARIABLES = 500;
const ITERATIONS = 100_000;
const BLOCK = 1000;
const SIZE = 1_000_000;
/** What a C program with the same draws and the same triangles sums them up to, bit for bit. */
const CHECKSUM = 19029815457.89838;

/** Minimum, mode and maximum of the triangle of each variable. */
const trianglesOf = (make) =>
  Array.from({ length: VARIABLES }, (_, i) => make(10 + i, (10 + i) * 1.3, (10 + i) * 2.1, i));

/** The sum of all draws, variable by variable within each block of iterations. */
function sumOfAll(fills) {
  const totals = new Float64Array(BLOCK);
  const block = new Float64Array(BLOCK);
  let sum = 0;
  for (let from = 0; from < ITERATIONS; from += BLOCK) {
    totals.fill(0);
    for (const fill of fills) {
      fill(from, block);
      for (let i = 0; i < BLOCK; i++) totals[i] += block[i];
    }
    for (let i = 0; i < BLOCK; i++) sum += totals[i];
  }
  return sum;
}

/** Our sum has to be the very number; another generator's one is near. */
function ours() {
  const sum = sumOfAll(
    trianglesOf((minimum, mode, maximum, key1) => {
      const sampler = preparedSampler({ kind: "triangular", minimum, mode, maximum });
      return (from, block) => sampler.fill({ key0: 42, key1 }, { from }, block);
    }),
  );
  if (sum !== CHECKSUM) throw new Error(`the sum is ${sum}, not ${CHECKSUM}`);
  return "agrees";
}

const agrees = (sum) => (Math.abs(sum / CHECKSUM - 1) < 1e-4 ? "agrees" : sum);

/** The plain way: a branch for each side of the mode, numbers from a generator with a state. */
function plain(next) {
  return agrees(
    sumOfAll(
      trianglesOf((minimum, mode, maximum) => {
        const range = maximum - minimum;
        const cut = (mode - minimum) / range;
        return (_from, block) => {
          for (let i = 0; i < BLOCK; i++) {
            const u = next();
            block[i] =
              u <= cut
                ? minimum + Math.sqrt(u * range * (mode - minimum))
                : maximum - Math.sqrt((1 - u) * range * (maximum - mode));
          }
        };
      }),
    ),
  );
}

/** Streams and samplers, against generators with a state and quantiles one by one. */
export function jobs() {
  const generator = xoroshiro128plus(42);
  const out = new Float64Array(SIZE);
  const numbers = fillUniforms({ key0: 42, key1: 7 }, { from: 0 }, new Float64Array(SIZE));
  const few = numbers.subarray(0, 10_000);
  const filled = (next) => () => {
    for (let i = 0; i < SIZE; i++) out[i] = next();
    return SIZE;
  };
  const transformed = (distribution, from) => {
    const sampler = preparedSampler(distribution);
    return () => {
      sampler.transform(from, out, from.length);
      return Math.fround(out.subarray(0, from.length).reduce((sum, value) => sum + value) / from.length).toFixed(4);
    };
  };
  const oneByOne = (quantile, from) => () => {
    for (let i = 0; i < from.length; i++) out[i] = quantile(from[i]);
    return Math.fround(out.subarray(0, from.length).reduce((sum, value) => sum + value) / from.length).toFixed(4);
  };
  return [
    {
      work: "50 million triangular draws and their sum",
      within: 600,
      ours: { run: ours },
      peers: [
        { name: "pure-rand xoroshiro128plus", run: () => plain(() => uniformFloat64(generator)) },
        { name: "Math.random", run: () => plain(Math.random) },
      ],
    },
    {
      work: "a million uniform numbers",
      ours: { run: () => fillUniforms({ key0: 42, key1: 7 }, { from: 0 }, out).length },
      peers: [
        { name: "pure-rand xoroshiro128plus", run: filled(() => uniformFloat64(generator)) },
        { name: "Math.random", run: filled(Math.random) },
      ],
    },
    {
      work: "a million normal samples from numbers",
      ours: { run: transformed({ kind: "normal", mean: 10, standardDeviation: 2 }, numbers) },
      peers: [{ name: "stdlib normal quantile", run: oneByOne((u) => normalQuantile(u, 10, 2), numbers) }],
    },
    {
      work: "10 000 PERT samples from numbers",
      ours: { run: transformed({ kind: "pert", minimum: 0, mode: 0.2, maximum: 1 }, few) },
      peers: [{ name: "stdlib beta quantile", run: oneByOne((u) => betaQuantile(u, 1.8, 4.2), few) }],
    },
    {
      work: "prepare 100 PERT samplers",
      within: 100,
      ours: {
        run() {
          for (let i = 0; i < 100; i++) {
            const sampler = preparedSampler({ kind: "pert", minimum: 0, mode: 1 + i, maximum: 120 });
            sampler.transform(out, out, 0);
          }
          return 100;
        },
      },
      peers: [],
    },
  ];
}
