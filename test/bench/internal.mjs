import { fileURLToPath } from "node:url";

import { build } from "esbuild";

/** A module that the package keeps to itself, built as the package is: `internal("foundation/graph")`. */
export async function internal(module) {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`../../src/${module}/index.ts`, import.meta.url))],
    bundle: true,
    format: "esm",
    target: "es2022",
    write: false,
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
}
