import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { isDomainError, isNoAnswer } from "../../../src/foundation/errors/index.js";
import { explain, renderExplanation } from "../../../src/foundation/explain/index.js";
import { allocateMoney, money, multiplyMoney } from "../../../src/foundation/money/index.js";
import { addDays, type CivilDate } from "../../../src/foundation/time/index.js";
import {
  DAY_COUNTS,
  datedInternalRateOfReturn,
  datedInternalRates,
  type DatedFlowsInput,
  internalRates,
  parseDatedFlowsInput,
} from "../../../src/roi/index.js";
import { faults } from "../../kit/caught.js";
import { keepsFormulaLaws } from "../../kit/formula-laws.js";
import { law } from "../../kit/laws.js";
import { euros, someAmount, someFlows } from "../flows.js";

const none = (reason: string) => ({ kind: "none", reason });
type Row = readonly [date: CivilDate, amount: string | number];
const rows = (...given: readonly Row[]): DatedFlowsInput => ({
  dates: given.map(([date]) => date),
  flows: given.map(([, amount]) => money(amount, "EUR")),
  dayCount: "actual-365-fixed",
});

describe("datedInternalRateOfReturn", () => {
  it.each([
    ["a year", rows(["2026-01-01", -100], ["2027-01-01", 110]), 0.1],
    ["two years", rows(["2025-01-01", -100], ["2027-01-01", 121]), 0.1],
    ["a leap year, 366 days", rows(["2024-01-01", -100], ["2025-01-01", 110]), 0.099_713_585_934_141_24],
    ["rows in any order", rows(["2027-01-01", 110], ["2026-01-01", -100]), 0.1],
    ["a loss that is nearly all", rows(["2026-01-01", -1000], ["2027-01-01", 1]), -0.999],
    ["nothing gained", rows(["2026-01-01", -100], ["2026-03-01", 60], ["2026-04-01", 40]), 0],
    ["one day only", rows(["2026-01-01", -100], ["2026-01-01", 110]), none("no-rate")],
    ["one day that comes to nothing", rows(["2026-01-01", -100], ["2026-01-01", 100]), none("no-cash-flow")],
    ["money spent only", rows(["2026-01-01", -100], ["2027-01-01", -10]), none("no-rate")],
    ["no rate", rows(["2025-01-01", -100], ["2026-01-01", 230], ["2027-01-01", -133]), none("no-rate")],
    ["two rates", rows(["2025-01-01", -100], ["2026-01-01", 230], ["2027-01-01", -132]), none("not-unique")],
  ])("%s", (_, input, value) => {
    expect(datedInternalRateOfReturn(input)).toEqual(value);
  });

  it("counts years as it is told", () => {
    const input = rows(["2024-01-31", -100], ["2024-07-31", 105]);
    const growth = (dayCount: DatedFlowsInput["dayCount"]) =>
      1 + Number(datedInternalRateOfReturn({ ...input, dayCount }));
    // 182 days; half a year of months; and of a leap year.
    expect(growth("actual-365-fixed")).toBeCloseTo(1.05 ** (365 / 182), 14);
    expect(growth("actual-360")).toBeCloseTo(1.05 ** (360 / 182), 14);
    expect(growth("thirty-360")).toBeCloseTo(1.05 ** 2, 14);
    expect(growth("actual-actual-isda")).toBeCloseTo(1.05 ** (366 / 182), 14);
  });

  it("adds the flows of days that share a tick", () => {
    // Where months have 30 days, 31 January and 1 February are one day after the 15th alike.
    const input = rows(["2026-01-15", -100], ["2026-01-31", 300], ["2026-02-01", -190]);
    expect(datedInternalRates({ ...input, dayCount: "thirty-360" })).toMatchObject({
      status: "unique",
      signVariations: 1,
    });
    expect(datedInternalRates(input).signVariations).toBe(2);
  });

  it("shows its working", () => {
    const input = rows(["2027-01-01", 60], ["2026-01-01", -100], ["2027-01-01", 50]);
    expect(renderExplanation(explain(datedInternalRateOfReturn, input)).split("\n").slice(5, -1)).toEqual([
      "  worked out",
      "          date  years   netFlow",
      "    2026-01-01      0  -100 EUR",
      "    2027-01-01      1   110 EUR",
      "    movements = count[t](netFlow[t] ≠ 0) = 2",
      "    rate  growthFactor  multiplicity",
      "     0.1           1.1             1",
      "    rates = length(rate) = 1",
      "    irr = 0.1, found by solving sum[t](netFlow[t] ÷ (1 + irr) ^ years[t]) = 0",
    ]);
  });

  it("refuses what is no list of dated flows, with the row", () => {
    const refused = (input: unknown) => faults(() => datedInternalRateOfReturn(input as DatedFlowsInput));
    const input = rows(["2026-01-01", -100], ["2027-01-01", 110]);
    expect(refused({ ...input, dates: ["2026-01-01", "2026-02-30"] })).toEqual(["invalid-date dates.1"]);
    expect(refused({ ...input, dates: ["2026-01-01"] })).toEqual(["inconsistent dates"]);
    expect(refused({ ...input, dayCount: "actual-366" })).toEqual(["out-of-range dayCount"]);
    expect(refused({ ...input, flows: [] })).toEqual(["empty flows"]);
    expect(refused({ ...input, flows: [money(-1, "EUR"), money(2, "USD")] })).toEqual([
      "currency-mismatch flows.1.currency",
    ]);
    expect(refused({ ...input, flows: [money(-1, "EUR"), { amount: "1,000", currency: "EUR" }] })).toEqual([
      "invalid-format flows.1.amount",
    ]);
    expect(
      [...faults(() => parseDatedFlowsInput({ dates: ["2026-1-1", "x"], flows: [], dayCount: "days" }))].sort(),
    ).toEqual(["empty flows", "invalid-date dates.0", "invalid-date dates.1", "out-of-range dayCount"]);
    expect(faults(() => parseDatedFlowsInput({ ...input, dates: [] }))).toEqual(["inconsistent dates"]);
  });
});

