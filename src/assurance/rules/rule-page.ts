/** A rule as a page: what it means, how grave it is where, and a case of each kind. */

import { profileNames } from "./profiles.ts";
import type { Rule } from "./rule.ts";

/** Markdown, its heading of the second level. */
export function rulePage({ id, title, explanation, levels, gsn2x = [], check, bad, good }: Rule): string {
  const grave = profileNames.map((name) => `\`${name}\` ${levels[name]}`).join(", ");
  const also = gsn2x.length === 0 ? "" : ` gsn2x: ${gsn2x.join(", ")}.`;
  const said = check === undefined && id.startsWith("FIL") ? " Said where the file is read." : "";
  return [
    `## ${id}: ${title}`,
    explanation.replace(/([.!?]) /g, "$1\n"),
    `Levels: ${grave}.${also}${said}`,
    "Breaks it:",
    fenced(bad),
    "Keeps it:",
    fenced(good),
  ].join("\n\n");
}

function fenced(text: string): string {
  const kind = text.startsWith("*") ? "wgsn" : text.startsWith("<") ? "xml" : "yaml";
  return `\`\`\`${kind}\n${text}\n\`\`\``;
}
