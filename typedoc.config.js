import { existsSync } from "node:fs";

import { INTERNAL, LAYERS } from "./layers.js";

const tags = ["param", "returns", "throws", "example", "remarks", "see", "source", "typeParam", "deprecated"];

/** One page of the reference for each public module. */
export default {
  entryPoints: LAYERS.flat()
    .filter((module) => !INTERNAL.includes(module))
    .map((module) => `src/${module}/index.ts`)
    .filter((entry) => existsSync(entry)),
  plugin: ["typedoc-plugin-markdown", "typedoc-vitepress-theme"],
  out: "docs/api",
  docsRoot: "docs",
  readme: "none",
  name: "golive-kit",
  disableSources: true,
  hideBreadcrumbs: true,
  excludePrivate: true,
  entryFileName: "index.md",
  useCodeBlocks: true,
  parametersFormat: "table",
  interfacePropertiesFormat: "table",
  typeAliasPropertiesFormat: "table",
  blockTags: tags.map((tag) => `@${tag}`),
  requiredToBeDocumented: ["Class", "Function", "Interface", "TypeAlias", "Variable"],
  validation: { notDocumented: true, notExported: false, invalidLink: true },
  treatWarningsAsErrors: true,
};
