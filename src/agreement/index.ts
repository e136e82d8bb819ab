/** What people agree on, as signed statements in a log: their formats, and the proofs that a log holds them. */

export {
  type Checkpoint,
  isLogName,
  isSignedBy,
  type LogKey,
  readCheckpoint,
  readLogKey,
  type SignedCheckpoint,
  type Verify,
  writeCheckpoint,
  writeLogKey,
} from "./checkpoint/note.ts";
export { fromBase64, toBase64 } from "./envelope/base64.ts";
export {
  type Envelope,
  type EnvelopeReading,
  longestEnvelope,
  preAuthenticationEncoding,
  readEnvelope,
  readStatement,
  type Signature,
  sealed,
  signedBytes,
  unsealed,
} from "./envelope/envelope.ts";
export { type GrowthProof, growthTrouble, readGrowth, writeGrowth } from "./proof-file/growth-file.ts";
export { type Proof, readProof, writeProof } from "./proof-file/proof-file.ts";
export { type StatementKind, statementKinds } from "./statement/kinds.ts";
export { type AgreementStatement, predicateTypeOf } from "./statement/read.ts";
export { type HashOf, hashLength, isSameHash, leafHash } from "./tree/hash.ts";
export { consistencyPath, inclusionPath, type TreeView } from "./tree/proof.ts";
export { appended, emptyRange, peakPlaces, type Range, rootOf } from "./tree/range.ts";
export { storedAt, storedCount } from "./tree/stored.ts";
export { isConsistent, rootFromInclusion } from "./tree/verify.ts";
