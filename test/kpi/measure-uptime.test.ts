import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { isNoAnswer } from "../../src/foundation/errors/index.js";
import { instantOf } from "../../src/foundation/time/index.js";
import {
  MAINTENANCE_POLICIES,
  type MaintenancePolicy,
  measureReliability,
  measureUptime,
  type UptimeRecords,
  type UptimeSpan,
} from "../../src/kpi/index.js";
import { faults } from "../kit/caught.js";
import { law } from "../kit/laws.js";

const MARCH = { start: "2024-03-01T00:00:00Z", end: "2024-04-01T00:00:00Z" };
const at = (second: number): string => instantOf(1000 * second);

describe("measureUptime", () => {
  it("says which outages count, and why the others do not", () => {
    const measured = measureUptime({
      period: MARCH,
      outages: [
        { start: "2024-02-28T00:00:00Z", end: "2024-02-29T00:00:00Z" },
        { start: "2024-03-02T00:00:00Z", end: "2024-03-02T00:00:00Z" },
        { start: "2024-03-10T01:00:00Z", end: "2024-03-10T02:00:00Z" },
        { start: "2024-03-10T01:30:00Z", end: "2024-03-10T03:00:00Z" },
        { start: "2024-03-20T00:00:00Z" },
        { start: "2024-03-01T00:00:00Z", end: "2024-03-01T01:00:00Z" },
      ],
      maintenance: [{ start: "2024-03-10T00:00:00Z", end: "2024-03-10T02:00:00Z" }],
      asOf: "2024-03-15T00:00:00Z",
    });
    expect(measured).toEqual({
      measuredSeconds: 14 * 86_400 - 7_200,
      downtimeSeconds: 7_200,
      uptimeSeconds: 14 * 86_400 - 14_400,
      uptime: (14 * 86_400 - 14_400) / (14 * 86_400 - 7_200),
      mergedOutages: 2,
      partial: true,
      counted: [3, 5],
      uncounted: [
        { place: 0, reason: "outside-period" },
        { place: 1, reason: "no-length" },
        { place: 2, reason: "within-maintenance" },
        { place: 4, reason: "after-as-of" },
      ],
    });
  });

  it("reads instants by their offset", () => {
    const { downtimeSeconds } = measureUptime({
      period: MARCH,
      outages: [{ start: "2024-03-01T00:30:00+01:00", end: "2024-03-01T02:00:00+01:00" }],
    });
    expect(downtimeSeconds).toBe(3600);
  });

  it("counts parts of a second", () => {
    const { downtimeSeconds } = measureUptime({
      period: MARCH,
      outages: [{ start: "2024-03-01T12:00:00.250Z", end: "2024-03-01T12:00:01Z" }],
    });
    expect(downtimeSeconds).toBe(0.75);
  });

  it("has no answer before the period begins", () => {
    const measured = measureUptime({ period: MARCH, outages: [], asOf: "2024-02-01T00:00:00Z" });
    expect(measured).toMatchObject({
      measuredSeconds: 0,
      partial: true,
      uptime: { kind: "none", reason: "nothing-measured" },
    });
  });

  it.each<[Partial<UptimeRecords>, string]>([
    [{ period: { start: MARCH.end, end: MARCH.start } }, "inconsistent period"],
    [{ period: { start: "2024-03-01T00:00:00", end: MARCH.end } }, "invalid-format period.start"],
    [{ period: { start: MARCH.start, end: "2024-04-31T00:00:00Z" } }, "invalid-date period.end"],
    [{ outages: [{ start: MARCH.end, end: MARCH.start }] }, "inconsistent outages.0"],
    [{ outages: [{ start: MARCH.start }] }, "missing outages.0.end"],
    [{ outages: [{ start: "2024-03-01", end: MARCH.end }] }, "invalid-format outages.0.start"],
    [{ outages: {} as never }, "wrong-type outages"],
    [{ maintenance: [{ start: MARCH.end, end: MARCH.start }] }, "inconsistent maintenance.0"],
    [{ maintenancePolicy: "include" as never }, "out-of-range maintenancePolicy"],
    [{ asOf: "2024-03-01T00:00" }, "invalid-format asOf"],
  ])("refuses %o", (change, fault) => {
    expect(faults(() => measureUptime({ period: MARCH, outages: [], ...change }))).toEqual([fault]);
  });
});

