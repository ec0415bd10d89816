import { type Issue, MAX_ISSUES, type Path } from "../errors/index.js";

/** Faults as they are found: the first hundred are kept, all are counted. */
export class IssueList {
  readonly listed: Issue[] = [];
  total = 0;

  /** Takes one fault; `path` may be changed afterwards. */
  add(code: Issue["code"], path: Path, message: string): void {
    this.total++;
    if (this.listed.length < MAX_ISSUES) this.listed.push({ code, path: [...path], message });
  }
}
