import { elementaryDigest } from "./elementary-digest.js";
import { simulationDigest } from "./simulation-digest.js";

/** Shells without a console print by a function of this name; the page for browsers brings its own. */
const print = (globalThis as { print?: (line: string) => void }).print ?? console.log;

print(`elementary ${elementaryDigest()}`);
print(`simulation ${simulationDigest()}`);
