import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { isNoAnswer } from "../../../src/foundation/errors/index.js";
import { explain, renderExplanation } from "../../../src/foundation/explain/index.js";
import { money } from "../../../src/foundation/money/index.js";
import {
  AUTOMATION_RANKINGS,
  type AutomationCandidate,
  type AutomationCandidatesInput,
  automationNetPresentValue,
  automationPayback,
  automationSaving,
  parseAutomationCandidatesInput,
  parseAutomationNetPresentValueInput,
  parseAutomationPaybackInput,
  parseAutomationSavingInput,
  parseSavedHoursInput,
  rankAutomationCandidates,
  savedHours,
} from "../../../src/roi/index.js";
import { faults } from "../../kit/caught.js";
import { keepsFormulaLaws } from "../../kit/formula-laws.js";
import { law } from "../../kit/laws.js";

const euro = (amount: string | number) => money(amount, "EUR");
const saving = {
  runsPerYear: 1200,
  minutesPerRun: 15,
  costPerHour: euro(40),
  runCostPerYear: euro(2000),
  failureProbability: 0.01,
  errorCost: euro(150),
};
const task = { ...saving, buildCost: euro(20_500) };
const never = { kind: "none", reason: "never-pays-back" };

describe("an automated task", () => {
  it("saves hours, and money after its running and its failures", () => {
    expect(savedHours({ runsPerYear: 1200, minutesPerRun: 15 })).toBe(300);
    expect(automationSaving(saving).amount).toBe("8200");
    expect(automationSaving({ ...saving, failureProbability: 0 }).amount).toBe("10000");
    expect(automationSaving({ ...saving, minutesPerRun: 0 }).amount).toBe("-3800");
    // A third of an hour is kept in decimals: 20 minutes at 3 an hour are exactly 1.
    expect(automationSaving({ ...saving, runsPerYear: 1, minutesPerRun: 20, costPerHour: euro(3) }).amount).toBe(
      "-2000.5",
    );
  });

  it.each([
    [{}, 2.5],
    [{ buildCost: euro(0) }, 0],
    [{ minutesPerRun: 0 }, never],
    [{ minutesPerRun: 0, buildCost: euro(0) }, 0],
    [{ runsPerYear: 0, runCostPerYear: euro(0) }, never],
  ])("with %j pays back after %j", (part, years) => {
    expect(automationPayback({ ...task, ...part })).toEqual(years);
  });

  it("is worth its savings less what it costs to build", () => {
    const input = { ...task, failureProbability: 0, buildCost: euro(10_000), rate: 0.25, years: 2 };
    expect(automationNetPresentValue(input).amount).toBe("4400");
  });

  it("shows its working", () => {
    expect(renderExplanation(explain(automationSaving, saving)).split("\n").slice(8, -1)).toEqual([
      "  worked out",
      "    savedHours = Saved hours = 300",
      "      given",
      "        runsPerYear   = 1200 (count)",
      "        minutesPerRun = 15 (minutes)",
      "      worked out",
      "        savedHours = runsPerYear × minutesPerRun ÷ 60 = 1200 × 15 ÷ 60 = 300",
      "      source: Definition, runs times minutes, in hours",
      "    labour = savedHours × costPerHour = 300 × 40 EUR = 12000 EUR",
      "    failures = runsPerYear × failureProbability × errorCost = 1200 × 0.01 × 150 EUR = 1800 EUR",
      "    saving = labour − runCostPerYear − failures = 12000 EUR − 2000 EUR − 1800 EUR = 8200 EUR",
    ]);
  });

  it.each([
    ["runs below zero", { runsPerYear: -1 }, "out-of-range runsPerYear"],
    ["minutes below zero", { minutesPerRun: -1 }, "out-of-range minutesPerRun"],
    ["a cost below zero", { runCostPerYear: euro(-1) }, "out-of-range runCostPerYear.amount"],
    ["a probability above 1", { failureProbability: 1.5 }, "out-of-range failureProbability"],
    ["another currency", { errorCost: money(1, "USD") }, "currency-mismatch errorCost.currency"],
  ])("refuses %s", (_, part, fault) => {
    const yearly = { ...saving, ...part };
    const built = { ...task, ...part };
    const priced = { ...built, rate: 0.1, years: 3 };
    for (const figure of [automationNetPresentValue, parseAutomationNetPresentValueInput]) {
      expect(faults(() => figure(priced))).toEqual([fault]);
    }
    for (const figure of [automationPayback, parseAutomationPaybackInput]) {
      expect(faults(() => figure(built))).toEqual([fault]);
    }
    for (const figure of [automationSaving, parseAutomationSavingInput]) {
      expect(faults(() => figure(yearly))).toEqual([fault]);
    }
  });

  it("refuses a building cost, a rate or years that are none", () => {
    const priced = { ...task, rate: 0.1, years: 3 };
    expect(faults(() => automationPayback({ ...task, buildCost: euro(-1) }))).toEqual([
      "out-of-range buildCost.amount",
    ]);
    expect(faults(() => automationNetPresentValue({ ...priced, rate: -1 }))).toEqual(["out-of-range rate"]);
    expect(faults(() => automationNetPresentValue({ ...priced, years: 0 }))).toEqual(["out-of-range years"]);
    expect(faults(() => parseSavedHoursInput({ runsPerYear: 1, minutesPerRun: "5" }))).toEqual([
      "wrong-type minutesPerRun",
    ]);
  });
});

