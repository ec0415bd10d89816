import { simulate, simulationSummary } from "golive-kit/simulation";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";

const VARIABLES = 500;
const ITERATIONS = 100_000;
const BLOCK = 1024;

const variables = Array.from({ length: VARIABLES }, (_, v) => {
  const minimum = 10 + v;
  const distribution = { kind: "triangular", minimum, mode: 1.3 * minimum, maximum: 2.1 * minimum };
  return { id: `line-${v}`, distribution, dimension: v < 256 ? v : "padded" };
});

/** The mean of the total, coarse enough that chance does not show. */
const coarse = (mean) => Math.round(mean / 100);

const ours = (sampling) => () => {
  const result = simulate({ seed: 42, iterations: ITERATIONS, sampling, variables });
  return coarse(simulationSummary(result).mean.value);
};

/** The same by hand: typed arrays, blocks that fit the nearest cache, any source of numbers. */
function byHand(random) {
  const total = new Float64Array(ITERATIONS);
  for (let from = 0; from < ITERATIONS; from += BLOCK) {
    const block = total.subarray(from, Math.min(from + BLOCK, ITERATIONS));
    for (const { distribution } of variables) {
      const { minimum: a, mode: m, maximum: b } = distribution;
      const [cut, left, right] = [(m - a) / (b - a), (b - a) * (m - a), (b - a) * (b - m)];
      for (let i = 0; i < block.length; i++) {
        const u = random();
        block[i] += u <= cut ? a + Math.sqrt(u * left) : b - Math.sqrt((1 - u) * right);
      }
    }
  }
  return coarse(total.reduce((sum, x) => sum + x, 0) / ITERATIONS);
}

/** Fifty million draws as a user runs them, with their result, beside loops that cannot be split up or repeated. */
export function jobs() {
  const generator = xoroshiro128plus(42);
  return [
    {
      work: "simulate 500 triangular lines 100 000 times, plain",
      within: 600,
      ours: { run: ours("plain") },
      peers: [
        { name: "a loop over Math.random", run: () => byHand(Math.random) },
        { name: "a loop over pure-rand", run: () => byHand(() => uniformFloat64(generator)) },
      ],
    },
    { work: "the same as a Latin hypercube", ours: { run: ours("latin-hypercube") }, peers: [] },
    { work: "the same by a scrambled Sobol sequence", ours: { run: ours("sobol") }, peers: [] },
  ];
}
