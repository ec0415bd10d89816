import { describeValue } from "./describe-value.js";

/** Where something stands: keys and 0-based indexes from the root of the input; empty for the root itself. */
export type Path = readonly (string | number)[];

/** A place, by name for people and by path for programs. */
export interface Place {
  /** What is wrong, by its name: an argument (`"totalCost"`) or what the data is meant to be (`"engagement"`). */
  readonly subject: string;
  /** Where it stands in the function's input. */
  readonly path: Path;
}

/** A rule that a value broke. */
export interface BrokenRule extends Place {
  /** What the rule asks for, to be read after "must be": `"above zero"`. */
  readonly expected: string;
  /** What came instead, in a few words: `"-1"`, `an object`. */
  readonly received: string;
}

/** A limit that a value passed. */
export interface PassedLimit extends Place {
  /** The largest that is allowed. */
  readonly limit: number;
  /** What was found; the count stops at the first one too many where counting on would be work. */
  readonly received: number;
}

/** An id that caused trouble. */
export interface BadId extends Place {
  /** The id. */
  readonly id: string;
}

/** One thing wrong with data from outside. */
export interface Issue {
  /** What kind of fault it is. */
  readonly code: Exclude<DomainErrorCode, "invalid-input">;
  /** Where it stands. */
  readonly path: Path;
  /** What is wrong, as a clause: `"expected a number, received text"`. */
  readonly message: string;
}

/**
 * What each error code carries. The code and its details are the contract;
 * the message is for people and may be reworded in a patch release.
 */
export interface DomainErrorDetails {
  /** Data from outside is wrong: every fault is listed, at most 100 of them, and all are counted. */
  readonly "invalid-input": {
    /** What the data is meant to be: `"engagement"`. */
    readonly subject: string;
    /** The faults in the order of the data, at most 100. */
    readonly issues: readonly Issue[];
    /** How many faults there are in all. */
    readonly total: number;
  };
  /** Not of the required type. Nothing is converted. */
  readonly "wrong-type": BrokenRule;
  /** A required field is absent, or undefined. */
  readonly missing: BrokenRule;
  /** A key that the shape does not have. */
  readonly "unknown-key": BrokenRule;
  /** An own key `__proto__`, which cannot be kept safely. */
  readonly "unsafe-key": BrokenRule;
  /** NaN or an infinity. */
  readonly "not-finite": BrokenRule;
  /** Well formed, and outside the domain. */
  readonly "out-of-range": BrokenRule;
  /** Two values contradict each other. */
  readonly inconsistent: BrokenRule;
  /** A divisor is zero. */
  readonly "zero-divisor": BrokenRule;
  /** Nothing to compute from. */
  readonly empty: BrokenRule;
  /** Text outside the grammar. */
  readonly "invalid-format": BrokenRule;
  /** A day or a time that does not exist. */
  readonly "invalid-date": BrokenRule;
  /** A local time that a clock change skips in its zone. */
  readonly "skipped-time": BrokenRule;
  /** A local time that a clock change repeats in its zone. */
  readonly "repeated-time": BrokenRule;
  /** Text above its limit. */
  readonly "too-long": PassedLimit;
  /** A list, or a whole input, above its limit. */
  readonly "too-many": PassedLimit;
  /** Nested too deeply. */
  readonly "too-deep": PassedLimit;
  /** An id twice. */
  readonly "duplicate-id": BadId;
  /** An id that nothing has. */
  readonly "unknown-reference": BadId;
  /** Something depends on itself. */
  readonly cycle: Place & {
    /** The way round, each depending on the one before and the first on the last; at most 50 are listed. */
    readonly ids: readonly string[];
    /** How many there are in all. */
    readonly length: number;
  };
  /** Amounts of different currencies met. */
  readonly "currency-mismatch": Place & {
    /** The currency asked for, and the one that came. */
    readonly currencies: readonly [string, string];
  };
  /** No exchange rate for the day. */
  readonly "missing-rate": Place & {
    /** Currency to change. */
    readonly from: string;
    /** Currency wanted. */
    readonly to: string;
    /** Day of the change. */
    readonly on: string;
  };
  /** A calendar has no working time where it is needed. */
  readonly "no-working-time": BrokenRule;
  /** The document was written for a version that this library does not know. */
  readonly "unsupported-version": BrokenRule;
  /** The caller's signal was aborted before the work was done. */
  readonly cancelled: Place & {
    /** How much was done. */
    readonly done: number;
    /** How much there is to do in all. */
    readonly total: number;
  };
  /** A getter or a proxy threw, or the value was not what the types promise. */
  readonly unreadable: BrokenRule;
}

/** The closed set of error codes. A code is never renamed. */
export type DomainErrorCode = keyof DomainErrorDetails;

const BRAND = /* @__PURE__ */ Symbol.for("golive-kit.DomainError");
const LISTED_IN_MESSAGE = 20;

/** Faults listed in one error; the rest are counted. */
export const MAX_ISSUES = 100;

/** Members of a cycle that are listed in one error. */
export const MAX_CYCLE = 50;

const rule = ({ subject, expected, received }: BrokenRule): string =>
  `${subject} must be ${expected}, received ${received}`;

