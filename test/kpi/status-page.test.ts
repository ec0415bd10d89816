import { readFileSync } from "node:fs";
import { resolve } from "node:path";

import { describe, expect, it } from "vitest";

import { measureReliability, measureUptime, type UptimeSpan } from "../../src/kpi/index.js";

/** Incidents of a large public service, as its status page told them. */
const rows = readFileSync(resolve(import.meta.dirname, "../data/kpi/status-page-incidents.csv"), "utf8")
  .trim()
  .split("\n")
  .slice(1)
  .map((line) => line.split(","))
  .map(([, start = "", end = "", impact = ""]) => ({ span: { start, end }, impact }));

const of = (...impacts: readonly string[]): readonly UptimeSpan[] =>
  rows.filter(({ impact }) => impacts.includes(impact)).map(({ span }) => span);
const year = (name: number) => ({
  start: `${String(name)}-01-01T00:00:00Z`,
  end: `${String(name + 1)}-01-01T00:00:00Z`,
});

describe("uptime from the incidents of a public status page", () => {
  it.each([
    {
      name: 2023,
      impacts: ["minor", "major", "critical"],
      count: 159,
      recorded: 929_580,
      down: 927_780,
      merged: 157,
      share: 97.058029,
    },
    {
      name: 2024,
      impacts: ["minor", "major", "critical"],
      count: 120,
      recorded: 826_980,
      down: 799_980,
      merged: 113,
      share: 97.470211,
    },
    {
      name: 2025,
      impacts: ["minor", "major", "critical"],
      count: 187,
      recorded: 2_057_580,
      down: 1_952_100,
      merged: 162,
      share: 93.809932,
    },
    {
      name: 2023,
      impacts: ["major", "critical"],
      count: 23,
      recorded: 168_360,
      down: 168_360,
      merged: 23,
      share: 99.466134,
    },
    {
      name: 2024,
      impacts: ["major", "critical"],
      count: 26,
      recorded: 227_040,
      down: 225_840,
      merged: 25,
      share: 99.285823,
    },
    {
      name: 2025,
      impacts: ["major", "critical"],
      count: 35,
      recorded: 233_760,
      down: 229_080,
      merged: 33,
      share: 99.273592,
    },
  ])("$name, $impacts", ({ name, impacts, count, recorded, down, merged, share }) => {
    const records = { period: year(name), outages: of(...impacts) };
    const { downtimeSeconds, mergedOutages, uptime } = measureUptime(records);
    expect({ downtimeSeconds, mergedOutages }).toEqual({ downtimeSeconds: down, mergedOutages: merged });
    expect(100 * (uptime as number)).toBeCloseTo(share, 6);

    const { failures, incidents, meanIncidentSeconds } = measureReliability(records);
    expect([failures, incidents]).toEqual([merged, count]);
    expect((meanIncidentSeconds as number) * incidents).toBeCloseTo(recorded, 3);
  });

  it("leaves recorded maintenance out of both sides", () => {
    const records = { period: year(2022), outages: of("minor", "major", "critical"), maintenance: of("maintenance") };
    const seconds = 365 * 86_400;
    const ignored = measureUptime({ ...records, maintenancePolicy: "ignore" });
    const excluded = measureUptime({ ...records, maintenancePolicy: "exclude" });
    const up = measureUptime({ ...records, maintenancePolicy: "count-as-up" });
    const down = measureUptime({ ...records, maintenancePolicy: "count-as-down" });
    expect(ignored.measuredSeconds).toBe(seconds);
    expect(up.measuredSeconds).toBe(seconds);
    // Time in maintenance, with an outage and without.
    expect(down.downtimeSeconds - up.downtimeSeconds).toBe(seconds - excluded.measuredSeconds);
    expect(excluded.downtimeSeconds).toBe(up.downtimeSeconds);
    expect(excluded.measuredSeconds).toBeLessThan(seconds);
  });
});
