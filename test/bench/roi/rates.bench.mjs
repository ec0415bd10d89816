import { datedInternalRates, internalRates, internalRatesOfNumbers } from "golive-kit/roi";

import { datedFlows, numbersOf, periodicFlows } from "./inputs.mjs";
import { PEERS } from "./peers.mjs";

/** To seven decimals: nearer the ways of others do not come. */
const rounded = (rate) => rate.toFixed(7);

const ours = (run) => ({ run, shown: ({ roots }) => roots.map(({ rate }) => rounded(rate)) });

/** The packages that answer, each with its own form of the input, made before the clock runs. */
const peersOf = (kind, flows, without = []) =>
  Object.entries(PEERS)
    .filter(([name, peer]) => peer[kind] !== undefined && !without.includes(name))
    .map(([name, peer]) => ({ name, run: peer[kind](flows), shown: (rate) => [rounded(rate)] }));

const euros = (amounts) => amounts.map((amount) => ({ amount: String(amount), currency: "EUR" }));

function dated(count, within) {
  const flows = datedFlows(count);
  const numbers = numbersOf(flows);
  return {
    work: `rate of ${count} dated flows in doubles`,
    calls: 100_000 / count,
    within,
    ours: ours(() => internalRatesOfNumbers(numbers)),
    peers: peersOf("dated", flows),
  };
}

function periodic(count, within, without) {
  const flows = periodicFlows(count);
  const amounts = Float64Array.from(flows);
  return {
    work: `rate of ${count} periods in doubles`,
    calls: 100_000 / count,
    within,
    ours: ours(() => internalRatesOfNumbers({ amounts })),
    peers: peersOf("periodic", flows, without),
  };
}

/** The last flow goes out, so that the sign changes twice and two rates will do. */
function twoSignChanges() {
  const { days, amounts } = numbersOf(datedFlows(100));
  amounts[amounts.length - 1] = 0.4 * amounts[0];
  return { days, amounts };
}

/** The sign changes from each block of flows to the next; those in the middle weigh most, so that several rates will do. */
function manySignChanges(count, changes) {
  const block = count / (changes + 1);
  const sizes = datedFlows(count).amounts.map(Math.abs);
  sizes[0] = sizes[1];
  const signed = (size, i) => {
    const at = Math.floor(i / block);
    return (at % 2 === 0 ? -size : size) * Math.exp(-((at - changes / 2) ** 2) / 20);
  };
  return { days: Float64Array.from(sizes, (_, i) => 3 * i + (i % 2)), amounts: Float64Array.from(sizes, signed) };
}

/** Rates in doubles and of money, beside the packages that give one rate. */
export function jobs() {
  const flows = datedFlows(1000);
  const money = { dates: flows.dates, flows: euros(flows.amounts), dayCount: "actual-365-fixed" };
  const periods = euros(periodicFlows(360));
  const two = twoSignChanges();
  const many = manySignChanges(1000, 40);
  return [
    dated(10, 0.006),
    dated(100, 0.03),
    dated(1000, 0.1),
    periodic(12, 0.0015),
    // What `financial` answers here is NaN.
    periodic(360, 0.015, ["financial"]),
    {
      work: "all rates of 100 dated flows with two sign changes",
      calls: 100,
      within: 0.07,
      ours: ours(() => internalRatesOfNumbers(two)),
      peers: [],
    },
    {
      work: "all rates of 1000 dated flows with 40 sign changes",
      within: 15,
      ours: ours(() => internalRatesOfNumbers(many)),
      peers: [],
    },
    {
      work: "rates of 1000 rows of money on dates",
      calls: 10,
      within: 4.5,
      ours: ours(() => datedInternalRates(money)),
      peers: [],
    },
    {
      work: "rates of 360 periods of money",
      calls: 10,
      within: 0.7,
      ours: ours(() => internalRates(periods)),
      peers: [],
    },
  ];
}
