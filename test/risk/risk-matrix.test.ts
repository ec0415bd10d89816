import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { explain } from "../../src/foundation/explain/index.js";
import {
  FIVE_BY_FIVE,
  heatMap,
  heatMapRows,
  matrixWarnings,
  parseRiskMatrix,
  parseRiskScoreInput,
  rankRisks,
  rateRisk,
  riskScore,
  type RiskMatrix,
} from "../../src/risk/index.js";
import { caught, faults } from "../kit/caught.js";
import { keepsFormulaLaws } from "../kit/formula-laws.js";
import { law } from "../kit/laws.js";

const levels = (...labels: readonly string[]) => labels.map((label) => ({ id: label.toLowerCase(), label }));

/** A learning-platform upgrade's own matrix: the cells its register shows, the others by the nearest of them. */
const THREE_BY_FOUR: RiskMatrix = {
  title: "Learning platform upgrade",
  likelihoods: levels("Low", "Medium", "High"),
  impacts: levels("Minor", "Moderate", "Major", "Severe"),
  levels: levels("GREEN", "AMBER"),
  grid: [
    ["green", "green", "green", "amber"],
    ["green", "green", "amber", "amber"],
    ["green", "amber", "amber", "amber"],
  ],
};

describe("the five by five", () => {
  it("is legal and odd in nothing", () => {
    expect(parseRiskMatrix(FIVE_BY_FIVE)).toEqual(FIVE_BY_FIVE);
    expect(matrixWarnings(FIVE_BY_FIVE)).toEqual([]);
  });

  it("has the published bands of the product", () => {
    const bands = { low: [1, 3], moderate: [4, 6], high: [8, 12], extreme: [15, 25] } as const;
    for (const likelihood of FIVE_BY_FIVE.likelihoods) {
      for (const impact of FIVE_BY_FIVE.impacts) {
        const { level, score } = rateRisk({ likelihood: likelihood.id, impactLevel: impact.id }, FIVE_BY_FIVE);
        const [least, most] = bands[level as keyof typeof bands];
        expect(score >= least && score <= most, `${likelihood.id} × ${impact.id}`).toBe(true);
      }
    }
  });
});

describe("a matrix of one's own", () => {
  it("gives the levels of a published register", () => {
    const matrix = parseRiskMatrix(THREE_BY_FOUR);
    const register = [
      ["major", "medium", "amber"],
      ["major", "low", "green"],
      ["severe", "medium", "amber"],
      ["moderate", "low", "green"],
      ["severe", "low", "amber"],
      ["moderate", "medium", "green"],
      ["minor", "low", "green"],
    ] as const;
    for (const [impactLevel, likelihood, level] of register) {
      expect(rateRisk({ likelihood, impactLevel }, matrix).level).toBe(level);
    }
  });

  it("does not take swapped columns", () => {
    // Four rows of that register have impact and probability the wrong way round.
    const swapped = caught(() => rateRisk({ likelihood: "moderate", impactLevel: "low" }, THREE_BY_FOUR));
    expect(swapped.code).toBe("unknown-reference");
    expect(swapped.details).toEqual({ subject: "likelihood", path: ["likelihood"], id: "moderate" });
  });

  it.each([
    [{ grid: [] }, ["empty grid"]],
    [{ grid: THREE_BY_FOUR.grid.slice(1) }, ["inconsistent grid"]],
    [{ grid: [["green", "green"], ...THREE_BY_FOUR.grid.slice(1)] }, ["inconsistent grid.0"]],
    [{ grid: [[], ...THREE_BY_FOUR.grid.slice(1)] }, ["empty grid.0"]],
    [{ grid: [["green", "red", "green", "green"], ...THREE_BY_FOUR.grid.slice(1)] }, ["unknown-reference grid.0.1"]],
    [{ levels: [] }, ["empty levels"]],
    [{ impacts: levels("Minor", "Minor", "Major", "Severe") }, ["duplicate-id impacts.1.id"]],
  ])("refuses %j", (change, wanted) => {
    expect(faults(() => parseRiskMatrix({ ...THREE_BY_FOUR, ...change }))).toEqual(wanted);
  });

  it("warns of what is most likely a slip", () => {
    expect(matrixWarnings({ ...THREE_BY_FOUR, grid: THREE_BY_FOUR.grid.map((row) => row.map(() => "amber")) })).toEqual(
      [{ kind: "one-level" }, { kind: "unused-level", level: "green" }],
    );
    const [first = [], second = [], third = []] = THREE_BY_FOUR.grid;
    expect(matrixWarnings({ ...THREE_BY_FOUR, grid: [first, ["amber", ...second.slice(1)], third] })).toEqual([
      { kind: "not-monotone", likelihood: 1, impact: 1 },
      { kind: "not-monotone", likelihood: 2, impact: 0 },
    ]);
  });

  it("refuses a pair without a cell", () => {
    const ragged = { ...THREE_BY_FOUR, grid: [["green"]] };
    expect(faults(() => rateRisk({ likelihood: "high", impactLevel: "minor" }, ragged))).toEqual([
      "inconsistent grid.2.0",
    ]);
  });
});

