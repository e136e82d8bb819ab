/** A difference as one page that needs nothing else: light and dark, and legible in print. */

import type { Language } from "../../diagnostics/index.ts";
import type { KeptDifference, SealedChange } from "../difference/format.ts";
import { linesOf } from "../difference/texts.ts";
import { countsOf, detailsOf, limitsText, marks, shownChanges } from "./describe.ts";
import { treeLines } from "./tree.ts";

const css = `
:root { color-scheme: light dark; --ink: #1b1f24; --dim: #57606a; --line: #d0d7de; --paper: #fff; --code: #f6f8fa; --plus: #0a6b2d; --plusback: #e6f6ea; --minus: #a40e26; --minusback: #fdeceb; --other: #7a4a00; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --dim: #9aa4af; --line: #3a424c; --paper: #11151a; --code: #1a2027; --plus: #6fdd8b; --plusback: #12291a; --minus: #ff938a; --minusback: #331a1a; --other: #eac06a; } }
@media print { :root { color-scheme: light; --ink: #000; --dim: #444; --line: #999; --paper: #fff; --code: #fff; --plus: #004d1f; --plusback: #fff; --minus: #7a0018; --minusback: #fff; --other: #553300; } details { break-inside: avoid; } body { max-width: none; } }
* { box-sizing: border-box; }
body { margin: 2rem auto; max-width: 72rem; padding: 0 1rem; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, "Noto Sans CJK JP", sans-serif; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
.dim, td:last-child { color: var(--dim); }
table { border-collapse: collapse; width: 100%; }
td { border-bottom: 1px solid var(--line); padding: .15rem .5rem; vertical-align: top; overflow-wrap: anywhere; }
td.mark, pre, td.path { font-family: ui-monospace, "DejaVu Sans Mono", "Noto Sans Mono CJK JP", monospace; font-size: .9rem; }
.made { color: var(--plus); } .removed { color: var(--minus); } .changed, .replaced, .moved { color: var(--other); }
pre { background: var(--code); border: 1px solid var(--line); border-radius: .3rem; padding: .5rem; overflow-x: auto; white-space: pre-wrap; overflow-wrap: anywhere; }
pre span { display: block; min-height: 1.3em; } .plus { color: var(--plus); background: var(--plusback); } .minus { color: var(--minus); background: var(--minusback); }
`;

/** The whole page; `folder` is where the contents are. */
export function differencePage(difference: KeptDifference, folder: string, language: Language): string {
  const say = (text: string): string => escaped(language.text(text));
  const changes = shownChanges(difference);
  const title = say(`Dry run of ${difference.script}`);
  const rows = treeLines(changes).map(({ depth, name, change }) => {
    const indent = `style="padding-left:${depth * 1.2 + 0.5}rem"`;
    if (change === null)
      return `<tr><td class="mark"></td><td class="path dim" ${indent}>${escaped(name)}</td><td></td></tr>`;
    const details = detailsOf(change).map(say).join(", ");
    return `<tr><td class="mark ${change.kind}">${escaped(marks[change.kind])}</td><td class="path ${change.kind}" ${indent}>${escaped(name)}</td><td>${details}</td></tr>`;
  });
  const uncovered = difference.uncovered.map(
    ({ line, command, why }) =>
      `<li>${say(`line ${line}`)}: <code>${escaped(command)}</code> <span class="dim">${say(why)}</span></li>`,
  );
  const notes = [...difference.notes, limitsText].map((note) => `<li>${say(note)}</li>`);
  return `<!doctype html>
<html lang="${language.name}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${css}</style>
</head>
<body>
<h1>${title}</h1>
<p>${say(`Dry run: ${countsOf(changes)}; nothing of it was kept on this host.`)} <span class="dim">${escaped(difference.host)}, ${escaped(difference.made)}</span></p>
<table><tbody>
${rows.join("\n")}
</tbody></table>
${changes.map((change) => section(change, folder, say)).join("")}
<h2>${say("Not covered:")}</h2>
<ul>
${[...uncovered, ...notes].join("\n")}
</ul>
</body>
</html>
`;
}

function section(change: SealedChange, folder: string, say: (text: string) => string): string {
  const lines = linesOf(change, folder);
  if (lines.length === 0) return "";
  const head = `<h2 class="path">${escaped(change.path)}</h2>\n`;
  if (typeof lines === "string")
    return `${head}<p class="dim">${say(lines === "binary" ? "it is no text" : "it is too large to be shown")}</p>\n`;
  const shown = lines.map((line) => {
    const kind = line.startsWith("+") ? ' class="plus"' : line.startsWith("-") ? ' class="minus"' : "";
    return `<span${kind}>${escaped(line)}</span>`;
  });
  return `${head}<pre>${shown.join("")}</pre>\n`;
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Bytes that are no UTF-8 are lone surrogates, which no page can hold. */
function escaped(text: string): string {
  return text
    .replace(/[&<>"]/g, (character) => entities[character] ?? "")
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, "\ufffd")
    .replace(/\p{Cs}/gu, "\ufffd");
}
