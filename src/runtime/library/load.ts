/** Having the library loaded for a program that names some of it: one of commands alone starts without. */

import { callsRare, loadRare } from "./load-rare.ts";

let loaded: typeof import("./index.ts") | undefined;

/** The library, if a program has had it loaded. */
export function loadedLibrary(): typeof import("./index.ts") | undefined {
  return loaded;
}

/** Loads what compiled code names. */
export async function loadLibrary(code: string): Promise<void> {
  if (code.includes('rt.library["')) loaded ??= await import("./index.ts");
  if (callsRare(code)) await loadRare();
}
