import { type Network, prepareNetwork, reportNetworkFaults } from "../../../src/foundation/graph/index.js";
import { caught } from "../../kit/caught.js";

/** A record that names what it depends on. */
export interface Item {
  readonly id: string;
  readonly dependsOn: readonly string[];
}

const SHAPE = {
  subject: "items",
  linkSubject: "dependsOn",
  idOf: ({ id }: Item) => id,
  linksOf: ({ dependsOn }: Item) => dependsOn,
  sourceOf: (id: string) => id,
  pathOf: (node: number, link?: number) => (link === undefined ? [node] : [node, "dependsOn", link]),
};

export const item = (id: string, ...dependsOn: readonly string[]): Item => ({ id, dependsOn });
export const prepared = (items: readonly Item[]): Network => prepareNetwork(items, SHAPE);
export const orderOf = (items: readonly Item[]): readonly string[] => {
  const { order, ids } = prepared(items);
  return [...order].map((node) => ids[node] ?? "");
};
/** The one fault that a network is refused for. */
export const refusal = (items: readonly Item[]) => {
  const { code, details } = caught(() => prepared(items));
  return { code, ...details };
};
/** All faults of a network. */
export const reported = (items: readonly Item[]): readonly unknown[] => {
  const found: unknown[] = [];
  reportNetworkFaults(items, SHAPE, (code, path, message) => found.push([code, path, message]));
  return found;
};
/** Each depends on the one before. */
export const chain = (length: number, first: readonly string[] = []): readonly Item[] =>
  Array.from({ length }, (_, i) => ({ id: `t${String(i)}`, dependsOn: i === 0 ? first : [`t${String(i - 1)}`] }));
