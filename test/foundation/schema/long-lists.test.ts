import { readFileSync } from "node:fs";
import { join } from "node:path";

import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import * as z from "zod";

import { isDomainError } from "../../../src/foundation/errors/index.js";
import { LONG_LIST } from "../../../src/foundation/schema/built-schema.js";
import { Count, EmailAddress, Id, list, optional, parse, schema, Text } from "../../../src/foundation/schema/index.js";
import { Incident } from "../../../src/incidents/incident.js";
import { KpiTarget } from "../../../src/kpi/kpi-target.js";
import { Budget } from "../../../src/lifecycle/budget.js";
import { Gate } from "../../../src/lifecycle/gate.js";
import { Milestone } from "../../../src/lifecycle/milestone.js";
import { PhaseRecord } from "../../../src/lifecycle/phase-record.js";
import { Risk } from "../../../src/risk/risk.js";
import { BenefitLine, CostLine } from "../../../src/roi/case/case-line.js";
import { Task } from "../../../src/schedule/task.js";
import { faults } from "../../kit/caught.js";
import { law } from "../../kit/laws.js";

interface Records {
  readonly [name: string]: Records & readonly Records[];
}
const example = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../../examples/learning-platform-upgrade/engagement.json"), "utf8"),
) as Records;

/** Schemas of many forms, with records that they take. */
const KINDS: readonly (readonly [name: string, shape: z.ZodType, records: readonly unknown[] | undefined])[] = [
  ["task", Task, example["plan"]?.["tasks"]],
  ["risk", Risk, example["risks"]?.["risks"]],
  ["incident", Incident, example["incidents"]?.["incidents"]],
  ["target", KpiTarget, example["kpis"]?.["targets"]?.map(({ target }) => target)],
  ["gate", Gate, example["lifecycle"]?.["gates"]],
  ["phase", PhaseRecord, example["lifecycle"]?.["phases"]],
  ["milestone", Milestone, example["lifecycle"]?.["milestones"]],
  ["budget", Budget, example["lifecycle"]?.["budgets"]],
  ["cost", CostLine, example["businessCase"]?.["costs"]],
  ["benefit", BenefitLine, example["businessCase"]?.["benefits"]],
  [
    "contact",
    schema(() => z.strictObject({ id: Id, at: EmailAddress, note: optional(Text) })),
    [{ id: "a", at: "a@b.eu" }],
  ],
];

/** Values that some field may or may not take. */
const STRANGE: readonly unknown[] = [
  null,
  "",
  "x",
  "x".repeat(201),
  "x".repeat(10_001),
  "2026-02-30",
  "2026-03-31",
  "2026-03-31T10:00:00Z",
  "closed",
  "opportunity",
  "a@b",
  "a@b.eu",
  0,
  -0,
  -1,
  0.5,
  2,
  1e21,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  true,
  [],
  {},
  [null],
  { amount: "1.50", currency: "EUR" },
  { amount: -5, currency: "eur" },
  undefined,
  Symbol("s"),
  10n,
];

/** What a record becomes: keys removed, replaced, swapped for another's or added, on any level. */
function changed(record: unknown, draw: (limit: number) => number): unknown {
  if (typeof record !== "object" || record === null) return record;
  const result = (Array.isArray(record) ? [...(record as unknown[])] : { ...record }) as Record<string, unknown>;
  const keys = Object.keys(result);
  const key = keys[draw(keys.length)] ?? "extra";
  const strange = STRANGE[draw(STRANGE.length)];
  const way = draw(6);
  if (way === 0) Reflect.deleteProperty(result, key);
  else if (way === 1) result[key] = strange;
  else if (way === 2) result["extra"] = strange;
  else if (way === 3) result[key] = result[keys[draw(keys.length)] ?? key];
  else if (way === 4) result[key] = changed(result[key], draw);
  return result;
}

/** The answer in full, or the refusal in full. */
function outcome(run: () => unknown): unknown {
  try {
    const value = run();
    return { value, text: JSON.stringify(value) };
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return { code: error.code, message: error.message, details: error.details };
  }
}

const elementOf = (rows: z.ZodType): unknown => (rows as z.ZodArray)._zod.def.element;

afterEach(() => {
  z.config({ jitless: false });
});

describe("a long list", () => {
  it.each(KINDS)("is read by code of its own, to the same answers and refusals: %s", (_name, shape, records = []) => {
    const short = list(shape);
    const long = list(shape);
    expect(parse(long, records, "rows")).toHaveLength(records.length);
    const before = elementOf(long);
    expect(before).not.toBe(shape);
    parse(
      long,
      Array.from({ length: LONG_LIST }, (_, i) => records[i % records.length]),
      "rows",
    );
    expect(elementOf(long)).not.toBe(before);

    law(fc.tuple(fc.nat(), fc.infiniteStream(fc.nat()), fc.integer({ min: 1, max: 3 })), ([at, numbers, times]) => {
      const draw = (limit: number): number => (limit === 0 ? 0 : (numbers.next().value as number) % limit);
      let record: unknown = records[at % records.length];
      for (let i = 0; i < times; i++) record = changed(record, draw);
      const expected = outcome(() => parse(short, [record], "rows"));
      expect(outcome(() => parse(long, [record], "rows"))).toEqual(expected);
    });
  });

  it("names the place of each fault, and shares nothing with its input", () => {
    const Rows = schema(() => z.strictObject({ rows: list(z.strictObject({ id: Id, tags: list(Count) })) }));
    const rows = Array.from({ length: LONG_LIST }, (_, i) => ({ id: `r${String(i)}`, tags: [i] }));
    const read = parse(Rows, { rows }, "rows");
    expect(read).toEqual({ rows });
    expect(read.rows[5]).not.toBe(rows[5]);
    expect(read.rows[5]?.tags).not.toBe(rows[5]?.tags);
    const wrong = [...rows];
    wrong[7] = { id: "", tags: [1] };
    wrong[9] = { id: "x", tags: [1, -1] };
    expect(faults(() => parse(Rows, { rows: wrong }, "rows"))).toEqual([
      "empty rows.7.id",
      "out-of-range rows.9.tags.1",
    ]);
  });

  it.each([
    ["one element too short", LONG_LIST - 1, false],
    ["where the program forbids it", LONG_LIST, true],
  ])("is read as any other: %s", (_, length, jitless) => {
    z.config({ jitless });
    const rows = list(z.strictObject({ id: Id }));
    const given = Array.from({ length }, (_, i) => ({ id: String(i) }));
    parse(rows, [], "rows");
    const before = elementOf(rows);
    expect(parse(rows, given, "rows")).toEqual(given);
    expect(elementOf(rows)).toBe(before);
  });

  it("is found in a field that may be left out", () => {
    const rows = list(z.strictObject({ id: Id }));
    const shape = z.strictObject({ rows: optional(rows) });
    parse(shape, {}, "shape");
    const before = elementOf(rows);
    parse(shape, { rows: Array.from({ length: LONG_LIST }, (_, i) => ({ id: String(i) })) }, "shape");
    expect(elementOf(rows)).not.toBe(before);
  });
});
