// Whatever a server sends, a request ends with an answer or a fault: nothing else comes out of it, and nothing hangs.
import type { Socket } from "node:net";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, it } from "vitest";
import { Fault } from "../../../src/runtime/faults/fault.ts";
import { createFixture } from "../library/fixture.ts";
import { rawServer } from "./servers.ts";

const gzip = gzipSync("packed").toString("latin1");
const pieces = [
  ...["HTTP/1.1 200 OK\r\n", "HTTP/1.0 404 Not Found\r\n", "HTTP/1.1 302 Found\r\n", "HTTP/1.1 100 Continue\r\n\r\n"],
  ...[
    "HTTP/1.1 204 No Content\r\n",
    "HTTP/9.9 999 X\r\n",
    "HTTP/1.1 200\r\n",
    "Location: /next\r\n",
    "Location: ::\r\n",
  ],
  ...["Content-Length: 3\r\n", "Content-Length: -1\r\n", "Content-Length: 3, 4\r\n", "Transfer-Encoding: chunked\r\n"],
  ...["Content-Encoding: gzip\r\n", "Content-Encoding: br, gzip\r\n", "Content-Type: text/html; charset=nonsense\r\n"],
  ...["Content-Type: text/plain; charset=utf-16le\r\n", "X\r\n", "X: \u0000\r\n", ": x\r\n", "\r\n", "\n", "abc"],
  ...["3\r\nabc\r\n", "0\r\n\r\n", "ffffffffffffffff\r\n", gzip, "\u00ff\u00fe", "Set-Cookie: a=b\r\n"],
];

it("a request ends, whatever the server sends", { timeout: 120_000 }, async () => {
  const { call } = createFixture();
  let script: readonly string[] = [];
  let isEnded = true;
  const port = await rawServer((socket: Socket) => {
    socket.once("data", () => {
      for (const piece of script) socket.write(Buffer.from(piece, "latin1"));
      if (isEnded) socket.end();
    });
  });
  const scripts = fc.array(fc.constantFrom(...pieces), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(scripts, fc.constantFrom("Http.get", "Http.head"), fc.boolean(), async (parts, key, ends) => {
      script = parts;
      isEnded = ends;
      try {
        const answer = await call(key, `http://127.0.0.1:${port}/`, undefined, 300);
        expect(answer).toHaveProperty("text");
      } catch (thrown) {
        expect(thrown, String((thrown as Error).stack)).toBeInstanceOf(Fault);
      }
    }),
    { numRuns: 150 },
  );
});
