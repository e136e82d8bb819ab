/** The bytes of what is proposed, kept beside the log by their digests: what people agreed on can be shown, and compared, later. */

import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { type GateSubject, isUnprepared } from "../../engine/index.ts";
import { sha256 } from "../../ledger/index.ts";
import { codeOf } from "../../logs/index.ts";
import { refuseWords } from "../language.ts";

const folder = "contents";

/** By their paths from the script's folder; a number is an exit code. */
export async function keepContents(
  log: string,
  subject: GateSubject,
): Promise<Readonly<Record<string, string>> | number> {
  const bundle = await subject.bundle();
  if (isUnprepared(bundle)) return bundle.code;
  const read = new Map(subject.files.map(({ path, bytes }) => [path, bytes] as const));
  const found: Record<string, string> = {};
  try {
    mkdirSync(join(log, folder), { recursive: true });
    for (const { file, path, bytes: digest } of bundle.files)
      found[path] = keep(log, read.get(file) ?? readFileSync(file), digest);
    if (subject.case !== undefined) {
      const bytes = Buffer.from(subject.case.text.split("\u0000")[0] ?? "", "latin1");
      found[relative(dirname(subject.path), subject.case.path) || basename(subject.case.path)] = keep(log, bytes);
    }
    return found;
  } catch (thrown) {
    return refuseWords(
      `${join(log, folder)} cannot be written: ${codeOf(thrown)}`,
      "ask whoever owns the folder for the right",
    );
  }
}

function keep(log: string, bytes: Uint8Array, expected?: string): string {
  const digest = Buffer.from(sha256(bytes)).toString("hex");
  if (expected !== undefined && expected !== `sha256:${digest}`)
    throw Object.assign(new Error("changed"), { code: "ESTALE" });
  const path = join(log, folder, digest);
  if (existsSync(path)) return digest;
  writeFileSync(`${path}.${process.pid}`, bytes);
  renameSync(`${path}.${process.pid}`, path);
  return digest;
}

/** Undefined where it is not there, or is not what its name says. */
export function contentOf(log: string, digest: string): Buffer | undefined {
  if (!/^[0-9a-f]{64}$/.test(digest)) return undefined;
  try {
    const bytes = readFileSync(join(log, folder, digest));
    return Buffer.from(sha256(bytes)).toString("hex") === digest ? bytes : undefined;
  } catch {
    return undefined;
  }
}
