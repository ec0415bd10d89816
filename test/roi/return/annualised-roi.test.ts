import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { explain } from "../../../src/foundation/explain/index.js";
import { annualisedRoi, averageAnnualRoi, parseAnnualisedRoiInput } from "../../../src/roi/index.js";
import { faults } from "../../kit/caught.js";
import { keepsFormulaLaws } from "../../kit/formula-laws.js";
import { law } from "../../kit/laws.js";

describe("annualisedRoi", () => {
  it.each([
    [1, 3, 0.259_921_049_894_873_2],
    [-0.5, 2, -0.292_893_218_813_452_5],
    [0.45, 1.5, 0.281_087_129_802_761_9],
    [0.21, 2, 0.1],
    [0, 7, 0],
    [-1, 3, -1],
  ])("of %s over %s years is %s", (roi, years, yearly) => {
    expect(annualisedRoi({ roi, years })).toBe(yearly);
  });

  it("shows its working", () => {
    expect(explain(annualisedRoi, { roi: 0.21, years: 2 }).steps).toEqual([
      {
        kind: "calculated",
        symbol: "annualised",
        expression: "(1 + roi) ^ (1 ÷ years) − 1",
        substituted: "(1 + 0.21) ^ (1 ÷ 2) − 1",
        value: 0.1,
      },
    ]);
  });

  it.each([
    [{ roi: -1.5, years: 3 }, "out-of-range roi"],
    [{ roi: 1, years: 0 }, "out-of-range years"],
    [{ roi: 1, years: -2 }, "out-of-range years"],
    [{ roi: Number.NaN, years: 1 }, "not-finite roi"],
    [{ roi: 1, years: Number.POSITIVE_INFINITY }, "not-finite years"],
    [{ roi: 1, years: 1e-9 }, "out-of-range annualised"],
    [{ roi: "100%" as unknown as number, years: 1 }, "wrong-type roi"],
  ])("refuses %j", (input, fault) => {
    expect(faults(() => annualisedRoi(input))).toEqual([fault]);
  });
});

describe("averageAnnualRoi", () => {
  it.each([
    [1, 4, 0.25],
    [1, 3, 1 / 3],
    [-1.5, 3, -0.5],
  ])("of %s over %s years is %s", (roi, years, yearly) => {
    expect(averageAnnualRoi({ roi, years })).toBe(yearly);
  });

  it("refuses no time", () => {
    expect(faults(() => averageAnnualRoi({ roi: 1, years: 0 }))).toEqual(["out-of-range years"]);
  });
});

it("reads outside data", () => {
  expect(parseAnnualisedRoiInput({ roi: 1, years: 3 })).toEqual({ roi: 1, years: 3 });
  expect(faults(() => parseAnnualisedRoiInput({ roi: "1", years: 0 }))).toEqual([
    "wrong-type roi",
    "out-of-range years",
  ]);
});

describe("laws", () => {
  const input = fc.record({
    roi: fc.integer({ min: -99, max: 1000 }).map((hundredths) => hundredths / 100),
    years: fc.integer({ min: 1, max: 400 }).map((tenths) => tenths / 10),
  });

  it("words and code agree", () => {
    keepsFormulaLaws(annualisedRoi, input, 60);
    keepsFormulaLaws(averageAnnualRoi, input);
  });

  it("compounding the yearly return gives the whole", () => {
    law(fc.record({ roi: input.map(({ roi }) => roi), years: fc.integer({ min: 1, max: 20 }) }), (given) => {
      let growth = 1;
      for (let year = 0; year < given.years; year++) growth *= 1 + annualisedRoi(given);
      expect(Math.abs(growth - 1 - given.roi)).toBeLessThan(1e-12 * (1 + Math.abs(given.roi)));
    });
  });

  it("a yearly return of more than a year is never above the average", () => {
    law(
      input.filter(({ years }) => years >= 1),
      (given) => {
        expect(annualisedRoi(given)).toBeLessThanOrEqual(averageAnnualRoi(given) + 1e-15);
      },
    );
  });
});
