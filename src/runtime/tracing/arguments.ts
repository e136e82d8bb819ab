/** The arguments of a system call as strace(1) writes them: their parts, texts, paths of descriptors, and addresses. */

import { decodeUtf8 } from "../../text/index.ts";

/** `AT_FDCWD</srv>, "a, b", {st_mode=0644, …}` → its three parts; commas in texts, braces and descriptors' paths part nothing. */
export function partsOf(text: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] as string;
    if (character === '"') at = endOfText(text, at);
    else if (character === "/" && text[at + 1] === "*") at = Math.max(at, text.indexOf("*/", at));
    else if (character === "<" && /[\dD]/.test(text[at - 1] ?? "") && text[at + 1] !== "<") at = endOfPath(text, at);
    else if ("{[(".includes(character)) depth += 1;
    else if ("}])".includes(character)) depth -= 1;
    else if (character === "," && depth === 0) {
      parts.push(text.slice(start, at).trim());
      start = at + 1;
    }
  }
  const last = text.slice(start).trim();
  return last === "" ? parts : [...parts, last];
}

function endOfText(text: string, quote: number): number {
  for (let at = quote + 1; at < text.length; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === '"') return at;
  }
  return text.length;
}

/** Within a path `<` and `>` are escaped. */
function endOfPath(text: string, bracket: number): number {
  const end = text.indexOf(">", bracket);
  return end === -1 ? bracket : end;
}

/** The text of a quoted part; `isCut` where strace has left its end out. Undefined of any other part. */
export function textOf(part: string | undefined): { readonly text: string; readonly isCut: boolean } | undefined {
  const found = part === undefined ? null : /^@?"((?:[^"\\]|\\[\s\S])*)"(\.\.\.)?$/.exec(part);
  if (found === null) return undefined;
  return { text: unescaped(found[1] ?? ""), isCut: found[2] !== undefined };
}

/** The path behind a descriptor: `3</srv/data>`, `AT_FDCWD</srv>`. */
export function descriptorPath(part: string | undefined): string | undefined {
  const path = part === undefined ? undefined : /^(?:\d+|AT_FDCWD)<(.*)>(?:\(deleted\))?$/.exec(part)?.[1];
  return path === undefined ? undefined : unescaped(path).replace(/ \(deleted\)$/, "");
}

/** An address: "10.0.0.7:443", "[::1]:443", the path of a local socket, or its abstract name behind "@". */
export function addressOf(part: string | undefined): string | undefined {
  if (part === undefined) return undefined;
  const port = /sin6?_port=htons\((\d+)\)/.exec(part)?.[1];
  const four = /sin_addr=inet_addr\("([^"]+)"\)/.exec(part)?.[1];
  const six = /inet_pton\(AF_INET6, "([^"]+)"/.exec(part)?.[1];
  if (four !== undefined) return `${four}:${port ?? "0"}`;
  if (six !== undefined) return `[${six}]:${port ?? "0"}`;
  const local = /sun_path=(@?)("(?:[^"\\]|\\[\s\S])*"(?:\.\.\.)?)/.exec(part);
  return local === null ? undefined : `${local[1] ?? ""}${textOf(local[2])?.text ?? ""}`;
}

const letters: Readonly<Record<string, number>> = { n: 10, t: 9, r: 13, v: 11, f: 12, a: 7, b: 8, e: 27 };

/** C's escapes undone; bytes above 127 come as octal numbers, those that are no UTF-8 stay what they are. */
function unescaped(text: string): string {
  if (!text.includes("\\")) return text;
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] !== "\\") {
      for (const byte of new TextEncoder().encode(text[at] ?? "")) bytes.push(byte);
      continue;
    }
    const number = /^(?:x([0-9a-f]{2})|([0-7]{1,3}))/.exec(text.slice(at + 1, at + 4));
    if (number === null) {
      at += 1;
      const letter = text[at] ?? "\\";
      bytes.push(letters[letter] ?? letter.charCodeAt(0));
      continue;
    }
    bytes.push(number[1] === undefined ? Number.parseInt(number[2] ?? "0", 8) : Number.parseInt(number[1], 16));
    at += number[0].length;
  }
  return decodeUtf8(Uint8Array.from(bytes));
}
