/** A proof as a file: c2sp.org/tlog-proof, with the entry itself as its extra data, so that it is checked without the log. */

import type { Trouble } from "../../assurance/index.ts";
import { type Checkpoint, readCheckpoint, type SignedCheckpoint } from "../checkpoint/note.ts";
import { fromBase64, toBase64 } from "../envelope/base64.ts";
import { type HashOf, hashLength, isSameHash, leafHash } from "../tree/hash.ts";
import { rootFromInclusion } from "../tree/verify.ts";

export interface Proof {
  readonly entry: Uint8Array;
  /** From 0 on. */
  readonly index: number;
  readonly path: readonly Uint8Array[];
  /** A signed note. */
  readonly checkpoint: string;
}

const first = "c2sp.org/tlog-proof@v1";

export function writeProof({ entry, index, path, checkpoint }: Proof): string {
  const lines = [first, `extra ${toBase64(entry)}`, `index ${index}`, ...path.map(toBase64)];
  return `${lines.join("\n")}\n\n${checkpoint}`;
}

/** Reads a proof, and checks that its path leads from the entry to the checkpoint's root; who signed that is asked apart. */
export function readProof(
  text: string,
  hashOf: HashOf,
): { readonly proof: Proof; readonly checkpoint: SignedCheckpoint } | Trouble {
  const gap = text.indexOf("\n\n");
  const [start, extra = "", index = "", ...hashes] = text.slice(0, Math.max(0, gap)).split("\n");
  const entry = extra.startsWith("extra ") ? fromBase64(extra.slice("extra ".length)) : undefined;
  const path = hashes.map(fromBase64).filter((hash) => hash?.length === hashLength) as Uint8Array[];
  if (
    start !== first ||
    entry === undefined ||
    !/^index (?:0|[1-9]\d{0,15})$/.test(index) ||
    path.length < hashes.length
  )
    return {
      code: "LOG-02",
      message: "it is no proof of an entry",
      help: "dscript log prove ENTRY FOLDER writes one",
    };
  const checkpoint = readCheckpoint(text.slice(gap + 2));
  if ("code" in checkpoint) return checkpoint;
  const proof = { entry, index: Number(index.slice("index ".length)), path, checkpoint: text.slice(gap + 2) };
  if (leadsToRoot(proof, checkpoint, hashOf)) return { proof, checkpoint };
  return {
    code: "LOG-03",
    message: `it does not prove its entry: its hashes do not lead to the root of the log's ${checkpoint.size} entries`,
    help: "ask for a new proof, and find out who changed this one",
  };
}

function leadsToRoot({ entry, index, path }: Proof, { size, root }: Checkpoint, hashOf: HashOf): boolean {
  const found = rootFromInclusion(leafHash(entry, hashOf), { index, size }, path, hashOf);
  return found !== undefined && isSameHash(found, root);
}
