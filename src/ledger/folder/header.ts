/** `log.json`: which log a folder holds, whose key signs it here, and whose keys count for it elsewhere. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type LogKey, readLogKey, writeLogKey } from "../../agreement/index.ts";
import { sha256 } from "../keys/crypto.ts";
import { type LogProblem, problemOf } from "../problem.ts";

export interface Header {
  readonly origin: string;
  /** Signs the checkpoints of this folder. */
  readonly key: LogKey;
  /** Sign those of other copies. */
  readonly trusted: readonly LogKey[];
}

const version = 1;

export const names = {
  header: "log.json",
  key: "key.pem",
  entries: "entries.jsonl",
  checkpoint: "checkpoint",
  hashes: "hashes",
  ends: "ends",
  leaves: "leaves",
} as const;

export function headerText({ origin, key, trusted }: Header): string {
  const words = (each: LogKey): string => writeLogKey(each, sha256);
  const value = { dscript: "log", version, origin, key: words(key), trusted: trusted.map(words) };
  return `${JSON.stringify(value, null, 2)}\n`;
}

export function readHeader(folder: string): Header | LogProblem {
  const path = join(folder, names.header);
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (thrown) {
    const code = thrown instanceof Error && "code" in thrown ? thrown.code : "";
    if (code !== "ENOENT" && code !== "ENOTDIR") return problemOf(thrown, path, "read");
    return noLog(`${folder} is no log: it has no ${names.header}`);
  }
  const value = parsed(text);
  if (value?.["dscript"] !== "log") return noLog(`${folder} is no log: ${path} says something else`);
  if (typeof value["version"] === "number" && value["version"] > version) {
    const message = `${folder} was written by a newer dscript (form ${value["version"]}; this one reads ${version})`;
    return { code: "LOG-05", message, help: "use that version", kind: "data" };
  }
  const { origin, key, trusted } = value;
  const keys = [key, ...(Array.isArray(trusted) ? (trusted as readonly unknown[]) : [undefined])].map((word) =>
    typeof word === "string" ? readLogKey(word, sha256) : undefined,
  );
  const [own, ...others] = keys;
  if (typeof origin !== "string" || own === undefined || others.includes(undefined)) {
    const message = `${path} is damaged: it does not say what the log is called, or whose key signs it`;
    return { code: "LOG-08", message, help: "take the file from a backup", kind: "data" };
  }
  return { origin, key: own, trusted: others.filter((each) => each !== undefined) };
}

function noLog(message: string): LogProblem {
  return {
    code: "LOG-04",
    message,
    help: "name the folder of a log, or begin one: dscript log init FOLDER",
    kind: "words",
  };
}

function parsed(text: string): { readonly [name: string]: unknown } | undefined {
  try {
    const value = JSON.parse(text) as unknown;
    return typeof value === "object" && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
