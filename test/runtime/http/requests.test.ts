// Http against servers of this host: what it asks, what it gives, and what it refuses.
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { HttpResponse } from "../../../src/runtime/http/response.ts";
import { createFixture } from "../library/fixture.ts";
import { rawServer, webServer } from "./servers.ts";

/** Whether this process may mount a file system. */
function mountsSmall(): boolean {
  return spawnSync("unshare", ["-m", "mount", "-t", "tmpfs", "tiny", "/mnt"]).status === 0;
}

describe("a request", () => {
  it("sends what it is told to, and gives the whole answer", async () => {
    const { call } = createFixture();
    const url = await webServer((request, answer) => {
      const parts: Buffer[] = [];
      request.on("data", (part: Buffer) => parts.push(part));
      request.on("end", () => {
        answer.setHeader("X-Many", ["a", "b"]);
        answer.setHeader("Set-Cookie", ["c=1, 2", "d=3"]);
        answer.setHeader("Content-Type", "application/json");
        const { method, url, headers } = request;
        answer.end(JSON.stringify({ method, url, headers, body: Buffer.concat(parts).toString() }));
      });
    });
    for (const [key, method, body] of [
      ["Http.get", "GET", ""],
      ["Http.delete", "DELETE", ""],
      ["Http.post", "POST", "grüße\n"],
      ["Http.put", "PUT", "grüße\n"],
      ["Http.patch", "PATCH", "grüße\n"],
    ] as const) {
      const given = body === "" ? [] : [body];
      const response = (await call(key, `${url}/a?b=%20ü#c`, ...given, new Map([["X-Word", "ü"]]))) as HttpResponse;
      const said = JSON.parse(response.text);
      expect([response.status, response.ok, response.url]).toEqual([200, true, `${url}/a?b=%20%C3%BC`]);
      expect([said.method, said.url, said.body]).toEqual([method, "/a?b=%20%C3%BC", body]);
      expect(said.headers["x-word"]).toBe(Buffer.from("ü").toString("latin1"));
      expect(said.headers["content-type"]).toBe(body === "" ? undefined : "text/plain; charset=utf-8");
      expect(said.headers["content-length"]).toBe(body === "" ? undefined : "8");
      expect(response.headers.get("x-many")).toBe("a, b");
      expect(response.headers.get("set-cookie")).toBe("c=1, 2\nd=3");
    }
    const json = call("Json.parse", '{"a":1}');
    const posted = (await call("Http.postJson", url, json)) as HttpResponse;
    expect(JSON.parse(posted.text)).toMatchObject({ body: '{"a":1}', headers: { "content-type": "application/json" } });
    expect(String(call("Json.get", call("HttpResponse.json", posted), "body"))).toBe('"{\\"a\\":1}"');
    const headed = (await call("Http.head", url)) as HttpResponse;
    expect([headed.text, headed.headers.get("content-type")]).toEqual(["", "application/json"]);
    const user = (await call("Http.get", url.replace("//", "//ann:s%40cret@"))) as HttpResponse;
    expect(JSON.parse(user.text).headers.authorization).toBe(`Basic ${Buffer.from("ann:s@cret").toString("base64")}`);
    expect(user.url).not.toContain("cret");
  });

  it("reads what is packed, what is of another character set, and what is no text", async () => {
    const { call } = createFixture();
    const bodies: Record<string, readonly [Buffer, Record<string, string>]> = {
      "/gzip": [gzipSync("packed"), { "content-encoding": "gzip" }],
      "/br": [brotliCompressSync("packed"), { "content-encoding": "br" }],
      "/twice": [brotliCompressSync(gzipSync("packed")), { "content-encoding": "gzip, br" }],
      "/latin": [Buffer.from("gr\xfc\xdfe", "latin1"), { "content-type": "text/plain; charset=ISO-8859-1" }],
      "/mark": [Buffer.from("\ufeff{}"), {}],
      "/bytes": [Buffer.from([0x61, 0xff, 0x62]), {}],
      "/empty": [Buffer.from(""), { "content-encoding": "gzip" }],
    };
    const url = await webServer((request, answer) => {
      const [body, headers] = bodies[request.url ?? ""] ?? [Buffer.from(""), {}];
      answer.writeHead(200, headers).end(body);
    });
    const texts = Object.keys(bodies).map(async (path) => ((await call("Http.get", url + path)) as HttpResponse).text);
    expect(await Promise.all(texts)).toEqual(["packed", "packed", "packed", "grüße", "{}", "a\udcffb", ""]);
  });

  it("fails where the answer is 400 and more, unless it is sent with `send`", async () => {
    const { call, faultOf } = createFixture();
    const url = await webServer((request, answer) => {
      const isPage = request.url === "/page";
      answer.writeHead(isPage ? 503 : 404, { "content-type": isPage ? "text/html" : "text/plain" });
      answer.end(isPage ? "<!doctype html>\n<html><title>\n Be right back</title>" : "\n no such thing\nreally");
    });
    const fault = await faultOf("Http.get", `${url}/x?token=abc`);
    expect([fault.kind, fault.symptom.answer, fault.message]).toEqual([
      "HttpFault",
      404,
      `cannot GET "${url}/x?token=***": the server answered 404 Not Found: no such thing`,
    ]);
    expect(call("Fault.status", fault)).toBe(404);
    expect((await faultOf("Http.post", `${url}/page`, "x")).message).toContain(
      "the server answered 503 Service Unavailable: Be right back",
    );
    expect(((await call("Http.send", "GET", url)) as HttpResponse).status).toBe(404);
  });

  it("writes records of changes where it changes something, and shows no secret in them", async () => {
    const { call, records, run } = createFixture();
    const url = await webServer((_request, answer) => answer.end("ok"));
    await call("Http.get", url);
    await call("Http.send", "GET", url);
    expect(records).toEqual([]);
    await call("Http.send", "POST", `${url}/?api_key=geheim99`, "x", new Map([["Authorization", "Bearer tok123456"]]));
    expect(records.map((record) => [record.api, record.phase])).toEqual([
      ["Http.send", "before"],
      ["Http.send", "after"],
    ]);
    expect(JSON.stringify(records)).not.toMatch(/geheim99|tok123456/);
    expect(run.secrets.mask("geheim99 tok123456")).toBe("*** ***");
  });

  it.each([
    ["ftp://a/b", "ftp URLs are not asked here"],
    ["example.com/x", "a URL begins with `https://`"],
    ["http://a b/", "a URL cannot hold blanks"],
    ["http://a/b\r\nX: y", "cannot hold line breaks"],
    ["http://", "its host or port is none"],
    ["http://a:99999/", "its host or port is none"],
    ["http://[::1/", "its host or port is none"],
  ])("to %j is refused as the caller's fault", async (url, why) => {
    const fault = await createFixture().faultOf("Http.get", url);
    expect([fault.kind, fault.symptom.about]).toEqual(["ArgumentFault", "url"]);
    expect(fault.message).toContain(why);
  });

  it.each([
    [[["X-A", "a\r\nX-B: c"]], "holds a line break"],
    [[["X-A: b", "c"]], "is no name of a header"],
    [[["Content-Length", "3"]], "is set by the call itself"],
    [
      [
        ["X-A", "1"],
        ["x-a", "2"],
      ],
      "is given twice",
    ],
  ] as const)("with the headers %j is refused", async (headers, why) => {
    const fault = await createFixture().faultOf("Http.get", "http://127.0.0.1:1/", new Map(headers));
    expect([fault.kind, fault.symptom.about]).toEqual(["ArgumentFault", "headers"]);
    expect(fault.message).toContain(why);
  });

  it("refuses times and methods that are none", async () => {
    const { call, faultOf } = createFixture();
    for (const timeout of [0, -1])
      expect((await faultOf("Http.get", "http://127.0.0.1:1/", undefined, timeout)).message).toContain("above 0");
    expect((await faultOf("Http.send", "GE T", "http://127.0.0.1:1/")).symptom.about).toBe("method");
    expect((await faultOf("Http.send", "CONNECT", "http://127.0.0.1:1/")).symptom.about).toBe("method");
    const url = await webServer((_request, answer) => answer.end("ok"));
    expect(((await call("Http.get", url, undefined, Number.MAX_SAFE_INTEGER)) as HttpResponse).text).toBe("ok");
  });
});

