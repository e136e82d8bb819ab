/** What injection campaigns need of the engine: files with their mistakes, a script's program, and programs beside each other. */

export { settleTransactions } from "../atomic.ts";
export { duration, needs, read, within, yesOrNo } from "../config-leaf.ts";
export { type ConfigMistake, showMistakes, wholeFile } from "../config-shape.ts";
export { rehearsalVariable } from "../rehearsed.ts";
export { makeFolder, ownFolders } from "../state.ts";
export { checkDocument, type DocumentKind } from "../yaml-document.ts";
export { beside, type ChildRequest, inFront, type Slot, type StartChild } from "./beside.ts";
export { stateFolder } from "./state-folder.ts";
