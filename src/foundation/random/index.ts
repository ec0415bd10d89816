export { randomStream, STREAM_VERSION } from "./random-stream.js";
export type { RandomStream, RandomStreamInput } from "./random-stream.js";
export { fillUniforms, randomWordsAt, uniformAt } from "./uniforms.js";
export type { RandomPosition, RandomRun, RandomWords } from "./uniforms.js";
