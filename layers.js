/**
 * The layers of the package, lowest first. A module may import modules of lower
 * layers, through their entry points (index.ts), and nothing else; modules of
 * one layer do not import each other. The linter, the build and the architecture
 * test all read this table.
 */
export const LAYERS = [
  ["foundation/errors"],
  ["foundation/guard"],
  ["foundation/schema", "foundation/decimal", "foundation/math"],
  ["foundation/money", "foundation/time", "foundation/graph", "foundation/random", "foundation/explain"],
  ["foundation/statistics"],
  ["foundation/simulation", "foundation/decision"],
  ["lifecycle"],
  ["schedule", "strategy", "risk", "kpi", "roi", "communication", "client", "incidents"],
  ["forecast", "portfolio"],
  ["engagement"],
  ["reports", "interchange"],
  ["cli"],
];

/** Modules that have no subpath and are not gathered by the root entry point. */
export const INTERNAL = [
  "foundation/guard",
  "foundation/schema",
  "foundation/decimal",
  "foundation/math",
  "foundation/graph",
  "cli",
];

/** The module that a path below `src/` belongs to: the longest matching name. */
export function moduleOf(path) {
  return LAYERS.flat()
    .filter((module) => path.startsWith(`${module}/`))
    .sort((a, b) => b.length - a.length)[0];
}

/** The layer of a module, counted from 0. */
export function layerOf(module) {
  return LAYERS.findIndex((modules) => modules.includes(module));
}

/** The name a module is imported by, without the package: `foundation/money` is `money`. */
export function subpathOf(module) {
  return module.replace("foundation/", "");
}
