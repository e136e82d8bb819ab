/** Cases in files: read, with the modules that they use. */

export { type LoadedCase, loadCase } from "./load-case.ts";
export { loadModules } from "./modules.ts";
