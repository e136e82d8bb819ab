/** A proof that a log only grew since an older checkpoint, as a file: what c2sp.org/tlog-witness has a log send to its witnesses. */

import type { Trouble } from "../../assurance/index.ts";
import { type Checkpoint, readCheckpoint, type SignedCheckpoint } from "../checkpoint/note.ts";
import { fromBase64, toBase64 } from "../envelope/base64.ts";
import { type HashOf, hashLength } from "../tree/hash.ts";
import { isConsistent } from "../tree/verify.ts";

export interface GrowthProof {
  /** Of the older checkpoint. */
  readonly size: number;
  readonly path: readonly Uint8Array[];
  /** The newer one, a signed note. */
  readonly checkpoint: string;
}

/** No tree is so deep that more are needed. */
const mostHashes = 63;

export function writeGrowth({ size, path, checkpoint }: GrowthProof): string {
  return `${[`old ${size}`, ...path.map(toBase64)].join("\n")}\n\n${checkpoint}`;
}

/** Reads a proof; whoever reads it has to ask `isGrown`, and who signed the newer checkpoint. */
export function readGrowth(
  text: string,
): { readonly proof: GrowthProof; readonly checkpoint: SignedCheckpoint } | Trouble {
  const gap = text.indexOf("\n\n");
  const [first = "", ...hashes] = text.slice(0, Math.max(0, gap)).split("\n");
  const path = hashes.map(fromBase64).filter((hash) => hash?.length === hashLength) as Uint8Array[];
  if (!/^old (?:0|[1-9]\d{0,15})$/.test(first) || path.length < hashes.length || path.length > mostHashes)
    return {
      code: "LOG-02",
      message: "it is no proof that a log only grew",
      help: "dscript log prove FOLDER --since CHECKPOINT writes one",
    };
  const checkpoint = readCheckpoint(text.slice(gap + 2));
  if ("code" in checkpoint) return checkpoint;
  return { proof: { size: Number(first.slice("old ".length)), path, checkpoint: text.slice(gap + 2) }, checkpoint };
}

/** What a proof comes to: undefined where the log of the newer checkpoint begins with that of the older one. */
export function growthTrouble(
  older: Checkpoint,
  { proof, checkpoint }: { readonly proof: GrowthProof; readonly checkpoint: Checkpoint },
  hashOf: HashOf,
): Trouble | undefined {
  const wrong = (what: string): Trouble => ({
    code: "LOG-03",
    message: `it does not prove that the log only grew: ${what}`,
    help: "ask for a new proof with that checkpoint; who cannot give one has taken entries back",
  });
  if (older.origin !== checkpoint.origin) return wrong(`it is of ${checkpoint.origin}, not of ${older.origin}`);
  if (older.size !== proof.size)
    return wrong(`it begins with ${proof.size} entries, the checkpoint with ${older.size}`);
  if (isConsistent(older, checkpoint, proof.path, hashOf)) return undefined;
  return wrong(`its hashes do not lead from the root of ${older.size} entries to that of ${checkpoint.size}`);
}
