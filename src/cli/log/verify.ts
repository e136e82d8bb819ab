/** `dscript log verify`: reads a whole log, or a proof, and says whether it is what was signed. */

import { readFileSync } from "node:fs";
import { isSignedBy, readLogKey, readProof } from "../../agreement/index.ts";
import { exitCode } from "../../engine/index.ts";
import { isProblem, names, sha256, type Verified, verifyEd25519, verifyLog } from "../../ledger/index.ts";
import { codeOf } from "../../logs/index.ts";
import { language, refuseWords, tell } from "../language.ts";
import type { ParsedOptions } from "../options.ts";
import { safe } from "../runs/words.ts";
import { write } from "../terminal.ts";
import { entryJson, entryLine, refuse } from "./said.ts";

export async function verify(options: ParsedOptions, [folder]: readonly string[]): Promise<number> {
  const file = options.value("proof");
  const key = options.value("key");
  if (file === undefined && folder !== undefined && key === undefined) return verifyFolder(folder, options);
  if (file === undefined || key === undefined || folder !== undefined)
    return refuseWords(
      "verify needs a folder, or a proof and the key of its log",
      "dscript log verify --proof FILE --key NAME+HASH+KEY",
    );
  return verifyProof(file, key, options);
}

function verifyFolder(folder: string, options: ParsedOptions): number {
  const result = verifyLog(folder);
  if (isProblem(result)) return refuse(result);
  const { origin, size, root, signatures, findings, behind } = result;
  const hash = Buffer.from(root).toString("hex");
  if (options.has("json")) write(1, `${JSON.stringify({ origin, size, root: hash, signatures, behind, findings })}\n`);
  else tellFindings(folder, result, hash);
  return findings.length === 0 ? exitCode.ok : exitCode.refused;
}

function tellFindings(folder: string, { origin, size, signatures, findings, behind }: Verified, hash: string): void {
  for (const { code, message, entry, byte } of findings) {
    const place = entry === undefined ? "" : `  ${folder}/${names.entries}:${entry + 1}: byte ${byte ?? 0}\n`;
    tell(`dscript: ${code}: ${message}\n${place}`);
  }
  if (findings.length > 0) tell("  take the log from an export or a backup, and find out who changed it\n");
  if (behind.entries > 0 || behind.bytes > 0)
    tell(
      `dscript: a writer was interrupted: ${behind.entries} whole entries and ${behind.bytes} bytes are not signed yet; the next append deals with them\n`,
    );
  if (findings.length > 0) return;
  const { good, unknown } = signatures;
  write(
    1,
    language().text(
      `${safe(origin)} is what was signed: ${size} entries, root ${hash}\n${good} signatures are of people in the log, ${unknown} of keys that it does not know\n`,
    ),
  );
}

function verifyProof(file: string, word: string, options: ParsedOptions): number {
  const key = readLogKey(word, sha256);
  if (key === undefined)
    return refuseWords(`${safe(word)} is no key of a log, or was mistyped`, "dscript log show FOLDER --key says it");
  let text: string;
  try {
    text = readFileSync(file === "-" ? 0 : file, "utf8");
  } catch (thrown) {
    return refuseWords(`${safe(file)} cannot be read: ${codeOf(thrown)}`, "name a proof");
  }
  const read = readProof(text, sha256);
  if ("code" in read)
    return refuse({
      code: read.code,
      message: `the proof ${safe(file)} does not hold: ${read.message}`,
      help: read.help ?? "",
      kind: "data",
    });
  const { proof, checkpoint } = read;
  if (checkpoint.origin !== key.name || !isSignedBy(checkpoint, key, sha256, verifyEd25519))
    return refuse({
      code: "LOG-07",
      message: `the key did not sign what ${safe(file)} proves: that is of ${safe(checkpoint.origin)}`,
      help: "ask for the key of that log: dscript log show FOLDER --key",
      kind: "data",
    });
  const { size, origin } = checkpoint;
  if (options.has("json"))
    write(1, `${JSON.stringify({ origin, size, entry: proof.index, ...entryJson(proof.entry) })}\n`);
  else
    write(
      1,
      language().text(`${safe(origin)} holds it as entry ${proof.index} of ${size}\n  ${entryLine(proof.entry)}\n`),
    );
  return exitCode.ok;
}
