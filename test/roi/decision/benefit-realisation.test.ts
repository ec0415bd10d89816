import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { explain, renderExplanation } from "../../../src/foundation/explain/index.js";
import { money } from "../../../src/foundation/money/index.js";
import { assessBenefitRealisation, benefitRealisation, parseBenefitRealisationInput } from "../../../src/roi/index.js";
import { faults } from "../../kit/caught.js";
import { keepsFormulaLaws } from "../../kit/formula-laws.js";
import { law } from "../../kit/laws.js";
import { euros, someAmount } from "../flows.js";

const input = { planned: euros(120_000, 180_000), realised: euros(90_000, 171_000) };
const none = { kind: "none", reason: "nothing-planned" };

describe("benefitRealisation", () => {
  it("holds what came against what was planned", () => {
    expect(benefitRealisation(input)).toBe(0.87);
    expect(assessBenefitRealisation(input)).toEqual([
      { ratio: 0.75, cumulativeRatio: 0.75, shortfall: money(30_000, "EUR") },
      { ratio: 0.95, cumulativeRatio: 0.87, shortfall: money(39_000, "EUR") },
    ]);
  });

  it("has no answer where nothing was planned", () => {
    const early = { planned: euros(0, 0, 10), realised: euros(0, 5, 10) };
    expect(assessBenefitRealisation(early)).toEqual([
      { ratio: none, cumulativeRatio: none, shortfall: money(0, "EUR") },
      { ratio: none, cumulativeRatio: none, shortfall: money(-5, "EUR") },
      { ratio: 1, cumulativeRatio: 1.5, shortfall: money(-5, "EUR") },
    ]);
    expect(benefitRealisation({ planned: euros(0), realised: euros(5) })).toEqual(none);
  });

  it("counts what was lost against what came", () => {
    expect(benefitRealisation({ planned: euros(10, 10), realised: euros(10, -5) })).toBe(0.25);
  });

  it("shows its working", () => {
    expect(renderExplanation(explain(benefitRealisation, input)).split("\n").slice(4, -1)).toEqual([
      "  worked out",
      "    totalPlanned = sum[t](planned[t]) = 300000 EUR",
      "    totalRealised = sum[t](realised[t]) = 261000 EUR",
      "    realisation = totalRealised ÷ totalPlanned = 261000 EUR ÷ 300000 EUR = 0.87",
    ]);
  });

  it.each([
    ["a plan below zero", { planned: euros(1, -1) }, "out-of-range planned.1.amount"],
    ["a period too few", { planned: euros(1) }, "inconsistent planned"],
    ["no periods", { planned: [], realised: [] }, "empty realised"],
    ["another currency", { planned: [money(1, "EUR"), money(1, "USD")] }, "currency-mismatch planned.1.currency"],
  ])("refuses %s", (_, part, fault) => {
    const given = { ...input, ...part };
    expect(faults(() => benefitRealisation(given))).toEqual([fault]);
    expect(faults(() => assessBenefitRealisation(given))).toEqual([fault]);
    expect(faults(() => parseBenefitRealisationInput(given))).toEqual([fault]);
  });
});

describe("laws", () => {
  const some = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 1_000_000 }), someAmount), { minLength: 1, maxLength: 8 })
    .map((rows) => ({ planned: euros(...rows.map(([due]) => due)), realised: rows.map(([, came]) => came) }));

  it("words and code agree", () => {
    keepsFormulaLaws(benefitRealisation, some);
  });

  it("the last cumulative ratio is that of the whole", () => {
    law(some, (given) => {
      expect(assessBenefitRealisation(given).at(-1)?.cumulativeRatio).toEqual(benefitRealisation(given));
    });
  });
});