describe("measureReliability", () => {
  it("keeps means of nothing apart from zero", () => {
    expect(measureReliability({ period: MARCH, outages: [] })).toEqual({
      failures: 0,
      incidents: 0,
      meanDowntimeSeconds: { kind: "none", reason: "no-failures" },
      meanIncidentSeconds: { kind: "none", reason: "no-failures" },
      meanOperatingSeconds: { kind: "none", reason: "no-failures" },
      meanCycleSeconds: { kind: "none", reason: "no-failures" },
      availability: 1,
      operatingLowerBoundSeconds: 2_678_400 / 2.995732273553991,
    });
  });

  it("merges outages that overlap for failures, and not for incidents", () => {
    const outages = [
      { start: "2024-03-05T10:00:00Z", end: "2024-03-05T11:00:00Z" },
      { start: "2024-03-05T10:30:00Z", end: "2024-03-05T12:00:00Z" },
    ];
    expect(measureReliability({ period: MARCH, outages })).toMatchObject({
      failures: 1,
      incidents: 2,
      meanDowntimeSeconds: 7200,
      meanIncidentSeconds: 4500,
      meanOperatingSeconds: 2_671_200,
      meanCycleSeconds: 2_678_400,
      operatingLowerBoundSeconds: { kind: "none", reason: "had-failures" },
    });
  });

  it("has no availability before the period begins", () => {
    const measured = measureReliability({ period: MARCH, outages: [], asOf: "2024-02-01T00:00:00Z" });
    expect(measured.availability).toEqual({ kind: "none", reason: "nothing-measured" });
    expect(measured.operatingLowerBoundSeconds).toEqual({ kind: "none", reason: "nothing-measured" });
  });
});

