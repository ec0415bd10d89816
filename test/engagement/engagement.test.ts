import { readFileSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, it } from "vitest";

import { caught, faults } from "../kit/caught.js";
import {
  assess,
  type Engagement,
  ENGAGEMENT_PARTS,
  explainFigure,
  figureCatalogue,
  parseEngagement,
} from "../../src/engagement/index.js";
import { isDomainError } from "../../src/foundation/errors/index.js";
import { type Figure, renderExplanation } from "../../src/foundation/explain/index.js";

const EXAMPLES = join(import.meta.dirname, "../../examples");
const read = (name: string): unknown => JSON.parse(readFileSync(join(EXAMPLES, name, "engagement.json"), "utf8"));
const upgrade = parseEngagement(read("learning-platform-upgrade"));
const minimal = read("minimal") as object;
const AS_OF = "2018-07-13";

const valueOf = (figures: readonly Figure[], id: string): unknown =>
  figures.find((figure) => figure.id === id && figure.of === undefined)?.value;

describe("parseEngagement", () => {
  it("reads the document of the demo and gives back what it says, amounts without trailing zeros", () => {
    const text = JSON.stringify(read("learning-platform-upgrade"));
    const canonical = JSON.parse(text, (key, value: unknown) =>
      key === "amount" && typeof value === "string" ? String(Number(value)) : value,
    );
    expect(text).toContain('"24310.50"');
    expect(upgrade).toEqual(canonical);
  });

  it.each([
    ["a field too many", { ...minimal, colour: "red" }, ["unknown-key colour"]],
    ["no title", { ...minimal, title: undefined }, ["missing title"]],
    ["an unknown zone", { ...minimal, timeZone: "Mars/Base" }, ["out-of-range timeZone"]],
    ["a currency in words", { ...minimal, currency: "euro" }, ["invalid-format currency"]],
    ["a service of another kind", { ...minimal, service: { kind: "magic" } }, ["out-of-range service.kind"]],
    [
      "a type of another kind",
      { ...minimal, service: { kind: "upgrade", type: "cloud" } },
      ["out-of-range service.type"],
    ],
    ["a go-live that does not exist", { ...minimal, goLive: "2026-02-30" }, ["invalid-date goLive"]],
    [
      "several faults at once",
      { ...minimal, id: "", plan: { start: "x", tasks: [{ id: "a", title: "A", durationDays: -1 }] } },
      ["empty id", "invalid-date plan.start", "out-of-range plan.tasks.0.durationDays"],
    ],
  ])("refuses %s", (_, data, expected) => {
    expect(faults(() => parseEngagement(data))).toEqual(expected);
  });

  it("refuses an amount of another currency where it stands", () => {
    const risk = {
      id: "R",
      title: "t",
      type: "threat",
      owner: "o",
      status: "open",
      probability: 0.5,
      impact: { amount: "1", currency: "USD" },
      responses: [],
    };
    const data = { ...minimal, risks: { risks: [risk] } };
    expect(faults(() => parseEngagement(data))).toEqual(["currency-mismatch risks.risks.0.impact.currency"]);
  });

  it("refuses an incident of a risk that the register does not have", () => {
    const incident = {
      id: "I",
      title: "t",
      impact: "low",
      urgency: "low",
      openedAt: "2026-03-01T09:00:00Z",
      riskId: "R",
    };
    const data = { ...minimal, incidents: { incidents: [incident] } };
    expect(faults(() => parseEngagement(data))).toEqual(["unknown-reference incidents.incidents.0.riskId"]);
  });

  it.each([0, 2, 1.5, "1", undefined])("refuses version %s", (version) => {
    const error = caught(() => parseEngagement({ ...minimal, version }));
    expect(error.code).toBe(version === 0 || version === 2 ? "unsupported-version" : "invalid-input");
  });

  it("speaks of the version alone when it is another one", () => {
    const error = caught(() => parseEngagement({ version: 2, newField: true }));
    expect(error.message).toBe("version must be 1, the only one this release reads, received 2");
  });
});

