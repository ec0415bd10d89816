import { IRR, NPV, XIRR } from "@formulajs/formulajs";
import { irr as financialIrr, npv as financialNpv } from "financial";
import { irr as nodeIrr, xirr as nodeXirr } from "node-irr";
import xirr from "xirr";

/** Midnight of a day in UTC, so that all days have 24 hours. */
const inUtc = (date) => new Date(date);

/**
 * The packages that are measured beside, each taken as its own pages say. A function prepares its input and hands back
 * the call, which answers the rate of a period, or of a year of 365 days for flows on dates (`YYYY-MM-DD`).
 */
export const PEERS = {
  xirr: {
    dated({ dates, amounts }, dateOf = inUtc) {
      const rows = dates.map((date, i) => ({ amount: amounts[i], when: dateOf(date) }));
      return () => xirr(rows);
    },
  },
  "node-irr": {
    periodic: (amounts) => () => nodeIrr(amounts),
    dated({ dates, amounts }, dateOf = inUtc) {
      const rows = dates.map((date, i) => ({ amount: amounts[i], date: dateOf(date) }));
      // It answers the rate of a day.
      return () => (1 + nodeXirr(rows).rate) ** 365 - 1;
    },
  },
  financial: {
    periodic: (amounts) => () => financialIrr(amounts),
    presentValue: (rate, amounts) => () => financialNpv(rate, amounts),
  },
  "@formulajs/formulajs": {
    periodic: (amounts) => () => IRR(amounts),
    dated({ dates, amounts }, dateOf = inUtc) {
      const days = dates.map(dateOf);
      return () => XIRR(amounts, days);
    },
    // It counts the first flow as falling at the end of the first period.
    presentValue: (rate, amounts) => () => NPV(rate, amounts) * (1 + rate),
  },
};
