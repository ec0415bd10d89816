import { describe, expect, it } from "vitest";

import { inOtherZones, offsetMinutes } from "../kit/other-zones.js";

const ZONES = ["UTC", "Europe/London", "America/New_York", "Pacific/Apia", "Asia/Kathmandu"];

/** A week across the change to summer time in London, with one per cent gained. */
const WEEK = `{
  dates: ["2021-03-27", "2021-04-03"],
  flows: [{ amount: "-100", currency: "GBP" }, { amount: "101", currency: "GBP" }],
  dayCount: "actual-365-fixed",
}`;
/** Flows around 30 December 2011, a day that Apia never had. */
const SKIPPED = `{
  dates: ["2011-12-31", "2011-12-29", "2011-12-30"],
  flows: [{ amount: "70", currency: "EUR" }, { amount: "-100", currency: "EUR" }, { amount: "40", currency: "EUR" }],
  dayCount: "actual-actual-isda",
}`;
const CASE = `{
  currency: "EUR", discountRate: 0.1, timing: "mid", periodLength: "month", start: "2026-02-28", goLive: 1,
  dayCount: "actual-365-fixed",
  costs: [{ id: "c", title: "C", kind: "direct", payments: [{ date: "2026-03-29", amount: { amount: "100", currency: "EUR" } }] }],
  benefits: [{ id: "b", title: "B", kind: "revenue", amounts: [0, 60, 60].map((n) => ({ amount: String(n), currency: "EUR" })) }],
}`;

/** What a process works out, and what must come of it in every zone. */
const CALLS: Readonly<Record<string, unknown>> = {
  [`roi.datedInternalRateOfReturn(${WEEK})`]: 0.680_075_411_492_519_6,
  [`roi.datedNetPresentValue({ ...${WEEK}, rate: 0.1 }).amount`]: "0.81555410992",
  [`roi.assessDatedPayback(${SKIPPED}).paybackDate`]: "2011-12-31",
  [`roi.assessDatedPayback(${SKIPPED}).days`]: 2,
  [`roi.datedNetPresentValue({ ...${SKIPPED}, rate: 0 }).amount`]: "10",
  'roi.yearFraction({ from: "2011-12-29", to: "2012-01-01", dayCount: "actual-actual-isda" })': 3 / 365,
  [`roi.assessBusinessCase(${CASE}).dates.paybackDate`]: "2026-05-13",
  [`roi.assessBusinessCase(${CASE}).periods.map(({ date }) => date)`]: ["2026-03-14", "2026-04-12", "2026-05-13"],
};

describe("the zone of the process", () => {
  const bundled = inOtherZones("src/roi/index.ts", "roi", Object.keys(CALLS));

  it.each(ZONES)("%s changes no dated answer, and nothing asks for the time", { timeout: 30_000 }, async (zone) => {
    const { offset, answers } = (await bundled)(zone);
    // The process does live in that zone.
    expect(offset).toBe(offsetMinutes(zone));
    expect(answers).toEqual(Object.values(CALLS));
  });
});
