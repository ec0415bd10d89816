import { generator, input } from "../inputs.mjs";
import { internal } from "../internal.mjs";

const SHAPE = {
  subject: "tasks",
  linkSubject: "predecessor",
  idOf: ({ id }) => id,
  linksOf: ({ dependsOn }) => dependsOn,
  sourceOf: (id) => id,
  pathOf: (node) => ["tasks", node],
};

/** Each node waits for the one before. */
const chain = (size) =>
  Array.from({ length: size }, (_, i) => ({ id: `t${i}`, duration: 1, dependsOn: i === 0 ? [] : [`t${i - 1}`] }));

/** Each node waits for all before it, which makes half of the square of their number of links. */
const complete = (size) => {
  const ids = Array.from({ length: size }, (_, i) => `t${i}`);
  return ids.map((id, i) => ({ id, duration: 1, dependsOn: ids.slice(0, i) }));
};

/** A hundred thousand tasks in layers of two hundred, in no order. */
function layered() {
  const size = 100_000;
  const random = generator(1);
  const below = (limit) => Math.floor(random() * limit);
  const durations = input(`schedule-durations-${size}.i32`, () => Array.from({ length: size }, () => 1 + below(20)));
  const links = input(`schedule-links-${size}.i32`, () =>
    Array.from({ length: size - 200 }, (_, i) => {
      const layer = i - (i % 200);
      return [layer + below(200), i + 200, layer + below(200), i + 200];
    }).flat(),
  );
  const tasks = Array.from(durations, (duration, i) => ({ id: `t${i}`, duration, dependsOn: [] }));
  for (let i = 0; i < links.length; i += 2) tasks[links[i + 1]].dependsOn.push(`t${links[i]}`);
  return tasks;
}

/** The common way: maps of objects, a queue of what is ready, the finishes of the predecessors spread into a maximum. */
function withMaps(tasks) {
  const byId = new Map(tasks.map((task) => [task.id, { ...task, finish: 0, waits: task.dependsOn.length, next: [] }]));
  for (const node of byId.values()) for (const id of node.dependsOn) byId.get(id).next.push(node);
  const ready = [...byId.values()].filter(({ waits }) => waits === 0);
  let end = 0;
  for (const node of ready) {
    node.finish = node.duration + Math.max(0, ...node.dependsOn.map((id) => byId.get(id).finish));
    end = Math.max(end, node.finish);
    for (const next of node.next) if (--next.waits === 0) ready.push(next);
  }
  return end;
}

/** From records to the longest way through them. */
export async function jobs() {
  const { longestForward, prepareNetwork } = await internal("foundation/graph");
  const longest = (tasks) => {
    const network = prepareNetwork(tasks, SHAPE);
    const weight = new Float64Array(network.source.length);
    network.source.forEach((from, link) => (weight[link] = tasks[from].duration));
    const start = longestForward(network, weight, new Float64Array(tasks.length));
    let end = 0;
    start.forEach((value, i) => (end = Math.max(end, value + tasks[i].duration)));
    return end;
  };
  const job = (work, within, tasks) => ({
    work,
    within,
    ours: { run: () => longest(tasks) },
    peers: [{ name: "maps of objects", run: () => withMaps(tasks) }],
  });
  return [
    job("longest path, chain of 100 000", 100, chain(100_000)),
    job("longest path, the chain from its end", 100, chain(100_000).reverse()),
    job("longest path, 100 000 tasks in layers", undefined, layered()),
    job("longest path, 1.1 million links", 2000, complete(1484)),
  ];
}
