/** `dscript log append`: reads envelopes, or statements that are signed first, and appends all or none. */

import { readFileSync } from "node:fs";
import { leafHash, longestEnvelope, readEnvelope, readStatement, sealed } from "../../agreement/index.ts";
import type { Trouble } from "../../assurance/index.ts";
import { exitCode } from "../../engine/index.ts";
import { type Appended, appendTo, createWriter, isProblem, type SigningKey, sha256 } from "../../ledger/index.ts";
import { codeOf } from "../../logs/index.ts";
import { createSource, decodeUtf8 } from "../../text/index.ts";
import { noteText } from "../case/said.ts";
import { language, refuseWords, tell } from "../language.ts";
import type { ParsedOptions } from "../options.ts";
import { safe } from "../runs/words.ts";
import { show, styleFor, write } from "../terminal.ts";
import { appendLines } from "./append-lines.ts";
import { entryLine, keyOf, logKeyOf, refuse } from "./said.ts";

/** Bytes of one file of entries. */
const longestFile = 256 * 2 ** 20;

export async function appendFiles(options: ParsedOptions, operands: readonly string[]): Promise<number> {
  const [folder = "", ...files] = operands;
  const keyFile = options.value("key");
  const own = keyFile === undefined ? undefined : keyOf(keyFile, options, "passphrase-file");
  if (typeof own === "number") return own;
  const logKey = logKeyOf(folder, options);
  if (typeof logKey === "number") return logKey;
  const tellOf = (entry: Uint8Array, index: number): void => {
    const leaf = Buffer.from(leafHash(entry, sha256)).toString("hex");
    if (options.has("json")) write(1, `${JSON.stringify({ entry: index, leaf })}\n`);
    else write(1, language().text(`entry ${index}  ${entryLine(entry)}\n`));
  };
  if (files.includes("-")) {
    if (files.length > 1) return refuseWords("standard input is appended alone", "dscript log append FOLDER -");
    const read = (line: Buffer): Uint8Array | number => entryOf("-", line, 0, line, own);
    return appendLines(createWriter(folder, logKey, tellTail), read, tellOf);
  }
  const entries: Uint8Array[] = [];
  for (const file of files) {
    const found = entriesOf(file, own);
    if (typeof found === "number") return found;
    for (const entry of found) entries.push(entry);
  }
  if (entries.length === 0) return refuseWords("there is nothing to append", "name a file with a signed statement");
  const result = await appendTo(folder, logKey, () => entries);
  if (isProblem(result)) return refuse(result);
  tellTail(result);
  for (const [at, entry] of entries.entries()) tellOf(entry, result.first + at);
  return exitCode.ok;
}

/** What a writer left behind that was killed. */
function tellTail({ takenUp, cutOff }: Appended): void {
  if (takenUp > 0)
    tell(`dscript: a writer was interrupted before: ${takenUp} of its entries were whole, and are taken up\n`);
  if (cutOff > 0) tell(`dscript: a writer was interrupted before: ${cutOff} bytes of a torn entry were cut off\n`);
}

function entriesOf(file: string, key: SigningKey | undefined): readonly Uint8Array[] | number {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (thrown) {
    return refuseWords(`${safe(file)} cannot be read: ${codeOf(thrown)}`, "name a file with a signed statement");
  }
  if (bytes.length > longestFile)
    return refuseWords(`${safe(file)} is larger than ${longestFile / 2 ** 20} MiB`, "append it in parts");
  const entries: Uint8Array[] = [];
  for (const { start, part } of partsOf(bytes)) {
    const entry = entryOf(file, bytes, start, part, key);
    if (typeof entry === "number") return entry;
    entries.push(entry);
  }
  return entries;
}

function entryOf(
  file: string,
  whole: Buffer,
  start: number,
  part: Uint8Array,
  key: SigningKey | undefined,
): Uint8Array | number {
  const entry = key === undefined ? envelopeIn(part) : signedBy(key, part);
  return entry instanceof Uint8Array ? entry : refuseEntry(file, whole, start, entry);
}

/** One a line; a file that is one value over several lines is one. */
function partsOf(bytes: Buffer): readonly { readonly start: number; readonly part: Buffer }[] {
  const lines: { start: number; part: Buffer }[] = [];
  for (let start = 0; start < bytes.length; ) {
    const newline = bytes.indexOf(10, start);
    const end = newline === -1 ? bytes.length : newline;
    const part = bytes.subarray(start, end);
    if (part.some((byte) => byte > 32)) lines.push({ start, part });
    start = end + 1;
  }
  // A line of its own ends as it begins; the first of several lines of a value does not.
  const isOne = lines.length > 1 && lines[0]?.part.toString().trimEnd().endsWith("}") === false;
  return isOne ? [{ start: 0, part: bytes }] : lines;
}

function envelopeIn(part: Uint8Array): Uint8Array | Trouble {
  const reading = readEnvelope(part);
  return reading.ok ? new Uint8Array(Buffer.from(reading.envelope.text)) : reading.trouble;
}

function signedBy(key: SigningKey, part: Uint8Array): Uint8Array | Trouble {
  const reading = readStatement(part);
  if ("code" in reading) return reading;
  const entry = Buffer.from(sealed(reading.value, key));
  return entry.length <= longestEnvelope ? new Uint8Array(entry) : envelopeOrTooLarge(entry);
}

function envelopeOrTooLarge(entry: Uint8Array): Uint8Array | Trouble {
  const reading = readEnvelope(entry);
  return reading.ok ? entry : reading.trouble;
}

/** With the place in the whole file, underlined. */
function refuseEntry(file: string, bytes: Buffer, start: number, { code, message, span, help }: Trouble): number {
  const before = decodeUtf8(bytes.subarray(0, start)).length;
  const source = createSource(safe(file), decodeUtf8(bytes));
  const at =
    span === undefined ? { start: before, end: before + 1 } : { start: before + span.start, end: before + span.end };
  show(2, noteText({ severity: "error", code, message, source, span: at, help }, styleFor(undefined, 2)));
  return exitCode.refused;
}
