/** Whether a log only grew since an older checkpoint (RFC 6962, section 2.1.2): who keeps one finds out that entries were taken back. */

import {
  type Checkpoint,
  consistencyPath,
  isConsistent,
  isSameHash,
  isSignedBy,
  readCheckpoint,
  rootOf,
  type SignedCheckpoint,
} from "../../agreement/index.ts";
import { keptDamaged, takenBack } from "../folder/damaged.ts";
import { type OpenLog, openLog } from "../folder/open.ts";
import { sha256, verifyEd25519 } from "../keys/crypto.ts";
import { isProblem, type LogProblem } from "../problem.ts";

export interface Growth {
  readonly older: SignedCheckpoint;
  /** The log's newest checkpoint, and as it is signed. */
  readonly newer: SignedCheckpoint;
  readonly note: string;
  /** Leads from the older root to the newer one. */
  readonly path: readonly Uint8Array[];
}

/** A problem where the log does not begin with what the older checkpoint (a signed note) is of, or that is not this log's. */
export function provesGrowth(source: string | OpenLog, olderNote: string): Growth | LogProblem {
  const log = typeof source === "string" ? openLog(source) : source;
  if (isProblem(log)) return log;
  try {
    const older = olderOf(log, olderNote);
    if (isProblem(older)) return older;
    const path = pathSince(log, older);
    return isProblem(path) ? path : { older, newer: log.checkpoint, note: log.note, path };
  } finally {
    if (log !== source) log.close();
  }
}

/** The consistency path from an older state of this log; a problem where it never was one. */
export function pathSince(
  { folder, checkpoint, tree, files }: OpenLog,
  older: Pick<Checkpoint, "size" | "root">,
): readonly Uint8Array[] | LogProblem {
  if (older.size > checkpoint.size) return takenBack(folder, older.size, checkpoint.size);
  const range = files.range(older.size);
  if (range === undefined) return keptDamaged(folder);
  const path = consistencyPath(older.size, tree);
  const root = rootOf(range, sha256);
  // Damaged hashes beside the entries are told from a log that was changed: nobody is to be blamed for a bad disk.
  if (!isConsistent({ size: older.size, root }, checkpoint, path, sha256)) return keptDamaged(folder);
  return isSameHash(root, older.root) ? path : takenBack(folder, older.size, checkpoint.size);
}

function olderOf({ folder, header }: OpenLog, note: string): SignedCheckpoint | LogProblem {
  const read = readCheckpoint(note);
  if ("code" in read) return { code: read.code, message: read.message, help: read.help ?? "", kind: "data" };
  if (read.origin !== header.origin) {
    const message = `the checkpoint is of ${read.origin}, and ${folder} holds ${header.origin}`;
    return { code: "LOG-12", message, help: "name the folder that holds that log", kind: "data" };
  }
  const keys = [header.key, ...header.trusted];
  if (keys.some((key) => isSignedBy(read, key, sha256, verifyEd25519))) return read;
  const message = `the checkpoint is not signed by a key that counts in ${folder}`;
  const help = "compare the keys: dscript log show FOLDER --key; another key means another log in its place";
  return { code: "LOG-07", message, help, kind: "data" };
}
