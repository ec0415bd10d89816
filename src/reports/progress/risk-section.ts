import type { Risk, RiskAssessment, RiskMatrix, RiskRegister } from "../../risk/index.js";
import type { Block, HeatMapBlock, ReportSection } from "../report.js";
import { moneyText, percentText } from "../text/quantity-text.js";

/** Rows of the register that a progress report shows. */
const MOST_ROWS = 15;

/** The register: where the risks lie, and the worst of them. */
export function riskSection(register: RiskRegister, risks: RiskAssessment): ReportSection {
  const blocks: Block[] = [];
  const known = new Map(register.risks.map((risk) => [risk.id, risk]));
  if (register.matrix !== undefined && risks.threatMap !== undefined) {
    blocks.push(heatMapOf(register.matrix, risks));
  }
  blocks.push({
    kind: "table",
    caption: caption(risks),
    columns: [
      { title: "risk", numeric: false },
      { title: "what may happen", numeric: false },
      { title: "type", numeric: false },
      { title: "level", numeric: false },
      { title: "probability", numeric: true },
      { title: "expected value", numeric: true },
      { title: "owner", numeric: false },
      { title: "response", numeric: false },
    ],
    rows: risks.rows.slice(0, MOST_ROWS).map(({ id, title, type, level, expectedValue, owner }) => {
      const risk = known.get(id);
      return [
        id,
        eventText(title, risk),
        type,
        levelLabel(register.matrix, level),
        risk?.probability === undefined ? "" : percentText(risk.probability),
        expectedValue === undefined ? "" : moneyText(expectedValue),
        owner,
        risk?.responses.map(({ strategy, actions }) => `${strategy}: ${actions}`).join("; ") ?? "",
      ];
    }),
  });
  const late = risks.overdueReviews;
  if (late.length > 0) blocks.push({ kind: "text", text: `Reviews are overdue for ${late.join(", ")}.` });
  return { title: "Risks", blocks };
}

function caption({ rows, closed, occurred }: RiskAssessment): string {
  const shown =
    rows.length > MOST_ROWS
      ? `The ${String(MOST_ROWS)} worst of ${String(rows.length)} open risks`
      : "Open risks, the worst first";
  const gone = [
    ...(closed.length > 0 ? [`${String(closed.length)} closed`] : []),
    ...(occurred.length > 0 ? [`${String(occurred.length)} happened`] : []),
  ];
  return gone.length === 0 ? shown : `${shown}; ${gone.join(", ")}`;
}

/** What may happen, why, and what that would do, as far as it is written down. */
function eventText(title: string, risk: Risk | undefined): string {
  const { category, cause, event, effect } = risk ?? {};
  const parts = [cause && `because: ${cause}`, event && `then: ${event}`, effect && `effect: ${effect}`];
  const text = parts.filter((part) => part !== undefined).join("; ");
  return `${category === undefined ? "" : `${category}: `}${title}${text === "" ? "" : ` (${text})`}`;
}

function heatMapOf(matrix: RiskMatrix, { threatMap }: RiskAssessment): HeatMapBlock {
  const order = matrix.levels.map(({ id }) => id);
  const top = Math.max(1, order.length - 1);
  return {
    kind: "heat-map",
    caption: `Open threats by likelihood and impact (${matrix.title})`,
    likelihoods: matrix.likelihoods.map(({ label }) => label),
    impacts: matrix.impacts.map(({ label }) => label),
    cells: matrix.grid.map((row, i) =>
      row.map((level, j) => ({
        level: levelLabel(matrix, level),
        severity: order.indexOf(level) / top,
        ids:
          threatMap?.cells.find((cell) => cell.likelihoodPosition === i + 1 && cell.impactPosition === j + 1)?.ids ??
          [],
      })),
    ),
  };
}

function levelLabel(matrix: RiskMatrix | undefined, id: string | undefined): string {
  return matrix?.levels.find((level) => level.id === id)?.label ?? id ?? "";
}
