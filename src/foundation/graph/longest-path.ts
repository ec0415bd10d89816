import type { Network } from "./network.js";

/**
 * The earliest value of each node: the least that is no lower than its floor and,
 * for each link into it, no lower than the source's value plus the link's weight.
 *
 * @param network - the network
 * @param weight - of each link; may be negative, and `-Infinity` for a link that holds nothing
 * @param floor - the least value of each node
 * @returns one value for each node
 */
export function longestForward(network: Network, weight: Float64Array, floor: Float64Array): Float64Array {
  const { order, firstLink, source } = network;
  const value = floor.slice();
  for (const node of order) {
    let earliest = value[node] as number;
    const end = firstLink[node + 1] as number;
    for (let link = firstLink[node] as number; link < end; link++) {
      const bound = (value[source[link] as number] as number) + (weight[link] as number);
      if (bound > earliest) earliest = bound;
    }
    value[node] = earliest;
  }
  return value;
}

/**
 * The latest value of each node: the greatest that is no higher than its ceiling
 * and, for each link out of it, no higher than the target's value less the link's weight.
 *
 * @param network - the network
 * @param weight - of each link; may be negative, and `-Infinity` for a link that holds nothing
 * @param ceiling - the greatest value of each node
 * @returns one value for each node
 */
export function longestBackward(network: Network, weight: Float64Array, ceiling: Float64Array): Float64Array {
  const { order, firstLink, source } = network;
  const value = ceiling.slice();
  for (let place = order.length - 1; place >= 0; place--) {
    const node = order[place] as number;
    const latest = value[node] as number;
    const end = firstLink[node + 1] as number;
    for (let link = firstLink[node] as number; link < end; link++) {
      const from = source[link] as number;
      const bound = latest - (weight[link] as number);
      if (bound < (value[from] as number)) value[from] = bound;
    }
  }
  return value;
}