describe("a redirect", () => {
  it("is followed, as a GET where the standard says so, and not without an end", async () => {
    const { call, faultOf } = createFixture();
    const seen: string[] = [];
    const url = await webServer((request, answer) => {
      seen.push(`${request.method} ${request.url} ${request.headers["content-length"] ?? "-"}`);
      const [, status, next] = /^\/(\d{3})\/?(.*)$/.exec(request.url ?? "") ?? [];
      if (status === undefined) return answer.end("there");
      return answer.writeHead(Number(status), { location: `/${next}` }).end();
    });
    expect(((await call("Http.post", `${url}/307/302/x`, "body")) as HttpResponse).url).toBe(`${url}/x`);
    expect(seen).toEqual(["POST /307/302/x 4", "POST /302/x 4", "GET /x -"]);
    const loop = await webServer((_request, answer) => answer.writeHead(301, { location: "/again" }).end());
    expect((await faultOf("Http.get", loop)).message).toContain(
      `more than 10 redirects in a row, the last one to "${loop}/again"`,
    );
  });

  it("to another host takes no password along", async () => {
    const { call } = createFixture();
    const other = await webServer((request, answer) => answer.end(JSON.stringify(request.headers)));
    const url = await webServer((_request, answer) => answer.writeHead(302, { location: other }).end());
    const headers = new Map([
      ["Authorization", "Bearer abcdefgh"],
      ["X-Api-Key", "12345678"],
      ["Cookie", "a=b"],
      ["X-Plain", "p"],
    ]);
    const said = JSON.parse(((await call("Http.get", url, headers)) as HttpResponse).text);
    expect(said).toMatchObject({ "x-plain": "p" });
    for (const name of ["authorization", "x-api-key", "cookie"]) expect(said).not.toHaveProperty(name);
  });

  it.each(["ftp://a/", "http://u:p@127.0.0.1/", "file:///etc/passwd"])("to %s is refused", async (location) => {
    const url = await webServer((_request, answer) => answer.writeHead(302, { location }).end());
    const fault = await createFixture().faultOf("Http.get", url);
    expect([fault.kind, fault.symptom.trouble]).toEqual(["NetworkFault", "redirect"]);
  });
});