describe("datedInternalRates", () => {
  it("finds rates far out, and keeps the digits of their growth factors", () => {
    const [deep] = datedInternalRates(rows(["2026-01-01", "-1000000"], ["2026-01-14", "0.001"])).roots;
    expect(deep?.growthFactor).toBeCloseTo(1e-9 ** (365 / 13), 250);
    const [high] = datedInternalRates(rows(["2026-01-01", "-100"], ["2026-01-02", "150"])).roots;
    expect(Math.abs((high?.rate ?? 0) / 1.5 ** 365 - 1)).toBeLessThan(1e-12);
    expect(faults(() => datedInternalRates(rows(["2026-01-01", -1], ["2026-01-02", 100])))).toEqual([
      "out-of-range flows",
    ]);
  });

  it("warns", () => {
    const warnings = (...given: readonly Row[]) => datedInternalRates(rows(...given)).warnings;
    expect(warnings(["2026-01-01", -100], ["2027-01-01", 110])).toEqual([]);
    expect(warnings(["2026-01-01", 100], ["2027-01-01", -110])).toEqual(["financing-flows"]);
    expect(warnings(["2025-01-01", -100], ["2026-01-01", 220], ["2027-01-01", -121])).toEqual(["touching-rate"]);
    expect(warnings(["2025-01-01", -100], ["2026-01-01", 230], ["2027-01-01", -132])).toEqual(["multiple-rates"]);
    expect(warnings(["2026-01-01", -100], ["2026-01-30", 101])).toEqual(["short-span"]);
    expect(warnings(["2026-01-01", -100], ["2026-01-31", 101])).toEqual([]);
    expect(warnings(["2026-01-01", -1], ["2027-01-01", 101])).toEqual([]);
    expect(warnings(["2026-01-01", -1], ["2027-01-01", "101.01"])).toEqual(["implausible-rate"]);
    expect(warnings(["2026-01-01", -10_000], ["2027-01-01", 1])).toEqual([]);
    expect(warnings(["2026-01-01", -10_001], ["2027-01-01", 1])).toEqual(["implausible-rate"]);
    expect(warnings(["2026-01-01", -1], ["2026-01-01", 2])).toEqual([]);
  });
});

