import { describe, expect, it } from "vitest";

import type { Figure } from "../../../src/foundation/explain/index.js";
import { explainFigure } from "../../../src/engagement/index.js";
import { money } from "../../../src/foundation/money/index.js";
import { renderExplanation } from "../../../src/foundation/explain/index.js";
import {
  assessBusinessCase,
  type BenefitLine,
  type BusinessCase,
  type CostLine,
  datedInternalRates,
  parseBusinessCase,
  UK_GREEN_BOOK_2003,
} from "../../../src/roi/index.js";
import { faults } from "../../kit/caught.js";
import { euros } from "../flows.js";

const cost = (line: Partial<CostLine>): CostLine => ({ id: "c", title: "Cost", kind: "direct", ...line });
const benefit = (line: Partial<BenefitLine>): BenefitLine => ({
  id: "b",
  title: "Benefit",
  kind: "efficiency",
  ...line,
});
const one = (amount: string | number) => money(amount, "EUR");

const base: BusinessCase = {
  currency: "EUR",
  discountRate: 0.1,
  timing: "start",
  periodLength: "year",
  costs: [cost({ amounts: euros(100) })],
  benefits: [],
};

const { timing, periodLength, costs, benefits } = base;
/** The same without a rate. */
const unrated = { currency: "EUR", timing, periodLength, costs, benefits };

const lineOf = (part: Partial<BusinessCase>, id: string): readonly string[] | undefined =>
  assessBusinessCase({ ...base, ...part })
    .lines.find((line) => line.id === id)
    ?.amounts.map(({ amount }) => amount);
const valueOf = (figures: readonly Figure[], id: string, of?: string): unknown =>
  figures.find((figure) => figure.id === `roi.${id}` && figure.of === of)?.value;

describe("a line", () => {
  it("comes back in each period, and rises once a year", () => {
    const recurring = { amount: one(100), from: 1, escalation: 0.1 };
    expect(lineOf({ horizon: 4, costs: [cost({ recurring })] }, "c")).toEqual(["0", "100", "110", "121"]);
    expect(lineOf({ costs: [cost({ recurring: { ...recurring, to: 2 } })] }, "c")).toEqual(["0", "100", "110"]);
    const quarters = lineOf({ periodLength: "quarter", horizon: 7, costs: [cost({ recurring })] }, "c");
    expect(quarters).toEqual(["0", "100", "100", "100", "100", "110", "110"]);
  });

  it("adds what comes in several ways", () => {
    const line = cost({ amounts: euros(5, 7), recurring: { amount: one(1), from: 1, to: 2 } });
    expect(lineOf({ costs: [line] }, "c")).toEqual(["5", "8", "1"]);
  });

  it("tied to the go-live moves with it, and past the horizon it is not part of the case", () => {
    const benefits = [benefit({ amounts: euros(10, 20, 30), fromGoLive: true })];
    expect(lineOf({ goLive: 1, benefits }, "b")).toEqual(["0", "10", "20", "30"]);
    expect(lineOf({ goLive: 2, horizon: 4, benefits }, "b")).toEqual(["0", "0", "10", "20"]);
    const recurring = [benefit({ recurring: { amount: one(9), from: 0 }, fromGoLive: true })];
    expect(lineOf({ goLive: 3, horizon: 5, benefits: recurring }, "b")).toEqual(["0", "0", "0", "9", "9"]);
  });

  it("of cost takes contingency, optimism bias and risk on top, each on what stands before it", () => {
    const line = cost({ amounts: euros(100, 50), contingency: 0.1, optimismBias: 0.2, riskAdjustment: 0.5 });
    expect(lineOf({ costs: [line] }, "c")).toEqual(["198", "99"]);
  });

  it("of benefit counts the share in use, whose last holds on, less what is taken off for risk", () => {
    const line = benefit({
      recurring: { amount: one(1000), from: 0 },
      adoption: [0.25, 0.5, 0.8],
      riskAdjustment: 0.1,
    });
    expect(lineOf({ horizon: 5, benefits: [line] }, "b")).toEqual(["225", "450", "720", "720", "720"]);
    const late = { ...line, fromGoLive: true };
    expect(lineOf({ horizon: 5, goLive: 2, benefits: [late] }, "b")).toEqual(["0", "0", "225", "450", "720"]);
  });

  it("has its total, its present value and a figure that shows it", () => {
    const line = benefit({ amounts: euros(0, 1100, 1210), adoption: [0.5], riskAdjustment: 0.2 });
    const { lines, figures } = assessBusinessCase({ ...base, benefits: [line] });
    expect(lines[1]).toMatchObject({
      id: "b",
      side: "benefit",
      kind: "efficiency",
      total: one(924),
      presentValue: one(800),
    });
    const figure = figures.find(({ of }) => of === "b");
    expect(
      renderExplanation(explainFigure(figure as Figure))
        .split("\n")
        .slice(0, 7),
    ).toEqual([
      "Adjusted benefit of a line = 924 EUR",
      "  given",
      "    amounts        = [0, 1100, 1210] EUR",
      "    adoption       = [0.5, 0.5, 0.5] (ratio)",
      "    riskAdjustment = 0.2 (ratio)",
      "  worked out",
      "    used = sum[t](amounts[t] × adoption[t]) = 1155 EUR",
    ]);
    expect(valueOf(figures, "adjusted-cost", "c")).toEqual(one(100));
    expect(valueOf(figures, "case-total", "costs")).toEqual(one(100));
    expect(valueOf(figures, "case-total", "benefits")).toEqual(one(924));
    expect(valueOf(figures, "net-present-value")).toEqual(one(700));
  });
});

