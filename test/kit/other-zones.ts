import { spawnSync } from "node:child_process";
import { resolve } from "node:path";

import { build } from "esbuild";

const ROOT = resolve(import.meta.dirname, "../..");

/**
 * Bundles a module with calls on it, to be run in processes that live in other zones. The clock is out of reach before
 * anything of the library runs.
 *
 * @param module - path of the module's entry point below the root of the project
 * @param name - what the calls know it by
 * @param calls - expressions, each of which gives something that JSON holds
 * @returns a function that runs them in a zone: what they gave, and the zone's offset on 1 January 2026 in minutes
 */
export async function inOtherZones(
  module: string,
  name: string,
  calls: readonly string[],
): Promise<(zone: string) => { readonly offset: number; readonly answers: readonly unknown[] }> {
  const { outputFiles } = await build({
    stdin: {
      contents: `
        const Own = globalThis.Date;
        globalThis.Date = class extends Own {
          constructor(...given) {
            if (given.length === 0) throw new Error("asked for the time");
            super(...given);
          }
          static now() { throw new Error("asked for the time"); }
        };
        const ${name} = await import("./${module}");
        process.stdout.write(JSON.stringify([new Own(2026, 0).getTimezoneOffset(), ${calls.join(", ")}]));
      `,
      resolveDir: ROOT,
      loader: "ts",
    },
    bundle: true,
    format: "esm",
    platform: "node",
    write: false,
  });
  return (zone) => {
    const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-"], {
      input: outputFiles[0]?.text ?? "",
      env: { ...process.env, TZ: zone, NODE_OPTIONS: "" },
      encoding: "utf8",
    });
    if (stderr !== "") throw new Error(stderr);
    const [offset, ...answers] = JSON.parse(stdout) as [number, ...unknown[]];
    return { offset, answers };
  };
}

/** The offset of a zone on 1 January 2026 in minutes, signed as `getTimezoneOffset` does. */
export function offsetMinutes(zone: string): number {
  const moment = Date.UTC(2026, 0, 1, 12);
  const shown = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "medium" }).format(
    moment,
  );
  return (moment - Date.parse(`${shown.replace(" ", "T")}Z`)) / 60_000 || 0;
}
