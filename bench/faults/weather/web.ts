// A small web server that answers as a URL's path asks: /status/503, /slow, /reset, /broken.json and the like.
import type { IncomingMessage, ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";

type Answer = (request: IncomingMessage, response: ServerResponse, rest: string) => void;

const text =
  (body: string, type = "text/plain", status = 200): Answer =>
  (_, response) => {
    response.writeHead(status, { "Content-Type": type });
    response.end(body);
  };

/** What each first part of a path means; each name is what an interface of that sort would be called. */
const answers: Readonly<Record<string, Answer>> = {
  status: (_, response, rest) => {
    const status = Number(rest) || 200;
    response.writeHead(status, {
      "Content-Type": "text/plain",
      ...(status === 503 || status === 429 ? { "Retry-After": "120" } : {}),
      ...(status === 401 ? { "WWW-Authenticate": 'Basic realm="api"' } : {}),
    });
    response.end(`${status}\n`);
  },
  ok: text('{"state": "ok", "items": [1, 2, 3], "next": "/v1/page/2"}', "application/json"),
  slow: (_, response, rest) => {
    setTimeout(() => response.end("late\n"), Number(rest) || 30_000);
  },
  reset: (request) => request.socket.resetAndDestroy(),
  empty: (request) => request.socket.destroy(),
  /** Promises more than it sends. */
  short: (request, response) => {
    response.writeHead(200, { "Content-Length": "100000" });
    response.write("only a part\n");
    setTimeout(() => request.socket.destroy(), 50);
  },
  badgzip: (_, response) => {
    response.writeHead(200, { "Content-Encoding": "gzip", "Content-Type": "text/plain" });
    response.end(gzipSync("x".repeat(5000)).subarray(0, 20).fill(7, 12));
  },
  loop: (_, response, rest) => {
    response.writeHead(302, { Location: `/loop/${Number(rest || 0) + 1}` });
    response.end();
  },
  html: text("<html><body>Maintenance, back soon</body></html>\n", "text/html"),
  badjson: text('{"state": "ok", "items": [1, 2', "application/json"),
  badyaml: text("state: ok\n  items: [1\n", "text/yaml"),
  badcsv: text('host,port\n"web,80\n', "text/csv"),
  text: text("release 2.4.1\n"),
  port: text('{"port": "http-alt", "host": "old.partner.example", "path": "/srv/none/list.txt"}', "application/json"),
  peer: text('{"host": "node7.partner.example"}', "application/json"),
  path: text("/srv/none/list.txt\n"),
  number: text("twelve\n"),
  bigerror: text("Internal error: no space left on device\n", "text/plain", 500),
  /** Wants a token. */
  private: (request, response) => {
    const given = request.headers.authorization ?? "";
    const [status, body] =
      given === ""
        ? [401, "no token\n"]
        : given === "Bearer good-token-1"
          ? [200, "{}\n"]
          : [403, "this token may not\n"];
    response.writeHead(status, status === 401 ? { "WWW-Authenticate": "Bearer" } : {});
    response.end(body);
  },
  /** Knows the orders 1 to 3. */
  orders: (request, response, rest) => {
    if (request.method === "DELETE") {
      response.writeHead(405, { Allow: "GET, POST" });
      response.end("DELETE is not allowed\n");
      return;
    }
    const found = ["", "1", "2", "3"].includes(rest);
    response.writeHead(found ? 200 : 404);
    response.end(found ? "{}\n" : `no order ${rest}\n`);
  },
  /** Takes JSON with a name in it. */
  submit: (request, response) => {
    let body = "";
    request.on("data", (part: Buffer) => {
      body += part.toString();
    });
    request.on("end", () => {
      let status = 201;
      try {
        const value: unknown = JSON.parse(body);
        if (typeof value !== "object" || value === null || !("name" in value)) status = 422;
      } catch {
        status = 400;
      }
      response.writeHead(status);
      response.end(status === 201 ? "{}\n" : status === 422 ? "name is missing\n" : "the body is no JSON\n");
    });
  },
};

/** Answers a request; what it does not know is a 404. */
export function answer(request: IncomingMessage, response: ServerResponse): void {
  const [, first = "", rest = ""] = /^\/([^/?]*)\/?([^?]*)/.exec(request.url ?? "") ?? [];
  const known = answers[first];
  if (known === undefined) text("no such page\n", "text/plain", 404)(request, response, rest);
  else known(request, response, rest);
}
