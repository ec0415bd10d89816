// The engines at hand and how each is asked for its version and given a script.
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { runInBrowser } from "./browser.mjs";

const HERE = import.meta.dirname;

/** Programs of another CPU run in an emulator, with that CPU's libraries. */
const EMULATORS = {
  x64: ["qemu-x86_64-static", "-L", "/usr/x86_64-linux-gnu"],
  arm64: ["qemu-aarch64-static", "-L", "/usr/aarch64-linux-gnu"],
  s390x: ["qemu-s390x-static", "-L", "/usr/s390x-linux-gnu"],
};
/** What Debian calls the engines and emulators. */
export const DEBIAN_PACKAGES = [
  "chromium",
  "firefox-esr",
  "gjs",
  "libjavascriptcoregtk-4.0-bin",
  "qemu-user-static",
  "libatomic1-arm64-cross",
  "libstdc++6-arm64-cross",
  "libstdc++6-s390x-cross",
];

const MINUTES = 60_000;
const quiet = { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"], timeout: 10 * MINUTES };
const ask = (command, ...words) => execFileSync(command[0], [...command.slice(1), ...words], quiet).trim();
const found = (pattern, text) => pattern.exec(text)?.[1] ?? "unknown";

/** The command of a program that npm installs for one CPU, each CPU into a folder of its own. */
function fromNpm(cpu, program) {
  const folder = join(HERE, "installed", cpu);
  const lock = readFileSync(join(HERE, "package-lock.json"), "utf8");
  const copy = join(folder, "package-lock.json");
  if (!existsSync(copy) || readFileSync(copy, "utf8") !== lock || !existsSync(join(folder, "node_modules"))) {
    mkdirSync(folder, { recursive: true });
    copyFileSync(join(HERE, "package.json"), join(folder, "package.json"));
    copyFileSync(join(HERE, "package-lock.json"), copy);
    const words = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--os=linux", `--cpu=${cpu}`];
    execFileSync("npm", words, { ...quiet, cwd: folder });
  }
  return [...(process.arch === cpu ? [] : EMULATORS[cpu]), join(folder, "node_modules", program)];
}

/** An engine that is a command: it prints what the script prints. */
const shell = (name, commandOf, versionsOf) => ({
  name,
  start() {
    const command = commandOf();
    return { ...versionsOf(command), run: (script) => ask(command, script) };
  },
});

const node = (major, cpu, words = []) =>
  shell(
    ["Node", cpu === "x64" ? "" : `on ${cpu}`, ...words.map((word) => `\`${word}\``)].filter(Boolean).join(" "),
    () => [...fromNpm(cpu, `node-${major}-${cpu}/bin/node`), ...words],
    (command) => {
      const [version, v8] = ask(command, "-p", "`${process.versions.node} ${process.versions.v8}`").split(" ");
      return { version, engine: `V8 ${v8}` };
    },
  );

const browser = (name, program, words, engineOf) => ({
  name,
  start() {
    const version = found(/(\d[\d.]*)/, ask([program], "--version"));
    return { version, engine: engineOf(version), run: (script) => runInBrowser(program, words, script, 10 * MINUTES) };
  },
});

export const ENGINES = [
  ...["20", "22", "24", "25", "26"].map((major) => node(major, "x64")),
  // Interpreted, compiled without the optimiser, by the one optimiser below the last, and optimised at once.
  ...["--jitless", "--no-opt", "--always-turbofan"].map((word) => node("20", "x64", [word])),
  ...["--jitless", "--no-opt", "--maglev-as-top-tier", "--invocation-count-for-turbofan=1"].map((word) =>
    node("26", "x64", [word]),
  ),
  node("20", "arm64"),
  node("26", "arm64"),
  // The one CPU at hand that keeps the highest byte first.
  node("20", "s390x"),
  shell(
    "Deno",
    () => [...fromNpm("x64", "@deno/linux-x64-glibc/deno")],
    (command) => {
      const text = ask(command, "--version");
      return { version: found(/^deno (\S+)/, text), engine: `V8 ${found(/^v8 ([\d.]+)/m, text)}` };
    },
  ),
  shell(
    "Bun",
    () => fromNpm("x64", "@oven/bun-linux-x64/bin/bun"),
    (command) => ({ version: ask(command, "--version"), engine: "JavaScriptCore" }),
  ),
  shell(
    "WebKitGTK `jsc`",
    () => ["jsc"],
    () => {
      const version = found(/^([\d.]+)/, ask(["dpkg-query"], "-W", "-f=${Version}", "libjavascriptcoregtk-4.0-bin"));
      return { version, engine: "JavaScriptCore" };
    },
  ),
  shell(
    "GJS",
    () => ["gjs"],
    (command) => {
      const library = ask(["ldd"], ask(["which"], command[0]));
      return {
        version: found(/(\S+)$/, ask(command, "--version")),
        engine: `SpiderMonkey ${found(/libmozjs-(\d+)/, library)}`,
      };
    },
  ),
  browser(
    "Firefox",
    "firefox-esr",
    ["--headless", "--no-remote"],
    (version) => `SpiderMonkey ${version.split(".")[0]}`,
  ),
  browser(
    "Chromium",
    "chromium",
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync".split(
      " ",
    ),
    (version) => `V8 ${Number(version.split(".")[0]) / 10}`,
  ),
];
