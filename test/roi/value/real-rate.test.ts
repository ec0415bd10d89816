import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { explain, renderExplanation } from "../../../src/foundation/explain/index.js";
import {
  deflateFlows,
  inflateFlows,
  nominalDiscountRate,
  netPresentValueOnBasis,
  parseNetPresentValueOnBasisInput,
  parseNominalDiscountRateInput,
  parseRealDiscountRateInput,
  type PriceBasis,
  realDiscountRate,
} from "../../../src/roi/index.js";
import { faults } from "../../kit/caught.js";
import { keepsFormulaLaws } from "../../kit/formula-laws.js";
import { law } from "../../kit/laws.js";
import { euros, someFlows, someRate } from "../flows.js";

describe("real and nominal rates", () => {
  it("multiply, and do not add", () => {
    expect(nominalDiscountRate({ realRate: 0.07, inflation: 0.03 })).toBe(0.1021);
    expect(realDiscountRate({ nominalRate: 0.08, inflation: 0.025 })).toBe(0.053_658_536_585_365_85);
    expect(realDiscountRate({ nominalRate: 0, inflation: 0.25 })).toBe(-0.2);
    expect(realDiscountRate({ nominalRate: 0.1, inflation: 0.1 })).toBe(0);
    expect(nominalDiscountRate({ realRate: 0.25, inflation: -0.2 })).toBe(0);
  });

  it("show their working", () => {
    const lines = renderExplanation(explain(realDiscountRate, { nominalRate: 0.1021, inflation: 0.03 })).split("\n");
    expect(lines).toEqual([
      "Real discount rate = 0.07",
      "  given",
      "    nominalRate = 0.1021 (ratio)",
      "    inflation   = 0.03 (ratio)",
      "  worked out",
      "    realRate = (1 + nominalRate) ÷ (1 + inflation) − 1 = (1 + 0.1021) ÷ (1 + 0.03) − 1 = 0.07",
      "  source: Irving Fisher, The Theory of Interest (1930), money interest and real interest",
    ]);
  });

  it("refuse rates of −1 and below", () => {
    expect(faults(() => realDiscountRate({ nominalRate: -1, inflation: 0 }))).toEqual(["out-of-range nominalRate"]);
    expect(faults(() => realDiscountRate({ nominalRate: 0, inflation: -1 }))).toEqual(["out-of-range inflation"]);
    expect(faults(() => nominalDiscountRate({ realRate: -2, inflation: 0 }))).toEqual(["out-of-range realRate"]);
    expect(faults(() => nominalDiscountRate({ realRate: 1e300, inflation: 1e300 }))).toEqual([
      "out-of-range nominalRate",
    ]);
    expect(faults(() => parseRealDiscountRateInput({ nominalRate: -1, inflation: "2%" }))).toEqual([
      "out-of-range nominalRate",
      "wrong-type inflation",
    ]);
    expect(faults(() => parseNominalDiscountRateInput({ realRate: -1, inflation: -1 }))).toEqual([
      "out-of-range realRate",
      "out-of-range inflation",
    ]);
    expect(parseNominalDiscountRateInput({ realRate: 0.1, inflation: 0 })).toEqual({ realRate: 0.1, inflation: 0 });
  });
});

describe("inflateFlows and deflateFlows", () => {
  it("count the prices from period 0", () => {
    expect(inflateFlows(euros(-1000, 400, 400, 400), 0.03)).toEqual(euros(-1000, 412, "424.36", "437.0908"));
    expect(deflateFlows(euros(-1000, 412, "424.36", "437.0908"), 0.03)).toEqual(euros(-1000, 400, 400, 400));
    expect(inflateFlows(euros(1, 2), 0)).toEqual(euros(1, 2));
  });

  it("refuse what they cannot do", () => {
    expect(faults(() => inflateFlows([], 0))).toEqual(["empty realFlows"]);
    expect(faults(() => deflateFlows([], 0))).toEqual(["empty nominalFlows"]);
    expect(faults(() => inflateFlows(euros(1), -1))).toEqual(["out-of-range inflation"]);
    expect(faults(() => inflateFlows(euros(1, "900000000000000000000000"), 1))).toEqual(["out-of-range nominal flow"]);
  });
});

