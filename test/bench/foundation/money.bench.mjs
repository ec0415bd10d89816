import { Decimal } from "decimal.js";
import { parseMoney, sumMoney } from "golive-kit/money";

const ROWS = 1_000_000;

/** Exact sums and reading, against the plain ways. */
export function jobs() {
  const amounts = Array.from({ length: ROWS }, (_, i) => {
    const cents = (i * 7919) % 10_000_000;
    return { amount: String(cents / 100), currency: "EUR" };
  });
  const rows = amounts.slice(0, 10_000);
  return [
    {
      work: "sum a million amounts, exactly",
      within: 100,
      ours: { run: () => sumMoney(amounts).amount },
      peers: [
        {
          name: "decimal.js plus",
          run: () => amounts.reduce((sum, { amount }) => sum.plus(amount), new Decimal(0)).toString(),
        },
        { name: "doubles", run: () => String(amounts.reduce((sum, { amount }) => sum + Number(amount), 0)) },
      ],
    },
    {
      work: "read 10 000 amounts one by one",
      ours: { run: () => rows.map((row) => parseMoney(row)).length },
      peers: [],
    },
  ];
}
