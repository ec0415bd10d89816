// Stryker's runner for vitest with three differences. A mutant is met by whole test files, those that reach it: a
// schema built on first use is reached by one test and felt by all that follow in its file. The files of the mutant's
// own module come first, for they end most mutants. A file that cannot even be loaded any more counts as a test that
// failed.
import { readdirSync } from "node:fs";
import { relative } from "node:path";

import { commonTokens, declareFactoryPlugin, PluginKind, tokens } from "@stryker-mutator/api/plugin";
import { strykerValidationSchema } from "@stryker-mutator/vitest-runner";

import { VitestTestRunner } from "./node_modules/@stryker-mutator/vitest-runner/dist/src/vitest-test-runner.js";

class FileRunner extends VitestTestRunner {
  async dryRun(options) {
    // Each file by itself, so that each says what it reaches.
    this.#isolate(true);
    return super.dryRun(options);
  }

  async run({ testIds = [], relatedFiles, ...rest } = {}) {
    if (this.ctx.config.isolate) return super.run({ testIds, relatedFiles, ...rest });
    const [mutated] = relatedFiles;
    const own = `test/${relative(process.cwd(), mutated).split("/").slice(1, -1).join("/")}/`;
    const reaching =
      testIds.length > 0
        ? [...new Set(testIds.map((id) => id.split("#")[0]))]
        : readdirSync("test/foundation").map((module) => `test/foundation/${module}/`);
    const parts = [reaching.filter((file) => file.startsWith(own)), reaching.filter((file) => !file.startsWith(own))];
    let answer;
    for (const testFiles of parts.filter((files) => files.length > 0)) {
      answer = await super.run({ relatedFiles, testFiles });
      if (answer.status !== "complete" || answer.tests.some(({ status }) => status === 1)) return answer;
      const broken = this.ctx.state.getFiles().find((file) => file.result?.state === "fail");
      if (broken !== undefined) return { ...answer, tests: [loadFailure(broken), ...answer.tests] };
    }
    return answer;
  }

  async mutantRun(options) {
    this.#isolate(false);
    return super.mutantRun(options);
  }

  #isolate(isolate) {
    this.ctx.config.isolate = isolate;
    for (const project of this.ctx.projects) project.config.isolate = isolate;
  }
}

function loadFailure(file) {
  const failureMessage = file.result.errors?.[0]?.message ?? "the file could not be loaded";
  return { id: `${file.name}#`, name: file.name, timeSpentMs: 0, status: 1, failureMessage };
}

function createFileRunner(injector) {
  return injector.provideValue("globalNamespace", "__stryker__").injectClass(FileRunner);
}
createFileRunner.inject = tokens(commonTokens.injector);

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, "vitest-files", createFileRunner)];
export { strykerValidationSchema };
