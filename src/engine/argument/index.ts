/** Cases in files: read, with the modules that they use. */

export { loadCommitted, revisionOf } from "./committed.ts";
export { type GitHistory, gitHistory } from "./git-history.ts";
export { type LoadedCase, loadCase, type ReadingChoice } from "./load-case.ts";
export { type LoadedModules, loadModules } from "./modules.ts";
export { rolesFor } from "./roles.ts";
