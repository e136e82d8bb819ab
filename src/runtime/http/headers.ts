/** The headers of a request: what they may be, those that every request has, and those that stay at home. */

import { validateHeaderName } from "node:http";
import { isSecretName } from "../../records/index.ts";
import { Refusal } from "../files/refusal.ts";

/** By lower-case name, as they go over the line: bytes as Latin-1. */
export type Headers = ReadonlyMap<string, string>;

/** These say how a message goes over the line, which is not the script's. */
const own: ReadonlySet<string> = new Set([
  "content-length",
  "transfer-encoding",
  "connection",
  "upgrade",
  "te",
  "trailer",
  "expect",
]);
/** These are for one host alone. */
const personal: ReadonlySet<string> = new Set(["authorization", "cookie", "proxy-authorization", "www-authenticate"]);

/** The script's headers, checked: nothing in them can begin another header or another request. */
export function readHeaders(given: ReadonlyMap<string, string>): Map<string, string> {
  const refuse = (message: string): Refusal => new Refusal("ArgumentFault", message, "EINVAL", "headers");
  const headers = new Map<string, string>();
  for (const [name, value] of given) {
    const key = name.toLowerCase();
    if (!isName(name)) throw refuse(`${JSON.stringify(name)} is no name of a header`);
    if (own.has(key)) throw refuse(`the header ${name} is set by the call itself`);
    if (/[\u0000-\u0008\u000a-\u001f\u007f]/.test(value))
      throw refuse(`the value of the header ${name} holds a line break or another control character`);
    if (headers.has(key)) throw refuse(`the header ${name} is given twice`);
    headers.set(key, Buffer.from(value.trim()).toString("latin1"));
  }
  return headers;
}

function isName(name: string): boolean {
  try {
    validateHeaderName(name);
    return true;
  } catch {
    return false;
  }
}

/** What of a header's value nobody else may see. */
export function secretHeaders(given: ReadonlyMap<string, string>): readonly string[] {
  return [...given].flatMap(([name, value]) => {
    if (!isPersonal(name.toLowerCase())) return [];
    const words = value.split(/\s+/);
    return words.length > 1 ? [value, words.at(-1) ?? ""] : [value];
  });
}

/** The headers that may go to another host, where a redirect leads there. */
export function withoutPersonal(headers: Headers): Map<string, string> {
  return new Map([...headers].filter(([name]) => !isPersonal(name) && name !== "host"));
}

function isPersonal(name: string): boolean {
  return personal.has(name) || isSecretName(name.replaceAll("-", "_"));
}

/** The headers of an answer; several of one name are joined by a comma, cookies by a newline. */
export function answerHeaders(given: Readonly<Record<string, string | string[] | undefined>>): Map<string, string> {
  const headers = new Map<string, string>();
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined) continue;
    const text = Array.isArray(value) ? value.join("\n") : value;
    headers.set(name.toLowerCase(), fromLine(text));
  }
  return headers;
}

/** Bytes beyond ASCII are UTF-8 where they can be. */
function fromLine(text: string): string {
  if (!/[\u0080-\u00ff]/.test(text)) return text;
  const bytes = Buffer.from(text, "latin1");
  const read = bytes.toString("utf8");
  return read.includes("\ufffd") ? text : read;
}
