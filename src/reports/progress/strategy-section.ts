import { isNoAnswer } from "../../foundation/errors/index.js";
import type { StrategyAssessment } from "../../strategy/index.js";
import type { Block, ReportSection } from "../report.js";
import { decimalText } from "../text/quantity-text.js";

/** Which strategy is recommended, and why not another. */
export function strategySection(strategy: StrategyAssessment): ReportSection {
  const { ranking, exclusions, flags, conditions } = strategy;
  const [first] = ranking;
  const isOut = (name: string): boolean => ranking.some(({ strategy: one, excluded }) => one === name && excluded);
  const factors = first?.contributions.map(({ factor }) => factor) ?? [];
  const blocks: Block[] = [
    { kind: "text", text: verdict(strategy) },
    {
      kind: "table",
      caption: "Score of each strategy, 0 to 10, and what each factor adds",
      columns: [
        { title: "strategy", numeric: false },
        { title: "score", numeric: true },
        ...factors.map((factor) => ({ title: spaced(factor), numeric: true })),
      ],
      rows: ranking.map(({ strategy: name, score, excluded, contributions }) => [
        excluded ? `${name} (excluded)` : name,
        decimalText(score, 2),
        ...contributions.map(({ contribution }) => decimalText(contribution, 2)),
      ]),
    },
    {
      kind: "list",
      items: [
        ...exclusions.map(
          ({ strategy: name, words: why, liftedBy }) => `${name} is excluded: ${why}. To lift that, ${liftedBy.words}.`,
        ),
        ...flags
          .filter((flag) => flag.strategies.some((name) => !isOut(name)))
          .map(({ severity, words: what }) => `${severity}: ${what}.`),
        ...conditions.map((condition) => `condition: ${condition}`),
      ],
    },
  ];
  return { title: "Upgrade strategy", blocks };
}

/** The recommendation in a sentence. */
export function verdict({ status, winners, margin, nearTie, contenders }: StrategyAssessment): string {
  const names = winners.join(" or ");
  if (status === "no-feasible-strategy") return "No strategy is feasible: a constraint has to give way.";
  if (status === "forced")
    return `Only ${names} is left, forced by the one date for all: under conditions, or not at all.`;
  if (nearTie) return `${contenders.join(" or ")}: too close to call.`;
  if (isNoAnswer(margin)) return `Recommended: ${names}; the others are excluded.`;
  return `Recommended: ${names}, ${decimalText(margin, 2)} points of ten ahead of the next.`;
}

function spaced(camelCase: string): string {
  return camelCase.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
