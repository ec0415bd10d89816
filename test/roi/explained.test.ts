import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { explain, type Formula } from "../../src/foundation/explain/index.js";
import { addDays } from "../../src/foundation/time/index.js";
import { benefitCostRatio, ROI_FORMULAS, separateFlows, TIMINGS } from "../../src/roi/index.js";
import { law } from "../kit/laws.js";
import { fate, someLargeFlows, someLowRate } from "./flows.js";

describe("explaining changes no answer and no refusal", () => {
  const figures = ROI_FORMULAS.filter(
    ({ units }) => "flows" in units && !("dates" in units),
  ) as unknown as readonly Formula<object, unknown>[];
  const input = fc.record({ rate: someLowRate, flows: someLargeFlows, timing: fc.constantFrom(...TIMINGS) });
  /** With the names that other figures have for a rate, and what they ask for beside it. */
  const wide = input.map(({ rate, flows, timing }) => ({
    ...{ rate, financeRate: rate, reinvestRate: rate, rates: flows.map(() => rate), flows, timing },
    ...{ rateBasis: "real", flowBasis: "real" },
  }));

  it("is looked at for every figure of cash flows", () => {
    expect(figures).toHaveLength(13);
  });

  it.each(figures.map((figure) => [figure.id, figure] as const))("of %s", (id, figure) => {
    const fates = new Set<string>();
    law(wide, (given) => {
      const plain = fate(() => figure(given));
      expect(fate(() => explain(figure, given).value)).toEqual(plain);
      fates.add(Array.isArray(plain) ? "refused" : "answered");
    });
    // A rate of return can be found whatever the size.
    expect(fates).toEqual(new Set(id === "roi.internal-rate-of-return" ? ["answered"] : ["answered", "refused"]));
  });

  const datedFigures = ROI_FORMULAS.filter(({ units }) => "dates" in units) as unknown as typeof figures;
  const datedInput = input.map(({ rate, flows }) => ({
    rate,
    flows,
    dates: flows.map((_, k) => addDays("2024-01-01", 100 * k)),
    dayCount: "actual-365-fixed",
  }));

  it("is looked at for every figure of dated cash flows", () => {
    expect(datedFigures).toHaveLength(3);
  });

  it.each(datedFigures.map((figure) => [figure.id, figure] as const))("of %s", (_, figure) => {
    law(datedInput, (given) => {
      expect(fate(() => explain(figure, given).value)).toEqual(fate(() => figure(given)));
    });
  });

  it("of a benefit-cost ratio", () => {
    law(input, ({ flows, ...rest }) => {
      const { inflows, outflows } = separateFlows(flows);
      const given = { ...rest, benefits: inflows, costs: outflows };
      expect(fate(() => explain(benefitCostRatio, given).value)).toEqual(fate(() => benefitCostRatio(given)));
    });
  });
});
