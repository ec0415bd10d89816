import { readFileSync, writeFileSync } from "node:fs";

import { Refusal } from "./refusals.js";

/** What the operating system says, in words. */
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "no such file",
  EISDIR: "is a folder",
  ENOTDIR: "no such folder",
  EACCES: "no permission",
  EPERM: "no permission",
};

/** Reads a JSON file, with or without a byte order mark. */
export function readJson(file: string): unknown {
  const text = textOf(
    file,
    attempt(`cannot read ${file}`, REASONS, () => readFileSync(file)),
  );
  if (text.trim() === "") throw new Refusal(`${file} is empty`);
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new Refusal(`${file} is not JSON: ${messageOf(error)}`);
  }
}

/** Writes a file over what it was. */
export function writeText(file: string, text: string): void {
  attempt(`cannot write ${file}`, { ...REASONS, ENOENT: "no such folder" }, () => {
    writeFileSync(file, text);
  });
}

/** The bytes as text; letters that are not there are not made up. */
function textOf(file: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal(`${file} is not text in UTF-8`);
  }
}

function attempt<T>(what: string, reasons: Readonly<Record<string, string>>, act: () => T): T {
  try {
    return act();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    throw new Refusal(`${what}: ${reasons[code] ?? messageOf(error)}`);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
