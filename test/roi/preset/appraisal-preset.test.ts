import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  APPRAISAL_PRESETS,
  type AppraisalPreset,
  assessEconomicImpact,
  CONSULTING_STUDY_2008,
  inflateFlows,
  nominalDiscountRate,
  OPTIMISM_BIAS_TABLE_2002,
  optimismBiasBounds,
  parseRateSchedule,
  presentValueUnderPreset,
  separateFlows,
  UK_GREEN_BOOK_2003,
  US_CIRCULAR_A94_1992,
  yearlyDiscountFactors,
} from "../../../src/roi/index.js";
import { faults } from "../../kit/caught.js";
import { law } from "../../kit/laws.js";
import { euros, someFlows } from "../flows.js";

const year = (n: number) => euros(...Array.from({ length: n + 1 }, (_, k) => (k === n ? "1000000000000" : 0)));

describe("the presets", () => {
  it.each(APPRAISAL_PRESETS.map((preset) => [preset.name, preset] as const))(
    "%s says where it comes from",
    (_, preset) => {
      expect(preset.issued).toMatch(/^\d{4}(-\d\d(-\d\d)?)?$/);
      expect(preset.source.work).toContain(preset.issued.slice(0, 4));
      expect(preset.source.place).not.toBe("");
      expect(preset.note).toMatch(/differ|revised|review/);
      expect(parseRateSchedule(preset.schedule)).toEqual(preset.schedule);
      expect(JSON.parse(JSON.stringify(preset))).toEqual(preset);
    },
  );

  it("have the factors that their sources print", () => {
    const factor = (preset: AppraisalPreset, timing: "end" | "mid", at: number) =>
      yearlyDiscountFactors({ schedule: preset.schedule, years: [at], timing })[0]?.toFixed(4);
    expect(factor(CONSULTING_STUDY_2008, "end", 3)).toBe("0.7513");
    expect(factor(US_CIRCULAR_A94_1992, "end", 1)).toBe("0.9346");
    expect(factor(US_CIRCULAR_A94_1992, "mid", 1)).toBe("0.9667");
    expect(factor(UK_GREEN_BOOK_2003, "end", 30)).toBe("0.3563");
    expect(factor(UK_GREEN_BOOK_2003, "end", 31)).toBe("0.3459");
    expect(factor(UK_GREEN_BOOK_2003, "end", 125)).toBe("0.0274");
  });

  it("of the Green Book brings the bounds of optimism bias", () => {
    const lookup = { projectType: "equipment-development", measure: "works-duration" } as const;
    expect(UK_GREEN_BOOK_2003.optimismBias).toBe(OPTIMISM_BIAS_TABLE_2002);
    expect(optimismBiasBounds(OPTIMISM_BIAS_TABLE_2002, lookup)).toEqual({ upperBound: 0.54, lowerBound: 0.1 });
  });
});

