/** A log of signed statements in a folder: appended durably, opened without reading it all, checked, and exchanged by files. */

export { type ExportFile, exportLines, readExport } from "./exchange/export-file.ts";
export { type Fork, type Imported, importInto, trust } from "./exchange/import.ts";
export { createLog } from "./folder/create.ts";
export { type EntriesFrom, entriesFrom, type LogEntry } from "./folder/entries-from.ts";
export { type Header, names } from "./folder/header.ts";
export { type OpenLog, openLog } from "./folder/open.ts";
export { type AgentKey, agentKey, agentKeys } from "./keys/agent.ts";
export { keyOfSpki, sha256, verifyEd25519, verifySpki } from "./keys/crypto.ts";
export { createKeyFile, readKeyFile, type SigningKey } from "./keys/key-file.ts";
export { isProblem, type LogProblem } from "./problem.ts";
export type { EntryFilter } from "./search/filter.ts";
export { type FindOptions, type Found, type FoundEntry, findEntries, makeIndex } from "./search/find.ts";
export { type Growth, provesGrowth } from "./verify/growth.ts";
export type { RootsOf } from "./verify/signatures.ts";
export { type Verified, verifyLog } from "./verify/verify.ts";
export type { Finding } from "./verify/walk.ts";
export { type Appended, type Appender, appendTo, openAppender } from "./write/append.ts";
export { keyTrouble } from "./write/refused.ts";
export { createWriter, type LogWriter } from "./write/writer.ts";
