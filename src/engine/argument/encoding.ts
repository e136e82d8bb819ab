/** A case's bytes as text; where they are no UTF-8, the encoding that they are in, if they tell it, and the way to UTF-8. */

import { isUtf8 } from "node:buffer";
import type { Trouble } from "../../assurance/index.ts";
import { decodeUtf8, type Encoding, encodingsOf, firstInvalidUtf8, wideEncoding } from "../../text/index.ts";

/** Without a byte order mark, and with line ends of one kind, so that places fit. */
export function textOfBytes(bytes: Uint8Array): string {
  // What is sound is decoded by Node.js itself, in a sixth of the time.
  const text = isUtf8(bytes)
    ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("utf8")
    : decodeUtf8(bytes);
  return (text.startsWith("\ufeff") ? text.slice(1) : text).replaceAll("\r\n", "\n");
}

export function encodingTrouble(bytes: Uint8Array): Trouble | undefined {
  const code = "FIL-07";
  const at = isUtf8(bytes) ? -1 : firstInvalidUtf8(bytes);
  // Letters with zeros between them are UTF-8, too, though nobody means them so.
  if (at === -1 && !bytes.includes(0)) return undefined;
  const wide = wideEncoding(bytes);
  if (wide !== undefined) return { code, message: `the file is in ${wide}, not in UTF-8`, help: conversion(wide) };
  if (at === -1) return undefined;
  const start = textOfBytes(bytes.subarray(0, at)).length;
  const byte = (bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, "0");
  const span = { start, end: start + 1 };
  return { code, message: `the byte 0x${byte} is not UTF-8`, span, help: wayOut(bytes) };
}

function wayOut(bytes: Uint8Array): string {
  const declared = declaredIn(bytes);
  if (declared !== undefined) return conversion(declared);
  const found = encodingsOf(bytes);
  if (found === "mixed") return "the rest of the file is UTF-8: write this character anew";
  const [first, ...others] = found;
  if (first === undefined) return "save the file as UTF-8 in the program that wrote it";
  if (others.length === 0) return conversion(first);
  return `the file may be in ${found.join(" or ")}: iconv -f ${first} -t UTF-8 FILE > NEW, and see whether NEW reads well`;
}

function conversion(from: Encoding | string): string {
  return `save the file as UTF-8: iconv -f ${from} -t UTF-8 FILE > NEW`;
}

/** XML says it itself. */
function declaredIn(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 200)).toString("latin1");
  const [, name] = /^<\?xml[^>]*\sencoding\s*=\s*["']([A-Za-z][\w.-]*)["']/.exec(head) ?? [];
  return name === undefined || /^utf-?8$/i.test(name) ? undefined : name;
}