describe("presentValueUnderPreset", () => {
  const real = { priceBasis: "real", timing: "end" } as const;

  it("leaves year 0 as it is and chains the rates", () => {
    expect(presentValueUnderPreset(UK_GREEN_BOOK_2003, { ...real, flows: euros(7) })).toEqual(euros(7)[0]);
    expect(presentValueUnderPreset(UK_GREEN_BOOK_2003, { ...real, flows: year(31) }).amount).toBe(
      "345901369516.797612108365",
    );
    const mid = { ...real, timing: "mid" as const, flows: euros(0, 107) };
    expect(presentValueUnderPreset(US_CIRCULAR_A94_1992, mid).amount.slice(0, 11)).toBe("103.4408043");
  });

  it("can be given other values", () => {
    const own: AppraisalPreset = { ...CONSULTING_STUDY_2008, schedule: [{ rate: 0.25 }], priceBasis: "nominal" };
    const given = { flows: euros(0, 100), priceBasis: "nominal", timing: "end" } as const;
    expect(presentValueUnderPreset(own, given)).toEqual(euros(80)[0]);
    expect(CONSULTING_STUDY_2008.schedule).toEqual([{ rate: 0.1 }]);
    // The source of this one does not say which prices its rate is for.
    for (const priceBasis of ["real", "nominal"] as const) {
      const input = { flows: euros(0, 110), priceBasis, timing: "end" } as const;
      expect(presentValueUnderPreset(CONSULTING_STUDY_2008, input)).toEqual(euros(100)[0]);
    }
  });

  it.each([
    ["nominal amounts at a real rate", { priceBasis: "nominal" }, "inconsistent priceBasis"],
    ["a timing that the preset does not have", { timing: "mid" }, "out-of-range timing"],
    ["another basis", { priceBasis: "constant" }, "out-of-range priceBasis"],
    ["a year past the schedule", { flows: year(126) }, "out-of-range lastYear"],
    ["no flows", { flows: [] }, "empty flows"],
  ])("refuses %s", (_, part, fault) => {
    const given = { ...real, flows: euros(1, 2), ...part };
    expect(faults(() => presentValueUnderPreset(UK_GREEN_BOOK_2003, given as never))).toEqual([fault]);
  });
});

describe("laws", () => {
  it("each amount counts at the factor of its own year", () => {
    const rate = fc.integer({ min: 0, max: 40 }).map((hundredths) => hundredths / 100);
    const input = fc.record({ flows: someFlows, early: rate, late: rate, toYear: fc.integer({ min: 1, max: 11 }) });
    law(input, ({ flows, early, late, toYear }) => {
      const schedule = [{ toYear, rate: early }, { rate: late }];
      for (const timing of US_CIRCULAR_A94_1992.timings) {
        const value = presentValueUnderPreset(
          { ...US_CIRCULAR_A94_1992, schedule },
          { flows, priceBasis: "real", timing },
        );
        const factors = yearlyDiscountFactors({ schedule, years: flows.map((_, k) => k), timing });
        const sum = flows.reduce((total, { amount }, k) => total + Number(amount) * (factors[k] ?? 0), 0);
        const size = flows.reduce((total, { amount }) => total + Math.abs(Number(amount)), 1);
        expect(Math.abs(Number(value.amount) - sum)).toBeLessThan(1e-14 * size);
      }
    });
  });

  it("a consulting study's present values are those of its summary", () => {
    law(someFlows, (flows) => {
      const { inflows, outflows } = separateFlows(flows);
      const { presentBenefits, presentCosts } = assessEconomicImpact({ rate: 0.1, benefits: inflows, costs: outflows });
      const value = (side: typeof flows) =>
        presentValueUnderPreset(CONSULTING_STUDY_2008, { flows: side, priceBasis: "nominal", timing: "end" });
      expect(value(inflows)).toEqual(presentBenefits);
      expect(value(outflows)).toEqual(presentCosts);
    });
  });

  it("inflating both the amounts and the rates changes no value", () => {
    const inflation = fc.integer({ min: -5, max: 20 }).map((hundredths) => hundredths / 100);
    law(fc.record({ flows: someFlows, inflation }), ({ flows, inflation }) => {
      const nominal: AppraisalPreset = {
        ...UK_GREEN_BOOK_2003,
        priceBasis: "nominal",
        schedule: UK_GREEN_BOOK_2003.schedule.map((step) => ({
          ...step,
          rate: nominalDiscountRate({ realRate: step.rate, inflation }),
        })),
      };
      const here = presentValueUnderPreset(UK_GREEN_BOOK_2003, { flows, priceBasis: "real", timing: "end" });
      const inflated = inflateFlows(flows, inflation);
      const there = presentValueUnderPreset(nominal, { flows: inflated, priceBasis: "nominal", timing: "end" });
      const size = flows.reduce((sum, { amount }) => sum + Math.abs(Number(amount)), 1);
      expect(Math.abs(Number(here.amount) - Number(there.amount))).toBeLessThan(1e-13 * size);
    });
  });
});