describe("a case with dates", () => {
  const dated: BusinessCase = {
    ...base,
    start: "2026-01-01",
    dayCount: "actual-365-fixed",
    goLive: 0,
    costs: [
      cost({
        payments: [
          { date: "2026-01-01", amount: one(60) },
          { date: "2026-07-01", amount: one(40) },
        ],
      }),
    ],
    benefits: [
      benefit({ payments: [{ date: "2027-01-01", amount: one(55) }], amounts: euros(0, 0, 66), riskAdjustment: 0 }),
    ],
  };

  it("puts payments into their periods, and keeps their dates for the dated figures", () => {
    const { periods, figures, dates } = assessBusinessCase(dated);
    expect(periods.map(({ date, net }) => [date, net.amount])).toEqual([
      ["2026-01-01", "-100"],
      ["2027-01-01", "55"],
      ["2028-01-01", "66"],
    ]);
    const flows = {
      dates: ["2026-01-01", "2026-07-01", "2028-01-01", "2027-01-01"],
      flows: euros(-60, -40, 66, 55),
    } as const;
    const [rate] = datedInternalRates({ ...flows, dayCount: "actual-365-fixed" }).roots;
    expect(valueOf(figures, "dated-internal-rate-of-return")).toBe(rate?.rate);
    // −60 − 40 × 1.1^(−181/365) + 55 × 1.1^−1 + 66 × 1.1^−2
    expect(valueOf(figures, "dated-net-present-value")).toEqual(one("6.392009744349"));
    expect(valueOf(figures, "payback-date")).toBe("2028-01-01");
    expect(dates).toEqual({
      firstSpend: "2026-01-01",
      goLive: "2026-01-01",
      paybackDate: "2028-01-01",
      fromFirstSpend: { months: 24, days: 0, totalDays: 730 },
      fromGoLive: { months: 24, days: 0, totalDays: 730 },
    });
  });

  it("finds the day within a period on which the money is back", () => {
    const steady = { ...base, start: "2026-01-01", benefits: [benefit({ amounts: euros(0, 50, 100) })] } as const;
    // Half of the second year: at noon of its 183rd day.
    expect(assessBusinessCase(steady).dates).toEqual({ firstSpend: "2026-01-01", paybackDate: "2027-07-02" });
    expect(assessBusinessCase({ ...steady, timing: "end" }).dates).toEqual({
      firstSpend: "2027-01-01",
      // The third year is 2028, a leap year: 183 of 366 days.
      paybackDate: "2028-07-02",
    });
    expect(assessBusinessCase({ ...steady, timing: "mid" }).periods.map(({ date }) => date)).toEqual([
      "2026-07-02",
      "2027-07-02",
      "2028-07-02",
    ]);
    expect(assessBusinessCase({ ...steady, benefits: [] }).dates).toEqual({ firstSpend: "2026-01-01" });
  });

  it("misses no day that the money reaches exactly", () => {
    const yearly = { ...base, start: "2026-01-01" } as const;
    const back = (part: Partial<BusinessCase>) => assessBusinessCase({ ...yearly, ...part }).dates?.paybackDate;
    const gain = [benefit({ amounts: euros(0, 36_500, 36_500, 36_500) })];
    // 1 + 135/365 and 1 + 73/365 years.
    expect(back({ costs: [cost({ amounts: euros(50_000) })], benefits: gain })).toBe("2027-05-16");
    expect(back({ costs: [cost({ amounts: euros(43_800) })], benefits: gain })).toBe("2027-03-15");
    // 4 + 1/31 months: the first day of May is over.
    const months = { periodLength: "month", benefits: [benefit({ amounts: euros(0, 0, 0, 0, 0, 31_000) })] } as const;
    expect(back({ ...months, costs: [cost({ amounts: euros(1000) })] })).toBe("2026-05-02");
  });

  it("counts from the first day on which more goes out than comes in, payments or not", () => {
    const line = { amounts: euros(150, 0), payments: [{ date: "2028-01-01", amount: one(160) }] } as const;
    const late = { ...dated, costs: [cost({ amounts: euros(100, 200) })], benefits: [benefit(line)] };
    expect(assessBusinessCase(late).dates).toMatchObject({ firstSpend: "2027-01-01", paybackDate: "2028-01-01" });
  });

  it("counts from go-live, which may come later", () => {
    const { dates } = assessBusinessCase({
      ...base,
      start: "2026-01-31",
      periodLength: "month",
      goLive: 1,
      benefits: [benefit({ amounts: euros(50, 50), fromGoLive: true })],
    });
    expect(dates).toMatchObject({
      goLive: "2026-02-28",
      paybackDate: "2026-03-31",
      fromGoLive: { months: 1, days: 3, totalDays: 31 },
    });
  });
});

