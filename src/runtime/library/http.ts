/** Http: requests to web servers. What does the work is loaded at the first of them. */

import { flushOutputs } from "../files/standard-output.ts";
import type { ScriptFlow } from "../flow.ts";
import type { Content } from "../http/content.ts";
import { secretHeaders } from "../http/headers.ts";
import type { HttpResponse } from "../http/response.ts";
import { secretsOf, shownUrl } from "../http/target.ts";
import { parseJson } from "../json/parse.ts";
import type { JsonValue } from "../json/value.ts";
import type { Run } from "../run.ts";
import type { Functions } from "./function.ts";
import { type GuardedCall, guarded, quote } from "./guard.ts";

type Headers = ReadonlyMap<string, string>;

const usualTimeout = 30_000;
const longTimeout = 3_600_000;
const none: Headers = new Map();

export const responseFunctions: Functions = {
  "HttpResponse.status": (_flow, _site, response: HttpResponse) => response.status,
  "HttpResponse.ok": (_flow, _site, response: HttpResponse) => response.ok,
  "HttpResponse.text": (_flow, _site, response: HttpResponse) => response.text,
  "HttpResponse.headers": (_flow, _site, response: HttpResponse) => new Map(response.headers),
  "HttpResponse.url": (_flow, _site, response: HttpResponse) => response.url,
};

export function httpCalls(run: Run): Readonly<Record<string, GuardedCall>> {
  return {
    "Http.get": withoutBody(run, "GET"),
    "Http.head": withoutBody(run, "HEAD"),
    "Http.delete": withoutBody(run, "DELETE"),
    "Http.post": withBody(run, "POST"),
    "Http.put": withBody(run, "PUT"),
    "Http.patch": withBody(run, "PATCH"),
    "Http.postJson": guarded({
      hides: (url: string, _body: JsonValue, headers: Headers = none) => secrets(url, headers),
      perform: (
        flow: ScriptFlow,
        _site: number,
        url: string,
        body: JsonValue,
        headers: Headers = none,
        timeout?: number,
      ) => {
        const isTyped = [...headers.keys()].some((name) => name.toLowerCase() === "content-type");
        const typed = isTyped ? headers : new Map([...headers, ["content-type", "application/json"]]);
        return request(run, flow, "POST", url, String(body), typed, timeout);
      },
      attempts: (url) => `POST ${shown(url)}`,
    }),
    "Http.send": guarded({
      hides: (_method: string, url: string, _body: string | null = null, headers: Headers = none) =>
        secrets(url, headers),
      perform: (
        flow: ScriptFlow,
        _site: number,
        method: string,
        url: string,
        body: string | null = null,
        headers: Headers = none,
        timeout?: number,
      ) => request(run, flow, method, url, body, headers, timeout, true),
      attempts: (method, url) => `${/^[A-Z]{1,20}$/.test(method) ? method : "ask"} ${shown(url)}`,
      changes: (method) => !["GET", "HEAD", "OPTIONS"].includes(method),
    }),
    "Http.download": guarded({
      hides: (url: string, _file: string, headers: Headers = none) => secrets(url, headers),
      perform: async (
        flow: ScriptFlow,
        _site: number,
        url: string,
        file: string,
        headers: Headers = none,
        timeout: number = longTimeout,
      ) => {
        flushOutputs(run, flow);
        const { download } = await import("../http/download.ts");
        const wish = { method: "GET", url, body: null, headers, timeout, encodings: "identity" };
        return download(run, flow, wish, file);
      },
      attempts: (url, file) => `download ${shown(url)} into ${quote(file)}`,
    }),
    "Http.upload": guarded({
      hides: (url: string, _file: string, _method?: string, headers: Headers = none) => secrets(url, headers),
      perform: async (
        flow: ScriptFlow,
        _site: number,
        url: string,
        file: string,
        method: string = "PUT",
        headers: Headers = none,
        timeout: number = longTimeout,
      ) => {
        const { fileContent } = await import("../http/content.ts");
        const isTyped = [...headers.keys()].some((name) => name.toLowerCase() === "content-type");
        const typed = isTyped ? headers : new Map([...headers, ["content-type", "application/octet-stream"]]);
        return request(run, flow, method, url, fileContent(flow, file), typed, timeout);
      },
      attempts: (url, file) => `upload ${quote(file)} to ${shown(url)}`,
    }),
    "HttpResponse.json": guarded({
      perform: (_flow: ScriptFlow, _site: number, response: HttpResponse) => parseJson(response.text),
      attempts: (response) => `read the answer of ${shown(response.url)} as JSON`,
    }),
  };
}

function withoutBody(run: Run, method: string): GuardedCall {
  return guarded({
    hides: (url: string, headers: Headers = none) => secrets(url, headers),
    perform: (flow: ScriptFlow, _site: number, url: string, headers: Headers = none, timeout?: number) =>
      request(run, flow, method, url, null, headers, timeout),
    attempts: (url) => `${method} ${shown(url)}`,
  });
}

function withBody(run: Run, method: string): GuardedCall {
  return guarded({
    hides: (url: string, _body: string, headers: Headers = none) => secrets(url, headers),
    perform: (flow: ScriptFlow, _site: number, url: string, body: string, headers: Headers = none, timeout?: number) =>
      request(run, flow, method, url, body, headers, timeout),
    attempts: (url) => `${method} ${shown(url)}`,
  });
}

/** Of a request that a script may look at whatever its answer is, `any` is true; otherwise a status of 400 and more is a failure. */
async function request(
  run: Run,
  flow: ScriptFlow,
  method: string,
  url: string,
  body: string | Content | null,
  headers: Headers,
  timeout: number = usualTimeout,
  any = false,
): Promise<HttpResponse> {
  flushOutputs(run, flow);
  const [{ answered, ask }, { textContent }] = await Promise.all([
    import("../http/request.ts"),
    import("../http/content.ts"),
  ]);
  const content = typeof body === "string" ? textContent(body) : body;
  const response = await ask(run, flow, {
    method,
    url,
    body: content,
    headers,
    timeout,
    encodings: ["gzip", "br"].join(),
  });
  if (response.status >= 400 && !any) throw answered(response);
  return response;
}

function shown(url: string): string {
  return quote(shownUrl(url));
}

function secrets(url: string, headers: Headers): readonly string[] {
  return [...secretsOf(url), ...secretHeaders(headers)];
}
