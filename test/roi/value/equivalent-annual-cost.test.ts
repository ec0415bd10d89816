import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { explain } from "../../../src/foundation/explain/index.js";
import { money } from "../../../src/foundation/money/index.js";
import {
  annuityNetPresentValue,
  compareAnnualCosts,
  equivalentAnnualCost,
  netPresentValue,
  parseAnnualCostOptions,
  parseEquivalentAnnualCostInput,
} from "../../../src/roi/index.js";
import { faults } from "../../kit/caught.js";
import { keepsFormulaLaws } from "../../kit/formula-laws.js";
import { law } from "../../kit/laws.js";
import { euros, someAmount, someRate } from "../flows.js";

const euro = (amount: number | string) => money(amount, "EUR");
const upgrade = { id: "upgrade", initial: euro(50_000), annual: euro(12_000), years: 3 };
const replace = { id: "replace", initial: euro(90_000), annual: euro(9_000), years: 6 };

describe("equivalentAnnualCost", () => {
  it.each([
    ["80925.163846974547", 0.08, 3, "31401.675702316412"],
    ["900", 0, 3, "300"],
    ["1", 0, 3, "0.333333333333"],
    ["-144", 0.25, 2, "-100"],
    ["100", -0.5, 1, "50"],
  ])("of %s at %s over %s years is %s", (presentCost, rate, years, cost) => {
    expect(equivalentAnnualCost({ presentCost: euro(presentCost), rate, years }).amount).toBe(cost);
  });

  it("keeps its digits where the rate is next to zero", () => {
    const tiny = { presentCost: euro(900), rate: 1e-300, years: 3 };
    expect(equivalentAnnualCost(tiny).amount).toBe("300");
  });

  it("shows its working", () => {
    const last = explain(equivalentAnnualCost, { presentCost: euro(144), rate: 0.25, years: 2 }).steps.at(-1);
    expect(last).toMatchObject({ substituted: "144 EUR ÷ 1.44", value: euro(100) });
  });

  it.each([
    ["a rate of −1", { rate: -1 }, "out-of-range rate"],
    ["no years", { years: 0 }, "out-of-range years"],
    ["half a year", { years: 1.5 }, "out-of-range years"],
    ["an amount that is none", { presentCost: { amount: "x", currency: "EUR" } }, "invalid-format presentCost.amount"],
  ])("refuses %s", (_, part, fault) => {
    const input = { presentCost: euro(1), rate: 0.1, years: 2, ...part };
    expect(faults(() => equivalentAnnualCost(input as never))).toEqual([fault]);
    expect(faults(() => parseEquivalentAnnualCostInput(input))).toEqual([fault]);
  });
});

describe("compareAnnualCosts", () => {
  it("takes the replacement, though it costs more in all", () => {
    expect(compareAnnualCosts([upgrade, replace], { rate: 0.08 })).toEqual({
      options: [
        {
          id: "upgrade",
          presentCost: euro("80925.163846974547"),
          equivalentAnnualCost: euro("31401.675702316412"),
        },
        {
          id: "replace",
          presentCost: euro("131605.916975650712"),
          equivalentAnnualCost: euro("28468.384760610884"),
        },
      ],
      cheapest: "replace",
    });
  });

  it("names none of two that cost the same", () => {
    const same = { ...upgrade, id: "another" };
    const tie = { kind: "none", reason: "tie" };
    expect(compareAnnualCosts([upgrade, same], { rate: 0.08 }).cheapest).toEqual(tie);
    expect(compareAnnualCosts([upgrade, same, replace], { rate: 0.08 }).cheapest).toBe("replace");
    expect(compareAnnualCosts([upgrade], { rate: 0 }).cheapest).toBe("upgrade");
  });

  it.each([
    ["no years", { years: 0 }, "out-of-range options.1.years"],
    ["another currency", { annual: money("1", "USD") }, "currency-mismatch options.1.annual.currency"],
    ["an id that is none", { id: 7 }, "wrong-type options.1.id"],
    ["an id twice", { id: "upgrade" }, "duplicate-id options.1.id"],
    ["a cost that is none", { initial: { amount: "1e3", currency: "EUR" } }, "invalid-format options.1.initial.amount"],
  ])("refuses %s", (_, part, fault) => {
    const options = [upgrade, { ...replace, ...part }];
    expect(faults(() => compareAnnualCosts(options as never, { rate: 0.08 }))).toEqual([fault]);
    expect(faults(() => parseAnnualCostOptions(options))).toEqual([fault.replace("options.", "")]);
  });

  it("refuses no options, and a rate of −1", () => {
    expect(faults(() => compareAnnualCosts([], { rate: 0 }))).toEqual(["empty options"]);
    expect(faults(() => parseAnnualCostOptions([]))).toEqual(["empty"]);
    expect(faults(() => compareAnnualCosts([upgrade], { rate: -1 }))).toEqual(["out-of-range rate"]);
    expect(parseAnnualCostOptions([upgrade, replace])).toEqual([upgrade, replace]);
  });
});

describe("laws", () => {
  const input = fc.record({ presentCost: someAmount, rate: someRate, years: fc.integer({ min: 1, max: 40 }) });

  it("words and code agree", () => {
    keepsFormulaLaws(equivalentAnnualCost, input);
  });

  it("the level cost is worth the present cost", () => {
    law(input, ({ presentCost, rate, years }) => {
      const cost = equivalentAnnualCost({ presentCost, rate, years });
      const [zero = cost] = euros(0);
      if (cost.amount.startsWith("-")) return;
      const worth = annuityNetPresentValue({ rate, years, initialCost: zero, annualBenefit: cost, annualCost: zero });
      // The cost was rounded to 12 decimals, and at a rate of −50 % a cost of year 40 counts 2 to the power of 40 times.
      const factor = Array.from({ length: years }, (_, k) => (1 + rate) ** -(k + 1)).reduce((sum, one) => sum + one, 0);
      expect(Math.abs(Number(worth.amount) - Number(presentCost.amount))).toBeLessThan(1e-9 + 1e-12 * factor);
    });
  });

  it("buying anew at the same price changes no annual cost", () => {
    law(fc.record({ initial: someAmount, rate: someRate, years: fc.integer({ min: 1, max: 20 }) }), (given) => {
      const { initial, rate, years } = given;
      const flows = [initial, ...euros(...Array.from({ length: years - 1 }, () => 0)), initial];
      const presentCost = netPresentValue({ rate, flows, timing: "start" });
      const once = Number(equivalentAnnualCost({ presentCost: initial, rate, years }).amount);
      const twice = Number(equivalentAnnualCost({ presentCost, rate, years: 2 * years }).amount);
      expect(Math.abs(twice - once)).toBeLessThan(1e-11 + 1e-14 * Math.abs(once));
    });
  });

  it("at rate 0 the cheapest is the one with the smallest average cost", () => {
    const option = fc.record({ initial: someAmount, annual: someAmount, years: fc.integer({ min: 1, max: 12 }) });
    law(fc.array(option, { minLength: 1, maxLength: 5 }), (given) => {
      const options = given.map((one, i) => ({ ...one, id: String(i) }));
      const averages = given.map(
        ({ initial, annual, years }) => Number(initial.amount) / years + Number(annual.amount),
      );
      const { cheapest } = compareAnnualCosts(options, { rate: 0 });
      if (typeof cheapest !== "string") return;
      const least = averages.reduce((a, b) => Math.min(a, b));
      expect(averages[Number(cheapest)]).toBeLessThanOrEqual(least + 1e-9 * (1 + Math.abs(least)));
    });
  });
});
