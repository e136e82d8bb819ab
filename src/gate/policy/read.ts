/** A policy's file: read once, in nobody's hands but those it belongs to, checked, with the digest that is signed. */

import { closeSync, constants, fstatSync, openSync, readFileSync, realpathSync, type Stats, statSync } from "node:fs";
import { dirname } from "node:path";
import { canonicalJson, type Json } from "../../assurance/index.ts";
import type { Policy } from "../../consent/index.ts";
import { type Reason, reason } from "../../consent/index.ts";
import { hashBytes, hashText } from "../hash.ts";

export interface ReadPolicy {
  readonly path: string;
  readonly policy: Policy;
  /** SHA-256 of its content as RFC 8785 JSON: 64 hexadecimal digits. */
  readonly digest: string;
}

export interface PolicyFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Of its bytes. */
  readonly key: string;
}

const longest = 2 ** 20;

/** The bytes; a reason where they cannot be read, or where others may write them. `owners`: user ids whose file counts. */
export function readPolicyFile(path: string, owners: readonly number[]): PolicyFile | Reason {
  let fd: number | undefined;
  try {
    fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const stat = fstatSync(fd);
    if (!stat.isFile()) return reason("DS6042", `${path} is no file`);
    if (stat.size > longest) return reason("DS6042", `${path} is larger than ${longest} bytes`);
    const others = writableBy(path, stat, owners) ?? replaceableBy(path, owners);
    if (others !== undefined) return others;
    const bytes = readFileSync(fd);
    return { path, bytes, key: hashBytes(bytes) };
  } catch (thrown) {
    const code = thrown instanceof Error && "code" in thrown ? String(thrown.code) : "EIO";
    return code === "ENOENT"
      ? reason("DS6041", `${path} is not there`)
      : reason("DS6041", `${path} cannot be read: ${code}`);
  } finally {
    if (fd !== undefined) closeSync(fd);
  }
}

/** Whoever may write a folder on the way to it, or to what a link leads to, may put another file there. */
function replaceableBy(path: string, owners: readonly number[]): Reason | undefined {
  const folders = new Set([dirname(path), dirname(realpathSync(path))]);
  // Of the host's policy every folder is root's; elsewhere a home of one's own may lie below one of a group.
  if (owners.every((uid) => uid === 0)) for (const folder of folders) folders.add(dirname(folder));
  for (const folder of folders) {
    const others = writableBy(folder, statSync(folder), owners);
    if (others !== undefined) return others;
  }
  return undefined;
}

function writableBy(path: string, { uid, mode }: Stats, owners: readonly number[]): Reason | undefined {
  if (!owners.includes(uid)) return reason("DS6043", `${path} belongs to uid ${uid}`, { help: `chown root ${path}` });
  // In a folder with the sticky bit nobody replaces what is another's.
  if ((mode & 0o022) === 0 || (mode & 0o1000) !== 0) return undefined;
  return reason("DS6043", `others may write ${path}`, { help: `chmod go-w ${path}` });
}

/** The policy that a file holds; a reason for each mistake, with its place. */
export async function parsePolicy({ path, bytes }: PolicyFile): Promise<ReadPolicy | readonly Reason[]> {
  const [{ checkDocument }, { policySchema, policyKeysAt }, { policyOf }, { parse }] = await Promise.all([
    import("../../documents/index.ts"),
    import("./schema.ts"),
    import("./of-content.ts"),
    import("yaml"),
  ]);
  const checked = checkDocument(path, bytes, {
    schema: policySchema,
    keysAt: policyKeysAt,
    single: "a policy is one document: leave the `---` line out",
    shallow: "a policy needs three or four",
  });
  if (!checked.ok)
    return checked.mistakes.map(({ file, line, column, key, message, fix }) =>
      reason(
        "DS6042",
        `${file}:${line}:${column}: ${key === "" ? "" : `${key}: `}${message}`,
        fix === undefined ? {} : { help: fix },
      ),
    );
  const { content, placeOf } = checked;
  const policy = policyOf(content);
  const wrong = meaninglessIn(policy).map(({ path: at, message }) => {
    const { line, column } = placeOf(at);
    return reason("DS6042", `${path}:${line}:${column}: ${message}`);
  });
  if (wrong.length > 0) return wrong;
  const canonical = canonicalJson(parse(Buffer.from(bytes).toString("utf8")) as Json);
  if (!canonical.ok) return [reason("DS6042", `${path} has no canonical form`)];
  return { path, policy, digest: hashText(canonical.text) };
}

/** What has the right form, and cannot be meant. */
function meaninglessIn(policy: Policy): readonly { readonly path: readonly PropertyKey[]; readonly message: string }[] {
  const { tiers, scripts, otherwise, readers, roots } = policy;
  const isTier = (name: string): boolean => Object.hasOwn(tiers, name);
  const noTier = (name: string): string => `there is no class of risk ${name}: ${Object.keys(tiers).join(", ")}`;
  return [
    ...scripts.flatMap(({ tier }, at) =>
      isTier(tier) ? [] : [{ path: ["scripts", at, "tier"], message: noTier(tier) }],
    ),
    ...(isTier(otherwise) ? [] : [{ path: ["otherwise"], message: noTier(otherwise) }]),
    ...(readers === undefined || isTier(readers) ? [] : [{ path: ["readers"], message: noTier(readers) }]),
    ...(roots.threshold <= roots.keys.length
      ? []
      : [
          {
            path: ["roots", "threshold"],
            message: `${roots.threshold} keys must sign, and there are ${roots.keys.length}`,
          },
        ]),
    ...(new Set(roots.keys).size === roots.keys.length
      ? []
      : [{ path: ["roots", "keys"], message: "a key stands there twice" }]),
  ];
}
