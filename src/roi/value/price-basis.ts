import * as z from "zod";

import { formula, type Formula } from "../../foundation/explain/index.js";
import { broken, contained, demandOneOf } from "../../foundation/guard/index.js";
import type { Money } from "../../foundation/money/index.js";
import { parse, rule, schema } from "../../foundation/schema/index.js";
import { CashFlows, DiscountRate, type TimedCashFlows, TIMINGS } from "../flows/cash-flow.js";
import { netPresentValue } from "./net-present-value.js";

/** In which prices amounts are, or for which a rate is: those of period 0 (`"real"`), or of each period (`"nominal"`). */
export type PriceBasis = (typeof PRICE_BASES)[number];

/** In which prices amounts can be. */
export const PRICE_BASES = ["real", "nominal"] as const;

/** Input of {@link netPresentValueOnBasis}. */
export interface NetPresentValueOnBasisInput extends TimedCashFlows {
  /** For which prices the rate is. */
  readonly rateBasis: PriceBasis;
  /** In which prices the flows are; the same. */
  readonly flowBasis: PriceBasis;
}

/** Reads a {@link NetPresentValueOnBasisInput}. */
export const NetPresentValueOnBasisInput: z.ZodType<NetPresentValueOnBasisInput> = /* @__PURE__ */ schema(() =>
  z
    .strictObject({
      rate: DiscountRate,
      rateBasis: z.enum(PRICE_BASES),
      flows: CashFlows,
      flowBasis: z.enum(PRICE_BASES),
      timing: z.enum(TIMINGS),
    })
    .check(
      rule(({ rateBasis, flowBasis }: NetPresentValueOnBasisInput, report) => {
        if (rateBasis === flowBasis) return;
        report("inconsistent", ["flowBasis"], `expected "${rateBasis}", as the rate is, received "${flowBasis}"`);
      }),
    ),
);

/**
 * Net present value of flows whose prices are stated, at a rate whose prices are stated: the two are never mixed.
 *
 * Where they differ, bring one to the other first: `nominalDiscountRate` and `realDiscountRate` change the rate,
 * `inflateFlows` and `deflateFlows` the flows.
 *
 * @param input - `rate` for one period, above −1, and `rateBasis`, `"real"` or `"nominal"`; `flows`, money of one
 *   currency from period 0 on, and `flowBasis`, the same word; `timing`, `"start"`, `"mid"` or `"end"` of the period
 * @returns money of the flows' currency
 * @throws DomainError `inconsistent` when the flows are real and the rate is nominal, or the other way round
 * @throws DomainError `out-of-range` for a rate of −1 or below, another timing or basis, or a present value, of one flow
 *   or of all, that reaches 1e24
 * @throws DomainError `empty` for no flows, `currency-mismatch` when the currencies differ
 * @source Office of Management and Budget, Circular A-94 (1992), real or nominal discount rates
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { netPresentValueOnBasis } from "golive-kit/roi";
 *
 * const flows = ["-1000", "1100"].map((amount) => money(amount, "EUR"));
 *
 * netPresentValueOnBasis({ rate: 0.1, rateBasis: "real", flows, flowBasis: "real", timing: "start" }).amount; // => "0"
 * ```
 *
 * @function
 */
export const netPresentValueOnBasis: Formula<NetPresentValueOnBasisInput, Money> = /* @__PURE__ */ formula({
  id: "roi.net-present-value-on-basis",
  title: "Net present value in stated prices",
  unit: "money",
  units: { rate: "ratio", rateBasis: "text", flows: "money", flowBasis: "text", timing: "text" },
  source: [{ work: "Office of Management and Budget, Circular A-94 (1992)", place: "real or nominal discount rates" }],
  compute({ rate, rateBasis, flows, flowBasis, timing }: NetPresentValueOnBasisInput, note) {
    const basis = demandOneOf(rateBasis, PRICE_BASES, "rateBasis");
    if (demandOneOf(flowBasis, PRICE_BASES, "flowBasis") !== basis) {
      throw broken("inconsistent", "flowBasis", `"${basis}", as the rate is`, flowBasis);
    }
    return note.figure("npv", netPresentValue, { rate, flows, timing });
  },
});

/**
 * Reads the input of {@link netPresentValueOnBasis} from outside data.
 *
 * @param data - `{ rate, rateBasis, flows, flowBasis, timing }`; the rate as a number, amounts as decimal text or numbers
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { netPresentValueOnBasis, parseNetPresentValueOnBasisInput } from "golive-kit/roi";
 *
 * const input = parseNetPresentValueOnBasisInput({
 *   rate: 0.25,
 *   rateBasis: "nominal",
 *   flows: [{ amount: "100", currency: "EUR" }],
 *   flowBasis: "nominal",
 *   timing: "end",
 * });
 *
 * netPresentValueOnBasis(input).amount; // => "80"
 * ```
 */
export function parseNetPresentValueOnBasisInput(data: unknown): NetPresentValueOnBasisInput {
  return contained("net present value on basis", () =>
    parse(NetPresentValueOnBasisInput, data, "net present value on basis"),
  );
}
