import type { Path } from "../../../src/foundation/errors/index.js";
import type { CivilDate } from "../../../src/foundation/guard/index.js";
import { money } from "../../../src/foundation/money/index.js";
import type { WorkingCalendar, Weekday } from "../../../src/foundation/time/index.js";
import { WEEKDAYS } from "../../../src/foundation/time/index.js";
import {
  assessReadiness,
  type ChangeOrderStatus,
  judgeBudgets,
  judgeMilestones,
  type MilestoneBaseline,
  type MilestoneDates,
  type MilestonePopulation,
  milestoneSlippage,
  type MilestoneStanding,
  type MilestoneStatus,
  type ReadinessItem,
  slippageByBaseline,
  type ToleranceUnit,
} from "../../../src/lifecycle/index.js";
import { isNoAnswer, type NoAnswer } from "../../../src/foundation/errors/index.js";
import { type Adapters, placed } from "../harness.js";

/** A field that is null in the cases is left out. */
const given = <K extends string, T>(name: K, value: T | null | undefined): Partial<Record<K, T>> =>
  (value === null || value === undefined ? {} : { [name]: value }) as Partial<Record<K, T>>;

/** Ratios of the library are plain; the cases of the schedule have them in per cent. */
const percent = <T extends NoAnswer>(ratio: number | T): number | T =>
  isNoAnswer(ratio) ? ratio : 100 * (ratio as number);

interface CaseCalendar {
  readonly weekend: readonly number[];
  readonly holidays: readonly CivilDate[];
  readonly workingExceptions?: readonly CivilDate[];
}

const calendarOf = ({ weekend, holidays, workingExceptions = [] }: CaseCalendar): WorkingCalendar => ({
  week: Object.fromEntries(
    WEEKDAYS.filter((_, i) => !weekend.includes(i + 1)).map((day): [Weekday, object] => [day, {}]),
  ),
  holidays: holidays.map((date) => ({ date })),
  exceptions: workingExceptions.map((date) => ({ date })),
});

const STANDINGS: Readonly<Record<MilestoneStanding, string>> = {
  "on-time": "onTime",
  late: "late",
  pending: "pending",
  "not-due": "notDue",
  cancelled: "cancelled",
};

interface OnTimeCase {
  readonly milestones: readonly {
    readonly id: string;
    readonly due: CivilDate;
    readonly completed: string | null;
    readonly status: MilestoneStatus;
  }[];
  readonly asOf: CivilDate;
  readonly toleranceDays: number;
  readonly toleranceUnit: ToleranceUnit;
  readonly holidays: readonly CivilDate[];
  readonly population: "due-by-asOf" | "due-or-completed";
  readonly timeZone: string;
}

interface OnBudgetCase {
  readonly items: readonly {
    readonly id: string;
    readonly currency: string;
    readonly original: string;
    readonly actuals: readonly string[];
    readonly changeOrders: readonly {
      readonly amount: string;
      readonly date: CivilDate;
      readonly status: ChangeOrderStatus;
    }[];
  }[];
  readonly asOf: CivilDate;
  readonly toleranceRatio: string;
}

/** In the cases the currency stands at the item, and the amounts are texts. */
const itemPath = ([, item, ...rest]: Path): Path =>
  rest.at(-1) === "currency"
    ? ["items", item ?? 0, "currency"]
    : ["items", ...(item === undefined ? [] : [item]), ...rest.filter((step) => step !== "amount")];

interface ScheduleMilestonesCase {
  readonly milestones: readonly {
    readonly id: string;
    readonly baseline: CivilDate;
    readonly actual?: CivilDate;
    readonly forecast?: CivilDate;
  }[];
  readonly statusDate: CivilDate;
  readonly calendar: CaseCalendar;
}

interface SlippageCase {
  readonly milestone: {
    readonly baselines: readonly MilestoneBaseline[];
    readonly actual: CivilDate;
  };
  readonly calendar: CaseCalendar;
}

interface ScheduleBudgetCase {
  readonly projects: readonly { readonly id: string; readonly budget: string; readonly actual: string }[];
  readonly tolerancePercent: number;
}

const byId = <T extends { readonly id: string }>(rows: readonly T[], pick: (row: T) => unknown): object =>
  Object.fromEntries(rows.map((row) => [row.id, pick(row)]));