describe("netPresentValueOnBasis", () => {
  const real = {
    rate: 0.07,
    rateBasis: "real",
    flows: euros(-1000, 400, 400, 400),
    flowBasis: "real",
    timing: "start",
  } as const;

  it("is the same in real and in nominal terms", () => {
    expect(netPresentValueOnBasis(real).amount).toBe("49.72641776656");
    const nominal = {
      ...real,
      rate: 0.1021,
      rateBasis: "nominal" as const,
      flows: inflateFlows(real.flows, 0.03),
      flowBasis: "nominal" as const,
    };
    expect(netPresentValueOnBasis(nominal).amount).toBe("49.72641776656");
  });

  it.each([
    ["real flows at a nominal rate", { rateBasis: "nominal" }, "inconsistent flowBasis"],
    ["nominal flows at a real rate", { flowBasis: "nominal" }, "inconsistent flowBasis"],
    ["another basis", { flowBasis: "constant" }, "out-of-range flowBasis"],
    ["another basis of the rate", { rateBasis: "constant" }, "out-of-range rateBasis"],
    ["a rate of −1", { rate: -1 }, "out-of-range rate"],
  ])("refuses %s", (_, part, fault) => {
    const input = { ...real, ...part };
    expect(faults(() => netPresentValueOnBasis(input as never))).toEqual([fault]);
    expect(faults(() => parseNetPresentValueOnBasisInput(input))).toEqual([fault]);
  });

  it("reads what it answers", () => {
    expect(parseNetPresentValueOnBasisInput(real)).toEqual(real);
  });
});

describe("laws", () => {
  it("words and code agree", () => {
    keepsFormulaLaws(realDiscountRate, fc.record({ nominalRate: someRate, inflation: someRate }));
    keepsFormulaLaws(nominalDiscountRate, fc.record({ realRate: someRate, inflation: someRate }));
    const basis = fc.constantFrom<PriceBasis>("real", "nominal");
    const input = fc.record({
      rate: someRate,
      basis,
      flows: someFlows,
      timing: fc.constantFrom("start" as const, "mid" as const),
    });
    keepsFormulaLaws(
      netPresentValueOnBasis,
      input.map(({ basis, ...rest }) => ({ ...rest, rateBasis: basis, flowBasis: basis })),
      60,
    );
  });

  it("there and back again", () => {
    law(fc.record({ rate: someRate, inflation: someRate, flows: someFlows }), ({ rate, inflation, flows }) => {
      const nominalRate = nominalDiscountRate({ realRate: rate, inflation });
      expect(realDiscountRate({ nominalRate, inflation })).toBeCloseTo(rate, 14);
      // Rounding to 12 decimals in between grows with the prices.
      const back = deflateFlows(inflateFlows(flows, Math.max(0, inflation)), Math.max(0, inflation));
      expect(back).toEqual(flows);
    });
  });

  it("the value is the same in real and in nominal terms", () => {
    law(fc.record({ rate: someRate, inflation: someRate, flows: someFlows }), ({ rate, inflation, flows }) => {
      const real = netPresentValueOnBasis({ rate, rateBasis: "real", flows, flowBasis: "real", timing: "start" });
      const nominal = netPresentValueOnBasis({
        rate: nominalDiscountRate({ realRate: rate, inflation }),
        rateBasis: "nominal",
        flows: inflateFlows(flows, inflation),
        flowBasis: "nominal",
        timing: "start",
      });
      const size = flows.reduce((sum, { amount }, k) => sum + Math.abs(Number(amount)) * (1 + rate) ** -k, 0);
      expect(Math.abs(Number(real.amount) - Number(nominal.amount))).toBeLessThan(1e-9 + 1e-13 * size);
    });
  });
});