describe("laws", () => {
  /** Small times in seconds, so that a grid of one second can be counted. */
  interface Small {
    readonly from: number;
    readonly to: number;
    readonly outages: readonly (readonly [number, number | undefined])[];
    readonly maintenance: readonly (readonly [number, number])[];
    readonly policy: MaintenancePolicy;
    readonly asOf: number;
  }

  const SPAN = 60;
  const second = fc.integer({ min: 0, max: SPAN });
  const span = fc.tuple(second, second).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
  const open = fc.tuple(second, fc.constant(undefined));
  const small: fc.Arbitrary<Small> = fc.record({
    from: fc.integer({ min: 5, max: 20 }),
    to: fc.integer({ min: 25, max: 50 }),
    outages: fc.array(fc.oneof({ weight: 4, arbitrary: span }, { weight: 1, arbitrary: open }), { maxLength: 8 }),
    maintenance: fc.array(span, { maxLength: 4 }),
    policy: fc.constantFrom(...MAINTENANCE_POLICIES),
    asOf: fc.integer({ min: 0, max: SPAN }),
  });

  const spanOf = ([start, end]: readonly [number, number | undefined]): UptimeSpan =>
    end === undefined ? { start: at(start) } : { start: at(start), end: at(end) };
  const recordsOf = ({ from, to, outages, maintenance, policy, asOf }: Small): UptimeRecords => ({
    period: { start: at(from), end: at(to) },
    outages: outages.map(spanOf),
    maintenance: maintenance.map(spanOf),
    maintenancePolicy: policy,
    asOf: at(asOf),
  });

  it("the algebra of stretches counts what a grid of seconds counts", () => {
    law(
      small,
      (given) => {
        const end = Math.max(given.from, Math.min(given.to, given.asOf));
        let measured = 0;
        let down = 0;
        let runs = 0;
        let before = false;
        for (let s = given.from; s < end; s++) {
          const out = given.outages.some(([a, b]) => a <= s && s < (b ?? Math.max(a, given.asOf)));
          const planned = given.maintenance.some(([a, b]) => a <= s && s < b);
          // Two outages that touch are one.
          if (out && !before) runs++;
          before = out;
          if (given.policy === "exclude" && planned) continue;
          measured++;
          if (given.policy === "count-as-down" ? out || planned : out && !(given.policy === "count-as-up" && planned)) {
            down++;
          }
        }
        const got = measureUptime(recordsOf(given));
        expect([got.measuredSeconds, got.downtimeSeconds, got.mergedOutages]).toEqual([measured, down, runs]);
        expect(got.uptime).toEqual(
          measured === 0 ? { kind: "none", reason: "nothing-measured" } : (measured - down) / measured,
        );
        expect(got.partial).toBe(given.asOf < given.to);
      },
      1000,
    );
  });

  it("the order of the records makes no difference", () => {
    law(fc.tuple(small, fc.boolean()), ([given, first]) => {
      const turned = first
        ? { ...given, outages: [...given.outages].reverse() }
        : {
            ...given,
            outages: [...given.outages].sort(([a], [b]) => a - b),
            maintenance: [...given.maintenance].reverse(),
          };
      const { counted, uncounted, ...one } = measureUptime(recordsOf(given));
      const other = measureUptime(recordsOf(turned));
      expect(other).toMatchObject(one);
      expect(other.counted).toHaveLength(counted.length);
      expect(other.uncounted).toHaveLength(uncounted.length);
    });
  });

  it("leaving out the outages that do not count changes nothing but the list of them", () => {
    law(small, (given) => {
      const whole = measureUptime(recordsOf(given));
      const kept = whole.counted.map((place) => given.outages[place] ?? ([0, 0] as const));
      const { counted, uncounted, mergedOutages, ...rest } = measureUptime(recordsOf({ ...given, outages: kept }));
      expect(counted).toEqual(kept.map((_, place) => place));
      expect(uncounted).toEqual([]);
      // An outage inside maintenance is merged before maintenance is looked at.
      const hidden = whole.uncounted.some(({ reason }) => reason === "within-maintenance");
      if (!hidden) expect(mergedOutages).toBe(whole.mergedOutages);
      expect(whole).toMatchObject(rest);
    });
  });

  it("what happens later does not change an earlier report", () => {
    const later = fc.integer({ min: 0, max: 20 });
    law(fc.tuple(small, later, later), ([given, a, b]) => {
      const before = measureUptime(recordsOf(given));
      const start = given.asOf + 1 + a;
      // A new outage and new maintenance afterwards, and every open outage closed afterwards.
      const outages = given.outages.map(([from, to]) => [from, to ?? Math.max(from, given.asOf) + b] as const);
      const after = measureUptime(
        recordsOf({
          ...given,
          outages: [...outages, [start, start + b]],
          maintenance: [...given.maintenance, [start, start + 1]],
        }),
      );
      const { uncounted, counted, ...rest } = before;
      expect(after).toMatchObject(rest);
      expect(after.counted).toEqual(counted);
      expect(after.uncounted.slice(0, -1)).toEqual(uncounted);
    });
  });

  it("availability is the uptime without maintenance, and agrees with the means", () => {
    law(small, (given) => {
      const bare = recordsOf({ ...given, maintenance: [] });
      const got = measureReliability(bare);
      expect(got.availability).toEqual(measureUptime(bare).uptime);
      const { meanOperatingSeconds: up, meanDowntimeSeconds: down } = got;
      if (isNoAnswer(up) || isNoAnswer(down)) expect(got.failures).toBe(0);
      else expect(got.availability).toBeCloseTo((up as number) / ((up as number) + (down as number)), 12);
    });
  });
});