describe("assess", () => {
  const assessment = assess(upgrade, { asOf: AS_OF });

  it("answers every part of the demo in one pass", () => {
    const { figures } = assessment;
    expect(assessment.missing).toEqual([]);
    expect(assessment.plan?.finish).toBe("2018-08-08");
    expect(assessment.plan?.critical).toEqual(["hypercare", "review", "closed"]);
    expect(assessment.strategy?.winners).toEqual(["big-bang"]);
    expect(assessment.lifecycle?.readiness?.verdict).toBe("conditional");
    expect(assessment.kpis?.results.map(({ kpi, status }) => `${kpi} ${status}`)).toEqual([
      "on-time-delivery red",
      "on-budget-delivery green",
      "client-satisfaction amber",
      "system-uptime amber",
      "defect-rate green",
      "user-adoption amber",
    ]);
    // Three risks of 0.3 × 18 000, one of 0.1 × 40 000, four of 0.1 × 6 000.
    expect(valueOf(figures, "risk.threat-exposure")).toEqual({ amount: "22600", currency: "GBP" });
    // 4 of the 7 milestones due were on time.
    expect(valueOf(figures, "lifecycle.on-time-delivery")).toBe(4 / 7);
    // (199 000 − 162 500) ÷ 162 500.
    expect(valueOf(figures, "roi.return-on-investment")).toBe(36_500 / 162_500);
    // 57 of 878 400 minutes-as-seconds down: 3 420 of 878 400 s measured.
    expect(valueOf(figures, "kpi.uptime")).toBe((878_400 - 3_420) / 878_400);
    // E-1 and E-2 of the four that fell due.
    expect(valueOf(figures, "client.expectations-kept")).toBe(0.5);
    expect(assessment.incidents?.acknowledgement.mean).toBe((7 + 28 + 90 + 4) / 4);
  });

  it("sees nothing that happened after the day it speaks of", () => {
    const before = assess(upgrade, { asOf: "2018-05-10" });
    const known: Engagement = { ...upgrade, incidents: { incidents: [] } };
    expect(before.incidents?.total).toBe(0);
    expect(before.incidents).toEqual(assess(known, { asOf: "2018-05-10" }).incidents);
    expect(before.plan?.finished).toEqual([
      "charter",
      "requirements",
      "plugin-review",
      "design",
      "test-site",
      "rehearsal-1",
    ]);
    expect(before.risks?.closed).toEqual([]);
    expect(valueOf(before.figures, "kpi.uptime")).toEqual({ kind: "none", reason: "nothing-measured" });
  });

  it("gives the same for the same day, and plain data", () => {
    expect(assess(upgrade, { asOf: AS_OF })).toEqual(assessment);
    expect(JSON.parse(JSON.stringify(assessment))).toEqual(assessment);
  });

  it("says of every missing part what it would need", () => {
    const { missing, figures } = assess(parseEngagement(minimal), { asOf: AS_OF });
    expect(missing.map(({ part }) => part)).toEqual(ENGAGEMENT_PARTS);
    expect(missing.filter(({ needs, answers }) => needs.length === 0 || answers === "")).toEqual([]);
    expect(figures).toEqual([]);
  });

  it("lists messages that no go-live dates as missing", () => {
    const audiences = [{ id: "a", title: "All", kind: "users" }];
    const data = { ...minimal, communication: { audiences, messages: [] } };
    const { missing, communication } = assess(parseEngagement(data), { asOf: AS_OF });
    expect(missing.map(({ part }) => part)).toContain("communication");
    expect(communication).toBeUndefined();
  });

  it("gives answers that share nothing with the document or with each other", () => {
    const before = JSON.stringify(upgrade);
    const spoil = (value: unknown): void => {
      if (typeof value !== "object" || value === null) return;
      Object.values(value).forEach(spoil);
      if (Array.isArray(value)) value.push("spoilt");
      else Object.assign(value, { spoilt: true });
    };
    spoil(assess(upgrade, { asOf: AS_OF }));
    expect(JSON.stringify(upgrade) === before).toBe(true);
    expect(assess(upgrade, { asOf: AS_OF })).toEqual(assessment);
  });

  it("refuses a day that does not exist", () => {
    expect(faults(() => assess(upgrade, { asOf: "2018-02-30" }))).toEqual(["invalid-date asOf"]);
  });

  it("names every figure of the demo, and works each through again from its id and input", () => {
    const stored = JSON.parse(JSON.stringify(assessment.figures)) as readonly Figure[];
    expect(stored.length).toBe(73);
    for (const figure of stored) {
      const explanation = explainFigure(figure);
      expect(explanation.value, figure.id).toEqual(figure.value);
      expect(renderExplanation(explanation)).not.toMatch(/\[object|undefined|NaN/);
    }
  });

  it("gives a figure once, though two parts have it", () => {
    const keys = assessment.figures.map(({ id, of, input }) => JSON.stringify([id, of, input]));
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe("the catalogue", () => {
  it("has each figure once, with a unit for each input and a source", () => {
    const entries = figureCatalogue();
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
    expect(entries.filter(({ units, source }) => Object.keys(units).length === 0 || source.length === 0)).toEqual([]);
  });

  it("refuses a figure it does not have", () => {
    const error = caught(() => explainFigure({ id: "roi.magic", value: 1, input: {} }));
    expect(isDomainError(error, "unknown-reference") && error.details).toEqual({
      subject: "figure",
      path: ["id"],
      id: "roi.magic",
    });
  });
});
