// Http that does not come to an end by itself: time limits in each phase, Ctrl-C, and proxies on the way.
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { Interruption } from "../../../src/runtime/faults/fault.ts";
import type { HttpResponse } from "../../../src/runtime/http/response.ts";
import { interrupt } from "../../../src/runtime/run.ts";
import { createFixture } from "../library/fixture.ts";
import { authority, rawServer, secureServer, webServer } from "./servers.ts";

const limit = 300;

describe("a time limit", () => {
  it("says in which phase it struck, and for how long that had gone on", async () => {
    const { faultOf, folder, flow } = createFixture();
    const authorities = authority(folder);
    flow.environment.set("SSL_CERT_FILE", authorities.file);
    const silent = await rawServer(() => {});
    const slow = await webServer((_request, answer) => {
      answer.writeHead(200, { "content-length": 100 });
      const timer = setInterval(() => answer.write("x"), 50);
      answer.on("close", () => clearInterval(timer));
    });
    const stuck = await webServer(() => {});
    const cases = [
      ["Http.get", `http://127.0.0.1:${silent}/`, 'waiting for the answer of "127.0.0.1:'],
      ["Http.get", `https://127.0.0.1:${silent}/`, 'the TLS handshake with "127.0.0.1"'],
      ["Http.get", slow, 'reading the answer of "127.0.0.1:'],
      ["Http.get", stuck, 'waiting for the answer of "127.0.0.1:'],
      // TEST-NET-1 (RFC 5737): nobody answers there; some hosts refuse the way at once.
      ["Http.get", "http://192.0.2.1/", 'connecting to "192.0.2.1:80"'],
    ] as const;
    for (const [key, url, phase] of cases) {
      const fault = await faultOf(key, url, new Map(), limit);
      if (fault.kind === "NetworkFault" && url.includes("192.0.2.1")) continue;
      expect([fault.kind, fault.message]).toEqual(["TimeoutFault", expect.stringContaining(phase)]);
      expect(fault.message).toMatch(/had taken \d+ms when the limit of 300ms ended it$/);
    }
  });

  it("bounds a chain of redirects as a whole", async () => {
    const url = await webServer((_request, answer) => {
      setTimeout(() => answer.writeHead(302, { location: "/again" }).end(), 100);
    });
    expect((await createFixture().faultOf("Http.get", url, new Map(), limit)).kind).toBe("TimeoutFault");
  });

  it("gives way to Ctrl-C", async () => {
    const { call, run } = createFixture();
    const url = await webServer(() => {});
    const asked = call("Http.get", url) as Promise<unknown>;
    setTimeout(() => interrupt(run, "SIGTERM"), 50);
    await expect(asked).rejects.toBeInstanceOf(Interruption);
  });
});

