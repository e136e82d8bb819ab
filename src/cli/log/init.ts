/** `dscript log init` and `dscript log key`: begin a log, and make a key. */

import { hostname } from "node:os";
import { basename, resolve } from "node:path";
import { toBase64, writeLogKey } from "../../agreement/index.ts";
import { exitCode } from "../../engine/index.ts";
import { agentKey, agentKeys, createKeyFile, createLog, isProblem, sha256 } from "../../ledger/index.ts";
import { language, refuseWords } from "../language.ts";
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
  // As `--key` has it: a file of such a name would be taken for a key that the agent holds.
  const [, wanted] = /^agent(?:$|:(.*)$)/s.exec(path) ?? [null, null];
  if (wanted !== null) return showAgent(options, wanted);
  const passphrase = passphraseOf(options, "passphrase-file");
  if (typeof passphrase === "number") return passphrase;
  const key = createKeyFile(path, passphrase);
  if (isProblem(key)) return refuse(key);
  const { keyid, spki } = key;
  if (options.has("json")) write(1, `${JSON.stringify({ keyid, spki: toBase64(spki) })}\n`);
  else write(1, language().text(`its id: ${keyid}\nits public half: ${toBase64(spki)}\n`));
  return exitCode.ok;
}

/** The public halves of what the ssh-agent holds: of all, or of the one that is named. */
async function showAgent(options: ParsedOptions, wanted: string | undefined): Promise<number> {
  const socket = process.env["SSH_AUTH_SOCK"];
  const found = wanted === undefined ? await agentKeys(socket) : await agentKey(socket, wanted);
  if (isProblem(found)) return refuse(found);
  const keys = "keyid" in found ? [found] : found;
  if (keys.length === 0 && !options.has("json"))
    return refuseWords(
      "the ssh-agent holds no Ed25519 key",
      "ssh-keygen -t ed25519 makes one, ssh-add puts it into the agent",
    );
  for (const { keyid, spki, comment, fingerprint } of keys)
    if (options.has("json")) write(1, `${JSON.stringify({ keyid, spki: toBase64(spki), comment, fingerprint })}\n`);
    else
      write(
        1,
        language().text(`${safe(comment)} (${fingerprint})\nits id: ${keyid}\nits public half: ${toBase64(spki)}\n`),
      );
  return exitCode.ok;
}
