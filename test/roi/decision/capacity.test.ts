import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { isNoAnswer } from "../../../src/foundation/errors/index.js";
import { explain, renderExplanation } from "../../../src/foundation/explain/index.js";
import { money } from "../../../src/foundation/money/index.js";
import {
  breakEvenUtilisation,
  capacityUtilisation,
  compareCapacity,
  elasticCapacityCost,
  fixedCapacityCost,
  parseBreakEvenUtilisationInput,
  parseCapacityDemandInput,
  parseCapacityInput,
  parseElasticCapacityCostInput,
  parseFixedCapacityCostInput,
  unmetDemand,
} from "../../../src/roi/index.js";
import { faults } from "../../kit/caught.js";
import { keepsFormulaLaws } from "../../kit/formula-laws.js";
import { law } from "../../kit/laws.js";

const euro = (amount: string | number) => money(amount, "EUR");
const input = {
  demand: [2, 2, 10, 2],
  capacity: 10,
  fixedPrice: euro(5),
  reservedBase: 0,
  reservedPrice: euro(5),
  elasticPrice: euro(8),
};

describe("compareCapacity", () => {
  it("holds capacity bought ahead against capacity paid by use", () => {
    expect(compareCapacity(input)).toEqual({
      fixedCost: euro(200),
      elasticCost: euro(128),
      cheaper: "elastic",
      utilisation: 0.4,
      breakEvenUtilisation: 0.625,
      unmetDemand: 0,
    });
  });

  it.each([
    ["a base for what is always there", { reservedBase: 2 }, { elasticCost: euro(104), cheaper: "elastic" }],
    [
      "less capacity than the peak asks for",
      { capacity: 4 },
      { fixedCost: euro(80), cheaper: "fixed", unmetDemand: 6 },
    ],
    [
      "equal costs",
      { demand: [5, 5], capacity: 5, elasticPrice: euro(5) },
      { cheaper: { kind: "none", reason: "tie" } },
    ],
    [
      "no capacity",
      { capacity: 0 },
      { fixedCost: euro(0), utilisation: { kind: "none", reason: "no-capacity" }, unmetDemand: 16 },
    ],
    [
      "use free of charge",
      { elasticPrice: euro(0) },
      { elasticCost: euro(0), breakEvenUtilisation: { kind: "none", reason: "free-of-charge" } },
    ],
    ["a base above all demand", { reservedBase: 12 }, { elasticCost: euro(240) }],
    ["tenths of units", { demand: [0.1, 0.2], capacity: 0.3 }, { utilisation: 0.5, elasticCost: euro(2.4) }],
  ])("with %s", (_, part, answer) => {
    expect(compareCapacity({ ...input, ...part })).toMatchObject(answer);
  });

  it("shows its working", () => {
    const { demand, reservedPrice, elasticPrice } = input;
    const given = { demand, reservedBase: 2, reservedPrice, elasticPrice };
    expect(renderExplanation(explain(elasticCapacityCost, given)).split("\n").slice(6, -1)).toEqual([
      "  worked out",
      "    reserved = length(demand) × reservedBase × reservedPrice = length(demand) × 2 × 5 EUR = 40 EUR",
      "    above = sum[t](max(0, demand[t] − reservedBase)) = sum[t](max(0, demand[t] − 2)) = 8",
      "    cost = reserved + above × elasticPrice = 40 EUR + 8 × 8 EUR = 104 EUR",
    ]);
  });

  it.each([
    ["no periods", { demand: [] }, "empty demand"],
    ["a demand below zero", { demand: [1, -1] }, "out-of-range demand.1"],
    ["a capacity below zero", { capacity: -1 }, "out-of-range capacity"],
    ["a base below zero", { reservedBase: -1 }, "out-of-range reservedBase"],
    ["a price below zero", { fixedPrice: euro(-1) }, "out-of-range fixedPrice.amount"],
    ["a price of use below zero", { elasticPrice: euro(-1) }, "out-of-range elasticPrice.amount"],
    ["another currency", { elasticPrice: money(8, "USD") }, "currency-mismatch elasticPrice.currency"],
    ["another currency of the base", { reservedPrice: money(8, "USD") }, "currency-mismatch reservedPrice.currency"],
  ])("refuses %s", (_, part, fault) => {
    const given = { ...input, ...part };
    expect(faults(() => compareCapacity(given))).toEqual([fault]);
    expect(faults(() => parseCapacityInput(given))).toEqual([fault]);
  });

  it("refuses for each figure what it refuses for all", () => {
    const { demand, capacity, fixedPrice, reservedBase, reservedPrice } = input;
    const elasticPrice = money(8, "USD");
    const none = { demand: [], capacity, fixedPrice };
    expect(faults(() => fixedCapacityCost(none))).toEqual(["empty demand"]);
    expect(faults(() => parseFixedCapacityCostInput(none))).toEqual(["empty demand"]);
    const low = { demand, capacity: -1 };
    for (const figure of [unmetDemand, capacityUtilisation, parseCapacityDemandInput]) {
      expect(faults(() => figure(low))).toEqual(["out-of-range capacity"]);
    }
    const prices = { fixedPrice, elasticPrice };
    for (const figure of [breakEvenUtilisation, parseBreakEvenUtilisationInput]) {
      expect(faults(() => figure(prices))).toEqual(["currency-mismatch elasticPrice.currency"]);
    }
    const elastic = { demand, reservedBase, reservedPrice, elasticPrice };
    for (const figure of [elasticCapacityCost, parseElasticCapacityCostInput]) {
      expect(faults(() => figure(elastic))).toEqual(["currency-mismatch elasticPrice.currency"]);
    }
  });
});

