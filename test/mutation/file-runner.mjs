// Stryker's runner for vitest with two differences. A mutant meets whole test files, those of its own folder that reach
// it: a schema that is built on first use is reached by one test and felt by all that follow in its file, and what other
// modules expect of it is not theirs to test. And a file that can no longer be loaded counts as a test that failed.
import { relative } from "node:path";

import { INSTRUMENTER_CONSTANTS } from "@stryker-mutator/api/core";
import { commonTokens, declareFactoryPlugin, PluginKind, tokens } from "@stryker-mutator/api/plugin";
import { DryRunStatus, TestStatus } from "@stryker-mutator/api/test-runner";
import { strykerValidationSchema } from "@stryker-mutator/vitest-runner";

import { VitestTestRunner } from "./node_modules/@stryker-mutator/vitest-runner/dist/src/vitest-test-runner.js";
import { testFolderOf } from "./test-folder.mjs";

class FileRunner extends VitestTestRunner {
  async dryRun(options) {
    // Each file by itself, so that each says what it reaches.
    this.#isolate(true);
    return super.dryRun(options);
  }

  async mutantRun(options) {
    this.#isolate(false);
    return super.mutantRun(options);
  }

  async run({ testIds = [], relatedFiles, testFiles } = {}) {
    if (this.ctx.config.isolate) return super.run({ relatedFiles, testFiles });
    const own = `${testFolderOf(relative(process.cwd(), relatedFiles[0]))}/`;
    // What runs on import is reached by no test in particular, and so by all.
    const reaching = testIds.length > 0 ? new Set(testIds.map((id) => id.split("#")[0])) : [own];
    const files = [...reaching].filter((file) => file.startsWith(own));
    if (files.length === 0) return { status: DryRunStatus.Complete, tests: [] };
    const answer = await super.run({ relatedFiles, testFiles: files });
    if (answer.status !== DryRunStatus.Complete || answer.tests.some(isFailure)) return answer;
    const broken = this.ctx.state.getFiles().find(({ result }) => result?.state === "fail");
    return broken === undefined ? answer : { ...answer, tests: [failureOf(broken)] };
  }

  #isolate(isolate) {
    this.ctx.config.isolate = isolate;
    for (const project of this.ctx.projects) project.config.isolate = isolate;
  }
}

function isFailure({ status }) {
  return status === TestStatus.Failed;
}

function failureOf({ name, result }) {
  const failureMessage = result.errors?.[0]?.message ?? "the file could not be loaded";
  return { id: name, name, timeSpentMs: 0, status: TestStatus.Failed, failureMessage };
}

function createFileRunner(injector) {
  return injector.provideValue("globalNamespace", INSTRUMENTER_CONSTANTS.NAMESPACE).injectClass(FileRunner);
}
createFileRunner.inject = tokens(commonTokens.injector);

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, "vitest-files", createFileRunner)];
export { strykerValidationSchema };
