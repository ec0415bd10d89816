import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { messagesOnTime, parseMessagesOnTimeInput } from "../../src/communication/index.js";
import { explain } from "../../src/foundation/explain/index.js";
import { faults } from "../kit/caught.js";
import { keepsFormulaLaws } from "../kit/formula-laws.js";

describe("messagesOnTime", () => {
  it.each([
    { onTime: 3, late: 1, share: 0.75 },
    { onTime: 0, late: 2, share: 0 },
    { onTime: 0, late: 0, share: { kind: "none", reason: "nothing-due" } },
  ])("$onTime on time and $late late", ({ onTime, late, share }) => {
    expect(messagesOnTime({ onTime, late })).toEqual(share);
  });

  it("refuses counts that are none", () => {
    expect(faults(() => messagesOnTime({ onTime: -1, late: 0 }))).toEqual(["out-of-range onTime"]);
    expect(faults(() => messagesOnTime({ onTime: 0, late: 0.5 }))).toEqual(["out-of-range late"]);
    expect(faults(() => parseMessagesOnTimeInput({ onTime: "1", late: -1 }))).toEqual([
      "wrong-type onTime",
      "out-of-range late",
    ]);
  });

  it("shows the working", () => {
    expect(explain(messagesOnTime, { onTime: 1, late: 3 }).steps).toEqual([
      {
        kind: "calculated",
        symbol: "share",
        expression: "onTime ÷ (onTime + late)",
        substituted: "1 ÷ (1 + 3)",
        value: 0.25,
      },
    ]);
  });
});

describe("laws", () => {
  it("the words say what the code does", () => {
    const count = fc.integer({ min: 0, max: 5 });
    keepsFormulaLaws(messagesOnTime, fc.record({ onTime: count, late: count }));
  });
});
