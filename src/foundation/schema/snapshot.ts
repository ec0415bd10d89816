import { describeValue, type Issue, type Path } from "../errors/index.js";
import { IssueList } from "./issue-list.js";

/** Characters that one text can have. */
export const MAX_TEXT = 10_000;
/** Elements that one list can have. */
export const MAX_LIST = 1_000_000;
/** Objects that can lie within each other. */
export const MAX_DEPTH = 200;
/** Values that a whole input can hold. */
export const MAX_VALUES = 25_000_000;

/** Stands in the copy where something could not be read; its fault is reported already. */
export const UNREAD = /* @__PURE__ */ Symbol("unread");

/** A copy of outside data, and what was wrong with reading it. */
export interface Snapshot {
  /** Plain data that shares nothing with the input; a part that could not be read is {@link UNREAD}. */
  readonly data: unknown;
  /** Faults of reading, in the order of the data. */
  readonly issues: IssueList;
  /** How many values were read in all. */
  readonly values: number;
}

/**
 * An object without inherited members. A class whose prototype is empty keeps
 * V8's fast layout, which `Object.create(null)` does not.
 */
type Bare = Record<string, unknown>;
const Bare = /* @__PURE__ */ (() => {
  function Empty(this: Bare): void {
    // Nothing of its own, and nothing inherited.
  }
  Empty.prototype = Object.freeze(Object.create(null) as object);
  return Empty as unknown as new () => Bare;
})();

/**
 * Copies outside data before anything else looks at it. Every property is read
 * once, so a getter cannot change its mind; what throws is reported; limits are
 * checked before any pattern runs; `-0` becomes `0`; properties that are
 * `undefined` count as absent, as in JSON.
 *
 * @param input - anything
 * @returns the copy and the faults
 */
export function snapshot(input: unknown): Snapshot {
  const issues = new IssueList();
  /** The way to what is read now is the first `depth` steps; cutting the rest off would cost more than the copy. */
  const path: (string | number)[] = [];
  let depth = 0;
  const above: object[] = [];
  let values = 0;

  /** Takes a fault; what cannot be read is marked in the copy. */
  const unread = (code: Issue["code"], message: string): symbol => {
    const at = path.slice(0, depth);
    issues.add(() => ({ code, path: at, message }));
    return UNREAD;
  };

  const copy = (value: unknown, level: number): unknown => {
    if (++values > MAX_VALUES) {
      if (values === MAX_VALUES + 1) unread("too-many", `expected at most ${String(MAX_VALUES)} values in all`);
      return UNREAD;
    }
    if (typeof value === "number") return value === 0 ? 0 : value;
    if (typeof value === "string") {
      if (value.length <= MAX_TEXT) return value;
      return unread("too-long", `expected at most ${String(MAX_TEXT)} characters, received ${String(value.length)}`);
    }
    if (typeof value !== "object" || value === null) return value;
    if (above.includes(value)) return unread("cycle", "expected data without circles, received one");
    if (level > MAX_DEPTH) return unread("too-deep", `expected at most ${String(MAX_DEPTH)} levels`);
    above.push(value);
    const start = depth;
    try {
      return Array.isArray(value) ? copyList(value, level) : copyObject(value, level);
    } catch {
      const mark = unread("unreadable", "expected readable data, received an object that throws when it is read");
      depth = start;
      return mark;
    } finally {
      above.pop();
    }
  };

  const copyList = (list: readonly unknown[], level: number): unknown => {
    const length = list.length;
    if (length > MAX_LIST) {
      return unread("too-many", `expected at most ${String(MAX_LIST)} elements, received ${String(length)}`);
    }
    const result = new Array<unknown>(length);
    const step = depth++;
    for (let i = 0; i < length; i++) {
      path[step] = i;
      result[i] = copy(list[i], level + 1);
    }
    depth = step;
    return result;
  };

  const copyObject = (object: object, level: number): unknown => {
    const kind = kindOf(object);
    // Not plain data: handed on as a symbol, which no schema takes and nothing can read.
    if (kind !== "Object") return Symbol(kind);
    const result = new Bare();
    const keys = Object.keys(object);
    const step = depth++;
    for (const key of keys) {
      path[step] = key;
      if (key === "__proto__") {
        unread("unsafe-key", 'unexpected key "__proto__"');
        continue;
      }
      if (key.length > MAX_TEXT) {
        unread("too-long", `expected keys of at most ${String(MAX_TEXT)} characters, received ${describeValue(key)}`);
        continue;
      }
      const element = read(object, key);
      if (element === UNREAD) result[key] = unread("unreadable", "expected a readable value, received one that throws");
      else if (element !== undefined) {
        // A list and the object that holds it are one level: a tree counts by its nodes.
        result[key] = copy(element, Array.isArray(element) ? level : level + 1);
      }
    }
    depth = step;
    return result;
  };

  const data = copy(input, 0);
  return { data, issues, values };
}

/**
 * What stands at a path of a snapshot.
 *
 * @param data - the snapshot's data
 * @param path - keys and indexes
 * @returns the value; `undefined` where there is none
 */
export function valueAt(data: unknown, path: Path): unknown {
  let value = data;
  for (const step of path) {
    if (value === undefined || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}

/** `Object` for plain data, else what it is: `Date`, `Map`. The common case needs no text. */
function kindOf(object: object): string {
  if (Object.getPrototypeOf(object) === Object.prototype) return "Object";
  return Object.prototype.toString.call(object).slice(8, -1);
}

function read(object: object, key: string): unknown {
  try {
    return (object as Record<string, unknown>)[key];
  } catch {
    return UNREAD;
  }
}
