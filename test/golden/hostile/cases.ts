/** A case of the hostile inputs, as the file has it. */
export interface HostileCase {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly input: { readonly value: unknown; readonly env?: Environment };
  readonly expected: Expected;
  readonly tolerance: unknown;
}

/** Under what a case runs. */
export interface Environment {
  /** Variables with a list of values each; one process per value. */
  readonly vars?: Readonly<Record<string, readonly string[]>>;
  readonly nodeFlags?: readonly string[];
  /** A global script, run before the library is loaded or after the light suite ran once. */
  readonly preload?: string;
  readonly phase?: "before-import" | "after-first-run";
}

/** What a case accepts. */
export interface Expected {
  readonly outcome: readonly ("value" | "error" | "no-answer")[];
  readonly class?: readonly string[];
  readonly paths?: readonly (readonly (string | number)[])[];
  readonly value?: unknown;
  readonly contains?: readonly string[];
  readonly notContains?: readonly string[];
  readonly notContainsIgnoreCase?: readonly string[];
  readonly oneOf?: readonly string[];
  readonly notMatches?: readonly string[];
  readonly bidiContained?: boolean;
  readonly messageMaxLength?: number;
  readonly problems?: { readonly maxListed: number; readonly total: number };
  readonly cycle?: { readonly maxListed: number; readonly length: number };
  readonly detached?: boolean;
  readonly maxMs?: number;
}

/** The cases of a file's text; its first element is a legend. */
export function readCases(text: string): readonly HostileCase[] {
  return (JSON.parse(text) as readonly HostileCase[]).filter(({ kind }) => kind !== "legend");
}

/** The cases that make the light suite: no environment, and nothing that takes long to build. */
export function lightSuite(cases: readonly HostileCase[]): readonly HostileCase[] {
  const heavy = /"\$(js|fill|graph|nest|repeat)"/;
  return cases.filter(
    ({ input, expected }) => input.env === undefined && !heavy.test(JSON.stringify([input, expected])),
  );
}
