import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { isNoAnswer } from "../../../src/foundation/errors/index.js";
import { explain, renderExplanation } from "../../../src/foundation/explain/index.js";
import { type Money, money, multiplyMoney } from "../../../src/foundation/money/index.js";
import {
  assessPayback,
  type CashFlowsInput,
  discountedPayback,
  firstCrossing,
  maximumExposure,
  parseCashFlowsInput,
  parseDiscountedCashFlowsInput,
  payback,
  paybackShortfall,
  presentValues,
} from "../../../src/roi/index.js";
import { faults } from "../../kit/caught.js";
import { keepsFormulaLaws } from "../../kit/formula-laws.js";
import { law } from "../../kit/laws.js";
import { answered, euros, fate, someFlows, someInvestment, someLargeFlows, someLowRate } from "../flows.js";

const NEVER = { kind: "none", reason: "never-pays-back" };

describe("payback", () => {
  it("of 50 000 spent and 100 000 gained evenly over three years is one and a half years", () => {
    const third = "33333.333333333333";
    expect(payback({ flows: euros("-50000", third, third, "33333.333333333334") })).toBe(1.5);
  });

  it.each([
    ["within a period", euros(-50, 10, 13, 16, 19, 22), 3 + 11 / 19, 3 + 11 / 19, "50", "0"],
    ["at the end of a period", euros(-50, 25, 25), 2, 2, "50", "0"],
    ["never", euros(-100, 10, 10), NEVER, NEVER, "100", "80"],
    ["within the first period", euros(-100, 200), 0.5, 0.5, "100", "0"],
    ["and again", euros(-100, 120, -50, 40), 2.75, 0.833_333_333_333_333_4, "100", "0"],
    ["once, and not for good", euros(-100, 120, -50), NEVER, 0.833_333_333_333_333_4, "100", "30"],
    ["by touching zero", euros(-100, 100, 0, 0, 5), 1, 1, "100", "0"],
    ["after staged outlays", euros(-100, -50, 80, 80, 80), 2.875, 2.875, "150", "0"],
    ["at once: nothing was out", euros(10, -5), 0, 0, "0", "0"],
    ["at once: no flow at all", euros(0, 0), 0, 0, "0", "0"],
    ["later, after a good start", euros(10, -30, 0, 40), 2.5, 2.5, "20", "0"],
  ])("%s", (_, flows, lasting, first, exposure, shortfall) => {
    expect(payback({ flows })).toEqual(lasting);
    expect(firstCrossing({ flows })).toEqual(first);
    expect(maximumExposure({ flows })).toEqual(money(exposure, "EUR"));
    expect(paybackShortfall({ flows })).toEqual(money(shortfall, "EUR"));
  });

  it("shows its working", () => {
    const working = renderExplanation(explain(payback, { flows: euros(-100, 120, -50, 40) }));
    expect(working.split("\n")).toEqual([
      "Payback period = 2.75",
      "  given",
      "    flows = [-100, 120, -50, 40] EUR",
      "  worked out",
      "    period      flow   balance  lowestFromHere",
      "         0  -100 EUR  -100 EUR        -100 EUR",
      "         1   120 EUR    20 EUR         -30 EUR",
      "         2   -50 EUR   -30 EUR         -30 EUR",
      "         3    40 EUR    10 EUR          10 EUR",
      "    each balance = sum[t](if(t ≤ period, flows[t], 0))",
      "    endBalance = sum[t](flows[t]) = 10 EUR",
      "    recovery = count[t](lowestFromHere[t] < 0) = 3",
      "    payback = if(recovery = 0, 0, recovery − 1 − balance[recovery − 1] ÷ flow[recovery]) = " +
        "if(3 = 0, 0, 3 − 1 − balance[3 − 1] ÷ flow[3]) = 2.75",
      "  source: Richard A. Brealey, Stewart C. Myers, Franklin Allen, Principles of Corporate Finance, payback rule",
    ]);
  });

  it("says why there is none", () => {
    const working = renderExplanation(explain(payback, { flows: euros(-100, 10) }));
    expect(working).toContain("no answer (never-pays-back), because endBalance < 0: -90 EUR < 0");
  });

  it.each([payback, firstCrossing, maximumExposure, paybackShortfall])("$id refuses a balance of 1e24", (figure) => {
    const size = "900000000000000000000000";
    const flows = euros(size, size, `-${size}`, `-${size}`);
    expect(faults(() => figure({ flows }))).toEqual(["out-of-range balance"]);
    expect(faults(() => explain<CashFlowsInput, unknown>(figure, { flows }))).toEqual(["out-of-range balance"]);
    expect(faults(() => assessPayback(flows))).toEqual(["out-of-range balance"]);
  });

  it.each([payback, firstCrossing, maximumExposure, paybackShortfall])("$id refuses flows that are none", (figure) => {
    expect(faults(() => figure({ flows: [] }))).toEqual(["empty flows"]);
    expect(faults(() => figure({ flows: [money(1, "EUR"), money(1, "USD")] }))).toEqual([
      "currency-mismatch flows.1.currency",
    ]);
    expect(faults(() => figure({ flows: [{ amount: "1,5" as "1", currency: "EUR" }] }))).toEqual([
      "invalid-format flows.0.amount",
    ]);
  });
});