describe("an answer", () => {
  it("that is larger than a script may hold is refused, packed or not", { timeout: 60_000 }, async () => {
    const { faultOf } = createFixture();
    const bomb = gzipSync(Buffer.alloc(200_000_000));
    const url = await webServer((request, answer) => {
      if (request.url === "/said") return answer.writeHead(200, { "content-length": 70_000_000 }).end();
      if (request.url === "/bomb") return answer.writeHead(200, { "content-encoding": "gzip" }).end(bomb);
      const more = (): void => {
        while (!answer.destroyed && answer.write(Buffer.alloc(1_000_000)));
      };
      answer.on("drain", more);
      return more();
    });
    for (const path of ["/said", "/bomb", "/endless"]) {
      const fault = await faultOf("Http.get", url + path);
      expect([path, fault.kind, fault.message]).toEqual([
        path,
        "CaptureFault",
        expect.stringContaining("the answer is larger than 64 MiB"),
      ]);
    }
  });

  it.each([
    ["HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc", "in the middle of its answer, after 3 bytes"],
    ["HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n", "in the middle of its answer, after 3 bytes"],
    ["HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc", "is not compressed as it says"],
    ["HTTP/1.1 200 OK\r\nContent-Encoding: zstd\r\nContent-Length: 3\r\n\r\nabc", 'in the encoding "zstd"'],
    ["SSH-2.0-OpenSSH\r\n", "is no HTTP"],
    [`HTTP/1.1 200 OK\r\nX: ${"x".repeat(20_000)}\r\n\r\n`, "larger than 16 KiB"],
    ["", "ended the connection without an answer"],
    ["HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n", "101 Switching Protocols"],
  ])("%j is refused as the server's", async (text, why) => {
    const port = await rawServer((socket) => socket.once("data", () => socket.end(text)));
    const fault = await createFixture().faultOf("Http.get", `http://127.0.0.1:${port}/`);
    expect([fault.kind, fault.message]).toEqual(["NetworkFault", expect.stringContaining(why)]);
  });

  it("that nobody gives says why", async () => {
    const { faultOf } = createFixture();
    const port = await rawServer((socket) => socket.once("data", () => socket.resetAndDestroy()));
    expect((await faultOf("Http.get", `http://127.0.0.1:${port}/`)).symptom.errno).toBe("ECONNRESET");
    const refused = await faultOf("Http.get", "http://127.0.0.1:9/");
    expect([refused.symptom.errno, refused.message]).toEqual([
      "ECONNREFUSED",
      'cannot GET "http://127.0.0.1:9/": connecting to "127.0.0.1:9" failed: Connection refused',
    ]);
    const unknown = await faultOf("Http.get", "http://no-such-host.invalid/");
    expect([unknown.kind, unknown.message]).toEqual([
      "NetworkFault",
      expect.stringContaining('the name "no-such-host.invalid" '),
    ]);
  });
});

