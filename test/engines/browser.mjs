import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The page collects what the script prints and sends it back. */
const PAGE = `<!doctype html><meta charset="utf-8"><title>digests</title>
<script>const lines = []; globalThis.print = (line) => lines.push(line);</script>
<script src="/script.js"></script>
<script>fetch("/", { method: "POST", body: lines.join("\\n") });</script>`;

/** What a script prints in a browser without a window, with a new profile, on a page that this process serves. */
export async function runInBrowser(program, words, script, timeout) {
  const profile = mkdtempSync(join(tmpdir(), "engines-"));
  const server = createServer();
  const answer = new Promise((resolve, reject) => {
    setTimeout(reject, timeout, new Error(`${program} did not answer`)).unref();
    server.on("request", (request, response) => {
      if (request.method === "POST") {
        let body = "";
        request.on("data", (part) => (body += part));
        request.on("end", () => {
          response.end();
          resolve(body);
        });
      } else if (request.url === "/script.js") {
        response.setHeader("content-type", "text/javascript").end(readFileSync(script));
      } else response.setHeader("content-type", "text/html").end(PAGE);
    });
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const profiled = program.startsWith("firefox") ? ["--profile", profile] : [`--user-data-dir=${profile}`];
  const url = `http://127.0.0.1:${server.address().port}/`;
  const child = spawn(program, [...words, ...profiled, url], {
    stdio: "ignore",
    env: { ...process.env, HOME: profile },
  });
  const ended = new Promise((resolve, reject) => child.on("exit", resolve).on("error", reject));
  try {
    return await Promise.race([answer, ended.then(() => Promise.reject(new Error(`${program} ended too early`)))]);
  } finally {
    child.kill();
    await ended.catch(() => undefined);
    server.closeAllConnections();
    server.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
