import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { Decimal } from "../../src/foundation/decimal/index.js";
import { explain } from "../../src/foundation/explain/index.js";
import { type Money, money } from "../../src/foundation/money/index.js";
import {
  contingencyReserve,
  expectedLoss,
  expectedMonetaryValue,
  netExposure,
  opportunityExposure,
  parseExpectedLossInput,
  parseExposureInput,
  parseNetExposureInput,
  parseResidualExposureInput,
  residualExposure,
  threatExposure,
} from "../../src/risk/index.js";
import { caught, faults } from "../kit/caught.js";
import { keepsFormulaLaws } from "../kit/formula-laws.js";
import { law } from "../kit/laws.js";

const eur = (amount: string): Money => money(amount, "EUR");
const NOTHING_PRICED = { kind: "none", reason: "nothing-priced" };

describe("expected loss", () => {
  it.each([
    // Pressman, Software Engineering: the software reuse example, exact.
    [0.8, "25200", "20160"],
    [0.1, "0.2", "0.02"],
    [0.07, "100", "7"],
    [1e-15, "1000000000000000", "1"],
    [0, "1000000000000000", "0"],
    [1, "0", "0"],
    [1, "999999999999999999999999", "999999999999999999999999"],
    // Below the resolution of amounts: half-even at the twelfth decimal.
    [0.5, "0.000000000001", "0"],
    [0.5, "0.000000000003", "0.000000000002"],
  ])("%d × %s = %s", (probability, impact, loss) => {
    expect(expectedLoss({ probability, impact: eur(impact) })).toEqual({ amount: loss, currency: "EUR" });
  });

  it("keeps every digit of an amount of 36 digits", () => {
    const impact = eur("123456789012345678901234.123456789012");
    expect(expectedLoss({ probability: 1, impact })).toEqual(impact);
    expect(expectedLoss({ probability: 0.1234567890123456, impact }).amount).toBe(
      "15241578753238827009602.227832647828",
    );
  });

  it.each([
    [{ probability: 1.1, impact: eur("1") }, "out-of-range probability"],
    [{ probability: -0.1, impact: eur("1") }, "out-of-range probability"],
    [{ probability: Number.NaN, impact: eur("1") }, "not-finite probability"],
    [{ probability: 0.5, impact: eur("-1") }, "out-of-range impact.amount"],
    [
      { probability: 0.5, impact: { amount: "1e3", currency: "EUR" } as unknown as Money },
      "invalid-format impact.amount",
    ],
    [{ probability: 0.5, impact: { amount: "1", currency: "eur" } as Money }, "invalid-format impact.currency"],
  ])("refuses %j", (input, fault) => {
    expect(faults(() => expectedLoss(input))).toEqual([fault]);
  });

  it("reads its input", () => {
    expect(faults(() => parseExpectedLossInput({ probability: 2, impact: { amount: "-1", currency: "EUR" } }))).toEqual(
      ["out-of-range probability", "out-of-range impact.amount"],
    );
  });
});

