import { spawn } from "node:child_process";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

import { build } from "esbuild";

const HERE = import.meta.dirname;
const BUNDLE = resolve(HERE, "../../../node_modules/.cache/golive-kit/hostile-child.mjs");

/** What to run in a process of its own. */
export interface Job {
  /** The file of the cases. */
  readonly file: string;
  /** Single cases; the light suite when left out. */
  readonly ids?: readonly string[];
  readonly preload?: string | undefined;
  readonly phase?: string | undefined;
  readonly nodeFlags?: readonly string[] | undefined;
  readonly vars?: Readonly<Record<string, string>> | undefined;
  /** After this long the process is ended. */
  readonly timeoutMs?: number;
}

/** Puts adapters and library into one file, which plain Node can run; packages stay outside it. */
export async function bundleChild(): Promise<void> {
  await build({
    entryPoints: [join(HERE, "child.ts")],
    outfile: BUNDLE,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
    logLevel: "silent",
  });
}

/**
 * Runs a job in a process of its own.
 *
 * @param job - the job
 * @returns its answer
 * @throws Error when the process dies, hangs or writes nothing
 */
export function runJob<T>({
  file,
  ids,
  preload,
  phase,
  nodeFlags = [],
  vars = {},
  timeoutMs = 20_000,
}: Job): Promise<T> {
  const job = JSON.stringify({ bundle: pathToFileURL(BUNDLE).href, file, ids, preload, phase });
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [...nodeFlags, join(HERE, "run-child.mjs"), job], {
      env: { ...process.env, ...vars },
      stdio: ["ignore", "pipe", "pipe"],
      timeout: timeoutMs,
    });
    let output = "";
    let noise = "";
    child.stdout.on("data", (part: Buffer) => (output += part.toString()));
    child.stderr.on("data", (part: Buffer) => (noise += part.toString()));
    child.on("error", fail);
    child.on("close", (code, signal) => {
      if (code === 0) done(JSON.parse(output) as T);
      else fail(new Error(`the process ended with ${String(signal ?? code)}: ${noise.slice(0, 2000)}`));
    });
  });
}

/** Runs tasks a few at a time, in order. */
export async function inTurn<T, R>(
  items: readonly T[],
  width: number,
  run: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const results = new Array<R>(items.length);
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < items.length) {
      const i = next++;
      results[i] = await run(items[i] as T);
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
  return results;
}
