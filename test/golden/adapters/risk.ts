import { isDomainError } from "../../../src/foundation/errors/index.js";
import { type Money, money, roundMoney } from "../../../src/foundation/money/index.js";
import {
  assessRisks,
  expectedLoss,
  heatMap,
  heatMapRows,
  parseRiskRegister,
  rankRisks,
} from "../../../src/risk/index.js";
import type { Adapters } from "../harness.js";

/** Stands for "no currency": the code that ISO 4217 keeps for it. */
const NONE = "XXX";
const ANY_DAY = "2026-01-01";

interface Register {
  readonly currency: string | null;
  readonly decimals: number | null;
  readonly rates: Readonly<Record<string, string>> | null;
  readonly risks: readonly {
    readonly id: string;
    readonly type: string;
    readonly currency: string | null;
    readonly probability: string;
    readonly impact: string;
  }[];
}

interface Placed {
  readonly id: string;
  readonly likelihood: number | null;
  readonly impact: number | null;
}

const rounded = (amount: Money | undefined, decimals: number | null): string | undefined =>
  amount === undefined || decimals === null
    ? amount?.amount
    : roundMoney(amount, { mode: "half-away-from-zero", decimals }).amount;

function assessed({ currency, decimals, rates, risks }: Register): unknown {
  const to = currency ?? NONE;
  const register = parseRiskRegister({
    risks: risks.map((risk) => ({
      id: risk.id,
      title: "risk",
      type: risk.type,
      owner: "owner",
      status: "open",
      probability: Number(risk.probability),
      impact: { amount: risk.impact, currency: risk.currency ?? NONE },
      responses: [],
    })),
  });
  const table = Object.entries(rates ?? {}).map(([from, rate]) => ({
    from,
    to,
    validFrom: ANY_DAY,
    rate: money(rate, to).amount,
  })) as never;
  const { rows, figures, opportunitiesOutweighThreats } = assessRisks(register, {
    asOf: ANY_DAY,
    currency: to,
    ...(rates === null ? {} : { rates: table }),
  });
  const figure = (id: string): string | undefined =>
    rounded(figures.find((one) => one.id === `risk.${id}`)?.value as Money, decimals);
  const row = (id: string) => rows.find((one) => one.id === id);
  const flagged = (flag: "certain" | "impossible"): readonly string[] =>
    risks.map(({ id }) => id).filter((id) => row(id)?.flags.includes(flag));
  return {
    accepted: true,
    perRisk: risks.map(({ id }) => ({
      id,
      exposure: rounded(row(id)?.exposure, decimals),
      emv: rounded(row(id)?.expectedValue, decimals),
    })),
    threatExposure: figure("threat-exposure"),
    opportunityExposure: figure("opportunity-exposure"),
    netEmv: figure("expected-monetary-value"),
    riskAdjustedContingency: figure("net-exposure"),
    contingencyThreatsOnly: figure("threat-exposure"),
    contingencyFloorZero: figure("contingency-reserve"),
    negativeContingency: opportunitiesOutweighThreats,
    certain: flagged("certain"),
    impossible: flagged("impossible"),
  };
}

/** Kinds of the area `risk` that the register, its figures and its matrix answer. */
export const riskGolden: { readonly risk: Adapters } = {
  risk: {
    emv: ({ registers }: { readonly registers: readonly Register[] }) => ({
      results: registers.map((register) => {
        try {
          return assessed(register);
        } catch (error) {
          if (isDomainError(error)) return { accepted: false };
          throw error;
        }
      }),
    }),
    ranking: ({ risks }: { readonly risks: readonly Placed[] }) => {
      const ranked = rankRisks(
        risks.map(({ id, likelihood, impact }) => ({
          id,
          likelihoodPosition: likelihood ?? 0,
          impactPosition: impact ?? 0,
        })),
      );
      return {
        order: ranked.map(({ id }) => id),
        ranks: Object.fromEntries(ranked.map(({ id, rank }) => [id, rank])),
      };
    },
    "heat-map": (input: {
      readonly risks: readonly Placed[];
      readonly likelihoodLevels: number;
      readonly impactLevels: number;
    }) => {
      const map = heatMap(
        input.risks.map(({ id, likelihood, impact }) => ({
          id,
          ...(likelihood === null ? {} : { likelihoodPosition: likelihood }),
          ...(impact === null ? {} : { impactPosition: impact }),
        })),
        { likelihoods: input.likelihoodLevels, impacts: input.impactLevels },
      );
      return {
        counted: map.counted,
        unrated: map.unrated,
        counts: map.counts,
        rowsTopToBottom: heatMapRows(map, { vertical: "likelihood" }),
        transposedRowsTopToBottom: heatMapRows(map, { vertical: "impact" }),
        cells: map.cells.map(({ likelihoodPosition, impactPosition, ids }) => ({
          likelihood: likelihoodPosition,
          impact: impactPosition,
          ids,
        })),
      };
    },
    "product-table": (input: {
      readonly probabilities: readonly string[];
      readonly impacts: readonly string[];
      readonly decimals: number;
    }) => ({
      table: input.probabilities.map((probability) =>
        input.impacts.map((impact) =>
          rounded(expectedLoss({ probability: Number(probability), impact: money(impact, NONE) }), input.decimals),
        ),
      ),
    }),
  },
};
