import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { civilDateOf } from "../../src/foundation/guard/index.js";
import { adoptionAccounting, type AdoptionRecords, type IntendedUser, measureAdoption } from "../../src/kpi/index.js";
import { faults } from "../kit/caught.js";
import { law } from "../kit/laws.js";

const RECORDS: AdoptionRecords = {
  users: [
    { id: "u1", from: "2026-01-01" },
    { id: "u2", from: "2026-02-28" },
    { id: "u3", from: "2026-01-01", to: "2026-02-28" },
    { id: "u4", from: "2026-03-01" },
    { id: "u5", from: "2026-01-01", to: "2026-03-01" },
  ],
  events: [
    { user: "u1", at: "2026-01-31T23:30:00Z" },
    { user: "u3", at: "2026-02-03T10:00:00Z" },
    { user: "guest", at: "2026-02-03T10:00:00Z" },
    { user: "u5", at: "2026-02-28T23:30:00Z" },
  ],
  window: { from: "2026-02-01", to: "2026-03-01" },
  timeZone: "UTC",
};

describe("measureAdoption", () => {
  it("asks who is a user on the last day, whose membership is half-open", () => {
    expect(measureAdoption(RECORDS)).toEqual({
      intended: 3,
      active: 1,
      unintendedActive: 2,
      rate: 1 / 3,
      partial: false,
      counted: ["u1", "u2", "u5"],
      uncounted: [
        { id: "u3", reason: "left-earlier" },
        { id: "u4", reason: "joined-later" },
      ],
    });
  });

  it("tells days by the zone", () => {
    // In Berlin the first event falls into February and the last into March.
    expect(measureAdoption({ ...RECORDS, timeZone: "Europe/Berlin" })).toMatchObject({
      active: 1,
      unintendedActive: 2,
    });
    expect(
      measureAdoption({ ...RECORDS, timeZone: "Europe/Berlin", events: [{ user: "u5", at: "2026-02-28T23:30:00Z" }] })
        .active,
    ).toBe(0);
  });

  it("ends the window with the day of asOf", () => {
    expect(measureAdoption({ ...RECORDS, asOf: "2026-02-03" })).toMatchObject({
      intended: 3,
      active: 1,
      unintendedActive: 1,
      partial: true,
      counted: ["u1", "u3", "u5"],
    });
  });

  it("has no answer before the window, and for nobody", () => {
    expect(measureAdoption({ ...RECORDS, asOf: "2026-01-31" })).toMatchObject({
      active: 0,
      rate: { kind: "none", reason: "not-begun" },
    });
    expect(measureAdoption({ ...RECORDS, users: [] })).toMatchObject({
      unintendedActive: 3,
      rate: { kind: "none", reason: "nobody-intended" },
    });
  });

  it.each<[Partial<AdoptionRecords>, string]>([
    [{ window: { from: "2026-02-01", to: "2026-02-01" } }, "inconsistent window"],
    [{ window: { from: "2026-02-30", to: "2026-03-01" } }, "invalid-date window.from"],
    [{ users: [RECORDS.users[0] as IntendedUser, { id: "u1", from: "2026-02-01" }] }, "duplicate-id users.1.id"],
    [{ users: [{ id: "u1", from: "2026-02-02", to: "2026-02-01" }] }, "inconsistent users.0.to"],
    [{ users: [{ id: "u1", from: "2026-02-31" }] }, "invalid-date users.0.from"],
    [{ events: [{ user: "u1", at: "2026-02-01T10:00:00" }] }, "invalid-format events.0.at"],
    [{ events: [{ user: 1 as never, at: "2026-02-01T10:00:00Z" }] }, "wrong-type events.0.user"],
    [{ asOf: "2026-02-31" }, "invalid-date asOf"],
    [{ timeZone: "Mars/Olympus" }, "out-of-range timeZone"],
    [{ timeZone: "Mars/Olympus", events: [] }, "out-of-range timeZone"],
  ])("refuses %o", (change, fault) => {
    expect(faults(() => measureAdoption({ ...RECORDS, ...change }))).toEqual([fault]);
  });
});

