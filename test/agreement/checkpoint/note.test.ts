// Checkpoints as signed notes, keys as words, and proofs as files.
import { expect, test } from "vitest";
import {
  inclusionPath,
  isSignedBy,
  leafHash,
  readCheckpoint,
  readLogKey,
  readProof,
  rootOf,
  writeCheckpoint,
  writeLogKey,
  writeProof,
} from "../../../src/agreement/index.ts";
import { key, verifies } from "../statements.ts";
import { sha256, treeOf } from "../tree/naive-tree.ts";

// The example of golang.org/x/mod/sumdb/note, whose format signed-note is.
const peter = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
const note = `If you think cryptography is the answer to your problem,
then you don't know what your problem is.

— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
`;

test("the published note is signed by the published key", () => {
  const found = readLogKey(peter, sha256);
  const [body = "", line = ""] = note.split(/\n\n/);
  const bytes = new Uint8Array(Buffer.from(line.trim().split(" ")[2] ?? "", "base64"));
  const signed = {
    origin: "",
    size: 0,
    root: new Uint8Array(),
    body: `${body}\n`,
    signatures: [{ name: "PeterNeumann", bytes }],
  };
  expect(found === undefined ? "none" : writeLogKey(found, sha256)).toBe(peter);
  expect(found !== undefined && isSignedBy(signed, found, sha256, verifies)).toBe(true);
  expect(readLogKey(peter.replace("c74f", "c74e"), sha256)).toBeUndefined();
});

const own = { name: "example.org/log", ...key };
const checkpoint = { origin: "example.org/log", size: 3, root: sha256(Uint8Array.of(1)) };

test("a checkpoint is read back, and a changed one is not signed", () => {
  const text = writeCheckpoint(checkpoint, own, sha256);
  const read = readCheckpoint(text);
  if ("code" in read) throw new Error(read.message);
  expect(read).toMatchObject(checkpoint);
  expect(isSignedBy(read, own, sha256, verifies)).toBe(true);
  const other = readCheckpoint(text.replace("\n3\n", "\n4\n"));
  expect("body" in other && isSignedBy(other, own, sha256, verifies)).toBe(false);
  expect(isSignedBy(read, { ...own, name: "example.org/other" }, sha256, verifies)).toBe(false);
});

test.each([
  ["no note", "hello"],
  ["a name with a space", "a b\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n— a eHh4eHg=\n"],
  ["a size with a zero ahead", "a\n01\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n— a eHh4eHg=\n"],
  ["a short hash", "a\n1\n47DE\n\n— a eHh4eHg=\n"],
  ["no signature", "a\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\nsigned: me\n"],
])("%s is refused", (_, text) => {
  expect(readCheckpoint(text)).toMatchSnapshot();
});

test("a proof is checked by itself", () => {
  const entries = ["a", "b", "c"].map((text) => new Uint8Array(Buffer.from(text)));
  const tree = treeOf(entries.map((entry) => leafHash(entry, sha256)));
  const signed = writeCheckpoint({ ...checkpoint, root: rootOf(tree.range, sha256) }, own, sha256);
  const text = writeProof({
    entry: entries[1] as Uint8Array,
    index: 1,
    path: inclusionPath(1, tree),
    checkpoint: signed,
  });
  expect(readProof(text, sha256)).toMatchObject({ proof: { index: 1, entry: entries[1] } });
  expect(readProof(text.replace("index 1", "index 2"), sha256)).toMatchObject({ code: "LOG-03" });
  expect(readProof(text.replace("extra Yg==", "extra Yw=="), sha256)).toMatchObject({ code: "LOG-03" });
  expect(readProof("hello", sha256)).toMatchObject({ code: "LOG-02" });
});
