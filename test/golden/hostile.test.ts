import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { TARGETS } from "./hostile/adapters.js";
import { build } from "./hostile/build.js";
import { type HostileCase, readCases } from "./hostile/cases.js";
import { compare, failures } from "./hostile/check.js";
import { observe, textOf } from "./hostile/observe.js";
import { bundleChild, inTurn, type Job, runJob } from "./hostile/processes.js";

const ROOT = resolve(process.env["GOLDEN_ROOT"] ?? join(import.meta.dirname, ".."));
const FILE = join(ROOT, "golden/hostile.json");
const ALL = existsSync(FILE) ? readCases(readFileSync(FILE, "utf8")) : [];
/** A hang or a dead process is the worst outcome, so what must be refused at once is first tried in another process. */
const DEADLY_MS = 200;
const WIDTH = 2;

const isAdapted = ({ kind }: HostileCase): boolean => Object.hasOwn(TARGETS, kind);
const plain = ALL.filter(({ kind, input }) => kind !== "anyPureFunction" && input.env === undefined);
const inEnvironments = ALL.filter(({ kind, input }) => kind !== "anyPureFunction" && input.env !== undefined);
const lightRuns = ALL.filter(({ kind }) => kind === "anyPureFunction");

/** One job per value of the variables; lists of one case go together. */
function jobsOf({ input: { env = {} } }: HostileCase, ids?: readonly string[]): readonly Job[] {
  const vars = Object.entries(env.vars ?? {});
  const runs =
    vars.length === 0
      ? [{}]
      : (vars[0]?.[1] ?? []).map((_, i) => Object.fromEntries(vars.map(([name, values]) => [name, values[i] ?? ""])));
  return runs.map((own) => ({
    file: FILE,
    preload: env.preload,
    phase: env.phase,
    nodeFlags: env.nodeFlags,
    vars: own,
    ...(ids === undefined ? {} : { ids }),
  }));
}

describe("hostile input", () => {
  if (ALL.length === 0) {
    it.todo(`hostile: no cases in ${ROOT}`);
    return;
  }
  const kinds = [...new Set(plain.concat(inEnvironments).map(({ kind }) => kind))];
  const todo = kinds.filter((kind) => !Object.hasOwn(TARGETS, kind));
  const count = (kind: string): string => `${kind} ${String(ALL.filter((one) => one.kind === kind).length)}`;
  for (const kind of todo) it.todo(`${count(kind)} cases without an adapter`);

  beforeAll(bundleChild);

  afterAll(() => {
    const done = ALL.filter((one) => isAdapted(one) || one.kind === "anyPureFunction").length;
    console.log(`hostile: ${String(done)} cases ran; todo: ${todo.map(count).join(", ") || "none"}`);
  });

  it("does not hang or end the process where it must refuse at once", { timeout: 30_000 }, async () => {
    const deadly = plain.filter(
      (one) =>
        isAdapted(one) && one.expected.outcome.join() === "error" && (one.expected.maxMs ?? Infinity) <= DEADLY_MS,
    );
    const ids = deadly.map(({ id }) => id);
    const texts = await runJob<Readonly<Record<string, string>>>({ file: FILE, ids });
    expect(
      deadly.filter(({ id }) => texts[id]?.startsWith("error ") !== true).map(({ id }) => [id, texts[id]]),
    ).toEqual([]);
  });

  describe.each([...new Set(plain.filter(isAdapted).map(({ kind }) => kind))])("%s", (kind) => {
    const cases = plain.filter((one) => one.kind === kind);
    it.each(cases.map((one) => [`${one.id} ${one.title}`, one] as const))("%s", { timeout: 60_000 }, (_title, one) => {
      expect(failures(TARGETS[kind] ?? (() => undefined), one)).toEqual([]);
    });
  });

  const groups = new Map<string, HostileCase[]>();
  for (const one of inEnvironments.filter(isAdapted)) {
    const key = JSON.stringify(one.input.env);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  for (const cases of groups.values()) {
    const [first] = cases;
    if (first === undefined) continue;
    const title = cases.map(({ id }) => id).join(", ");
    it(`in every environment: ${title}`, { timeout: 60_000 }, async () => {
      const texts = cases.map(({ kind, input, expected, tolerance }) => {
        const value = build(input.value);
        const here = observe(TARGETS[kind] ?? (() => undefined), value);
        expect(compare(expected, tolerance, here, value)).toEqual([]);
        return textOf(here);
      });
      const ids = cases.map(({ id }) => id);
      const wanted = Object.fromEntries(ids.map((id, i) => [id, texts[i]]));
      const jobs = jobsOf(first, ids);
      const answers = await inTurn(jobs, WIDTH, (job) => runJob<Readonly<Record<string, string>>>(job));
      answers.forEach((answer, i) => {
        expect({ vars: jobs[i]?.vars, answer }).toEqual({ vars: jobs[i]?.vars, answer: wanted });
      });
    });
  }

  describe("the light suite", () => {
    it("gives the same in an environment as in a plain process", { timeout: 120_000 }, async () => {
      const undisturbed = await runJob<readonly string[]>({ file: FILE });
      expect(undisturbed.length).toBeGreaterThan(0);
      expect(undisturbed.filter((text) => text.startsWith("foreign"))).toEqual([]);
      const jobs = lightRuns.flatMap((one) => jobsOf(one).map((job) => ({ one, job })));
      const runs = await inTurn(jobs, WIDTH, async ({ one, job }) => ({
        id: one.id,
        title: one.title,
        texts: await runJob<readonly string[]>(job),
        wanted: (one.expected.value as { readonly changed: number }).changed,
      }));
      for (const { id, title, texts, wanted } of runs) {
        const changed = undisturbed
          .map((text, i) => ({ before: text, after: texts[i] }))
          .filter(({ before, after }) => before !== after);
        expect({ id, title, changed: wanted === changed.length ? [] : changed }).toEqual({ id, title, changed: [] });
      }
    });
  });
});