describe("a download", () => {
  it("puts a whole file in the place of the old one, with its mode, or leaves that as it was", async () => {
    const { call, faultOf, folder, records } = createFixture();
    const content = Buffer.alloc(3_000_000, "0123456789");
    const url = await webServer((request, answer) => {
      if (request.url === "/half")
        return answer.writeHead(200, { "content-length": 100 }).end("half", () => request.socket.destroy());
      if (request.url === "/none") return answer.writeHead(404).end("none");
      return answer.end(content);
    });
    const files = join(folder, "files");
    mkdirSync(files);
    const file = join(files, "data");
    expect(await call("Http.download", url, file)).toBe(3_000_000);
    expect(readFileSync(file).equals(content)).toBe(true);
    writeFileSync(file, "old", { mode: 0o640 });
    for (const path of ["/half", "/none"]) {
      const fault = await faultOf("Http.download", url + path, file);
      expect(fault.kind).toBe(path === "/half" ? "NetworkFault" : "HttpFault");
      expect([readFileSync(file, "utf8"), readdirSync(files)]).toEqual(["old", ["data"]]);
    }
    await call("Http.download", url, "files/data");
    expect([statSync(file).mode & 0o777, statSync(file).size]).toEqual([statSync(file).mode & 0o777, 3_000_000]);
    expect(records.some((record) => record.phase === "after")).toBe(true);
    expect((await faultOf("Http.download", url, folder)).symptom.errno).toBe("EISDIR");
    expect((await faultOf("Http.download", url, "/dev/null")).kind).toBe("IOFault");
    expect((await faultOf("Http.download", url, join(folder, "no/such"))).symptom.errno).toBe("ENOENT");
  });

  it.skipIf(!mountsSmall())("into a full disk is the disk's failure, not the other host's (as root)", async () => {
    const { call, faultOf, folder } = createFixture();
    const url = await webServer((_request, answer) => answer.end(Buffer.alloc(200_000, "x")));
    const disk = join(folder, "disk");
    mkdirSync(disk);
    spawnSync("mount", ["-t", "tmpfs", "-o", "size=64k", "tiny", disk]);
    try {
      const fault = await faultOf("Http.download", url, join(disk, "data"));
      expect([fault.kind, fault.symptom.errno, readdirSync(disk)]).toEqual(["IOFault", "ENOSPC", []]);
      expect(await call("Http.download", url, join(folder, "data"))).toBe(200_000);
    } finally {
      spawnSync("umount", [disk]);
    }
  });

  it("has its way back: a file is sent as it is", async () => {
    const { call, faultOf, folder } = createFixture();
    const url = await webServer((request, answer) => {
      let size = 0;
      request.on("data", (part: Buffer) => {
        size += part.length;
      });
      request.on("end", () => answer.end(`${request.method} ${size} ${request.headers["content-type"]}`));
    });
    writeFileSync(join(folder, "big"), Buffer.alloc(5_000_000));
    writeFileSync(join(folder, "empty"), "");
    expect(((await call("Http.upload", url, "big")) as HttpResponse).text).toBe("PUT 5000000 application/octet-stream");
    expect(((await call("Http.upload", url, "empty", "POST")) as HttpResponse).text).toBe(
      "POST 0 application/octet-stream",
    );
    expect((await faultOf("Http.upload", url, "gone")).symptom.errno).toBe("ENOENT");
  });
});
