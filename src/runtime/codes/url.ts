/** Parts of URLs. */

import { bytesOf, textOf } from "../files/bytes.ts";
import { Refusal } from "../files/refusal.ts";

/** A text as a part of a URL (RFC 3986, 2.3): bytes beyond its plain characters as `%XX`. */
export function encodePart(text: string): string {
  if (/^[\w.~-]*$/.test(text)) return text;
  let encoded = "";
  for (const byte of bytesOf(text)) {
    const character = String.fromCharCode(byte);
    encoded += /[\w.~-]/.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  }
  return encoded;
}

export function decodePart(text: string): string {
  const wrong = text.search(/%(?![0-9A-Fa-f]{2})/);
  if (wrong !== -1)
    throw new Refusal(
      "FormatFault",
      `character ${wrong + 1}: a \`%\` that no two hexadecimal digits follow`,
      undefined,
      "text",
    );
  const parts = text.split(/((?:%[0-9A-Fa-f]{2})+)/);
  const bytes = parts.map((part) =>
    part.startsWith("%") ? Buffer.from(part.replaceAll("%", ""), "hex") : bytesOf(part),
  );
  return textOf(Buffer.concat(bytes));
}

export class UrlParts {
  readonly scheme: string;
  readonly user: string;
  readonly host: string;
  readonly port: number | null;
  readonly path: string;
  readonly query: ReadonlyMap<string, string>;
  readonly fragment: string;

  constructor(url: URL) {
    this.scheme = url.protocol.slice(0, -1);
    this.user = decodePart(url.username);
    this.host = url.hostname.replace(/^\[(.*)\]$/, "$1");
    this.port = url.port === "" ? null : Number(url.port);
    this.path = url.pathname;
    this.query = new Map(url.searchParams);
    this.fragment = url.hash.slice(1);
  }
}

export function parseUrl(text: string): UrlParts {
  if (/^[A-Za-z][A-Za-z0-9+.-]*:\/\/\S*$/.test(text) && URL.canParse(text)) return new UrlParts(new URL(text));
  throw new Refusal("FormatFault", "it is no URL such as `https://host/path`", undefined, "text");
}
