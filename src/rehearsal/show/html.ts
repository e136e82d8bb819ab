/** A difference as one page that needs nothing else: light and dark, and legible in print. */

import { escaped as escapedText } from "../../charts/index.ts";
import type { Language } from "../../diagnostics/index.ts";
import type { KeptDifference, SealedChange } from "../difference/format.ts";
import { linesOf } from "../difference/texts.ts";
import { countsOf, detailsOf, limitsText, marks, shownChanges } from "./describe.ts";
import { css } from "./style.ts";
import { treeLines } from "./tree.ts";

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
<p>${say(`Dry run: ${countsOf(changes, language)}; nothing of it was kept on this host.`)} <span class="dim">${escaped(difference.host)}, ${escaped(difference.made)}</span></p>
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

/** Returns and DEL are not to be seen on a page, either. */
function escaped(text: string): string {
  return escapedText(text).replace(/[\r\u007f]/g, "\ufffd");
}