describe("rankAutomationCandidates", () => {
  const candidate = (id: string, part: Partial<AutomationCandidate> = {}): AutomationCandidate => ({
    id,
    ...task,
    ...part,
  });
  const risky = candidate("risky", { runsPerYear: 2400, failureProbability: 0.06 });
  const steady = candidate("steady", { failureProbability: 0 });
  const quick = candidate("quick", { runsPerYear: 600, minutesPerRun: 30, buildCost: euro(1000) });
  const useless = candidate("useless", { minutesPerRun: 1 });
  const input: AutomationCandidatesInput = {
    candidates: [useless, steady, risky, quick],
    rate: 0,
    years: 5,
    by: "risk-adjusted-net-present-value",
  };

  it("gives every figure of each", () => {
    const { by, rows } = rankAutomationCandidates(input);
    expect(by).toBe("risk-adjusted-net-present-value");
    expect(rows[0]).toEqual({
      id: "quick",
      savedHours: 300,
      annualSaving: euro(10_000),
      riskAdjustedAnnualSaving: euro(9100),
      payback: 1000 / 9100,
      netPresentValue: euro(49_000),
      riskAdjustedNetPresentValue: euro(44_500),
    });
  });

  it.each([
    ["risk-adjusted-net-present-value", ["quick", "steady", "risky", "useless"]],
    ["net-present-value", ["risky", "quick", "steady", "useless"]],
    ["risk-adjusted-annual-saving", ["steady", "quick", "risky", "useless"]],
    ["annual-saving", ["risky", "steady", "quick", "useless"]],
    ["saved-hours", ["risky", "steady", "quick", "useless"]],
    ["payback", ["quick", "steady", "risky", "useless"]],
  ] as const)("by %s", (by, order) => {
    const { rows } = rankAutomationCandidates({ ...input, by });
    expect(rows.map(({ id }) => id)).toEqual(order);
  });

  it("keeps the order of the input where candidates are equal, also of those that never pay back", () => {
    for (const by of AUTOMATION_RANKINGS) {
      const candidates = ["c", "a", "b"].map((id) => candidate(id, { minutesPerRun: 1 }));
      expect(rankAutomationCandidates({ ...input, candidates, by }).rows.map(({ id }) => id)).toEqual(["c", "a", "b"]);
    }
  });

  it.each([
    ["no candidate", { candidates: [] }, "empty candidates"],
    ["an id twice", { candidates: [steady, steady] }, "duplicate-id candidates.1.id"],
    ["another ranking", { by: "size" }, "out-of-range by"],
    ["a rate of −1", { rate: -1 }, "out-of-range rate"],
    ["no years", { years: 0 }, "out-of-range years"],
    [
      "a cost below zero",
      { candidates: [steady, { ...quick, errorCost: euro(-1) }] },
      "out-of-range candidates.1.errorCost.amount",
    ],
    [
      "a building cost below zero",
      { candidates: [steady, { ...quick, buildCost: euro(-1) }] },
      "out-of-range candidates.1.buildCost.amount",
    ],
    [
      "a probability above 1",
      { candidates: [{ ...quick, failureProbability: 2 }] },
      "out-of-range candidates.0.failureProbability",
    ],
    ["runs below zero", { candidates: [{ ...quick, runsPerYear: -1 }] }, "out-of-range candidates.0.runsPerYear"],
    [
      "another currency",
      { candidates: [steady, { ...quick, costPerHour: money(1, "USD") }] },
      "currency-mismatch candidates.1.costPerHour.currency",
    ],
  ])("refuses %s", (_, part, fault) => {
    const given = { ...input, ...part } as AutomationCandidatesInput;
    expect(faults(() => rankAutomationCandidates(given))).toEqual([fault]);
    expect(faults(() => parseAutomationCandidatesInput(given))).toHaveLength(1);
  });

  it("reads what it can rank", () => {
    expect(parseAutomationCandidatesInput(JSON.parse(JSON.stringify(input)))).toEqual(input);
  });
});