describe("discountedPayback", () => {
  it.each([
    [0.1, euros(-1000, 100, 200, 300, 400, 500), 4.7898],
    [0.1, euros(-1000, 500, 500, 500), 2.352],
    [0, euros(-100, 120, -50, 40), 2.75],
    [0.1, euros(-100, 110), 1],
    [0.2, euros(-100, 110), NEVER],
  ])("at %s of %j is %j", (rate, flows, value) => {
    expect(discountedPayback({ rate, flows })).toEqual(value);
  });

  it("shows the balance of the present values", () => {
    const { steps, value } = explain(discountedPayback, { rate: 0.1, flows: euros(-100, 55, 121) });
    expect(value).toBe(1.5);
    expect(steps.map(({ kind }) => kind)).toEqual(["table", "calculated", "calculated", "calculated"]);
    expect(steps[0]).toMatchObject({
      rows: [
        [0, money(-100, "EUR"), 1, ...euros(-100, -100, -100)],
        [1, money(55, "EUR"), 0.909_090_909_090_909_1, ...euros(50, -50, -50)],
        [2, money(121, "EUR"), 0.826_446_280_991_735_6, ...euros(100, 50, 50)],
      ],
    });
  });

  it("refuses rates and flows that are none", () => {
    expect(faults(() => discountedPayback({ rate: -1, flows: euros(1) }))).toEqual(["out-of-range rate"]);
    expect(faults(() => discountedPayback({ rate: 0.1, flows: [] }))).toEqual(["empty flows"]);
  });

  it("refuses a present value of 1e24 that another takes back", () => {
    const input = { rate: -0.99, flows: euros(0, "600000000000000000000000", "-6000000000000000000000") };
    expect(faults(() => discountedPayback(input))).toEqual(["out-of-range present value"]);
    expect(faults(() => explain(discountedPayback, input))).toEqual(["out-of-range present value"]);
  });
});

describe("assessPayback", () => {
  it("tells a balance that falls again from one that only dips at the start", () => {
    expect(assessPayback(euros(-100, 120, -50, 40))).toEqual({
      paysBack: true,
      payback: 2.75,
      firstCrossing: 0.833_333_333_333_333_4,
      maximumExposure: money(100, "EUR"),
      endBalance: money(10, "EUR"),
      shortfall: money(0, "EUR"),
      warnings: ["non-monotonic"],
    });
    expect(assessPayback(euros(10, -30, 40)).warnings).toEqual([]);
    expect(assessPayback(euros(-100, 100, 0)).warnings).toEqual([]);
  });

  it("looks at present values where a rate is given", () => {
    const profile = assessPayback(euros(-100, 55, 121), { rate: 0.1 });
    expect(profile.payback).toBe(1.5);
    expect(profile.endBalance).toEqual(money(50, "EUR"));
    expect(assessPayback(euros(-100, 55, 50), { rate: 0.1 }).paysBack).toBe(false);
  });

  it("refuses what its figures refuse", () => {
    expect(faults(() => assessPayback([]))).toEqual(["empty flows"]);
    expect(faults(() => assessPayback(euros(1), { rate: -1 }))).toEqual(["out-of-range rate"]);
  });
});

it("reads outside data", () => {
  expect(faults(() => parseCashFlowsInput({ flows: [] }))).toEqual(["empty flows"]);
  expect(faults(() => parseCashFlowsInput({ flows: [money(1, "EUR"), money(1, "USD"), money(1, "GBP")] }))).toEqual([
    "currency-mismatch flows.1.currency",
    "currency-mismatch flows.2.currency",
  ]);
  expect(faults(() => parseDiscountedCashFlowsInput({ rate: -1, flows: [money(1, "EUR")] }))).toEqual([
    "out-of-range rate",
  ]);
});