describe("laws", () => {
  const someDated: fc.Arbitrary<DatedFlowsInput> = fc
    .record({
      rows: fc.array(fc.tuple(fc.integer({ min: 0, max: 4000 }), someAmount), { minLength: 1, maxLength: 10 }),
      dayCount: fc.constantFrom(...DAY_COUNTS),
    })
    .map((given) => ({
      dates: given.rows.map(([days]) => addDays("2020-02-29", days)),
      flows: given.rows.map(([, amount]) => amount),
      dayCount: given.dayCount,
    }));
  const growth = (input: DatedFlowsInput) => datedInternalRates(input).roots.map(({ growthFactor }) => growthFactor);
  /** Money that doubles each day has a growth factor of a year that no number holds. */
  const held = someDated.filter((input) => {
    try {
      return growth(input).length >= 0;
    } catch (error) {
      if (isDomainError(error, "out-of-range")) return false;
      throw error;
    }
  });
  const closeTo = (got: readonly number[], want: readonly number[]): void => {
    expect(got).toHaveLength(want.length);
    got.forEach((factor, i) => {
      expect(Math.abs(factor / (want[i] ?? 0) - 1)).toBeLessThan(1e-9);
    });
  };

  it("words and code agree, and the rate solves its equation", () => {
    // At growth factors far from 1 the equation's terms outgrow the digits it is checked with.
    const plain = held.filter((input) => growth(input).every((factor) => factor > 0.2 && factor < 50));
    keepsFormulaLaws(datedInternalRateOfReturn, plain);
  });

  it("years apart, dated flows have the rates of flows by period", () => {
    law(someFlows, (flows) => {
      const dates = flows.map((_, k) => addDays("2001-01-01", 365 * k));
      const rates = datedInternalRates({ dates, flows, dayCount: "actual-365-fixed" }).roots;
      const periods = internalRates(flows).roots;
      expect(rates).toHaveLength(periods.length);
      rates.forEach(({ growthFactor, multiplicity }, i) => {
        const { growthFactor: wanted = 0, multiplicity: times } = periods[i] ?? {};
        expect(multiplicity).toBe(times);
        // The two ways agree to the last digits, though they have no step in common.
        expect(Math.abs(growthFactor / wanted - 1)).toBeLessThan(multiplicity > 1 ? 1e-7 : 5e-16);
      });
    });
  });

  it("does not change with the unit of money, the order of rows, the start, or a row that is split or zero", () => {
    law(fc.tuple(held, fc.nat(3000)), ([input, later]) => {
      const { dates, flows, dayCount } = input;
      const rates = growth(input);
      const [date = "2020-02-29", flow = money("0", "EUR")] = [dates[0], flows[0]];
      closeTo(growth({ ...input, flows: flows.map((amount) => multiplyMoney(amount, 3)) }), rates);
      closeTo(growth({ ...input, flows: flows.map((amount) => multiplyMoney(amount, -1)) }), rates);
      expect(growth({ dates: [...dates].reverse(), flows: [...flows].reverse(), dayCount })).toEqual(rates);
      const [part = flow, rest = flow] = allocateMoney(flow, [1, 2], { decimals: 12 });
      expect(
        growth({ dates: [...dates, date, date], flows: [part, ...flows.slice(1), ...euros(0), rest], dayCount }),
      ).toEqual(rates);
      if (dayCount === "actual-365-fixed" || dayCount === "actual-360") {
        expect(growth({ dates: dates.map((day) => addDays(day, later)), flows, dayCount })).toEqual(rates);
      }
    });
  });

  it("at twice the distance, the growth of a year is the root of that before", () => {
    law(fc.array(fc.tuple(fc.integer({ min: 0, max: 200 }), someAmount), { minLength: 1, maxLength: 8 }), (given) => {
      const at = (factor: number): DatedFlowsInput => ({
        dates: given.map(([days]) => addDays("2000-01-01", 10 * days * factor)),
        flows: given.map(([, amount]) => amount),
        dayCount: "actual-365-fixed",
      });
      closeTo(
        growth(at(2)),
        growth(at(1)).map((factor) => Math.sqrt(factor)),
      );
    });
  });

  it("answers with a number exactly when the rate is the only one", () => {
    law(held, (input) => {
      const { status, roots } = datedInternalRates(input);
      const answer = datedInternalRateOfReturn(input);
      expect(isNoAnswer(answer)).toBe(status !== "unique");
      if (!isNoAnswer(answer)) expect(answer).toBe(roots[0]?.rate);
    });
  });
});
