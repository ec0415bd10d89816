import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { explain, renderExplanation } from "../../../src/foundation/explain/index.js";
import { money, multiplyMoney } from "../../../src/foundation/money/index.js";
import {
  assessScenarios,
  expectedPresentValue,
  parseScenariosInput,
  parseValueScenarios,
  presentValueDeviation,
  probabilityOfLoss,
} from "../../../src/roi/index.js";
import { caught, faults } from "../../kit/caught.js";
import { keepsFormulaLaws } from "../../kit/formula-laws.js";
import { law } from "../../kit/laws.js";
import { euros, someAmount } from "../flows.js";

const input = { probabilities: [0.25, 0.5, 0.25], presentValues: euros(-120_000, 180_000, 400_000) };

describe("scenarios", () => {
  it("have a mean, a spread and a probability of loss", () => {
    expect(expectedPresentValue(input)).toEqual(money(160_000, "EUR"));
    expect(presentValueDeviation(input)).toBe(184_932.420_089_069_3);
    expect(probabilityOfLoss(input)).toBe(0.25);
  });

  it("take no notice of their order", () => {
    const turned = { probabilities: [0.7, 0.2, 0.1], presentValues: euros(30, 20, 10) };
    expect(expectedPresentValue(turned)).toEqual(money(26, "EUR"));
    expect(presentValueDeviation(turned)).toBe(6.633_249_580_710_8);
    expect(probabilityOfLoss(turned)).toBe(0);
  });

  it("count a value of zero as no loss, and a lone one as certain", () => {
    expect(probabilityOfLoss({ probabilities: [0.4, 0.6], presentValues: euros(0, "-0.01") })).toBe(0.6);
    expect(presentValueDeviation({ probabilities: [1], presentValues: euros(5) })).toBe(0);
    expect(presentValueDeviation({ probabilities: [1, 0], presentValues: euros(5, 9) })).toBe(0);
  });

  it("let rounded thirds pass, and nothing further from 1", () => {
    const presentValues = euros(3, 3, 3);
    const thirds = [0.333_333_333_4, 0.333_333_333_3, 0.333_333_333_3];
    expect(expectedPresentValue({ probabilities: thirds, presentValues }).amount).toBe("3");
    const nearly = { probabilities: [0.5, 0.499_999_999_5], presentValues: euros(2, 2) };
    expect(expectedPresentValue(nearly).amount).toBe("1.999999999");
    const off = { probabilities: [0.333_333_333, 0.333_333_333, 0.333_333_332], presentValues };
    expect(faults(() => expectedPresentValue(off))).toEqual(["inconsistent probabilities"]);
    expect(faults(() => parseScenariosInput(off))).toEqual(["inconsistent probabilities"]);
    const short = { ...input, probabilities: [0.5, 0.2, 0.2] };
    expect(caught(() => expectedPresentValue(short)).message).toContain("must be 1 in sum, received 0.9");
    expect(caught(() => parseScenariosInput(short)).message).toContain("expected 1 in sum, received 0.9");
  });

  it("show their working", () => {
    const small = { probabilities: [0.2, 0.8], presentValues: euros(100, 200) };
    expect(renderExplanation(explain(presentValueDeviation, small)).split("\n").slice(4, -1)).toEqual([
      "  worked out",
      "    expected = sum[t](probabilities[t] × presentValues[t]) = 180 EUR",
      "    variance = sum[t](probabilities[t] × (presentValues[t] − expected) ^ 2)" +
        " = sum[t](probabilities[t] × (presentValues[t] − 180 EUR) ^ 2) = 1600",
      "    deviation = variance ^ 0.5 = 1600 ^ 0.5 = 40",
    ]);
  });

  it.each([
    ["a probability above 1", { probabilities: [1.5, -0.5, 0] }, "out-of-range probabilities.0"],
    ["a probability too few", { probabilities: [0.5, 0.5] }, "inconsistent probabilities"],
    ["probabilities that do not add up", { probabilities: [0.5, 0.2, 0.2] }, "inconsistent probabilities"],
    ["no values", { probabilities: [], presentValues: [] }, "empty presentValues"],
    [
      "another currency",
      { presentValues: [...euros(1, 1), money(1, "USD")] },
      "currency-mismatch presentValues.2.currency",
    ],
  ])("refuse %s", (_, part, fault) => {
    const given = { ...input, ...part };
    for (const figure of [expectedPresentValue, presentValueDeviation, probabilityOfLoss]) {
      expect(faults(() => figure(given))).toEqual([fault]);
    }
    expect(faults(() => parseScenariosInput(given))).toContain(fault);
  });
});

