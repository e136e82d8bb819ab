/** `dscript log init` and `dscript log key`: begin a log, and make a key. */

import { hostname } from "node:os";
import { basename, resolve } from "node:path";
import { toBase64, writeLogKey } from "../../agreement/index.ts";
import { exitCode } from "../../engine/index.ts";
import { createKeyFile, createLog, isProblem, sha256 } from "../../ledger/index.ts";
import { language } from "../language.ts";
import type { ParsedOptions } from "../options.ts";
import { safe } from "../runs/words.ts";
import { write } from "../terminal.ts";
import { passphraseOf, refuse } from "./said.ts";

export async function initLog(options: ParsedOptions, [folder = ""]: readonly string[]): Promise<number> {
  const passphrase = passphraseOf(options, "log-passphrase-file");
  if (typeof passphrase === "number") return passphrase;
  const origin = options.value("origin") ?? `${hostname()}/${basename(resolve(folder))}`;
  const made = createLog(folder, { origin, passphrase });
  if (isProblem(made)) return refuse(made);
  const key = writeLogKey(made.key, sha256);
  if (options.has("json")) write(1, `${JSON.stringify({ folder, origin, key })}\n`);
  else write(1, language().text(`${safe(folder)} is the log ${safe(origin)}\nits key: ${safe(key)}\n`));
  return exitCode.ok;
}

export async function makeKey(options: ParsedOptions, [path = ""]: readonly string[]): Promise<number> {
  const passphrase = passphraseOf(options, "passphrase-file");
  if (typeof passphrase === "number") return passphrase;
  const key = createKeyFile(path, passphrase);
  if (isProblem(key)) return refuse(key);
  const { keyid, spki } = key;
  if (options.has("json")) write(1, `${JSON.stringify({ keyid, spki: toBase64(spki) })}\n`);
  else write(1, language().text(`its id: ${keyid}\nits public half: ${toBase64(spki)}\n`));
  return exitCode.ok;
}
