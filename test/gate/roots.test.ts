// Whose signatures a log holds: of people, of the roots of policies that count, and of keys that nobody has named.
import { createHash, generateKeyPairSync, sign } from "node:crypto";
import { expect, test } from "vitest";
import { sealed } from "../../src/agreement/index.ts";
import type { Json } from "../../src/assurance/index.ts";
import { rootsInLog } from "../../src/gate/index.ts";
import { verifyLog } from "../../src/ledger/index.ts";
import { predicates, statementOf } from "../agreement/statements.ts";
import { logOf, put } from "../ledger/folders.ts";

function keyPair() {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const der = publicKey.export({ type: "spki", format: "der" });
  return {
    spki: der.toString("base64"),
    keyid: createHash("sha256").update(der).digest("hex"),
    sign: (bytes: Uint8Array): Uint8Array => new Uint8Array(sign(null, bytes, privateKey)),
  };
}

type Key = ReturnType<typeof keyPair>;

const [ann, root, second, foreign] = [keyPair(), keyPair(), keyPair(), keyPair()] as const;

function said(
  kind: "policy" | "person" | "hold",
  more: { readonly [name: string]: Json },
  key: Pick<Key, "keyid" | "sign">,
) {
  const predicate = { ...predicates[kind], ...more };
  return new Uint8Array(Buffer.from(sealed({ ...statementOf(kind), predicate }, key)));
}

const policy = (version: number, threshold: number, keys: readonly Key[], by: Pick<Key, "keyid" | "sign">) =>
  said("policy", { policy: { version, roots: { keys: keys.map(({ spki }) => spki), threshold } } }, by);
const person = (by: Key) => said("person", { keys: [ann.spki] }, by);

async function verified(...entries: readonly Uint8Array[]) {
  const folder = await logOf(0);
  await put(folder, entries);
  const found = verifyLog(folder, rootsInLog());
  if (!("findings" in found)) throw new Error(found.message);
  const { good, roots, bad, unknown } = found.signatures;
  return { counts: [good, roots, bad, unknown], findings: found.findings.map(({ code, entry }) => `${code} ${entry}`) };
}

test("what a root has signed is a root's, and what people have is theirs", async () => {
  const found = await verified(
    policy(1, 1, [root], root),
    person(root),
    said("hold", {}, ann),
    said("hold", {}, foreign),
  );
  expect(found).toEqual({ counts: [1, 2, 0, 1], findings: [] });
});

test("a policy that counts once several have signed it makes all of them known, from their first word on", async () => {
  const both = [root, second];
  const found = await verified(policy(1, 2, both, root), policy(1, 2, both, second), person(root));
  expect(found).toEqual({ counts: [0, 3, 0, 0], findings: [] });
  expect(await verified(policy(1, 2, both, root))).toEqual({ counts: [0, 0, 0, 1], findings: [] });
});

test("a policy that its roots have not signed makes nobody a root", async () => {
  const { counts } = await verified(policy(1, 1, [root], root), policy(2, 1, [foreign], foreign), person(foreign));
  expect(counts).toEqual([0, 1, 0, 2]);
});

test("the roots of an older policy stay known", async () => {
  const newer = policy(2, 1, [second], second);
  const { counts } = await verified(policy(1, 1, [root], root), newer, policy(2, 1, [second], root), person(second));
  expect(counts).toEqual([0, 4, 0, 0]);
});

test("a signature that names a root's key and is another one's is found", async () => {
  const forged = said("hold", {}, { keyid: root.keyid, sign: foreign.sign });
  const { counts, findings } = await verified(policy(1, 1, [root], root), forged);
  expect({ counts, findings }).toEqual({ counts: [0, 1, 1, 0], findings: ["LOG-15 1"] });
});

test("a root that is a person, too, is counted among the people", async () => {
  const { counts } = await verified(policy(1, 1, [root], root), said("person", { keys: [root.spki] }, root));
  expect(counts).toEqual([1, 1, 0, 0]);
});
