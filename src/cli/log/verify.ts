/** `dscript log verify`: reads a whole log, or a proof, and says whether it is what was signed. */

import {
  growthTrouble,
  isSignedBy,
  type LogKey,
  readCheckpoint,
  readGrowth,
  readLogKey,
  readProof,
  type SignedCheckpoint,
} from "../../agreement/index.ts";
import type { Trouble } from "../../assurance/index.ts";
import { exitCode } from "../../engine/index.ts";
import { rootsInLog } from "../../gate/index.ts";
import { isProblem, names, provesGrowth, sha256, type Verified, verifyEd25519, verifyLog } from "../../ledger/index.ts";
import { language, refuseWords, tell } from "../language.ts";
import type { ParsedOptions } from "../options.ts";
import { safe } from "../runs/words.ts";
import { write } from "../terminal.ts";
import { entryJson, entryLine, readText, refuse } from "./said.ts";

export async function verify(options: ParsedOptions, [folder]: readonly string[]): Promise<number> {
  const [file, key, since] = ["proof", "key", "since"].map((name) => options.value(name));
  if (file === undefined && folder !== undefined && key === undefined) return verifyFolder(folder, since, options);
  if (file === undefined || key === undefined || folder !== undefined)
    return refuseWords(
      "verify needs a folder, or a proof and the key of its log",
      "dscript log verify --proof FILE --key NAME+HASH+KEY",
    );
  const logKey = readLogKey(key, sha256);
  if (logKey === undefined)
    return refuseWords(`${safe(key)} is no key of a log, or was mistyped`, "dscript log show FOLDER --key says it");
  return since === undefined ? verifyProof(file, logKey, options) : verifyGrowth(file, since, logKey, options);
}

function verifyFolder(folder: string, since: string | undefined, options: ParsedOptions): number {
  const note = since === undefined ? undefined : readText(since, checkpointHelp);
  if (typeof note === "number") return note;
  const growth = note === undefined ? undefined : provesGrowth(folder, note.text);
  // A checkpoint of something else says nothing about this log.
  if (isProblem(growth) && !["LOG-08", "LOG-18"].includes(growth.code)) return refuse(growth);
  const verified = verifyLog(folder, rootsInLog());
  if (isProblem(verified)) return refuse(verified);
  const findings = [...verified.findings, ...(isProblem(growth) ? [growth] : [])];
  const { origin, size, root, signatures, behind } = verified;
  const hash = Buffer.from(root).toString("hex");
  if (options.has("json")) {
    const found = findings.map((each) => ({ ...each, help: undefined, kind: undefined }));
    write(1, `${JSON.stringify({ origin, size, root: hash, signatures, behind, findings: found })}\n`);
  } else {
    tellFindings(folder, { ...verified, findings }, hash);
    if (growth !== undefined && !isProblem(growth)) tellGrowth(growth.older.size, growth.newer.size);
  }
  return findings.length === 0 ? exitCode.ok : exitCode.refused;
}

function tellGrowth(older: number, newer: number): void {
  write(1, language().text(`it only grew since the checkpoint: from ${older} entries to ${newer}\n`));
}

function tellFindings(folder: string, { origin, size, signatures, findings, behind }: Verified, hash: string): void {
  for (const { code, message, line, byte } of findings) {
    const place = line === undefined ? "" : `  ${folder}/${names.entries}:${line}: byte ${byte ?? 0}\n`;
    tell(`dscript: ${code}: ${message}\n${place}`);
  }
  if (findings.length > 0) tell("  take the log from an export or a backup, and find out who changed it\n");
  if (behind.entries > 0 || behind.bytes > 0)
    tell(
      `dscript: a writer was interrupted: ${behind.entries} whole entries and ${behind.bytes} bytes are not signed yet; the next append deals with them\n`,
    );
  if (findings.length > 0) return;
  const { good, roots, unknown } = signatures;
  write(
    1,
    language().text(
      `${safe(origin)} is what was signed: ${size} entries, root ${hash}\n${good} signatures are of people in the log, ${roots} of its policy's roots, ${unknown} of keys that it does not know\n`,
    ),
  );
}

function verifyProof(file: string, key: LogKey, options: ParsedOptions): number {
  const text = readText(file, "name a proof");
  if (typeof text === "number") return text;
  const read = readProof(text.text, sha256);
  if ("code" in read) return refuseProof(file, read);
  const { proof, checkpoint } = read;
  const foreign = foreignNote(file, checkpoint, key);
  if (foreign !== undefined) return foreign;
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

function verifyGrowth(file: string, since: string, key: LogKey, options: ParsedOptions): number {
  const [text, note] = [readText(file, "name a proof"), readText(since, checkpointHelp)];
  if (typeof text === "number") return text;
  if (typeof note === "number") return note;
  const read = readGrowth(text.text);
  if ("code" in read) return refuseProof(file, read);
  const older = readCheckpoint(note.text);
  if ("code" in older) return refuse({ ...older, help: checkpointHelp, kind: "data" });
  const foreign = foreignNote(since, older, key) ?? foreignNote(file, read.checkpoint, key);
  if (foreign !== undefined) return foreign;
  const wrong = growthTrouble(older, read, sha256);
  if (wrong !== undefined) return refuseProof(file, wrong);
  const { origin, size } = read.checkpoint;
  if (options.has("json")) write(1, `${JSON.stringify({ origin, old: older.size, size })}\n`);
  else tellGrowth(older.size, size);
  return exitCode.ok;
}

const checkpointHelp = "name a file with a checkpoint: dscript log checkpoint FOLDER writes one";

function refuseProof(file: string, { code, message, help = "" }: Trouble): number {
  return refuse({ code, message: `the proof ${safe(file)} does not hold: ${message}`, help, kind: "data" });
}

/** An exit code where the key did not sign it. */
function foreignNote(file: string, checkpoint: SignedCheckpoint, key: LogKey): number | undefined {
  if (checkpoint.origin === key.name && isSignedBy(checkpoint, key, sha256, verifyEd25519)) return undefined;
  return refuse({
    code: "LOG-07",
    message: `the key did not sign what ${safe(file)} holds: that is of ${safe(checkpoint.origin)}`,
    help: "ask for the key of that log: dscript log show FOLDER --key",
    kind: "data",
  });
}
