import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { explain, type Formula, renderExplanation } from "../../../src/foundation/explain/index.js";
import { money, multiplyMoney, sumMoney } from "../../../src/foundation/money/index.js";
import {
  assessCostOfOwnership,
  type CostOfOwnershipInput,
  costOfOwnershipPerUser,
  netPresentValue,
  parseCostOfOwnershipInput,
  presentCostOfOwnership,
  totalCostOfOwnership,
} from "../../../src/roi/index.js";
import { faults } from "../../kit/caught.js";
import { keepsFormulaLaws } from "../../kit/formula-laws.js";
import { law } from "../../kit/laws.js";
import { euros, fate, someAmount, someRate } from "../flows.js";

const software: CostOfOwnershipInput = {
  initialCosts: euros(120_000, "185000.50", "42000.25", "18500.75"),
  annualCosts: euros(36_000, 21_600, "54000.40"),
  endOfLifeCosts: euros(15_000),
  escalation: 0,
  years: 5,
  users: 250,
  rate: 0.08,
};

describe("assessCostOfOwnership", () => {
  it("of five years of software", () => {
    expect(assessCostOfOwnership(software)).toEqual({
      initial: money("365501.5", "EUR"),
      annual: money("111600.4", "EUR"),
      yearTotals: euros("111600.4", "111600.4", "111600.4", "111600.4", "111600.4"),
      total: money("938503.5", "EUR"),
      perUserPerYear: money("750.8028", "EUR"),
      presentValue: money("821298.285177435466", "EUR"),
    });
  });

  it("lets annual costs rise from the second year on", () => {
    const subscription = { ...software, initialCosts: [], endOfLifeCosts: [], annualCosts: euros(36_000), years: 3 };
    const { yearTotals, total, annual } = assessCostOfOwnership({ ...subscription, escalation: 0.05 });
    expect([annual, ...yearTotals, total]).toEqual(euros(36_000, 36_000, 37_800, 39_690, 113_490));
    expect(totalCostOfOwnership({ ...subscription, escalation: -0.5 })).toEqual(euros(63_000)[0]);
  });

  it("counts what is sold at the end against the costs", () => {
    const sold = {
      ...software,
      initialCosts: euros(100),
      annualCosts: [],
      endOfLifeCosts: euros(-110),
      years: 1,
      rate: 0.1,
    };
    expect(totalCostOfOwnership(sold)).toEqual(euros(-10)[0]);
    expect(presentCostOfOwnership(sold)).toEqual(euros(0)[0]);
  });

  it("takes half a post for half a user", () => {
    expect(costOfOwnershipPerUser({ ...software, users: 0.5 }).amount).toBe("375401.4");
  });

  it.each([
    ["no costs", { initialCosts: [], annualCosts: [], endOfLifeCosts: [] }, "empty initialCosts"],
    ["half a year", { years: 0.5 }, "out-of-range years"],
    ["no years", { years: 0 }, "out-of-range years"],
    ["too many years", { years: 10_001 }, "out-of-range years"],
    ["no users", { users: 0 }, "out-of-range users"],
    ["a rate of −1", { rate: -1 }, "out-of-range rate"],
    ["an escalation of −1", { escalation: -1 }, "out-of-range escalation"],
    ["another currency", { endOfLifeCosts: [money("1", "USD")] }, "currency-mismatch endOfLifeCosts.0.currency"],
    [
      "an amount that is none",
      { annualCosts: [{ amount: "1,000", currency: "EUR" }] },
      "invalid-format annualCosts.0.amount",
    ],
  ])("refuses %s", (_, part, fault) => {
    const input = { ...software, ...part };
    expect(faults(() => assessCostOfOwnership(input as never))).toEqual([fault]);
    expect(faults(() => parseCostOfOwnershipInput(input))).toEqual([fault]);
  });

  it("refuses costs that grow beyond all amounts", () => {
    expect(faults(() => totalCostOfOwnership({ ...software, escalation: 1, years: 100 }))).toEqual([
      "out-of-range cost",
    ]);
    const before = { ...software, rate: -0.999, years: 10 };
    expect(faults(() => presentCostOfOwnership(before))).toEqual(["out-of-range present value"]);
  });

  it("reads what it answers", () => {
    expect(parseCostOfOwnershipInput(software)).toEqual(software);
  });
});

