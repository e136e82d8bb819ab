/** Which programs need the rarer parts of the library, and having them loaded: a script of commands and texts does without. */

let loaded: typeof import("./rare.ts") | undefined;

/** The rarer parts, if a program has had them loaded. */
export function loadedRare(): typeof import("./rare.ts") | undefined {
  return loaded;
}

export async function loadRare(): Promise<void> {
  loaded ??= await import("./rare.ts");
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