describe("risk score", () => {
  it("multiplies the places", () => {
    expect(riskScore({ likelihoodPosition: 4, impactPosition: 3 })).toBe(12);
    const { steps } = explain(riskScore, { likelihoodPosition: 4, impactPosition: 3 });
    expect(steps).toEqual([
      {
        kind: "calculated",
        symbol: "riskScore",
        expression: "likelihoodPosition × impactPosition",
        substituted: "4 × 3",
        value: 12,
      },
    ]);
  });

  it.each([0, 1.5, -1])("refuses position %d", (position) => {
    expect(faults(() => riskScore({ likelihoodPosition: position, impactPosition: 1 }))).toEqual([
      "out-of-range likelihoodPosition",
    ]);
    expect(faults(() => parseRiskScoreInput({ likelihoodPosition: 1, impactPosition: position }))).toEqual([
      "out-of-range impactPosition",
    ]);
  });
});

describe("ranking", () => {
  it("puts impact before likelihood, and lets equals share a rank", () => {
    const risks = [
      ["R1", 3, 4],
      ["R2", 4, 3],
      ["R3", 2, 5],
      ["R6", 5, 5],
      ["R7", 3, 4],
    ] as const;
    const ranked = rankRisks(
      risks.map(([id, likelihoodPosition, impactPosition]) => ({ id, likelihoodPosition, impactPosition })),
    );
    expect(ranked.map(({ id, rank, score }) => [id, rank, score])).toEqual([
      ["R6", 1, 25],
      ["R1", 2, 12],
      ["R7", 2, 12],
      ["R2", 4, 12],
      ["R3", 5, 10],
    ]);
  });

  it("names the row at fault", () => {
    expect(faults(() => rankRisks([{ id: "a", likelihoodPosition: 0, impactPosition: 1 }]))).toEqual([
      "out-of-range 0.likelihoodPosition",
    ]);
    expect(faults(() => rankRisks({} as never))).toEqual(["wrong-type"]);
  });
});

describe("heat map", () => {
  const risks = [
    { id: "a", likelihoodPosition: 2, impactPosition: 1 },
    { id: "b", likelihoodPosition: 1, impactPosition: 3 },
    { id: "c" },
    { id: "d", likelihoodPosition: 2, impactPosition: 1 },
  ];
  const map = heatMap(risks, { likelihoods: 2, impacts: 3 });

  it("counts by likelihood, then impact", () => {
    expect(map).toEqual({
      counted: 3,
      unrated: ["c"],
      counts: [
        [0, 0, 1],
        [2, 0, 0],
      ],
      cells: [
        { likelihoodPosition: 1, impactPosition: 3, ids: ["b"] },
        { likelihoodPosition: 2, impactPosition: 1, ids: ["a", "d"] },
      ],
    });
  });

  it("turns for showing", () => {
    expect(heatMapRows(map, { vertical: "likelihood" })).toEqual([
      [2, 0, 0],
      [0, 0, 1],
    ]);
    expect(heatMapRows(map, { vertical: "impact" })).toEqual([
      [1, 0],
      [0, 0],
      [0, 2],
    ]);
  });

  it("refuses positions outside the scale, half a rating and another layout", () => {
    const size = { likelihoods: 2, impacts: 3 };
    expect(faults(() => heatMap([{ id: "a", likelihoodPosition: 3, impactPosition: 1 }], size))).toEqual([
      "out-of-range 0.likelihoodPosition",
    ]);
    expect(faults(() => heatMap([{ id: "a", likelihoodPosition: 1 }], size))).toEqual(["missing 0.impactPosition"]);
    expect(faults(() => heatMap([], { ...size, impacts: 0 }))).toEqual(["out-of-range impacts"]);
    expect(faults(() => heatMap([], { ...size, impacts: 1e9 }))).toEqual(["out-of-range impacts"]);
    expect(faults(() => heatMapRows(map, { vertical: "both" as never }))).toEqual(["out-of-range vertical"]);
  });
});

