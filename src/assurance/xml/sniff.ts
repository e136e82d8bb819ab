/** Which format of a case an XML text is in, from its root element alone. */

import { localOf } from "./tree.ts";

/** The name of a codec: for D-Case Editor's own file, for the file that D-Case tools exchange, and for SACM of any version. */
export type XmlFormat = "dcase-editor" | "dcase-xml" | "sacm";

/** undefined where it is neither, or no XML; a text that says which it is may still hold mistakes. */
export function sniffXml(text: string): XmlFormat | undefined {
  const root = startOfRoot(text);
  if (root === undefined) return undefined;
  const [, name = "", attributes = ""] = /^<([^\s/>]+)([^>]*)/.exec(root) ?? [];
  const local = localOf(name);
  const namespaces = (attributes.match(/xmlns(?::[^\s=]+)?\s*=\s*(?:"[^"]*"|'[^']*')/g) ?? []).join(" ");
  if (local === "dcase") return "dcase-xml";
  if (local === "Argument" && (namespaces.includes("/dcase") || root.includes("<rootBasic"))) return "dcase-editor";
  if (sacmRoots.has(local) || /\bsacm\b|\/SACM\b|[/"']ARM["']|acwg[./]/i.test(namespaces)) return "sacm";
  return undefined;
}

const sacmRoots: ReadonlySet<string> = new Set([
  "AssuranceCasePackage",
  "AssuranceCase",
  "ArgumentPackage",
  "Argumentation",
]);

/** Looked at of what begins with the root, and ahead of it. */
const most = 1 << 16;

function startOfRoot(text: string): string | undefined {
  let at = 0;
  for (let turns = 0; turns < 100; turns += 1) {
    at += /^[\ufeff\s]*/.exec(text.slice(at, at + most))?.[0].length ?? 0;
    if (text.startsWith("<!--", at)) at = behind(text, "-->", at);
    else if (text.startsWith("<?", at)) at = behind(text, "?>", at);
    else if (text.startsWith("<!", at)) at = behindDoctype(text, at);
    else return /^<[^!?\s/>]/.test(text.slice(at, at + 2)) ? text.slice(at, at + most) : undefined;
  }
  return undefined;
}

function behind(text: string, end: string, at: number): number {
  const found = text.indexOf(end, at);
  return found === -1 ? text.length : found + end.length;
}

function behindDoctype(text: string, at: number): number {
  const end = text.indexOf(">", at);
  const inner = text.indexOf("[", at);
  return inner !== -1 && inner < end ? behind(text, ">", behind(text, "]", inner)) : behind(text, ">", at);
}
