/** A value as a trace shows it: its type and a short text; secrets are masked. */

import { type FaultArgument, type SiteArgument, showType } from "../../records/index.ts";

// A trace is read at night on a small screen: the whole value is in the script's own output, not here.
const longest = 200;

/** The shown form of an argument; `known` is what the checker found out about it. */
export function showArgument(known: SiteArgument | undefined, index: number, value: unknown): FaultArgument {
  return {
    name: known?.name ?? `argument${index + 1}`,
    type: known === undefined ? typeOfValue(value) : showType(known.type),
    text: known?.secret === true ? "***" : shorten(textOfValue(value)),
    origins: known?.origins ?? 0,
  };
}

function shorten(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest)}… (${text.length} characters)`;
}

function typeOfValue(value: unknown): string {
  if (typeof value === "string") return "String";
  if (typeof value === "number") return Number.isInteger(value) ? "int" : "float";
  return typeof value;
}

/** The text of any value; nesting is cut at three levels. */
function textOfValue(value: unknown, depth = 0): string {
  if (typeof value === "string") return value;
  if (value === null || value === undefined) return "null";
  if (depth > 2) return "…";
  if (Array.isArray(value)) {
    const shown = value.slice(0, 5).map((item) => textOfValue(item, depth + 1));
    return `[${shown.join(", ")}${value.length > 5 ? ", …" : ""}]`;
  }
  if (value instanceof Map) {
    const shown = [...value].slice(0, 5).map(([key, item]) => `${String(key)}: ${textOfValue(item, depth + 1)}`);
    return `{${shown.join(", ")}${value.size > 5 ? ", …" : ""}}`;
  }
  if (typeof value === "function") return "(function)";
  if (typeof value === "object") return `(${value.constructor.name})`;
  return String(value);
}