describe("threat and opportunity exposure", () => {
  it("adds the published register", () => {
    const probabilities = [0.3, 0.1, 0.65, 0, 1];
    const impacts = ["40000", "250000", "8000.50", "999999", "1500"].map(eur);
    expect(threatExposure({ probabilities, impacts, currency: "EUR" })).toEqual(eur("43700.325"));
    expect(opportunityExposure({ probabilities, impacts, currency: "EUR" })).toEqual(eur("43700.325"));
  });

  it("rounds once, at the end", () => {
    // Each product is half a unit of the twelfth decimal: rounded one by one they would vanish.
    const impacts = ["0.000000000001", "0.000000000001"].map(eur);
    expect(threatExposure({ probabilities: [0.5, 0.5], impacts, currency: "EUR" })).toEqual(eur("0.000000000001"));
  });

  it("is zero for no risks", () => {
    expect(threatExposure({ probabilities: [], impacts: [], currency: "JPY" })).toEqual(money("0", "JPY"));
  });

  it("of nothing but risks without amounts is not zero", () => {
    const none = { probabilities: [], impacts: [], currency: "EUR" };
    expect(threatExposure({ ...none, unpriced: 0 })).toEqual(eur("0"));
    expect(threatExposure({ ...none, unpriced: 2 })).toEqual(NOTHING_PRICED);
    expect(opportunityExposure({ ...none, unpriced: 1 })).toEqual(NOTHING_PRICED);
    const one = { probabilities: [0.5], impacts: [eur("10")], currency: "EUR", unpriced: 3 };
    expect(threatExposure(one)).toEqual(eur("5"));
    expect(threatExposure({ ...one, probabilities: [0] })).toEqual(NOTHING_PRICED);
    expect(faults(() => threatExposure({ ...none, unpriced: -1 }))).toEqual(["out-of-range unpriced"]);
    expect(faults(() => parseExposureInput({ ...none, unpriced: 0.5 }))).toEqual(["out-of-range unpriced"]);
    expect(explain(threatExposure, { ...none, unpriced: 2 }).steps.at(-1)).toEqual({
      kind: "outcome",
      reason: "nothing-priced",
      condition: "threatExposure = 0 and unpriced > 0",
      substituted: "0 EUR = 0 and 2 > 0",
    });
  });

  it("shows its working", () => {
    const { steps, value } = explain(threatExposure, {
      probabilities: [0.25],
      impacts: [eur("60000")],
      currency: "EUR",
    });
    expect(steps).toEqual([
      {
        kind: "table",
        columns: [
          { symbol: "probability", unit: "probability" },
          { symbol: "impact", unit: "money" },
          { symbol: "expectedLoss", unit: "money", expression: "probability × impact" },
        ],
        rows: [[0.25, eur("60000"), eur("15000")]],
      },
      {
        kind: "calculated",
        symbol: "threatExposure",
        expression: "sum[r](probabilities[r] × impacts[r])",
        substituted: "sum[r](probabilities[r] × impacts[r])",
        value: eur("15000"),
      },
    ]);
    expect(value).toEqual(eur("15000"));
  });

  it("names the row at fault", () => {
    const impacts = [eur("1"), money("1", "USD")];
    expect(faults(() => threatExposure({ probabilities: [0.5, 0.5], impacts, currency: "EUR" }))).toEqual([
      "currency-mismatch impacts.1.currency",
    ]);
    const currencies = { currencies: ["EUR", "USD"] };
    expect(caught(() => threatExposure({ probabilities: [0.5, 0.5], impacts, currency: "EUR" })).details).toMatchObject(
      currencies,
    );
    expect(
      faults(() => threatExposure({ probabilities: [0.5, 7], impacts: impacts.slice(0, 1), currency: "EUR" })),
    ).toEqual(["inconsistent impacts"]);
    expect(
      faults(() => threatExposure({ probabilities: [0.5, 7], impacts: [eur("1"), eur("1")], currency: "EUR" })),
    ).toEqual(["out-of-range probabilities.1"]);
    expect(faults(() => opportunityExposure({ probabilities: [0.5], impacts: [eur("-1")], currency: "EUR" }))).toEqual([
      "out-of-range impacts.0.amount",
    ]);
    expect(faults(() => threatExposure(undefined as never))).toEqual(["unreadable"]);
  });

  it("reads its input, all faults at once", () => {
    const input = { probabilities: [0.5, 2], impacts: [{ amount: "1", currency: "EUR" }], currency: "EUR" };
    expect(faults(() => parseExposureInput(input))).toEqual(["out-of-range probabilities.1"]);
    expect(faults(() => parseExposureInput({ ...input, probabilities: [], currency: "USD" }))).toEqual([
      "inconsistent impacts",
      "currency-mismatch impacts.0.currency",
    ]);
  });
});

describe("net exposure, its value view and its reserve", () => {
  it.each([
    ["43700.325", "15600", "28100.325", "-28100.325", "28100.325"],
    ["10", "15", "-5", "5", "0"],
    ["10", "10", "0", "0", "0"],
  ])("of threats %s and opportunities %s", (threats, opportunities, net, value, reserve) => {
    const input = { threatExposure: eur(threats), opportunityExposure: eur(opportunities) };
    expect(netExposure(input)).toEqual(eur(net));
    expect(expectedMonetaryValue(input)).toEqual(eur(value));
    expect(contingencyReserve(input)).toEqual(eur(reserve));
  });

  it("has no answer where one side is zero only for want of amounts", () => {
    const sides = { threatExposure: eur("0"), opportunityExposure: eur("5") };
    for (const figure of [netExposure, expectedMonetaryValue, contingencyReserve]) {
      expect(figure({ ...sides, unpricedThreats: 1 })).toEqual(NOTHING_PRICED);
      expect(figure({ threatExposure: eur("5"), opportunityExposure: eur("0"), unpricedOpportunities: 1 })).toEqual(
        NOTHING_PRICED,
      );
      expect(faults(() => figure({ ...sides, unpricedThreats: 0.5 }))).toEqual(["out-of-range unpricedThreats"]);
    }
    expect(netExposure({ ...sides, unpricedOpportunities: 4 })).toEqual(eur("-5"));
    expect(netExposure({ ...sides, threatExposure: eur("7"), unpricedThreats: 4 })).toEqual(eur("2"));
  });

  it("refuses exposures below zero and two currencies", () => {
    const fine = { threatExposure: eur("1"), opportunityExposure: eur("1") };
    expect(faults(() => netExposure({ ...fine, threatExposure: eur("-1") }))).toEqual(["out-of-range threatExposure"]);
    expect(faults(() => contingencyReserve({ ...fine, opportunityExposure: eur("-1") }))).toEqual([
      "out-of-range opportunityExposure",
    ]);
    expect(faults(() => expectedMonetaryValue({ ...fine, opportunityExposure: money("1", "USD") }))).toEqual([
      "currency-mismatch opportunityExposure.currency",
    ]);
    expect(faults(() => parseNetExposureInput({ ...fine, opportunityExposure: money("1", "USD") }))).toEqual([
      "currency-mismatch opportunityExposure.currency",
    ]);
  });
});