describe("laws", () => {
  it("a profile says what the figures say", () => {
    law(fc.oneof(someFlows, someInvestment), (flows) => {
      const profile = assessPayback(flows);
      expect(profile.payback).toEqual(payback({ flows }));
      expect(profile.firstCrossing).toEqual(firstCrossing({ flows }));
      expect(profile.maximumExposure).toEqual(maximumExposure({ flows }));
      expect(profile.shortfall).toEqual(paybackShortfall({ flows }));
      expect(assessPayback(flows, { rate: 0.07 }).payback).toEqual(discountedPayback({ rate: 0.07, flows }));
    });
  });

  it("a profile is refused where the figures are", () => {
    law(fc.record({ rate: someLowRate, flows: someLargeFlows }), ({ rate, flows }) => {
      for (const figure of [payback, firstCrossing, maximumExposure, paybackShortfall]) {
        expect(fate(() => void assessPayback(flows))).toEqual(fate(() => void figure({ flows })));
      }
      expect(fate(() => assessPayback(flows, { rate }).payback)).toEqual(
        fate(() => discountedPayback({ rate, flows })),
      );
    });
  });

  const input = fc.record({ flows: fc.oneof(someFlows, someInvestment) });

  const large = fc.record({ flows: someLargeFlows });

  it.each([payback, firstCrossing])("words and code of $id agree", (figure) => {
    keepsFormulaLaws(figure, input, 100);
    keepsFormulaLaws<CashFlowsInput, unknown>(figure, large.filter(answered<CashFlowsInput>(figure)), 50);
  });

  it.each([maximumExposure, paybackShortfall])("words and code of $id agree", (figure) => {
    keepsFormulaLaws(figure, input, 60);
    keepsFormulaLaws(figure, large.filter(answered(figure)), 50);
  });

  it("words and code of a discounted payback agree", () => {
    const rate = fc.integer({ min: -20, max: 40 }).map((hundredths) => hundredths / 100);
    keepsFormulaLaws(discountedPayback, fc.record({ rate, flows: input.map(({ flows }) => flows) }), 100);
    const low = fc.record({ rate: someLowRate, flows: someLargeFlows });
    keepsFormulaLaws(discountedPayback, low.filter(answered(discountedPayback)), 50);
  });

  /** The balance at any time: each flow after the first comes in evenly over its period. */
  const balanceAt = (flows: readonly Money[], time: number): number =>
    flows.reduce(
      (sum, { amount }, k) => sum + Number(amount) * Math.min(1, Math.max(0, k === 0 ? 1 : time - k + 1)),
      0,
    );

  it("what comes in after the payback does not move it", () => {
    law(fc.tuple(someFlows, fc.integer({ min: 0, max: 9_999 })), ([flows, more]) => {
      const before = payback({ flows });
      if (!isNoAnswer(before)) expect(payback({ flows: [...flows, ...euros(0, more, 1)] })).toBe(before);
    });
  });

  it("the balance is zero at the payback, never below it later, and below it just before", () => {
    law(input, ({ flows }) => {
      const time = payback({ flows });
      const size = 1e-9 * flows.reduce((sum, { amount }) => sum + Math.abs(Number(amount)), 1);
      if (isNoAnswer(time)) {
        expect(balanceAt(flows, flows.length)).toBeLessThan(0);
        return;
      }
      if (time > 0) {
        expect(Math.abs(balanceAt(flows, time))).toBeLessThan(size);
        expect(balanceAt(flows, time - 1e-3 * (time - Math.ceil(time) + 1))).toBeLessThan(0);
      }
      for (let later = Math.ceil(time); later < flows.length; later++) {
        expect(balanceAt(flows, later)).toBeGreaterThan(-size);
      }
    });
  });

  it("the first crossing is never after the payback", () => {
    law(input, ({ flows }) => {
      const first = firstCrossing({ flows });
      const lasting = payback({ flows });
      if (isNoAnswer(first)) expect(lasting).toEqual(NEVER);
      else if (!isNoAnswer(lasting)) expect(first).toBeLessThanOrEqual(lasting);
    });
  });

  it("money that comes in after the payback does not change it", () => {
    law(input, ({ flows }) => {
      const time = payback({ flows });
      if (!isNoAnswer(time)) expect(payback({ flows: [...flows, money(123, "EUR")] })).toBe(time);
    });
  });

  it("does not change with the unit of money", () => {
    law(input, ({ flows }) => {
      const scaled = flows.map((flow) => multiplyMoney(flow, 8));
      expect(payback({ flows: scaled })).toEqual(payback({ flows }));
      expect(firstCrossing({ flows: scaled })).toEqual(firstCrossing({ flows }));
    });
  });

  it("a discounted payback is that of the present values", () => {
    law(input, ({ flows }) => {
      const discounted = discountedPayback({ rate: 0.07, flows });
      const plain = payback({ flows: presentValues({ rate: 0.07, flows, timing: "start" }) });
      if (isNoAnswer(discounted)) expect(plain).toEqual(discounted);
      else expect(Number(plain)).toBeCloseTo(discounted, 9);
    });
  });
});
