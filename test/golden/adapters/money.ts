import {
  allocateMoney,
  type Money,
  money,
  multiplyMoney,
  type RoundingMode,
  roundMoney,
  sumMoney,
} from "../../../src/foundation/money/index.js";
import type { Adapters } from "../harness.js";

const euros = (amount: string): Money => money(amount, "EUR");

/** Adapters of the cases of exact arithmetic. */
export const moneyGolden: { readonly roi: Adapters } = {
  roi: {
    "decimal-sum": ({ amounts }: { readonly amounts: readonly string[] }) => ({
      total: sumMoney(amounts.map(euros)).amount,
    }),
    "decimal-sum-generated": ({ start, amounts }: { readonly start: string; readonly amounts: readonly string[] }) => ({
      total: sumMoney([start, ...amounts].map(euros)).amount,
    }),
    "decimal-round": (input: {
      readonly amounts: readonly string[];
      readonly decimals: number;
      readonly mode: RoundingMode;
    }) => ({
      rounded: input.amounts.map(
        (amount) => roundMoney(euros(amount), { mode: input.mode, decimals: input.decimals }).amount,
      ),
    }),
    "decimal-allocate": (input: {
      readonly total: string;
      readonly weights: readonly string[];
      readonly decimals: number;
    }) => {
      const parts = allocateMoney(euros(input.total), input.weights.map(Number), { decimals: input.decimals });
      return { parts: parts.map(({ amount }) => amount), sum: sumMoney(parts).amount };
    },
    "decimal-percent-of": ({ value, rates }: { readonly value: string; readonly rates: readonly string[] }) => ({
      result: rates.reduce((amount, rate) => multiplyMoney(amount, Number(rate)), euros(value)).amount,
    }),
  },
};