describe("residual exposure", () => {
  it("takes opportunities from threats", () => {
    const input = {
      threatProbabilities: [0.1, 0.2, 1],
      threatImpacts: [eur("60000"), eur("50000"), eur("3000")],
      opportunityProbabilities: [0.5],
      opportunityImpacts: [eur("40000")],
      currency: "EUR",
    };
    expect(residualExposure(input)).toEqual(eur("-1000"));
    expect(residualExposure(parseResidualExposureInput(input))).toEqual(eur("-1000"));
  });

  it("has no answer where one side is zero only for want of amounts", () => {
    const input = {
      threatProbabilities: [],
      threatImpacts: [],
      opportunityProbabilities: [0.5],
      opportunityImpacts: [eur("40000")],
      currency: "EUR",
    };
    expect(residualExposure({ ...input, unpricedThreats: 1 })).toEqual(NOTHING_PRICED);
    expect(residualExposure({ ...input, unpricedOpportunities: 1 })).toEqual(eur("-20000"));
    const turned = { ...input, opportunityProbabilities: [], opportunityImpacts: [], unpricedOpportunities: 1 };
    expect(residualExposure(turned)).toEqual(NOTHING_PRICED);
  });

  it("refuses lists that differ in length", () => {
    const input = {
      threatProbabilities: [0.1],
      threatImpacts: [],
      opportunityProbabilities: [],
      opportunityImpacts: [],
      currency: "EUR",
    };
    expect(caught(() => residualExposure(input)).code).toBe("inconsistent");
  });
});

const probability = fc.oneof(
  fc.constantFrom(0, 1, 0.1, 0.3, 0.07),
  fc.integer({ min: 0, max: 10_000 }).map((n) => n / 10_000),
  fc.double({ min: 0, max: 1, noNaN: true }),
);
const amount = fc.oneof(
  fc.integer({ min: 0, max: 1_000_000_000 }).map((cents) => eur((cents / 100).toFixed(2))),
  fc.bigInt({ min: 0n, max: 10n ** 30n }).map((n) => {
    const digits = String(n).padStart(13, "0");
    return eur(`${digits.slice(0, -12)}.${digits.slice(-12)}`);
  }),
);
const row = fc.record({ probability, impact: amount });
const rows = fc.array(row, { maxLength: 8 });
const exposureInput = rows.map((list) => ({
  probabilities: list.map((one) => one.probability),
  impacts: list.map((one) => one.impact),
  currency: "EUR",
}));
const unpriced = fc.nat(2);
const side = fc.oneof(amount, fc.constant(eur("0")));
const both = fc.record({
  threatExposure: side,
  opportunityExposure: side,
  unpricedThreats: unpriced,
  unpricedOpportunities: unpriced,
});

describe("laws", () => {
  it("the words are the code", () => {
    keepsFormulaLaws(expectedLoss, row);
    const counted = fc.tuple(exposureInput, unpriced).map(([input, count]) => ({ ...input, unpriced: count }));
    keepsFormulaLaws(threatExposure, counted);
    keepsFormulaLaws(opportunityExposure, counted);
    keepsFormulaLaws(netExposure, both);
    keepsFormulaLaws(expectedMonetaryValue, both);
    keepsFormulaLaws(contingencyReserve, both);
    keepsFormulaLaws(
      residualExposure,
      fc.tuple(exposureInput, exposureInput, unpriced, unpriced).map(([threats, opportunities, some, others]) => ({
        threatProbabilities: threats.probabilities,
        threatImpacts: threats.impacts,
        opportunityProbabilities: opportunities.probabilities,
        opportunityImpacts: opportunities.impacts,
        currency: "EUR",
        unpricedThreats: some,
        unpricedOpportunities: others,
      })),
    );
  });

  it("the sum is that of decimals wide enough to hold it, rounded once", () => {
    const Wide = Decimal.clone({ precision: 1000 });
    law(exposureInput, ({ probabilities, impacts, currency }) => {
      const exact = impacts.reduce(
        (sum, impact, i) => sum.plus(new Wide(impact.amount).times(probabilities[i] ?? 0)),
        new Wide(0),
      );
      const rounded = exact.toDecimalPlaces(12, Decimal.ROUND_HALF_EVEN).toFixed();
      expect(threatExposure({ probabilities, impacts, currency })).toEqual(eur(rounded));
    });
  });

  it("the order makes no difference, and a risk of probability zero neither", () => {
    law(fc.tuple(exposureInput, amount), ([{ probabilities, impacts, currency }, other]) => {
      const sum = threatExposure({ probabilities, impacts, currency });
      const reversed = { probabilities: [...probabilities].reverse(), impacts: [...impacts].reverse(), currency };
      expect(threatExposure(reversed)).toEqual(sum);
      const more = { probabilities: [...probabilities, 0], impacts: [...impacts, other], currency };
      expect(threatExposure(more)).toEqual(sum);
    });
  });
});