/** Adapters of the cases of milestones, budgets and checklists. */
export const lifecycleGolden: { readonly kpi: Adapters; readonly schedule: Adapters; readonly risk: Adapters } = {
  kpi: {
    onTime: ({ milestones, population, holidays, ...options }: OnTimeCase) => {
      const judged = judgeMilestones(
        milestones.map(({ id, due, completed, status }) => ({ id, due, status, ...given("completed", completed) })),
        {
          ...options,
          population: (population === "due-by-asOf" ? "due-by-as-of" : population) satisfies MilestonePopulation,
          calendar: calendarOf({ weekend: [6, 7], holidays }),
        },
      );
      const { byStanding } = judged;
      return {
        onTime: byStanding["on-time"].length,
        late: byStanding.late.length,
        pending: byStanding.pending.length,
        notDue: byStanding["not-due"].length,
        cancelled: byStanding.cancelled.length,
        rate: judged.onTimeDelivery,
        byId: byId(judged.milestones, ({ standing }) => STANDINGS[standing]),
      };
    },
    onBudget: ({ items, asOf, toleranceRatio }: OnBudgetCase) => {
      const judged = placed(itemPath, () =>
        judgeBudgets(
          items.map(({ id, currency, original, actuals, changeOrders }) => ({
            id,
            original: money(original, currency),
            actuals: actuals.map((amount) => ({ amount: money(amount, currency) })),
            changeOrders: changeOrders.map(({ amount, ...order }) => ({ ...order, amount: money(amount, currency) })),
          })),
          { asOf, toleranceRatio: Number(toleranceRatio) },
        ),
      );
      const { total } = judged;
      return {
        rows: judged.budgets.map(({ id, approvedBudget, overrun, overrunRatio, standing }) => ({
          id,
          approvedBudget: approvedBudget.amount,
          variance: overrun.amount,
          overrunRatio,
          onBudget: standing === "on-budget",
        })),
        totalApproved: isNoAnswer(total) ? total : total.approvedBudget.amount,
        totalActual: isNoAnswer(total) ? total : total.actualCost.amount,
        pooledOverrunRatio: isNoAnswer(total) ? total : total.overrunRatio,
        meanOfRatios: judged.meanOverrunRatio,
        shareOnBudget: judged.onBudgetShare,
      };
    },
  },
  schedule: {
    "milestones:onTime": ({ milestones, statusDate, calendar }: ScheduleMilestonesCase) => {
      const dated = milestones.map(
        ({ id, baseline, actual, forecast }): MilestoneDates => ({
          id,
          due: baseline,
          status: actual === undefined ? "open" : "done",
          ...given("completed", actual),
          ...given("forecast", forecast),
        }),
      );
      const options = { asOf: statusDate, calendar: calendarOf(calendar) };
      const judged = judgeMilestones(dated, options);
      const slipped = milestoneSlippage(dated, options);
      return {
        due: judged.milestones.filter(({ standing }) => standing !== "not-due").map(({ id }) => id),
        onTime: judged.byStanding["on-time"],
        onTimePercent: percent(judged.onTimeDelivery),
        slippageCalendarDays: byId(slipped.milestones, ({ calendarDays }) => calendarDays),
        slippageWorkingDays: byId(slipped.milestones, ({ workingDays }) => workingDays),
        missing: slipped.missing,
        averageSlippageWorkingDaysOfFinished: slipped.averageWorkingDays,
      };
    },
    "milestones:slippageByBaseline": ({ milestone: { baselines, actual }, calendar }: SlippageCase) =>
      slippageByBaseline(baselines, { reached: actual, calendar: calendarOf(calendar) }),
    budget: ({ projects, tolerancePercent }: ScheduleBudgetCase) => {
      const judged = judgeBudgets(
        projects.map(({ id, budget, actual }) => ({
          id,
          original: money(budget, "EUR"),
          changeOrders: [],
          actuals: [{ amount: money(actual, "EUR") }],
        })),
        { asOf: "2026-12-31", toleranceRatio: tolerancePercent / 100, zeroBudgets: "exclude" },
      );
      const { total } = judged;
      const idsOf = (wanted: string) =>
        judged.budgets.filter(({ standing }) => standing === wanted).map(({ id }) => id);
      return {
        variance: byId(judged.budgets, ({ variance }) => variance.amount),
        variancePercent: byId(judged.budgets, ({ varianceRatio }) => percent(varianceRatio)),
        onBudget: idsOf("on-budget"),
        onBudgetPercent: percent(judged.onBudgetShare),
        excluded: idsOf("excluded"),
        portfolio: isNoAnswer(total)
          ? total
          : {
              budget: total.approvedBudget.amount,
              actual: total.actualCost.amount,
              variance: total.variance.amount,
              variancePercent: percent(total.varianceRatio),
            },
      };
    },
  },
  risk: {
    checklist: ({ lists }: { readonly lists: readonly (readonly ReadinessItem[])[] }) => ({
      results: lists.map((list) => {
        const { applicableCount, doneCount, readiness, gatePassed, blocking } = assessReadiness(list, {
          asOf: "2026-12-31",
        });
        return { applicable: applicableCount, done: doneCount, completion: readiness, gatePassed, blocking };
      }),
    }),
  },
};
