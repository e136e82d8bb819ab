/** Signatures of Http and of what a server answers. */

import type { SignatureTable } from "./signature.ts";

export const httpSignatures = {
  "Http.get(String url, Map<String> headers = {}, Duration timeout = 30s): HttpResponse": {
    says: "Asks a web server for a URL.",
    waits: true,
    fails: true,
    origin: "network",
  },
  "Http.head(String url, Map<String> headers = {}, Duration timeout = 30s): HttpResponse": {
    says: "Asks for the headers of a URL alone.",
    waits: true,
    fails: true,
    origin: "network",
  },
  "Http.post(String url, String body, Map<String> headers = {}, Duration timeout = 30s): HttpResponse": {
    says: "Sends a text to a URL, as `text/plain` where no header `Content-Type` says otherwise.",
    waits: true,
    changes: true,
    fails: true,
    origin: "network",
  },
  "Http.postJson(String url, Json body, Map<String> headers = {}, Duration timeout = 30s): HttpResponse": {
    says: "Sends a JSON value to a URL, as `application/json`.",
    waits: true,
    changes: true,
    fails: true,
    origin: "network",
  },
  "Http.put(String url, String body, Map<String> headers = {}, Duration timeout = 30s): HttpResponse": {
    says: "Puts a text at a URL.",
    waits: true,
    changes: true,
    fails: true,
    origin: "network",
  },
  "Http.patch(String url, String body, Map<String> headers = {}, Duration timeout = 30s): HttpResponse": {
    says: "Sends a change of what is at a URL.",
    waits: true,
    changes: true,
    fails: true,
    origin: "network",
  },
  "Http.delete(String url, Map<String> headers = {}, Duration timeout = 30s): HttpResponse": {
    says: "Asks a server to remove what is at a URL.",
    waits: true,
    changes: true,
    fails: true,
    origin: "network",
  },
  "Http.send(String method, String url, String? body = null, Map<String> headers = {}, Duration timeout = 30s): HttpResponse":
    {
      says: "Sends any request, and gives the answer whatever its status is.",
      waits: true,
      changes: true,
      fails: true,
      origin: "network",
    },
  "Http.download(String url, String file, Map<String> headers = {}, Duration timeout = 1h): Size": {
    says: "Writes what is at a URL into a file, which holds the old content or all of the new; gives its size.",
    waits: true,
    changes: true,
    fails: true,
    origin: "network",
  },
  'Http.upload(String url, String file, String method = "PUT", Map<String> headers = {}, Duration timeout = 1h): HttpResponse':
    {
      says: "Sends a file's content to a URL, as `application/octet-stream` where no header says otherwise.",
      waits: true,
      changes: true,
      fails: true,
      origin: "network",
    },

  "HttpResponse.status: int": { says: "The status, 200 to 599.", origin: "network" },
  "HttpResponse.ok: boolean": { says: "Whether the status is 200 to 299.", origin: "network" },
  "HttpResponse.text: String": { says: "The body as a text.", origin: "network" },
  "HttpResponse.headers: Map<String>": {
    says: "The headers, by their names in lower case; cookies are joined by a newline, others by a comma.",
    origin: "network",
  },
  "HttpResponse.url: String": { says: "Where the answer came from, redirects followed.", origin: "network" },
  "HttpResponse.json(): Json": {
    says: "The body as JSON; a mistake in it is a FormatFault with line and column.",
    fails: true,
    origin: "network",
  },
} as const satisfies SignatureTable;
