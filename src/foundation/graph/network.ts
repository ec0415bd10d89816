import { describeValue, DomainError, type Issue, MAX_CYCLE, type Path } from "../errors/index.js";
import { topologicalOrder } from "./topological-order.js";

/** Links that one network can have. */
export const MAX_LINKS = 5_000_000;

/** A checked network on typed arrays: nodes by their index in the input, links grouped by the node they lead to. */
export interface Network {
  /** Id of each node, in the order of the input. */
  readonly ids: readonly string[];
  /** The node of each id. */
  readonly indexOf: ReadonlyMap<string, number>;
  /** All nodes, sources before what depends on them; the order of the input where the links leave a choice. */
  readonly order: Uint32Array;
  /** The links into node `i` are `firstLink[i]` to `firstLink[i + 1] - 1`, in the order they were listed. */
  readonly firstLink: Uint32Array;
  /** The node that each link comes from. A link listed twice is there twice. */
  readonly source: Uint32Array;
}

/** How a list of records is read as a network: each record names what it depends on. */
export interface NetworkShape<N, L> {
  /** What depends on itself when there is a cycle, for the message: `"tasks"`. */
  readonly subject: string;
  /** What names an id that nothing has, for the message: `"predecessor"`. */
  readonly linkSubject: string;
  /** The id of a record. */
  readonly idOf: (node: N) => string;
  /** What a record depends on. */
  readonly linksOf: (node: N) => readonly L[];
  /** The id that a link names. */
  readonly sourceOf: (link: L) => string;
  /** Where a record stands, or the id that one of its links names. */
  readonly pathOf: (node: number, link?: number) => Path;
}

/** What can be wrong with a network. */
type NetworkFault =
  | { readonly code: "duplicate-id" | "unknown-reference"; readonly path: Path; readonly id: string }
  | { readonly code: "cycle"; readonly path: Path; readonly members: readonly string[] };

/**
 * Makes a network of records that name what they depend on.
 *
 * @param nodes - the records
 * @param shape - how to read them
 * @returns the network, ready for {@link longestForward} and {@link longestBackward}
 * @throws DomainError `duplicate-id`, `unknown-reference` or `cycle` for the first fault
 * @throws DomainError `too-many` for more than {@link MAX_LINKS} links
 */
export function prepareNetwork<N, L>(nodes: readonly N[], shape: NetworkShape<N, L>): Network {
  return readNetwork(nodes, shape, (fault) => {
    throw errorOf(fault, shape);
  });
}

/**
 * Reports all that is wrong with a network at once, for a rule of a schema:
 * ids used twice and ids that nothing has, in the order of the input, then
 * every cycle that shares no member with one reported before.
 *
 * @param nodes - the records, of the right shape
 * @param shape - how to read them; the paths are those that `report` gets
 * @param report - takes each fault
 */
export function reportNetworkFaults<N, L>(
  nodes: readonly N[],
  shape: NetworkShape<N, L>,
  report: (code: Issue["code"], path: Path, message: string) => void,
): void {
  if (countLinks(nodes, shape) > MAX_LINKS) {
    report("too-many", [], `expected at most ${String(MAX_LINKS)} links in all`);
    return;
  }
  readNetwork(nodes, shape, (fault) => {
    report(fault.code, fault.path, messageOf(fault));
  });
}

function readNetwork<N, L>(
  nodes: readonly N[],
  shape: NetworkShape<N, L>,
  onFault: (fault: NetworkFault) => void,
): Network {
  const { idOf, linksOf, sourceOf, pathOf } = shape;
  const size = nodes.length;
  const total = countLinks(nodes, shape);
  if (total > MAX_LINKS) {
    throw new DomainError("too-many", { subject: "links", path: [], limit: MAX_LINKS, received: total });
  }
  const ids = nodes.map(idOf);
  const indexOf = new Map<string, number>();
  for (let i = 0; i < size; i++) {
    const id = ids[i] as string;
    if (indexOf.has(id)) onFault({ code: "duplicate-id", path: [...pathOf(i), "id"], id });
    else indexOf.set(id, i);
  }

  const firstLink = new Uint32Array(size + 1);
  const source = new Uint32Array(total);
  let known = 0;
  for (let i = 0; i < size; i++) {
    const links = linksOf(nodes[i] as N);
    for (let j = 0; j < links.length; j++) {
      const id = sourceOf(links[j] as L);
      const from = indexOf.get(id);
      if (from === undefined) onFault({ code: "unknown-reference", path: pathOf(i, j), id });
      else source[known++] = from;
    }
    firstLink[i + 1] = known;
  }

  const order = topologicalOrder(firstLink, source, (members) => {
    const path = pathOf(members[0] as number);
    onFault({ code: "cycle", path, members: members.map((node) => ids[node] as string) });
  });
  return { ids, indexOf, order, firstLink, source };
}

function countLinks<N, L>(nodes: readonly N[], { linksOf }: NetworkShape<N, L>): number {
  let total = 0;
  for (const node of nodes) total += linksOf(node).length;
  return total;
}

function errorOf<N, L>(fault: NetworkFault, { subject, linkSubject }: NetworkShape<N, L>): DomainError {
  const { path } = fault;
  if (fault.code === "cycle") {
    const ids = fault.members.slice(0, MAX_CYCLE);
    return new DomainError("cycle", { subject, path, ids, length: fault.members.length });
  }
  const { code, id } = fault;
  return new DomainError(code, { subject: code === "duplicate-id" ? "id" : linkSubject, path, id });
}

function messageOf(fault: NetworkFault): string {
  if (fault.code === "cycle") {
    const { members } = fault;
    const shown = members.slice(0, 10).map(describeValue);
    const rest = members.length > shown.length ? [`and ${String(members.length - shown.length)} more`] : [];
    const way = [...shown, ...rest, describeValue(members[0])].join(" → ");
    return `expected no way round, received ${way}`;
  }
  if (fault.code === "duplicate-id") return "expected each id once, received it twice";
  return `expected an id that exists, received ${describeValue(fault.id)}`;
}
