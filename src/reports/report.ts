import type { CivilDate } from "../foundation/guard/index.js";

/** How a figure stands; `unknown` where there is no answer, `plain` where nothing judges it. */
export type Standing = (typeof STANDINGS)[number];

/** How a figure can stand: three judgements, best first, then the lack of an answer and the lack of a judgement. */
export const STANDINGS = ["good", "watch", "bad", "unknown", "plain"] as const;

/** One headline figure. */
export interface KeyFigure {
  /** What it is called. */
  readonly label: string;
  /** The figure as people read it: `"25 %"`, `"32 895.07 EUR"`, `"no answer"`. */
  readonly value: string;
  /** How it stands. */
  readonly standing: Standing;
  /** What it is made of, or why there is none. */
  readonly note: string;
}

/** One column of a table. */
export interface TableColumn {
  /** Its heading. */
  readonly title: string;
  /** Whether it holds numbers, which stand at the right. */
  readonly numeric: boolean;
}

/** One cell of a heat map. */
export interface HeatMapField {
  /** Name of the level: `"AMBER"`. */
  readonly level: string;
  /** How severe the level is, from 0 (lowest) to 1 (highest). */
  readonly severity: number;
  /** What lies in the cell, by id. */
  readonly ids: readonly string[];
}

/** One bar of a Gantt chart. */
export interface GanttBar {
  /** What it is. */
  readonly title: string;
  /** First day. */
  readonly start: CivilDate;
  /** Last day; the same day for a milestone. */
  readonly finish: CivilDate;
  /** Whether it is a point in time. */
  readonly milestone: boolean;
  /** Whether a delay of it delays the finish. */
  readonly critical: boolean;
  /** Whether it is finished. */
  readonly done: boolean;
}

/** Running text. */
export interface TextBlock {
  readonly kind: "text";
  /** The text. */
  readonly text: string;
}

/** Points, one under the other. */
export interface ListBlock {
  readonly kind: "list";
  /** The points; where there are none the block says nothing. */
  readonly items: readonly string[];
}

/** Headline figures side by side. */
export interface FiguresBlock {
  readonly kind: "figures";
  /** The figures, most important first. */
  readonly figures: readonly KeyFigure[];
}

/** A table. */
export interface TableBlock {
  readonly kind: "table";
  /** What it shows. */
  readonly caption: string;
  /** Its columns. */
  readonly columns: readonly TableColumn[];
  /** Its rows, with one text for each column. */
  readonly rows: readonly (readonly string[])[];
}

/** Risks by likelihood and impact. */
export interface HeatMapBlock {
  readonly kind: "heat-map";
  /** What it shows. */
  readonly caption: string;
  /** Likelihood levels, lowest first. */
  readonly likelihoods: readonly string[];
  /** Impact levels, lowest first. */
  readonly impacts: readonly string[];
  /** Cells by likelihood, then by impact, both ascending. */
  readonly cells: readonly (readonly HeatMapField[])[];
}

/** Tasks over time. */
export interface GanttBlock {
  readonly kind: "gantt";
  /** What it shows. */
  readonly caption: string;
  /** The day of the report. */
  readonly today: CivilDate;
  /** The bars, from top to bottom. */
  readonly bars: readonly GanttBar[];
}

/** One part of a section. */
export type Block = TextBlock | ListBlock | FiguresBlock | TableBlock | HeatMapBlock | GanttBlock;

/** One section of a report. */
export interface ReportSection {
  /** Its heading. */
  readonly title: string;
  /** Its parts, in order. */
  readonly blocks: readonly Block[];
}

/** A report before it is written: plain data, the same for every format. */
export interface Report {
  /** Its heading. */
  readonly title: string;
  /** A line below the heading. */
  readonly subtitle: string;
  /** The day it speaks of. */
  readonly asOf: CivilDate;
  /** Its sections, in order. */
  readonly sections: readonly ReportSection[];
}