it("shows its working", () => {
  const input = {
    initialCosts: euros(1000),
    annualCosts: euros(300, 200),
    endOfLifeCosts: [],
    escalation: 0.1,
    years: 2,
  };
  expect(renderExplanation(explain(presentCostOfOwnership, { ...input, rate: 0.25 })).split("\n")).toEqual([
    "Present cost of ownership = 1752 EUR",
    "  given",
    "    initialCosts   = [1000] EUR",
    "    annualCosts    = [300, 200] EUR",
    "    endOfLifeCosts = []",
    "    escalation     = 0.1 (ratio)",
    "    years          = 2 (years)",
    "    rate           = 0.25 (ratio)",
    "  worked out",
    "    initial = sum[t](initialCosts[t]) = 1000 EUR",
    "    annual = sum[t](annualCosts[t]) = 500 EUR",
    "    endOfLife = sum[t](endOfLifeCosts[t]) = 0 EUR",
    "    year  yearTotal  factor",
    "       1    500 EUR     0.8",
    "       2    550 EUR    0.64",
    "    each yearTotal = annual × (1 + escalation) ^ (year − 1)",
    "    each factor = 1 ÷ (1 + rate) ^ year",
    "    presentValue = initial + sum[t](yearTotal[t] × factor[t]) + endOfLife × factor[years − 1] = 1000 EUR + sum[t](yearTotal[t] × factor[t]) + 0 EUR × factor[2 − 1] = 1752 EUR",
    "  source: Lisa M. Ellram, Total cost of ownership: an analysis approach for purchasing, International Journal of Physical Distribution and Logistics Management 25 (1995), pages 4 to 23",
  ]);
  expect(explain(costOfOwnershipPerUser, { ...input, users: 10 }).steps.at(-1)).toMatchObject({
    substituted: "2050 EUR ÷ 10 ÷ 2",
    value: { amount: "102.5", currency: "EUR" },
  });
});

describe("laws", () => {
  const costs = fc.array(someAmount, { maxLength: 4 });
  const escalation = fc.integer({ min: -50, max: 50 }).map((hundredths) => hundredths / 100);
  const input = fc.record({
    initialCosts: costs,
    annualCosts: fc.array(someAmount, { minLength: 1, maxLength: 4 }),
    endOfLifeCosts: costs,
    escalation,
    years: fc.integer({ min: 1, max: 20 }),
    users: fc.integer({ min: 1, max: 5000 }),
    rate: someRate,
  });

  it("words and code agree", () => {
    keepsFormulaLaws(totalCostOfOwnership, input, 100);
    keepsFormulaLaws(costOfOwnershipPerUser, input, 100);
    keepsFormulaLaws(presentCostOfOwnership, input, 100);
  });

  it("explaining changes no answer and no refusal", () => {
    const wide = input.chain((given) =>
      fc
        .record({ zeros: fc.integer({ min: 0, max: 12 }), rate: fc.constantFrom(-0.99, -0.9999, 0.1) })
        .map(({ zeros, rate }) => ({
          ...given,
          initialCosts: given.initialCosts.map((cost) => multiplyMoney(cost, 10 ** zeros)),
          rate,
        })),
    );
    const figures = [totalCostOfOwnership, costOfOwnershipPerUser, presentCostOfOwnership] as const;
    for (const figure of figures as readonly Formula<CostOfOwnershipInput, unknown>[]) {
      law(wide, (given) => {
        expect(fate(() => explain(figure, given).value)).toEqual(fate(() => figure(given)));
      });
    }
  });

  it("at rate 0 the present cost is the total", () => {
    law(input, (given) => {
      expect(presentCostOfOwnership({ ...given, rate: 0 })).toEqual(totalCostOfOwnership(given));
    });
  });

  it("it is the present value of the flows by year", () => {
    law(input, (given) => {
      const { initial, yearTotals, presentValue } = assessCostOfOwnership(given);
      const [last] = yearTotals.slice(-1);
      const flows = [initial, ...yearTotals.slice(0, -1), sumMoney([last ?? initial, ...given.endOfLifeCosts])];
      const npv = netPresentValue({ rate: given.rate, flows, timing: "start" });
      const size = flows.reduce((sum, { amount }, k) => sum + Math.abs(Number(amount)) * (1 + given.rate) ** -k, 1);
      expect(Math.abs(Number(npv.amount) - Number(presentValue.amount))).toBeLessThan(1e-9 + 1e-13 * size);
    });
  });

  it("splitting a cost into two lines changes nothing", () => {
    law(input, (given) => {
      const halved = given.annualCosts.flatMap((cost) => [multiplyMoney(cost, 0.25), multiplyMoney(cost, 0.75)]);
      expect(assessCostOfOwnership({ ...given, annualCosts: halved })).toEqual(assessCostOfOwnership(given));
    });
  });
});