describe("adoptionAccounting", () => {
  it("counts an id once a period", () => {
    expect(adoptionAccounting([{ period: "1", activeUsers: ["a", "a"] }])).toEqual([
      { period: "1", active: 1, new: 1, retained: 0, reactivated: 0, lost: 0 },
    ]);
  });

  it("refuses a period twice, and ids that are no text", () => {
    const twice = [
      { period: "1", activeUsers: [] },
      { period: "1", activeUsers: [] },
    ];
    expect(faults(() => adoptionAccounting(twice))).toEqual(["duplicate-id periods.1.period"]);
    expect(faults(() => adoptionAccounting([{ period: "1", activeUsers: ["a", 2 as never] }]))).toEqual([
      "wrong-type periods.0.activeUsers.1",
    ]);
  });
});

describe("laws", () => {
  const id = fc.constantFrom("a", "b", "c", "d", "e", "__proto__");
  const FEBRUARY = 20_485;
  const dayNumber = fc.integer({ min: -10, max: 40 });
  const users = fc.uniqueArray(
    fc.tuple(id, dayNumber, fc.option(fc.nat(30))).map(
      ([name, from, length]): IntendedUser => ({
        id: name,
        from: civilDateOf(FEBRUARY + from),
        ...(length === null ? {} : { to: civilDateOf(FEBRUARY + from + length) }),
      }),
    ),
    { selector: (user) => user.id },
  );
  const events = fc.array(
    fc.tuple(id, dayNumber, fc.integer({ min: 0, max: 23 })).map(([user, on, hour]) => ({
      user,
      at: `${civilDateOf(FEBRUARY + on)}T${String(hour).padStart(2, "0")}:00:00Z`,
    })),
    { maxLength: 20 },
  );
  const records = fc.record({
    users,
    events,
    window: fc.constant({ from: civilDateOf(FEBRUARY), to: civilDateOf(FEBRUARY + 28) }),
    timeZone: fc.constant("UTC"),
    asOf: dayNumber.map((n) => civilDateOf(FEBRUARY + n)),
  });

  it("agrees with looking at every user and every day", () => {
    law(records, (given) => {
      const last = given.asOf < "2026-02-28" ? given.asOf : "2026-02-28";
      const intended = given.users.filter(({ from, to }) => from <= last && (to === undefined || to > last));
      const active = intended.filter((user) =>
        given.events.some((event) => {
          const on = event.at.slice(0, 10);
          return event.user === user.id && on >= given.window.from && on <= last;
        }),
      );
      const got = measureAdoption(given);
      expect([got.intended, got.active]).toEqual([intended.length, active.length]);
    });
  });

  it("order makes no difference, and later uses and users do not change an earlier report", () => {
    law(records, (given) => {
      const { counted, uncounted, ...rest } = measureAdoption(given);
      const turned = { ...given, users: [...given.users].reverse(), events: [...given.events].reverse() };
      expect(measureAdoption(turned)).toEqual({
        ...rest,
        counted: [...counted].reverse(),
        uncounted: [...uncounted].reverse(),
      });
      const later = {
        ...given,
        users: [...given.users, { id: "new", from: civilDateOf(FEBRUARY + 50) }],
        events: [...given.events, { user: "a", at: "2026-04-01T12:00:00Z" }],
      };
      expect(measureAdoption(later)).toEqual({
        ...rest,
        counted,
        uncounted: [...uncounted, { id: "new", reason: "joined-later" }],
      });
    });
  });

  it("accounts for every active user, and for all of the period before", () => {
    law(fc.array(fc.array(id, { maxLength: 8 }), { maxLength: 6 }), (lists) => {
      const rows = adoptionAccounting(lists.map((activeUsers, i) => ({ period: String(i), activeUsers })));
      rows.forEach((row, i) => {
        const now = new Set(lists[i]);
        const earlier = new Set(lists.slice(0, i).flat());
        expect(row.active).toBe(now.size);
        expect(row.new).toBe([...now].filter((user) => !earlier.has(user)).length);
        expect(row.new + row.retained + row.reactivated).toBe(row.active);
        expect(row.retained + row.lost).toBe(rows[i - 1]?.active ?? 0);
      });
    });
  });
});
