import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { explain, renderExplanation } from "../../../src/foundation/explain/index.js";
import { money } from "../../../src/foundation/money/index.js";
import {
  costOfDelayByDuration,
  delayCost,
  orderByCostOfDelay,
  parseCostOfDelayByDurationInput,
  parseDelayCostInput,
  parseWaitingJobs,
  type WaitingJob,
} from "../../../src/roi/index.js";
import { faults } from "../../kit/caught.js";
import { keepsFormulaLaws } from "../../kit/formula-laws.js";
import { law } from "../../kit/laws.js";
import { euros } from "../flows.js";

const job = (id: string, costOfDelay: string | number, duration: number): WaitingJob => ({
  id,
  costOfDelay: money(costOfDelay, "EUR"),
  duration,
});

describe("orderByCostOfDelay", () => {
  it("does first what saves most for each week of work", () => {
    expect(orderByCostOfDelay([job("A", 10_000, 4), job("B", 8000, 1), job("C", 3000, 2)])).toEqual({
      ratios: euros(2500, 8000, 1500),
      order: ["B", "A", "C"],
      delayCost: money(79_000, "EUR"),
      firstComeDelayCost: money(101_000, "EUR"),
    });
  });

  it("keeps the order of the input where ratios are equal", () => {
    const jobs = [job("b", 20, 2), job("none", 0, 1), job("a", 10, 1), job("c", 30, 3), job("zero", 0, 9)];
    expect(orderByCostOfDelay(jobs).order).toEqual(["b", "a", "c", "none", "zero"]);
  });

  it("tells ratios apart that money cannot", () => {
    expect(orderByCostOfDelay([job("less", "0.000000000001", 4), job("more", "0.000000000001", 3)]).order).toEqual([
      "more",
      "less",
    ]);
  });

  it.each([
    ["no jobs", [], "empty"],
    ["an id twice", [job("a", 1, 1), job("a", 1, 1)], "duplicate-id 1.id"],
    ["a cost below zero", [job("a", -1, 1)], "out-of-range 0.costOfDelay.amount"],
    ["a job that takes no time", [job("a", 1, 1), job("b", 1, 0)], "out-of-range 1.duration"],
    [
      "another currency",
      [job("a", 1, 1), { ...job("b", 1, 1), costOfDelay: money(1, "USD") }],
      "currency-mismatch 1.costOfDelay.currency",
    ],
  ])("refuses %s", (_, jobs, fault) => {
    expect(faults(() => orderByCostOfDelay(jobs))).toEqual([fault]);
    expect(faults(() => parseWaitingJobs(jobs))).toEqual([fault]);
  });
});

describe("delayCost", () => {
  it("shows its working", () => {
    const input = { costsOfDelay: euros(8000, 10_000), durations: [1, 4] };
    const lines = renderExplanation(explain(delayCost, input)).split("\n");
    expect(lines.slice(4, -1)).toEqual([
      "  worked out",
      "    job  costOfDelay  done",
      "      0     8000 EUR     1",
      "      1    10000 EUR     5",
      "    each costOfDelay = costsOfDelay[job]",
      "    each done = sum[t](if(t ≤ job, durations[t], 0))",
      "    delayCost = sum[t](costOfDelay[t] × done[t]) = 58000 EUR",
    ]);
  });

  it("adds durations as decimals", () => {
    expect(delayCost({ costsOfDelay: euros(0, 0, 10), durations: [0.1, 0.2, 0.3] }).amount).toBe("6");
  });

  it.each([
    ["no jobs", { costsOfDelay: [], durations: [] }, "empty costsOfDelay"],
    ["a duration too few", { costsOfDelay: euros(1, 2), durations: [1] }, "inconsistent durations"],
    ["a duration of zero", { costsOfDelay: euros(1), durations: [0] }, "out-of-range durations.0"],
    ["a cost below zero", { costsOfDelay: euros(1, -1), durations: [1, 1] }, "out-of-range costsOfDelay.1.amount"],
    ["costs that are no list", { costsOfDelay: 5, durations: [1] }, "wrong-type costsOfDelay"],
  ])("refuses %s", (_, input, fault) => {
    expect(faults(() => delayCost(input as never))).toEqual([fault]);
    expect(faults(() => parseDelayCostInput(input))).toEqual([fault]);
  });
});

describe("durations beyond all numbers", () => {
  it("are refused in a plain call as in its explanation", () => {
    const input = { costsOfDelay: euros(0, 0), durations: [1.7e308, 1.7e308] };
    expect(faults(() => delayCost(input))).toEqual(["out-of-range done"]);
    expect(faults(() => explain(delayCost, input))).toEqual(["out-of-range done"]);
  });
});

describe("costOfDelayByDuration", () => {
  it("refuses what is no cost or no duration", () => {
    const fault = (costOfDelay: unknown, duration: unknown) => {
      const input = { costOfDelay, duration } as never;
      const found = faults(() => costOfDelayByDuration(input));
      expect(faults(() => parseCostOfDelayByDurationInput(input))).toEqual(found);
      return found;
    };
    expect(fault(money(-1, "EUR"), 1)).toEqual(["out-of-range costOfDelay.amount"]);
    expect(fault(money(1, "EUR"), 0)).toEqual(["out-of-range duration"]);
    expect(fault(money(1, "EUR"), "4")).toEqual(["wrong-type duration"]);
  });
});

describe("laws", () => {
  const amount = fc.integer({ min: 0, max: 100_000 });
  const quarters = fc.integer({ min: 1, max: 80 }).map((count) => count / 4);
  const some = fc
    .array(fc.record({ amount, duration: quarters }), { minLength: 1, maxLength: 6 })
    .map((rows) => rows.map(({ amount, duration }, i) => job(String(i), amount, duration)));

  it("words and code agree", () => {
    keepsFormulaLaws(
      costOfDelayByDuration,
      fc.record({ costOfDelay: amount.map((cost) => money(cost, "EUR")), duration: quarters }),
    );
    keepsFormulaLaws(
      delayCost,
      some.map((jobs) => ({
        costsOfDelay: jobs.map(({ costOfDelay }) => costOfDelay),
        durations: jobs.map(({ duration }) => duration),
      })),
    );
  });

  it("no other order costs less", () => {
    law(fc.tuple(some, fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 })), ([jobs, i, j]) => {
      const { order, delayCost: least, firstComeDelayCost } = orderByCostOfDelay(jobs);
      const cost = (queue: readonly WaitingJob[]): number =>
        Number(orderByCostOfDelay(queue).firstComeDelayCost.amount);
      const ordered = order.map((id) => jobs[Number(id)] ?? job("", 0, 1));
      const swapped = [...ordered];
      const [a, b] = [i % ordered.length, j % ordered.length];
      [swapped[a], swapped[b]] = [ordered[b] ?? job("", 0, 1), ordered[a] ?? job("", 0, 1)];
      expect(cost(ordered)).toBe(Number(least.amount));
      expect(Number(least.amount)).toBeLessThanOrEqual(cost(swapped));
      expect(Number(least.amount)).toBeLessThanOrEqual(Number(firstComeDelayCost.amount));
    });
  });
});