describe("rates and prices", () => {
  it("are turned to the prices of the amounts, and the turn is shown", () => {
    const real = { ...base, discountRate: 0.1021, priceBasis: "real", rateBasis: "nominal", inflation: 0.03 } as const;
    const { figures } = assessBusinessCase({ ...real, benefits: [benefit({ amounts: euros(0, 107) })] });
    expect(valueOf(figures, "real-discount-rate")).toBe(0.07);
    expect(valueOf(figures, "net-present-value")).toEqual(one(0));
    const nominal = { ...real, discountRate: 0.07, priceBasis: "nominal", rateBasis: "real" } as const;
    const other = assessBusinessCase({ ...nominal, benefits: [benefit({ amounts: euros(0, "110.21") })] });
    expect(valueOf(other.figures, "nominal-discount-rate")).toBe(0.1021);
    expect(valueOf(other.figures, "net-present-value")).toEqual(one(0));
  });

  it("come from a schedule, which chains year by year", () => {
    const schedule = { ...unrated, rateSchedule: [{ toYear: 1, rate: 0.25 }, { rate: 0.6 }] };
    const { figures, periods } = assessBusinessCase({
      ...schedule,
      benefits: [benefit({ amounts: euros(0, 50, 120) })],
    });
    expect(periods.map(({ factor }) => factor)).toEqual([1, 0.8, 0.5]);
    expect(valueOf(figures, "present-value-by-year")).toEqual(one(0));
    expect(valueOf(figures, "present-value-by-year", "benefits")).toEqual(one(100));
    expect(valueOf(figures, "net-present-value")).toBeUndefined();
    const end = assessBusinessCase({ ...schedule, timing: "end", benefits: [benefit({ amounts: euros(0, 80) })] });
    expect(end.periods.map(({ factor }) => factor)).toEqual([0.8, 0.5]);
    expect(valueOf(end.figures, "present-value-by-year")).toEqual(one(-40));
    expect(valueOf(end.figures, "present-value-by-year", "costs")).toEqual(one(80));
  });

  it("of a schedule are carried to more digits than a number has", () => {
    const schedule = {
      ...unrated,
      rateSchedule: [{ toYear: 2, rate: 0.035 }, { rate: 0.0317 }],
      timing: "mid",
    } as const;
    const sizes = ["700000000000", "800000000000", "123456789012.34"];
    const { periods, figures } = assessBusinessCase({
      ...schedule,
      costs: [cost({ amounts: euros("500000000000") })],
      benefits: [benefit({ amounts: euros("0", ...sizes) })],
    });
    expect(periods.at(-1)?.cumulativePresentValue).toEqual(valueOf(figures, "present-value-by-year"));
  });

  it("so far out that no number holds them are left out", () => {
    const deep = {
      ...base,
      costs: [cost({ amounts: euros("1000000000000000") })],
      benefits: [benefit({ amounts: euros(0, 0.01) })],
    };
    const { figures } = assessBusinessCase(deep);
    expect(valueOf(figures, "internal-rate-of-return")).toBe(-1);
    expect(valueOf(figures, "effective-annual-rate")).toBeUndefined();
    const month = { ...base, periodLength: "month", timing: "mid", costs: [cost({ amounts: euros(0.01) })] } as const;
    const high = assessBusinessCase({ ...month, benefits: [benefit({ amounts: euros(1e12) })] });
    expect(valueOf(high.figures, "return-on-investment")).toBe(99_999_999_999_999);
    expect(valueOf(high.figures, "annualised-roi")).toBeUndefined();
  });

  it("take a published schedule as it is", () => {
    const { periods } = assessBusinessCase({ ...unrated, horizon: 33, rateSchedule: UK_GREEN_BOOK_2003.schedule });
    expect(periods[30]?.factor).toBeCloseTo(1.035 ** -30, 14);
    expect(periods[32]?.factor).toBeCloseTo(1.035 ** -30 * 1.03 ** -2, 14);
  });
});

