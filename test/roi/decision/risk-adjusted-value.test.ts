import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { explain, renderExplanation } from "../../../src/foundation/explain/index.js";
import { money, subtractMoney } from "../../../src/foundation/money/index.js";
import {
  assessRiskAdjustedValue,
  expectedRiskLoss,
  parseExpectedRiskLossInput,
  parseRiskAdjustedNetPresentValueInput,
  riskAdjustedNetPresentValue,
} from "../../../src/roi/index.js";
import { faults } from "../../kit/caught.js";
import { keepsFormulaLaws } from "../../kit/formula-laws.js";
import { law } from "../../kit/laws.js";
import { euros, someAmount } from "../flows.js";

const input = {
  netPresentValue: money(180_000, "EUR"),
  probabilities: [0.3, 0.1, 0.05],
  impacts: euros(50_000, 200_000, -40_000),
};

describe("riskAdjustedNetPresentValue", () => {
  it("takes off what the risks cost on average, and adds what the opportunities bring", () => {
    const { probabilities, impacts } = input;
    expect(expectedRiskLoss({ probabilities, impacts }).amount).toBe("33000");
    expect(riskAdjustedNetPresentValue(input).amount).toBe("147000");
    expect(assessRiskAdjustedValue(input)).toEqual({
      expectedLoss: money(33_000, "EUR"),
      riskAdjustedNetPresentValue: money(147_000, "EUR"),
    });
  });

  it("is the net present value without risks", () => {
    const safe = { ...input, probabilities: [], impacts: [] };
    expect(riskAdjustedNetPresentValue(safe)).toEqual(input.netPresentValue);
    expect(assessRiskAdjustedValue(safe)).toEqual({
      expectedLoss: money(0, "EUR"),
      riskAdjustedNetPresentValue: input.netPresentValue,
    });
  });

  it("is exact", () => {
    const risks = { probabilities: [0.1, 0.2], impacts: euros(0.1, 0.2) };
    expect(expectedRiskLoss(risks).amount).toBe("0.05");
  });

  it("shows its working", () => {
    expect(renderExplanation(explain(riskAdjustedNetPresentValue, input)).split("\n").slice(5, -1)).toEqual([
      "  worked out",
      "    expectedLoss = sum[t](probabilities[t] × impacts[t]) = 33000 EUR",
      "    adjusted = netPresentValue − expectedLoss = 180000 EUR − 33000 EUR = 147000 EUR",
    ]);
  });

  it.each([
    ["a probability above 1", { probabilities: [0.3, 1.1, 0] }, "out-of-range probabilities.1"],
    ["a probability too few", { probabilities: [0.3] }, "inconsistent probabilities"],
    ["another currency", { impacts: [...euros(1, 1), money(1, "USD")] }, "currency-mismatch impacts.2.currency"],
    ["impacts that are no list", { impacts: 5 }, "wrong-type impacts"],
  ])("refuses %s", (_, part, fault) => {
    const given = { ...input, ...part } as typeof input;
    const { probabilities, impacts } = given;
    expect(faults(() => riskAdjustedNetPresentValue(given))).toEqual([fault]);
    expect(faults(() => assessRiskAdjustedValue(given))).toEqual([fault]);
    expect(faults(() => expectedRiskLoss({ probabilities, impacts }))).toEqual([fault]);
    expect(faults(() => parseRiskAdjustedNetPresentValueInput(given))).toEqual([fault]);
    expect(faults(() => parseExpectedRiskLossInput({ probabilities, impacts }))).toEqual([fault]);
  });

  it("holds the impacts against the currency of the case", () => {
    const dollars = { ...input, netPresentValue: money(1, "USD") };
    expect(faults(() => riskAdjustedNetPresentValue(dollars))).toEqual(["currency-mismatch impacts.0.currency"]);
    expect(faults(() => parseRiskAdjustedNetPresentValueInput(dollars))).toContain(
      "currency-mismatch impacts.0.currency",
    );
    expect(faults(() => expectedRiskLoss({ probabilities: [], impacts: [] }))).toEqual(["empty impacts"]);
    expect(faults(() => parseExpectedRiskLossInput({ probabilities: [], impacts: [] }))).toEqual(["empty impacts"]);
  });
});

describe("laws", () => {
  const risks = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 1000 }), someAmount), { minLength: 1, maxLength: 8 })
    .map((rows) => ({
      probabilities: rows.map(([thousandths]) => thousandths / 1000),
      impacts: rows.map(([, impact]) => impact),
    }));
  const priced = fc.tuple(risks, someAmount).map(([given, netPresentValue]) => ({ ...given, netPresentValue }));

  it("words and code agree", () => {
    keepsFormulaLaws(expectedRiskLoss, risks);
    keepsFormulaLaws(riskAdjustedNetPresentValue, priced);
  });

  it("is the net present value less the expected loss", () => {
    law(priced, (given) => {
      const { probabilities, impacts, netPresentValue } = given;
      const loss = expectedRiskLoss({ probabilities, impacts });
      expect(riskAdjustedNetPresentValue(given)).toEqual(subtractMoney(netPresentValue, loss));
    });
  });
});
