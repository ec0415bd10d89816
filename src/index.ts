export * from "./foundation/errors/index.js";
export * from "./foundation/money/index.js";
export * from "./foundation/explain/index.js";
export * from "./roi/index.js";
export * from "./reports/index.js";
export * from "./interchange/index.js";