describe("warnings", () => {
  const warnings = (part: Partial<BusinessCase>) => assessBusinessCase({ ...base, ...part }).warnings;

  it.each([
    ["nothing odd", { benefits: [benefit({ amounts: euros(0, 110) })] }, []],
    ["a rate in per cent", { discountRate: 10, benefits: [benefit({ amounts: euros(0, 110) })] }, ["likely-percent"]],
    ["a rate of 1", { discountRate: 1, benefits: [benefit({ amounts: euros(0, 110) })] }, []],
    [
      "a second outlay and two rates",
      { costs: [cost({ amounts: euros(100, 0, 132) })], benefits: [benefit({ amounts: euros(0, 230) })] },
      ["non-monotonic", "multiple-rates"],
    ],
    [
      "money that comes first",
      { costs: [cost({ amounts: euros(0, 110) })], benefits: [benefit({ amounts: euros(100) })] },
      ["financing-flows"],
    ],
  ] as const)("of %s", (_, part, expected) => {
    expect(warnings(part)).toEqual(expected);
  });
});

describe("a case whose parts do not fit each other", () => {
  it.each<[string, object, readonly string[]]>([
    ["no rate", { discountRate: undefined }, ["missing discountRate"]],
    ["two rates", { rateSchedule: [{ rate: 0.1 }] }, ["inconsistent rateSchedule"]],
    [
      "a schedule for months",
      { discountRate: undefined, rateSchedule: [{ rate: 0.1 }], periodLength: "month" },
      ["inconsistent rateSchedule"],
    ],
    ["a horizon of none", { horizon: 0 }, ["out-of-range horizon", "out-of-range costs.0.amounts.0"]],
    ["one basis", { priceBasis: "real" }, ["missing rateBasis", "missing inflation"]],
    ["mixed prices", { priceBasis: "real", rateBasis: "nominal" }, ["missing inflation"]],
    [
      "a line from a go-live that is none",
      { costs: [cost({ amounts: euros(1), fromGoLive: true })] },
      ["missing goLive"],
    ],
    [
      "a line without an end",
      { costs: [cost({ recurring: { amount: one(1), from: 0 } })] },
      ["missing costs.0.recurring.to"],
    ],
    [
      "amounts past the horizon",
      { horizon: 1, costs: [cost({ amounts: euros(1, 2) })] },
      ["out-of-range costs.0.amounts.1"],
    ],
    [
      "a last period past the horizon",
      { horizon: 2, costs: [cost({ recurring: { amount: one(1), from: 0, to: 2 } })] },
      ["out-of-range costs.0.recurring.to"],
    ],
    [
      "a first period past the horizon",
      { horizon: 2, costs: [cost({ amounts: euros(1), recurring: { amount: one(1), from: 2 } })] },
      ["out-of-range costs.0.recurring.from"],
    ],
    [
      "payments without a start",
      { costs: [cost({ payments: [{ date: "2026-01-01", amount: one(1) }] })] },
      ["missing start", "missing dayCount"],
    ],
  ])("%s", (_, part, expected) => {
    const given = Object.fromEntries(Object.entries({ ...base, ...part }).filter(([, value]) => value !== undefined));
    expect([...faults(() => assessBusinessCase(given as unknown as BusinessCase))].sort()).toEqual(
      [...expected].sort(),
    );
    expect([...faults(() => parseBusinessCase(given))].sort()).toEqual([...expected].sort());
  });

  it("payments outside of it", () => {
    const late = { ...base, start: "2026-01-01", dayCount: "actual-365-fixed", horizon: 1 } as const;
    const at = (date: string) => () =>
      assessBusinessCase({ ...late, costs: [cost({ payments: [{ date: date as "2026-01-01", amount: one(1) }] })] });
    expect(faults(at("2025-12-31"))).toEqual(["out-of-range costs.0.payments.0.date"]);
    expect(faults(at("2027-01-01"))).toEqual(["out-of-range costs.0.payments.0.date"]);
    expect(faults(at("2026-02-30"))).toEqual(["invalid-date costs.0.payments.0.date"]);
  });

  it("kinds and days that are none", () => {
    const odd = (part: object) => faults(() => assessBusinessCase({ ...base, ...part }));
    expect(odd({ costs: [cost({ amounts: euros(1), kind: "hidden" as "direct" })] })).toEqual([
      "out-of-range costs.0.kind",
    ]);
    expect(odd({ benefits: [benefit({ amounts: euros(1), kind: "fame" as "revenue" })] })).toEqual([
      "out-of-range benefits.0.kind",
    ]);
    expect(odd({ start: new Date(0) })).toEqual(["wrong-type start"]);
    expect(odd({ goLive: "2026-01-01" })).toEqual(["wrong-type goLive"]);
    expect(odd({ benefits: undefined })).toEqual(["wrong-type benefits"]);
  });

  it("lines that are none", () => {
    const read = (line: object) => [...faults(() => parseBusinessCase({ ...base, costs: [cost(line)] }))].sort();
    expect(read({})).toEqual(["missing costs.0.amounts"]);
    expect(read({ amounts: euros(1), contingency: -0.1 })).toEqual(["out-of-range costs.0.contingency"]);
    expect(read({ recurring: { amount: one(1), from: 2, to: 1 } })).toEqual(["inconsistent costs.0.recurring.to"]);
    expect(read({ payments: [] })).toEqual(["empty costs.0.payments"]);
    const shares = { ...base, benefits: [benefit({ amounts: euros(1), adoption: [1.5], riskAdjustment: 2 })] };
    expect([...faults(() => parseBusinessCase(shares))].sort()).toEqual([
      "out-of-range benefits.0.adoption.0",
      "out-of-range benefits.0.riskAdjustment",
    ]);
  });
});
