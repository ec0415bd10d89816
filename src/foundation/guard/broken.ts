import { type BrokenRule, describeValue, DomainError, type DomainErrorDetails, type Path } from "../errors/index.js";

/** The codes whose details are a broken rule. */
type RuleCode = {
  [C in keyof DomainErrorDetails]: BrokenRule extends DomainErrorDetails[C] ? C : never;
}[keyof DomainErrorDetails];

/**
 * An error for a value that breaks a rule.
 *
 * @param code - which kind of rule
 * @param subject - the value's name
 * @param expected - the rule, to be read after "must be"
 * @param received - the value itself
 * @param path - where it stands; the name alone when left out
 * @returns the error, to be thrown
 */
export function broken<C extends RuleCode>(
  code: C,
  subject: string,
  expected: string,
  received: unknown,
  path: Path = [subject],
): DomainError<C> {
  const details: BrokenRule = { subject, path, expected, received: describeValue(received) };
  return new DomainError(code, details);
}
