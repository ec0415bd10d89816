// A pool of vitest with one thread that outlives the runs. Starting a thread and loading vitest, zod and the like into it
// takes longer than most tests of a mutant; what is under test, the tests and their setup are loaded anew for each run.
import { EventEmitter } from "node:events";

import { ThreadsPoolWorker } from "vitest/node";

/** Runs after which a new thread is begun, so that it does not fill up. */
const RUNS_A_THREAD = 100;

let thread;
let runs = 0;

/** Ends what runs in the thread, even a loop without an end; the next run has a new one. */
export async function endThread() {
  const ended = thread;
  thread = undefined;
  await ended?.stop();
}

export const keptThread = { name: "kept-thread", createPoolWorker: (options) => new KeptThread(options) };

class KeptThread {
  name = keptThread.name;
  #options;
  #thread;
  #isStarted = true;
  #isStopping = false;
  #listeners = [];
  #answers = new EventEmitter();

  constructor(options) {
    this.#options = options;
  }

  async start() {
    if (thread === undefined) {
      this.#isStarted = false;
      runs = 0;
      thread = new ThreadsPoolWorker(this.#options);
      await thread.start();
    }
    // What listens to it outlives its end, so the worker of vitest is asked once.
    this.#thread = thread.thread;
  }

  on(event, listener) {
    this.#listeners.push([event, listener]);
    this.#answers.on(event, listener);
    this.#thread.on(event, listener);
  }

  off(event, listener) {
    this.#answers.off(event, listener);
    this.#thread.off(event, listener);
  }

  send(message) {
    if (message.type === "stop") {
      this.#isStopping = true;
      this.#answer("stopped");
    } else if (!this.#isStarted) this.#thread.postMessage(message);
    else if (message.type === "start") this.#answer("started");
    else if (message.type === "run") this.#thread.postMessage({ ...message, context: this.#renewed(message.context) });
    else this.#thread.postMessage(message);
  }

  /** Ends the thread only where it was not asked to stop first, which is so after an error, or where it is old. */
  async stop() {
    for (const [event, listener] of this.#listeners) this.#thread.off(event, listener);
    runs++;
    if (!this.#isStopping || runs >= RUNS_A_THREAD) await endThread();
  }

  deserialize(message) {
    return message;
  }

  #answer(type) {
    this.#answers.emit("message", { type, __vitest_worker_response__: true });
  }

  /** All that the server has given to threads is to be loaded again. */
  #renewed(context) {
    const graphs = Object.values(this.#options.project.vite.environments).map(({ moduleGraph }) => moduleGraph);
    return { ...context, invalidates: graphs.flatMap(({ fileToModulesMap }) => [...fileToModulesMap.keys()]) };
  }
}
