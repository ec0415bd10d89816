import {
  moments,
  quantile,
  quantiles,
  quantileSketch,
  sortedNumbers,
  sortNumbersInPlace,
  sum,
  summary,
} from "golive-kit/statistics";
import { quantileSorted, quickselect, sumSimple, variance } from "simple-statistics";

const COUNT = 1_000_000;

/** Numbers of both signs and many sizes, the same in each run. */
function noise() {
  let state = 1;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return state / 2 ** 31;
  };
  return Float64Array.from({ length: COUNT }, () => next() + next() + next() + next());
}

/** Where the numbers are in a list, so that a whole list is held against another by a few of them. */
const probe = (list) => [0, 1, COUNT >> 1, COUNT - 1].map((i) => list[i]);

export function jobs() {
  const numbers = noise();
  const list = [...numbers];
  const close = numbers.map((x) => 1e9 + x);
  const engineSort = (values) => ({
    name: "Float64Array sort",
    run: () => probe(values.slice().sort()),
  });
  return [
    {
      work: "sort a million numbers",
      ours: { run: () => probe(sortNumbersInPlace(numbers.slice())) },
      peers: [engineSort(numbers), { name: "array sort", run: () => probe(list.slice().sort((a, b) => a - b)) }],
    },
    {
      work: "sort a million numbers close together",
      ours: { run: () => probe(sortNumbersInPlace(close.slice())) },
      peers: [engineSort(close)],
    },
    {
      work: "check, copy and sort a list of a million",
      ours: { run: () => probe(sortedNumbers(list)) },
      peers: [{ name: "Float64Array from, sort", run: () => probe(Float64Array.from(list).sort()) }],
    },
    {
      work: "one quantile of a list of a million",
      within: 15,
      ours: { run: () => quantile(list, { probability: 0.9, type: "nearest-rank" }) },
      peers: [
        {
          name: "simple-statistics quickselect of a copy",
          run: () => {
            const copy = list.slice();
            quickselect(copy, 0.9 * COUNT - 1);
            return copy[0.9 * COUNT - 1];
          },
        },
      ],
    },
    {
      work: "the median of a million in a Float64Array",
      within: 15,
      ours: { run: () => quantile(numbers, { probability: 0.5 }) },
      peers: [{ name: "sort of a copy", run: () => quantileSorted(numbers.slice().sort(), 0.5) }],
    },
    {
      work: "P50, P90, P95 and P99 of a list of a million",
      ours: { run: () => quantiles(list, { probabilities: [0.5, 0.9, 0.95, 0.99] }) },
      peers: [],
    },
    {
      work: "sum a million numbers, compensated",
      ours: { run: () => sum(numbers).toPrecision(9) },
      peers: [
        { name: "reduce of the list", run: () => list.reduce((a, b) => a + b, 0).toPrecision(9) },
        { name: "simple-statistics sumSimple", run: () => sumSimple(list).toPrecision(9) },
      ],
    },
    {
      work: "summary of a list of a million",
      ours: { run: () => summary(list).variance.toPrecision(9) },
      peers: [
        { name: "simple-statistics variance", run: () => ((variance(list) * COUNT) / (COUNT - 1)).toPrecision(9) },
      ],
    },
    { work: "moments of a list of a million", ours: { run: () => moments(list).count }, peers: [] },
    { work: "quantile sketch of a list of a million", ours: { run: () => quantileSketch(list).count }, peers: [] },
  ];
}