const position = fc.integer({ min: 1, max: 5 });
const placed = fc.uniqueArray(
  fc.record({ id: fc.string({ minLength: 1 }), likelihoodPosition: position, impactPosition: position }),
  { selector: ({ id }) => id, maxLength: 12 },
);

describe("laws", () => {
  it("the words are the code", () => {
    keepsFormulaLaws(riskScore, fc.record({ likelihoodPosition: position, impactPosition: position }));
  });

  it("a rating survives JSON, and rises with likelihood and with impact where the matrix is monotone", () => {
    const step = fc.integer({ min: 0, max: 4 });
    law(fc.tuple(step, step, step, step), ([i, j, k, l]) => {
      const order = FIVE_BY_FIVE.levels.map(({ id }) => id);
      const at = (likelihood: number, impact: number): number => {
        const rated = {
          likelihood: FIVE_BY_FIVE.likelihoods[likelihood]?.id ?? "",
          impactLevel: FIVE_BY_FIVE.impacts[impact]?.id ?? "",
        };
        const rating = rateRisk(rated, FIVE_BY_FIVE);
        expect(JSON.parse(JSON.stringify(rating))).toEqual(rating);
        return order.indexOf(rating.level);
      };
      expect(at(Math.max(i, k), Math.max(j, l))).toBeGreaterThanOrEqual(at(i, j));
    });
  });

  it("a grid has a warning exactly when some cell is below a neighbour", () => {
    const cell = fc.constantFrom("low", "mid", "high");
    law(fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 }), (grid) => {
      const scale = levels("Low", "Mid", "High");
      const matrix = parseRiskMatrix({ title: "t", likelihoods: scale, impacts: scale, levels: scale, grid });
      const place = (i: number, j: number): number => scale.findIndex(({ id }) => id === grid[i]?.[j]);
      // All pairs, not only neighbours.
      const falls = [0, 1, 2].some((i) =>
        [0, 1, 2].some((j) =>
          [0, 1, 2].some((k) => [0, 1, 2].some((l) => k >= i && l >= j && place(k, l) < place(i, j))),
        ),
      );
      expect(matrixWarnings(matrix).some(({ kind }) => kind === "not-monotone")).toBe(falls);
    });
  });

  it("a rank is one more than the risks strictly ahead, whatever the order of the input", () => {
    law(placed, (risks) => {
      const ranked = rankRisks(risks);
      expect(rankRisks([...risks].reverse())).toEqual(ranked);
      for (const one of ranked) {
        const ahead = risks.filter(({ likelihoodPosition: l, impactPosition: i }) => {
          return l * i > one.score || (l * i === one.score && i > one.impactPosition);
        });
        expect(one.rank).toBe(ahead.length + 1);
      }
    });
  });

  it("a heat map loses no risk, and turning it loses no count", () => {
    law(placed, (risks) => {
      const map = heatMap(risks, { likelihoods: 5, impacts: 5 });
      expect(map.cells.flatMap(({ ids }) => ids).sort()).toEqual(risks.map(({ id }) => id).sort());
      for (const { likelihoodPosition, impactPosition, ids } of map.cells) {
        expect(map.counts[likelihoodPosition - 1]?.[impactPosition - 1]).toBe(ids.length);
        expect(heatMapRows(map, { vertical: "likelihood" })[5 - likelihoodPosition]?.[impactPosition - 1]).toBe(
          ids.length,
        );
        expect(heatMapRows(map, { vertical: "impact" })[5 - impactPosition]?.[likelihoodPosition - 1]).toBe(ids.length);
      }
    });
  });
});
