/** `dscript gate policy` and `dscript gate sign`: a policy to begin with, and the signature that makes one count. */

import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parse } from "yaml";
import { predicateTypeOf } from "../../agreement/index.ts";
import type { Json } from "../../assurance/index.ts";
import { exitCode } from "../../engine/index.ts";
import { bringUpToDate, parsePolicy, readPolicyFile } from "../../gate/index.ts";
import { keyOfSpki, sha256 } from "../../ledger/index.ts";
import { memoryOfPeople, refuseReasons } from "../agreement/place.ts";
import { signAndAppend, signerOf, waitingLike } from "../agreement/sign.ts";
import { language, refuseWords } from "../language.ts";
import type { ParsedOptions } from "../options.ts";
import { packageFolder } from "../package-folder.ts";
import { write } from "../terminal.ts";

function folder(): string {
  return join(packageFolder(), "policies");
}

function shipped(): readonly string[] {
  return readdirSync(folder()).map((file) => file.replace(/\.yaml$/, ""));
}

export async function showPolicy(options: ParsedOptions, [name]: readonly string[]): Promise<number> {
  const all = shipped();
  if (name === undefined) {
    for (const each of all) {
      const [first = ""] = readFileSync(join(folder(), `${each}.yaml`), "utf8").split("\n");
      write(1, `${each.padEnd(12)}  ${language().text(first.replace(/^# /, ""))}\n`);
    }
    return exitCode.ok;
  }
  if (!all.includes(name)) return refuseWords(`there is no policy ${name}`, `there are ${all.join(", ")}`);
  const roots = options.values("root");
  const wrong = roots.find((key) => keyOfSpki(Buffer.from(key, "base64")) === undefined);
  if (wrong !== undefined)
    return refuseWords(
      `${JSON.stringify(wrong.slice(0, 80))} is no public key`,
      "dscript log key FILE shows it as it makes the key",
    );
  const text = readFileSync(join(folder(), `${name}.yaml`), "utf8");
  write(1, roots.length === 0 ? text : text.replace("[ROOT]", `[${roots.join(", ")}]`));
  return exitCode.ok;
}

/** Signs a policy's content as it stands, and appends that: from then on the file counts. */
export async function signPolicy(options: ParsedOptions, [path = ""]: readonly string[]): Promise<number> {
  const file = readPolicyFile(resolve(path), [0, process.geteuid?.() ?? 0]);
  if ("code" in file) return refuseReasons([file], exitCode.configuration);
  const read = await parsePolicy(file);
  if (!("policy" in read)) return refuseReasons(read, exitCode.configuration);
  const { policy } = read;
  const log = resolve(dirname(file.path), policy.log.folder);
  const memory = memoryOfPeople(file.path, log);
  const brought = bringUpToDate(log, memory, memory.seen(), policy.log.keys);
  if ("code" in brought) return refuseReasons([brought]);
  const { core } = brought;
  if (core.policy?.digest === read.digest)
    return refuseWords(`version ${policy.version} is signed already`, "nothing is left to do");
  if (core.policy !== undefined && policy.version <= core.policy.version)
    return refuseWords(
      `the log has version ${core.policy.version}, and this is version ${policy.version}`,
      `write version: ${core.policy.version + 1}`,
    );
  const signer = await signerOf(options, { core });
  if (typeof signer === "number") return signer;
  const own = signer.key.keyid;
  const roots = [...policy.roots.keys, ...(core.policy?.roots.keys ?? [])].map((spki) =>
    hex(sha256(Buffer.from(spki, "base64"))),
  );
  if (!roots.includes(own))
    return refuseWords(
      `the key ${own.slice(0, 12)} is none of the policy's roots`,
      "policies are signed by whoever holds a root key",
    );
  const content = parse(Buffer.from(file.bytes).toString("utf8")) as Json;
  const statement = waitingLike({ core, log }, "policy", { policy: content }) ?? {
    _type: "https://in-toto.io/Statement/v1",
    subject: [{ name: "policy", digest: { sha256: read.digest } }],
    predicateType: predicateTypeOf("policy"),
    predicate: { who: "root", time: new Date().toISOString(), policy: content },
  };
  const appended = await signAndAppend(options, { log }, statement, signer.key);
  if (typeof appended === "number") return appended;
  const after = bringUpToDate(log, memory, memory.seen(), policy.log.keys);
  const waits = "code" in after ? after.message : after.passedOver.find(({ entry }) => entry === appended.entry)?.why;
  if (options.has("json"))
    write(
      1,
      `${JSON.stringify({ entry: appended.entry, version: policy.version, digest: read.digest, ...(waits === undefined ? {} : { waits }) })}\n`,
    );
  else
    write(
      1,
      language().text(
        waits === undefined
          ? `entry ${appended.entry}: version ${policy.version} counts from now on\n`
          : `entry ${appended.entry}: ${waits}\n`,
      ),
    );
  return exitCode.ok;
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}
