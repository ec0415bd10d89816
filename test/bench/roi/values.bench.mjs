import { Decimal } from "decimal.js";
import { sumMoney } from "golive-kit/money";
import { netPresentValue, presentValueOfNumbers } from "golive-kit/roi";

import { centsOfRows, periodicFlows } from "./inputs.mjs";
import { PEERS } from "./peers.mjs";

const RATE = 0.01;

/** To cents: nearer doubles do not come on long lists. */
const rounded = (value) => Number(value).toFixed(2);
const roundedMoney = ({ amount }) => rounded(amount);

/** Present values in doubles and exact, and exact sums. */
export function jobs() {
  const flows = periodicFlows(360);
  const amounts = Float64Array.from(flows);
  const money = flows.map((amount) => ({ amount: String(amount), currency: "EUR" }));
  const rows = centsOfRows().map((cents) => ({ amount: String(cents / 100), currency: "EUR" }));
  const growth = new Decimal(1).plus(RATE);
  return [
    {
      work: "present value of 360 periods in doubles",
      calls: 1000,
      within: 0.003,
      ours: { run: () => presentValueOfNumbers({ rate: RATE, amounts, timing: "start" }), shown: rounded },
      peers: Object.entries(PEERS)
        .filter(([, peer]) => peer.presentValue !== undefined)
        .map(([name, peer]) => ({ name, run: peer.presentValue(RATE, flows), shown: rounded })),
    },
    {
      work: "present value of 360 periods of money, exact",
      calls: 10,
      within: 1,
      ours: { run: () => netPresentValue({ rate: RATE, flows: money, timing: "start" }), shown: roundedMoney },
      peers: [
        {
          name: "decimal.js, 20 digits",
          run: () => money.reduceRight((sum, { amount }) => sum.div(growth).plus(amount), new Decimal(0)),
          shown: rounded,
        },
      ],
    },
    {
      work: "sum of 10 000 rows of money, exact",
      calls: 10,
      within: 1,
      ours: { run: () => sumMoney(rows), shown: roundedMoney },
      peers: [
        {
          name: "decimal.js plus",
          run: () => rows.reduce((sum, { amount }) => sum.plus(amount), new Decimal(0)),
          shown: rounded,
        },
        { name: "doubles", run: () => rows.reduce((sum, { amount }) => sum + Number(amount), 0), shown: rounded },
      ],
    },
  ];
}