describe("laws", () => {
  const price = fc.integer({ min: 0, max: 10_000 }).map((cents) => euro(cents / 100));
  const units = fc.integer({ min: 0, max: 400 }).map((quarters) => quarters / 4);
  const some = fc.record({
    demand: fc.array(units, { minLength: 1, maxLength: 12 }),
    capacity: units,
    fixedPrice: price,
    reservedBase: units,
    reservedPrice: price,
    elasticPrice: price,
  });

  it("words and code agree", () => {
    keepsFormulaLaws(
      fixedCapacityCost,
      some.map(({ demand, capacity, fixedPrice }) => ({ demand, capacity, fixedPrice })),
    );
    keepsFormulaLaws(
      elasticCapacityCost,
      some.map(({ demand, reservedBase, reservedPrice, elasticPrice }) => ({
        demand,
        reservedBase,
        reservedPrice,
        elasticPrice,
      })),
    );
    const levels = some.map(({ demand, capacity }) => ({ demand, capacity }));
    keepsFormulaLaws(unmetDemand, levels);
    keepsFormulaLaws(capacityUtilisation, levels);
    keepsFormulaLaws(
      breakEvenUtilisation,
      some.map(({ fixedPrice, elasticPrice }) => ({ fixedPrice, elasticPrice })),
    );
  });

  it("what is used and what is not met are the demand", () => {
    law(some, ({ demand, capacity }) => {
      const share = capacityUtilisation({ demand, capacity });
      const used = isNoAnswer(share) ? 0 : share * capacity * demand.length;
      const asked = demand.reduce((sum, level) => sum + level, 0);
      expect(used + unmetDemand({ demand, capacity })).toBeCloseTo(asked, 8);
    });
  });

  it("enough capacity is the cheaper way exactly where it is used above the break-even", () => {
    law(some, (given) => {
      const capacity = Math.max(...given.demand);
      const { cheaper, utilisation, breakEvenUtilisation } = compareCapacity({ ...given, capacity, reservedBase: 0 });
      if (isNoAnswer(utilisation) || isNoAnswer(breakEvenUtilisation)) return;
      if (Math.abs(utilisation - breakEvenUtilisation) < 1e-12) return;
      expect(cheaper).toBe(utilisation > breakEvenUtilisation ? "fixed" : "elastic");
    });
  });

  it("a base at the price of use saves nothing, and costs what of it is not used", () => {
    law(some, (given) => {
      const { demand, elasticPrice, reservedBase } = given;
      const cost = (base: number): number =>
        Number(elasticCapacityCost({ demand, reservedBase: base, reservedPrice: elasticPrice, elasticPrice }).amount);
      const idle = demand.reduce((sum, level) => sum + Math.max(0, reservedBase - level), 0);
      expect(cost(reservedBase) - cost(0)).toBeCloseTo(idle * Number(elasticPrice.amount), 6);
    });
  });
});
