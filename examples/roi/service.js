// A service that computes ROI: a business case comes in as JSON, figures with their working go out as JSON.
//
//   npm run example:roi                       answers the case beside this file once, and prints the answer
//   npm run example:roi -- other-case.json    the same for another file
//   npm run example:roi -- --port 8080        serves POST /business-case until it is stopped
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";

import { isDomainError } from "golive-kit/errors";
import { explain } from "golive-kit/explain";
import { assessBusinessCase, parseBusinessCase, ROI_FORMULAS } from "golive-kit/roi";

/** Bodies above this are not read. */
const MAX_BYTES = 1_000_000;
const formulas = new Map(ROI_FORMULAS.map((formula) => [formula.id, formula]));

/** The service itself: text in, a status and data out. It throws nothing that a request can cause. */
function answer(text) {
  let data;
  try {
    data = JSON.parse(text);
  } catch {
    return { status: 400, body: { error: "unreadable", message: "the body is no JSON" } };
  }
  try {
    const { periods, lines, dates, figures, warnings } = assessBusinessCase(parseBusinessCase(data));
    return { status: 200, body: { periods, lines, dates, figures: figures.map(explained), warnings } };
  } catch (error) {
    if (!isDomainError(error)) throw error;
    // All faults at once, each with its code and its path in the request.
    const { issues = [{ code: error.code, path: error.details.path ?? [], message: error.message }] } = error.details;
    return { status: 422, body: { error: error.code, message: error.message, issues } };
  }
}

/** A figure with its title and its working: the formula, what went in, each step and the source, as plain data. */
function explained({ id, of, value, input }) {
  const formula = formulas.get(id);
  const { title, unit, inputs, steps, source } = explain(formula, input);
  return { id, of, title, value, unit, working: { inputs, steps, source } };
}

function serve(port) {
  const server = createServer((request, response) => {
    const send = ({ status, body }) => {
      response.writeHead(status, { "content-type": "application/json" });
      response.end(JSON.stringify(body));
    };
    if (request.method !== "POST" || request.url !== "/business-case") {
      send({ status: 404, body: { error: "unknown", message: "POST a business case to /business-case" } });
      return;
    }
    const parts = [];
    let bytes = 0;
    request.on("data", (part) => {
      bytes += part.length;
      if (bytes <= MAX_BYTES) parts.push(part);
    });
    request.on("end", () => {
      if (bytes > MAX_BYTES) send({ status: 413, body: { error: "too-long", message: `above ${MAX_BYTES} bytes` } });
      else send(answer(Buffer.concat(parts).toString("utf8")));
    });
  });
  server.listen(port, () =>
    console.log(`POST a business case to http://localhost:${server.address().port}/business-case`),
  );
}

const [word, port] = process.argv.slice(2);
if (word === "--port") {
  serve(Number(port ?? 8080));
} else {
  const file = word ?? fileURLToPath(new URL("case.json", import.meta.url));
  const { status, body } = answer(readFileSync(file, "utf8"));
  console.log(JSON.stringify(body, undefined, 2));
  if (status !== 200) process.exitCode = 1;
}