describe("assessScenarios", () => {
  const scenarios = [
    { id: "good", probability: 0.5, presentValue: money(100, "EUR") },
    { id: "bad", probability: 0.5, presentValue: money(-40, "EUR") },
  ];

  it("gives all three", () => {
    expect(assessScenarios(scenarios)).toEqual({
      expectedPresentValue: money(30, "EUR"),
      standardDeviation: 70,
      probabilityOfLoss: 0.5,
    });
  });

  it.each([
    ["no scenario", () => [], "empty"],
    ["an id twice", () => [scenarios[0], { ...scenarios[1], id: "good" }], "duplicate-id 1.id"],
    ["a probability above 1", () => [{ ...scenarios[0], probability: 2 }], "out-of-range 0.probability"],
    ["probabilities that do not add up", () => [scenarios[0]], "inconsistent"],
    [
      "another currency",
      () => [scenarios[0], { ...scenarios[1], presentValue: money(1, "USD") }],
      "currency-mismatch 1.presentValue.currency",
    ],
  ])("refuses %s", (_, make, fault) => {
    expect(faults(() => assessScenarios(make() as never))).toEqual([fault]);
    expect(faults(() => parseValueScenarios(make()))).toEqual([fault]);
  });
});

describe("laws", () => {
  const some = fc
    .array(fc.tuple(fc.integer({ min: 1, max: 100 }), someAmount), { minLength: 1, maxLength: 8 })
    .map((rows) => {
      const whole = rows.reduce((sum, [weight]) => sum + weight, 0);
      return {
        probabilities: rows.map(([weight]) => weight / whole),
        presentValues: rows.map(([, value]) => value),
      };
    });

  it("words and code agree", () => {
    keepsFormulaLaws(expectedPresentValue, some);
    keepsFormulaLaws(presentValueDeviation, some);
    keepsFormulaLaws(probabilityOfLoss, some);
  });

  it("the mean lies between the lowest and the highest, the deviation within their distance", () => {
    law(some, (given) => {
      const values = given.presentValues.map(({ amount }) => Number(amount));
      const [low, high] = [Math.min(...values), Math.max(...values)];
      const mean = Number(expectedPresentValue(given).amount);
      const slack = 1e-8 * (1 + Math.abs(low) + Math.abs(high));
      expect(mean).toBeGreaterThanOrEqual(low - slack);
      expect(mean).toBeLessThanOrEqual(high + slack);
      expect(presentValueDeviation(given)).toBeLessThanOrEqual((high - low) / 2 + slack);
    });
  });

  it("values turned round turn the mean round, keep the spread, and make losses of gains", () => {
    law(some, ({ probabilities, presentValues }) => {
      const turned = { probabilities, presentValues: presentValues.map((value) => multiplyMoney(value, -1)) };
      const plain = { probabilities, presentValues };
      expect(expectedPresentValue(turned)).toEqual(multiplyMoney(expectedPresentValue(plain), -1));
      expect(presentValueDeviation(turned)).toBe(presentValueDeviation(plain));
      const zero = presentValues.every(({ amount }) => amount !== "0");
      if (zero) expect(probabilityOfLoss(turned) + probabilityOfLoss(plain)).toBeCloseTo(1, 12);
    });
  });
});
