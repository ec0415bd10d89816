import { type Issue, MAX_ISSUES } from "../errors/index.js";

/** Faults as they are found: the first hundred are kept, all are counted. */
export class IssueList {
  readonly listed: Issue[] = [];
  total = 0;

  /** Takes one fault. It is worded only where it is kept: a million faults are counted. */
  add(fault: () => Issue): void {
    this.total++;
    if (this.listed.length < MAX_ISSUES) this.listed.push(fault());
  }
}
