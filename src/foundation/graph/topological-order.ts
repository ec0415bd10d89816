const NEW = 0;
const OPEN = 1;
const PLACED = 2;

/**
 * Puts nodes after the nodes they depend on. Nodes keep the order they came in,
 * except that what a node still needs is placed right before it; an order that is
 * already right is left alone.
 *
 * A walk from each node down to its sources, with its own stack: a chain of a
 * million nodes is no deeper than any other network.
 *
 * @param firstLink - the links into node `i` are `firstLink[i]` to `firstLink[i + 1] - 1`
 * @param source - the node that each link comes from
 * @param onCycle - is told each way round that shares no node with one told before: the nodes, each
 * depending on the one before and the first on the last, from the one that stands first in the input
 * @returns all nodes, sources first; meaningless when there was a cycle
 */
export function topologicalOrder(
  firstLink: Uint32Array,
  source: Uint32Array,
  onCycle: (members: readonly number[]) => void,
): Uint32Array {
  const size = firstLink.length - 1;
  const order = new Uint32Array(size);
  const state = new Uint8Array(size);
  const nextLink = firstLink.slice(0, size);
  const stack = new Uint32Array(size);
  const depthOf = new Uint32Array(size);
  // The deepest place on the stack, at or above each, that was told as part of a cycle: one way
  // round is told for a knot of many, and the walk stays linear.
  const told = new Int32Array(size);
  let placed = 0;

  for (let root = 0; root < size; root++) {
    if (state[root] !== NEW) continue;
    let depth = 0;
    stack[0] = root;
    state[root] = OPEN;
    depthOf[root] = 0;
    told[0] = -1;
    while (depth >= 0) {
      const node = stack[depth] as number;
      const link = nextLink[node] as number;
      if (link === firstLink[node + 1]) {
        state[node] = PLACED;
        order[placed++] = node;
        depth--;
        continue;
      }
      nextLink[node] = link + 1;
      const from = source[link] as number;
      if (state[from] === NEW) {
        const above = told[depth] as number;
        depth++;
        stack[depth] = from;
        state[from] = OPEN;
        depthOf[from] = depth;
        told[depth] = above;
      } else if (state[from] === OPEN) {
        const start = depthOf[from] as number;
        if ((told[depth] as number) >= start) continue;
        onCycle(wayRound(stack.subarray(start, depth + 1)));
        for (let i = start; i <= depth; i++) told[i] = i;
      }
    }
  }
  return order;
}

/** The stack holds each node before what it depends on: turned round, and begun at the first of the input. */
function wayRound(open: Uint32Array): readonly number[] {
  const length = open.length;
  let first = 0;
  for (let i = 1; i < length; i++) if ((open[i] as number) < (open[first] as number)) first = i;
  return Array.from({ length }, (_, i) => open[(first - i + length) % length] as number);
}