describe("laws", () => {
  const cents = (max: number) => fc.integer({ min: 0, max }).map((amount) => euro(amount / 100));
  const some = fc.record({
    runsPerYear: fc.integer({ min: 0, max: 5000 }),
    minutesPerRun: fc.integer({ min: 0, max: 480 }).map((quarters) => quarters / 4),
    costPerHour: cents(10_000),
    runCostPerYear: cents(1_000_000),
    failureProbability: fc.integer({ min: 0, max: 100 }).map((thousandths) => thousandths / 1000),
    errorCost: cents(50_000),
  });
  const built = fc.tuple(some, cents(5_000_000)).map(([one, buildCost]) => ({ ...one, buildCost }));
  const rate = fc.integer({ min: 0, max: 40 }).map((hundredths) => hundredths / 100);
  const years = fc.integer({ min: 1, max: 12 });

  it("words and code agree", () => {
    keepsFormulaLaws(
      savedHours,
      some.map(({ runsPerYear, minutesPerRun }) => ({ runsPerYear, minutesPerRun })),
    );
    keepsFormulaLaws(automationSaving, some);
    keepsFormulaLaws(automationPayback, built);
    keepsFormulaLaws(
      automationNetPresentValue,
      fc.tuple(built, rate, years).map(([one, rate, years]) => ({ ...one, rate, years })),
    );
  });

  it("without a rate it is worth nothing exactly at the payback", () => {
    law(built, (given) => {
      const payback = automationPayback(given);
      if (isNoAnswer(payback)) return;
      const worth = (years: number): number => Number(automationNetPresentValue({ ...given, rate: 0, years }).amount);
      if (payback >= 1 && payback < 10_000) {
        expect(worth(Math.floor(payback))).toBeLessThanOrEqual(1e-6);
        expect(worth(Math.ceil(payback))).toBeGreaterThanOrEqual(-1e-6);
      }
    });
  });

  it("the rows fall by what they are ranked by, and risk never adds", () => {
    law(
      fc.tuple(fc.array(built, { minLength: 1, maxLength: 6 }), rate, years),
      ([tasks, rate, years]) => {
        const candidates = tasks.map((one, i) => ({ id: String(i), ...one }));
        const { rows } = rankAutomationCandidates({ candidates, rate, years, by: "net-present-value" });
        rows.forEach((row, i) => {
          const value = Number(row.netPresentValue.amount);
          expect(value).toBeLessThanOrEqual(Number(rows[i - 1]?.netPresentValue.amount ?? Infinity));
          expect(Number(row.riskAdjustedNetPresentValue.amount)).toBeLessThanOrEqual(value);
          expect(Number(row.riskAdjustedAnnualSaving.amount)).toBeLessThanOrEqual(Number(row.annualSaving.amount));
        });
      },
      60,
    );
  });
});
