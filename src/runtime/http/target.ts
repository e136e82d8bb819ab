/** The URL of a request: what it must be, what of it is secret, and how it is shown. */

import { decodedPart, isSecretName, passwordsIn } from "../../records/index.ts";
import { Refusal } from "../files/refusal.ts";

/** Names of query values that are secret beyond those of variables: signatures of shared links, sessions. */
const secretQuery = /^(?:sig|signature|auth|jwt|sid|session|sessionid|code|x-amz-signature|x-goog-signature)$/i;

/** A URL that can be asked. */
export interface Target {
  /** Without user and password. */
  readonly url: URL;
  /** `Basic …` of the URL's user and password. */
  readonly authorization?: string;
}

/** Reads a URL; refuses one that is none, or of another sort than http and https. */
export function readTarget(text: string, about = "url"): Target {
  const refuse = (message: string): Refusal => new Refusal("ArgumentFault", message, "EINVAL", about);
  // The URL standard passes over these, or writes them otherwise: what is asked must be what stands there.
  if (/[\u0000-\u001f\u007f]/.test(text)) throw refuse("a URL cannot hold line breaks or other control characters");
  if (/\s/.test(text)) throw refuse("a URL cannot hold blanks: write `%20`, or let Url.encode make the part");
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):\/\//.exec(text)?.[1]?.toLowerCase();
  if (scheme === undefined) throw refuse("a URL begins with `https://` or `http://`");
  if (scheme !== "http" && scheme !== "https") throw refuse(`${scheme} URLs are not asked here, only http and https`);
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw refuse("its host or port is none");
  }
  const { username, password } = url;
  url.username = "";
  url.password = "";
  url.hash = "";
  if (username === "" && password === "") return { url };
  const user = Buffer.from(`${decodedPart(username)}:${decodedPart(password)}`).toString("base64");
  return { url, authorization: `Basic ${user}` };
}

/** Where a URL's host listens; an IPv6 address without its brackets. */
export function addressOf(url: URL): { readonly host: string; readonly port: number } {
  const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
  return { host, port: url.port === "" ? (url.protocol === "https:" ? 443 : 80) : Number(url.port) };
}

/** The parts of a URL that nobody else may see. */
export function secretsOf(text: string): readonly string[] {
  const found: string[] = [...passwordsIn(text)];
  const query = /\?([^#]*)/.exec(text)?.[1] ?? "";
  for (const part of query.split("&")) {
    const [name = "", value = ""] = part.split(/=(.*)/s);
    if (value !== "" && (isSecretName(name.replaceAll("-", "_")) || secretQuery.test(name)))
      found.push(value, decodedPart(value));
  }
  return found;
}

/** A URL as people see it: secrets are `***`, however short they are. */
export function shownUrl(text: string): string {
  let shown = text.replace(/^([a-z][a-z0-9+.-]*:\/\/[^/?#@]*?:)[^/?#]*@/i, "$1***@");
  for (const secret of secretsOf(shown)) if (secret !== "***") shown = shown.replaceAll(`=${secret}`, "=***");
  return shown;
}