describe("TLS", () => {
  it("believes this host's authorities, and says of every other certificate what is wrong with it", {
    timeout: 60_000,
  }, async () => {
    const { call, faultOf, folder, flow } = createFixture();
    const authorities = authority(folder);
    const good = authorities.issue("DNS:localhost,IP:127.0.0.1");
    const serve = async (certificate: object): Promise<string> =>
      `https://localhost:${await secureServer(certificate, (_request, answer) => answer.end("safe"))}/`;
    const url = await serve(good);
    const unknown = await faultOf("Http.get", url);
    expect([unknown.symptom.trouble, unknown.message]).toEqual([
      "tls-untrusted",
      expect.stringContaining('the certificate of "localhost" '),
    ]);
    flow.environment.set("SSL_CERT_FILE", authorities.file);
    expect(((await call("Http.get", url)) as HttpResponse).text).toBe("safe");
    expect(((await call("Http.get", url.replace("localhost", "127.0.0.1"))) as HttpResponse).text).toBe("safe");
    for (const [certificate, trouble, why] of [
      [
        authorities.issue("DNS:localhost", -10, -1),
        "tls-expired",
        /expired on \d{4}-\d\d-\d\dT[\d:]+Z: the server needs a new one/,
      ],
      [authorities.issue("DNS:localhost", 2, 10), "tls-early", /is valid from .*Z on, and this host's clock says .*Z/],
      [authorities.issue("DNS:a.example,DNS:b.example"), "tls-name", /is for other names: a\.example, b\.example/],
      [authorities.selfSigned(), "tls-untrusted", /is signed by itself alone/],
      [{ ...good, maxVersion: "TLSv1.1", minVersion: "TLSv1" }, "tls-protocol", /TLS/],
    ] as const) {
      const fault = await faultOf("Http.get", await serve(certificate));
      expect([fault.kind, fault.symptom.trouble, fault.message]).toEqual([
        "NetworkFault",
        trouble,
        expect.stringMatching(why),
      ]);
    }
    const plain = await webServer((_request, answer) => answer.end());
    expect((await faultOf("Http.get", plain.replace("http:", "https:"))).message).toContain(
      "does not speak TLS on this port: the URL may have to begin with `http://`",
    );
    const closing = await rawServer((socket) => socket.end());
    expect((await faultOf("Http.get", `https://localhost:${closing}/`)).message).toContain("within the TLS handshake");
    const away = await serve(good);
    const down = await secureServer(good, (_request, answer) =>
      answer.writeHead(302, { location: "http://localhost/" }).end(),
    );
    expect((await faultOf("Http.get", `https://localhost:${down}/`)).message).toContain("it leads from https to http");
    flow.environment.set("SSL_CERT_FILE", "/no/such/file");
    expect((await faultOf("Http.get", away)).kind).toBe("EnvironmentFault");
  });
});

describe("a proxy", () => {
  it("is asked where the environment says so, for http and for https", { timeout: 60_000 }, async () => {
    const { call, faultOf, folder, flow } = createFixture();
    const authorities = authority(folder);
    flow.environment.set("SSL_CERT_FILE", authorities.file);
    const seen: string[] = [];
    const proxy = createServer((request, answer) => {
      seen.push(`${request.method} ${request.url} ${request.headers["proxy-authorization"] ?? "-"}`);
      answer.end("by proxy");
    });
    proxy.on("connect", (request, socket) => {
      seen.push(`CONNECT ${request.url?.replace(/\d+$/, "")}`);
      if (request.url?.startsWith("refused") === true) return socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
      const [, port] = request.url?.split(":") ?? [];
      const onward = connect(Number(port), "127.0.0.1", () => {
        socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
        onward.pipe(socket).pipe(onward);
      });
      onward.on("error", () => socket.destroy());
      return socket.on("error", () => onward.destroy());
    });
    await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void proxy.close());
    const at = `127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    flow.environment.set("http_proxy", `http://ann:pass@${at}`);
    flow.environment.set("HTTPS_PROXY", at);
    flow.environment.set("no_proxy", "10.0.0.0/8, .inside.example,127.0.0.1");
    expect(((await call("Http.get", "http://outside.example/a?b")) as HttpResponse).text).toBe("by proxy");
    const port = await secureServer(authorities.issue("DNS:secure.example"), (_request, answer) =>
      answer.end("tunnelled"),
    );
    expect(((await call("Http.get", `https://secure.example:${port}/`)) as HttpResponse).text).toBe("tunnelled");
    const refused = await faultOf("Http.get", "https://refused.example/");
    expect([refused.symptom.answer, refused.message]).toEqual([403, expect.stringContaining("refused the way to")]);
    const direct = await webServer((_request, answer) => answer.end("directly"));
    expect(((await call("Http.get", direct)) as HttpResponse).text).toBe("directly");
    expect(seen).toEqual([
      `GET http://outside.example/a?b Basic ${Buffer.from("ann:pass").toString("base64")}`,
      "CONNECT secure.example:",
      "CONNECT refused.example:",
    ]);
    flow.environment.set("http_proxy", "http://ann:pass@127.0.0.1:9");
    const away = await faultOf("Http.get", "http://outside.example/");
    expect(away.message).toContain('connecting to the proxy "127.0.0.1:9" failed: Connection refused');
    flow.environment.set("http_proxy", "socks5://a:1");
    const other = await faultOf("Http.get", "http://outside.example/");
    expect([other.kind, other.message]).toEqual([
      "EnvironmentFault",
      expect.stringContaining("the variable http_proxy does not name an HTTP proxy"),
    ]);
  });
});