const MESSAGES: { readonly [C in DomainErrorCode]: (details: DomainErrorDetails[C]) => string } = {
  "invalid-input": ({ subject, issues, total }) => {
    const shown = issues.slice(0, LISTED_IN_MESSAGE).map(({ path, message }) => `${pathText(path)}${message}`);
    const more = total > shown.length ? [`and ${String(total - shown.length)} more`] : [];
    return `${subject}: ${[...shown, ...more].join("; ")}`;
  },
  "wrong-type": rule,
  missing: rule,
  "unknown-key": rule,
  "unsafe-key": rule,
  "not-finite": rule,
  "out-of-range": rule,
  inconsistent: rule,
  "zero-divisor": rule,
  empty: rule,
  "invalid-format": rule,
  "invalid-date": rule,
  "skipped-time": rule,
  "repeated-time": rule,
  "too-long": ({ subject, limit, received }) =>
    `${subject} must have at most ${String(limit)} characters, received ${String(received)}`,
  "too-many": ({ subject, limit, received }) =>
    `${subject} must hold at most ${String(limit)} items, received ${String(received)}`,
  "too-deep": ({ subject, limit }) => `${subject} must be nested at most ${String(limit)} levels deep`,
  "duplicate-id": ({ subject, id }) => `${subject} must be unique, received ${describeValue(id)} twice`,
  "unknown-reference": ({ subject, id }) => `${subject} names ${describeValue(id)}, which does not exist`,
  cycle: ({ subject, ids, length }) => {
    const shown = ids.slice(0, 10).map(describeValue);
    const rest = length > shown.length ? `, and ${String(length - shown.length)} more` : "";
    return `${subject} must not depend on itself: ${shown.join(" → ")}${rest}`;
  },
  "currency-mismatch": ({ subject, currencies }) =>
    `${subject} mixes ${describeValue(currencies[0])} and ${describeValue(currencies[1])}`,
  "missing-rate": ({ from, to, on }) => `no rate from ${describeValue(from)} to ${describeValue(to)} on ${on}`,
  "no-working-time": rule,
  "unsupported-version": rule,
  cancelled: ({ subject, done, total }) => `${subject} was cancelled after ${String(done)} of ${String(total)}`,
  unreadable: rule,
};

/** All error codes, in the order of the documentation. */
export const ERROR_CODES: readonly DomainErrorCode[] = /* @__PURE__ */ Object.keys(MESSAGES) as DomainErrorCode[];

/**
 * The one error class of the library. Tell errors apart by `code`.
 *
 * @typeParam C - the code, which fixes the type of `details`
 *
 * @example
 * ```ts
 * import { DomainError } from "golive-kit/errors";
 *
 * const error = new DomainError("out-of-range", {
 *   subject: "totalCost",
 *   path: ["totalCost"],
 *   expected: "above zero",
 *   received: '"0"',
 * });
 *
 * error.message; // => 'totalCost must be above zero, received "0"'
 * ```
 */
export class DomainError<C extends DomainErrorCode = DomainErrorCode> extends Error {
  override readonly name = "DomainError";

  /**
   * @param code - stable, kebab-case code
   * @param details - facts behind the message, typed by `code`
   * @param options - `cause`: the foreign error behind this one, where there is one
   */
  constructor(
    /** Stable, kebab-case code. */
    readonly code: C,
    /** Facts behind the message, typed by `code`. */
    readonly details: DomainErrorDetails[C],
    options?: ErrorOptions,
  ) {
    super(messageOf(code, details), options);
    Object.defineProperty(this, BRAND, { value: true });
  }
}

/**
 * Tells whether a caught value is a {@link DomainError}, optionally of one code.
 * It recognises errors of the other build (ESM or CommonJS) in the same program.
 *
 * @param error - anything that was thrown
 * @param code - the code to look for; any code when left out
 * @returns `true` when it is, and then `details` is typed by `code`
 *
 * @example
 * ```ts
 * import { isDomainError } from "golive-kit/errors";
 * import { money, subtractMoney } from "golive-kit/money";
 *
 * let currencies: readonly string[] = [];
 * try {
 *   subtractMoney(money("1", "EUR"), money("1", "USD"));
 * } catch (error) {
 *   if (isDomainError(error, "currency-mismatch")) currencies = error.details.currencies;
 * }
 *
 * currencies; // => ["EUR", "USD"]
 * ```
 */
export function isDomainError<C extends DomainErrorCode = DomainErrorCode>(
  error: unknown,
  code?: C,
): error is DomainError<C> {
  try {
    return Object.hasOwn(error as object, BRAND) && (code === undefined || (error as DomainError).code === code);
  } catch {
    // Null and undefined are none, nor is a proxy that throws when it is asked.
    return false;
  }
}

/** Callers without types may make up a code; the error is still made. */
function messageOf<C extends DomainErrorCode>(code: C, details: DomainErrorDetails[C]): string {
  try {
    return MESSAGES[code](details);
  } catch {
    return code;
  }
}

/**
 * Writes a path the way programmers do: `flows[3].amount: `.
 */
function pathText(path: Path): string {
  if (path.length === 0) return "";
  let text = "";
  for (const step of path) {
    const word = String(step);
    if (/^[A-Za-z_][A-Za-z0-9_]{0,40}$/.test(word)) text += text === "" ? word : `.${word}`;
    else text += `[${describeValue(step)}]`;
  }
  return `${text}: `;
}
