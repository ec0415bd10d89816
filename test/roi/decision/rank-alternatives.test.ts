import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { money, subtractMoney } from "../../../src/foundation/money/index.js";
import {
  type Alternative,
  internalRateOfReturn,
  netPresentValue,
  parseAlternativesInput,
  rankAlternatives,
} from "../../../src/roi/index.js";
import { faults } from "../../kit/caught.js";
import { law } from "../../kit/laws.js";
import { near } from "../../kit/near.js";
import { euros, someInvestment } from "../flows.js";

const small: Alternative = { id: "small", flows: euros(-100, 130) };
const large: Alternative = { id: "large", flows: euros(-1000, 1250) };

describe("rankAlternatives", () => {
  it("ranks by net present value where the internal rate would not", () => {
    expect(rankAlternatives({ rate: 0.1, alternatives: [small, large] })).toEqual([
      {
        id: "large",
        netPresentValue: money("136.363636363636", "EUR"),
        internalRate: near(0.25),
        incrementalRate: near(22 / 90),
      },
      {
        id: "small",
        netPresentValue: money("18.181818181818", "EUR"),
        internalRate: near(0.3),
        incrementalRate: { kind: "none", reason: "last-ranked" },
      },
    ]);
  });

  it("holds each against the next best, however many and however long", () => {
    const ranked = rankAlternatives({
      rate: 0,
      alternatives: [
        { id: "nothing", flows: euros(0) },
        { id: "short", flows: euros(-100, 150) },
        { id: "long", flows: euros(-100, 50, 200) },
      ],
    });
    expect(ranked.map(({ id }) => id)).toEqual(["long", "short", "nothing"]);
    // The long one has −100 and +200 more than the short one.
    expect(ranked.map(({ incrementalRate }) => incrementalRate)).toEqual([
      1,
      0.5,
      { kind: "none", reason: "last-ranked" },
    ]);
  });

  it("keeps the order of the input where values are equal", () => {
    const ranked = rankAlternatives({
      rate: 0.25,
      alternatives: [
        { id: "b", flows: euros(-100, 125) },
        { id: "a", flows: euros(-200, 250) },
      ],
    });
    expect(ranked.map(({ id }) => id)).toEqual(["b", "a"]);
    expect(ranked[0]?.incrementalRate).toBe(0.25);
  });

  it.each([
    ["no alternative", { alternatives: [] }, "empty alternatives"],
    ["an id twice", { alternatives: [small, small] }, "duplicate-id alternatives.1.id"],
    ["one without flows", { alternatives: [small, { id: "x", flows: [] }] }, "empty alternatives.1.flows"],
    ["a rate of −1", { rate: -1 }, "out-of-range rate"],
    [
      "another currency",
      { alternatives: [small, { id: "x", flows: [money(1, "USD")] }] },
      "currency-mismatch alternatives.1.flows.0.currency",
    ],
    [
      "another currency within one",
      { alternatives: [small, { id: "x", flows: [money(1, "EUR"), money(1, "USD")] }] },
      "currency-mismatch alternatives.1.flows.1.currency",
    ],
  ])("refuses %s", (_, part, fault) => {
    const input = { rate: 0.1, alternatives: [small, large], ...part };
    expect(faults(() => rankAlternatives(input))).toEqual([fault]);
    expect(faults(() => parseAlternativesInput(input))).toEqual([fault]);
  });
});

describe("laws", () => {
  const some = fc.record({
    rate: fc.integer({ min: 0, max: 40 }).map((hundredths) => hundredths / 100),
    alternatives: fc
      .array(someInvestment, { minLength: 1, maxLength: 5 })
      .map((rows) => rows.map((flows, i) => ({ id: String(i), flows }))),
  });

  it("values fall, and each is that of its own flows", () => {
    law(
      some,
      ({ rate, alternatives }) => {
        const ranked = rankAlternatives({ rate, alternatives });
        expect(ranked.map(({ id }) => id).sort()).toEqual(alternatives.map(({ id }) => id));
        ranked.forEach(({ id, netPresentValue: value, internalRate }, i) => {
          const flows = alternatives[Number(id)]?.flows ?? [];
          expect(value).toEqual(netPresentValue({ rate, flows, timing: "start" }));
          expect(internalRate).toEqual(internalRateOfReturn({ flows }));
          const above = ranked[i - 1]?.netPresentValue.amount;
          if (above !== undefined) expect(Number(value.amount)).toBeLessThanOrEqual(Number(above));
        });
      },
      60,
    );
  });

  it("where the better of two is the one that spends more, its extra money earns more than the rate", () => {
    const pair = fc.record({
      rate: fc.integer({ min: 0, max: 40 }).map((hundredths) => hundredths / 100),
      rows: fc.tuple(
        fc.tuple(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 1, max: 200_000 })),
        fc.tuple(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 1, max: 200_000 })),
      ),
    });
    law(pair, ({ rate, rows }) => {
      const alternatives = rows.map(([outlay, inflow], i) => ({ id: String(i), flows: euros(-outlay, inflow) }));
      const [best, next] = rankAlternatives({ rate, alternatives });
      const [b, n] = [best, next].map((one) => alternatives[Number(one?.id)]?.flows[0] ?? money(0, "EUR"));
      if (!b || !n || Number(subtractMoney(b, n).amount) >= 0) return;
      expect(Number(best?.incrementalRate)).toBeGreaterThanOrEqual(rate - 1e-12);
    });
  });
});
