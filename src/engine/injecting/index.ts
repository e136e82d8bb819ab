/** What injection campaigns need of the engine: files with their mistakes, a script's program, and programs beside each other. */

export { type Mistake, showMistakes, wholeFile } from "../../diagnostics/index.ts";
export { checkDocument, type DocumentKind, duration, needs, read, within, yesOrNo } from "../../documents/index.ts";
export { settleTransactions } from "../atomic.ts";
export { rehearsalVariable } from "../rehearsed.ts";
export { makeFolder, ownFolders } from "../state.ts";
export { beside, type ChildRequest, inFront, type Slot, type StartChild } from "./beside.ts";
export { stateFolder } from "./state-folder.ts";
