// Stryker's runner for vitest with some differences. A mutant meets whole test files, those of its own folder that reach
// it: a schema that is built on first use is reached by one test and felt by all that follow in its file, and what other
// modules expect of it is not theirs to test. A file that can no longer be loaded counts as a test that failed. The quick files
// come first: most mutants fall to one of them, and the others are not run then. One thread serves many mutants.
import { readFileSync, writeFileSync } from "node:fs";
import { relative } from "node:path";

import { INSTRUMENTER_CONSTANTS } from "@stryker-mutator/api/core";
import { commonTokens, declareFactoryPlugin, PluginKind, tokens } from "@stryker-mutator/api/plugin";
import { DryRunStatus, TestStatus } from "@stryker-mutator/api/test-runner";
import { strykerValidationSchema } from "@stryker-mutator/vitest-runner";

import { endThread, keptThread } from "./kept-thread.mjs";
import { VitestTestRunner } from "./node_modules/@stryker-mutator/vitest-runner/dist/src/vitest-test-runner.js";
import { testFolderOf } from "./test-folder.mjs";

/** Where the dry run leaves how long each file took; runners that are started after it have only its folder. */
const DURATIONS = "test-file-durations.json";
/** Milliseconds of the processor that a file has for a mutant, and that times what it took more. */
const LEAST_CPU = 2000;
const CPU_FACTOR = 1.5;

class FileRunner extends VitestTestRunner {
  async init() {
    await super.init();
    // In a thread that is kept, the mutant before is still in force while the files are loaded.
    const setup = readFileSync(this.localSetupFile, "utf8");
    writeFileSync(this.localSetupFile, setup.replace("ns.hitLimit =", "ns.activeMutant = undefined;\n$&"));
  }

  async dryRun(options) {
    // Each file by itself, so that each says what it reaches.
    this.#isolate(true);
    const answer = await super.dryRun(options);
    const durations = this.ctx.state.getFiles().map((file) => [file.name, durationOf(file)]);
    writeFileSync(DURATIONS, JSON.stringify(Object.fromEntries(durations)));
    const broken = this.#brokenFile();
    // Without a word, its tests would be missed by every mutant.
    return broken === undefined
      ? answer
      : { status: DryRunStatus.Error, errorMessage: `${broken.name}: ${messageOf(broken)}` };
  }

  async mutantRun(options) {
    this.#isolate(false);
    for (const { config } of this.ctx.projects)
      Object.assign(config, { pool: keptThread.name, poolRunner: keptThread });
    return super.mutantRun(options);
  }

  async run({ testIds = [], relatedFiles, testFiles } = {}) {
    if (this.ctx.config.isolate) return super.run({ relatedFiles, testFiles });
    const own = `${testFolderOf(relative(process.cwd(), relatedFiles[0]))}/`;
    const durations = JSON.parse(readFileSync(DURATIONS, "utf8"));
    // What runs on import is reached by no test in particular, and so by all.
    const reaching = testIds.length > 0 ? new Set(testIds.map((id) => id.split("#")[0])) : Object.keys(durations);
    const files = [...reaching].filter((file) => file.startsWith(own));
    const tests = [];
    for (const file of files.sort((a, b) => durations[a] - durations[b])) {
      const limit = LEAST_CPU + CPU_FACTOR * durations[file];
      const answer = await this.#withinCpu(limit, () => super.run({ relatedFiles, testFiles: [file] }));
      if (answer.status !== DryRunStatus.Complete || answer.tests.some(isFailure)) return answer;
      const broken = this.#brokenFile();
      if (broken !== undefined) return { ...answer, tests: [failureOf(broken)] };
      tests.push(...answer.tests);
    }
    return { status: DryRunStatus.Complete, tests };
  }

  /** Ends a run that uses up more time of the processor: a busy machine makes no mutant time out, and a loop ends soon. */
  async #withinCpu(limit, run) {
    const before = process.cpuUsage();
    let isOver = false;
    const watch = setInterval(() => {
      const { user, system } = process.cpuUsage(before);
      if (isOver || (user + system) / 1000 < limit) return;
      isOver = true;
      void endThread();
    }, 100);
    try {
      const answer = await run();
      return isOver ? { status: DryRunStatus.Timeout } : answer;
    } finally {
      clearInterval(watch);
      if (isOver) this.ctx.state.errorsSet.clear();
    }
  }

  #brokenFile() {
    return this.ctx.state.getFiles().find(({ result }) => result?.state === "fail");
  }

  #isolate(isolate) {
    this.ctx.config.isolate = isolate;
    for (const project of this.ctx.projects) project.config.isolate = isolate;
  }
}

function durationOf({ collectDuration = 0, result }) {
  return collectDuration + (result?.duration ?? 0);
}

function isFailure({ status }) {
  return status === TestStatus.Failed;
}

function failureOf(file) {
  const { name } = file;
  return { id: name, name, timeSpentMs: 0, status: TestStatus.Failed, failureMessage: messageOf(file) };
}

function messageOf({ result }) {
  return result.errors?.[0]?.message ?? "the file could not be loaded";
}

function createFileRunner(injector) {
  return injector.provideValue("globalNamespace", INSTRUMENTER_CONSTANTS.NAMESPACE).injectClass(FileRunner);
}
createFileRunner.inject = tokens(commonTokens.injector);

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, "vitest-files", createFileRunner)];
export { strykerValidationSchema };
