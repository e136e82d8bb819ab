/** Having the library loaded as far as a program names it: one of commands alone starts without, and few need its rarer parts. */

import type { RuntimeApi } from "../../records/index.ts";
import type { Run } from "../run.ts";

let common: typeof import("./index.ts") | undefined;
let rare: typeof import("./rare.ts") | undefined;

/** Loads what compiled code names. */
export async function loadLibrary(code: string): Promise<void> {
  if (code.includes('rt.library["')) common ??= await import("./index.ts");
  if (callsRare(code)) rare ??= await import("./rare.ts");
}

/** The functions that a program has had loaded, for a run. */
export function loadedFunctions(run: Run): RuntimeApi["library"] {
  return common?.libraryFunctions(run, rare?.rareFunctions(run)) ?? {};
}

/** The rarer parts, if a program has had them loaded. */
export function loadedRare(): typeof import("./rare.ts") | undefined {
  return rare;
}

const owners: ReadonlySet<string> = new Set([
  ...["Json", "Http", "HttpResponse", "Csv", "Yaml", "Hash", "Base64", "Hex", "Url", "UrlParts", "Random"],
  ...["Match", "Regex", "Time", "TimeParts"],
]);
const others: ReadonlySet<string> = new Set([
  ...["String.find", "String.findAll", "String.match", "String.matchAll"],
  ...["String.replaceEach", "String.replaceRegex", "String.splitRegex"],
  ...["System.copy", "System.disk", "System.walk", "secret"],
]);

/** Whether a function of the library, by its key, is one of the rarer parts. */
export function isRare(key: string): boolean {
  return owners.has(key.slice(0, key.indexOf("."))) || others.has(key);
}

/** Whether compiled code calls one of them, or searches with a pattern. */
export function callsRare(code: string): boolean {
  if (/\bregexTest\b/.test(code)) return true;
  for (const [, key = ""] of code.matchAll(/ = rt\.library\["([^"]+)"\];/g)) if (isRare(key)) return true;
  return false;
}
