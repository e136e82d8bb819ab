/** The vocabulary of a run: faults, origins, log points, records, programs, and what compiled code may call. */

export * from "./argument-view.ts";
export { diagnosisFields } from "./diagnosis-fields.ts";
export { type ErrnoEntry, errnoByName, errnoByNumber, errnoTable } from "./errno.ts";
export * from "./fault.ts";
export * from "./journal.ts";
export type { CallContext, ForeignFunction } from "./library/foreign.ts";
export { librarySignatures } from "./library/index.ts";
export {
  moduleNames,
  parseSignature,
  type Signature,
  type SignatureParameter,
  type SignatureRow,
  type SignatureTable,
} from "./library/signature.ts";
export * from "./origin.ts";
export * from "./parameter.ts";
export * from "./program.ts";
export * from "./record.ts";
export { encodeRecord, faultTypeText, type RunFields, recordKeys } from "./record-codec.ts";
export * from "./runtime-api.ts";
export * from "./runtime-values.ts";
export { isWithinSchedule, readSchedule, type ScheduleWindow } from "./schedule.ts";
export { decodedPart, isSecretName, passwordsIn } from "./secret-names.ts";
export { systemCallText } from "./system-call.ts";
export {
  type ClassOf,
  commonClass,
  isSubclass,
  jumpOf,
  parseType,
  plainType,
  showType,
  type Type,
  type TypeKind,
  types,
} from "./types.ts";
export { durationText, durationUnits, readDuration, readSize, sizeUnits } from "./units.ts";
export { exampleOf, readValue } from "./value-text.ts";
export { type WatchClause, watchBounds } from "./watching.ts";
