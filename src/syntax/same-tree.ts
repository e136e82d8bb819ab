/** Whether two trees say the same: everything but where it stands. */

import type { Script } from "./tree.ts";

/** Of scripts that were read without errors. */
export function isSameScript(a: Script, b: Script): boolean {
  return a.language === b.language && a.strict === b.strict && isSame(a.statements, b.statements);
}

/** Where things stand, and what follows from something else. */
const places: ReadonlySet<string> = new Set([
  ...["start", "end", "operatorSpan", "pathSpan", "saysSpan", "formSpan"],
  // The parts of a use say it all.
  "lowered",
]);

function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a)) return Array.isArray(b) && isSameList(joined(a), joined(b));
  if (a instanceof Map) return b instanceof Map && isSameList([...a], [...b]);
  for (const [key, value] of Object.entries(a)) {
    if (key === "syntax") {
      if (!isSameSyntax(value, b)) return false;
    } else if (!places.has(key) && !isSame(value, (b as Record<string, unknown>)[key])) return false;
  }
  for (const key of Object.keys(b)) if (!places.has(key) && !(key in a)) return false;
  return true;
}

/** By its word: two readings of a file make two objects of one syntax. */
function isSameSyntax(syntax: unknown, other: object): boolean {
  const { word, role } = syntax as { readonly word: string; readonly role: string };
  const { syntax: second } = other as { readonly syntax?: { readonly word: string; readonly role: string } };
  return second?.word === word && second.role === role;
}

function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((each, index) => isSame(each, b[index]));
}

interface Text {
  readonly kind: "text";
  readonly text: string;
  readonly quoted: boolean;
}

/** Texts side by side are one text. */
function joined(list: readonly unknown[]): readonly unknown[] {
  if (!list.some(isText)) return list;
  const parts: unknown[] = [];
  for (const each of list) {
    const last = parts.at(-1);
    if (isText(each) && isText(last) && each.quoted === last.quoted)
      parts[parts.length - 1] = { ...last, text: last.text + each.text };
    else parts.push(isText(each) ? { kind: each.kind, text: each.text, quoted: each.quoted } : each);
  }
  // An empty text beside another part adds nothing.
  return parts.length > 1 ? parts.filter((part) => !isText(part) || part.text !== "") : parts;
}

function isText(value: unknown): value is Text {
  return (
    typeof value === "object" && value !== null && (value as { kind?: unknown }).kind === "text" && "quoted" in value
  );
}
