/** A case with all modules that it uses, in the order in which they are named. */

import { dirname, join, resolve } from "node:path";
import type { LoadProblem } from "../unprepared.ts";
import { type LoadedCase, loadCase } from "./load-case.ts";

/** Modules that are read for one case. */
const mostModules = 1000;

/** A module that could not be read, and which module names it. */
export interface MissingModule extends LoadProblem {
  readonly file: string;
  readonly usedBy: string;
}

export interface LoadedModules {
  /** The given ones first. Each file once, however often it is named. */
  readonly modules: readonly LoadedCase[];
  readonly missing: readonly MissingModule[];
}

/** Files that other modules use are looked for from the folder of the module that names them. */
export function loadModules(given: readonly LoadedCase[]): LoadedModules {
  const modules = [...given];
  const missing: MissingModule[] = [];
  const known = new Set(given.map(({ name }) => resolve(name)));
  for (let at = 0; at < modules.length && modules.length < mostModules; at += 1) {
    const module = modules[at];
    if (module === undefined || !module.reading.ok) continue;
    for (const file of module.reading.file.case.module.uses ?? []) {
      const path = file.startsWith("/") ? file : join(dirname(module.name), file);
      if (known.has(resolve(path))) continue;
      known.add(resolve(path));
      const found = loadCase(path);
      if ("problem" in found) missing.push({ ...found, file, usedBy: module.name });
      else modules.push(found);
    }
  }
  return { modules, missing };
}
